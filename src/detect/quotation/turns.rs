//! Speakers named beside the words: a signature after a quotation, a label before a turn.

use super::assemble::Material;
use super::claims::View;
use super::draft::{Draft, Source};
use super::lexicon::Flags;
use super::lines::Kind;
use super::phrase;
use crate::text::Span;

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

/// In a transcript every labelled block is a turn; reports inside a turn that have no quotation marks are part of it.
pub(super) fn transcript(material: &Material<'_>, made: Vec<Draft>) -> Vec<Draft> {
    let turns: Vec<Draft> =
        material.lines.lines.iter().enumerate().filter_map(|(number, line)| turn(material, number, line.block)).collect();
    if turns.len() < TURNS {
        return made;
    }
    let inside = |draft: &Draft| turns.binary_search_by_key(&draft.block, |turn| turn.block).is_ok();
    let map: Vec<bool> = made.iter().map(|draft| inside(draft) && !draft.quoted).collect();
    renumber(made, &map).into_iter().chain(turns).collect()
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

/// The turn that begins with line `number`, if the line begins a block with a label.
fn turn(material: &Material<'_>, number: usize, block: usize) -> Option<Draft> {
    let first = number == 0 || material.lines.lines[number - 1].block != block;
    let span = *material.blocks.get(block).filter(|_| first)?;
    let label = label(span.of(material.text))?;
    let words = Span::new(span.from() + label + 1, span.to()).trimmed(material.text);
    let name = Span::new(span.from(), span.from() + label);
    let mut turn = draft(material, number, words, Source::Words(name), "quotation.direct.transcript");
    turn.turn = true;
    (!words.is_empty()).then_some(turn)
}
