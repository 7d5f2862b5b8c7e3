//! A mark as a row of a list: go there, accept, reject.

use super::jump;
use crate::icon::icon;
use crate::state::State;
use crate::words::hue_in;
use galley_engine::annotation::{AnnotationId, Decision};
use galley_engine::view::line::{Line, line};
use leptos::prelude::*;

/// A mark as a row. `stop` says whether the Tab key stops at it; `decide` is called with what was decided.
#[component]
pub(super) fn Row(id: AnnotationId, #[prop(into)] stop: Signal<bool>, decide: Callback<(AnnotationId, Decision)>) -> impl IntoView {
    let state = expect_context::<State>();
    let line = Memo::new(move |_| state.with(|document| line(document, id)).flatten());
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    let decision = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.decision)).unwrap_or_default());
    let words = move || told(line, |line| line.words.clone());
    let sure = move || told(line, |line| line.confidence.map_or_else(String::new, |sure| format!("{sure:.2}")));
    let tabindex = move || if stop.get() { "0" } else { "-1" };
    view! {
        <li class="mark-row" class:on=is_current class:rejected=move || decision.get() == Decision::Rejected data-row=format!("a{}", id.0)
            data-hue=move || line.with(|line| line.as_ref().map(|line| state.own.with(|own| hue_in(own, &line.label))))>
            <button class="go" tabindex=tabindex aria-current=move || is_current.get().then_some("true") title=words on:click=move |_| jump::to_mark(state, id)>
                <i></i>
                <span class="what"><b>{words}</b>" "<small>{move || told(line, |line| line.about.clone())}</small></span>
                <small class="sure">{sure}</small>
            </button>
            <span class="decide">
                {move || acts(decision.get()).map(|(title, name, next)| view! {
                    <button tabindex=tabindex title=title aria-label=move || format!("{title}: {}", words()) on:click=move |_| decide.run((id, next))>{icon(name)}</button>
                })}
            </span>
        </li>
    }
}

fn told(line: Memo<Option<Line>>, look: fn(&Line) -> String) -> String {
    line.with(|line| line.as_ref().map(look)).unwrap_or_default()
}

/// What can be done with a mark, each with its icon and what it comes to.
fn acts(decision: Decision) -> [(&'static str, &'static str, Decision); 2] {
    let (accept, reject, undecide) =
        (("Accept", "check", Decision::Accepted), ("Reject", "close", Decision::Rejected), ("Undecide", "undo", Decision::Pending));
    match decision {
        Decision::Pending => [accept, reject],
        Decision::Accepted => [undecide, reject],
        Decision::Rejected => [undecide, accept],
    }
}
