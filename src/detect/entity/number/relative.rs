//! Dates that count from the day of publication: *yesterday*, *last week*, *two years ago*.

use super::super::list;
use super::calendar::{self, months_value};
use super::{Found, Reader, word};

impl Reader<'_, '_> {
    /// The relative date that starts at `at`.
    pub(super) fn relative_date(&self, at: usize) -> Option<Found> {
        // Without the day they count from they say nothing.
        let near = self.today.and_then(|_| {
            self.near_day(at)
                .or_else(|| self.pointed(at))
                .or_else(|| self.told(at))
                .or_else(|| self.vague(at))
                .or_else(|| self.lone_season(at))
        });
        near.or_else(|| self.counted(at)).or_else(|| self.same_year(at))
    }

    /// Where the date that starts at `at` starts with its article: *the past decade*.
    fn with_article(&self, at: usize) -> usize {
        at - usize::from(self.before(at) == "the")
    }

    /// *the following month*, *the next day*: counted from what was told before, so that the day is not known.
    fn told(&self, at: usize) -> Option<Found> {
        let far = matches!(self.key(at), "following" | "preceding" | "previous" | "next");
        let unit = self.key(at + 1);
        let known = matches!(unit, "day" | "night" | "morning" | "week" | "weekend" | "month" | "year" | "decade");
        let told = far && self.before(at) == "the" && (known || word::season(unit).is_some());
        told.then(|| self.dated(at - 1..at + 2, None, 0.7, "entity.date.told"))
    }

    /// *a few months ago*, *several years later*, *a couple of years back*
    fn vague(&self, at: usize) -> Option<Found> {
        let led = usize::from(matches!(self.key(at), "a" | "the"));
        let mut end = at + led + 1;
        match self.key(at + led) {
            "few" if led == 1 => {}
            "several" | "many" | "some" | "recent" if led == 0 => {}
            "couple" if self.key(end) == "of" => end += 1,
            _ => return None,
        }
        time_unit(self.key(end))?;
        let pointed = matches!(self.key(end + 1), "ago" | "earlier" | "later" | "back");
        pointed.then(|| self.dated(at..end + 2, None, 0.75, "entity.date.counted"))
    }

    /// *in winter*, *the summers*: the season of no year that is told.
    fn lone_season(&self, at: usize) -> Option<Found> {
        let key = self.key(at);
        word::season(key.strip_suffix('s').unwrap_or(key)).filter(|_| key != "fall" && key != "falls" && key != "springs")?;
        let led = matches!(
            self.before(at),
            "" | "in" | "the" | "during" | "every" | "each" | "by" | "until" | "till" | "since" | "from" | "of" | "late" | "early" | "mid"
        );
        let name = self.unit(at).is_some_and(|unit| unit.is_capital() && !unit.initial);
        let part = self.unit(at + 1).is_some_and(|next| next.is_word() && (next.is_capital() || !next.is_in(list::FUNCTION_WORDS)));
        let verb = matches!(self.key(at + 1), "is" | "was" | "can" | "will" | "has" | "are" | "may");
        (led && !name && (verb || !part)).then(|| self.dated(at..at + 1, None, 0.6, "entity.date.season"))
    }

    /// *today*, *yesterday*, *tomorrow*
    fn near_day(&self, at: usize) -> Option<Found> {
        let days = match self.key(at) {
            "today" | "heute" => 0,
            "yesterday" | "gestern" => -1,
            "tomorrow" => 1,
            _ => return None,
        };
        let title = self.unit(at).is_some_and(|unit| unit.is_capital() && !unit.initial);
        if title || self.key(at + 1) == "'s" && self.unit(at + 2).is_some_and(|next| next.is_capital()) {
            return None;
        }
        let value = self.today.and_then(|today| calendar::stepped(today, days, "day"));
        Some(self.dated(at..at + 1, value, 0.85, "entity.date.near"))
    }

    /// *last month*, *this week*, *next Friday*, *last June*, *the previous year*
    fn pointed(&self, at: usize) -> Option<Found> {
        let step = match self.key(at) {
            "last" | "past" | "previous" => -1,
            "this" | "current" => 0,
            "next" | "coming" => 1,
            _ => return None,
        };
        let next = self.unit(at + 1)?;
        let told = matches!(self.key(at), "last" | "this" | "next");
        let value = if let Some(weekday) = word::weekday(next, false).filter(|_| told) {
            self.pointed_weekday(step, weekday)
        } else if let Some(month) = word::month(next, false).filter(|_| told) {
            self.today.map(|today| calendar::month_value(pointed_year(today.year(), today.month(), month, step), month))
        } else if let Some(first) = word::season(&next.key) {
            self.today.map(|today| months_value(pointed_year(today.year(), today.month(), first, step), first, 3))
        } else {
            self.pointed_unit(step, &next.key, self.looks_ahead(at))?
        };
        let part = matches!(self.key(at + 2), "night" | "morning" | "evening" | "afternoon");
        let start = if told && step == 0 { at } else { self.with_article(at) };
        (!part).then(|| self.dated(start..at + 2, value, 0.85, "entity.date.relative"))
    }

    fn pointed_weekday(&self, step: i64, weekday: i8) -> Option<String> {
        let today = self.today?;
        let date = match step {
            -1 => calendar::last_weekday(today.yesterday().ok()?, weekday),
            0 => calendar::weekday_in_week(today, weekday),
            _ => calendar::next_weekday(today.tomorrow().ok()?, weekday),
        };
        Some(date?.to_string())
    }

    /// The value of *last week* and its like; `None` when `unit` measures no time, `Some(None)` when its value is unknown.
    fn pointed_unit(&self, step: i64, unit: &str, ahead: bool) -> Option<Option<String>> {
        match unit {
            "week" | "month" | "quarter" | "year" | "decade" => Some(self.today.and_then(|today| calendar::stepped(today, step, unit))),
            "weekend" => {
                // Early in the week, *this weekend* is more likely the last one.
                let back = |today: jiff::civil::Date| i64::from(step == 0 && !ahead && today.weekday().to_monday_one_offset() < 4);
                let week = |today: jiff::civil::Date| {
                    today.checked_add(jiff::ToSpan::days(7 * (step - back(today)))).ok().and_then(calendar::weekend_value)
                };
                Some(self.today.and_then(week))
            }
            "century" => Some(None),
            _ => None,
        }
    }

    /// *two years ago*, *a week earlier*, *three days later*, *the past five years*
    fn counted(&self, at: usize) -> Option<Found> {
        if matches!(self.key(at), "last" | "past" | "next" | "coming" | "previous") {
            let (_, end) = self.count(at + 1)?;
            time_unit(self.key(end))?;
            self.today?;
            return Some(self.dated(self.with_article(at)..end + 1, None, 0.7, "entity.date.span"));
        }
        let (count, end) = self.count(at).or_else(|| matches!(self.key(at), "a" | "an" | "one").then_some((1, at + 1)))?;
        let unit = time_unit(self.key(end))?;
        let (sign, value_known) = match self.key(end + 1) {
            "ago" => (-1, true),
            "earlier" | "before" | "later" | "afterward" => (1, false),
            _ => return None,
        };
        if self.key(end + 1) == "before" {
            return None;
        }
        let later = matches!(self.key(end + 1), "later" | "afterward") && unit == "year";
        let value = match self.today {
            Some(today) if value_known && count < 10_000 => calendar::stepped(today, sign * count, unit),
            _ if later => self.years_later(count),
            _ => None,
        };
        if value.is_none() && self.today.is_none() {
            return None;
        }
        Some(self.dated(at..end + 2, value, 0.8, "entity.date.counted"))
    }

    /// The small number at `at` and where it ends.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        let unit = self.unit(at)?;
        let number = word::digits(unit).or_else(|| word::number_word(&unit.key)).filter(|number| (1..1_000_000).contains(number))?;
        Some((number, at + 1))
    }
}

/// The year of a month that *last*, *this* or *next* points at.
fn pointed_year(year: i16, now: i8, month: i8, step: i64) -> i16 {
    match step {
        -1 if now <= month => year - 1,
        1 if month <= now => year + 1,
        _ => year,
    }
}

/// The measure of time that `key` names, of a day or longer.
fn time_unit(key: &str) -> Option<&'static str> {
    match key {
        "day" | "days" => Some("day"),
        "week" | "weeks" => Some("week"),
        "fortnight" | "fortnights" => Some("fortnight"),
        "month" | "months" => Some("month"),
        "year" | "years" => Some("year"),
        "decade" | "decades" => Some("decade"),
        _ => None,
    }
}
