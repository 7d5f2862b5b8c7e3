//! From a key press to an act. Single keys act only in the article, its cards and the lists, and can be switched off.

use super::browser::{find, takes_typing};
use super::commands::{ACTS, Act};
use super::keymap;
use super::pick;
use super::state::State;
use galley_engine::annotation::{LabelDefinition, LabelName};
use gloo::storage::{LocalStorage, Storage};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Under this name the browser remembers whether single keys act.
const SINGLE: &str = "galley.single-keys";

/// Where single keys act.
const SCOPE: &str = "#main, .inspector, .pop";

/// Listens for keys on the whole page.
pub(crate) fn listen(state: State) {
    keymap::start(state);
    state.single_keys.set(LocalStorage::get(SINGLE).unwrap_or(true));
    Effect::new(move |_| drop(LocalStorage::set(SINGLE, state.single_keys.get())));
    let handle = window_event_listener(ev::keydown, move |event| pressed(state, &event));
    on_cleanup(move || handle.remove());
}

fn pressed(state: State, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() || find("dialog[open]").is_some() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(label) = own_label(state, event, target.as_ref()) {
        event.prevent_default();
        pick::mark(state, &label);
        return;
    }
    if let Some(act) = act_for(state, event).filter(|act| is_ours(state, event, act, target.as_ref())) {
        event.prevent_default();
        (act.run)(state);
    }
}

/// The label of the person's own that has the pressed key, while words are selected: then it goes before what the key does else.
fn own_label(state: State, event: &KeyboardEvent, target: Option<&Element>) -> Option<LabelName> {
    let is_free = state.picked.with_untracked(Option::is_some) && state.single_keys.get_untracked();
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
    if !is_free || !is_plain || target.is_some_and(takes_typing) || !in_scope(target) {
        return None;
    }
    let key = event.key();
    let has_key = |label: &&LabelDefinition| label.key.is_some_and(|one| one.to_string() == key);
    state.own.with_untracked(|own| own.iter().find(has_key).and_then(LabelDefinition::label))
}

/// The act that the pressed keys stand for now: a key may mean one thing while words are selected and another while a mark is current.
fn act_for(state: State, event: &KeyboardEvent) -> Option<&'static Act> {
    let (key, is_ctrl) = (event.key(), event.ctrl_key() || event.meta_key());
    let is_meant = |act: &&Act| {
        let keys = state.keymap.with_untracked(|keymap| keymap::keys(keymap, act));
        keys.iter().any(|wanted| is_pressed(wanted, &key, is_ctrl, event))
    };
    let mut meant = ACTS.iter().filter(is_meant);
    meant.find(|act| untrack(|| (act.enabled)(state)))
}

fn is_pressed(wanted: &str, key: &str, is_ctrl: bool, event: &KeyboardEvent) -> bool {
    let (with_alt, wanted) = wanted.strip_prefix("Alt+").map_or((false, wanted), |rest| (true, rest));
    let is_shift = event.shift_key();
    let (with_ctrl, rest) = wanted.strip_prefix("Ctrl+").map_or((false, wanted), |rest| (true, rest));
    let (with_shift, name) = rest.strip_prefix("Shift+").map_or((false, rest), |name| (true, name));
    // Signs and digits are typed with Shift on some keyboards and without on others.
    let is_sign = name.chars().count() == 1 && !name.chars().all(char::is_alphabetic);
    with_alt == event.alt_key() && with_ctrl == is_ctrl && (with_shift == is_shift || is_sign) && name.eq_ignore_ascii_case(key)
}

/// Whether the key is ours, and not the field's, the button's or the browser's.
fn is_ours(state: State, event: &KeyboardEvent, act: &Act, target: Option<&Element>) -> bool {
    let is_typing = target.is_some_and(takes_typing);
    match event.key().as_str() {
        "Escape" => true,
        "Enter" if matches!(act.name, "repeat" | "answer") => in_scope(target),
        "Enter" | " " => target.is_some_and(|target| target.tag_name() == "MARK"),
        _ if event.ctrl_key() || event.meta_key() => !is_typing || act.name == "palette",
        _ if is_typing || !state.single_keys.get_untracked() => false,
        "?" => true,
        "ArrowLeft" | "ArrowRight" => in_scope(target),
        "ArrowDown" | "ArrowUp" if act.name.starts_with("word-") => in_scope(target),
        "ArrowDown" | "ArrowUp" if !event.shift_key() => target.is_some_and(|target| target.closest("#main").ok().flatten().is_some()),
        "Delete" | "Backspace" if act.name == "delete" => in_scope(target),
        _ => in_scope(target),
    }
}

/// Whether the key was pressed in the article, its cards or the lists; or nowhere, when what had the focus was drawn anew.
fn in_scope(target: Option<&Element>) -> bool {
    target.is_none_or(|target| target.tag_name() == "BODY" || target.closest(SCOPE).ok().flatten().is_some())
}
