//! Reports that stand outside quotation marks, or half outside: what a cue governs, and where it begins and ends.

pub(super) mod choose;
pub(super) mod offer;
pub(super) mod study;
pub(super) mod values;
