//! Where sentences end.

use super::{Sentence, Token, TokenKind, abbreviation};

/// Verbs that make what follows a question or an exclamation part of the same sentence: *“Why?” Trump asked.*
const CUES: &[&str] = &[
    "added",
    "answered",
    "asked",
    "asks",
    "called",
    "cried",
    "exclaimed",
    "fragte",
    "said",
    "sagte",
    "says",
    "shouted",
    "told",
    "wondered",
    "wrote",
    "yelled",
];

/// Appends the sentences of the block whose tokens are `range` to `sentences`.
pub(super) fn cut(text: &str, tokens: &[Token], range: std::ops::Range<usize>, block: usize, sentences: &mut Vec<Sentence>) {
    let reader =
        Reader { text, tokens: &tokens[..range.end], cased: tokens[range.clone()].iter().any(|token| has_capital(token.span.of(text))) };
    let mut start = range.start;
    while start < range.end {
        let end = reader.end(start);
        let span = tokens[start].span.cover(tokens[end - 1].span);
        sentences.push(Sentence { span, tokens: start..end, block });
        start = end;
    }
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

/// The tokens up to the end of one block.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Whether the block has a capital letter anywhere; without one, a small letter can start a sentence.
    cased: bool,
}

impl<'a> Reader<'a> {
    fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn is_kind(self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token stands right after the one before, without space.
    fn is_glued(self, at: usize) -> bool {
        0 < at && self.tokens.get(at).is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// One past the last token of the sentence that starts at `start`.
    fn end(self, start: usize) -> usize {
        let mut at = start;
        while at < self.tokens.len() {
            let mut next = at + 1;
            if self.ends_sentence(start, at) {
                let after = self.after_closers(next);
                if self.splits(start, at, after) {
                    return after;
                }
                // Closing marks end no sentence of their own; passing over them keeps a run of marks linear.
                next = next.max(after);
            }
            at = next;
        }
        self.tokens.len()
    }

    /// Whether the token at `at` can be the last word or mark of the sentence.
    fn ends_sentence(self, start: usize, at: usize) -> bool {
        let word = self.word(at);
        match self.tokens[at].kind {
            TokenKind::Mark => matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？" | "؟" | "।" | "‼" | "⁉") && start < at,
            TokenKind::Word => word.ends_with('.') && self.may_end(word),
            TokenKind::Number | TokenKind::Quote => false,
        }
    }

    /// Whether the abbreviation `word` can end a sentence: titles and initials cannot.
    fn may_end(self, word: &str) -> bool {
        let stem = word.trim_end_matches('.');
        match abbreviation::stop_after(stem) {
            Some(stop) => stop == abbreviation::Stop::MayEnd,
            None => stem.contains('.'),
        }
    }

    /// Past further full stops, and quotation marks and brackets that close right after the end.
    fn after_closers(self, mut at: usize) -> usize {
        while self.is_glued(at) && (self.closes(at) || matches!(self.word(at), "." | "!" | "?" | "…" | ")" | "]" | "。" | "！" | "？"))
        {
            at += 1;
        }
        // American wire style sets a second closing mark apart: ’ ”
        while self.is_kind(at, TokenKind::Quote) && matches!(self.word(at), "”" | "’") && self.is_kind(at - 1, TokenKind::Quote) {
            at += 1;
        }
        at
    }

    /// Whether the quotation mark at `at`, glued to what stands before, closes: an opening one is glued to what follows.
    fn closes(self, at: usize) -> bool {
        let open_only = matches!(self.word(at), "„" | "‚");
        let followed = self.is_glued(at + 1) && (self.is_kind(at + 1, TokenKind::Word) || self.is_kind(at + 1, TokenKind::Number));
        self.is_kind(at, TokenKind::Quote) && !open_only && !(followed && matches!(self.word(at), "“" | "‘" | "\"" | "'" | "«" | "»"))
    }

    /// Whether a sentence that could end at `at` does, `after` being the first token that would follow.
    fn splits(self, start: usize, at: usize, after: usize) -> bool {
        if self.tokens.len() <= after {
            return true;
        }
        let next = self.opener_skipped(after);
        if !self.can_start(next) || (self.is_glued(after) && !self.lacks_space(at, after)) {
            return false;
        }
        match (self.tokens[at].kind, self.word(at)) {
            (TokenKind::Word, _) => next != after || abbreviation::starts_sentences(self.word(next)) || at + 1 < after,
            (_, ".") => !self.is_ordinal_or_item(start, at, next),
            (_, "!" | "?") => !(self.is_kind(after - 1, TokenKind::Quote) && self.is_cued(after)),
            _ => true,
        }
    }

    /// Past the quotation marks, brackets and bullets that can open a sentence.
    fn opener_skipped(self, mut at: usize) -> usize {
        const FEW: usize = 3;
        let last = at + FEW;
        while at < last
            && (self.is_kind(at, TokenKind::Quote) || matches!(self.word(at), "(" | "[" | "•" | "–" | "—" | "-" | "*" | "¿" | "¡"))
        {
            at += 1;
        }
        at
    }

    fn can_start(self, at: usize) -> bool {
        let opens = |first: char| !first.is_lowercase() || !self.cased;
        self.word(at).chars().next().is_some_and(opens)
    }

    /// Whether the space after the full stop at `at` was lost: *ended.The next*.
    fn lacks_space(self, at: usize, after: usize) -> bool {
        let lower = |word: &str| word.chars().all(char::is_lowercase) && 1 < word.chars().count();
        let capitalised = self.word(after).chars().next().is_some_and(char::is_uppercase);
        let asian = matches!(self.word(at), "。" | "！" | "？");
        asian || at + 1 < after || (capitalised && 0 < at && lower(self.word(at - 1)))
    }

    /// Whether the full stop at `at` follows a number as in *14. April* or *1. First item*.
    fn is_ordinal_or_item(self, start: usize, at: usize, next: usize) -> bool {
        const MONTHS: &[&str] = &[
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
            "Jahrhundert",
        ];
        let number = 0 < at && self.is_kind(at - 1, TokenKind::Number) && self.is_glued(at) && self.word(at - 1).len() <= 2;
        number && (at - 1 == start || MONTHS.contains(&self.word(next)))
    }

    /// Whether up to four words from `at` on are a capitalised name with a verb of asking or saying.
    fn is_cued(self, at: usize) -> bool {
        const FAR: usize = 5;
        for word in (at..at + FAR).map(|at| self.word(at)) {
            if CUES.binary_search(&word).is_ok() {
                return true;
            }
            if !has_capital(word) {
                return false;
            }
        }
        false
    }
}
