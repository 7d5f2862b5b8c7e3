//! Mentions of named things, and which of them name the same thing.
//!
//! Dates and numbers are found by grammar. Names are found by rules first: candidates (where a name may stand), evidence (what its words
//! and its neighbours say), decision (pooled over the document). The model then decides, with the rules' finds among its evidence; where
//! it cannot read the language, the rules do.

mod acronym;
mod alias;
mod candidate;
mod context;
mod decide;
mod evidence;
mod gender;
mod head;
mod index;
mod key;
mod known;
mod link;
mod list;
mod lookup;
pub mod model;
mod number;
mod own;
mod pronoun;
mod reason;
mod rules;
mod settle;
pub mod sort;
mod title;
mod unit;

#[cfg(test)]
mod tests;

pub use reason::explain;

use super::Reading;
use crate::annotation::{Entity, EntityKind, Label, Mention, Suggestion};
use decide::Verdict;
use rules::{Ruled, rules};
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

/// Whether the given name of a person is a woman’s or a man’s; none where it does not tell.
pub(super) fn is_womans_name(given: &str) -> Option<bool> {
    gender::of_given_name(&key::key(given)).map(|gender| gender == gender::Gender::Female)
}

/// Finds the mentions by name, unlinked.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Suggestion> {
    let units = unit::cut(reading);
    let (numbers, ruled) = rules(&units, reading);
    let mut names = if model::is_readable(&units) { learnt(&units, &ruled) } else { by_rule(&units, &ruled) };
    let ranges: Vec<Range<usize>> = names.iter().map(|(range, _)| range.clone()).collect();
    // What grammar settles stays, unless it is part of a longer name: *Sunday Times*, *Theresa May*.
    let numbers = numbers.iter().filter(|found| !ranges.iter().any(|name| holds(name, &found.units)));
    let (numbers, taken): (Vec<Suggestion>, Vec<Range<usize>>) =
        numbers.map(|found| (numbered(&units, found), found.units.clone())).unzip();
    names.retain(|(range, _)| !rules::overlaps(&taken, range));
    let mut mentions: Vec<Suggestion> = numbers.into_iter().chain(names.into_iter().map(|(_, name)| name)).collect();
    mentions.sort_by_key(Suggestion::extent);
    mentions
}

/// Whether `name` holds all of `part` and more.
fn holds(name: &Range<usize>, part: &Range<usize>) -> bool {
    name.start <= part.start && part.end <= name.end && part.len() < name.len()
}

/// The names that the model finds.
fn learnt(units: &Units<'_>, ruled: &Ruled) -> Vec<(Range<usize>, Suggestion)> {
    let Some(model) = model::shipped() else { return by_rule(units, ruled) };
    let names = model::names(&model, units, ruled).into_iter().flat_map(|name| settle::parts(units, name));
    let settled = names.flat_map(|name| settle::settle(units, ruled, &name).map_or_else(|| settle::inside(ruled, &name), |one| vec![one]));
    let mut settled: Vec<settle::Settled> = settled.collect();
    settle::add_rare(ruled, &mut settled);
    settled.into_iter().map(|(range, kind, sure)| (range.clone(), suggestion(units, ruled, &range, kind, sure))).collect()
}

/// The names that the rules find.
fn by_rule(units: &Units<'_>, ruled: &Ruled) -> Vec<(Range<usize>, Suggestion)> {
    let suggest = |(range, verdict): &(Range<usize>, Verdict)| {
        Some((range.clone(), suggestion(units, ruled, range, verdict.sort.kind()?, verdict.confidence)))
    };
    ruled.named.iter().filter_map(suggest).collect()
}

/// The mention at `range`; the rules say why where they agree.
fn suggestion(units: &Units<'_>, ruled: &Ruled, range: &Range<usize>, kind: EntityKind, confidence: f32) -> Suggestion {
    let agrees = ruled.at(range).filter(|verdict| verdict.sort.kind().as_ref() == Some(&kind));
    let rule = agrees.map_or("entity.model", |verdict| verdict.rule);
    let title = if kind == EntityKind::Person { title::before(units, range.start) } else { None };
    let mention = Mention { title, ..Mention::named(kind) };
    Suggestion::new(units.span(range), Label::Entity(mention), confidence, rule)
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

fn numbered(units: &Units<'_>, found: &number::Found) -> Suggestion {
    let mention = Mention { value: found.value.clone(), ..Mention::named(found.kind.clone()) };
    Suggestion::new(units.span(&found.units), Label::Entity(mention), found.confidence, found.rule)
}
