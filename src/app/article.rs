//! The article: its blocks in order, furniture folded, marks in the text, speakers in the margin.

mod block;
mod chips;
mod draw;
mod handles;

use super::asking::{self, AskBar};
use super::blocks::{self, ReachedBlocks, Reaching};
use super::browser;
use super::caret;
use super::pick::{self, Palette};
use super::popover::Popover;
use super::review;
use super::selection;
use super::state::{Reach, State};
use super::words::count;
use block::BlockView;
use chips::Chips;
use galley_engine::annotation::{AnnotationId, Decision, Role};
use galley_engine::document::{Command, Document};
use galley_engine::text::snap::Grain;
use galley_engine::view::structure::Run;
use gloo::events::EventListener;
use handles::Handles;
use leptos::ev;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// What stands one below the other in the column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Item {
    /// A block of the story, by number, with the element it is drawn as.
    Block(usize, Tag),
    /// Neighbouring list items.
    List(Vec<usize>),
    /// Furniture: the blocks, and what they are in words.
    Fold(Range<usize>, String),
}

/// The element that a block is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Tag {
    Title,
    Subtitle,
    Paragraph,
}

/// The article's column.
#[component]
pub(crate) fn Article() -> impl IntoView {
    let state = expect_context::<State>();
    let items = Memo::new(move |_| state.runs.with(|runs| state.with(|document| items(document, runs))).unwrap_or_default());
    let is_bare = move || state.clean.get() || !state.shown.get().structure;
    let listed = move || items.get().into_iter().filter(|item| !is_bare() || !matches!(item, Item::Fold(..))).collect::<Vec<_>>();
    let touched = StoredValue::new(false);
    let before = StoredValue::new(None);
    let drag = StoredValue::new(Drag::None);
    let pressed = move |event: PointerEvent| {
        touched.set_value(event.pointer_type() != "mouse");
        before.set_value(state.current.get_untracked().filter(|_| state.popped.get_untracked()));
        drag.set_value(if event.shift_key() { Drag::None } else { grabbed(&event) });
        state.picked.set(None);
    };
    view! {
        <article class:clean=state.clean class:popped=state.popped lang=language(state)
            on:click=move |event| if drag.get_value() == Drag::Done { drag.set_value(Drag::None) } else { clicked(state, &event, before.get_value(), touched.get_value()) }
            on:focusin=move |event| focused(state, &event)
            on:pointerup=move |event: PointerEvent| released(state, &event, drag)
            on:pointerover=move |event: PointerEvent| dragged(state, &event, drag)
            on:mousedown=move |event| if is_on_role(&event) { event.prevent_default() }
            on:pointerdown=pressed>
            <For each=listed key=Item::clone let:item>{draw(item)}</For>
            <Show when=move || !state.clean.get()><Chips/></Show>
            <Handles/>
        </article>
        <Popover/>
        <Palette/>
        <TouchSelection is_touch=touched/>
        <CurrentMark/>
        <ReachedBlocks/>
        <Reaching/>
        <AskBar/>
    }
}

/// How far the margin is dragged over with the mouse, to choose a run of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drag {
    None,
    /// The role of this block was pressed.
    Pressed(usize),
    /// A run from this block was chosen.
    Over(usize),
    /// The button was let go: the click that follows is none.
    Done,
}

/// The article's language, when it is known: hyphens, quotation marks and voices depend on it.
fn language(state: State) -> Option<String> {
    state.peek(|document| document.metadata.language.as_ref().map(|fact| fact.value.clone())).flatten()
}

fn items(document: &Document, runs: &[Run]) -> Vec<Item> {
    let mut items = Vec::new();
    for run in runs {
        match run {
            Run::Furniture(blocks, roles) => items.push(Item::Fold(blocks.clone(), in_words(blocks.len(), roles))),
            Run::Block(index) => match (document.role(*index), items.last_mut()) {
                (Role::ListItem, Some(Item::List(blocks))) => blocks.push(*index),
                (Role::ListItem, _) => items.push(Item::List(vec![*index])),
                (role, _) => items.push(Item::Block(*index, tag(role))),
            },
        }
    }
    items
}

fn tag(role: Role) -> Tag {
    match role {
        Role::Headline => Tag::Title,
        Role::Subhead => Tag::Subtitle,
        _ => Tag::Paragraph,
    }
}

/// "10 lines of page furniture: related, rating, menu".
fn in_words(lines: usize, roles: &[Role]) -> String {
    let roles: Vec<&str> = roles.iter().map(|role| if *role == Role::Other { "other" } else { role.title() }).collect();
    format!("{} of page furniture: {}", count(lines, "line"), roles.join(", "))
}

fn draw(item: Item) -> AnyView {
    match item {
        Item::Block(index, tag) => view! { <BlockView index tag/> }.into_any(),
        Item::List(blocks) => view! { <ul class="items" role="list">{blocks.into_iter().map(|index| view! { <li><BlockView index tag=Tag::Paragraph/></li> }).collect_view()}</ul> }.into_any(),
        Item::Fold(blocks, words) => view! { <Fold blocks words/> }.into_any(),
    }
}

/// A run of furniture as one line that opens.
#[component]
fn Fold(blocks: Range<usize>, words: String) -> impl IntoView {
    let state = expect_context::<State>();
    let first = blocks.start;
    let covered = format!("{}-{}", blocks.start, blocks.end);
    let range = blocks.clone();
    // Which block opened it does not matter: a run that grows at its start stays as it is.
    let is_open = Memo::new(move |_| state.unfolded.with(|open| open.range(range.clone()).next().is_some()));
    let range = blocks.clone();
    let flip = move |_| {
        state.unfolded.update(|open| {
            if is_open.get_untracked() {
                open.retain(|block| !range.contains(block));
            } else {
                open.insert(first);
            }
        })
    };
    let range = blocks.clone();
    let pending = Memo::new(move |_| state.with(|document| undecided(document, range.clone())).unwrap_or_default());
    let accept = move |_| {
        state.dispatch(&Command::Accept(pending.get_untracked()));
    };
    view! {
        <div class="fold-line">
            <button class="fold" data-blocks=covered aria-expanded=move || is_open.get().to_string() on:click=flip>{words}</button>
            <Show when=move || !pending.with(Vec::is_empty) fallback=|| view! { <span class="fold-done" title="All decided">"✓"</span> }>
                <button class="fold-accept" on:click=accept>{move || if pending.with(Vec::len) == 1 { "Accept".to_owned() } else { format!("Accept {}", pending.with(Vec::len)) }}</button>
            </Show>
        </div>
        <Show when=move || is_open.get()>
            <div class="run">{blocks.clone().map(|index| view! { <BlockView index tag=Tag::Paragraph/> }).collect_view()}</div>
        </Show>
    }
}

/// The roles of `blocks` that wait for a decision.
fn undecided(document: &Document, blocks: Range<usize>) -> Vec<AnnotationId> {
    let ids = document.roles.get(blocks).unwrap_or_default().iter().copied();
    ids.filter(|id| document.annotations.get(id).is_some_and(|one| one.decision == Decision::Pending)).collect()
}

/// A mark that the Tab key comes to is the current one.
fn focused(state: State, event: &ev::FocusEvent) {
    // What is clicked then is an answer, not the next mark.
    if state.asked.with_untracked(Option::is_some) {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(id) = target.filter(|target| target.has_attribute("data-id")).and_then(|target| ids_around(&target).first().copied()) {
        state.current.set(Some(id));
    }
}

/// Opens the card of what was clicked: the smallest mark under the pointer, and with each further click the next larger one.
/// `open` is the mark whose card was open when the pointer went down.
fn clicked(state: State, event: &ev::MouseEvent, open: Option<AnnotationId>, is_touch: bool) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if selection::current().is_some() {
        // A click ends the selection of a mouse by itself; a finger's tap, and a press on a role, which begins none, do not.
        if !is_touch && !is_role(&target) {
            return;
        }
        selection::clear();
    }
    if state.reaching.get_untracked() {
        reach_clicked(state, &target);
        return;
    }
    let stack = ids_around(&target);
    if asking::clicked(state, &stack, f64::from(event.client_x()), f64::from(event.client_y())) {
        return;
    }
    let Some(smallest) = stack.first().copied() else {
        // A tap beside an open card only closes it.
        let was_open = state.popped.get_untracked();
        state.popped.set(false);
        state.reach.set(Reach::One);
        if is_touch && !was_open {
            caret::tap(state, f64::from(event.client_x()), f64::from(event.client_y()));
        }
        state.touched.set(blocks::block_of(&target));
        return;
    };
    if event.shift_key() && is_role(&target) {
        reach_clicked(state, &target);
        return;
    }
    state.reach.set(Reach::One);
    let at = open.and_then(|id| stack.iter().position(|one| *one == id));
    let id = at.map_or(smallest, |at| stack[(at + 1) % stack.len()]);
    state.stack.set(stack);
    state.picked.set(None);
    state.current.set(Some(id));
    state.popped.set(true);
    browser::soon(move || review::bring_into_view(id));
}

/// Takes all blocks up to the clicked one into the run, and offers roles for them.
fn reach_clicked(state: State, target: &Element) {
    if let Some(head) = blocks::block_of(target) {
        blocks::reach_to(state, head);
        blocks::stop_reaching(state);
        state.popped.set(true);
    }
}

fn is_role(element: &Element) -> bool {
    element.closest(".role").ok().flatten().is_some()
}

/// A press on a role begins no selection of words.
fn is_on_role(event: &ev::MouseEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| is_role(&target))
}

/// The block whose role the mouse was pressed on.
fn grabbed(event: &PointerEvent) -> Drag {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let block = target.filter(|target| event.pointer_type() == "mouse" && is_role(target)).and_then(|target| blocks::block_of(&target));
    block.map_or(Drag::None, Drag::Pressed)
}

/// The mouse came over something while a role was pressed: all blocks up to there are meant.
fn dragged(state: State, event: &PointerEvent, drag: StoredValue<Drag>) {
    let (Drag::Pressed(anchor) | Drag::Over(anchor)) = drag.get_value() else { return };
    let Some(head) = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| blocks::block_of(&target))
    else {
        return;
    };
    if event.buttons() & 1 == 0 || (drag.get_value() == Drag::Pressed(anchor) && head == anchor) {
        return;
    }
    drag.set_value(Drag::Over(anchor));
    blocks::choose_run(state, anchor, head);
}

/// The marks that hold `element`, from the inside out; the role of the block where the role itself was clicked.
fn ids_around(element: &Element) -> Vec<AnnotationId> {
    let mut ids = Vec::new();
    let mut next = element.closest("[data-id]").ok().flatten();
    while let Some(element) = next {
        ids.extend(element.get_attribute("data-id").and_then(|id| id.strip_prefix('a')?.parse().ok()).map(AnnotationId));
        next = element.parent_element().and_then(|parent| parent.closest("[data-id]").ok().flatten());
    }
    ids.dedup();
    ids
}

/// The selection is made: offer labels for it. A finger's selection is still being adjusted then, see [`TouchSelection`].
fn released(state: State, event: &PointerEvent, drag: StoredValue<Drag>) {
    if matches!(drag.get_value(), Drag::Over(_)) {
        drag.set_value(Drag::Done);
        state.popped.set(true);
        // A button let go over another element is no click, and then none is to be passed over.
        set_timeout(move || drag.set_value(Drag::None), std::time::Duration::ZERO);
        return;
    }
    drag.set_value(Drag::None);
    if event.pointer_type() == "mouse" {
        let grain = if event.alt_key() { Grain::Character } else { Grain::Word };
        // A click that ends a selection clears it only after this event.
        browser::soon(move || {
            if selection::current().is_some() {
                pick::take(state, grain);
            }
        });
    }
}

/// Takes a selection that a finger adjusts by its handles once it has been still for a moment.
#[component]
fn TouchSelection(is_touch: StoredValue<bool>) -> impl IntoView {
    const STILL: std::time::Duration = std::time::Duration::from_millis(350);
    let state = expect_context::<State>();
    let turn = StoredValue::new(0_u32);
    let changed = move |_: &web_sys::Event| {
        if !is_touch.get_value() {
            return;
        }
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        set_timeout(
            move || {
                if turn.try_get_value() == Some(mine) && selection::current().is_some() {
                    take_still(state);
                }
            },
            STILL,
        );
    };
    // The event is the document's own and does not reach the window. The listener goes when the article does.
    StoredValue::new_local(EventListener::new(&document(), "selectionchange", changed));
}

/// Takes the selection unless it is the one that is taken already: showing it moves it, which is a change again.
fn take_still(state: State) {
    let spans = state.peek(|document| selection::spans(document, Grain::Word)).unwrap_or_default();
    if state.picked.with_untracked(|picked| picked.as_ref().map(|picked| &picked.spans) != Some(&spans)) {
        pick::take(state, Grain::Word);
    }
}

/// Shows which mark is current, and its kin: the other mentions of what it names. By class on the elements, so that no block is drawn anew.
#[component]
fn CurrentMark() -> impl IntoView {
    let state = expect_context::<State>();
    Effect::new(move |_| {
        state.segments.track();
        state.unfolded.track();
        let current = state.current.get();
        let kin = current.filter(|_| state.popped.get()).and_then(|id| state.peek(|document| kin(document, id))).unwrap_or_default();
        browser::soon(move || {
            for element in browser::find_all("article .now, article .kin") {
                drop(element.class_list().remove_2("now", "kin"));
            }
            let mark = |id: AnnotationId, class: &str| {
                for element in browser::find_all(&format!("article [data-id=\"a{}\"]", id.0)) {
                    drop(element.class_list().add_1(class));
                }
            };
            kin.iter().for_each(|id| mark(*id, "kin"));
            current.iter().for_each(|id| mark(*id, "now"));
        });
    });
}

fn kin(document: &Document, id: AnnotationId) -> Vec<AnnotationId> {
    // Each costs a search of the page; more than this cannot be taken in at a glance anyway.
    const MOST: usize = 100;
    let entity = document.annotations.get(&id).and_then(|one| one.label.mention()).and_then(|mention| mention.entity);
    entity.map(|entity| document.mentions(entity).take(MOST).map(|mention| mention.id).collect()).unwrap_or_default()
}

/// Goes to a mark from a chip in the margin.
fn open_card(state: State, id: AnnotationId) {
    state.stack.set(vec![id]);
    review::go_to(state, id);
    state.popped.set(true);
}
