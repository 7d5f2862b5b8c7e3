//! What to draw and to list, computed from a document; nothing here is stored.

pub mod alike;
pub mod candidates;
pub mod clean;
pub mod context;
pub mod extent;
pub mod find;
pub mod line;
pub mod markdown;
pub mod names;
pub mod queue;
pub mod quotes;
pub mod recent;
pub mod segments;
pub mod strip;
pub mod structure;
pub mod tally;
pub mod together;
pub mod when;

use crate::annotation::{Annotation, Decision, EntityKind, Form, Label, Layer};
use crate::document::Document;

/// How many marks a layer has and how many of them a person has decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Marks, without the rejected ones.
    pub standing: usize,
    /// Marks, with the rejected ones.
    pub total: usize,
    /// Marks that are accepted or rejected.
    pub decided: usize,
}

/// The counts of the layers that are reviewed. Structure counts furniture only: roles of the story's own blocks need no decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names, dates and numbers.
    pub entity: Count,
    /// Quotations.
    pub quotation: Count,
    /// Page furniture.
    pub structure: Count,
    /// The user's own codes.
    pub code: Count,
}

impl Count {
    /// Marks that wait for a decision.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.total - self.decided
    }

    /// Marks that are rejected.
    #[must_use]
    pub fn rejected(&self) -> usize {
        self.total - self.standing
    }

    /// Marks that are accepted.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.decided - self.rejected()
    }

    /// The marks with this decision.
    #[must_use]
    pub fn of(&self, decision: Decision) -> usize {
        match decision {
            Decision::Pending => self.pending(),
            Decision::Accepted => self.accepted(),
            Decision::Rejected => self.rejected(),
        }
    }
}

impl Counts {
    /// Those of one layer.
    #[must_use]
    pub fn layer(&self, layer: Layer) -> Count {
        match layer {
            Layer::Structure => self.structure,
            Layer::Entity => self.entity,
            Layer::Quotation => self.quotation,
            Layer::Code => self.code,
        }
    }

    /// Over all layers.
    #[must_use]
    pub fn all(&self) -> Count {
        [self.entity, self.quotation, self.structure, self.code].into_iter().fold(Count::default(), |sum, one| Count {
            standing: sum.standing + one.standing,
            total: sum.total + one.total,
            decided: sum.decided + one.decided,
        })
    }
}

/// Counts the marks of `document` that are reviewed.
#[must_use]
pub fn counts(document: &Document) -> Counts {
    let mut counts = Counts::default();
    for annotation in document.annotations.values().filter(|annotation| is_reviewed(annotation)) {
        let count = match annotation.layer() {
            Layer::Structure => &mut counts.structure,
            Layer::Entity => &mut counts.entity,
            Layer::Quotation => &mut counts.quotation,
            Layer::Code => &mut counts.code,
        };
        count.total += 1;
        count.standing += usize::from(annotation.decision != Decision::Rejected);
        count.decided += usize::from(annotation.decision != Decision::Pending);
    }
    counts
}

/// Whether an annotation waits for a decision at all. Pronouns, bare numbers and the roles of the story's own blocks do not, unless a
/// person touched them: there are many, and to decide each would bury the names.
#[must_use]
pub fn is_reviewed(annotation: &Annotation) -> bool {
    let is_touched = annotation.decision != Decision::Pending;
    is_touched
        || match &annotation.label {
            Label::Structure(role) => role.is_furniture(),
            Label::Entity(mention) => mention.form == Form::Name && !matches!(mention.kind, EntityKind::Cardinal | EntityKind::Ordinal),
            Label::Quotation(_) | Label::Code(_) => true,
        }
}

/// `words` with every run of white space as one plain space; a space at either end stays one.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in words.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{NOW, document};
    use crate::document::{Command, Workspace};

    #[test]
    fn roles_of_the_story_are_not_counted() {
        let counts = counts(&document());
        assert_eq!((counts.structure.standing, counts.entity.standing, counts.quotation.standing), (1, 3, 1));
        assert_eq!(counts.all().decided, 0);
    }

    #[test]
    fn a_rejected_mark_is_decided_but_does_not_stand() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Reject(vec![crate::annotation::AnnotationId(4)]), NOW);
        let count = counts(workspace.document()).entity;
        assert_eq!((count.standing, count.total, count.decided), (2, 3, 1));
        assert_eq!([Decision::Pending, Decision::Accepted, Decision::Rejected].map(|decision| count.of(decision)), [2, 0, 1]);
    }

    #[test]
    fn line_ends_become_spaces() {
        assert_eq!(one_line("a\n\t b "), "a b ");
    }
}
