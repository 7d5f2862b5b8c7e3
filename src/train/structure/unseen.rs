//! Writes what is made of the training pages by forests that have not seen their sites: errors that can be read without touching the development set.

use super::examples::Example;
use super::pages::Set;
use galley_engine::detect::structure::{self, score::Judged};
use serde::Serialize;
use std::fs::OpenOptions;
use std::io::{BufWriter, Write};
use std::path::Path;

/// One page.
#[derive(Serialize)]
struct Page<'a> {
    id: &'a str,
    kind: &'a str,
    blocks: Vec<Block<'a>>,
}

/// One block: what was said of it, and what people say.
#[derive(Serialize)]
struct Block<'a> {
    text: &'a str,
    role: &'static str,
    rule: &'static str,
    content: bool,
    /// Log odds of the model alone.
    odds: f32,
    gold: Option<bool>,
    path: Option<&'a str>,
    words: Option<&'a str>,
}

/// Adds a line of JSON a page to the file at `path`.
pub(crate) fn write(path: &Path, kind: &str, examples: &[Example<'_>], judged: &[Judged]) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut out = BufWriter::new(OpenOptions::new().create(true).append(true).open(path).map_err(trouble)?);
    for (example, judged) in examples.iter().zip(judged).filter(|(example, _)| !example.clip && example.sheet.set == Set::Gold) {
        let line = serde_json::to_string(&page(kind, example, judged)).map_err(|error| error.to_string())?;
        writeln!(out, "{line}").map_err(trouble)?;
    }
    out.flush().map_err(trouble)
}

fn page<'a>(kind: &'a str, example: &'a Example<'_>, judged: &Judged) -> Page<'a> {
    let verdicts = structure::judge(&example.items, judged.clone());
    let block = |(at, verdict): (usize, structure::roles::Verdict)| Block {
        text: example.items[at].text,
        role: verdict.role.code(),
        rule: verdict.rule,
        content: verdict.is_content(),
        odds: judged.odds[at],
        gold: if 0.0 < example.weight(at) { example.gold[at].content } else { None },
        path: example.items[at].hint.map(|hint| hint.path.as_str()),
        words: example.items[at].hint.map(|hint| hint.words.as_str()),
    };
    Page { id: &example.sheet.id, kind, blocks: verdicts.into_iter().enumerate().map(block).collect() }
}
