//! What is known of each word by itself: the lists it is in, how it is written, how the document uses it.

use super::super::list::{self, List};
use super::super::unit::{Shape, Unit, Units};
use super::filter::{Filter, Known};
use super::hash;
use crate::language::TokenKind;
use std::collections::BTreeMap;

/// A word as the features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// The hash of its key.
    pub(super) key: u64,
    /// A bit for each list that it is in.
    pub(super) lists: u64,
    /// The hash of how it is written.
    pub(super) shape: u64,
    /// How the document uses it: 1 also in lower case, 2 with a capital letter inside a sentence, 4 in a line of ordinary style.
    pub(super) usage: u8,
}

/// The lists, in the order of their bits.
const LISTS: &[List] = &[
    list::GIVEN_NAMES,
    list::SURNAMES,
    list::COUNTRIES,
    list::REGIONS,
    list::CITIES,
    list::PLACES,
    list::DEMONYMS,
    list::ORGANISATIONS,
    list::TITLES,
    list::ORGANISATION_HEADS,
    list::FACILITY_HEADS,
    list::GEOGRAPHIC_HEADS,
    list::EVENT_HEADS,
    list::LAW_HEADS,
    list::OF_HEADS,
    list::GEOGRAPHIC_STARTS,
    list::ORGANISATION_STARTS,
    list::EVENT_STARTS,
    list::PERSON_VERBS,
    list::PERSON_NOUNS,
    list::ORGANISATION_NOUNS,
    list::PLACE_NOUNS,
    list::FUNCTION_WORDS,
    list::PARTICLES,
    list::NO_NAMES,
    list::HEADS_AND_SURNAMES,
    list::PRODUCTS,
    list::EVENTS,
];

/// The sets of the filter that hold single words, in the order of their bits after those of the lists.
const SETS: &[Known] = &[Known::Given, Known::Surname, Known::City, Known::Admin, Known::Company, Known::Lower];

/// The bits after those of the lists and sets.
const COMMON: u64 = 1 << 34;
const PLACE_ENDING: u64 = 1 << 35;
const SURNAME_ENDING: u64 = 1 << 36;
const NUMBER: u64 = 1 << 37;
const QUOTE: u64 = 1 << 38;

/// The words of `units`.
pub(super) fn words(units: &Units<'_>, filter: Filter<'_>) -> Vec<Word> {
    let usage = usages(units);
    let mut known: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let word = |unit| {
        let unit: &Unit<'_> = unit;
        (hash::text(plain(&unit.key)), lists(unit, filter))
    };
    let words = units.all.iter().map(|unit| {
        let (key, lists) = *known.entry(&*unit.key).or_insert_with(|| word(unit));
        Word { key, lists, shape: shape(unit), usage: usage.get(&*unit.key).copied().unwrap_or(0) }
    });
    words.collect()
}

/// Marks that mean the same, as one.
fn plain(key: &str) -> &str {
    match key {
        "“" | "”" | "„" | "«" | "»" | "‟" | "＂" => "\"",
        "‘" | "‚" | "‛" | "`" | "´" | "‹" | "›" => "'",
        "–" | "—" | "―" => "-",
        "…" => ".",
        _ => key,
    }
}

fn lists(unit: &Unit<'_>, filter: Filter<'_>) -> u64 {
    let mut bits = 0;
    match unit.kind {
        TokenKind::Word => {
            let key = &*unit.key;
            let found = LISTS.iter().enumerate().filter(|(_, list)| list.has(key)).fold(0, |bits, (at, _)| bits | 1 << at);
            let name = hash::text(key);
            let sets =
                SETS.iter().enumerate().filter(|(_, set)| filter.has(**set, name)).fold(0, |bits, (at, _)| bits | 1 << (LISTS.len() + at));
            bits |= found | sets;
            bits |= if unit.is_common() { COMMON } else { 0 };
            let ends = |endings: List| endings.lines().any(|ending| key.ends_with(ending));
            bits |= if 6 < key.len() && ends(list::PLACE_ENDINGS) { PLACE_ENDING } else { 0 };
            bits |= if 4 < key.len() && ends(list::SURNAME_ENDINGS) { SURNAME_ENDING } else { 0 };
        }
        TokenKind::Number => bits |= NUMBER,
        TokenKind::Quote => bits |= QUOTE,
        TokenKind::Mark => {}
    }
    bits
}

/// How `unit` is written: a letter for each run of capitals, small letters, digits, and the marks between.
fn shape(unit: &Unit<'_>) -> u64 {
    let mut shape = String::new();
    for character in unit.text.chars() {
        let class = if character.is_uppercase() {
            'X'
        } else if character.is_alphabetic() {
            'x'
        } else if character.is_numeric() {
            '0'
        } else {
            plain(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or('-')
        };
        // A run of capitals is told from a single one.
        if !shape.ends_with(class) || (class == 'X' && !shape.ends_with("XX")) {
            shape.push(class);
        }
        if 8 < shape.len() {
            break;
        }
    }
    hash::text(&shape)
}

/// How the document uses each word.
fn usages<'u>(units: &'u Units<'_>) -> BTreeMap<&'u str, u8> {
    let mut usages: BTreeMap<&str, u8> = BTreeMap::new();
    for sentence in &units.sentences {
        let running = sentence.style == super::super::unit::Style::Normal;
        for unit in units.all[sentence.units.clone()].iter().filter(|unit| unit.is_word()) {
            let usage = match unit.shape {
                Shape::Lower => 1,
                Shape::Capital | Shape::Upper | Shape::Inner if running && !unit.initial => 2,
                _ => 0,
            };
            *usages.entry(&*unit.key).or_default() |= usage;
        }
    }
    usages
}
