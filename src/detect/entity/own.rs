//! What the words of a candidate say by themselves: lists, heads, endings, capitals.

use super::evidence::Evidence;
use super::sort::Sort;
use super::unit::{Shape, Style, Unit, Units};
use super::{head, list, lookup};
use std::ops::Range;

/// What a single word says.
pub(super) fn single_word(units: &Units<'_>, at: usize, style: Style, own: &mut Evidence) {
    let unit = &units.all[at];
    let (given, surname) = (unit.is_in(list::GIVEN_NAMES), unit.is_in(list::SURNAMES));
    let listed = lookup::single(units, at);
    for &(sort, rule) in &listed {
        let shared = (given || surname) && sort != Sort::Norp || (unit.is_common() && unit.shape != Shape::Upper);
        own.add(sort, if shared { 2.6 } else { 4.5 }, rule);
    }
    if given {
        own.add(Sort::Person, 1.6, "entity.list.given-name");
    }
    if surname {
        own.add(Sort::Person, 2.2, "entity.list.surname");
    }
    if units.is_ordinary(unit) {
        return;
    }
    let letters = unit.text.chars().filter(|letter| letter.is_alphabetic()).count();
    if listed.is_empty() && unit.shape == Shape::Upper && (2..=6).contains(&letters) && !unit.text.contains('-') {
        own.add(Sort::Org, 2.0, "entity.acronym");
    }
    if is_camel(unit.text) {
        own.add(Sort::Org, 1.2, "entity.capitals");
    }
    head::suffix(&unit.key, own);
    if unit.is_common() && listed.is_empty() && !given && !surname {
        for sort in Sort::SHOWN {
            own.add(sort, -1.5, "entity.capitals");
        }
    }
    let plain = !unit.is_common() && unit.shape == Shape::Capital && style != Style::Nouns;
    for sort in [Sort::Person, Sort::Org, Sort::Gpe] {
        own.add(sort, if plain { 0.45 } else { -0.5 }, "entity.capitals");
    }
}

/// What several words say that no list has.
pub(super) fn several_words(units: &Units<'_>, range: &Range<usize>, style: Style, own: &mut Evidence) {
    let words: Vec<&Unit<'_>> = units.all[range.clone()].iter().filter(|unit| unit.is_word() && unit.is_capital()).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let common = words.iter().filter(|unit| unit.is_common()).count();
    let given = first.is_in(list::GIVEN_NAMES);
    let surname = last.is_in(list::SURNAMES);
    if let Some((sort, _)) = head::of(units, range.clone()) {
        own.add(sort, if head::is_surname_too(&last.key) && given && words.len() == 2 { 2.0 } else { 4.0 }, head::rule(sort));
    } else {
        let mixed = 0 < common && common < words.len();
        let plain = if style == Style::Nouns { -1.0 } else { 0.8 };
        own.add(Sort::Org, plain + if mixed { 0.5 } else { 0.0 } + if 4 <= words.len() { 0.4 } else { 0.0 }, "entity.capitals");
    }
    let place_last = last.is_in(list::COUNTRIES);
    if place_last && !surname {
        own.add(Sort::Org, 1.0, "entity.capitals");
        own.add(Sort::Person, -1.0, "entity.capitals");
    }
    let shouted = words.iter().all(|unit| unit.shape == Shape::Upper);
    let acronyms = words.iter().filter(|unit| unit.shape == Shape::Upper && 3 < unit.text.len() && !shouted).count();
    let fits = words.len() <= 4 && acronyms == 0;
    if fits && given {
        own.add(Sort::Person, 3.0, "entity.given-name+surname");
    } else if fits && common == 0 && style != Style::Nouns {
        own.add(Sort::Person, 1.4, "entity.capitals");
    }
    if fits && surname {
        own.add(Sort::Person, 1.5, "entity.list.surname");
    }
    if fits && words.iter().skip(1).any(|unit| unit.text.len() == 2 && unit.text.ends_with('.')) {
        own.add(Sort::Person, 1.5, "entity.initial");
    }
    if let Some((sort, weight)) = head::start(units, range) {
        own.add(sort, weight, head::rule(sort));
    }
}

/// Whether `word` has a capital letter inside, as trade names do: *LibriVox*. *McKay* and *DeVito* are people.
fn is_camel(word: &str) -> bool {
    let inner = word.char_indices().skip(1).find(|(_, letter)| letter.is_uppercase()).map(|(at, _)| at);
    inner.is_some_and(|at| {
        word[..at].ends_with(char::is_lowercase) && !matches!(&word[..at], "Mc" | "Mac" | "De" | "La" | "Le" | "Di" | "Van" | "Fitz" | "Du")
    })
}
