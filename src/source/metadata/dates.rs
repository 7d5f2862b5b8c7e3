//! Dates as pages declare and print them, read into ISO 8601.

use jiff::civil::{Date, Time};

/// How much of a text is searched for a date, in bytes.
const FAR: usize = 240;

/// The months by the first letters of their names in English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish.
/// A longer start comes before a shorter one.
const MONTHS: &[(&str, i8)] = &[
    ("january", 1),
    ("januar", 1),
    ("janvier", 1),
    ("janeiro", 1),
    ("jan", 1),
    ("jänner", 1),
    ("enero", 1),
    ("ene", 1),
    ("gennaio", 1),
    ("gen", 1),
    ("february", 2),
    ("februar", 2),
    ("fevereiro", 2),
    ("février", 2),
    ("febrero", 2),
    ("febbraio", 2),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("march", 3),
    ("märz", 3),
    ("mars", 3),
    ("marzo", 3),
    ("maart", 3),
    ("março", 3),
    ("mär", 3),
    ("mar", 3),
    ("mrt", 3),
    ("april", 4),
    ("avril", 4),
    ("abril", 4),
    ("aprile", 4),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mayo", 5),
    ("maggio", 5),
    ("mei", 5),
    ("maio", 5),
    ("maj", 5),
    ("mag", 5),
    ("june", 6),
    ("juni", 6),
    ("juin", 6),
    ("junio", 6),
    ("giugno", 6),
    ("junho", 6),
    ("jun", 6),
    ("giu", 6),
    ("july", 7),
    ("juli", 7),
    ("juillet", 7),
    ("julio", 7),
    ("luglio", 7),
    ("julho", 7),
    ("juil", 7),
    ("jul", 7),
    ("lug", 7),
    ("august", 8),
    ("augusti", 8),
    ("augustus", 8),
    ("août", 8),
    ("agosto", 8),
    ("aug", 8),
    ("ago", 8),
    ("september", 9),
    ("septembre", 9),
    ("septiembre", 9),
    ("settembre", 9),
    ("setembro", 9),
    ("sept", 9),
    ("sep", 9),
    ("set", 9),
    ("october", 10),
    ("oktober", 10),
    ("octobre", 10),
    ("octubre", 10),
    ("ottobre", 10),
    ("outubro", 10),
    ("oct", 10),
    ("okt", 10),
    ("ott", 10),
    ("out", 10),
    ("november", 11),
    ("novembre", 11),
    ("noviembre", 11),
    ("novembro", 11),
    ("nov", 11),
    ("december", 12),
    ("dezember", 12),
    ("décembre", 12),
    ("diciembre", 12),
    ("dicembre", 12),
    ("dezembro", 12),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
];

/// Zone names that mean one offset, with it.
const ZONES: &[(&str, &str)] = &[
    ("gmt", "Z"),
    ("utc", "Z"),
    ("bst", "+01:00"),
    ("cet", "+01:00"),
    ("cest", "+02:00"),
    ("mez", "+01:00"),
    ("mesz", "+02:00"),
    ("est", "-05:00"),
    ("edt", "-04:00"),
    ("cdt", "-05:00"),
    ("mst", "-07:00"),
    ("mdt", "-06:00"),
    ("pst", "-08:00"),
    ("pdt", "-07:00"),
];

/// Reads `raw`, which should hold nothing but a date and perhaps a time, into an ISO 8601 day or moment.
#[must_use]
pub fn iso(raw: &str) -> Option<String> {
    let raw = raw.trim();
    machine(raw).or_else(|| find(raw, true))
}

/// The first full date (with a year) printed near the start of `text`, with the time that follows it, as ISO 8601.
/// `month_first` reads 3/4/2026 as the fourth of March.
#[must_use]
pub fn find(text: &str, month_first: bool) -> Option<String> {
    let parts = parts(&text[..text.floor_char_boundary(text.len().min(FAR))]);
    (0..parts.len()).find_map(|at| {
        let (date, used) = date_at(&parts[at..], month_first)?;
        Some(moment(date, &parts[at + used..], &parts[..at]))
    })
}

/// The form of machines: `2026-05-13`, `20260513`, `2026-05-13T05:30:00.000-0500`, `2026-05-13 05:30`.
fn machine(raw: &str) -> Option<String> {
    let digits = |from: usize, to: usize| raw.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?.parse::<i16>().ok();
    let dashed = raw.as_bytes().get(4) == Some(&b'-');
    let (year, month, day, rest) = if dashed {
        (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?, raw.get(10..)?)
    } else {
        (digits(0, 4)?, digits(4, 6)?, digits(6, 8)?, raw.get(8..)?)
    };
    let date = valid(year, month, day)?;
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']).map(str::trim_start) else {
        return (rest.is_empty() || rest.starts_with(['+', 'Z'])).then(|| date.to_string());
    };
    let Some((time, zone)) = clock_time(clock) else { return Some(date.to_string()) };
    Some(format!("{date}T{time}{}", offset(zone)))
}

/// The time at the start of `clock`, and what follows it without a fraction of a second.
fn clock_time(clock: &str) -> Option<(Time, &str)> {
    let two = |at: usize| clock.get(at..at + 2)?.parse::<i8>().ok();
    let (hour, minute) = (two(0)?, two(3).filter(|_| clock.as_bytes().get(2) == Some(&b':'))?);
    let with_second = clock.as_bytes().get(5) == Some(&b':') && two(6).is_some();
    let second = if with_second { two(6)? } else { 0 };
    let rest = clock.get(if with_second { 8 } else { 5 }..)?;
    let rest = rest.strip_prefix('.').map_or(rest, |fraction| fraction.trim_start_matches(|c: char| c.is_ascii_digit()));
    Some((Time::new(hour, minute, second, 0).ok()?, rest.trim()))
}

/// `Z`, `+0200`, `-05:00` or a zone's name as an ISO 8601 offset; empty when it is none of these.
fn offset(zone: &str) -> String {
    let named = ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name) || zone.eq_ignore_ascii_case("z") && *name == "utc");
    if let Some((_, offset)) = named {
        return (*offset).to_owned();
    }
    let digits: String = zone.chars().skip(1).filter(char::is_ascii_digit).take(4).collect();
    match (zone.chars().next(), digits.len()) {
        (Some(sign @ ('+' | '-')), 4) => format!("{sign}{}:{}", &digits[..2], &digits[2..]),
        (Some(sign @ ('+' | '-')), 2) => format!("{sign}{digits}:00"),
        _ => String::new(),
    }
}

/// A word or a number of a printed date, with the sign that follows it.
struct Part<'a> {
    word: &'a str,
    number: Option<i16>,
    after: char,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest.find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (word, next) = rest.split_at(end);
        parts.push(Part { word, number: word.parse().ok(), after: next.chars().next().unwrap_or(' ') });
        rest = next;
    }
    parts
}

/// A date that starts at the first of `parts`, and how many of them it uses.
fn date_at(parts: &[Part<'_>], month_first: bool) -> Option<(Date, usize)> {
    let number = |at: usize| parts.get(at).and_then(|part| part.number);
    let month_name = |at: usize| parts.get(at).and_then(|part| month(part.word)).map(i16::from);
    let suffix = |at: usize| {
        usize::from(parts.get(at).is_some_and(|part| matches!(part.word, "st" | "nd" | "rd" | "th" | "er" | "º" | "de" | "of" | "di")))
    };
    if let Some(named) = month_name(0) {
        let day = number(1)?;
        let year = 2 + suffix(2);
        return Some((valid(full_year(number(year)?, parts[year].word)?, named, day)?, year + 1));
    }
    let first = number(0)?;
    let at = 1 + suffix(1);
    if let Some(named) = month_name(at) {
        let year = at + 1 + suffix(at + 1);
        return Some((valid(full_year(number(year)?, parts[year].word)?, named, first)?, year + 1));
    }
    numeric(parts, first, month_first)
}

/// `2026-05-13`, `13.05.2026`, `5/13/2026`: three numbers with the same sign between them.
fn numeric(parts: &[Part<'_>], first: i16, month_first: bool) -> Option<(Date, usize)> {
    let sign = parts[0].after;
    let (second, third) = (parts.get(1)?, parts.get(2)?);
    if !matches!(sign, '.' | '/' | '-') || second.after != sign {
        return None;
    }
    let (middle, last) = (second.number?, third.number?);
    if parts[0].word.len() == 4 {
        return Some((valid(first, middle, last)?, 3));
    }
    let year = full_year(last, third.word)?;
    let (day, month) = if sign == '/' && ((month_first && first <= 12) || middle > 12) { (middle, first) } else { (first, middle) };
    Some((valid(year, month, day)?, 3))
}

/// `26` as 2026; a year outside 1800 to 2199 is none.
fn full_year(year: i16, word: &str) -> Option<i16> {
    let year = if word.len() == 2 { if year < 70 { 2000 + year } else { 1900 + year } } else { year };
    (1800..2200).contains(&year).then_some(year)
}

fn valid(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    MONTHS.iter().find(|(name, _)| *name == word).map(|&(_, month)| month)
}

/// The date with the time printed right after or right before it.
fn moment(date: Date, after: &[Part<'_>], before: &[Part<'_>]) -> String {
    let near = |parts: &[Part<'_>]| (0..parts.len().min(3)).find_map(|at| time_at(&parts[at..]));
    let early = before.len().saturating_sub(5);
    match near(after).or_else(|| near(&before[early..])) {
        Some((time, zone)) => format!("{date}T{time}{zone}"),
        None => date.to_string(),
    }
}

/// `5:30 a.m.`, `17:52`, `6.00am`, `07.00 BST`, `5 pm` at the first of `parts`, with its offset when a zone is named.
fn time_at(parts: &[Part<'_>]) -> Option<(Time, String)> {
    let hour = i8::try_from(parts[0].number?).ok()?;
    let minutes =
        parts.get(1).filter(|part| matches!(parts[0].after, ':' | '.' | 'h') && part.word.len() == 2).and_then(|part| part.number);
    let seconds =
        minutes.is_some() && parts.get(1).is_some_and(|part| part.after == ':') && parts.get(2).is_some_and(|part| part.number.is_some());
    let mut at = 1 + usize::from(minutes.is_some()) + usize::from(seconds);
    let half = half_of_day(&parts[at.min(parts.len())..]);
    if minutes.is_none() && half.is_none() || parts[0].after == '.' && minutes.is_some() && half.is_none() && parts[0].word.len() != 2 {
        return None;
    }
    at += half.map_or(0, |(_, used)| used);
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    let time = Time::new(hour, i8::try_from(minutes.unwrap_or(0)).ok()?, 0, 0).ok()?;
    Some((
        time,
        parts
            .get(at)
            .map(|part| part.word)
            .filter(|word| ZONES.iter().any(|(zone, _)| word.eq_ignore_ascii_case(zone)))
            .map_or_else(String::new, offset),
    ))
}

/// Whether `am` or `pm` follows (true for `pm`), and how many parts it takes: `a.m.` is two.
fn half_of_day(parts: &[Part<'_>]) -> Option<(bool, usize)> {
    let first = parts.first()?;
    match first.word.to_ascii_lowercase().as_str() {
        "am" => Some((false, 1)),
        "pm" => Some((true, 1)),
        letter @ ("a" | "p") if first.after == '.' && parts.get(1).is_some_and(|part| part.word.eq_ignore_ascii_case("m")) => {
            Some((letter == "p", 2))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(iso(raw).as_deref(), (!expected.is_empty()).then_some(expected), "{raw}");
    }

    #[test]
    fn machine_forms() {
        check("2026-05-13", "2026-05-13");
        check("20260513", "2026-05-13");
        check("2026-05-13T05:30:00-05:00", "2026-05-13T05:30:00-05:00");
        check("2026-05-13T05:30:00.000Z", "2026-05-13T05:30:00Z");
        check("2026-05-13 05:30:00 +0200", "2026-05-13T05:30:00+02:00");
        check("2026-05-13T05:30", "2026-05-13T05:30:00");
        check("Wed, 13 May 2026 05:30:00 GMT", "2026-05-13T05:30:00Z");
    }

    #[test]
    fn printed_forms() {
        check("May 13, 2026, 5:30 a.m.", "2026-05-13T05:30:00");
        check("Thu, March 12, 2026 at 6:42 PM GMT · 4 min read", "2026-03-12T18:42:00Z");
        check("Sunday 3 May 2026 07.00 BST", "2026-05-03T07:00:00+01:00");
        check("Saturday 8 November 2025, 6.00am | Updated 11.14am", "2025-11-08T06:00:00");
        check("Stand: 18.03.2026, 17:52 Uhr", "2026-03-18T17:52:00");
        check("Last updated: 22:04, Thursday 22 January 2026", "2026-01-22T22:04:00");
        check("le 3 février 2024", "2024-02-03");
        check("1er mars 2024", "2024-03-01");
        check("5 de abril de 2023", "2023-04-05");
        check("11/19/19 06:56 AM EST", "2019-11-19T06:56:00-05:00");
        check("April 2nd, 2020", "2020-04-02");
    }

    #[test]
    fn what_is_no_date_is_none() {
        check("yesterday", "");
        check("2026-02-31", "");
        check("May 2026", "");
        check("1.2.3", "");
        check("99/99/9999", "");
        check("é-12-31", "");
    }
}
