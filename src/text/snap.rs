//! Fitting a person's selection to whole words or whole characters, and moving an end by a word.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// How finely a selection is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Whole words, by Unicode's word boundaries (UAX 29).
    Word,
    /// Whole characters as a person sees them (extended grapheme clusters).
    Character,
}

/// Which end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it starts.
    Start,
    /// Where it ends.
    End,
}

/// `span` widened to whole `grain`s and freed of outer spaces; `None` when nothing but spaces is left.
/// Looks only at the lines that the span touches, so its cost does not grow with the text.
#[must_use]
pub fn snap(text: &str, span: Span, grain: Grain) -> Option<Span> {
    let span = span.trimmed(text);
    if span.is_empty() {
        return None;
    }
    let start = piece_at(text, span.from(), grain).from();
    let end = piece_before(text, span.to(), grain).to();
    let snapped = Span::new(start, end).trimmed(text);
    (!snapped.is_empty()).then_some(snapped)
}

/// `span` with one end moved out (`wider`) or in by one word; `None` when there is nowhere to go.
#[must_use]
pub fn nudge(text: &str, span: Span, edge: Edge, wider: bool) -> Option<Span> {
    let moved = match (edge, wider) {
        (Edge::End, true) => Span::new(span.from(), words_after(text, span.to()).next()?.to()),
        (Edge::Start, true) => Span::new(words_before(text, span.from()).next_back()?.from(), span.to()),
        (Edge::End, false) => Span::new(span.from(), words_in(text, span).rev().nth(1)?.to()),
        (Edge::Start, false) => Span::new(words_in(text, span).nth(1)?.from(), span.to()),
    };
    Some(moved)
}

/// The words (pieces with a letter or a digit) inside `span`, in order.
fn words_in(text: &str, span: Span) -> impl DoubleEndedIterator<Item = Span> {
    let base = span.from();
    span.of(text)
        .split_word_bound_indices()
        .filter(|(_, word)| is_word(word))
        .map(move |(at, word)| Span::new(base + at, base + at + word.len()))
}

fn words_after(text: &str, from: usize) -> impl DoubleEndedIterator<Item = Span> {
    words_in(text, Span::new(from, line_end(text, from)))
}

fn words_before(text: &str, to: usize) -> impl DoubleEndedIterator<Item = Span> {
    words_in(text, Span::new(line_start(text, to), to))
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

/// The piece that holds the character starting at `at`.
fn piece_at(text: &str, at: usize, grain: Grain) -> Span {
    pieces(text, at, grain).find(|piece| at < piece.to()).unwrap_or(Span::new(at, at))
}

/// The piece that holds the character ending at `at`.
fn piece_before(text: &str, at: usize, grain: Grain) -> Span {
    pieces(text, at, grain).find(|piece| at <= piece.to()).unwrap_or(Span::new(at, at))
}

/// The pieces of the line around `at`. A very long line is read from the white space about 4 kB before.
fn pieces(text: &str, at: usize, grain: Grain) -> Box<dyn Iterator<Item = Span> + '_> {
    const FAR: usize = 4096;
    let mut base = line_start(text, at);
    if base + FAR < at {
        let far = text.floor_char_boundary(at - FAR);
        base = text[far..at].find(' ').map_or(base, |space| far + space);
    }
    let line = &text[base..];
    match grain {
        Grain::Word => Box::new(line.split_word_bound_indices().map(move |(i, s)| Span::new(base + i, base + i + s.len()))),
        Grain::Character => Box::new(line.grapheme_indices(true).map(move |(i, s)| Span::new(base + i, base + i + s.len()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, selected: &str, grain: Grain, expected: Option<&str>) {
        let at = text.find(selected).expect("the selection is in the text");
        let snapped = snap(text, Span::new(at, at + selected.len()), grain);
        assert_eq!(snapped.map(|span| span.of(text)), expected);
    }

    #[test]
    fn widens_to_words_and_drops_spaces() {
        check("Marco Rubio said", "arco Rub", Grain::Word, Some("Marco Rubio"));
        check("Marco Rubio said", " Rubio ", Grain::Word, Some("Rubio"));
        check("a  b", "  ", Grain::Word, None);
        check("Ukraine’s war", "krai", Grain::Word, Some("Ukraine’s"));
        check("Ukraine’s war", "Ukraine", Grain::Character, Some("Ukraine"));
    }

    #[test]
    fn never_cuts_a_grapheme() {
        check("x👩‍👩‍👧y", "👩‍👧", Grain::Character, Some("👩‍👩‍👧"));
    }

    #[test]
    fn nudges_by_a_word() {
        let text = "said Marco Rubio on Monday";
        let rubio = Span::new(11, 16);
        let go = |span, edge, wider| nudge(text, span, edge, wider).map(|span| span.of(text));
        assert_eq!(go(rubio, Edge::Start, true), Some("Marco Rubio"));
        assert_eq!(go(rubio, Edge::End, true), Some("Rubio on"));
        assert_eq!(go(Span::new(5, 16), Edge::Start, false), Some("Rubio"));
        assert_eq!(go(Span::new(5, 16), Edge::End, false), Some("Marco"));
        assert_eq!(go(rubio, Edge::End, false), None);
    }
}
