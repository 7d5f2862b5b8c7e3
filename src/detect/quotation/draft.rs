//! Quotations in the making: from the claims of a line to drafts with their parts, cue and subject.

use super::claims::{self, Claim, Shape, View};
use super::frames::{Frame, Order};
use super::lexicon::{Flags, Tongue};
use super::lines::Item;
use super::pairing::Quoted;
use super::speakers::{self, Wanted};
use crate::text::Span;
use std::ops::Range;

/// Who a draft says is speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The items of a subject.
    Subject(Range<usize>),
    /// The speaker of the draft with this number.
    Like(usize),
    /// A name outside the lines, such as the one before a turn.
    Words(Span),
    /// Nobody is named.
    Unknown,
}

/// A quotation in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The stretches of text, in order.
    pub(super) parts: Vec<Span>,
    /// The words of the cue.
    pub(super) cue: Option<Span>,
    /// Who speaks.
    pub(super) source: Source,
    /// How it was found.
    pub(super) rule: &'static str,
    /// How likely it is right, 0 to 1.
    pub(super) confidence: f32,
    /// The block of its last part.
    pub(super) block: usize,
    /// The line of its last part.
    pub(super) line: usize,
    /// It has words in quotation marks.
    pub(super) quoted: bool,
    /// All of it stands in quotation marks.
    pub(super) direct: bool,
    /// It is a turn of a transcript: word for word without marks.
    pub(super) turn: bool,
    /// The sentence ends right after its cue, so that a quotation that follows goes on with it.
    pub(super) open_ended: bool,
}

/// The draft of one claim.
pub(super) fn of_claim(view: &View<'_>, claim: &Claim, quotes: &[Quoted], block: usize, line: usize) -> Draft {
    let frame = &view.frames[claim.frame];
    let items = |part: &Range<usize>| &view.items[part.clone()];
    let quoted = claim.parts.iter().any(|part| items(part).iter().any(Item::speech));
    let direct = claim.parts.iter().all(|part| items(part).iter().all(|item| item.speech() || !item.wordy() && item.quote().is_none()));
    let parts = claim.parts.iter().filter_map(|part| span(view, part, quotes)).collect();
    let cue = Span::new(view.items[frame.cue.start].span.from(), view.items[frame.cue.end - 1].span.to());
    let last = claim.parts.iter().map(|part| part.end).max().unwrap_or(view.start);
    let dashed = claims::opens_with_dash(view) && claim.parts.iter().any(|part| part.start <= view.start + 1);
    Draft {
        parts,
        cue: Some(cue),
        source: source(view, frame),
        rule: if dashed { "quotation.direct.dash" } else { rule(quoted, direct, claim.shape, frame.order) },
        confidence: confidence(view, claim, quoted, direct),
        block,
        line,
        quoted,
        direct,
        turn: dashed,
        open_ended: quoted && (last >= view.body_end() || claim.shape != Shape::Before),
    }
}

/// The speaker: for a noun the one who owns it, else the one that the learnt scorer chooses.
fn source(view: &View<'_>, frame: &Frame) -> Source {
    let own = frame.subject.clone();
    let subject = if frame.order == Order::Noun { own } else { speakers::choose(view, Wanted::Frame(frame), own) };
    subject.map_or(Source::Unknown, Source::Subject)
}

/// From the first word of a part to its last, without marks at the ends that are not its own.
pub(super) fn span(view: &View<'_>, part: &Range<usize>, quotes: &[Quoted]) -> Option<Span> {
    let solid = |at: &usize| {
        view.items[*at].wordy()
            || view.items[*at].quote().is_some()
            || view.items[*at].mark(')')
            || view.items[*at].mark('(')
            || view.items[*at].mark('$')
            || view.items[*at].mark('%')
    };
    let first = part.clone().find(solid)?;
    let last = part.clone().rev().find(solid)?;
    let end = view.items[last].quote().map_or(view.items[last].span, |quote| quotes[quote].span);
    Some(Span::new(view.items[first].span.from(), end.to()))
}

fn rule(quoted: bool, direct: bool, shape: Shape, order: Order) -> &'static str {
    match (quoted, direct, shape, order) {
        (true, true, _, Order::According) => "quotation.direct.according",
        (true, true, _, Order::AsPut) => "quotation.direct.as-put",
        (true, true, Shape::Around, _) => "quotation.direct.said-between",
        (true, true, Shape::After, Order::VerbFirst) => "quotation.direct.said-speaker-after",
        (true, true, Shape::After, _) => "quotation.direct.said-after",
        (true, true, Shape::Before, Order::Noun) => "quotation.direct.noun",
        (true, true, Shape::Before, _) => "quotation.direct.said-before",
        (true, false, _, Order::According) => "quotation.mixed.according",
        (true, false, Shape::Before, _) => "quotation.mixed.governed",
        (true, false, _, _) => "quotation.mixed.said-after",
        (false, _, _, Order::According) => "quotation.indirect.according",
        (false, _, _, Order::Noun) => "quotation.indirect.noun",
        (false, _, Shape::Before, _) => "quotation.indirect.governed",
        (false, _, _, _) => "quotation.indirect.said-after",
    }
}

/// By how much the grammar settles: marks beside a verb of saying most, clauses without marks least.
fn confidence(view: &View<'_>, claim: &Claim, quoted: bool, direct: bool) -> f32 {
    let frame = &view.frames[claim.frame];
    let base = match (quoted, direct, claim.shape) {
        (true, true, Shape::After | Shape::Around) => 0.96,
        (true, true, Shape::Before) => 0.9,
        (true, false, _) => 0.78,
        (false, _, Shape::Before) => 0.66,
        (false, _, _) => 0.72,
    };
    let weak = !frame.class.any(Flags::SPEECH) || frame.order == Order::Shared;
    let german = view.tongue == Tongue::German;
    base - if weak { 0.15 } else { 0.0 } - if german { 0.03 } else { 0.0 }
}
