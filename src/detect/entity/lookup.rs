//! The longest list entry that starts at a word.

use super::evidence::Sort;
use super::list::{self, List};
use super::unit::{Shape, Units};
use std::ops::Range;

/// What a list says of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// They name something.
    Name(Sort, &'static str),
    /// They are a title or an office.
    Title,
}

/// The lists of names, with the rule that each stands for; on equal length the earlier list wins.
const NAMES: &[(List, Sort, &str)] = &[
    (list::COUNTRIES, Sort::Gpe, "entity.list.country"),
    (list::DEMONYMS, Sort::Norp, "entity.list.demonym"),
    (list::CITIES, Sort::Gpe, "entity.list.city"),
    (list::REGIONS, Sort::Gpe, "entity.list.region"),
    (list::PLACES, Sort::Loc, "entity.list.place"),
    (list::EVENTS, Sort::Event, "entity.list.event"),
    (list::LAWS, Sort::Law, "entity.list.law"),
    (list::WORKS, Sort::Work, "entity.list.work"),
    (list::ORGANISATIONS, Sort::Org, "entity.list.organisation"),
    (list::FACILITIES, Sort::Fac, "entity.list.facility"),
    (list::PRODUCTS, Sort::Product, "entity.list.product"),
];

/// No entry has more words and marks than this.
const LONGEST: usize = 8;

/// The longest entry that starts at `at` within `range`, and where it ends.
pub(super) fn longest(units: &Units<'_>, at: usize, range: &Range<usize>) -> Option<(usize, Entry)> {
    let mut best: Option<(usize, Entry)> = None;
    for &(list, sort, rule) in NAMES {
        if let Some(end) = longest_in(list, units, at, range)
            && best.is_none_or(|(longest, _)| longest < end)
        {
            best = Some((end, Entry::Name(sort, rule)));
        }
    }
    match longest_in(list::TITLES, units, at, range) {
        Some(end) if best.is_none_or(|(longest, _)| longest < end) => Some((end, Entry::Title)),
        _ => best,
    }
}

/// Where the longest entry of `list` ends that starts at `at`.
pub(super) fn longest_in(list: List, units: &Units<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let mut key = String::new();
    let mut best = None;
    for end in at..range.end.min(at + LONGEST) {
        let unit = units.within(end, range)?;
        if end != at && !unit.glued {
            key.push(' ');
        }
        key.push_str(&unit.key);
        if list.line(&key).is_some_and(|line| is_written_like(units, at..end + 1, line)) {
            best = Some(end + 1);
        }
        if !list.has_prefix(&key) {
            break;
        }
    }
    best
}

/// Whether the words of `range` are capitalised as `line` asks: acronyms in full, other words at least at the start.
fn is_written_like(units: &Units<'_>, range: Range<usize>, line: &str) -> bool {
    let acronym = !line.chars().any(char::is_lowercase);
    if acronym {
        return units.all[range].iter().all(|unit| unit.shape != Shape::Lower && unit.text.chars().all(|letter| !letter.is_lowercase()));
    }
    let starts_small = line.starts_with(char::is_lowercase);
    let small_ok = |key: &str| !line.split([' ', '-']).any(|word| word.starts_with(char::is_uppercase) && word.to_lowercase() == key);
    units.all[range.clone()]
        .iter()
        .enumerate()
        .all(|(at, unit)| !unit.is_word() || unit.is_capital() || (starts_small && at == 0) || small_ok(&unit.key))
        && (starts_small || units.all[range.start].is_capital())
}

/// The name in the lists that the single word at `at` is, leaving out its neighbours.
pub(super) fn single(units: &Units<'_>, at: usize) -> Vec<(Sort, &'static str)> {
    let range = at..at + 1;
    NAMES.iter().filter(|(list, ..)| longest_in(*list, units, at, &range).is_some()).map(|&(_, sort, rule)| (sort, rule)).collect()
}

/// The names in the lists that all the words of `range` together are.
pub(super) fn whole(units: &Units<'_>, range: &Range<usize>) -> Vec<(Sort, &'static str)> {
    NAMES
        .iter()
        .filter(|(list, ..)| longest_in(*list, units, range.start, range) == Some(range.end))
        .map(|&(_, sort, rule)| (sort, rule))
        .collect()
}
