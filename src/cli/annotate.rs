//! `galley annotate`: files or standard input in, Galley JSON out.

use crate::clock;
use galley_engine::codebook::Codebook;
use galley_engine::document::Document;
use galley_engine::protocol::{self, Input, Reply, Request};
use galley_engine::save;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Articles to read, as text or HTML; `-` or none at all is standard input.
    /// One article is written as indented JSON, several as one line each
    #[arg(value_name = "FILE", conflicts_with = "jsonl")]
    files: Vec<PathBuf>,

    /// Read the input as HTML, whatever it is called and however it begins
    #[arg(long)]
    pub(crate) html: bool,

    /// Read one {"id", "text" or "html", "published"?, "url"?} a line from standard input
    /// and write one Galley JSON a line, in the same order
    #[arg(long)]
    pub(crate) jsonl: bool,

    /// The format to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// When the article was published (2025-02-10): relative dates in it are read against this day
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,

    /// Where the article stood on the web
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// A codebook (JSON or CSV) that every document is given: labels of your own and the guidelines for them
    #[arg(long, value_name = "FILE", value_parser = read_codebook)]
    pub(crate) codebook: Option<Codebook>,
}

/// The codebook in a file.
fn read_codebook(file: &str) -> Result<Codebook, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    Codebook::read(&text).map_err(|problem| problem.to_string())
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Galley JSON 1
    #[default]
    Json,
}

/// Annotates every file; one that cannot be read is reported and passed over, and the exit status says so.
pub(crate) fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let Format::Json = arguments.format;
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files[..] };
    let mut out = io::stdout().lock();
    let now = clock::now();
    let mut failed = false;
    for file in files {
        match annotate(file, arguments, &now) {
            Ok(document) if files.len() == 1 => out.write_all(save::write(&document).as_bytes())?,
            Ok(document) => writeln!(out, "{}", save::write_line(&document))?,
            Err(message) => {
                eprintln!("galley: {}: {message}", file.display());
                failed = true;
            }
        }
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn annotate(file: &Path, arguments: &Arguments, now: &str) -> Result<Document, String> {
    let bytes = read(file).map_err(|error| error.to_string())?;
    let name = file.display().to_string();
    let input = if arguments.html {
        let (html, _) = galley_engine::source::html::decode(&bytes);
        Input::Html(html)
    } else {
        Input::Bytes { name: name.clone(), bytes }
    };
    let request = Request { revision: 0, input, url: arguments.url.clone(), published: arguments.published.clone() };
    let document = parse(&name, request, arguments, now)?;
    for notice in &document.notices {
        eprintln!("galley: {name}: {}", notice.message);
    }
    Ok(document)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(file)
    }
}

/// The document that `request` comes to, under the name `id`, with the codebook it is given.
pub(crate) fn parse(id: &str, request: Request, arguments: &Arguments, now: &str) -> Result<Document, String> {
    match protocol::answer(request) {
        Reply::Parsed { parse, .. } => {
            let codebook = arguments.codebook.clone().unwrap_or_default();
            Ok(Document { codebook, ..Document::from_parse(id, parse, now) })
        }
        Reply::Failed { message, .. } | Reply::Stopped { message, .. } => Err(message),
        Reply::Ready => Err("the parser gave no answer".to_owned()),
    }
}
