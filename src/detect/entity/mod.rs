//! Mentions of named things, and which of them name the same thing.
//!
//! Three steps: candidates (where a name may stand), evidence (what its words and its neighbours say), decision (pooled over the
//! document). Dates and numbers are found by grammar first; names never overlap them.

mod alias;
mod candidate;
mod context;
mod decide;
mod evidence;
mod gender;
mod head;
mod key;
mod known;
mod link;
mod list;
mod lookup;
mod number;
mod own;
mod pronoun;
mod reason;
mod unit;

#[cfg(test)]
mod tests;

pub use reason::explain;

use super::Reading;
use crate::annotation::{Entity, Form, Label, Mention, Suggestion};
use decide::Verdict;
use std::ops::Range;
use unit::Units;

/// Mentions, linked to the entities they name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// The mentions: suggestions of the entity layer, in the order of the text, not overlapping.
    pub mentions: Vec<Suggestion>,
    /// What they name, in the order of first mention.
    pub entities: Vec<Entity>,
}

/// Finds the mentions by name, unlinked.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Suggestion> {
    let units = unit::cut(reading);
    let numbers = number::find(&units, today(reading));
    let taken: Vec<_> = numbers.iter().map(|found| found.units.clone()).collect();
    let candidates = candidate::find(&units, &taken);
    let mut verdicts = decide::decide(&units, &candidates);
    let again = known::find(&units, &candidates, &verdicts);
    give_way(&candidates, &mut verdicts, &again, &taken);
    let mut mentions: Vec<Suggestion> = numbers.iter().map(|found| numbered(&units, found)).collect();
    mentions.extend(
        candidates.iter().zip(&verdicts).filter_map(|(candidate, verdict)| verdict.map(|verdict| named(&units, candidate, verdict))),
    );
    mentions.extend(again.iter().filter(|again| !overlaps(&taken, &again.units)).map(|again| repeated(&units, again)));
    mentions.sort_by_key(Suggestion::extent);
    mentions
}

/// Links mentions that name the same thing, and adds the pronouns that clearly refer to a person among them.
#[must_use]
pub fn link(reading: &Reading<'_>, mentions: Vec<Suggestion>) -> Entities {
    let mut mentions = mentions;
    let entities = link::link(reading.text, &mut mentions);
    let pronouns = pronoun::find(reading, &mentions);
    mentions.extend(pronouns);
    mentions.sort_by_key(Suggestion::extent);
    Entities { mentions, entities }
}

/// Takes back the verdicts on candidates where a known name stands. All three lists are in the order of the text.
fn give_way(candidates: &[candidate::Candidate], verdicts: &mut [Option<Verdict>], again: &[known::Again], taken: &[Range<usize>]) {
    let known: Vec<Range<usize>> = again.iter().map(|again| again.units.clone()).filter(|units| !overlaps(taken, units)).collect();
    for (candidate, verdict) in candidates.iter().zip(verdicts) {
        if overlaps(&known, &candidate.units) {
            *verdict = None;
        }
    }
}

/// Whether `range` shares a unit with one of `ranges`, which are in order and apart.
fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|one| one.end <= range.start);
    ranges.get(next).is_some_and(|one| one.start < range.end)
}

/// The day of publication, when it is known.
fn today(reading: &Reading<'_>) -> Option<jiff::civil::Date> {
    reading.metadata.published.as_ref().and_then(|fact| fact.value.get(..10)).and_then(|day| day.parse().ok())
}

fn numbered(units: &Units<'_>, found: &number::Found) -> Suggestion {
    let mention = Mention { value: found.value.clone(), ..Mention::named(found.kind.clone()) };
    Suggestion::new(units.span(&found.units), Label::Entity(mention), found.confidence, found.rule)
}

fn repeated(units: &Units<'_>, again: &known::Again) -> Suggestion {
    let mention = Mention::named(again.verdict.sort.kind());
    Suggestion::new(units.span(&again.units), Label::Entity(mention), 0.95 * again.verdict.confidence, "entity.same-as")
}

fn named(units: &Units<'_>, candidate: &candidate::Candidate, verdict: Verdict) -> Suggestion {
    let mention = Mention { form: Form::Name, title: candidate.title, ..Mention::named(verdict.sort.kind()) };
    Suggestion::new(units.span(&candidate.units), Label::Entity(mention), verdict.confidence, verdict.rule)
}
