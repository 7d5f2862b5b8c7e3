//! Bounds the attributes of one tag: the tokenizer compares each with all earlier ones, which is quadratic in their number.

use std::borrow::Cow;

/// Attributes kept in one tag. Real pages stay under 60.
const MOST: usize = 256;

/// `html` without the attributes beyond [`MOST`] in any one tag. Borrowed when there was nothing to do.
pub(super) fn bound_attributes(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        let scan = scan(html.as_bytes(), tag);
        if let Some(cut) = scan.cut {
            kept.push_str(&html[from..cut]);
            from = scan.end;
        }
        at = scan.end;
    }
    if from == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[from..]);
    Cow::Owned(kept)
}

/// What one walk over a tag found, in bytes.
struct Scan {
    /// Where the attributes beyond the bound start.
    cut: Option<usize>,
    /// The `>` that ends the tag, or the end of the text.
    end: usize,
}

/// The byte after the next `<` that starts a tag, at or after `at`.
fn next_tag(html: &str, at: usize) -> Option<usize> {
    let bytes = html.as_bytes();
    let starts = |place: &usize| bytes.get(place + 1).is_some_and(|&next| next.is_ascii_alphabetic() || next == b'/');
    html[at..].bytes().enumerate().filter(|&(_, byte)| byte == b'<').map(|(i, _)| at + i).find(starts).map(|place| place + 1)
}

/// Walks from `at` (inside a tag) to its end, counting the places where an attribute can start.
fn scan(bytes: &[u8], at: usize) -> Scan {
    let (mut count, mut cut, mut quote, mut fresh) = (0, None, 0_u8, false);
    for (place, &byte) in bytes.iter().enumerate().skip(at) {
        match byte {
            _ if byte == quote => (quote, fresh) = (0, true),
            _ if quote != 0 => {}
            b'>' => return Scan { cut, end: place },
            b'"' | b'\'' if place > 0 && bytes[place - 1] == b'=' => quote = byte,
            b' ' | b'\n' | b'\t' | b'\x0c' | b'/' => fresh = true,
            _ if fresh => {
                (count, fresh) = (count + 1, false);
                if count > MOST && cut.is_none() {
                    cut = Some(place);
                }
            }
            _ => {}
        }
    }
    Scan { cut, end: bytes.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_tags_are_left_alone() {
        assert!(matches!(bound_attributes("<p class='a b' id=x>1 < 2 </p><a href=\"x>y z\">"), Cow::Borrowed(_)));
    }

    #[test]
    fn attributes_beyond_the_bound_go() {
        let html = format!("<p {}>text</p>", "a='1' ".repeat(1000));
        let kept = bound_attributes(&html);
        assert_eq!(kept.matches("a=").count(), MOST);
        assert!(kept.ends_with(">text</p>"));
    }

    #[test]
    fn a_quote_left_open_runs_to_the_end() {
        let html = format!("<p title='{}", "é ".repeat(2000));
        assert_eq!(bound_attributes(&html), html);
    }
}
