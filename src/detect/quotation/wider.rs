//! Words reported together with a quotation that no cue governs: *knocked a claim that “too much” was spent*. The learnt scorers choose
//! where they begin and where they end.

use super::claims::View;
use super::facts::Facts;
use super::learnt::{Asked, Question, Row};
use super::lexicon::Flags;
use super::lines::{Item, Kind};
use super::pairing::Quoted;
use super::report::values::{class, is_finite, sort, sort_before, whole, yes};
use crate::text::Span;
use std::ops::Range;

/// How far from the quotation its report may begin or end.
pub(super) const NEAR: usize = 22;

/// The items that are reported with the quotation at item `at`, of those in `room`; at least the quotation itself.
pub(super) fn around(view: &View<'_>, at: usize, room: &Range<usize>) -> Range<usize> {
    let start = best(Question::Lead, starts(view, at, room).map(|start| (start, lead(view, at, start)))).unwrap_or(at);
    let end = best(Question::Tail, ends(view, at, room).map(|end| (end, tail(view, at, start, end)))).unwrap_or(at + 1);
    start..end
}

fn best(question: Question, offers: impl Iterator<Item = (usize, Row<'static>)>) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for (place, row) in offers {
        let likely = question.answer(&row);
        if best.is_none_or(|(most, _)| likely > most) {
            best = Some((likely, place));
        }
    }
    best.map(|(_, place)| place)
}

/// The questions that `around` asks, for the trainer: all beginnings, and for each of them all ends.
pub(super) fn study(view: &View<'_>, at: usize, quotes: &[Quoted], asked: &mut Vec<Asked>) {
    let room = view.start..view.body_end();
    let about = view.items[at].span;
    let span = |start: usize, end: usize| Span::new(view.items[start].span.from(), end_of(view, end, quotes));
    for start in starts(view, at, &room) {
        let row = lead(view, at, start);
        asked.push(Asked { question: Question::Lead, row, span: span(start, at + 1), about, backwards: false, group: 0 });
        for end in ends(view, at, &room) {
            let row = tail(view, at, start, end);
            asked.push(Asked { question: Question::Tail, row, span: span(start, end), about, backwards: false, group: 0 });
        }
    }
}

/// Where the item before `end` ends in the text.
fn end_of(view: &View<'_>, end: usize, quotes: &[Quoted]) -> usize {
    let last = &view.items[end - 1];
    last.quote().map_or(last.span, |quote| quotes[quote].span).to()
}

/// Where the report of the quotation at `at` may begin, nearest first.
fn starts<'a>(view: &'a View<'_>, at: usize, room: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let floor = room.start.max(at.saturating_sub(NEAR)).max(view.start);
    (floor..=at).rev().filter(move |&start| start == at || solid(&view.items[start]))
}

/// Where it may end, one past its last item, nearest first.
fn ends<'a>(view: &'a View<'_>, at: usize, room: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let limit = room.end.min(at + 1 + NEAR).min(view.end).max(at + 1);
    (at + 1..=limit).filter(move |&end| end == at + 1 || solid(&view.items[end - 1]) && stops(view, end))
}

/// Whether a report can begin or end with the item.
fn solid(item: &Item) -> bool {
    item.wordy() || item.quote().is_some()
}

/// Whether a report may end before the item at `end`: before a mark, a small word or a verb.
fn stops(view: &View<'_>, end: usize) -> bool {
    view.item(end).is_none_or(|item| {
        let small = Flags::CONJ.with(Flags::SUB).with(Flags::REL).with(Flags::PREP).with(Flags::ING).with(Flags::TIME).with(Flags::AUX);
        !item.wordy() || item.is(small.with(Flags::CUE)) || view.items[end - 1].quote().is_some()
    })
}

fn facts<'a>(view: &View<'a>, at: usize) -> Option<&'a Facts> {
    view.items[at].quote().map(|quote| &view.facts[quote])
}

/// What the scorer sees of the beginning `start`.
fn lead(view: &View<'_>, at: usize, start: usize) -> Row<'static> {
    let inside = view.between(start, at);
    let counted = |wanted: &dyn Fn(&Item) -> bool| whole(inside.iter().filter(|item| wanted(item)).count());
    let before = view.frames.partition_point(|frame| frame.cue.start < start);
    let cue = view.frames[..before].iter().rev().take(3).find(|frame| frame.cue.end <= start);
    let other = |step: usize| start.checked_sub(step).map_or(0, |at| sort_before(view, at));
    let mut values = vec![
        whole(at - start),
        whole(start - view.start),
        yes(start == at),
        sort(view, start),
        sort(view, start + 1),
        other(0),
        other(1),
        other(2),
        sort_before(view, at),
        sort(view, at + 1),
        cue.map_or(-1, |cue| whole(start - cue.cue.end)),
        cue.map_or(-1, class),
        cue.map_or(-1, |cue| cue.order as i16),
        counted(&|item| item.mark(',')),
        counted(&is_finite),
        counted(&|item| item.is(Flags::CUE)),
        counted(&Item::speech),
        counted(&|item| item.listed == "that"),
        whole(view.frames.len()),
    ];
    values.extend(of_quote(view, at));
    Row { words: [listed(view, Some(start)), listed(view, start.checked_sub(1)), listed(view, at.checked_sub(1))], values }
}

/// What the scorer sees of the end `end` of the report that begins at `start`.
fn tail(view: &View<'_>, at: usize, start: usize, end: usize) -> Row<'static> {
    let inside = view.between(at + 1, end);
    let counted = |wanted: &dyn Fn(&Item) -> bool| whole(inside.iter().filter(|item| wanted(item)).count());
    let ahead = view.frames.partition_point(|frame| frame.clause.start < end);
    let mut values = vec![
        whole(end - at - 1),
        whole(view.body_end().saturating_sub(end)),
        whole(at - start),
        sort(view, end),
        sort(view, end + 1),
        sort(view, end + 2),
        sort_before(view, end),
        sort(view, start),
        sort_before(view, start),
        sort_before(view, at),
        sort(view, at + 1),
        counted(&|item| item.mark(',')),
        counted(&is_finite),
        counted(&|item| item.is(Flags::CUE)),
        counted(&Item::speech),
        counted(&|item| matches!(item.kind, Kind::Mark('—' | '–' | '(' | ')'))),
        view.frames.get(ahead).map_or(-1, |frame| whole(frame.clause.start.saturating_sub(end))),
        view.between(end, end + NEAR).iter().position(Item::speech).map_or(-1, whole),
        view.between(end, end + NEAR).iter().position(|item| item.mark(',')).map_or(-1, whole),
    ];
    values.extend(of_quote(view, at));
    Row { words: [listed(view, Some(end)), listed(view, Some(end + 1)), listed(view, Some(at + 1))], values }
}

fn of_quote(view: &View<'_>, at: usize) -> [i16; 5] {
    let Some(facts) = facts(view, at) else { return [0; 5] };
    [i16::try_from(facts.words.min(60)).unwrap_or(60), facts.end as i16, yes(facts.capital), yes(facts.clause), yes(facts.person)]
}

fn listed(view: &View<'_>, at: Option<usize>) -> &'static str {
    at.and_then(|at| view.item(at)).map_or("", |item| item.listed)
}
