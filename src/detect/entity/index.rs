//! Which lists hold a word: one table over all lists, made when the engine is compiled, so that nothing is built at the start.
//!
//! A place of the table has the hash of a line, or of its first words, and the number of the pair of sets that the hash is in: the lists
//! with that line, and the lists with a longer line that starts so.

use super::key::plain;
use super::list::TEXTS;
use super::model::hash;

/// The lists that hold a word or some words: a bit for each, by the lists' numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    /// Those with a line that is the words.
    pub(super) whole: u64,
    /// Those with a longer line that starts with the words.
    pub(super) start: u64,
}

/// How many places the table has; the lists fill about two thirds of them.
const PLACES: usize = 1 << 15;
/// No more different pairs of sets than this occur.
const PAIRS: usize = 1 << 11;

/// The table, of open addresses: each entry stands at the place that its hash names, or at the first free one after it.
struct Table {
    /// The hash at each place, and the number of its pair; 0 where the place is free.
    places: [(u32, u16); PLACES],
    pairs: [Lists; PAIRS],
}

static TABLE: Table = build();

/// The lists that hold what has the hash `hash`.
pub(super) fn find(hash: u64) -> Lists {
    let short = hash::short(hash);
    let mut place = start(short);
    while let Some((found, pair)) = TABLE.places.get(place).filter(|(_, pair)| *pair != 0) {
        if *found == short {
            return TABLE.pairs[usize::from(*pair)];
        }
        place = (place + 1) % PLACES;
    }
    Lists::default()
}

const fn start(hash: u32) -> usize {
    hash as usize % PLACES
}

const fn build() -> Table {
    let mut table = Table { places: [(0, 0); PLACES], pairs: [Lists { whole: 0, start: 0 }; PAIRS] };
    let mut number = 0;
    while number < TEXTS.len() {
        read(&mut table, TEXTS[number].as_bytes(), 1 << number);
        number += 1;
    }
    table
}

/// Adds the lines of `text`, which is the list with the bit `list`. Calls are few here: the compiler counts them.
const fn read(table: &mut Table, text: &[u8], list: u64) {
    let (mut at, mut state) = (0, hash::START);
    // Whether a word may end here: after a letter, when a mark follows, and after a mark.
    let (mut in_word, mut after_mark) = (false, false);
    while at < text.len() {
        let byte = text[at];
        if byte == b'\n' {
            add(table, state, Lists { whole: list, start: 0 });
            (state, in_word, after_mark) = (hash::START, false, false);
        } else if byte < 128 {
            let is_mark = !matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9');
            if after_mark || in_word && is_mark {
                add(table, state, Lists { whole: 0, start: list });
            }
            let small = if byte.is_ascii_uppercase() { byte | 0x20 } else { byte };
            state = hash::step(state, small);
            (in_word, after_mark) = (!is_mark, is_mark && byte != b' ');
        } else {
            if after_mark {
                add(table, state, Lists { whole: 0, start: list });
            }
            let (character, length) = decode(text, at);
            state = fold(state, character);
            at += length - 1;
            (in_word, after_mark) = (true, false);
        }
        at += 1;
    }
}

/// The character of two or three bytes that starts at `at`, and how many they are.
const fn decode(text: &[u8], at: usize) -> (u32, usize) {
    if text[at] < 0xe0 {
        ((text[at] as u32 & 0x1f) << 6 | text[at + 1] as u32 & 0x3f, 2)
    } else {
        ((text[at] as u32 & 0x0f) << 12 | (text[at + 1] as u32 & 0x3f) << 6 | text[at + 2] as u32 & 0x3f, 3)
    }
}

/// The hash after the key of a character beyond ASCII.
const fn fold(mut state: u64, character: u32) -> u64 {
    let Some(small) = char::from_u32(small(character)) else { return state };
    let mut bytes = [0; 4];
    let bytes = match plain(small) {
        Some(plain) => plain.as_bytes(),
        None => small.encode_utf8(&mut bytes).as_bytes(),
    };
    let mut at = 0;
    while at < bytes.len() {
        state = hash::step(state, bytes[at]);
        at += 1;
    }
    state
}

/// The small letter of a capital one, for the Latin letters that the lists have.
const fn small(character: u32) -> u32 {
    match character {
        0xd7 => character,
        0xc0..=0xde => character + 32,
        0x130 => 'i' as u32,
        0x100..=0x137 | 0x14a..=0x177 | 0x218..=0x21b | 0x1ea0..=0x1ef9 => character | 1,
        0x139..=0x148 | 0x179..=0x17e => (character + 1) & !1,
        _ => character,
    }
}

/// Adds `more` to the sets of the hash that ends in `state`.
const fn add(table: &mut Table, state: u64, more: Lists) {
    let hash = hash::short(hash::finish(state));
    let mut place = start(hash);
    while table.places[place].1 != 0 && table.places[place].0 != hash {
        place = (place + 1) % PLACES;
    }
    let old = table.pairs[table.places[place].1 as usize];
    let lists = Lists { whole: old.whole | more.whole, start: old.start | more.start };
    let mut pair = pair(lists);
    while table.pairs[pair].whole | table.pairs[pair].start != 0
        && (table.pairs[pair].whole != lists.whole || table.pairs[pair].start != lists.start)
    {
        pair = if pair + 1 < PAIRS { pair + 1 } else { 1 };
    }
    table.pairs[pair] = lists;
    table.places[place] = (hash, pair as u16);
}

/// Where a pair is looked for first; the place 0 stands for no lists.
const fn pair(lists: Lists) -> usize {
    hash::pair(lists.whole, lists.start) as usize % (PAIRS - 1) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_room() {
        let held = TABLE.places.iter().filter(|(_, pair)| *pair != 0).count();
        assert!(4 * held < 3 * PLACES, "{held} of {PLACES}");
        let pairs = TABLE.pairs.iter().filter(|lists| **lists != Lists::default()).count();
        assert!(4 * pairs < 3 * PAIRS, "{pairs} of {PAIRS} pairs");
    }

    #[test]
    fn lines_and_their_first_words_are_found() {
        let lists = find(hash::text("new"));
        assert_ne!(lists.start, 0);
        assert_ne!(find(hash::text("new york")).whole, 0);
        assert_ne!(find(hash::text("cote d'ivoire")).whole, 0);
        assert_eq!(find(hash::text("no such words")), Lists::default());
    }
}
