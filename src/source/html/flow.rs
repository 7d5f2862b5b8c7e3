//! Writes the text: white space collapsed, one line a rendered block or `<br>`, a blank line around elements with margins.

use super::open::Frame;
use super::tags::Shape;
use crate::source::BlockHint;
use crate::text::Span;
use std::borrow::Cow;
use std::rc::Rc;

/// Open elements looked at for one line, from the inside.
const NEAR: usize = 48;
/// Elements named in a path: beyond it the outermost are left out.
const PATH: usize = 24;
/// Block elements named by number for one line.
const WITHIN: usize = 10;
/// Bytes of class words kept for a block: beyond it the outermost are left out.
const WORDS: usize = 600;

/// The text so far, and the line being written.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    hints: Vec<BlockHint>,
    /// Line breaks owed before the next word, at most 2 (one blank line).
    breaks: u8,
    space: bool,
    tab: bool,
    /// Line breaks owed within a preformatted block.
    rows: usize,
    /// Where a link ended: nothing was written since.
    link_ended: Option<usize>,
    line: Option<Line>,
    /// The fewest elements open since the last word.
    low: usize,
}

/// The line being written.
#[derive(Debug)]
struct Line {
    start: usize,
    /// Path and words of the elements open at the first word, from the outside in.
    path: Vec<Rc<str>>,
    words: Vec<Rc<str>>,
    numbers: Vec<Option<u32>>,
    /// How many elements outside these were left out.
    outer: usize,
    lists: u8,
    /// How many of the elements are still common to all words of the line.
    common: usize,
    letters: usize,
    linked: usize,
}

impl Flow {
    /// An element of `shape` starts or ends here.
    pub(super) fn edge(&mut self, shape: Shape) {
        match shape {
            Shape::Inline => {}
            Shape::Block => self.breaks = self.breaks.max(1),
            Shape::Spaced => self.breaks = 2,
            Shape::Cell => self.tab = true,
            Shape::Row => self.rows = self.rows.max(1),
        }
    }

    /// What follows is not one word with what stands before.
    pub(super) fn gap(&mut self) {
        self.space = true;
    }

    /// A link starts here.
    pub(super) fn link(&mut self) {
        self.space |= self.link_ended.is_some_and(|at| at == self.text.len());
    }

    /// A link ends here.
    pub(super) fn link_end(&mut self) {
        self.link_ended = Some(self.text.len());
    }

    /// A `<br>`.
    pub(super) fn line_break(&mut self) {
        self.breaks = (self.breaks + 1).min(2);
    }

    /// Elements were closed down to `depth`: words that follow on the line share no more than these with it.
    pub(super) fn closed_to(&mut self, depth: usize) {
        self.low = self.low.min(depth);
    }

    /// Characters of the page, in the element that is last of `open`.
    pub(super) fn write(&mut self, characters: &str, open: &[Frame]) {
        let (pre, code, link) = open.last().map_or((false, false, false), |frame| (frame.pre, frame.code, frame.link));
        let characters = visible(characters);
        if pre { self.write_kept(&characters, code, link, open) } else { self.write_collapsed(&characters, link, open) }
    }

    fn write_collapsed(&mut self, characters: &str, link: bool, open: &[Frame]) {
        for piece in characters.split_inclusive(is_space) {
            let word = piece.trim_end_matches(is_space);
            if !word.is_empty() {
                self.word(word, link, open);
            }
            self.space |= word.len() < piece.len();
        }
    }

    /// Preformatted text is one block, and so is code; other such text is cut at blank lines.
    fn write_kept(&mut self, characters: &str, code: bool, link: bool, open: &[Frame]) {
        for (nth, line) in characters.split('\n').enumerate() {
            self.rows += usize::from(nth > 0);
            if line.trim().is_empty() {
                self.space |= !line.is_empty();
            } else {
                if 1 < self.rows && !code {
                    self.breaks = 2;
                }
                self.word(line, link, open);
            }
        }
    }

    fn word(&mut self, word: &str, link: bool, open: &[Frame]) {
        self.settle();
        let line = self.line.get_or_insert_with(|| Line::new(self.text.len(), open));
        line.common = line.common.min(self.low).min(open.len());
        self.low = open.len();
        line.letters += word.len();
        line.linked += if link { word.len() } else { 0 };
        self.text.push_str(word);
    }

    /// Pays what is owed before a word: line breaks, a tab or a space.
    fn settle(&mut self) {
        if self.breaks > 0 || self.line.is_none() {
            self.end_line();
            self.low = usize::MAX;
            let owed = if self.text.is_empty() { 0 } else { self.breaks };
            self.text.extend(std::iter::repeat_n('\n', usize::from(owed)));
        } else if self.line.is_some() && self.rows > 0 {
            self.text.extend(std::iter::repeat_n('\n', self.rows.min(2)));
        } else if self.line.is_some() && (self.tab || self.space) {
            self.text.push(if self.tab { '\t' } else { ' ' });
        }
        (self.breaks, self.rows, self.tab, self.space) = (0, 0, false, false);
    }

    fn end_line(&mut self) {
        if let Some(line) = self.line.take() {
            self.hints.push(line.hint(self.text.len()));
        }
    }

    /// The text and its hints.
    pub(super) fn finish(mut self) -> (String, Vec<BlockHint>) {
        self.end_line();
        (self.text, self.hints)
    }
}

impl Line {
    fn new(start: usize, open: &[Frame]) -> Self {
        let outer = open.len().saturating_sub(NEAR);
        let path = open[outer..].iter().map(|frame| frame.name.clone()).collect();
        let words = open[outer..].iter().map(|frame| frame.words.clone()).collect();
        let numbers = open[outer..].iter().map(|frame| (frame.shape != Shape::Inline).then_some(frame.number)).collect();
        Self {
            start,
            path,
            words,
            numbers,
            outer,
            lists: open.last().map_or(0, |frame| frame.lists),
            common: open.len(),
            letters: 0,
            linked: 0,
        }
    }

    fn hint(self, end: usize) -> BlockHint {
        let common = self.common.saturating_sub(self.outer);
        BlockHint {
            span: Span::new(self.start, end),
            path: innermost(&self.path[..common], ">", PATH, usize::MAX),
            within: self.numbers[..common].iter().rev().flatten().copied().take(WITHIN).collect(),
            words: innermost(&self.words[..common], " ", usize::MAX, WORDS),
            link_density: self.linked as f32 / self.letters.max(1) as f32,
            list_depth: self.lists,
        }
    }
}

/// The last of `parts` that fit into `most` parts and `room` bytes, joined.
fn innermost(parts: &[Rc<str>], joint: &str, most: usize, room: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 0;
    for part in parts.iter().rev().filter(|part| !part.is_empty()).take(most) {
        length += part.len() + joint.len();
        if length > room {
            break;
        }
        kept.push(part);
    }
    kept.reverse();
    kept.join(joint)
}

/// `characters` without those that are never seen: soft hyphens, zero-width spaces, byte-order marks, word joiners.
fn visible(characters: &str) -> Cow<'_, str> {
    const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{feff}', '\u{2060}'];
    if characters.is_ascii() || !characters.contains(UNSEEN) { Cow::Borrowed(characters) } else { characters.replace(UNSEEN, "").into() }
}

/// White space that HTML collapses; a no-break space is not.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\t' | '\r' | '\x0c')
}
