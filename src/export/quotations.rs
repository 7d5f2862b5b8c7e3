//! The quotations alone as comma-separated values (RFC 4180): one row a quotation, for a spreadsheet or a program for statistics.
//!
//! | column | what it holds |
//! |---|---|
//! | `id` | the annotation's id in Galley JSON: `a7` |
//! | `kind` | `direct`, `indirect` or `mixed` |
//! | `words` | the quoted words; parts are joined by ` … ` |
//! | `verbatim` | how many words stand between quotation marks |
//! | `reported` | how many words are reported |
//! | `speaker_text` | the words that name the speaker for this quotation; empty where none do |
//! | `speaker` | the speaker's canonical name |
//! | `speaker_id` | the speaker's entity in Galley JSON: `e3` |
//! | `wikidata` | the speaker's item of Wikidata, as a person gave it |
//! | `cue` | the words that introduce the quotation |
//! | `start`, `end` | where it stands in `document.text`, in `unit`s, the end not included |
//! | `unit` | always `codePoint` |
//! | `parts` | each part as `start-end`, joined by spaces |
//! | `state` | `pending`, `accepted` (as suggested), `corrected` or `added` (by a person) |
//! | `confidence` | how likely the parser thought it right, 0 to 1; empty for a person's own |
//! | `note` | the person's note |
//!
//! Rejected quotations are left out. A field that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
//! return) has an apostrophe before it.

use crate::annotation::{Annotation, Label, Layer, Outcome, Quotation};
use crate::document::Document;
use crate::text::units::{Unit, Units};
use crate::text::{Span, csv};
use crate::view::quotes::{said, speaker_name};

/// What the names of such files end in, without the leading full stop.
pub const EXTENSION: &str = "quotations.csv";

/// The first row.
pub const COLUMNS: [&str; 17] = [
    "id",
    "kind",
    "words",
    "verbatim",
    "reported",
    "speaker_text",
    "speaker",
    "speaker_id",
    "wikidata",
    "cue",
    "start",
    "end",
    "unit",
    "parts",
    "state",
    "confidence",
    "note",
];

/// The standing quotations of `document` in the order of the text, the names of the columns before them; rows end in CR LF.
#[must_use]
pub fn write(document: &Document) -> String {
    let units = Units::new(&document.text);
    let mut quotations: Vec<(&Annotation, &Quotation)> = document.standing(Layer::Quotation).filter_map(quotation).collect();
    quotations.sort_by_key(|(annotation, _)| (annotation.extent(), annotation.id));
    let rows = quotations.into_iter().map(|(annotation, quotation)| row(document, &units, annotation, quotation));
    std::iter::once(csv::line(&COLUMNS)).chain(rows.map(|fields| csv::line(&fields.each_ref().map(String::as_str)))).collect()
}

fn quotation(annotation: &Annotation) -> Option<(&Annotation, &Quotation)> {
    match &annotation.label {
        Label::Quotation(quotation) => Some((annotation, quotation)),
        _ => None,
    }
}

fn row(document: &Document, units: &Units, annotation: &Annotation, quotation: &Quotation) -> [String; COLUMNS.len()] {
    let at = |byte: usize| units.from_byte(&document.text, byte, Unit::CodePoint).to_string();
    let words = |span: Span| document.words(span).to_owned();
    let speaker = quotation.speaker.as_ref();
    let entity = speaker.and_then(|speaker| speaker.entity);
    let item = entity.and_then(|id| document.entities.get(&id)?.wikidata);
    let (verbatim, reported) = said(document, annotation, quotation);
    let parts = annotation.spans.iter().map(|span| format!("{}-{}", at(span.from()), at(span.to())));
    [
        format!("a{}", annotation.id.0),
        quotation.kind.code().to_owned(),
        safe(annotation.spans.iter().map(|span| document.words(*span)).collect::<Vec<_>>().join(" … ")),
        verbatim.to_string(),
        reported.to_string(),
        safe(speaker.and_then(|speaker| speaker.span).map(words).unwrap_or_default()),
        safe(speaker_name(document, quotation).unwrap_or_default()),
        entity.map(|id| format!("e{}", id.0)).unwrap_or_default(),
        item.map(|item| item.to_string()).unwrap_or_default(),
        safe(quotation.cue.map(words).unwrap_or_default()),
        at(annotation.extent().from()),
        at(annotation.extent().to()),
        "codePoint".to_owned(),
        parts.collect::<Vec<_>>().join(" "),
        state(annotation.outcome()).to_owned(),
        annotation.confidence().map(|sure| format!("{sure:.2}")).unwrap_or_default(),
        safe(annotation.note.clone()),
    ]
}

fn state(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Undecided => "pending",
        Outcome::AcceptedAsIs => "accepted",
        Outcome::Corrected => "corrected",
        Outcome::Rejected => "rejected",
        Outcome::Missed => "added",
    }
}

/// A spreadsheet must not take what an article says for a formula.
fn safe(field: String) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{field}") } else { field }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, LabelName, QuotationKind, Speaker, Wikidata};
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    fn after(commands: Vec<Command>) -> Document {
        let mut workspace = Workspace::new(document());
        for command in commands {
            workspace.run(&command, NOW);
        }
        workspace.into_document()
    }

    fn check(commands: Vec<Command>, expected: &[&str]) {
        let written = write(&after(commands));
        let rows: Vec<&str> = written.split_terminator("\r\n").skip(1).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn each_quotation_is_a_row() {
        check(vec![], &["a7,direct,\"“We go on,”\",3,0,Rubio,Marco Rubio,e1,,said,39,50,codePoint,39-50,pending,0.95,"]);
        assert!(write(&document()).starts_with("id,kind,words,verbatim,reported,speaker_text,speaker,"));
    }

    #[test]
    fn what_a_person_did_is_told() {
        let item = Command::SetWikidata(crate::annotation::EntityId(1), Wikidata::parse("Q42"));
        check(
            vec![item, Command::SetNote(AnnotationId(7), "check, \"twice\"".to_owned()), Command::Accept(vec![AnnotationId(7)])],
            &["a7,direct,\"“We go on,”\",3,0,Rubio,Marco Rubio,e1,Q42,said,39,50,codePoint,39-50,accepted,0.95,\"check, \"\"twice\"\"\""],
        );
        check(vec![Command::Reject(vec![AnnotationId(7)])], &[]);
    }

    #[test]
    fn parts_and_missing_speakers_are_told() {
        let label = LabelName::Quotation(QuotationKind::Indirect);
        let add = Command::Add(vec![vec![span("Talks"), span("resume")]], label);
        check(vec![Command::Reject(vec![AnnotationId(7)]), add], &["a8,indirect,Talks … resume,0,2,,,,,,0,12,codePoint,0-5 6-12,added,,"]);
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        let speaker = Speaker { span: None, entity: None, text: "=HYPERLINK(1)".to_owned() };
        let written =
            write(&after(vec![Command::SetSpeaker(AnnotationId(7), Some(speaker)), Command::SetNote(AnnotationId(7), "@x".to_owned())]));
        assert!(written.contains(",'=HYPERLINK(1),") && written.contains(",'@x\r\n"), "{written}");
        assert_eq!(safe("–5".to_owned()), "–5");
    }
}
