//! Which keys stand for which acts: those of the table, or those that the person chose instead.

use super::commands::{ACTS, Act};
use super::state::State;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use std::collections::BTreeMap;
use web_sys::KeyboardEvent;

/// Under this name the browser remembers the keys that the person chose.
const KEPT: &str = "galley.keys";

/// The person's own keys by the name of the act; acts that are not in it have those of the table.
pub(crate) type Keymap = BTreeMap<String, Vec<String>>;

/// Reads the person's keys, and remembers them from now on.
pub(crate) fn start(state: State) {
    state.keymap.set(LocalStorage::get(KEPT).unwrap_or_default());
    // A browser that remembers nothing has the table's keys again next time.
    Effect::new(move |_| drop(LocalStorage::set(KEPT, state.keymap.get())));
}

/// The keys of `act`.
pub(crate) fn keys(keymap: &Keymap, act: &Act) -> Vec<String> {
    keymap.get(act.name).cloned().unwrap_or_else(|| act.keys.iter().map(|key| (*key).to_owned()).collect())
}

/// Makes `key` the only one of the act called `name`, and takes it from the act that had it. Acts that share a key in the table, each at its own
/// time, go on sharing it.
pub(crate) fn choose(state: State, name: &str, key: &str) {
    state.keymap.update(|keymap| {
        for act in ACTS.iter().filter(|act| act.name != name) {
            let mut others = keys(keymap, act);
            if others.iter().any(|one| one == key) {
                others.retain(|one| one != key);
                keymap.insert(act.name.to_owned(), others);
            }
        }
        keymap.insert(name.to_owned(), vec![key.to_owned()]);
    });
}

/// The keys of the table again.
pub(crate) fn reset(state: State) {
    state.keymap.set(Keymap::new());
}

/// A key press as the table writes it: "Ctrl+Shift+z"; `None` for a modifier alone.
pub(crate) fn pressed(event: &KeyboardEvent) -> Option<String> {
    let key = event.key();
    if matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Dead" | "Unidentified") {
        return None;
    }
    let control = if event.ctrl_key() || event.meta_key() { "Ctrl+" } else { "" };
    let shift = if event.shift_key() { "Shift+" } else { "" };
    let alt = if event.alt_key() { "Alt+" } else { "" };
    Some(format!("{alt}{control}{shift}{key}"))
}
