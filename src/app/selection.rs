//! What a person selects on the page, as spans of the text, and back.
//!
//! Each block keeps its words in one element with `data-block`, holding nothing else; the browser counts in UTF-16 units.

use super::browser::find_all;
use galley_engine::document::Document;
use galley_engine::text::Span;
use galley_engine::text::snap::{Grain, snap};
use js_sys::{Function, Reflect};
use leptos::prelude::{document as page, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, Selection};

/// The browser's selection, when it is not empty.
pub(crate) fn current() -> Option<Selection> {
    window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())
}

/// The selected stretch of each block, snapped to `grain`; empty when nothing of the article is selected.
pub(crate) fn spans(document: &Document, grain: Grain) -> Vec<Span> {
    let Some(range) = current().and_then(|selection| selection.get_range_at(0).ok()) else { return Vec::new() };
    let elements = find_all("article [data-block]");
    let touched = elements.iter().filter(|element| range.intersects_node(element).unwrap_or(false));
    touched.filter_map(|element| snap(&document.text, part(document, element, &range)?, grain)).collect()
}

/// The part of a block's words that `range` covers.
fn part(document: &Document, element: &Element, range: &Range) -> Option<Span> {
    let block = document.blocks.get(element.get_attribute("data-block")?.parse::<usize>().ok()?)?;
    let words = document.words(block.span);
    let start = units_before(element, &range.start_container().ok()?, range.start_offset().ok()?).unwrap_or(0);
    let end = units_before(element, &range.end_container().ok()?, range.end_offset().ok()?);
    let (from, to) = (byte_at(words, start), end.map_or(words.len(), |end| byte_at(words, end)));
    (from < to).then(|| Span::new(block.span.from() + from, block.span.from() + to))
}

/// UTF-16 units from the start of `element` to a place inside it; `None` when the place lies outside.
fn units_before(element: &Element, node: &Node, offset: u32) -> Option<usize> {
    if !element.contains(Some(node)) {
        return None;
    }
    let range = page().create_range().ok()?;
    range.select_node_contents(element).ok()?;
    range.set_end(node, offset).ok()?;
    Some(range.to_string().length() as usize)
}

/// The byte at which the UTF-16 unit `units` of `words` stands: a block is short enough to walk.
fn byte_at(words: &str, units: usize) -> usize {
    let mut seen = 0;
    for (byte, character) in words.char_indices() {
        if units <= seen {
            return byte;
        }
        seen += character.len_utf16();
    }
    words.len()
}

/// Makes the browser's selection that of `spans`, so that the person sees what was taken.
pub(crate) fn show(document: &Document, spans: &[Span]) {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return };
    let ends = place(document, first.start).zip(place(document, last.end));
    let (Some(((from, start), (to, end))), Ok(Some(selection))) = (ends, window().get_selection()) else { return };
    // A selection that cannot be moved stays where the person put it.
    let _ = selection.set_base_and_extent(&from, start, &to, end).ok();
}

/// The text node and the unit in it where the byte `at` of the text stands. An end at the end of a block stays in that block.
fn place(document: &Document, at: u32) -> Option<(Node, u32)> {
    let index = document.block_at(at)?;
    let block = document.blocks.get(index)?;
    let element = page().query_selector(&format!("article [data-block=\"{index}\"]")).ok()??;
    let before = Span { start: block.span.start, end: at.min(block.span.end) };
    let mut units = u32::try_from(document.words(before).encode_utf16().count()).ok()?;
    const SHOW_TEXT: u32 = 4;
    let walker = page().create_tree_walker_with_what_to_show(&element, SHOW_TEXT).ok()?;
    let mut last = None;
    while let Ok(Some(node)) = walker.next_node() {
        let length = node.dyn_ref::<web_sys::Text>()?.length();
        if units <= length {
            return Some((node, units));
        }
        units -= length;
        last = Some((node, length));
    }
    last
}

/// The words of `span` as the browser's own range; `None` where they are not drawn.
pub(crate) fn range(document: &Document, span: Span) -> Option<Range> {
    let ((from, start), (to, end)) = place(document, span.start).zip(place(document, span.end))?;
    let range = page().create_range().ok()?;
    range.set_start(&from, start).ok()?;
    range.set_end(&to, end).ok()?;
    Some(range)
}

/// Scrolls so that `span` stands in the middle, unless it is in view already.
pub(crate) fn bring_into_view(document: &Document, span: Span) {
    let (Some(range), Some(main)) = (range(document, span), super::browser::find("#main")) else { return };
    let (place, frame) = (range.get_bounding_client_rect(), main.get_bounding_client_rect());
    const BAR: f64 = 70.0;
    if place.top() < frame.top() + BAR || frame.bottom() - BAR < place.bottom() {
        let middle = place.top() - frame.top() - frame.height() / 2.0;
        main.set_scroll_top(main.scroll_top() + middle as i32);
    }
}

/// The byte of the text that is drawn nearest to a point of the screen.
pub(crate) fn byte_at_point(document: &Document, x: f64, y: f64) -> Option<usize> {
    let (node, offset) = caret_at(x, y)?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?.closest("[data-block]").ok()??;
    let block = document.blocks.get(element.get_attribute("data-block")?.parse::<usize>().ok()?)?;
    Some(block.span.from() + byte_at(document.words(block.span), units_before(&element, &node, offset)?))
}

/// The place between characters nearest to a point: browsers have two names for the same thing.
fn caret_at(x: f64, y: f64) -> Option<(Node, u32)> {
    let ask = |name: &str| {
        let function = Reflect::get(&page(), &name.into()).ok()?.dyn_into::<Function>().ok()?;
        function.call2(&page(), &x.into(), &y.into()).ok().filter(|found| !found.is_null() && !found.is_undefined())
    };
    let part = |found: &JsValue, key: &str| Reflect::get(found, &key.into()).ok();
    let (found, node, offset) = match ask("caretPositionFromPoint") {
        Some(found) => (found, "offsetNode", "offset"),
        None => (ask("caretRangeFromPoint")?, "startContainer", "startOffset"),
    };
    Some((part(&found, node)?.dyn_into().ok()?, part(&found, offset)?.as_f64()? as u32))
}

/// Lets the selection go.
pub(crate) fn clear() {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges().ok();
    }
}

/// Where the selection ends on the screen, as (left, top, bottom) of its box.
pub(crate) fn place_on_screen() -> Option<(f64, f64, f64)> {
    let range = current()?.get_range_at(0).ok()?;
    let place = range.get_bounding_client_rect();
    Some((place.left(), place.top(), place.bottom()))
}
