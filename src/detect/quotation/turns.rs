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
        open_ended: false,
    }
}
