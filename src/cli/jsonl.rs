//! `galley annotate --jsonl`: a filter over lines, on all cores, with bounded memory.

use crate::annotate::{self, Arguments};
use crate::clock;
use galley_engine::protocol::{Input, Request};
use galley_engine::save;
use rayon::prelude::*;
use serde::Deserialize;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// Lines are read until a batch holds this many bytes or lines, then worked on together, then written: the memory used
/// depends on these and on the longest line, not on the length of the input.
const BATCH_BYTES: usize = 8 << 20;
const BATCH_LINES: usize = 512;

/// One line of input.
#[derive(Debug, Deserialize)]
struct Record {
    id: Id,
    text: Option<String>,
    html: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// Annotates every line; a bad one is reported by its number and passed over, and the exit status says so.
pub(crate) fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let now = clock::now();
    let mut input = io::stdin().lock();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failed = false;
    let mut number = 0;
    loop {
        let batch = batch(&mut input, &mut number)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<(usize, Result<String, String>)> =
            batch.into_par_iter().map(|(number, line)| (number, annotate_line(&line, arguments, &now))).collect();
        for (number, answer) in answers {
            match answer {
                Ok(json) => writeln!(out, "{json}")?,
                Err(message) => {
                    eprintln!("galley: line {number}: {message}");
                    failed = true;
                }
            }
        }
        out.flush()?;
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The next lines that are not blank, with their numbers from 1.
fn batch(input: &mut impl BufRead, number: &mut usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while bytes < BATCH_BYTES && lines.len() < BATCH_LINES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        bytes += line.len();
        if !line.trim_ascii().is_empty() {
            lines.push((*number, line));
        }
    }
    Ok(lines)
}

fn annotate_line(line: &[u8], arguments: &Arguments, now: &str) -> Result<String, String> {
    let record: Record = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let id = match record.id {
        Id::Text(id) => id,
        Id::Number(id) => id.to_string(),
    };
    let input = match (record.text, record.html) {
        (Some(text), None) if arguments.html => Input::Html(text),
        (Some(text), None) => Input::Text(text),
        (None, Some(html)) => Input::Html(html),
        (Some(_), Some(_)) => return Err("it has both \"text\" and \"html\"; one of them is wanted".to_owned()),
        (None, None) => return Err("it has neither \"text\" nor \"html\"".to_owned()),
    };
    let request = Request {
        revision: 0,
        input,
        url: record.url.or_else(|| arguments.url.clone()),
        published: record.published.or_else(|| arguments.published.clone()),
    };
    // A parse does not fail; should a fault of ours break one, the other lines must not be lost with it.
    let document = catch_unwind(AssertUnwindSafe(|| annotate::parse(&id, request, arguments, now)))
        .unwrap_or_else(|_| Err("the parser broke down on this text; please report it".to_owned()))?;
    Ok(save::write_line(&document))
}
