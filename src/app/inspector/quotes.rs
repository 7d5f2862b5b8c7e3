//! The Quotes tab: who speaks and how much, then what was said.

use super::chips::{chips, flip};
use super::copying::CopyButton;
use super::look::Look;
use super::next::NextToDecide;
use super::quotation::Quotation;
use super::speakers::Speakers;
use crate::state::State;
use galley_engine::annotation::QuotationKind;
use galley_engine::view::quotes::{Quote, cited};
use leptos::prelude::*;

/// The Quotes tab.
#[component]
pub(super) fn Quotes() -> impl IntoView {
    let state = expect_context::<State>();
    let is_empty = Memo::new(move |_| state.quotes.with(Vec::is_empty));
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
    let listed =
        Memo::new(move |_| state.quotes.with(|quotes| quotes.iter().filter(|quote| is_wanted(look, quote)).cloned().collect::<Vec<_>>()));
    let kind = move |kind: QuotationKind| {
        let count = Signal::derive(move || state.quotes.with(|quotes| quotes.iter().filter(|quote| quote.kind == kind).count()));
        (kind, title(kind), count)
    };
    let kinds = QuotationKind::ALL.iter().map(|one| kind(*one)).collect();
    let all = Callback::new(move |()| {
        let quotes = listed.get_untracked();
        state.peek(|document| quotes.iter().map(|quote| cited(document, quote)).collect::<Vec<_>>().join("\n\n")).unwrap_or_default()
    });
    let key = |quote: &Quote| (quote.id, quote.text.clone(), quote.kind, quote.speaker.clone(), quote.entity, quote.cue.clone());
    view! {
        <div class="sec">
            <div class="list-head"><h2 class="heading">"Quotations"</h2><CopyButton what="The list of quotations" label="Copy all" words=all/></div>
            {chips("Kind of quotation", kinds, look.kind.into(), move |kind| flip(look.kind, kind))}
            <Show when=move || listed.with(Vec::is_empty)><p class="nothing">"No quotation is of this kind and by this speaker."</p></Show>
            <For each=move || listed.get() key=key let:quote><Quotation quote/></For>
        </div>
    }
}

fn is_wanted(look: Look, quote: &Quote) -> bool {
    let by_speaker =
        look.speaker.with(|wanted| wanted.as_ref().is_none_or(|(entity, speaker)| (entity, speaker) == (&quote.entity, &quote.speaker)));
    by_speaker && look.kind.get().is_none_or(|kind| kind == quote.kind)
}

fn title(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "Direct",
        QuotationKind::Mixed => "Partial",
        QuotationKind::Indirect => "Indirect",
    }
}
