//! German reports by mood: a sentence in the subjunctive goes on with what was reported before it, without a cue of its own.

use super::assemble::Material;
use super::claims::View;
use super::draft::{self, Draft, Source};
use super::lexicon::Tongue;

/// Forms that stand in reported speech and hardly anywhere else.
const FORMS: &[&str] = &[
    "sei", "seien", "habe", "werde", "könne", "müsse", "solle", "dürfe", "wolle", "gebe", "gehe", "komme", "bleibe", "stehe", "liege",
    "handele", "handle", "brauche", "mache", "lasse", "finde", "halte", "sehe", "wisse", "führe",
];
/// How many blocks back the report may be that the sentence goes on with.
const FAR: usize = 1;
/// How likely such a sentence is a report.
const LIKELY: f32 = 0.6;

/// The report that the whole line is, where nothing else was found in it.
pub(super) fn report(material: &Material<'_>, view: &View<'_>, number: usize, made: &[Draft]) -> Option<Draft> {
    let line = &material.lines.lines[number];
    let unwanted = material.tongue != Tongue::German || material.marks_only.get(line.block).copied().unwrap_or(false);
    let words = || (view.start..view.end).map(|at| view.word(at));
    if unwanted || !words().any(|word| FORMS.contains(&word)) || words().any(|word| matches!(word, "ich" | "Ich" | "als" | "?")) {
        return None;
    }
    let last = made.len().checked_sub(1).filter(|&last| made[last].block + FAR >= line.block && made[last].line < number)?;
    let span = draft::span(view, &(view.start..view.body_end()), material.quotes)?;
    let quoted = view.items[view.start..view.end].iter().any(super::lines::Item::speech);
    Some(Draft {
        parts: vec![span],
        cue: None,
        source: Source::Like(last),
        rule: "quotation.indirect.mood",
        confidence: LIKELY,
        block: line.block,
        line: number,
        quoted,
        direct: false,
        turn: false,
        open_ended: false,
    })
}
