//! HTML to the text a reader would see, with what the markup says about each block of it.
//!
//! html5ever's tokenizer reads the markup; [`sink`] keeps the open elements, [`flow`] writes the text, [`declared`] collects
//! what the page says about itself. No tree is built: a million nested elements cost no more than a million flat ones,
//! nothing recurses, and no script, style, image or request can come of it.

mod charset;
mod declared;
mod flow;
mod guard;
mod json_ld;
mod open;
mod sink;
mod stream;
mod tags;

pub use charset::decode;

use super::{BlockHint, Notice, Source, plain};
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use sink::Reader;

/// What is hidden is shown when it is this many times as long as what is not, and [`MUCH`] more.
const FAR_MORE: usize = 5;
/// Bytes of hidden words that can be a story.
const MUCH: usize = 300;
/// How much of a text is looked at to tell whether it is HTML, in bytes.
const SAMPLE: usize = 4096;

/// The source for a page's HTML. No script, style, image or request comes from it: only its text is kept.
#[must_use]
pub fn from_html(html: &str) -> Source {
    let again = charset::undone(html);
    let notice =
        again.as_ref().map(|_| Notice::new("the page had been decoded with the wrong character set; it was decoded again as UTF-8"));
    let html = plain::normalise_lines(again.as_deref().unwrap_or(html));
    let html = stream::in_place(&html);
    let html = guard::bound_attributes(&html);
    let mut read = run(&html, false);
    if FAR_MORE * read.text.len() + MUCH < read.hidden {
        // Pages that are built by script keep their words hidden until it runs.
        let revealed = run(&html, true);
        (read.text, read.hints) = (revealed.text, revealed.hints);
    }
    if let Some(body) = json_ld::body(&read.collected.json_ld).filter(|body| FAR_MORE * read.text.len() + MUCH < body.len()) {
        (read.text, read.hints) = told(&body);
    }
    Source { text: read.text, hints: read.hints, declared: declared::metadata(&read.collected), notices: notice.into_iter().collect() }
}

/// The source for a saved page's bytes, in the character set that it names.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Source {
    let (html, notices) = decode(bytes);
    let source = from_html(&html);
    Source { notices: notices.into_iter().chain(source.notices).collect(), ..source }
}

/// What one walk over a page found.
struct Read {
    text: String,
    hints: Vec<BlockHint>,
    collected: declared::Collected,
    /// Bytes of words that the markup hides.
    hidden: usize,
}

/// Reads a page; with `reveal` also what its markup hides.
fn run(html: &str, reveal: bool) -> Read {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Reader::new(reveal), TokenizerOpts::default());
    // The tokenizer pauses when a sink asks it to run a script or to change the encoding; ours never does.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.finish()
}

/// A story that only the page's description holds, a paragraph a line.
fn told(body: &str) -> (String, Vec<BlockHint>) {
    let mut flow = flow::Flow::default();
    for line in body.lines() {
        flow.edge(tags::Shape::Spaced);
        flow.write(line, &[]);
    }
    flow.finish()
}

/// The words of a declared value, which may hold entities and tags.
fn text_of(raw: &str) -> String {
    if raw.contains(['&', '<']) { run(&guard::bound_attributes(raw), false).text } else { raw.to_owned() }
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
