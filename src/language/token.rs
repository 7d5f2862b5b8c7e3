//! Words, numbers and marks. Every token ends on a grapheme boundary.

use super::abbreviation::{self, Stop};
use super::{Token, TokenKind};
use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Appends the tokens of `block` to `tokens`.
pub(super) fn cut(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let reader = Reader { text: block.of(text) };
    let base = block.from();
    let mut at = 0;
    // Where the token before ends, when nothing stands between.
    let mut glued = None;
    while at < reader.text.len() {
        let cluster = reader.cluster(at);
        if cluster.chars().all(char::is_whitespace) {
            at += cluster.len();
            glued = None;
            continue;
        }
        let (end, kind) = reader.token(at, glued);
        tokens.push(Token { span: Span::new(base + at, base + end), kind });
        glued = Some(kind);
        at = end;
    }
}

/// Whether `character` is an apostrophe or a single quotation mark that can serve as one.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '‛')
}

/// Whether `character` is a quotation mark of any style.
pub(super) fn is_quote(character: char) -> bool {
    is_apostrophe(character)
        || matches!(character, '"' | '“' | '”' | '„' | '‟' | '‚' | '«' | '»' | '‹' | '›' | '`' | '´' | '「' | '」' | '『' | '』' | '＂')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '\u{ad}')
}

/// One block, read by grapheme clusters.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    /// The grapheme cluster that starts at `at`; two neighbouring ASCII bytes are clusters of their own.
    fn cluster(self, at: usize) -> &'a str {
        let rest = &self.text[at..];
        match rest.as_bytes() {
            [first] if first.is_ascii() => rest,
            [first, second, ..] if first.is_ascii() && second.is_ascii() => &rest[..1],
            _ => rest.graphemes(true).next().unwrap_or(rest),
        }
    }

    /// The first character at `at`.
    fn character(self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    fn holds(self, at: usize, test: fn(char) -> bool) -> bool {
        self.character(at).is_some_and(test)
    }

    fn is_letter(self, at: usize) -> bool {
        self.holds(at, char::is_alphabetic)
    }

    fn is_digit(self, at: usize) -> bool {
        self.holds(at, char::is_numeric)
    }

    fn is_alphanumeric(self, at: usize) -> bool {
        self.holds(at, char::is_alphanumeric)
    }

    /// The end and kind of the token that starts at `at`.
    fn token(self, at: usize, glued: Option<TokenKind>) -> (usize, TokenKind) {
        let cluster = self.cluster(at);
        let first = cluster.chars().next().unwrap_or(' ');
        let next = at + cluster.len();
        if first.is_alphabetic() {
            (self.address(at).unwrap_or_else(|| self.word(at)), TokenKind::Word)
        } else if first.is_numeric() {
            (self.number(at), TokenKind::Number)
        } else if matches!(first, '#' | '@') && glued.is_none_or(|kind| kind != TokenKind::Word) && self.is_letter(next) {
            (self.run(next), TokenKind::Word)
        } else if is_apostrophe(first) {
            self.apostrophe(at, next, glued)
        } else {
            (next, if is_quote(first) { TokenKind::Quote } else { TokenKind::Mark })
        }
    }

    /// An apostrophe that starts a token: a clitic (*’s*), an elision (*’90s*, *’em*) or else a quotation mark.
    fn apostrophe(self, at: usize, next: usize, glued: Option<TokenKind>) -> (usize, TokenKind) {
        if glued.is_some_and(|kind| kind != TokenKind::Mark)
            && let Some(end) = self.clitic(at)
        {
            return (end, TokenKind::Word);
        }
        let end = self.run(next);
        if is_elision(self.text.get(next..end).unwrap_or_default()) {
            let kind = if self.is_digit(next) { TokenKind::Number } else { TokenKind::Word };
            return (end, kind);
        }
        (next, TokenKind::Quote)
    }

    /// Letters and digits from `at` on.
    fn run(self, mut at: usize) -> usize {
        while self.is_alphanumeric(at) || self.character(at) == Some('_') {
            at += self.cluster(at).len();
        }
        at
    }

    /// Where the clitic ends that the apostrophe at `at` begins: *’s*, *’ll*, *’d*.
    fn clitic(self, at: usize) -> Option<usize> {
        const CLITICS: [&str; 6] = ["ll", "re", "ve", "s", "d", "m"];
        let start = at + self.character(at)?.len_utf8();
        CLITICS.iter().find_map(|clitic| {
            let end = start + clitic.len();
            let same = self.text.get(start..end).is_some_and(|found| found.eq_ignore_ascii_case(clitic));
            (same && !self.is_alphanumeric(end) && self.cluster(end - 1).len() == 1).then_some(end)
        })
    }

    /// The end of the word that starts at `at`.
    fn word(self, start: usize) -> usize {
        let (mut at, mut segment) = (start, start);
        loop {
            if self.is_alphanumeric(at) || self.character(at) == Some('_') {
                at += self.cluster(at).len();
                continue;
            }
            let Some(joiner) = self.character(at) else { return at };
            let next = at + self.cluster(at).len();
            let joins = match joiner {
                '.' => self.joins_initials(segment, at, next),
                '&' => self.is_letter(next),
                _ if is_apostrophe(joiner) => self.is_letter(next) && self.clitic(at).is_none(),
                _ => is_hyphen(joiner) && self.is_alphanumeric(next),
            };
            if !joins {
                break;
            }
            if joiner == '.' {
                segment = next;
            }
            at = next;
        }
        self.with_stop(start, segment, at)
    }

    /// Whether the full stop at `at` stands between initials: *U.S*, *a.m*, *Ph.D*.
    fn joins_initials(self, segment: usize, at: usize, next: usize) -> bool {
        let before = &self.text[segment..at];
        let single = before.chars().count() == 1 || before == "Ph";
        single && self.is_letter(next) && !self.is_alphanumeric(next + self.cluster(next).len())
    }

    /// `end`, or one further when the full stop there belongs to the word.
    fn with_stop(self, start: usize, segment: usize, end: usize) -> usize {
        if self.character(end) != Some('.') || self.cluster(end).len() != 1 || self.character(end + 1) == Some('.') {
            return end;
        }
        let word = &self.text[start..end];
        let belongs = start < segment || self.is_initial(word, end) || self.is_abbreviated(word, end);
        if belongs { end + 1 } else { end }
    }

    fn is_abbreviated(self, word: &str, end: usize) -> bool {
        match abbreviation::stop_after(word) {
            Some(Stop::Abbreviates) => true,
            Some(Stop::BeforeNumber) => self.is_digit(self.after_spaces(end + 1)),
            Some(Stop::MayEnd) => {
                word.chars().next().is_some_and(char::is_uppercase) || matches!(word, "etc" | "approx" | "ca" | "usw" | "v")
            }
            None => false,
        }
    }

    /// Whether `word` is a capital letter that stands for a name: *J. Mansour*, *George W. Bush*, *J.Mansour*.
    fn is_initial(self, word: &str, end: usize) -> bool {
        let mut letters = word.chars();
        let single = letters.next().is_some_and(|letter| letter.is_uppercase() && letter != 'I') && letters.next().is_none();
        let next = self.after_spaces(end + 1);
        single && self.holds(next, char::is_uppercase) && !abbreviation::starts_sentences(&self.text[next..self.run(next)])
    }

    /// The first character at or after `at` that is no space.
    fn after_spaces(self, at: usize) -> usize {
        // More than a few spaces are layout, not a sentence that goes on.
        const FEW: usize = 4;
        self.text[at..].char_indices().take(FEW).find(|(_, character)| !character.is_whitespace()).map_or(at, |(offset, _)| at + offset)
    }

    /// The end of the number that starts at `at`, with inner separators (*2,500*, *22:04*) and glued letters (*1990s*, *21st*, *5pm*).
    fn number(self, mut at: usize) -> usize {
        loop {
            at = self.run(at);
            let Some(joiner) = self.character(at) else { return at };
            let next = at + self.cluster(at).len();
            let after_digit = self.text[..at].chars().next_back().is_some_and(char::is_numeric);
            if !(after_digit && matches!(joiner, '.' | ',' | ':' | '\u{a0}' | '\u{202f}' | '’') && self.joins_digits(joiner, next)) {
                return at;
            }
            at = next;
        }
    }

    /// Whether the digits at `at` go on with the number before `joiner`: spaces only group thousands.
    fn joins_digits(self, joiner: char, at: usize) -> bool {
        let digits = self.text[at..].chars().take(4).take_while(char::is_ascii_digit).count();
        match joiner {
            '\u{a0}' | '\u{202f}' | '’' => digits == 3,
            _ => 0 < digits,
        }
    }

    /// The end of the web or mail address that starts at `at`.
    fn address(self, at: usize) -> Option<usize> {
        // Domain names have at most 253 characters; a longer one is cut short and read as words.
        const FAR: usize = 253;
        let rest = &self.text[at..];
        if ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start)) {
            return Some(at + address_length(rest, usize::MAX));
        }
        let length = address_length(rest, FAR);
        is_domain_or_mail(&rest[..length]).then_some(at + length)
    }
}

/// How far an address can reach from the start of `rest`, without the punctuation that follows it.
fn address_length(rest: &str, far: usize) -> usize {
    let end = rest
        .char_indices()
        .take_while(|(at, character)| {
            *at < far && !character.is_whitespace() && !is_quote(*character) && !matches!(character, '<' | '>' | '|')
        })
        .last()
        .map_or(0, |(at, character)| at + character.len_utf8());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…']).len()
}

/// Whether `word` is a domain name with a common ending, or a mail address.
fn is_domain_or_mail(word: &str) -> bool {
    const ENDINGS: &[&str] =
        &["com", "org", "net", "gov", "edu", "co", "uk", "de", "eu", "io", "info", "ie", "ca", "au", "fr", "in", "us", "example"];
    if let Some((user, host)) = word.split_once('@') {
        return !user.is_empty() && host.contains('.') && host.is_ascii() && !host.contains('@');
    }
    let host = word.split('/').next().unwrap_or_default();
    let plain = host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    plain && host.rsplit_once('.').is_some_and(|(name, ending)| 1 < name.len() && ENDINGS.contains(&ending))
}

/// Whether `word`, right after an apostrophe, has lost its beginning: *’90s*, *’em*, *’tis*.
fn is_elision(word: &str) -> bool {
    const ELIDED: &[&str] = &["bout", "cause", "em", "round", "til", "tis", "twas", "twould"];
    let decade = word.len() == 3 && word.ends_with('s') && word[..2].bytes().all(|byte| byte.is_ascii_digit());
    decade || ELIDED.iter().any(|elided| word.eq_ignore_ascii_case(elided))
}
