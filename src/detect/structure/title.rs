//! Which block is the headline.

use super::page::Item;
use super::phrases::Place;
use crate::annotation::Role;
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Blocks before the running text that are looked at.
const BEFORE: usize = 40;
/// Words of the running text that a headline is compared with.
const COMPARED: usize = 1500;
/// Blocks above the best candidate within which an earlier one is preferred, when its score is at most [`CLOSE`] less.
const NEAR: usize = 20;
/// How much less the score of an earlier candidate can be.
const CLOSE: f32 = 0.9;
/// The least score of a headline.
const LEAST: f32 = 2.0;

/// The headline's block: before or at the start of the running text, like a headline in length and form, and about the same things as the text.
#[must_use]
pub fn find(items: &[Item<'_>], body: Option<(usize, usize)>, declared: Option<&str>) -> Option<usize> {
    let first = first_prose(items, body)?;
    let page = Page { about: about(&items[first..]), names: repeats(items), declared: declared.map(fold), signed: signed(items), first };
    let candidates: Vec<(usize, f32)> = (first.saturating_sub(BEFORE)..first).map(|at| (at, page.score(&items[at], at))).collect();
    let best = candidates.iter().copied().reduce(|best, next| if best.1 < next.1 { next } else { best })?;
    // A headline stands above the lines that resemble it: decks, subheads, the first line of a live blog.
    let rivals = candidates.iter().filter(|(at, score)| *at <= best.0 && best.0 - at <= NEAR && best.1 - CLOSE <= *score);
    let (at, score) = rivals.copied().next().unwrap_or(best);
    (LEAST <= score).then_some(at)
}

/// The first prose of the running text.
fn first_prose(items: &[Item<'_>], body: Option<(usize, usize)>) -> Option<usize> {
    let (from, to) = body?;
    (from..to).find(|&at| items[at].look.is_prose() && 12 <= items[at].look.words).or(Some(from))
}

/// What candidates are compared with.
struct Page {
    about: BTreeSet<String>,
    names: BTreeMap<String, u32>,
    declared: Option<String>,
    /// For each block, whether a byline or a time stands within [`SIGNED`] blocks after it.
    signed: Vec<bool>,
    first: usize,
}

impl Page {
    fn score(&self, item: &Item<'_>, at: usize) -> f32 {
        let look = &item.look;
        if look.words < 2 || 36 < look.words || 240 < look.letters || look.bullet || look.dated {
            return f32::MIN;
        }
        let name = fold(item.text);
        let mut score = length(look.words) + 3.0 * self.overlap(&name) + self.declared_as(&name);
        score += if self.names.get(&name).is_some_and(|&count| 1 < count) { 1.0 } else { 0.0 };
        score -= 0.06 * (self.first - at).min(40) as f32;
        score += if self.signed[at] { 1.0 } else { 0.0 };
        score -= if look.full_stop && !look.question { 1.5 } else { 0.0 };
        score -= if item.text.contains(['|', '›', '»', '·', '•', '\t']) { 1.0 } else { 0.0 };
        score -= phrase(item);
        score += if 1 <= item.blank_before { 0.3 } else { 0.0 };
        score += if self.opens(item, at) { 1.2 } else { 0.0 };
        score + markup(item)
    }

    /// Whether it is the first line of a plain text whose story begins at once: an article copied without the page around it.
    fn opens(&self, item: &Item<'_>, at: usize) -> bool {
        at == 0 && self.first <= STORY_BEGINS && item.dom.is_none() && !item.look.full_stop
    }

    /// Share of the longer words that the running text holds too.
    fn overlap(&self, name: &str) -> f32 {
        let (mut all, mut shared) = (0.0, 0.0);
        for word in long_words(name) {
            all += 1.0;
            shared += if self.about.contains(word) { 1.0 } else { 0.0 };
        }
        if all < 2.0 { 0.0 } else { shared / all + 0.1 * f32::min(shared, 5.0) }
    }

    fn declared_as(&self, name: &str) -> f32 {
        match &self.declared {
            Some(declared) if declared == name => 5.0,
            Some(declared) if 12 < name.len() && declared.contains(name) => 3.0,
            Some(declared) if 12 < declared.len() && name.contains(declared.as_str()) => 3.0,
            _ => 0.0,
        }
    }
}

/// Blocks before the running text, at most, of an article copied without its page: headline, deck, byline, date.
const STORY_BEGINS: usize = 4;

/// Blocks after a headline within which the byline stands.
const SIGNED: usize = 3;

fn signed(items: &[Item<'_>]) -> Vec<bool> {
    let signs: Vec<bool> =
        items.iter().map(|item| item.look.dated && 3 <= item.look.words || super::roles::lines::is_byline(item.text)).collect();
    (0..items.len()).map(|at| signs[at + 1..].iter().take(SIGNED).any(|sign| *sign)).collect()
}

fn length(words: u32) -> f32 {
    match words {
        0..=2 => -1.0,
        3 => 0.0,
        4 => 0.8,
        5..=18 => 1.6,
        19..=30 => 1.4,
        _ => 0.3,
    }
}

fn phrase(item: &Item<'_>) -> f32 {
    match item.look.hit {
        Some(hit) if hit.place == Place::Whole => 4.0,
        Some(hit) if matches!(hit.role, Role::Byline | Role::Credit | Role::Timestamp) => 2.5,
        Some(hit) if hit.place == Place::Start => 1.2,
        Some(_) => 0.8,
        None => 0.0,
    }
}

fn markup(item: &Item<'_>) -> f32 {
    let Some(dom) = &item.dom else { return 0.0 };
    let element = match dom.element() {
        "h1" => 3.0,
        "h2" => 1.0,
        "li" => -2.5,
        "p" => -0.8,
        _ => 0.0,
    };
    let named = if dom.speaks_of("title") { 0.8 } else { 0.0 };
    let away = ["nav", "aside", "footer"].iter().filter(|around| dom.is_in(around)).count() as f32;
    element + named
        - 2.5 * away
        - if dom.links > 0.9 { 1.5 } else { 0.0 }
        - if dom.speaks_of("related") || dom.speaks_of("nav") { 1.0 } else { 0.0 }
}

/// The longer words of the running text, folded.
fn about(items: &[Item<'_>]) -> BTreeSet<String> {
    let prose = items.iter().filter(|item| item.look.is_prose());
    prose
        .flat_map(|item| item.text.split_whitespace())
        .take(COMPARED)
        .flat_map(|word| long_words(&fold(word)).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn long_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| 4 <= word.chars().count() || (2 <= word.len() && !word.is_ascii()))
}

/// How often each shorter block stands on the page, as a block or as the start of one before a slash.
fn repeats(items: &[Item<'_>]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for item in items.iter().filter(|item| 3 <= item.look.words) {
        let start = item.text.split_once('/').map_or(item.text, |(start, _)| start);
        if start.len() <= 300 {
            *counts.entry(fold(start)).or_default() += 1;
        }
    }
    counts
}
