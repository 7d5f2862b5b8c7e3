//! The fields of Galley JSON 1, as they stand in the file.

use crate::annotation::{LabelDefinition, Layer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct File {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) generator: String,
    pub(super) document: Article,
    pub(super) offset_unit: String,
    pub(super) labels: Vec<LabelDefinition>,
    /// How labels are given, in Markdown.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub(super) guidelines: String,
    pub(super) blocks: Vec<BlockEntry>,
    pub(super) entities: Vec<EntityEntry>,
    pub(super) annotations: Vec<AnnotationEntry>,
}

/// What decides whether the rest is read at all.
#[derive(Debug, Deserialize)]
pub(super) struct Head {
    pub(super) format: Option<serde_json::Value>,
    pub(super) version: Option<serde_json::Value>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Article {
    pub(super) id: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) deck: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) byline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) dateline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) language: Option<String>,
    /// Where each value came from, by the name of its field; what is not listed was given.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(super) evidence: BTreeMap<String, EvidenceEntry>,
    /// What a person says of the article as a whole.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub(super) comment: String,
    pub(super) text: String,
    pub(super) sha256: String,
    pub(super) length: Length,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceEntry {
    pub(super) by: EvidenceKind,
    /// The meta tag or the element.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) end: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EvidenceKind {
    Text,
    JsonLd,
    Meta,
    Element,
    /// By the person; without a value, the field was emptied.
    Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Length {
    pub(super) bytes: usize,
    pub(super) utf16: usize,
    pub(super) code_points: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockEntry {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) role: String,
    pub(super) content: bool,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) place: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntityEntry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) wikidata: Option<String>,
    pub(super) mentions: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Range {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnotationEntry {
    pub(super) id: String,
    pub(super) layer: Layer,
    pub(super) label: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) kind: Option<FormEntry>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) title: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) parts: Option<Vec<Range>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) verbatim: Option<Vec<Range>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) speaker: Option<SpeakerEntry>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) cue: Option<Range>,
    pub(super) decision: DecisionEntry,
    pub(super) origin: OriginEntry,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) author: Option<String>,
    pub(super) created: String,
    pub(super) modified: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FormEntry {
    Name,
    Nominal,
    Pronoun,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpeakerEntry {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) annotation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) end: Option<usize>,
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum DecisionEntry {
    Pending,
    Accepted,
    Rejected,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    Human,
    Parser,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OriginEntry {
    pub(super) by: By,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) confidence: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) layer: Option<Layer>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) end: Option<usize>,
}
