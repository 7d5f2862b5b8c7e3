//! The roles of blocks: of one, of all that are alike, of a run of them.

use super::inspector::say_done;
use super::state::{Reach, State};
use super::words::count;
use super::{browser, popover, review};
use galley_engine::annotation::{AnnotationId, Decision, LabelName};
use galley_engine::document::{Command, Document};
use galley_engine::view::alike::alike;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The block whose role is the current mark.
pub(crate) fn of_role(state: State) -> Option<usize> {
    let id = state.current.get_untracked()?;
    state.peek(|document| index_of(document, id)).flatten()
}

/// The block of which `id` is the role.
fn index_of(document: &Document, id: AnnotationId) -> Option<usize> {
    let index = document.block_at(document.annotations.get(&id)?.extent().start)?;
    (document.roles.get(index) == Some(&id)).then_some(index)
}

/// Whether the current mark is the role of a block.
pub(crate) fn is_role_current(state: State) -> bool {
    let id = state.current.get().filter(|_| state.picked.with(Option::is_none));
    id.is_some_and(|id| state.with(|document| index_of(document, id).is_some()) == Some(true))
}

/// The blocks that a role given now is given to, in order: the one whose role `id` is, and all that are meant with it.
pub(crate) fn reached(document: &Document, id: AnnotationId, reach: Reach) -> Vec<usize> {
    let Some(index) = index_of(document, id) else { return Vec::new() };
    match reach {
        Reach::One => vec![index],
        Reach::Alike(likeness) => alike(document, index, likeness),
        Reach::Run(anchor, head) => (anchor.min(head)..=anchor.max(head)).collect(),
    }
}

/// The marks that hold the roles of all blocks that are meant, when they are several.
pub(crate) fn several(state: State, id: AnnotationId) -> Option<Vec<AnnotationId>> {
    let reach = state.reach.get_untracked();
    let roles =
        |document: &Document| reached(document, id, reach).into_iter().filter_map(|index| document.roles.get(index).copied()).collect();
    state.peek(roles).filter(|ids: &Vec<_>| 1 < ids.len())
}

/// Gives all blocks that are meant another role, as one step of undo, and says so.
pub(crate) fn give(state: State, ids: Vec<AnnotationId>, label: &LabelName) {
    let many = count(ids.len(), "block");
    if state.dispatch(&Command::Relabel(ids, label.clone())) {
        say_done(state, format!("{many} set to {}", label.title()));
    }
    settle(state);
}

/// Accepts or rejects the roles of all blocks that are meant.
pub(crate) fn decide(state: State, ids: Vec<AnnotationId>, decision: Decision) {
    let many = count(ids.len(), "block");
    let (command, verb) = match decision {
        Decision::Accepted => (Command::Accept(ids), "Accepted the roles of"),
        Decision::Rejected => (Command::Reject(ids), "Rejected the roles of"),
        Decision::Pending => (Command::Reopen(ids), "Reopened the roles of"),
    };
    if state.dispatch(&command) {
        say_done(state, format!("{verb} {many}"));
    }
    settle(state);
}

/// Lets the run go, closes the card, and puts the focus where the block is now: it may be folded away.
fn settle(state: State) {
    state.reach.set(Reach::One);
    state.popped.set(false);
    let block = of_role(state);
    browser::soon(move || {
        let Some(id) = state.current.get_untracked() else { return };
        match (browser::find(&format!("article [data-id=\"a{}\"]", id.0)), block) {
            (None, Some(block)) if browser::is_focus_lost() => drop(fold_of(block).map(|fold| fold.focus())),
            _ => review::refocus(state),
        }
    });
}

/// The line that stands for the folded furniture in which `block` is.
fn fold_of(block: usize) -> Option<web_sys::HtmlElement> {
    let fold = browser::find_all("article .fold").into_iter().find(|fold| covers(fold).is_some_and(|blocks| blocks.contains(&block)));
    fold?.dyn_into().ok()
}

/// The blocks of a line of folded furniture.
fn covers(fold: &Element) -> Option<Range<usize>> {
    let (first, last) = fold.get_attribute("data-blocks")?.split_once('-').map(|(first, last)| (first.parse(), last.parse()))?;
    Some(first.ok()?..last.ok()?)
}

/// The block that `element` stands in or for; of folded furniture the last one.
pub(crate) fn block_of(element: &Element) -> Option<usize> {
    if let Some(fold) = element.closest(".fold").ok().flatten() {
        return covers(&fold)?.last();
    }
    let block = element.closest(".block").ok().flatten()?;
    block.query_selector(".words-of").ok().flatten()?.get_attribute("data-block")?.parse().ok()
}

/// Makes the role of block `index` the current mark and brings it into view.
fn go_to(state: State, index: usize) {
    if let Some(id) = state.peek(|document| document.roles.get(index).copied()).flatten() {
        state.stack.set(vec![id]);
        review::go_to(state, id);
    }
}

/// Opens the role of the block that the current mark stands in, or that was clicked last; else of the first one.
pub(crate) fn open(state: State) {
    let current = state.current.get_untracked();
    let here = |document: &Document| document.block_at(document.annotations.get(&current?)?.extent().start);
    let index = state.peek(here).flatten().or_else(|| state.touched.get_untracked()).unwrap_or(0);
    state.reach.set(Reach::One);
    go_to(state, index);
    popover::open_and_enter(state);
}

/// Goes to the role of the next block (`forward`) or the one before.
pub(crate) fn step(state: State, forward: bool) {
    if let Some(next) = of_role(state).and_then(|index| neighbour(state, index, forward)) {
        state.reach.set(Reach::One);
        go_to(state, next);
    }
}

fn neighbour(state: State, index: usize, forward: bool) -> Option<usize> {
    let blocks = state.peek(|document| document.blocks.len())?;
    if forward { Some(index + 1).filter(|next| *next < blocks) } else { index.checked_sub(1) }
}

/// Takes one block more, or one less, into the run that begins at the current role.
pub(crate) fn extend(state: State, forward: bool) {
    let Some(index) = of_role(state) else { return };
    if let Some(head) = neighbour(state, index, forward) {
        reach_to(state, head);
    }
}

/// Takes all blocks from the current one to `head` into the run.
pub(crate) fn reach_to(state: State, head: usize) {
    let current = state.current.get_untracked();
    let here = |document: &Document| document.block_at(document.annotations.get(&current?)?.extent().start);
    let anchor = match state.reach.get_untracked() {
        Reach::Run(anchor, _) => anchor,
        _ => state.peek(here).flatten().or_else(|| state.touched.get_untracked()).unwrap_or(head),
    };
    choose_run(state, anchor, head);
}

/// Makes the run from `anchor` to `head` what is meant.
pub(crate) fn choose_run(state: State, anchor: usize, head: usize) {
    go_to(state, head);
    state.reach.set(if anchor == head { Reach::One } else { Reach::Run(anchor, head) });
    state.spoken.set(format!("{} chosen", count(anchor.abs_diff(head) + 1, "block")));
}

/// Ends the choosing of a run's last block.
pub(crate) fn stop_reaching(state: State) {
    state.reaching.set(false);
}

/// Asks for the last block of a run, to be clicked or tapped.
#[component]
pub(crate) fn Reaching() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <Show when=move || state.reaching.get()>
            <div class="reaching" role="status">
                <span>"Choose the last block of the run"</span>
                <button class="plain" on:click=move |_| stop_reaching(state)>"Cancel"</button>
            </div>
        </Show>
    }
}

/// Shows which blocks are meant, by class on the elements, so that no block is drawn anew.
#[component]
pub(crate) fn ReachedBlocks() -> impl IntoView {
    let state = expect_context::<State>();
    Effect::new(move |_| {
        state.segments.track();
        state.unfolded.track();
        let (reach, current) = (state.reach.get(), state.current.get());
        let all =
            current.filter(|_| reach != Reach::One).and_then(|id| state.peek(|document| reached(document, id, reach))).unwrap_or_default();
        browser::soon(move || show(&all));
    });
    Effect::new(move |_| {
        let touched = state.touched.get();
        browser::soon(move || {
            for element in browser::find_all("article .touched") {
                drop(element.class_list().remove_1("touched"));
            }
            let words = touched.and_then(|index| browser::find(&format!("article [data-block=\"{index}\"]")));
            drop(words.and_then(|words| words.parent_element()).map(|block| block.class_list().add_1("touched")));
        });
    });
}

fn show(reached: &[usize]) {
    for element in browser::find_all("article .reached") {
        drop(element.class_list().remove_1("reached"));
    }
    if reached.is_empty() {
        return;
    }
    let is_in = |blocks: &Range<usize>| reached.iter().any(|index| blocks.contains(index));
    for fold in browser::find_all("article .fold") {
        if covers(&fold).is_some_and(|blocks| is_in(&blocks)) {
            drop(fold.class_list().add_1("reached"));
        }
    }
    for block in browser::find_all("article .block") {
        if block_of(&block).is_some_and(|index| reached.binary_search(&index).is_ok()) {
            drop(block.class_list().add_1("reached"));
        }
    }
}
