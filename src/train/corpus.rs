//! Reads the corpora: JSON, one document a line, packed with gzip or not.

use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// The documents of the file at `path`, or what is wrong with it and where.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let trouble = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error| trouble(&error))?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if packed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) };
    let parse = |(at, line): (usize, std::io::Result<String>)| {
        let line = line.map_err(|error| trouble(&error))?;
        serde_json::from_str(&line).map_err(|error| trouble(&format_args!("line {}: {error}", at + 1)))
    };
    BufReader::new(reader).lines().enumerate().map(parse).collect()
}
