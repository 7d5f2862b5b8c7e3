//! Cases that anybody can read and add to: `cases/*.txt`, one phenomenon a file.
//!
//! A file opens with `# ` and a sentence. Cases are parted by empty lines: the lines of the text, each a paragraph, then a line for every
//! quotation in it, `= words — speaker`, and after ` = ` the entity that speaks where its name is not the same words; the parts of a
//! quotation are joined by ` | `. A line `! …` says that what is found is wrong, and what would be right: a known miss. Run `UPDATE=1 cargo test --lib cases` to see what is found now, and read the difference.

use super::find;
use std::fs;
use std::path::{Path, PathBuf};

/// The fewest cases of a phenomenon.
const FEWEST: usize = 10;

#[test]
fn every_case_reads_as_it_should() {
    let mut wrong = String::new();
    for file in files() {
        let expected = fs::read_to_string(&file).expect("a readable file");
        let found = read_again(&expected);
        if found != expected {
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, found).expect("a writable file");
            } else {
                wrong.push_str(&difference(&file, &expected, &found));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_phenomenon_has_its_cases() {
    for file in files() {
        let text = fs::read_to_string(&file).expect("a readable file");
        assert!(text.starts_with("# "), "{} does not say what it is for", file.display());
        assert!(text.trim().split("\n\n").count() > FEWEST, "{} has fewer than {FEWEST} cases", file.display());
    }
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/detect/quotation/tests/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// `cases` with what is found now.
fn read_again(cases: &str) -> String {
    let mut pieces = cases.trim().split("\n\n");
    let head = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(head, |out, case| out + "\n\n" + &one_again(case)) + "\n"
}

fn one_again(case: &str) -> String {
    let (text, misses): (Vec<&str>, Vec<&str>) =
        case.lines().filter(|line| !line.starts_with("= ")).partition(|line| !line.starts_with("! "));
    let text = text.join("\n");
    let found = find(&text);
    let lines = found.iter().map(|one| {
        let entity = if one.entity.is_empty() || one.entity == one.speaker { String::new() } else { format!(" = {}", one.entity) };
        format!("\n= {} — {}{entity}", one.words.replace('\n', "⏎"), one.speaker)
    });
    let read = lines.fold(text.clone(), |out, line| out + &line);
    misses.iter().fold(read, |out, miss| out + "\n" + miss)
}

/// The cases that differ.
fn difference(file: &Path, expected: &str, found: &str) -> String {
    let cases = expected.trim().split("\n\n").zip(found.trim().split("\n\n")).filter(|(expected, found)| expected != found);
    cases.map(|(expected, found)| format!("\n{}\nwanted\n{expected}\nfound\n{found}\n", file.display())).collect()
}
