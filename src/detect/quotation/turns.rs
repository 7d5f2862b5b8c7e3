//! Speakers named beside the words: a signature after a quotation, a label before a turn.

use super::assemble::Material;
use super::claims::View;
use super::draft::{Draft, Source};
use super::lexicon::Flags;
use super::lines::Kind;
use super::phrase;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// *“…” — Ann Smith*, in the line of the quotation or the one after.
pub(super) fn signed(material: &Material<'_>, view: &View<'_>, number: usize, at: usize) -> Option<Draft> {
    let items = view.items;
    let limit = items.len().min(at + 12);
    let dash = (at + 1..limit).find(|&next| !matches!(items[next].kind, Kind::Mark('.' | ',')))?;
    if !matches!(items[dash].kind, Kind::Mark('—' | '–' | '-' | '~')) || !items.get(dash + 1)?.is(Flags::NAME) {
        return None;
    }
    let line = material.lines.lines.get(number..)?.iter().take(2).find(|line| line.items.contains(&dash))?;
    let name = phrase::np_after(items, dash + 1, line.items.end)?;
    let ends = name.end >= line.items.end || !items[name.end].wordy();
    ends.then(|| draft(material, number, items[at].span, Source::Subject(name), "quotation.direct.signature"))
}

/// *“SMITH: …* : a transcript that stands in quotation marks.
pub(super) fn labelled(material: &Material<'_>, number: usize, quote: usize, span: Span) -> Option<Draft> {
    let inner = material.quotes[quote].inner;
    let label = label(inner.of(material.text))?;
    let name = Span::new(inner.from(), inner.from() + label);
    Some(draft(material, number, span, Source::Words(name), "quotation.direct.transcript"))
}

/// The length of a speaker’s label at the start of `text`: up to five words in capitals, then a colon.
pub(super) fn label(text: &str) -> Option<usize> {
    let colon = text.char_indices().take(48).find(|&(_, sign)| sign == ':')?.0;
    let words = &text[..colon];
    let capitals = words.chars().all(|sign| sign.is_uppercase() || " .-’'".contains(sign));
    let letters = words.chars().filter(|sign| sign.is_alphabetic()).count();
    let spoken = text[colon + 1..].starts_with(' ') && text[colon + 1..].trim().chars().next().is_some_and(char::is_alphanumeric);
    (capitals && letters >= 2 && spoken && words.split(' ').count() <= 5).then_some(colon)
}

fn draft(material: &Material<'_>, number: usize, span: Span, source: Source, rule: &'static str) -> Draft {
    let block = material.lines.lines.get(number).map_or(0, |line| line.block);
    Draft {
        parts: vec![span],
        cue: None,
        source,
        rule,
        confidence: 0.9,
        block,
        line: number,
        quoted: true,
        direct: true,
        turn: false,
        open_ended: false,
    }
}

/// A title in quotation marks takes the speaker of the quotation in the text that has the same words.
pub(super) fn repeated(material: &Material<'_>, made: &mut [Draft]) {
    const MOST: usize = 8;
    let titles: Vec<usize> =
        (0..made.len()).filter(|&at| made[at].source == Source::Unknown || is_pull_quote(material, &made[at])).take(MOST).collect();
    for at in titles {
        let words = letters(material, &made[at]);
        let same = (0..made.len()).find(|&other| {
            other != at
                && (made[other].cue.is_some() || other < at)
                && made[other].source != Source::Unknown
                && made[other].quoted
                && letters(material, &made[other]).contains(&words)
        });
        if let (Some(same), true) = (same, words.len() >= 8) {
            made[at].source = Source::Like(same);
            made[at].rule = "quotation.direct.repeated";
            made[at].confidence = 0.8;
        }
    }
}

/// A quotation that is a whole block, without a cue.
fn is_pull_quote(material: &Material<'_>, draft: &Draft) -> bool {
    draft.cue.is_none() && draft.direct && material.all_quotes.get(draft.line).copied().unwrap_or(false)
}

/// The letters and digits of all parts, in lower case.
fn letters(material: &Material<'_>, draft: &Draft) -> String {
    let signs = draft.parts.iter().flat_map(|part| part.of(material.text).chars().take(2000));
    signs.filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many labelled blocks make a transcript.
const TURNS: usize = 3;
/// How many blocks a turn may go on for without a label.
const LONG: usize = 8;

/// In a transcript every labelled block is a turn, which goes on to the next; reports inside a turn that have no quotation marks are part of it.
pub(super) fn transcript(material: &Material<'_>, made: Vec<Draft>) -> Vec<Draft> {
    let mut turns: Vec<Draft> = starts(material).into_iter().filter_map(|(number, label)| turn(material, number, label)).collect();
    if turns.len() < TURNS {
        return made;
    }
    go_on(material, &mut turns);
    let blocks: BTreeSet<usize> = turns.iter().flat_map(|turn| turn.block..=turn.block + turn.parts.len() - 1).collect();
    let dropped: Vec<bool> = made.iter().map(|draft| blocks.contains(&draft.block) && !draft.quoted).collect();
    renumber(made, &dropped).into_iter().chain(turns).collect()
}

/// The first lines of the blocks with a label, with its length; labels in small letters count where two of them come twice.
fn starts(material: &Material<'_>) -> Vec<(usize, usize)> {
    let lines = &material.lines.lines;
    let first = |number: &usize| *number == 0 || lines[number - 1].block != lines[*number].block;
    let words = |number: usize| material.blocks.get(lines[number].block).map_or("", |span| span.of(material.text));
    let firsts = || (0..lines.len()).filter(first);
    let found: Vec<(usize, usize)> = firsts().filter_map(|number| Some((number, label(words(number))?))).collect();
    if found.len() >= TURNS {
        return found;
    }
    let small: Vec<(usize, usize)> = firsts().filter_map(|number| Some((number, small_label(words(number))?))).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for &(number, length) in &small {
        *uses.entry(&words(number)[..length]).or_default() += 1;
    }
    if uses.values().filter(|uses| **uses > 1).count() > 1 { small } else { found }
}

/// The length of a label such as *Ann Smith:*, *Q.* or *A:*.
fn small_label(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(['Q', 'A']).filter(|rest| rest.starts_with([':', '.'])) {
        return rest[1..].starts_with(' ').then_some(1);
    }
    let colon = text.char_indices().take(40).find(|&(_, sign)| sign == ':')?.0;
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|sign| sign.is_alphabetic() || ".-’'".contains(sign));
    let spoken = text[colon + 1..].starts_with(' ') && text[..colon].split(' ').count() <= 4;
    (spoken && text[..colon].split(' ').all(capital)).then_some(colon)
}

/// The blocks without a label between two turns belong to the first of them.
fn go_on(material: &Material<'_>, turns: &mut [Draft]) {
    for at in 1..turns.len() {
        let (block, next) = (turns[at - 1].block, turns[at].block);
        if next - block <= LONG {
            let rest = (block + 1..next).filter_map(|block| material.blocks.get(block)).map(|span| span.trimmed(material.text));
            let rest: Vec<Span> = rest.filter(|span| !span.is_empty()).collect();
            if rest.len() + block + 1 == next {
                turns[at - 1].parts.extend(rest);
            }
        }
    }
}

/// Without the drafts that are dropped; references to the others are kept right.
fn renumber(made: Vec<Draft>, dropped: &[bool]) -> Vec<Draft> {
    let mut numbers = Vec::with_capacity(made.len());
    let mut next = 0;
    for &gone in dropped {
        numbers.push(next);
        next += usize::from(!gone);
    }
    let kept = made.into_iter().zip(dropped).filter(|(_, gone)| !**gone).map(|(draft, _)| draft);
    kept.map(|mut draft| {
        if let Source::Like(other) = draft.source {
            draft.source = if dropped.get(other).copied().unwrap_or(true) { Source::Unknown } else { Source::Like(numbers[other]) };
        }
        draft
    })
    .collect()
}

/// The turn that begins with line `number`, which opens a block with a label of `label` bytes.
fn turn(material: &Material<'_>, number: usize, label: usize) -> Option<Draft> {
    let span = *material.blocks.get(material.lines.lines.get(number)?.block)?;
    let words = Span::new(span.from() + label + 1, span.to()).trimmed(material.text);
    let name = Span::new(span.from(), span.from() + label);
    let mut turn = draft(material, number, words, Source::Words(name), "quotation.direct.transcript");
    turn.turn = true;
    (!words.is_empty()).then_some(turn)
}
