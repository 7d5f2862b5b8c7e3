//! Names of several words that a list or the filter of names has.

use super::super::lookup::{self, Entry};
use super::super::unit::Units;
use super::filter::{Filter, Known};
use super::hash;
use std::ops::Range;

/// The lists of the filter whose entries may have several words.
const LONG: [Known; 3] = [Known::City, Known::Admin, Known::Company];
/// No entry that is looked for has more words.
const LONGEST: usize = 5;

/// For each unit what the longest list entry over it is: 0 for none, else the list's number times four, plus 0 for an entry of one word,
/// 1 for the first word, 2 for an inner one, 3 for the last.
pub(super) fn marks(units: &Units<'_>, segments: &[Range<usize>]) -> Vec<u8> {
    let mut marks = vec![0; units.all.len()];
    for segment in segments {
        let mut at = segment.start;
        while at < segment.end {
            let entry = if units.all[at].is_capital() { lookup::longest(units, at, segment) } else { None };
            let Some((end, entry)) = entry else {
                at += 1;
                continue;
            };
            let list = match entry {
                Entry::Name(sort, _) => 1 + sort as u8,
                Entry::Title => 12,
            };
            mark(&mut marks, at..end, list);
            at = end;
        }
    }
    marks
}

/// The same for the names of several words in the filter.
pub(super) fn known(units: &Units<'_>, segments: &[Range<usize>], filter: Filter<'_>) -> Vec<u8> {
    let mut marks = vec![0; units.all.len()];
    for segment in segments {
        let mut at = segment.start;
        while at < segment.end {
            match longest(units, at, segment, filter) {
                Some((end, list)) => {
                    mark(&mut marks, at..end, 1 + list);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    marks
}

fn longest(units: &Units<'_>, at: usize, segment: &Range<usize>, filter: Filter<'_>) -> Option<(usize, u8)> {
    let first = &units.all[at];
    if !first.is_capital() || !filter.has(Known::Prefix, first.hash) {
        return None;
    }
    let far = segment.end.min(at + LONGEST);
    (at + 2..=far).rev().filter(|end| units.all[end - 1].is_capital()).find_map(|end| {
        let name = hash::text(&units.key(at..end));
        LONG.iter().find(|list| filter.has(**list, name)).map(|list| (end, *list as u8))
    })
}

fn mark(marks: &mut [u8], range: Range<usize>, list: u8) {
    let (start, last) = (range.start, range.end - 1);
    for at in range {
        let place = match (at == start, at == last) {
            (true, true) => 0,
            (true, false) => 1,
            (false, false) => 2,
            (false, true) => 3,
        };
        marks[at] = 4 * list + place;
    }
}
