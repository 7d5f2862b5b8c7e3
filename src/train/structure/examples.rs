//! What the model learns from: pages, and clips of them as people paste them.

use super::pages::{Gold, Set, Sheet};
use crate::boost::Chance;
use galley_engine::detect::structure::{self, page::Item};

/// A page or a clip of one.
#[derive(Debug)]
pub(crate) struct Example<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) gold: Vec<Gold>,
    pub(crate) clip: bool,
    /// What one of its blocks counts for.
    weight: f32,
}

impl<'a> Example<'a> {
    /// What block `at` counts for in training; 0 for one without a label.
    pub(crate) fn weight(&self, at: usize) -> f32 {
        let gold = &self.gold[at];
        if gold.content.is_none() || gold.aside { 0.0 } else { self.weight }
    }

    /// What the page declares to be its title.
    pub(crate) fn title(&self) -> Option<&'a str> {
        self.sheet.source.declared.title.as_ref().map(|fact| fact.value.as_str())
    }

    fn of(sheet: &'a Sheet) -> Self {
        let items = structure::items(&sheet.source, &sheet.blocks);
        let labelled = sheet.gold.iter().filter(|gold| gold.content.is_some() && !gold.aside).count();
        let base = match (sheet.set, sheet.news) {
            (Set::Gold, true) => 2.0,
            (Set::Gold, false) => 1.0,
            (Set::Silver, _) => 0.5,
            (Set::Probe, _) => 0.7,
        };
        let size = (150.0 / labelled.max(20) as f32).sqrt();
        Self { sheet, items, gold: sheet.gold.clone(), clip: false, weight: base * size.min(1.5) }
    }

    /// The blocks `kept` of this page by themselves.
    fn clip(&self, kept: impl Iterator<Item = usize>) -> Self {
        let kept: Vec<usize> = kept.collect();
        Self {
            sheet: self.sheet,
            items: kept.iter().map(|&at| self.items[at].clone()).collect(),
            gold: kept.iter().map(|&at| self.gold[at]).collect(),
            clip: true,
            weight: self.weight * 0.3,
        }
    }

    fn is_content(&self, at: usize) -> bool {
        self.gold[at].content == Some(true)
    }

    fn is_title(&self, at: usize) -> bool {
        self.gold[at].class == Some(5)
    }
}

/// The pages of `sheets` as they are.
pub(crate) fn pages(sheets: &[Sheet]) -> Vec<Example<'_>> {
    sheets.iter().filter(|sheet| sheet.set == Set::Gold).map(Example::of).collect()
}

/// The examples that `sheets` give.
pub(crate) fn examples(sheets: &[Sheet]) -> Vec<Example<'_>> {
    let mut examples = Vec::new();
    let mut chance = Chance(20_240_503);
    for sheet in sheets {
        let example = Example::of(sheet);
        let clips = if sheet.set == Set::Gold { clips(&example, &mut chance) } else { vec![] };
        examples.push(example);
        examples.extend(clips.into_iter().filter(|clip| clip.items.len() > 1 || clip.gold.iter().any(|gold| gold.content == Some(true))));
    }
    examples
}

/// Clips of a page: its text alone, whole and in part, with and without its title; and the page cut near the text.
fn clips<'a>(page: &Example<'a>, chance: &mut Chance) -> Vec<Example<'a>> {
    let text: Vec<usize> = (0..page.items.len()).filter(|&at| page.is_content(at)).collect();
    let (Some(&first), Some(&last)) = (text.first(), text.last()) else { return vec![] };
    let title = (0..=first).rev().find(|&at| page.is_title(at));
    let with_title = |kept: &[usize]| title.into_iter().chain(kept.iter().copied()).collect::<Vec<_>>();
    let some = [1, 2, 3, 4, 6, 9, 14][chance.below(7)].min(text.len());
    let from = if chance.next() < 0.5 { 0 } else { chance.below(text.len() - some + 1) };
    let part = &text[from..from + some];
    let start = title.unwrap_or(first).saturating_sub(chance.below(12));
    let end = (last + 1 + chance.below(25)).min(page.items.len());
    let mut clips = vec![];
    if chance.next() < 0.35 {
        clips.push(page.clip(with_title(&text).into_iter()));
    }
    if chance.next() < 0.35 {
        clips.push(page.clip(start..end));
    }
    clips.push(page.clip(if chance.next() < 0.6 { with_title(part) } else { part.to_vec() }.into_iter()));
    clips
}
