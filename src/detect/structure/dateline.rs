//! The place, agency and date before the first sentence of a story: `LISBON, Portugal (Wire) -- `.

use crate::source::metadata::dates;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Bytes within which a dateline ends.
const LONGEST: usize = 110;

/// A dateline, in bytes of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, without the dash.
    pub all: Range<usize>,
    /// The place; empty when only an agency stands there.
    pub place: Range<usize>,
    /// The agency between brackets.
    pub agency: Option<Range<usize>>,
    /// The day it names, ISO 8601.
    pub day: Option<String>,
}

/// The dateline at the start of `block`.
#[must_use]
pub fn find(block: &str) -> Option<Dateline> {
    if let Some(found) = colon(block).or_else(|| agency_alone(block)) {
        return Some(found);
    }
    let (end, after) = dash(block, 0)?;
    // `OULU, Finland – June 9, 2026 – `: a date between two dashes belongs to it.
    let second = dash(block, after).filter(|(next, _)| {
        *next < LONGEST && dates::find(&block[after..*next], true).is_some() && block[after..*next].split_whitespace().count() <= 5
    });
    let all = 0..second.map_or(end, |(next, _)| next);
    let story = second.map_or(after, |(_, next)| next);
    if block[story..].trim_start().starts_with(char::is_lowercase) {
        return None;
    }
    if LABELS.contains(&block[..end].split_whitespace().next().unwrap_or("")) {
        return None;
    }
    let agency = bracket(&block[..end]);
    let head = &block[..agency.as_ref().map_or(end, |bracket| bracket.start - 1)];
    let place = place(head, agency.is_some())?;
    let day = dates::find(&block[place.end..all.end], true).map(|moment| moment.chars().take(10).collect());
    (block.len() - all.end > 12).then_some(Dateline { all, place, agency, day })
}

/// Words in capitals before a dash that are no places.
const LABELS: &[&str] = &[
    "FILE",
    "ARCHIVE",
    "PHOTO",
    "PHOTOS",
    "VIDEO",
    "WATCH",
    "UPDATE",
    "UPDATED",
    "EXCLUSIVE",
    "BREAKING",
    "OPINION",
    "ANALYSIS",
    "NEWS",
    "LIVE",
    "REVIEW",
    "INTERVIEW",
    "NOTE",
    "WARNING",
    "ARCHIVO",
    "ARCHIV",
    "SPOILER",
    "TIP",
    "FACT",
    "MYTH",
];

/// Cities, in capitals.
static CITIES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| include_str!("../../../seeds/lists/cities.txt").lines().map(str::to_uppercase).collect());

/// `NEW DELHI: The court …`: a city in capitals before a colon.
fn colon(block: &str) -> Option<Dateline> {
    let end = block.find(':').filter(|end| *end <= 40)?;
    let place = &block[..end];
    let story = block[end + 1..].trim_start();
    let city = CITIES.contains(place) || place == "NEW DELHI" || place == "WASHINGTON";
    (city && story.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"')) && story.len() > 12).then_some(Dateline {
        all: 0..end,
        place: 0..end,
        agency: None,
        day: None,
    })
}

/// Agencies that stand before a story without a place.
const AGENCIES: &[&str] =
    &["Reuters", "AP", "AFP", "CNN", "dpa", "DPA", "UPI", "ANI", "PTI", "IANS", "EFE", "ANSA", "Bloomberg", "CNS", "RNS", "KNA", "epd"];

/// `(Reuters) - The pound …`
fn agency_alone(block: &str) -> Option<Dateline> {
    let end = block.find(')').filter(|end| *end <= 20 && block.starts_with('('))?;
    let story = block[end + 1..].trim_start();
    let parted = story.starts_with(['-', '–', '—']) && story.len() > 14;
    (parted && AGENCIES.contains(&&block[1..end])).then(|| Dateline { all: 0..end + 1, place: 0..0, agency: Some(1..end), day: None })
}

/// The first dash with spaces after `from`: where the words before it end, and where those after it start.
fn dash(block: &str, from: usize) -> Option<(usize, usize)> {
    let near = &block[from..];
    let dashes = ["—", "–", "--", " - ", "|"];
    let found =
        dashes.iter().filter_map(|dash| near.find(dash).map(|at| (at, at + dash.len()))).filter(|(at, _)| from + at <= LONGEST).min()?;
    let spaced = near[..found.0].ends_with(char::is_whitespace)
        || near[found.1..].starts_with(char::is_whitespace)
        || near[found.0..].starts_with(' ')
        || near[found.0..].starts_with('—');
    spaced.then(|| (from + near[..found.0].trim_end().len(), from + found.1))
}

/// What stands between the brackets that end `head`.
fn bracket(head: &str) -> Option<Range<usize>> {
    let end = head.trim_end().strip_suffix(')')?.len();
    let open = head[..end].rfind('(')?;
    (end - open <= 40).then_some(open + 1..end)
}

/// The place that `head` consists of, a date apart: in capitals at its start, or any name when an agency is given.
fn place(head: &str, with_agency: bool) -> Option<Range<usize>> {
    let words: Vec<&str> = head.split_whitespace().collect();
    let first = words.first()?;
    let shouted = first.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !first.chars().any(char::is_lowercase)
        && first.starts_with(char::is_alphabetic);
    let named = words.iter().all(|word| {
        !word.starts_with(char::is_lowercase)
            || matches!(*word, "am" | "an" | "de" | "der" | "of" | "upon" | "la" | "del" | "sur" | "den" | "do" | "and")
    });
    let day = words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if words.len() > if day { 9 } else { 7 }
        || !named
        || !(shouted || (with_agency && words.len() <= 4 && first.starts_with(char::is_uppercase)))
        || head.contains(['“', '"', ':', ';', '?', '!', '„'])
    {
        return None;
    }
    let end = if day { before_date(head) } else { head.trim_end().len() };
    let end = head[..end].trim_end_matches([',', ' ']).len();
    (end > 1).then_some(0..end)
}

/// Where the date inside `head` starts: at the month before the first figure, or at the figure.
fn before_date(head: &str) -> usize {
    let figure = head.find(|c: char| c.is_ascii_digit()).unwrap_or(head.len());
    let before = head[..figure].trim_end();
    let month = before.rfind([' ', ',']).map_or(0, |space| space + 1);
    let is_month = dates::find(&format!("{} 1, 2000", before[month..].trim_end_matches(['.', ','])), true).is_some();
    if is_month { month } else { figure }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, expected: Option<(&str, &str)>) {
        let found = find(block);
        assert_eq!(found.as_ref().map(|found| (&block[found.all.clone()], &block[found.place.clone()])), expected, "{block}");
    }

    #[test]
    fn datelines() {
        check("CLEVELAND — The first jar is dated March 3.", Some(("CLEVELAND", "CLEVELAND")));
        check(
            "LISBON, Portugal (Transmarine News) -- Portugal's regulator approved it.",
            Some(("LISBON, Portugal (Transmarine News)", "LISBON, Portugal")),
        );
        check("BERLIN (nwd) - Bund und Länder wollen es so.", Some(("BERLIN (nwd)", "BERLIN")));
        check("Berlin (dpa) – Bund und Länder wollen es so.", Some(("Berlin (dpa)", "Berlin")));
        check("OULU, Finland – June 9, 2026 – Suvanto opened it.", Some(("OULU, Finland – June 9, 2026", "OULU, Finland")));
        check("LONDON, March 3 (Reuters) - The pound fell on Friday.", Some(("LONDON, March 3 (Reuters)", "LONDON")));
        check("ELM FALLS, Minn. — Tamarack County will buy the mill.", Some(("ELM FALLS, Minn.", "ELM FALLS, Minn.")));
        check("NEW YORK (AP) — Stocks rose on Friday.", Some(("NEW YORK (AP)", "NEW YORK")));
        check("PARIS — Les prix ont baissé vendredi.", Some(("PARIS", "PARIS")));
        check("KYIV/WASHINGTON, March 3 (Reuters) - The talks go on.", Some(("KYIV/WASHINGTON, March 3 (Reuters)", "KYIV/WASHINGTON")));
        check(
            "NEW YORK, Nov. 22, 2026 /PRNewswire/ -- The maker opened a plant.",
            Some(("NEW YORK, Nov. 22, 2026 /PRNewswire/", "NEW YORK")),
        );
        check("NEW DELHI: The court heard the case on Friday.", Some(("NEW DELHI", "NEW DELHI")));
        check("(Reuters) - The pound fell on Friday.", Some(("(Reuters)", "")));
    }

    #[test]
    fn dashes_in_the_story() {
        check("The mayor — a friend of his — said no to it.", None);
        check("NATO – which has 32 members – will meet in June, he told reporters.", None);
        check("“CLEVELAND — that is where I am going,” she said.", None);
        check("Cleveland - the city by the lake - has a plan.", None);
        check("WATCH: The court heard the case on Friday.", None);
        check("FILE – The hall in Munich on a day in spring.", None);
        check("(Alone) - he said, and left the hall on Friday.", None);
        check("", None);
    }
}
