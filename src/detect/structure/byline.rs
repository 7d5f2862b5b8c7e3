//! Who wrote the story: the names in the lines around the headline, told from the labels that stand there too.

mod line;

pub(super) use line::at_start;

use super::near::Line;
use crate::source::metadata::dates;
use crate::text::Span;
use line::{OTHER_WORK, Read, read};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Lines before and after the headline in which the byline stands.
const REACH: (usize, usize) = (4, 16);
/// The least that speaks for a byline.
const LEAST: f32 = 1.1;
/// What speaks for a byline that no declaration outweighs.
const CLEAR: f32 = 4.0;
/// What speaks against those who edited, where others wrote.
const EDITED: f32 = 2.0;
/// Lines after the headline in which words that no list knows as a name can be one.
const CLOSE: usize = 6;
/// Bytes of the longest line that is a name, and of the longest that is a date with its label.
const NAME: usize = 50;
const DATED: usize = 70;
/// People in the longest byline.
const PEOPLE: usize = 12;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The people, in order.
    pub(super) names: Vec<String>,
    /// Where the line stands.
    pub(super) span: Span,
    /// Nothing else on the page is as likely.
    pub(super) clear: bool,
}

/// The byline of a page whose headline is line `title`.
pub(super) fn find(lines: &[Line<'_>], title: Option<usize>) -> Option<Found> {
    let again = again(lines);
    let candidates = (0..lines.len()).filter_map(|at| Some((at, score(lines, at, title, &again)?)));
    let (at, (names, best)) = candidates.reduce(|best, next| if best.1.1 < next.1.1 { next } else { best })?;
    (LEAST <= best).then(|| Found { names: with_next(lines, at, names), span: lines[at].span, clear: CLEAR <= best })
}

/// The names of line `at` and how much speaks for them.
fn score(lines: &[Line<'_>], at: usize, title: Option<usize>, again: &BTreeMap<&str, u32>) -> Option<(Vec<String>, f32)> {
    let line = &lines[at];
    let read = read(line.text)?;
    let announced = at.checked_sub(1).is_some_and(|before| opens_alone(lines[before].text));
    let marked = line.marked && read.whole;
    let near = title.is_some_and(|title| at <= title + CLOSE && title <= at + REACH.0);
    let known = read.given || announced || marked || near && is_confirmed(lines, at, &read, again);
    if other_work(lines, at) || !(read.opened || read.whole && known) {
        return None;
    }
    let mut score = if read.opened || announced { 3.5 } else { 2.3 };
    score -= if line.text.to_lowercase().contains("edited by") { EDITED } else { 0.0 };
    score += if line.marked { 1.5 } else { 0.0 } + if read.given { 0.6 } else { 0.0 };
    score += match title {
        Some(title) if title < at && at - title <= REACH.1 => 2.0 - 0.11 * (at - title) as f32,
        Some(title) if at <= title && title - at <= REACH.0 => 0.8 - 0.1 * (title - at) as f32,
        Some(_) => -2.3,
        None => -0.02 * at.min(40) as f32,
    };
    Some((read.names, score))
}

/// How often each short line stands on the page; a line that goes on *is …* or *has …* counts for the name it begins with.
fn again<'a>(lines: &[Line<'a>]) -> BTreeMap<&'a str, u32> {
    let mut again = BTreeMap::new();
    for line in lines {
        let verb = [" is ", " has ", " covers ", " writes ", " was ", " works "].iter().filter_map(|verb| line.text.find(verb)).min();
        let name = verb.map_or(line.text, |verb| &line.text[..verb]);
        if name.len() <= NAME {
            *again.entry(name).or_default() += 1;
        }
    }
    again
}

/// Whether other lines say that the words of line `at` are a person's, although their first one is no name that is known: its date stands
/// beside it, or it comes again with a sentence about it; and none of its words is a common one.
fn is_confirmed(lines: &[Line<'_>], at: usize, read: &Read, again: &BTreeMap<&str, u32>) -> bool {
    let Some(name) = read.names.first() else { return false };
    let dated = |line: &Line<'_>| line.text.len() <= DATED && dates::find(line.text, true).is_some();
    let beside = lines[at.saturating_sub(1)..].iter().take(3).any(dated);
    let repeated = again.get(name.as_str()).is_some_and(|count| 1 < *count);
    (beside || repeated) && !name.split([' ', '-']).any(|word| COMMON.contains(word.to_lowercase().as_str()))
}

/// Words of English that are no names, lower case.
static COMMON: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("../../../seeds/lists/common-words.txt").split_whitespace().collect());

/// `names` and those of the lines right after, when each is a name and nothing more.
fn with_next(lines: &[Line<'_>], at: usize, mut names: Vec<String>) -> Vec<String> {
    if lines[at].text.split_whitespace().count() <= 5 {
        for line in lines[at + 1..].iter().take(2 * PEOPLE) {
            match read(line.text) {
                Some(next) if next.bare && next.given => names.extend(next.names),
                _ if matches!(line.text, "and" | "&" | "," | "und" | "et" | "y") => {}
                _ => break,
            }
        }
    }
    let mut known: Vec<String> = Vec::new();
    for name in names {
        if !known.iter().any(|one| one.eq_ignore_ascii_case(&name)) {
            known.push(name);
        }
    }
    known.truncate(PEOPLE);
    known
}

/// `Written by` and the like, alone in their line: the name stands in the next.
fn opens_alone(text: &str) -> bool {
    let lower = text.trim_end_matches([':', ' ']).to_lowercase();
    matches!(
        lower.as_str(),
        "by" | "written by" | "words by" | "story by" | "posted by" | "author" | "authors" | "von" | "article by" | "text by"
    ) || matches!(
        lower.as_str(),
        "published by" | "autor" | "autorin" | "par" | "por" | "reported by" | "author:" | "about the author" | "writer"
    )
}

/// Whether line `at`, or the label before it, names those who did other work than writing.
fn other_work(lines: &[Line<'_>], at: usize) -> bool {
    let is = |text: &str| {
        let lower = text.to_lowercase();
        let first: Vec<&str> = lower.split_whitespace().take(4).collect();
        first.windows(2).any(|pair| pair[1].starts_with("by") && OTHER_WORK.contains(&pair[0].trim_matches(|c: char| !c.is_alphanumeric())))
    };
    is(lines[at].text) && !lines[at].text.to_lowercase().contains("written by")
        || at.checked_sub(1).is_some_and(|before| lines[before].text.len() < 30 && is(lines[before].text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_beside_the_headline_are_no_names() {
        let texts = ["Bridge opens", "Use Case", "Written By", "Susan Marsh", "The bridge opened."];
        let mut at = 0;
        let lines: Vec<Line<'_>> = texts
            .iter()
            .map(|text| {
                let span = Span::new(at, at + text.len());
                at += text.len() + 1;
                Line { span, text, marked: false }
            })
            .collect();
        assert_eq!(find(&lines, Some(0)).map(|found| found.names), Some(vec!["Susan Marsh".to_owned()]));
        assert_eq!(find(&lines[..2], Some(0)), None);
    }
}
