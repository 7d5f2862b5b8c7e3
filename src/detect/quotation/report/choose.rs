//! Which of the offers hold, and with which ends: the learnt scorers decide, and of two that overlap the more certain one stays.

use super::super::claims::{Claim, Shape, View};
use super::super::facts::End;
use super::super::frames::Order;
use super::super::learnt::{Question, Row};
use super::super::lexicon::{Flags, Tongue};
use super::super::lines::Item;
use super::offer::{self, Offer};
use super::values;
use std::collections::BTreeMap;
use std::ops::Range;

/// How certain a report without quotation marks must be to be shown, where a cue of saying governs it.
const ENOUGH: f32 = 0.33;
/// How certain it must be where the cue asks, praises or blames, or is a noun.
const ENOUGH_FOR_ACTS: f32 = 0.48;
/// How certain one with words in quotation marks must be: without it these words would stand alone.
const ENOUGH_WITH_MARKS: f32 = 0.12;
/// How certain a report that takes in more than the words in quotation marks beside its cue must be.
const ENOUGH_FOR_MORE: f32 = 0.3;
/// How certain it must be where these words are a sentence.
const ENOUGH_FOR_SENTENCES: f32 = 0.6;
/// How certain a report is that grammar alone finds, in a language that the scorers were not trained on.
const BY_GRAMMAR: f32 = 0.55;
/// How certain the beginning must be for its ends to be looked at.
const WORTH: f32 = 0.08;

/// A claim, and how certain it is where that was learnt.
#[derive(Clone, Debug)]
pub(in super::super) struct Sure {
    /// What is claimed.
    pub(in super::super) claim: Claim,
    /// The probability that it is right with these ends; none for words that stand wholly in quotation marks.
    pub(in super::super) likely: Option<f32>,
}

/// The claims of the line that hold, in the order of their frames; no two share an item.
pub(in super::super) fn find(view: &View<'_>, usual: &[Claim]) -> Vec<Sure> {
    let whole = view.start..view.end;
    let first = (0..view.frames.len()).filter_map(|index| match claim_of(usual, index) {
        Some(claim) if is_direct(view, claim) => Some(direct(view, claim)),
        claim if view.tongue == Tongue::Other => claim.map(|claim| Sure { claim: claim.clone(), likely: Some(BY_GRAMMAR) }),
        claim => best(view, index, claim, &whole),
    });
    without_overlaps(view, usual, first.collect())
}

/// Words in quotation marks beside their cue; after the cue they may be part of a longer report.
fn direct(view: &View<'_>, claim: &Claim) -> Sure {
    let longer = (claim.shape == Shape::Before && view.tongue != Tongue::Other)
        .then(|| best(view, claim.frame, Some(claim), &(view.start..view.end)))
        .flatten();
    let sentence = claim.parts.first().and_then(|part| view.quote(part.start)).is_some_and(|facts| facts.capital && facts.end != End::Open);
    let enough = if sentence { ENOUGH_FOR_SENTENCES } else { ENOUGH_FOR_MORE };
    let wanted = |sure: &Sure| sure.likely.is_some_and(|likely| likely >= enough) && covers(&sure.claim, claim);
    longer.filter(wanted).unwrap_or_else(|| Sure { claim: claim.clone(), likely: None })
}

/// Whether `longer` has all the items of `claim` and more.
fn covers(longer: &Claim, claim: &Claim) -> bool {
    longer
        .parts
        .first()
        .zip(claim.parts.first())
        .is_some_and(|(longer, own)| longer.start <= own.start && own.end <= longer.end && longer != own)
}

/// The claim of the frame at `index`; `usual` are in the order of their frames.
pub(in super::super) fn claim_of(usual: &[Claim], index: usize) -> Option<&Claim> {
    usual.binary_search_by_key(&index, |claim| claim.frame).ok().map(|at| &usual[at])
}

/// Whether all the words of a claim stand in quotation marks.
pub(in super::super) fn is_direct(view: &View<'_>, claim: &Claim) -> bool {
    let outside = |item: &Item| !item.speech() && (item.wordy() || item.quote().is_some());
    !claim.parts.iter().any(|part| view.items[part.clone()].iter().any(outside))
}

/// The most certain report of one frame inside `room`, if it is certain enough.
fn best(view: &View<'_>, index: usize, usual: Option<&Claim>, room: &Range<usize>) -> Option<Sure> {
    let mut best: Option<(f32, Offer, usize)> = None;
    for offer in offer::of_frame(view, index, usual) {
        let holds = Question::Report.answer(&values::of_report(view, &offer));
        if holds < WORTH || best.as_ref().is_some_and(|(likely, ..)| holds <= *likely) {
            continue;
        }
        let (fits, other) = best_end(view, &offer, room);
        if best.as_ref().is_none_or(|(likely, ..)| holds * fits > *likely) {
            best = Some((holds * fits, offer, other));
        }
    }
    let (likely, offer, other) = best?;
    is_shown(view, &offer, other, likely).then(|| Sure { claim: claim(&offer, other, usual), likely: Some(likely) })
}

/// Whether a report is certain enough to be shown, and has anything to say.
fn is_shown(view: &View<'_>, offer: &Offer, other: usize, likely: f32) -> bool {
    let frame = &view.frames[offer.frame];
    let words = &view.items[offer.items(other)];
    if words.iter().any(Item::speech) {
        return likely >= ENOUGH_WITH_MARKS;
    }
    let empty = words.len() < 2 && !words.iter().any(|item| item.is(Flags::CAPITAL));
    let says = frame.class.any(Flags::SPEECH) && frame.order != Order::Noun;
    likely >= if says { ENOUGH } else { ENOUGH_FOR_ACTS } && !empty && offer::reports(frame)
}

/// The most certain other end of `offer` inside `room`.
fn best_end(view: &View<'_>, offer: &Offer, room: &Range<usize>) -> (f32, usize) {
    let mut best = (0.0, offer.fixed);
    let fits = |other: usize| room.start <= offer.items(other).start && offer.items(other).end <= room.end;
    for (other, row) in end_rows(view, offer).filter(|(other, _)| fits(*other)) {
        let fits = end_question(offer).answer(&row);
        if fits > best.0 {
            best = (fits, other);
        }
    }
    best
}

/// Which question the other end of `offer` is asked.
pub(in super::super) fn end_question(offer: &Offer) -> Question {
    if offer.shape == Shape::Before { Question::End } else { Question::Start }
}

/// Every place for the other end of `offer`, with what the scorer sees of it.
pub(in super::super) fn end_rows<'a>(view: &'a View<'a>, offer: &'a Offer) -> impl Iterator<Item = (usize, Row<'static>)> + 'a {
    let others = offer::other_ends(view, offer);
    let count = others.len();
    others.into_iter().enumerate().map(move |(place, other)| (other, values::of_end(view, offer, other, (place, count))))
}

/// The claim of `offer`; words on the far side of the cue come along where the grammar sees them.
fn claim(offer: &Offer, other: usize, usual: Option<&Claim>) -> Claim {
    let rest = usual.filter(|usual| usual.shape == Shape::Around && offer.usual).and_then(|usual| usual.parts.get(1..));
    let parts: Vec<Range<usize>> = std::iter::once(offer.items(other)).chain(rest.unwrap_or_default().iter().cloned()).collect();
    let shape = if parts.len() > 1 { Shape::Around } else { offer.shape };
    Claim { frame: offer.frame, parts, shape }
}

/// Words in quotation marks keep their cue; of all others the more certain claim stays, and the other is looked for in the room left.
fn without_overlaps(view: &View<'_>, usual: &[Claim], mut found: Vec<Sure>) -> Vec<Sure> {
    let rank = |sure: &Sure| sure.likely.unwrap_or(f32::INFINITY);
    found.sort_by(|one, other| rank(other).total_cmp(&rank(one)).then(one.claim.frame.cmp(&other.claim.frame)));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut kept: Vec<Sure> = Vec::new();
    for sure in found {
        let index = sure.claim.frame;
        let free = |sure: &Sure| !sure.claim.parts.iter().any(|part| overlaps(&taken, part));
        let again = |sure: &Sure| best(view, index, claim_of(usual, index), &room(&taken, &view.frames[sure.claim.frame].cue, view));
        if let Some(sure) = if free(&sure) { Some(sure) } else { again(&sure).filter(free) } {
            let clause = &view.frames[index].clause;
            taken.extend(sure.claim.parts.iter().map(|part| (part.start, part.end)));
            if !overlaps(&taken, clause) {
                taken.insert(clause.start, clause.end);
            }
            kept.push(sure);
        }
    }
    kept.sort_by_key(|sure| sure.claim.frame);
    kept
}

/// The items around `cue` up to what is `taken` on either side.
fn room(taken: &BTreeMap<usize, usize>, cue: &Range<usize>, view: &View<'_>) -> Range<usize> {
    let start = taken.range(..=cue.start).next_back().map_or(view.start, |(_, end)| *end);
    let end = taken.range(cue.start..).next().map_or(view.end, |(start, _)| *start);
    start..end.max(start)
}

/// Whether `part` shares an item with one of `taken`, which are apart.
fn overlaps(taken: &BTreeMap<usize, usize>, part: &Range<usize>) -> bool {
    taken.range(..part.end).next_back().is_some_and(|(_, end)| part.start < *end)
}
