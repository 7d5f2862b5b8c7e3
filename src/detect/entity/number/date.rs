//! Dates that name a day, a month, a year, a quarter, a season or a decade.

use super::calendar::{self, month_value, months_value, years_value};
use super::{Found, Reader, Unit, word};
use crate::language::TokenKind;

/// A day or a month, read from some units.
struct Partial {
    end: usize,
    year: Option<i16>,
    month: i8,
    day: Option<i8>,
    last_day: Option<i8>,
}

impl Reader<'_, '_> {
    /// The date that starts at `at`.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        self.weekday_and_date(at)
            .or_else(|| self.calendar_date(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.quarter_or_season(at))
            .or_else(|| self.relative_date(at))
            .or_else(|| self.decade_or_century(at))
            .or_else(|| self.lone_year(at))
            .or_else(|| self.lone_weekday(at))
    }

    /// *Wednesday, June 10, 2026*
    fn weekday_and_date(&self, at: usize) -> Option<Found> {
        word::weekday(self.unit(at)?, true)?;
        let mut next = at + 1;
        while matches!(self.key(next), "," | "." | "der" | "den" | "the") {
            next += 1;
        }
        let mut date = self.calendar_date(next).or_else(|| self.numeric_date(next))?;
        date.units.start = at;
        Some(date)
    }

    /// *Dec. 26, 2024*, *26 December*, *March 2017*, *May*
    fn calendar_date(&self, at: usize) -> Option<Found> {
        let partial = self.month_first(at).or_else(|| self.day_first(at))?;
        let sure = partial.day.is_some() || partial.year.is_some();
        if !sure && !self.is_plausible_month(at) {
            return None;
        }
        let value = self.partial_value(at, &partial);
        let confidence = if sure { 0.97 } else { 0.85 };
        Some(self.dated(at..partial.end, value, confidence, "entity.date.calendar"))
    }

    fn month_first(&self, at: usize) -> Option<Partial> {
        let beside_number = self.unit(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        let month = word::month(self.unit(at)?, beside_number)?;
        let dotted = usize::from(beside_number_after_dot(self, at));
        let mut partial = Partial { end: at + 1, year: None, month, day: None, last_day: None };
        if let Some(day) = self.day_number(at + 1 + dotted) {
            partial.day = Some(day);
            partial.end = at + 2 + dotted;
            self.extend_days(&mut partial);
        }
        self.extend_year(&mut partial);
        Some(partial)
    }

    fn day_first(&self, at: usize) -> Option<Partial> {
        let day = self.day_number(at)?;
        let mut next = at + 1;
        let mut last_day = None;
        if matches!(self.key(next), "-" | "–" | "and" | "&" | "to")
            && let Some(last) = self.day_number(next + 1)
        {
            last_day = Some(last);
            next += 2;
        }
        while matches!(self.key(next), "of" | "." | "day") {
            next += 1;
        }
        let month = word::month(self.unit(next)?, true)?;
        let (day, last_day) = if last_day.is_some_and(|last| last <= day) { (day, None) } else { (day, last_day) };
        let mut partial = Partial { end: next + 1, year: None, month, day: Some(day), last_day };
        self.extend_year(&mut partial);
        Some(partial)
    }

    /// *1* to *31*, also *3rd*; not the start of a decimal, a time or a sum.
    fn day_number(&self, at: usize) -> Option<i8> {
        let unit = self.unit(at)?;
        let digits = unit.text.trim_end_matches(char::is_alphabetic);
        let suffix = &unit.text[digits.len()..];
        let plain = unit.kind == TokenKind::Number && digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
        if plain { digits.parse().ok().filter(|day| (1..=31).contains(day)) } else { None }
    }

    /// *1-14*, *1 through 14*
    fn extend_days(&self, partial: &mut Partial) {
        let joined = matches!(self.key(partial.end), "-" | "–" | "through" | "to");
        let Some(last) = self.day_number(partial.end + 1) else { return };
        let another_month = self.unit(partial.end + 2).is_some_and(|unit| word::month(unit, true).is_some());
        if joined && !another_month && partial.day.is_some_and(|day| day < last) {
            partial.last_day = Some(last);
            partial.end += 2;
        }
    }

    /// *, 2024* or *2024* or *of 2024*
    fn extend_year(&self, partial: &mut Partial) {
        let gap = usize::from(matches!(self.key(partial.end), "," | "of" | "."));
        let at = partial.end + gap;
        let Some(year) = self.unit(at).and_then(word::year).or_else(|| self.old_year_after(at)) else { return };
        partial.year = Some(year);
        partial.end = at + 1;
    }

    /// A year of three digits after a month: *30 September 420*, *December of 384*.
    fn old_year_after(&self, at: usize) -> Option<i16> {
        let unit = self.unit(at).filter(|unit| unit.text.len() == 3)?;
        let ends = self.key(at - 1) == "of" || self.unit(at + 1).is_none_or(|next| !next.is_word());
        word::digits(unit).filter(|_| ends && self.key(at - 1) != ",").and_then(|year| i16::try_from(year).ok())
    }

    /// The year of the date that this one runs up to: *March to August 2011*.
    fn year_ahead(&self, partial: &Partial) -> Option<i16> {
        let joined = matches!(self.key(partial.end), "to" | "and" | "-" | "–" | "through" | "until" | "or");
        let other = joined.then(|| self.month_first(partial.end + 1).or_else(|| self.day_first(partial.end + 1))).flatten()?;
        let year = other.year?;
        Some(if other.month < partial.month { year - 1 } else { year })
    }

    fn partial_value(&self, at: usize, partial: &Partial) -> Option<String> {
        let ahead = self.looks_ahead(at) || matches!(self.before(at), "by" | "until" | "till" | "bis");
        let nearest = |today| calendar::nearest_year(today, partial.month, partial.day, ahead);
        let year = partial.year.or_else(|| self.year_ahead(partial)).or_else(|| self.today.map(nearest)).or(self.stated);
        // A month or a day of every year, as far as the text tells.
        let Some(year) = year else {
            return Some(partial.day.map_or(format!("--{:02}", partial.month), |day| format!("--{:02}-{day:02}", partial.month)));
        };
        let Some(day) = partial.day else { return Some(month_value(year, partial.month)) };
        let first = calendar::day(year, partial.month, day)?;
        match partial.last_day.and_then(|last| calendar::day(year, partial.month, last)) {
            Some(last) => Some(format!("{first}/{last}")),
            None => Some(first.to_string()),
        }
    }

    /// Whether the month's name at `at`, alone, is no verb, no person and no first word of a name.
    fn is_plausible_month(&self, at: usize) -> bool {
        let Some(unit) = self.unit(at) else { return false };
        let led = matches!(
            self.before(at),
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "of"
                | "from"
                | "to"
                | "and"
                | "during"
                | "between"
                | "im"
                | "seit"
                | "bis"
                | "end"
                | "-"
        ) || self.before(at).ends_with("ing");
        let name_follows = self.unit(at + 1).is_some_and(|next| next.is_capital()) && !self.is_glued(at + 1);
        match &*unit.key {
            "may" | "march" | "mai" => {
                let named = at.checked_sub(1).and_then(|at| self.unit(at)).is_none_or(Unit::is_capital);
                !name_follows && (led || !unit.initial && !named)
            }
            "april" | "june" | "august" => !name_follows,
            _ => led || !unit.initial || !name_follows,
        }
    }

    /// *18.03.2026*, *2024-12-26*, *12/26/2024*
    fn numeric_date(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at).filter(|unit| unit.kind == TokenKind::Number)?;
        let mut parts: Vec<i16> = unit.text.split('.').map(|part| part.parse().unwrap_or(-1)).collect();
        let mut end = at + 1;
        if parts.len() == 1 {
            let mark = self.key(end);
            if !matches!(mark, "-" | "/" | "–") {
                return None;
            }
            for step in 0..2 {
                let joined = self.key(at + 1 + 2 * step) == mark && self.is_glued(at + 1 + 2 * step) && self.is_glued(at + 2 + 2 * step);
                parts.push(self.unit(at + 2 + 2 * step).filter(|_| joined)?.text.parse().ok()?);
            }
            end = at + 5;
        }
        let date = numeric_day(&parts)?;
        Some(self.dated(at..end, Some(date.to_string()), 0.97, "entity.date.numeric"))
    }

    /// *the third quarter of 2027*, *Q1 2024*, *spring of 2027*
    fn quarter_or_season(&self, at: usize) -> Option<Found> {
        let key = self.key(at);
        let numbered = key.strip_prefix('q').filter(|number| matches!(*number, "1" | "2" | "3" | "4"));
        if let Some(quarter) = numbered {
            let year = self.unit(at + 1).and_then(word::year)?;
            let value = months_value(year, (quarter.parse::<i8>().ok()? - 1) * 3 + 1, 3);
            return Some(self.dated(at..at + 2, Some(value), 0.95, "entity.date.quarter"));
        }
        let ordinal = self.unit(at).and_then(word::ordinal);
        if self.key(at + 1) == "quarter"
            && let Some(quarter) = ordinal.filter(|quarter| (1..=4).contains(quarter))
        {
            let (end, year) = self.of_year(at + 2);
            let year = year.or(self.today.map(|today| today.year()));
            let value = year.map(|year| months_value(year, i8::try_from(quarter).unwrap_or(1) * 3 - 2, 3));
            return Some(self.dated(at..end, value, 0.9, "entity.date.quarter"));
        }
        let first = word::season(key)?;
        let (end, year) = self.of_year(at + 1);
        let value = months_value(year?, first, 3);
        Some(self.dated(at..end, Some(value), 0.93, "entity.date.season"))
    }

    /// The year at `at`, perhaps after *of*, and where it ends.
    fn of_year(&self, at: usize) -> (usize, Option<i16>) {
        let gap = usize::from(self.key(at) == "of");
        match self.unit(at + gap).and_then(word::year) {
            Some(year) => (at + gap + 1, Some(year)),
            None => (at, None),
        }
    }

    /// *the 1990s*, *the ’90s*, *the 19th century*
    fn decade_or_century(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at)?;
        let text = unit.text.trim_start_matches(['’', '\'', '‘']);
        let stem = text.strip_suffix('s').filter(|stem| stem.ends_with('0') && stem.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(stem) = stem {
            let year: i16 = stem.parse().ok()?;
            let century = stem.len() == 4 && stem.ends_with("00") && year != 2000;
            let first = match stem.len() {
                4 if (1000..2200).contains(&year) => year,
                2 if text.len() < unit.text.len() || self.before(at) == "the" || self.follows_decade(at) => {
                    if year < 30 {
                        2000 + year
                    } else {
                        1900 + year
                    }
                }
                _ => return None,
            };
            let value = years_value(first, first + if century { 99 } else { 9 });
            return Some(self.dated(at..at + 1, Some(value), 0.93, "entity.date.decade"));
        }
        let century = word::ordinal(unit).filter(|century| (1..=22).contains(century))?;
        let hyphen = usize::from(self.key(at + 1) == "-");
        if !matches!(self.key(at + 1 + hyphen), "century" | "centuries") {
            return None;
        }
        let last = i16::try_from(century).ok()? * 100;
        if matches!(self.key(at + 2 + hyphen), "bc" | "bce" | "b.c.") {
            return Some(self.dated(at..at + 3 + hyphen, Some(format!("-{:04}/-{:04}", last, last - 99)), 0.9, "entity.date.century"));
        }
        Some(self.dated(at..at + 2 + hyphen, Some(years_value(last - 99, last)), 0.93, "entity.date.century"))
    }

    /// *the 1960s and 70s*: whether a decade stands before the small word before `at`.
    fn follows_decade(&self, at: usize) -> bool {
        let before = at.checked_sub(2).and_then(|at| self.unit(at));
        matches!(self.before(at), "and" | "or" | "to" | "-" | "–") && before.is_some_and(|unit| unit.text.ends_with("0s"))
    }

    /// *2019*, *2021-2031*, *fiscal year 2024*
    fn lone_year(&self, at: usize) -> Option<Found> {
        let year = self.unit(at).and_then(word::year)?;
        let led = matches!(
            self.before(at),
            "in" | "since"
                | "by"
                | "until"
                | "from"
                | "to"
                | "of"
                | "during"
                | "between"
                | "and"
                | "after"
                | "before"
                | "the"
                | "("
                | "early"
                | "late"
                | "mid"
                | "©"
                | "year"
                | "for"
                | "im"
                | "seit"
                | "jahr"
                | "through"
                | "than"
                | "or"
                | "c."
                | "ca."
                | "circa"
                | "reigned"
                | "born"
                | "died"
                | "around"
                | "about"
                | ","
                | "-"
                | "–"
        );
        if !(1900..2100).contains(&year) && !led
            || !(1400..2100).contains(&year) && !matches!(self.before(at), "in" | "since" | "(" | "year" | "by" | "until")
        {
            return None;
        }
        let fiscal = matches!(self.before(at), "year") && 2 <= at && matches!(self.before(at - 1), "fiscal" | "financial");
        let start = if fiscal { at - 2 } else { at };
        if let Some((end, last)) = self.last_year(at + 1, year) {
            return Some(self.dated(start..end, Some(years_value(year, last)), 0.93, "entity.date.years"));
        }
        let confidence = if led { 0.93 } else { 0.85 };
        Some(self.dated(start..at + 1, Some(format!("{year:04}")), confidence, "entity.date.year"))
    }

    /// The end of a range of years: *-2031*, *–20*, */21*.
    fn last_year(&self, at: usize, first: i16) -> Option<(usize, i16)> {
        if !matches!(self.key(at), "-" | "–" | "—" | "/") || !self.is_glued(at) {
            return None;
        }
        let unit = self.unit(at + 1).filter(|unit| unit.glued)?;
        let short = unit.text.len() == 2 && unit.kind == TokenKind::Number;
        let last = if short { first / 100 * 100 + unit.text.parse::<i16>().ok()? } else { word::year(unit)? };
        (first < last).then_some((at + 2, last))
    }

    /// *Wednesday*
    fn lone_weekday(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at)?;
        let weekday = word::weekday(unit, false)?;
        let plural = unit.key.ends_with("days");
        let value = if plural { None } else { self.weekday_value(weekday, self.looks_ahead(at)) };
        Some(self.dated(at..at + 1, value, 0.95, "entity.date.weekday"))
    }

    /// The day that a weekday means: the last one up to today, or the next one where the sentence looks ahead.
    fn weekday_value(&self, weekday: i8, ahead: bool) -> Option<String> {
        let today = self.today?;
        let date = if ahead { calendar::next_weekday(today, weekday) } else { calendar::last_weekday(today, weekday) };
        Some(date?.to_string())
    }
}

/// Whether a full stop that is no part of the month's token stands between month and day.
fn beside_number_after_dot(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.key(at + 1) == "." && reader.is_glued(at + 1) && reader.unit(at + 2).is_some_and(|unit| unit.kind == TokenKind::Number)
}

/// The day that three numbers name: year first, or day or month first with the year last.
fn numeric_day(parts: &[i16]) -> Option<jiff::civil::Date> {
    let &[first, second, third] = parts else { return None };
    let small = |number: i16| i8::try_from(number).ok();
    if (1000..2200).contains(&first) {
        return calendar::day(first, small(second)?, small(third)?);
    }
    let year = match third {
        0..=49 => 2000 + third,
        50..=99 => 1900 + third,
        1000..2200 => third,
        _ => return None,
    };
    // Day first is usual outside the United States; where that is no date, the month stands first.
    calendar::day(year, small(second)?, small(first)?).or_else(|| calendar::day(year, small(first)?, small(second)?))
}
