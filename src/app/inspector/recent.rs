//! What was done last: to go there again, and to make it undecided.

use super::jump;
use crate::state::State;
use crate::words::capital;
use galley_engine::document::Command;
use galley_engine::view::recent::Deed;
use leptos::prelude::*;

/// The last few things that were done, the last first.
#[component]
pub(super) fn Recent() -> impl IntoView {
    let state = expect_context::<State>();
    let key = |deed: &Deed| (deed.number, deed.summary.clone(), deed.decided.clone());
    view! {
        <Show when=move || !state.recent.with(Vec::is_empty)>
            <div class="sec">
                <h2 class="heading">"Done last"</h2>
                <ol class="recent" role="list"><For each=move || state.recent.get() key=key let:deed><Done deed/></For></ol>
            </div>
        </Show>
    }
}

#[component]
fn Done(deed: Deed) -> impl IntoView {
    let state = expect_context::<State>();
    let Deed { summary, marks, decided, .. } = deed;
    let summary = capital(&summary);
    let first = marks.first().copied();
    let words = summary.clone();
    let reopen = (!decided.is_empty()).then(|| {
        let label = format!("Reopen: {summary}");
        let reopen = move |_| {
            state.dispatch(&Command::Reopen(decided.clone()));
        };
        view! { <button class="small-act" aria-label=label on:click=reopen>"Reopen"</button> }
    });
    view! {
        <li>
            <button class="go" disabled=first.is_none() title=words.clone() on:click=move |_| if let Some(id) = first { jump::to_mark(state, id) }>{words.clone()}</button>
            {reopen}
        </li>
    }
}
