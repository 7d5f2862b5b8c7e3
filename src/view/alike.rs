//! Blocks that are like another one: in the same kind of place in the markup, or of the same shape of text.

use crate::document::Document;
use std::collections::BTreeSet;

/// In which way blocks are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same tags and class words stood around them.
    Place,
    /// The same length, case, ends, signs and opening words, as far as lines of one kind share them.
    Shape,
}

/// The blocks that are like block `index`, it among them, in order; empty when there is no such block or nothing is known of its place.
#[must_use]
pub fn alike(document: &Document, index: usize, likeness: Likeness) -> Vec<usize> {
    match likeness {
        Likeness::Place => in_same_place(&document.places, index),
        Likeness::Shape => of_same_shape(document, index),
    }
}

fn in_same_place(places: &[u32], index: usize) -> Vec<usize> {
    let Some(place) = places.get(index).filter(|place| 0 < **place) else { return Vec::new() };
    places.iter().enumerate().filter(|(_, other)| *other == place).map(|(index, _)| index).collect()
}

fn of_same_shape(document: &Document, index: usize) -> Vec<usize> {
    let Some(block) = document.blocks.get(index) else { return Vec::new() };
    let wanted = shape(document.words(block.span));
    let blocks = document.blocks.iter().enumerate();
    blocks.filter(|(_, block)| shape(document.words(block.span)) == wanted).map(|(index, _)| index).collect()
}

/// What lines of one kind have in common: menu items, "Read more: …", datelines, photo credits, names of sections.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    length: Length,
    first: Sign,
    last: Sign,
    is_capitals: bool,
    has_digits: bool,
    /// The signs that part pieces of furniture, each once.
    separators: BTreeSet<char>,
    /// The words before the first colon, when the line opens with them: "Read more", "Photo".
    opening: Option<String>,
}

/// How long a line is, in words.
#[derive(Debug, PartialEq, Eq)]
enum Length {
    /// Up to 4: items of menus.
    Few,
    /// Up to 18: titles and short notes.
    Line,
    /// More: running text.
    Text,
}

/// What kind of sign a line begins or ends with.
#[derive(Debug, PartialEq, Eq)]
enum Sign {
    Capital,
    Small,
    Digit,
    Quote,
    /// What ends a sentence.
    Stop,
    /// Another sign, itself.
    Other(char),
}

fn shape(line: &str) -> Shape {
    let words = line.split_whitespace().take(19).count();
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    Shape {
        length: match words {
            0..=4 => Length::Few,
            5..=18 => Length::Line,
            _ => Length::Text,
        },
        first: line.chars().next().map_or(Sign::Small, sign),
        last: line.chars().next_back().map_or(Sign::Small, last_sign),
        is_capitals: letters().nth(1).is_some() && letters().all(|c| !c.is_lowercase()),
        // In running text there may be a number or not; on a short line it says what the line is.
        has_digits: words <= 18 && line.contains(|c: char| c.is_ascii_digit()),
        separators: if words <= 18 {
            line.chars().filter(|c| matches!(c, '|' | '/' | '·' | '•' | '>' | '»' | '@' | '©')).collect()
        } else {
            BTreeSet::new()
        },
        opening: opening(line),
    }
}

/// A line that ends in a small letter or a capital one ends in a word: which of them says nothing.
fn last_sign(character: char) -> Sign {
    match sign(character) {
        Sign::Capital => Sign::Small,
        other => other,
    }
}

fn sign(character: char) -> Sign {
    match character {
        c if c.is_lowercase() => Sign::Small,
        c if c.is_alphabetic() => Sign::Capital,
        c if c.is_numeric() => Sign::Digit,
        '“' | '”' | '"' | '‘' | '’' | '\'' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' => Sign::Quote,
        '.' | '!' | '?' | '…' | '。' => Sign::Stop,
        other => Sign::Other(other),
    }
}

fn opening(line: &str) -> Option<String> {
    const MOST: usize = 3;
    let (before, _) = line.split_once(':')?;
    let is_label = before.split_whitespace().take(MOST + 1).count() <= MOST && !before.contains(|c: char| c.is_ascii_digit());
    is_label.then(|| before.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{NOW, document};
    use crate::pipeline::Parse;

    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(shape(one) == shape(other), expected, "{one:?} and {other:?}");
    }

    #[test]
    fn lines_of_one_kind_have_one_shape() {
        check("Politics", "World news", true);
        check("Read more: Ferry sails again", "Read more: Council splits on the night ferry", true);
        check("Photo: Ana Díaz / Norlink", "Photo: T. Okafor / Courier", true);
        check("• Ferry sails", "• Council splits", true);
        check("5 min read", "12 min read", true);
        check("SUBSCRIBE", "SIGN IN", true);
        check(
            "The first ferry will sail again on Monday, its owner said, after a strike that began late in January.",
            "Nobody who had a ticket for it was told anything at all before the week was over, and nobody complained much.",
            true,
        );
    }

    #[test]
    fn lines_of_other_kinds_have_others() {
        check("Politics", "POLITICS", false);
        check("Politics", "“Politics”", false);
        check("Politics", "Politics.", false);
        check("Read more: Ferry sails again", "Photo: Ferry sails again", false);
        check("Ana Díaz", "Ana Díaz | Courier", false);
        check("Updated Monday", "Updated 3 March", false);
        check("Menu", "A line of more than a few words", false);
    }

    #[test]
    fn blocks_are_found_by_place_and_by_shape() {
        let parse = Parse { text: "Menu\nSport\nA line that is long enough to differ\nNews".to_owned(), ..Parse::default() };
        let blocks = crate::block::cut(&crate::source::plain::from_text(&parse.text));
        let document = Document::from_parse("test", Parse { blocks, places: vec![1, 2, 2, 0], ..parse }, NOW);
        assert_eq!(alike(&document, 1, Likeness::Place), [1, 2]);
        assert_eq!(alike(&document, 1, Likeness::Shape), [0, 1, 3]);
        assert!(alike(&document, 3, Likeness::Place).is_empty(), "its place is not known");
        assert!(alike(&document, 9, Likeness::Shape).is_empty(), "there is no such block");
    }

    #[test]
    fn plain_text_has_no_places() {
        assert!(alike(&document(), 0, Likeness::Place).is_empty());
    }
}
