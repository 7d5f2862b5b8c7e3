//! The text outside quotation marks, as items and lines: a quotation is one item, and a line is a sentence around quotations.

use super::lexicon::{Flags, Lexicon, Tongue};
use super::pairing::Quoted;
use crate::language::{Language, TokenKind};
use crate::text::Span;
use std::ops::Range;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// A punctuation mark: its first character.
    Mark(char),
    /// A whole quotation: its place in the list of quotations.
    Quote(usize),
}

/// A word, number or mark outside quotations, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// What the word can do.
    pub(super) flags: Flags,
    /// The word as the lists write it; empty where they do not have it.
    pub(super) listed: &'static str,
}

impl Item {
    /// Whether the word can do any of `flags`.
    pub(super) fn is(&self, flags: Flags) -> bool {
        self.flags.any(flags)
    }

    /// Whether it is the punctuation mark `sign`.
    pub(super) fn mark(&self, sign: char) -> bool {
        self.kind == Kind::Mark(sign)
    }

    /// Whether it is a word or a number.
    pub(super) fn wordy(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    /// Whether it is a quotation that can be speech: no title, no nickname.
    pub(super) fn speech(&self) -> bool {
        matches!(self.kind, Kind::Quote(_)) && !self.is(Flags::NAME)
    }

    /// The quotation it is.
    pub(super) fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(quote) => Some(quote),
            _ => None,
        }
    }
}

/// A sentence as a range of items; quotations inside it are single items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its items.
    pub(super) items: Range<usize>,
    /// The block it stands in.
    pub(super) block: usize,
}

/// All items and lines of a text.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// All items, in order.
    pub(super) items: Vec<Item>,
    /// All lines, in order.
    pub(super) lines: Vec<Line>,
}

/// Cuts the `wanted` blocks into items and lines. `outer` are the quotations that stand in no other, in order; `names` says which are names.
pub(super) fn cut(text: &str, language: &Language, lexicon: &Lexicon, wanted: &[bool], outer: &[Quoted], names: &[bool]) -> Lines {
    let mut cutter =
        Cutter { text, outer, names, lexicon, next_quote: 0, skip_to: 0, buffer: String::new(), items: Vec::new(), breaks: Vec::new() };
    for sentence in &language.sentences {
        if wanted.get(sentence.block).copied().unwrap_or(false) {
            for (place, token) in language.tokens.get(sentence.tokens.clone()).unwrap_or_default().iter().enumerate() {
                cutter.token(token.span, token.kind, sentence.block, place == 0);
            }
        }
    }
    cutter.finish()
}

struct Cutter<'a> {
    text: &'a str,
    outer: &'a [Quoted],
    names: &'a [bool],
    lexicon: &'a Lexicon,
    next_quote: usize,
    /// Tokens that start before this byte belong to a quotation that is already an item.
    skip_to: usize,
    buffer: String,
    items: Vec<Item>,
    /// Per item, its block and whether the language says that a sentence begins there.
    breaks: Vec<(usize, bool)>,
}

impl Cutter<'_> {
    fn token(&mut self, span: Span, kind: TokenKind, block: usize, begins: bool) {
        if span.from() < self.skip_to {
            return;
        }
        while self.outer.get(self.next_quote).is_some_and(|quote| quote.span.end <= span.start) {
            self.next_quote += 1;
        }
        match self.outer.get(self.next_quote) {
            Some(quote) if quote.span.overlaps(span) => {
                self.skip_to = quote.span.to();
                let named = self.names.get(self.next_quote).copied().unwrap_or(false);
                let flags = if named { Flags::NAME.with(Flags::CAPITAL) } else { Flags::default() };
                self.push(Item { span: quote.span, kind: Kind::Quote(self.next_quote), flags, listed: "" }, block, begins);
            }
            _ => match self.clitic(span, kind) {
                Some(at) => {
                    let (verb, pronoun) = (Span::new(span.from(), at), Span::new(at + 1, span.to()));
                    let (verb, pronoun) = (self.plain(verb, kind, begins), self.plain(pronoun, kind, false));
                    self.push(verb, block, begins);
                    self.push(pronoun, block, false);
                }
                None => {
                    let item = self.plain(span, kind, begins);
                    self.push(item, block, begins);
                }
            },
        }
    }

    /// Where French *dit-il* and *a-t-elle* fall into verb and pronoun: the byte of the hyphen.
    fn clitic(&self, span: Span, kind: TokenKind) -> Option<usize> {
        const PRONOUNS: &[&str] = &["il", "elle", "on", "ils", "elles", "je", "nous"];
        if self.lexicon.tongue != Tongue::Other || kind != TokenKind::Word {
            return None;
        }
        let (verb, pronoun) = span.of(self.text).rsplit_once('-')?;
        PRONOUNS.contains(&pronoun).then_some(span.from() + verb.len())
    }

    fn push(&mut self, item: Item, block: usize, begins: bool) {
        self.items.push(item);
        self.breaks.push((block, begins));
    }

    fn plain(&mut self, span: Span, kind: TokenKind, begins: bool) -> Item {
        let word = span.of(self.text);
        let sign = word.chars().next().map_or(' ', |sign| if sign == '―' { '—' } else { sign });
        match kind {
            TokenKind::Word => {
                let (flags, listed) = self.word(word, begins);
                Item { span, kind: Kind::Word, flags, listed }
            }
            TokenKind::Number => Item { span, kind: Kind::Number, flags: Flags::default(), listed: "" },
            TokenKind::Quote | TokenKind::Mark => Item { span, kind: Kind::Mark(sign), flags: Flags::default(), listed: "" },
        }
    }

    /// *May* and *Will* inside a sentence are names.
    fn word(&mut self, word: &str, begins: bool) -> (Flags, &'static str) {
        let (flags, listed) = self.lexicon.look_up(word, &mut self.buffer);
        let name = !begins && flags.any(Flags::CAPITAL) && matches!(word, "May" | "Will" | "Mark" | "Grant");
        if name { (Flags::NAME.with(Flags::CAPITAL), "") } else { (flags, listed) }
    }

    fn finish(self) -> Lines {
        let mut lines: Vec<Line> = Vec::new();
        let mut start = 0;
        for at in 1..=self.items.len() {
            let ends = at == self.items.len() || self.breaks[at].0 != self.breaks[at - 1].0 || self.splits(at);
            if ends && at > start {
                lines.push(Line { items: start..at, block: self.breaks[start].0 });
                start = at;
            }
        }
        Lines { items: self.items, lines }
    }

    /// Whether a new line begins at item `at` of the same block.
    fn splits(&self, at: usize) -> bool {
        let (before, item) = (&self.items[at - 1], &self.items[at]);
        match (before.quote(), item.quote()) {
            (Some(quote), _) => self.ends_after_quote(quote, at),
            (None, Some(_)) => before.kind == Kind::Mark('.') || self.breaks[at].1 && !before.mark(':') && !before.mark(','),
            (None, None) => self.breaks[at].1 && !before.mark(',') && !item.mark(',') && !item.mark(';'),
        }
    }

    /// Whether the sentence ends with a quotation: by the mark before its closing one and by what follows.
    fn ends_after_quote(&self, quote: usize, at: usize) -> bool {
        let inner = self.outer[quote].inner.of(self.text).trim_end();
        let inner = inner.trim_end_matches(['’', '\'', '”', '"', '“', '‘']).trim_end();
        let next = &self.items[at];
        let capital = next.is(Flags::CAPITAL) || next.quote().is_some() || next.kind == Kind::Number;
        if inner.ends_with('.') && !inner.ends_with("...") {
            return capital;
        }
        if inner.ends_with(['?', '!', '…', '.', '—', '–', '-']) {
            return capital && !self.cue_follows(at);
        }
        self.outer[quote].unclosed && capital || self.breaks[at].1 && capital && !inner.ends_with(',')
    }

    /// Whether a short subject and a verb of saying follow: *“Why?” Smith asked.*
    fn cue_follows(&self, at: usize) -> bool {
        let mut names = 0;
        for item in self.items[at..].iter().take(12) {
            match item.kind {
                Kind::Word if item.is(Flags::SPEECH) && !item.is(Flags::CAPITAL) => return true,
                Kind::Word if item.is(Flags::AUX.with(Flags::SUB).with(Flags::CONJ)) => return false,
                Kind::Word | Kind::Number => names += 1,
                Kind::Mark(',') if names > 0 => {}
                _ => return false,
            }
        }
        false
    }
}
