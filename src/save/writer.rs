//! A document as Galley JSON 1.

use super::about;
use super::file::{
    AnnotationEntry, Article, BlockEntry, By, DecisionEntry, EntityEntry, File, FormEntry, Length, OriginEntry, Range, SpeakerEntry,
};
use super::{FORMAT, VERSION};
use crate::annotation::{
    Annotation, AnnotationId, Decision, EntityId, Form, LabelDefinition, LabelName, Layer, Mention, Origin, Quotation, Speaker,
};
use crate::document::Document;
use crate::source::metadata::Fact;
use crate::text::Span;
use crate::text::units::{Unit, Units};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// `document` as a file that people can read: indented, a line break at the end.
#[must_use]
pub fn write(document: &Document) -> String {
    // Writing plain data of our own to memory cannot fail.
    serde_json::to_string_pretty(&Writer::new(document).file()).map(|json| json + "\n").unwrap_or_default()
}

/// `document` as one line without a line break, for JSON Lines.
#[must_use]
pub fn write_line(document: &Document) -> String {
    one_line(serde_json::to_string(&Writer::new(document).file()).unwrap_or_default())
}

/// `json` with the characters escaped that some programs take for the end of a line; they can only stand inside strings.
fn one_line(json: String) -> String {
    const ENDS: [(char, &str); 3] = [('\u{85}', "\\u0085"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    ENDS.into_iter().fold(json, |json, (end, escape)| if json.contains(end) { json.replace(end, escape) } else { json })
}

/// The SHA-256 of `text`'s UTF-8 bytes, in lower-case hexadecimal.
pub(super) fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The length of `text` in each unit.
pub(super) fn length(text: &str, units: &Units) -> Length {
    Length { bytes: text.len(), utf16: units.length(Unit::Utf16), code_points: units.length(Unit::CodePoint) }
}

struct Writer<'a> {
    document: &'a Document,
    units: Units,
    /// The standing mention with exactly these ends.
    mentions: BTreeMap<Span, AnnotationId>,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document) -> Self {
        let mentions = document.standing(Layer::Entity).map(|annotation| (annotation.extent(), annotation.id)).collect();
        Self { document, units: Units::new(&document.text), mentions }
    }

    fn file(&self) -> File {
        File {
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: concat!("Galley ", env!("CARGO_PKG_VERSION")).to_owned(),
            document: self.article(),
            offset_unit: "codePoint".to_owned(),
            labels: labels(self.document),
            guidelines: self.document.codebook.guidelines.clone(),
            blocks: self.blocks(),
            entities: self.entities(),
            annotations: self.document.annotations.values().map(|annotation| self.annotation(annotation)).collect(),
        }
    }

    fn article(&self) -> Article {
        let metadata = &self.document.metadata;
        let value = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
        Article {
            id: self.document.id.clone(),
            title: value(&metadata.title),
            deck: value(&metadata.deck),
            byline: value(&metadata.byline),
            dateline: value(&metadata.dateline),
            published: value(&metadata.published),
            modified: value(&metadata.modified),
            publisher: value(&metadata.publisher),
            section: value(&metadata.section),
            url: value(&metadata.url),
            language: value(&metadata.language),
            evidence: about::evidence(self.document, |span| self.range(span)),
            comment: self.document.comment.clone(),
            text: self.document.text.to_string(),
            sha256: sha256(&self.document.text),
            length: length(&self.document.text, &self.units),
        }
    }

    fn blocks(&self) -> Vec<BlockEntry> {
        let entry = |(index, block): (usize, &crate::block::Block)| {
            let Range { start, end } = self.range(block.span);
            let role = self.document.role(index);
            BlockEntry {
                start,
                end,
                role: role.code().to_owned(),
                content: self.document.is_content(index),
                place: self.document.places.get(index).copied(),
            }
        };
        self.document.blocks.iter().enumerate().map(entry).collect()
    }

    fn entities(&self) -> Vec<EntityEntry> {
        let mut mentions = mentions(self.document);
        let entry = |entity: &crate::annotation::Entity| EntityEntry {
            id: entity_id(entity.id),
            name: entity.name.clone(),
            label: entity.kind.code().to_owned(),
            wikidata: entity.wikidata.map(|item| item.to_string()),
            mentions: mentions.remove(&entity.id).unwrap_or_default(),
        };
        self.document.entities.values().map(entry).collect()
    }

    fn annotation(&self, annotation: &Annotation) -> AnnotationEntry {
        let extent = annotation.extent();
        let Range { start, end } = self.range(extent);
        let mention = annotation.label.mention();
        let quotation = annotation.label.quotation();
        let verbatim = quotation.filter(|quotation| !quotation.verbatim.is_empty());
        AnnotationEntry {
            id: annotation_id(annotation.id),
            layer: annotation.layer(),
            label: annotation.label.name().code().to_owned(),
            start,
            end,
            text: self.document.words(extent).to_owned(),
            kind: mention.map(form),
            value: mention.and_then(|mention| mention.value.clone()),
            title: mention.and_then(|mention| mention.title).map(|title| self.range(title)),
            entity: mention.and_then(|mention| mention.entity).map(entity_id),
            parts: (1 < annotation.spans.len()).then(|| self.ranges(&annotation.spans)),
            verbatim: verbatim.map(|quotation| self.ranges(&quotation.verbatim)),
            speaker: quotation.and_then(|quotation| self.speaker(quotation)),
            cue: quotation.and_then(|quotation| quotation.cue).map(|cue| self.range(cue)),
            decision: match annotation.decision {
                Decision::Pending => DecisionEntry::Pending,
                Decision::Accepted => DecisionEntry::Accepted,
                Decision::Rejected => DecisionEntry::Rejected,
            },
            origin: self.origin(annotation),
            note: (!annotation.note.is_empty()).then(|| annotation.note.clone()),
            author: annotation.author.clone(),
            created: annotation.created.clone(),
            modified: annotation.modified.clone(),
        }
    }

    fn speaker(&self, quotation: &Quotation) -> Option<SpeakerEntry> {
        let Speaker { span, entity, text } = quotation.speaker.as_ref()?;
        let range = span.map(|span| self.range(span));
        Some(SpeakerEntry {
            annotation: span.and_then(|span| self.mentions.get(&span)).copied().map(annotation_id),
            entity: entity.map(entity_id),
            start: range.map(|range| range.start),
            end: range.map(|range| range.end),
            text: text.clone(),
        })
    }

    fn origin(&self, annotation: &Annotation) -> OriginEntry {
        match &annotation.origin {
            Origin::Human => OriginEntry { by: By::Human, rule: None, confidence: None, layer: None, label: None, start: None, end: None },
            Origin::Parser(finding) => {
                let range = self.range(finding.span);
                OriginEntry {
                    by: By::Parser,
                    rule: Some(finding.rule.clone()),
                    confidence: Some(finding.confidence),
                    layer: (finding.label.layer() != annotation.layer()).then(|| finding.label.layer()),
                    label: Some(finding.label.code().to_owned()),
                    start: Some(range.start),
                    end: Some(range.end),
                }
            }
        }
    }

    fn range(&self, span: Span) -> Range {
        let at = |byte| self.units.from_byte(&self.document.text, byte, Unit::CodePoint);
        Range { start: at(span.from()), end: at(span.to()) }
    }

    fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|span| self.range(*span)).collect()
    }
}

/// The ids of the standing mentions of each entity.
pub(super) fn mentions(document: &Document) -> BTreeMap<EntityId, Vec<String>> {
    let mut mentions: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    for annotation in document.standing(Layer::Entity) {
        if let Some(entity) = annotation.label.mention().and_then(|mention| mention.entity) {
            mentions.entry(entity).or_default().push(annotation_id(annotation.id));
        }
    }
    mentions
}

/// The built-in labels, then the person's own: those of the codebook and those that marks have.
fn labels(document: &Document) -> Vec<LabelDefinition> {
    let own = document.codebook.labels.iter().cloned();
    LabelDefinition::built_in().into_iter().chain(own).chain(undeclared(document)).collect()
}

/// The labels of the person's own that marks have and the codebook does not list.
pub(super) fn undeclared(document: &Document) -> Vec<LabelDefinition> {
    let used = document.annotations.values().flat_map(|annotation| {
        let suggested = match &annotation.origin {
            Origin::Parser(finding) => Some(finding.label.clone()),
            Origin::Human => None,
        };
        [Some(annotation.label.name()), suggested]
    });
    let mut seen: BTreeSet<(Layer, String)> = document.codebook.labels.iter().map(|label| (label.layer, label.name.clone())).collect();
    let used = used.flatten().filter(is_own).map(|label| LabelDefinition::of(&label));
    used.filter(|label| seen.insert((label.layer, label.name.clone()))).collect()
}

fn is_own(label: &LabelName) -> bool {
    matches!(label, LabelName::Code(_) | LabelName::Entity(crate::annotation::EntityKind::Own(_)))
}

fn form(mention: &Mention) -> FormEntry {
    match mention.form {
        Form::Name => FormEntry::Name,
        Form::Nominal => FormEntry::Nominal,
        Form::Pronoun => FormEntry::Pronoun,
    }
}

fn annotation_id(id: AnnotationId) -> String {
    format!("a{}", id.0)
}

fn entity_id(id: EntityId) -> String {
    format!("e{}", id.0)
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn nothing_in_a_line_looks_like_its_end() {
        assert_eq!(one_line("\"a\u{2028}b\u{85}\"".to_owned()), "\"a\\u2028b\\u0085\"");
    }
}
