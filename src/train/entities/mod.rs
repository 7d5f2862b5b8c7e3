//! The entity model: reads the annotated corpora and the name lists, learns, writes the weight file, prints the figures.

mod calibrate;
mod classes;
mod gold;
mod learn;
mod names;
mod recase;
mod score;
mod second;
mod table;
mod write;
mod xor;

use galley_engine::detect::entity::model::file::{Lexicon, Model};
use galley_engine::detect::entity::model::filter::Filter;
use galley_engine::detect::entity::model::lattice::Row;
use gold::Example;
use learn::{Settings, Weights};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use table::Table;

/// What `train entities` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Where the weight file is written
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Instead of writing a model, leaves out this source and measures on it; may be given more than once
    #[arg(long, value_name = "SOURCE")]
    hold_out: Vec<String>,
    /// How often all examples are gone through
    #[arg(long, default_value_t = 6)]
    epochs: usize,
    /// The size of a step
    #[arg(long, default_value_t = 0.03)]
    rate: f32,
    /// How much an unneeded weight shrinks at each example
    #[arg(long, default_value_t = 1e-6)]
    shrink: f32,
    /// The share of features left out at each sight of a word
    #[arg(long, default_value_t = 0.6)]
    drop: f32,
    /// The share of words whose letters are left out at each sight
    #[arg(long, default_value_t = 0.6)]
    drop_word: f32,
    /// Weights smaller than this are left out of the file
    #[arg(long, default_value_t = 0.04)]
    least: f32,
    /// Features seen less often than this are left out
    #[arg(long, default_value_t = 3)]
    seen: usize,
    /// How often all examples are gone through for the second pass; 0 for no second pass and no calibration
    #[arg(long, default_value_t = 6)]
    second_epochs: usize,
    /// The size of a step for the second pass
    #[arg(long, default_value_t = 0.1)]
    second_rate: f32,
    /// Reads only every so manieth document, to try things quickly
    #[arg(long, default_value_t = 1)]
    every: usize,
}

/// The corpora to learn from.
const SOURCES: [&str; 7] = ["news", "gum", "wikigold", "crossner", "ewt-dev", "btc-news", "wnut17"];
/// The corpora to measure on.
const MEASURED: [&str; 4] = ["news", "gum", "wikigold", "crossner-politics"];

/// Everything read.
struct Corpora {
    names: Vec<u8>,
    classes: Vec<u8>,
    learnt: Vec<Example>,
    measured: Vec<Example>,
}

/// Trains as `arguments` say on the corpora in the folder `data`.
pub(crate) fn train(data: &Path, arguments: &Arguments) -> Result<(), String> {
    let corpora = read(data, arguments)?;
    let settings = Settings {
        epochs: arguments.epochs,
        rate: arguments.rate,
        shrink: arguments.shrink,
        drop: arguments.drop,
        drop_word: arguments.drop_word,
    };
    if arguments.hold_out.is_empty() {
        let bytes = model(&corpora, arguments, settings, "");
        report(&corpora, &bytes, "all")?;
        if let Some(path) = &arguments.output {
            std::fs::write(path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        return Ok(());
    }
    let held: Vec<(String, Vec<u8>)> =
        arguments.hold_out.par_iter().map(|source| (source.clone(), model(&corpora, arguments, settings, source))).collect();
    held.iter().try_for_each(|(source, bytes)| report(&corpora, bytes, source))
}

fn read(data: &Path, arguments: &Arguments) -> Result<Corpora, String> {
    let folder = data.join("ner");
    let documents =
        |part: &str, source: &&str| gold::read(&folder.join(part).join(format!("{source}.jsonl"))).map(|read| ((*source).to_owned(), read));
    let learnt = SOURCES.iter().map(|source| documents("train", source)).collect::<Result<Vec<_>, _>>()?;
    let measured = MEASURED.iter().map(|source| documents("dev", source)).collect::<Result<Vec<_>, _>>()?;
    // What is held out is not even read as plain text.
    let labelled = learnt.iter().filter(|(source, _)| !arguments.hold_out.contains(source));
    let texts: Vec<&str> = labelled.flat_map(|(_, documents)| documents.iter().map(|document| document.text.as_str())).collect();
    let names = names::filter(&data.join("gazetteers"), texts.iter().copied())?;
    let plain = plain(data)?;
    let classes = classes::classes(texts.into_iter().chain(plain.iter().map(String::as_str)));
    let lexicon = Lexicon { names: Filter(&names), classes: Filter(&classes) };
    let some = |documents: &[gold::Document]| documents.iter().step_by(arguments.every).cloned().collect::<Vec<_>>();
    let own = |(source, documents): &(String, Vec<gold::Document>)| gold::examples(source, &some(documents), lexicon, true);
    let foreign = |(source, documents): &(String, Vec<gold::Document>)| gold::examples(source, &some(documents), lexicon, false);
    let mut examples: Vec<Example> = learnt.iter().flat_map(own).collect();
    for (source, documents) in &learnt {
        examples.extend(recase::examples(source, &some(documents), lexicon));
    }
    Ok(Corpora { learnt: examples, measured: measured.iter().flat_map(foreign).collect(), names, classes })
}

/// Text that nobody annotated with names.
#[derive(Debug, serde::Deserialize)]
struct Plain {
    lang: Option<String>,
    #[serde(default)]
    text: String,
    #[serde(default)]
    lines: Vec<Line>,
}

/// A line of a page, and whether it is part of the article.
#[derive(Debug, serde::Deserialize)]
struct Line {
    text: String,
    label: String,
}

/// English text besides the annotated corpora: articles with quotations, and the articles' own lines of pages.
fn plain(data: &Path) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for file in ["quotes/polnear.train.jsonl", "boilerplate/train.lines.jsonl.gz"] {
        let read: Vec<Plain> = crate::corpus::read(&data.join(file))?;
        for one in read.into_iter().filter(|one| one.lang.as_deref().is_some_and(|lang| lang.starts_with("en"))) {
            texts.extend((!one.text.is_empty()).then_some(one.text));
            texts.extend(one.lines.into_iter().filter(|line| line.label == "content").map(|line| line.text));
        }
    }
    Ok(texts)
}

/// The weight file learnt from all sources but `without`.
fn model(corpora: &Corpora, arguments: &Arguments, settings: Settings, without: &str) -> Vec<u8> {
    let examples: Vec<&Example> = corpora.learnt.iter().filter(|example| example.source != without).collect();
    let first = |examples: &[&Example], second: &[Row], calibration: &[f32]| {
        let table = Table::new(examples, arguments.seen);
        let weights = learn::learn(examples, &table, settings);
        Learnt { table, weights }.file(corpora, arguments, second, calibration)
    };
    if arguments.second_epochs == 0 {
        return first(&examples, &[], &[]);
    }
    // Each half of the documents as a model sees it that was trained on the other half.
    let half = |half: usize| examples.iter().enumerate().filter(|(at, _)| at % 2 == half).map(|(_, example)| *example).collect::<Vec<_>>();
    let halves: Vec<Vec<u8>> = [1, 0].par_iter().map(|other| first(&half(*other), &[], &[])).collect();
    let models: Vec<Model<'_>> = halves.iter().filter_map(|bytes| Model::read(bytes)).collect();
    let unseen = |models: &[Model<'_>]| -> Vec<(&Example, usize)> {
        (0..models.len()).flat_map(|number| half(number).into_iter().map(move |example| (example, number))).collect()
    };
    let paired: Vec<(&Example, &Model<'_>)> = unseen(&models).into_iter().map(|(example, number)| (example, &models[number])).collect();
    let second = second::learn(&paired, arguments.second_epochs, arguments.second_rate);
    let news = |paired: &[(&Example, &Model<'_>)]| {
        let news: Vec<_> = paired.iter().filter(|(example, _)| example.source == "news").copied().collect();
        score::of(&news).line()
    };
    eprintln!("  unseen half of news, first pass  {}", news(&paired));
    let models: Vec<Model<'_>> = models.iter().map(|model| model.with_second(&second)).collect();
    let paired: Vec<(&Example, &Model<'_>)> =
        unseen(&models).into_iter().filter(|(example, _)| example.whole).map(|(example, number)| (example, &models[number])).collect();
    eprintln!("  unseen half of news, second pass {}", news(&paired));
    let calibration = calibrate::curve(calibrate::judged(&paired));
    first(&examples, &second, &calibration)
}

/// The first pass.
struct Learnt {
    table: Table,
    weights: Weights,
}

impl Learnt {
    fn file(&self, corpora: &Corpora, arguments: &Arguments, second: &[Row], calibration: &[f32]) -> Vec<u8> {
        write::file(&write::Parts {
            header: HEADER,
            names: &corpora.names,
            classes: &corpora.classes,
            weights: &self.weights,
            table: &self.table,
            second,
            calibration,
            least: arguments.least,
        })
    }
}

/// What the weight file says of itself.
const HEADER: &str = "\
labels: PERSON ORG GPE LOC FAC NORP EVENT WORK PRODUCT LAW, and names of other sorts, which are not shown
trained on: en-worldwide-newswire (no licence file); GUM (CC BY 4.0, texts CC BY 2.5 to CC BY-SA 3.0); WikiGold (CC BY 4.0); \
CrossNER (MIT, texts CC BY-SA); Universal NER English-EWT (CC BY-SA 4.0); Broad Twitter Corpus (CC BY 4.0); WNUT 2017 (CC BY 4.0)
names from: GeoNames by way of datasets/world-cities (CC BY 4.0); NameDatabases (Unlicense); S&P 500 companies (PDDL); \
congress-legislators (public domain)";

#[expect(clippy::print_stdout, reason = "the figures are what the trainer prints")]
fn report(corpora: &Corpora, bytes: &[u8], without: &str) -> Result<(), String> {
    let model = Model::read(bytes).ok_or("the file that was written cannot be read")?;
    println!("without {without}: {} bytes", bytes.len());
    let show = |name: &str, examples: &[&Example]| println!("  {name:18} {}", score::score(&model, examples).line());
    for source in MEASURED {
        show(source, &corpora.measured.iter().filter(|example| example.source == source).collect::<Vec<_>>());
    }
    let unseen: Vec<&Example> = corpora.learnt.iter().filter(|example| example.source == without && example.whole).collect();
    if !unseen.is_empty() {
        show(&format!("{without} (unseen)"), &unseen);
    }
    let learnt: Vec<&Example> = corpora.learnt.iter().filter(|example| example.source == "news").step_by(8).collect();
    show("news (learnt from)", &learnt);
    for source in MEASURED {
        let names = corpora.measured.iter().filter(|example| example.source == source);
        let (held, all) = names.fold((0, 0), |sum, example| (sum.0 + example.held, sum.1 + example.names.len()));
        println!("  {source}: {held} of {all} names can be found at all");
    }
    let measured: Vec<_> = corpora.measured.iter().map(|example| (example, &model)).collect();
    println!("  expected calibration error {:.3}", calibrate::error(&model, &calibrate::judged(&measured)));
    Ok(())
}
