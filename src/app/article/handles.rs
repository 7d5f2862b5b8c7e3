//! The ends of the current mark as handles: dragged to another word, or with Alt to another character.

use crate::browser;
use crate::highlight;
use crate::selection;
use crate::state::State;
use galley_engine::annotation::{Annotation, AnnotationId};
use galley_engine::document::{Command, Document};
use galley_engine::text::Span;
use galley_engine::text::snap::{Edge, Grain, snap};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The name under which the words are lit that a mark would cover.
const LIT: &str = "ends";

/// An end that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drag {
    edge: Edge,
    /// From the pointer to the middle of the line it took hold of, in pixels.
    lift: f64,
    /// What the part of the mark at that end would cover.
    span: Span,
    /// Whether the card was open before.
    was_popped: bool,
}

/// Where a handle stands in the article's column, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Place {
    left: f64,
    top: f64,
    /// The height of the line.
    height: f64,
}

/// The two handles of the current mark. Keys and buttons do the same, so they are for the pointer only.
#[component]
pub(super) fn Handles() -> impl IntoView {
    let state = expect_context::<State>();
    let places = RwSignal::new(None::<(Place, Place)>);
    let drag = RwSignal::new(None::<Drag>);
    let measure = move || {
        let id = state.current.try_get_untracked().flatten();
        let _ = places.try_set(id.filter(|id| movable(state, *id).is_some()).and_then(measured));
    };
    Effect::new(move |_| {
        state.current.track();
        state.segments.track();
        state.unfolded.track();
        state.clean.track();
        browser::soon(measure);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || {
        resized.remove();
        highlight::unlight(LIT);
    });
    let handle = move |edge: Edge| {
        let place = move || places.get().map(|(start, end)| if edge == Edge::Start { start } else { end });
        let pixels = move |of: fn(&Place) -> f64| move || place().map(|place| format!("{:.1}px", of(&place)));
        view! {
            <span class="handle" class:start=edge == Edge::Start class:end=edge == Edge::End class:held=move || drag.with(|drag| drag.is_some_and(|drag| drag.edge == edge))
                style:left=pixels(|place| place.left) style:top=pixels(|place| place.top) style:height=pixels(|place| place.height)
                on:click=|event| event.stop_propagation() on:mousedown=|event| event.prevent_default()
                on:pointerdown=move |event| { event.stop_propagation(); take_hold(state, drag, edge, &event); }
                on:pointermove=move |event| moved(state, drag, &event)
                on:pointerup=move |event| { event.stop_propagation(); let_go(state, drag); }
                on:pointercancel=move |_| forget(state, drag)></span>
        }
    };
    // Beside a closed card they would only stand in the way of the words next to the mark.
    let is_shown = move || places.get().is_some() && (state.popped.get() || drag.get().is_some());
    view! { <Show when=is_shown><div class="handles" class:dragging=move || drag.get().is_some() aria-hidden="true">{handle(Edge::Start)}{handle(Edge::End)}</div></Show> }
}

/// The mark `id`, when its ends can be moved: the role of a block covers the block.
fn movable(state: State, id: AnnotationId) -> Option<Annotation> {
    let is_role = state.peek(|document| document.roles.contains(&id)) == Some(true);
    state.annotation(id).filter(|_| !is_role && !state.clean.get_untracked())
}

/// Where the first and the last line of a mark begin and end.
fn measured(id: AnnotationId) -> Option<(Place, Place)> {
    let pieces = browser::find_all(&format!("article mark[data-id=\"a{}\"]", id.0));
    let frame = browser::find("article")?.get_bounding_client_rect();
    let first = pieces.first()?.get_client_rects().item(0)?;
    let lines = pieces.last()?.get_client_rects();
    let last = lines.item(lines.length().checked_sub(1)?)?;
    let place =
        |left: f64, line: &web_sys::DomRect| Place { left: left - frame.left(), top: line.top() - frame.top(), height: line.height() };
    Some((place(first.left(), &first), place(last.right(), &last)))
}

fn take_hold(state: State, drag: RwSignal<Option<Drag>>, edge: Edge, event: &PointerEvent) {
    let Some(annotation) = state.current.get_untracked().and_then(|id| movable(state, id)) else { return };
    let Some(span) = (if edge == Edge::Start { annotation.spans.first() } else { annotation.spans.last() }) else { return };
    let Some(handle) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    event.prevent_default();
    let line = handle.get_bounding_client_rect();
    // A pointer that cannot be captured still moves over the handle.
    let _ = handle.set_pointer_capture(event.pointer_id()).ok();
    let lift = line.top() + line.height() / 2.0 - f64::from(event.client_y());
    drag.set(Some(Drag { edge, lift, span: *span, was_popped: state.popped.get_untracked() }));
    state.popped.set(false);
}

fn moved(state: State, drag: RwSignal<Option<Drag>>, event: &PointerEvent) {
    let Some(held) = drag.get_untracked() else { return };
    let grain = if event.alt_key() { Grain::Character } else { Grain::Word };
    let point = (f64::from(event.client_x()), f64::from(event.client_y()) + held.lift);
    let span = state.peek(|document| drawn_to(document, held, selection::byte_at_point(document, point.0, point.1)?, grain)).flatten();
    if let Some(span) = span.filter(|span| *span != held.span) {
        drag.set(Some(Drag { span, ..held }));
        state.peek(|document| highlight::light(document, LIT, &[span]));
    }
}

/// What the mark's part covers when its end is drawn to the byte `at`: at least a word, and nothing of another block.
fn drawn_to(document: &Document, held: Drag, at: usize, grain: Grain) -> Option<Span> {
    let block = document.blocks.get(document.block_at(held.span.start)?)?.span;
    let at = at.clamp(block.from(), block.to());
    let text = &document.text;
    let span = match held.edge {
        Edge::Start => Span::new(piece_from(text, at, grain)?.from().min(held.span.to()), held.span.to()),
        Edge::End => Span::new(held.span.from(), piece_to(text, at, grain)?.to().max(held.span.from())),
    };
    (!span.trimmed(text).is_empty()).then_some(span)
}

/// The word or character that the one at `at` belongs to.
fn piece_from(text: &str, at: usize, grain: Grain) -> Option<Span> {
    let next = text.get(at..)?.chars().next()?.len_utf8();
    snap(text, Span::new(at, at + next), grain)
}

/// The word or character that the one before `at` belongs to.
fn piece_to(text: &str, at: usize, grain: Grain) -> Option<Span> {
    let last = text.get(..at)?.chars().next_back()?.len_utf8();
    snap(text, Span::new(at - last, at), grain)
}

fn let_go(state: State, drag: RwSignal<Option<Drag>>) {
    let Some(held) = drag.get_untracked() else { return };
    forget(state, drag);
    let Some(annotation) = state.current.get_untracked().and_then(|id| state.annotation(id)) else { return };
    let mut spans = annotation.spans.clone();
    let place = if held.edge == Edge::Start { spans.first_mut() } else { spans.last_mut() };
    if let Some(place) = place.filter(|place| **place != held.span) {
        *place = held.span;
        state.dispatch(&Command::SetSpans(annotation.id, spans));
    }
}

fn forget(state: State, drag: RwSignal<Option<Drag>>) {
    if let Some(held) = drag.get_untracked() {
        drag.set(None);
        highlight::unlight(LIT);
        state.popped.set(held.was_popped);
    }
}
