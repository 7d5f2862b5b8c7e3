//! Which item of Wikidata a name is: typed or pasted, checked by its form. Nothing is asked of Wikidata, here or later.

use crate::clipboard;
use crate::icon::icon;
use crate::state::State;
use galley_engine::annotation::{EntityId, Wikidata};
use galley_engine::document::Command;
use galley_engine::view::names::Name;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The field for the item.
#[component]
pub(super) fn Item(id: EntityId, name: Memo<Option<Name>>) -> impl IntoView {
    let state = expect_context::<State>();
    let item = Memo::new(move |_| name.with(|name| name.as_ref().and_then(|name| name.wikidata)));
    let text = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    Effect::new(move |_| {
        text.set(item.get().map(|item| item.to_string()).unwrap_or_default());
        is_wrong.set(false);
    });
    let save = move || {
        let typed = text.get_untracked();
        let read = Wikidata::parse(&typed);
        is_wrong.set(read.is_none() && !typed.trim().is_empty());
        if is_wrong.get_untracked() {
            state.spoken.set("That is no item of Wikidata".to_owned());
        } else {
            text.set(read.map(|item| item.to_string()).unwrap_or_default());
            state.dispatch(&Command::SetWikidata(id, read));
        }
    };
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            save();
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            text.set(item.get_untracked().map(|item| item.to_string()).unwrap_or_default());
            is_wrong.set(false);
            super::names::focus(id, ".go");
        }
        _ => {}
    };
    let field_id = format!("item-{}", id.0);
    let hint_id = format!("item-hint-{}", id.0);
    let described = hint_id.clone();
    let copy = move |_| {
        if let Some(item) = item.get_untracked() {
            clipboard::copy(state, "The address", &item.address());
        }
    };
    view! {
        <div class="item">
            <label for=field_id.clone()>"Wikidata"</label>
            <input id=field_id placeholder="Q-number or address" autocomplete="off" spellcheck="false" prop:value=text
                aria-invalid=move || is_wrong.get().to_string() aria-describedby=move || is_wrong.get().then(|| described.clone())
                on:input=move |event| { text.set(event_target_value(&event)); is_wrong.set(false); } on:change=move |_| save() on:keydown=pressed/>
            <Show when=move || item.get().is_some()><button class="copy" aria-label="Copy the address" title="Copy the address on wikidata.org" on:click=copy>{icon("copy")}</button></Show>
        </div>
        <Show when=move || is_wrong.get()><p class="wrong" id=hint_id.clone()>"Neither a number such as Q22686 nor an address of wikidata.org."</p></Show>
    }
}
