//! Speakers of quotations that stand alone: carried over from the quotation before, read from the sentence before, or told by turns.

use super::assemble::{Material, quote_at};
use super::draft::{Draft, Source};
use super::lexicon::{Flags, Tongue};
use super::lines::{Item, Line};
use super::phrase;
use std::ops::Range;

/// How many blocks back a speaker is carried.
const FAR: usize = 2;
/// How many drafts back a speaker is looked for; keeps the cost in proportion.
const RECENT: usize = 40;
/// The most words in a turn of a quick exchange.
const QUICK: u32 = 30;

/// Adds the quotation to the draft before where it goes on with it: reopened marks, or *“A,” he said. “B.”*
pub(super) fn goes_on(material: &Material<'_>, quote: usize, line: &Line, number: usize, made: &mut [Draft]) -> bool {
    let spoken = made.iter().rev().take(3).take_while(|draft| draft.line + 1 >= number).position(|draft| draft.quoted).unwrap_or(0);
    let last = made.len().checked_sub(spoken + 1);
    let Some(last) = last.and_then(|last| made.get_mut(last)) else { return false };
    let quoted = &material.quotes[quote];
    let last_quote =
        last.parts.last().and_then(|part| quote_at(material, part.start).or_else(|| last_quote_in(material, part.start, part.end)));
    let follows = last_quote.is_some_and(|before| before + 1 == quote);
    let reopened = quoted.continues && follows;
    let next_line = last.line + 1 == number || last.line == number;
    let split =
        last.block == line.block && next_line && last.open_ended && last.direct && last.quoted && material.all_quotes[number] && follows;
    if reopened || split {
        last.parts.push(quoted.span);
        (last.block, last.line) = (line.block, number);
        last.open_ended = true;
    }
    reopened || split
}

/// The last quotation that starts inside the bytes from `start` to `end`.
fn last_quote_in(material: &Material<'_>, start: u32, end: u32) -> Option<usize> {
    let after = material.quotes.partition_point(|quote| quote.span.start < end);
    after.checked_sub(1).filter(|&quote| material.quotes[quote].span.start >= start)
}

/// The speaker of a quotation that is a whole line.
pub(super) fn standing_alone(
    material: &Material<'_>,
    quote: usize,
    line: &Line,
    number: usize,
    made: &[Draft],
) -> (Source, &'static str, f32) {
    let opens_block = number == 0 || material.lines.lines[number - 1].block != line.block;
    let last = made.len().checked_sub(1);
    let recent = made.len().saturating_sub(RECENT);
    let spoken = made[recent..].iter().rposition(|draft| draft.quoted).map(|spoken| spoken + recent);
    if let Some(last) = last
        && !opens_block
        && made[last].block == line.block
    {
        return between(material, number, last, made);
    }
    if !opens_block {
        return sentence_before(material, number).unwrap_or((Source::Unknown, "quotation.direct.unattributed", 0.4));
    }
    if let Some(introduced) = introduced_before(material, line, number) {
        return introduced;
    }
    match spoken.filter(|&spoken| made[spoken].block + FAR >= line.block) {
        Some(spoken) => match other_voice(material, quote, line, spoken, made) {
            Some(other) => (Source::Like(other), "quotation.direct.turn", 0.65),
            None => (Source::Like(spoken), "quotation.direct.same-speaker-paragraph", 0.7),
        },
        None => sentence_before(material, number).unwrap_or((Source::Unknown, "quotation.direct.unattributed", 0.4)),
    }
}

/// A quotation after sentences of telling in its paragraph: the subject of the sentence before, else the speaker before.
fn between(material: &Material<'_>, number: usize, last: usize, made: &[Draft]) -> (Source, &'static str, f32) {
    let told_between = made[last].line + 1 < number;
    match sentence_before(material, number) {
        Some(before) if told_between => before,
        _ => (Source::Like(not_first_person(material, last, made)), "quotation.direct.same-speaker", 0.85),
    }
}

/// After *I said that I had* the other one speaks: the last quotation before it in the paragraph.
fn not_first_person(material: &Material<'_>, last: usize, made: &[Draft]) -> usize {
    let own = |draft: &Draft| match &draft.source {
        Source::Subject(subject) => matches!(material.lines.items[subject.start].span.of(material.text), "I" | "we" | "We" | "ich" | "Ich"),
        _ => false,
    };
    let recent = last.saturating_sub(RECENT);
    let other = made[recent..last].iter().rposition(|draft| draft.quoted && draft.block == made[last].block && !own(draft));
    if !made[last].quoted && own(&made[last]) { other.map_or(last, |other| other + recent) } else { last }
}

/// The subject of the line before, where it names someone.
fn sentence_before(material: &Material<'_>, number: usize) -> Option<(Source, &'static str, f32)> {
    let before = material.lines.lines.get(number.checked_sub(1)?)?;
    let items = &material.lines.items;
    let named = for_somebody(items, &before.items);
    let subject = named.or_else(|| phrase::first_subject(items, before.items.clone()))?;
    if material.tongue == Tongue::German && !subject.clone().any(|at| items[at].is(Flags::PERSON.with(Flags::PRON))) && subject.len() < 2 {
        return None;
    }
    let speaks = items[subject.clone()].iter().any(|item| item.is(Flags::NAME.with(Flags::PERSON).with(Flags::PRON)));
    speaks.then_some((Source::Subject(subject), "quotation.direct.sentence-before", 0.65))
}

/// *For Reyes, the choice was simple.*
fn for_somebody(items: &[Item], line: &Range<usize>) -> Option<Range<usize>> {
    let opens = items.get(line.start).is_some_and(|item| matches!(item.listed, "for" | "to" | "für"));
    let name =
        phrase::np_after(items, line.start + 1, line.end).filter(|name| opens && items[name.start].is(Flags::NAME.with(Flags::DET)))?;
    let speaks = items[name.clone()].iter().any(|item| item.is(Flags::NAME.with(Flags::PERSON)) && !item.is(Flags::TIME));
    (speaks && items.get(name.end).is_some_and(|item| item.mark(','))).then_some(name)
}

/// *He had this to say:* at the end of the block before.
fn introduced_before(material: &Material<'_>, line: &Line, number: usize) -> Option<(Source, &'static str, f32)> {
    let before = material.lines.lines.get(number.checked_sub(1)?)?;
    let ends = material.lines.items.get(before.items.end.checked_sub(1)?)?;
    let close = before.block + 1 == line.block && ends.mark(':');
    close.then(|| sentence_before(material, number)).flatten().map(|(source, _, _)| (source, "quotation.direct.introduced", 0.75))
}

/// In a quick exchange over paragraphs the one who spoke before the last speaker has the next turn.
fn other_voice(material: &Material<'_>, quote: usize, line: &Line, spoken: usize, made: &[Draft]) -> Option<usize> {
    let recent = spoken.saturating_sub(RECENT);
    let before = made[recent..spoken].iter().rposition(|draft| draft.quoted)? + recent;
    let quick = |draft: &Draft| {
        draft.parts.iter().filter_map(|part| quote_at(material, part.start)).map(|quote| material.facts[quote].words).sum::<u32>() <= QUICK
    };
    let consecutive = made[spoken].block + 1 == line.block && made[before].block + 1 == made[spoken].block;
    let closed = !material.quotes[quote].continues && !material.facts[quote].unclosed;
    let differ = made[before].source != made[spoken].source && !matches!(made[spoken].source, Source::Like(_));
    let exchange = quick(&made[before]) && quick(&made[spoken]) && material.facts[quote].words <= QUICK;
    (consecutive && closed && differ && exchange).then_some(before)
}

/// A quotation without a speaker takes the one of the next, where the next paragraph goes on with it.
pub(super) fn look_ahead(material: &Material<'_>, made: &mut [Draft]) {
    for at in (0..made.len().saturating_sub(1)).rev() {
        let next = &made[at + 1];
        let near = next.block <= made[at].block + 1 && next.direct && next.source != Source::Unknown;
        let own_block = made[at].parts.first().is_some_and(|part| quote_at(material, part.start).is_some());
        let titled = material.marks_only.get(made[at].block).copied().unwrap_or(false);
        if made[at].source == Source::Unknown && near && own_block && !titled {
            made[at].source = Source::Like(at + 1);
            made[at].rule = "quotation.direct.speaker-below";
            made[at].confidence *= 0.8;
        }
    }
}
