//! The fixed forms of captions and of pictures' credits.

use super::lines;
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
    "image by",
    "images by",
    "image via",
    "images via",
    "photo via",
    "photos via",
    "image from",
    "image source:",
    "video:",
    "graphic:",
    "фото:",
    "zdjęcie:",
    "beeld:",
    "imagen:",
];

/// What opens a bracket that names a picture and whose it is, lower case, before its colon or *by*.
const OPENERS: &[&str] = &[
    "image",
    "images",
    "photo",
    "photos",
    "photograph",
    "picture",
    "pictures",
    "pic",
    "pics",
    "credit",
    "foto",
    "fotos",
    "bild",
    "graphic",
    "illustration",
    "screenshot",
    "video",
    "imagen",
    "beeld",
];

/// What a numbered picture or table is called, lower case.
const NUMBERED: &[&str] = &[
    "figure",
    "fig.",
    "fig",
    "table",
    "chart",
    "image",
    "photo",
    "exhibit",
    "plate",
    "abbildung",
    "abb.",
    "tabelle",
    "grafik",
    "figura",
    "tabla",
];

/// Words in the longest line that names a source and nothing else.
const SOURCE: usize = 7;

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
    (named && inside.len() <= CREDIT && !lines::is_reporting(inside)).then_some(open..end.len())
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
    file || is_numbered_picture(text) || picture_credit(text).is_some_and(|credit| credit.start > 0)
}

/// Whether `text` opens like the caption of a numbered picture: `Figure 3. …`, `Table 1: …`.
fn is_numbered_picture(text: &str) -> bool {
    let Some((name, rest)) = text.split_once(' ') else { return false };
    let number = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[number..].chars().next();
    (1..=3).contains(&number) && matches!(after, Some('.' | ':' | '|' | '–' | '—')) && NUMBERED.contains(&name.to_lowercase().as_str())
}

/// Whether `text` ends in a bracket that says outright whose picture it is: `(Image: Ana Díaz)`, `[Photo by Jo Marsh]`.
#[must_use]
pub(in crate::detect::structure) fn is_signed_caption(text: &str) -> bool {
    let Some(credit) = bracketed(text).filter(|credit| credit.start > 0) else { return false };
    let inside = text[credit].trim_start_matches(['(', '[', ' ']).to_lowercase();
    let end = inside.find(|c: char| !c.is_alphabetic()).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    OPENERS.contains(&name) && (rest.trim_start().starts_with([':', '|', '/']) || rest.starts_with(" by ") || rest.starts_with(" credit"))
}

/// Whether `text` says where a picture or figures come from, and nothing more: `Source: Office of Statistics`.
fn is_source(text: &str) -> bool {
    let named = |name: &&str| text.len() > name.len() && text.is_char_boundary(name.len()) && text[..name.len()].eq_ignore_ascii_case(name);
    ["source:", "quelle:", "fuente:", "fonte:", "bron:"].iter().any(named)
        && text.split_whitespace().take(SOURCE + 1).count() <= SOURCE
        && !text.ends_with('.')
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
    opened && bare.len() <= CREDIT || agency || is_source(text)
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
    fn numbered_pictures_have_captions() {
        for text in ["Figure 3. The bridge from above", "Table 12: Lorries a day", "Abb. 2: Die Brücke", "fig. 1. The pier"] {
            assert!(is_caption(text), "{text}");
        }
        for text in ["Figure 3 shows the bridge", "Table for 2", "Figures 1. and 2.", "Image"] {
            assert!(!is_caption(text), "{text}");
        }
    }

    #[test]
    fn a_bracket_may_say_outright_whose_picture_it_is() {
        for text in ["The bridge at dawn (Image: Ana Díaz)", "The old pier [Photo by Jo Marsh]", "Am Fluss (Foto: Pfahl )"] {
            assert!(is_signed_caption(text), "{text}");
        }
        for text in ["Pay the vendors (photo, video, food)", "The bridge (picture it in winter)", "(Image: Ana Díaz)", "The bridge"] {
            assert!(!is_signed_caption(text), "{text}");
        }
    }

    #[test]
    fn lines_that_are_credits() {
        for text in
            ["Source: Office of Statistics", "Фото: Ana Díaz", "Image by Jo Marsh via Tideway", "Video: Tideway Review", "Photo: Al Reed"]
        {
            assert!(is_credit_only(text), "{text}");
        }
        for text in
            ["Source: a person at the council who has seen the bill and the letter.", "The source: a spring", "Video shows the bridge"]
        {
            assert!(!is_credit_only(text), "{text}");
        }
    }
}
