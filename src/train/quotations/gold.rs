//! Documents whose quotations an editor has marked, with offsets turned into bytes.

use galley_engine::text::Span;
use serde::Deserialize;

/// A document as it lies in the corpus; offsets count code points.
#[derive(Deserialize)]
pub(crate) struct Raw {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) outlet: Option<String>,
    pub(crate) text: String,
    quotes: Vec<RawQuote>,
    #[serde(default)]
    ignore: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct RawQuote {
    start: usize,
    end: usize,
    speaker: Option<RawMention>,
}

#[derive(Deserialize)]
struct RawMention {
    start: usize,
    end: usize,
    text: String,
    #[serde(default)]
    more: Vec<RawPiece>,
}

/// A piece of a mention: its two ends, in a list or by name.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawPiece {
    Pair(usize, usize),
    Named { start: usize, end: usize },
}

/// A contiguous piece of a quotation.
pub(crate) struct Fragment {
    /// From its first letter or digit to its last, in bytes.
    pub(crate) span: Span,
    /// The words for its speaker: the main stretch, then any others.
    pub(crate) speaker: Vec<Span>,
    /// The main stretch as it is written.
    pub(crate) speaker_text: String,
}

/// What an editor marked in one document.
pub(crate) struct Gold {
    /// In the order of the text.
    pub(crate) fragments: Vec<Fragment>,
    /// Stretches that nobody judged.
    ignore: Vec<Span>,
}

impl Gold {
    /// The marks of `raw`.
    pub(crate) fn of(raw: &Raw) -> Self {
        let places: Vec<usize> = raw.text.char_indices().map(|(at, _)| at).chain([raw.text.len()]).collect();
        let span = |start: usize, end: usize| {
            let at = |point: usize| places.get(point).copied().unwrap_or(raw.text.len());
            Span::new(at(start), at(end.max(start)))
        };
        let piece = |piece: &RawPiece| match *piece {
            RawPiece::Pair(start, end) | RawPiece::Named { start, end } => span(start, end),
        };
        let mention = |mention: &RawMention| -> Vec<Span> {
            std::iter::once(span(mention.start, mention.end)).chain(mention.more.iter().map(piece)).collect()
        };
        let fragment = |quote: &RawQuote| Fragment {
            span: core(&raw.text, span(quote.start, quote.end)),
            speaker: quote.speaker.as_ref().map(mention).unwrap_or_default(),
            speaker_text: quote.speaker.as_ref().map(|speaker| speaker.text.clone()).unwrap_or_default(),
        };
        let mut fragments: Vec<Fragment> = raw.quotes.iter().map(fragment).filter(|fragment| !fragment.span.is_empty()).collect();
        fragments.sort_by_key(|fragment| fragment.span);
        Self { fragments, ignore: raw.ignore.iter().map(|&(start, end)| span(start, end)).collect() }
    }

    /// Whether nobody judged `span`.
    pub(crate) fn ignores(&self, span: Span) -> bool {
        self.ignore.iter().any(|ignored| ignored.overlaps(span))
    }

    /// The fragments that share a byte with `span`.
    pub(crate) fn touching(&self, span: Span) -> impl Iterator<Item = &Fragment> {
        self.fragments.iter().filter(move |fragment| fragment.span.overlaps(span))
    }
}

/// `span` from its first letter or digit to its last.
pub(crate) fn core(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = words.find(char::is_alphanumeric);
    let end = words.char_indices().rev().find(|(_, sign)| sign.is_alphanumeric()).map(|(at, sign)| at + sign.len_utf8());
    match start.zip(end) {
        Some((start, end)) => Span::new(span.from() + start, span.from() + end),
        None => Span::new(span.from(), span.from()),
    }
}

/// The share of the bytes of both that they have in common.
pub(crate) fn likeness(one: Span, other: Span) -> f64 {
    let common = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let all = one.end.max(other.end) - one.start.min(other.start);
    f64::from(common) / f64::from(all.max(1))
}
