//! Where the values of the metadata came from, to and from the file.

use super::file::{EvidenceEntry, EvidenceKind, File, Range};
use super::reader::{Checked, ReadError};
use crate::document::{Document, Field};
use crate::source::metadata::{Evidence, Fact, Metadata};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The evidence of each field that is known by other means than being given, and of each that was emptied. `range` puts a span into
/// the units of the file.
pub(super) fn evidence(document: &Document, range: impl Fn(Span) -> Range) -> BTreeMap<String, EvidenceEntry> {
    let entry = |field: Field| {
        let entry = match field.of(&document.metadata) {
            Some(fact) => written(&fact.evidence, &range),
            None => {
                document.cleared.contains(&field).then_some(EvidenceEntry { by: EvidenceKind::Given, name: None, start: None, end: None })
            }
        };
        Some((field.code().to_owned(), entry?))
    };
    Field::ALL.into_iter().filter_map(entry).collect()
}

fn written(evidence: &Evidence, range: &impl Fn(Span) -> Range) -> Option<EvidenceEntry> {
    let (by, name) = match evidence {
        Evidence::Text(_) => (EvidenceKind::Text, None),
        Evidence::JsonLd => (EvidenceKind::JsonLd, None),
        Evidence::Meta(name) => (EvidenceKind::Meta, Some(name.clone())),
        Evidence::Element(name) => (EvidenceKind::Element, Some(name.clone())),
        Evidence::Given => return None,
    };
    let place = if let Evidence::Text(span) = evidence { Some(range(*span)) } else { None };
    Some(EvidenceEntry { by, name, start: place.as_ref().map(|place| place.start), end: place.as_ref().map(|place| place.end) })
}

/// The metadata of a file and the fields that were emptied. `span` puts a range of the file into bytes.
pub(super) fn read(file: &File, span: impl Fn(Range, &str) -> Checked<Span>) -> Checked<(Metadata, BTreeSet<Field>)> {
    let mut metadata = Metadata::default();
    let mut cleared = BTreeSet::new();
    for field in Field::ALL {
        let entry = file.document.evidence.get(field.code());
        match (value(file, field), entry) {
            (Some(value), entry) => {
                let path = format!("document.evidence.{}", field.code());
                let evidence = entry.map_or(Ok(Evidence::Given), |entry| understood(entry, &path, &span))?;
                *field.place(&mut metadata) = Some(Fact { value: value.clone(), evidence });
            }
            (None, Some(entry)) if entry.by == EvidenceKind::Given => drop(cleared.insert(field)),
            (None, Some(_)) => return Err(ReadError::new(format!("document.evidence.{}", field.code()), "there is no such value")),
            (None, None) => {}
        }
    }
    match file.document.evidence.keys().find(|code| Field::ALL.iter().all(|field| field.code() != code.as_str())) {
        Some(code) => Err(ReadError::new(format!("document.evidence.{code}"), "there is no such field")),
        None => Ok((metadata, cleared)),
    }
}

fn understood(entry: &EvidenceEntry, path: &str, span: &impl Fn(Range, &str) -> Checked<Span>) -> Checked<Evidence> {
    let name = || entry.name.clone().ok_or_else(|| ReadError::new(path, "the name is missing"));
    match (entry.by, entry.start.zip(entry.end)) {
        (EvidenceKind::Text, Some((start, end))) => Ok(Evidence::Text(span(Range { start, end }, path)?)),
        (EvidenceKind::Text, None) => Err(ReadError::new(path, "start and end are missing")),
        (EvidenceKind::JsonLd, _) => Ok(Evidence::JsonLd),
        (EvidenceKind::Meta, _) => Ok(Evidence::Meta(name()?)),
        (EvidenceKind::Element, _) => Ok(Evidence::Element(name()?)),
        (EvidenceKind::Given, _) => Ok(Evidence::Given),
    }
}

fn value(file: &File, field: Field) -> Option<&String> {
    let article = &file.document;
    match field {
        Field::Title => article.title.as_ref(),
        Field::Deck => article.deck.as_ref(),
        Field::Byline => article.byline.as_ref(),
        Field::Dateline => article.dateline.as_ref(),
        Field::Published => article.published.as_ref(),
        Field::Modified => article.modified.as_ref(),
        Field::Publisher => article.publisher.as_ref(),
        Field::Section => article.section.as_ref(),
        Field::Url => article.url.as_ref(),
        Field::Language => article.language.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Field, Workspace};
    use crate::save::{read, write_line};
    use crate::source::metadata::{Evidence, Fact};

    #[test]
    fn where_values_came_from_and_which_were_emptied_is_kept() {
        let mut document = document();
        let kinds = [
            Evidence::Text(span("Talks resume")),
            Evidence::JsonLd,
            Evidence::Meta("author".to_owned()),
            Evidence::Element("time".to_owned()),
            Evidence::Given,
        ];
        for (field, evidence) in Field::ALL.into_iter().zip(kinds) {
            *field.place(&mut document.metadata) = Some(Fact { value: field.code().to_owned(), evidence });
        }
        document.places = vec![1, 2, 2].into();
        let mut workspace = Workspace::new(document);
        workspace.run(&Command::SetMetadata(Field::Byline, String::new()), NOW);
        let document = workspace.document();
        let json = write_line(document);
        let again = read(&json).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((&again.metadata, &again.cleared, &again.places), (&document.metadata, &document.cleared, &document.places));
        assert_eq!(write_line(&again), json);
        workspace.undo();
        assert!(workspace.document().cleared.is_empty());
    }

    #[test]
    fn evidence_that_cannot_be_is_refused() {
        let mut document = document();
        document.metadata.title = Some(Fact { value: "Talks".to_owned(), evidence: Evidence::Text(span("Talks resume")) });
        let json = write_line(&document);
        let check = |from: &str, to: &str, path: &str| {
            let edited = json.replacen(from, to, 1);
            assert_ne!(edited, json);
            assert_eq!(read(&edited).expect_err("it is refused").path, path);
        };
        check("\"evidence\":{\"title\"", "\"evidence\":{\"size\"", "document.evidence.size");
        check("\"evidence\":{\"title\"", "\"evidence\":{\"byline\"", "document.evidence.byline");
        check("{\"by\":\"text\",\"start\":0,\"end\":12}", "{\"by\":\"text\",\"start\":0}", "document.evidence.title");
        check("{\"by\":\"text\",\"start\":0,\"end\":12}", "{\"by\":\"text\",\"start\":0,\"end\":1200}", "document.evidence.title.end");
    }
}
