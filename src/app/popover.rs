//! The card of a mark: what it is and why, and everything that can be done to it.

mod card;
mod parts;
mod reach;
mod speaker;

use super::commands::Key;
use super::icon::icon;
use super::state::State;
use super::words::{defined, hue_in, offered_in, short, shortened, title_in};
use super::{asking, blocks, browser, caret, highlight, pick, review};
use card::{Card, card};
use galley_engine::annotation::{AnnotationId, Decision, LabelName, Layer};
use galley_engine::document::Command;
use galley_engine::text::Span;
use galley_engine::text::snap::{self, Edge};
use leptos::prelude::*;
use parts::{CueField, MentionSteps, Parts};
use pick::EVERYWHERE;
use reach::ReachChoice;
use speaker::SpeakerField;
use web_sys::FocusOptions;

/// Where a card lies in the article's column, as CSS lengths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// From the left edge of the column.
    pub(crate) left: String,
    /// From the top of the column's content.
    pub(crate) top: String,
}

impl Default for Place {
    /// Out of sight until it is measured.
    fn default() -> Self {
        Self { left: "0px".to_owned(), top: "-2000px".to_owned() }
    }
}

/// Where a card of `width` pixels, which `selector` finds, goes beside the words whose box on the screen is (left, top, bottom):
/// below them where there is room, else above.
pub(crate) fn placed((left, top, bottom): (f64, f64, f64), width: f64, selector: &str) -> Place {
    const GAP: f64 = 10.0;
    const EDGE: f64 = 8.0;
    let (Some(main), Some(card)) = (browser::find("#main"), browser::find(selector)) else { return Place::default() };
    let (frame, height) = (main.get_bounding_client_rect(), f64::from(card.offset_height()));
    let x = (left - frame.left() - 22.0).min(frame.width() - width - EDGE - GAP).max(EDGE);
    let has_room_below = bottom + GAP + height < frame.bottom();
    let has_room_above = frame.top() < top - GAP - height;
    let y = if has_room_below || !has_room_above { bottom + GAP } else { top - GAP - height };
    Place { left: format!("{x:.0}px"), top: format!("{:.0}px", y - frame.top() + f64::from(main.scroll_top())) }
}

/// The labels of a layer as buttons; what does not fit is in a list behind the last one.
#[component]
pub(crate) fn LabelGrid(layer: Layer, chosen: Option<LabelName>, pick: Callback<LabelName>) -> impl IntoView {
    const BUTTONS: usize = 7;
    let state = expect_context::<State>();
    let own = state.own.get_untracked();
    let labels = offered_in(&own, layer);
    let (first, rest) = labels.split_at(labels.len().min(BUTTONS));
    let buttons = first.iter().cloned().zip(1..).map(|(label, number)| {
        let pressed = (chosen.as_ref() == Some(&label)).to_string();
        let (title, color) = (title_in(&own, &label), hue_in(&own, &label));
        let key = defined(&own, &label).and_then(|label| label.key).map_or_else(|| number.to_string(), String::from);
        view! { <button data-hue=color aria-pressed=pressed on:click=move |_| pick.run(label.clone())>{title}<kbd aria-hidden="true">{key}</kbd></button> }
    });
    let buttons = buttons.collect_view();
    let more = (!rest.is_empty()).then(|| more(rest.to_vec(), chosen.clone(), pick));
    view! { <div class="labels" class:three=matches!(layer, Layer::Quotation | Layer::Code) role="group" aria-label="Labels">{buttons}{more}</div> }
}

fn more(labels: Vec<LabelName>, chosen: Option<LabelName>, pick: Callback<LabelName>) -> impl IntoView {
    let at = chosen.and_then(|chosen| labels.iter().position(|label| *label == chosen));
    let options = labels
        .iter()
        .enumerate()
        .map(|(index, label)| view! { <option value=index.to_string() selected=at == Some(index)>{short(label)}</option> });
    let options = options.collect_view();
    let change = move |event| {
        if let Some(label) = event_target_value(&event).parse::<usize>().ok().and_then(|index| labels.get(index)) {
            pick.run(label.clone());
        }
    };
    view! { <select class:on=at.is_some() aria-label="More labels" on:change=change><option value="" selected=at.is_none()>"More…"</option>{options}</select> }
}

/// The card of the current mark, when it is open.
#[component]
pub(crate) fn Popover() -> impl IntoView {
    let state = expect_context::<State>();
    let shown = Memo::new(move |_| {
        state.current.get().filter(|_| state.popped.get()).and_then(|id| state.with(|document| card(document, id)).flatten())
    });
    let place = RwSignal::new(Place::default());
    let measure = move || {
        if let Some(id) = state.current.get_untracked() {
            browser::soon(move || place.set(place_of(id).unwrap_or_default()));
        }
    };
    Effect::new(move |_| {
        shown.track();
        state.shown.track();
        state.asked.track();
        measure();
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    move || {
        shown.get().map(|card| {
            let label = format!("{}, {}", shortened(&card.words, 60), card.label.title());
            view! {
                <div class="pop" class:for-speaker=move || asking::is_for_speaker(state) id="card" role="dialog" aria-label=label style:left=move || place.get().left style:top=move || place.get().top>
                    <Stack/>
                    <Inside card/>
                </div>
            }
        })
    }
}

/// Beside the mark's first line, or its role in the margin.
fn place_of(id: AnnotationId) -> Option<Place> {
    const WIDTH: f64 = 332.0;
    let element = browser::find(&format!("[data-id=\"a{}\"]", id.0))?;
    let lines = element.get_client_rects();
    let line = lines.item(0)?;
    let bottom = if lines.length() < 4 { lines.item(lines.length() - 1)?.bottom() } else { line.bottom() };
    Some(placed((line.left(), line.top(), bottom), WIDTH, "#card"))
}

/// The marks on the clicked words, the smallest first, to go from one to the other.
#[component]
fn Stack() -> impl IntoView {
    let state = expect_context::<State>();
    let is_many = move || state.stack.with(|stack| 1 < stack.len());
    let buttons = move || {
        let title = |id: &AnnotationId| {
            let one = state.annotation(*id)?;
            let words = state.peek(|document| shortened(document.words_of(&one), 24))?;
            Some(view! { {short(&one.label.name())}<small>{words}</small> })
        };
        let button = |id: AnnotationId| {
            let is_current = move || (state.current.get() == Some(id)).then_some("true");
            view! { <button aria-current=is_current on:click=move |_| state.current.set(Some(id))>{title(&id)}</button> }
        };
        state.stack.get().into_iter().map(button).collect_view()
    };
    view! { <Show when=is_many><div class="stack" role="group" aria-label="Marks here"><span>"Marks here"</span>{buttons}</div></Show> }
}

#[component]
fn Inside(card: Card) -> impl IntoView {
    let state = expect_context::<State>();
    let id = card.id;
    let relabel = Callback::new(move |label: LabelName| relabel(state, id, &label));
    view! {
        <div class="pop-head">
            <h2 class:said=card.label.layer() == Layer::Quotation>{shortened(&card.words, 220)}</h2>
            <button class="x" aria-label="Close" title="Close (Esc)" on:click=move |_| { state.popped.set(false); review::refocus(state); }>{icon("close")}</button>
        </div>
        <p class="why">{card.what.clone()}{card.same_as.clone().map(|name| view! { ", the same as " <b>{name}</b> })}{card.why.clone()}</p>
        {card.mention.map(|(entity, at, of)| view! { <MentionSteps entity at of/> })}
        {card.speaker.clone().map(|speaker| view! { <SpeakerField id speaker/><CueField id cue=card.cue.clone()/> })}
        {card.is_role.then(|| view! { <ReachChoice id/> })}
        <LabelGrid layer=card.label.layer() chosen=Some(card.label.clone()) pick=relabel/>
        <Acts card=card.clone()/>
        <input class="note" id="note" placeholder="Note" aria-label="Note" prop:value=card.note.clone()
            on:change=move |event| { state.dispatch(&Command::SetNote(id, event_target_value(&event))); }/>
    }
}

#[component]
fn Acts(card: Card) -> impl IntoView {
    let state = expect_context::<State>();
    let id = card.id;
    let is_accepted = card.decision == Decision::Accepted;
    let decide = move |decision| {
        if browser::is_narrow() || decision == Decision::Pending {
            review::decide(state, decision);
        } else {
            settle(state, id, decision);
        }
    };
    let first = if is_accepted {
        view! { <button on:click=move |_| decide(Decision::Pending)>"Undecide"<Key name="reopen"/></button> }.into_any()
    } else {
        view! { <button class="yes" on:click=move |_| decide(Decision::Accepted)>"Accept"<Key name="accept"/></button> }.into_any()
    };
    let delete = move |_| {
        state.dispatch(&Command::Delete(vec![id]));
        review::refocus(state);
    };
    view! {
        <div class="acts">
            {first}
            <button on:click=move |_| decide(Decision::Rejected)>"Reject"<Key name="reject"/></button>
            {(!card.is_role).then(|| view! { <button class="bin" aria-label="Delete" title="Delete (Del)" on:click=delete>{icon("bin")}</button> })}
        </div>
        {card.speaker.is_some().then(|| view! { <Parts parts=card.parts/> })}
        <div class="more-acts">
            {(1 < card.alike).then(|| view! { <button on:click=move |_| review::accept_alike(state)>{format!("Accept all {}", card.alike)}<Key name="accept-all"/></button> })}
            {(!card.elsewhere.is_empty()).then(|| view! { <Elsewhere places=card.elsewhere.clone()/> })}
            <span></span>
            {(!card.is_role).then(|| view! { <Ends/> })}
        </div>
    }
}

/// Marks every other place where the words stand; they light up while the button is pointed at or has the focus.
#[component]
fn Elsewhere(places: Vec<Span>) -> impl IntoView {
    let state = expect_context::<State>();
    let many = places.len();
    let places = StoredValue::new(places);
    let light = move || {
        state.peek(|document| places.with_value(|places| highlight::light(document, EVERYWHERE, places)));
    };
    let unlight = || highlight::unlight(EVERYWHERE);
    on_cleanup(unlight);
    view! {
        <button title="Give these words the label wherever they stand unmarked" on:click=move |_| pick::everywhere(state)
            on:pointerenter=move |_| light() on:pointerleave=move |_| unlight() on:focus=move |_| light() on:blur=move |_| unlight()>
            {format!("Mark {many} more")}<Key name="everywhere"/>
        </button>
    }
}

/// Moves the ends of the mark by a word.
#[component]
pub(crate) fn Ends() -> impl IntoView {
    let state = expect_context::<State>();
    let end = move |label: &'static str, sign: &'static str, edge, wider| {
        view! { <button aria-label=label title=label on:click=move |_| nudge(state, edge, wider)>{sign}</button> }
    };
    view! {
        <span class="ends" role="group" aria-label="Ends">
            {end("Start a word earlier (<)", "⇤", Edge::Start, true)}
            {end("Start a word later (>)", "→", Edge::Start, false)}
            <span>"word"</span>
            {end("End a word earlier (,)", "←", Edge::End, false)}
            {end("End a word later (.)", "⇥", Edge::End, true)}
        </span>
    }
}

/// Decides one mark and closes its card: whoever points and clicks looks at one place, not at the next.
fn settle(state: State, id: AnnotationId, decision: Decision) {
    if let Some(ids) = blocks::several(state, id) {
        blocks::decide(state, ids, decision);
        return;
    }
    let ids = vec![id];
    state.popped.set(false);
    state.dispatch(&if decision == Decision::Accepted { Command::Accept(ids) } else { Command::Reject(ids) });
    review::refocus(state);
}

/// Gives a mark another label, which also accepts it.
pub(crate) fn relabel(state: State, id: AnnotationId, label: &LabelName) {
    if let Some(ids) = blocks::several(state, id) {
        blocks::give(state, ids, label);
        return;
    }
    state.dispatch(&Command::Relabel(vec![id], label.clone()));
    review::refocus(state);
}

/// Moves one end of the current mark by a word.
pub(crate) fn nudge(state: State, edge: Edge, wider: bool) {
    if state.picked.with_untracked(Option::is_some) {
        caret::nudge(state, edge, wider);
        return;
    }
    let Some(annotation) = state.current.get_untracked().and_then(|id| state.annotation(id)) else { return };
    let is_role = state.peek(|document| document.roles.contains(&annotation.id)) == Some(true);
    let at = if edge == Edge::Start { 0 } else { annotation.spans.len().saturating_sub(1) };
    let Some(span) = annotation.spans.get(at).copied().filter(|_| !is_role) else { return };
    let Some(moved) = state.peek(|document| snap::nudge(&document.text, span, edge, wider)).flatten() else { return };
    let mut spans = annotation.spans.clone();
    spans[at] = moved;
    state.dispatch(&Command::SetSpans(annotation.id, spans));
    review::refocus(state);
}

/// Opens the card of the current mark and goes into it.
pub(crate) fn open_and_enter(state: State) {
    enter(state, ".yes, .acts button");
}

/// Opens the card of the current mark and focuses what `selector` finds in it.
pub(crate) fn enter(state: State, selector: &'static str) {
    state.picked.set(None);
    review::stack_here(state);
    state.popped.set(true);
    browser::soon(move || {
        let inside = selector.split(", ").find_map(|one| browser::find(&format!("#card {one}")));
        if let Some(element) = inside {
            // The card is out of sight until it is placed: the article must not scroll there.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options).ok();
        }
    });
}
