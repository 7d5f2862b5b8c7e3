//! Labels for the blocks of a page: from the labelled lines of another rendering of it, and from its article's text.

use super::pages::Gold;
use std::collections::{BTreeMap, BTreeSet};

/// Words that are compared together.
const SHINGLE: usize = 4;

/// The labels of `texts`: those of the same lines among `known` in the same order, else what the article's text `gold` says.
pub(crate) fn labels(texts: &[&str], known: &[(&str, Gold)], gold: &str) -> Vec<Gold> {
    let ours: Vec<String> = texts.iter().map(|text| bare(text)).collect();
    let theirs: Vec<String> = known.iter().map(|(text, _)| bare(text)).collect();
    let matched = common(&ours, &theirs);
    let article = Article::new(gold);
    let label = |at: usize| match matched[at] {
        Some(other) => known[other].1,
        None => Gold { content: article.holds(texts[at]), ..Gold::default() },
    };
    (0..texts.len()).map(label).collect()
}

fn bare(text: &str) -> String {
    words(text).join(" ")
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// For each of `ours` its partner among `theirs` in a longest common subsequence.
fn common(ours: &[String], theirs: &[String]) -> Vec<Option<usize>> {
    let width = theirs.len() + 1;
    let mut longest = vec![0_u32; (ours.len() + 1) * width];
    for a in (0..ours.len()).rev() {
        for b in (0..theirs.len()).rev() {
            longest[a * width + b] = if ours[a] == theirs[b] {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut partners = vec![None; ours.len()];
    while a < ours.len() && b < theirs.len() {
        if ours[a] == theirs[b] {
            partners[a] = Some(b);
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    partners
}

/// The article's text, for asking whether it holds a block.
struct Article {
    shingles: BTreeSet<Vec<String>>,
    lines: BTreeMap<String, usize>,
}

impl Article {
    fn new(gold: &str) -> Self {
        let all = words(gold);
        let mut lines = BTreeMap::new();
        for line in gold.lines() {
            *lines.entry(bare(line)).or_default() += 1;
        }
        Self { shingles: all.windows(SHINGLE).map(<[String]>::to_vec).collect(), lines }
    }

    /// Whether the article holds `text`; nothing for a doubtful block.
    fn holds(&self, text: &str) -> Option<bool> {
        let own = words(text);
        if own.is_empty() {
            return None;
        }
        if own.len() < SHINGLE {
            return if self.lines.contains_key(&own.join(" ")) { Some(true) } else { None };
        }
        let held = own.windows(SHINGLE).filter(|shingle| self.shingles.contains(*shingle)).count();
        let share = held as f32 / (own.len() + 1 - SHINGLE) as f32;
        if 0.7 < share { Some(true) } else { (share < 0.2).then_some(false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_labels_and_others_ask_the_article() {
        let yes = Gold { content: Some(true), ..Gold::default() };
        let no = Gold { content: Some(false), ..Gold::default() };
        let known = [("Home", no), ("It is open again.", yes), ("Share", no)];
        let seen = labels(
            &["Home", "The bridge over the river is open", "It is open  again", "Log in now or register here", "Share"],
            &known,
            "The bridge over the river is open. It is open again.",
        );
        assert_eq!(
            seen.iter().map(|gold| gold.content).collect::<Vec<_>>(),
            [Some(false), Some(true), Some(true), Some(false), Some(false)]
        );
    }
}
