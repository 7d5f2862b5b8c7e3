//! From features to a probability: trained forests in passes, each of which has seen what the pass before said of all blocks.

use super::around::Around;
use super::features::{self, Shared};
use super::lexicon::{Lexicon, Say};
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

/// How many passes, the last ones, are heard.
pub const LAST: usize = 1;

/// What the model says of a page's blocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// The log odds of each block to be the article's own text.
    pub odds: Vec<f32>,
    /// How likely its words, and the class words around it, make it of each class.
    pub said: Vec<Say>,
    /// The headline's block, by its form and place.
    pub headline: Option<usize>,
}

/// What the model says of each block: the mean of the last [`LAST`] passes. `title` is what the page declares to be its title.
#[must_use]
pub fn judge(items: &[Item<'_>], title: Option<&str>) -> Judged {
    let page = Page::new(items, &MODEL.lexicons, title);
    let passes = if items.iter().any(|item| item.dom.is_some()) { &MODEL.html } else { &MODEL.plain };
    let shared = Shared::new(&page);
    let rows: Vec<Vec<f32>> = (0..items.len())
        .map(|at| {
            let mut row = Vec::new();
            features::fixed(&page, &shared, at, &mut row);
            row
        })
        .collect();
    let mut around: Option<Around> = None;
    let (mut odds, mut sums) = (vec![0.0; items.len()], vec![0.0; items.len()]);
    for (nth, forest) in passes.iter().enumerate() {
        let mut row = Vec::new();
        for (at, odds) in odds.iter_mut().enumerate() {
            row.clear();
            row.extend(&rows[at]);
            if let Some(around) = &around {
                around.features(&page, at, &mut row);
            }
            *odds = forest.odds(&row);
        }
        if passes.len() <= nth + LAST {
            sums.iter_mut().zip(&odds).for_each(|(sum, odds)| *sum += odds);
        }
        around = Some(Around::new(&page, odds.clone()));
    }
    let odds = sums.into_iter().map(|sum| sum / passes.len().clamp(1, LAST) as f32).collect();
    Judged { odds, said: said(&page), headline: page.headline }
}

/// What the words and the class words of each block say together.
#[must_use]
pub fn said(page: &Page<'_>) -> Vec<Say> {
    let both = |at: usize| {
        let mut say = page.said[at];
        for (say, marked) in say.iter_mut().zip(page.marked.get(at).copied().unwrap_or_default()) {
            *say += marked;
        }
        say
    };
    (0..page.items.len()).map(both).collect()
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
