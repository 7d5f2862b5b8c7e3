//! The pages of the corpora: plain lines and HTML, each block with what people or class names said it is.

use super::align;
use crate::corpus;
use galley_engine::block::{self, Block};
use galley_engine::detect::structure::lexicon::CLASSES;
use galley_engine::source::{Source, html::from_html, plain::from_text};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Groups of sites that take turns in being left out.
pub(crate) const FOLDS: usize = 5;

/// What is known of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Gold {
    /// Whether it is the article's own text.
    pub(crate) content: Option<bool>,
    /// Its class among [`CLASSES`], as class names tell.
    pub(crate) class: Option<usize>,
    /// It is not scored: headlines, and what annotators kept against their own rule.
    pub(crate) aside: bool,
}

/// Where a page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// Full text marked by people.
    Gold,
    /// What a program extracted.
    Silver,
    /// A few lines marked by people.
    Probe,
}

/// A page in one rendering.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) id: String,
    pub(crate) source: Source,
    pub(crate) blocks: Vec<Block>,
    pub(crate) gold: Vec<Gold>,
    pub(crate) set: Set,
    /// From the hand-made news corpus.
    pub(crate) news: bool,
    pub(crate) fold: usize,
}

#[derive(Debug, Deserialize)]
struct LinesPage {
    id: String,
    source: String,
    domain: String,
    lines: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    label: Option<String>,
    role: Option<String>,
    #[serde(default)]
    skip: u8,
}

#[derive(Debug, Deserialize)]
struct HtmlPage {
    id: String,
    source: String,
    domain: String,
    gold: String,
    html: String,
}

/// What a class is called in the corpora.
fn class(role: &str) -> Option<usize> {
    CLASSES.iter().position(|class| *class == role || (role == "footer" && *class == "nav"))
}

fn fold(domain: &str, id: &str) -> usize {
    // Some pages only say how hard they are, not where they come from.
    let key = if domain.contains('.') { domain } else { id };
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash >> 20) as usize % FOLDS
}

/// The pages of plain lines under `data`; `part` is `train` or `dev`.
pub(crate) fn lines(data: &Path, part: &str) -> Result<Vec<Sheet>, String> {
    let mut sheets = Vec::new();
    for (name, set) in [("lines", Set::Gold), ("silver", Set::Silver), ("probe", Set::Probe)] {
        let path = data.join(format!("boilerplate/{part}.{name}.jsonl.gz"));
        sheets.extend(corpus::read::<LinesPage>(&path)?.into_iter().map(|page| plain(page, set)));
    }
    Ok(sheets)
}

fn plain(page: LinesPage, set: Set) -> Sheet {
    let text = page.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let source = from_text(&text);
    let blocks = block::cut(&source);
    let (mut gold, mut from) = (Vec::new(), 0);
    let mut lines = page.lines.iter();
    let mut line = lines.next();
    for block in &blocks {
        while let Some(own) = line.filter(|own| from + own.text.len() < block.span.start as usize) {
            from += own.text.len() + 1;
            line = lines.next();
        }
        gold.push(line.map(known).unwrap_or_default());
    }
    let news = page.source == "scrapinghub";
    Sheet { fold: fold(&page.domain, &page.id), id: page.id, source, blocks, gold, set, news }
}

fn known(line: &Line) -> Gold {
    Gold {
        content: line.label.as_deref().map(|label| label == "content"),
        class: line.role.as_deref().and_then(class),
        aside: line.skip != 0,
    }
}

/// The pages of HTML under `data`, labelled by the lines of the same pages and by their texts.
pub(crate) fn html(data: &Path, part: &str) -> Result<Vec<Sheet>, String> {
    let lines: BTreeMap<String, LinesPage> = corpus::read(&data.join(format!("boilerplate/{part}.lines.jsonl.gz")))?
        .into_iter()
        .map(|page: LinesPage| (page.id.clone(), page))
        .collect();
    let pages: Vec<HtmlPage> = corpus::read(&data.join(format!("boilerplate/{part}.html.jsonl.gz")))?;
    Ok(pages.into_iter().map(|page| marked_up(&lines, page)).collect())
}

fn marked_up(lines: &BTreeMap<String, LinesPage>, page: HtmlPage) -> Sheet {
    let source = from_html(&page.html);
    let blocks = block::cut(&source);
    let texts: Vec<&str> = blocks.iter().map(|block| block.span.of(&source.text)).collect();
    let known: Vec<(&str, Gold)> =
        lines.get(&page.id).iter().flat_map(|page| &page.lines).map(|line| (line.text.as_str(), known(line))).collect();
    let gold = align::labels(&texts, &known, &page.gold);
    let news = page.source == "scrapinghub";
    Sheet { fold: fold(&page.domain, &page.id), id: page.id, source, blocks, gold, set: Set::Gold, news }
}
