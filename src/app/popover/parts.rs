//! What more the card of a quotation can do: its cue and its parts. And of a name: going through its mentions.

use crate::asking;
use crate::commands::{Button, Key};
use crate::icon::icon;
use crate::naming;
use crate::state::State;
use crate::words::shortened;
use galley_engine::annotation::{AnnotationId, EntityId};
use leptos::prelude::*;

/// The words that introduce a quotation, with a button to choose others.
#[component]
pub(crate) fn CueField(id: AnnotationId, cue: Option<String>) -> impl IntoView {
    let state = expect_context::<State>();
    let has_cue = cue.is_some();
    let words = cue.map_or_else(|| "None".to_owned(), |cue| format!("“{}”", shortened(&cue, 40)));
    view! {
        <div class="field cue">
            <span>"Cue"<Key name="cue"/></span>
            <span>
                <button class="cue-words" title="Choose other words" aria-label=format!("Cue: {words}. Choose other words") on:click=move |_| asking::cue(state)>{words.clone()}</button>
                {has_cue.then(|| view! { <button class="link" on:click=move |_| asking::set_cue(state, id, None)>"None"</button> })}
            </span>
        </div>
    }
}

/// Joining a quotation with the next one, and making quotations of its parts.
#[component]
pub(crate) fn Parts(parts: usize) -> impl IntoView {
    view! {
        <div class="more-acts quotation-acts">
            <Button name="unquote" class="">"Not a quotation"<Key name="unquote"/></Button>
            <Button name="join" class="">"Join with next"<Key name="join"/></Button>
            {(1 < parts).then(|| view! { <Button name="part" class="">{format!("Split its {parts} parts")}<Key name="part"/></Button> })}
        </div>
    }
}

/// "3 of 12 mentions", with buttons to the one before and the next.
#[component]
pub(crate) fn MentionSteps(entity: EntityId, at: usize, of: usize) -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <div class="steps" role="group" aria-label="Mentions of this name">
            <button class="step-previous" aria-label="Previous mention" title="Previous mention (⇧K)" on:click=move |_| naming::step_card(state, entity, false)>{icon("previous")}</button>
            <span>{format!("{at} of {of} mentions")}</span>
            <button class="step-next" aria-label="Next mention" title="Next mention (⇧J)" on:click=move |_| naming::step_card(state, entity, true)>{icon("next")}</button>
            <button class="link" on:click=move |_| naming::show(state, entity)>"Show in list"</button>
        </div>
    }
}
