//! Plain text: bytes become UTF-8 with LF line ends; nothing else is touched, ever.

use super::{Notice, Source};

/// The source for pasted or typed text.
#[must_use]
pub fn from_text(text: &str) -> Source {
    Source { text: normalise_lines(text), ..Source::default() }
}

/// The source for a file's bytes, decoded as UTF-8 (or UTF-16 with a byte-order mark); bad bytes become U+FFFD, with a notice.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Source {
    let (text, notices) = decode(bytes);
    Source { text: normalise_lines(&text), notices, ..Source::default() }
}

/// `bytes` as text, with a notice when some of them were no valid text.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Vec<Notice>) {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let already =
        if text.contains('\u{fffd}') { String::from_utf8(bytes.to_vec()).map_or(0, |good| good.matches('\u{fffd}').count()) } else { 0 };
    let bad = text.matches('\u{fffd}').count() - already;
    let notices = if bad == 0 {
        vec![]
    } else {
        let line = text.find('\u{fffd}').map_or(1, |at| text[..at].matches('\n').count() + 1);
        vec![Notice::new(format!(
            "{bad} {} not valid UTF-8, first on line {line}; shown as \u{fffd}",
            if bad == 1 { "place in the file is" } else { "places in the file are" }
        ))]
    };
    (text, notices)
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| read([pair[0], pair.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
}

/// Without a byte-order mark at the start, and with LF for CRLF and CR.
#[must_use]
pub fn normalise_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_mark_go_and_nothing_else() {
        assert_eq!(from_text("\u{feff}a\r\nb\rc\u{a0} \t").text, "a\nb\nc\u{a0} \t");
    }

    #[test]
    fn bad_bytes_are_replaced_and_said() {
        let source = from_bytes(b"good\nb\xffd");
        assert_eq!(source.text, "good\nb\u{fffd}d");
        assert_eq!(source.notices.len(), 1);
        assert!(source.notices[0].message.contains("line 2"), "{}", source.notices[0].message);
        assert!(from_bytes("a real \u{fffd}".as_bytes()).notices.is_empty());
    }

    #[test]
    fn utf16_with_a_mark_is_read() {
        assert_eq!(from_bytes(b"\xff\xfeh\0i\0").text, "hi");
        assert_eq!(from_bytes(b"\xfe\xff\0h\0i").text, "hi");
    }
}
