//! One name: what it is, how often it is mentioned, and what can be done to all its mentions at once.

use super::done;
use super::look::Look;
use super::mention::Mentions;
use super::names::ByEntity;
use crate::browser;
use crate::library::percent;
use crate::state::State;
use crate::words::{capital, hue, offered};
use galley_engine::annotation::{AnnotationId, Decision, EntityId, EntityKind, LabelName, Layer};
use galley_engine::document::Command;
use galley_engine::view::names::{Name, other_mentions};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What is asked for under an unfolded name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Asked {
    #[default]
    Nothing,
    NewName,
    Other,
}

/// One name. It lights up its mentions in the article while it is pointed at or has the focus.
#[component]
pub(super) fn NameItem(id: EntityId, by_entity: ByEntity) -> impl IntoView {
    let look = expect_context::<Look>();
    let name = Memo::new(move |_| by_entity.with(|names| names.get(&id).cloned()));
    let is_open = Memo::new(move |_| look.unfolded.with(|open| open.contains(&id)));
    let flip = move |_| {
        look.unfolded.update(|open| {
            if !open.remove(&id) {
                open.insert(id);
            }
        })
    };
    let told = move |look: fn(&Name) -> String| move || name.with(|name| name.as_ref().map(look)).unwrap_or_default();
    let unlight = move || {
        look.lit.update(|lit| {
            if *lit == Some(id) {
                *lit = None
            }
        })
    };
    view! {
        <li class="name" class:open=is_open data-name=format!("e{}", id.0) data-hue=move || name.with(|name| name.as_ref().map(|name| hue(&LabelName::Entity(name.kind.clone()))))
            on:pointerenter=move |_| look.lit.set(Some(id)) on:pointerleave=move |_| unlight()
            on:focusin=move |_| look.lit.set(Some(id)) on:focusout=move |_| unlight()>
            <button class="go" aria-expanded=move || is_open.get().to_string() on:click=flip>
                <i></i>
                <span class="what"><b>{told(|name| name.name.clone())}</b>" "<small>{told(|name| name.kind.title().to_owned())}</small></span>
                <small class="sure" aria-hidden="true">{told(|name| name.mentions.len().to_string())}</small>
                <span class="unseen">{told(|name| format!("{} mentions, {} decided", name.mentions.len(), name.decided))}</span>
                <span class="bar" class:none=move || name.with(|name| name.as_ref().is_none_or(|name| name.decided == 0)) aria-hidden="true" title=told(|name| format!("{} of {} decided", name.decided, name.mentions.len()))><i style:width=told(|name| percent(name.decided, name.mentions.len()))></i></span>
            </button>
            <Show when=move || is_open.get()><Unfolded id name/></Show>
        </li>
    }
}

/// What can be done to the name, and its mentions.
#[component]
fn Unfolded(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let asked = RwSignal::new(Asked::default());
    let pending = Memo::new(move |_| state.with(|document| pending(document, id)).unwrap_or_default());
    let all = move || name.with(|name| name.as_ref().map(|name| name.mentions.clone())).unwrap_or_default();
    let accept = move |_| {
        state.dispatch(&Command::Accept(pending.get_untracked()));
    };
    let reject = move |_| {
        let mut ids = untrack(all);
        ids.extend(state.peek(|document| other_mentions(document, id)).unwrap_or_default());
        let said = name
            .with_untracked(|name| name.as_ref().map(|name| format!("Rejected {} ({})", name.name, name.mentions.len())))
            .unwrap_or_default();
        let next = neighbour(id);
        if state.dispatch(&Command::Reject(ids)) {
            done::say(state, said);
            focus(next, ".go");
        }
    };
    let ask = move |what| asked.update(|asked| *asked = if *asked == what { Asked::Nothing } else { what });
    view! {
        <div class="unfolded">
            <div class="name-acts">
                <button on:click=accept aria-disabled=move || pending.with(Vec::is_empty).to_string()>{move || match pending.with(Vec::len) { 0 => "All decided".to_owned(), 1 => "Accept".to_owned(), many => format!("Accept all {many}") }}</button>
                <button on:click=reject>{move || if all().len() == 1 { "Reject" } else { "Reject all" }}</button>
                <button class="rename" aria-expanded=move || (asked.get() == Asked::NewName).to_string() on:click=move |_| ask(Asked::NewName)>"Rename"</button>
                <button aria-expanded=move || (asked.get() == Asked::Other).to_string() on:click=move |_| ask(Asked::Other)>"Merge"</button>
                <KindChoice id name/>
            </div>
            {move || match asked.get() {
                Asked::Nothing => ().into_any(),
                Asked::NewName => view! { <Rename id name done=Callback::new(move |()| { asked.set(Asked::Nothing); focus(Some(id), ".rename"); })/> }.into_any(),
                Asked::Other => view! { <Merge id/> }.into_any(),
            }}
            <Mentions id name/>
        </div>
    }
}

/// The entity listed after `id`, or the one before.
fn neighbour(id: EntityId) -> Option<EntityId> {
    let item = browser::find(&format!("[data-name=\"e{}\"]", id.0))?;
    let beside = item.next_element_sibling().or_else(|| item.previous_element_sibling())?;
    beside.get_attribute("data-name")?.strip_prefix('e')?.parse().ok().map(EntityId)
}

/// Focuses what `selector` finds in the item of an entity, once it is drawn anew.
fn focus(id: Option<EntityId>, selector: &'static str) {
    let Some(id) = id else { return };
    browser::soon(move || drop(browser::find(&format!("[data-name=\"e{}\"] {selector}", id.0)).map(|element| element.focus())));
}

fn pending(document: &galley_engine::document::Document, id: EntityId) -> Vec<AnnotationId> {
    document.mentions(id).filter(|one| one.decision == Decision::Pending).map(|one| one.id).collect()
}

/// Which kind of thing is named; a choice changes every mention.
#[component]
fn KindChoice(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let kind = Memo::new(move |_| name.with(|name| name.as_ref().map(|name| name.kind.clone())));
    let offered = offered(Layer::Entity).into_iter().filter_map(|label| match label {
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
fn Rename(id: EntityId, name: Memo<Option<Name>>, done: Callback<()>) -> impl IntoView {
    let state = expect_context::<State>();
    let old = name.get_untracked().map(|name| name.name).unwrap_or_default();
    let field_id = format!("rename-{}", id.0);
    let selector = format!("#{field_id}");
    browser::soon(move || drop(browser::find(&selector).map(|field| field.focus())));
    let text = RwSignal::new(old.clone());
    let save = move || {
        let new = text.get_untracked().trim().to_owned();
        if !new.is_empty() && new != old {
            state.dispatch(&Command::RenameEntity(id, new));
        }
        done.run(());
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
            done.run(());
        }
        _ => {}
    };
    view! {
        <div class="ask">
            <input id=field_id aria-label="Name" autocomplete="off" spellcheck="false" prop:value=text on:input=move |event| text.set(event_target_value(&event)) on:keydown=pressed/>
            <button class="plain" on:click=move |_| saved()>"Save"</button>
        </div>
    }
}

/// The choice of the name that this one is the same as.
#[component]
fn Merge(id: EntityId) -> impl IntoView {
    let state = expect_context::<State>();
    let chosen = RwSignal::new(None::<EntityId>);
    let field_id = format!("merge-{}", id.0);
    let selector = format!("#{field_id}");
    browser::soon(move || drop(browser::find(&selector).map(|field| field.focus())));
    let names = state.names.get_untracked();
    let kind = names.iter().find(|name| name.id == id).map(|name| name.kind.clone());
    let mut others: Vec<_> = names.into_iter().filter(|name| name.id != id).collect();
    others.sort_by_key(|name| (Some(&name.kind) != kind.as_ref(), name.name.to_lowercase()));
    let options = others.into_iter().map(|name| view! { <option value=name.id.0.to_string()>{format!("{} ({}, {})", name.name, name.kind.title(), name.mentions.len())}</option> }).collect_view();
    let merge = move |_| {
        if let Some(into) = chosen.get_untracked() {
            state.dispatch(&Command::MergeEntities(id, into));
            focus(Some(into), ".go");
        }
    };
    view! {
        <div class="ask">
            <select id=field_id aria-label="Merge into" on:change=move |event| chosen.set(event_target_value(&event).parse().ok().map(EntityId))>
                <option value="">"The same as…"</option>{options}
            </select>
            <button class="plain" disabled=move || chosen.get().is_none() on:click=merge>"Merge"</button>
        </div>
    }
}
