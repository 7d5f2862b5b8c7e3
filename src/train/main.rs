//! `train`: reads the corpora, makes the weight files that the engine reads, and prints how good they are.
//!
//! The same corpora give the same bytes. The corpora are not in this repository; each model's card says which they are.

#![expect(clippy::print_stdout, reason = "it prints figures")]

mod boost;
mod corpus;
mod entities;
mod headline;
mod quotations;
mod structure;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Makes the weight files of Galley's models from the corpora.
#[derive(Debug, Parser)]
#[command(name = "train", version, about, long_about = None)]
struct Arguments {
    /// The folder of the corpora
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    #[command(subcommand)]
    model: Model,
}

// A model is a variant here and a folder beside this file.
#[derive(Debug, Subcommand)]
enum Model {
    /// Names: src/detect/entity/model/model.bin
    Entities(entities::Arguments),
    /// What is said, by whom, and where it ends
    Quotations(quotations::Arguments),
    /// Which blocks of a page are the article's own text
    Structure(structure::Arguments),
    /// Which line of a page is its headline
    Headline(headline::Arguments),
}

fn main() -> ExitCode {
    let Arguments { data, model } = Arguments::parse();
    let done: Result<(), String> = match model {
        Model::Entities(arguments) => entities::train(&data, &arguments),
        Model::Quotations(arguments) => quotations::train(&data, &arguments),
        Model::Structure(arguments) => structure::train(&data, &arguments),
        Model::Headline(arguments) => headline::train(&data, &arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}
