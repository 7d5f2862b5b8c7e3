//! The fixed forms of captions, credits and bylines.

use crate::source::metadata::people::people;
use std::ops::Range;

/// Words that make a bracket or a tail a picture's credit, lower case.
const PICTURE: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photography",
    "photographer",
    "image",
    "images",
    "getty",
    "picture",
    "pictures",
    "courtesy",
    "file",
    "pool",
    "handout",
    "illustration",
    "credit",
    "archivbild",
    "archiv",
    "archive",
    "foto",
    "fotos",
    "bild",
    "symbolbild",
    "symbolfoto",
    "via",
    "shutterstock",
    "alamy",
    "reuters",
    "afp",
    "epa",
    "crédit",
    "cortesía",
    "screenshot",
    "graphic",
    "imago",
    "unsplash",
    "istock",
];

/// What opens a credit at the end of a caption, lower case.
const TAILS: &[&str] = &[
    "photograph:",
    "photo:",
    "photos:",
    "photo by",
    "photos by",
    "photography by",
    "photograph by",
    "credit:",
    "credit...",
    "credit…",
    "credits:",
    "image:",
    "images:",
    "picture:",
    "pictures:",
    "foto:",
    "fotos:",
    "bild:",
    "quelle:",
    "crédit:",
    "source:",
    "image credit:",
    "photo credit:",
    "illustration:",
    "illustration by",
    "© ",
    "photo courtesy",
    "courtesy of",
    "(photo",
    "getty images",
];

/// How long the credit of a caption may be, in bytes.
const CREDIT: usize = 140;
/// How long a caption may be, in words.
const CAPTION: usize = 90;

/// The credit of a picture at the end of a caption, with its bracket: its bytes in `text`.
#[must_use]
pub(in crate::detect::structure) fn picture_credit(text: &str) -> Option<Range<usize>> {
    bracketed(text).or_else(|| tail(text))
}

fn bracketed(text: &str) -> Option<Range<usize>> {
    let end = text.trim_end_matches(['.', ' ', '"', '”']);
    let open = end.strip_suffix([')', ']'])?.rfind(['(', '['])?;
    let inside = &end[open + 1..end.len() - 1];
    let named = inside.split(|c: char| !c.is_alphanumeric()).any(|word| PICTURE.contains(&word.to_lowercase().as_str()));
    (named && inside.len() <= CREDIT && !is_reporting(inside)).then_some(open..end.len())
}

fn tail(text: &str) -> Option<Range<usize>> {
    let from = text.floor_char_boundary_before(CREDIT);
    let lower = text[from..].to_ascii_lowercase();
    let found = TAILS.iter().filter_map(|tail| lower.rfind(tail)).filter(|at| from + at > 0).min()?;
    let at = from + found;
    let before = text[..at].trim_end();
    let parted =
        before.ends_with(['.', '!', '?', ')', '|', '/', ']', '"', '”', '’', ':', '…', '-', '–', '—']) || text[at..].starts_with('©');
    (parted && text[at..].split_whitespace().count() <= 14).then_some(at..text.trim_end().len())
}

/// Where the last `most` bytes of a text start, on a character boundary.
trait Tail {
    fn floor_char_boundary_before(&self, most: usize) -> usize;
}

impl Tail for str {
    fn floor_char_boundary_before(&self, most: usize) -> usize {
        let mut at = self.len().saturating_sub(most);
        while !self.is_char_boundary(at) {
            at += 1;
        }
        at
    }
}

/// Whether `text` has the form of a caption: it opens like an archive picture's, or ends in a picture's credit.
#[must_use]
pub(in crate::detect::structure) fn is_caption(text: &str) -> bool {
    if text.split_whitespace().take(CAPTION + 1).count() > CAPTION {
        return false;
    }
    let file =
        ["FILE –", "FILE -", "FILE —", "FILE:", "FILE PHOTO", "(FILE", "ARCHIVO", "Archivbild"].iter().any(|start| text.starts_with(start));
    file || picture_credit(text).is_some_and(|credit| credit.start > 0)
}

/// Whether `text` is a picture's credit and nothing more.
#[must_use]
pub(in crate::detect::structure) fn is_credit_only(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[', '|', ' ']).to_lowercase();
    let opened = TAILS.iter().any(|tail| bare.starts_with(tail))
        && !bare.starts_with("© ")
        && !bare.starts_with("source:")
        && !bare.starts_with("quelle:");
    let agency = bare.len() <= 80
        && (bare.ends_with("getty images")
            || bare.ends_with("via getty images")
            || bare.starts_with("ap photo")
            || bare.ends_with("via ap)")
            || bare.ends_with("/reuters"));
    opened && bare.len() <= CREDIT || agency
}

/// What people who write are in the lines about them, lower case.
const TRADES: &[&str] = &[
    "author",
    "columnist",
    "contributor",
    "correspondent",
    "critic",
    "director",
    "editor",
    "fellow",
    "freelance",
    "freelancer",
    "historian",
    "journalist",
    "lecturer",
    "novelist",
    "poet",
    "producer",
    "professor",
    "reporter",
    "researcher",
    "writer",
    "founder",
    "strategist",
    "blogger",
    "journalistin",
    "redakteur",
    "redakteurin",
    "autor",
    "autorin",
    "reporterin",
    "korrespondent",
    "korrespondentin",
];

/// Whether `text` tells who its writer is: a name, a verb, a trade.
#[must_use]
pub(in crate::detect::structure) fn is_bio(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(120).collect();
    let named = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let verb = words.get(named).is_some_and(|word| {
        matches!(*word, "is" | "was" | "covers" | "writes" | "reports" | "has" | "ist" | "est" | "es" | "teaches" | "works" | "leads")
    });
    let trade =
        words.iter().take(30).any(|word| TRADES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()));
    let follow = ["Follow her", "Follow him", "Follow them", "Follow me", "follow her", "follow him", "follow them"]
        .iter()
        .any(|follow| text.contains(follow));
    (2..=5).contains(&named) && words.len() <= 110 && (follow || verb && trade)
}

/// Whether `text` opens with its number in a list: `3.`, `3)`, `(3)`.
#[must_use]
pub(in crate::detect::structure) fn is_numbered(text: &str) -> bool {
    let bare = text.trim_start_matches('(');
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && bare[digits..].starts_with(['.', ')'])
        && bare[digits + 1..].starts_with(char::is_whitespace)
        && bare.split_whitespace().nth(1).is_some()
}

/// Whether `text` opens with the name or letter of who speaks, as in an interview: `Q.`, `KHESA:`, `Ana Díaz:`.
#[must_use]
pub(in crate::detect::structure) fn is_turn(text: &str) -> bool {
    let Some((name, rest)) = text.split_once([':', '.']) else { return false };
    let letter = matches!(name, "Q" | "A");
    let named = text.as_bytes().get(name.len()) == Some(&b':')
        && name.split_whitespace().count() <= 4
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (letter || named) && rest.starts_with(char::is_whitespace)
}

/// Whether `text` names those who reported and edited, as at the foot of an agency's story.
#[must_use]
pub(in crate::detect::structure) fn is_reporting(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[', ' ']).to_lowercase();
    let start = [
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "with reporting",
        "with files from",
        "compiled by",
        "edited by",
        "reported by",
    ];
    let anywhere = [
        "contributed reporting",
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed research",
        "contributed from",
    ];
    bare.len() <= 400 && (start.iter().any(|one| bare.starts_with(one)) || anywhere.iter().any(|one| bare.contains(one)))
}

/// What opens a byline, lower case, with its space.
const BY: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "words by ",
    "story by ",
    "text by ",
    "interview by ",
    "edited by ",
    "posted by ",
    "analysis by ",
    "report by ",
    "von ",
    "von: ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "från ",
    "text: ",
    "author: ",
    "autor: ",
];
/// What people who write are called after their names, lower case.
const TITLES: &[&str] = &[
    "correspondent",
    "editor",
    "reporter",
    "writer",
    "journalist",
    "columnist",
    "korrespondent",
    "korrespondentin",
    "redakteur",
    "redakteurin",
    "critic",
    "contributor",
    "producer",
    "chief",
    "staff",
    "analyst",
    "presenter",
    "staffer",
];

/// Whether `text` says who wrote the story.
#[must_use]
pub(in crate::detect::structure) fn is_byline(text: &str) -> bool {
    let count = text.split_whitespace().take(31).count();
    if count > 30 {
        return false;
    }
    let lower = text.to_lowercase();
    let opened = BY.iter().find(|by| lower.starts_with(*by));
    match opened {
        Some(by) => {
            let rest = text.get(by.len()..).unwrap_or("");
            let capital = rest.trim_start().starts_with(char::is_uppercase);
            let sentence = rest.trim_end().ends_with('.') && count > 12;
            capital && !sentence && (!people(rest).is_empty() || count <= 6 && all_capitals(rest))
        }
        None => is_name_with_title(text, count),
    }
}

fn all_capitals(text: &str) -> bool {
    text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase) || matches!(word, "the" | "and" | "of"))
}

/// `Ana Díaz, science editor`
fn is_name_with_title(text: &str, count: usize) -> bool {
    let Some((name, rest)) = text.split_once(", ") else { return false };
    let titled = rest.split(|c: char| !c.is_alphanumeric()).any(|word| TITLES.contains(&word.to_lowercase().as_str()));
    count <= 12 && titled && people(name).len() == 1 && people(name)[0] == name && !text.ends_with('.')
}

/// Whether `text` is names of people and nothing more.
#[must_use]
pub(in crate::detect::structure) fn is_names(text: &str) -> bool {
    let names = people(text);
    let named: usize = names.iter().map(|name| name.split_whitespace().count()).sum();
    !names.is_empty()
        && text.split_whitespace().filter(|word| !matches!(word.to_lowercase().as_str(), "and" | "&" | "und" | "et" | "y")).count() == named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, credit: Option<&str>) {
        assert_eq!(picture_credit(text).map(|range| &text[range]), credit, "{text}");
    }

    #[test]
    fn credits_of_pictures() {
        check(
            "FILE – The hall in Munich, Feb. 16, 2024. (Tilde Aumann/Newsbasin Photo, File)",
            Some("(Tilde Aumann/Newsbasin Photo, File)"),
        );
        check(
            "Dr Khesa beside a tent, Peru, in 2011. Photograph: Anselm Dubravec/Tideway Review",
            Some("Photograph: Anselm Dubravec/Tideway Review"),
        );
        check(
            "Part of Exhibit 114. Credit... Minh-Chau Delacroix for The Standard",
            Some("Credit... Minh-Chau Delacroix for The Standard"),
        );
        check("Ein Nachtzug in Berlin. (Archivbild) © Jorinde Pfahl/nwd", Some("© Jorinde Pfahl/nwd"));
        check("He left the hall (and the city) for good.", None);
        check("The mayor said so. (dpa)", None);
        check("(Reporting by Ana Díaz; editing by Jo Marsh, photos by Al Reed)", None);
    }

    #[test]
    fn bylines() {
        for text in [
            "By Ana Díaz",
            "By Ana Díaz and Jo Marsh",
            "Von: Henrike Wollstadt und Cem Aydogmus",
            "Interview by Ines Okabe-Lindqvist",
            "Yusuf Hallgrimsen, environment correspondent",
            "By Reuters Staff",
            "By Ana Díaz, Staff Writer",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By Friday the bridge had opened again, the mayor of the city of Leeds said.",
            "Von der Brücke aus",
            "By and large",
            "London, England",
            "Ana Díaz, a reporter from Leeds, had asked him twice about it by then.",
        ] {
            assert!(!is_byline(text), "{text}");
        }
        assert!(is_names("PHILIPPA ADEYEMI-SCROPE") && is_names("Ana Díaz and Jo Marsh") && !is_names("Bridge opens again"));
    }
}
