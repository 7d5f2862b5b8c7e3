//! Furniture inside a block: what stands before, after or between the words of a story in one line with them.

use super::roles::{captions, lines};
use super::{byline, dateline, notes};
use crate::annotation::{Label, Role, Suggestion};
use crate::source::metadata::people::people;
use crate::text::Span;
use crate::text::fold::fold;

/// How far from the start of a block a prefix between slashes can reach, in bytes.
const PREFIX: usize = 500;
/// Words in the longest piece between slashes.
const PIECE: usize = 24;
/// How far from the end of a block a note can start, in bytes.
const SUFFIX: usize = 400;

/// A piece of a block: its bytes in the block's text, its role, how sure, and the rule.
pub(super) type Piece = (std::ops::Range<usize>, Role, f32, &'static str);

/// The furniture inside a block that stands at `span` of `text` and has `role`; `headline` is the words of the headline.
#[must_use]
pub(super) fn find(text: &str, span: Span, role: Role, headline: Option<&str>) -> Vec<Suggestion> {
    let block = span.of(text);
    let mut pieces = match role {
        Role::Caption => captions::picture_credit(block)
            .map(|credit| (credit, Role::Credit, 0.9, "structure.inner.picture-credit"))
            .into_iter()
            .collect(),
        Role::Paragraph | Role::Deck | Role::ListItem => in_story(block, headline),
        _ => Vec::new(),
    };
    pieces.retain(|(bytes, ..)| bytes.start < bytes.end && bytes.len() < block.len());
    pieces.sort_by_key(|(bytes, ..)| (bytes.start, std::cmp::Reverse(bytes.end)));
    let mut end = 0;
    pieces.retain(|(bytes, ..)| {
        let apart = end <= bytes.start;
        end = end.max(bytes.end);
        apart
    });
    let suggest = |(bytes, role, sure, rule): Piece| {
        Suggestion::new(Span::new(span.from() + bytes.start, span.from() + bytes.end), Label::Structure(role), sure, rule)
    };
    pieces.into_iter().map(suggest).collect()
}

fn in_story(block: &str, headline: Option<&str>) -> Vec<Piece> {
    let mut pieces = slashes(block, headline);
    if pieces.is_empty() {
        pieces.extend(glued(block));
        let from = opening(block, headline, &mut pieces);
        let found = dateline::find(&block[from..]);
        pieces.extend(found.map(|found| (from + found.all.start..from + found.all.end, Role::Dateline, 0.9, "structure.inner.dateline")));
    }
    pieces.extend(reporting(block).or_else(|| signature(block)).or_else(|| pointer(block)));
    pieces.extend(notes::find(block));
    pieces
}

/// The headline again and a byline with its sign or trade before the first sentence; where what follows them starts.
fn opening(block: &str, headline: Option<&str>, pieces: &mut Vec<Piece>) -> usize {
    let mut from = 0;
    if let Some(end) = headline.and_then(|headline| repeated(block, headline)) {
        pieces.push((0..end, Role::Repeat, 0.85, "structure.inner.repeat"));
        from = after_joint(block, end);
    }
    if let Some(end) = byline::at_start(&block[from..]) {
        pieces.push((from..from + end, Role::Byline, 0.85, "structure.inner.byline"));
        from = after_joint(block, from + end);
    }
    from
}

/// Where a headline ends that stands at the start of `block`, before more: at least four words, and the next one begins anew.
fn repeated(block: &str, headline: &str) -> Option<usize> {
    if headline.split_whitespace().count() < 4 || block.len() <= headline.len() {
        return None;
    }
    let same = |a: char, b: char| a == b || fold(a.encode_utf8(&mut [0; 4])) == fold(b.encode_utf8(&mut [0; 4]));
    let mut pairs = block.char_indices().zip(headline.chars());
    if !pairs.all(|((_, own), other)| same(own, other)) {
        return None;
    }
    let end = block.char_indices().nth(headline.chars().count())?.0;
    let next = block[end..].trim_start_matches([':', '-', '–', '—', '|', '/', '.', ' ', '\u{a0}']);
    let begins = next.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
    // A sentence that goes on from the headline's words is a sentence of the story.
    (begins && next.split_whitespace().count() >= 6 && next.len() < block[end..].len()).then_some(end)
}

/// Where the words start after a place and the sign that follows it.
fn after_joint(block: &str, at: usize) -> usize {
    at + (block[at..].len() - block[at..].trim_start_matches([':', '-', '–', '—', '|', '/', '.', ',', ' ', '\u{a0}']).len())
}

/// `HEADLINE/ Publisher/ PLACE/ N. Name/ Programme/ The story begins …`
fn slashes(block: &str, headline: Option<&str>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(slash) = block[at..].find('/').filter(|slash| at + slash < PREFIX) {
        let piece = Span::new(at, at + slash).trimmed(block);
        if PIECE < piece.of(block).split_whitespace().count() || piece.is_empty() {
            break;
        }
        pieces.push(piece);
        at += slash + 1;
    }
    let titled = pieces.first().is_some_and(|piece| headline.is_some_and(|headline| fold(headline) == fold(piece.of(block))));
    let parted =
        pieces.len() >= 3 && pieces.iter().all(|piece| block[piece.to()..].starts_with("/ ") || block[piece.to()..].starts_with(" / "));
    let story = block[at..].split_whitespace().count() >= 8;
    if !story || !(titled || parted) {
        return Vec::new();
    }
    name_pieces(block, &pieces, headline)
}

fn name_pieces(block: &str, pieces: &[Span], headline: Option<&str>) -> Vec<Piece> {
    let mut named = false;
    let name = |piece: &Span| {
        let words = piece.of(block);
        let (role, rule) = match () {
            () if headline.is_some_and(|headline| fold(headline) == fold(words)) => (Role::Repeat, "structure.inner.repeat"),
            () if is_shouted(words) => (Role::Dateline, "structure.inner.place"),
            () if is_person(words) => (Role::Byline, "structure.inner.byline"),
            () if named => (Role::Other, "structure.inner.programme"),
            () => (Role::Other, "structure.inner.publisher"),
        };
        named |= role == Role::Byline || rule == "structure.inner.publisher";
        (piece.from()..piece.to(), role, 0.85, rule)
    };
    pieces.iter().map(name).collect()
}

fn is_shouted(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !words.chars().any(char::is_lowercase)
        && words.split_whitespace().count() <= 4
}

/// A person's name, also with the first name cut to its letter.
fn is_person(words: &str) -> bool {
    let initial = words.split_whitespace().next().is_some_and(|first| first.len() <= 3 && first.ends_with('.'));
    let named = lines::is_byline(words) || (people(words).len() == 1 && people(words)[0] == words);
    named
        && (initial || words.split_whitespace().count() <= 4)
        && !words
            .split_whitespace()
            .any(|word| matches!(word.to_lowercase().as_str(), "edition" | "report" | "show" | "today" | "morning" | "evening"))
}

/// `Advertisement` and the like run together with the text that follows.
fn glued(block: &str) -> Option<Piece> {
    let marks = ["ADVERTISEMENT", "Advertisement", "ANZEIGE", "Anzeige", "Story continues below advertisement", "Article continues below"];
    let mark = marks.iter().find(|mark| block.starts_with(*mark))?;
    let next = block[mark.len()..].trim_start_matches([':', '.']).trim_start();
    (next.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"') && next.split_whitespace().count() >= 6).then_some(())?;
    Some((0..mark.len(), Role::Advertisement, 0.85, "structure.inner.advertisement"))
}

/// `(Reporting by …; editing by …)` at the end of a paragraph.
fn reporting(block: &str) -> Option<Piece> {
    let end = block.trim_end();
    let open = end.strip_suffix(')')?.rfind('(').filter(|open| end.len() - open <= SUFFIX)?;
    lines::is_reporting(&end[open..]).then_some((open..end.len(), Role::Credit, 0.95, "structure.inner.reporting"))
}

/// `(hwo/cay)`: the letters of those who wrote an agency's story, at its end.
fn signature(block: &str) -> Option<Piece> {
    let end = block.trim_end();
    let open = end.strip_suffix(')')?.rfind('(')?;
    let inside = &end[open + 1..end.len() - 1];
    let letters = |part: &str| (2..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    let closed = block[..open].trim_end().ends_with(['.', '!', '?', '“', '”', '"', '»']);
    (closed && inside.split(['/', ',']).all(|part| letters(part.trim()))).then_some((
        open..end.len(),
        Role::Credit,
        0.8,
        "structure.inner.signature",
    ))
}

/// What points to another story, lower case.
const POINTERS: &[&str] = &[
    "read more:",
    "read also:",
    "also read:",
    "read next:",
    "see also:",
    "related:",
    "more:",
    "watch:",
    "read:",
    "lesen sie auch:",
    "lesen sie mehr:",
    "lire aussi :",
    "lire aussi:",
    "à lire aussi :",
    "lea también:",
    "leggi anche:",
    "lees ook:",
    "leia também:",
    "läs också:",
];

/// `… he said. Read more: Another story`
fn pointer(block: &str) -> Option<Piece> {
    let mut from = block.len().saturating_sub(SUFFIX);
    while !block.is_char_boundary(from) {
        from += 1;
    }
    let lower = block[from..].to_ascii_lowercase();
    let at = POINTERS.iter().filter_map(|pointer| lower.rfind(pointer)).filter(|at| *at > 0).min()?;
    let before = block[..from + at].trim_end();
    let fits = before.ends_with(['.', '!', '?', '"', '”', ')', ']', '|'])
        && block[from + at..].starts_with(char::is_uppercase)
        && block[from + at..].split_whitespace().count() <= 24;
    fits.then_some((from + at..block.trim_end().len(), Role::Related, 0.8, "structure.inner.read-more"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, role: Role, headline: Option<&str>, expected: &[(&str, Role)]) {
        let found = find(block, Span::new(0, block.len()), role, headline);
        let seen: Vec<_> = found
            .iter()
            .map(|one| (one.extent().of(block), if let Label::Structure(role) = one.label { role } else { Role::Paragraph }))
            .collect();
        assert_eq!(seen, expected, "{block}");
    }

    #[test]
    fn slashes_before_the_story() {
        check(
            "Bridge Opens After Repair/ Courier/ LEEDS/ A. Marsh/ Morning Edition/ The bridge over the river opened again on Friday morning.",
            Role::Paragraph,
            Some("Bridge Opens After Repair"),
            &[
                ("Bridge Opens After Repair", Role::Repeat),
                ("Courier", Role::Other),
                ("LEEDS", Role::Dateline),
                ("A. Marsh", Role::Byline),
                ("Morning Edition", Role::Other),
            ],
        );
        check("The and/or clause was cut from the bill by the committee on Friday.", Role::Paragraph, None, &[]);
    }

    #[test]
    fn datelines_and_credits() {
        check("LISBON, Portugal (Wire) -- The port opened.", Role::Paragraph, None, &[("LISBON, Portugal (Wire)", Role::Dateline)]);
        check(
            "The port opened. (Reporting by Ana Díaz; editing by Jo Marsh)",
            Role::Paragraph,
            None,
            &[("(Reporting by Ana Díaz; editing by Jo Marsh)", Role::Credit)],
        );
        check("Das Werk bleibt. (hwo/cay)", Role::Paragraph, None, &[("(hwo/cay)", Role::Credit)]);
        check("The hall, Feb. 16. (Tilde Aumann/Wire Photo)", Role::Caption, None, &[("(Tilde Aumann/Wire Photo)", Role::Credit)]);
        check("He left the hall (alone).", Role::Paragraph, None, &[]);
    }

    #[test]
    fn pointers_and_marks() {
        check("He left. Read more: Why the bridge fell", Role::Paragraph, None, &[("Read more: Why the bridge fell", Role::Related)]);
        check("ADVERTISEMENT The bridge over the river opened again.", Role::Paragraph, None, &[("ADVERTISEMENT", Role::Advertisement)]);
        check("Advertisement spending fell by four percent last year.", Role::Paragraph, None, &[]);
    }

    #[test]
    fn headline_byline_and_dateline_before_the_story() {
        let headline = Some("Bridge Opens After Long Repair");
        check(
            "Bridge Opens After Long Repair — LEEDS (AP) — The bridge over the river opened again on Friday.",
            Role::Paragraph,
            headline,
            &[("Bridge Opens After Long Repair", Role::Repeat), ("LEEDS (AP)", Role::Dateline)],
        );
        check(
            "By Ana Díaz, Staff writer — The bridge over the river opened again on Friday.",
            Role::Paragraph,
            headline,
            &[("By Ana Díaz, Staff writer", Role::Byline)],
        );
        check(
            "By Ana Díaz | The bridge over the river opened again on Friday.",
            Role::Paragraph,
            headline,
            &[("By Ana Díaz", Role::Byline)],
        );
        check("Bridge opens after long repair work that took years and years.", Role::Paragraph, headline, &[]);
        check("By Ana Díaz’s account, the bridge was closed — The Courier agreed with her.", Role::Paragraph, headline, &[]);
        check(
            "LEEDS (AP) — It opened. Advertisement The mayor came. (Reporting by Ana Díaz)",
            Role::Paragraph,
            None,
            &[("LEEDS (AP)", Role::Dateline), ("Advertisement", Role::Advertisement), ("(Reporting by Ana Díaz)", Role::Credit)],
        );
    }
}
