//! The few things the page asks of the browser itself: the time, elements, measuring, and what happens after the next paint.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Performance};

/// The moment, as RFC 3339 in UTC.
pub(crate) fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// A name that no other document of this person has: the moment and 32 random bits.
pub(crate) fn fresh_id() -> String {
    let noise = js_sys::Math::random() * f64::from(u32::MAX);
    format!("{:x}-{:08x}", js_sys::Date::now() as u64, noise as u32)
}

/// The first element that `selector` finds.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements that `selector` finds, in document order.
pub(crate) fn find_all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// Runs `act` before the next paint, when what was just altered is in the page.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}

/// Tells the person that the page has stopped: after a fault nothing of it acts any more.
pub(crate) fn say_broken() {
    let Ok(message) = document().create_element("p") else { return };
    message.set_class_name("broken");
    message.set_text_content(Some("A fault has stopped this page. All that it said was saved is saved: reload to go on."));
    // Where even this fails there is no page to tell anybody on.
    let _ = message.set_attribute("role", "alert").ok();
    let _ = document().body().and_then(|body| body.append_child(&message).ok());
}

/// Goes to the top of an article that was just opened, so that keys act in it.
pub(crate) fn begin_article() {
    if let Some(main) = find("#main") {
        main.set_scroll_top(0);
        drop(main.focus());
    }
}

/// Whether nothing on the page has the focus.
pub(crate) fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether the window is a phone's, or as narrow as one: panels are sheets then.
pub(crate) fn is_narrow() -> bool {
    window().match_media("(max-width: 899px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether the element is one that takes typing, so that single keys are not ours.
pub(crate) fn takes_typing(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.has_attribute("contenteditable")
}

/// A stopwatch in the browser's performance timeline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watch(&'static str);

impl Watch {
    /// Starts one for the entry `name`.
    pub(crate) fn start(name: &'static str) -> Self {
        mark(&beginning(name));
        Self(name)
    }

    /// Writes the entry: from the start to this moment.
    pub(crate) fn stop(self) {
        if let Some(performance) = performance() {
            // A full timeline is no reason to trouble anybody.
            let _ = performance.measure_with_start_mark(self.0, &beginning(self.0)).ok();
        }
    }

    /// Writes the entry once the next frame is painted.
    pub(crate) fn stop_after_paint(self) {
        soon(move || set_timeout(move || self.stop(), std::time::Duration::ZERO));
    }
}

/// The mark from which the entry `name` is measured.
fn beginning(name: &str) -> String {
    format!("{name}:start")
}

/// Sets the mark `name` in the browser's performance timeline.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = performance() {
        let _ = performance.mark(name).ok();
    }
}

fn performance() -> Option<Performance> {
    window().performance()
}

/// Whether an event came from an element that takes typing.
pub(crate) fn is_field(target: &web_sys::EventTarget) -> bool {
    target.dyn_ref::<Element>().is_some_and(takes_typing)
}
