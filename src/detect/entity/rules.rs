//! What the rules and lists say: the candidates of the document, their evidence, and the names among them.

use super::candidate::{self, Candidate};
use super::decide::{self, Verdict};
use super::evidence::Evidence;
use super::number::{self, Found};
use super::unit::Units;
use super::{context, known};
use crate::detect::Reading;
use std::ops::Range;

/// What the rules say of a document.
#[derive(Debug)]
pub(super) struct Ruled {
    /// The stretches that may be names, in order.
    pub(super) candidates: Vec<Candidate>,
    /// What the words around each candidate say.
    pub(super) contexts: Vec<Evidence>,
    /// The names, in order and apart.
    pub(super) named: Vec<(Range<usize>, Verdict)>,
    /// What is a date or a number, in order and apart.
    pub(super) taken: Vec<Range<usize>>,
}

impl Ruled {
    /// What the rules say of exactly the units `range`.
    pub(super) fn at(&self, range: &Range<usize>) -> Option<&Verdict> {
        let first = self.named.partition_point(|(named, _)| named.start < range.start);
        self.named.get(first).filter(|(named, _)| named == range).map(|(_, verdict)| verdict)
    }
}

/// The dates and numbers in `units`, and what the rules say of the rest.
pub(super) fn rules(units: &Units<'_>, reading: &Reading<'_>) -> (Vec<Found>, Ruled) {
    let numbers = number::find(units, today(reading));
    let taken: Vec<_> = numbers.iter().map(|found| found.units.clone()).collect();
    let candidates = candidate::find(units, &taken);
    let contexts: Vec<_> = candidates.iter().map(|candidate| context::of(units, candidate)).collect();
    let verdicts = decide::decide(units, &candidates, &contexts);
    let named = named(units, &candidates, verdicts, &taken);
    (numbers, Ruled { candidates, contexts, named, taken })
}

/// The names among `candidates`; where a name known from elsewhere stands, that one.
fn named(
    units: &Units<'_>,
    candidates: &[Candidate],
    verdicts: Vec<Option<Verdict>>,
    taken: &[Range<usize>],
) -> Vec<(Range<usize>, Verdict)> {
    let mut again = known::find(units, candidates, &verdicts);
    again.retain(|again| !overlaps(taken, &again.units));
    let known: Vec<Range<usize>> = again.iter().map(|again| again.units.clone()).collect();
    let fresh = candidates.iter().zip(verdicts).filter(|(candidate, _)| !overlaps(&known, &candidate.units));
    let mut named: Vec<_> = fresh.filter_map(|(candidate, verdict)| verdict.map(|verdict| (candidate.units.clone(), verdict))).collect();
    named.extend(again.into_iter().map(|again| {
        let verdict = Verdict { confidence: 0.95 * again.verdict.confidence, rule: "entity.same-as", ..again.verdict };
        (again.units, verdict)
    }));
    named.sort_by_key(|(units, _)| units.start);
    named
}

/// Whether `range` shares a unit with one of `ranges`, which are in order and apart.
pub(super) fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|one| one.end <= range.start);
    ranges.get(next).is_some_and(|one| one.start < range.end)
}

/// The day of publication, when it is known.
fn today(reading: &Reading<'_>) -> Option<jiff::civil::Date> {
    reading.metadata.published.as_ref().and_then(|fact| fact.value.get(..10)).and_then(|day| day.parse().ok())
}
