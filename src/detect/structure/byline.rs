//! Who wrote the story: the names in the lines around the headline, told from the labels that stand there too.

use super::near::Line;
use crate::source::metadata::people::{is_given, is_person, plain_name};
use crate::text::Span;

/// Lines before and after the headline in which the byline stands.
const REACH: (usize, usize) = (4, 16);
/// Words of a line within which its byline opens.
const OPENS: usize = 14;
/// Words of the longest line that is a byline.
const LONGEST: usize = 40;
/// The least that speaks for a byline.
const LEAST: f32 = 1.5;
/// What speaks for a byline that no declaration outweighs.
const CLEAR: f32 = 4.0;
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
    let candidates = (0..lines.len()).filter_map(|at| Some((at, score(lines, at, title)?)));
    let (at, (names, best)) = candidates.reduce(|best, next| if best.1.1 < next.1.1 { next } else { best })?;
    (LEAST <= best).then(|| Found { names: with_next(lines, at, names), span: lines[at].span, clear: CLEAR <= best })
}

/// The names of line `at` and how much speaks for them.
fn score(lines: &[Line<'_>], at: usize, title: Option<usize>) -> Option<(Vec<String>, f32)> {
    let line = &lines[at];
    let read = read(line.text)?;
    let announced = at.checked_sub(1).is_some_and(|before| opens_alone(lines[before].text));
    let marked = line.marked && read.whole;
    if other_work(lines, at) || !(read.opened || read.whole && (read.given || announced || marked)) {
        return None;
    }
    let mut score = if read.opened || announced { 3.5 } else { 2.3 };
    score += if line.marked { 1.5 } else { 0.0 } + if read.given { 0.6 } else { 0.0 };
    score += match title {
        Some(title) if title < at && at - title <= REACH.1 => 2.0 - 0.11 * (at - title) as f32,
        Some(title) if at <= title && title - at <= REACH.0 => 0.8 - 0.1 * (title - at) as f32,
        Some(_) => -2.3,
        None => -0.02 * at.min(40) as f32,
    };
    Some((read.names, score))
}

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

/// What a line says about who wrote.
#[derive(Debug, PartialEq)]
struct Read {
    names: Vec<String>,
    /// A word such as *by* opens it.
    opened: bool,
    /// It is names, perhaps with a date or a trade, and nothing else.
    whole: bool,
    /// It is names and nothing else.
    bare: bool,
    /// The first name is one that people are given.
    given: bool,
}

fn read(text: &str) -> Option<Read> {
    if LONGEST < text.split_whitespace().take(LONGEST + 1).count() {
        return None;
    }
    let text = super::near::unglued(text);
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let start = opening(&tokens);
    if start.is_none() && tokens.iter().any(|token| token.eq_ignore_ascii_case("by")) {
        return None;
    }
    let names = names(&tokens[start.unwrap_or(0)..], start.is_some());
    let given = names.found.first().and_then(|name| name.split(' ').next()).is_some_and(is_given);
    let rest = &tokens[start.unwrap_or(0) + names.used..];
    let whole = start.is_some() || rest.is_empty() || rest.len() <= 14 && (is_tail(rest) || rest.iter().any(|token| is_trade(token)));
    let bare = start.is_none() && rest.is_empty();
    (!names.found.is_empty()).then_some(Read { names: names.found, opened: start.is_some(), whole, bare, given })
}

/// Words that open a byline anywhere near the start of a line.
const BY: &[&str] = &["by", "by:"];
/// Words that open one at the start of a line, lower case; those of two words with the second one after a space.
const FIRST: &[&str] = &[
    "von",
    "von:",
    "par",
    "por",
    "di",
    "door",
    "av",
    "af",
    "text:",
    "author:",
    "authors:",
    "autor:",
    "autorin:",
    "author",
    "auteur:",
    "words:",
    "story:",
    "reporter:",
    "writer:",
    "redaktion:",
];
/// What stands before *by* when it is about other work than writing, lower case.
const OTHER_WORK: &[&str] = &[
    "reviewed",
    "edited",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photography",
    "image",
    "images",
    "illustration",
    "illustrations",
    "illustrated",
    "sponsored",
    "powered",
    "presented",
    "recently",
    "more",
    "designed",
    "developed",
    "checked",
    "tested",
    "directed",
    "produced",
    "hosted",
    "video",
    "videos",
    "graphic",
    "graphics",
    "translated",
    "updated",
    "modified",
    "recommended",
    "followed",
    "created",
    "curated",
    "approved",
    "verified",
    "narrated",
    "picture",
    "pictures",
    "music",
    "stories",
    "articles",
    "posts",
];

/// The token after the word that opens a byline.
fn opening(tokens: &[&str]) -> Option<usize> {
    let lower = |at: usize| tokens.get(at).map(|token: &&str| token.to_lowercase()).unwrap_or_default();
    let first = lower(0);
    if FIRST.contains(&first.as_str()) && tokens.get(1).is_some_and(|next| next.starts_with(char::is_uppercase)) && tokens.len() <= OPENS {
        return Some(1);
    }
    let at = (0..tokens.len().min(OPENS)).find(|&at| BY.contains(&lower(at).as_str()))?;
    let before = lower(at.wrapping_sub(1));
    let other = 0 < at && OTHER_WORK.contains(&before.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_stamp = at <= 3 || tokens[..at].iter().any(|token| token.starts_with(|c: char| c.is_ascii_digit())) || is_joint(tokens[at - 1]);
    let name = tokens.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase) || is_given(next));
    (name && is_stamp && !other).then_some(at + 1)
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
        let first = lower.split_whitespace().take(4).collect::<Vec<_>>();
        first.iter().any(|word| OTHER_WORK.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
            && first.iter().any(|word| word.starts_with("by"))
    };
    is(lines[at].text) && !lines[at].text.to_lowercase().contains("written by")
        || at.checked_sub(1).is_some_and(|before| lines[before].text.len() < 30 && is(lines[before].text))
}

/// The people at the start of `tokens`, and how many tokens they take.
struct Names {
    found: Vec<String>,
    used: usize,
}

fn names(tokens: &[&str], opened: bool) -> Names {
    let mut names = Names { found: Vec::new(), used: 0 };
    let mut piece: Vec<&str> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).copied().unwrap_or("");
        if matches!(token.to_lowercase().as_str(), "and" | "&" | "und" | "et" | "y" | "och" | "og" | "e" | "with") && !next.is_empty() {
            if !names.take(&mut piece, at, opened) {
                return names;
            }
            continue;
        }
        if is_joint(token) || is_end(token, next, piece.is_empty()) || piece.len() > 5 {
            names.take(&mut piece, at, opened);
            return names;
        }
        piece.push(token.trim_end_matches([',', ';', ':']).trim_matches(['(', ')', '“', '”', '"']));
        let stop = token.ends_with('.') && piece.len() > 1 && token.chars().count() > 3;
        if stop || token.ends_with([',', ';', ':']) {
            let taken = names.take(&mut piece, at + 1, opened);
            if stop || !taken {
                return names;
            }
        }
    }
    names.take(&mut piece, tokens.len(), opened);
    names
}

impl Names {
    /// Takes `piece` as a person; false when it is none.
    fn take(&mut self, piece: &mut Vec<&str>, used: usize, opened: bool) -> bool {
        let name = plain_name(&piece.join(" "));
        piece.clear();
        if name.is_empty() {
            // A degree after a name: `Ana Díaz, MD`.
            return !self.found.is_empty();
        }
        let single = opened && self.found.is_empty() && !name.contains(' ') && is_given(&name);
        if is_person(&name) || single {
            self.found.push(name);
            self.used = used;
            return true;
        }
        false
    }
}

fn is_joint(token: &str) -> bool {
    matches!(token, "|" | "•" | "·" | "●" | "/" | "—" | "–" | "-" | "--" | "»" | "›" | "∙" | "⋅")
}

/// Whether no name goes on at `token`.
fn is_end(token: &str, next: &str, first: bool) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    let particle = matches!(
        bare,
        "de" | "da"
            | "di"
            | "del"
            | "della"
            | "dos"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "ten"
            | "ter"
            | "af"
            | "zu"
            | "du"
    );
    let small = token.starts_with(char::is_lowercase) && (first && !is_given(bare) || !first && !particle);
    let figure = token.starts_with(|c: char| c.is_ascii_digit() || c == '@' || c == '#');
    let word = matches!(
        bare.to_lowercase().as_str(),
        "published"
            | "updated"
            | "posted"
            | "last"
            | "comments"
            | "filed"
            | "reading"
            | "on"
            | "in"
            | "for"
            | "reviewed"
            | "edited"
            | "photo"
            | "photos"
            | "staff"
            | "read"
            | "view"
            | "follow"
            | "share"
    );
    let date = next.starts_with(|c: char| c.is_ascii_digit()) && super::near::is_calendar(bare);
    small || figure || word || date
}

/// Whether `rest` of a line after names is a date, or parted from them.
fn is_tail(rest: &[&str]) -> bool {
    let first = rest.first().copied().unwrap_or("");
    let bare = first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    first.starts_with(|c: char| c.is_ascii_digit())
        || matches!(bare.as_str(), "published" | "updated" | "posted" | "on")
        || super::near::is_calendar(&bare)
        || is_joint(first) && rest.iter().any(|token| token.contains(|c: char| c.is_ascii_digit()) || is_trade(token))
}

/// What people who write are called, lower case.
const TRADES: &[&str] = &[
    "editor",
    "reporter",
    "writer",
    "journalist",
    "columnist",
    "columnists",
    "correspondent",
    "contributor",
    "contributing",
    "staff",
    "author",
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "critic",
    "producer",
    "analyst",
    "university",
    "professor",
    "expert",
    "director",
    "manager",
    "founder",
    "specialist",
    "md",
    "phd",
];

fn is_trade(token: &str) -> bool {
    TRADES.contains(&token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, opened: bool, expected: &[&str]) {
        let read = read(text).filter(|read| read.opened == opened && read.whole);
        assert_eq!(read.map(|read| read.names).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn lines_that_open_with_by() {
        check("By Ana Díaz", true, &["Ana Díaz"]);
        check("By Ana Díaz and Jo Marsh, Staff Writers", true, &["Ana Díaz", "Jo Marsh"]);
        check("By Ana Díaz, Jo Marsh and Al de la Torre", true, &["Ana Díaz", "Jo Marsh", "Al de la Torre"]);
        check("Written by: Ana Díaz", true, &["Ana Díaz"]);
        check("Posted by Ana Díaz on August 21, 2019", true, &["Ana Díaz"]);
        check("By Ana DíazPublished: Jan 29, 2025", true, &["Ana Díaz"]);
        check("ByAna Díaz", true, &["Ana Díaz"]);
        check("March 15, 2022 · 3 min read · By Ana Díaz", true, &["Ana Díaz"]);
        check("By Dr. Ana Díaz, PhD", true, &["Ana Díaz"]);
        check("by Susan", true, &["Susan"]);
        check("Von Henrike Wollstadt, Berlin", true, &["Henrike Wollstadt"]);
        check("Authors: Ana Díaz, Jo Marsh", true, &["Ana Díaz", "Jo Marsh"]);
    }

    #[test]
    fn lines_of_names() {
        check("Susan Marsh", false, &["Susan Marsh"]);
        check("Susan Marsh July 13, 2025 — 7 minutes read", false, &["Susan Marsh"]);
        check("Susan Marsh | May 22, 2025", false, &["Susan Marsh"]);
        check("Susan Marsh, Print Managing Editor", false, &["Susan Marsh"]);
    }

    #[test]
    fn other_lines() {
        check("Reviewed by Ana Díaz", true, &[]);
        check("By Friday the bridge had opened again.", true, &[]);
        check("Photo by Ana Díaz", true, &[]);
        check("Powered by Ana Díaz Media", true, &[]);
        check("By Reuters Staff", true, &[]);
    }

    #[test]
    fn labels_beside_the_headline_are_no_names() {
        let texts = ["Bridge opens", "Use Case", "Written By", "Susan Marsh", "The bridge opened."];
        let mut at = 0;
        let lines: Vec<Line<'_>> = texts
            .iter()
            .map(|text| {
                let span = Span::new(at, at + text.len());
                at += text.len() + 1;
                Line { span, text, marked: false, prose: false }
            })
            .collect();
        assert_eq!(find(&lines, Some(0)).map(|found| found.names), Some(vec!["Susan Marsh".to_owned()]));
        assert_eq!(find(&lines[..2], Some(0)), None);
    }
}
