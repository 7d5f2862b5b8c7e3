//! The formats an article can be taken away in: one entry each.

use galley_engine::document::Document;
use galley_engine::save;

/// A format.
pub(super) struct Format {
    /// What it is called.
    pub(super) title: &'static str,
    /// Whom it serves, in a sentence.
    pub(super) about: &'static str,
    /// What file names end in, without the leading full stop.
    pub(super) extension: &'static str,
    /// Its media type.
    pub(super) kind: &'static str,
    /// The file's content.
    pub(super) write: fn(&Document) -> String,
}

/// The formats, in the order in which they are offered; the first is the one that is chosen at first.
pub(super) const FORMATS: &[Format] = &[Format {
    title: "Galley JSON",
    about: "Everything: the text, all marks with their offsets, who and what is named, and every decision. Galley opens it again.",
    extension: "galley.json",
    kind: "application/json",
    write: save::write,
}];
