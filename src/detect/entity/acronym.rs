//! Acronyms that the text explains: *new energy vehicles (NEVs)* name nothing, since the words that they stand for do not.

use super::list;
use super::model::hash;
use super::unit::{Shape, Unit, Units};
use std::ops::Range;

/// No acronym has more letters.
const LONGEST: usize = 8;
/// So many words more than letters may stand before the bracket: small ones.
const SMALL: usize = 2;

/// The hashes of the acronyms in `units` that stand for words in lower case, in order.
pub(super) fn ordinary(units: &Units<'_>) -> Vec<u64> {
    let mut found = Vec::new();
    for sentence in &units.sentences {
        for at in sentence.units.clone() {
            let bracketed = units.all[at].text == "(" && units.within(at + 2, &sentence.units).is_some_and(|end| end.text == ")");
            let Some(acronym) = units.within(at + 1, &sentence.units).filter(|unit| bracketed && is_acronym(unit)) else { continue };
            let letters = letters(acronym);
            if stands_for_ordinary(units, sentence.units.start..at, &letters) {
                let key: String = letters.iter().collect();
                found.extend([hash::text(&key), hash::text(&format!("{key}s")), acronym.hash]);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_acronym(unit: &Unit<'_>) -> bool {
    let length = letters(unit).len();
    matches!(unit.shape, Shape::Upper | Shape::Inner | Shape::Capital) && (2..=LONGEST).contains(&length) && length + 1 >= unit.text.len()
}

/// The letters of an acronym, in lower case, without a plural's *s* and full stops.
fn letters(unit: &Unit<'_>) -> Vec<char> {
    let text = unit.text.strip_suffix('s').unwrap_or(unit.text);
    text.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Whether the last words of `before` spell `letters` and are all in lower case.
fn stands_for_ordinary(units: &Units<'_>, before: Range<usize>, letters: &[char]) -> bool {
    (1..=letters.len() + SMALL).any(|count| {
        let Some(start) = before.end.checked_sub(count).filter(|start| before.start <= *start) else { return false };
        let words = &units.all[start..before.end];
        words[0].is_word() && !words.iter().any(Unit::is_capital) && spells(words, letters)
    })
}

/// Whether `letters` are the first ones of `words`, in order; further letters of a word may follow its first, and small words count or not.
fn spells(words: &[Unit<'_>], letters: &[char]) -> bool {
    let small = |part: &str| list::FUNCTION_WORDS.has(part) || list::PARTICLES.has(part);
    let mut rest = letters;
    for part in words.iter().filter(|word| word.is_word()).flat_map(|word| word.key.split('-')) {
        let mut of_part = part.chars();
        match (of_part.next(), rest) {
            (Some(first), [next, after @ ..]) if first == *next => rest = after,
            _ if small(part) => continue,
            _ => return false,
        }
        // A letter that the next word does not begin with may stand inside this one: *television (TV)*.
        if rest.len() == 1 && words[words.len() - 1].key.ends_with(part) && of_part.any(|one| one == rest[0]) {
            rest = &[];
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::block;
    use crate::detect::Reading;
    use crate::detect::entity::unit;
    use crate::language;
    use crate::source::metadata::Metadata;
    use crate::source::plain::from_text;

    fn check(text: &str, expected: bool) {
        let blocks = block::cut(&from_text(text));
        let language = language::analyse(text, &blocks);
        let metadata = Metadata::default();
        let units = unit::cut(&Reading { text, blocks: &blocks, roles: &[], language: &language, metadata: &metadata });
        assert_eq!(!units.ordinary.is_empty(), expected, "{text}");
    }

    #[test]
    fn acronyms_of_words_in_lower_case_are_ordinary() {
        check("They sell electric delivery vans (EDVs) there.", true);
        check("It is a public-private partnership (PPP) of sorts.", true);
        check("on closed-circuit television (CCTV) they saw", true);
        check("the Atlantic Licensing Council (ALC) voted", false);
        check("the mayor of the town (USA) left", false);
    }
}
