//! What can be done to a name and all its mentions at once, under the name when it is unfolded.

use super::look::Look;
use super::mention::Mentions;
use super::names::focus;
use super::wikidata::Item;
use crate::asking::{self, Ask};
use crate::browser;
use crate::commands::Key;
use crate::icon::icon;
use crate::naming;
use crate::state::State;
use crate::words::{capital, offered_in};
use galley_engine::annotation::{AnnotationId, Decision, EntityId, EntityKind, LabelName, Layer};
use galley_engine::document::{Command, Document};
use galley_engine::view::names::{Name, all_mentions};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The acts, what more is known, and the mentions.
#[component]
pub(super) fn Unfolded(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let pending = Memo::new(move |_| state.with(|document| pending(document, id)).unwrap_or_default());
    let count = move || name.with(|name| name.as_ref().map_or(0, |name| name.mentions.len()));
    let is_renaming = move || look.renaming.get() == Some(id);
    let is_parting = move || look.parting.get() == Some(id);
    let reject = move |_| {
        let next = neighbour(id);
        if naming::reject(state, id)
            && let Some(next) = next
        {
            browser::soon(move || focus(next, ".go"));
        }
    };
    let rename = move |_| look.renaming.update(|one| *one = Some(id).filter(|_| *one != Some(id)));
    let part = move |_| {
        if is_parting_now(look, id) {
            look.stop_parting()
        } else {
            look.stop_parting();
            look.parting.set(Some(id))
        }
    };
    let roles = move || name.with(|name| name.as_ref().map(|name| name.roles.clone())).unwrap_or_default();
    view! {
        <div class="unfolded">
            <div class="name-acts">
                <button on:click=move |_| naming::accept(state, id) aria-disabled=move || pending.with(Vec::is_empty).to_string()>{move || match pending.with(Vec::len) { 0 => "All decided".to_owned(), 1 => "Accept".to_owned(), many => format!("Accept all {many}") }}<Key name="accept-name"/></button>
                <button on:click=reject>{move || if count() == 1 { "Reject" } else { "Reject all" }}<Key name="reject-all"/></button>
                <button class="rename" aria-expanded=move || is_renaming().to_string() on:click=rename>"Rename"<Key name="rename"/></button>
                <button class="merge" title="Choose the name that it is the same as, or drag it there" on:click=move |_| asking::begin(state, Ask::Same(id))>"Merge"<Key name="same-name"/></button>
                <Show when=move || 1 < count()><button class="part" aria-expanded=move || is_parting().to_string() on:click=part>"Split"</button></Show>
                <KindChoice id name/>
            </div>
            <Show when=is_renaming><Rename id name/></Show>
            <Show when=move || !roles().is_empty()><p class="roles"><span class="unseen">"Titles: "</span>{move || roles().join(" · ")}</p></Show>
            <Item id name/>
            <Steps id/>
            <Mentions id name/>
        </div>
    }
}

fn is_parting_now(look: Look, id: EntityId) -> bool {
    look.parting.get_untracked() == Some(id)
}

/// Goes through the mentions in the article: "3 of 12".
#[component]
fn Steps(id: EntityId) -> impl IntoView {
    let state = expect_context::<State>();
    let mentions = Memo::new(move |_| state.with(|document| all_mentions(document, id)).unwrap_or_default());
    let at = move || state.current.get().and_then(|current| mentions.with(|mentions| mentions.iter().position(|one| *one == current)));
    let told = move || match (at(), mentions.with(Vec::len)) {
        (Some(at), many) => format!("{} of {many}", at + 1),
        (None, 1) => "1 mention".to_owned(),
        (None, many) => format!("{many} mentions"),
    };
    view! {
        <div class="steps" role="group" aria-label="Go through the mentions">
            <button class="step-previous" aria-label="Previous mention" title="Previous mention (←, ⇧K)" on:click=move |_| naming::step(state, id, false)>{icon("previous")}</button>
            <span aria-live="off">{told}</span>
            <button class="step-next" aria-label="Next mention" title="Next mention (→, ⇧J)" on:click=move |_| naming::step(state, id, true)>{icon("next")}</button>
        </div>
    }
}

/// The entity listed after `id`, or the one before.
fn neighbour(id: EntityId) -> Option<EntityId> {
    let item = browser::find(&format!(".names [data-name=\"e{}\"]", id.0))?;
    let beside = item.next_element_sibling().or_else(|| item.previous_element_sibling())?;
    beside.get_attribute("data-name")?.strip_prefix('e')?.parse().ok().map(EntityId)
}

fn pending(document: &Document, id: EntityId) -> Vec<AnnotationId> {
    document.mentions(id).filter(|one| one.decision == Decision::Pending).map(|one| one.id).collect()
}

/// Which kind of thing is named; a choice changes every mention.
#[component]
fn KindChoice(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let kind = Memo::new(move |_| name.with(|name| name.as_ref().map(|name| name.kind.clone())));
    let offered = state.own.with_untracked(|own| offered_in(own, Layer::Entity)).into_iter().filter_map(|label| match label {
        LabelName::Entity(kind) if kind.is_linked() => Some(kind),
        _ => None,
    });
    let mut kinds: Vec<EntityKind> = offered.collect();
    kinds.extend(kind.get_untracked().filter(|kind| !kinds.contains(kind)));
    let option = |one: EntityKind| {
        let (code, title) = (one.code().to_owned(), capital(one.title()));
        view! { <option value=code prop:selected=move || kind.with(|kind| kind.as_ref() == Some(&one))>{title}</option> }
    };
    let change = move |event| {
        state.dispatch(&Command::RelabelEntity(id, EntityKind::from_code(&event_target_value(&event))));
    };
    view! { <select aria-label="Kind of all mentions" on:change=change>{kinds.into_iter().map(option).collect_view()}</select> }
}

/// The field for another name.
#[component]
fn Rename(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let old = name.get_untracked().map(|name| name.name).unwrap_or_default();
    browser::soon(move || focus(id, ".ask input"));
    let text = RwSignal::new(old.clone());
    let close = move || {
        look.renaming.set(None);
        browser::soon(move || focus(id, ".go"));
    };
    let save = move || {
        let new = text.get_untracked().trim().to_owned();
        if !new.is_empty() && new != old {
            state.dispatch(&Command::RenameEntity(id, new));
        }
        close();
    };
    let saved = save.clone();
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            save();
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
        _ => {}
    };
    view! {
        <div class="ask">
            <input aria-label="Name" autocomplete="off" spellcheck="false" prop:value=text on:input=move |event| text.set(event_target_value(&event)) on:keydown=pressed/>
            <button class="plain" on:click=move |_| saved()>"Save"</button>
        </div>
    }
}
