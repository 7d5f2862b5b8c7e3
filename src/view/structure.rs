//! The article's outline, and runs of furniture that fold into one line.

use crate::annotation::{AnnotationId, Label, Layer, Role};
use crate::document::Document;
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of blocks that is drawn as one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// One block of the story.
    Block(usize),
    /// Neighbouring blocks of furniture, with their roles in order of first appearance, each once.
    Furniture(Range<usize>, Vec<Role>),
}

/// The blocks of `document` as runs, in order.
#[must_use]
pub fn runs(document: &Document) -> Vec<Run> {
    let mut runs = Vec::new();
    for index in 0..document.blocks.len() {
        let role = document.role(index);
        match runs.last_mut() {
            Some(Run::Furniture(blocks, roles)) if role.is_furniture() => {
                blocks.end = index + 1;
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
            _ if role.is_furniture() => runs.push(Run::Furniture(index..index + 1, vec![role])),
            _ => runs.push(Run::Block(index)),
        }
    }
    runs
}

/// The headline and the subheads, as block numbers with their roles.
#[must_use]
pub fn outline(document: &Document) -> Vec<(usize, Role)> {
    let roles = (0..document.blocks.len()).map(|index| (index, document.role(index)));
    roles.filter(|(_, role)| matches!(role, Role::Headline | Role::Subhead)).collect()
}

/// The furniture of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// What it is.
    pub role: Role,
    /// The marks, whole blocks and pieces of blocks, in the order of the text.
    pub marks: Vec<AnnotationId>,
}

/// The furniture by role, in the order in which roles are offered. A rejected role of a block counts as what the block then is.
#[must_use]
pub fn furniture(document: &Document) -> Vec<Furniture> {
    let blocks = document.roles.iter().enumerate().map(|(index, id)| (document.role(index), document.blocks[index].span, *id));
    let inside = document.standing(Layer::Structure).filter(|annotation| !document.is_role(annotation));
    let inside = inside.filter_map(|annotation| match annotation.label {
        Label::Structure(role) => Some((role, annotation.extent(), annotation.id)),
        _ => None,
    });
    let mut all: Vec<_> = blocks.chain(inside).filter(|(role, ..)| role.is_furniture()).collect();
    all.sort_unstable();
    let mut grouped: BTreeMap<Role, Vec<AnnotationId>> = BTreeMap::new();
    for (role, _, id) in all {
        grouped.entry(role).or_default().push(id);
    }
    grouped.into_iter().map(|(role, marks)| Furniture { role, marks }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::LabelName;
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    #[test]
    fn furniture_is_listed_by_role_with_pieces_of_blocks() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Add(vec![vec![span("Ana Díaz")]], LabelName::Structure(Role::Related)), NOW);
        let seen: Vec<_> = furniture(workspace.document()).into_iter().map(|one| (one.role, one.marks.len())).collect();
        assert_eq!(seen, [(Role::Navigation, 1), (Role::Related, 1)]);
    }

    #[test]
    fn a_rejected_role_is_no_furniture() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Reject(vec![AnnotationId(3)]), NOW);
        assert_eq!(furniture(workspace.document()), []);
    }

    #[test]
    fn furniture_folds_and_the_story_does_not() {
        let expected = [Run::Block(0), Run::Block(1), Run::Furniture(2..3, vec![Role::Navigation])];
        assert_eq!(runs(&document()), expected);
        assert_eq!(outline(&document()), [(0, Role::Headline)]);
    }
}
