//! The fields of the metadata by name, so that each can be shown, altered and written without a rule of its own.

use crate::source::metadata::{Evidence, Fact, Metadata};
use std::collections::BTreeSet;

/// A field of the metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The headline.
    Title,
    /// The summary under it.
    Deck,
    /// Who wrote it.
    Byline,
    /// Where it was filed from.
    Dateline,
    /// When it was published.
    Published,
    /// When it was last changed.
    Modified,
    /// Who published it.
    Publisher,
    /// The section it stood in.
    Section,
    /// Where it stood on the web.
    Url,
    /// Its language.
    Language,
}

impl Field {
    /// All of them, in the order in which they are shown and written.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Deck,
        Self::Byline,
        Self::Dateline,
        Self::Published,
        Self::Modified,
        Self::Publisher,
        Self::Section,
        Self::Url,
        Self::Language,
    ];

    /// Its name in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Deck => "deck",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Publisher => "publisher",
            Self::Section => "section",
            Self::Url => "url",
            Self::Language => "language",
        }
    }

    /// Its value in `metadata`.
    #[must_use]
    pub fn of(self, metadata: &Metadata) -> Option<&Fact> {
        match self {
            Self::Title => metadata.title.as_ref(),
            Self::Deck => metadata.deck.as_ref(),
            Self::Byline => metadata.byline.as_ref(),
            Self::Dateline => metadata.dateline.as_ref(),
            Self::Published => metadata.published.as_ref(),
            Self::Modified => metadata.modified.as_ref(),
            Self::Publisher => metadata.publisher.as_ref(),
            Self::Section => metadata.section.as_ref(),
            Self::Url => metadata.url.as_ref(),
            Self::Language => metadata.language.as_ref(),
        }
    }

    /// Its place in `metadata`.
    pub fn place(self, metadata: &mut Metadata) -> &mut Option<Fact> {
        match self {
            Self::Title => &mut metadata.title,
            Self::Deck => &mut metadata.deck,
            Self::Byline => &mut metadata.byline,
            Self::Dateline => &mut metadata.dateline,
            Self::Published => &mut metadata.published,
            Self::Modified => &mut metadata.modified,
            Self::Publisher => &mut metadata.publisher,
            Self::Section => &mut metadata.section,
            Self::Url => &mut metadata.url,
            Self::Language => &mut metadata.language,
        }
    }
}

/// What is known after a new parse found `fresh`: what a person gave or `cleared` stays as it is, what the page declared outweighs
/// what is read in the text, and what was read in the text is read anew.
pub(super) fn renewed(mut known: Metadata, mut fresh: Metadata, cleared: &BTreeSet<Field>) -> Metadata {
    for field in Field::ALL.into_iter().filter(|field| !cleared.contains(field)) {
        let (old, new) = (field.place(&mut known), field.place(&mut fresh).take());
        let is_read = old.as_ref().is_some_and(|fact| matches!(fact.evidence, Evidence::Text(_)));
        if old.is_none() || (is_read && new.is_some()) {
            *old = new;
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn fact(value: &str, evidence: Evidence) -> Option<Fact> {
        Some(Fact { value: value.to_owned(), evidence })
    }

    fn check(old: Option<Fact>, new: Option<Fact>, cleared: &[Field], expected: Option<&str>) {
        let known = Metadata { title: old, ..Metadata::default() };
        let fresh = Metadata { title: new, ..Metadata::default() };
        let after = renewed(known, fresh, &cleared.iter().copied().collect());
        assert_eq!(after.title.as_ref().map(|fact| fact.value.as_str()), expected);
    }

    #[test]
    fn what_a_person_gave_outlasts_a_new_parse() {
        let read = || fact("read", Evidence::Text(Span::new(0, 4)));
        check(fact("typed", Evidence::Given), read(), &[], Some("typed"));
        check(None, read(), &[Field::Title], None);
        check(None, read(), &[Field::Byline], Some("read"));
    }

    #[test]
    fn what_was_read_is_read_anew_and_what_was_declared_stays() {
        let read = |value| fact(value, Evidence::Text(Span::new(0, 4)));
        check(read("old"), read("new"), &[], Some("new"));
        check(read("old"), None, &[], Some("old"));
        check(fact("declared", Evidence::JsonLd), read("new"), &[], Some("declared"));
    }

    #[test]
    fn every_field_has_a_place_of_its_own() {
        let mut metadata = Metadata::default();
        for field in Field::ALL {
            *field.place(&mut metadata) = Some(Fact::given(field.code()));
        }
        assert!(Field::ALL.into_iter().all(|field| field.of(&metadata).is_some_and(|fact| fact.value == field.code())));
    }
}
