//! Who said it: a choice among those who are named, or somebody else.

use super::card::SaidBy;
use crate::browser;
use crate::state::{State, can_speak};
use galley_engine::annotation::{AnnotationId, EntityId, Speaker};
use galley_engine::document::Command;
use leptos::prelude::*;

/// The value of the choice that asks for another name.
const OTHER: &str = "other";

/// The speaker's field on a quotation's card.
#[component]
pub(crate) fn SpeakerField(id: AnnotationId, speaker: SaidBy) -> impl IntoView {
    let state = expect_context::<State>();
    let is_typing = RwSignal::new(false);
    let names = state.names.get_untracked().into_iter().filter(|name| can_speak(&name.kind));
    let known: Vec<(EntityId, String)> = names.map(|name| (name.id, name.name)).collect();
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
            set(state, id, named.map(|(entity, name)| Speaker { span: None, entity: Some(*entity), text: name.clone() }));
        }
    };
    let typed = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        set(state, id, (!text.is_empty()).then_some(Speaker { span: None, entity: None, text }));
    };
    let options = known
        .into_iter()
        .map(|(entity, name)| view! { <option value=entity.0.to_string() selected=speaker.entity == Some(entity)>{name}</option> });
    let options = options.collect_view();
    view! {
        <div class="field">
            <label for="speaker">"Speaker"</label>
            <select id="speaker" on:change=change>
                <option value="" selected=speaker.name.is_none()>"Not known"</option>
                {unlisted.map(|name| view! { <option value="unlisted" selected=true disabled=true>{name}</option> })}
                {options}
                <option value=OTHER>"Somebody else…"</option>
            </select>
        </div>
        <Show when=move || is_typing.get()>
            <div class="field"><label for="speaker-name">"Name"</label><input id="speaker-name" on:change=typed/></div>
        </Show>
    }
}

/// Sets the speaker. Where the text names that very speaker for this quotation, that place is kept by the engine's own rules.
fn set(state: State, id: AnnotationId, speaker: Option<Speaker>) {
    state.dispatch(&Command::SetSpeaker(id, speaker));
}
