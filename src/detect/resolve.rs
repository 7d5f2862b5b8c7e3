//! Which suggestions survive when they overlap inside a layer. Layers never exclude one another.

use crate::annotation::Suggestion;

/// All suggestions in one list: one a block for its role, then all others in the order of the text.
#[must_use]
pub fn resolve(structure: Vec<Suggestion>, mentions: Vec<Suggestion>, quotations: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut rest = mentions;
    rest.extend(quotations);
    rest.sort_by_key(|suggestion| suggestion.extent());
    structure.into_iter().chain(rest).collect()
}
