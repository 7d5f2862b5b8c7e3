//! The single file, put together from its parts.

use super::parts::Parts;
use super::tags::{Tag, tags};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What starts the page, after the page's own script in the same module. `{init}` stands for that script's starting function, `{program}`
/// for the thread's script.
const BOOT: &str = include_str!("boot.js");

/// The single file as HTML.
pub(crate) fn write(parts: &Parts) -> Result<String, String> {
    let script = script(&parts.script, &parts.worker_script)?;
    let head = format!("<style>{}</style>", without_end(&parts.sheet, "</style")?);
    let body = format!("{}\n<script type=\"module\">{script}</script>\n", data(parts)?);
    let page = tags(&parts.page, "link")
        .into_iter()
        .filter(|tag| is_loaded(*tag))
        .fold(parts.page.clone(), |page, tag| page.replace(tag.source, ""));
    let page = replace(&page, &element(&page, "<script id=\"boot\"", "</script>")?, &head)?;
    let page = replace(&page, policy_of(&page)?, &policy(&script, &parts.sheet))?;
    replace(&page, "</body>", &format!("{body}</body>"))
}

/// Whether a link loads another file.
fn is_loaded(tag: Tag) -> bool {
    matches!(tag.attribute("rel"), Some("stylesheet" | "preload" | "modulepreload"))
}

/// The page's script and what starts it, as one module: the one script that the file's policy lets run.
fn script(script: &str, parser: &str) -> Result<String, String> {
    if script.contains("import ") || script.contains("import{") {
        return Err("the page's script imports another one, which a single file cannot".into());
    }
    let export = element(script, "export {", "};")?;
    let init = export
        .split([',', '{', '}'])
        .find_map(|name| name.trim().strip_suffix(" as default"))
        .ok_or("the page's script exports no start")?;
    // A module inside a page has no address; the script falls back on one only when it is given no WebAssembly.
    let script = script.replace(&export, "").replace("import.meta.url", "document.baseURI");
    Ok(without_end(&format!("{script}{}", BOOT.replace("{init}", init).replace("{program}", parser)), "</script")?.to_owned())
}

/// What the script unpacks, where nothing runs it.
fn data(parts: &Parts) -> Result<String, String> {
    let piece = |id: &str, content: &str| {
        Ok::<_, String>(format!("<script type=\"text/plain\" id=\"{id}\">{}</script>", without_end(content, "</script")?))
    };
    Ok([piece("module", &parts.module)?, piece("worker-module", &parts.worker_module)?].join("\n"))
}

/// Nothing is loaded and nothing sent; only this very script and these very sheets count.
fn policy(script: &str, sheet: &str) -> String {
    let hash = |content: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(sheet)
    )
}

fn policy_of(page: &str) -> Result<&str, String> {
    let is_policy = |tag: &Tag| tag.attribute("http-equiv") == Some("Content-Security-Policy");
    tags(page, "meta")
        .into_iter()
        .find(is_policy)
        .and_then(|tag| tag.attribute("content"))
        .ok_or("index.html has no Content-Security-Policy".into())
}

/// The first stretch of `page` from `start` to `end`.
fn element(page: &str, start: &str, end: &str) -> Result<String, String> {
    let from = page.find(start).ok_or(format!("there is no {start}"))?;
    let length = page[from..].find(end).ok_or(format!("{start} has no end"))?;
    Ok(page[from..from + length + end.len()].to_owned())
}

fn replace(page: &str, old: &str, new: &str) -> Result<String, String> {
    let (before, after) = page.split_once(old).ok_or(format!("there is no {old}"))?;
    Ok(format!("{before}{new}{after}"))
}

/// `content`, if it can stand in an element that `end` ends.
fn without_end<'a>(content: &'a str, end: &str) -> Result<&'a str, String> {
    if content.contains(end) || content.contains("<!--") { Err(format!("a part holds {end} or <!--")) } else { Ok(content) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><link rel="stylesheet" href="./a.css"/><script id="boot" type="module" src="boot.js" data-js="a.js" data-wasm="a.wasm"></script><link rel="modulepreload" href="./a.js"></head><body><p>Hi</p></body></html>"#;

    fn parts() -> Parts {
        let script = "function start() {}\nexport { other, start as default };\n".to_owned();
        Parts { page: PAGE.into(), sheet: "p { margin: 0 }".into(), script, module: "QUJD".into(), ..Parts::default() }
    }

    #[test]
    fn nothing_outside_is_named() {
        let page = write(&parts()).expect("a page");
        for name in ["a.css", "boot.js", "a.js", "a.wasm", "export {", "'self'"] {
            assert!(!page.contains(name), "{name} in {page}");
        }
        assert!(page.contains("await start(") && page.contains("<style>p { margin: 0 }</style>") && page.contains(">QUJD<"));
    }

    #[test]
    fn the_policy_names_the_script_as_it_stands() {
        let page = write(&parts()).expect("a page");
        let script = element(&page, "<script type=\"module\">", "</script>").expect("a script");
        let script = script.trim_start_matches("<script type=\"module\">").trim_end_matches("</script>");
        assert!(page.contains(&format!("script-src 'sha256-{}'", STANDARD.encode(Sha256::digest(script)))));
    }

    #[test]
    fn what_cannot_stand_inside_is_refused() {
        assert!(write(&Parts { script: "'</script>'; export { a as default };".into(), ..parts() }).is_err());
        assert!(write(&Parts { script: "import x from './x.js'; export { a as default };".into(), ..parts() }).is_err());
        assert!(write(&Parts { page: "<p>".into(), ..parts() }).is_err());
    }
}
