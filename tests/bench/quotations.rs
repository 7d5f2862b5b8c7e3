//! Prints what the quotations cost: their share of reading the sample articles, and how their time grows with hostile input.
//!
//! `cargo bench --bench quotations [-- LONGEST]`; LONGEST is the length of the longest hostile input in bytes (5 000 000 by default).

#![expect(clippy::print_stdout, reason = "it prints figures")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use galley_engine::detect::{Reading, entity, quotation, structure};
use galley_engine::source::plain::from_text;
use galley_engine::{block, language, pipeline};
use std::hint::black_box;
use std::time::Instant;

/// How often each article is read.
const ROUNDS: u32 = 20;
/// How many lengths of each hostile shape are read, each twice as long as the one before.
const LENGTHS: u32 = 4;

/// A piece that is repeated in one paragraph until the input is long enough.
const SHAPES: &[(&str, &str)] = &[
    ("straight marks", "\""),
    ("curly marks", "“"),
    ("single marks", "‘"),
    ("guillemets", "«"),
    ("marks and words", "\"a\" "),
    ("apostrophes", "it's the boys' "),
    ("unclosed quotations", "“A b c. "),
    ("direct speech", "“It is over,” Ana Ruiz said. “Go home.” "),
    ("speech without stops", "“it is over,” she said, and he added “go”, "),
    ("reports without stops", "he said that the bank said that it was "),
    ("according to", "according to Smith, "),
    ("sentences", "The mayor of the town, who had left, said on Friday that the pier was safe. "),
];

fn main() {
    let longest = std::env::args().nth(1).and_then(|most| most.parse().ok()).unwrap_or(5_000_000);
    articles();
    println!("\n{:24}{:>14}{:>14}   ratios of time when the length doubles", "one paragraph", "bytes", "ms");
    for (name, piece) in SHAPES {
        shape(name, piece, longest);
    }
}

/// The share of the quotations in reading the sample articles.
fn articles() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let (mut all, mut own) = (0.0, 0.0);
    println!("{:24}{:>14}{:>14}{:>14}", "article", "parse, ms", "quotations", "share, %");
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "txt")) {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let (whole, part) = (seconds(ROUNDS, || drop(black_box(pipeline::read(from_text(&text))))), quotations(&text, ROUNDS));
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        println!("{name:24}{:>14.2}{:>14.2}{:>14.1}", whole * 1e3, part * 1e3, 100.0 * part / whole);
        (all, own) = (all + whole, own + part);
    }
    println!("{:24}{:>14.2}{:>14.2}{:>14.1}", "all", all * 1e3, own * 1e3, 100.0 * own / all);
}

/// Seconds that the quotations of `text` take once all earlier layers are there.
fn quotations(text: &str, rounds: u32) -> f64 {
    let source = from_text(text);
    let blocks = block::cut(&source);
    let mut structure = structure::roles(&source, &blocks);
    let metadata = structure::metadata(&source, &blocks, &mut structure);
    let language = language::analyse(&source.text, &blocks);
    let roles = structure.roles();
    let reading = Reading { text: &source.text, blocks: &blocks, roles: &roles, language: &language, metadata: &metadata };
    let entities = entity::link(&reading, entity::find(&reading));
    seconds(rounds, || drop(black_box(quotation::find(&reading, &mut entities.clone()))))
}

fn shape(name: &str, piece: &str, longest: usize) {
    let mut line = String::new();
    let mut last = 0.0;
    let mut bytes = 0;
    for step in (0..LENGTHS).rev() {
        let text = piece.repeat((longest >> step) / piece.len());
        let took = quotations(&text, 1);
        bytes = text.len();
        if last > 0.0 {
            line += &format!("{:>7.2}", took / last);
        }
        last = took;
    }
    println!("{name:24}{bytes:>14}{:>14.0}{line}", last * 1e3);
}

/// Seconds that one call takes.
fn seconds(rounds: u32, call: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..rounds).for_each(|_| call());
    start.elapsed().as_secs_f64() / f64::from(rounds)
}
