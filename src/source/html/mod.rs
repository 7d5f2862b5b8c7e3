//! HTML to the text a reader would see, with what the markup says about each block of it.
//!
//! html5ever's tokenizer reads the markup; [`sink`] keeps the open elements, [`flow`] writes the text, [`declared`] collects
//! what the page says about itself. No tree is built: a million nested elements cost no more than a million flat ones,
//! nothing recurses, and no script, style, image or request can come of it.

mod declared;
mod flow;
mod guard;
mod json_ld;
mod open;
mod sink;
mod tags;

use super::{BlockHint, Source, plain};
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use sink::Reader;

/// A page that shows less than this, in bytes, and is ten times as long may keep its words hidden.
const LITTLE: usize = 300;
/// How much of a text is looked at to tell whether it is HTML, in bytes.
const SAMPLE: usize = 4096;

/// The source for a page's HTML. No script, style, image or request comes from it: only its text is kept.
#[must_use]
pub fn from_html(html: &str) -> Source {
    let html = plain::normalise_lines(html);
    let (mut text, mut hints, collected) = read(&html, false);
    if text.len() < LITTLE && 10 * LITTLE < html.len() {
        // Pages that are built by script keep their words hidden until it runs.
        let (more, their, _) = read(&html, true);
        if 5 * text.len() + LITTLE < more.len() {
            (text, hints) = (more, their);
        }
    }
    Source { text, hints, declared: declared::metadata(&collected), notices: vec![] }
}

/// Reads a page; with `reveal` also what its markup hides.
fn read(html: &str, reveal: bool) -> (String, Vec<BlockHint>, declared::Collected) {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(guard::bound_attributes(html).as_ref()));
    let tokenizer = Tokenizer::new(Reader::new(reveal), TokenizerOpts::default());
    // The tokenizer pauses when a sink asks it to run a script or to change the encoding; ours never does.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.finish()
}

/// The words of a declared value, which may hold entities and tags.
fn text_of(raw: &str) -> String {
    if raw.contains(['&', '<']) { read(raw, false).0 } else { raw.to_owned() }
}

/// Whether pasted or opened text is HTML: it starts with a doctype, a comment or an element that only a page has,
/// or its first [`SAMPLE`] bytes close at least three elements.
#[must_use]
pub fn looks_like_html(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let head = &text[..text.floor_char_boundary(text.len().min(SAMPLE))];
    let lower = head.to_ascii_lowercase();
    if !lower.starts_with('<') {
        return false;
    }
    let opening = ["<!doctype html", "<html", "<head", "<body", "<!--"];
    opening.iter().any(|tag| lower.starts_with(tag))
        || closed_elements(&lower) >= 3
        || (closed_elements(&lower) >= 1 && lower.trim_end().ends_with('>'))
}

/// How many end tags of common elements `lower` holds.
fn closed_elements(lower: &str) -> usize {
    lower.match_indices("</").filter(|(at, _)| tags::is_known(name_at(&lower[at + 2..]))).count()
}

/// The tag name that `rest` starts with.
fn name_at(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests;
