//! A long list of marks of which only the rows near the screen are in the page.

use super::look::Look;
use super::row::Row;
use crate::browser;
use crate::review::go_to;
use crate::state::State;
use galley_engine::annotation::{AnnotationId, Decision};
use galley_engine::document::Command;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use std::ops::Range;
use web_sys::{FocusOptions, HtmlElement};

/// How many rows are kept above and below the screen.
const SPARE: usize = 12;

/// Rows are counted by this many, so that the list is not cut anew with each line scrolled.
const STEP: usize = 8;

/// The height of a row in pixels until one can be measured; as in `panel.css`.
const ROW: f64 = 34.0;

/// The marks `ids` as a list. The arrow keys go from row to row, and after a decision the row that follows has the focus.
#[component]
pub(super) fn Listing(ids: Memo<Vec<AnnotationId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let list = NodeRef::<html::Ul>::new();
    let near = RwSignal::new(0..STEP * 4);
    let row = StoredValue::new(ROW);
    // A row that is decided leaves the list and takes the focus with it, unless it is passed on.
    let is_inside = StoredValue::new(false);
    // This runs with the next frame: another tab may be open by then, and the list gone.
    let cut = move || {
        if let Some(list) = list.try_get_untracked().flatten() {
            row.update_value(|row| *row = row_height(&list).unwrap_or(*row));
            near.maybe_update(|near| replace(near, rows_near(&list, row.get_value())));
        }
    };
    Effect::new(move |_| {
        look.scrolled.track();
        cut();
    });
    Effect::new(move |_| {
        ids.with(Vec::len);
        browser::soon(cut);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| cut());
    on_cleanup(move || resized.remove());
    let shown = Memo::new(move |_| ids.with(|ids| ids.get(within(&near.get(), ids.len())).unwrap_or_default().to_vec()));
    let stop = Memo::new(move |_| {
        state.current.get().filter(|id| shown.with(|shown| shown.contains(id))).or_else(|| shown.with(|shown| shown.first().copied()))
    });
    Effect::new(move |_| {
        let Some(at) = state.current.get().and_then(|id| ids.with_untracked(|ids| ids.iter().position(|one| *one == id))) else { return };
        browser::soon(move || {
            // The last row may have been decided, and the list have gone with it.
            let Some(list) = list.try_get_untracked().flatten() else { return };
            bring_into_view(&list, at, row.try_get_value().unwrap_or(ROW));
            if is_inside.try_get_value() == Some(true)
                && let Some(id) = state.current.get_untracked()
            {
                browser::soon(move || focus(id));
            }
        });
    });
    let decide = Callback::new(move |(id, decision)| decide(state, ids, id, decision));
    let above = move || format!("{}px", within(&near.get(), ids.with(Vec::len)).start as f64 * row.get_value());
    let below = move || {
        let count = ids.with(Vec::len);
        format!("{}px", (count - within(&near.get(), count).end) as f64 * row.get_value())
    };
    view! {
        <ul class="marks" role="list" node_ref=list style:padding-top=above style:padding-bottom=below
            on:focusin=move |_| is_inside.set_value(true)
            on:focusout=move |event| if event.related_target().is_some() { is_inside.set_value(false) }
            on:keydown=move |event| pressed(state, ids, &event)>
            <For each=move || shown.get() key=|id| *id let:id>
                <Row id stop=Signal::derive(move || stop.get() == Some(id)) decide/>
            </For>
        </ul>
    }
}

/// `near` as far as there are rows.
fn within(near: &Range<usize>, count: usize) -> Range<usize> {
    near.start.min(count)..near.end.min(count)
}

fn replace(range: &mut Range<usize>, with: Range<usize>) -> bool {
    let is_other = *range != with;
    *range = with;
    is_other
}

fn row_height(list: &HtmlElement) -> Option<f64> {
    let first = list.query_selector("li").ok()??;
    Some(first.get_bounding_client_rect().height()).filter(|height| 1.0 < *height)
}

/// The rows on the screen and some on both sides.
fn rows_near(list: &HtmlElement, row: f64) -> Range<usize> {
    let Some(frame) = browser::find(".inspector").map(|inspector| inspector.get_bounding_client_rect()) else { return 0..STEP * 4 };
    let above = (frame.top() - list.get_bounding_client_rect().top()).max(0.0);
    let first = ((above / row) as usize).saturating_sub(SPARE) / STEP * STEP;
    let last = ((above + frame.height()) / row) as usize + SPARE;
    first..last.next_multiple_of(STEP)
}

/// Scrolls the inspector so far that the row `at` is seen, below the tabs that stay.
fn bring_into_view(list: &HtmlElement, at: usize, row: f64) {
    const TABS: f64 = 60.0;
    let Some(inspector) = browser::find(".inspector") else { return };
    let frame = inspector.get_bounding_client_rect();
    let top = list.get_bounding_client_rect().top() + at as f64 * row;
    let over = (frame.top() + TABS - top).max(0.0);
    let under = (top + row - frame.bottom() + row).max(0.0);
    if 0.0 < over || 0.0 < under {
        inspector.set_scroll_top(inspector.scroll_top() + (under - over) as i32);
    }
}

fn focus(id: AnnotationId) {
    if let Some(button) = browser::find(&format!(".inspector [data-row=\"a{}\"] .go", id.0)) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A row that went in the meantime needs no focus.
        let _ = button.focus_with_options(&options).ok();
    }
}

fn neighbour(ids: Memo<Vec<AnnotationId>>, id: AnnotationId) -> Option<AnnotationId> {
    ids.with_untracked(|ids| {
        let at = ids.iter().position(|one| *one == id)?;
        ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)).copied()
    })
}

/// Decides a row's mark. The next row has the focus then, and becomes the current mark where the decided one was.
fn decide(state: State, ids: Memo<Vec<AnnotationId>>, id: AnnotationId, decision: Decision) {
    let next = neighbour(ids, id);
    let was_current = state.current.get_untracked() == Some(id);
    let command = match decision {
        Decision::Accepted => Command::Accept(vec![id]),
        Decision::Rejected => Command::Reject(vec![id]),
        Decision::Pending => Command::Reopen(vec![id]),
    };
    state.dispatch(&command);
    let Some(next) = next.filter(|_| ids.with_untracked(|ids| !ids.contains(&id))) else { return };
    if was_current {
        step_to(state, next);
    }
    browser::soon(move || focus(next));
}

/// Makes `id` the current mark. Where the list lies over the article it stays open.
fn step_to(state: State, id: AnnotationId) {
    state.stack.set(vec![id]);
    if browser::is_narrow() {
        state.current.set(Some(id));
    } else {
        go_to(state, id);
    }
}

fn pressed(state: State, ids: Memo<Vec<AnnotationId>>, event: &KeyboardEvent) {
    let at = state.current.get_untracked().and_then(|id| ids.with_untracked(|ids| ids.iter().position(|one| *one == id)));
    let last = ids.with_untracked(|ids| ids.len().saturating_sub(1));
    let next = match event.key().as_str() {
        "ArrowDown" => at.map_or(0, |at| (at + 1).min(last)),
        "ArrowUp" => at.map_or(0, |at| at.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(id) = ids.with_untracked(|ids| ids.get(next).copied()) {
        step_to(state, id);
    }
}
