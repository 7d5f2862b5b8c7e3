//! Tokens and sentences, block by block.

mod abbreviation;
mod sentence;
mod token;

use crate::block::Block;
use crate::text::Span;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and abbreviating full stops: *U.S.*, *O’Brien*, *Jean-Luc*, *don’t*.
    /// A clitic is a token of its own: *Ukraine* + *’s*, *he* + *’d*, *we* + *’ll*. Addresses and hashtags are words too.
    Word,
    /// Digits, with inner separators and glued letters: *2,500*, *3.5*, *22:04*, *1990s*, *21st*.
    Number,
    /// A quotation mark of any style, one character. So is the apostrophe at the end of *workers’*.
    Quote,
    /// Any other punctuation mark or symbol, one character as a person sees it (grapheme cluster).
    Mark,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands; both ends lie on grapheme boundaries.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// A sentence, as a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first byte to its last.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The block it stands in; a sentence never crosses blocks.
    pub block: usize,
}

/// The text as tokens and sentences, both in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// All tokens.
    pub tokens: Vec<Token>,
    /// All sentences; together they hold every token once.
    pub sentences: Vec<Sentence>,
}

/// Cuts every block into tokens and sentences.
#[must_use]
pub fn analyse(text: &str, blocks: &[Block]) -> Language {
    let mut language = Language::default();
    for (number, block) in blocks.iter().enumerate() {
        let start = language.tokens.len();
        token::cut(text, block.span, &mut language.tokens);
        let range = start..language.tokens.len();
        sentence::cut(text, &language.tokens, range, number, &mut language.sentences);
    }
    language
}

impl Language {
    /// The index of the first token that ends after byte `at`.
    #[must_use]
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.to() <= at)
    }

    /// The sentence that holds byte `at`; `None` between sentences.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.span.to() <= at);
        self.sentences.get(index).filter(|sentence| sentence.span.from() <= at)
    }
}

#[cfg(test)]
mod tests;
