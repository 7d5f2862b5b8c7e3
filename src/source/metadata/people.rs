//! The people in a byline: names apart from agencies, desks, functions and places.

/// Words that only stand in the names of agencies, desks and papers, lower case.
const NOT_PEOPLE: &[&str] = &[
    "admin",
    "administrator",
    "afp",
    "agence",
    "agencia",
    "agencies",
    "agency",
    "agentur",
    "ansa",
    "ap",
    "associated",
    "autor",
    "blog",
    "bloomberg",
    "bureau",
    "channel",
    "company",
    "content",
    "contributor",
    "contributors",
    "corporation",
    "correspondent",
    "correspondents",
    "daily",
    "desk",
    "digital",
    "dpa",
    "editor",
    "editorial",
    "editors",
    "efe",
    "group",
    "guest",
    "inc",
    "journal",
    "limited",
    "ltd",
    "llc",
    "magazine",
    "media",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "online",
    "partner",
    "press",
    "publisher",
    "radio",
    "redacción",
    "redaction",
    "redaktion",
    "redazione",
    "reporter",
    "reporters",
    "reuters",
    "rédaction",
    "service",
    "services",
    "site",
    "staff",
    "syndicate",
    "team",
    "televison",
    "times",
    "tribune",
    "tv",
    "upi",
    "user",
    "webmaster",
    "website",
    "wire",
    "writer",
    "writers",
    "zeitung",
    "publications",
    "university",
    "institute",
    "foundation",
    "studio",
    "official",
    "newsletter",
];

/// What a byline opens with, lower case.
const OPENERS: &[&str] = &[
    "written by",
    "words by",
    "story by",
    "text by",
    "posted by",
    "published by",
    "reported by",
    "reviewed by",
    "edited by",
    "interview by",
    "analysis by",
    "report by",
    "opinion by",
    "by:",
    "by",
    "from",
    "von:",
    "von",
    "par",
    "por",
    "di",
    "door",
    "av",
    "author:",
    "authors:",
    "autor:",
    "autorin:",
    "text:",
];

/// The names of people in `raw`, a byline with or without its opening word, in order and without repetition.
#[must_use]
pub fn people(raw: &str) -> Vec<String> {
    let raw = &raw[..raw.floor_char_boundary(raw.len().min(400))];
    let opened = without_opener(raw.trim());
    let mut names: Vec<String> = Vec::new();
    for piece in pieces(opened) {
        let name = without_opener(piece.trim().trim_matches(|c: char| matches!(c, '.' | ',' | ':' | '-' | '–' | '—' | '•' | '·')).trim());
        if is_person(name) && !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// `raw` without the word that opens a byline.
fn without_opener(raw: &str) -> &str {
    let opener = OPENERS.iter().find(|opener| {
        raw.get(..opener.len()).is_some_and(|start| start.eq_ignore_ascii_case(opener))
            && raw[opener.len()..].starts_with(|c: char| c.is_whitespace())
    });
    opener.map_or(raw, |opener| raw[opener.len()..].trim_start())
}

/// Cut at commas, signs and the word for *and*.
fn pieces(raw: &str) -> Vec<&str> {
    let mut pieces = vec![raw];
    for joint in [
        ", ", "; ", " and ", " And ", " AND ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " | ", "|", " / ", " • ", " · ",
        " – ", " — ", " - ", "\n", "\t", " for ", " with ", " in ", " of ", " (", ",",
    ] {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(joint)).collect();
    }
    pieces
}

/// Whether `name` has the look of a person's: two to five capitalised words (or one written as a handle's owner would not), none of a desk or an agency.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&&str| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
    let particle = |word: &str| {
        matches!(
            word,
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
                | "y"
                | "du"
        )
    };
    let named = words.iter().filter(capital).count();
    let sound = words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase) || particle(word));
    (2..=5).contains(&words.len())
        && named >= 2
        && sound
        && !name.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | '/' | ':' | '?' | '!' | '_' | '$' | '%' | '<'))
        && !words.iter().any(|word| NOT_PEOPLE.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::people;

    fn check(raw: &str, expected: &[&str]) {
        assert_eq!(people(raw), expected, "{raw}");
    }

    #[test]
    fn names_come_out_of_bylines() {
        check("By Marisol Hagebak Register", &["Marisol Hagebak Register"]);
        check("By Duarte Vilhena-Roque and Siobhan Achterberg", &["Duarte Vilhena-Roque", "Siobhan Achterberg"]);
        check("By Ana Díaz, Staff Writer", &["Ana Díaz"]);
        check("Von: Henrike Wollstadt und Cem Aydogmus", &["Henrike Wollstadt", "Cem Aydogmus"]);
        check("Interview by Ines Okabe-Lindqvist", &["Ines Okabe-Lindqvist"]);
        check("Jan van der Berg", &["Jan van der Berg"]);
    }

    #[test]
    fn agencies_and_desks_are_no_people() {
        check("The Associated Press", &[]);
        check("By Reuters Staff", &[]);
        check("admin", &[]);
        check("https://example.org/staff/ana", &[]);
        check("Politics Desk", &[]);
    }
}
