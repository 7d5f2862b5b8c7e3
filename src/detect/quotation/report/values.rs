//! What the learnt scorers see of a report: its cue, its subject, its ends and what stands beside them, in whole numbers.

use super::super::claims::{LONGEST, Shape, View};
use super::super::frames::Frame;
use super::super::learnt::Row;
use super::super::lexicon::{Flags, Tongue};
use super::super::lines::{Item, Kind};
use super::offer::Offer;
use std::ops::Range;

/// Distances beyond this are all the same.
const FAR: usize = 60;

/// The row for *does the report of `offer` hold?*
pub(in super::super) fn of_report(view: &View<'_>, offer: &Offer) -> Row<'static> {
    let frame = &view.frames[offer.frame];
    let edge = if offer.shape == Shape::Before { offer.fixed } else { offer.fixed.saturating_sub(1) };
    let rest = rest(view, offer);
    let mut values = of_frame(view, frame);
    values.extend([
        offer.shape as i16,
        yes(offer.usual),
        whole(offer.fixed.abs_diff(frame.cue.end)),
        sort(view, edge),
        sort(view, edge + 1),
        sort_before(view, edge),
        whole(rest.len()),
        first(view, rest.clone(), |item| item.mark(',')),
        first(view, rest.clone(), is_finite),
        first(view, rest.clone(), Item::speech),
        first(view, rest.clone(), |item| item.is(Flags::SPEECH) && !item.is(Flags::NOUNISH.with(Flags::CAPITAL))),
        yes(view.items[frame.cue.end.min(edge)..edge.max(frame.cue.end)].iter().any(|item| item.mark(','))),
        yes((frame.cue.end..edge).any(|at| view.word(at) == "that")),
        whole(view.frames.len()),
        whole(offer.frame),
        whole(view.end - view.start),
        sort(view, view.end - 1),
        sort(view, view.start),
        offer.usual_end.map_or(-1, |end| whole(end.abs_diff(offer.fixed))),
    ]);
    Row { words: [listed(view, frame.cue.end - 1), listed(view, edge), listed_before(view, frame.clause.start)], values }
}

/// The row for *is `other` the other end of `offer`?*
pub(in super::super) fn of_end(view: &View<'_>, offer: &Offer, other: usize, place: (usize, usize)) -> Row<'static> {
    let frame = &view.frames[offer.frame];
    let inside = offer.items(other);
    // What stands outside the moving end, nearest first.
    let outside = |step: usize| match offer.shape {
        Shape::Before => sort(view, other + step),
        _ => other.checked_sub(step + 1).map_or(0, |at| sort(view, at)),
    };
    let beyond = match offer.shape {
        Shape::Before => other..view.body_end().min(other + LONGEST).max(other),
        _ => view.start.max(other.saturating_sub(LONGEST))..other,
    };
    let comma = view.item(other).is_some_and(|item| item.mark(','));
    let next_frame = frame_at(view, other + usize::from(comma)).or_else(|| frame_at(view, other + 1 + usize::from(comma)));
    let mut values = vec![
        frame.order as i16,
        class(frame),
        yes(view.tongue == Tongue::German),
        offer.shape as i16,
        yes(offer.usual),
        yes(offer.usual_end == Some(other)),
        offer.usual_end.map_or(-99, |usual| signed(usual, other)),
        whole(place.0),
        whole(place.1 - place.0),
        sort(view, offer.fixed),
        whole(wordy(view, inside.clone())),
        whole(wordy(view, beyond.clone())),
        outside(0),
        outside(1),
        outside(2),
        sort(view, if offer.shape == Shape::Before { other.saturating_sub(1) } else { other }),
        sort(view, if offer.shape == Shape::Before { other.saturating_sub(2) } else { other + 1 }),
        count(view, inside.clone(), |item| item.mark(',')),
        count(view, beyond.clone(), |item| item.mark(',')),
        count(view, inside.clone(), is_finite),
        first(view, inside.clone(), is_finite),
        first(view, beyond.clone(), is_finite),
        first(view, beyond.clone(), |item| item.mark(',')),
        count(view, inside.clone(), Item::speech),
        first(view, beyond.clone(), Item::speech),
        count(view, inside.clone(), |item| matches!(item.kind, Kind::Mark('—' | '–' | '(' | ')'))),
        first(view, beyond, |item| matches!(item.kind, Kind::Mark('—' | '–' | '(' | ')'))),
        frames_inside(view, &inside, frame),
        next_frame.map_or(-1, |next| next.order as i16),
        next_frame.map_or(-1, class),
        is_subordinate(view, frame),
    ];
    values.extend(subject(view, frame));
    Row { words: [listed(view, other), listed(view, other + 1), listed(view, frame.cue.end - 1)], values }
}

/// What the cue, its place and its subject are.
fn of_frame(view: &View<'_>, frame: &Frame) -> Vec<i16> {
    let cue = &view.items[frame.cue.clone()];
    let verb = view.word(frame.cue.end - 1);
    let denied = (frame.cue.start.saturating_sub(1)..frame.cue.end).any(|at| {
        matches!(view.word(at), "not" | "never" | "declined" | "refused" | "nicht")
            || view.word(at).ends_with("n’t")
            || view.word(at).ends_with("n't")
    });
    let modal = cue.iter().any(|item| matches!(item.listed, "would" | "could" | "should" | "may" | "might" | "must" | "will" | "can"));
    let mut values = vec![frame.order as i16];
    for flag in [Flags::SAY, Flags::THAT, Flags::TELL, Flags::ASK, Flags::CALL, Flags::ACT, Flags::MIND, Flags::TO, Flags::NOUNISH] {
        values.push(yes(frame.class.any(flag)));
    }
    values.extend([
        yes(view.tongue == Tongue::German),
        whole(cue.len()),
        yes(denied),
        yes(modal),
        yes(view.word(frame.cue.start) == "to"),
        if verb.ends_with("ing") {
            3
        } else if verb.ends_with("ed") {
            2
        } else {
            yes(verb.ends_with('s'))
        },
        yes(cue.iter().any(|item| item.is(Flags::AUX))),
        sort_before(view, frame.clause.start),
        sort_before(view, frame.clause.start.saturating_sub(1)),
        whole(frame.clause.start - view.start),
        is_subordinate(view, frame),
    ]);
    values.extend(subject(view, frame));
    values
}

fn subject(view: &View<'_>, frame: &Frame) -> [i16; 4] {
    let Some(subject) = &frame.subject else { return [-1, -1, 0, 0] };
    [sort(view, subject.start), sort(view, subject.end - 1), whole(subject.len()), signed(subject.start, frame.cue.start)]
}

/// The class of a cue as one number: the first that it has.
pub(in super::super) fn class(frame: &Frame) -> i16 {
    [Flags::SAY, Flags::TELL, Flags::THAT, Flags::ASK, Flags::CALL, Flags::TO, Flags::ACT, Flags::MIND]
        .iter()
        .position(|flag| frame.class.any(*flag))
        .map_or(9, whole)
}

/// A clause that begins with a word such as *when* or *who*.
fn is_subordinate(view: &View<'_>, frame: &Frame) -> i16 {
    let relative = view.item(frame.clause.start).is_some_and(|item| item.is(Flags::REL) && !item.is(Flags::DET));
    let under = frame.clause.start.checked_sub(1).and_then(|at| view.item(at)).is_some_and(|item| item.is(Flags::SUB));
    2 * yes(relative) + yes(under)
}

fn frame_at<'a>(view: &View<'a>, at: usize) -> Option<&'a Frame> {
    let here = view.frames.partition_point(|frame| frame.clause.start < at);
    view.frames.get(here).filter(|frame| frame.clause.start == at)
}

/// How many other frames stand in the report.
fn frames_inside(view: &View<'_>, inside: &Range<usize>, own: &Frame) -> i16 {
    let from = view.frames.partition_point(|frame| frame.clause.start < inside.start);
    let within = view.frames[from..].iter().take(9).take_while(|frame| frame.clause.start < inside.end);
    whole(within.filter(|frame| frame.cue != own.cue).count())
}

/// The items that the report may still take.
fn rest(view: &View<'_>, offer: &Offer) -> Range<usize> {
    match offer.shape {
        Shape::Before => offer.fixed..view.body_end().min(offer.fixed + LONGEST).max(offer.fixed),
        _ => view.start.max(offer.fixed.saturating_sub(LONGEST))..offer.fixed,
    }
}

/// Whether a finite verb or its subject can be seen in the item.
pub(in super::super) fn is_finite(item: &Item) -> bool {
    (item.is(Flags::AUX) || item.is(Flags::PRON) && !item.is(Flags::DET.with(Flags::REL))) && !item.is(Flags::NAME)
}

fn wordy(view: &View<'_>, range: Range<usize>) -> usize {
    view.between(range.start, range.end).iter().filter(|item| item.wordy() || item.quote().is_some()).count()
}

fn count(view: &View<'_>, range: Range<usize>, wanted: impl Fn(&Item) -> bool) -> i16 {
    whole(view.between(range.start, range.end).iter().filter(|item| wanted(item)).count())
}

/// How far into `range` the first wanted item is; -1 for none nearby.
fn first(view: &View<'_>, range: Range<usize>, wanted: impl Fn(&Item) -> bool) -> i16 {
    view.between(range.start, range.end).iter().take(FAR).position(wanted).map_or(-1, whole)
}

fn listed(view: &View<'_>, at: usize) -> &'static str {
    view.item(at).map_or("", |item| item.listed)
}

fn listed_before(view: &View<'_>, at: usize) -> &'static str {
    at.checked_sub(1).map_or("", |at| listed(view, at))
}

/// What the item before the one at `at` is.
pub(in super::super) fn sort_before(view: &View<'_>, at: usize) -> i16 {
    at.checked_sub(1).map_or(0, |at| sort(view, at))
}

/// What an item is, as one number; 0 outside the line.
pub(in super::super) fn sort(view: &View<'_>, at: usize) -> i16 {
    view.item(at).map_or(0, |item| match item.kind {
        Kind::Mark(sign) => ",;:—–-().?!".find(sign).map_or(1, |place| 2 + whole(place.min(9))),
        Kind::Quote(_) => 12 + yes(item.speech()),
        Kind::Number => 14,
        Kind::Word => word_sort(item, view.word(at)),
    })
}

fn word_sort(item: &Item, word: &str) -> i16 {
    const ORDER: &[(Flags, i16)] = &[
        (Flags::NAME, 30),
        (Flags::POSSESSIVE, 31),
        (Flags::REL, 16),
        (Flags::CONJ, 17),
        (Flags::PRON, 20),
        (Flags::DET, 21),
        (Flags::AUX, 22),
        (Flags::SUB, 18),
        (Flags::PREP, 19),
        (Flags::OBJECT, 23),
        (Flags::TIME, 24),
        (Flags::ADV, 25),
        (Flags::CUE, 26),
        (Flags::PERSON, 28),
        (Flags::GROUP, 29),
        (Flags::ING, 27),
    ];
    match word {
        "that" | "dass" => 15,
        "to" | "zu" => 32,
        _ => ORDER.iter().find(|(flag, _)| item.is(*flag)).map_or_else(|| shape(word), |(_, sort)| *sort),
    }
}

/// Words of no list by their endings.
fn shape(word: &str) -> i16 {
    match word {
        _ if word.ends_with("ed") => 33,
        _ if word.ends_with('s') => 34,
        _ => 35,
    }
}

/// 1 for what holds, 0 for what does not.
pub(in super::super) fn yes(is: bool) -> i16 {
    i16::from(is)
}

/// A count, as far as it matters.
pub(in super::super) fn whole(count: usize) -> i16 {
    i16::try_from(count.min(FAR)).unwrap_or(60)
}

/// How far it is from one place to another, and in which direction.
pub(in super::super) fn signed(from: usize, to: usize) -> i16 {
    if from <= to { whole(to - from) } else { -whole(from - to) }
}
