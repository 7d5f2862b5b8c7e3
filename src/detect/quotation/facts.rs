//! What the words between two marks look like by themselves.

use super::lexicon::{Flags, Lexicon};
use super::marks::Style;
use super::pairing::Quoted;
use std::collections::BTreeMap;

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
    /// Its first word as the lists write it; empty where they do not have it.
    pub(super) opener: &'static str,
    /// How many other quotations of the text are the same few words.
    pub(super) repeats: i16,
}

impl Facts {
    /// Whether it looks like a title or a name: every word of weight has a capital, and there are few.
    pub(super) fn is_title(&self) -> bool {
        self.words <= 12 && self.capitals > 0.85 && self.capital && !matches!(self.end, End::Stop)
            || self.words <= 8 && self.capitals > 0.99 && self.capital
    }
}

/// The most bytes of words that are counted when they come again.
const FEW: usize = 48;

/// The features of all `quotes`.
pub(super) fn of_all(text: &str, lexicon: &Lexicon, quotes: &[Quoted]) -> Vec<Facts> {
    let mut uses: BTreeMap<&str, i16> = BTreeMap::new();
    let few = |quote: &Quoted| Some(quote.inner.of(text).trim_end_matches([',', '.'])).filter(|inner| inner.len() <= FEW);
    for inner in quotes.iter().filter_map(few) {
        let uses = uses.entry(inner).or_default();
        *uses = uses.saturating_add(1).min(9);
    }
    let repeats = |quote: &Quoted| few(quote).and_then(|inner| uses.get(inner)).map_or(0, |uses| uses - 1);
    quotes.iter().map(|quote| Facts { repeats: repeats(quote), ..of(text, lexicon, quote) }).collect()
}

/// The features of `quote`.
fn of(text: &str, lexicon: &Lexicon, quote: &Quoted) -> Facts {
    let inner = quote.inner.of(text);
    let mut buffer = String::new();
    let (mut words, mut heavy, mut capitals) = (0_u32, 0_u32, 0_u32);
    let (mut clause, mut person, mut opener) = (false, false, "");
    for word in
        inner.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '’' | '\'' | '-'))).filter(|word| !word.is_empty()).take(1000)
    {
        words += 1;
        let (flags, listed) = lexicon.look_up(word, &mut buffer);
        opener = if words == 1 { listed } else { opener };
        let first_person = matches!(
            buffer.as_str(),
            "i" | "we"
                | "you"
                | "my"
                | "our"
                | "me"
                | "us"
                | "i'm"
                | "we're"
                | "you're"
                | "ich"
                | "wir"
                | "uns"
                | "sie"
                | "je"
                | "nous"
                | "notre"
                | "yo"
                | "nosotros"
                | "nuestro"
                | "nuestra"
                | "io"
                | "noi"
                | "nostro"
                | "nostra"
                | "eu"
                | "nós"
                | "nosso"
                | "nossa"
                | "ik"
                | "wij"
                | "onze"
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
    Facts {
        words,
        end: end(inner),
        capital,
        capitals,
        clause,
        person,
        double: quote.style == Style::Double,
        unclosed: quote.unclosed,
        opener,
        repeats: 0,
    }
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
