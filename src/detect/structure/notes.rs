//! Sentences and brackets inside a paragraph that are no part of its story: credits, pointers to other stories, invitations, notes on the text.

use super::inner::Piece;
use super::roles::lines;
use crate::annotation::Role;
use std::ops::Range;

/// Bytes of the longest bracket that is looked into.
const BRACKET: usize = 240;
/// Bytes of the start of a sentence that is compared.
const START: usize = 60;
/// Words of the longest sentence that is furniture.
const LONGEST: usize = 45;
/// Words of the longest credit without a bracket.
const CREDIT: usize = 14;

/// How far a kind of note reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// To the end of the sentence.
    Sentence,
    /// To the end of the block, when that is near.
    Block,
}

/// What such sentences begin with, lower case; how far they reach, their role and the rule.
#[rustfmt::skip]
const OPENINGS: &[(&[&str], Reach, Role, &str)] = &[
    (&["click here to ", "click here for ", "click here.", "tap here to ", "tap here for ", "click to read", "click on the link", "to read more, click", "read the full story", "read the full article",
       "continue reading at ", "klicken sie hier", "cliquez ici", "haga clic aquí"],
     Reach::Sentence, Role::Related, "structure.inner.click-here"),
    (&["sign up for our ", "sign up for the ", "sign up here", "sign up to our ", "sign up to receive", "sign up to get", "sign up now", "sign up today", "subscribe to our ", "subscribe here", "subscribe now",
       "subscribe today", "get our free ", "download our app", "download the app", "join our mailing", "join our newsletter", "get the latest news delivered", "get breaking news alerts", "not a subscriber?",
       "already a subscriber?", "support our journalism", "hier anmelden", "jetzt anmelden", "melden sie sich hier", "abonnez-vous ", "inscrivez-vous à ", "suscríbete a ", "iscriviti alla "],
     Reach::Sentence, Role::Newsletter, "structure.inner.sign-up"),
    (&["follow us on ", "like us on facebook", "find us on facebook", "follow him on ", "follow her on ", "follow them on ", "share this story on", "share this article"],
     Reach::Sentence, Role::Share, "structure.inner.follow"),
    (&["reporting by ", "additional reporting by ", "additional reporting from ", "writing by ", "editing by ", "with files from ", "with reporting by ", "with reporting from ", "with assistance from ",
       "compiled by ", "mit material von ", "avec afp"],
     Reach::Block, Role::Credit, "structure.inner.reporting"),
    (&["photo by ", "photos by ", "photo: ", "photo credit", "photograph by ", "photograph: ", "photography by ", "image: ", "image credit", "image by ", "picture: ", "picture credit", "image courtesy of ",
       "photo courtesy of ", "photo illustration by ", "foto: ", "fotos: ", "bild: ", "crédit photo", "foto von "],
     Reach::Block, Role::Credit, "structure.inner.picture-credit"),
    (&["© ", "copyright © ", "copyright 19", "copyright 20", "(c) 20", "all rights reserved", "alle rechte vorbehalten"],
     Reach::Block, Role::Legal, "structure.inner.copyright"),
    (&["correction: ", "correction, ", "clarification: ", "editor's note: ", "editors' note: ", "editor’s note: ", "editors’ note: ", "update: this ", "an earlier version of this ", "a previous version of this ",
       "a version of this ", "korrektur: ", "anmerkung der redaktion"],
     Reach::Block, Role::Other, "structure.inner.note"),
];

/// The subjects of sentences about the text itself, lower case, and what they say of it.
const TEXT: &[&str] =
    &["this story ", "this article ", "this post ", "this report ", "this piece ", "this is an updated ", "this is a developing story"];
const SAID_OF_TEXT: &[&str] = &[
    "has been updated",
    "was updated",
    "will be updated",
    "has been corrected",
    "was corrected",
    "has been amended",
    "was amended",
    "has been edited",
    "was originally published",
    "was first published",
    "originally appeared",
    "first appeared",
    "was translated",
    "was produced",
    "has been revised",
    "updated version",
    "developing story",
    "was generated",
    "was made possible",
];

/// Advertising marks between sentences.
const MARKS: &[&str] = &[
    "Story continues below advertisement",
    "Story continues below this ad",
    "Article continues below advertisement",
    "Article continues below this ad",
    "Article continues after advertisement",
    "Article continues after this advertisement",
    "Advertisement - story continues below",
    "Scroll to continue with content",
    "ADVERTISEMENT",
    "Advertisement",
    "ANZEIGE",
    "Anzeige",
];

/// The furniture in the sentences and brackets of `block`.
pub(super) fn find(block: &str) -> Vec<Piece> {
    let mut pieces = brackets(block);
    let sentences = sentences(block);
    for (at, sentence) in sentences.iter().enumerate() {
        let Some((reach, role, rule)) = kind(&block[sentence.clone()]) else { continue };
        let end = if reach == Reach::Block { block.trim_end().len() } else { sentence.end };
        let from = sentences[at].start;
        let words = block[from..end].split_whitespace().take(4 * LONGEST).count();
        let short = match role {
            Role::Credit if rule.ends_with("picture-credit") => words <= CREDIT,
            Role::Other => words <= 3 * LONGEST,
            _ => words <= LONGEST,
        };
        if short {
            pieces.push((from..end, role, 0.85, rule));
            if reach == Reach::Block {
                break;
            }
        }
    }
    pieces.extend(marks(block));
    pieces
}

/// What a sentence is, when it is furniture.
fn kind(sentence: &str) -> Option<(Reach, Role, &'static str)> {
    let bare = sentence.trim_start_matches(['—', '–', '-', '*', '•', ' ', '\u{a0}']);
    let head = bare[..bare.floor_char_boundary(START.min(bare.len()))].to_lowercase();
    // `Editing by hand takes hours`: a credit goes on with a name.
    let named = |start: &str| !start.ends_with("by ") || bare.get(start.len()..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let known = OPENINGS.iter().find(|(starts, ..)| starts.iter().any(|start| head.starts_with(start) && named(start)));
    if let Some((_, reach, role, rule)) = known {
        return Some((*reach, *role, rule));
    }
    let whole = || bare[..bare.floor_char_boundary(240.min(bare.len()))].to_lowercase();
    if TEXT.iter().any(|start| head.starts_with(start)) && SAID_OF_TEXT.iter().any(|said| whole().contains(said)) {
        return Some((Reach::Sentence, Role::Other, "structure.inner.note"));
    }
    let contributed = sentence.len() <= 200 && {
        let lower = whole();
        ["contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting"]
            .iter()
            .any(|one| lower.contains(one))
    };
    contributed.then_some((Reach::Sentence, Role::Credit, "structure.inner.reporting"))
}

/// The sentences of `block`, without outer white space. A full stop after a short capitalised word ends none (`Mr.`, `J.`).
fn sentences(block: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut from, mut word, mut ended, mut before) = (0, 0, false, ' ');
    for (at, character) in block.char_indices() {
        let closing = matches!(character, '"' | '”' | '’' | ')' | ']' | '»');
        if character.is_whitespace() {
            if !ended {
                word = at + character.len_utf8();
            }
        } else if ended && before.is_whitespace() && !character.is_lowercase() {
            push(block, from..at, &mut sentences);
            (from, word, ended) = (at, at, false);
        } else if matches!(character, '.' | '!' | '?' | '…') {
            ended = !(character == '.' && is_short(&block[word..at]));
        } else if !closing {
            if ended {
                word = at;
            }
            ended = false;
        }
        before = character;
    }
    push(block, from..block.len(), &mut sentences);
    sentences
}

fn push(block: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let words = &block[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    let end = range.start + words.trim_end().len();
    if start < end {
        sentences.push(start..end);
    }
}

fn is_short(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '“', '"', '‘']);
    bare != "May"
        && bare.starts_with(char::is_uppercase)
        && bare.chars().count() <= 3
        && bare.chars().all(|c| c.is_alphabetic() || c == '.')
}

/// Brackets that hold a credit, a pointer or an advertising mark.
fn brackets(block: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(open) = block[at..].find(['(', '[']).map(|open| at + open) {
        at = open + 1;
        let near = &block[open..block.floor_char_boundary((open + BRACKET).min(block.len()))];
        let Some(close) = near[1..].find([')', ']']).map(|close| open + 1 + close) else { continue };
        if let Some((role, rule)) = inside(block[open + 1..close].trim()) {
            pieces.push((open..close + 1, role, 0.9, rule));
            at = close + 1;
        }
    }
    pieces
}

fn inside(words: &str) -> Option<(Role, &'static str)> {
    let lower = words.to_lowercase();
    let starts = |all: &[&str]| all.iter().any(|one| lower.starts_with(one));
    let photo = [
        "photo by ",
        "photo: ",
        "photos: ",
        "photos by ",
        "photo credit",
        "photo courtesy",
        "ap photo",
        "image: ",
        "image credit",
        "image courtesy",
        "credit: ",
        "picture: ",
        "photograph: ",
        "photograph by ",
        "foto: ",
        "bild: ",
        "screenshot via ",
    ];
    let pointer = [
        "read more:",
        "read also:",
        "see also:",
        "related:",
        "read: ",
        "watch: ",
        "also read:",
        "listen: ",
        "lesen sie auch:",
        "click here",
        "tap here",
    ];
    match () {
        () if starts(&photo) || lower.ends_with("/getty images") || lower.ends_with("via getty images") => {
            Some((Role::Credit, "structure.inner.picture-credit"))
        }
        () if starts(&pointer) => Some((Role::Related, "structure.inner.read-more")),
        () if matches!(lower.as_str(), "advertisement" | "anzeige" | "ad") => Some((Role::Advertisement, "structure.inner.advertisement")),
        () if lines::is_reporting(words) => Some((Role::Credit, "structure.inner.reporting")),
        () => None,
    }
}

/// Advertising marks after a sentence, before the next one or at the end.
fn marks(block: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, mark) in MARKS.iter().flat_map(|mark| block.match_indices(mark)) {
        let (before, after) = (block[..at].trim_end(), block[at + mark.len()..].trim_start_matches([':', '.']));
        let parted = before.ends_with(['.', '!', '?', '”', '"', '…']) && before.len() < at;
        let next = after.trim_start();
        let free = next.is_empty()
            || after.starts_with(char::is_whitespace) && next.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
        if parted && free {
            pieces.push((at..at + mark.len(), Role::Advertisement, 0.85, "structure.inner.advertisement"));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, expected: &[(&str, Role)]) {
        let mut found = find(block);
        found.sort_by_key(|(bytes, ..)| bytes.start);
        let seen: Vec<_> = found.iter().map(|(bytes, role, ..)| (&block[bytes.clone()], *role)).collect();
        assert_eq!(seen, expected, "{block}");
    }

    #[test]
    fn credits() {
        check("The port opened. Photo by Ana Díaz/Getty Images", &[("Photo by Ana Díaz/Getty Images", Role::Credit)]);
        check("The port (Photo: Ana Díaz) opened again.", &[("(Photo: Ana Díaz)", Role::Credit)]);
        check("The port opened (Ana Díaz/Getty Images) again.", &[("(Ana Díaz/Getty Images)", Role::Credit)]);
        check(
            "The port opened. Reporting by Ana Díaz; Editing by Jo Marsh",
            &[("Reporting by Ana Díaz; Editing by Jo Marsh", Role::Credit)],
        );
        check("He left. — With files from Jo Marsh", &[("— With files from Jo Marsh", Role::Credit)]);
        check("He left. Jo Marsh contributed to this report.", &[("Jo Marsh contributed to this report.", Role::Credit)]);
        check("Photo by photo, the album tells how the family left.", &[]);
        check("She praised the reporting by the paper. Editing by hand takes hours.", &[]);
        check("The mayor (left) opened the port (again).", &[]);
    }

    #[test]
    fn pointers_and_invitations() {
        check("He left. Click here to see the pictures. She stayed.", &[("Click here to see the pictures.", Role::Related)]);
        check("Sign up for our morning newsletter. The bridge opened.", &[("Sign up for our morning newsletter.", Role::Newsletter)]);
        check("He left [Read more: Why the bridge fell] at once.", &[("[Read more: Why the bridge fell]", Role::Related)]);
        check("He left. Follow us on Facebook.", &[("Follow us on Facebook.", Role::Share)]);
        check("Sign up rates rose by four percent. Clicks fell.", &[]);
        check("“Sign up for our choir,” she told him. He did.", &[]);
        check("Follow the river north to reach the bridge.", &[]);
    }

    #[test]
    fn notes_on_the_text() {
        check("He left. This story has been updated with a comment.", &[("This story has been updated with a comment.", Role::Other)]);
        check("This article was originally published in May. He left.", &[("This article was originally published in May.", Role::Other)]);
        check(
            "He left. Correction: The bridge is 40 metres long. It is old.",
            &[("Correction: The bridge is 40 metres long. It is old.", Role::Other)],
        );
        check("He left. © 2026 The Courier. All rights reserved.", &[("© 2026 The Courier. All rights reserved.", Role::Legal)]);
        check("This story has been told by sailors for years.", &[]);
        check("This article of faith was never updated, Mr. Marsh said.", &[]);
    }

    #[test]
    fn advertising_marks() {
        check("He left. Advertisement She stayed.", &[("Advertisement", Role::Advertisement)]);
        check("He left. Story continues below advertisement", &[("Story continues below advertisement", Role::Advertisement)]);
        check("He left. Advertisement spending fell.", &[]);
        check("He paid for the Advertisement and left.", &[]);
    }
}
