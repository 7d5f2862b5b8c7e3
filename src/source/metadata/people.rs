//! The people in a byline: names apart from agencies, desks, functions and places.

use std::collections::BTreeSet;
use std::sync::LazyLock;

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
    "academy",
    "agencia",
    "association",
    "bank",
    "board",
    "care",
    "center",
    "centre",
    "clinic",
    "club",
    "college",
    "collective",
    "committee",
    "community",
    "council",
    "department",
    "education",
    "experts",
    "health",
    "home",
    "hospital",
    "hotels",
    "insurance",
    "international",
    "library",
    "marketing",
    "museum",
    "research",
    "resources",
    "school",
    "society",
    "software",
    "solutions",
    "support",
    "systems",
    "technologies",
    "technology",
];

/// Degrees and honours after a name, lower case without full stops.
const DEGREES: &[&str] = &[
    "phd", "md", "do", "dds", "dvm", "rn", "rd", "rdn", "ms", "msc", "ma", "ba", "bsc", "mba", "mph", "cpa", "cfp", "cfa", "esq", "jd",
    "jr", "sr", "ii", "iii", "lcsw", "lmft", "psyd", "edd", "pt", "dpt", "cpp", "psp", "obe", "mbe", "cbe", "facp", "cissp", "pmp", "rph",
    "np", "pa-c", "cscs",
];
/// Titles before a name, lower case without full stops.
const TITLES: &[&str] =
    &["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "dame", "rev", "herr", "frau", "m", "mme", "ing", "dipl-ing"];

/// The names that people are given, lower case.
static GIVEN: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| include_str!("../../../seeds/lists/given-names.txt").split_whitespace().map(str::to_lowercase).collect());

/// Whether `word` is a name that people are given.
#[must_use]
pub fn is_given(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    GIVEN.contains(&word) || word.split('-').next().is_some_and(|first| first.len() < word.len() && GIVEN.contains(first))
}

/// `name` without titles before it and degrees after it; empty when it is nothing else.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let bare = |word: &str| word.replace('.', "").trim_matches(',').to_lowercase();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.first().is_some_and(|word| TITLES.contains(&bare(word).as_str())) {
        words.remove(0);
    }
    while words.last().is_some_and(|word| {
        DEGREES.contains(&bare(word).as_str()) && (words.len() != 2 || word.chars().all(|c| !c.is_lowercase()) || word.contains('.'))
    }) {
        words.pop();
    }
    words.join(" ").trim_matches([',', ' ']).to_owned()
}

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
        // `Center for Drug Research`, `Ana Díaz at the Courier`: what follows is a place or a trade.
        let piece =
            [" for ", " in ", " of ", " at ", " ("].iter().filter_map(|joint| piece.find(joint)).min().map_or(piece, |end| &piece[..end]);
        let name = plain_name(without_opener(
            piece.trim().trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–' | '—' | '•' | '·')).trim_end_matches('.').trim(),
        ));
        if is_person(&name) && !names.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
            names.push(name);
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
        " – ", " — ", " - ", "\n", "\t", " with ", ",",
    ] {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(joint)).collect();
    }
    pieces
}

/// Whether `name` has the look of a person's: two to five capitalised words (or one written as a handle's owner would not), none of a desk or an agency.
#[must_use]
pub fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&&str| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
    let named = words.iter().filter(capital).count();
    let sound = words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase) || is_particle(word));
    (2..=5).contains(&words.len())
        && named >= 2
        && sound
        && !name.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | '/' | ':' | '?' | '!' | '_' | '$' | '%' | '<'))
        && !words.iter().any(|word| is_desk(word))
}

/// Whether `word` is a small one inside names of people: `Ursula von der Leyen`.
#[must_use]
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "da", "di", "del", "della", "dos", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "ten", "ter", "af",
        "zu", "y", "du",
    ];
    PARTICLES.contains(&word)
}

/// Whether `word` stands in the names of agencies, desks, papers and firms only.
#[must_use]
pub fn is_desk(word: &str) -> bool {
    NOT_PEOPLE.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
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
        check("Dr. Ana Díaz, MD, Ph.D.", &["Ana Díaz"]);
        check("Ana Díaz at the Courier", &["Ana Díaz"]);
        check("A. J. Marsh Jr.", &["A. J. Marsh"]);
    }

    #[test]
    fn agencies_and_desks_are_no_people() {
        check("The Associated Press", &[]);
        check("By Reuters Staff", &[]);
        check("admin", &[]);
        check("https://example.org/staff/ana", &[]);
        check("Politics Desk", &[]);
        check("Center for Drug Evaluation and Research", &[]);
        check("Reviewed Clinic", &[]);
    }
}
