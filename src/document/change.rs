//! What a command does to a document, as values before and after: undo swaps them.

use super::Field;
use crate::annotation::{Annotation, Entity};
use crate::codebook::Codebook;
use crate::source::metadata::Metadata;
use std::collections::{BTreeMap, BTreeSet};

/// One thing before and after; `None` where it did not or does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Delta<T> {
    /// As it was.
    pub before: Option<T>,
    /// As it is then.
    pub after: Option<T>,
}

/// Everything one command alters: one step of undo, whatever its size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// What was done, for a person: "accept 3".
    pub summary: String,
    /// Annotations before and after.
    pub annotations: Vec<Delta<Annotation>>,
    /// Entities before and after.
    pub entities: Vec<Delta<Entity>>,
    /// The metadata before and after, when it alters.
    pub metadata: Option<(Box<About>, Box<About>)>,
    /// The codebook before and after, when it alters.
    pub codebook: Option<(Box<Codebook>, Box<Codebook>)>,
    /// The comment before and after, when it alters.
    pub comment: Option<(String, String)>,
}

/// The metadata, and the fields of it that a person emptied.
pub type About = (Metadata, BTreeSet<Field>);

impl<T: Clone> Delta<T> {
    /// Makes it so in `things`, which are kept by `key`.
    pub(super) fn apply<K: Ord>(&self, things: &mut BTreeMap<K, T>, key: fn(&T) -> K) {
        if let Some(before) = &self.before {
            things.remove(&key(before));
        }
        if let Some(after) = &self.after {
            things.insert(key(after), after.clone());
        }
    }

    fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

impl Change {
    /// Whether it alters nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotations.is_empty()
            && self.entities.is_empty()
            && self.metadata.is_none()
            && self.codebook.is_none()
            && self.comment.is_none()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            summary: self.summary.clone(),
            annotations: self.annotations.iter().rev().map(Delta::reversed).collect(),
            entities: self.entities.iter().rev().map(Delta::reversed).collect(),
            metadata: self.metadata.clone().map(swapped),
            codebook: self.codebook.clone().map(swapped),
            comment: self.comment.clone().map(swapped),
        }
    }
}

fn swapped<T>((before, after): (T, T)) -> (T, T) {
    (after, before)
}
