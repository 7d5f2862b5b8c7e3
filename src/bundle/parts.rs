//! The parts of the folder that Trunk built, read from disk.

use super::tags::{Tag, tags};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What the single file is made of.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// `index.html` as Trunk wrote it.
    pub(crate) page: String,
    /// All sheets in their order, fonts inside.
    pub(crate) sheet: String,
    /// The page's script, which is a module.
    pub(crate) script: String,
    /// The page's WebAssembly, compressed and as base64.
    pub(crate) module: String,
    /// The thread's script, which is none.
    pub(crate) worker_script: String,
    /// The thread's WebAssembly, compressed and as base64.
    pub(crate) worker_module: String,
}

/// Reads the parts from `folder`.
pub(crate) fn read(folder: &Path) -> Result<Parts, String> {
    let page = text(folder, "index.html")?;
    let boot = tags(&page, "script").into_iter().find(|tag| tag.attribute("id") == Some("boot")).ok_or("index.html has no starter")?;
    let named = |name| boot.attribute(name).ok_or(format!("the starter in index.html has no {name}"));
    Ok(Parts {
        sheet: sheets(folder, &page)?,
        script: text(folder, named("data-js")?)?,
        module: packed(folder, named("data-wasm")?)?,
        worker_script: text(folder, "worker.js")?,
        worker_module: packed(folder, "worker_bg.wasm")?,
        page,
    })
}

fn sheets(folder: &Path, page: &str) -> Result<String, String> {
    let is_sheet = |tag: &Tag| tag.attribute("rel") == Some("stylesheet");
    let hrefs = tags(page, "link").into_iter().filter(is_sheet).filter_map(|tag| tag.attribute("href"));
    hrefs.map(|href| with_fonts(folder, &text(folder, href)?)).collect()
}

/// `sheet` with the content of each `url("…")` in place of its name.
fn with_fonts(folder: &Path, sheet: &str) -> Result<String, String> {
    let mut pieces = sheet.split("url(");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(')').ok_or("a sheet has an url( without its end")?;
        let name = name.trim_matches(['"', '\'', ' ']);
        let is_inside = name.starts_with("data:") || name.starts_with('#');
        let address =
            if is_inside { name.to_owned() } else { format!("data:{};base64,{}", kind(name), STANDARD.encode(bytes(folder, name)?)) };
        whole += &format!("url(\"{address}\"){rest}");
    }
    Ok(whole)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn packed(folder: &Path, name: &str) -> Result<String, String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packer.write_all(&bytes(folder, name)?).and_then(|()| packer.finish());
    packed.map(|packed| STANDARD.encode(packed)).map_err(|error| format!("{name}: {error}"))
}

fn text(folder: &Path, name: &str) -> Result<String, String> {
    String::from_utf8(bytes(folder, name)?).map_err(|_| format!("{name} is no UTF-8"))
}

fn bytes(folder: &Path, name: &str) -> Result<Vec<u8>, String> {
    let file = folder.join(name);
    fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
}
