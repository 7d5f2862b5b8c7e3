//! Answered questions as rows for the trees: words get weights by how often the answer is yes, never from their own document's fold.

use super::boost::{Growth, Rows, grow};
use galley_engine::detect::quotation::learnt::forest::{Forest, SLOTS};
use galley_engine::detect::quotation::learnt::{Row, with_words};
use std::collections::BTreeMap;

/// A question with its right answer.
pub(crate) struct Answered {
    /// What is seen.
    pub(crate) row: Row<'static>,
    /// The probability that is right.
    pub(crate) target: f32,
    /// The number of its document.
    pub(crate) document: usize,
}

/// How many folds the words are weighed in.
const FOLDS: usize = 5;
/// How much a word must tell before it is believed, in rows.
const DOUBT: f64 = 20.0;
/// How often a word must come to have a weight.
const OFTEN: f64 = 8.0;

/// The forest that answers like `answered`.
pub(crate) fn learn(answered: &[Answered], growth: Growth) -> Forest {
    let weighed: Vec<Forest> = (0..FOLDS).map(|fold| words(answered.iter().filter(|one| one.document % FOLDS != fold))).collect();
    let mut rows = Rows { width: answered.first().map_or(0, |one| SLOTS + one.row.values.len()), ..Rows::default() };
    for one in answered {
        rows.values.extend(with_words(&one.row, &weighed[one.document % FOLDS]));
        rows.targets.push(one.target);
    }
    let forest = grow(&rows, growth);
    Forest { words: words(answered.iter()).words, ..forest }
}

/// A forest of nothing but the weights of words.
fn words<'a>(answered: impl Iterator<Item = &'a Answered>) -> Forest {
    let mut counts: [BTreeMap<&str, (f64, f64)>; SLOTS] = Default::default();
    let mut all = (0.0, 0.0);
    for one in answered {
        all = (all.0 + f64::from(one.target), all.1 + 1.0);
        for (slot, word) in one.row.words.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
            let count = counts[slot].entry(word).or_default();
            *count = (count.0 + f64::from(one.target), count.1 + 1.0);
        }
    }
    let mean = (all.0 / f64::max(all.1, 1.0)).clamp(0.001, 0.999);
    let odds = |share: f64| libm::log(share / (1.0 - share));
    let weight = |(yes, count): (f64, f64)| {
        let share = (yes + DOUBT * mean) / (count + DOUBT);
        (16.0 * (odds(share.clamp(0.001, 0.999)) - odds(mean))).round().clamp(-127.0, 127.0) as i8
    };
    let listed = |counts: &BTreeMap<&str, (f64, f64)>| {
        let often = counts.iter().filter(|(_, count)| count.1 >= OFTEN);
        often.map(|(word, &count)| ((*word).to_owned(), weight(count))).collect()
    };
    Forest { words: counts.each_ref().map(listed), ..Forest::default() }
}
