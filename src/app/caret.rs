//! Selecting words without a mouse: by arrow keys from word to word, and by a finger's tap.

use super::browser;
use super::review;
use super::selection;
use super::state::{Picked, State};
use galley_engine::annotation::Layer;
use galley_engine::document::Document;
use galley_engine::text::Span;
use galley_engine::text::snap::{self, Edge, Grain, snap};
use leptos::prelude::*;

/// Where a selection by key began and where it is now, each a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Caret {
    anchor: Span,
    head: Span,
}

/// Which way the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// A word on.
    Right,
    /// A word back.
    Left,
    /// A line down.
    Down,
    /// A line up.
    Up,
}

/// Selects the word after the current mark, or the first one of the block that was clicked last, or of the article's story.
pub(crate) fn begin(state: State) {
    let (current, touched) = (state.current.get_untracked(), state.touched.get_untracked());
    let word = state.peek(|document| {
        let after = current.and_then(|id| document.annotations.get(&id)).map(|one| one.extent().to());
        let block = touched.or_else(|| (0..document.blocks.len()).find(|index| document.role(*index).is_content())).unwrap_or(0);
        let first = || word_from(document, document.blocks.get(block)?.span.from());
        after.and_then(|at| next_word(document, at)).or_else(first)
    });
    if let Some(word) = word.flatten() {
        select(state, Caret { anchor: word, head: word });
    }
}

/// Moves the selection to another word, or with `is_extending` its end.
pub(crate) fn go(state: State, way: Way, is_extending: bool) {
    let Some(before) = here(state) else { return };
    let head = match way {
        Way::Right => state.peek(|document| next_word(document, before.head.to())).flatten(),
        Way::Left => state.peek(|document| word_before(document, before.head.from())).flatten(),
        Way::Down => line_beside(state, before.head, 1.0),
        Way::Up => line_beside(state, before.head, -1.0),
    };
    if let Some(head) = head {
        select(state, Caret { anchor: if is_extending { before.anchor } else { head }, head });
    }
}

/// Moves the end of the selection by a character.
pub(crate) fn go_character(state: State, is_on: bool) {
    let Some(Caret { anchor, head }) = here(state) else { return };
    let moved = state.peek(|document| by_character(document, anchor.cover(head), is_on)).flatten();
    if let Some(span) = moved {
        select(state, Caret { anchor: span, head: span });
    }
}

fn by_character(document: &Document, span: Span, is_on: bool) -> Option<Span> {
    let text = &document.text;
    let end = if is_on {
        let block = document.blocks.get(document.block_at(span.start)?)?.span;
        let next = text.get(span.to()..block.to())?.char_indices().find(|(_, c)| !c.is_whitespace())?;
        let at = span.to() + next.0;
        snap(text, Span::new(at, at + next.1.len_utf8()), Grain::Character)?.to()
    } else {
        let last = span.of(text).chars().next_back()?.len_utf8();
        snap(text, Span::new(span.to() - last, span.to()), Grain::Character)?.from()
    };
    let moved = Span::new(span.from(), end.max(span.from())).trimmed(text);
    (!moved.is_empty()).then_some(moved)
}

/// Where the selection by key is: what was selected by other means counts as its beginning.
fn here(state: State) -> Option<Caret> {
    let picked = state.picked.get_untracked()?;
    let all = picked.spans.iter().copied().reduce(Span::cover)?;
    let known = state.caret.get_untracked().filter(|caret| caret.anchor.cover(caret.head) == all);
    known.or_else(|| {
        let last = state.peek(|document| word_before(document, all.to())).flatten().unwrap_or(all);
        let first = state.peek(|document| word_from(document, all.from())).flatten().unwrap_or(all);
        Some(Caret { anchor: first, head: last })
    })
}

/// Selects from the anchor to the head, and offers labels.
fn select(state: State, caret: Caret) {
    let all = caret.anchor.cover(caret.head);
    let spans = state.peek(|document| by_block(document, all)).unwrap_or_default();
    if spans.is_empty() {
        return;
    }
    review::unfold_block(state, state.peek(|document| document.block_at(caret.head.start)).flatten());
    state.caret.set(Some(caret));
    state.popped.set(false);
    let layer = state.picked.with_untracked(|picked| picked.as_ref().map(|picked| picked.layer)).unwrap_or(Layer::Entity);
    let words = state.peek(|document| super::words::shortened(document.words(all), 80)).unwrap_or_default();
    state.spoken.set(format!("Selected: {words}"));
    state.picked.set(Some(Picked { spans: spans.clone(), layer, all: false }));
    if browser::find("#main:focus-within, .pop:focus-within").is_none() {
        drop(browser::find("#main").map(|main| main.focus()));
    }
    browser::soon(move || {
        state.peek(|document| {
            selection::show(document, &spans);
            selection::bring_into_view(document, caret.head);
        });
    });
}

/// The parts of `span` in each block.
fn by_block(document: &Document, span: Span) -> Vec<Span> {
    let (Some(first), Some(last)) = (document.block_at(span.start), document.block_at(span.end.saturating_sub(1).max(span.start))) else {
        return Vec::new();
    };
    let blocks = document.blocks.get(first..=last).unwrap_or_default().iter();
    let parts = blocks.map(|block| Span { start: span.start.max(block.span.start), end: span.end.min(block.span.end) });
    parts.filter(|part| part.start < part.end).collect()
}

/// The word that begins at or after the byte `at` of the text.
fn word_from(document: &Document, at: usize) -> Option<Span> {
    let rest = document.text.get(at..)?;
    let (skipped, first) = rest.char_indices().find(|(_, c)| c.is_alphanumeric())?;
    snap(&document.text, Span::new(at + skipped, at + skipped + first.len_utf8()), Grain::Word)
}

/// The word after the byte `at`, in this block or a later one.
fn next_word(document: &Document, at: usize) -> Option<Span> {
    word_from(document, at).filter(|word| at <= word.from())
}

/// The last word that ends at or before the byte `at`.
fn word_before(document: &Document, at: usize) -> Option<Span> {
    let before = document.text.get(..at)?;
    let (start, last) = before.char_indices().rev().find(|(_, c)| c.is_alphanumeric())?;
    snap(&document.text, Span::new(start, start + last.len_utf8()), Grain::Word)
}

/// The word on the line below (1) or above (−1) the head, as it is set on the screen; the next block's where that line is another block's.
fn line_beside(state: State, head: Span, direction: f64) -> Option<Span> {
    const TRIES: u8 = 6;
    let place = state.peek(|document| selection::range(document, head)).flatten()?.get_bounding_client_rect();
    let (x, middle) = (place.left() + place.width() / 2.0, place.top() + place.height() / 2.0);
    let found = |step: u8| {
        let y = middle + direction * place.height() * (0.6 + 0.6 * f64::from(step));
        let word = state.peek(|document| word_from(document, selection::byte_at_point(document, x, y)?)).flatten()?;
        let is_beyond = if 0.0 < direction { head.end <= word.start } else { word.end <= head.start };
        is_beyond.then_some(word)
    };
    (0..TRIES).find_map(found)
}

/// Selects the word under a finger.
pub(crate) fn tap(state: State, x: f64, y: f64) -> bool {
    let word = state.peek(|document| {
        let at = selection::byte_at_point(document, x, y)?;
        // A tap in the empty end of a line is none on its last word.
        let word = word_from(document, at)
            .filter(|word| word.from() <= at)
            .or_else(|| word_before(document, at).filter(|word| at <= word.to()))?;
        let place = selection::range(document, word)?.get_bounding_client_rect();
        (place.left() - 12.0 < x && x < place.right() + 12.0).then_some(word)
    });
    let word = word.flatten();
    if let Some(word) = word {
        select(state, Caret { anchor: word, head: word });
    }
    word.is_some()
}

/// Moves one end of the selection by a word.
pub(crate) fn nudge(state: State, edge: Edge, wider: bool) {
    let Some(mut picked) = state.picked.get_untracked() else { return };
    let end = if edge == Edge::Start { picked.spans.first_mut() } else { picked.spans.last_mut() };
    let Some(end) = end else { return };
    let Some(moved) = state.peek(|document| snap::nudge(&document.text, *end, edge, wider)).flatten() else { return };
    *end = moved;
    state.peek(|document| selection::show(document, &picked.spans));
    state.picked.set(Some(picked));
}

/// Whether words are selected.
pub(crate) fn is_on(state: State) -> bool {
    state.picked.with(Option::is_some)
}

/// Whether a selection by key may begin.
pub(crate) fn can_begin(state: State) -> bool {
    state.id.with(Option::is_some) && !state.clean.get() && state.picked.with(Option::is_none)
}
