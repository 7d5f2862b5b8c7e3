//! Speakers named inside the marks, as French and Italian papers print them: *« On ne sait pas, explique Claire Dubois. »*

use super::assemble::Material;
use super::draft::{Draft, Source};
use super::lexicon::{Flags, Lexicon};
use crate::text::Span;

/// How many commas into a quotation the speaker is looked for.
const NEAR: usize = 12;
/// The most words in a speaker.
const LONGEST: usize = 8;

/// The quotation without the words that name its speaker, where a comma leads to a verb of saying and its subject.
pub(super) fn read(material: &Material<'_>, lexicon: &Lexicon, quote: usize, block: usize, line: usize) -> Option<Draft> {
    let quoted = &material.quotes[quote];
    let inner = quoted.inner.of(material.text);
    let mut at = quoted.inner.from();
    let mut pieces = inner.split(',');
    at += pieces.next()?.len();
    for piece in pieces.take(NEAR) {
        let start = at + 1;
        at = start + piece.len();
        let Some((cue, speaker)) = attribution(material.text, lexicon, Span::new(start, at)) else { continue };
        let speaker = with_apposition(material.text, speaker, at, quoted.inner.to());
        let rest = material.text[speaker.to()..quoted.span.to()].trim_start_matches([',', '.', ' ', '\u{a0}', '\u{202f}']);
        let after = Span::new(quoted.span.to() - rest.len(), quoted.span.to());
        let mut parts = vec![Span::new(quoted.span.from(), start - 1)];
        parts.extend(Some(after).filter(|after| after.of(material.text).chars().any(char::is_alphanumeric)));
        return Some(Draft {
            parts,
            cue: Some(cue),
            source: Source::Words(speaker),
            rule: "quotation.direct.said-inside",
            confidence: 0.8,
            block,
            line,
            quoted: true,
            direct: true,
            turn: true,
            open_ended: true,
        });
    }
    None
}

/// *Claire Dubois, infirmière.*: a few words after the comma at `comma` that end the sentence belong to the speaker.
fn with_apposition(text: &str, speaker: Span, comma: usize, end: usize) -> Span {
    const FEW: usize = 4;
    let Some(rest) = text.get(comma + 1..end).filter(|_| speaker.to() == comma) else { return speaker };
    let words = rest.split(['.', '!', '?']).next().unwrap_or_default();
    let small = words.trim_start().starts_with(char::is_lowercase) && words.split_whitespace().count() <= FEW;
    if small && words.len() < rest.len() { Span::new(speaker.from(), comma + 1 + words.len()) } else { speaker }
}

/// The cue and the speaker that `piece` begins with.
fn attribution(text: &str, lexicon: &Lexicon, piece: Span) -> Option<(Span, Span)> {
    let mut buffer = String::new();
    let mut words = words(text, piece);
    let mut verb = words.next()?;
    if lexicon.flags(verb.of(text), &mut buffer).any(Flags::AUX) {
        verb = words.next()?;
    }
    if let Some((stem, _)) =
        verb.of(text).rsplit_once('-').filter(|(_, pronoun)| matches!(*pronoun, "il" | "elle" | "on" | "ils" | "elles"))
    {
        let cue = Span::new(verb.from(), verb.from() + stem.len());
        return lexicon.flags(stem, &mut buffer).any(Flags::SAY).then(|| (cue, Span::new(cue.to() + 1, verb.to())));
    }
    if !lexicon.flags(verb.of(text), &mut buffer).any(Flags::SAY) {
        return None;
    }
    let first = words.next()?;
    let opens = lexicon.flags(first.of(text), &mut buffer).any(Flags::DET.with(Flags::NAME).with(Flags::TITLE).with(Flags::PERSON));
    let mut end = first.to();
    for word in words.take(LONGEST) {
        if text[..end].ends_with(['.', '!', '?']) {
            break;
        }
        end = word.to();
    }
    let end = text[..end].trim_end_matches(['.', '!', '?', '»', ' ', '\u{a0}', '\u{202f}']).len();
    (opens && first.from() < end).then(|| (verb, Span::new(first.from(), end)))
}

/// The words of `piece`, each with the marks that it ends with.
fn words(text: &str, piece: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = piece.from();
    piece.of(text).split(char::is_whitespace).filter_map(move |word| {
        let from = at;
        at += word.len() + text[from + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then(|| Span::new(from, from + word.len()))
    })
}
