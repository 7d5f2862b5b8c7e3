//! Where the model and the rules disagree about a name: what is then shown.

use super::evidence::Sort;
use super::model::decode::Tagged;
use super::model::tags::Type;
use super::rules::Ruled;
use super::unit::Units;
use crate::annotation::EntityKind;
use std::ops::Range;

/// No name has more words and marks; what is longer is shouted.
const LONGEST: usize = 16;

/// The units and the kind of a name that the model found; `None` when it is not shown.
pub(super) fn settle(units: &Units<'_>, ruled: &Ruled, name: &Tagged) -> Option<(Range<usize>, EntityKind)> {
    let mut range = name.units.clone();
    // An article stays outside a name that is known without it.
    let inner = range.start + 1..range.end;
    if units.all[range.start].key == "the" && ruled.at(&inner).is_some() {
        range = inner;
    }
    if LONGEST < range.len() {
        return None;
    }
    // The corpora say little of what is neither person, organisation nor place: there the lists and head words know better.
    let rare = matches!(name.sort, Type::Org | Type::Event | Type::Work | Type::Product | Type::Law | Type::Misc);
    let known = ruled.at(&range).map(|verdict| verdict.sort).filter(|_| rare);
    let kind = match known {
        Some(sort @ (Sort::Event | Sort::Law | Sort::Product | Sort::Work)) => Some(sort.kind()),
        _ => name.sort.kind(),
    };
    kind.map(|kind| (range, kind))
}
