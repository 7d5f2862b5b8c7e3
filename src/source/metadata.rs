//! What is known about an article as a whole, each value with where it came from.

pub mod dates;
pub mod people;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Read in the text, at this place.
    Text(Span),
    /// Declared by the page in JSON-LD.
    JsonLd,
    /// Declared by the page in a meta tag, named here (`og:title`, `author`).
    Meta(String),
    /// Declared by an element of the page, named here (`time`, `title`, `link`).
    Element(String),
    /// Given by the person or the calling program.
    Given,
}

/// A value and where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The value, as it is shown and exported.
    pub value: String,
    /// Where it came from.
    pub evidence: Evidence,
}

/// What is known about an article as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<Fact>,
    /// The summary under the headline (standfirst).
    pub deck: Option<Fact>,
    /// The people who wrote it, separated by commas; neither agencies nor tags.
    pub byline: Option<Fact>,
    /// The place the story was filed from.
    pub dateline: Option<Fact>,
    /// When it was first published: an ISO 8601 day or moment.
    pub published: Option<Fact>,
    /// When it was last changed: an ISO 8601 day or moment.
    pub modified: Option<Fact>,
    /// Who published it.
    pub publisher: Option<Fact>,
    /// The section it stood in.
    pub section: Option<Fact>,
    /// Where it stood on the web.
    pub url: Option<Fact>,
    /// Its language: a BCP 47 tag such as `en`.
    pub language: Option<Fact>,
}

impl Fact {
    /// A value that the person or the calling program gave.
    #[must_use]
    pub fn given(value: impl Into<String>) -> Self {
        Self { value: value.into(), evidence: Evidence::Given }
    }
}

impl Metadata {
    /// `self` with the gaps filled from `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            deck: self.deck.or(other.deck),
            byline: self.byline.or(other.byline),
            dateline: self.dateline.or(other.dateline),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            publisher: self.publisher.or(other.publisher),
            section: self.section.or(other.section),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }
}
