//! From drafts to suggestions: speakers become mentions of entities, kinds are computed.

use super::super::Reading;
use super::super::entity::Entities;
use super::assemble::Material;
use super::draft::{Draft, Source};
use super::kind;
use super::lexicon::{Flags, Lexicon};
use super::resolve::{Gender, Known, Place};
use super::speaker::{self, Named};
use crate::annotation::{EntityId, EntityKind, Form, Label, Mention, Quotation, Speaker, Suggestion};
use crate::text::Span;

/// Makes the suggestions, and adds the pronouns and descriptions that speak to the mentions.
pub(super) fn suggestions(
    material: &Material<'_>,
    lexicon: &Lexicon,
    reading: &Reading<'_>,
    drafts: Vec<Draft>,
    entities: &mut Entities,
) -> Vec<Suggestion> {
    let known = Known::gather(reading.text, lexicon, &entities.mentions, &entities.entities, readable(reading, &entities.mentions));
    let mut finisher = Finisher {
        material,
        lexicon,
        reading,
        known,
        entities,
        last_speaker: None,
        spoken_in: usize::MAX,
        speakers: vec![None; drafts.len()],
        added: Vec::new(),
    };
    for (number, draft) in drafts.iter().enumerate() {
        finisher.speakers[number] = finisher.speaker(draft);
    }
    for number in (0..drafts.len()).rev() {
        if let (None, Source::Like(other)) = (&finisher.speakers[number], &drafts[number].source) {
            finisher.speakers[number] = finisher.speakers.get(*other).cloned().flatten();
        }
    }
    let speakers = not_themselves(&drafts, std::mem::take(&mut finisher.speakers));
    let added = std::mem::take(&mut finisher.added);
    add_mentions(entities, added);
    let mut made: Vec<Suggestion> = drafts.into_iter().zip(speakers).map(|(draft, speaker)| suggestion(material, draft, speaker)).collect();
    made.sort_by_key(Suggestion::extent);
    made
}

/// Within a turn of a transcript nobody calls themselves *he* or *she*: such a speaker is somebody else, nobody knows who.
fn not_themselves(drafts: &[Draft], mut speakers: Vec<Option<Speaker>>) -> Vec<Option<Speaker>> {
    let owner = |number: usize| speakers[number].as_ref().and_then(|speaker| speaker.entity);
    let turns = drafts.iter().enumerate().filter(|(_, draft)| draft.rule == super::TURN);
    let mut owners: Vec<(Span, EntityId)> = turns
        .filter_map(|(number, turn)| Some((turn, owner(number)?)))
        .flat_map(|(turn, own)| turn.parts.iter().map(move |part| (*part, own)))
        .collect();
    owners.sort();
    for (speaker, draft) in speakers.iter_mut().zip(drafts).filter(|(_, draft)| draft.rule != super::TURN && draft.cue.is_some()) {
        let Some(speaker) = speaker.as_mut().filter(|_| matches!(draft.source, Source::Subject(_))) else { continue };
        let Some(span) = speaker.span else { continue };
        let before = owners.partition_point(|(part, _)| part.start <= span.start).checked_sub(1);
        if before.is_some_and(|at| owners[at].0.contains(span) && speaker.entity == Some(owners[at].1)) {
            speaker.entity = None;
        }
    }
    speakers
}

/// Per mention, whether its block is no furniture.
fn readable(reading: &Reading<'_>, mentions: &[Suggestion]) -> Vec<bool> {
    let content = |mention: &Suggestion| {
        let block = reading.blocks.partition_point(|block| block.span.end <= mention.extent().start);
        reading.roles.get(block).is_none_or(|role| !role.is_furniture())
    };
    mentions.iter().map(content).collect()
}

fn suggestion(material: &Material<'_>, draft: Draft, speaker: Option<Speaker>) -> Suggestion {
    let verbatim = if draft.turn { draft.parts.clone() } else { verbatim(material, &draft.parts) };
    let kind = kind::of(material.text, &draft.parts, &verbatim);
    let confidence = if speaker.is_some() { draft.confidence } else { draft.confidence * 0.7 };
    let quotation = Quotation { kind, speaker, cue: draft.cue, verbatim };
    Suggestion {
        spans: draft.parts,
        label: Label::Quotation(quotation),
        confidence: confidence.clamp(0.05, 0.99),
        rule: draft.rule.to_owned(),
    }
}

/// The stretches of `parts` between quotation marks, marks included.
fn verbatim(material: &Material<'_>, parts: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for part in parts {
        let from = material.quotes.partition_point(|quote| quote.span.end <= part.start);
        let inside = material.quotes[from..].iter().take_while(|quote| quote.span.start < part.end);
        found.extend(inside.map(|quote| quote.span).filter(|quote| part.contains(*quote)));
    }
    found
}

/// Adds mentions in their place, leaving out those that overlap one that is there.
fn add_mentions(entities: &mut Entities, mut added: Vec<Suggestion>) {
    added.sort_by_key(Suggestion::extent);
    added.dedup_by_key(|mention| mention.extent());
    added.retain(|one| {
        let after = entities.mentions.partition_point(|mention| mention.extent().end <= one.extent().start);
        entities.mentions.get(after).is_none_or(|mention| !mention.extent().overlaps(one.extent()))
    });
    entities.mentions.append(&mut added);
    entities.mentions.sort_by_key(Suggestion::extent);
}

struct Finisher<'a, 'b> {
    material: &'a Material<'a>,
    lexicon: &'a Lexicon,
    reading: &'a Reading<'a>,
    known: Known,
    entities: &'b Entities,
    last_speaker: Option<EntityId>,
    /// The block of the draft that spoke last.
    spoken_in: usize,
    speakers: Vec<Option<Speaker>>,
    added: Vec<Suggestion>,
}

impl Finisher<'_, '_> {
    fn speaker(&mut self, draft: &Draft) -> Option<Speaker> {
        let speaker = match &draft.source {
            Source::Subject(subject) => {
                let named = speaker::read(&self.material.lines.items, subject.clone(), &self.entities.mentions)?;
                let named = speaker::apposition(&self.material.lines.items, subject, &self.entities.mentions)
                    .filter(|_| named.form == Form::Nominal)
                    .unwrap_or(named);
                self.named(named, draft)
            }
            Source::Words(span) => Speaker { span: Some(*span), entity: self.by_label(*span), text: span.of(self.reading.text).to_owned() },
            Source::Like(other) => self.speakers.get(*other).cloned().flatten()?,
            Source::Unknown => return None,
        };
        if draft.quoted || speaker.entity.is_some() {
            self.last_speaker = speaker.entity.or(self.last_speaker);
            self.spoken_in = draft.block;
        }
        Some(speaker)
    }

    /// The entity that a label before a turn names: *KHESA*, *Q*.
    fn by_label(&self, span: Span) -> Option<EntityId> {
        let inside = speaker::mention_at(&self.entities.mentions, span.end.saturating_sub(1))
            .and_then(|mention| self.entities.mentions[mention].label.mention()?.entity);
        inside.or_else(|| {
            let last = span.of(self.reading.text).rsplit(' ').next()?.to_lowercase();
            let person = |entity: &&crate::annotation::Entity| {
                entity.kind == EntityKind::Person && entity.name.to_lowercase().rsplit(' ').next() == Some(&last)
            };
            self.entities.entities.iter().find(person).map(|entity| entity.id)
        })
    }

    fn named(&mut self, named: Named, draft: &Draft) -> Speaker {
        let words = named.span.of(self.reading.text);
        let entity = match named.form {
            Form::Name => {
                named.mention.and_then(|mention| self.entities.mentions[mention].label.mention()?.entity).or_else(|| self.by_name(words))
            }
            Form::Pronoun => self.pronoun(&named, words, draft),
            Form::Nominal => self.description(&named, draft),
        };
        if named.form != Form::Name {
            self.add(&named, entity);
        }
        Speaker { span: Some(named.span), entity, text: words.to_owned() }
    }

    /// The entity whose name ends with the same word.
    fn by_name(&self, words: &str) -> Option<EntityId> {
        let last = words.rsplit(' ').next()?;
        self.entities
            .entities
            .iter()
            .find(|entity| entity.name == words || entity.kind == EntityKind::Person && entity.name.rsplit(' ').next() == Some(last))
            .map(|entity| entity.id)
    }

    fn place(&self, named: &Named, draft: &Draft) -> Place {
        let lines = &self.material.lines;
        let number = lines.lines.partition_point(|line| line.items.end <= named.head).min(lines.lines.len().saturating_sub(1));
        let start =
            |number: usize| lines.lines.get(number).and_then(|line| lines.items.get(line.items.start)).map_or(0, |item| item.span.start);
        let block = lines.lines.get(number).map_or(0, |line| self.reading.blocks[line.block].span.start);
        Place {
            at: named.span.start,
            line: start(number),
            line_before: start(number.saturating_sub(1)),
            block,
            last_speaker: self.last_speaker,
            spoke_here: self.spoken_in == draft.block,
        }
    }

    fn pronoun(&self, named: &Named, words: &str, draft: &Draft) -> Option<EntityId> {
        let place = self.place(named, draft);
        let own = self.own_reading(words, place);
        let goes_on = own.is_some() && own == self.last_speaker && place.spoke_here;
        self.linked(named.span).filter(|_| !goes_on).or(own)
    }

    /// Whom the pronoun means, by who is prominent before it.
    fn own_reading(&self, words: &str, place: Place) -> Option<EntityId> {
        let mentions = &self.entities.mentions;
        match words.to_lowercase().as_str() {
            "he" | "his" | "er" | "ihm" | "il" | "él" | "lui" | "ele" | "hij" | "han" | "on" => {
                self.known.person(mentions, place, Some(Gender::Man))
            }
            "she" | "her" | "sie" | "elle" | "ella" | "lei" | "ela" | "zij" | "hon" | "hun" | "ona" => {
                self.known.person(mentions, place, Some(Gender::Woman))
            }
            "it" | "its" | "es" => self.known.body(mentions, place, true),
            "who" | "der" | "die" => self.antecedent(place.at),
            _ => None,
        }
    }

    /// The entity of the pronoun at `span`, where the mentions have it already.
    fn linked(&self, span: Span) -> Option<EntityId> {
        let mention = &self.entities.mentions[speaker::mention_at(&self.entities.mentions, span.start)?];
        mention.label.mention().filter(|own| own.form == Form::Pronoun && mention.extent() == span)?.entity
    }

    /// The name right before *who*.
    fn antecedent(&self, at: u32) -> Option<EntityId> {
        let mentions = &self.entities.mentions;
        let before = mentions.partition_point(|mention| mention.extent().end <= at).checked_sub(1)?;
        let mention = mentions[before].label.mention()?;
        let close = at - mentions[before].extent().end < 60;
        mention.entity.filter(|_| close && matches!(mention.kind, EntityKind::Person | EntityKind::Org))
    }

    /// *The governor* is the person whom the text has called governor; *the company* the body named last.
    fn description(&self, named: &Named, draft: &Draft) -> Option<EntityId> {
        let items = &self.material.lines.items;
        let words = named.span.of(self.reading.text);
        let definite = ["the ", "der ", "die ", "this ", "that "]
            .iter()
            .any(|start| words.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start)));
        let head = items.get(named.head)?;
        let bare = head.span == named.span && head.is(Flags::PERSON.with(Flags::TITLE));
        if !definite && !bare || !head.span.overlaps(named.span) {
            return None;
        }
        let noun = head.span.of(self.reading.text).to_lowercase();
        if self.is_plural(&noun) {
            return None;
        }
        if noun.ends_with("year-old") {
            return self.known.person(&self.entities.mentions, self.place(named, draft), None);
        }
        let place = self.place(named, draft);
        let flags = self.lexicon.flags(&noun, &mut String::new());
        let mentions = &self.entities.mentions;
        if let Some(entity) = self.known.described(mentions, place, &noun) {
            return Some(entity);
        }
        if !flags.any(Flags::GROUP) || words.split_whitespace().count() > 2 {
            return None;
        }
        self.known.body_called(mentions, self.reading.text, place, &noun).or_else(|| self.known.body(mentions, place, false))
    }

    /// *Commissioners* are several, and none of them is meant alone.
    fn is_plural(&self, noun: &str) -> bool {
        let one = noun.strip_suffix('s').unwrap_or_default();
        self.lexicon.flags(one, &mut String::new()).any(Flags::PERSON.with(Flags::GROUP).with(Flags::TITLE))
    }

    fn add(&mut self, named: &Named, entity: Option<EntityId>) {
        let kind = entity
            .and_then(|id| self.entities.entities.iter().find(|entity| entity.id == id))
            .map_or(EntityKind::Person, |entity| entity.kind.clone());
        let confidence = match (named.form, entity) {
            (Form::Pronoun, Some(_)) => 0.7,
            (_, Some(_)) => 0.6,
            _ => 0.4,
        };
        if entity.is_none() {
            return;
        }
        let rule = if named.form == Form::Pronoun { "quotation.speaker.pronoun" } else { "quotation.speaker.description" };
        let mention = Mention { kind, form: named.form, entity, value: None, title: None };
        self.added.push(Suggestion::new(named.span, Label::Entity(mention), confidence, rule));
    }
}
