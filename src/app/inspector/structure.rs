//! The Structure tab: what is known about the article, its outline, its furniture, and the article without it.

use super::copying::CopyButton;
use super::furniture::FurnitureList;
use super::metadata::MetadataFields;
use super::outline::Outline;
use crate::state::State;
use crate::words::{count, grouped};
use galley_engine::view::clean;
use leptos::prelude::*;

/// The Structure tab.
#[component]
pub(super) fn Structure() -> impl IntoView {
    view! {
        <MetadataFields/>
        <Outline/>
        <FurnitureList/>
        <CleanCopy/>
    }
}

/// Copies the article without its furniture.
#[component]
fn CleanCopy() -> impl IntoView {
    let state = expect_context::<State>();
    let text = Callback::new(move |()| state.peek(clean::text).unwrap_or_default());
    let markdown = Callback::new(move |()| state.peek(clean::markdown).unwrap_or_default());
    let amount = Memo::new(move |_| state.with(|document| clean::text(document).split_whitespace().count()).unwrap_or(0));
    let words = move || format!("{} without furniture.", count_grouped(amount.get()));
    view! {
        <div class="sec">
            <h2 class="heading">"Clean article"</h2>
            <p class="aside">{words}</p>
            <label class="check story"><input type="checkbox" prop:checked=state.clean on:change=move |event| state.clean.set(event_target_checked(&event))/>"Show only the story"</label>
            <div class="copies">
                <CopyButton what="The article" label="Copy as text" words=text/>
                <CopyButton what="The article" label="Copy as Markdown" words=markdown/>
            </div>
        </div>
    }
}

fn count_grouped(amount: usize) -> String {
    if amount < 1000 { count(amount, "word") } else { format!("{} words", grouped(amount)) }
}
