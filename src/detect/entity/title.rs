//! The titles before a name: *U.S. Defense Secretary*, *Mr.*

use super::unit::Units;
use super::{list, lookup};
use crate::text::Span;

/// No title has more words.
const LONGEST: usize = 8;

/// The titles right before the unit `start`.
pub(super) fn before(units: &Units<'_>, start: usize) -> Option<Span> {
    let mut end = start;
    while let Some(first) = first_of_title(units, end) {
        end = first;
    }
    (end < start).then(|| units.span(&(end..start)))
}

/// Where the longest title starts that ends before the unit `end`.
fn first_of_title(units: &Units<'_>, end: usize) -> Option<usize> {
    (end.saturating_sub(LONGEST)..end).find(|at| lookup::longest_in(list::TITLES, units, *at, &(*at..end)) == Some(end))
}
