//! Mentions of named things, and which of them name the same thing.

use super::Reading;
use crate::annotation::{Entity, Suggestion};

/// Mentions, linked to the entities they name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// The mentions: suggestions of the entity layer, in the order of the text, not overlapping.
    pub mentions: Vec<Suggestion>,
    /// What they name, in the order of first mention.
    pub entities: Vec<Entity>,
}

/// Finds the mentions by name, unlinked.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Suggestion> {
    let _ = reading;
    Vec::new()
}

/// Links mentions that name the same thing.
#[must_use]
pub fn link(reading: &Reading<'_>, mentions: Vec<Suggestion>) -> Entities {
    let _ = reading;
    Entities { mentions, entities: Vec::new() }
}
