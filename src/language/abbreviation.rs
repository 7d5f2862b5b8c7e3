//! Which words take a full stop without ending a sentence, and which words like to start one.

/// What the full stop after a word says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It only abbreviates: *Mr.*, *Gov.*
    Abbreviates,
    /// It abbreviates when a number follows: *Dec. 26*, *No. 7*.
    BeforeNumber,
    /// It abbreviates and may end the sentence too: *Inc.*, *Calif.*, *etc.*
    MayEnd,
}

/// Titles and the like, which stand before a name. Lower case, sorted.
const BEFORE_NAMES: &[&str] = &[
    "adm", "ald", "asst", "atty", "brig", "bzw", "capt", "cllr", "cmdr", "col", "cpl", "cpt", "dipl", "dr", "drs", "evtl", "fr", "ft",
    "gen", "ggf", "gov", "hon", "hr", "insp", "lt", "maj", "messrs", "mr", "mrs", "ms", "msgr", "mt", "mx", "pfc", "pres", "prof", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sgt", "sog", "sra", "st", "sta", "ste", "supt", "vgl", "viz", "vs",
];

/// Months and what counts. Lower case, sorted.
const BEFORE_NUMBERS: &[&str] = &[
    "abs", "apr", "art", "aug", "c", "chap", "dec", "dez", "feb", "fig", "figs", "jan", "jul", "jun", "mar", "no", "nos", "nov", "nr",
    "oct", "okt", "p", "pp", "sec", "sep", "sept", "vol",
];

/// What stands after names, in addresses and at the end of lists. Lower case, sorted.
const ANYWHERE: &[&str] = &[
    "ala", "approx", "ariz", "ark", "assn", "ave", "blvd", "bros", "ca", "calif", "co", "colo", "conn", "corp", "dept", "dist", "esq",
    "est", "etc", "fla", "fri", "ga", "hwy", "ill", "inc", "incl", "intl", "jr", "kan", "ky", "llc", "ltd", "mass", "mfg", "mich", "min",
    "minn", "mio", "mo", "mon", "mont", "mrd", "mrz", "natl", "neb", "nev", "okla", "ont", "orig", "penn", "pl", "pop", "pte", "pty",
    "que", "rd", "ret", "rte", "sr", "str", "tenn", "tex", "thu", "thurs", "tue", "tues", "tv", "univ", "usw", "v", "va", "vt", "wash",
    "wed", "wis", "wyo",
];

/// Words that often start a sentence and hardly ever follow an abbreviation inside one. Lower case, sorted.
const STARTERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "am",
    "an",
    "and",
    "another",
    "as",
    "at",
    "auch",
    "because",
    "before",
    "both",
    "but",
    "by",
    "das",
    "der",
    "despite",
    "die",
    "during",
    "each",
    "earlier",
    "ein",
    "eine",
    "er",
    "es",
    "even",
    "every",
    "few",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "im",
    "in",
    "instead",
    "it",
    "it's",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "nearly",
    "no",
    "not",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "other",
    "others",
    "our",
    "several",
    "she",
    "sie",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "two",
    "und",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "why",
    "with",
    "without",
    "yet",
    "you",
    "your",
];

/// What a full stop right after `word` does; `None` when the word is no known abbreviation.
pub(super) fn stop_after(word: &str) -> Option<Stop> {
    const LONGEST: usize = 8;
    if LONGEST < word.len() {
        return None;
    }
    let word = word.to_lowercase();
    let is_in = |list: &[&str]| list.binary_search(&word.as_str()).is_ok();
    if is_in(BEFORE_NAMES) {
        Some(Stop::Abbreviates)
    } else if is_in(BEFORE_NUMBERS) {
        Some(Stop::BeforeNumber)
    } else {
        is_in(ANYWHERE).then_some(Stop::MayEnd)
    }
}

/// Whether `word` often starts a sentence and hardly ever follows an abbreviation inside one.
pub(super) fn starts_sentences(word: &str) -> bool {
    const LONGEST: usize = 10;
    word.len() <= LONGEST && STARTERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [BEFORE_NAMES, BEFORE_NUMBERS, ANYWHERE, STARTERS] {
            let unsorted = list.windows(2).find(|pair| pair[1] <= pair[0]);
            assert_eq!(unsorted, None);
        }
    }

    #[test]
    fn knows_what_a_full_stop_does() {
        assert_eq!(stop_after("Mr"), Some(Stop::Abbreviates));
        assert_eq!(stop_after("Dec"), Some(Stop::BeforeNumber));
        assert_eq!(stop_after("Inc"), Some(Stop::MayEnd));
        assert_eq!(stop_after("talks"), None);
    }
}
