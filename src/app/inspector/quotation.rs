//! One quotation: what was said, by whom, and how; the current one with all that can be done to it.

use super::copying::CopyButton;
use super::jump;
use super::quotes::{ById, title};
use crate::asking;
use crate::commands::Key;
use crate::quoting;
use crate::state::State;
use crate::words;
use galley_engine::annotation::{AnnotationId, Decision, LabelName, QuotationKind};
use galley_engine::document::Command;
use galley_engine::view::quotes::{Quote, cited};
use leptos::prelude::*;

/// One quotation. It can be dragged onto another one, or onto a name.
#[component]
pub(super) fn Quotation(id: AnnotationId, by_id: ById, stop: Memo<Option<AnnotationId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let quote = Memo::new(move |_| by_id.with(|quotes| quotes.get(&id).cloned()));
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    let told = move |look: fn(&Quote) -> String| move || quote.with(|quote| quote.as_ref().map(look)).unwrap_or_default();
    let is = move |look: fn(&Quote) -> bool| move || quote.with(|quote| quote.as_ref().is_some_and(look));
    let words =
        Callback::new(move |()| quote.get_untracked().and_then(|quote| state.peek(|document| cited(document, &quote))).unwrap_or_default());
    let ask = move |_| {
        state.current.set(Some(id));
        asking::speaker(state);
    };
    view! {
        <blockquote role="listitem" data-quote=format!("a{}", id.0) data-carry=format!("a{}", id.0) draggable="true" class:on=is_current
            class:reported=is(|quote| quote.kind == QuotationKind::Indirect) class:accepted=is(|quote| quote.decision == Decision::Accepted)>
            <button class="go" tabindex=move || if stop.get() == Some(id) { "0" } else { "-1" } aria-current=move || is_current.get().then_some("true")
                on:click=move |_| jump::to_mark(state, id)><span class="said">{told(|quote| quote.text.clone())}</span><span class="unseen">{told(spoken)}</span></button>
            <footer>
                <button class="by" class:unknown=is(|quote| quote.speaker.is_none()) tabindex=move || if is_current.get() { "0" } else { "-1" } title="Set the speaker (s)" on:click=ask>{told(|quote| quote.speaker.clone().unwrap_or_else(|| "No speaker".to_owned()))}</button>
                <span>{told(how)}</span>
                <CopyButton what="The quotation" label="" words/>
            </footer>
            <Show when=move || is_current.get()><Acts id quote/></Show>
        </blockquote>
    }
}

/// " · direct · said · accepted".
fn how(quote: &Quote) -> String {
    let decided = (quote.decision == Decision::Accepted).then(|| words::state(quote.decision).to_owned());
    [Some(quote.kind.title().to_owned()), quote.cue.clone(), decided].into_iter().flatten().map(|part| format!(" · {part}")).collect()
}

/// For a screen reader: ", by Marco Rubio, suggested".
fn spoken(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref().map_or_else(|| "speaker unknown".to_owned(), |speaker| format!("by {speaker}"));
    format!(", {speaker}, {}", words::state(quote.decision))
}

/// What can be done to the current quotation.
#[component]
fn Acts(id: AnnotationId, quote: Memo<Option<Quote>>) -> impl IntoView {
    let state = expect_context::<State>();
    let is_accepted = move || quote.with(|quote| quote.as_ref().is_some_and(|quote| quote.decision == Decision::Accepted));
    let parts = move || quote.with(|quote| quote.as_ref().map_or(1, |quote| quote.parts));
    let decide = move |_| {
        let ids = vec![id];
        state.dispatch(&if is_accepted() { Command::Reopen(ids) } else { Command::Accept(ids) });
    };
    let kind = move |one: QuotationKind| {
        let is_on = move || quote.with(|quote| quote.as_ref().is_some_and(|quote| quote.kind == one)).to_string();
        let give = move |_| {
            state.dispatch(&Command::Relabel(vec![id], LabelName::Quotation(one)));
        };
        view! { <button aria-pressed=is_on on:click=give>{title(one)}</button> }
    };
    view! {
        <div class="quote-acts">
            <button on:click=decide>{move || if is_accepted() { "Undecide" } else { "Accept" }}<Key name="accept"/></button>
            <button on:click=move |_| quoting::unquote(state)>"Not a quotation"<Key name="unquote"/></button>
            <button on:click=move |_| asking::speaker(state)>"Speaker"<Key name="speaker"/></button>
            <button on:click=move |_| asking::cue(state)>"Cue"<Key name="cue"/></button>
            <button on:click=move |_| quoting::join(state)>"Join with next"<Key name="join"/></button>
            <Show when=move || 1 < parts()><button on:click=move |_| quoting::part(state)>{move || format!("Split its {} parts", parts())}<Key name="part"/></button></Show>
            <span class="kinds" role="group" aria-label="Kind">{QuotationKind::ALL.iter().map(|one| kind(*one)).collect_view()}</span>
        </div>
    }
}
