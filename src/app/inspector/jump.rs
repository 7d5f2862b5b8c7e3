//! From a list to the place in the article.

use crate::blocks;
use crate::browser;
use crate::review;
use crate::selection;
use crate::state::State;
use galley_engine::annotation::AnnotationId;
use galley_engine::text::Span;
use leptos::prelude::*;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Makes `id` the current mark and brings it into view. Where the inspector lies over the article it makes way.
pub(crate) fn to_mark(state: State, id: AnnotationId) {
    let was_narrow = browser::is_narrow();
    if was_narrow {
        state.sheet.set(None);
    }
    state.stack.set(vec![id]);
    review::go_to(state, id);
    browser::soon(move || match browser::find(&format!("article [data-id=\"a{}\"]", id.0)) {
        Some(mark) if was_narrow => drop(mark.focus()),
        Some(_) => {}
        // A rejected mark is not drawn: its block is shown.
        None => to_block(block_of(state, id)),
    });
}

/// The same for the role of a block; `is_run` takes all blocks from the current one to it into the run.
pub(super) fn to_role(state: State, id: AnnotationId, is_run: bool) {
    match block_of(state, id) {
        Some(block) if is_run => {
            blocks::reach_to(state, block);
            state.popped.set(true);
        }
        _ => to_mark(state, id),
    }
}

fn block_of(state: State, id: AnnotationId) -> Option<usize> {
    state.peek(|document| document.block_at(document.annotations.get(&id)?.extent().start)).flatten()
}

fn to_block(index: Option<usize>) {
    if let Some(block) = index.and_then(|index| browser::find(&format!("article [data-block=\"{index}\"]"))) {
        into_view(&block);
    }
}

/// Brings the words of `span` into view and selects them, so that the eye finds them.
pub(super) fn to_words(state: State, span: Span) {
    if browser::is_narrow() {
        state.sheet.set(None);
    }
    state.clean.set(false);
    let index = state.peek(|document| document.block_at(span.start)).flatten();
    review::unfold_block(state, index);
    browser::soon(move || {
        to_block(index);
        state.peek(|document| selection::show(document, &[span]));
    });
}

fn into_view(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
