//! The label palette at a selection: which label the selected words get.

use super::asking;
use super::browser;
use super::commands::Key;
use super::highlight;
use super::inspector::say_done;
use super::popover::{Ends, LabelGrid, Place, placed};
use super::quoting;
use super::selection;
use super::state::{Picked, State};
use super::words;
use galley_engine::annotation::{AnnotationId, LabelName, Layer};
use galley_engine::document::{Command, Document, occurrences};
use galley_engine::text::Span;
use galley_engine::text::snap::Grain;
use galley_engine::view::extent::{Extent, widened};
use leptos::prelude::*;

/// The name under which all places are lit that would be marked.
pub(crate) const EVERYWHERE: &str = "everywhere";

/// Reads the browser's selection and opens the palette on it; closes it when nothing is selected.
pub(crate) fn take(state: State, grain: Grain) {
    let spans = state.peek(|document| selection::spans(document, grain)).unwrap_or_default();
    if spans.is_empty() {
        state.picked.set(None);
        return;
    }
    state.peek(|document| selection::show(document, &spans));
    state.popped.set(false);
    let layer =
        state.picked.with_untracked(|before| before.as_ref().map(|before| before.layer)).unwrap_or_else(|| likely_layer(state, &spans));
    state.picked.set(Some(Picked { spans, layer, all: false }));
}

/// What the words most likely are: several blocks or words between quotation marks are a quotation, else a name.
fn likely_layer(state: State, spans: &[Span]) -> Layer {
    const OPENING: [char; 8] = ['“', '"', '„', '«', '‘', '‹', '「', '»'];
    let is_quoted = |document: &Document| spans.first().is_some_and(|span| document.words(*span).starts_with(OPENING));
    if spans.len() > 1 || state.peek(is_quoted) == Some(true) { Layer::Quotation } else { Layer::Entity }
}

/// Lets the selection go.
pub(crate) fn cancel(state: State) {
    state.picked.set(None);
    selection::clear();
}

/// Gives the selected words the label.
pub(crate) fn mark(state: State, label: &LabelName) {
    let Some(picked) = state.picked.get_untracked() else { return };
    state.sticky.set(Some(label.clone()));
    let before = state.peek(Document::next_annotation);
    let command = state.peek(|document| command(document, &picked, label));
    cancel(state);
    let many = if let Some(Command::Add(marks, _)) = &command { marks.len() } else { 1 };
    if command.is_some_and(|command| state.dispatch(&command)) && 1 < many {
        say_done(state, format!("{} marked as {}", words::count(many, "place"), label.title()));
    }
    if before.is_some_and(|id| state.annotation(id).is_some())
        && let Some(id) = before.filter(|id| state.annotation(*id).is_some())
    {
        state.current.set(Some(id));
        super::review::refocus(state);
    }
}

/// The layers that selected words can be marked in.
const LAYERS: [Layer; 4] = [Layer::Entity, Layer::Quotation, Layer::Structure, Layer::Code];

/// Offers the labels of the next layer.
pub(crate) fn next_layer(state: State) {
    state.picked.update(|picked| {
        if let Some(picked) = picked {
            let at = LAYERS.iter().position(|layer| *layer == picked.layer).unwrap_or(0);
            picked.layer = LAYERS[(at + 1) % LAYERS.len()];
        }
    });
}

/// Widens the selection to whole sentences, paragraphs or the article. Names are offered for no such stretch: then codes are.
fn widen(state: State, extent: Extent) {
    let Some(picked) = state.picked.get_untracked() else { return };
    let Some(spans) = state.peek(|document| widened(document, &picked.spans, extent)).filter(|spans| !spans.is_empty()) else { return };
    state.peek(|document| selection::show(document, &spans));
    state.spoken.set(format!("Selected: the {}", in_words(extent)));
    let layer = if picked.layer == Layer::Entity { Layer::Code } else { picked.layer };
    state.picked.set(Some(Picked { spans, layer, all: false }));
}

/// Widens the selection to the next larger extent, and from the whole article back to sentences.
pub(crate) fn wider(state: State) {
    let Some(spans) = state.picked.get_untracked().map(|picked| picked.spans) else { return };
    let larger = |extent: &Extent| state.peek(|document| widened(document, &spans, *extent)).is_some_and(|wide| wide != spans);
    widen(state, Extent::ALL.into_iter().find(larger).unwrap_or(Extent::Sentence));
}

fn in_words(extent: Extent) -> &'static str {
    match extent {
        Extent::Sentence => "sentence",
        Extent::Paragraph => "paragraph",
        Extent::Article => "article",
    }
}

/// Whether the selected words can get the label that was given last.
pub(crate) fn can_repeat(state: State) -> bool {
    state.picked.with(Option::is_some) && state.sticky.with(Option::is_some)
}

/// Gives the selected words the label that was given last.
pub(crate) fn repeat(state: State) {
    if let Some(label) = state.sticky.get_untracked() {
        mark(state, &label);
    }
}

/// With words selected, all places where they stand are meant, or only the one again; else every other place where the current mark's words stand gets its
/// label, too.
pub(crate) fn everywhere(state: State) {
    if state.picked.get_untracked().is_some() {
        state.picked.update(|picked| {
            if let Some(picked) = picked {
                picked.all = !picked.all;
            }
        });
        return;
    }
    let Some(id) = state.current.get_untracked() else { return };
    let Some((label, places)) = state.peek(|document| elsewhere(document, id)).flatten() else { return };
    let many = words::count(places.len(), "other place");
    if state.dispatch(&Command::Add(places.into_iter().map(|span| vec![span]).collect(), label.clone())) {
        say_done(state, format!("{many} marked as {}", label.title()));
    }
}

/// The label of a name, and the other places where its words stand unmarked.
pub(crate) fn elsewhere(document: &Document, id: AnnotationId) -> Option<(LabelName, Vec<Span>)> {
    let one = document.annotations.get(&id).filter(|one| one.label.mention().is_some() && one.spans.len() == 1)?;
    let extent = one.extent();
    let places = occurrences(document, extent, Layer::Entity).into_iter().filter(|span| *span != extent);
    Some((one.label.name(), places.collect()))
}

/// What marking comes to: a quotation has a part in each block, a role belongs to whole blocks, all else is one mark a stretch.
fn command(document: &Document, picked: &Picked, label: &LabelName) -> Command {
    match label {
        LabelName::Quotation(_) => Command::Add(vec![picked.spans.clone()], label.clone()),
        LabelName::Structure(_) => roles(document, picked, label),
        LabelName::Code(_) if !picked.all => Command::Add(vec![coded(document, &picked.spans)], label.clone()),
        _ => {
            let all = |span: &Span| if picked.all { occurrences(document, *span, label.layer()) } else { vec![*span] };
            Command::Add(picked.spans.iter().flat_map(all).map(|span| vec![span]).collect(), label.clone())
        }
    }
}

/// What a code covers: the parts that are selected; one stretch when they are all of the article.
fn coded(document: &Document, spans: &[Span]) -> Vec<Span> {
    let is_all = spans.iter().copied().eq(document.blocks.iter().map(|block| block.span));
    match document.whole().filter(|_| is_all) {
        Some(whole) => vec![whole],
        None => spans.to_vec(),
    }
}

/// Whole blocks get another role; a stretch inside one block becomes furniture inside it.
fn roles(document: &Document, picked: &Picked, label: &LabelName) -> Command {
    let whole = |span: &Span| document.block_at(span.start).filter(|index| document.blocks[*index].span == *span);
    let inside = picked.spans.len() == 1 && picked.spans.first().and_then(whole).is_none();
    if inside {
        return Command::Add(vec![picked.spans.clone()], label.clone());
    }
    let blocks = picked.spans.iter().filter_map(|span| document.block_at(span.start));
    Command::Relabel(blocks.filter_map(|index| document.roles.get(index).copied()).collect(), label.clone())
}

/// The palette.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let state = expect_context::<State>();
    view! { <Show when=move || state.picked.with(Option::is_some)><Open/></Show> }
}

#[component]
fn Open() -> impl IntoView {
    const WIDTH: f64 = 404.0;
    let state = expect_context::<State>();
    let place = RwSignal::new(Place::default());
    let spans = Memo::new(move |_| state.picked.get().map(|picked| picked.spans).unwrap_or_default());
    Effect::new(move |_| {
        spans.track();
        browser::soon(move || place.set(selection::place_on_screen().map(|at| placed(at, WIDTH, ".pop.pick")).unwrap_or_default()));
    });
    let layer = move || state.picked.get().map_or(Layer::Entity, |picked| picked.layer);
    let words = move || {
        let spans = spans.get();
        state.peek(|document| spans.iter().map(|span| document.words(*span)).collect::<Vec<_>>().join(" … ")).unwrap_or_default()
    };
    view! {
        <div class="pop pick" role="dialog" aria-label="Label the selected words" style:left=move || place.get().left style:top=move || place.get().top
            on:pointerdown=|event| { if !event.target().is_some_and(|target| browser::is_field(&target)) { event.prevent_default(); } }>
            <span class="picked">{words}</span>
            <Answer/>
            <div class="layer-tabs" role="group" aria-label="Layer">
                {LAYERS.map(|one| view! {
                    <button aria-pressed=move || (layer() == one).to_string() on:click=move |_| state.picked.update(|picked| if let Some(picked) = picked { picked.layer = one })>{words::layer(one)}</button>
                })}
            </div>
            <div class="more-acts pick-ends"><span></span><Ends/></div>
            <Extents spans/>
            {move || view! { <LabelGrid layer=layer() chosen=None pick=Callback::new(move |label: LabelName| mark(state, &label))/> }}
            <NoCodes/>
            <AllOccurrences/>
            <Again/>
        </div>
    }
}

/// Widens the selection, for what is given to more than words.
#[component]
fn Extents(spans: Memo<Vec<Span>>) -> impl IntoView {
    let state = expect_context::<State>();
    let button = move |extent: Extent| {
        let is_on = move || spans.with(|spans| state.peek(|document| widened(document, spans, extent)).is_some_and(|wide| wide == *spans));
        view! { <button aria-pressed=move || is_on().to_string() on:click=move |_| widen(state, extent)>{words::capital(in_words(extent))}</button> }
    };
    view! { <div class="reach extents" role="group" aria-label="Widen the selection"><span>"Widen to"</span>{Extent::ALL.map(button)}<Key name="wider"/></div> }
}

/// Leads to the codebook where there is no code yet to give.
#[component]
fn NoCodes() -> impl IntoView {
    let state = expect_context::<State>();
    let is_empty = move || {
        let is_code = state.picked.with(|picked| picked.as_ref().is_some_and(|picked| picked.layer == Layer::Code));
        is_code && state.own.with(|own| own.iter().all(|label| label.layer != Layer::Code))
    };
    let make = move |_| {
        cancel(state);
        super::commands::codes(state);
    };
    view! {
        <Show when=is_empty>
            <p class="no-codes">"There are no codes yet. "<button class="link" on:click=make>"Make one in the codebook"</button></p>
        </Show>
    }
}

/// Offers to answer with the selected words what is asked, and to make them part of the current quotation or no quotation at all.
#[component]
fn Answer() -> impl IntoView {
    let state = expect_context::<State>();
    let asked = move || asking::offer(state);
    let in_quotation = Memo::new(move |_| asking::current_quotation(state).is_some());
    let is_quote = move || state.picked.with(|picked| picked.as_ref().is_some_and(|picked| picked.layer == Layer::Quotation));
    view! {
        {move || asked().map(|title| view! { <button class="plain answer" on:click=move |_| asking::answer_words(state)>{title}<Key name="answer"/></button> })}
        <Show when=move || asked().is_none() && is_quote()>
            <div class="of-quotation">
                <Show when=move || in_quotation.get()>
                    <span>"Of the current quotation:"</span>
                    <button on:click=move |_| quoting::picked_speaker(state)>"speaker"</button>
                    <button on:click=move |_| quoting::picked_cue(state)>"cue"</button>
                    <button on:click=move |_| quoting::picked_part(state)>"another part"</button>
                </Show>
                <button class="none" on:click=move |_| quoting::unquote(state)>"Not a quotation"<Key name="unquote"/></button>
            </div>
        </Show>
    }
}

/// Offers the label that was given last.
#[component]
fn Again() -> impl IntoView {
    let state = expect_context::<State>();
    let title = move || state.sticky.get().map(|label| words::short(&label)).unwrap_or_default();
    view! { <Show when=move || state.sticky.with(Option::is_some)><button class="again" on:click=move |_| repeat(state)>{title}" again"<Key name="repeat"/></button></Show> }
}

/// Offers to mark every occurrence of the selected words at once.
#[component]
fn AllOccurrences() -> impl IntoView {
    let state = expect_context::<State>();
    let places = Memo::new(move |_| {
        let picked = state.picked.get().filter(|picked| picked.layer == Layer::Entity && picked.spans.len() == 1);
        picked
            .and_then(|picked| state.with(|document| Some(occurrences(document, *picked.spans.first()?, picked.layer))))
            .flatten()
            .unwrap_or_default()
    });
    let is_all = Memo::new(move |_| state.picked.with(|picked| picked.as_ref().is_some_and(|picked| picked.all)));
    Effect::new(move |_| {
        let lit = if is_all.get() { places.get() } else { Vec::new() };
        state.peek(|document| highlight::light(document, EVERYWHERE, &lit));
    });
    on_cleanup(|| highlight::unlight(EVERYWHERE));
    let count = move || places.with(Vec::len);
    view! {
        <Show when=move || 1 < count()>
            <label class="check">
                <input type="checkbox" prop:checked=is_all
                    on:change=move |event| state.picked.update(|picked| if let Some(picked) = picked { picked.all = event_target_checked(&event) })/>
                <span>{move || format!("All {} places that are not marked yet", count())}</span><Key name="everywhere"/>
            </label>
        </Show>
    }
}
