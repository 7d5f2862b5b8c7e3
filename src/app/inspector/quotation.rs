//! One quotation: what was said, by whom, and how.

use super::copying::CopyButton;
use super::jump;
use crate::state::State;
use galley_engine::annotation::QuotationKind;
use galley_engine::view::quotes::{Quote, cited};
use leptos::prelude::*;

/// One quotation.
#[component]
pub(super) fn Quotation(quote: Quote) -> impl IntoView {
    let state = expect_context::<State>();
    let id = quote.id;
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    let (text, is_named, is_reported) = (quote.text.clone(), quote.speaker.is_some(), quote.kind == QuotationKind::Indirect);
    let speaker = quote.speaker.clone().unwrap_or_else(|| "No speaker".to_owned());
    let how: Vec<String> = [Some(quote.kind.title().to_owned()), quote.cue.clone()].into_iter().flatten().collect();
    let words = Callback::new(move |()| state.peek(|document| cited(document, &quote)).unwrap_or_default());
    view! {
        <blockquote class:on=is_current class:reported=is_reported>
            <button class="go" aria-current=move || is_current.get().then_some("true") on:click=move |_| jump::to_mark(state, id)><span class="said">{text}</span></button>
            <footer>
                <span class:unknown=!is_named>{speaker}</span>{format!(" · {}", how.join(" · "))}
                <CopyButton what="The quotation" label="" words/>
            </footer>
        </blockquote>
    }
}
