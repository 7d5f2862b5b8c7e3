//! From the words of a subject to a speaker: a name, a description or a pronoun, with the mention it holds.

use super::lexicon::Flags;
use super::lines::{Item, Kind};
use super::phrase::is_genitive;
use crate::annotation::{EntityKind, Form, Suggestion};
use crate::text::Span;
use std::ops::Range;

/// Who the words of a subject name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The words that name the speaker.
    pub(super) span: Span,
    /// By name, description or pronoun.
    pub(super) form: Form,
    /// The mention among the entities that they are.
    pub(super) mention: Option<usize>,
    /// The item of the head: the pronoun, or the noun of a description.
    pub(super) head: usize,
}

/// Reads the speaker from the items of a subject. `mentions` are in the order of the text.
pub(super) fn read(items: &[Item], subject: Range<usize>, mentions: &[Suggestion]) -> Option<Named> {
    let subject = without_edges(items, subject)?;
    if let Some(pronoun) = pronoun(items, &subject) {
        return Some(pronoun);
    }
    let head_end = head_end(items, &subject, mentions);
    let head = Span::new(items[subject.start].span.from(), items[head_end - 1].span.to());
    let whole = Span::new(items[subject.start].span.from(), items[subject.end - 1].span.to());
    if is_pair(&items[subject.start..head_end]) && !inside_mention(mentions, head) {
        return Some(Named { span: whole, form: Form::Nominal, mention: None, head: head_end - 1 });
    }
    let german = matches!(items[subject.start].listed, "der" | "die" | "das" | "ein" | "eine" | "einer" | "dem" | "den" | "des");
    let described = german && head_end == subject.start + 2 && items[head_end - 1].is(Flags::PERSON.with(Flags::GROUP).with(Flags::TITLE));
    if let Some(mention) = last_mention(mentions, head).filter(|_| !described) {
        let extent = mentions[mention].extent();
        let span = if extent.start < head.start { head } else { extent };
        return Some(Named { span, form: Form::Name, mention: Some(mention), head: head_end - 1 });
    }
    match name_run(items, subject.start..head_end) {
        Some(run) => Some(Named {
            span: Span::new(items[run.start].span.from(), items[run.end - 1].span.to()),
            form: Form::Name,
            mention: None,
            head: head_end - 1,
        }),
        None => Some(Named { span: whole, form: Form::Nominal, mention: None, head: head_end - 1 }),
    }
}

/// Two names that speak together: *Brandt and Reyes*.
fn is_pair(head: &[Item]) -> bool {
    let name = |item: &Item| item.is(Flags::NAME) && !item.is(Flags::TITLE);
    head.windows(3).any(|three| name(&three[0]) && matches!(three[1].listed, "and" | "und") && name(&three[2]))
}

fn without_edges(items: &[Item], subject: Range<usize>) -> Option<Range<usize>> {
    let idle = |item: &Item| !item.wordy() && item.quote().is_none() && !item.mark('$') || item.is(Flags::POSSESSIVE);
    let start = subject.clone().find(|&at| !idle(&items[at]))?;
    let end = subject.clone().rev().find(|&at| !idle(&items[at]) || items[at].mark(')'))? + 1;
    (start < end).then_some(start..end)
}

fn pronoun(items: &[Item], subject: &Range<usize>) -> Option<Named> {
    let item = &items[subject.start];
    let only = subject.len() == 1 && item.is(Flags::PRON.with(Flags::REL).with(Flags::DET)) && !item.is(Flags::NAME.with(Flags::PERSON));
    only.then_some(Named { span: item.span, form: Form::Pronoun, mention: None, head: subject.start })
}

/// Where the head of the phrase ends: before a preposition that no name runs over, a bracket or a relative clause.
fn head_end(items: &[Item], subject: &Range<usize>, mentions: &[Suggestion]) -> usize {
    let stops = |at: usize| {
        let item = &items[at];
        let opens = item.mark('(')
            || item.mark(',')
            || item.is(Flags::PREP) && !item.is(Flags::NAME)
            || is_genitive(items, at)
            || item.is(Flags::REL) && !item.is(Flags::DET);
        opens && !inside_mention(mentions, item.span)
    };
    let quantity = items[subject.start].is(Flags::DET) && items.get(subject.start + 1).is_some_and(|next| next.is(Flags::PREP));
    if quantity {
        return subject.end;
    }
    (subject.start + 1..subject.end).find(|&at| stops(at)).unwrap_or(subject.end)
}

fn inside_mention(mentions: &[Suggestion], span: Span) -> bool {
    mention_at(mentions, span.start).is_some_and(|mention| mentions[mention].extent().contains(span))
}

/// The mention that holds byte `at`.
pub(super) fn mention_at(mentions: &[Suggestion], at: u32) -> Option<usize> {
    let index = mentions.partition_point(|mention| mention.extent().end <= at);
    mentions.get(index).filter(|mention| mention.extent().start <= at).map(|_| index)
}

/// The mention that the head ends with, if it is one that can speak.
fn last_mention(mentions: &[Suggestion], head: Span) -> Option<usize> {
    let index = mention_at(mentions, head.end.saturating_sub(1))?;
    let speaks = mentions[index].label.mention().is_some_and(|mention| {
        matches!(
            mention.kind,
            EntityKind::Person
                | EntityKind::Org
                | EntityKind::Gpe
                | EntityKind::Loc
                | EntityKind::Fac
                | EntityKind::Work
                | EntityKind::Own(_)
                | EntityKind::Product
        ) && mention.form == Form::Name
    });
    (speaks && mentions[index].extent().end >= head.end).then_some(index)
}

/// The name that stands in apposition after a description: *a spokesman, Ann Smith,*.
pub(super) fn apposition(items: &[Item], subject: &Range<usize>, mentions: &[Suggestion]) -> Option<Named> {
    let comma = subject.end;
    let end = (comma + 1..items.len().min(comma + 9)).find(|&at| !items[at].wordy())?;
    let plain = items.get(comma)?.mark(',') && matches!(items[end].kind, Kind::Mark(',' | '.' | '(' | '—' | '–')) && end > comma + 1;
    let verb = items[comma + 1..end]
        .iter()
        .any(|item| item.is(Flags::AUX.with(Flags::SPEECH).with(Flags::PREP).with(Flags::REL)) && !item.is(Flags::NAME.with(Flags::DET)));
    let mention = mention_at(mentions, items[end - 1].span.start)?;
    let person = mentions[mention].label.mention().is_some_and(|mention| mention.kind == EntityKind::Person);
    (plain && person && !verb).then(|| Named { span: mentions[mention].extent(), form: Form::Name, mention: Some(mention), head: end - 1 })
}

/// The run of capitals at the end of `head`: *Sen. Ann Smith*.
fn name_run(items: &[Item], head: Range<usize>) -> Option<Range<usize>> {
    let last = head.end.checked_sub(1)?;
    if !items[last].is(Flags::NAME) || items[last].is(Flags::TIME) || matches!(items[last].kind, Kind::Quote(_)) {
        return None;
    }
    let mut start = last;
    while start > head.start && items[start - 1].is(Flags::NAME) {
        start -= 1;
    }
    while start < last && items[start].is(Flags::TITLE.with(Flags::TIME)) {
        start += 1;
    }
    let described = start == last && items[last].is(Flags::PERSON.with(Flags::GROUP)) && start > head.start;
    (!described).then_some(start..last + 1)
}
