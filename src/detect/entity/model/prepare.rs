//! A document prepared for the model: its words with the hashes of their features. The trainer sees documents through this door.

use super::super::sort::Sort;
use super::super::unit::{Style, Units};
use super::super::{Ruled, rules, unit};
use super::feature::Page;
use super::file::Lexicon;
use super::hash;
use crate::detect::Reading;
use crate::text::Span;
use std::ops::Range;

/// A document prepared for the model.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// Where each unit stands.
    pub spans: Vec<Span>,
    /// The stretches of units that may hold names, in order; all other units are outside.
    pub segments: Vec<Range<usize>>,
    /// The hashes of the features of the units in the segments, one after the other.
    pub hashes: Vec<u32>,
    /// For each unit in the segments, in order, where its hashes start; then where the last ones end.
    pub starts: Vec<usize>,
    /// For each unit in the segments: the word, when the rest of the document may say what it is; 0 otherwise.
    pub keys: Vec<u64>,
    /// What the rules say: ranges of units and what they name.
    pub ruled: Vec<(Range<usize>, Sort)>,
}

/// Prepares the document `reading`, with what `lists` know of words.
#[must_use]
pub fn prepare(reading: &Reading<'_>, lists: Lexicon<'_>) -> Prepared {
    let units = unit::cut(reading);
    let (_, ruled) = rules(&units, reading);
    of(&units, &ruled, lists)
}

/// Prepares `units`, of which the rules say `ruled`.
pub(in super::super) fn of(units: &Units<'_>, ruled: &Ruled, lists: Lexicon<'_>) -> Prepared {
    let page = Page::new(units, ruled, lists);
    let mut prepared = Prepared {
        spans: units.all.iter().map(|unit| unit.span).collect(),
        ruled: ruled.named.iter().map(|(range, verdict)| (range.clone(), verdict.sort)).collect(),
        ..Prepared::default()
    };
    let mut sentences = units.sentences.iter().peekable();
    for segment in &page.segments {
        while sentences.next_if(|sentence| sentence.units.end <= segment.start).is_some() {}
        let Some(sentence) = sentences.peek() else { break };
        for at in segment.clone() {
            prepared.starts.push(prepared.hashes.len());
            page.features(at, &sentence.units, ruled, &mut prepared.hashes);
            prepared.keys.push(if units.all[at].is_capital() { page.words[at].key } else { 0 });
        }
    }
    prepared.starts.push(prepared.hashes.len());
    prepared.segments = page.segments;
    prepared
}

impl Prepared {
    /// The hashes of the unit number `place` among those in the segments.
    #[must_use]
    pub fn features(&self, place: usize) -> &[u32] {
        let range = self.starts.get(place).copied().unwrap_or(0)..self.starts.get(place + 1).copied().unwrap_or(0);
        self.hashes.get(range).unwrap_or_default()
    }

    /// For each segment its units' numbers among those in the segments.
    pub fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.segments.iter().scan(0, |next, segment| {
            let places = *next..*next + segment.len();
            *next = places.end;
            Some(places)
        })
    }
}

/// Whether the model, which is English, can read `units`: their nouns have no capitals.
pub(in super::super) fn is_readable(units: &Units<'_>) -> bool {
    !units.sentences.iter().any(|sentence| sentence.style == Style::Nouns)
}

/// A word and the one after it, as one.
pub(super) fn pair(first: u64, second: u64) -> u64 {
    if first == 0 || second == 0 { 0 } else { hash::pair(first, second) }
}
