//! The help: every key, read from the table of acts.

use super::commands::{ACTS, Act, Group, Keys, shown};
use super::icon::icon;
use super::keymap;
use super::state::State;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

/// The help dialog.
#[component]
pub(crate) fn HelpDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| open_or_close(dialog, state.help.get()));
    view! {
        <dialog node_ref=dialog aria-labelledby="help-title" on:close=move |_| state.help.set(false)>
            <div class="dialog-head">
                <h2 id="help-title">"Keys"</h2>
                <button class="ghost" aria-label="Close" on:click=move |_| state.help.set(false)>{icon("close")}</button>
            </div>
            <div class="help">
                {Group::ALL.map(|group| view! { <section><h3>{group.title()}</h3><dl>{rows(group)}</dl></section> })}
                <label class="check">
                    <input type="checkbox" prop:checked=state.single_keys on:change=move |event| state.single_keys.set(event_target_checked(&event))/>
                    "Single keys act while the article or a list has the focus"
                </label>
                <p class="remap">"Click a key to choose another one."
                    <Show when=move || !state.keymap.with(|keymap| keymap.is_empty())><button class="link" on:click=move |_| keymap::reset(state)>"Back to the keys as they were"</button></Show>
                </p>
            </div>
        </dialog>
    }
}

/// Opens or closes a modal dialog to match `is_open`.
pub(crate) fn open_or_close(dialog: NodeRef<html::Dialog>, is_open: bool) {
    let Some(dialog) = dialog.get() else { return };
    if is_open && !dialog.open() {
        // A dialog that is not in the page cannot be shown, and then there is nobody to show it to.
        drop(dialog.show_modal());
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}

/// One row an act; the nine labels share one.
fn rows(group: Group) -> impl IntoView {
    let acts = ACTS.iter().filter(move |act| act.group == group && (!act.name.starts_with("label-") || act.name == "label-1"));
    let mut rows: Vec<AnyView> = acts.map(|act| row(act).into_any()).collect();
    if group == Group::Change {
        rows.push(view! { <div><dt>"Select single characters, not words"</dt><dd><kbd>"Alt"</kbd></dd></div> }.into_any());
    }
    rows
}

fn row(act: &'static Act) -> impl IntoView {
    if act.name == "label-1" {
        return view! { <div><dt>"Label: the first to the ninth"</dt><dd><kbd>"1 – 9"</kbd></dd></div> }.into_any();
    }
    view! { <div><dt>{act.label}</dt><dd><KeyChoice act/></dd></div> }.into_any()
}

/// The keys of an act; a click asks for another one.
#[component]
fn KeyChoice(act: &'static Act) -> impl IntoView {
    let state = expect_context::<State>();
    let is_asked = RwSignal::new(false);
    let pressed = move |event: KeyboardEvent| {
        if !is_asked.get_untracked() {
            return;
        }
        // Whatever is pressed is the answer: neither the dialog nor the page acts on it.
        event.prevent_default();
        event.stop_propagation();
        match keymap::pressed(&event) {
            Some(key) if key == "Escape" => is_asked.set(false),
            Some(key) => {
                keymap::choose(state, act.name, &key);
                is_asked.set(false);
                state.spoken.set(format!("{}: {}", act.label, shown(&key)));
            }
            None => {}
        }
    };
    let name = move || {
        format!(
            "{}: {}",
            act.label,
            state.keymap.with(|keymap| keymap::keys(keymap, act)).iter().map(|key| shown(key)).collect::<Vec<_>>().join(" ")
        )
    };
    let is_none = move || state.keymap.with(|keymap| keymap::keys(keymap, act).is_empty());
    view! {
        <button class="key-choice" title="Choose another key" aria-label=name on:click=move |_| is_asked.set(true) on:keydown=pressed on:blur=move |_| is_asked.set(false)>
            {move || if is_asked.get() { "Press a key…".into_any() } else if is_none() { "none".into_any() } else { view! { <Keys name=act.name/> }.into_any() }}
        </button>
    }
}
