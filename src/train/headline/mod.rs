//! Trains the weights of the clues by which the headline is found.

mod fit;
mod pages;

use fit::{Choice, Names};
use pages::{FOLDS, Page};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Which pages become weights, and where these go.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The file of weights to write
    #[arg(long, default_value = "src/detect/structure/title/weights.tsv")]
    out: PathBuf,
}

/// Fits, prints the figures of cross-validation and on the development pages, writes the file.
pub(crate) fn train(data: &Path, arguments: &Arguments) -> Result<(), String> {
    let mut names = Names::default();
    let mut fitted = Vec::new();
    for (kind, read) in [("plain", pages::plain as fn(&Path, &str, &mut Names) -> Result<Vec<Page>, String>), ("html", pages::html)] {
        let (train, dev) = (read(data, "train", &mut names)?, read(data, "dev", &mut names)?);
        let clues = names.all().count();
        let folds = (0..FOLDS).map(|fold| {
            let weights = fit::fit(&choices(train.iter().filter(|page| page.fold != fold)), clues);
            right(&weights, train.iter().filter(|page| page.fold == fold))
        });
        let crossed = folds.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let weights = fit::fit(&choices(train.iter()), clues);
        let held = right(&weights, dev.iter());
        println!("{kind}: {} of {} in cross-validation, {} of {} on the development pages", crossed.0, crossed.1, held.0, held.1);
        fitted.push(weights);
    }
    std::fs::write(&arguments.out, file(&names, &fitted)).map_err(|error| format!("{}: {error}", arguments.out.display()))
}

fn choices<'a>(pages: impl Iterator<Item = &'a Page>) -> Vec<&'a Choice> {
    pages.map(|page| &page.choice).collect()
}

/// How many of the pages get the right line, and how many there are.
fn right<'a>(weights: &[f64], pages: impl Iterator<Item = &'a Page>) -> (usize, usize) {
    let judged = pages.map(|page| page.choice.right.contains(&fit::best(weights, &page.choice)));
    judged.fold((0, 0), |(right, all), is| (right + usize::from(is), all + 1))
}

fn file(names: &Names, fitted: &[Vec<f64>]) -> String {
    let mut file = String::from("# Written by `train headline`: a clue, its weight in plain text, its weight in HTML.\n");
    for (name, number) in names.all() {
        let weights: Vec<String> = fitted.iter().map(|weights| format!("{:.3}", weights.get(number).copied().unwrap_or(0.0))).collect();
        let _ = writeln!(file, "{name}\t{}", weights.join("\t"));
    }
    file
}
