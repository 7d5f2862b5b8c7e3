//! One line read as a byline: its opening word, the people it names, and what else it holds.

use crate::detect::structure::near::{is_calendar, unglued};
use crate::source::metadata::people::{is_desk, is_given, is_particle, is_person, plain_name};

/// Words of a line within which its byline opens.
const OPENS: usize = 14;
/// Words of the longest line that is a byline.
const LONGEST: usize = 40;

/// What a line says about who wrote.
#[derive(Debug, PartialEq)]
pub(super) struct Read {
    pub(super) names: Vec<String>,
    /// A word such as *by* opens it.
    pub(super) opened: bool,
    /// It is names, perhaps with a date or a trade, and nothing else.
    pub(super) whole: bool,
    /// It is names and nothing else.
    pub(super) bare: bool,
    /// The first name is one that people are given.
    pub(super) given: bool,
}

/// What `text`, a line, says about who wrote.
pub(super) fn read(text: &str) -> Option<Read> {
    if LONGEST < text.split_whitespace().take(LONGEST + 1).count() {
        return None;
    }
    let text = unglued(text);
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let start = opening(&tokens);
    if start.is_none() && tokens.iter().any(|token| token.eq_ignore_ascii_case("by")) {
        return None;
    }
    if start.is_none() && tokens.first().is_some_and(|first| first.starts_with(|c: char| c.is_ascii_digit()) || is_calendar(first)) {
        return after_date(&tokens);
    }
    let names = names(&tokens[start.unwrap_or(0)..], start.is_some());
    let given = names.found.first().and_then(|name| name.split(' ').next()).is_some_and(is_given);
    let rest = &tokens[start.unwrap_or(0) + names.used..];
    let whole = start.is_some() || rest.is_empty() || rest.len() <= 14 && (is_tail(rest) || rest.iter().any(|token| is_trade(token)));
    let bare = start.is_none() && rest.is_empty();
    (!names.found.is_empty()).then_some(Read { names: names.found, opened: start.is_some(), whole, bare, given })
}

/// `Dec. 19, 2025 · Ana Díaz`: the name between signs after a date.
fn after_date(tokens: &[&str]) -> Option<Read> {
    let mut pieces = tokens.split(|token| is_joint(token)).skip(1).map(|piece| names(piece, false));
    let person = |names: &Names| names.found.first().and_then(|name| name.split(' ').next()).is_some_and(is_given);
    pieces.find(person).map(|names| Read { names: names.found, opened: false, whole: true, bare: false, given: true })
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
    let is_stamp = at <= 3
        || tokens[..at].iter().any(|token| token.starts_with(|c: char| c.is_ascii_digit()))
        || is_joint(tokens[at - 1])
        || first == "this" && matches!(before.as_str(), "written" | "authored" | "reported");
    let name = tokens.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase) || is_given(next));
    (name && is_stamp && !other).then_some(at + 1)
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
        if is_joint(token) || is_end(token, next, piece.is_empty()) || 1 < piece.len() && is_post(token, next) || piece.len() > 5 {
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
    let small = token.starts_with(char::is_lowercase) && (first && !is_given(bare) || !first && !is_particle(bare));
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
    let date = next.starts_with(|c: char| c.is_ascii_digit()) && is_calendar(bare);
    small || figure || word || date
}

/// Whether a name of two words or more ends before `token`, which begins an agency or a post: `Ana Díaz Register Staff Writer`.
fn is_post(token: &str, next: &str) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    is_desk(token) && !is_trade(token) || is_trade(next) && BEFORE_TRADE.contains(&bare.as_str())
}

/// What stands between a name and a trade, lower case: the last words of papers' names, ranks and beats.
const BEFORE_TRADE: &[&str] = &[
    "argus",
    "arts",
    "assistant",
    "associate",
    "bee",
    "business",
    "chief",
    "chronicle",
    "courier",
    "crime",
    "deputy",
    "dispatch",
    "echo",
    "economics",
    "enquirer",
    "environment",
    "examiner",
    "executive",
    "express",
    "features",
    "foreign",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "investigative",
    "mail",
    "managing",
    "mirror",
    "national",
    "observer",
    "political",
    "politics",
    "post",
    "record",
    "register",
    "religion",
    "science",
    "senior",
    "sentinel",
    "special",
    "sport",
    "sports",
    "standard",
    "star",
    "sun",
    "telegraph",
    "transport",
    "travel",
];

/// Whether `rest` of a line after names is a date, or parted from them.
fn is_tail(rest: &[&str]) -> bool {
    let first = rest.first().copied().unwrap_or("");
    let bare = first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    first.starts_with(|c: char| c.is_ascii_digit())
        || matches!(bare.as_str(), "published" | "updated" | "posted" | "on")
        || is_calendar(&bare)
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

/// What stands before *by* when it is about other work than writing, lower case.
pub(super) const OTHER_WORK: &[&str] = &[
    "reviewed",
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

/// Where a byline ends that stands before the first sentence of a story in one line with it: `By Ana Díaz, Staff writer — The bridge …`.
pub(in crate::detect::structure) fn at_start(block: &str) -> Option<usize> {
    let words: Vec<(usize, &str)> = words_at(block).take(OPENS).collect();
    let tokens: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    let start = opening(&tokens).filter(|start| *start <= 2)?;
    let names = names(&tokens[start..], true);
    let named = (!names.found.is_empty()).then_some(start + names.used)?;
    let trade = (named..tokens.len().min(named + 4)).rev().find(|&at| is_trade(tokens[at]) && !tokens[at].ends_with('.'));
    let last = trade.unwrap_or(named.checked_sub(1)?);
    let (at, word) = words[last];
    let parted = tokens.get(last + 1).is_some_and(|next| is_joint(next));
    let goes_on = block[at + word.len()..].split_whitespace().take(8).count() == 8;
    (parted && goes_on).then_some(at + word.trim_end_matches([',', ':']).len())
}

/// The words of `text`, with where they start.
fn words_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr().addr();
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - start, word))
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
        check("Dec. 19, 2025 · Susan Marsh on behalf of the port", false, &["Susan Marsh"]);
    }

    #[test]
    fn other_lines() {
        check("Reviewed by Ana Díaz", true, &[]);
        check("By Friday the bridge had opened again.", true, &[]);
        check("Photo by Ana Díaz", true, &[]);
        check("Powered by Ana Díaz Media", true, &[]);
        check("By Ana Díaz Register Staff Writer May 13, 2026", true, &["Ana Díaz"]);
        check("By ANA DÍAZ Associated Press", true, &["ANA DÍAZ"]);
        check("By Ana Maria Díaz Staff Writer", true, &["Ana Maria Díaz"]);
        check("By Reuters Staff", true, &[]);
    }
}
