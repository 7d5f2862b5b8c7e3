//! Which item of Wikidata an entity is: its number, read from what people copy and paste. Nothing is ever asked of Wikidata.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An item of Wikidata by its number; written `Q42`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Wikidata(u32);

impl Wikidata {
    /// Reads `Q42`, `wd:Q42` or the address of an item's page; `None` for anything else.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.trim();
        let number = words.strip_prefix("wd:").unwrap_or_else(|| from_address(words).unwrap_or(words));
        let digits = number.strip_prefix(['Q', 'q'])?;
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        digits.parse().ok().filter(|_| is_plain).map(Self)
    }

    /// The address of the item's page.
    #[must_use]
    pub fn address(self) -> String {
        format!("https://www.wikidata.org/wiki/{self}")
    }
}

impl fmt::Display for Wikidata {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Q{}", self.0)
    }
}

/// The item's number as it stands in `https://www.wikidata.org/wiki/Q42#P31`, `http://www.wikidata.org/entity/Q42` and their like.
fn from_address(words: &str) -> Option<&str> {
    let address = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://")).unwrap_or(words);
    let path = ["www.wikidata.org/", "m.wikidata.org/", "wikidata.org/"].iter().find_map(|host| address.strip_prefix(host))?;
    let path = path.split(['#', '?']).next()?;
    ["wiki/Special:EntityPage/", "wiki/", "entity/"]
        .iter()
        .find_map(|folder| path.strip_prefix(folder))
        .map(|item| item.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<&str>) {
        assert_eq!(Wikidata::parse(words).map(|item| item.to_string()).as_deref(), expected, "{words:?}");
    }

    #[test]
    fn numbers_are_read() {
        check("Q42", Some("Q42"));
        check(" q42\n", Some("Q42"));
        check("wd:Q42", Some("Q42"));
        check("Q4294967295", Some("Q4294967295"));
    }

    #[test]
    fn addresses_are_read() {
        check("https://www.wikidata.org/wiki/Q42", Some("Q42"));
        check("http://www.wikidata.org/entity/Q42", Some("Q42"));
        check("https://m.wikidata.org/wiki/Q42?uselang=de#P31", Some("Q42"));
        check("wikidata.org/wiki/Special:EntityPage/Q42/", Some("Q42"));
    }

    #[test]
    fn anything_else_is_none() {
        for words in [
            "",
            "42",
            "Q",
            "Q0",
            "Q042",
            "Q4x",
            "P31",
            "Q99999999999",
            "https://evil.example/wiki/Q42",
            "https://www.wikidata.org/",
            "Q+4",
            "Q４２",
        ] {
            check(words, None);
        }
    }

    #[test]
    fn an_item_has_an_address() {
        assert_eq!(Wikidata::parse("q42").map(Wikidata::address).as_deref(), Some("https://www.wikidata.org/wiki/Q42"));
    }
}
