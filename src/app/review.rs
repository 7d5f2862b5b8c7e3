//! Going from mark to mark, and deciding.

use super::state::{Reach, State};
use super::{blocks, browser};
use galley_engine::annotation::{Annotation, AnnotationId, Decision, Label, Layer};
use galley_engine::document::{Command, Document};
use galley_engine::view::queue;
use galley_engine::view::segments::Shown;
use galley_engine::view::structure::Run;
use leptos::prelude::*;
use std::ops::Range;
use web_sys::{FocusOptions, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Makes `id` the current mark, opens the furniture it stands in, brings it into view and, unless a list is in use, focuses it.
pub(crate) fn go_to(state: State, id: AnnotationId) {
    unfold(state, id);
    if let Some(layer) = state.annotation(id).map(|annotation| annotation.layer()) {
        reveal_layer(state, layer);
    }
    state.picked.set(None);
    state.reach.set(Reach::One);
    if browser::is_narrow() {
        state.sheet.set(None);
    }
    state.current.set(Some(id));
    browser::soon(move || bring_into_view(id));
}

/// Focuses a mark, unless a list is in use, and scrolls as little as shows it.
pub(crate) fn bring_into_view(id: AnnotationId) {
    let Some(element) = browser::find(&format!("[data-id=\"a{}\"]", id.0)) else { return };
    let in_list = browser::find(".inspector:focus-within").is_some();
    if !in_list {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options).ok();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives the focus to the current mark, or to the article, when what had it was drawn anew and took it away.
pub(crate) fn refocus(state: State) {
    browser::soon(move || {
        if !browser::is_focus_lost() {
            return;
        }
        match state.current.get_untracked() {
            Some(id) => bring_into_view(id),
            None => drop(browser::find("#main").map(|main| main.focus())),
        }
    });
}

/// Shows `layer` if it is hidden. What is shown already is left alone, since every block depends on it.
fn reveal_layer(state: State, layer: Layer) {
    if state.clean.get_untracked() {
        state.clean.set(false);
    }
    if !state.shown.get_untracked().layer(layer) {
        state.shown.update(|shown| match layer {
            Layer::Structure => shown.structure = true,
            Layer::Entity => shown.entity = true,
            Layer::Quotation => shown.quotation = true,
            Layer::Code => shown.code = true,
        });
    }
}

/// Opens the run of furniture that `id` stands in.
fn unfold(state: State, id: AnnotationId) {
    let block = state.peek(|document| document.annotations.get(&id).and_then(|one| document.block_at(one.extent().start))).flatten();
    unfold_block(state, block);
}

/// Opens the run of furniture that `block` is in.
pub(crate) fn unfold_block(state: State, block: Option<usize>) {
    let folded = folded(state).into_iter().find(|blocks| block.is_some_and(|block| blocks.contains(&block)));
    if let Some(blocks) = folded {
        state.unfolded.update(|open| {
            open.insert(blocks.start);
        });
    }
}

/// The runs of furniture that are folded, in order.
fn folded(state: State) -> Vec<Range<usize>> {
    let open = state.unfolded.get_untracked();
    state.runs.with_untracked(|runs| {
        let furniture = runs.iter().filter_map(|run| match run {
            Run::Furniture(blocks, _) => Some(blocks.clone()),
            Run::Block(_) => None,
        });
        furniture.filter(|blocks| open.range(blocks.clone()).next().is_none()).collect()
    })
}

/// The marks of the queue that can be seen: not rejected, their layer drawn, not inside folded furniture.
fn visible_queue(state: State) -> Vec<AnnotationId> {
    let (folded, shown) = (folded(state), state.shown.get_untracked());
    let is_folded = |block: usize| {
        let after = folded.partition_point(|blocks| blocks.start <= block);
        after.checked_sub(1).and_then(|at| folded.get(at)).is_some_and(|blocks| blocks.contains(&block))
    };
    let sees = |document: &Document, one: &Annotation| {
        one.decision != Decision::Rejected
            && shown.layer(one.layer())
            && !document.is_whole(one)
            && !document.block_at(one.extent().start).is_some_and(is_folded)
    };
    let keep = |document: &Document, id: &AnnotationId| document.annotations.get(id).is_some_and(|one| sees(document, one));
    let queue = |document: &Document| state.queue.with_untracked(|queue| queue.iter().copied().filter(|id| keep(document, id)).collect());
    state.peek(queue).unwrap_or_default()
}

/// Goes to the next mark (`forward`) or the one before; round at the ends.
pub(crate) fn step(state: State, forward: bool) {
    let queue = visible_queue(state);
    if let Some(id) = neighbour(state, &queue, forward) {
        state.stack.set(vec![id]);
        go_to(state, id);
    }
}

/// The mark after or before the current one in `queue`.
fn neighbour(state: State, queue: &[AnnotationId], forward: bool) -> Option<AnnotationId> {
    let (order, current) = (state.order.get_untracked(), state.current.get_untracked());
    state.peek(|document| queue::neighbour(document, queue, order, current, forward)).flatten()
}

/// The next mark without a decision after the current one, which does not count: among those that can be seen, then among all.
fn next_undecided(state: State) -> Option<AnnotationId> {
    let current = state.current.get_untracked();
    let is_pending = |document: &Document, id: &AnnotationId| {
        Some(*id) != current && document.annotations.get(id).is_some_and(|one| one.decision == Decision::Pending)
    };
    let waiting = |queue: Vec<AnnotationId>| {
        state.peek(|document| queue.into_iter().filter(|id| is_pending(document, id)).collect::<Vec<_>>()).unwrap_or_default()
    };
    let visible = waiting(visible_queue(state));
    let queue = if visible.is_empty() { waiting(state.queue.get_untracked()) } else { visible };
    neighbour(state, &queue, true)
}

/// Goes to the next mark without a decision, or says that there is none.
pub(crate) fn go_on(state: State) {
    match next_undecided(state) {
        Some(id) => {
            state.stack.set(vec![id]);
            go_to(state, id);
        }
        None => state.popped.set(false),
    }
}

/// The marks drawn on the same words as `id`, the smallest first, itself among them; a role stands alone.
fn stack_on(document: &Document, id: AnnotationId, shown: Shown) -> Vec<AnnotationId> {
    let Some(one) = document.annotations.get(&id).filter(|_| !document.roles.contains(&id)) else { return vec![id] };
    let extent = one.extent();
    let is_drawn =
        |other: &&Annotation| other.decision != Decision::Rejected && shown.layer(other.layer()) && other.extent().overlaps(extent);
    let lies_here = |other: &&Annotation| !document.roles.contains(&other.id) && !document.is_whole(other);
    let mut marks: Vec<_> = document.annotations.values().filter(is_drawn).filter(lies_here).collect();
    marks.sort_by_key(|other| (other.extent().len(), other.extent(), other.id));
    marks.into_iter().map(|other| other.id).collect()
}

/// Makes the marks on the current one's words the ones to choose from.
pub(crate) fn stack_here(state: State) {
    let Some(id) = state.current.get_untracked() else { return };
    let shown = state.shown.get_untracked();
    let is_known = state.stack.with_untracked(|stack| 1 < stack.len() && stack.contains(&id));
    if !is_known && let Some(stack) = state.peek(|document| stack_on(document, id, shown)) {
        state.stack.set(stack);
    }
}

/// Goes to the next of the marks on the same words.
pub(crate) fn another_here(state: State) {
    stack_here(state);
    let stack = state.stack.get_untracked();
    let at = state.current.get_untracked().and_then(|id| stack.iter().position(|one| *one == id));
    if let Some(id) = at.and_then(|at| stack.get((at + 1) % stack.len())) {
        go_to(state, *id);
    }
}

/// Decides the current mark and goes on to the next undecided one.
pub(crate) fn decide(state: State, decision: Decision) {
    let Some(id) = state.current.get_untracked() else { return };
    if let Some(ids) = blocks::several(state, id) {
        blocks::decide(state, ids, decision);
        return;
    }
    let next = next_undecided(state);
    let ids = vec![id];
    let command = match decision {
        Decision::Accepted => Command::Accept(ids),
        Decision::Rejected => Command::Reject(ids),
        Decision::Pending => Command::Reopen(ids),
    };
    let popped = state.popped.get_untracked();
    let done = state.dispatch(&command);
    if !done || decision == Decision::Pending {
        return;
    }
    move_on(state, next, popped);
}

fn move_on(state: State, next: Option<AnnotationId>, popped: bool) {
    match next {
        Some(next) => {
            state.stack.set(vec![next]);
            go_to(state, next);
            state.popped.set(popped);
        }
        None => state.popped.set(false),
    }
}

/// The undecided marks that say the same as `id`: the mentions of its entity, else the same words under the same label.
pub(crate) fn alike(document: &Document, id: AnnotationId) -> Vec<AnnotationId> {
    let Some(one) = document.annotations.get(&id) else { return Vec::new() };
    let entity = one.label.mention().and_then(|mention| mention.entity);
    let is_alike = |other: &&Annotation| match (&other.label, entity) {
        (Label::Entity(mention), Some(entity)) => mention.entity == Some(entity),
        (label, _) => label.name() == one.label.name() && document.words_of(other) == document.words_of(one),
    };
    let standing = document.standing(one.layer());
    standing.filter(|other| other.decision == Decision::Pending).filter(is_alike).map(|other| other.id).collect()
}

/// Accepts every undecided mark of the current one's name, as one step of undo.
pub(crate) fn accept_alike(state: State) {
    let Some(id) = state.current.get_untracked() else { return };
    let ids = state.peek(|document| alike(document, id)).unwrap_or_default();
    let popped = state.popped.get_untracked();
    if state.dispatch(&Command::Accept(ids)) {
        let next = next_undecided(state);
        move_on(state, next, popped);
    }
}
