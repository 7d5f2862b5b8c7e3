//! What is known of each word by itself: the lists it is in, how it is written, how the document uses it.

use super::super::list::{self, List};
use super::super::unit::{Shape, Unit, Units};
use super::filter::{Filter, Known};
use super::hash;
use crate::language::TokenKind;

/// A word as the features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// The hash of its key.
    pub(super) key: u64,
    /// A bit for each list that it is in.
    pub(super) lists: u64,
    /// The hash of how it is written.
    pub(super) shape: u64,
    /// The sets of the filter of names that it is in.
    pub(super) sets: u8,
    /// The class of words that stand where it stands; 0 when it is in none.
    pub(super) class: u8,
    /// How the document uses it: 1 also in lower case, 2 with a capital letter inside a sentence, 4 as an acronym of ordinary words.
    pub(super) usage: u8,
}

/// The lists that tell of names.
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

/// Their bits, which are those of the features.
const LIST_BITS: u64 = {
    let (mut bits, mut at) = (0, 0);
    while at < LISTS.len() {
        bits |= LISTS[at].bit();
        at += 1;
    }
    bits
};

/// The sets of the filter that hold single words; their bits come after those of the lists.
const SETS: u8 =
    Known::Given.bit() | Known::Surname.bit() | Known::City.bit() | Known::Admin.bit() | Known::Company.bit() | Known::Lower.bit();
const SETS_START: u32 = 50;

/// The bits after those of the lists and sets.
const COMMON: u64 = 1 << 57;
const PLACE_ENDING: u64 = 1 << 58;
const SURNAME_ENDING: u64 = 1 << 59;
const NUMBER: u64 = 1 << 60;
const QUOTE: u64 = 1 << 61;

/// The words of `units`.
pub(super) fn words(units: &Units<'_>, names: Filter<'_>, classes: Filter<'_>) -> Vec<Word> {
    let word = |(unit, usage): (&Unit<'_>, u8)| {
        let plain = plain(&unit.key);
        let key = if plain == unit.key { unit.hash } else { hash::text(plain) };
        let sets = if unit.is_word() { names.value(unit.hash) } else { 0 };
        Word { key, lists: lists(unit, sets), sets, class: class(unit, classes), shape: shape(unit), usage }
    };
    units.all.iter().zip(usages(units)).map(word).collect()
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

/// The hash under which a word's class is filed: that of its key, other for a word with a capital.
#[must_use]
pub fn class_key(key: u64, capital: bool) -> u64 {
    hash::pair(key, if capital { 0x43 } else { 0x63 })
}

/// The class of `unit` as it is written, else that of the same word written the other way.
fn class(unit: &Unit<'_>, classes: Filter<'_>) -> u8 {
    let capital = unit.is_capital();
    let key = if unit.kind == TokenKind::Number { hash::text("0") } else { unit.hash };
    match classes.value(class_key(key, capital)) {
        0 => classes.value(class_key(key, !capital)),
        class => class,
    }
}

fn lists(unit: &Unit<'_>, sets: u8) -> u64 {
    let mut bits = 0;
    match unit.kind {
        TokenKind::Word => {
            let key = &*unit.key;
            bits |= unit.lists.whole & LIST_BITS | u64::from(sets & SETS) << SETS_START;
            bits |= if unit.is_common() { COMMON } else { 0 };
            let ends = |endings: List| unit.is_capital() && endings.lines().any(|ending| key.ends_with(ending));
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
    let (mut state, mut length, mut last, mut before) = (hash::START, 0, ' ', ' ');
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
        if last != class || (class == 'X' && before != 'X') {
            state = class.encode_utf8(&mut [0; 4]).bytes().fold(state, hash::step);
            length += class.len_utf8();
            (before, last) = (last, class);
        }
        if 8 < length {
            break;
        }
    }
    hash::finish(state)
}

/// For each unit how the document uses its word.
fn usages(units: &Units<'_>) -> Vec<u8> {
    let mut words: Vec<(u64, usize, u8)> = Vec::new();
    for sentence in &units.sentences {
        let running = sentence.style == super::super::unit::Style::Normal;
        for at in sentence.units.clone().filter(|at| units.all[*at].is_word()) {
            let unit = &units.all[at];
            let usage = match unit.shape {
                Shape::Lower => 1,
                Shape::Capital | Shape::Upper | Shape::Inner if running && !unit.initial => 2,
                _ => 0,
            };
            words.push((unit.hash, at, usage));
        }
    }
    words.sort_unstable();
    words.iter_mut().filter(|(hash, ..)| units.ordinary.binary_search(hash).is_ok()).for_each(|(_, _, usage)| *usage |= 4);
    let mut usages = vec![0; units.all.len()];
    for same in words.chunk_by(|one, other| one.0 == other.0) {
        let all = same.iter().fold(0, |all, (_, _, usage)| all | usage);
        same.iter().for_each(|(_, at, _)| usages[*at] = all);
    }
    usages
}
