//! The sequence model: which words are names and of what type, learnt from annotated news, with the rules' finds among its features.
//!
//! Two passes over a document. The first reads each sentence by itself; the second also sees what the first found of the same words
//! elsewhere in the document. `model.md` beside this file is the model's card.

pub mod decode;
mod feature;
pub mod file;
pub mod filter;
mod gazette;
pub mod hash;
pub mod lattice;
mod prepare;
pub mod second;
mod segment;
pub mod tags;
mod word;

pub(super) use prepare::is_readable;
pub use prepare::{Prepared, prepare};
pub use word::class_key;

use super::Ruled;
use super::unit::Units;
use decode::Tagged;
use file::Model;

/// The weights that the trainer wrote.
const WEIGHTS: &[u8] = include_bytes!("model.bin");

/// The model with the weights that come with the engine.
pub(super) fn shipped() -> Option<Model<'static>> {
    Model::read(WEIGHTS)
}

/// The names in `units`, of which the rules say `ruled`, with calibrated likelihoods.
pub(super) fn names(model: &Model<'_>, units: &Units<'_>, ruled: &Ruled) -> Vec<Tagged> {
    let found = decode::decode(model, &prepare::of(units, ruled, model.lists)).into_iter();
    found.map(|name| Tagged { likelihood: model.calibrated(name.likelihood), ..name }).collect()
}

/// The form under which the words of `name` are compared and looked up.
#[must_use]
pub fn name_key(name: &str) -> String {
    super::key::key(name).into_owned()
}
