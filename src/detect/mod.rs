//! What the parser looks for, one folder a layer; each reads the earlier layers and adds one.

pub mod entity;
pub mod forest;
pub mod quotation;
pub mod resolve;
pub mod structure;

use crate::annotation::Role;
use crate::block::Block;
use crate::language::Language;
use crate::source::metadata::Metadata;

/// The earlier layers, as a detector sees them.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The canonical text.
    pub text: &'a str,
    /// The text cut into blocks.
    pub blocks: &'a [Block],
    /// The role of each block.
    pub roles: &'a [Role],
    /// Tokens and sentences.
    pub language: &'a Language,
    /// What is known about the article as a whole; relative dates are read against `published`.
    pub metadata: &'a Metadata,
}
