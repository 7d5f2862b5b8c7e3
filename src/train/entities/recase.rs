//! Documents whose sentences are partly written in capitals or like headlines, so that the model learns to read those.

use super::gold::{self, Document, Example};
use galley_engine::detect::entity::model::file::Lexicon;
use rayon::prelude::*;
use std::ops::Range;

/// One document in so many is written anew, and in it one line in so many.
const DOCUMENTS: usize = 4;
const LINES: usize = 4;

/// Small words that keep their small letters in headlines.
const SMALL: [&str; 22] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "over", "the", "to", "up", "via",
    "vs", "with",
];

/// How a line is written anew.
#[derive(Clone, Copy, Debug)]
enum Manner {
    Capitals,
    Headline,
}

/// The documents so changed, learning from the changed lines alone.
pub(crate) fn examples(source: &str, documents: &[Document], lexicon: Lexicon<'_>) -> Vec<Example> {
    let one = |(at, document): (usize, &Document)| {
        let manner = if at % (2 * DOCUMENTS) == 1 { Manner::Capitals } else { Manner::Headline };
        let (text, changed) = rewritten(&document.text, manner, at);
        let example = gold::example(source, &Document { text, ..document.clone() }, lexicon, true);
        let prepared = &example.prepared;
        let inside = |segment: &Range<usize>| {
            let at = prepared.spans[segment.start].from();
            changed.iter().any(|range| range.contains(&at))
        };
        let learnt = prepared.segments.iter().map(inside).collect();
        Example { learnt, whole: false, ..example }
    };
    documents.par_iter().enumerate().filter(|(at, _)| at % DOCUMENTS == 1).map(one).collect()
}

/// `text` with some lines written anew, and where these are now, in bytes. The number of characters stays.
fn rewritten(text: &str, manner: Manner, from: usize) -> (String, Vec<Range<usize>>) {
    let (mut rewritten, mut changed) = (String::with_capacity(text.len()), Vec::new());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let start = rewritten.len();
        if (at + from).is_multiple_of(LINES) {
            write(line, manner, &mut rewritten);
            changed.push(start..rewritten.len());
        } else {
            rewritten.push_str(line);
        }
    }
    (rewritten, changed)
}

fn write(line: &str, manner: Manner, out: &mut String) {
    for (at, word) in line.split_inclusive(' ').enumerate() {
        let small = at != 0 && SMALL.contains(&word.trim_end());
        for (at, letter) in word.chars().enumerate() {
            let raised = match manner {
                Manner::Capitals => true,
                Manner::Headline => at == 0 && !small,
            };
            out.push(if raised { capital(letter) } else { letter });
        }
    }
}

/// The capital of `letter`, where that is one letter.
fn capital(letter: char) -> char {
    let mut capitals = letter.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_written_anew_and_keep_their_length() {
        let (text, changed) = rewritten("He met Ana in Oslo.\nIt is ßo.\n", Manner::Capitals, 0);
        assert_eq!(text, "HE MET ANA IN OSLO.\nIt is ßo.\n");
        assert_eq!(changed.first(), Some(&(0..20)));
        assert_eq!(rewritten("a plan for the new port", Manner::Headline, 0).0, "A Plan for the New Port");
    }
}
