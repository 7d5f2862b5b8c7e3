//! Makes the single file `galley.html` from the folder that Trunk built: `bundle FOLDER` writes `FOLDER/galley.html`.
//!
//! The file works by double click from disk, where a page may load nothing: every sheet, font, script and module is inside it.
//! Browsers give a thread that such a page starts an origin of its own, so its script carries its own module, too.

mod page;
mod parts;
mod tags;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("bundle: name the folder that Trunk built");
        return ExitCode::FAILURE;
    };
    match bundle(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bundle: {message}");
            ExitCode::FAILURE
        }
    }
}

fn bundle(folder: &Path) -> Result<(), String> {
    let parts = parts::read(folder)?;
    let file = folder.join("galley.html");
    std::fs::write(&file, page::write(&parts)?).map_err(|error| format!("{}: {error}", file.display()))
}
