//! An ISO 8601 date, moment or interval in words, as a newspaper prints it.

use jiff::civil::{Date, ISOWeekDate, Weekday};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A day or a moment, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Point<'a> {
    year: Option<i16>,
    /// 1 to 12.
    month: Option<i8>,
    /// 1 to 31.
    day: Option<i8>,
    /// The hour and minute, or the part of the day in words.
    time: Option<&'a str>,
}

/// `value` in words: "10 February 2025", "2–8 March 2025", "February 2025", "15:30". The year goes without saying where it is `year`.
/// What is no date known here comes back as it is.
#[must_use]
pub fn in_words(value: &str, year: Option<i16>) -> String {
    match points(value) {
        Some((one, None)) => phrase(&without_year(one, year)),
        Some((from, Some(to))) => interval(from, to, year),
        None => value.to_owned(),
    }
}

/// The year that an ISO 8601 date begins with.
#[must_use]
pub fn year(value: &str) -> Option<i16> {
    value.get(..4)?.parse().ok()
}

/// The two ends of an interval, or the one point there is. A week is the interval of its days.
fn points(value: &str) -> Option<(Point<'_>, Option<Point<'_>>)> {
    match (value.split_once('/'), value.split_once("-W")) {
        (Some((from, to)), _) => Some((point(from)?, Some(point(to)?))),
        (None, Some((year, week))) => {
            let (year, week) = (year.parse().ok()?, week.parse().ok()?);
            let day = |weekday| ISOWeekDate::new(year, week, weekday).ok().map(|day| of_day(day.date()));
            Some((day(Weekday::Monday)?, day(Weekday::Sunday)))
        }
        (None, None) => Some((point(value)?, None)),
    }
}

fn of_day(date: Date) -> Point<'static> {
    Point { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()), time: None }
}

fn point(value: &str) -> Option<Point<'_>> {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let time = time.map(clock).map_or(Some(None), |time| time.map(Some))?;
    if date.is_empty() {
        return time.map(|time| Point { time: Some(time), ..Point::default() });
    }
    let mut fields = date.split('-');
    let year = fields.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut number = || fields.next().map(|field| field.parse::<i8>().ok()).map_or(Some(None), |number| number.map(Some));
    let (month, day) = (number()?, number()?);
    // Not every thirty-first is a day.
    Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    Some(Point { year: Some(year), month, day, time })
}

/// The hour and minute of an ISO 8601 time, or the part of the day that a code of TimeML's stands for.
fn clock(time: &str) -> Option<&str> {
    match time {
        "MO" => return Some("morning"),
        "MI" => return Some("midday"),
        "AF" => return Some("afternoon"),
        "EV" => return Some("evening"),
        "NI" => return Some("night"),
        _ => {}
    }
    let is_clock = |time: &&str| time.bytes().enumerate().all(|(at, byte)| if at == 2 { byte == b':' } else { byte.is_ascii_digit() });
    time.get(..5).or(time.get(..2)).filter(is_clock)
}

fn without_year(point: Point<'_>, year: Option<i16>) -> Point<'_> {
    let is_known = point.month.is_some() && point.year == year;
    if is_known { Point { year: None, ..point } } else { point }
}

/// What both ends share is said once, at the end.
fn interval(from: Point<'_>, to: Point<'_>, year: Option<i16>) -> String {
    let same_year = from.year == to.year && from.month.is_some() && to.month.is_some();
    let same_month = same_year && from.month == to.month && from.day.is_some() && to.day.is_some() && from.time.is_none();
    let first = Point { year: from.year.filter(|_| !same_year), month: from.month.filter(|_| !same_month), ..from };
    let (first, last) = (phrase(&first), phrase(&if same_year { without_year(to, year) } else { to }));
    let dash = if first.contains(' ') { " – " } else { "–" };
    format!("{first}{dash}{last}")
}

fn phrase(point: &Point<'_>) -> String {
    let month = point.month.and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?).copied());
    let date = [point.day.map(|day| day.to_string()), month.map(str::to_owned), point.year.map(|year| year.to_string())];
    let date: Vec<String> = date.into_iter().flatten().collect();
    let parts = [Some(date.join(" ")).filter(|date| !date.is_empty()), point.time.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str) {
        assert_eq!(in_words(value, None), expected);
    }

    #[test]
    fn days_months_and_years() {
        check("2025-02-10", "10 February 2025");
        check("2025-02", "February 2025");
        check("1990", "1990");
    }

    #[test]
    fn moments() {
        check("2025-02-10T15:30", "10 February 2025, 15:30");
        check("2025-02-10T15:30:00+01:00", "10 February 2025, 15:30");
        check("2025-02-10TEV", "10 February 2025, evening");
        check("T22:04", "22:04");
    }

    #[test]
    fn intervals_say_once_what_both_ends_share() {
        check("2025-03-02/2025-03-08", "2–8 March 2025");
        check("2025-02-28/2025-03-03", "28 February – 3 March 2025");
        check("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025");
        check("2025-01/2025-03", "January–March 2025");
        check("1990/1999", "1990–1999");
    }

    #[test]
    fn a_week_is_its_days() {
        check("2025-W07", "10–16 February 2025");
        check("2025-W01", "30 December 2024 – 5 January 2025");
    }

    #[test]
    fn the_year_of_the_article_goes_without_saying() {
        assert_eq!(in_words("2025-03-02/2025-03-08", Some(2025)), "2–8 March");
        assert_eq!(in_words("2025-03-02", Some(2025)), "2 March");
        assert_eq!(in_words("2025", Some(2025)), "2025");
        assert_eq!(in_words("2024-03-02", Some(2025)), "2 March 2024");
        assert_eq!(year("2025-03-02T10:00Z"), Some(2025));
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for value in ["", "P3D", "2025-02-31", "2025-13", "soon", "T", "2025-Wxx", "/", "20255-01-01", "2025-02-10T1", "–/–", "TäöüX"]
        {
            check(value, value);
        }
    }
}
