//! A codebook as JSON.

use super::{Codebook, Problem, check};
use crate::annotation::LabelDefinition;
use serde::{Deserialize, Serialize};

const FORMAT: &str = "galley-codebook";
const VERSION: u32 = 1;

/// The whole file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    labels: Vec<LabelDefinition>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    guidelines: String,
}

pub(super) fn write(codebook: &Codebook) -> String {
    let Codebook { labels, guidelines } = codebook.clone();
    let file = File { format: FORMAT.to_owned(), version: VERSION, labels, guidelines };
    // Writing plain data of our own to memory cannot fail.
    serde_json::to_string_pretty(&file).map(|json| json + "\n").unwrap_or_default()
}

pub(super) fn read(json: &str) -> Result<Codebook, Problem> {
    let value: serde_json::Value = serde_json::from_str(json)
        .map_err(|error| Problem::new(place(&error), "this is no valid JSON: something is missing or too much"))?;
    match value.get("format").and_then(serde_json::Value::as_str) {
        Some(FORMAT) => {}
        Some("galley") => return Err(Problem::new("format", "this is an article; open it, and its codebook comes with it")),
        _ => return Err(Problem::new("format", format!("this is JSON, but no codebook: `format` is not {FORMAT:?}"))),
    }
    if value.get("version").and_then(serde_json::Value::as_u64) != Some(u64::from(VERSION)) {
        return Err(Problem::new("version", format!("this Galley reads version {VERSION} of codebooks")));
    }
    let deserializer = &mut serde_json::Deserializer::from_str(json);
    let file: File = serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        Problem::new(if path == "." { String::new() } else { path }, error.into_inner().to_string())
    })?;
    check(&file.labels, |at, field| format!("labels[{at}].{field}"))?;
    Ok(Codebook { labels: file.labels, guidelines: file.guidelines })
}

fn place(error: &serde_json::Error) -> String {
    format!("line {}, column {}", error.line(), error.column())
}
