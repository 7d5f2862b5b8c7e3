//! Who speaks: every phrase in a line that may name the speaker is an offer, and the learnt scorer chooses among them.

use super::claims::View;
use super::frames::Frame;
use super::learnt::{Asked, Question, Row};
use super::lexicon::{Flags, Tongue};
use super::lines::{Item, Kind};
use super::phrase;
use super::report::values::{class, signed, sort, sort_before, whole, yes};
use crate::text::Span;
use std::ops::Range;

/// How far from the cue or the quotation a speaker is looked for.
const NEAR: usize = 40;
/// How many names are looked at on either side.
const NAMES: usize = 3;
/// How much likelier another speaker must be than the one that the grammar gives.
const BETTER: f32 = 0.1;

/// Who is asked for: the speaker of what a frame governs, or of a quotation that no frame governs.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// The frame.
    Frame(&'a Frame),
    /// The item of the quotation.
    Quote(usize),
}

impl Wanted<'_> {
    /// Where the cue or the quotation stands.
    fn place(&self) -> Range<usize> {
        match self {
            Self::Frame(frame) => frame.cue.clone(),
            Self::Quote(at) => *at..*at + 1,
        }
    }
}

/// A phrase that may name the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    /// Its items.
    phrase: Range<usize>,
    /// How it was found.
    way: i16,
}

/// The phrase that names the speaker; `usual` is the one that the grammar gives.
pub(super) fn choose(view: &View<'_>, wanted: Wanted<'_>, usual: Option<Range<usize>>) -> Option<Range<usize>> {
    if view.tongue == Tongue::Other || usual.as_ref().is_some_and(|usual| is_certain(view, wanted, usual)) {
        return usual;
    }
    let offers = offers(view, wanted, usual.as_ref());
    let mut best: Option<(f32, usize)> = None;
    for (place, offer) in offers.iter().enumerate() {
        let likely = Question::Speaker.answer(&row(view, wanted, usual.as_ref(), offer, offers.len()));
        let margin = if best.is_some_and(|(_, best)| offers[best].way == USUAL) { BETTER } else { 0.0 };
        if best.is_none_or(|(most, _)| likely > most + margin) {
            best = Some((likely, place));
        }
    }
    best.map(|(_, place)| offers[place].phrase.clone()).or(usual)
}

/// A pronoun right beside its verb leaves nothing to choose: *said he*, *warf er*.
fn is_certain(view: &View<'_>, wanted: Wanted<'_>, usual: &Range<usize>) -> bool {
    let place = wanted.place();
    let beside = usual.end == place.start || usual.start == place.end;
    let subject = matches!(view.items[usual.start].listed, "he" | "she" | "they" | "i" | "we" | "er" | "ich" | "wir");
    matches!(wanted, Wanted::Frame(_)) && usual.len() == 1 && beside && subject
}

/// The questions that `choose` asks, for the trainer; `about` are the words that are said.
pub(super) fn study(view: &View<'_>, wanted: Wanted<'_>, usual: Option<Range<usize>>, about: Span, asked: &mut Vec<Asked>) {
    let offers = offers(view, wanted, usual.as_ref());
    for offer in &offers {
        let row = row(view, wanted, usual.as_ref(), offer, offers.len());
        let span = Span::new(view.items[offer.phrase.start].span.from(), view.items[offer.phrase.end - 1].span.to());
        asked.push(Asked { question: Question::Speaker, row, span, about, backwards: false, group: 0 });
    }
}

/// The way of the phrase that the grammar gives.
const USUAL: i16 = 0;

fn offers(view: &View<'_>, wanted: Wanted<'_>, usual: Option<&Range<usize>>) -> Vec<Offer> {
    let place = wanted.place();
    let line = view.start..view.end;
    let mut offers: Vec<Offer> = Vec::new();
    let mut offer = |phrase: Option<Range<usize>>, way: i16| {
        let names = |phrase: &Range<usize>| phrase.len() > 1 || !matches!(view.items[phrase.start].listed, "the" | "a" | "an");
        if let Some(phrase) =
            phrase.filter(|phrase| !phrase.is_empty() && line.start <= phrase.start && phrase.end <= line.end && names(phrase))
            && !offers.iter().any(|other| other.phrase.start < phrase.end && phrase.start < other.phrase.end)
        {
            offers.push(Offer { phrase, way });
        }
    };
    offer(usual.cloned(), USUAL);
    if let Wanted::Frame(frame) = wanted {
        offer(phrase::np_after(view.items, frame.cue.end, view.end), 1);
        offer(phrase::before_verb(view.items, view.start, frame.cue.start), 2);
    }
    let before = view.frames.partition_point(|frame| frame.clause.start < place.start);
    for frame in view.frames[..before].iter().rev().take(2) {
        offer(frame.subject.clone().filter(|_| frame.cue != place), 3);
    }
    for frame in view.frames[before..].iter().take(2) {
        offer(frame.subject.clone().filter(|_| frame.cue != place), 4);
    }
    offer(phrase::first_subject(view.items, view.start..place.start), 5);
    for name in names_before(view, place.start) {
        offer(Some(name), 6);
    }
    for name in names_after(view, place.end) {
        offer(Some(name), 7);
    }
    offers
}

/// Whether an item can be the head of a phrase that names a speaker.
fn is_head(item: &Item) -> bool {
    item.kind == Kind::Word && (item.is(Flags::NAME.with(Flags::PERSON).with(Flags::GROUP)) || item.is(Flags::PRON) && !item.is(Flags::DET))
}

/// The runs of names that end before `at`, nearest first.
fn names_before(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let floor = view.start.max(at.saturating_sub(NEAR));
    let mut end = at.min(view.end);
    while end > floor && names.len() < NAMES {
        if !is_head(&view.items[end - 1]) {
            end -= 1;
            continue;
        }
        let start = (floor..end).rev().find(|&at| !is_head(&view.items[at])).map_or(floor, |at| at + 1);
        let described = !view.items[end - 1].is(Flags::NAME.with(Flags::PRON));
        let whole = described.then(|| phrase::np_before(view.items, floor, end)).flatten().filter(|whole| whole.end == end);
        names.push(whole.unwrap_or(start..end));
        end = start;
    }
    names
}

/// The runs of names that begin after `at`, nearest first.
fn names_after(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let limit = view.end.min(at + NEAR);
    let mut start = at;
    while start < limit && names.len() < NAMES {
        if !is_head(&view.items[start]) {
            start += 1;
            continue;
        }
        let end = (start..limit).find(|&at| !is_head(&view.items[at])).unwrap_or(limit);
        names.push(start..end);
        start = end;
    }
    names
}

fn row(view: &View<'_>, wanted: Wanted<'_>, usual: Option<&Range<usize>>, offer: &Offer, count: usize) -> Row<'static> {
    let phrase = &offer.phrase;
    let place = wanted.place();
    let words = &view.items[phrase.clone()];
    let has = |flags: Flags| yes(words.iter().any(|item| item.is(flags)));
    let gap = if phrase.end <= place.start { phrase.end..place.start } else { place.end..phrase.start.max(place.end) };
    let between = view.between(gap.start, gap.end.min(gap.start + NEAR));
    let counted = |wanted: &dyn Fn(&Item) -> bool| whole(between.iter().filter(|item| wanted(item)).count());
    let (order, kind) = match wanted {
        Wanted::Frame(frame) => (frame.order as i16, class(frame)),
        Wanted::Quote(_) => (-1, -1),
    };
    let values = vec![
        offer.way,
        whole(count),
        order,
        kind,
        yes(view.tongue == Tongue::German),
        signed(place.start, phrase.start),
        whole(phrase.len()),
        sort(view, phrase.start),
        sort(view, phrase.end - 1),
        sort_before(view, phrase.start),
        sort_before(view, phrase.start.saturating_sub(1)),
        sort(view, phrase.end),
        sort(view, phrase.end + 1),
        has(Flags::PERSON),
        has(Flags::GROUP),
        has(Flags::PRON),
        has(Flags::TITLE),
        has(Flags::TIME),
        whole(words.iter().filter(|item| item.is(Flags::NAME)).count()),
        counted(&|item| item.mark(',')),
        counted(&Item::speech),
        counted(&|item| item.is(Flags::AUX)),
        counted(&|item| item.is(Flags::SPEECH) && !item.is(Flags::NOUNISH.with(Flags::CAPITAL))),
        counted(&|item| item.is(Flags::PREP)),
        whole(phrase.start - view.start),
        sort_before(view, place.start),
        sort(view, place.end),
        sort(view, place.end + 1),
        usual.map_or(-99, |usual| signed(place.start, usual.start)),
        sort(view, view.start),
        whole(view.frames.len()),
        yes(view.items[place.start.min(view.end - 1)].is(Flags::ING)),
    ];
    let listed = |at: Option<usize>| at.and_then(|at| view.item(at)).map_or("", |item| item.listed);
    Row { words: [listed(Some(phrase.start)), listed(phrase.start.checked_sub(1)), listed(Some(place.end - 1))], values }
}
