//! What is known about the article as a whole, each value with where it came from; all of it can be altered in place.

use super::jump;
use crate::browser;
use crate::state::State;
use crate::words::shortened;
use galley_engine::document::{Command, Field};
use galley_engine::source::metadata::{Evidence, Fact, dates};
use galley_engine::view::when;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

/// The fields in order, each with its title and what is written where nothing is known.
const FIELDS: [(Field, &str, &str); 10] = [
    (Field::Title, "Headline", "No headline"),
    (Field::Deck, "Deck", "No deck"),
    (Field::Byline, "Byline", "Nobody named"),
    (Field::Dateline, "Dateline", "No place"),
    (Field::Published, "Published", "No date"),
    (Field::Modified, "Updated", "No date"),
    (Field::Publisher, "Publisher", "Not known"),
    (Field::Section, "Section", "Not known"),
    (Field::Url, "Address", "No address"),
    (Field::Language, "Language", "Not known"),
];

/// The fields.
#[component]
pub(super) fn MetadataFields() -> impl IntoView {
    view! {
        <div class="sec">
            <h2 class="heading">"About the article"</h2>
            {FIELDS.map(|(field, title, empty)| view! { <MetadataField field title empty/> })}
        </div>
    }
}

#[component]
fn MetadataField(field: Field, title: &'static str, empty: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let fact = Memo::new(move |_| state.with(|document| field.of(&document.metadata).cloned()).flatten());
    let is_cleared = Memo::new(move |_| state.with(|document| document.cleared.contains(&field)) == Some(true));
    let value = move || fact.with(|fact| fact.as_ref().map(|fact| fact.value.clone())).unwrap_or_default();
    let id = format!("meta-{title}");
    let note = format!("{id}-note");
    let change = move |event| {
        let typed = event_target_value(&event).split_whitespace().collect::<Vec<_>>().join(" ");
        if typed != untrack(value) {
            state.dispatch(&Command::SetMetadata(field, read(field, typed)));
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        match event.key().as_str() {
            "Escape" => area.set_value(&untrack(value)),
            "Enter" => {}
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        // Leaving the field takes over what was typed.
        drop(area.blur());
        browser::soon(move || drop(area.focus()));
    };
    view! {
        <div class="meta-field">
            <label for=id.clone()>{title}</label>
            <div>
                <textarea id=id rows="1" placeholder=empty aria-describedby=note.clone() spellcheck="false" prop:value=value on:change=change on:keydown=pressed></textarea>
                <small id=note>{move || fact.get().map(|fact| view! { <EvidenceNote field fact/> })}{move || is_cleared.get().then_some("emptied by hand")}</small>
            </div>
        </div>
    }
}

fn is_date(field: Field) -> bool {
    matches!(field, Field::Published | Field::Modified)
}

/// A date as people write it is kept as ISO 8601 writes it.
fn read(field: Field, typed: String) -> String {
    if is_date(field) { dates::iso(&typed).unwrap_or(typed) } else { typed }
}

/// Where the value came from; for a date, also what it reads as.
#[component]
fn EvidenceNote(field: Field, fact: Fact) -> impl IntoView {
    let state = expect_context::<State>();
    let reading = is_date(field).then(|| reading(&fact.value));
    let source = match fact.evidence {
        Evidence::Text(span) => {
            // The language is read in all of the text.
            let is_long = 600 < span.len();
            let words = state.peek(|document| shortened(document.words(span), 60)).unwrap_or_default();
            let words = if is_long { "read in the text".to_owned() } else { format!("from “{words}”") };
            view! { <button class="link" title="Show the place in the text" on:click=move |_| jump::to_words(state, span)>{words}</button> }
                .into_any()
        }
        Evidence::JsonLd => "declared by the page (JSON-LD)".into_any(),
        Evidence::Meta(name) => format!("declared by the page ({name})").into_any(),
        Evidence::Element(name) => format!("from the page’s <{name}>").into_any(),
        Evidence::Given => "given".into_any(),
    };
    view! { {reading}{source} }
}

fn reading(value: &str) -> String {
    let words = when::in_words(value, None);
    if words == value && value.len() != 4 { "not a date: write it as 2025-02-10 ".to_owned() } else { format!("{words} ") }
}
