//! The words beside a quotation, and the names among quotations: titles of works, programmes, nicknames.

use super::facts::{End, Facts};
use super::lexicon::{Flags, Lexicon};
use super::pairing::Quoted;

/// The words beside a quotation.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbours {
    /// What the word right before it can do; nothing where a mark stands between.
    pub(super) before: Flags,
    /// What the word before that one can do.
    pub(super) before_that: Flags,
    /// What the word right after it can do.
    pub(super) after: Flags,
}

/// The neighbours of `quote`, read from at most 80 bytes on either side.
pub(super) fn neighbours(text: &str, lexicon: &Lexicon, block: crate::text::Span, quote: &Quoted) -> Neighbours {
    let mut buffer = String::new();
    let before = tail(&text[block.from()..quote.span.from()], 80);
    let after = head(&text[quote.span.to()..block.to()], 80);
    let mut words = before.trim_end().rsplit(char::is_whitespace);
    let mut flags = |word: Option<&str>| match word {
        Some(word) if !word.ends_with([',', ':', ';', '.', '?', '!', '—', '–']) => possessive(word, lexicon, &mut buffer),
        _ => Flags::default(),
    };
    let (one, two) = (flags(words.next()), flags(words.next()));
    let next =
        after.strip_prefix(' ').and_then(|after| after.split(|sign: char| !sign.is_alphanumeric() && sign != '’' && sign != '\'').next());
    let after_flags = next.map_or(Flags::default(), |word| lexicon.flags(word, &mut buffer));
    Neighbours { before: one, before_that: two, after: after_flags }
}

fn possessive(word: &str, lexicon: &Lexicon, buffer: &mut String) -> Flags {
    if word.ends_with("’s") || word.ends_with("'s") {
        return Flags::POSSESSIVE;
    }
    lexicon.flags(word.trim_start_matches(['(', '“', '"', '[', '‘']), buffer)
}

fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

fn head(text: &str, most: usize) -> &str {
    let mut to = text.len().min(most);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

/// Whether the quotation is a name by its looks and place: a title of a work, a programme, a nickname.
pub(super) fn is_name(facts: &Facts, near: &Neighbours) -> bool {
    let nickname =
        facts.words <= 3 && facts.end == End::Open && near.before.any(Flags::NAME) && near.after.any(Flags::NAME) && facts.capital;
    let announced = near.before.any(Flags::WORK.with(Flags::NICK))
        && !near.before.any(Flags::CUE)
        && facts.words <= 12
        && facts.capital
        && facts.capitals > 0.6;
    let placed = near.before.any(Flags::POSSESSIVE.with(Flags::PREP))
        || near.before.any(Flags::DET)
        || near.before_that.any(Flags::WORK)
        || near.before.any(Flags::WORK);
    let titled = facts.is_title() && (facts.words > 1 || !matches!(facts.end, End::Strong)) && placed && !facts.person;
    nickname || announced || titled
}
