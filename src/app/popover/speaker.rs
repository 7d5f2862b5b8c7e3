//! Who said it: a choice among those who are named, the likeliest at a key each, or somebody else.

use super::card::SaidBy;
use crate::asking::{self, Ask, likely, set_speaker};
use crate::browser;
use crate::commands::Key;
use crate::state::State;
use crate::words::shortened;
use galley_engine::annotation::{AnnotationId, EntityId, Speaker};
use galley_engine::view::candidates::can_speak;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The value of the choice that asks for another name.
const OTHER: &str = "other";

/// How many likely speakers are offered while nobody asked for them.
const FEW: usize = 3;

/// The speaker's field on a quotation's card.
#[component]
pub(crate) fn SpeakerField(id: AnnotationId, speaker: SaidBy) -> impl IntoView {
    let state = expect_context::<State>();
    let is_typing = RwSignal::new(false);
    let names = state.names.get_untracked().into_iter().filter(|name| can_speak(&name.kind));
    let mut known: Vec<(EntityId, String)> = names.map(|name| (name.id, name.name)).collect();
    known.sort_by_cached_key(|(_, name)| name.to_lowercase());
    let is_listed = speaker.entity.is_some_and(|entity| known.iter().any(|(id, _)| *id == entity));
    let unlisted = speaker.name.clone().filter(|_| !is_listed);
    let chosen = known.clone();
    let change = move |event| {
        let value = event_target_value(&event);
        if value == OTHER {
            is_typing.set(true);
            browser::soon(|| drop(browser::find("#speaker-name").map(|field| field.focus())));
        } else {
            let named = chosen.iter().find(|(id, _)| value == id.0.to_string());
            set_speaker(state, id, named.map(|(entity, name)| of(*entity, name)));
        }
    };
    let typed = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        set_speaker(state, id, (!text.is_empty()).then_some(Speaker { span: None, entity: None, text }));
    };
    let options = known
        .into_iter()
        .map(|(entity, name)| view! { <option value=entity.0.to_string() selected=speaker.entity == Some(entity)>{name}</option> });
    let options = options.collect_view();
    view! {
        <div class="field">
            <label for="speaker">"Speaker"<Key name="speaker"/></label>
            <select id="speaker" on:change=change on:keydown=move |event| pressed(state, &event)>
                <option value="" selected=speaker.name.is_none()>"Not known"</option>
                {unlisted.map(|name| view! { <option value="unlisted" selected=true disabled=true>{name}</option> })}
                {options}
                <option value=OTHER>"Somebody else…"</option>
            </select>
        </div>
        <Show when=move || is_typing.get()>
            <div class="field"><label for="speaker-name">"Name"</label><input id="speaker-name" on:change=typed/></div>
        </Show>
        <Likely id current=speaker.entity/>
    }
}

fn of(entity: EntityId, name: &str) -> Speaker {
    Speaker { span: None, entity: Some(entity), text: name.to_owned() }
}

/// In the list a digit chooses a likely speaker.
fn pressed(state: State, event: &KeyboardEvent) {
    let digit = event.key().parse::<usize>().ok();
    let is_asked = matches!(asking::now(state), Some(Ask::Speaker(_)));
    if let Some(digit) = digit.filter(|digit| *digit < 10 && is_asked) {
        event.prevent_default();
        asking::choose(state, digit);
    }
}

/// The likely speakers as buttons: a few besides the one that is set, or with their digits when they were asked for.
#[component]
fn Likely(id: AnnotationId, current: Option<EntityId>) -> impl IntoView {
    let state = expect_context::<State>();
    let all = StoredValue::new(likely(state, id));
    let is_asked = Memo::new(move |_| state.asked.with(|asked| asked.as_ref().is_some_and(|asked| asked.what == Ask::Speaker(id))));
    let shown = move || {
        let is_asked = is_asked.get();
        let numbered = all.get_value().into_iter().zip(1_usize..);
        let wanted = numbered.filter(|((entity, _), _)| is_asked || Some(*entity) != current);
        wanted.take(if is_asked { 9 } else { FEW }).collect::<Vec<_>>()
    };
    let button = move |((entity, name), digit): ((EntityId, String), usize)| {
        let title = shortened(&name, 26);
        let is_current = (Some(entity) == current).to_string();
        let key = is_asked.get().then(|| view! { <kbd aria-hidden="true">{digit}</kbd> });
        view! { <button aria-pressed=is_current on:click=move |_| set_speaker(state, id, Some(of(entity, &name)))>{key}{title}</button> }
    };
    view! {
        <div class="likely" role="group" aria-label="Likely speakers">{move || shown().into_iter().map(button).collect_view()}</div>
        <Show when=move || is_asked.get()><p class="hint">"Or click a name in the text, or select who it is. 0 is nobody."</p></Show>
    }
}
