//! Which entity a pronoun or a description means: the most prominent one before it that fits.

use super::super::entity::is_womans_name;
use super::lexicon::{Flags, Lexicon};
use crate::annotation::{Entity, EntityId, EntityKind, Form, Suggestion};
use crate::text::Span;
use std::collections::BTreeMap;

/// How many mentions before a pronoun are looked at.
const WINDOW: usize = 24;

/// Man or woman, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// *he*
    Man,
    /// *she*
    Woman,
}

/// What the text tells of its entities, gathered once.
#[derive(Debug, Default)]
pub(super) struct Known {
    genders: BTreeMap<EntityId, Gender>,
    /// Descriptions that stand beside a name, by where they stand: *governor* at byte 120 is entity 3.
    roles: BTreeMap<String, Vec<(u32, EntityId)>>,
    /// Per mention, whether it stands in text that is read.
    readable: Vec<bool>,
}

/// Where a pronoun or description stands, and what was said before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// First byte of the pronoun or description.
    pub(super) at: u32,
    /// First byte of its line.
    pub(super) line: u32,
    /// First byte of its block.
    pub(super) block: u32,
    /// First byte of the line before.
    pub(super) line_before: u32,
    /// Who spoke last.
    pub(super) last_speaker: Option<EntityId>,
    /// Whether that was in the same block.
    pub(super) spoke_here: bool,
}

static GIVEN: std::sync::LazyLock<BTreeMap<&'static str, Gender>> = std::sync::LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for line in include_str!("../../../seeds/lists/given.txt").lines() {
        let mut words = line.split_whitespace();
        let gender = match words.next() {
            Some("he") => Gender::Man,
            Some("she") => Gender::Woman,
            _ => continue,
        };
        names.extend(words.map(|word| (word, gender)));
    }
    names
});

impl Known {
    /// Reads titles, given names and descriptions beside the names.
    pub(super) fn gather(text: &str, lexicon: &Lexicon, mentions: &[Suggestion], entities: &[Entity], readable: Vec<bool>) -> Self {
        let mut known = Self { readable, ..Self::default() };
        for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            let first = entity.name.split([' ', '-']).next().unwrap_or_default().to_lowercase();
            let listed = || is_womans_name(&first).map(|woman| if woman { Gender::Woman } else { Gender::Man });
            if let Some(gender) = GIVEN.get(first.as_str()).copied().or_else(listed) {
                known.genders.insert(entity.id, gender);
            }
        }
        for suggestion in mentions {
            if let Some(mention) = suggestion.label.mention()
                && let Some(entity) = mention.entity
                && mention.kind == EntityKind::Person
            {
                known.beside(text, lexicon, suggestion.extent(), entity);
            }
        }
        known
    }

    /// Reads the words before the name and the apposition after it.
    fn beside(&mut self, text: &str, lexicon: &Lexicon, name: Span, entity: EntityId) {
        let mut buffer = String::new();
        let line_start = text[..name.from()]
            .char_indices()
            .rev()
            .take(60)
            .take_while(|&(_, sign)| !".,;:\n“”\"".contains(sign) || sign == '.')
            .last()
            .map_or(name.from(), |(at, _)| at);
        for word in text[line_start..name.from()].split_whitespace().rev().take(4) {
            let flags = lexicon.flags(word.trim_end_matches('.'), &mut buffer);
            if !flags.any(Flags::TITLE.with(Flags::PERSON).with(Flags::NAME))
                && flags.any(Flags::PREP.with(Flags::DET).with(Flags::AUX).with(Flags::SPEECH))
            {
                break;
            }
            self.note(&full_title(&buffer), flags, name.start, entity);
        }
        if let Some(noun) = text[..name.from()].strip_suffix(", ").and_then(|before| before.rsplit([' ', '\n']).next()) {
            let flags = lexicon.flags(noun, &mut buffer);
            self.note(&full_title(&buffer), flags, name.start, entity);
        }
        if let Some(rest) = text[name.to()..].strip_prefix(", ") {
            for word in rest.split([' ', '\n']).take(6) {
                let flags = lexicon.flags(word.trim_end_matches([',', '.']), &mut buffer);
                self.note(&full_title(&buffer), flags, name.start, entity);
                if word.ends_with([',', '.']) || flags.any(Flags::PREP.with(Flags::REL).with(Flags::AUX)) && !flags.any(Flags::DET) {
                    break;
                }
            }
        }
    }

    fn note(&mut self, word: &str, flags: Flags, at: u32, entity: EntityId) {
        if flags.any(Flags::TITLE.with(Flags::PERSON)) {
            self.roles.entry(word.to_owned()).or_default().push((at, entity));
        }
        match (flags.any(Flags::HE), flags.any(Flags::SHE)) {
            (true, false) if flags.any(Flags::TITLE.with(Flags::PERSON)) => drop(self.genders.entry(entity).or_insert(Gender::Man)),
            (false, true) if flags.any(Flags::TITLE.with(Flags::PERSON)) => drop(self.genders.insert(entity, Gender::Woman)),
            _ => {}
        }
    }

    /// The most prominent of those whom the text describes by `role`: *the governor*; else the one described last, or first below.
    pub(super) fn described(&self, mentions: &[Suggestion], place: Place, role: &str) -> Option<EntityId> {
        let uses = self.roles.get(&full_title(role))?;
        let before = uses.partition_point(|&(at, _)| at < place.at);
        let so_called = |_: &EntityKind, entity: EntityId| uses[..before].iter().rev().take(WINDOW).any(|&(_, one)| one == entity);
        let last = before.checked_sub(1).and_then(|last| uses.get(last)).or_else(|| uses.first());
        self.most_prominent(mentions, place, None, &so_called).or_else(|| last.map(|&(_, entity)| entity))
    }

    /// The body named last whose name has the word `noun`: *the council* after *Atlantic Council*.
    pub(super) fn body_called(&self, mentions: &[Suggestion], text: &str, place: Place, noun: &str) -> Option<EntityId> {
        let end = mentions.partition_point(|mention| mention.extent().start < place.at);
        let called = |mention: &&Suggestion| mention.extent().of(text).split(' ').any(|word| word.eq_ignore_ascii_case(noun));
        let body = |mention: &&Suggestion| mention.label.mention().is_some_and(|mention| mention.kind == EntityKind::Org);
        mentions[..end].iter().rev().take(4 * WINDOW).filter(body).find(called)?.label.mention()?.entity
    }

    /// Whom *he* or *she* means.
    pub(super) fn person(&self, mentions: &[Suggestion], place: Place, gender: Option<Gender>) -> Option<EntityId> {
        self.most_prominent(mentions, place, gender, &|kind, _| *kind == EntityKind::Person)
    }

    /// What body *it* means, or *the company*, which is no place.
    pub(super) fn body(&self, mentions: &[Suggestion], place: Place, places_too: bool) -> Option<EntityId> {
        self.most_prominent(mentions, place, None, &|kind, _| *kind == EntityKind::Org || places_too && *kind == EntityKind::Gpe)
    }

    fn most_prominent(
        &self,
        mentions: &[Suggestion],
        place: Place,
        gender: Option<Gender>,
        fits: &dyn Fn(&EntityKind, EntityId) -> bool,
    ) -> Option<EntityId> {
        let end = mentions.partition_point(|mention| mention.extent().start < place.at);
        let mut scores: Vec<(EntityId, f32)> = Vec::new();
        let mut rank = 0.0_f32;
        for index in (end.saturating_sub(WINDOW)..end).rev() {
            let suggestion = &mentions[index];
            let Some(mention) = suggestion.label.mention().filter(|_| self.readable.get(index).copied().unwrap_or(true)) else { continue };
            let Some(entity) = mention.entity.filter(|&entity| fits(&mention.kind, entity) && suggestion.extent().len() > 1) else {
                continue;
            };
            if gender.zip(self.genders.get(&entity)).is_some_and(|(wanted, &known)| wanted != known) {
                continue;
            }
            let score = prominence(suggestion, place, rank)
                + if place.last_speaker != Some(entity) {
                    0.0
                } else if place.spoke_here {
                    2.0
                } else {
                    0.8
                }
                + if gender.is_some() && self.genders.get(&entity) == gender.as_ref() { 1.0 } else { 0.0 };
            rank += 1.0;
            match scores.iter_mut().find(|(known, _)| *known == entity) {
                Some((_, best)) => *best = best.max(score) + 0.2,
                None => scores.push((entity, score)),
            }
        }
        let best = scores
            .into_iter()
            .fold(None, |best: Option<(EntityId, f32)>, one| if best.is_some_and(|best| best.1 >= one.1) { best } else { Some(one) })?;
        (best.1 > -6.0).then_some(best.0)
    }
}

/// How much a mention stands out for a pronoun at `place`: near, early in its line, in the same paragraph.
fn prominence(suggestion: &Suggestion, place: Place, rank: f32) -> f32 {
    let at = suggestion.extent().start;
    let near = if at >= place.line {
        2.5
    } else if at >= place.line_before {
        1.5
    } else if at >= place.block {
        0.5
    } else {
        -1.0
    };
    let into_line = if at >= place.line { at - place.line } else { at.saturating_sub(place.line_before) };
    let subject = match into_line {
        _ if at < place.line_before => 0.0,
        0..25 if at >= place.line => 3.5,
        0..25 => 2.5,
        25..45 => 1.0,
        _ => 0.0,
    };
    let form = suggestion.label.mention().map_or(Form::Name, |mention| mention.form);
    near + subject - 0.35 * rank + if form == Form::Pronoun { 0.5 } else { 0.0 }
}

/// Short titles as they are written in full.
fn full_title(word: &str) -> String {
    let word = word.trim_end_matches('.').to_lowercase();
    match word.as_str() {
        "sen" => "senator".to_owned(),
        "gov" => "governor".to_owned(),
        "rep" | "congresswoman" | "representative" => "congressman".to_owned(),
        "dr" => "doctor".to_owned(),
        "prof" => "professor".to_owned(),
        "gen" => "general".to_owned(),
        "cllr" => "councillor".to_owned(),
        _ => word,
    }
}
