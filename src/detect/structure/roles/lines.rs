//! The fixed forms of bylines and of lines about writers.

use crate::source::metadata::people::{is_particle, people};

/// What people who write are in the lines about them, lower case.
const TRADES: &[&str] = &[
    "author",
    "columnist",
    "contributor",
    "correspondent",
    "critic",
    "director",
    "editor",
    "fellow",
    "freelance",
    "freelancer",
    "historian",
    "journalist",
    "lecturer",
    "novelist",
    "poet",
    "producer",
    "professor",
    "reporter",
    "researcher",
    "writer",
    "founder",
    "strategist",
    "blogger",
    "journalistin",
    "redakteur",
    "redakteurin",
    "autor",
    "autorin",
    "reporterin",
    "korrespondent",
    "korrespondentin",
];

/// Whether `text` tells who its writer is: a name, a verb, a trade.
#[must_use]
pub(in crate::detect::structure) fn is_bio(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(120).collect();
    let named = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let verb = words.get(named).is_some_and(|word| {
        matches!(*word, "is" | "was" | "covers" | "writes" | "reports" | "has" | "ist" | "est" | "es" | "teaches" | "works" | "leads")
    });
    let trade =
        words.iter().take(30).any(|word| TRADES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()));
    let follow = ["Follow her", "Follow him", "Follow them", "Follow me", "follow her", "follow him", "follow them"]
        .iter()
        .any(|follow| text.contains(follow));
    (2..=5).contains(&named) && words.len() <= 110 && (follow || verb && trade)
}

/// Whether `text` opens with its number in a list: `3.`, `3)`, `(3)`.
#[must_use]
pub(in crate::detect::structure) fn is_numbered(text: &str) -> bool {
    let bare = text.trim_start_matches('(');
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && bare[digits..].starts_with(['.', ')'])
        && bare[digits + 1..].starts_with(char::is_whitespace)
        && bare.split_whitespace().nth(1).is_some()
}

/// Whether `text` opens with the name or letter of who speaks, as in an interview: `Q.`, `KHESA:`, `Ana Díaz:`.
#[must_use]
pub(in crate::detect::structure) fn is_turn(text: &str) -> bool {
    let Some((name, rest)) = text.split_once([':', '.']) else { return false };
    let letter = matches!(name, "Q" | "A");
    let named = text.as_bytes().get(name.len()) == Some(&b':')
        && name.split_whitespace().count() <= 4
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (letter || named) && rest.starts_with(char::is_whitespace)
}

/// Whether `text` names those who reported and edited, as at the foot of an agency's story.
#[must_use]
pub(in crate::detect::structure) fn is_reporting(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[', ' ']).to_lowercase();
    let start = [
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "with reporting",
        "with files from",
        "compiled by",
        "edited by",
        "reported by",
    ];
    let anywhere = [
        "contributed reporting",
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed research",
        "contributed from",
    ];
    bare.len() <= 400 && (start.iter().any(|one| bare.starts_with(one)) || anywhere.iter().any(|one| bare.contains(one)))
}

/// What opens a byline, lower case, with its space.
const BY: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "words by ",
    "story by ",
    "text by ",
    "interview by ",
    "edited by ",
    "posted by ",
    "analysis by ",
    "report by ",
    "von ",
    "von: ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "från ",
    "text: ",
    "author: ",
    "autor: ",
];
/// What people who write are called after their names, lower case.
const TITLES: &[&str] = &[
    "correspondent",
    "editor",
    "reporter",
    "writer",
    "journalist",
    "columnist",
    "korrespondent",
    "korrespondentin",
    "redakteur",
    "redakteurin",
    "critic",
    "contributor",
    "producer",
    "chief",
    "staff",
    "analyst",
    "presenter",
    "staffer",
];

/// Whether `text` says who wrote the story.
#[must_use]
pub(in crate::detect::structure) fn is_byline(text: &str) -> bool {
    let count = text.split_whitespace().take(31).count();
    if count > 30 {
        return false;
    }
    let lower = text.to_lowercase();
    let opened = BY.iter().find(|by| lower.starts_with(*by));
    match opened {
        Some(by) => {
            let rest = text.get(by.len()..).unwrap_or("");
            let capital = rest.trim_start().starts_with(char::is_uppercase);
            let sentence = rest.trim_end().ends_with('.') && count > 12;
            capital && !sentence && (!people(rest).is_empty() || count <= 6 && all_capitals(rest))
        }
        None => is_name_with_title(text, count),
    }
}

fn all_capitals(text: &str) -> bool {
    text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase) || matches!(word, "the" | "and" | "of"))
}

/// `Ana Díaz, science editor`
fn is_name_with_title(text: &str, count: usize) -> bool {
    let Some((name, rest)) = text.split_once(", ") else { return false };
    let titled = rest.split(|c: char| !c.is_alphanumeric()).any(|word| TITLES.contains(&word.to_lowercase().as_str()));
    count <= 12 && titled && people(name).len() == 1 && people(name)[0] == name && !text.ends_with('.')
}

/// No line of names is longer, in bytes.
const LONGEST_NAMES: usize = 400;

/// Whether `text` is names of people and nothing more.
#[must_use]
pub(in crate::detect::structure) fn is_names(text: &str) -> bool {
    // A look that spares most lines the closer one: names of people have no other small words.
    let joins = |word: &str| matches!(word, "and" | "&" | "und" | "et" | "y");
    let other = |word: &str| word.starts_with(char::is_lowercase) && !joins(word) && !is_particle(word);
    if LONGEST_NAMES < text.len() || text.split_whitespace().any(other) {
        return false;
    }
    let names = people(text);
    let named: usize = names.iter().map(|name| name.split_whitespace().count()).sum();
    !names.is_empty()
        && text.split_whitespace().filter(|word| !matches!(word.to_lowercase().as_str(), "and" | "&" | "und" | "et" | "y")).count() == named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for text in [
            "By Ana Díaz",
            "By Ana Díaz and Jo Marsh",
            "Von: Henrike Wollstadt und Cem Aydogmus",
            "Interview by Ines Okabe-Lindqvist",
            "Yusuf Hallgrimsen, environment correspondent",
            "By Reuters Staff",
            "By Ana Díaz, Staff Writer",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By Friday the bridge had opened again, the mayor of the city of Leeds said.",
            "Von der Brücke aus",
            "By and large",
            "London, England",
            "Ana Díaz, a reporter from Leeds, had asked him twice about it by then.",
        ] {
            assert!(!is_byline(text), "{text}");
        }
        assert!(is_names("PHILIPPA ADEYEMI-SCROPE") && is_names("Ana Díaz and Jo Marsh") && !is_names("Bridge opens again"));
    }
}
