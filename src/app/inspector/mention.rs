//! The mentions of a name, each in its sentence.

use super::jump;
use crate::state::State;
use crate::words;
use galley_engine::annotation::{AnnotationId, Decision, EntityId, Form};
use galley_engine::document::{Command, Document};
use galley_engine::view::context::{Context, context};
use galley_engine::view::names::{Name, other_mentions};
use leptos::prelude::*;

/// What is shown of a mention.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    context: Context,
    decision: Decision,
    form: Option<&'static str>,
}

/// The mentions by name, then those by pronoun or description.
#[component]
pub(super) fn Mentions(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let by_name = Memo::new(move |_| name.with(|name| name.as_ref().map(|name| name.mentions.clone())).unwrap_or_default());
    let others = Memo::new(move |_| state.with(|document| other_mentions(document, id)).unwrap_or_default());
    let all = move || by_name.get().into_iter().chain(others.get()).collect::<Vec<_>>();
    let can_split = Memo::new(move |_| 1 < by_name.with(Vec::len));
    view! { <ol class="mentions"><For each=all key=|id| *id let:id><Mention id can_split/></For></ol> }
}

#[component]
fn Mention(id: AnnotationId, can_split: Memo<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let shown = Memo::new(move |_| state.with(|document| shown(document, id)).flatten());
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    let is_name = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.form.is_none()));
    let words = move || {
        shown.get().map(|Shown { context, decision, form }| {
            let state = words::state(decision);
            view! {
                <i class=state title=words::capital(state)></i>
                <span>{context.before}<b>{context.words}</b>{context.after}{form.map(|form| view! { " "<small>{form}</small> })}</span>
                <span class="unseen">{format!(", {state}")}</span>
            }
        })
    };
    let split = move |_| {
        state.dispatch(&Command::SplitMention(id));
    };
    view! {
        <li class:on=is_current>
            <button class="go" on:click=move |_| jump::to_mark(state, id)>{words}</button>
            <Show when=move || can_split.get() && is_name()><button class="split" title="This mention names somebody or something else" on:click=split>"Split off"</button></Show>
        </li>
    }
}

fn shown(document: &Document, id: AnnotationId) -> Option<Shown> {
    let annotation = document.annotations.get(&id)?;
    let form = annotation.label.mention().map_or(Form::Name, |mention| mention.form);
    Some(Shown { context: context(document, annotation), decision: annotation.decision, form: words::form(form) })
}
