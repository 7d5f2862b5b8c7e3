//! Where the model and the rules disagree about a name: what is then shown.

use super::decide::Verdict;
use super::list;
use super::model::decode::Tagged;
use super::rules::{self, Ruled};
use super::sort::Sort;
use super::unit::{Style, Units};
use crate::annotation::EntityKind;
use std::ops::Range;

/// No name has more words and marks; what is longer is shouted.
const LONGEST: usize = 16;

/// Names less likely than this that no rule knows are not shown: they would be wrong far more often than right.
const LEAST: f32 = 0.3;

/// Below this a long name of a rare type is not shown either, and the rules say what is in it.
const DOUBTFUL: f32 = 0.5;
/// The same in a headline, where capitals join words that belong to no name.
const SURE: f32 = 0.9;
/// A name of more words than this is long.
const LONG: usize = 4;

/// The units, the kind and the confidence of a name.
pub(super) type Settled = (Range<usize>, EntityKind, f32);

/// A name that the model found, as it is shown; `None` when it is not.
pub(super) fn settle(units: &Units<'_>, ruled: &Ruled, name: &Tagged) -> Option<Settled> {
    let mut range = name.units.clone();
    // An article stays outside a name that is known without it.
    let inner = range.start + 1..range.end;
    if units.all[range.start].key == "the" && ruled.at(&inner).is_some() {
        range = inner;
    }
    // Capitals at the start of a sentence mislead where the model knows no word of the language.
    if units.all[range.start].initial && list::FOREIGN_OPENERS.has(&units.all[range.start].key) {
        range.start += 1;
    }
    if range.is_empty() {
        return None;
    }
    // A saint before a place is part of it.
    let place = matches!(name.sort, Sort::Gpe | Sort::Loc | Sort::Fac);
    if place && range.start.checked_sub(1).is_some_and(|before| matches!(units.all[before].text, "St." | "St" | "Saint")) {
        range.start -= 1;
    }
    if LONGEST < range.len() {
        return None;
    }
    let verdict = ruled.at(&range);
    // A long name of a rare type is as a rule a headline that was taken for one.
    let long = LONG < range.len() && !matches!(name.sort, Sort::Person | Sort::Org | Sort::Gpe | Sort::Loc | Sort::Fac);
    let needed = if long && is_headline(units, &range) {
        SURE
    } else if long {
        DOUBTFUL
    } else {
        LEAST
    };
    if name.likelihood < needed && verdict.is_none() {
        return None;
    }
    let known = verdict.map(|verdict| verdict.sort);
    let kind = match (name.sort, known) {
        // The corpora say little of what is neither person, organisation nor place, and do not tell places apart: there the lists and
        // head words know better.
        (
            Sort::Org | Sort::Event | Sort::Work | Sort::Product | Sort::Law | Sort::Misc,
            Some(sort @ (Sort::Event | Sort::Law | Sort::Product | Sort::Work)),
        ) => sort.kind(),
        (Sort::Gpe | Sort::Loc | Sort::Fac, Some(sort @ (Sort::Gpe | Sort::Loc | Sort::Fac))) => sort.kind(),
        _ => name.sort.kind(),
    };
    let kind = kind?;
    // Where the rules chose the kind, the model's likelihood is that of another.
    let chosen = name.sort.kind().as_ref() != Some(&kind);
    let sure = verdict.filter(|_| chosen).map_or(name.likelihood, |verdict| name.likelihood.max(0.7 * verdict.confidence));
    Some((range, kind, sure))
}

/// Whether the words of `range` stand in a line whose capitals say nothing.
fn is_headline(units: &Units<'_>, range: &Range<usize>) -> bool {
    let at = units.sentences.partition_point(|sentence| sentence.units.end <= range.start);
    units.sentences.get(at).is_some_and(|sentence| matches!(sentence.style, Style::Title | Style::Caps))
}

/// Adds what the rules surely know of the rare kinds of names, of which the corpora tell the model little, where it found nothing.
pub(super) fn add_rare(ruled: &Ruled, settled: &mut Vec<Settled>) {
    /// Rules less sure than this are not heard.
    const SURE: f32 = 0.75;
    let found: Vec<Range<usize>> = settled.iter().map(|(range, ..)| range.clone()).collect();
    let rare = |verdict: &Verdict| matches!(verdict.sort, Sort::Event | Sort::Law | Sort::Product) && SURE <= verdict.confidence;
    let missed = ruled.named.iter().filter(|(range, verdict)| rare(verdict) && !rules::overlaps(&found, range));
    settled.extend(missed.filter_map(|(range, verdict)| Some((range.clone(), verdict.sort.kind()?, 0.7 * verdict.confidence))));
    settled.sort_by_key(|(range, ..)| range.start);
}

/// What the rules know within a long doubtful name that is not shown itself.
pub(super) fn inside(ruled: &Ruled, name: &Tagged) -> Vec<Settled> {
    let first = ruled.named.partition_point(|(named, _)| named.start < name.units.start);
    let within = ruled.named[first..].iter().take_while(|(named, _)| named.end <= name.units.end);
    let within = within.filter(|_| LONG < name.units.len() && (name.sort != Sort::Misc || name.likelihood < DOUBTFUL));
    within.filter_map(|(named, verdict)| Some((named.clone(), verdict.sort.kind()?, 0.7 * verdict.confidence))).collect()
}

/// The parts of a place with the larger one that it lies in, *Sarasota, Fla.*, as names of their own; any other name as it is.
pub(super) fn parts(units: &Units<'_>, name: Tagged) -> Vec<Tagged> {
    let place = matches!(name.sort, Sort::Gpe | Sort::Loc);
    let comma = name.units.clone().find(|at| place && units.all[*at].text == ",").filter(|at| at + 1 < name.units.end);
    match comma {
        Some(at) => vec![Tagged { units: name.units.start..at, ..name.clone() }, Tagged { units: at + 1..name.units.end, ..name }],
        None => vec![name],
    }
}
