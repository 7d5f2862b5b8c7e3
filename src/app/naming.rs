//! What is done by key to who is named: the name that has the focus in the list, or the one at the current mark.

use super::asking::{self, Ask};
use super::inspector::{focused_name, say_done};
use super::review;
use super::state::{Sheet, ShowName, State, Tab};
use super::{browser, popover};
use galley_engine::annotation::{AnnotationId, Decision, EntityId, LabelName};
use galley_engine::document::{Command, Document};
use galley_engine::view::names::all_mentions;
use leptos::prelude::*;

/// The name that is meant.
pub(crate) fn meant(state: State) -> Option<EntityId> {
    focused_name().or_else(|| at_current(state))
}

/// The name at the current mark.
pub(crate) fn at_current(state: State) -> Option<EntityId> {
    let id = state.current.get_untracked()?;
    state.peek(|document| document.annotations.get(&id)?.label.mention()?.entity).flatten()
}

/// Whether a name is meant.
pub(crate) fn is_meant(state: State) -> bool {
    state.current.track();
    meant(state).is_some()
}

/// Whether a name has the focus in the list.
pub(crate) fn is_focused(_: State) -> bool {
    focused_name().is_some()
}

/// Goes to the next mention of the name (`forward`) or the one before, round at the ends, and says which it is.
pub(crate) fn step(state: State, entity: EntityId, forward: bool) {
    let mentions = state.peek(|document| all_mentions(document, entity)).unwrap_or_default();
    let Some(last) = mentions.len().checked_sub(1) else { return };
    let here = state.current.get_untracked();
    let at = here.and_then(|id| mentions.iter().position(|one| *one == id));
    let next = match (at, forward) {
        (Some(at), true) => (at + 1) % (last + 1),
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        (None, _) => beside(state, &mentions, here, forward),
    };
    let Some(id) = mentions.get(next).copied() else { return };
    state.stack.set(vec![id]);
    if browser::is_narrow() && browser::find(".inspector:focus-within").is_some() {
        state.current.set(Some(id));
    } else {
        review::go_to(state, id);
    }
    state.spoken.set(format!("Mention {} of {}", next + 1, last + 1));
}

/// The mention that stands after the current mark, or before it.
fn beside(state: State, mentions: &[AnnotationId], here: Option<AnnotationId>, forward: bool) -> usize {
    let place = |document: &Document, id: AnnotationId| document.annotations.get(&id).map(|one| one.extent());
    let find = |document: &Document| {
        let here = place(document, here?)?;
        let after = mentions.partition_point(|id| place(document, *id).is_some_and(|span| span < here));
        Some(if forward { after % mentions.len() } else { after.checked_sub(1).unwrap_or(mentions.len() - 1) })
    };
    state.peek(find).flatten().unwrap_or(if forward { 0 } else { mentions.len() - 1 })
}

/// Goes to the next or the previous mention of the name that is meant.
pub(crate) fn step_meant(state: State, forward: bool) {
    if let Some(entity) = meant(state) {
        step(state, entity, forward);
    }
}

/// Accepts every undecided mention of the focused name.
pub(crate) fn accept_focused(state: State) {
    if let Some(entity) = focused_name() {
        accept(state, entity);
    }
}

/// Accepts every undecided mention of a name.
pub(crate) fn accept(state: State, entity: EntityId) {
    let pending = |document: &Document| {
        document.mentions(entity).filter(|one| one.decision == Decision::Pending).map(|one| one.id).collect::<Vec<_>>()
    };
    state.dispatch(&Command::Accept(state.peek(pending).unwrap_or_default()));
}

/// Rejects every mention of the name that is meant, and offers to take it back.
pub(crate) fn reject_meant(state: State) {
    if let Some(entity) = meant(state) {
        reject(state, entity);
        review::refocus(state);
    }
}

/// Rejects every mention of a name, and offers to take it back.
pub(crate) fn reject(state: State, entity: EntityId) -> bool {
    let mentions = state.peek(|document| all_mentions(document, entity)).unwrap_or_default();
    let name = name_of(state, entity);
    let many = mentions.len();
    let is_done = state.dispatch(&Command::Reject(mentions));
    if is_done {
        say_done(state, format!("Rejected {name} ({many})"));
    }
    is_done
}

/// The canonical name of an entity.
pub(crate) fn name_of(state: State, entity: EntityId) -> String {
    state.peek(|document| document.entities.get(&entity).map(|known| known.name.clone())).flatten().unwrap_or_default()
}

/// Asks which name the one that is meant is the same as, in the list.
pub(crate) fn same(state: State) {
    let Some(entity) = meant(state) else { return };
    show_list(state);
    asking::begin(state, Ask::Same(entity));
}

/// Opens the list of names, with another name for the one that is meant asked for.
pub(crate) fn rename(state: State) {
    if let Some(entity) = meant(state) {
        show_list(state);
        state.show_name.set(Some(ShowName { id: entity, is_renaming: true }));
    }
}

/// Shows a name in the list.
pub(crate) fn show(state: State, entity: EntityId) {
    show_list(state);
    state.show_name.set(Some(ShowName { id: entity, is_renaming: false }));
}

fn show_list(state: State) {
    state.popped.set(false);
    // Set again, it would be drawn anew, and the focus lost.
    if state.tab.get_untracked() != Tab::Names {
        state.tab.set(Tab::Names);
    }
    if browser::is_narrow() {
        state.sheet.set(Some(Sheet::Inspector));
    }
}

/// Whether the current mark is a name that others share the entity of.
pub(crate) fn can_part(state: State) -> bool {
    state.current.track();
    at_current(state).is_some_and(|entity| state.peek(|document| 1 < document.mentions(entity).take(2).count()) == Some(true))
}

/// The current mention gets an entity of its own.
pub(crate) fn part(state: State) {
    if let Some(id) = state.current.get_untracked().filter(|_| can_part(state)) {
        part_these(state, vec![id]);
        review::refocus(state);
    }
}

/// These mentions get an entity of their own; offers to take it back.
pub(crate) fn part_these(state: State, ids: Vec<AnnotationId>) -> bool {
    let many = super::words::count(ids.len(), "mention");
    let is_done = state.dispatch(&Command::SplitMentions(ids));
    if is_done {
        say_done(state, format!("Split off {many}"));
    }
    is_done
}

/// All mentions of the focused name get another kind.
pub(crate) fn relabel_focused(state: State, label: &LabelName) {
    if let (Some(entity), LabelName::Entity(kind)) = (focused_name(), label) {
        state.dispatch(&Command::RelabelEntity(entity, kind.clone()));
    }
}

/// Goes from a mention's card to the next of its name.
pub(crate) fn step_card(state: State, entity: EntityId, forward: bool) {
    step(state, entity, forward);
    popover::enter(state, if forward { ".step-next" } else { ".step-previous" });
}
