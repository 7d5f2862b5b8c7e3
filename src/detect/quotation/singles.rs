//! Tells single quotation marks from apostrophes.

use super::marks::{Mark, Shape};
use crate::text::Span;

/// Words that begin with an apostrophe.
const ELISIONS: &[&str] = &[
    "bout", "cause", "em", "n", "nuff", "round", "s", "til", "till", "tis", "twas", "tween", "twere", "twill", "neath", "cos", "kay", "ve",
    "ll", "re",
];

/// Whether `mark` opens a quotation; `inside` says that a single one is open already.
pub(super) fn opens(text: &str, block: Span, mark: Mark, inside: bool) -> bool {
    if inside && !matches!(mark.shape, Shape::HighSix) || !mark.may_open() {
        return false;
    }
    match mark.shape {
        Shape::Open | Shape::HighSix => true,
        Shape::Either if matches!(mark.sign, '‹' | '›') => true,
        Shape::Either => !elides(&text[mark.at + mark.len..block.to()]),
        _ => false,
    }
}

/// Whether `mark`, while a single quotation is open, closes it. The `later` marks of the block decide about *workers’*.
pub(super) fn closes(text: &str, block: Span, mark: Mark, later: &[Mark]) -> bool {
    let before = &text[block.from()..mark.at];
    let and = before.ends_with("’n") || before.ends_with("'n") || before.ends_with("’N");
    if !mark.may_close() || mark.shape == Shape::Open || and {
        return false;
    }
    let possessive = matches!(mark.before, 's' | 'z') && next_word_is_lower(&text[mark.at + mark.len..block.to()]);
    !(possessive && closes_later(text, block, mark, later))
}

/// Whether a better closing mark follows before the next opening one; only the next few marks are looked at.
fn closes_later(text: &str, block: Span, first: Mark, later: &[Mark]) -> bool {
    for mark in later.iter().take(6) {
        let rest = &text[mark.at + mark.len..block.to()];
        if mark.shape == Shape::HighSix || mark.shape == Shape::Either && mark.may_open() && !mark.may_close() && !elides(rest) {
            return false;
        }
        let near = mark.at - first.at < 40;
        if mark.may_close() && (near || mark.before.is_ascii_punctuation() || !matches!(mark.before, 's' | 'z')) {
            return true;
        }
    }
    false
}

fn next_word_is_lower(rest: &str) -> bool {
    rest.strip_prefix(' ').and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase)
}

/// Whether what follows an apostrophe is a shortened word or a decade: *’em*, *’90s*.
fn elides(rest: &str) -> bool {
    let word: String = rest.chars().take(6).take_while(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == 2 && (word.len() == 2 || word.ends_with('s')) || ELISIONS.contains(&word.as_str())
}
