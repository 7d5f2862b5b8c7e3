//! The article's outline, and runs of furniture that fold into one line.

use crate::annotation::Role;
use crate::document::Document;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::document;

    #[test]
    fn furniture_folds_and_the_story_does_not() {
        let expected = [Run::Block(0), Run::Block(1), Run::Furniture(2..3, vec![Role::Navigation])];
        assert_eq!(runs(&document()), expected);
        assert_eq!(outline(&document()), [(0, Role::Headline)]);
    }
}
