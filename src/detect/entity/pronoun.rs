//! *He* and *she*: the person that a pronoun most likely refers to, where that is clear.

use super::gender::{self, Gender};
use super::key::key;
use crate::annotation::{EntityId, EntityKind, Form, Label, Mention, Suggestion};
use crate::detect::Reading;
use crate::language::TokenKind;
use std::collections::BTreeMap;

/// A person as last mentioned.
#[derive(Clone, Copy, Debug)]
struct Seen {
    entity: EntityId,
    sentence: usize,
    /// Whether it was the first person of its sentence.
    first: bool,
    /// Whether a pronoun referred to them there.
    pronoun: bool,
}

/// How many sentences back a pronoun may reach.
const REACH: usize = 4;

/// Inside quotation marks somebody else speaks, whom the pronoun hardly means: there it takes this much certainty.
const SURE: f32 = 0.8;

/// The pronouns that refer to persons among `mentions`, which are in the order of the text and linked.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Suggestion]) -> Vec<Suggestion> {
    let named = genders(reading.text, mentions);
    let mut totals: BTreeMap<EntityId, f32> = BTreeMap::new();
    for entity in mentions.iter().filter_map(person) {
        *totals.entry(entity).or_default() += 1.0;
    }
    let first = resolve(reading, mentions, &named, &totals);
    let told = told_by_pronouns(reading.text, &first, named.clone());
    if told == named { first } else { resolve(reading, mentions, &told, &totals) }
}

/// The genders, with those of the persons to whom almost all pronouns that mean them give the same one.
fn told_by_pronouns(text: &str, found: &[Suggestion], mut genders: BTreeMap<EntityId, Gender>) -> BTreeMap<EntityId, Gender> {
    let mut votes: BTreeMap<EntityId, [f32; 2]> = BTreeMap::new();
    for one in found {
        let gender = gender::of_pronoun(&key(one.extent().of(text)));
        if let (Some(entity), Some(gender)) = (person(one), gender) {
            votes.entry(entity).or_default()[gender as usize] += one.confidence - 0.4;
        }
    }
    /// Two pronouns, nearly.
    const ENOUGH: f32 = 0.9;
    for (entity, votes) in votes {
        let [female, male] = votes;
        if ENOUGH <= female.max(male) && 4.0 * female.min(male) <= female.max(male) {
            genders.entry(entity).or_insert(if female < male { Gender::Male } else { Gender::Female });
        }
    }
    genders
}

/// The pronouns that refer to persons, as far as their `genders` are known.
fn resolve(
    reading: &Reading<'_>,
    mentions: &[Suggestion],
    genders: &BTreeMap<EntityId, Gender>,
    totals: &BTreeMap<EntityId, f32>,
) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut seen: Vec<Seen> = Vec::new();
    let mut counts: BTreeMap<EntityId, f32> = BTreeMap::new();
    let mut next = mentions.iter().peekable();
    for (number, sentence) in reading.language.sentences.iter().enumerate() {
        let mut quoted = false;
        let mut first = true;
        seen.retain(|one| number <= one.sentence + REACH);
        for token in &reading.language.tokens[sentence.tokens.clone()] {
            let word = token.span.of(reading.text);
            quoted = if token.kind == TokenKind::Quote { after_quote(word, quoted) } else { quoted };
            while let Some(mention) = next.next_if(|mention| mention.extent().start <= token.span.start) {
                if let Some(entity) = person(mention) {
                    note(&mut seen, Seen { entity, sentence: number, first, pronoun: false });
                    *counts.entry(entity).or_default() += 1.0;
                    first = false;
                }
            }
            if !word.starts_with(['h', 's', 'H', 'S']) {
                continue;
            }
            let Some(gender) = gender::of_pronoun(&key(word)) else { continue };
            let reflexive = word.ends_with("self").then(|| last_in(&seen, genders, gender, number)).flatten();
            let search = Search { genders, counts: &counts, totals, gender, number };
            if let Some((entity, confidence)) = reflexive.or_else(|| search.antecedent(&seen)).filter(|(_, sure)| !quoted || SURE <= *sure)
            {
                let mention = Mention { form: Form::Pronoun, entity: Some(entity), ..Mention::named(EntityKind::Person) };
                found.push(Suggestion::new(token.span, Label::Entity(mention), confidence, "entity.pronoun"));
                note(&mut seen, Seen { entity, sentence: number, first, pronoun: true });
                first = false;
            }
        }
    }
    found
}

/// Whether the text goes on inside quotation marks after `mark`.
fn after_quote(mark: &str, quoted: bool) -> bool {
    match mark {
        "“" | "„" | "«" => true,
        "”" | "»" => false,
        "\"" => !quoted,
        _ => quoted,
    }
}

fn person(suggestion: &Suggestion) -> Option<EntityId> {
    suggestion.label.mention().filter(|mention| mention.kind == EntityKind::Person).and_then(|mention| mention.entity)
}

fn note(seen: &mut Vec<Seen>, one: Seen) {
    let same_sentence = seen.iter().position(|old| old.entity == one.entity && old.sentence == one.sentence);
    if let Some(at) = same_sentence {
        seen[at].first |= one.first;
        return;
    }
    // Only the nearest persons matter; a crowd is unclear anyway.
    const CROWD: usize = 12;
    if CROWD < seen.len() {
        seen.remove(0);
    }
    seen.push(one);
}

/// The last person of `gender` before a reflexive pronoun in its sentence, the sentence `number`.
fn last_in(seen: &[Seen], genders: &BTreeMap<EntityId, Gender>, gender: Gender, number: usize) -> Option<(EntityId, f32)> {
    let fits = |one: &&Seen| one.sentence == number && genders.get(&one.entity).is_none_or(|known| *known == gender);
    seen.iter().rev().find(fits).map(|one| (one.entity, 0.8))
}

/// A pronoun of `gender` in the sentence `number`, and what is known of the persons.
struct Search<'s> {
    genders: &'s BTreeMap<EntityId, Gender>,
    /// How often each was named up to there.
    counts: &'s BTreeMap<EntityId, f32>,
    /// How often each is named at all.
    totals: &'s BTreeMap<EntityId, f32>,
    gender: Gender,
    number: usize,
}

impl Search<'_> {
    /// The person that the pronoun refers to.
    ///
    /// A person named often, or referred to by a pronoun before, is more likely meant than one who was only named nearby.
    fn antecedent(&self, seen: &[Seen]) -> Option<(EntityId, f32)> {
        let fits = |one: &&Seen| self.genders.get(&one.entity).is_none_or(|known| *known == self.gender);
        let mut scores: Vec<(EntityId, f32)> = Vec::new();
        for one in seen.iter().filter(fits) {
            match scores.iter_mut().find(|(entity, _)| *entity == one.entity) {
                Some((_, total)) => *total = total.max(self.score(one)) + 0.3,
                None => scores.push((one.entity, self.score(one))),
            }
        }
        scores.sort_by(|left, right| right.1.total_cmp(&left.1));
        let (entity, best) = *scores.first()?;
        let lead = best - scores.get(1).map_or(0.0, |next| next.1);
        let confidence = if scores.len() == 1 { 0.85 } else { 0.5 + 0.15 * lead };
        (0.53 <= confidence).then_some((entity, confidence.min(0.9)))
    }

    fn score(&self, one: &Seen) -> f32 {
        let bonus = |holds: bool, bonus: f32| if holds { bonus } else { 0.0 };
        let near = 3.0 - (self.number - one.sentence) as f32;
        let often = (0.15 * self.counts.get(&one.entity).copied().unwrap_or(0.0)).min(1.2);
        let total = 0.3 * libm::logf(self.totals.get(&one.entity).copied().unwrap_or(1.0));
        let known = bonus(self.genders.contains_key(&one.entity), 0.8);
        near + often + total + bonus(one.first, 1.2) + bonus(one.pronoun, 0.6) + known
    }
}

/// The gender of each person whose title or given name tells it.
fn genders(text: &str, mentions: &[Suggestion]) -> BTreeMap<EntityId, Gender> {
    let mut genders = BTreeMap::new();
    for suggestion in mentions {
        let (Some(entity), Some(mention)) = (person(suggestion), suggestion.label.mention()) else { continue };
        let titled = mention.title.and_then(|title| gender::of_title(title.of(text)));
        let name = suggestion.extent().of(text);
        let given = || name.split_once(' ').and_then(|(given, _)| gender::of_given_name(&key(given)));
        if let Some(gender) = titled.or_else(given) {
            genders.entry(entity).or_insert(gender);
        }
    }
    genders
}
