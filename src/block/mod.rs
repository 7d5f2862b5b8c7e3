//! The text cut into blocks: a block is a line of plain text or a rendered block of HTML.

use crate::source::{BlockHint, Source};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stretch of the text that is read as one: a line, or a rendered block of HTML.
/// Blocks are in order and tile the text: between two of them, before the first and after the last there is only white space.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without outer white space; never empty.
    pub span: Span,
    /// Blank lines before it, at most 255.
    pub blank_before: u8,
}

/// A block with what the markup says about it.
#[derive(Clone, Copy, Debug)]
pub struct Hinted<'a> {
    /// The block.
    pub block: &'a Block,
    /// What the markup says; `None` for plain text.
    pub hint: Option<&'a BlockHint>,
}

/// Cuts `source` into blocks at line ends, except those inside a rendered block of HTML: code and other preformatted text.
#[must_use]
pub fn cut(source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut from, mut at, mut blank) = (0, 0, 0_u8);
    let mut hints = source.hints.iter().peekable();
    for line in source.text.split_inclusive('\n') {
        at += line.len();
        while hints.next_if(|hint| hint.span.to() <= at).is_some() {}
        if at < source.text.len() && hints.peek().is_some_and(|hint| hint.span.from() < at) {
            continue;
        }
        let span = Span::new(std::mem::replace(&mut from, at), at).trimmed(&source.text);
        if span.is_empty() {
            blank = blank.saturating_add(1);
        } else {
            blocks.push(Block { span, blank_before: blank });
            blank = 0;
        }
    }
    blocks
}

/// How many blank lines `gap`, the white space before a block, holds; at most 255. `first` when nothing stands before it.
#[must_use]
pub fn blank_lines(gap: &str, first: bool) -> u8 {
    let breaks = gap.matches('\n').count();
    u8::try_from(breaks.saturating_sub(usize::from(!first))).unwrap_or(u8::MAX)
}

/// Each block with the hint whose span holds its first byte.
#[must_use]
pub fn with_hints<'a>(blocks: &'a [Block], hints: &'a [BlockHint]) -> Vec<Hinted<'a>> {
    let mut hints = hints.iter().peekable();
    blocks
        .iter()
        .map(|block| {
            while hints.next_if(|hint| hint.span.end <= block.span.start).is_some() {}
            Hinted { block, hint: hints.peek().copied().filter(|hint| hint.span.holds(block.span.start)) }
        })
        .collect()
}

/// For each block the kind of place where it stood in the markup: blocks of one number had the same tags and the same class words around
/// them. Words with a digit count for nothing, since they tell one comment from the next. Numbers begin at 1 in the order of the blocks;
/// 0 is a block of no known place. Empty for plain text.
#[must_use]
pub fn places(blocks: &[Block], hints: &[BlockHint]) -> Vec<u32> {
    if hints.is_empty() {
        return Vec::new();
    }
    let mut known: BTreeMap<(&str, Vec<&str>), u32> = BTreeMap::new();
    let mut places = Vec::with_capacity(blocks.len());
    for hinted in with_hints(blocks, hints) {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX).saturating_add(1);
        places.push(hinted.hint.map_or(0, |hint| *known.entry(kind_of_place(hint)).or_insert(next)));
    }
    places
}

fn kind_of_place(hint: &BlockHint) -> (&str, Vec<&str>) {
    (&hint.path, hint.words.split(' ').filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::plain::from_text;

    #[test]
    fn lines_become_blocks_and_blank_ones_are_counted() {
        let source = from_text("\n One \n\n \nTwo");
        let blocks = cut(&source);
        let seen: Vec<_> = blocks.iter().map(|block| (block.span.of(&source.text), block.blank_before)).collect();
        assert_eq!(seen, [("One", 1), ("Two", 2)]);
        assert!(cut(&from_text(" \n\t")).is_empty());
    }

    #[test]
    fn blocks_in_the_same_kind_of_place_share_a_number() {
        let source = from_text("Menu\nOne\nTwo\nThree");
        let blocks = cut(&source);
        let hint = |block: &Block, path: &str, words: &str| BlockHint {
            span: block.span,
            path: path.to_owned(),
            words: words.to_owned(),
            ..BlockHint::default()
        };
        let kinds = [("body>nav", "menu"), ("body>p", "comment comment-1"), ("body>p", "comment comment-2"), ("body>p", "story")];
        let hints: Vec<_> = blocks.iter().zip(kinds).map(|(block, (path, words))| hint(block, path, words)).collect();
        assert_eq!(places(&blocks, &hints), [1, 2, 2, 3]);
        assert_eq!(places(&blocks, &hints[1..3]), [0, 1, 1, 0]);
        assert!(places(&blocks, &[]).is_empty());
    }
}
