//! Whether words in quotation marks are speech: what the learnt scorer sees of them.

use super::assemble::Material;
use super::claims::{Claim, View};
use super::facts::{End, Facts};
use super::learnt::{Question, Row};
use super::lexicon::{Flags, Tongue};
use super::lines::Item;
use super::report::choose;
use super::report::values::{class, sort, sort_before, whole, yes};
use super::speech::{self, Neighbours};

/// How far a cue is looked for on either side.
const NEAR: usize = 40;

/// The probability that the quotation at item `at` is speech; `usual` are the claims that the grammar alone makes in its line.
pub(super) fn likely(material: &Material<'_>, view: &View<'_>, usual: &[Claim], number: usize, at: usize) -> f32 {
    if material.tongue == Tongue::Other {
        return by_looks(material, view, number, at);
    }
    row(material, view, usual, number, at).map_or(0.0, |row| Question::Speech.answer(&row))
}

/// In a language that the scorer was not trained on: a sentence by itself, after a colon or in the first person is speech.
fn by_looks(material: &Material<'_>, view: &View<'_>, number: usize, at: usize) -> f32 {
    let Some(facts) = view.items[at].quote().map(|quote| &material.facts[quote]) else { return 0.0 };
    let colon = at > view.start && view.items[at - 1].mark(':');
    let sentence = facts.words > 3 && !facts.is_title() && (material.all_quotes[number] || facts.end != End::Open || facts.person);
    match () {
        () if sentence || colon && facts.words > 1 => 0.75,
        () if view.items[at].is(Flags::NAME) || facts.is_title() => 0.2,
        () => 0.5,
    }
}

/// What the scorer sees; none where the item is no quotation.
pub(super) fn row(material: &Material<'_>, view: &View<'_>, usual: &[Claim], number: usize, at: usize) -> Option<Row<'static>> {
    let quote = view.items.get(at)?.quote()?;
    let facts = &material.facts[quote];
    let near = &material.near[quote];
    let mut values = of_words(facts, near);
    values.extend(of_inner(material, quote));
    values.extend(of_line(material, view, number, at));
    values.extend(of_claim(view, usual, at));
    values.extend(of_neighbours(material, quote));
    let listed = |at: Option<usize>| at.and_then(|at| view.item(at)).map_or("", |item| item.listed);
    Some(Row { words: [listed(at.checked_sub(1)), listed(Some(at + 1)), facts.opener], values })
}

/// What the words are like.
fn of_words(facts: &Facts, near: &Neighbours) -> Vec<i16> {
    #[expect(clippy::cast_possible_truncation, reason = "a share, in twentieths")]
    let capitals = (facts.capitals * 20.0) as i16;
    let mut values = vec![
        i16::try_from(facts.words.min(200)).unwrap_or(200),
        facts.end as i16,
        yes(facts.capital),
        capitals,
        yes(facts.clause),
        yes(facts.person),
        yes(facts.double),
        yes(facts.unclosed),
        yes(facts.is_title()),
        yes(speech::is_name(facts, near)),
    ];
    let beside = [Flags::DET, Flags::PREP, Flags::POSSESSIVE, Flags::WORK, Flags::NICK, Flags::NAME, Flags::CUE, Flags::NOUN];
    values.extend(beside.iter().map(|flag| yes(near.before.any(*flag))));
    values.extend(beside.iter().map(|flag| yes(near.before_that.any(*flag))));
    values
        .extend([Flags::PREP, Flags::NAME, Flags::CUE, Flags::CONJ, Flags::AUX, Flags::NOUN].iter().map(|flag| yes(near.after.any(*flag))));
    values
}

/// Signs inside the marks.
fn of_inner(material: &Material<'_>, quote: usize) -> [i16; 6] {
    let inner = material.quotes[quote].inner.of(material.text);
    let head: &str = inner.char_indices().nth(400).map_or(inner, |(end, _)| &inner[..end]);
    [
        whole(head.matches([',', ';', ':']).count()),
        whole(head.matches(". ").count()),
        yes(head.contains('?')),
        yes(head.contains('!')),
        yes(head.contains(|sign: char| sign.is_ascii_digit())),
        yes(head.starts_with(['#', '@', '.', '…', '['])),
    ]
}

/// Where it stands in its line and block.
fn of_line(material: &Material<'_>, view: &View<'_>, number: usize, at: usize) -> Vec<i16> {
    let line = &material.lines.lines[number];
    let cue = |item: &Item| item.is(Flags::SPEECH) && !item.is(Flags::CAPITAL.with(Flags::NOUNISH));
    let other = |item: &Item| item.is(Flags::CUE.with(Flags::NOUN));
    let (before, after) = (view.between(at.saturating_sub(NEAR), at), view.between(at + 1, at + 1 + NEAR));
    let back = |wanted: &dyn Fn(&Item) -> bool| before.iter().rev().position(wanted).map_or(-1, whole);
    let ahead = |wanted: &dyn Fn(&Item) -> bool| after.iter().position(wanted).map_or(-1, whole);
    let speech = |items: &[Item]| whole(items.iter().filter(|item| item.speech()).count());
    vec![
        whole(at - view.start),
        whole(view.end - at),
        sort_before(view, at),
        sort_before(view, at.saturating_sub(1)),
        sort(view, at + 1),
        sort(view, at + 2),
        back(&cue),
        ahead(&cue),
        back(&other),
        ahead(&other),
        back(&|item| item.is(Flags::PRON) && !item.is(Flags::DET)),
        speech(before),
        speech(after),
        yes(material.all_quotes[number]),
        yes(number == 0 || material.lines.lines[number - 1].block != line.block),
        yes(material.lines.lines.get(number + 1).is_none_or(|next| next.block != line.block)),
        yes(material.marks_only.get(line.block).copied().unwrap_or(false)),
        yes(view.tongue == Tongue::German),
        whole(view.frames.len()),
    ]
}

/// What the grammar alone claims it for.
fn of_claim(view: &View<'_>, usual: &[Claim], at: usize) -> [i16; 5] {
    let near = usual.partition_point(|claim| claim.frame < view.frames.partition_point(|frame| frame.clause.start < at));
    let around = &usual[near.saturating_sub(3)..usual.len().min(near + 3)];
    let Some(claim) = around.iter().find(|claim| claim.parts.iter().any(|part| part.contains(&at))) else { return [-1; 5] };
    let frame = &view.frames[claim.frame];
    let gap = if frame.clause.start > at { frame.clause.start - at } else { at.saturating_sub(frame.cue.end) };
    [yes(choose::is_direct(view, claim)), frame.order as i16, class(frame), claim.shape as i16, whole(gap)]
}

/// The quotations before and after it.
fn of_neighbours(material: &Material<'_>, quote: usize) -> [i16; 6] {
    let own = &material.quotes[quote];
    let other = |other: Option<usize>| {
        let Some(at) = other.filter(|&other| other < material.quotes.len()) else { return [-1, -1] };
        let words = i16::try_from(material.facts[at].words.min(60)).unwrap_or(60);
        [whole(material.quotes[at].block.abs_diff(own.block)), words]
    };
    let ([before, words_before], [after, words_after]) = (other(quote.checked_sub(1)), other(Some(quote + 1)));
    [before, words_before, after, words_after, whole(material.quotes.len()), material.facts[quote].repeats]
}
