//! What the words of a line, or the class words around it, say about its role: weights learnt for the words that many sites share.

use crate::detect::forest::take;

/// What a line can be, as the corpora name it.
pub const CLASSES: [&str; 20] = [
    "paragraph",
    "subhead",
    "list_item",
    "quote",
    "table",
    "title",
    "byline",
    "dateline",
    "caption",
    "nav",
    "related",
    "tags",
    "share",
    "newsletter",
    "ad",
    "comments",
    "rating",
    "cookie",
    "author_bio",
    "other",
];
/// The number of classes.
pub const COUNT: usize = CLASSES.len();
/// Words of a line's start that are looked at.
const START: usize = 14;
/// Words of its end that are looked at.
const END: usize = 3;
/// Words of the longest line that is looked at as a whole.
const WHOLE: usize = 6;
/// Pieces of class words that are looked at, the innermost.
const MARKS: usize = 60;

/// How likely each class is, as natural logarithms.
pub type Say = [f32; COUNT];

/// Weights of words for each class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    /// The words' hashes, in order.
    keys: Vec<u32>,
    /// For each of them the weights of the classes, in steps.
    weights: Vec<[i8; COUNT]>,
    start: Say,
    step: f32,
}

/// A hash of `parts`, told apart by `kind` (FNV-1a, 32 bits).
fn hash<'a>(kind: u8, parts: impl IntoIterator<Item = &'a str>) -> u32 {
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0x1f]));
    std::iter::once(kind).chain(bytes).fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The hash of the first two words of `line`.
#[must_use]
pub fn of_start(line: &str) -> u32 {
    let start: Vec<String> = line.split_whitespace().take(2).map(plain).collect();
    hash(b's', start.iter().map(String::as_str))
}

/// The hash of one word by itself.
#[must_use]
pub fn of_word(word: &str) -> u32 {
    hash(b'h', [word])
}

/// The hashes of what the words of `line` say, each once.
#[must_use]
pub fn of_line(line: &str) -> Vec<u32> {
    let words = all_words(line);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = &words[..words.len().min(START)];
    let mut keys: Vec<u32> = start.iter().map(|word| hash(b'w', [*word])).collect();
    keys.extend(start.windows(2).map(|pair| hash(b'p', pair.iter().copied())));
    keys.extend(words.iter().rev().take(END).map(|word| hash(b'e', [*word])));
    keys.extend(words.first().map(|word| hash(b'f', [*word])));
    keys.extend(words.last().map(|word| hash(b'l', [*word])));
    if words.len() <= WHOLE {
        keys.push(hash(b'x', words));
    }
    unique(keys)
}

/// Lower-case words and lone signs, digits made alike: at most the first [`START`] and the last [`END`].
fn all_words(line: &str) -> Vec<String> {
    let mut pieces: Vec<&str> = line.split_whitespace().take(START).collect();
    let mut last: Vec<&str> = line.split_whitespace().rev().take(END).collect();
    last.reverse();
    if START < line.split_whitespace().take(START + 1).count() {
        pieces.extend(last);
    }
    pieces.into_iter().map(plain).filter(|word| !word.is_empty()).collect()
}

fn plain(piece: &str) -> String {
    let bare = piece.trim_matches(|c: char| matches!(c, ',' | '.' | '"' | '“' | '”' | '(' | ')' | '\'' | '‘' | '’' | '!' | ';'));
    let piece = if bare.is_empty() { piece } else { bare };
    let alike = |c: char| {
        if c.is_numeric() {
            '0'
        } else if c == '’' {
            '\''
        } else {
            c
        }
    };
    piece.chars().take(24).flat_map(char::to_lowercase).map(alike).collect()
}

/// The hashes of what class words and path say, each once; the innermost element counts apart.
#[must_use]
pub fn of_marks(words: &str, path: &str) -> Vec<u32> {
    let pieces = |word: &'_ str| {
        word.split(|c: char| !c.is_ascii_alphabetic()).filter(|piece| 1 < piece.len()).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut keys = Vec::new();
    for (back, word) in words.split_whitespace().rev().take(MARKS / 2).enumerate() {
        keys.push(hash(b'c', [word]));
        if back < 3 {
            keys.push(hash(b'i', [word]));
        }
        keys.extend(pieces(word).iter().take(4).map(|piece| hash(b'd', [piece.as_str()])));
    }
    let elements: Vec<&str> = path.rsplit('>').take(8).collect();
    keys.extend(elements.iter().map(|element| hash(b't', [*element])));
    keys.extend(elements.windows(2).take(4).map(|pair| hash(b'u', pair.iter().copied())));
    keys.extend(elements.first().map(|element| hash(b'o', [*element])));
    unique(keys)
}

fn unique(mut keys: Vec<u32>) -> Vec<u32> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Lexicon {
    /// A lexicon of `entries` in the order of their hashes, with what is said of a line without any of them.
    #[must_use]
    pub fn new(start: Say, entries: &[(u32, Say)]) -> Self {
        let largest = entries.iter().flat_map(|(_, weights)| weights).fold(1e-6_f32, |largest, weight| largest.max(weight.abs()));
        let step = largest / f32::from(i8::MAX);
        let round = |weights: &Say| weights.map(|weight| (weight / step).round() as i8);
        Self {
            keys: entries.iter().map(|entry| entry.0).collect(),
            weights: entries.iter().map(|entry| round(&entry.1)).collect(),
            start,
            step,
        }
    }

    /// What `keys` say.
    #[must_use]
    pub fn say(&self, keys: &[u32]) -> Say {
        let mut say = self.start;
        for at in keys.iter().filter_map(|key| self.keys.binary_search(key).ok()) {
            for (sum, weight) in say.iter_mut().zip(self.weights[at]) {
                *sum += f32::from(weight) * self.step;
            }
        }
        let most = say.iter().copied().fold(f32::MIN, f32::max);
        let all = most + libm::logf(say.iter().map(|one| libm::expf(one - most)).sum::<f32>());
        say.map(|one| (one - all).max(-12.0))
    }

    /// The lexicon as bytes: number of entries, step, start, hashes, weights; little-endian.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend(u32::try_from(self.keys.len()).unwrap_or(0).to_le_bytes());
        out.extend(self.step.to_le_bytes());
        out.extend(self.start.iter().flat_map(|one| one.to_le_bytes()));
        out.extend(self.keys.iter().flat_map(|key| key.to_le_bytes()));
        out.extend(self.weights.iter().flatten().map(|weight| weight.cast_unsigned()));
    }

    /// The lexicon at the start of `bytes`, which is taken off them; `None` when it is not whole.
    #[must_use]
    pub fn read(bytes: &mut &[u8]) -> Option<Self> {
        let count = u32::from_le_bytes(take(bytes)?) as usize;
        let step = f32::from_le_bytes(take(bytes)?);
        let mut start = [0.0; COUNT];
        for one in &mut start {
            *one = f32::from_le_bytes(take(bytes)?);
        }
        let (keys, rest) = bytes.split_at_checked(count.checked_mul(4)?)?;
        let (weights, rest) = rest.split_at_checked(count.checked_mul(COUNT)?)?;
        *bytes = rest;
        let keys = keys.as_chunks().0.iter().map(|key| u32::from_le_bytes(*key)).collect();
        let weights = weights.as_chunks::<COUNT>().0.iter().map(|row| row.map(u8::cast_signed)).collect();
        Some(Self { keys, weights, start, step })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_digits_and_points() {
        assert_eq!(of_line("Read More: 12 stories"), of_line("read more: 34 Stories."));
        assert_ne!(of_line("Read more"), of_line("More read"));
        assert!(of_line("").is_empty() || of_line("").len() == 1);
        assert_eq!(of_marks("story-body12 byline", "body>div>p"), of_marks("story-body12 byline", "body>div>p"));
    }

    #[test]
    fn says_what_was_learnt_and_reads_what_was_written() {
        let mut share = [0.0; COUNT];
        share[12] = 4.0;
        let mut entries: Vec<(u32, Say)> = of_line("Tweet this").into_iter().map(|key| (key, share)).collect();
        entries.sort_by_key(|entry| entry.0);
        let lexicon = Lexicon::new([0.0; COUNT], &entries);
        let most = |say: Say| say.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(at, _)| CLASSES[at]);
        assert_eq!(most(lexicon.say(&of_line("Tweet"))), Some("share"));
        let mut bytes = Vec::new();
        lexicon.write(&mut bytes);
        assert_eq!(Lexicon::read(&mut bytes.as_slice()), Some(lexicon));
        assert_eq!(Lexicon::read(&mut &bytes[..bytes.len() - 1]), None);
    }
}
