//! What is learnt rather than written: forests of small trees, each of which answers one question about a quotation.

pub mod forest;

use crate::text::Span;
use forest::{Forest, SLOTS};
use std::sync::OnceLock;

/// What a forest is asked. Its number is its place in the weight file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Does a report begin here, or end here, that this cue governs?
    Report,
    /// Is this where the report that begins here ends?
    End,
    /// Is this where the report that ends here begins?
    Start,
    /// Are the words between these marks speech?
    Speech,
    /// Is this the speaker?
    Speaker,
    /// Does the report around this quotation, which no cue governs, begin here?
    Lead,
    /// Does it end here?
    Tail,
}

impl Question {
    /// All of them, in the order of the weight file.
    pub const ALL: [Self; 7] = [Self::Report, Self::End, Self::Start, Self::Speech, Self::Speaker, Self::Lead, Self::Tail];

    /// The probability that the answer is yes.
    pub(super) fn answer(self, row: &Row<'_>) -> f32 {
        forests().get(self as usize).map_or(0.5, |forest| forest.probability(&with_words(row, forest)))
    }
}

/// What a forest looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'a> {
    /// The words that may have weights of their own, in lower case; empty for none.
    pub words: [&'a str; SLOTS],
    /// All else, in whole numbers.
    pub values: Vec<i16>,
}

/// A question as it was put, for the trainer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which one.
    pub question: Question,
    /// What is seen.
    pub row: Row<'static>,
    /// The words that it is about: a report with these ends, words in quotation marks, or the words for a speaker.
    pub span: Span,
    /// The quotation whose speaker is asked for; else `span` again.
    pub about: Span,
    /// Whether a report stands before its cue, so that its end is given and its beginning is looked for.
    pub backwards: bool,
    /// The same for all answers of which one is right.
    pub group: u32,
}

/// The values that a forest sees: the weights of the words, then all else.
#[must_use]
pub fn with_words(row: &Row<'_>, forest: &Forest) -> Vec<i16> {
    let words = row.words.iter().enumerate().map(|(slot, word)| if word.is_empty() { 0 } else { forest.word(slot, word) });
    words.chain(row.values.iter().copied()).collect()
}

static FORESTS: OnceLock<Vec<Forest>> = OnceLock::new();

fn forests() -> &'static [Forest] {
    FORESTS.get_or_init(|| forest::read(include_bytes!("model.bin")).unwrap_or_default())
}

/// For the trainer: answers from `forests` instead of the weight file, if nothing was asked before.
pub fn install(forests: Vec<Forest>) {
    FORESTS.get_or_init(|| forests);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weight_file_answers_every_question() {
        assert_eq!(forests().len(), Question::ALL.len());
        assert!(Question::ALL.iter().enumerate().all(|(place, question)| *question as usize == place));
    }
}
