//! ISO 8601 values: days, months, years, weeks and intervals.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The day `day` of `month` in `year`, when there is one.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// `2025-02`.
pub(super) fn month_value(year: i16, month: i8) -> String {
    format!("{year:04}-{month:02}")
}

/// `1990/1999`.
pub(super) fn years_value(first: i16, last: i16) -> String {
    format!("{first:04}/{last:04}")
}

/// `2025-W07`.
pub(super) fn week_value(date: Date) -> String {
    let week = ISOWeekDate::from(date);
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Saturday and Sunday of the week of `date`.
pub(super) fn weekend_value(date: Date) -> Option<String> {
    let saturday = weekday_in_week(date, 6)?;
    let sunday = weekday_in_week(date, 7)?;
    Some(format!("{saturday}/{sunday}"))
}

/// `months` months from the month `first` of `year` on.
pub(super) fn months_value(year: i16, first: i8, months: i8) -> String {
    let last = first + months - 1;
    let (last_year, last_month) = if 12 < last { (year + 1, last - 12) } else { (year, last) };
    format!("{}/{}", month_value(year, first), month_value(last_year, last_month))
}

/// The day `weekday` (Monday being 1) in the week of `date`.
pub(super) fn weekday_in_week(date: Date, weekday: i8) -> Option<Date> {
    let today = date.weekday().to_monday_one_offset();
    date.checked_add(i64::from(weekday - today).days()).ok()
}

/// The last day `weekday` (Monday being 1) that is not after `date`.
pub(super) fn last_weekday(date: Date, weekday: i8) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(weekday).ok()?;
    if date.weekday() == wanted { Some(date) } else { date.nth_weekday(-1, wanted).ok() }
}

/// The first day `weekday` (Monday being 1) that is not before `date`.
pub(super) fn next_weekday(date: Date, weekday: i8) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(weekday).ok()?;
    if date.weekday() == wanted { Some(date) } else { date.nth_weekday(1, wanted).ok() }
}

/// `count` steps of `unit` (`day`, `week`, `month`, `quarter`, `year`, `decade`) from `date`, as the value of that day, week, month or year.
pub(super) fn stepped(date: Date, count: i64, unit: &str) -> Option<String> {
    if !(-10_000..10_000).contains(&count) {
        return None;
    }
    match unit {
        "day" => Some(date.checked_add(count.days()).ok()?.to_string()),
        "week" | "fortnight" => Some(week_value(date.checked_add((if unit == "week" { count } else { 2 * count }).weeks()).ok()?)),
        "month" => {
            let there = date.checked_add(count.months()).ok()?;
            Some(month_value(there.year(), there.month()))
        }
        "quarter" => {
            let there = date.checked_add((3 * count).months()).ok()?;
            Some(months_value(there.year(), (there.month() - 1) / 3 * 3 + 1, 3))
        }
        "year" => Some(format!("{:04}", date.checked_add(count.years()).ok()?.year())),
        "decade" => {
            let year = date.checked_add((10 * count).years()).ok()?.year();
            Some(years_value(year / 10 * 10, year / 10 * 10 + 9))
        }
        _ => None,
    }
}

/// The year that a month or a day without a year means on `today`: the next one when the text looks `ahead`, else the last one, and
/// the next one too when it is near and the last one nearly a year ago.
pub(super) fn nearest_year(today: Date, month: i8, day_of_month: Option<i8>, ahead: bool) -> i16 {
    let year = today.year();
    let wanted = day_of_month.unwrap_or(if ahead { 28 } else { 1 });
    let this_year = (month, wanted);
    let now = (today.month(), today.day());
    let months_ahead = (i16::from(month) - i16::from(today.month())).rem_euclid(12);
    if ahead {
        if this_year < now && 2 < 12 - months_ahead && 0 < months_ahead { year + 1 } else { year }
    } else if now < this_year && (2 < months_ahead) {
        year - 1
    } else if this_year < now && 0 < months_ahead && months_ahead <= 2 {
        year + 1
    } else {
        year
    }
}
