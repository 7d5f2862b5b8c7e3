//! The document: the text, what was found in it and what a person decided. Commands become changes; changes are all that alters it.

mod change;
mod codes;
mod command;
mod decided;
mod draft;
mod field;
mod history;
mod naming;
mod occurrences;
mod quoting;
mod reconcile;

pub use change::{About, Change, Delta};
pub use command::Command;
pub use field::Field;
pub use history::Workspace;
pub use occurrences::{occurrences, unmarked};
pub use reconcile::reconcile;

use crate::annotation::{Annotation, AnnotationId, Decision, Entity, EntityId, Finding, Label, Layer, Origin, Role, Suggestion};
use crate::block::Block;
use crate::codebook::Codebook;
use crate::pipeline::Parse;
use crate::source::Notice;
use crate::source::metadata::Metadata;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An article with its annotations. Its text never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its name among the person's documents.
    pub id: String,
    /// The canonical text.
    pub text: Arc<str>,
    /// What is known about the article as a whole.
    pub metadata: Metadata,
    /// The fields of the metadata that a person emptied: a new parse leaves them so.
    pub cleared: BTreeSet<Field>,
    /// The text cut into blocks.
    pub blocks: Arc<[Block]>,
    /// For each block the kind of place where it stood in the markup, as [`crate::block::places`] numbers them; empty for plain text.
    pub places: Arc<[u32]>,
    /// The entities that mentions refer to.
    pub entities: BTreeMap<EntityId, Entity>,
    /// All marks, rejected ones too.
    pub annotations: BTreeMap<AnnotationId, Annotation>,
    /// The structure annotation of each block, in the order of `blocks`.
    pub roles: Arc<[AnnotationId]>,
    /// The person's own labels and the guidelines for giving them.
    pub codebook: Codebook,
    /// What the person says of the article as a whole; empty for nothing.
    pub comment: String,
    /// What a person should be told about the text.
    pub notices: Vec<Notice>,
}

impl Document {
    /// A fresh document from what the parser found; `now` is RFC 3339, UTC.
    #[must_use]
    pub fn from_parse(id: impl Into<String>, parse: Parse, now: &str) -> Self {
        let annotations = (1..).zip(parse.suggestions).map(|(number, suggestion)| annotate(AnnotationId(number), suggestion, now));
        let annotations: BTreeMap<_, _> = annotations.map(|annotation| (annotation.id, annotation)).collect();
        Self {
            id: id.into(),
            text: parse.text.into(),
            metadata: parse.metadata,
            cleared: BTreeSet::new(),
            roles: roles(&parse.blocks, &annotations),
            blocks: parse.blocks.into(),
            places: parse.places.into(),
            entities: parse.entities.into_iter().map(|entity| (entity.id, entity)).collect(),
            annotations,
            codebook: Codebook::default(),
            comment: String::new(),
            notices: parse.notices,
        }
    }

    /// A document from its parts, as a file holds them.
    #[must_use]
    pub fn assemble(
        id: String,
        text: &str,
        metadata: Metadata,
        blocks: Vec<Block>,
        entities: BTreeMap<EntityId, Entity>,
        annotations: BTreeMap<AnnotationId, Annotation>,
    ) -> Self {
        let roles = roles(&blocks, &annotations);
        Self {
            id,
            text: text.into(),
            metadata,
            cleared: BTreeSet::new(),
            blocks: blocks.into(),
            places: Arc::default(),
            entities,
            annotations,
            roles,
            codebook: Codebook::default(),
            comment: String::new(),
            notices: Vec::new(),
        }
    }

    /// The words that `span` covers.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The words an annotation covers, from its first byte to its last.
    #[must_use]
    pub fn words_of(&self, annotation: &Annotation) -> &str {
        self.words(annotation.extent())
    }

    /// The role of block `index` as things stand: a rejected role falls back to plain text, or to furniture of no kind.
    #[must_use]
    pub fn role(&self, index: usize) -> Role {
        let annotation = self.roles.get(index).and_then(|id| self.annotations.get(id));
        match annotation.map(|annotation| (&annotation.label, annotation.decision)) {
            Some((Label::Structure(role), Decision::Rejected)) => {
                if role.is_content() {
                    Role::Other
                } else {
                    Role::Paragraph
                }
            }
            Some((Label::Structure(role), _)) => *role,
            _ => Role::Paragraph,
        }
    }

    /// Whether block `index` belongs to the article's own text.
    #[must_use]
    pub fn is_content(&self, index: usize) -> bool {
        let annotation = self.roles.get(index).and_then(|id| self.annotations.get(id));
        let role = self.role(index);
        role.is_content() && !(role == Role::Deck && annotation.is_some_and(Annotation::is_deck_apart))
    }

    /// Whether `annotation` is the role of a whole block.
    #[must_use]
    pub fn is_role(&self, annotation: &Annotation) -> bool {
        annotation.layer() == Layer::Structure
            && self.block_at(annotation.extent().start).and_then(|index| self.roles.get(index)) == Some(&annotation.id)
    }

    /// From the first block to the last, when there are several: what a code covers that is given to the whole article.
    #[must_use]
    pub fn whole(&self) -> Option<Span> {
        let (first, last) = (self.blocks.first()?, self.blocks.last()?);
        (1 < self.blocks.len()).then(|| first.span.cover(last.span))
    }

    /// Whether `annotation` is a code of the whole article, which is listed and not drawn.
    #[must_use]
    pub fn is_whole(&self, annotation: &Annotation) -> bool {
        annotation.layer() == Layer::Code && annotation.spans.len() == 1 && self.whole() == Some(annotation.extent())
    }

    /// The block that holds the byte `at`, or the last one that starts before it.
    #[must_use]
    pub fn block_at(&self, at: u32) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start <= at).checked_sub(1)
    }

    /// The first free number for an annotation.
    #[must_use]
    pub fn next_annotation(&self) -> AnnotationId {
        AnnotationId(self.annotations.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// The first free number for an entity.
    #[must_use]
    pub fn next_entity(&self) -> EntityId {
        EntityId(self.entities.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// The annotations that are not rejected, of one layer, in the order of their numbers.
    pub fn standing(&self, layer: Layer) -> impl Iterator<Item = &Annotation> {
        self.annotations.values().filter(move |annotation| annotation.layer() == layer && annotation.decision != Decision::Rejected)
    }

    /// The standing mentions of an entity.
    pub fn mentions(&self, entity: EntityId) -> impl Iterator<Item = &Annotation> {
        self.standing(Layer::Entity).filter(move |annotation| annotation.label.mention().and_then(|mention| mention.entity) == Some(entity))
    }

    /// Makes `change` so. Undo is `apply(&change.reversed())`.
    pub fn apply(&mut self, change: &Change) {
        for delta in &change.annotations {
            delta.apply(&mut self.annotations, |annotation| annotation.id);
        }
        for delta in &change.entities {
            delta.apply(&mut self.entities, |entity| entity.id);
        }
        if let Some((_, after)) = &change.metadata {
            (self.metadata, self.cleared) = (**after).clone();
        }
        if let Some((_, after)) = &change.codebook {
            self.codebook = (**after).clone();
        }
        if let Some((_, after)) = &change.comment {
            self.comment.clone_from(after);
        }
    }
}

/// A suggestion as an undecided annotation.
fn annotate(id: AnnotationId, suggestion: Suggestion, now: &str) -> Annotation {
    let finding =
        Finding { span: suggestion.extent(), rule: suggestion.rule, confidence: suggestion.confidence, label: suggestion.label.name() };
    Annotation {
        id,
        spans: suggestion.spans,
        label: suggestion.label,
        origin: Origin::Parser(finding),
        decision: Decision::Pending,
        note: String::new(),
        author: None,
        created: now.to_owned(),
        modified: now.to_owned(),
    }
}

/// For each block the structure annotation with the same ends.
fn roles(blocks: &[Block], annotations: &BTreeMap<AnnotationId, Annotation>) -> Arc<[AnnotationId]> {
    let mut by_span: BTreeMap<Span, AnnotationId> = BTreeMap::new();
    for annotation in annotations.values().filter(|annotation| annotation.layer() == Layer::Structure) {
        by_span.entry(annotation.extent()).or_insert(annotation.id);
    }
    blocks.iter().map(|block| by_span.get(&block.span).copied().unwrap_or(AnnotationId(0))).collect()
}

#[cfg(test)]
pub(crate) mod testing {
    //! A small document for tests.

    use super::*;
    use crate::annotation::{EntityKind, Mention, Quotation, QuotationKind, Speaker};

    pub(crate) const NOW: &str = "2025-02-10T08:00:00Z";
    pub(crate) const TEXT: &str = "Talks resume\nMarco Rubio met Ana Díaz. “We go on,” Rubio said.\nMenu";

    pub(crate) fn span(words: &str) -> Span {
        let at = TEXT.find(words).expect("the words are in the text");
        Span::new(at, at + words.len())
    }

    /// Three blocks, three mentions of two entities, one quotation: annotations 1 to 7.
    pub(crate) fn document() -> Document {
        let source = crate::source::plain::from_text(TEXT);
        let blocks = crate::block::cut(&source);
        let roles = [Role::Headline, Role::Paragraph, Role::Navigation];
        let mut suggestions: Vec<Suggestion> = blocks
            .iter()
            .zip(roles)
            .map(|(block, role)| Suggestion::new(block.span, Label::Structure(role), 0.9, "structure.test"))
            .collect();
        let mention = |words: &str, entity| {
            let label = Label::Entity(Mention { entity: Some(EntityId(entity)), ..Mention::named(EntityKind::Person) });
            Suggestion::new(span(words), label, 0.8, "entity.test")
        };
        suggestions.push(mention("Marco Rubio", 1));
        suggestions.push(mention("Ana Díaz", 2));
        let rubio = TEXT.rfind("Rubio").expect("it is there");
        let rubio = Span::new(rubio, rubio + 5);
        suggestions.push(Suggestion { spans: vec![rubio], ..mention("Marco Rubio", 1) });
        let speaker = Speaker { span: Some(rubio), entity: Some(EntityId(1)), text: "Rubio".to_owned() };
        let quotation =
            Quotation {
                kind: QuotationKind::Direct, speaker: Some(speaker), cue: Some(span("said")), verbatim: vec![span("“We go on,”")]
            };
        suggestions.push(Suggestion::new(span("“We go on,”"), Label::Quotation(quotation), 0.95, "quotation.test"));
        let entity = |id, name: &str| Entity::new(EntityId(id), name, EntityKind::Person);
        let parse = Parse {
            text: source.text,
            blocks,
            suggestions,
            entities: vec![entity(1, "Marco Rubio"), entity(2, "Ana Díaz")],
            ..Parse::default()
        };
        Document::from_parse("test", parse, NOW)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::*;
    use super::*;

    #[test]
    fn every_block_has_its_role() {
        let document = document();
        assert_eq!([0, 1, 2].map(|index| document.role(index)), [Role::Headline, Role::Paragraph, Role::Navigation]);
        assert_eq!(document.block_at(span("Ana").start), Some(1));
    }

    #[test]
    fn mentions_of_an_entity_are_found() {
        let document = document();
        let words: Vec<_> = document.mentions(EntityId(1)).map(|annotation| document.words_of(annotation)).collect();
        assert_eq!(words, ["Marco Rubio", "Rubio"]);
    }
}
