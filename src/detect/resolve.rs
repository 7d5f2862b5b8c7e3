//! Which suggestions survive when they overlap inside a layer. Layers never exclude one another.
//!
//! The rule: of two suggestions of one layer that share a byte, the longer one stays, unless it is less than half as certain as the
//! shorter; of two of equal length the more certain one, and of two equally certain ones the first. What somebody quotes within a turn of a
//! transcript stays beside the turn.

use super::quotation;
use crate::annotation::{EntityId, Form, Label, Suggestion};
use crate::text::Span;
use std::collections::BTreeMap;

/// How much more certain the shorter of two must be to stay.
const TWICE: f32 = 2.0;

/// All suggestions in one list: one a block for its role (the first `blocks` of `structure`), then all others in the order of the text.
#[must_use]
pub fn resolve(
    text: &str,
    blocks: usize,
    structure: Vec<Suggestion>,
    mentions: Vec<Suggestion>,
    quotations: Vec<Suggestion>,
) -> Vec<Suggestion> {
    let furniture: BTreeMap<u32, Span> = structure.iter().skip(blocks).map(|inner| (inner.extent().start, inner.extent())).collect();
    let mut rest = not_themselves(without_overlaps(mentions), &quotations);
    let clear = |one| before_furniture(text, &furniture, after_furniture(text, &furniture, one));
    rest.extend(without_overlaps(quotations.into_iter().map(clear).collect()));
    rest.sort_by_key(Suggestion::extent);
    structure.into_iter().chain(rest).collect()
}

/// `mentions` without each *he* and *she* inside the very words of the person whom it was taken for: they would say *I*.
fn not_themselves(mut mentions: Vec<Suggestion>, quotations: &[Suggestion]) -> Vec<Suggestion> {
    let said = |quotation: &Suggestion| match &quotation.label {
        Label::Quotation(payload) => {
            payload.speaker.as_ref().and_then(|speaker| speaker.entity).map(|entity| (entity, payload.verbatim.clone()))
        }
        _ => None,
    };
    let mut words: Vec<(Span, EntityId)> =
        quotations.iter().filter_map(said).flat_map(|(entity, verbatim)| verbatim.into_iter().map(move |span| (span, entity))).collect();
    words.sort();
    mentions.retain(|mention| {
        let Some(meant) = mention.label.mention().filter(|mention| mention.form == Form::Pronoun) else { return true };
        let before = words.partition_point(|(span, _)| span.start <= mention.extent().start).checked_sub(1);
        before.is_none_or(|at| words[at].0.end < mention.extent().end || meant.entity != Some(words[at].1))
    });
    mentions
}

/// A reported clause that begins its paragraph begins after the dateline or other furniture there, and after the dash behind that.
fn after_furniture(text: &str, furniture: &BTreeMap<u32, Span>, mut quotation: Suggestion) -> Suggestion {
    let first = quotation.spans[0];
    let inner = furniture.range(..=first.start).next_back().map(|(_, inner)| *inner).filter(|inner| inner.overlaps(first));
    if let Some(inner) = inner.filter(|inner| inner.end < first.end) {
        let rest = Span { start: inner.end, end: first.end };
        let words = rest.of(text).trim_start_matches(|c: char| c.is_whitespace() || "-–—:/,.".contains(c));
        if !words.is_empty() {
            quotation.spans[0] = Span::new(rest.to() - words.len(), rest.to());
            if let Label::Quotation(payload) = &mut quotation.label {
                payload.verbatim.retain(|verbatim| inner.end <= verbatim.start);
            }
        }
    }
    quotation
}

/// One that runs to the end of its paragraph ends before the credit or other furniture there.
fn before_furniture(text: &str, furniture: &BTreeMap<u32, Span>, mut quotation: Suggestion) -> Suggestion {
    let Some(last) = quotation.spans.last_mut() else { return quotation };
    let inner = furniture.range(last.start + 1..last.end.max(last.start + 1)).next_back().map(|(_, inner)| *inner);
    if let Some(inner) = inner.filter(|inner| last.end <= inner.end) {
        let words = Span { start: last.start, end: inner.start }.of(text).trim_end();
        if !words.is_empty() {
            *last = Span::new(last.from(), last.from() + words.len());
        }
    }
    quotation
}

/// `suggestions`, all of one layer, without those that lose against another. One pass over their parts in the order of the text.
fn without_overlaps(suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut parts: Vec<(Span, usize)> = Vec::new();
    for (at, suggestion) in suggestions.iter().enumerate() {
        parts.extend(suggestion.spans.iter().map(|span| (*span, at)));
    }
    parts.sort();
    let mut lost = vec![false; suggestions.len()];
    let mut holder: Option<(Span, usize)> = None;
    for (span, at) in parts {
        if lost[at] {
            continue;
        }
        match holder.filter(|(held, by)| held.overlaps(span) && *by != at && !lost[*by]) {
            Some((held, by)) if is_turn(&suggestions[by]) && held.contains(span) => {}
            Some((held, _)) if is_turn(&suggestions[at]) && span.contains(held) => holder = Some((span, at)),
            Some((_, by)) if stays(&suggestions[by], &suggestions[at]) => lost[at] = true,
            Some((_, by)) => {
                lost[by] = true;
                holder = Some((span, at));
            }
            None => holder = Some((span, at)),
        }
    }
    suggestions.into_iter().zip(lost).filter(|(_, lost)| !lost).map(|(suggestion, _)| suggestion).collect()
}

/// Whether it is a turn of a transcript, in which others may be quoted.
fn is_turn(suggestion: &Suggestion) -> bool {
    suggestion.rule == quotation::TURN
}

/// Whether `first` stays and `second`, which overlaps it and starts no earlier, goes.
fn stays(first: &Suggestion, second: &Suggestion) -> bool {
    let length = |suggestion: &Suggestion| suggestion.spans.iter().map(|span| span.len()).sum::<usize>();
    match length(first).cmp(&length(second)) {
        std::cmp::Ordering::Greater => second.confidence <= TWICE * first.confidence,
        std::cmp::Ordering::Equal => second.confidence <= first.confidence,
        std::cmp::Ordering::Less => TWICE * second.confidence < first.confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{EntityKind, Label, Mention};

    fn check(suggestions: &[(u32, u32, f32)], expected: &[(u32, u32)]) {
        let label = || Label::Entity(Mention::named(EntityKind::Person));
        let made =
            suggestions.iter().map(|&(start, end, confidence)| Suggestion::new(Span { start, end }, label(), confidence, "test")).collect();
        let kept: Vec<_> = resolve("", 0, vec![], made, vec![]).iter().map(|one| (one.extent().start, one.extent().end)).collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn a_reported_clause_begins_after_the_dateline() {
        use crate::annotation::{Quotation, QuotationKind, Role};
        let text = "LISBON (AP) — Ferries stop, they said.";
        let span = |words: &str| {
            let at = text.find(words).expect("the words are there");
            Span::new(at, at + words.len())
        };
        let quotation = Label::Quotation(Quotation { kind: QuotationKind::Indirect, speaker: None, cue: None, verbatim: vec![] });
        let structure = vec![
            Suggestion::new(span(text), Label::Structure(Role::Paragraph), 0.9, "test"),
            Suggestion::new(span("LISBON (AP)"), Label::Structure(Role::Dateline), 0.9, "test"),
        ];
        let resolved =
            resolve(text, 1, structure, vec![], vec![Suggestion::new(span("LISBON (AP) — Ferries stop"), quotation, 0.6, "test")]);
        assert_eq!(resolved[2].extent(), span("Ferries stop"));
    }

    #[test]
    fn and_ends_before_the_credit() {
        use crate::annotation::{Quotation, QuotationKind, Role};
        let text = "She had kept the stencils. (hwo)";
        let span = |words: &str| {
            let at = text.find(words).expect("the words are there");
            Span::new(at, at + words.len())
        };
        let quotation = Label::Quotation(Quotation { kind: QuotationKind::Indirect, speaker: None, cue: None, verbatim: vec![] });
        let structure = vec![
            Suggestion::new(span(text), Label::Structure(Role::Paragraph), 0.9, "test"),
            Suggestion::new(span("(hwo)"), Label::Structure(Role::Credit), 0.9, "test"),
        ];
        let resolved = resolve(text, 1, structure, vec![], vec![Suggestion::new(span(text), quotation, 0.6, "test")]);
        assert_eq!(resolved[2].extent(), span("She had kept the stencils."));
    }

    #[test]
    fn nobody_calls_themselves_she() {
        use crate::annotation::{Quotation, QuotationKind, Speaker};
        let text = "“She never saw one,” Ana said. She left.";
        let pronoun = |start, entity| {
            let mention = Mention { form: Form::Pronoun, entity: Some(EntityId(entity)), ..Mention::named(EntityKind::Person) };
            Suggestion::new(Span { start, end: start + 3 }, Label::Entity(mention), 0.8, "test")
        };
        let speaker = Speaker { span: None, entity: Some(EntityId(1)), text: "Ana".to_owned() };
        let words = Span { start: 0, end: 24 };
        let quotation = Quotation { kind: QuotationKind::Direct, speaker: Some(speaker), cue: None, verbatim: vec![words] };
        let said = || vec![Suggestion::new(words, Label::Quotation(quotation.clone()), 0.9, "test")];
        let starts = |entity| {
            let all = resolve(text, 0, vec![], vec![pronoun(3, entity), pronoun(35, entity)], said());
            all.iter().filter(|one| one.label.mention().is_some()).map(|one| one.extent().start).collect::<Vec<_>>()
        };
        assert_eq!(starts(1), [35]);
        assert_eq!(starts(2), [3, 35]);
    }

    #[test]
    fn neighbours_both_stay() {
        check(&[(0, 3, 0.5), (3, 6, 0.5)], &[(0, 3), (3, 6)]);
    }

    #[test]
    fn the_longer_one_stays() {
        check(&[(0, 9, 0.6), (4, 9, 0.9)], &[(0, 9)]);
        check(&[(0, 4, 0.6), (0, 9, 0.6)], &[(0, 9)]);
    }

    #[test]
    fn unless_the_shorter_is_twice_as_certain() {
        check(&[(0, 9, 0.3), (4, 9, 0.9)], &[(4, 9)]);
    }

    #[test]
    fn what_a_turn_quotes_stays_beside_it() {
        let label = || Label::Entity(Mention::named(EntityKind::Person));
        let one = |start, end, rule: &str| Suggestion::new(Span { start, end }, label(), 0.9, rule);
        let made = vec![one(0, 30, quotation::TURN), one(0, 4, "test"), one(10, 20, "test"), one(12, 16, "test"), one(28, 34, "test")];
        let kept: Vec<_> = resolve("", 0, vec![], made, vec![]).iter().map(|one| (one.extent().start, one.extent().end)).collect();
        assert_eq!(kept, [(0, 4), (0, 30), (10, 20), (12, 16)]);
    }

    #[test]
    fn of_equals_the_more_certain_stays_and_else_the_first() {
        check(&[(0, 4, 0.5), (0, 4, 0.7)], &[(0, 4)]);
        check(&[(0, 4, 0.5), (2, 6, 0.5)], &[(0, 4)]);
    }
}
