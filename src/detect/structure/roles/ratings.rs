//! Score cards: what a test gave a thing, part by part, under the word *score* or *rating*.

use super::{Verdict, View, verdict};
use crate::annotation::Role;

/// Words of the longest line of a score card.
const WORDS: usize = 7;
/// Lines of a card that are looked at before and after a line.
const REACH: usize = 12;
/// Lines between the head of a card and its first score at most.
const HEAD: usize = 3;
/// Scores that make a card.
const SCORES: usize = 2;

/// What heads a score card, lower case.
const HEADS: &[&str] = &[
    "score",
    "scores",
    "scorecard",
    "rating",
    "ratings",
    "overall",
    "verdict",
    "wertung",
    "gesamtwertung",
    "bewertung",
    "testnote",
    "gesamtnote",
    "puntuación",
    "valoración",
    "punteggio",
    "voto",
    "nota",
    "ocena",
    "оценка",
];

/// A line of a score card: its head, its sum, or the score of one part.
pub(super) fn card(view: &View<'_>, at: usize) -> Option<Verdict> {
    let text = view.item(at).text;
    let part = if is_score(text) {
        let first = (at.saturating_sub(REACH)..at).rev().take_while(|&before| is_score(view.item(before).text)).last().unwrap_or(at);
        let headed = (first.saturating_sub(HEAD)..first).any(|before| is_head(view.item(before).text));
        headed && SCORES <= scores(view, first)
    } else {
        let from = (at + 1..(at + 1 + HEAD).min(view.items.len())).find(|&next| is_score(view.item(next).text));
        let between = |first: usize| (at + 1..first).all(|next| is_head(view.item(next).text) || is_sum(view.item(next).text));
        let headed = |first: usize| (at..first).any(|line| is_head(view.item(line).text));
        (is_head(text) || is_sum(text)) && from.is_some_and(|first| between(first) && headed(first) && SCORES <= scores(view, first))
    };
    part.then_some(())?;
    verdict(Role::Rating, 0.9, "structure.rating.card")
}

/// How many scores follow each other from `first` on.
fn scores(view: &View<'_>, first: usize) -> usize {
    view.items[first..].iter().take(REACH).take_while(|item| is_score(item.text)).count()
}

/// `Ride comfort 8.7`, `Price: 4.5 / 5`
fn is_score(text: &str) -> bool {
    let bare = text.trim_end();
    let bare = ["/10", "/5", "/ 10", "/ 5"].iter().find_map(|most| bare.strip_suffix(most)).unwrap_or(bare).trim_end();
    let Some((label, score)) = bare.rsplit_once(char::is_whitespace) else { return false };
    let worth = score == "10" || matches!(score.as_bytes(), [whole, b'.' | b',', part] if whole.is_ascii_digit() && part.is_ascii_digit());
    let named = label.starts_with(char::is_alphabetic) && !label.contains(|c: char| c.is_ascii_digit());
    (worth || score == "10.0") && named && label.split_whitespace().take(WORDS).count() < WORDS
}

fn is_head(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    (1..=4).contains(&words().take(5).count()) && words().any(|word| HEADS.contains(&word.to_lowercase().as_str()))
}

/// The score of the whole: `81`, `8.7`.
fn is_sum(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::structure::look::Look;
    use crate::detect::structure::page::Item;

    fn check(lines: &[&str], expected: &[bool]) {
        let items: Vec<Item<'_>> =
            lines.iter().map(|text| Item { text, look: Look::of(text), dom: None, hint: None, blank_before: 0 }).collect();
        let (likely, said, over) = (vec![0.9; items.len()], vec![Default::default(); items.len()], vec![None; items.len()]);
        let view = View { items: &items, likely: &likely, said: &said, title: None, lead: 0, end: items.len(), over: &over };
        let seen: Vec<bool> = (0..items.len()).map(|at| card(&view, at).is_some()).collect();
        assert_eq!(seen, expected, "{lines:?}");
    }

    #[test]
    fn score_cards_are_ratings() {
        check(
            &["Tent Two", "92", "Our score", "Warmth 9.5", "Weight: 7.0", "Price 10", "It is warm."],
            &[false, true, true, true, true, true, false],
        );
        check(&["Gesamtwertung", "Ton 4,5 / 5", "Bild 3,5 / 5"], &[true; 3]);
    }

    #[test]
    fn figures_without_a_score_over_them_are_none() {
        check(&["Growth by country", "Germany 1.2", "France 0.9", "Italy 0.7"], &[false; 4]);
        check(&["The score", "Friday night saw it all."], &[false; 2]);
        check(&["Final score", "Leeds 2.5"], &[false; 2]);
    }
}
