//! What speaks for the article's text that the fitted weights cannot know: the pages they were fitted to had lost their bullets, and had no live blogs.

use super::dateline;
use super::page::Item;
use super::phrases::Place;
use crate::annotation::Role;

/// What a bullet in plain text says, in log odds: menus are lists without bullets on the page, so a bullet that was copied belongs to the story.
const BULLET: f32 = 2.5;
/// What a dateline at the start of a sentence says.
const DATELINE: f32 = 3.0;
/// The greatest number of blocks of a text, and what it says for a sentence in plain text: a short text has no page around it.
const SMALL: [(usize, f32); 3] = [(10, 5.0), (30, 3.0), (60, 1.5)];
/// The log odds of the best sentence of a page after they were raised.
const LIFTED: f32 = 1.5;
/// What a second bullet beside it adds.
const LIST: f32 = 1.5;
/// What a list of the story says for the short line over it.
const OVER_LIST: f32 = 4.0;
/// What the time of an entry says for the text under it, in a live blog.
const ENTRY: f32 = 6.0;
/// Entries that make a live blog.
const ENTRIES: usize = 3;
/// Blocks of one entry that are looked at.
const REACH: usize = 12;

/// For each block, log odds to be added to its score.
pub(super) fn find(items: &[Item<'_>]) -> Vec<f32> {
    let mut evidence: Vec<f32> = (0..items.len()).map(|at| bullet(items, at) + over_list(items, at) + sentence(items, at)).collect();
    let entries: Vec<usize> = (0..items.len()).filter(|&at| is_clock(&items[at]) && is_told(items, at)).collect();
    if ENTRIES <= entries.len() {
        for &at in &entries {
            entry(items, at, &mut evidence);
        }
    }
    evidence
}

/// `odds` as they are, or all raised alike when no block would be the article's text although the page has sentences: then the best of them are.
pub(super) fn lift(items: &[Item<'_>], odds: Vec<f32>) -> Vec<f32> {
    let prose = items.iter().zip(&odds).filter(|(item, _)| item.look.is_prose() && item.look.full_stop && item.look.hit.is_none());
    let best = prose.map(|(_, odds)| *odds).reduce(f32::max);
    match best {
        Some(best) if best < 0.0 && odds.iter().all(|odds| *odds < 0.0) => odds.into_iter().map(|odds| odds - best + LIFTED).collect(),
        _ => odds,
    }
}

fn bullet(items: &[Item<'_>], at: usize) -> f32 {
    let is = |item: &Item<'_>| item.dom.is_none() && item.look.bullet && 4 <= item.look.words;
    if !is(&items[at]) {
        return 0.0;
    }
    let beside = items[at.saturating_sub(1)..].iter().take(3).filter(|item| is(item)).count();
    if 2 <= beside { BULLET + LIST } else { BULLET }
}

/// A heading over two bullets or more.
fn over_list(items: &[Item<'_>], at: usize) -> f32 {
    let look = &items[at].look;
    let heading = (1..=9).contains(&look.words) && !look.full_stop && !look.bullet && look.hit.is_none();
    let list = items[at + 1..].iter().take(2).filter(|item| item.dom.is_none() && item.look.bullet && 4 <= item.look.words).count() == 2;
    if heading && list { OVER_LIST } else { 0.0 }
}

fn sentence(items: &[Item<'_>], at: usize) -> f32 {
    let item = &items[at];
    let look = &item.look;
    let plain = look.full_stop && 5 <= look.words && !look.address && look.hit.is_none_or(|hit| hit.place == Place::Inside);
    if item.dom.is_some() || !plain {
        return 0.0;
    }
    let small = SMALL.iter().find(|(most, _)| items.len() <= *most).map_or(0.0, |(_, odds)| *odds);
    let dated = look.is_prose() && dateline::find(item.text).is_some();
    small + if dated { DATELINE } else { 0.0 }
}

/// Whether the block is a time of day and nothing else.
fn is_clock(item: &Item<'_>) -> bool {
    item.look.dated && item.look.words <= 2 && item.text.len() <= 10 && item.text.contains([':', '.', 'h'])
}

/// Whether a sentence follows within three blocks: times in menus and tables have none.
fn is_told(items: &[Item<'_>], at: usize) -> bool {
    items[at + 1..].iter().take(3).any(|item| item.look.full_stop && 3 <= item.look.words)
}

/// The blocks from the time of an entry to the next button or time speak for themselves when they are sentences, and the first is their heading.
fn entry(items: &[Item<'_>], at: usize, evidence: &mut [f32]) {
    for next in at + 1..(at + 1 + REACH).min(items.len()) {
        let item = &items[next];
        if item.look.dated || item.look.hit.is_some_and(|hit| hit.place == Place::Whole && Role::Navigation <= hit.role) {
            break;
        }
        if next == at + 1 || item.look.full_stop {
            evidence[next] += ENTRY;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::structure::look::Look;

    fn check(lines: &[&str], expected: &[bool]) {
        let items: Vec<Item<'_>> =
            lines.iter().map(|text| Item { text, look: Look::of(text), dom: None, hint: None, blank_before: 0 }).collect();
        let seen: Vec<bool> = find(&items).iter().map(|odds| 0.0 < *odds).collect();
        assert_eq!(seen, expected, "{lines:?}");
    }

    #[test]
    fn bullets_of_sentences_count() {
        check(&["• The bridge opened on Friday", "• News", "The bridge opened"], &[true, false, false]);
    }

    #[test]
    fn entries_of_a_live_blog_count() {
        check(
            &[
                "22:04",
                "Bridge opens",
                "It is open.",
                "Share",
                "21:10",
                "Wind rises",
                "It blows hard.",
                "20:02",
                "Good evening",
                "We go on.",
            ],
            &[false, true, true, false, false, true, true, false, true, true],
        );
        check(&["22:04", "Bridge opens", "It is open."], &[false; 3]);
    }

    #[test]
    fn sentences_without_a_page_count() {
        check(&["Bridge opens", "It is open again from Friday."], &[false, true]);
    }
}
