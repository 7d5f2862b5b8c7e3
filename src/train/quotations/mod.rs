//! Trains what `src/detect/quotation/learnt` reads: which reports hold and where they end, what is speech, and who speaks.

mod boost;
mod figures;
mod gold;
mod label;
mod predict;
mod rows;

use crate::corpus;
use boost::Growth;
use galley_engine::detect::quotation::learnt::{self, Asked, Question, forest};
use galley_engine::detect::{Reading, quotation, structure};
use galley_engine::source::Source;
use galley_engine::source::plain::from_text;
use galley_engine::{block, language};
use gold::{Gold, Raw};
use rayon::prelude::*;
use rows::Answered;
use std::path::{Path, PathBuf};

/// Trains the quotation model.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Where the weights go
    #[arg(long, value_name = "FILE", default_value = "src/detect/quotation/learnt/model.bin")]
    out: PathBuf,
    /// How many folds the outlets are dealt into
    #[arg(long, default_value_t = 3)]
    folds: usize,
    /// Train without this fold, and write what is then found in it to `--predictions` instead of the weights
    #[arg(long)]
    hold_out: Option<usize>,
    /// Where the quotations found in the fold held out go, one document a line
    #[arg(long, value_name = "FILE", default_value = "predictions.jsonl")]
    predictions: PathBuf,
}

/// The corpora, in the order in which they are read.
const CORPORA: [&str; 2] = ["quotes/polnear.train.jsonl", "quotes/de-wikinews.train.jsonl"];

/// Trains on the corpora under `data`.
pub(crate) fn train(data: &Path, arguments: &Arguments) -> Result<(), String> {
    let mut documents: Vec<Raw> = Vec::new();
    for corpus in CORPORA {
        documents.append(&mut corpus::read(&data.join(corpus))?);
    }
    let held = |document: &Raw| arguments.hold_out == Some(fold(document, arguments.folds));
    let (tested, learnt): (Vec<_>, Vec<_>) = documents.iter().enumerate().partition(|(_, document)| held(document));
    let answered = by_question(&learnt);
    let forests: Vec<forest::Forest> =
        Question::ALL.par_iter().zip(&answered).map(|(question, answered)| grown(*question, answered)).collect();
    let shown = if arguments.hold_out.is_some() { by_question(&tested) } else { answered };
    for ((question, forest), answered) in Question::ALL.iter().zip(&forests).zip(&shown) {
        eprintln!("{question:?}: {} rows, {}", answered.len(), figures::line(forest, answered));
    }
    match arguments.hold_out {
        None => std::fs::write(&arguments.out, forest::write(&forests)).map_err(|error| format!("{}: {error}", arguments.out.display())),
        Some(_) => {
            learnt::install(forests);
            predict::write(&tested.iter().map(|(_, document)| *document).collect::<Vec<_>>(), &arguments.predictions)
        }
    }
}

/// The questions about `documents` with their answers, by question.
fn by_question(documents: &[(usize, &Raw)]) -> Vec<Vec<Answered>> {
    let answered: Vec<Vec<(Question, Answered)>> = documents.par_iter().map(|(number, document)| answers(*number, document)).collect();
    let mut by_question: Vec<Vec<Answered>> = Question::ALL.iter().map(|_| Vec::new()).collect();
    for (question, one) in answered.into_iter().flatten() {
        by_question[question as usize].push(one);
    }
    by_question
}

/// All documents of one outlet are in one fold; those of a source with no outlets are dealt by name.
fn fold(document: &Raw, folds: usize) -> usize {
    let name = document.outlet.as_deref().filter(|outlet| *outlet != "Wikinews").unwrap_or(&document.id);
    let sum = name.bytes().fold(0_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 1_000_003);
    sum % folds.max(1)
}

fn grown(question: Question, answered: &[Answered]) -> forest::Forest {
    let (depth, ridge) = if question == Question::Speech { (4, 8.0) } else { (6, 20.0) };
    let growth = Growth { trees: 150, depth, rate: 0.1, ridge };
    rows::learn(answered, growth)
}

/// The questions about one document, with the answers that an editor gave.
fn answers(number: usize, document: &Raw) -> Vec<(Question, Answered)> {
    let source = from_text(&document.text);
    if source.text != document.text {
        return Vec::new();
    }
    let gold = Gold::of(document);
    let asked = with_reading(&source, quotation::study);
    let answered = |asked: Asked| {
        let target = label::answer(&document.text, &gold, &asked)?;
        Some((asked.question, Answered { row: asked.row, target, document: number }))
    };
    asked.into_iter().filter_map(answered).collect()
}

/// Reads the earlier layers of `source`.
fn with_reading<T>(source: &Source, then: impl FnOnce(&Reading<'_>) -> T) -> T {
    let blocks = block::cut(source);
    let mut structure = structure::roles(source, &blocks);
    let metadata = structure::metadata(source, &blocks, &mut structure);
    let language = language::analyse(&source.text, &blocks);
    let roles = structure.roles();
    then(&Reading { text: &source.text, blocks: &blocks, roles: &roles, language: &language, metadata: &metadata })
}
