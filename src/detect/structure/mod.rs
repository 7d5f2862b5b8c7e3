//! The role of every block, furniture inside blocks, and the metadata read from both.

use crate::annotation::{Label, Role, Suggestion};
use crate::block::Block;
use crate::source::Source;
use crate::source::metadata::Metadata;

/// What was found about the structure of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// One suggestion a block, in order, whose span is the block's; then furniture inside blocks.
    pub suggestions: Vec<Suggestion>,
    /// How many blocks there are.
    pub blocks: usize,
}

impl Structure {
    /// The role of each block.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let role = |suggestion: &Suggestion| match suggestion.label {
            Label::Structure(role) => role,
            _ => Role::Other,
        };
        self.suggestions[..self.blocks].iter().map(role).collect()
    }
}

/// Finds the role of every block of `source`, and the furniture inside blocks.
#[must_use]
pub fn roles(source: &Source, blocks: &[Block]) -> Structure {
    let _ = source;
    let suggestions =
        blocks.iter().map(|block| Suggestion::new(block.span, Label::Structure(Role::Paragraph), 0.5, "structure.default")).collect();
    Structure { suggestions, blocks: blocks.len() }
}

/// Reads headline, byline, dateline, dates and publisher from the text and from what the source declares.
#[must_use]
pub fn metadata(source: &Source, blocks: &[Block], structure: &Structure) -> Metadata {
    let _ = (blocks, structure);
    source.declared.clone()
}
