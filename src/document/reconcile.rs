//! Fresh suggestions meet human decisions: nothing that a person decided is altered, and nothing rejected comes back.

use super::field::renewed;
use super::{Document, annotate, roles};
use crate::annotation::{Annotation, AnnotationId, Decision, EntityId, Label, Layer, Suggestion};
use crate::pipeline::Parse;
use crate::text::Span;
use std::collections::BTreeSet;

/// Replaces the undecided suggestions of `document` by those of `parse`, a new parse of the same text.
/// A parse of another text is ignored. New numbers start above every number in use.
pub fn reconcile(document: &mut Document, parse: Parse, now: &str) {
    if *parse.text != *document.text {
        return;
    }
    let first = document.next_annotation().0;
    let offset = document.next_entity().0;
    document.annotations.retain(|_, annotation| annotation.decision != Decision::Pending);
    let decided = Decided::new(document.annotations.values());
    let fresh = parse.suggestions.into_iter().filter(|suggestion| !decided.rules_out(suggestion));
    for (number, mut suggestion) in (first..).zip(fresh) {
        renumber(&mut suggestion.label, offset);
        let id = AnnotationId(number);
        document.annotations.insert(id, annotate(id, suggestion, now));
    }
    for mut entity in parse.entities {
        entity.id.0 += offset;
        document.entities.insert(entity.id, entity);
    }
    drop_unmentioned(document);
    document.roles = roles(&parse.blocks, &document.annotations);
    document.blocks = parse.blocks.into();
    document.places = parse.places.into();
    document.metadata = renewed(std::mem::take(&mut document.metadata), parse.metadata, &document.cleared);
    document.notices = parse.notices;
}

/// What a person decided, for looking up.
struct Decided {
    exact: BTreeSet<(Layer, Span)>,
    /// Accepted mentions, by start; they do not overlap each other much, so neighbours decide.
    mentions: BTreeSet<Span>,
}

impl Decided {
    fn new<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> Self {
        let mut decided = Self { exact: BTreeSet::new(), mentions: BTreeSet::new() };
        for annotation in annotations {
            decided.exact.insert((annotation.layer(), annotation.extent()));
            if annotation.layer() == Layer::Entity && annotation.decision == Decision::Accepted {
                decided.mentions.insert(annotation.extent());
            }
        }
        decided
    }

    fn rules_out(&self, suggestion: &Suggestion) -> bool {
        let layer = suggestion.label.layer();
        let span = suggestion.extent();
        let near = || {
            let before = self.mentions.range(..=span).next_back();
            let after = self.mentions.range(span..).next();
            before.into_iter().chain(after).any(|mention| mention.overlaps(span))
        };
        self.exact.contains(&(layer, span)) || (layer == Layer::Entity && near())
    }
}

fn renumber(label: &mut Label, offset: u32) {
    let shift = |entity: &mut Option<EntityId>| {
        if let Some(id) = entity {
            id.0 += offset;
        }
    };
    match label {
        Label::Entity(mention) => shift(&mut mention.entity),
        Label::Quotation(quotation) => {
            if let Some(speaker) = &mut quotation.speaker {
                shift(&mut speaker.entity);
            }
        }
        Label::Structure(_) | Label::Code(_) => {}
    }
}

/// Entities that nothing refers to any more go.
fn drop_unmentioned(document: &mut Document) {
    let refers = |annotation: &Annotation| match &annotation.label {
        Label::Entity(mention) => mention.entity,
        Label::Quotation(quotation) => quotation.speaker.as_ref().and_then(|speaker| speaker.entity),
        Label::Structure(_) | Label::Code(_) => None,
    };
    let used: BTreeSet<EntityId> = document.annotations.values().filter_map(refers).collect();
    document.entities.retain(|id, _| used.contains(id));
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::document::{Command, Workspace};

    /// What the parser found in the test document, once more.
    fn parse() -> Parse {
        let document = document();
        let suggestion = |annotation: &Annotation| Suggestion {
            spans: annotation.spans.clone(),
            label: annotation.label.clone(),
            confidence: 0.5,
            rule: "test.again".to_owned(),
        };
        Parse {
            text: document.text.to_string(),
            blocks: document.blocks.to_vec(),
            suggestions: document.annotations.values().map(suggestion).collect(),
            entities: document.entities.into_values().collect(),
            ..Parse::default()
        }
    }

    #[test]
    fn decisions_survive_and_the_rejected_stays_away() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        workspace.run(&Command::Reject(vec![AnnotationId(5), AnnotationId(3)]), NOW);
        let decided: Vec<_> = [3, 4, 5].map(|id| workspace.document().annotations[&AnnotationId(id)].clone()).into();
        workspace.refresh(parse(), NOW);
        let document = workspace.document();
        assert_eq!([3, 4, 5].map(|id| document.annotations[&AnnotationId(id)].clone()).to_vec(), decided);
        assert_eq!(document.standing(Layer::Entity).filter(|mark| document.words_of(mark) == "Ana Díaz").count(), 0);
        assert_eq!(document.standing(Layer::Quotation).count(), 1);
        assert_eq!(document.role(2), crate::annotation::Role::Paragraph);
    }

    #[test]
    fn a_parse_of_another_text_is_ignored() {
        let mut after = document();
        reconcile(&mut after, Parse { text: "other".to_owned(), ..Parse::default() }, NOW);
        assert_eq!(after, document());
    }
}
