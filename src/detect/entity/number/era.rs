//! Years with their era, and years of fewer than four digits: *347 AD*, *508 BC*, *c. 360*.

use super::{Found, Reader, word};
use crate::language::TokenKind;

impl Reader<'_, '_> {
    /// The year that starts at `at` and needs the words around it to be one.
    pub(super) fn era(&self, at: usize) -> Option<Found> {
        let led = usize::from(self.key(at) == "ad" && self.is_year(at + 1));
        let year = self.short_year(at + led)?;
        let after = at + led + 1;
        let value = match self.key(after) {
            "bc" | "bce" | "b.c." | "b.c" => format!("-{year:04}"),
            "ad" | "ce" | "a.d." | "a.d" => format!("{year:04}"),
            _ if self.is_last_of_years(at, year) => {
                let year = self.stated.map_or(year, |first| first / 100 * 100 + year);
                return Some(self.dated(at..after, Some(format!("{year:04}")), 0.8, "entity.date.year"));
            }
            _ if led == 1 => return Some(self.dated(at..after, Some(format!("{year:04}")), 0.9, "entity.date.year")),
            _ => return self.old_year(at, year),
        };
        Some(self.dated(at..after + 1, Some(value), 0.93, "entity.date.year"))
    }

    /// *c. 360*, and after it *in 373*, *– 368*
    fn old_year(&self, at: usize, year: i16) -> Option<Found> {
        let about = matches!(self.before(at), "c." | "ca." | "circa")
            || self.before(at) == "." && at.checked_sub(2).is_some_and(|at| self.key(at) == "c");
        let told = self.stated.is_some_and(|stated| stated < 1000)
            && matches!(self.before(at), "in" | "around" | "about" | "since" | "until" | "from" | "to" | "by" | "–" | "-");
        let ends = self.unit(at + 1).is_none_or(|next| !next.is_word() || !next.is_common() || word::is_number(next));
        let fits = about && 100 <= year || told && (100..1000).contains(&year) && ends;
        fits.then(|| self.dated(at..at + 1, Some(format!("{year:04}")), 0.8, "entity.date.year"))
    }

    /// *1892 – 94*: two digits after a year and a dash that stands apart.
    fn is_last_of_years(&self, at: usize, year: i16) -> bool {
        let two = self.unit(at).is_some_and(|unit| unit.text.len() == 2);
        let first = at.checked_sub(2).and_then(|first| self.unit(first)).and_then(word::year);
        two && matches!(self.before(at), "–" | "-" | "—") && first.is_some_and(|first| self.stated == Some(first) && first % 100 < year)
    }

    fn is_year(&self, at: usize) -> bool {
        self.short_year(at).is_some()
    }

    /// A number of one to four digits.
    fn short_year(&self, at: usize) -> Option<i16> {
        let unit = self.unit(at).filter(|unit| unit.kind == TokenKind::Number && unit.text.len() < 5)?;
        if unit.text.bytes().all(|byte| byte.is_ascii_digit()) { unit.text.parse().ok().filter(|year| 0 < *year) } else { None }
    }

    /// *that year*, *the same year*, *that same year*: the year stated last.
    pub(super) fn same_year(&self, at: usize) -> Option<Found> {
        let that = self.key(at) == "that";
        let same = self.key(at + 1) == "same";
        let year = at + 1 + usize::from(same);
        let fits = (that || same && self.key(at) == "the") && self.key(year) == "year";
        let value = self.stated.map(|stated| format!("{stated:04}"));
        (fits && value.is_some()).then(|| self.dated(at..year + 1, value, 0.8, "entity.date.same"))
    }

    /// *two years later*, counted from the year stated last.
    pub(super) fn years_later(&self, count: i64) -> Option<String> {
        let year = i64::from(self.stated?) + count;
        (0..3000).contains(&year).then(|| format!("{year:04}"))
    }
}
