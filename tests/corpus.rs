//! Articles with the marks in the text, as an editor would write them; the parser must find exactly these.
//!
//! Each file under `tests/corpus/` holds one block a line, `role| text`, with these marks in it:
//!
//! - `⟦PERSON Rubio = Marco Rubio⟧`: a mention, its label, and after ` = ` its entity's name when that differs from the words, or a date's value
//! - `⟪“We go on,”⟫{direct; Marco Rubio; said}`: a quotation, its kind, its speaker's name (`?` for none) and its cue (`?` for none);
//!   an earlier part of a quotation in several parts ends in a bare `⟫`
//! - `⟨dateline WASHINGTON⟩`: furniture inside a block
//!
//! A first line `# published 2025-02-10` gives the day that relative dates are read against. To see what the parser finds now, run
//! `UPDATE=1 cargo test --test corpus` and read the difference.

use galley_engine::annotation::{Annotation, Form, Label, Layer};
use galley_engine::document::Document;
use galley_engine::protocol::{self, Input, Reply, Request};
use galley_engine::view::quotes::speaker_name;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

#[test]
fn the_parser_finds_what_an_editor_marked() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    let mut wrong = String::new();
    for file in files {
        let expected = fs::read_to_string(&file).expect("a readable file");
        let found = render(&expected);
        if found != expected {
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, found).expect("a writable file");
            } else {
                wrong.push_str(&difference(&file.display().to_string(), &expected, &found));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The marked text `expected` without its marks, read by the parser and marked again.
fn render(expected: &str) -> String {
    let (published, marked) = match expected.strip_prefix("# published ").and_then(|rest| rest.split_once('\n')) {
        Some((day, rest)) => (Some(day.to_owned()), rest),
        None => (None, expected),
    };
    let text = marked.lines().map(|line| stripped(line.split_once("| ").map_or(line, |(_, text)| text))).collect::<Vec<_>>().join("\n");
    let request = Request { input: Input::Text(text), published: published.clone(), ..Request::default() };
    let Reply::Parsed { parse, .. } = protocol::answer(request) else { panic!("the text is read") };
    let document = Document::from_parse("corpus", parse, "2025-02-10T08:00:00Z");
    let head = published.map(|day| format!("# published {day}\n")).unwrap_or_default();
    head + &marked_text(&document)
}

/// A line without its marks.
fn stripped(line: &str) -> String {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['⟦', '⟧', '⟪', '⟫', '⟨', '⟩']) {
        text.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap_or_default();
        rest = &rest[at + mark.len_utf8()..];
        match mark {
            '⟦' | '⟨' => {
                rest = rest.split_once(' ').map_or(rest, |(_, words)| words);
                open.push(text.len());
            }
            '⟧' | '⟩' => {
                let from = open.pop().unwrap_or_default();
                if let Some(equals) = text[from..].rfind(" = ") {
                    text.truncate(from + equals);
                }
            }
            '⟫' if rest.starts_with('{') => rest = rest.split_once('}').map_or(rest, |(_, after)| after),
            _ => {}
        }
    }
    text + rest
}

fn marked_text(document: &Document) -> String {
    let mut opening: BTreeMap<u32, Vec<(usize, String)>> = BTreeMap::new();
    let mut closing: BTreeMap<u32, Vec<(usize, String)>> = BTreeMap::new();
    for annotation in document.annotations.values().filter(|annotation| !document.is_role(annotation)) {
        for (index, span) in annotation.spans.iter().enumerate() {
            let (open, close) = brackets(document, annotation, index + 1 == annotation.spans.len());
            opening.entry(span.start).or_default().push((span.len(), open));
            closing.entry(span.end).or_default().push((span.len(), close));
        }
    }
    let mut out = String::new();
    for (index, block) in document.blocks.iter().enumerate() {
        out.push_str(&"\n".repeat(block.blank_before.into()));
        out.push_str(document.role(index).code());
        out.push_str("| ");
        for (at, character) in
            document.words(block.span).char_indices().map(|(at, c)| (block.span.start + u32::try_from(at).expect("small"), c))
        {
            push(&mut out, closing.remove(&at), false);
            push(&mut out, opening.remove(&at), true);
            out.push(character);
        }
        push(&mut out, closing.remove(&block.span.end), false);
        out.push('\n');
    }
    out
}

/// Longer marks open first and close last.
fn push(out: &mut String, marks: Option<Vec<(usize, String)>>, longest_first: bool) {
    let mut marks = marks.unwrap_or_default();
    marks.sort_by_key(|(length, _)| *length);
    if longest_first {
        marks.reverse();
    }
    out.extend(marks.into_iter().map(|(_, mark)| mark));
}

fn brackets(document: &Document, annotation: &Annotation, is_last: bool) -> (String, String) {
    match &annotation.label {
        Label::Structure(role) => (format!("⟨{} ", role.code()), "⟩".to_owned()),
        Label::Code(code) => (format!("⟦{code} "), "⟧".to_owned()),
        Label::Entity(mention) => {
            let name = mention.entity.and_then(|id| document.entities.get(&id)).map(|entity| entity.name.as_str());
            let says_more = name.filter(|name| *name != document.words_of(annotation) || mention.form != Form::Name);
            let more = mention.value.as_deref().or(says_more).map(|more| format!(" = {more}")).unwrap_or_default();
            (format!("⟦{} ", mention.kind.code()), format!("{more}⟧"))
        }
        Label::Quotation(quotation) => {
            let speaker = speaker_name(document, quotation).unwrap_or_else(|| "?".to_owned());
            let cue = quotation.cue.map_or("?", |cue| document.words(cue));
            let tail = if is_last { format!("⟫{{{}; {speaker}; {cue}}}", quotation.kind.code()) } else { "⟫".to_owned() };
            ("⟪".to_owned(), tail)
        }
    }
}

/// The lines that differ.
fn difference(file: &str, expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let lines = (0..expected.len().max(found.len())).filter(|line| expected.get(*line) != found.get(*line));
    let shown = lines.map(|line| {
        let [wanted, got] = [expected.get(line), found.get(line)].map(|one| one.copied().unwrap_or("(no line)"));
        format!("\n{file}:{}\n  wanted {wanted}\n  found  {got}\n", line + 1)
    });
    shown.collect()
}

#[test]
fn marks_are_taken_out_whole() {
    let line = "⟪“We ⟦GPE U.S. = United States⟧ go on,”⟫{direct; Ana; said} ⟨credit (AP)⟩ a = b";
    assert_eq!(stripped(line), "“We U.S. go on,” (AP) a = b");
    assert_eq!(Layer::ALL.len(), 4, "every layer has brackets of its own");
}
