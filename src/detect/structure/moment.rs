//! When the story was published and changed: the dates in the lines around the headline.

use super::near::{Line, unglued};
use crate::source::metadata::dates;
use crate::text::Span;

/// Lines before and after the headline in which its dates stand.
const REACH: (usize, usize) = (5, 16);
/// Words of the longest line that is a date with what belongs to it.
const LONGEST: usize = 30;

/// What announces the day of publication, lower case.
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "veröffentlicht",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "publicerad",
    "erstellt",
    "first published",
];
/// What announces the day of the last change, lower case.
const CHANGED: &[&str] = &[
    "updated",
    "modified",
    "aktualisiert",
    "stand:",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "bijgewerkt",
    "atualizado",
    "uppdaterad",
    "last reviewed",
    "revised",
];

/// The days of publication and of the last change, ISO 8601, with the lines that say so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    pub(super) published: Option<(String, Span)>,
    pub(super) changed: Option<(String, Span)>,
}

/// The dates of a page whose headline is line `title`. `month_first` reads 3/4/2026 as the fourth of March.
pub(super) fn find(lines: &[Line<'_>], title: Option<usize>, month_first: bool) -> Found {
    let at = title.unwrap_or(0);
    let mut near: Vec<usize> = (at.saturating_sub(REACH.0)..lines.len().min(at + REACH.1)).collect();
    // Below the headline before above it, the nearest first.
    near.sort_by_key(|&line| (line < at, line.abs_diff(at)));
    let mut found = Found::default();
    for line in near.into_iter().map(|at| &lines[at]) {
        let Some(read) = read(line, month_first) else { continue };
        let place = |moment: Option<String>| moment.map(|moment| (moment, line.span));
        found.published = found.published.or(place(read.0));
        found.changed = found.changed.or(place(read.1));
    }
    found
}

/// The moments of publication and of change that a line names.
fn read(line: &Line<'_>, month_first: bool) -> Option<(Option<String>, Option<String>)> {
    if LONGEST < line.text.split_whitespace().take(LONGEST + 1).count() || line.is_prose() {
        return None;
    }
    let text = unglued(line.text);
    let lower = text.to_lowercase();
    // Lower case can have another length than the text; then places do not fit, and the whole line is read.
    let at = |marks: &[&str]| if lower.len() == text.len() { marks.iter().filter_map(|mark| lower.find(mark)).min() } else { None };
    let date = |from: usize, to: usize| text.get(from..to).and_then(|part| dates::find(part, month_first));
    let end = text.len();
    Some(match (at(PUBLISHED), at(CHANGED)) {
        (Some(published), Some(changed)) if published < changed => {
            (date(published, changed).or_else(|| date(0, changed)), date(changed, end))
        }
        (Some(published), Some(changed)) => (date(published, end), date(changed, published)),
        (Some(published), None) => (date(published, end).or_else(|| date(0, end)), None),
        (None, Some(changed)) => (date(0, changed), date(changed, end)),
        (None, None) => (date(0, end), None),
    })
}

/// Whether a stamp speaks of a change only: the day of publication would stand before it.
pub(super) fn is_change(words: &str) -> bool {
    let lower = words.to_lowercase();
    let change = CHANGED.iter().filter_map(|mark| lower.find(mark)).min();
    let first = lower.find(|c: char| c.is_ascii_digit());
    change.is_some_and(|change| first.is_none_or(|first| change < first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, published: Option<&str>, changed: Option<&str>) {
        let line = Line { span: Span::new(0, text.len()), text, marked: false };
        let found = find(&[line], None, true);
        let value = |found: &Option<(String, Span)>| found.as_ref().map(|(day, _)| day.chars().take(10).collect::<String>());
        assert_eq!((value(&found.published).as_deref(), value(&found.changed).as_deref()), (published, changed), "{text}");
    }

    #[test]
    fn dates_beside_names_and_labels() {
        check("By Ana DíazPublished: Jan 29, 2025", Some("2025-01-29"), None);
        check("Susan Marsh • November 4th, 2025", Some("2025-11-04"), None);
        check("TechnologyDECEMBER 22, 2022 Updated: JANUARY 02, 2026", Some("2022-12-22"), Some("2026-01-02"));
        check("Updated May 5, 2024 | Published May 1, 2024", Some("2024-05-01"), Some("2024-05-05"));
        check("Last updated on May 5, 2024", None, Some("2024-05-05"));
        check("EditorialNovember 22, 2018", Some("2018-11-22"), None);
        check("03/01/2017 by Ana Díaz", Some("2017-03-01"), None);
        check("Bridge opens", None, None);
    }

    #[test]
    fn changes_are_told_from_publication() {
        assert!(is_change("Last updated: 22:04, Thursday 22 January 2026"));
        assert!(!is_change("Saturday 8 November 2025, 6.00am | Updated 11.14am"));
    }
}
