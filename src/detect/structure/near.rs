//! The lines of a page as byline and dates are looked for in them.

use crate::block::{Block, with_hints};
use crate::source::Source;
use crate::text::Span;

/// A block of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words.
    pub(super) text: &'a str,
    /// The markup speaks of an author.
    pub(super) marked: bool,
}

impl Line<'_> {
    /// Whether it is a sentence of running text.
    pub(super) fn is_prose(&self) -> bool {
        super::look::Look::of(self.text).is_prose()
    }
}

/// The blocks of `source` as lines.
pub(super) fn lines<'a>(source: &'a Source, blocks: &'a [Block]) -> Vec<Line<'a>> {
    let hinted = with_hints(blocks, &source.hints).into_iter();
    hinted
        .map(|one| {
            let text = one.block.span.of(&source.text);
            let marked = one.hint.is_some_and(|hint| speaks_of_author(&hint.words));
            Line { span: one.block.span, text, marked }
        })
        .collect()
}

fn speaks_of_author(words: &str) -> bool {
    let pieces = words.split(|c: char| !c.is_alphanumeric());
    let is = |piece: &str| {
        matches!(piece, "author" | "authors" | "byline" | "bylines" | "writer" | "authorname" | "byauthor" | "autor" | "auteur")
    };
    // The body of a post is an author's too: only the innermost words count.
    pieces.rev().take(8).any(is)
}

/// Words that stand right after another word where a page shows them apart.
const GLUED: &[&str] = &["Published", "Updated", "Posted", "Last", "By "];

/// Whether a word that runs into the one before begins `rest`: a label, or a month before a figure.
fn is_glued(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let figure = rest[end..].trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
    GLUED.iter().any(|word| rest.starts_with(word)) || figure && is_calendar(&rest[..end])
}

/// `text` with a space where two words run into each other: `Ana DíazPublished: Jan 29`, `ByAna`.
pub(super) fn unglued(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let rest = &text[at..];
        let starts = character.is_uppercase() && before.is_alphanumeric() && !before.is_uppercase();
        let after_by = character.is_uppercase() && (out == "By" || out.ends_with(" By"));
        let after_colon = before == ':' && character.is_uppercase() && (out.ends_with("y:") || out.ends_with("r:") || out.ends_with("s:"));
        if after_by || after_colon || starts && is_glued(rest) {
            out.push(' ');
        }
        out.push(character);
        before = character;
    }
    out
}

/// Whether `word` is the name of a month or a day, or the start of one.
pub(super) fn is_calendar(word: &str) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches(['.', ',']);
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "sept",
        "tues",
        "thurs",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "oktober",
        "dezember",
    ];
    names.iter().any(|name| *name == lower || lower.len() == 3 && lower.is_ascii() && name.starts_with(lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_run_into_each_other_are_parted() {
        assert_eq!(unglued("By Ana DíazPublished: Jan 29, 2025"), "By Ana Díaz Published: Jan 29, 2025");
        assert_eq!(unglued("ByAna McMahon"), "By Ana McMahon");
        assert_eq!(unglued("Authors:Ana"), "Authors: Ana");
        assert_eq!(unglued("EditorialNovember 22, 2018"), "Editorial November 22, 2018");
        assert_eq!(unglued("Al DeMay wrote"), "Al DeMay wrote");
    }
}
