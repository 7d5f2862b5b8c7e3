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
    let genders = genders(reading.text, mentions);
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
            let Some(gender) = gender::of_pronoun(&key(word)) else { continue };
            let reflexive = word.ends_with("self").then(|| last_in(&seen, &genders, gender, number)).flatten();
            if let Some((entity, confidence)) =
                reflexive.or_else(|| antecedent(&seen, &genders, &counts, gender, number)).filter(|(_, sure)| !quoted || SURE <= *sure)
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

/// The person of `gender` that a pronoun in the sentence `number` refers to.
///
/// A person named often, or referred to by a pronoun before, is more likely meant than one who was only named nearby.
fn antecedent(
    seen: &[Seen],
    genders: &BTreeMap<EntityId, Gender>,
    counts: &BTreeMap<EntityId, f32>,
    gender: Gender,
    number: usize,
) -> Option<(EntityId, f32)> {
    let fits = |one: &&Seen| genders.get(&one.entity).is_none_or(|known| *known == gender);
    let score = |one: &Seen| {
        let near = 3.0 - (number - one.sentence) as f32;
        let often = (0.15 * counts.get(&one.entity).copied().unwrap_or(0.0)).min(1.2);
        let bonus = |holds: bool, bonus: f32| if holds { bonus } else { 0.0 };
        near + often + bonus(one.first, 1.2) + bonus(one.pronoun, 0.6) + bonus(genders.contains_key(&one.entity), 0.8)
    };
    let mut scores: Vec<(EntityId, f32)> = Vec::new();
    for one in seen.iter().filter(fits) {
        match scores.iter_mut().find(|(entity, _)| *entity == one.entity) {
            Some((_, total)) => *total = total.max(score(one)) + 0.3,
            None => scores.push((one.entity, score(one))),
        }
    }
    scores.sort_by(|left, right| right.1.total_cmp(&left.1));
    let (entity, best) = *scores.first()?;
    let lead = best - scores.get(1).map_or(0.0, |next| next.1);
    let confidence = if scores.len() == 1 { 0.85 } else { 0.5 + 0.15 * lead };
    (0.53 <= confidence).then_some((entity, confidence.min(0.9)))
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
