//! Number words and the names of months, weekdays and seasons.

use super::super::unit::{Shape, Unit};
use crate::language::TokenKind;

/// Number words, sorted.
const NUMBERS: &[(&str, i64)] = &[
    ("billion", 1_000_000_000),
    ("dozen", 12),
    ("eight", 8),
    ("eighteen", 18),
    ("eighty", 80),
    ("eleven", 11),
    ("fifteen", 15),
    ("fifty", 50),
    ("five", 5),
    ("forty", 40),
    ("four", 4),
    ("fourteen", 14),
    ("hundred", 100),
    ("million", 1_000_000),
    ("nine", 9),
    ("nineteen", 19),
    ("ninety", 90),
    ("one", 1),
    ("seven", 7),
    ("seventeen", 17),
    ("seventy", 70),
    ("six", 6),
    ("sixteen", 16),
    ("sixty", 60),
    ("ten", 10),
    ("thirteen", 13),
    ("thirty", 30),
    ("thousand", 1000),
    ("three", 3),
    ("trillion", 1_000_000_000_000),
    ("twelve", 12),
    ("twenty", 20),
    ("two", 2),
];

/// Names of months and their abbreviations, sorted. English and German.
const MONTHS: &[(&str, i8)] = &[
    ("apr", 4),
    ("april", 4),
    ("aug", 8),
    ("august", 8),
    ("dec", 12),
    ("december", 12),
    ("dez", 12),
    ("dezember", 12),
    ("feb", 2),
    ("februar", 2),
    ("february", 2),
    ("jan", 1),
    ("januar", 1),
    ("january", 1),
    ("jul", 7),
    ("juli", 7),
    ("july", 7),
    ("jun", 6),
    ("june", 6),
    ("juni", 6),
    ("mai", 5),
    ("mar", 3),
    ("march", 3),
    ("marz", 3),
    ("may", 5),
    ("nov", 11),
    ("november", 11),
    ("oct", 10),
    ("october", 10),
    ("okt", 10),
    ("oktober", 10),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
];

/// Names of weekdays and their abbreviations, Monday being 1, sorted. English and German.
const WEEKDAYS: &[(&str, i8)] = &[
    ("dienstag", 2),
    ("donnerstag", 4),
    ("freitag", 5),
    ("fri", 5),
    ("friday", 5),
    ("fridays", 5),
    ("mittwoch", 3),
    ("mon", 1),
    ("monday", 1),
    ("mondays", 1),
    ("montag", 1),
    ("samstag", 6),
    ("sat", 6),
    ("saturday", 6),
    ("saturdays", 6),
    ("sonnabend", 6),
    ("sonntag", 7),
    ("sun", 7),
    ("sunday", 7),
    ("sundays", 7),
    ("thu", 4),
    ("thur", 4),
    ("thurs", 4),
    ("thursday", 4),
    ("thursdays", 4),
    ("tue", 2),
    ("tues", 2),
    ("tuesday", 2),
    ("tuesdays", 2),
    ("wed", 3),
    ("wednesday", 3),
    ("wednesdays", 3),
];

/// Ordinal words, sorted.
const ORDINALS: &[(&str, i64)] = &[
    ("eighteenth", 18),
    ("eighth", 8),
    ("eleventh", 11),
    ("fifteenth", 15),
    ("fifth", 5),
    ("first", 1),
    ("fourteenth", 14),
    ("fourth", 4),
    ("nineteenth", 19),
    ("ninth", 9),
    ("second", 2),
    ("seventeenth", 17),
    ("seventh", 7),
    ("sixteenth", 16),
    ("sixth", 6),
    ("tenth", 10),
    ("third", 3),
    ("thirteenth", 13),
    ("thirtieth", 30),
    ("twelfth", 12),
    ("twentieth", 20),
];

fn look_up<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table.binary_search_by(|(word, _)| (*word).cmp(key)).ok().map(|at| table[at].1)
}

/// The month that `unit` names, 1 to 12. Short forms that are also words or names need their full stop or a number beside them.
pub(super) fn month(unit: &Unit<'_>, beside_number: bool) -> Option<i8> {
    let stem = unit.key.trim_end_matches('.');
    let short = stem.len() <= 4 && !matches!(stem, "may" | "june" | "july" | "juni" | "juli" | "mai");
    let sure = beside_number || !short || unit.key.ends_with('.');
    if unit.is_capital() && sure { look_up(MONTHS, stem) } else { None }
}

/// The weekday that `unit` names, Monday being 1. *Sun* and the like need their full stop or a comma after them.
pub(super) fn weekday(unit: &Unit<'_>, abbreviated: bool) -> Option<i8> {
    let stem = unit.key.trim_end_matches('.');
    let sure = abbreviated || 5 < stem.len() || unit.key.ends_with('.');
    if unit.is_capital() && sure { look_up(WEEKDAYS, stem) } else { None }
}

/// The first month of the season that `key` names.
pub(super) fn season(key: &str) -> Option<i8> {
    match key {
        "spring" | "fruhjahr" | "fruhling" => Some(3),
        "summer" | "sommer" => Some(6),
        "autumn" | "fall" | "herbst" => Some(9),
        "winter" => Some(12),
        _ => None,
    }
}

/// The value of a number word: *two*, *forty-one*.
pub(super) fn number_word(key: &str) -> Option<i64> {
    let one = |word: &str| look_up(NUMBERS, word);
    one(key).or_else(|| {
        let (tens, ones) = key.split_once('-')?;
        Some(one(tens).filter(|tens| 20 <= *tens && *tens < 100)? + one(ones).filter(|ones| *ones < 10)?)
    })
}

/// The value of an ordinal: *third*, *21st*.
pub(super) fn ordinal(unit: &Unit<'_>) -> Option<i64> {
    if unit.kind == TokenKind::Number {
        let (digits, letters) = parted(unit);
        return if matches!(&*letters, "st" | "nd" | "rd" | "th") { digits.replace(',', "").parse().ok() } else { None };
    }
    look_up(ORDINALS, &unit.key)
}

/// The digits of a number and the letters glued to them, in lower case: *61* and *mm*.
pub(super) fn parted<'a>(unit: &Unit<'a>) -> (&'a str, String) {
    let digits = unit.text.trim_end_matches(|last: char| last.is_alphabetic() || last == '²');
    (digits, unit.text[digits.len()..].to_lowercase())
}

/// The whole number written in digits alone, with separators of thousands.
pub(super) fn digits(unit: &Unit<'_>) -> Option<i64> {
    if unit.kind != TokenKind::Number || !unit.text.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let plain: String = unit.text.chars().filter(|character| !matches!(character, ',' | '\u{a0}' | '\u{202f}' | '’')).collect();
    plain.parse().ok()
}

/// The year that `unit` writes in four digits, 1000 to 2199.
pub(super) fn year(unit: &Unit<'_>) -> Option<i16> {
    let four = unit.kind == TokenKind::Number && unit.text.len() == 4 && unit.text.bytes().all(|byte| byte.is_ascii_digit());
    if four { unit.text.parse().ok().filter(|year| (1000..2200).contains(year)) } else { None }
}

/// Whether `unit` is a number: digits with or without glued letters, or a number word.
pub(super) fn is_number(unit: &Unit<'_>) -> bool {
    unit.kind == TokenKind::Number || (unit.shape != Shape::Upper && number_word(&unit.key).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::super::list;
    use super::*;

    #[test]
    fn tables_are_sorted() {
        fn sorted<T>(table: &[(&str, T)]) -> bool {
            table.windows(2).all(|pair| pair[0].0 < pair[1].0)
        }
        assert!(sorted(NUMBERS) && sorted(MONTHS) && sorted(WEEKDAYS) && sorted(ORDINALS));
    }

    #[test]
    fn all_of_them_may_start_a_date_or_a_number() {
        fn check<T>(table: &[(&str, T)]) {
            table.iter().for_each(|(word, _)| assert!(list::NUMBER_STARTS.has(word), "{word} is not in number-starts.txt"));
        }
        check(NUMBERS);
        check(MONTHS);
        check(WEEKDAYS);
        check(ORDINALS);
    }

    #[test]
    fn number_words_are_read() {
        assert_eq!(number_word("forty-one"), Some(41));
        assert_eq!(number_word("ten"), Some(10));
        assert_eq!(number_word("often"), None);
    }
}
