//! The table of contents of the engine: from a source to everything the parser found in it.

use crate::annotation::{Entity, Suggestion};
use crate::block::{self, Block};
use crate::detect;
use crate::language;
use crate::source::metadata::Metadata;
use crate::source::{Notice, Source};
use serde::{Deserialize, Serialize};

/// What the parser found. Everything refers to `text` by bytes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parse {
    /// The canonical text.
    pub text: String,
    /// The text cut into blocks.
    pub blocks: Vec<Block>,
    /// For each block the kind of place where it stood in the markup, see [`block::places`]; empty for plain text.
    #[serde(default)]
    pub places: Vec<u32>,
    /// What is known about the article as a whole.
    pub metadata: Metadata,
    /// One suggestion a block for its role, in the order of `blocks`, then all others in the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// The entities that the mentions among the suggestions refer to.
    pub entities: Vec<Entity>,
    /// What a person should be told.
    pub notices: Vec<Notice>,
}

/// Reads `source`. It cannot fail: poor input gives fewer suggestions and some notices, and cost grows in proportion to length.
#[must_use]
pub fn read(source: Source) -> Parse {
    let blocks = block::cut(&source);
    let places = block::places(&blocks, &source.hints);
    let mut structure = detect::structure::roles(&source, &blocks);
    let metadata = detect::structure::metadata(&source, &blocks, &mut structure);
    let language = language::analyse(&source.text, &blocks);
    let reading =
        detect::Reading { text: &source.text, blocks: &blocks, roles: &structure.roles(), language: &language, metadata: &metadata };
    let mentions = detect::entity::find(&reading);
    let mut entities = detect::entity::link(&reading, mentions);
    let quotations = detect::quotation::find(&reading, &mut entities);
    let suggestions =
        detect::resolve::resolve(&source.text, blocks.len(), structure.suggestions, entities.mentions, quotations.suggestions);
    let notices = source.notices.into_iter().chain(quotations.notices).collect();
    Parse { blocks, places, metadata, suggestions, entities: entities.entities, notices, text: source.text }
}
