//! The formats an article can be taken away in: one entry each.

use galley_engine::document::Document;
use galley_engine::export::quotations;
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

/// The media type of tables.
pub(super) const TABLE: &str = "text/csv";

/// The formats, in the order in which they are offered; the first is the one that is chosen at first.
pub(super) const FORMATS: &[Format] = &[GALLEY, QUOTATIONS];

const GALLEY: Format = Format {
    title: "Galley JSON",
    about: "Everything: the text, all marks with their offsets, who and what is named, and every decision. Galley opens it again.",
    extension: "galley.json",
    kind: "application/json",
    write: save::write,
};

const QUOTATIONS: Format = Format {
    title: "Quotations as a table",
    about: "One row a quotation, with its speaker, cue and place, for a spreadsheet or a statistics program (CSV).",
    extension: quotations::EXTENSION,
    kind: TABLE,
    write: quotations::write,
};
