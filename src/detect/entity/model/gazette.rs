//! Names of several words that a list or the filter of names has.

use super::super::lookup::{self, Entry};
use super::super::unit::Units;
use super::filter::{Filter, Known};
use super::hash;
use super::word::Word;
use std::ops::Range;

/// The lists of the filter whose entries may have several words.
const LONG: [Known; 3] = [Known::City, Known::Admin, Known::Company];
/// Their bits.
const LONG_BITS: u8 = Known::City.bit() | Known::Admin.bit() | Known::Company.bit();
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
pub(super) fn known(units: &Units<'_>, words: &[Word], segments: &[Range<usize>], filter: Filter<'_>) -> Vec<u8> {
    let mut marks = vec![0; units.all.len()];
    for segment in segments {
        let mut at = segment.start;
        while at < segment.end {
            match longest(units, words, at, segment, filter) {
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

fn longest(units: &Units<'_>, words: &[Word], at: usize, segment: &Range<usize>, filter: Filter<'_>) -> Option<(usize, u8)> {
    if !units.all[at].is_capital() || words[at].sets & Known::Prefix.bit() == 0 {
        return None;
    }
    let far = segment.end.min(at + LONGEST);
    (at + 2..=far).rev().filter(|end| units.all[end - 1].is_capital()).find_map(|end| {
        let sets = filter.value(hash::text(&units.key(at..end))) & LONG_BITS;
        LONG.iter().find(|list| sets & list.bit() != 0).map(|list| (end, *list as u8))
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
