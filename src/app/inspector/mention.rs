//! The mentions of a name, each in its sentence; some of them can be chosen, to be split off or given to another name.

use super::grow::Grown;
use super::jump;
use super::look::Look;
use crate::asking::{self, Ask};
use crate::icon::icon;
use crate::naming;
use crate::state::State;
use crate::words::{self, count};
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
    let look = expect_context::<Look>();
    let by_name = Memo::new(move |_| name.with(|name| name.as_ref().map(|name| name.mentions.clone())).unwrap_or_default());
    let others = Memo::new(move |_| state.with(|document| other_mentions(document, id)).unwrap_or_default());
    let all = Memo::new(move |_| by_name.get().into_iter().chain(others.get()).collect::<Vec<_>>());
    let grown = Grown::new(look, Signal::derive(move || all.with(Vec::len)));
    let shown = move || all.with(|all| all.iter().take(grown.count()).copied().collect::<Vec<_>>());
    let can_split = Memo::new(move |_| 1 < by_name.with(Vec::len));
    let is_parting = Memo::new(move |_| look.parting.get() == Some(id));
    view! {
        <Show when=move || is_parting.get()><Parting all/></Show>
        <ol class="mentions" class:choosing=is_parting><For each=shown key=|id| *id let:id><Mention id can_split is_parting/></For></ol>
        <div node_ref=grown.end></div>
    }
}

/// What is done with the chosen mentions.
#[component]
fn Parting(all: Memo<Vec<AnnotationId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let many = move || look.chosen.with(|chosen| chosen.len());
    // One must stay, or there is nothing to split off from.
    let is_some = move || 0 < many() && many() < all.with(Vec::len);
    let chosen = move || look.chosen.get_untracked().into_iter().collect::<Vec<_>>();
    let split = move |_| {
        if naming::part_these(state, chosen()) {
            look.stop_parting();
        }
    };
    let give = move |_| {
        asking::begin(state, Ask::Whose(chosen()));
        look.stop_parting();
    };
    view! {
        <div class="parting" role="group" aria-label="The chosen mentions">
            <span role="status">{move || if many() == 0 { "Choose mentions".to_owned() } else { format!("{} chosen", count(many(), "mention")) }}</span>
            <button class="plain" disabled=move || !is_some() on:click=split>"Split off"</button>
            <button class="plain" disabled=move || many() == 0 on:click=give>"Give to…"</button>
            <button class="link" on:click=move |_| look.stop_parting()>"Cancel"</button>
        </div>
    }
}

#[component]
fn Mention(id: AnnotationId, can_split: Memo<bool>, is_parting: Memo<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let shown = Memo::new(move |_| state.with(|document| shown(document, id)).flatten());
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    let is_name = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.form.is_none()));
    let is_chosen = Memo::new(move |_| look.chosen.with(|chosen| chosen.contains(&id)));
    let choose = move |event| {
        let is_on = event_target_checked(&event);
        look.chosen.maybe_update(|chosen| if is_on { chosen.insert(id) } else { chosen.remove(&id) });
    };
    let label = move || shown.get().map(|Shown { context, .. }| format!("Choose: {}{}{}", context.before, context.words, context.after));
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
    let reject = move |_| {
        state.dispatch(&Command::Reject(vec![id]));
    };
    view! {
        <li class:on=is_current draggable="true" data-carry=format!("a{}", id.0)>
            <Show when=move || is_parting.get()><input type="checkbox" class="choose" aria-label=label prop:checked=is_chosen on:change=choose/></Show>
            <button class="go" on:click=move |_| jump::to_mark(state, id)>{words}</button>
            <Show when=move || !is_parting.get()>
                <span class="mention-acts">
                    <Show when=move || can_split.get() && is_name()><button class="split" title="This mention names somebody or something else (-)" on:click=move |_| { naming::part_these(state, vec![id]); }>"Split off"</button></Show>
                    <button class="split" aria-label="Reject this mention" title="Reject this mention" on:click=reject>{icon("close")}</button>
                </span>
            </Show>
        </li>
    }
}

fn shown(document: &Document, id: AnnotationId) -> Option<Shown> {
    let annotation = document.annotations.get(&id)?;
    let form = annotation.label.mention().map_or(Form::Name, |mention| mention.form);
    Some(Shown { context: context(document, annotation), decision: annotation.decision, form: words::form(form) })
}
