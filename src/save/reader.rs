//! Galley JSON 1 as a document: checked in full, with the path of the first thing wrong.

use super::about;
use super::file::{AnnotationEntry, By, DecisionEntry, EntityEntry, File, FormEntry, Head, OriginEntry, Range, SpeakerEntry};
use super::writer::{length, mentions, sha256, undeclared};
use super::{FORMAT, VERSION};
use crate::annotation::{
    Annotation, AnnotationId, Decision, Entity, EntityId, EntityKind, Finding, Form, Label, LabelDefinition, LabelName, Layer, Mention,
    Origin, Quotation, Speaker, Wikidata,
};
use crate::block::{self, Block};
use crate::codebook::{self, Codebook};
use crate::document::Document;
use crate::source::plain;
use crate::text::Span;
use crate::text::units::{Unit, Units};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The first thing wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where: a path such as `annotations[3].end`; empty for the file as a whole.
    pub path: String,
    /// What: a sentence without a full stop.
    pub message: String,
}

impl ReadError {
    pub(super) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { out.write_str(&self.message) } else { write!(out, "{}: {}", self.path, self.message) }
    }
}

impl std::error::Error for ReadError {}

/// What was read, or the first thing wrong with it.
pub(super) type Checked<T> = Result<T, ReadError>;

/// Reads a file.
///
/// # Errors
/// When it is no JSON, no Galley file, of a later version, or when anything in it contradicts itself.
pub fn read(json: &str) -> Checked<Document> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    check_head(json)?;
    let deserializer = &mut serde_json::Deserializer::from_str(json);
    let file: File = serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        ReadError::new(if path == "." { String::new() } else { path }, error.into_inner().to_string())
    })?;
    Reader::new(&file)?.document()
}

/// Says plainly what a file is when it is none of ours.
fn check_head(json: &str) -> Checked<()> {
    let head: Head = serde_json::from_str(json).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => ReadError::new("", "this is JSON, but no Galley file"),
        _ => ReadError::new("", format!("this is no valid JSON ({error})")),
    })?;
    if head.format.as_ref().and_then(serde_json::Value::as_str) != Some(FORMAT) {
        return Err(ReadError::new("format", "this is JSON, but no Galley file: `format` is not \"galley\""));
    }
    match head.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => Ok(()),
        Some(version) => {
            Err(ReadError::new("version", format!("version {version} is not known here; this Galley reads version {VERSION}")))
        }
        None => Err(ReadError::new("version", "the version is missing or no whole number")),
    }
}

struct Reader<'a> {
    file: &'a File,
    text: &'a str,
    units: Units,
}

impl<'a> Reader<'a> {
    fn new(file: &'a File) -> Checked<Self> {
        let text = file.document.text.as_str();
        let units = Units::new(text);
        if sha256(text) != file.document.sha256 {
            return Err(ReadError::new("document.sha256", "the text is not the one that the marks were made on"));
        }
        if length(text, &units) != file.document.length {
            return Err(ReadError::new("document.length", "the length does not fit the text"));
        }
        if file.offset_unit != "codePoint" {
            return Err(ReadError::new("offsetUnit", "only \"codePoint\" is known"));
        }
        if plain::normalise_lines(text) != text {
            return Err(ReadError::new(
                "document.text",
                "the text has a byte-order mark or carriage returns, which a Galley text never has",
            ));
        }
        Ok(Self { file, text, units })
    }

    fn document(&self) -> Checked<Document> {
        let blocks = self.blocks()?;
        let entities = self.entities()?;
        let annotations = self.annotations(&entities)?;
        let (metadata, cleared) = about::read(self.file, |range, path| self.span(range, path))?;
        let mut document = Document::assemble(self.file.document.id.clone(), self.text, metadata, blocks, entities, annotations);
        document.cleared = cleared;
        document.places = self.places()?;
        document.codebook = self.codebook()?;
        document.codebook.labels.extend(undeclared(&document));
        document.comment.clone_from(&self.file.document.comment);
        self.check_roles(&document)?;
        self.check_mentions(&document)?;
        Ok(document)
    }

    /// The labels that are not built in, in full, and the guidelines.
    fn codebook(&self) -> Checked<Codebook> {
        let built_in = LabelDefinition::built_in();
        let own = self.file.labels.iter().enumerate().filter(|(_, label)| !built_in.iter().any(|known| known.is_same(label)));
        let (places, labels): (Vec<usize>, Vec<LabelDefinition>) = own.map(|(at, label)| (at, label.clone())).unzip();
        codebook::sound(&labels, |at, field| format!("labels[{}].{field}", places[at]))
            .map_err(|problem| ReadError::new(problem.place, problem.message))?;
        Ok(Codebook { labels, guidelines: self.file.guidelines.clone() })
    }

    /// The kinds of place of the blocks: of all of them, or of none.
    fn places(&self) -> Checked<Arc<[u32]>> {
        let places: Vec<u32> = self.file.blocks.iter().filter_map(|entry| entry.place).collect();
        if places.is_empty() || places.len() == self.file.blocks.len() {
            return Ok(places.into());
        }
        let missing = self.file.blocks.iter().position(|entry| entry.place.is_none()).unwrap_or(0);
        Err(ReadError::new(format!("blocks[{missing}].place"), "it is missing, and other blocks have one"))
    }

    /// The blocks, in order, not overlapping, with only white space between; blank lines are counted again.
    fn blocks(&self) -> Checked<Vec<Block>> {
        let mut blocks = Vec::with_capacity(self.file.blocks.len());
        let mut end = 0;
        for (index, entry) in self.file.blocks.iter().enumerate() {
            let path = format!("blocks[{index}]");
            let span = self.span(Range { start: entry.start, end: entry.end }, &path)?;
            let Some(gap) = self.text.get(end..span.from()) else {
                return Err(ReadError::new(path, "blocks must be in order and must not overlap"));
            };
            if !gap.trim().is_empty() {
                return Err(ReadError::new(path, "the text before this block belongs to no block"));
            }
            end = span.to();
            blocks.push(Block { span, blank_before: block::blank_lines(gap, index == 0) });
        }
        if !self.text[end..].trim().is_empty() {
            return Err(ReadError::new("blocks", "the end of the text belongs to no block"));
        }
        Ok(blocks)
    }

    fn entities(&self) -> Checked<BTreeMap<EntityId, Entity>> {
        let mut entities = BTreeMap::new();
        for (index, EntityEntry { id, name, label, wikidata, .. }) in self.file.entities.iter().enumerate() {
            let path = format!("entities[{index}]");
            let number = EntityId(number(id, 'e', &format!("{path}.id"))?);
            if label.is_empty() {
                return Err(ReadError::new(format!("{path}.label"), "the label is empty"));
            }
            let wikidata = wikidata.as_deref().map(|item| item_of(item, &path)).transpose()?;
            let entity = Entity { wikidata, ..Entity::new(number, name.as_str(), EntityKind::from_code(label)) };
            if entities.insert(number, entity).is_some() {
                return Err(ReadError::new(format!("{path}.id"), format!("{id} is there twice")));
            }
        }
        Ok(entities)
    }

    fn annotations(&self, entities: &BTreeMap<EntityId, Entity>) -> Checked<BTreeMap<AnnotationId, Annotation>> {
        let mut annotations = BTreeMap::new();
        for (index, entry) in self.file.annotations.iter().enumerate() {
            let path = format!("annotations[{index}]");
            let annotation = self.annotation(entry, entities, &path)?;
            if annotations.insert(annotation.id, annotation).is_some() {
                return Err(ReadError::new(format!("{path}.id"), format!("{} is there twice", entry.id)));
            }
        }
        Ok(annotations)
    }

    fn annotation(&self, entry: &AnnotationEntry, entities: &BTreeMap<EntityId, Entity>, path: &str) -> Checked<Annotation> {
        let extent = self.span(Range { start: entry.start, end: entry.end }, path)?;
        if extent.of(self.text) != entry.text {
            return Err(ReadError::new(format!("{path}.text"), "these are not the words at start and end"));
        }
        Ok(Annotation {
            id: AnnotationId(number(&entry.id, 'a', &format!("{path}.id"))?),
            spans: self.parts(entry, extent, path)?,
            label: self.label(entry, entities, path)?,
            origin: self.origin(&entry.origin, entry.layer, &format!("{path}.origin"))?,
            decision: match entry.decision {
                DecisionEntry::Pending => Decision::Pending,
                DecisionEntry::Accepted => Decision::Accepted,
                DecisionEntry::Rejected => Decision::Rejected,
            },
            note: entry.note.clone().unwrap_or_default(),
            author: entry.author.clone(),
            created: entry.created.clone(),
            modified: entry.modified.clone(),
        })
    }

    fn parts(&self, entry: &AnnotationEntry, extent: Span, path: &str) -> Checked<Vec<Span>> {
        let Some(parts) = &entry.parts else { return Ok(vec![extent]) };
        let path = format!("{path}.parts");
        let spans = self.spans(parts, &path)?;
        let in_order = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let whole = spans.first().map(|first| first.start) == Some(extent.start) && spans.last().map(|last| last.end) == Some(extent.end);
        if in_order && whole { Ok(spans) } else { Err(ReadError::new(path, "the parts must be in order and reach from start to end")) }
    }

    fn label(&self, entry: &AnnotationEntry, entities: &BTreeMap<EntityId, Entity>, path: &str) -> Checked<Label> {
        let name = LabelName::from_code(entry.layer, &entry.label).ok_or_else(|| {
            ReadError::new(format!("{path}.label"), format!("{:?} is no label of the layer {}", entry.label, entry.layer.code()))
        })?;
        Ok(match name {
            LabelName::Structure(role) => Label::Structure(role),
            LabelName::Code(code) => Label::Code(code),
            LabelName::Entity(kind) => Label::Entity(Mention {
                kind,
                form: match entry.kind {
                    None | Some(FormEntry::Name) => Form::Name,
                    Some(FormEntry::Nominal) => Form::Nominal,
                    Some(FormEntry::Pronoun) => Form::Pronoun,
                },
                entity: known(entry.entity.as_deref(), entities, &format!("{path}.entity"))?,
                value: entry.value.clone(),
                title: entry.title.map(|title| self.span(title, &format!("{path}.title"))).transpose()?,
            }),
            LabelName::Quotation(kind) => Label::Quotation(Quotation {
                kind,
                speaker: entry.speaker.as_ref().map(|speaker| self.speaker(speaker, entities, &format!("{path}.speaker"))).transpose()?,
                cue: entry.cue.map(|cue| self.span(cue, &format!("{path}.cue"))).transpose()?,
                verbatim: self.spans(entry.verbatim.as_deref().unwrap_or_default(), &format!("{path}.verbatim"))?,
            }),
        })
    }

    fn speaker(&self, entry: &SpeakerEntry, entities: &BTreeMap<EntityId, Entity>, path: &str) -> Checked<Speaker> {
        let span = match (entry.start, entry.end) {
            (Some(start), Some(end)) => Some(self.span(Range { start, end }, path)?),
            (None, None) => None,
            _ => return Err(ReadError::new(path, "start and end go together")),
        };
        Ok(Speaker { span, entity: known(entry.entity.as_deref(), entities, &format!("{path}.entity"))?, text: entry.text.clone() })
    }

    fn origin(&self, entry: &OriginEntry, layer: Layer, path: &str) -> Checked<Origin> {
        if entry.by == By::Human {
            return Ok(Origin::Human);
        }
        let (Some(rule), Some(confidence), Some(label), Some(start), Some(end)) =
            (&entry.rule, entry.confidence, &entry.label, entry.start, entry.end)
        else {
            return Err(ReadError::new(path, "a parser's origin has rule, confidence, label, start and end"));
        };
        if !(0.0..=1.0).contains(&confidence) {
            return Err(ReadError::new(format!("{path}.confidence"), "the confidence lies between 0 and 1"));
        }
        let label = LabelName::from_code(entry.layer.unwrap_or(layer), label)
            .ok_or_else(|| ReadError::new(format!("{path}.label"), format!("{label:?} is no label of that layer")))?;
        Ok(Origin::Parser(Finding { rule: rule.clone(), confidence, label, span: self.span(Range { start, end }, path)? }))
    }

    /// What `blocks` says of a role must be what the annotation of that block says.
    fn check_roles(&self, document: &Document) -> Checked<()> {
        for (index, entry) in self.file.blocks.iter().enumerate() {
            let role = document.role(index);
            if entry.role != role.code() {
                return Err(ReadError::new(
                    format!("blocks[{index}].role"),
                    format!("{:?} contradicts the structure annotation of this block, which says {:?}", entry.role, role.code()),
                ));
            }
            // A deck can stand apart from the text.
            if entry.content != role.is_content() && role != crate::annotation::Role::Deck {
                return Err(ReadError::new(format!("blocks[{index}].content"), format!("does not fit the role {:?}", entry.role)));
            }
        }
        Ok(())
    }

    fn check_mentions(&self, document: &Document) -> Checked<()> {
        let mut mentions = mentions(document);
        for (index, entry) in self.file.entities.iter().enumerate() {
            let id = EntityId(number(&entry.id, 'e', &format!("entities[{index}].id"))?);
            if mentions.remove(&id).unwrap_or_default() != entry.mentions {
                return Err(ReadError::new(
                    format!("entities[{index}].mentions"),
                    "these are not the annotations that name this entity and stand",
                ));
            }
        }
        Ok(())
    }

    fn span(&self, range: Range, path: &str) -> Checked<Span> {
        let byte = |offset: usize, field: &str| {
            self.units.to_byte(self.text, offset, Unit::CodePoint).ok_or_else(|| {
                let length = self.units.length(Unit::CodePoint);
                ReadError::new(format!("{path}.{field}"), format!("{offset} lies past the end of the text ({length} code points)"))
            })
        };
        let (start, end) = (byte(range.start, "start")?, byte(range.end, "end")?);
        if start < end { Ok(Span::new(start, end)) } else { Err(ReadError::new(path, "it ends before or where it starts")) }
    }

    fn spans(&self, ranges: &[Range], path: &str) -> Checked<Vec<Span>> {
        ranges.iter().enumerate().map(|(index, range)| self.span(*range, &format!("{path}[{index}]"))).collect()
    }
}

/// The number in an id such as `a7`.
fn number(id: &str, letter: char, path: &str) -> Checked<u32> {
    let digits = id.strip_prefix(letter).filter(|digits| !digits.starts_with(['0', '+']));
    digits
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| ReadError::new(path, format!("{id:?} is no id: it is the letter {letter} and a number from 1")))
}

fn known(id: Option<&str>, entities: &BTreeMap<EntityId, Entity>, path: &str) -> Checked<Option<EntityId>> {
    let Some(id) = id else { return Ok(None) };
    let number = EntityId(number(id, 'e', path)?);
    if entities.contains_key(&number) { Ok(Some(number)) } else { Err(ReadError::new(path, format!("there is no entity {id}"))) }
}

fn item_of(words: &str, path: &str) -> Checked<Wikidata> {
    let item = Wikidata::parse(words).filter(|item| item.to_string() == words);
    item.ok_or_else(|| ReadError::new(format!("{path}.wikidata"), format!("{words:?} is no item of Wikidata such as \"Q42\"")))
}

#[cfg(test)]
mod tests {
    use super::super::{looks_like_galley, write, write_line};
    use super::*;
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    fn edited(from: &str, to: &str) -> String {
        let json = write_line(&document());
        assert!(json.contains(from), "the file has {from}");
        json.replacen(from, to, 1)
    }

    fn check_error(json: &str, path: &str, message: &str) {
        let error = read(json).expect_err("it is refused");
        assert_eq!(error.path, path, "{error}");
        assert!(error.message.contains(message), "{error}");
    }

    #[test]
    fn reading_and_writing_again_gives_the_same_bytes() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        workspace.run(&Command::Reject(vec![AnnotationId(5), AnnotationId(3)]), NOW);
        workspace.run(&Command::Add(vec![vec![span("Talks"), span("Menu")]], LabelName::Code("claim".to_owned())), NOW);
        workspace.run(&Command::Relabel(vec![AnnotationId(6)], LabelName::Entity(EntityKind::Own("ship".to_owned()))), NOW);
        workspace.run(&Command::SetNote(AnnotationId(7), "a note\nof “two” lines 🗞".to_owned()), NOW);
        workspace.run(&Command::Relabel(vec![AnnotationId(7)], LabelName::Code("frame".to_owned())), NOW);
        workspace.run(&Command::SetWikidata(EntityId(1), Wikidata::parse("Q42")), NOW);
        for document in [document(), workspace.into_document()] {
            let json = write(&document);
            let again = read(&json).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(write(&again), json);
            assert_eq!(again.annotations, document.annotations);
            assert_eq!(again.entities, document.entities);
            assert_eq!(again.blocks, document.blocks);
            assert_eq!(again.roles, document.roles);
            assert!(looks_like_galley(&json) && looks_like_galley(&write_line(&document)));
        }
    }

    #[test]
    fn what_is_no_galley_file_is_said_plainly() {
        check_error("", "", "no valid JSON");
        check_error("[1,2]", "format", "no Galley file");
        check_error("5", "", "no Galley file");
        check_error("{\"a\":1}", "format", "no Galley file");
        check_error("{\"format\":\"galley\",\"version\":2}", "version", "version 2");
        check_error("{\"format\":\"galley\",\"version\":1}", "", "missing field");
    }

    #[test]
    fn the_path_of_the_first_thing_wrong_is_named() {
        check_error(
            &edited("\"start\":13,\"end\":24,\"text\":\"Marco", "\"start\":14,\"end\":24,\"text\":\"Marco"),
            "annotations[3].text",
            "words",
        );
        check_error(&edited("\"id\":\"a4\"", "\"id\":\"b4\""), "annotations[3].id", "no id");
        check_error(&edited("\"id\":\"a4\"", "\"id\":\"a5\""), "annotations[4].id", "twice");
        check_error(&edited("\"decision\":\"pending\"", "\"decision\":\"maybe\""), "annotations[0].decision", "maybe");
        check_error(&edited("\"entity\":\"e1\"", "\"entity\":\"e9\""), "annotations[3].entity", "no entity e9");
        check_error(&edited("Talks resume", "Talks resumed"), "document.sha256", "text");
        check_error(&edited("\"role\":\"navigation\"", "\"role\":\"legal\""), "blocks[2].role", "contradicts");
        check_error(&edited("\"mentions\":[\"a4\"", "\"mentions\":[\"a5\""), "entities[0].mentions", "annotations");
        check_error(&edited("\"end\":24", "\"end\":2400"), "annotations[3].end", "past the end");
        check_error(&edited("\"format\"", "\"extra\":1,\"format\""), "extra", "unknown field");
    }
}
