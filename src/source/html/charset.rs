//! Bytes of a page to text: UTF-8, or Windows-1252 where the page says so or can be nothing else; and text that was decoded wrongly before.

use crate::source::{Notice, plain};

/// How much of a page is searched for the character set it names, in bytes. (The HTML standard says 1024; pages are later than that.)
const HEAD: usize = 4096;
/// Characters that must come out of a second decoding: fewer could be an article about wrong decoding.
const ENOUGH: usize = 3;

/// What bytes 0x80 to 0x9f are in Windows-1252, after the Encoding standard.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Names that mean Windows-1252 in a page, after the Encoding standard.
const WESTERN: &[&str] = &["windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso-8859-15", "latin1", "latin-1", "us-ascii", "ascii"];

/// The text of a page's bytes. A page that is no valid UTF-8 is Windows-1252 unless it names another set; then bad bytes are replaced, with a notice.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Vec<Notice>) {
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\xef\xbb\xbf");
    let western = !marked && std::str::from_utf8(bytes).is_err() && named(bytes).is_none_or(|name| WESTERN.contains(&name.as_str()));
    if western { (bytes.iter().map(|&byte| western_character(byte)).collect(), Vec::new()) } else { plain::decode(bytes) }
}

fn western_character(byte: u8) -> char {
    WINDOWS.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte))
}

/// The character set that a page names, lower case.
fn named(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = head.split_once("charset=")?.1.trim_start_matches(['"', '\'', ' ']);
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(after.len());
    Some(after[..end].to_owned()).filter(|name| !name.is_empty())
}

/// `html` decoded again, when it is UTF-8 that was read as Latin-1 or Windows-1252 (`itâ€™s` for `it’s`): all of it must be, without exception.
pub(super) fn undone(html: &str) -> Option<String> {
    if html.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = html.chars().map(byte_of).collect();
    let again = String::from_utf8(bytes?).ok()?;
    (ENOUGH <= again.chars().filter(|c| !c.is_ascii()).count()).then_some(again)
}

/// The byte that `character` is in Latin-1 or Windows-1252.
fn byte_of(character: char) -> Option<u8> {
    let place = || WINDOWS.iter().position(|&known| known == character).and_then(|at| u8::try_from(at + 0x80).ok());
    u8::try_from(u32::from(character)).ok().or_else(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).0, expected);
    }

    #[test]
    fn western_pages_are_read() {
        check(b"<meta charset=windows-1252><p>caf\xe9 \x93x\x94", "<meta charset=windows-1252><p>café “x”");
        check(b"<p>caf\xe9", "<p>café");
        check("<meta charset=iso-8859-1><p>café".as_bytes(), "<meta charset=iso-8859-1><p>café");
        check(b"\xff\xfe<\0p\0>\0", "<p>");
    }

    #[test]
    fn bad_bytes_of_other_sets_are_said() {
        assert_eq!(decode(b"<meta charset=\"utf-8\"><p>caf\xe9 au lait").1.len(), 1);
        assert_eq!(decode(b"<meta charset=shift_jis><p>\x83\x65").1.len(), 1);
    }

    #[test]
    fn wrong_decoding_is_undone_when_all_of_it_is_wrong() {
        let wrong: String = "Itâ€™s Müller’s “way”".chars().filter(|c| *c != 'x').collect();
        assert_eq!(undone(&wrong), None);
        assert_eq!(undone("itâ\u{80}\u{99}s â\u{80}\u{9c}newâ\u{80}\u{9d}").as_deref(), Some("it’s “new”"));
        assert_eq!(undone("itâ€™s â€œnewâ€\u{9d}").as_deref(), Some("it’s “new”"));
        assert_eq!(undone("Café Müller, naïve: éé"), None);
        assert_eq!(undone("she wrote Ã© for é"), None);
        assert_eq!(undone("the bytes of Ã©"), None);
    }
}
