//! What the words between two marks look like by themselves.

use super::lexicon::{Flags, Lexicon};
use super::marks::Style;
use super::pairing::Quoted;

/// The punctuation just inside the closing mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A comma or dash: the sentence goes on.
    Comma,
    /// A full stop.
    Stop,
    /// A question mark, an exclamation mark or dots.
    Strong,
    /// A letter or anything else.
    Open,
}

/// Features of one stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Facts {
    /// How many words, at most a thousand.
    pub(super) words: u32,
    /// The last mark inside.
    pub(super) end: End,
    /// The first letter is a capital.
    pub(super) capital: bool,
    /// Share of the words that begin with a capital, small words left aside.
    pub(super) capitals: f32,
    /// It has a pronoun, an auxiliary or a clitic: it is language, not a name.
    pub(super) clause: bool,
    /// It has *I*, *we*, *you* or the like.
    pub(super) person: bool,
    /// Double marks.
    pub(super) double: bool,
    /// It has no closing mark.
    pub(super) unclosed: bool,
}

impl Facts {
    /// Whether it looks like a title or a name: every word of weight has a capital, and there are few.
    pub(super) fn is_title(&self) -> bool {
        self.words <= 12 && self.capitals > 0.85 && self.capital && !matches!(self.end, End::Stop)
            || self.words <= 8 && self.capitals > 0.99 && self.capital
    }
}

/// The features of `quote`.
pub(super) fn of(text: &str, lexicon: &Lexicon, quote: &Quoted) -> Facts {
    let inner = quote.inner.of(text);
    let mut buffer = String::new();
    let (mut words, mut heavy, mut capitals) = (0_u32, 0_u32, 0_u32);
    let (mut clause, mut person) = (false, false);
    for word in
        inner.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '’' | '\'' | '-'))).filter(|word| !word.is_empty()).take(1000)
    {
        words += 1;
        let flags = lexicon.flags(word, &mut buffer);
        let first_person = matches!(
            buffer.as_str(),
            "i" | "we" | "you" | "my" | "our" | "me" | "us" | "i'm" | "we're" | "you're" | "ich" | "wir" | "uns" | "sie"
        );
        person |= first_person;
        clause |= flags.any(Flags::AUX.with(Flags::PRON).with(Flags::OBJECT)) && !flags.any(Flags::DET);
        if !flags.any(Flags::DET.with(Flags::PREP).with(Flags::CONJ)) {
            heavy += 1;
            capitals += u32::from(flags.any(Flags::CAPITAL) || word.starts_with(|sign: char| sign.is_ascii_digit()));
        }
    }
    let capital = inner.chars().find(|sign| sign.is_alphanumeric()).is_some_and(|sign| !sign.is_lowercase());
    #[expect(clippy::cast_precision_loss, reason = "counts are at most a thousand")]
    let capitals = if heavy == 0 { 0.0 } else { capitals as f32 / heavy as f32 };
    Facts { words, end: end(inner), capital, capitals, clause, person, double: quote.style == Style::Double, unclosed: quote.unclosed }
}

fn end(inner: &str) -> End {
    let inner = inner.trim_end().trim_end_matches(['’', '\'', '”', '"', '‘', ')', ']']).trim_end();
    match inner.chars().next_back() {
        Some(',' | '—' | '–' | '-' | ';' | ':') => End::Comma,
        Some('.') if inner.ends_with("..") => End::Strong,
        Some('.') => End::Stop,
        Some('?' | '!' | '…') => End::Strong,
        _ => End::Open,
    }
}
