//! The codebook: the labels of the user's own with what is said of them, and the guidelines for giving them.
//!
//! It travels with every document, and by itself as JSON (all of it) or CSV (the labels). A file is checked in full before
//! anything of it is taken; the error names the place of the first thing wrong.

mod check;
mod csv;
mod json;

pub use check::{LONGEST, check, sound, wrong_name};
pub use csv::COLUMNS;

use crate::annotation::{LabelDefinition, Layer};
use std::collections::BTreeMap;
use std::fmt;

/// The labels of the user's own, and the guidelines for giving them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The labels, in the order in which they are offered.
    pub labels: Vec<LabelDefinition>,
    /// The guidelines, in Markdown; empty for none.
    pub guidelines: String,
}

/// The first thing wrong with a codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a path such as `labels[3].key`, or "line 4, column key"; empty for the file as a whole.
    pub place: String,
    /// What: a sentence without a full stop.
    pub message: String,
}

impl Problem {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { out.write_str(&self.message) } else { write!(out, "{}: {}", self.place, self.message) }
    }
}

impl std::error::Error for Problem {}

impl Codebook {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.guidelines.is_empty()
    }

    /// The codebook in a file, which begins with `{` when it is JSON and else is CSV.
    ///
    /// # Errors
    /// When it is neither, or anything in it is wrong: nothing of it is taken then.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(Problem::new("", "the file is empty"));
        }
        if text.trim_start().starts_with(['{', '[']) { json::read(text) } else { csv::read(text) }
    }

    /// Whether `bytes` begin as a codebook in JSON does, without reading it in full.
    #[must_use]
    pub fn is_one(bytes: &[u8]) -> bool {
        const HEAD: usize = 200;
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned();
        head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains("\"galley-codebook\"")
    }

    /// All of it as JSON, indented, a line break at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// The labels as CSV with a line of headings; the guidelines have no place in it.
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv::write(&self.labels)
    }

    /// This codebook with `other` taken in: labels of the same layer and name are replaced, new ones come after, none goes. A key
    /// that another label has already stays with that one. The guidelines are replaced where `other` has some.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        let identity = |label: &LabelDefinition| (label.layer, label.name.clone());
        let mut places: BTreeMap<_, usize> = self.labels.iter().enumerate().map(|(at, label)| (identity(label), at)).collect();
        let mut keys: BTreeMap<char, _> = self.labels.iter().filter_map(|label| Some((label.key?, identity(label)))).collect();
        for mut label in other.labels {
            let id = identity(&label);
            label.key = label.key.filter(|key| *keys.entry(*key).or_insert_with(|| id.clone()) == id);
            match places.get(&id) {
                Some(at) => self.labels[*at] = label,
                None => {
                    places.insert(id, self.labels.len());
                    self.labels.push(label);
                }
            }
        }
        if !other.guidelines.is_empty() {
            self.guidelines = other.guidelines;
        }
        // Two codebooks may each be sound and their parents together go round in a circle: one of them is let go.
        for at in check::circles(&self.labels) {
            self.labels[at].parent = None;
        }
        self
    }
}

/// The numbers of `labels` as an outline, each with how far below the topmost it stands: every label below its parent, the rest of
/// the order as it is.
#[must_use]
pub fn outline(labels: &[LabelDefinition]) -> Vec<(usize, usize)> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); labels.len()];
    let mut stack = Vec::new();
    for (at, parent) in check::parents(labels).into_iter().enumerate() {
        match parent {
            Some(parent) => children[parent].push(at),
            None => stack.push((at, 0)),
        }
    }
    stack.reverse();
    let mut order = Vec::with_capacity(labels.len());
    while let Some((at, depth)) = stack.pop() {
        order.push((at, depth));
        stack.extend(children[at].iter().rev().map(|child| (*child, depth + 1)));
    }
    order
}

/// Whether a person can make labels of this layer.
#[must_use]
pub fn is_open(layer: Layer) -> bool {
    matches!(layer, Layer::Entity | Layer::Code)
}

#[cfg(test)]
mod tests;
