//! The Quotes tab: who speaks and how much, then what was said.

use super::chips::{chips, flip};
use super::copying::CopyButton;
use super::grow::Grown;
use super::look::Look;
use super::next::NextToDecide;
use super::quotation::Quotation;
use super::speakers::Speakers;
use crate::browser;
use crate::download;
use crate::icon::icon;
use crate::review;
use crate::state::State;
use galley_engine::annotation::{AnnotationId, QuotationKind};
use galley_engine::export::quotations;
use galley_engine::view::quotes::{Quote, cited};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The quotations by number, for the items of the list.
pub(super) type ById = Memo<BTreeMap<AnnotationId, Quote>>;

/// The Quotes tab.
#[component]
pub(super) fn Quotes() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let is_empty = Memo::new(move |_| state.quotes.with(Vec::is_empty));
    on_cleanup(move || look.lit.set(None));
    view! {
        <Show when=move || !is_empty.get() fallback=|| view! { <p class="nothing">"Nobody is quoted yet. Select what somebody says in the article to mark it."</p> }>
            <Speakers/>
            <Quotations/>
        </Show>
        <NextToDecide/>
    }
}

#[component]
fn Quotations() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let by_id: ById = Memo::new(move |_| state.quotes.get().into_iter().map(|quote| (quote.id, quote)).collect());
    let listed = Memo::new(move |_| {
        state.quotes.with(|quotes| quotes.iter().filter(|quote| is_wanted(look, quote)).map(|quote| quote.id).collect::<Vec<_>>())
    });
    let grown = Grown::new(look, Signal::derive(move || listed.with(Vec::len)));
    let shown = Memo::new(move |_| listed.with(|listed| listed.iter().take(grown.count()).copied().collect::<Vec<_>>()));
    let is_shown = move |id: &AnnotationId| shown.with(|shown| shown.contains(id));
    let stop = Memo::new(move |_| state.current.get().filter(is_shown).or_else(|| shown.with(|shown| shown.first().copied())));
    let kind = move |kind: QuotationKind| {
        let count = Signal::derive(move || state.quotes.with(|quotes| quotes.iter().filter(|quote| quote.kind == kind).count()));
        (kind, title(kind), count)
    };
    let kinds = QuotationKind::ALL.iter().map(|one| kind(*one)).collect();
    let all = Callback::new(move |()| {
        let ids = listed.get_untracked();
        let quotes = by_id.with_untracked(|quotes| ids.iter().filter_map(|id| quotes.get(id).cloned()).collect::<Vec<_>>());
        state.peek(|document| quotes.iter().map(|quote| cited(document, quote)).collect::<Vec<_>>().join("\n\n")).unwrap_or_default()
    });
    view! {
        <div class="sec">
            <div class="list-head"><h2 class="heading">"Quotations"</h2><span class="list-acts"><CopyButton what="The list of quotations" label="Copy all" words=all/><CsvButton/></span></div>
            {chips("Kind of quotation", kinds, look.kind.into(), move |kind| flip(look.kind, kind))}
            <OnlyBy/>
            <Show when=move || listed.with(Vec::is_empty)><p class="nothing">"No quotation is of this kind and by this speaker."</p></Show>
            <div class="quotations" role="list" aria-label="Quotations" on:keydown=move |event| pressed(state, listed, grown, &event)>
                <For each=move || shown.get() key=|id| *id let:id><Quotation id by_id stop/></For>
            </div>
            <div node_ref=grown.end></div>
        </div>
    }
}

/// Which speaker's quotations are listed alone, with the way back to all.
#[component]
fn OnlyBy() -> impl IntoView {
    let look = expect_context::<Look>();
    let name = move || look.speaker.get().map(|(_, name)| name.unwrap_or_else(|| "nobody known".to_owned()));
    view! {
        {move || name().map(|name| view! {
            <p class="only">"Only by " <b>{name}</b><button class="link" on:click=move |_| look.speaker.set(None)>"Show all"</button></p>
        })}
    }
}

/// Gives the person the quotations as a table.
#[component]
fn CsvButton() -> impl IntoView {
    let state = expect_context::<State>();
    let save = move |_| {
        let Some(table) = state.peek(quotations::write) else { return };
        let name = download::file_name(&state.title.get_untracked(), quotations::EXTENSION);
        if download::table(&name, &table) {
            state.notices.tell("Downloaded", name);
        } else {
            state.notices.warn("Not downloaded", "The browser would not give out the file.");
        }
    };
    view! { <button class="copy" title="All quotations as a table (CSV)" on:click=save>{icon("download")}"CSV"</button> }
}

/// The arrow keys go from quotation to quotation.
fn pressed(state: State, listed: Memo<Vec<AnnotationId>>, grown: Grown, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let here = target.and_then(|target| {
        let item = target.closest("[data-quote] > .go").ok()??.parent_element()?;
        item.get_attribute("data-quote")?.strip_prefix('a')?.parse().ok().map(AnnotationId)
    });
    let Some(here) = here else { return };
    let at = listed.with_untracked(|listed| listed.iter().position(|one| *one == here)).unwrap_or(0);
    let last = listed.with_untracked(Vec::len).saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" => (at + 1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    grown.at_least(next + 1);
    if let Some(next) = listed.with_untracked(|listed| listed.get(next).copied()) {
        go_to(state, next);
        browser::soon(move || focus(next));
    }
}

/// Makes a quotation the current mark. Where the list lies over the article it stays open.
pub(super) fn go_to(state: State, id: AnnotationId) {
    state.stack.set(vec![id]);
    if browser::is_narrow() {
        state.current.set(Some(id));
    } else {
        review::go_to(state, id);
    }
}

fn focus(id: AnnotationId) {
    if let Some(row) = browser::find(&format!(".inspector [data-quote=\"a{}\"] .go", id.0)) {
        drop(row.focus());
    }
}

fn is_wanted(look: Look, quote: &Quote) -> bool {
    let by_speaker =
        look.speaker.with(|wanted| wanted.as_ref().is_none_or(|(entity, speaker)| (entity, speaker) == (&quote.entity, &quote.speaker)));
    by_speaker && look.kind.get().is_none_or(|kind| kind == quote.kind)
}

/// What a kind is called on a button.
pub(super) fn title(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "Direct",
        QuotationKind::Mixed => "Partial",
        QuotationKind::Indirect => "Indirect",
    }
}
