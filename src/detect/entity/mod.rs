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
mod link;
mod list;
mod lookup;
mod number;
mod pronoun;
mod reason;
mod unit;

pub use reason::explain;

use super::Reading;
use crate::annotation::{Entity, Form, Label, Mention, Suggestion};
use decide::Verdict;
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
    let verdicts = decide::decide(&units, &candidates);
    let mut mentions: Vec<Suggestion> = numbers.iter().map(|found| numbered(&units, found)).collect();
    mentions.extend(
        candidates.iter().zip(&verdicts).filter_map(|(candidate, verdict)| verdict.map(|verdict| named(&units, candidate, verdict))),
    );
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

/// The day of publication, when it is known.
fn today(reading: &Reading<'_>) -> Option<jiff::civil::Date> {
    reading.metadata.published.as_ref().and_then(|fact| fact.value.get(..10)).and_then(|day| day.parse().ok())
}

fn numbered(units: &Units<'_>, found: &number::Found) -> Suggestion {
    let mention = Mention { value: found.value.clone(), ..Mention::named(found.kind.clone()) };
    Suggestion::new(units.span(&found.units), Label::Entity(mention), found.confidence, found.rule)
}

fn named(units: &Units<'_>, candidate: &candidate::Candidate, verdict: Verdict) -> Suggestion {
    let mention = Mention { form: Form::Name, title: candidate.title, ..Mention::named(verdict.sort.kind()) };
    Suggestion::new(units.span(&candidate.units), Label::Entity(mention), verdict.confidence, verdict.rule)
}
