//! What is done to quotations by key or button: cue, parts, neighbours, and that something is none.

use super::asking;
use super::inspector::say_done;
use super::pick;
use super::review;
use super::state::State;
use galley_engine::annotation::{AnnotationId, Layer};
use galley_engine::document::{Command, Document};
use galley_engine::text::Span;
use leptos::prelude::*;

/// Whether words are selected, or a quotation is the current mark.
pub(crate) fn can_unquote(state: State) -> bool {
    state.picked.with(Option::is_some) || is_current(state)
}

/// Whether a quotation is the current mark.
pub(crate) fn is_current(state: State) -> bool {
    state.current.track();
    asking::current_quotation(state).is_some()
}

/// Whether the current quotation has several parts.
pub(crate) fn has_parts(state: State) -> bool {
    state.current.track();
    current_spans(state).is_some_and(|spans| 1 < spans.len())
}

fn current_spans(state: State) -> Option<Vec<Span>> {
    state.annotation(asking::current_quotation(state)?).map(|one| one.spans)
}

/// Asked who speaks, it is nobody; else it is no quotation.
pub(crate) fn unquote_or_nobody(state: State) {
    if !asking::choose(state, 0) {
        unquote(state);
    }
}

/// The selected words are said by nobody; without any, the current quotation is none.
pub(crate) fn unquote(state: State) {
    let picked = state.picked.get_untracked().map(|picked| picked.spans);
    let Some(spans) = picked.or_else(|| current_spans(state)) else { return };
    pick::cancel(state);
    if state.dispatch(&Command::Unquote(spans)) {
        say_done(state, "Not a quotation".to_owned());
        review::refocus(state);
    }
}

/// The selected words name the speaker of the current quotation.
pub(crate) fn picked_speaker(state: State) {
    let Some((id, span)) = asking::current_quotation(state).zip(picked(state)) else { return };
    pick::cancel(state);
    asking::set_speaker(state, id, state.peek(|document| asking::spoken_by(document, span)));
}

/// The selected words are the cue of the current quotation.
pub(crate) fn picked_cue(state: State) {
    let Some((id, span)) = asking::current_quotation(state).zip(picked(state)) else { return };
    pick::cancel(state);
    asking::set_cue(state, id, Some(span));
}

/// The selected words are a further part of the current quotation.
pub(crate) fn picked_part(state: State) {
    let Some(id) = asking::current_quotation(state) else { return };
    let picked = state.picked.get_untracked().map(|picked| picked.spans).unwrap_or_default();
    let Some(mut spans) = current_spans(state) else { return };
    spans.retain(|span| !picked.iter().any(|new| new.overlaps(*span)));
    spans.extend(picked);
    spans.sort_unstable();
    pick::cancel(state);
    state.dispatch(&Command::SetSpans(id, spans));
    review::refocus(state);
}

fn picked(state: State) -> Option<Span> {
    state.picked.with_untracked(|picked| picked.as_ref().and_then(|picked| picked.spans.first().copied()))
}

/// The standing quotation that begins next after `id`.
fn following(document: &Document, id: AnnotationId) -> Option<AnnotationId> {
    let here = document.annotations.get(&id)?;
    let here = (here.extent(), here.id);
    let others = document.standing(Layer::Quotation).map(|one| (one.extent(), one.id));
    others.filter(|other| here < *other).min().map(|(_, id)| id)
}

/// The following quotation becomes part of the current one.
pub(crate) fn join(state: State) {
    let Some(id) = asking::current_quotation(state) else { return };
    match state.peek(|document| following(document, id)).flatten() {
        Some(next) => join_with(state, next, id),
        None => state.spoken.set("No quotation follows".to_owned()),
    }
}

/// The first becomes part of the second.
pub(crate) fn join_with(state: State, from: AnnotationId, into: AnnotationId) {
    if state.dispatch(&Command::JoinQuotations(from, into)) {
        state.current.set(Some(into));
        say_done(state, "Two quotations joined".to_owned());
        review::refocus(state);
    }
}

/// The parts of the current quotation become quotations.
pub(crate) fn part(state: State) {
    let Some(id) = asking::current_quotation(state) else { return };
    if state.dispatch(&Command::PartQuotation(id)) {
        say_done(state, "Each part is a quotation of its own".to_owned());
        review::refocus(state);
    }
}
