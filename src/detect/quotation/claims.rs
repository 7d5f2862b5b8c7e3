//! What each frame of a line governs: quotations in marks, clauses, or both.

use super::clause;
use super::facts::{End, Facts};
use super::frames::{Frame, Order};
use super::lexicon::{Flags, Tongue};
use super::lines::{Item, Kind};
use std::ops::Range;

/// Words that a frame attributes to its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// Which frame of the line.
    pub(super) frame: usize,
    /// The items it governs, in order.
    pub(super) parts: Vec<Range<usize>>,
    /// How they stand to the cue.
    pub(super) shape: Shape,
}

/// How the words stand to the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// The words, then the cue.
    After,
    /// The cue, then the words.
    Before,
    /// The cue stands between.
    Around,
}

/// A line with what was found in it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// All items.
    pub(super) items: &'a [Item],
    /// First item of the line.
    pub(super) start: usize,
    /// One past the last item of the line.
    pub(super) end: usize,
    /// The frames of the line.
    pub(super) frames: &'a [Frame],
    /// Features of all quotations.
    pub(super) facts: &'a [Facts],
    /// The text.
    pub(super) text: &'a str,
    /// The language.
    pub(super) tongue: Tongue,
}

impl View<'_> {
    /// The item at `at`, if it is in the line.
    pub(super) fn item(&self, at: usize) -> Option<&Item> {
        (self.start <= at && at < self.end).then(|| &self.items[at])
    }

    /// The features of the quotation at item `at`, if it is one that can be speech.
    pub(super) fn quote(&self, at: usize) -> Option<&Facts> {
        self.item(at).filter(|item| !item.is(Flags::NAME)).and_then(Item::quote).map(|quote| &self.facts[quote])
    }

    /// The items from `from` to `to`, as far as they are in the line.
    pub(super) fn between(&self, from: usize, to: usize) -> &[Item] {
        let to = to.min(self.end);
        self.items.get(from.max(self.start).min(to)..to).unwrap_or_default()
    }

    /// The words of the item at `at`.
    pub(super) fn word(&self, at: usize) -> &str {
        self.item(at).map_or("", |item| item.span.of(self.text))
    }

    /// The last item that is no closing punctuation, and one.
    pub(super) fn body_end(&self) -> usize {
        let ends = |item: &Item| matches!(item.kind, Kind::Mark('.' | '!' | '?' | '…' | ';' | ':'));
        let closing = self.items[self.start..self.end].iter().rev().take(4).take_while(|item| ends(item)).count();
        self.end - closing
    }
}

/// The most items that one clause can have; keeps the cost in proportion for endless sentences.
pub(super) const LONGEST: usize = 160;

/// The claims of all frames of the line, in order; one item belongs to one claim.
pub(super) fn find(view: &View<'_>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut floor = view.start;
    for (index, frame) in view.frames.iter().enumerate() {
        if frame.clause.start < floor {
            continue;
        }
        floor = floor.max(frame.clause.start.saturating_sub(LONGEST));
        if let Some(claim) = backward(view, index, frame, floor) {
            while claims.last().is_some_and(|earlier| overlap(&earlier.parts, &claim.parts)) {
                claims.pop();
            }
            floor = claim.parts.iter().map(|part| part.end).max().unwrap_or(floor).max(frame.clause.end);
            claims.push(claim);
        } else if let Some(claim) = forward(view, index, frame)
            && !claims.iter().rev().take(4).any(|earlier| overlap(&earlier.parts, &claim.parts))
        {
            claims.push(claim);
        }
    }
    claims
}

fn overlap(one: &[Range<usize>], other: &[Range<usize>]) -> bool {
    one.iter().any(|one| other.iter().any(|other| one.start < other.end && other.start < one.end))
}

/// *“…,” he said*; *…, he said*; *…, according to Smith*.
fn backward(view: &View<'_>, index: usize, frame: &Frame, floor: usize) -> Option<Claim> {
    if matches!(frame.order, Order::Shared | Order::Noun)
        || !frame.class.any(Flags::SPEECH.with(Flags::MIND)) && frame.order != Order::AsPut
    {
        return None;
    }
    let before = frame.clause.start.checked_sub(1).filter(|&before| before >= floor)?;
    let leads_on = view.items.get(frame.clause.end).is_some_and(|item| item.mark(':')) && view.quote(frame.clause.end + 1).is_some();
    if leads_on && view.quote(before).is_some() {
        return None;
    }
    let (close, quoted) = match view.items[before].kind {
        Kind::Quote(_) => (before + 1, true),
        Kind::Mark(',' | '—' | '–' | '-') if before > floor && view.quote(before - 1).is_some() => (before, true),
        Kind::Mark(',' | '—' | '–') => (before, false),
        Kind::Word | Kind::Number if frame.order == Order::According => (before + 1, false),
        _ => return None,
    };
    let part = if quoted { quoted_part(view, frame, floor, close)? } else { plain_part(view, frame, floor, close)? };
    let mut parts = vec![part];
    let inserted = !quoted && frame.order == Order::According && close == frame.clause.start && view.tongue == Tongue::German;
    let rest = if inserted {
        Some(frame.clause.end..clause::clause_end(view, frame, frame.clause.end)).filter(|rest| !rest.is_empty())
    } else {
        clause::continuation(view, frame, quoted)
    };
    let shape = if rest.is_some() { Shape::Around } else { Shape::After };
    parts.extend(rest);
    Some(Claim { frame: index, parts, shape })
}

/// The quotation that ends at `close`, with the words of its sentence before it.
fn quoted_part(view: &View<'_>, frame: &Frame, floor: usize, close: usize) -> Option<Range<usize>> {
    let facts = view.quote(close - 1)?;
    let subject_opens =
        frame.subject.as_ref().is_some_and(|subject| view.items[subject.start].is(Flags::NAME.with(Flags::DET).with(Flags::PRON)));
    let follows = close < frame.clause.start || matches!(facts.end, End::Comma | End::Strong) || frame.order == Order::VerbFirst;
    let alone = close - 1 == floor && (subject_opens || facts.words > 3);
    if !follows && !alone {
        return None;
    }
    let first = (floor..close).find(|&at| view.quote(at).is_some()).unwrap_or(close - 1);
    let lead = view.between(floor, first).iter().filter(|item| item.wordy()).count();
    let own_sentence = lead <= 1 || view.items[first.saturating_sub(1)].mark(':');
    Some(if own_sentence && view.quote(first).is_some_and(|facts| facts.capital || lead == 0) {
        first..close
    } else {
        past_marks(view, floor)..close
    })
}

fn past_marks(view: &View<'_>, floor: usize) -> usize {
    (floor..view.end).find(|&at| !matches!(view.items[at].kind, Kind::Mark(',' | ';' | ':' | '.' | '—' | '–' | '-'))).unwrap_or(floor)
}

/// The clause without marks that ends at `close`.
fn plain_part(view: &View<'_>, frame: &Frame, floor: usize, close: usize) -> Option<Range<usize>> {
    let start = past_marks(view, floor);
    let words = view.between(start, close.max(start)).iter().filter(|item| item.wordy()).count();
    let speech = frame.class.any(Flags::SAY) || frame.class.any(Flags::THAT) && view.between(start, close).iter().any(|item| item.speech());
    let opener = words < 6
        && frame.order != Order::According
        && view.item(start).is_some_and(|item| item.is(Flags::PREP.with(Flags::SUB).with(Flags::ING).with(Flags::TIME)));
    if view.item(close.saturating_sub(1)).is_some_and(|item| item.is(Flags::REL)) && close > start
        || start <= view.start + 1 && clause::opens_with_participle(view)
    {
        return None;
    }
    let finite = view.between(start, close).iter().any(|item| item.is(Flags::AUX.with(Flags::PRON)) && !item.is(Flags::DET));
    let governed = !clause::has_complement(view, frame);
    let around = clause::continuation(view, frame, false).is_some();
    let enough = words >= if frame.order == Order::According || around || opens_with_dash(view) { 1 } else { 3 };
    let dashed = opens_with_dash(view) && start <= view.start + 1;
    let full =
        finite || dashed || words >= 6 || frame.order == Order::According || view.between(start, close).iter().any(Item::speech) || around;
    let german =
        view.tongue != Tongue::German || frame.order == Order::According || (start..close).any(|at| clause::is_subjunctive(view.word(at)));
    (speech && enough && governed && full && german && (!opener || finite)).then_some(start..close)
}

/// Whether the line is speech that a dash opens, as Spanish, Polish and Swedish papers print it: *– Nej, säger hon.*
pub(super) fn opens_with_dash(view: &View<'_>) -> bool {
    let dash = |at: usize| view.item(at).is_some_and(|item| matches!(item.kind, Kind::Mark('—' | '–' | '-')));
    view.tongue == Tongue::Other && dash(view.start)
}

/// *He said “…”*, *He said that …*, *called him “…”*.
fn forward(view: &View<'_>, index: usize, frame: &Frame) -> Option<Claim> {
    let part = clause::complement(view, frame)?;
    let words = view.items[part.clone()].iter().filter(|item| item.wordy()).count();
    let quoted = view.items[part.clone()].iter().any(|item| item.speech());
    let enough = words >= 3 || frame.class.any(Flags::SAY) && words >= 2;
    (quoted || enough && frame.class.any(Flags::SPEECH)).then(|| Claim { frame: index, parts: vec![part], shape: Shape::Before })
}
