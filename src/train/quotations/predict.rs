//! What is found in documents that were held out, in the form in which the scorer of the corpora reads it.

use super::gold::Raw;
use galley_engine::annotation::{Label, Suggestion};
use galley_engine::pipeline;
use galley_engine::source::plain::from_text;
use galley_engine::text::Span;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

/// Writes the quotations found in `documents` to `path`, one document a line; offsets count code points.
pub(super) fn write(documents: &[&Raw], path: &Path) -> Result<(), String> {
    let lines: Vec<String> = documents.par_iter().map(|document| format!("{}\n", found(document))).collect();
    std::fs::write(path, lines.concat()).map_err(|error| format!("{}: {error}", path.display()))
}

fn found(document: &Raw) -> Value {
    let parse = pipeline::read(from_text(&document.text));
    let points = Points::of(&parse.text);
    let quotes: Vec<Value> = parse.suggestions.iter().flat_map(|one| parts(one, &parse.text, &points)).collect();
    json!({ "id": document.id, "quotes": quotes })
}

fn parts(suggestion: &Suggestion, text: &str, points: &Points) -> Vec<Value> {
    let Label::Quotation(quotation) = &suggestion.label else { return Vec::new() };
    let speaker = quotation.speaker.as_ref().and_then(|speaker| speaker.span).map(|span| {
        let (start, end) = points.of_span(span);
        json!({ "start": start, "end": end, "text": span.of(text) })
    });
    let part = |span: &Span| {
        let (start, end) = points.of_span(*span);
        json!({ "start": start, "end": end, "speaker": speaker, "rule": suggestion.rule, "confidence": suggestion.confidence })
    };
    suggestion.spans.iter().map(part).collect()
}

/// Where each code point of a text begins.
struct Points(Vec<usize>);

impl Points {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn of_span(&self, span: Span) -> (usize, usize) {
        let point = |at: usize| self.0.partition_point(|&start| start < at);
        (point(span.from()), point(span.to()))
    }
}
