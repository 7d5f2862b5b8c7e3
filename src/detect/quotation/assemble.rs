//! All drafts of a text: the claims of every line, then the quotations that no cue governs.

use super::carry;
use super::claims::{self, View};
use super::draft::{self, Draft, Source};
use super::facts::Facts;
use super::frames::{self, Frame};
use super::incise;
use super::learnt::{Asked, Question};
use super::lexicon::{Flags, Lexicon, Tongue};
use super::lines::{Item, Kind, Lines};
use super::mood;
use super::pairing::Quoted;
use super::phrase;
use super::report;
use super::report::choose::{self, Sure};
use super::speakers::{self, Wanted};
use super::speech::Neighbours;
use super::spoken;
use super::turns;
use super::wider;
use crate::text::Span;
use std::ops::Range;

/// How likely words in quotation marks beside a cue must be speech.
const CLAIMED: f32 = 0.35;
/// How likely words in quotation marks inside a sentence, which no cue governs, must be speech.
const FREE: f32 = 0.62;
/// How likely words must be speech that look like a title, or a word or two in a line without a cue of saying: most such marks keep a
/// distance, or name a thing.
const SHORT: f32 = 0.66;
/// How likely words in quotation marks must be speech that look like a name.
const NAMED: f32 = 0.85;
/// How likely words in quotation marks must be speech that are a sentence by themselves.
const ALONE: f32 = 0.5;
/// How likely they must be in German, which reports by mood alone.
const GERMAN: f32 = 0.48;

/// What the drafts are made from.
pub(super) struct Material<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The language.
    pub(super) tongue: Tongue,
    /// Its words.
    pub(super) lexicon: &'a Lexicon,
    /// Items and lines.
    pub(super) lines: &'a Lines,
    /// The quotations in no other, in order.
    pub(super) quotes: &'a [Quoted],
    /// Their features.
    pub(super) facts: &'a [Facts],
    /// What stands beside them.
    pub(super) near: &'a [Neighbours],
    /// Per line, whether it is nothing but quotations.
    pub(super) all_quotes: &'a [bool],
    /// Where the blocks stand.
    pub(super) blocks: &'a [Span],
    /// Per block, whether only quotations in marks are wanted.
    pub(super) marks_only: &'a [bool],
}

/// Per line, whether it is nothing but quotations.
pub(super) fn all_quotes(lines: &Lines) -> Vec<bool> {
    let quotes = |item: &Item| item.speech() || matches!(item.kind, Kind::Mark(_));
    lines.lines.iter().map(|line| lines.items[line.items.clone()].iter().all(quotes)).collect()
}

/// The drafts, in the order in which their lines stand.
pub(super) fn drafts(material: &Material<'_>) -> Vec<Draft> {
    let mut made: Vec<Draft> = Vec::new();
    for number in 0..material.lines.lines.len() {
        line(material, number, &mut made);
    }
    carry::look_ahead(material, &mut made);
    turns::repeated(material, &mut made);
    turns::transcript(material, made)
}

/// Every question that the learnt scorers are asked about the text.
pub(super) fn study(material: &Material<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut group = 0;
    for (number, line) in material.lines.lines.iter().enumerate() {
        let found = frames::find(&material.lines.items, line.items.clone(), material.tongue, material.text);
        let view = view(material, number, &found);
        let usual = claims::find(&view);
        report::study::of_line(&view, &usual, material.quotes, &mut group, &mut asked);
        for at in line.items.clone() {
            if let Some(row) = spoken::row(material, &view, &usual, number, at) {
                let span = view.items[at].span;
                asked.push(Asked { question: Question::Speech, row, span, about: span, backwards: false, group: 0 });
                if !usual.iter().any(|claim| claim.parts.iter().any(|part| part.contains(&at))) && !material.all_quotes[number] {
                    wider::study(&view, at, material.quotes, &mut asked);
                    speakers::study(&view, Wanted::Quote(at), usual_subject(&view, at), span, &mut asked);
                }
            }
        }
        for claim in &usual {
            let frame = &view.frames[claim.frame];
            for part in claim.parts.iter().filter_map(|part| draft::span(&view, part, material.quotes)) {
                speakers::study(&view, Wanted::Frame(frame), frame.subject.clone(), part, &mut asked);
            }
        }
    }
    asked
}

fn view<'a>(material: &Material<'a>, number: usize, frames: &'a [Frame]) -> View<'a> {
    let line = &material.lines.lines[number].items;
    View {
        items: &material.lines.items,
        start: line.start,
        end: line.end,
        frames,
        facts: material.facts,
        text: material.text,
        tongue: material.tongue,
    }
}

fn line(material: &Material<'_>, number: usize, made: &mut Vec<Draft>) {
    let line = &material.lines.lines[number];
    let items = &material.lines.items;
    let found = frames::find(items, line.items.clone(), material.tongue, material.text);
    let view = view(material, number, &found);
    let usual = claims::find(&view);
    let spoken = |at: usize| spoken::likely(material, &view, &usual, number, at);
    let mut here: Vec<Draft> = Vec::new();
    let mut claimed: Vec<Range<usize>> = Vec::new();
    for Sure { claim, likely } in choose::find(&view, &usual) {
        let mut draft = draft::of_claim(&view, &claim, material.quotes, line.block, number);
        match likely {
            Some(likely) => draft.confidence = likely,
            None if !claim.parts.iter().cloned().flatten().any(|at| spoken(at) >= CLAIMED) => continue,
            None => {}
        }
        if !draft.parts.is_empty() && (draft.quoted || !material.marks_only.get(line.block).copied().unwrap_or(false)) {
            claimed.extend(claim.parts.iter().cloned());
            here.push(draft);
        }
    }
    if here.is_empty()
        && let Some(draft) = mood::report(material, &view, number, made)
    {
        made.push(draft);
        return;
    }
    claimed.sort_by_key(|part| part.start);
    let first_new = made.len();
    let free: Vec<usize> = line.items.clone().filter(|&at| items[at].quote().is_some() && !holds(&claimed, at)).collect();
    here.sort_by_key(|draft| draft.parts.first().copied());
    let leading = here.first().and_then(|draft| draft.parts.first()).map_or(u32::MAX, |part| part.start);
    let (before, after): (Vec<usize>, Vec<usize>) = free.into_iter().partition(|&at| items[at].span.start < leading);
    for at in before {
        unclaimed(material, &view, number, (at, &claimed), (first_new, spoken(at)), made);
    }
    for draft in here {
        join_or_push(material, draft, made);
    }
    for at in after {
        unclaimed(material, &view, number, (at, &claimed), (first_new, spoken(at)), made);
    }
}

fn holds(claimed: &[Range<usize>], at: usize) -> bool {
    let after = claimed.partition_point(|part| part.start <= at);
    claimed[..after].iter().rev().take(3).any(|part| part.contains(&at))
}

/// A draft whose first quotation goes on with the unclosed one of the block before takes that one in.
fn join_or_push(material: &Material<'_>, mut draft: Draft, made: &mut Vec<Draft>) {
    let first = draft.parts.first().and_then(|part| quote_at(material, part.start));
    if let Some(first) = first
        && material.quotes[first].continues
        && let Some(earlier) = made.pop_if(|earlier| {
            earlier.parts.last().is_some_and(|part| quote_at(material, part.start).is_some_and(|quote| quote + 1 == first))
                && earlier.cue.is_none()
        })
    {
        draft.parts = earlier.parts.into_iter().chain(draft.parts).collect();
    } else if let Some(first) = first
        && material.quotes[first].continues
        && draft.direct
        && let Some(earlier) = made.last_mut()
        && same_voice(material, earlier, &draft)
        && earlier.parts.last().is_some_and(|part| quote_at(material, part.start).is_some_and(|quote| quote + 1 == first))
    {
        earlier.parts.append(&mut draft.parts);
        (earlier.block, earlier.line, earlier.open_ended) = (draft.block, draft.line, draft.open_ended);
        return;
    }
    made.push(draft);
}

/// Whether two drafts can have one speaker: one has no name of its own, or both end with the same word.
fn same_voice(material: &Material<'_>, one: &Draft, other: &Draft) -> bool {
    let items = &material.lines.items;
    match (&one.source, &other.source) {
        (Source::Subject(one), Source::Subject(other)) => {
            let last = |subject: &Range<usize>| items[subject.end - 1].span.of(material.text);
            let pronoun = |subject: &Range<usize>| items[subject.start].is(Flags::PRON);
            pronoun(one) || pronoun(other) || last(one) == last(other)
        }
        _ => true,
    }
}

/// The quotation that starts at byte `at`.
pub(super) fn quote_at(material: &Material<'_>, at: u32) -> Option<usize> {
    material.quotes.binary_search_by_key(&at, |quote| quote.span.start).ok()
}

/// A quotation that no cue governs: it goes on with one before, or its line or neighbours name the speaker, or it is no speech.
fn unclaimed(
    material: &Material<'_>,
    view: &View<'_>,
    number: usize,
    (at, claimed): (usize, &[Range<usize>]),
    (first_new, likely): (usize, f32),
    made: &mut Vec<Draft>,
) {
    let line = &material.lines.lines[number];
    let Some(quote) = view.items[at].quote() else { return };
    let taken = made.last().and_then(|last| last.parts.last()).is_some_and(|part| part.overlaps(view.items[at].span));
    if taken {
        return;
    }
    if let Some(draft) = turns::signed(material, view, number, at).or_else(|| turns::labelled(material, number, quote, view.items[at].span))
    {
        made.push(draft);
        return;
    }
    let inside = (material.tongue == Tongue::Other).then(|| incise::read(material, material.lexicon, quote, line.block, number)).flatten();
    if let Some(draft) = inside {
        made.push(draft);
        return;
    }
    if carry::goes_on(material, quote, line, number, made) {
        return;
    }
    let alone = material.all_quotes[number];
    let likely_name = view.items[at].is(Flags::NAME);
    let reopened = material.quotes.get(quote + 1).is_some_and(|next| next.continues);
    let enough = if reopened {
        0.0
    } else if likely_name || is_term(view, at) {
        NAMED
    } else if material.tongue == Tongue::German {
        GERMAN
    } else if alone {
        ALONE
    } else if material.facts[quote].is_title()
        || material.facts[quote].words <= 2 && !view.frames.iter().take(8).any(|frame| frame.class.any(Flags::SPEECH))
    {
        SHORT
    } else {
        FREE
    };
    if likely < enough {
        return;
    }
    let (source, rule, sure) = if alone && material.marks_only.get(line.block).copied().unwrap_or(false) {
        (Source::Unknown, "quotation.direct.unattributed", 0.5)
    } else if alone {
        carry::standing_alone(material, quote, line, number, made)
    } else {
        in_its_line(view, at, at > view.start && view.items[at - 1].mark(':'), first_new, made)
    };
    let own = at..at + 1;
    let reported = if alone || likely_name || view.tongue == Tongue::Other {
        own.clone()
    } else {
        wider::around(view, at, &room(view, at, claimed, made))
    };
    let wide = reported != own;
    made.push(Draft {
        parts: vec![draft::span(view, &reported, material.quotes).unwrap_or(view.items[at].span)],
        cue: None,
        source,
        rule: if wide { "quotation.mixed.sentence" } else { rule },
        confidence: sure * likely,
        block: line.block,
        line: number,
        quoted: true,
        direct: !wide,
        turn: false,
        open_ended: alone,
    });
}

/// Whether the line says that something is called so: *known to plumbers as a “butterfly”*.
fn is_term(view: &View<'_>, at: usize) -> bool {
    let near = view.between(at.saturating_sub(14), at);
    let as_a = near.iter().rposition(|item| item.listed == "as").filter(|as_a| as_a + 3 >= near.len());
    as_a.is_some_and(|as_a| near[..as_a].iter().any(|item| item.is(Flags::NICK)))
}

/// The items around the quotation at item `at` that no other quotation has.
fn room(view: &View<'_>, at: usize, claimed: &[Range<usize>], made: &[Draft]) -> Range<usize> {
    let next = claimed.partition_point(|part| part.start <= at);
    let floor = next.checked_sub(1).map_or(view.start, |last| claimed[last].end.min(at)).max(at.saturating_sub(wider::NEAR));
    let made_to = made.last().and_then(|last| last.parts.last()).map_or(0, |part| part.end);
    let free = (floor..=at).rev().find(|&start| start == floor || view.items[start - 1].span.end <= made_to).unwrap_or(at);
    free..claimed.get(next).map_or(view.body_end(), |part| part.start)
}

/// The nearest subject of a cue before item `at`, else the subject of the sentence.
fn usual_subject(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    let before = view.frames.partition_point(|frame| frame.clause.start < at);
    let governing = view.frames[..before].iter().rev().take(3).find_map(|frame| frame.subject.clone());
    let opens = Flags::DET.with(Flags::NAME).with(Flags::PRON).with(Flags::PERSON).with(Flags::GROUP).with(Flags::TITLE).with(Flags::ADV);
    governing.or_else(|| phrase::first_subject(view.items, view.start..at).filter(|subject| view.items[subject.start].is(opens)))
}

/// The speaker of a quotation inside a sentence: the nearest subject of a cue before it, else the subject of the sentence.
fn in_its_line(view: &View<'_>, at: usize, colon: bool, first_new: usize, made: &[Draft]) -> (Source, &'static str, f32) {
    let rule = if colon { "quotation.direct.colon" } else { "quotation.direct.sentence" };
    if let Some(subject) = speakers::choose(view, Wanted::Quote(at), usual_subject(view, at)) {
        return (Source::Subject(subject), rule, 0.7);
    }
    match made.len().checked_sub(1).filter(|&last| last >= first_new) {
        Some(last) => (Source::Like(last), "quotation.direct.same-speaker", 0.6),
        None => (Source::Unknown, "quotation.direct.unattributed", 0.4),
    }
}
