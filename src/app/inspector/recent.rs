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
    let is_long = RwSignal::new(false);
    let count = move || state.recent.with(Vec::len);
    let shown = move || state.recent.get().into_iter().take(if is_long.get() { usize::MAX } else { 1 }).collect::<Vec<_>>();
    view! {
        <Show when=move || 0 < count()>
            <div class="list-head">
                <h2 class="heading">"Done last"</h2>
                <Show when=move || 1 < count()>
                    <button class="link" aria-expanded=move || is_long.get().to_string() on:click=move |_| is_long.update(|long| *long = !*long)>{move || if is_long.get() { "Fewer" } else { "More" }}</button>
                </Show>
            </div>
            <ol class="recent" role="list"><For each=shown key=key let:deed><Done deed/></For></ol>
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
