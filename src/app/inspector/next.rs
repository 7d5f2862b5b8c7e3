//! The next few marks to decide, at the end of another tab.

use super::row::Row;
use crate::state::{State, Tab};
use galley_engine::annotation::{AnnotationId, Decision};
use galley_engine::document::Command;
use galley_engine::view::queue::{Filter, neighbour, queue};
use leptos::prelude::*;

/// How many are listed.
const MOST: usize = 3;

/// The next few marks to decide, from the current one on.
#[component]
pub(super) fn NextToDecide() -> impl IntoView {
    let state = expect_context::<State>();
    let pending = Memo::new(move |_| {
        let filter = Filter { decision: Some(Decision::Pending), ..state.filter.get() };
        state.with(|document| queue(document, &filter, state.order.get())).unwrap_or_default()
    });
    let next = Memo::new(move |_| pending.with(|pending| from_current(state, pending)));
    let decide = Callback::new(move |(id, decision)| {
        let ids = vec![id];
        state.dispatch(&if decision == Decision::Accepted { Command::Accept(ids) } else { Command::Reject(ids) });
    });
    let rest = move || pending.with(Vec::len).saturating_sub(next.with(Vec::len));
    view! {
        <Show when=move || !next.with(Vec::is_empty)>
            <div class="sec">
                <div class="list-head">
                    <h2 class="heading">"Next to decide"</h2>
                    <Show when=move || 0 < rest()><button class="link" on:click=move |_| state.tab.set(Tab::Review)>{move || format!("{} more", rest())}</button></Show>
                </div>
                <ul class="marks" role="list"><For each=move || next.get() key=|id| *id let:id><Row id stop=true decide/></For></ul>
            </div>
        </Show>
    }
}

/// The current mark, when it waits for a decision, and those after it.
fn from_current(state: State, pending: &[AnnotationId]) -> Vec<AnnotationId> {
    let current = state.current.get();
    let here = current.filter(|id| pending.contains(id));
    let first = here.or_else(|| state.with(|document| neighbour(document, pending, state.order.get(), current, true)).flatten());
    let at = first.and_then(|first| pending.iter().position(|id| *id == first)).unwrap_or(0);
    pending.iter().cycle().skip(at).take(MOST.min(pending.len())).copied().collect()
}
