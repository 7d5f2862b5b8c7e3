//! Lines that say when a story was published or changed.

use crate::source::metadata::dates;

/// Words in the longest stamp: *Published Thu, March 12, 2026 at 6:42 PM GMT, updated …*.
const LONGEST: usize = 26;

/// Words beside figures and names of months and days that a stamp is made of, lower case.
const WORDS: &[&str] = &[
    "a",
    "actualizado",
    "ago",
    "aggiornato",
    "aktualisiert",
    "alle",
    "am",
    "at",
    "atualizado",
    "bijgewerkt",
    "bst",
    "cdt",
    "cest",
    "cet",
    "created",
    "cst",
    "date",
    "day",
    "days",
    "de",
    "edt",
    "el",
    "est",
    "et",
    "first",
    "gepubliceerd",
    "gmt",
    "h",
    "heures",
    "hour",
    "hours",
    "hrs",
    "il",
    "ist",
    "last",
    "le",
    "lesezeit",
    "m",
    "mdt",
    "mez",
    "mesz",
    "min",
    "mins",
    "minute",
    "minuten",
    "minutes",
    "modified",
    "month",
    "months",
    "mst",
    "o'clock",
    "on",
    "originally",
    "p",
    "pdt",
    "pm",
    "posted",
    "pst",
    "pt",
    "pubblicato",
    "publicado",
    "publicerad",
    "published",
    "publié",
    "read",
    "reading",
    "seconds",
    "stand",
    "the",
    "time",
    "today",
    "uhr",
    "um",
    "updated",
    "uppdaterad",
    "utc",
    "veröffentlicht",
    "vor",
    "week",
    "weeks",
    "year",
    "years",
    "yesterday",
    "zuletzt",
    "st",
    "nd",
    "rd",
    "th",
    "mis",
    "à",
    "jour",
    "edited",
    "timestamp",
    "days",
];

/// Names of days and months (their first letters) in eight languages, lower case.
const CALENDAR: &[&str] = &[
    "jan", "feb", "fév", "fev", "mar", "mär", "mrt", "apr", "avr", "abr", "may", "mai", "mei", "maj", "mag", "jun", "juin", "jui", "giu",
    "jul", "lug", "aug", "aoû", "ago", "sep", "set", "oct", "okt", "ott", "out", "nov", "dec", "dez", "déc", "dic", "ene", "gen", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "son", "die", "mit", "don", "fre", "sam", "lun", "mer", "jeu", "ven", "dim", "mié", "jue",
    "vie", "sáb", "dom", "gio", "sab", "maa", "din", "woe", "vri", "zat", "zon", "seg", "ter", "qua", "qui", "sex", "mån", "tis", "ons",
    "tor", "lör", "sön",
];

/// Whether `text`, whose compared words are `words`, is a date or time of publication and little else.
#[must_use]
pub(super) fn is_stamp(text: &str, words: &[String]) -> bool {
    if words.is_empty() || LONGEST < words.len() {
        return false;
    }
    let figure = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let known = words.iter().filter(|word| figure(word) || is_known(word)).count();
    let share = known as f32 / words.len() as f32;
    let dated =
        words.iter().any(figure) && (dates::find(text, true).is_some() || is_clock(text) || is_ago(words) || is_partial_date(words));
    dated && 0.75 <= share
}

fn is_known(word: &str) -> bool {
    let start: String = word.chars().take(3).collect();
    WORDS.contains(&word) || (word.chars().count() <= 10 && CALENDAR.contains(&start.as_str()) && is_calendar(word))
}

/// A month or day in full or cut short: three letters, or the ending of a full name.
fn is_calendar(word: &str) -> bool {
    let ends = [
        "day", "tag", "ch", "ber", "bre", "ary", "uar", "ril", "ly", "uly", "ust", "une", "uni", "uli", "ni", "rz", "er", "vier", "let",
        "dag", "di", "ço", "rço", "ro", "zo", "io", "sto", "vril", "et", "ût", "ars", "ai", "ay", "och", "ag", "es", "rt", "rs", "oût",
        "ito", "ba", "ca",
    ];
    word.chars().count() <= 4 || ends.iter().any(|end| word.ends_with(end))
}

/// `22:04`, `5:30 p.m.` and nothing more.
fn is_clock(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.len() <= 22
        && (3..=6).contains(&digits)
        && (text.contains(':') || text.contains('.') && (text.ends_with(['m', 'M', '.']) || text.ends_with("Uhr")))
}

/// `3 hours ago`, `vor 2 Stunden`.
fn is_ago(words: &[String]) -> bool {
    words.len() <= 8
        && words.iter().any(|word| matches!(word.as_str(), "ago" | "vor" | "hace" | "yesterday" | "today" | "heute" | "read" | "lesezeit"))
}

/// A day and a month without a year, or a month and a year.
fn is_partial_date(words: &[String]) -> bool {
    words.len() <= 6 && words.iter().any(|word| CALENDAR.iter().any(|name| word.starts_with(name)) && is_calendar(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::structure::phrases::words;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_stamp(text, &words(text)), expected, "{text}");
    }

    #[test]
    fn stamps() {
        check("April 19, 2026", true);
        check("Thu, March 12, 2026 at 6:42 PM GMT · 4 min read", true);
        check("Stand: 18.03.2026, 17:52 Uhr | Lesezeit: 4 Minuten", true);
        check("Saturday 8 November 2025, 6.00am  |  Updated 11.14am", true);
        check("Sunday 3 May 2026 07.00 BST", true);
        check("22:04", true);
        check("14:32 GMT", true);
        check("9:05 a.m. ET", true);
        check("14.32 Uhr", true);
        check("2h ago", true);
        check("Updated 14:32 GMT", true);
        check("Publié le 3 février 2024 à 10h15", true);
        check("3 hours ago", true);
        check("August 08, 2018", true);
    }

    #[test]
    fn other_lines_with_figures() {
        check("The first reading was on April 19, 2026, and it passed by 8 votes.", false);
        check("2026", false);
        check("12 dead in storm", false);
        check("By Ana Díaz", false);
        check("3", false);
        check("Chapter 3: May and June", false);
    }
}
