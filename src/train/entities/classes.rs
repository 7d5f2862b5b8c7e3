//! Classes of words that stand in like places, learnt from plain text: each word joins the class whose neighbours its own are most like.
//!
//! The classes are those that tell most of the neighbours (the mutual information of class and neighbour), found by moving one word at a
//! time, in rounds over all words.

use super::xor;
use galley_engine::detect::entity::model::{class_key, hash, name_key};
use std::collections::BTreeMap;

/// How many classes there are, besides 0 for none.
const CLASSES: usize = 160;
/// A word seen less often has no class.
const SEEN: u32 = 6;
/// No more words than this, the most frequent ones, have classes; and so many tell places apart.
const WORDS: usize = 24_000;
const NEIGHBOURS: usize = 4000;
/// How often all words are gone through.
const ROUNDS: usize = 5;

/// A word as it is counted: its key, and whether it has a capital.
type Form = (String, bool);

/// The table of the classes of the words in `texts`.
pub(crate) fn classes<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let lines = lines(texts);
    let words = vocabulary(&lines);
    let numbers: BTreeMap<&Form, usize> = words.iter().enumerate().map(|(number, word)| (*word, number)).collect();
    let seen = neighbours(&lines, &numbers);
    let classes = exchange(&seen);
    let entry = |(word, class): (&&Form, &usize)| {
        let key = hash::text(&word.0);
        (class_key(key, word.1), u8::try_from(class + 1).unwrap_or(0))
    };
    xor::build(&words.iter().zip(&classes).map(entry).collect())
}

/// The words and marks of each line. The first word's capital says nothing: it is taken for the form that is more frequent elsewhere.
fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<Form>> {
    let mut lines: Vec<Vec<Form>> = texts.flat_map(str::lines).map(forms).filter(|line| 3 < line.len()).collect();
    let mut capitals: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    for (key, capital) in lines.iter().flat_map(|line| &line[1..]) {
        capitals.entry(key.clone()).or_default()[usize::from(*capital)] += 1;
    }
    for line in &mut lines {
        let mut fresh = true;
        for (key, capital) in line {
            if fresh && *capital {
                *capital = capitals.get(key).is_some_and(|[small, large]| small < large);
            }
            fresh = matches!(key.as_str(), "." | "!" | "?" | ":" | "\"" | "“" | "”");
        }
    }
    lines
}

fn forms(line: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    for part in line.split_whitespace() {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let is_inner = |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '’' | '\'');
            let end =
                if first.is_alphanumeric() { rest.find(|character| !is_inner(character)).unwrap_or(rest.len()) } else { first.len_utf8() };
            let mut word = &rest[..end];
            rest = &rest[end..];
            let mut tails = Vec::new();
            if word.ends_with('.') && !word[..word.len() - 1].contains('.') && 4 < word.len() {
                (word, tails) = (&word[..word.len() - 1], vec![".".to_owned()]);
            }
            if let Some(owner) = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
                word = owner;
                tails.insert(0, "'s".to_owned());
            }
            let digits = word.starts_with(|first: char| first.is_ascii_digit());
            forms.push(if digits { ("0".to_owned(), false) } else { (name_key(word), word.contains(char::is_uppercase)) });
            forms.extend(tails.into_iter().map(|tail| (tail, false)));
        }
    }
    forms
}

/// The most frequent words, in order of frequency.
fn vocabulary(lines: &[Vec<Form>]) -> Vec<&Form> {
    let mut counts: BTreeMap<&Form, u32> = BTreeMap::new();
    for form in lines.iter().flatten() {
        *counts.entry(form).or_default() += 1;
    }
    let mut words: Vec<(&Form, u32)> = counts.into_iter().filter(|(_, count)| SEEN <= *count).collect();
    words.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    words.truncate(WORDS);
    words.into_iter().map(|(word, _)| word).collect()
}

/// For each word its neighbours with their counts: the frequent words, capitals, small words and ends of lines before it and after it.
fn neighbours(lines: &[Vec<Form>], numbers: &BTreeMap<&Form, usize>) -> Vec<Vec<(usize, u32)>> {
    const KINDS: usize = 3;
    let neighbour = |form: Option<&Form>| match form {
        None => 0,
        Some(form) => match numbers.get(form) {
            Some(number) if *number < NEIGHBOURS => KINDS + number,
            _ => 1 + usize::from(form.1),
        },
    };
    let mut seen = vec![BTreeMap::new(); numbers.len()];
    for line in lines {
        for (at, form) in line.iter().enumerate() {
            let Some(number) = numbers.get(form) else { continue };
            let before = neighbour(at.checked_sub(1).and_then(|at| line.get(at)));
            let after = KINDS + NEIGHBOURS + neighbour(line.get(at + 1));
            *seen[*number].entry(before).or_insert(0) += 1;
            *seen[*number].entry(after).or_insert(0) += 1;
        }
    }
    seen.into_iter().map(|counts| counts.into_iter().collect()).collect()
}

/// The class of each word, whose neighbours are `seen`.
fn exchange(seen: &[Vec<(usize, u32)>]) -> Vec<usize> {
    let width = 2 * (NEIGHBOURS + 3);
    // What a count adds: x ln x, read from a table where x is small.
    let small: Vec<f64> = (0..1u32 << 16).map(|count| weigh(f64::from(count))).collect();
    let value = |count: u32| small.get(count as usize).copied().unwrap_or_else(|| weigh(f64::from(count)));
    let mut counts = vec![[0u32; CLASSES]; width];
    let mut totals = [0u32; CLASSES];
    // Of few words there are few classes.
    let most = CLASSES.min(1 + seen.len() / 4);
    let mut classes: Vec<usize> = (0..seen.len()).map(|word| word % most).collect();
    for (neighbours, class) in seen.iter().zip(&classes) {
        for (neighbour, count) in neighbours {
            counts[*neighbour][*class] += count;
            totals[*class] += count;
        }
    }
    for _ in 0..ROUNDS {
        for (neighbours, class) in seen.iter().zip(&mut classes) {
            let own: u32 = neighbours.iter().map(|(_, count)| count).sum();
            neighbours.iter().for_each(|(neighbour, count)| counts[*neighbour][*class] -= count);
            totals[*class] -= own;
            let mut gains: [f64; CLASSES] = std::array::from_fn(|class| value(totals[class]) - value(totals[class] + own));
            for (neighbour, count) in neighbours {
                for (gain, held) in gains.iter_mut().zip(&counts[*neighbour]) {
                    *gain += value(held + count) - value(*held);
                }
            }
            *class = (0..most).fold(*class, |best, one| if gains[best] < gains[one] { one } else { best });
            neighbours.iter().for_each(|(neighbour, count)| counts[*neighbour][*class] += count);
            totals[*class] += own;
        }
    }
    classes
}

fn weigh(count: f64) -> f64 {
    if count == 0.0 { 0.0 } else { count * libm::log(count) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use galley_engine::detect::entity::model::filter::Filter;

    #[test]
    fn words_in_like_places_share_a_class() {
        let text: String = (0..40)
            .map(|turn| {
                let place = ["Oslo", "Lima", "Quito"][turn % 3];
                let verb = ["said", "told", "wrote"][turn % 3];
                format!("he {verb} it in {place} on the day before .\n")
            })
            .collect();
        let bytes = classes(std::iter::once(text.as_str()));
        let class = |word: &str, capital| Filter(&bytes).value(class_key(hash::text(word), capital));
        assert_ne!(class("oslo", true), 0);
        assert_eq!(class("oslo", true), class("lima", true));
        assert_ne!(class("oslo", true), class("said", false));
    }
}
