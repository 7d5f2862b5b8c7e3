//! Pages that React sends in pieces: late pieces stand hidden at the end of the page (`<div hidden id="S:1">`) until a script moves them to
//! where they belong (`<template id="B:1">` or `P:1`). Here they are moved without the script.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What stands in the tag of a late piece before its number.
const PIECE: &str = "id=\"S:";
/// What a place for a late piece begins with.
const PLACE: &str = "<template id=\"";
/// Bytes of the longest tag of a late piece.
const TAG: usize = 60;
/// Bytes of the longest number of a piece.
const DIGITS: usize = 20;

/// `html` with each late piece in its place; one without a place stays where it is, without the mark that hides it.
pub(super) fn in_place(html: &str) -> Cow<'_, str> {
    let pieces = pieces(html);
    if pieces.is_empty() {
        return Cow::Borrowed(html);
    }
    let awaited: BTreeSet<&str> = html.match_indices(PLACE).filter_map(|(at, _)| number(&html[at + PLACE.len()..])).collect();
    let mut waiting: BTreeMap<&str, &Piece<'_>> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| awaited.contains(piece.number)) {
        waiting.entry(piece.number).or_insert(piece);
    }
    let mut out = String::with_capacity(html.len());
    let mut left: Vec<Range<usize>> = top_level(html, &pieces, &waiting).into_iter().rev().collect();
    while let Some(range) = left.pop() {
        let Some((at, number)) = next_place(html, range.clone()) else {
            out.push_str(&html[range]);
            continue;
        };
        out.push_str(&html[range.start..at]);
        let tag = html[at..range.end].find('"').map_or(range.end, |quote| at + quote + 1);
        left.push(html[tag..range.end].find('>').map_or(range.end, |close| tag + close + 1)..range.end);
        left.extend(waiting.remove(number).map(|piece| piece.inside.clone()));
    }
    Cow::Owned(out)
}

/// A late piece.
struct Piece<'a> {
    number: &'a str,
    /// With its own tags.
    all: Range<usize>,
    inside: Range<usize>,
}

/// The late pieces, in order, not overlapping.
fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (at, _) in html.match_indices(PIECE) {
        let done = pieces.last().map_or(0, |piece| piece.all.end);
        let near = html.floor_char_boundary(at.saturating_sub(TAG)).max(done);
        let tag = if near < at { html[near..at].rfind('<').map(|tag| near + tag) } else { None };
        let Some(start) = tag.filter(|&tag| html[tag..at].starts_with("<div ") && html[tag..at].contains("hidden")) else { continue };
        // The number first: what has none must not cost a search for the end of its tag.
        let Some(number) = until_quote(&html[at + PIECE.len()..]) else { continue };
        let Some(end) = html[at..].find('>') else { break };
        let from = at + end + 1;
        let to = end_of_div(html, from);
        let after = html[to..].find('>').map_or(html.len(), |close| to + close + 1);
        pieces.push(Piece { number, all: start..after, inside: from..to });
    }
    pieces
}

/// Where the `</div` stands that closes a `<div>` whose content starts at `from`; what scripts hold is no markup.
fn end_of_div(html: &str, from: usize) -> usize {
    let (mut depth, mut at) = (1_u32, from);
    while let Some(tag) = html[at..].find('<').map(|tag| at + tag) {
        let rest = &html.as_bytes()[tag + 1..];
        at = tag + 1;
        if rest.starts_with(b"script") {
            at = html[at..].find("</script").map_or(html.len(), |end| at + end);
        } else if rest.starts_with(b"div") && rest.get(3).is_some_and(|next| !next.is_ascii_alphanumeric()) {
            depth += 1;
        } else if rest.starts_with(b"/div") {
            depth -= 1;
            if depth == 0 {
                return tag;
            }
        }
    }
    html.len()
}

/// The page without the late pieces that have a place elsewhere, and without the tags of those that have none.
fn top_level(html: &str, pieces: &[Piece<'_>], waiting: &BTreeMap<&str, &Piece<'_>>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    for piece in pieces {
        ranges.push(at..piece.all.start);
        if !waiting.get(piece.number).is_some_and(|first| first.all == piece.all) {
            ranges.push(piece.inside.clone());
        }
        at = piece.all.end;
    }
    ranges.push(at..html.len());
    ranges
}

/// The first place for a late piece in `range`, and the piece's number.
fn next_place(html: &str, range: Range<usize>) -> Option<(usize, &str)> {
    let found = html[range.clone()].match_indices(PLACE).map(|(at, _)| range.start + at);
    found.filter_map(|at| Some((at, number(&html[at + PLACE.len()..])?))).next()
}

/// The number in `B:1f"` and `P:1f"`.
fn number(id: &str) -> Option<&str> {
    let rest = id.strip_prefix("B:").or_else(|| id.strip_prefix("P:"))?;
    until_quote(rest)
}

/// What `rest` holds before its first quotation mark, when that is no longer than a number.
fn until_quote(rest: &str) -> Option<&str> {
    let end = rest.bytes().take(DIGITS).position(|byte| byte == b'"')?;
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::super::from_html;
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(from_html(html).text.replace('\n', "/"), expected, "{html}");
    }

    #[test]
    fn late_pieces_go_to_their_places() {
        check(
            "<h1>One</h1><template id=\"B:0\"></template><p>End<div hidden id=\"S:0\"><div><p>Two</div><template id=\"P:1\"></template></div>\
             <script>$RC('B:0','S:0','</div>')</script><div hidden=\"\" id=\"S:1\"><p>Three</div>",
            "One//Two//Three//End",
        );
    }

    #[test]
    fn a_piece_without_a_place_is_shown_where_it_stands() {
        check("<p>One<div hidden id=\"S:0\"><p>Two</div><p>Three", "One//Two//Three");
        check("<p>One<div hidden id=\"S:0\"><p>Two", "One//Two");
    }

    #[test]
    fn other_pages_are_left_alone() {
        assert!(matches!(in_place("<div hidden id=\"Story\">x</div><div id=\"S:1\">y</div>"), Cow::Borrowed(_)));
    }

    #[test]
    fn pieces_that_ask_for_each_other_end() {
        let html =
            "<div hidden id=\"S:0\">a<template id=\"B:1\"></template></div><div hidden id=\"S:1\">b<template id=\"B:0\"></template></div>";
        assert!(in_place(html).len() <= html.len());
        for piece in [
            "<template id=\"B:0\"></template><div hidden id=\"S:0\">",
            "<div hidden id=\"S:no number that is short ",
            "<div hidden id=\"S:0\" ",
        ] {
            let many = piece.repeat(20_000) + ">";
            assert!(in_place(&many).len() <= many.len());
        }
    }
}
