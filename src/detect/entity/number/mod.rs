//! What grammar settles exactly: dates, times, money, percent, quantities, ordinals, numbers.

mod ahead;
mod calendar;
mod date;
mod era;
mod measure;
mod relative;
mod time;
mod word;

use super::list;
use super::unit::{Unit, Units};
use crate::annotation::EntityKind;
use crate::language::TokenKind;
use jiff::civil::Date;
use std::ops::Range;

/// A date, a time or a number.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its units.
    pub(super) units: Range<usize>,
    /// What it is.
    pub(super) kind: EntityKind,
    /// Its ISO 8601 reading, when it is a date or a time that has one.
    pub(super) value: Option<String>,
    /// How likely it is right, 0 to 1.
    pub(super) confidence: f32,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

/// Finds dates, times and numbers in every sentence; relative dates are read against `today`, the day of publication.
pub(super) fn find(units: &Units<'_>, today: Option<Date>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut stated = None;
    for sentence in &units.sentences {
        let mut reader = Reader { units, range: sentence.units.clone(), today, stated };
        let mut at = sentence.units.start;
        while at < sentence.units.end {
            let one = if may_start(&units.all[at]) { reader.find(at) } else { None };
            match one {
                Some(one) => {
                    at = one.units.end;
                    reader.stated = year_of(&one).or(reader.stated);
                    found.push(one);
                }
                None => at += 1,
            }
        }
        stated = reader.stated;
    }
    found
}

/// Whether a date, a time or a number may start with `unit`: a look that spares most words the closer one.
fn may_start(unit: &Unit<'_>) -> bool {
    match unit.kind {
        TokenKind::Word => {
            unit.is_in(list::NUMBER_STARTS)
                || unit.is_in(list::CODES)
                || unit.key.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-')
                || unit.key.ends_with('.')
        }
        TokenKind::Mark => !matches!(unit.text, "," | "." | ":" | ";" | "(" | ")" | "-" | "?" | "!" | "/"),
        TokenKind::Number | TokenKind::Quote => true,
    }
}

/// The year that a date states in so many words.
fn year_of(found: &Found) -> Option<i16> {
    let told = matches!(found.rule, "entity.date.calendar" | "entity.date.numeric" | "entity.date.year" | "entity.date.years");
    let value = found.value.as_deref().filter(|_| told)?;
    value.rsplit('/').next()?.get(..4)?.parse().ok()
}

/// One sentence, read from any of its units.
struct Reader<'u, 'a> {
    units: &'u Units<'a>,
    range: Range<usize>,
    today: Option<Date>,
    /// The year stated last.
    stated: Option<i16>,
}

impl<'a> Reader<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.units.within(at, &self.range)
    }

    /// The key of the unit at `at`; empty past the end.
    fn key(&self, at: usize) -> &str {
        self.unit(at).map_or("", |unit| &unit.key)
    }

    /// The key of the unit before `at`; empty at the start.
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.key(at))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.glued)
    }

    fn find(&self, at: usize) -> Option<Found> {
        // An address or a hashtag holds digits that mean nothing.
        self.measure(at).or_else(|| self.era(at)).or_else(|| self.date(at)).or_else(|| self.time(at)).or_else(|| self.plain_number(at))
    }

    fn found(&self, units: Range<usize>, kind: EntityKind, confidence: f32, rule: &'static str) -> Found {
        Found { units, kind, value: None, confidence, rule }
    }

    fn dated(&self, units: Range<usize>, value: Option<String>, confidence: f32, rule: &'static str) -> Found {
        Found { units, kind: EntityKind::Date, value, confidence, rule }
    }
}

#[cfg(test)]
mod tests;
