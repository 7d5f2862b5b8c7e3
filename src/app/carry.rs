//! Dragging with the mouse: a name onto another merges them, a name onto a quotation says it, a quotation onto another joins them.
//! Each has a key and buttons that do the same.

use super::asking::{said_by, set_speaker};
use super::browser;
use super::inspector::say_done;
use super::naming;
use super::quoting;
use super::state::State;
use galley_engine::annotation::{AnnotationId, EntityId, Layer, Speaker};
use galley_engine::document::Command;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element};

/// What is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cargo {
    Name(EntityId),
    Mention(AnnotationId),
    Quotation(AnnotationId),
}

/// What it is dragged onto.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Name(EntityId),
    Quotation(AnnotationId),
}

/// Listens on the whole page. What can be dragged says so by `data-carry`: `e3` a name, `a7` a mark; in the text it is the current name.
pub(crate) fn listen(state: State) {
    let cargo = StoredValue::new(None::<Cargo>);
    let start = window_event_listener(ev::dragstart, move |event| {
        let taken = element(&event).and_then(|target| taken(state, &target));
        cargo.set_value(taken);
        if let (Some(_), Some(data)) = (taken, event.data_transfer()) {
            data.set_effect_allowed("move");
            // Without data some browsers begin no drag; a drag without it ends at once, which is no harm.
            let _ = data.set_data("text/plain", &words(state, taken)).ok();
            browser::soon(move || begin(state, taken));
        }
    });
    let over = window_event_listener(ev::dragover, move |event| {
        let found = cargo.get_value().and_then(|cargo| goal(state, &event, cargo));
        show(found.as_ref().map(|(element, _)| element));
        if found.is_some() {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        let Some(held) = cargo.get_value() else { return };
        if let Some((_, goal)) = goal(state, &event, held) {
            event.prevent_default();
            put(state, held, goal);
        }
    });
    let end = window_event_listener(ev::dragend, move |_| {
        cargo.set_value(None);
        show(None);
        class_of_page("carrying-name", false);
        class_of_page("carrying-quotation", false);
    });
    on_cleanup(move || {
        start.remove();
        over.remove();
        drop.remove();
        end.remove();
    });
    make_current_draggable(state);
}

fn element(event: &DragEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn taken(state: State, target: &Element) -> Option<Cargo> {
    let source = target.closest("[data-carry]").ok()??.get_attribute("data-carry")?;
    if let Some(id) = source.strip_prefix('e') {
        return id.parse().ok().map(|id| Cargo::Name(EntityId(id)));
    }
    let id = AnnotationId(source.strip_prefix('a')?.parse().ok()?);
    match state.annotation(id)?.layer() {
        Layer::Quotation => Some(Cargo::Quotation(id)),
        Layer::Entity => Some(Cargo::Mention(id)),
        _ => None,
    }
}

fn words(state: State, cargo: Option<Cargo>) -> String {
    match cargo {
        Some(Cargo::Name(id)) => naming::name_of(state, id),
        Some(Cargo::Mention(id) | Cargo::Quotation(id)) => {
            let words =
                |document: &galley_engine::document::Document| document.annotations.get(&id).map(|one| document.words_of(one).to_owned());
            state.peek(words).flatten().unwrap_or_default()
        }
        None => String::new(),
    }
}

/// The card would lie over what something is dragged to.
fn begin(state: State, cargo: Option<Cargo>) {
    state.popped.set(false);
    class_of_page(if matches!(cargo, Some(Cargo::Quotation(_))) { "carrying-quotation" } else { "carrying-name" }, true);
}

fn class_of_page(class: &str, is_on: bool) {
    if let Some(body) = document().body() {
        // An unknown class to remove is as good as removed.
        let _ = body.class_list().toggle_with_force(class, is_on).ok();
    }
}

/// Where it would be dropped: the element, and what it stands for.
fn goal(state: State, event: &DragEvent, cargo: Cargo) -> Option<(Element, Goal)> {
    const GOALS: &str = "[data-name], [data-quote], .chip, mark[data-layer=quotation]";
    let element = element(event)?.closest(GOALS).ok()??;
    let number = |attribute: &str, sign: char| element.get_attribute(attribute)?.trim_start_matches(sign).parse::<u32>().ok();
    let goal = number("data-name", 'e').map(|id| Goal::Name(EntityId(id))).or_else(|| {
        let id = number("data-quote", 'a').or_else(|| number("data-chip", 'a')).or_else(|| number("data-id", 'a'))?;
        Some(Goal::Quotation(AnnotationId(id)))
    })?;
    may(state, cargo, goal).then_some((element, goal))
}

fn may(state: State, cargo: Cargo, goal: Goal) -> bool {
    match (cargo, goal) {
        (Cargo::Name(from), Goal::Name(into)) => from != into,
        (Cargo::Mention(id), Goal::Name(into)) => {
            state.annotation(id).and_then(|one| one.label.mention().and_then(|mention| mention.entity)) != Some(into)
        }
        (Cargo::Quotation(from), Goal::Quotation(into)) => from != into,
        _ => true,
    }
}

/// Shows where it would be dropped, there and nowhere else.
fn show(goal: Option<&Element>) {
    for element in browser::find_all(".dropping-here") {
        if goal != Some(&element) {
            drop(element.class_list().remove_1("dropping-here"));
        }
    }
    if let Some(element) = goal {
        drop(element.class_list().add_1("dropping-here"));
    }
}

fn put(state: State, cargo: Cargo, goal: Goal) {
    match (cargo, goal) {
        (Cargo::Name(from), Goal::Name(into)) => merge(state, from, into),
        (Cargo::Mention(id), Goal::Name(into)) => {
            if state.dispatch(&Command::LinkMentions(vec![id], into)) {
                say_done(state, format!("A mention of {}", naming::name_of(state, into)));
            }
        }
        (Cargo::Name(entity), Goal::Quotation(id)) | (Cargo::Quotation(id), Goal::Name(entity)) => {
            let speaker = Speaker { span: None, entity: Some(entity), text: naming::name_of(state, entity) };
            set_speaker(state, id, Some(speaker));
        }
        (Cargo::Mention(mention), Goal::Quotation(id)) => {
            let speaker = state.peek(|document| said_by(document, mention)).flatten();
            set_speaker(state, id, speaker);
        }
        (Cargo::Quotation(from), Goal::Quotation(into)) => quoting::join_with(state, from, into),
    }
}

/// Merges the first name into the second, and offers to take it back.
pub(crate) fn merge(state: State, from: EntityId, into: EntityId) {
    let (gone, kept) = (naming::name_of(state, from), naming::name_of(state, into));
    if state.dispatch(&Command::MergeEntities(from, into)) {
        say_done(state, format!("{gone} is the same as {kept}"));
    }
}

/// The current name in the text can be dragged; on all others a drag selects words.
fn make_current_draggable(state: State) {
    Effect::new(move |_| {
        state.segments.track();
        let current = state.current.get();
        let id = current.filter(|id| state.annotation(*id).is_some_and(|one| one.label.mention().is_some()));
        browser::soon(move || {
            for element in browser::find_all("article mark[draggable]") {
                drop(element.remove_attribute("draggable"));
                drop(element.remove_attribute("data-carry"));
            }
            let Some(id) = id else { return };
            for element in browser::find_all(&format!("article mark[data-id=\"a{}\"]", id.0)) {
                drop(element.set_attribute("draggable", "true"));
                drop(element.set_attribute("data-carry", &format!("a{}", id.0)));
            }
        });
    });
}
