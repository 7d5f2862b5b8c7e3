//! What a frame may govern: every place where its report may begin, and every place where it may end.

use super::super::claims::{Claim, LONGEST, Shape, View};
use super::super::clause;
use super::super::frames::{Frame, Order};
use super::super::lexicon::Flags;
use super::super::lines::{Item, Kind};
use super::super::phrase;
use std::ops::Range;

/// How far behind a cue its report may begin.
const NEAR: usize = 24;
/// The most places at which a report may begin on one side of its cue.
const STARTS: usize = 5;
/// The most places for the other end.
const ENDS: usize = 16;
/// How far behind the beginning a preposition may end a report.
const PHRASE: usize = 14;

/// A report with one end fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Offer {
    /// Which frame of the line.
    pub(in super::super) frame: usize,
    /// Whether the words come after the cue (`Before`) or before it (`After`).
    pub(in super::super) shape: Shape,
    /// The item that the report begins with, or for words before the cue, one past its last item.
    pub(in super::super) fixed: usize,
    /// Whether the grammar alone would have taken it.
    pub(in super::super) usual: bool,
    /// The other end that the grammar alone gives.
    pub(in super::super) usual_end: Option<usize>,
}

impl Offer {
    /// The items from the fixed end to `other`.
    pub(in super::super) fn items(&self, other: usize) -> Range<usize> {
        match self.shape {
            Shape::Before => self.fixed..other,
            _ => other..self.fixed,
        }
    }
}

/// Whether a cue reports by itself; beside all others only words in quotation marks are a report.
pub(in super::super) fn reports(frame: &Frame) -> bool {
    frame.class.any(Flags::SPEECH.with(Flags::CALL).with(Flags::ACT).with(Flags::TO))
}

/// All offers of the frame at `index`; `usual` is what the grammar alone claims for it.
pub(in super::super) fn of_frame(view: &View<'_>, index: usize, usual: Option<&Claim>) -> Vec<Offer> {
    let frame = &view.frames[index];
    if usual.is_none() && !reports(frame) && !near_marks(view, frame) {
        return Vec::new();
    }
    let mut offers: Vec<Offer> = starts(view, frame).into_iter().map(|start| forward(view, index, start, usual)).collect();
    offers.extend(close(view, frame, usual).map(|close| backward(index, close, usual)));
    offers
}

/// Whether words in quotation marks follow the cue within reach.
fn near_marks(view: &View<'_>, frame: &Frame) -> bool {
    view.between(frame.cue.end, frame.cue.end + NEAR).iter().any(Item::speech)
}

fn forward(view: &View<'_>, index: usize, start: usize, usual: Option<&Claim>) -> Offer {
    let claimed =
        usual.filter(|claim| claim.shape == Shape::Before).and_then(|claim| claim.parts.first()).filter(|part| part.start == start);
    let governed = claimed.cloned().or_else(|| clause::complement(view, &view.frames[index]).filter(|part| part.start == start));
    Offer { frame: index, shape: Shape::Before, fixed: start, usual: claimed.is_some(), usual_end: governed.map(|part| part.end) }
}

fn backward(index: usize, close: usize, usual: Option<&Claim>) -> Offer {
    let claimed = usual.filter(|claim| claim.shape != Shape::Before).and_then(|claim| claim.parts.first()).filter(|part| part.end == close);
    Offer { frame: index, shape: Shape::After, fixed: close, usual: claimed.is_some(), usual_end: claimed.map(|part| part.start) }
}

/// Where words after the cue may begin.
fn starts(view: &View<'_>, frame: &Frame) -> Vec<usize> {
    let mut starts: Vec<usize> = clause::complement(view, frame).map(|part| part.start).into_iter().collect();
    if !matches!(frame.order, Order::According | Order::AsPut) {
        let verb_end = if frame.order == Order::VerbFirst { frame.clause.end } else { frame.cue.end };
        let limit = view.end.min(verb_end + NEAR);
        let bare = (verb_end..limit).find(|&at| !is_idle(&view.items[at])).unwrap_or(limit);
        starts.push(bare);
        if view.item(bare).is_some_and(is_preposition) {
            starts.push(bare + 1);
        }
        starts.extend((bare..limit).find(|&at| view.word(at) == "that"));
        let hearer = Flags::TELL.with(Flags::ASK).with(Flags::TO).with(Flags::CALL).with(Flags::ACT);
        if frame.class.any(hearer) {
            starts.extend(phrase::np_after(view.items, bare, view.end).map(|hearer| hearer.end));
            starts.extend((bare + 1..limit).find(|&at| matches!(view.word(at), "to" | "as" | "for" | "if" | "whether")));
        }
    }
    let body_end = view.body_end();
    starts.retain(|&start| start < body_end && !matches!(view.items[start].kind, Kind::Mark(sign) if sign != '$'));
    starts.retain(|&start| !leads_to_quote(view, start));
    starts.sort_unstable();
    starts.dedup();
    starts.truncate(STARTS);
    starts
}

/// Whether what begins here only leads to a sentence in quotation marks: *said of the mayor: “…”*.
fn leads_to_quote(view: &View<'_>, start: usize) -> bool {
    let until = view.end.min(start + NEAR);
    let Some(quote) = (start + 1..until).find(|&at| view.items[at].speech()) else { return false };
    let whole = view.quote(quote).is_some_and(|facts| facts.capital && facts.words > 2);
    view.items[quote - 1].mark(':') || view.items[quote - 1].mark(',') && whole
}

fn is_preposition(item: &Item) -> bool {
    item.is(Flags::PREP) && !item.is(Flags::NAME)
}

/// Adverbs and times between cue and report: *said Tuesday*, *also noted repeatedly*.
fn is_idle(item: &Item) -> bool {
    item.is(Flags::ADV.with(Flags::TIME)) && !item.is(Flags::DET.with(Flags::PRON).with(Flags::OBJECT))
}

/// Where words before the cue end.
fn close(view: &View<'_>, frame: &Frame, usual: Option<&Claim>) -> Option<usize> {
    if let Some(part) = usual.filter(|claim| claim.shape != Shape::Before).and_then(|claim| claim.parts.first()) {
        return Some(part.end);
    }
    if matches!(frame.order, Order::Shared | Order::Noun) || !frame.class.any(Flags::SPEECH) {
        return None;
    }
    let before = frame.clause.start.checked_sub(1).filter(|&before| before > view.start)?;
    match view.items[before].kind {
        Kind::Mark(_) if view.frames.first().is_some_and(|first| first.cue == frame.cue) && clause::opens_with_participle(view) => None,
        Kind::Mark(',' | '—' | '–') => Some(before),
        Kind::Word | Kind::Number if frame.order == Order::According => Some(before + 1),
        _ => None,
    }
}

/// Every place for the other end of `offer`.
pub(in super::super) fn other_ends(view: &View<'_>, offer: &Offer) -> Vec<usize> {
    match offer.shape {
        Shape::Before => ends(view, offer),
        _ => begins(view, offer),
    }
}

fn ends(view: &View<'_>, offer: &Offer) -> Vec<usize> {
    let start = offer.fixed;
    let limit = room(view, offer);
    let noun = view.frames[offer.frame].order == Order::Noun;
    let verb = |at: usize| noun && at > start + 2 && (view.items[at].is(Flags::AUX) || view.word(at).ends_with("ed"));
    let within = (start + 1..limit).filter(|&at| may_end(view, at, start) || verb(at)).take(ENDS - 2);
    let mut ends: Vec<usize> = within.chain([limit]).chain(offer.usual_end.filter(|&end| end > start && end <= limit)).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// How far a report after its cue may go: to the end of the line, or of the clause that opens the line: *When he said …, they left*.
fn room(view: &View<'_>, offer: &Offer) -> usize {
    let limit = view.body_end().min(offer.fixed + LONGEST).max(offer.fixed + 1);
    let frame = &view.frames[offer.frame];
    let opens = frame.clause.start <= view.start + 2 && clause::is_subordinate(view, frame);
    let comma = (offer.fixed + 2..limit).find(|&at| view.items[at].mark(','));
    let limit = (offer.fixed + 1..limit).find(|&at| breaks(view, at)).unwrap_or(limit);
    if opens { comma.unwrap_or(limit) } else { limit }
}

/// Whether a semicolon at `at` ends every report: a clause with a subject of its own follows.
fn breaks(view: &View<'_>, at: usize) -> bool {
    let own = |item: &Item| item.is(Flags::DET.with(Flags::NAME)) && item.listed != "that";
    view.items[at].mark(';') && view.item(at + 1).is_some_and(own)
}

/// Whether a report that begins at `start` may end before the item at `at`.
fn may_end(view: &View<'_>, at: usize, start: usize) -> bool {
    let item = &view.items[at];
    match item.kind {
        Kind::Mark(sign) => ",;:—–()".contains(sign),
        Kind::Quote(_) | Kind::Number => view.items[at - 1].speech(),
        Kind::Word => {
            let joint = Flags::CONJ.with(Flags::SUB).with(Flags::REL).with(Flags::ING);
            let near = at < start + PHRASE;
            let small = item.is(joint) || near && item.is(Flags::PREP.with(Flags::TIME));
            small && !item.is(Flags::NAME) && !view.items[at - 1].mark(',') || view.items[at - 1].speech()
        }
    }
}

fn begins(view: &View<'_>, offer: &Offer) -> Vec<usize> {
    let close = offer.fixed;
    let floor = view.start.max(close.saturating_sub(LONGEST));
    let inside = (floor + 1..close).rev().filter(|&at| may_begin(view, at)).take(ENDS - 2);
    let first = (floor..close).find(|&at| !matches!(view.items[at].kind, Kind::Mark(sign) if !"$(".contains(sign)));
    let mut begins: Vec<usize> = inside.chain(first).chain(offer.usual_end.filter(|&start| start < close)).collect();
    begins.sort_unstable();
    begins.dedup();
    begins
}

/// Whether a report may begin with the item at `at`: after a comma, a dash, a conjunction or another frame.
fn may_begin(view: &View<'_>, at: usize) -> bool {
    let before = &view.items[at - 1];
    let item = &view.items[at];
    let opens = item.wordy() || item.quote().is_some();
    let after = matches!(before.kind, Kind::Mark(sign) if ",;:—–".contains(sign)) || before.is(Flags::CONJ) && !before.is(Flags::NAME);
    let earlier = view.frames.partition_point(|frame| frame.clause.start < at);
    let other = view.frames[..earlier].iter().rev().take(2).any(|frame| frame.clause.end == at);
    opens && (after || other || before.speech())
}
