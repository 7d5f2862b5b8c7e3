//! The inspector's tabs: one stop of the Tab key, the arrow keys go from one to the next.

use crate::browser;
use crate::state::{State, Tab};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The tabs in order, with title and name.
const TABS: [(Tab, &str, &str); 5] = [
    (Tab::Review, "Review", "review"),
    (Tab::Names, "Names", "names"),
    (Tab::Quotes, "Quotes", "quotes"),
    (Tab::Structure, "Structure", "structure"),
    (Tab::Codes, "Codes", "codes"),
];

/// The id of a tab's button.
pub(super) fn tab_id(tab: Tab) -> String {
    let name = TABS.iter().find(|(one, ..)| *one == tab).map_or("review", |(_, _, name)| name);
    format!("tab-{name}")
}

/// The tabs.
#[component]
pub(super) fn Tabs() -> impl IntoView {
    let state = expect_context::<State>();
    let button = move |(tab, title, _): (Tab, &'static str, &str)| {
        let is_on = move || state.tab.get() == tab;
        view! {
            <button role="tab" id=tab_id(tab) aria-controls="tab-panel" aria-selected=move || is_on().to_string()
                tabindex=move || if is_on() { "0" } else { "-1" } on:click=move |_| show(state, tab)>{title}</button>
        }
    };
    view! { <div class="tabs" role="tablist" aria-label="Inspector" on:keydown=move |event| pressed(state, &event)>{TABS.map(button)}</div> }
}

fn show(state: State, tab: Tab) {
    state.tab.set(tab);
    if let Some(inspector) = browser::find(".inspector") {
        inspector.set_scroll_top(0);
    }
}

fn pressed(state: State, event: &KeyboardEvent) {
    let at = TABS.iter().position(|(tab, ..)| *tab == state.tab.get_untracked()).unwrap_or(0);
    let next = match event.key().as_str() {
        "ArrowRight" => (at + 1) % TABS.len(),
        "ArrowLeft" => (at + TABS.len() - 1) % TABS.len(),
        "Home" => 0,
        "End" => TABS.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let (tab, ..) = TABS[next];
    show(state, tab);
    if let Some(button) = browser::find(&format!("#{}", tab_id(tab))) {
        drop(button.focus());
    }
}
