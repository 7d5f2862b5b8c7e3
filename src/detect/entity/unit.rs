//! The words and marks that names are made of: tokens, with compounds such as *Beijing-based* taken apart.

use super::acronym;
use super::index::{self, Lists};
use super::key::key;
use super::list::{self, List};
use super::model::hash;
use crate::annotation::Role;
use crate::detect::Reading;
use crate::language::TokenKind;
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital letter.
    Lower,
    /// A capital first letter, or a name's particle glued to one: *Rubio*, *al-Assad*, *McCain*.
    Capital,
    /// At least two letters, all capitals: *NATO*, *U.S.*
    Upper,
    /// A capital letter inside only: *iPhone*.
    Inner,
    /// A number or a mark.
    Other,
}

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Capitals mark names.
    Normal,
    /// Capitals on most words, as in a headline.
    Title,
    /// Capitals throughout.
    Caps,
    /// Capitals on all nouns, as in German.
    Nouns,
}

/// A word or a mark.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words.
    pub(super) text: &'a str,
    /// Its words as names are compared.
    pub(super) key: Cow<'a, str>,
    /// The hash of its key.
    pub(super) hash: u64,
    /// The lists that its key is in.
    pub(super) lists: Lists,
    /// Whether it is a common English word.
    common: bool,
    /// What it is made of.
    pub(super) kind: TokenKind,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether a capital letter here says nothing, since a sentence or a quotation starts.
    pub(super) initial: bool,
    /// Whether it follows the unit before without space.
    pub(super) glued: bool,
}

/// A sentence, or a piece of one between slashes or bars, as a range of units.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Its units.
    pub(super) units: Range<usize>,
    /// How it is written.
    pub(super) style: Style,
}

/// The text as units and sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Units<'a> {
    /// All units, in order.
    pub(super) all: Vec<Unit<'a>>,
    /// All sentences, in order.
    pub(super) sentences: Vec<Stretch>,
    /// The hashes of the acronyms that stand for ordinary words, in order.
    pub(super) ordinary: Vec<u64>,
}

impl<'a> Unit<'a> {
    /// Whether it is a word with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Inner)
    }

    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is a common English word.
    pub(super) fn is_common(&self) -> bool {
        self.common
    }

    /// Whether it is in `list`.
    pub(super) fn is_in(&self, list: List) -> bool {
        self.lists.whole & list.bit() != 0
    }
}

impl<'a> Units<'a> {
    /// Whether `unit` is an acronym that the text explains by ordinary words.
    pub(super) fn is_ordinary(&self, unit: &Unit<'_>) -> bool {
        self.ordinary.binary_search(&unit.hash).is_ok()
    }

    /// The unit at `at`, if it lies within `range`.
    pub(super) fn within(&self, at: usize, range: &Range<usize>) -> Option<&Unit<'a>> {
        if range.contains(&at) { self.all.get(at) } else { None }
    }

    /// The span from the first to the last of `range`, which must not be empty.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.all[range.start].span.cover(self.all[range.end - 1].span)
    }

    /// The key of `range`: the keys of its words, with single spaces.
    pub(super) fn key(&self, range: Range<usize>) -> String {
        let mut joined = String::new();
        for unit in &self.all[range] {
            if !joined.is_empty() && !unit.glued {
                joined.push(' ');
            }
            joined.push_str(&unit.key);
        }
        joined
    }
}

/// Whether the word with the key `key` is a common English word, also with an ending.
pub(super) fn is_common(key: &str) -> bool {
    list::COMMON_WORDS.has(key) || is_common_with_ending(key)
}

/// Whether a common English word with an ending has the key `key`.
fn is_common_with_ending(key: &str) -> bool {
    if !key.ends_with(['s', 'd', 'g', 'y']) {
        return false;
    }
    let is_word = |word: &str| list::COMMON_WORDS.has(word);
    let stem = |ending: &str, instead: &str| {
        key.strip_suffix(ending)
            .is_some_and(|stem| 2 < stem.len() && (is_word(stem) || (!instead.is_empty() && is_word(&format!("{stem}{instead}")))))
    };
    let doubled = |ending: &str| {
        key.strip_suffix(ending).is_some_and(|stem| {
            let bytes = stem.as_bytes();
            3 < bytes.len()
                && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
                && bytes[bytes.len() - 1].is_ascii()
                && is_word(&stem[..stem.len() - 1])
        })
    };
    stem("s", "")
        || ["s", "x", "z", "ch", "sh", "o"]
            .iter()
            .any(|sound| key.strip_suffix("es").is_some_and(|stem| stem.ends_with(sound) && is_word(stem)))
        || stem("ies", "y")
        || stem("ed", "e")
        || stem("ied", "y")
        || stem("ing", "e")
        || stem("ly", "le")
        || stem("ness", "")
        || doubled("ing")
        || doubled("ed")
}

/// Takes the tokens of `reading` apart into units.
pub(super) fn cut<'a>(reading: &Reading<'a>) -> Units<'a> {
    let mut units = Units::default();
    for sentence in &reading.language.sentences {
        let start = units.all.len();
        for token in &reading.language.tokens[sentence.tokens.clone()] {
            let glued = start < units.all.len() && units.all.last().is_some_and(|unit| unit.span.end == token.span.start);
            split(reading.text, token.span, token.kind, glued, &mut units.all);
        }
        mark_initial(&mut units.all[start..]);
        let mut from = start;
        for at in start..units.all.len() {
            if at + 1 == units.all.len() || parts(&units.all, at) {
                let role = reading.roles.get(sentence.block).copied().unwrap_or(Role::Paragraph);
                let loose = role.is_furniture() || role == Role::Kicker;
                let style = style(&units.all[from..=at], loose);
                units.sentences.push(Stretch { units: from..at + 1, style });
                from = at + 1;
            }
        }
    }
    if is_german(&units.all) {
        for sentence in units.sentences.iter_mut().filter(|sentence| sentence.style != Style::Caps) {
            sentence.style = Style::Nouns;
        }
    }
    units.ordinary = acronym::ordinary(&units);
    units
}

/// Whether the mark at `at` parts two pieces of a line that are no sentence together: *Title/ Paper/ CITY/*, *Home | News*.
fn parts(units: &[Unit<'_>], at: usize) -> bool {
    let spaced = units.get(at + 1).is_some_and(|next| !next.glued);
    spaced && matches!(units[at].text, "/" | "|" | "•" | "·" | "›" | ">" | "—")
}

/// Appends the token at `span`, as one unit or, where a name stands inside a compound, as several.
fn split<'a>(text: &'a str, span: Span, kind: TokenKind, glued: bool, units: &mut Vec<Unit<'a>>) {
    let word = span.of(text);
    let cut = if kind == TokenKind::Word && word.contains('-') { compound_cut(word) } else { None };
    let Some(at) = cut else {
        units.push(unit(text, span, kind, glued));
        return;
    };
    let hyphen = span.from() + at;
    units.push(unit(text, Span::new(span.from(), hyphen), kind, glued));
    units.push(unit(text, Span::new(hyphen, hyphen + 1), TokenKind::Mark, true));
    units.push(unit(text, Span::new(hyphen + 1, span.to()), kind, true));
}

fn unit(text: &str, span: Span, kind: TokenKind, glued: bool) -> Unit<'_> {
    let word = span.of(text);
    let key = key(word);
    let hash = hash::text(&key);
    let lists = index::find(hash);
    let common = kind == TokenKind::Word && (lists.whole & list::COMMON_WORDS.bit() != 0 || is_common_with_ending(&key));
    Unit {
        span,
        text: word,
        key,
        hash,
        lists,
        common,
        kind,
        shape: if kind == TokenKind::Word { shape(word) } else { Shape::Other },
        initial: false,
        glued,
    }
}

/// Prefixes that stand before a name with a hyphen.
const PREFIXES: &[&str] = &["anti", "ex", "mid", "neo", "non", "pan", "post", "pre", "pro", "self", "then", "trans", "ultra"];

/// Where the hyphen stands that separates a name from the rest of its compound: *Beijing-based*, *anti-Trump*, *Argentina-Chile*.
fn compound_cut(word: &str) -> Option<usize> {
    let first = word.find('-')?;
    let last = word.rfind('-')?;
    let capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let (before, after) = (&word[..first], &word[first + 1..]);
    if PREFIXES.contains(&&*key(before)) && capital(after) {
        return Some(first);
    }
    // A member of parliament: *R-Ohio*.
    let state = || list::REGIONS.has(&key(after)) || list::CITIES.has(&key(after));
    if matches!(before, "R" | "D" | "I") && state() {
        return Some(first);
    }
    let tail = &word[last + 1..];
    let ordinary = 2 < tail.len() && tail.chars().next().is_some_and(char::is_lowercase) && (is_common(tail) || tail.ends_with("ed"));
    if ordinary && capital(word) {
        return Some(last);
    }
    let place = |part: &str| list::COUNTRIES.has(&key(part)) || list::DEMONYMS.has(&key(part));
    (first == last && place(before) && place(after) && !list::DEMONYMS.has(&key(word)) && !list::COUNTRIES.has(&key(word))).then_some(first)
}

/// How `word` is written.
fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Other };
    let (mut capitals, mut small) = (0, 0);
    for letter in letters {
        capitals += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    if first.is_uppercase() {
        if small == 0 && 0 < capitals { Shape::Upper } else { Shape::Capital }
    } else if capitals == 0 || word.starts_with(['#', '@']) || word.contains(['/', '@']) {
        Shape::Lower
    } else if word.split_once('-').is_some_and(|(particle, name)| particle.len() < 4 && name.chars().next().is_some_and(char::is_uppercase))
    {
        Shape::Capital
    } else {
        Shape::Inner
    }
}

/// Marks the words of a sentence whose capital letter says nothing: the first, and the first in a quotation or after a colon or bullet.
fn mark_initial(units: &mut [Unit<'_>]) {
    let mut fresh = true;
    for unit in units {
        let opens = unit.kind == TokenKind::Quote && !unit.glued;
        match unit.kind {
            TokenKind::Word => {
                unit.initial = fresh;
                fresh = false;
            }
            TokenKind::Quote => fresh |= opens,
            TokenKind::Mark => fresh |= matches!(unit.text, ":" | "•" | "/" | "|" | "—" | "–" | "·" | "●" | "…"),
            TokenKind::Number => fresh = false,
        }
    }
}

/// How a sentence is written. A headline has capitals on its ordinary words too, and seldom a full stop; a few words that stand `loose`
/// in page furniture say as little by their capitals.
fn style(units: &[Unit<'_>], loose: bool) -> Style {
    let (mut upper, mut any_small, mut small, mut ordinary) = (0, false, 0, 0);
    for unit in
        units.iter().filter(|unit| unit.is_word() && unit.text.chars().any(char::is_alphabetic) && !unit.text.starts_with(['’', '\'']))
    {
        let long = 3 < unit.text.chars().count();
        upper += usize::from(unit.shape == Shape::Upper);
        any_small |= unit.text.chars().any(char::is_lowercase);
        small += usize::from(long && !unit.is_capital());
        ordinary += usize::from(long && unit.is_capital() && !unit.initial && unit.is_common() && !unit.is_in(list::GIVEN_NAMES));
    }
    let starts_small = units.iter().find(|unit| unit.is_word()).is_some_and(|first| !first.is_capital());
    let stopped = units.last().is_some_and(|last| last.text == "." || last.kind == TokenKind::Quote);
    if !any_small && 2 <= upper {
        Style::Caps
    } else if 0 < ordinary && (small * 7 <= ordinary * 3) && !starts_small && !(stopped && 0 < small) || loose && small < 3 {
        Style::Title
    } else {
        Style::Normal
    }
}

/// Whether the words are German: its small words outnumber the English ones.
fn is_german(units: &[Unit<'_>]) -> bool {
    let (mut german, mut english) = (0, 0);
    for unit in units {
        match &*unit.key {
            "der" | "die" | "das" | "und" | "den" | "von" | "mit" | "ist" | "im" | "auf" | "nicht" | "ein" | "eine" | "fur" | "dem"
            | "des" | "zu" | "sich" => german += 1,
            "the" | "of" | "and" | "to" | "a" | "that" | "is" | "for" | "on" | "with" | "was" | "as" | "by" | "he" | "it" => english += 1,
            _ => {}
        }
    }
    2 * english < german
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_common_with_their_endings() {
        for word in ["talk", "talks", "pushes", "carries", "running", "stopped", "making", "quickly"] {
            assert!(is_common(word), "{word}");
        }
        assert!(!is_common("rubio") && !is_common("hegseth"));
    }

    #[test]
    fn names_in_compounds_are_taken_out() {
        let cut = |word: &'static str| compound_cut(word).map(|at| (&word[..at], &word[at + 1..]));
        assert_eq!(cut("Beijing-based"), Some(("Beijing", "based")));
        assert_eq!(cut("anti-Trump"), Some(("anti", "Trump")));
        assert_eq!(cut("Argentina-Chile"), Some(("Argentina", "Chile")));
        assert_eq!(cut("Jean-Luc"), None);
        assert_eq!(cut("Guinea-Bissau"), None);
    }

    #[test]
    fn shapes_tell_how_a_word_is_written() {
        assert_eq!(shape("al-Assad"), Shape::Capital);
        assert_eq!(shape("U.S."), Shape::Upper);
        assert_eq!(shape("iPhone"), Shape::Inner);
        assert_eq!(shape("A"), Shape::Capital);
        assert_eq!(shape("war"), Shape::Lower);
    }
}
