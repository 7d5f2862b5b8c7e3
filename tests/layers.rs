//! Who may know whom: a table of allowed edges between the engine's modules, checked against its source; and the tidiness of the tree.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules it may use. Data flows one way, so there is no cycle.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("source", &["text"]),
    ("annotation", &["text"]),
    ("codebook", &["annotation", "text"]),
    ("block", &["source", "text"]),
    ("language", &["block", "text"]),
    ("detect", &["annotation", "block", "language", "source", "text"]),
    ("pipeline", &["annotation", "block", "detect", "language", "source", "text"]),
    ("document", &["annotation", "block", "codebook", "pipeline", "source", "text"]),
    ("view", &["annotation", "block", "codebook", "document", "language", "source", "text"]),
    ("save", &["annotation", "block", "codebook", "document", "source", "text"]),
    ("export", &["annotation", "document", "text", "view"]),
    ("protocol", &["pipeline", "source"]),
];

/// Crates that only the page and the worker may use.
const BROWSER: &[&str] = &["leptos", "gloo", "web_sys", "wasm_bindgen", "js_sys", "serde_wasm_bindgen", "idb"];

#[test]
fn the_table_has_no_cycle() {
    let place: BTreeMap<&str, usize> = ALLOWED.iter().enumerate().map(|(place, (module, _))| (*module, place)).collect();
    for (module, allowed) in ALLOWED {
        for used in *allowed {
            assert!(place[used] < place[module], "{module} may not come before {used}, which it uses");
        }
    }
}

#[test]
fn every_use_is_allowed() {
    for (module, allowed) in ALLOWED {
        for file in files_of(module) {
            let code = fs::read_to_string(&file).expect("the file can be read");
            // Tests may look further.
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            if is_test(&file) {
                continue;
            }
            for used in code.split("crate::").skip(1).map(first_word) {
                assert!(used == *module || allowed.contains(&used), "{} uses crate::{used}, which {module} may not know", file.display());
            }
            for browser in BROWSER {
                assert!(!code.contains(&format!("{browser}::")), "{} uses {browser}: the engine knows no browser", file.display());
            }
        }
    }
}

/// Whether a file of the engine holds tests only: `tests.rs`, or a file in a module's folder `tests`.
fn is_test(file: &Path) -> bool {
    let inside = file.strip_prefix(source()).unwrap_or(file);
    inside.iter().any(|part| part == "tests.rs" || part == "tests")
}

#[test]
fn every_module_of_the_engine_is_in_the_table() {
    let library = fs::read_to_string(source().join("lib.rs")).expect("src/lib.rs can be read");
    for module in library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')) {
        assert!(ALLOWED.iter().any(|(known, _)| *known == module), "{module} is missing in the table");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in rust_files(&source()).into_iter().chain(rust_files(&root().join("tests"))) {
        let code = fs::read_to_string(&file).expect("the file can be read");
        assert!(code.starts_with("//! "), "{} does not open with a sentence that says what it is for", file.display());
    }
}

#[test]
fn no_file_has_grown_into_two() {
    const MOST: usize = 450;
    for file in rust_files(&source()) {
        let lines = fs::read_to_string(&file).expect("the file can be read").lines().count();
        assert!(lines <= MOST, "{} has {lines} lines; {MOST} is where a file has become two things", file.display());
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn source() -> PathBuf {
    root().join("src")
}

/// `src/module.rs` and everything under `src/module/`.
fn files_of(module: &str) -> Vec<PathBuf> {
    let mut files = rust_files(&source().join(module));
    let single = source().join(module).with_extension("rs");
    if single.exists() {
        files.push(single);
    }
    assert!(!files.is_empty(), "the module {module} has no file");
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn first_word(path: &str) -> &str {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}
