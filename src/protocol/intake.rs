//! From what a person gave to a source: which reader it goes to, and what is refused because it is no text.

use super::Input;
use crate::source::{Source, html, plain};

/// How much of a file is looked at to tell what it is: enough for any mark at its start, little enough to cost nothing.
const HEAD: usize = 4096;

/// One character in this many may be a control character that no text has; beyond it the file is taken for data.
const CONTROL_SHARE: usize = 100;

/// How many bytes a text may have: places in it are 32-bit numbers.
const LONGEST: usize = u32::MAX as usize;

/// What files that are no text begin with, and what they are called.
/// The signatures are those in the formats' own specifications; zip comes last as it holds office documents and books, too.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"bplist", "a property list or web archive"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\0asm", "a program"),
    (b"PK\x03\x04", "a zip archive or an office document (.docx, .odt)"),
];

/// The source for `input`, or the sentence that says why there is none.
pub(super) fn source(input: Input) -> Result<Source, String> {
    match input {
        Input::Text(text) => short_enough("This text", text.len()).map(|()| plain::from_text(&text)),
        Input::Html(html) => short_enough("This page", html.len()).map(|()| html::from_html(&html)),
        Input::Bytes { name, bytes } => file(&name, &bytes),
    }
}

fn file(name: &str, bytes: &[u8]) -> Result<Source, String> {
    short_enough(&format!("“{name}”"), bytes.len())?;
    if let Some(kind) = no_text(bytes) {
        return Err(format!("“{name}” is no text: it looks like {kind}. Open it where it was made, copy the article and paste it here"));
    }
    let (text, notices) = plain::decode(bytes);
    Ok(if is_html(name, &text) { html::from_bytes(bytes) } else { Source { notices, ..plain::from_text(&text) } })
}

fn short_enough(what: &str, length: usize) -> Result<(), String> {
    if length < LONGEST { Ok(()) } else { Err(format!("{what} is too long: 4 GiB is the most that can be read at once")) }
}

/// What `bytes` are when they are no text.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind);
    known.or_else(|| container(bytes)).or_else(|| (!is_wide(bytes) && is_data(bytes)).then_some("a file of a program, not of words"))
}

/// Formats whose name stands after a length.
fn container(bytes: &[u8]) -> Option<&'static str> {
    match (bytes.get(..4)?, bytes.get(4..8)?, bytes.get(8..12)?) {
        (b"RIFF", _, b"WEBP") => Some("a WebP picture"),
        (b"RIFF", _, b"WAVE") => Some("a sound recording"),
        (b"RIFF", _, b"AVI ") => Some("a film"),
        (_, b"ftyp", b"heic" | b"heix" | b"mif1" | b"avif") => Some("a picture"),
        (_, b"ftyp", _) => Some("a film or a sound recording"),
        _ => None,
    }
}

/// Whether `bytes` announce themselves as UTF-16, where NUL bytes are half of plain words.
fn is_wide(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}

/// Whether too many of the first bytes are control characters that no text has.
fn is_data(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let control = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    head.len() < control.saturating_mul(CONTROL_SHARE)
}

/// Whether a file is HTML by its name, or by how it begins when its name does not say what it is.
fn is_html(name: &str, text: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_one_of = |names: &[&str]| names.iter().any(|one| extension.eq_ignore_ascii_case(one));
    is_one_of(&["html", "htm", "xhtml", "xht"]) || (!is_one_of(&["md", "markdown"]) && html::looks_like_html(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(bytes: &[u8]) -> bool {
        no_text(bytes).is_some()
    }

    #[test]
    fn files_of_other_kinds_are_known() {
        assert_eq!(no_text(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(no_text(b"RIFF\x10\0\0\0WEBPVP8 "), Some("a WebP picture"));
        assert_eq!(no_text(b"\0\0\0\x18ftypheic\0\0\0\0"), Some("a picture"));
        assert!(is_refused(b"PK\x03\x04\x14\0\x06\0word"));
        assert!(is_refused(b"{\\rtf1\\ansi words}"));
    }

    #[test]
    fn data_without_a_known_start_is_refused() {
        assert!(is_refused(&[0; 64]));
        assert!(is_refused(b"abc\x01\x02\x03def"));
    }

    #[test]
    fn texts_are_not_refused() {
        for text in
            ["", "a", "II", "MZ Wallace wrote", "ID cards", "BZ", "tab\there\r\n\x0c", "\u{1b}[1mbold\u{1b}[0m", "Über “uns” 你好 😀"]
        {
            assert!(!is_refused(text.as_bytes()), "{text}");
        }
        assert!(!is_refused(b"caf\xe9 au lait, d\xe9j\xe0 vu"));
        assert!(!is_refused(b"\xff\xfeH\0i\0"));
        let one_stray = format!("{}\u{0}", "word ".repeat(40));
        assert!(!is_refused(one_stray.as_bytes()));
    }

    #[test]
    fn html_is_known_by_name_or_start() {
        assert!(is_html("Story.HTML", "words") && is_html("a.b.htm", ""));
        assert!(is_html("saved", "\u{feff}\n <!DOCTYPE html><p>x") && is_html("x.txt", "<HTML lang=en>"));
        assert!(!is_html("html", "words") && !is_html("notes.md", "<!-- a note --> words"));
    }
}
