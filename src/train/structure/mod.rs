//! Trains the model of structure: which blocks of a page are the article's own text.

mod align;
mod examples;
mod figures;
mod pages;
mod passes;
mod unseen;
mod words;

use crate::boost::Settings;
use examples::Example;
use galley_engine::detect::structure::features::Shared;
use galley_engine::detect::structure::lexicon::{self, Lexicon};
use galley_engine::detect::structure::page::{Lexicons, Page};
use galley_engine::detect::structure::score::{self, Judged};
use pages::FOLDS;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Which pages become a model, and where it goes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The file of weights to write
    #[arg(long, default_value = "src/detect/structure/model.bin")]
    out: PathBuf,
    /// Train nothing: print how good the engine as it is now is on the development pages
    #[arg(long)]
    report: bool,
    /// Only `plain` or `html`, for trying things out: nothing is written
    #[arg(long)]
    only: Option<String>,
    /// Trees of each pass
    #[arg(long, default_value_t = 140)]
    trees: usize,
    /// The least weight of a leaf
    #[arg(long, default_value_t = 15.0)]
    least: f32,
    /// Leaves of a tree
    #[arg(long, default_value_t = 24)]
    leaves: usize,
    /// Share of the rows that a tree sees
    #[arg(long, default_value_t = 0.5)]
    rows: f32,
    /// How much of its answer a tree gives
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// Passes
    #[arg(long, default_value_t = 3)]
    passes: usize,
    /// Also write what is made of each training page by forests that have not seen its site, a line of JSON a page
    #[arg(long)]
    unseen: Option<PathBuf>,
}

/// Trains, prints the figures of cross-validation, writes the file.
pub(crate) fn train(data: &Path, arguments: &Arguments) -> Result<(), String> {
    if arguments.report {
        return report_engine(data);
    }
    let plain = pages::lines(data, "train")?;
    let html = pages::html(data, "train")?;
    let (plain, html) = (examples::examples(&plain), examples::examples(&html));
    println!("{} and {} examples", plain.len(), html.len());
    let words = Learnt::new(&words::lessons(&plain, |example, at| lexicon::of_line(example.items[at].text)));
    let marks = Learnt::new(&words::lessons(&html, |example, at| {
        example.items[at].hint.map_or_else(Vec::new, |hint| lexicon::of_marks(&hint.words, &hint.path))
    }));
    println!("lexicons: {} and {} bytes", words.size(), marks.size());
    let mut file = Vec::new();
    score::write_head(&Lexicons { words: words.full.clone(), marks: marks.full.clone() }, &mut file);
    for (kind, examples) in [("plain", &plain), ("html", &html)] {
        if arguments.only.as_deref().is_none_or(|only| only == kind) {
            forests(kind, examples, &words, &marks, arguments, &mut file)?;
        }
    }
    println!("{} bytes", file.len());
    if arguments.only.is_none() {
        std::fs::write(&arguments.out, file).map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    }
    Ok(())
}

/// Prints how good the judgements are, and what the rules make of them.
fn report(examples: &[Example<'_>], judged: &[Judged]) {
    let odds: Vec<Vec<f32>> = judged.iter().map(|judged| judged.odds.clone()).collect();
    figures::show("the model  ", examples, &odds, 0.0);
    let ruled = figures::rules("with rules ", examples, judged);
    figures::worst(examples, &ruled);
    figures::calibration(examples, &odds);
    figures::roles(examples, &ruled);
}

/// Prints how good the engine as it is now is on the development pages.
fn report_engine(data: &Path) -> Result<(), String> {
    for (kind, sheets) in [("plain", pages::lines(data, "dev")?), ("html", pages::html(data, "dev")?)] {
        let examples = examples::pages(&sheets);
        let judged: Vec<Judged> = examples.par_iter().map(|example| score::judge(&example.items, example.title())).collect();
        println!("{kind}, {} pages", examples.len());
        report(&examples, &judged);
    }
    Ok(())
}

/// A lexicon learnt from all sites, and those learnt without each group of sites.
struct Learnt {
    full: Lexicon,
    folds: Vec<Lexicon>,
}

impl Learnt {
    fn new(lessons: &[words::Lesson]) -> Self {
        let left_out: Vec<Option<usize>> = (0..FOLDS).map(Some).chain([None]).collect();
        let mut folds: Vec<Lexicon> = left_out.par_iter().map(|fold| words::learn(lessons, *fold)).collect();
        Self { full: folds.pop().unwrap_or_default(), folds }
    }

    fn size(&self) -> usize {
        let mut bytes = Vec::new();
        self.full.write(&mut bytes);
        bytes.len()
    }
}

/// Trains the passes over one kind of page and adds them to the file.
fn forests(
    kind: &str,
    examples: &[Example<'_>],
    words: &Learnt,
    marks: &Learnt,
    arguments: &Arguments,
    file: &mut Vec<u8>,
) -> Result<(), String> {
    let folds: Vec<Lexicons> =
        words.folds.iter().zip(&marks.folds).map(|(words, marks)| Lexicons { words: words.clone(), marks: marks.clone() }).collect();
    let pages: Vec<Page<'_>> =
        examples.par_iter().map(|example| Page::new(&example.items, &folds[example.sheet.fold], example.title())).collect();
    let shared = pages.par_iter().map(Shared::new).collect();
    let ground = passes::Ground { examples, pages, shared };
    file.push(u8::try_from(arguments.passes).unwrap_or(u8::MAX));
    let mut before: Option<Vec<Vec<f32>>> = None;
    let mut sums: Vec<Vec<f32>> = examples.iter().map(|example| vec![0.0; example.items.len()]).collect();
    for nth in 0..arguments.passes {
        let settings = Settings {
            trees: arguments.trees,
            leaves: arguments.leaves,
            depth: 8,
            rate: arguments.rate,
            least: arguments.least,
            ridge: 4.0,
            rows: arguments.rows,
            columns: 0.3,
            seed: 42 + nth as u64,
        };
        let pass = passes::pass(&ground, before.as_deref(), &settings);
        println!("{kind}, pass {}: {} bytes", nth + 1, pass.bytes.len());
        figures::show("the pass   ", examples, &pass.odds, 0.0);
        figures::clips(kind, examples, &pass.odds);
        file.extend(pass.bytes);
        if arguments.passes <= nth + score::LAST {
            for (sum, odds) in sums.iter_mut().flatten().zip(pass.odds.iter().flatten()) {
                *sum += odds / arguments.passes.clamp(1, score::LAST) as f32;
            }
        }
        before = Some(pass.odds);
    }
    for cut in [-0.5, -0.25, 0.25, 0.5] {
        figures::show(&format!("at {cut:8.2}"), examples, &sums, cut);
    }
    let judged = |(page, odds): (&Page<'_>, Vec<f32>)| Judged { odds, said: score::said(page), headline: page.headline };
    let judged: Vec<Judged> = ground.pages.iter().zip(sums).map(judged).collect();
    report(examples, &judged);
    arguments.unseen.as_deref().map_or(Ok(()), |path| unseen::write(path, kind, examples, &judged))
}
