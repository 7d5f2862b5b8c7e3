//! The document without what nobody has decided yet.

use super::Document;
use crate::annotation::{Annotation, Decision, EntityId, Label};
use std::collections::BTreeSet;

impl Document {
    /// A copy without the suggestions that wait for a decision, and without the entities that then nothing refers to.
    /// The roles of blocks stay, decided or not: every block has one.
    #[must_use]
    pub fn decided_only(&self) -> Self {
        let roles: BTreeSet<_> = self.roles.iter().copied().collect();
        let stays = |annotation: &&Annotation| annotation.decision != Decision::Pending || roles.contains(&annotation.id);
        let annotations: Vec<Annotation> = self.annotations.values().filter(stays).cloned().collect();
        let referred: BTreeSet<EntityId> = annotations.iter().filter_map(entity_of).collect();
        Self {
            annotations: annotations.into_iter().map(|annotation| (annotation.id, annotation)).collect(),
            entities: self.entities.iter().filter(|(id, _)| referred.contains(id)).map(|(id, entity)| (*id, entity.clone())).collect(),
            ..self.clone()
        }
    }
}

/// The entity that a mark refers to, as a mention or as a speaker.
fn entity_of(annotation: &Annotation) -> Option<EntityId> {
    match &annotation.label {
        Label::Entity(mention) => mention.entity,
        Label::Quotation(quotation) => quotation.speaker.as_ref()?.entity,
        Label::Structure(_) | Label::Code(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::{Command, Workspace};
    use super::*;
    use crate::annotation::AnnotationId;

    fn decided(commands: &[Command]) -> Document {
        let mut workspace = Workspace::new(document());
        for command in commands {
            workspace.run(command, NOW);
        }
        workspace.document().decided_only()
    }

    fn numbers(document: &Document) -> Vec<u32> {
        document.annotations.keys().map(|id| id.0).collect()
    }

    #[test]
    fn roles_stay_and_suggestions_go() {
        let document = decided(&[]);
        assert_eq!(numbers(&document), [1, 2, 3]);
        assert!(document.entities.is_empty());
        assert_eq!(document.role(2), super::super::testing::document().role(2));
    }

    #[test]
    fn what_is_accepted_or_rejected_stays() {
        let document = decided(&[Command::Accept(vec![AnnotationId(5)]), Command::Reject(vec![AnnotationId(4)])]);
        assert_eq!(numbers(&document), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn the_speaker_of_an_accepted_quotation_stays_an_entity() {
        let document = decided(&[Command::Accept(vec![AnnotationId(7)])]);
        assert_eq!(document.entities.keys().map(|id| id.0).collect::<Vec<_>>(), [1]);
    }
}
