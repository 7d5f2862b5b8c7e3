//! Saying what was done to many marks at once, with an offer to take it back.

use crate::state::State;
use leptos::prelude::*;

/// Says `what` was done by the last command, and offers to undo it.
pub(crate) fn say(state: State, what: String) {
    let made = state.revision.get_untracked();
    let undo = move || {
        if state.revision.get_untracked() == made {
            state.undo();
        } else {
            state.notices.tell("More was done since then", "Undo takes the changes back one by one.");
        }
    };
    state.notices.offer(what, false, "Undo", undo);
}
