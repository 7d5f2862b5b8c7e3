//! From features to a probability: trained forests in passes, each of which has seen what the pass before said of all blocks.

use super::around::Around;
use super::features::{self, Shared};
use super::lexicon::Lexicon;
use super::page::{Item, Lexicons, Page};
use crate::detect::forest::{Forest, take};
use std::sync::LazyLock;

/// What the file starts with, and its version.
const MAGIC: &[u8; 8] = b"GLYSTRC1";

/// The trained model: lexicons, then the forests of each pass, for plain text and for HTML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The lexicons.
    pub lexicons: Lexicons,
    /// The passes over plain text.
    pub plain: Vec<Forest>,
    /// The passes over HTML.
    pub html: Vec<Forest>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("model.bin")).unwrap_or_default());

/// The log odds of each block to be the article's own text. `title` is what the page declares to be its title.
#[must_use]
pub fn odds(items: &[Item<'_>], title: Option<&str>) -> Vec<f32> {
    let page = Page::new(items, &MODEL.lexicons, title);
    let passes = if items.iter().any(|item| item.dom.is_some()) { &MODEL.html } else { &MODEL.plain };
    let shared = Shared::new(&page);
    let mut around: Option<Around> = None;
    let mut odds = vec![0.0; items.len()];
    for forest in passes {
        let mut row = Vec::new();
        for (at, odds) in odds.iter_mut().enumerate() {
            row.clear();
            features::fixed(&page, &shared, at, &mut row);
            if let Some(around) = &around {
                around.features(&page, at, &mut row);
            }
            *odds = forest.odds(&row);
        }
        around = Some(Around::new(&page, odds.clone()));
    }
    odds
}

/// Log odds as a probability.
#[must_use]
pub fn probability(odds: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-odds))
}

impl Model {
    /// The model of a file's bytes; `None` when they are no whole model.
    #[must_use]
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        (take::<8>(bytes)? == *MAGIC).then_some(())?;
        let lexicons = Lexicons { words: Lexicon::read(bytes)?, marks: Lexicon::read(bytes)? };
        let mut forests = || (0..take::<1>(bytes)?[0]).map(|_| Forest::read(bytes)).collect::<Option<Vec<_>>>();
        Some(Self { lexicons, plain: forests()?, html: forests()? })
    }
}

/// The start of a model's file: the magic bytes and the lexicons. The forests follow, each kind after its number.
pub fn write_head(lexicons: &Lexicons, out: &mut Vec<u8>) {
    out.extend(MAGIC);
    lexicons.words.write(out);
    lexicons.marks.write(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let model = Model::read(include_bytes!("model.bin")).expect("a whole model");
        assert!(!model.plain.is_empty() && !model.html.is_empty());
    }
}
