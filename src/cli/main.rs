//! `galley`: the engine on the command line.

mod annotate;
mod clock;
mod jsonl;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Finds who is named, who said what and what is page furniture in news articles, and writes it as JSON.
#[derive(Debug, Parser)]
#[command(name = "galley", version, about, long_about = None)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Annotate articles and write Galley JSON to standard output
    Annotate(annotate::Arguments),
}

fn main() -> ExitCode {
    let Arguments { command: Command::Annotate(arguments) } = Arguments::parse();
    let done = if arguments.jsonl { jsonl::run(&arguments) } else { annotate::run(&arguments) };
    match done {
        Ok(status) => status,
        // The reader of our output has gone (`galley … | head`): nothing is wrong.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::FAILURE
        }
    }
}
