//! Galley JSON 1, the native file: everything about a document, self-contained. `tests/galley.schema.json` describes it.
//!
//! Offsets in the file are Unicode code points into `document.text`, half-open. Reading a file that was written here and writing it
//! again gives the same bytes. A file is checked in full before a document is made of it; the error names the path of the first
//! thing wrong.

mod about;
mod file;
mod reader;
mod writer;

pub use reader::{ReadError, read};
pub use writer::{write, write_line};

/// The value of `format` in every file.
pub const FORMAT: &str = "galley";
/// The version that is written, and the only one there is.
pub const VERSION: u32 = 1;

/// Whether `text` looks like a Galley file, without reading it in full.
#[must_use]
pub fn looks_like_galley(text: &str) -> bool {
    const HEAD: usize = 400;
    let head = &text[..text.floor_char_boundary(HEAD)];
    head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains("\"format\"") && head.contains("\"galley\"")
}
