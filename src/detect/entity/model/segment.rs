//! The stretches of words that may hold names: capitalised words, numbers beside them, and the small words between.

use super::super::unit::{Unit, Units};
use crate::language::TokenKind;
use std::ops::Range;

/// So many small words may stand between two capitalised ones of a name: *Ministry of Foreign Affairs and of the Interior*.
const GAP: usize = 3;

/// So many small words may follow the capitalised ones of a name.
const TAIL: usize = 2;

/// The stretches of each sentence, in order. Words outside them are never part of a name.
pub(super) fn segments(units: &Units<'_>) -> Vec<Range<usize>> {
    let mut segments: Vec<Range<usize>> = Vec::new();
    for sentence in &units.sentences {
        let first = segments.len();
        for at in sentence.units.clone() {
            if !is_seed(units, at, &sentence.units) {
                continue;
            }
            match segments[first..].last_mut() {
                Some(last) if at <= last.end + GAP => last.end = at + 1,
                _ => segments.push(at..at + 1),
            }
        }
        extend(units, sentence.units.end, &mut segments[first..]);
    }
    segments
}

/// Lets each stretch go on over the small words right after it: *Gaza strip*, *Oromia regional state*.
fn extend(units: &Units<'_>, end: usize, segments: &mut [Range<usize>]) {
    for at in 0..segments.len() {
        let limit = segments.get(at + 1).map_or(end, |next| next.start).min(segments[at].end + TAIL);
        while segments[at].end < limit && units.all[segments[at].end].is_word() {
            segments[at].end += 1;
        }
    }
}

/// Whether the unit at `at` may begin or end a name.
fn is_seed(units: &Units<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let unit = &units.all[at];
    let beside = |at: Option<usize>| at.and_then(|at| units.within(at, sentence)).is_some_and(is_written_like_name);
    is_written_like_name(unit) || unit.kind == TokenKind::Number && (beside(at.checked_sub(1)) || beside(Some(at + 1)))
}

fn is_written_like_name(unit: &Unit<'_>) -> bool {
    unit.is_capital() || (unit.is_word() && unit.text.starts_with(['#', '@']))
}
