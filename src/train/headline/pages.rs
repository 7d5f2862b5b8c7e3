//! Pages whose headline is known: flattened to lines, and as HTML.

use super::fit::{Choice, Names};
use crate::corpus;
use galley_engine::block;
use galley_engine::detect::structure::title::NONE;
use galley_engine::detect::structure::title::clues::Clues;
use galley_engine::detect::structure::{self, page::Item};
use galley_engine::source::{Source, html::from_html, plain::from_text};
use galley_engine::text::fold::fold;
use serde::Deserialize;
use std::path::Path;

/// Parts of the pages in cross-validation; a domain is in one of them.
pub(super) const FOLDS: u32 = 5;
/// How like the known title a line of HTML must be to count as the headline, when none is the same: twice the shared words by all words.
const LIKE: f32 = 0.8;

/// A page: its lines to choose from.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) choice: Choice,
    pub(super) fold: u32,
}

#[derive(Debug, Deserialize)]
struct Lines {
    domain: String,
    lines: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    role: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Html {
    domain: String,
    html: String,
    title: Option<String>,
}

/// The pages of plain text of `part`.
pub(super) fn plain(data: &Path, part: &str, names: &mut Names) -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    for set in ["lines", "silver", "probe"] {
        for page in corpus::read::<Lines>(&data.join(format!("boilerplate/{part}.{set}.jsonl.gz")))? {
            let title = |line: &&Line| line.role.as_deref() == Some("title");
            let titles: Vec<String> = page.lines.iter().filter(title).map(|line| fold(&line.text)).collect();
            let text = page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
            let right = |items: &[Item<'_>], at: usize| titles.contains(&fold(items[at].text));
            pages.extend(choice(&from_text(&text), &page.domain, names, right));
        }
    }
    Ok(pages)
}

/// The HTML pages of `part` whose title is known.
pub(super) fn html(data: &Path, part: &str, names: &mut Names) -> Result<Vec<Page>, String> {
    let read = corpus::read::<Html>(&data.join(format!("boilerplate/{part}.html.jsonl.gz")))?;
    let titled = read.into_iter().filter_map(|page| {
        let title = words(page.title.as_deref()?);
        let source = from_html(&page.html);
        let same = source.text.lines().any(|line| words(line) == title);
        let right = |items: &[Item<'_>], at: usize| {
            let own = words(items[at].text);
            own == title || (!same && LIKE <= likeness(&own, &title))
        };
        choice(&source, &page.domain, names, right)
    });
    Ok(titled.collect())
}

/// The choice that a page offers; `None` when no line of it is the headline.
fn choice(source: &Source, domain: &str, names: &mut Names, is_right: impl Fn(&[Item<'_>], usize) -> bool) -> Option<Page> {
    let blocks = block::cut(source);
    let items = structure::items(source, &blocks);
    let clues = Clues::of(&items, source.declared.title.as_ref().map(|fact| fact.value.as_str()))?;
    let candidates: Vec<usize> = clues.candidates().collect();
    let right: Vec<usize> = (0..candidates.len()).filter(|&nth| is_right(&items, candidates[nth])).map(|nth| nth + 1).collect();
    let lines = candidates.iter().map(|&at| clues.clues(at));
    let candidates: Vec<_> = std::iter::once(vec![NONE]).chain(lines).map(|clues| names.numbered(clues)).collect();
    let right = if right.is_empty() { vec![0] } else { right };
    Some(Page { choice: Choice { candidates, right }, fold: fold_of(domain) })
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn likeness(own: &[String], other: &[String]) -> f32 {
    let shared = own.iter().filter(|word| other.contains(word)).count() as f32;
    2.0 * shared / (own.len() + other.len()).max(1) as f32
}

/// The part of a domain: the same on every machine.
fn fold_of(domain: &str) -> u32 {
    domain.bytes().fold(0_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte))) % FOLDS
}
