//! A page as the model sees it before any block is judged: what each block says, what repeats, where it stands.

use super::dom::Dom;
use super::kin::Kindred;
use super::lexicon::{self, Lexicon, Say};
use super::look::Look;
use super::phrases::Place as Part;
use super::title;
use crate::annotation::Role;
use crate::source::BlockHint;
use std::collections::BTreeMap;

/// A block with all that is known of it before its page is looked at.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Its words.
    pub text: &'a str,
    /// What it looks like.
    pub look: Look,
    /// What the markup says, digested.
    pub dom: Option<Dom>,
    /// What the markup says.
    pub hint: Option<&'a BlockHint>,
    /// Blank lines before it.
    pub blank_before: u8,
}

/// The lexicons that a page is read with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicons {
    /// Of the words of lines.
    pub words: Lexicon,
    /// Of class words and elements.
    pub marks: Lexicon,
}

/// What is known of a page's blocks before any is judged. Each list has one entry a block.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The blocks.
    pub items: &'a [Item<'a>],
    /// What its words say.
    pub said: Vec<Say>,
    /// What its class words say; empty for plain text.
    pub marked: Vec<Say>,
    /// How many blocks have the same words.
    pub again: Vec<u32>,
    /// The run of very short lines that holds it: its length and the block's place in it; 0 for a longer line.
    pub runs: Vec<(u32, u32)>,
    /// The last heading of furniture before it and how many blocks ago; prose that follows the heading by far ends it.
    pub under: Vec<Option<(Role, usize)>>,
    /// Full dates of publication within a dozen blocks: comments have one each.
    pub stamps: Vec<u32>,
    /// How many blocks start with the same two words, digits made alike; 0 for a longer block.
    pub alike: Vec<u32>,
    /// Blocks back to the last one whose words speak for each of [`SIGNS`].
    pub since: Vec<[f32; SIGNS.len()]>,
    /// Hashes of its longer words.
    pub words: Vec<Vec<u32>>,
    /// Elements and kin.
    pub kindred: Kindred,
    /// Sums before each block, and over all at the end.
    pub sums: Vec<Sums>,
    /// The block that says what the page declares to be its title.
    pub declared: Option<usize>,
    /// The page's title, when it declares one.
    pub title: Option<&'a str>,
    /// The headline's block, by its form and place.
    pub headline: Option<usize>,
}

/// Sums over blocks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Words.
    pub words: f32,
    /// Blocks that are prose.
    pub prose: f32,
    /// Letters of prose.
    pub mass: f32,
    /// Letters.
    pub letters: f32,
    /// Small words.
    pub stops: f32,
    /// How much its words speak for text.
    pub text: f32,
    /// Letters in links.
    pub links: f32,
    /// Short blocks that start like others.
    pub alike: f32,
}

impl<'a> Page<'a> {
    /// The page of `items`, whose declared title is `title`.
    #[must_use]
    pub fn new(items: &'a [Item<'a>], lexicons: &Lexicons, title: Option<&'a str>) -> Self {
        let said: Vec<Say> = items.iter().map(|item| lexicons.words.say(&lexicon::of_line(item.text))).collect();
        let marks = |item: &Item<'_>| {
            let keys = item.hint.map(|hint| lexicon::of_marks(&hint.words, &hint.path)).unwrap_or_default();
            item.dom.is_some().then(|| lexicons.marks.say(&keys))
        };
        let alike = alike(items);
        let sums = sums(items, &said, &alike);
        Self {
            items,
            marked: items.iter().filter_map(marks).collect(),
            again: again(items),
            runs: runs(items),
            under: under(items),
            stamps: stamps(items),
            alike,
            since: since(&said),
            words: items.iter().map(|item| long_words(item.text)).collect(),
            kindred: Kindred::new(items),
            declared: title.and_then(|title| declared(items, title)),
            title,
            headline: title::find(items, title),
            said,
            sums,
        }
    }

    /// Sums over the blocks from `from` to `to`, which are held to the page.
    #[must_use]
    pub fn over(&self, from: usize, to: usize) -> Sums {
        let end = self.items.len();
        let (a, b) = (self.sums[from.min(end)], self.sums[to.min(end)]);
        Sums {
            words: b.words - a.words,
            prose: b.prose - a.prose,
            mass: b.mass - a.mass,
            letters: b.letters - a.letters,
            stops: b.stops - a.stops,
            text: b.text - a.text,
            links: b.links - a.links,
            alike: b.alike - a.alike,
        }
    }
}

/// How much a line's words speak for the article's text, as a probability.
#[must_use]
pub fn text_share(say: &Say) -> f32 {
    say[..5].iter().map(|one| libm::expf(*one)).sum()
}

fn sums(items: &[Item<'_>], said: &[Say], alike: &[u32]) -> Vec<Sums> {
    let mut sum = Sums::default();
    let mut sums = vec![sum];
    for ((item, say), alike) in items.iter().zip(said).zip(alike) {
        let (look, letters) = (&item.look, item.look.letters as f32);
        let prose = if look.is_prose() { 1.0 } else { 0.0 };
        sum.words += look.words as f32;
        sum.prose += prose;
        sum.mass += prose * letters;
        sum.letters += letters;
        sum.stops += look.stops as f32;
        sum.text += text_share(say);
        sum.links += item.dom.as_ref().map_or(0.0, |dom| dom.links * letters);
        sum.alike += if 3 <= *alike { 1.0 } else { 0.0 };
        sums.push(sum);
    }
    sums
}

/// The first block that says what `title` says, or begins it.
fn declared(items: &[Item<'_>], title: &str) -> Option<usize> {
    let title = crate::text::fold::fold(title);
    let same = |item: &Item<'_>| {
        12 < item.text.len() && item.text.len() <= 2 * title.len() + 12 && {
            let text = crate::text::fold::fold(item.text);
            title.starts_with(&text) && title.len() <= 2 * text.len() || text == title
        }
    };
    items.iter().position(same)
}

/// Hashes of the longer words among the first 80 of a line.
fn long_words(text: &str) -> Vec<u32> {
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|word| 5 <= word.chars().count()).take(80);
    let mut words: Vec<u32> = pieces.map(|word| lexicon::of_word(&word.to_lowercase())).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many blocks have the same words.
fn again(items: &[Item<'_>]) -> Vec<u32> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for item in items {
        *counts.entry(item.text).or_default() += 1;
    }
    items.iter().map(|item| counts.get(item.text).copied().unwrap_or(1)).collect()
}

/// Words in the longest block that is compared by its start.
const ALIKE: u32 = 9;

/// How many short blocks start with the same two words.
fn alike(items: &[Item<'_>]) -> Vec<u32> {
    let starts: Vec<Option<u32>> =
        items.iter().map(|item| (0 < item.look.words && item.look.words <= ALIKE).then(|| lexicon::of_start(item.text))).collect();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for start in starts.iter().flatten() {
        *counts.entry(*start).or_default() += 1;
    }
    starts.iter().map(|start| start.and_then(|start| counts.get(&start)).copied().unwrap_or(0)).collect()
}

/// Classes that close a story or open something else, as places in [`lexicon::CLASSES`]: title, byline, date, related, tags, share, newsletter,
/// comments, author.
pub const SIGNS: [usize; 9] = [5, 6, 7, 10, 11, 12, 13, 15, 18];

/// Blocks back to the last one whose words speak for each of the signs.
fn since(said: &[Say]) -> Vec<[f32; SIGNS.len()]> {
    let mut last = [999.0; SIGNS.len()];
    let mut since = Vec::with_capacity(said.len());
    for say in said {
        since.push(last);
        for (last, class) in last.iter_mut().zip(SIGNS) {
            // Likelier than all others together.
            *last = if -0.7 < say[class] { 1.0 } else { f32::min(*last + 1.0, 999.0) };
        }
    }
    since
}

/// For each block of at most four words without a full stop: how many such follow each other there, and which of them it is.
fn runs(items: &[Item<'_>]) -> Vec<(u32, u32)> {
    let mut runs = vec![(0, 0); items.len()];
    let mut from = 0;
    for at in 0..=items.len() {
        if items.get(at).is_some_and(|item| item.look.words <= 4 && !item.look.full_stop) {
            continue;
        }
        let length = u32::try_from(at - from).unwrap_or(u32::MAX);
        for (place, run) in (0..).zip(&mut runs[from..at]) {
            *run = (length, place);
        }
        from = at + 1;
    }
    runs
}

/// Blocks around within which dates are counted.
const STAMPED: usize = 12;

fn stamps(items: &[Item<'_>]) -> Vec<u32> {
    let mut sums = vec![0];
    for item in items {
        let dated = item.look.dated && 3 <= item.look.words;
        sums.push(sums.last().copied().unwrap_or(0) + u32::from(dated));
    }
    (0..items.len()).map(|at| sums[(at + 1 + STAMPED).min(items.len())] - sums[at.saturating_sub(STAMPED)]).collect()
}

/// Prose, in letters, after which a heading of furniture no longer counts. Comments are prose themselves, and count on.
const ENOUGH_PROSE: u32 = 600;

fn under(items: &[Item<'_>]) -> Vec<Option<(Role, usize)>> {
    let mut over: Option<(Role, usize, u32)> = None;
    let mut under = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        under.push(over.map(|(role, from, _)| (role, at - from)));
        let heads = item.look.hit.filter(|hit| hit.place != Part::Inside && item.look.words <= 10);
        if let Some(hit) = heads.filter(|hit| Role::Navigation <= hit.role) {
            over = Some((hit.role, at, 0));
        } else if let Some((role, _, prose)) = &mut over
            && item.look.is_prose()
            && *role != Role::Comments
        {
            *prose += item.look.letters;
        }
        over = over.filter(|(_, _, prose)| *prose <= ENOUGH_PROSE);
    }
    under
}
