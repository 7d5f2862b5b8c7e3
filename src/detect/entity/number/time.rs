//! Times of day and lengths shorter than a day.

use super::super::list;
use super::{Found, Reader, word};
use crate::annotation::EntityKind;
use crate::language::TokenKind;

impl Reader<'_, '_> {
    /// The time that starts at `at`.
    pub(super) fn time(&self, at: usize) -> Option<Found> {
        self.clock(at).or_else(|| self.part_of_day(at)).or_else(|| self.duration(at))
    }

    /// *2:00 p.m. EEST*, *5pm*, *22:04*, *07.00 BST*
    fn clock(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at).filter(|unit| unit.kind == TokenKind::Number)?;
        let (digits, letters) = word::parted(unit);
        let glued_half = matches!(&*letters, "am" | "pm");
        let (hour, minute) = hour_and_minute(digits)?;
        let mut end = at + 1;
        let half = glued_half || self.is_half(end);
        if !glued_half && half {
            end += 1;
        }
        let zone = list::ZONES.has(self.key(end));
        end += usize::from(zone);
        let colon = digits.contains(':');
        if !(half || zone || colon) || (!half && 24 < hour) || (half && 12 < hour) {
            return None;
        }
        let afternoon = unit.key.ends_with("pm") || self.key(at + 1).starts_with('p');
        let hour = if half { hour % 12 + if afternoon { 12 } else { 0 } } else { hour };
        let mut found = self.found(at..end, EntityKind::Time, if half || zone { 0.95 } else { 0.8 }, "entity.time.clock");
        found.value = Some(format!("T{hour:02}:{minute:02}"));
        Some(found)
    }

    fn is_half(&self, at: usize) -> bool {
        matches!(self.key(at), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m")
    }

    /// *this morning*, *tonight*, *noon*; after a weekday it is the day that counts
    fn part_of_day(&self, at: usize) -> Option<Found> {
        let is_part = |key: &str| matches!(key, "morning" | "afternoon" | "evening" | "night");
        let unit = self.unit(at)?;
        let named = matches!(&*unit.key, "tonight" | "midnight" | "noon" | "midday");
        if named && !unit.is_capital() {
            return Some(self.found(at..at + 1, EntityKind::Time, 0.8, "entity.time.part"));
        }
        let led = matches!(&*unit.key, "this" | "yesterday" | "tomorrow" | "last" | "earlier");
        (led && is_part(self.key(at + 1))).then(|| self.found(at..at + 2, EntityKind::Time, 0.8, "entity.time.part"))
    }

    /// *24 hours*, *twenty minutes*
    fn duration(&self, at: usize) -> Option<Found> {
        let number = self.unit(at).filter(|unit| word::is_number(unit))?;
        let hyphen = usize::from(self.key(at + 1) == "-");
        let unit = self.key(at + 1 + hyphen);
        let measures = matches!(unit, "hours" | "hour" | "minutes" | "minute" | "seconds" | "mins" | "hrs" | "stunden" | "minuten");
        (measures && !number.text.contains(':')).then(|| self.found(at..at + 2 + hyphen, EntityKind::Time, 0.8, "entity.time.duration"))
    }
}

/// The hour and minute that `digits` write: *14:05*, *7*, *11.14*.
fn hour_and_minute(digits: &str) -> Option<(u8, u8)> {
    let mut parts = digits.split([':', '.']);
    let hour = parts.next()?.parse().ok().filter(|hour| *hour <= 24)?;
    let minute = match parts.next() {
        Some(minute) if minute.len() == 2 => minute.parse().ok().filter(|minute| *minute < 60)?,
        Some(_) => return None,
        None => 0,
    };
    parts.next().is_none_or(|seconds| seconds.len() == 2).then_some((hour, minute))
}
