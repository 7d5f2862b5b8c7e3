//! Finding words in the article, in marks, labels and notes; and marking what was found.

use super::browser;
use super::highlight;
use super::icon::icon;
use super::inspector::say_done;
use super::review;
use super::selection;
use super::state::State;
use super::words::{count, offered, short};
use galley_engine::annotation::{AnnotationId, LabelName, Layer};
use galley_engine::document::{Command, unmarked};
use galley_engine::view::find::{Hit, MOST, Query, Within, find};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// The names under which hits are lit, and the current one.
const FOUND: &str = "found";
const NOW: &str = "found-now";

/// No more hits than this are lit: each is measured by the browser at every change.
const LIT: usize = 1000;

/// What the bar knows: the query, what it finds, and which hit is the current one.
#[derive(Clone, Copy)]
struct Finder {
    query: RwSignal<Query>,
    hits: Memo<Result<Vec<Hit>, String>>,
    at: RwSignal<Option<usize>>,
}

impl Finder {
    fn count(self) -> usize {
        self.hits.with(|hits| hits.as_ref().map_or(0, Vec::len))
    }

    fn hit(self) -> Option<Hit> {
        let at = self.at.get_untracked()?;
        self.hits.with_untracked(|hits| hits.as_ref().ok()?.get(at).copied())
    }
}

/// Opens the bar, or goes into it.
pub(crate) fn open(state: State) {
    state.finding.set(true);
    browser::soon(|| {
        if let Some(field) = browser::find("#find") {
            drop(field.focus());
        }
    });
}

/// Closes the bar and gives the focus back to the article.
pub(crate) fn close(state: State) {
    state.finding.set(false);
    if let Some(main) = browser::find("#main") {
        drop(main.focus());
    }
}

/// The bar, when it is open.
#[component]
pub(crate) fn FindBar() -> impl IntoView {
    let state = expect_context::<State>();
    let query = RwSignal::new(Query::default());
    view! { <Show when=move || state.finding.get()><Bar query/></Show> }
}

#[component]
fn Bar(query: RwSignal<Query>) -> impl IntoView {
    let state = expect_context::<State>();
    let hits = Memo::new(move |_| state.with(|document| find(document, &query.get())).unwrap_or_else(|| Ok(Vec::new())));
    let finder = Finder { query, hits, at: RwSignal::new(None) };
    Effect::new(move |_| {
        finder.query.track();
        finder.at.set(None);
    });
    Effect::new(move |_| {
        state.segments.track();
        state.unfolded.track();
        finder.at.track();
        finder.hits.track();
        browser::soon(move || light(state, finder));
    });
    on_cleanup(|| {
        highlight::unlight(FOUND);
        highlight::unlight(NOW);
    });
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            step(state, finder, !event.shift_key());
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close(state);
        }
        _ => {}
    };
    view! {
        <search class="find-bar">
            <label class="find">
                {icon("search")}
                <input id="find" type="search" autocomplete="off" spellcheck="false" aria-label="Find" placeholder="Find in the article"
                    prop:value=move || query.with(|query| query.words.clone()) on:input=move |event| query.update(|query| query.words = event_target_value(&event)) on:keydown=pressed/>
            </label>
            <WithinChoice query/>
            <span class="find-switches" role="group" aria-label="How to match">
                <Switch query sign="Aa" title="Capital and small letters differ" is_on=|query| query.is_case flip=|query| query.is_case = !query.is_case/>
                <Switch query sign="“ ”" title="Whole words only" is_on=|query| query.is_whole flip=|query| query.is_whole = !query.is_whole/>
                <Switch query sign=".*" title="Regular expression" is_on=|query| query.is_pattern flip=|query| query.is_pattern = !query.is_pattern/>
            </span>
            <span class="find-count" role="status">{move || told(finder)}</span>
            <span class="find-steps">
                <button class="ghost" aria-label="Previous hit" title="Previous hit (Shift+Enter)" disabled=move || finder.count() == 0 on:click=move |_| step(state, finder, false)>{icon("previous")}</button>
                <button class="ghost" aria-label="Next hit" title="Next hit (Enter)" disabled=move || finder.count() == 0 on:click=move |_| step(state, finder, true)>{icon("next")}</button>
            </span>
            <Deeds finder/>
            <button class="ghost find-close" aria-label="Close" title="Close (Esc)" on:click=move |_| close(state)>{icon("close")}</button>
        </search>
    }
}

/// "3 of 17", "17 hits", "No hits", or what is wrong with the pattern.
fn told(finder: Finder) -> String {
    if finder.query.with(|query| query.words.is_empty()) {
        return String::new();
    }
    let many = finder.count();
    match (finder.hits.with(|hits| hits.as_ref().err().cloned()), finder.at.get()) {
        (Some(_), _) => "Not a pattern".to_owned(),
        (None, _) if many == 0 => "No hits".to_owned(),
        (None, Some(at)) => format!("{} of {many}", at + 1),
        (None, None) if MOST <= many => format!("{MOST} hits and more"),
        (None, None) => count(many, "hit"),
    }
}

#[component]
fn Switch(
    query: RwSignal<Query>,
    sign: &'static str,
    title: &'static str,
    is_on: fn(&Query) -> bool,
    flip: fn(&mut Query),
) -> impl IntoView {
    view! { <button aria-pressed=move || query.with(is_on).to_string() aria-label=title title=title on:click=move |_| query.update(flip)>{sign}</button> }
}

#[component]
fn WithinChoice(query: RwSignal<Query>) -> impl IntoView {
    const PLACES: [(Within, &str); 4] =
        [(Within::Text, "Text"), (Within::Marks, "Marks"), (Within::Labels, "Labels"), (Within::Notes, "Notes")];
    let change = move |event| {
        let title = event_target_value(&event);
        let within = PLACES.iter().find(|(_, one)| *one == title).map_or(Within::Text, |(within, _)| *within);
        query.update(|query| query.within = within);
    };
    let option = |(within, title): (Within, &'static str)| view! { <option value=title prop:selected=move || query.with(|query| query.within == within)>{title}</option> };
    view! { <select class="quiet-choice" aria-label="Where to look" on:change=change>{PLACES.map(option)}</select> }
}

/// What can be done to all hits at once: words are marked, marks get another label or are decided.
#[component]
fn Deeds(finder: Finder) -> impl IntoView {
    let state = expect_context::<State>();
    let labels = StoredValue::new(offered(Layer::Entity));
    let change = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|at| labels.with_value(|labels| labels.get(at).cloned()));
        if let Some(label) = chosen {
            mark_all(state, finder, &label);
        }
        // The choice is an act, not a state.
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            field.set_value("");
        }
    };
    let options = move || {
        labels
            .get_value()
            .iter()
            .enumerate()
            .map(|(at, label)| view! { <option value=at.to_string()>{short(label)}</option> })
            .collect_view()
    };
    let is_marks = move || finder.query.with(|query| query.within != Within::Text);
    view! {
        <select class="quiet-choice" aria-label="Label all hits" disabled=move || finder.count() == 0 on:change=change>
            <option value="">{move || match finder.count() { 0 => "Label hits…".to_owned(), many => format!("Label {many}…") }}</option>
            {options}
        </select>
        <Show when=is_marks>
            <button class="small-act" disabled=move || finder.count() == 0 on:click=move |_| { state.dispatch(&Command::Accept(marks(finder))); }>"Accept"</button>
            <button class="small-act" disabled=move || finder.count() == 0 on:click=move |_| { state.dispatch(&Command::Reject(marks(finder))); }>"Reject"</button>
        </Show>
    }
}

fn marks(finder: Finder) -> Vec<AnnotationId> {
    finder.hits.with_untracked(|hits| hits.as_ref().map(|hits| hits.iter().filter_map(|hit| hit.mark).collect()).unwrap_or_default())
}

/// Labels all hits as one step of undo, and says how many. Words that have a mark of that layer already are left alone.
fn mark_all(state: State, finder: Finder, label: &LabelName) {
    let ids = marks(finder);
    let command = if ids.is_empty() {
        let hits = finder.hits.get_untracked().unwrap_or_default().into_iter().map(|hit| hit.span).collect();
        let free = state.peek(|document| unmarked(document, hits, label.layer())).unwrap_or_default();
        Command::Add(free.into_iter().map(|span| vec![span]).collect(), label.clone())
    } else {
        Command::Relabel(ids, label.clone())
    };
    let many = match &command {
        Command::Add(marks, _) => marks.len(),
        Command::Relabel(ids, _) => ids.len(),
        _ => 0,
    };
    if state.dispatch(&command) {
        say_done(state, format!("{} labelled {}", count(many, "hit"), label.title()));
    } else {
        state.notices.tell("Nothing to mark", "All of these words are marked already.");
    }
}

/// Goes to the next hit or the one before; round at the ends.
fn step(state: State, finder: Finder, forward: bool) {
    let many = untrack(|| finder.count());
    if many == 0 {
        return;
    }
    let next = match finder.at.get_untracked() {
        Some(at) if forward => (at + 1) % many,
        Some(at) => (at + many - 1) % many,
        None if forward => 0,
        None => many - 1,
    };
    finder.at.set(Some(next));
    let Some(hit) = finder.hit() else { return };
    state.clean.set(false);
    review::unfold_block(state, state.peek(|document| document.block_at(hit.span.start)).flatten());
    if let Some(id) = hit.mark {
        state.stack.set(vec![id]);
        state.current.set(Some(id));
    }
    browser::soon(move || {
        state.peek(|document| selection::bring_into_view(document, hit.span));
    });
}

/// Lights up the hits, those around the current one first.
fn light(state: State, finder: Finder) {
    let Some(Ok(hits)) = finder.hits.try_get_untracked() else { return };
    let at = finder.at.try_get_untracked().flatten().unwrap_or(0);
    let first = at.saturating_sub(LIT / 2).min(hits.len().saturating_sub(LIT));
    let spans: Vec<_> = hits.iter().skip(first).take(LIT).map(|hit| hit.span).collect();
    state.peek(|document| {
        highlight::light(document, FOUND, &spans);
        highlight::light(document, NOW, finder.hit().map(|hit| hit.span).as_slice());
    });
}
