//! The strip beside the article: where the marks of each layer are and what is undecided; a click goes there.
//!
//! It is for the pointer alone. The keys go from mark to mark by `j` and `k`, and the overview has the same as a table.

use super::browser;
use super::inspector::to_mark;
use super::review;
use super::state::State;
use galley_engine::annotation::Layer;
use galley_engine::document::Document;
use galley_engine::view::strip::{Lane, Part, lanes, nearest, start_of};
use leptos::prelude::*;
use std::fmt::Write as _;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Into how many parts the text is cut.
const PARTS: usize = 240;

/// How far a click may be from a mark and still mean it, in parts.
const NEAR: usize = 8;

/// The width of a lane, in units of the drawing: a part is one unit high.
const LANE: f64 = 4.0;

/// The strip.
#[component]
pub(crate) fn Strip() -> impl IntoView {
    let state = expect_context::<State>();
    let lanes = Memo::new(move |_| state.with(|document| drawn(document, state)).unwrap_or_default());
    let seen = RwSignal::new((0.0, 0.0));
    let look = move || {
        browser::soon(move || {
            let _ = state.peek(visible).flatten().and_then(|place| seen.try_set(place));
        });
    };
    Effect::new(move |_| {
        state.id.track();
        state.unfolded.track();
        look();
    });
    // Scrolling is no event that bubbles: it is caught on its way down.
    let scrolled = gloo::events::EventListener::new_with_options(
        &document(),
        "scroll",
        gloo::events::EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: true },
        move |_| look(),
    );
    StoredValue::new_local(scrolled);
    let width = move || lanes.with(|lanes| lanes.len().max(1)) as f64 * LANE;
    let paths = move || lanes.get().into_iter().enumerate().map(|(at, lane)| paths(at, &lane)).collect_view();
    view! {
        <Show when=move || !state.clean.get()>
            <div class="strip" aria-hidden="true" title="Where the marks are: click to go there" on:click=move |event| clicked(state, lanes, &event)>
                <svg viewBox=move || format!("0 0 {} {PARTS}", width()) preserveAspectRatio="none">{paths}</svg>
                <i class="seen" style:top=move || format!("{:.2}%", seen.get().0 * 100.0) style:height=move || format!("{:.2}%", (seen.get().1 - seen.get().0) * 100.0)></i>
            </div>
        </Show>
    }
}

fn drawn(document: &Document, state: State) -> Vec<Lane> {
    let shown = state.shown.get();
    lanes(document, PARTS).into_iter().filter(|lane| shown.layer(lane.layer)).collect()
}

/// Two shapes a lane: what waits fills its width, what is decided half of it.
fn paths(at: usize, lane: &Lane) -> impl IntoView + use<> {
    let hue = match lane.layer {
        Layer::Entity => "person",
        Layer::Quotation => "quote",
        Layer::Structure => "structure",
        Layer::Code => "own",
    };
    let left = at as f64 * LANE;
    let decided = runs(lane, left, LANE * 0.4, |part| part.is_marked && !part.waits);
    let waiting = runs(lane, left, LANE * 0.85, |part| part.waits);
    view! { <path data-hue=hue d=decided></path><path class="waiting" data-hue=hue d=waiting></path> }
}

/// The runs of parts that `is_in` as rectangles.
fn runs(lane: &Lane, left: f64, width: f64, is_in: fn(&Part) -> bool) -> String {
    let mut path = String::new();
    let mut at = 0;
    for run in lane.parts.chunk_by(|a, b| is_in(a) == is_in(b)) {
        if run.first().is_some_and(is_in) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{left} {at}h{width}v{}h-{width}z", run.len());
        }
        at += run.len();
    }
    path
}

/// The part of the text that is on the screen, from 0 to 1: found by halving, since blocks stand in order.
fn visible(document: &Document) -> Option<(f64, f64)> {
    let frame = browser::find("#main")?.get_bounding_client_rect();
    let blocks = browser::find_all("article [data-block]");
    let first = blocks.partition_point(|block| block.get_bounding_client_rect().bottom() <= frame.top());
    let after = blocks.partition_point(|block| block.get_bounding_client_rect().top() < frame.bottom());
    let span = |at: usize| document.blocks.get(blocks.get(at)?.get_attribute("data-block")?.parse::<usize>().ok()?).map(|block| block.span);
    let length = document.text.len().max(1) as f64;
    let (from, to) = (span(first)?, span(after.checked_sub(1)?)?);
    Some((f64::from(from.start) / length, f64::from(to.end) / length))
}

fn clicked(state: State, lanes: Memo<Vec<Lane>>, event: &leptos::ev::MouseEvent) {
    let Some(frame) = browser::find(".strip").map(|strip| strip.get_bounding_client_rect()) else { return };
    let across = (f64::from(event.client_x()) - frame.left()) / frame.width();
    let down = ((f64::from(event.client_y()) - frame.top()) / frame.height()).clamp(0.0, 1.0);
    let part = (down * PARTS as f64) as usize;
    let layer = lanes.with_untracked(|lanes| lanes.get((across * lanes.len() as f64) as usize).map(|lane| lane.layer));
    let near = layer.and_then(|layer| state.peek(|document| near(document, layer, part)).flatten());
    match near {
        Some(id) => to_mark(state, id),
        None => to_part(state, part),
    }
}

/// The mark of `layer` that a click on `part` means.
fn near(document: &Document, layer: Layer, part: usize) -> Option<galley_engine::annotation::AnnotationId> {
    let (at, reach) = (start_of(document, part, PARTS), document.text.len() * NEAR / PARTS);
    let id = nearest(document, layer, at)?;
    let extent = document.annotations.get(&id)?.extent();
    let away = if extent.start <= at && at < extent.end { 0 } else { extent.start.abs_diff(at) };
    (away as usize <= reach).then_some(id)
}

fn to_part(state: State, part: usize) {
    let block = state.peek(|document| document.block_at(start_of(document, part, PARTS)).or(Some(0))).flatten();
    review::unfold_block(state, block);
    browser::soon(move || {
        let Some(element) = block.and_then(|block| browser::find(&format!("article [data-block=\"{block}\"]"))) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}
