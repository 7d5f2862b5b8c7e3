//! Which block is the headline: a line that is like a headline in form, stands where one stands, and is about what the text is about.

pub mod clues;

use super::page::Item;
use clues::{Clue, Clues};
use std::sync::LazyLock;

/// The headline's block. `declared` is the headline that the page declares.
#[must_use]
pub fn find(items: &[Item<'_>], declared: Option<&str>) -> Option<usize> {
    let page = Clues::of(items, declared)?;
    let kind = Kind::of(items);
    let scored = page.candidates().map(|at| (at, score(kind, &page.clues(at))));
    let (at, best) = scored.reduce(|best, next| if best.1 < next.1 { next } else { best })?;
    (score(kind, &[NONE]) < best).then_some(at)
}

/// The clue of a page that has no headline.
pub const NONE: Clue = ("none", 1.0);

/// Which of the weights of a clue counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Plain,
    /// HTML.
    Html,
}

impl Kind {
    /// The kind of a page.
    #[must_use]
    pub fn of(items: &[Item<'_>]) -> Self {
        if items.iter().any(|item| item.dom.is_some()) { Self::Html } else { Self::Plain }
    }
}

/// The weights: a clue's name, its weight in plain text and in HTML, tabs between, sorted by name.
static WEIGHTS: LazyLock<Vec<(&str, [f32; 2])>> = LazyLock::new(|| {
    let number = |field: Option<&str>| field.and_then(|field| field.parse().ok()).unwrap_or(0.0);
    let weight = |line: &'static str| {
        let mut fields = line.split('\t');
        Some((fields.next()?, [number(fields.next()), number(fields.next())]))
    };
    include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(weight).collect()
});

/// How much `clues` speak for the headline.
fn score(kind: Kind, clues: &[Clue]) -> f32 {
    let weight = |name: &str| WEIGHTS.binary_search_by(|(known, _)| (*known).cmp(name)).map_or([0.0; 2], |at| WEIGHTS[at].1);
    clues.iter().map(|(name, much)| much * weight(name)[kind as usize]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_sorted_so_that_they_are_found() {
        assert!(WEIGHTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(WEIGHTS.iter().any(|(name, _)| *name == NONE.0));
    }
}
