//! Intake: what came in, as one canonical text that never changes again, with what else the source told.

pub mod html;
pub mod metadata;
pub mod plain;

use crate::text::Span;
use metadata::Metadata;
use serde::{Deserialize, Serialize};

/// The text to read and what its source said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The canonical text: UTF-8, no byte-order mark, lines end with LF.
    pub text: String,
    /// For HTML: one entry a rendered block, in order, not overlapping. Empty for plain text.
    pub hints: Vec<BlockHint>,
    /// What the source declares about itself (meta tags, JSON-LD, or the caller).
    pub declared: Metadata,
    /// What had to be repaired on the way in.
    pub notices: Vec<Notice>,
}

/// What the markup says about one block of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockHint {
    /// Where the block's text stands in `Source::text`.
    pub span: Span,
    /// Tag names from the outside in, lower case, separated by `>`: `body>main>article>p`.
    pub path: String,
    /// The class, id, role and itemprop words of the block and its ancestors, `<body>` apart, outermost first, lower case, separated by spaces.
    pub words: String,
    /// The block elements it stands in, the innermost first, at most 10 of them; elements are numbered in the order in which they start.
    pub within: Vec<u32>,
    /// Share of the block's characters that stand inside links, 0 to 1.
    pub link_density: f32,
    /// How many lists it stands in.
    pub list_depth: u8,
}

/// Something a person should be told about their text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// A sentence for a person, without a full stop.
    pub message: String,
    /// The place, when it has one.
    pub span: Option<Span>,
}

impl Notice {
    /// A notice about the whole text.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), span: None }
    }
}
