//! One name: what it is, where it is first mentioned and how often; unfolded, what can be done to all its mentions at once.

use super::acts::Unfolded;
use super::look::Look;
use super::names::ByEntity;
use super::same;
use crate::library::percent;
use crate::state::State;
use crate::words::{count, hue_in};
use galley_engine::annotation::{EntityId, LabelName};
use galley_engine::view::context::{Context, context};
use galley_engine::view::names::Name;
use leptos::prelude::*;

/// One name. It lights up its mentions in the article while it is pointed at or has the focus, and can be dragged onto another.
#[component]
pub(super) fn NameItem(id: EntityId, by_entity: ByEntity, stop: Memo<Option<EntityId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let name = Memo::new(move |_| by_entity.with(|names| names.get(&id).cloned()));
    let is_open = Memo::new(move |_| look.unfolded.with(|open| open.contains(&id)));
    let clicked = move |_| {
        if !same::take(state, id) {
            look.unfolded.update(|open| flip(open, id));
        }
    };
    let told = move |look: fn(&Name) -> String| move || name.with(|name| name.as_ref().map(look)).unwrap_or_default();
    // The text stays as it is: only another first mention brings another sentence.
    let first = Memo::new(move |_| name.with(|name| name.as_ref().and_then(|name| name.mentions.first().copied())));
    let around = Memo::new(move |_| {
        first.get().and_then(|first| state.peek(|document| Some(context(document, document.annotations.get(&first)?))).flatten())
    });
    let sentence = move || around.get().map(|Context { before, words, after }| view! { {before}<b>{words}</b>{after} });
    view! {
        <li class="name" class:open=is_open data-name=format!("e{}", id.0) data-hue=move || name.with(|name| name.as_ref().map(|name| state.own.with(|own| hue_in(own, &LabelName::Entity(name.kind.clone())))))
            on:pointerenter=move |_| look.lit.set(Some(id)) on:pointerleave=move |_| look.unlight(id)
            on:focusin=move |_| { look.lit.set(Some(id)); look.stop.set(Some(id)); } on:focusout=move |_| look.unlight(id)>
            <div class="name-head" draggable="true" data-carry=format!("e{}", id.0)>
                <button class="go" aria-expanded=move || is_open.get().to_string() tabindex=move || if stop.get() == Some(id) { "0" } else { "-1" } on:click=clicked>
                    <i></i>
                    <span class="what"><b>{told(|name| name.name.clone())}</b>" "<small>{told(what)}</small></span>
                    <small class="sure" aria-hidden="true">{told(|name| name.mentions.len().to_string())}</small>
                    <span class="unseen">{told(|name| format!(", {}, {} decided. ", count(name.mentions.len(), "mention"), name.decided))}</span>
                    <small class="sentence">{sentence}</small>
                    <span class="bar" class:none=move || name.with(|name| name.as_ref().is_none_or(|name| name.decided == 0)) aria-hidden="true" title=told(|name| format!("{} of {} decided", name.decided, name.mentions.len()))><i style:width=told(|name| percent(name.decided, name.mentions.len()))></i></span>
                </button>
            </div>
            <Show when=move || is_open.get()><Unfolded id name/></Show>
        </li>
    }
}

fn flip(open: &mut std::collections::BTreeSet<EntityId>, id: EntityId) {
    if !open.remove(&id) {
        open.insert(id);
    }
}

/// "person · Defense Secretary".
fn what(name: &Name) -> String {
    [name.kind.title()].into_iter().chain(name.roles.first().map(String::as_str)).collect::<Vec<_>>().join(" · ")
}
