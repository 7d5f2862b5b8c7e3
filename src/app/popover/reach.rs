//! Which blocks a role is given to: this one, all that are alike, or all up to another one.

use crate::blocks::reached;
use crate::state::{Reach, State};
use crate::words::count;
use galley_engine::annotation::AnnotationId;
use galley_engine::view::alike::Likeness;
use leptos::prelude::*;

/// The choice on the card of a role.
#[component]
pub(super) fn ReachChoice(id: AnnotationId) -> impl IntoView {
    let state = expect_context::<State>();
    let many = move |reach| state.peek(|document| reached(document, id, reach).len()).unwrap_or(0);
    let button = move |reach: Reach, words: String, title: &'static str| {
        let is_on = move || (state.reach.get() == reach).to_string();
        view! { <button aria-pressed=is_on title=title on:click=move |_| choose(state, id, reach)>{words}</button> }
    };
    let alike = move |likeness, words: &'static str, title| {
        let many = many(Reach::Alike(likeness));
        (1 < many).then(|| button(Reach::Alike(likeness), format!("{words} · {many}"), title))
    };
    let run = match state.reach.get_untracked() {
        run @ Reach::Run(anchor, head) => {
            Some(button(run, count(anchor.abs_diff(head) + 1, "block"), "From the first to the last that you chose"))
        }
        _ => None,
    };
    view! {
        <div class="reach" role="group" aria-label="Which blocks">
            {button(Reach::One, "This block".to_owned(), "Only this block")}
            {run}
            {alike(Likeness::Place, "Same place", "All blocks that stood in the same kind of place on the page")}
            {alike(Likeness::Shape, "Same shape", "All blocks of like length, case and signs")}
            <button title="All blocks from here to another one (Shift and the arrow keys, or Shift and a click)" on:click=move |_| ask(state)>"Up to…"</button>
        </div>
    }
}

fn choose(state: State, id: AnnotationId, reach: Reach) {
    state.reach.set(reach);
    let many = state.peek(|document| reached(document, id, reach).len()).unwrap_or(1);
    state.spoken.set(format!("{} meant", count(many, "block")));
}

/// Asks for the other end of the run.
fn ask(state: State) {
    state.reach.set(Reach::One);
    state.popped.set(false);
    state.reaching.set(true);
}
