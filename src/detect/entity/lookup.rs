//! The longest list entry that starts at a word.

use super::index;
use super::list::{self, List};
use super::model::hash;
use super::sort::Sort;
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

/// The bits of these lists.
const NAMED: u64 = {
    let (mut bits, mut at) = (0, 0);
    while at < NAMES.len() {
        bits |= NAMES[at].0.bit();
        at += 1;
    }
    bits
};

/// No entry has more words and marks than this.
const LONGEST: usize = 8;

/// The longest entry that starts at `at` within `range`, and where it ends.
pub(super) fn longest(units: &Units<'_>, at: usize, range: &Range<usize>) -> Option<(usize, Entry)> {
    let mut best: Option<(usize, Entry)> = None;
    walk(units, at, range, NAMED | list::TITLES.bit(), |end, lists| {
        let name = NAMES.iter().find(|(list, ..)| lists & list.bit() != 0 && is_in(*list, units, at..end));
        if let Some((_, sort, rule)) = name {
            best = Some((end, Entry::Name(*sort, rule)));
        } else if lists & list::TITLES.bit() != 0 && is_in(list::TITLES, units, at..end) {
            best = Some((end, Entry::Title));
        }
    });
    best
}

/// Where the longest entry of `list` ends that starts at `at`.
pub(super) fn longest_in(list: List, units: &Units<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let mut best = None;
    walk(units, at, range, list.bit(), |end, _| {
        if is_in(list, units, at..end) {
            best = Some(end);
        }
    });
    best
}

/// Hands each end of an entry of `lists` that starts at `at` to `each`, with the lists that have it but for how it is written.
fn walk(units: &Units<'_>, at: usize, range: &Range<usize>, lists: u64, mut each: impl FnMut(usize, u64)) {
    let mut state = hash::START;
    let mut alive = lists;
    for end in at..range.end.min(at + LONGEST) {
        let Some(unit) = units.within(end, range) else { return };
        let found = if end == at {
            unit.lists
        } else {
            let gap = if unit.glued { "" } else { " " };
            state = gap.bytes().chain(unit.key.bytes()).fold(state, hash::step);
            index::find(hash::finish(state))
        };
        if found.whole & alive != 0 {
            each(end + 1, found.whole & alive);
        }
        alive &= found.start;
        if alive == 0 {
            return;
        }
        if end == at {
            state = unit.key.bytes().fold(state, hash::step);
        }
    }
}

/// Whether `list` has the words of `range` as they are written.
fn is_in(list: List, units: &Units<'_>, range: Range<usize>) -> bool {
    let line = if range.len() == 1 { list.line(&units.all[range.start].key) } else { list.line(&units.key(range.clone())) };
    line.is_some_and(|line| is_written_like(units, range, line))
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
    whole(units, &(at..at + 1))
}

/// The names in the lists that all the words of `range` together are.
pub(super) fn whole(units: &Units<'_>, range: &Range<usize>) -> Vec<(Sort, &'static str)> {
    let lists = match range.len() {
        0 => return Vec::new(),
        1 => units.all[range.start].lists,
        _ => index::find(hash::text(&units.key(range.clone()))),
    };
    let names = NAMES.iter().filter(|(list, ..)| lists.whole & list.bit() != 0 && is_in(*list, units, range.clone()));
    names.map(|&(_, sort, rule)| (sort, rule)).collect()
}
