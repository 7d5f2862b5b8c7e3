//! What the model sees of a word: hashes of its letters, lists, neighbours, its run of capitals, and what the rules say.

use super::super::Ruled;
use super::super::evidence::Evidence;
use super::super::sort::Sort;
use super::super::unit::{Stretch, Style, Unit, Units};
use super::file::Lexicon;
use super::word::{self, Word};
use super::{gazette, hash, segment};
use crate::language::TokenKind;
use std::ops::Range;

/// A document as the features see it.
#[derive(Debug)]
pub(super) struct Page<'u, 'a> {
    /// Its units.
    pub(super) units: &'u Units<'a>,
    /// The stretches that may hold names.
    pub(super) segments: Vec<Range<usize>>,
    /// What is known of each unit.
    pub(super) words: Vec<Word>,
    listed: Vec<u8>,
    known: Vec<u8>,
    ruled: Vec<Mark>,
    /// For each unit the style of its sentence, and whether it stands inside quotation marks.
    placed: Vec<(Style, bool)>,
}

/// What the rules say of a unit.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// 0 for no name, else the sort's number and whether it is the first word.
    tag: u8,
    sure: u8,
    rule: u64,
    candidate: Option<usize>,
}

/// The features of one unit; see [`Page::features`].
struct Writer<'w> {
    hashes: &'w mut Vec<u32>,
}

impl Writer<'_> {
    fn add(&mut self, template: u64, value: u64) {
        self.hashes.push(hash::short(hash::pair(template, value)));
    }

    fn both(&mut self, template: u64, first: u64, second: u64) {
        self.add(template, hash::pair(first, second));
    }
}

impl<'u, 'a> Page<'u, 'a> {
    /// Looks at `units` and at what the rules found there.
    pub(super) fn new(units: &'u Units<'a>, rules: &Ruled, lists: Lexicon<'_>) -> Self {
        let segments = segment::segments(units);
        let words = word::words(units, lists.names, lists.classes);
        Self {
            listed: gazette::marks(units, &segments),
            known: gazette::known(units, &words, &segments, lists.names),
            words,
            ruled: marks(units, rules),
            placed: placed(units),
            segments,
            units,
        }
    }

    fn word(&self, at: usize, distance: isize, sentence: &Range<usize>) -> Option<&Word> {
        let at = at.checked_add_signed(distance)?;
        if sentence.contains(&at) { self.words.get(at) } else { None }
    }

    /// Appends the hashes of the features of the unit at `at`, which stands in `sentence`, to `hashes`.
    pub(super) fn features(&self, at: usize, sentence: &Range<usize>, rules: &Ruled, hashes: &mut Vec<u32>) {
        let mut writer = Writer { hashes };
        writer.add(1, 0);
        self.own(at, &mut writer);
        self.neighbours(at, sentence, &mut writer);
        self.lists(at, sentence, &mut writer);
        self.rules(at, sentence, rules, &mut writer);
        self.run(at, sentence, &mut writer);
        self.place(at, sentence, &mut writer);
        self.classes(at, sentence, &mut writer);
    }

    /// The word itself: its letters and how it is written.
    fn own(&self, at: usize, writer: &mut Writer<'_>) {
        let (unit, word) = (&self.units.all[at], &self.words[at]);
        let (style, _) = self.placed[at];
        writer.add(2, word.shape);
        writer.add(3, word.key);
        affixes(&unit.key, writer);
        writer.both(12, word.shape, hash::text(tail(&unit.key, 3)));
        let capital = u64::from(unit.initial) | u64::from(word.usage) << 1 | u64::from(unit.is_common()) << 4;
        writer.both(13, style as u64, capital << 1 | u64::from(unit.is_capital()));
        writer.both(14, style as u64, word.shape);
        writer.both(15, word.shape, capital);
        writer.add(16, u64::from(word.usage));
    }

    fn neighbours(&self, at: usize, sentence: &Range<usize>, writer: &mut Writer<'_>) {
        let shape = |distance| self.word(at, distance, sentence).map_or(0, |word| word.shape);
        writer.both(20, shape(-1), shape(0));
        writer.both(21, shape(0), shape(1));
        writer.both(22, hash::pair(shape(-1), shape(0)), shape(1));
        for (template, distance) in [(23, -1), (24, 1), (25, -2), (26, 2), (27, -3), (28, 3)] {
            writer.add(template, self.word(at, distance, sentence).map_or(0, |word| word.key));
        }
        for (template, distance) in [(29, -1), (30, 1)] {
            let near = at.checked_add_signed(distance).and_then(|at| self.units.within(at, sentence));
            writer.add(template, near.map_or(0, |unit| hash::text(tail(&unit.key, 3))));
        }
        let glued = |at: usize| self.units.within(at, sentence).map_or(2, |unit| u64::from(unit.glued));
        writer.both(31, glued(at), glued(at + 1));
    }

    /// The lists that the word and its neighbours are in.
    fn lists(&self, at: usize, sentence: &Range<usize>, writer: &mut Writer<'_>) {
        let lists = |distance| self.word(at, distance, sentence).map_or(1 << 63, |word| word.lists);
        for (template, distance) in [(40, 0), (41, -1), (42, 1), (43, -2), (44, 2)] {
            let mut rest = lists(distance);
            while rest != 0 {
                writer.add(template, u64::from(rest.trailing_zeros()));
                rest &= rest - 1;
            }
        }
        writer.add(45, lists(0));
        writer.add(46, lists(-1));
        writer.add(47, lists(1));
        writer.both(48, lists(0), lists(1));
        writer.both(49, lists(-1), lists(0));
        let mark = |marks: &[u8], distance| {
            let at = at.checked_add_signed(distance).filter(|at| sentence.contains(at));
            at.map_or(255, |at| u64::from(marks[at]))
        };
        for (template, marks) in [(50, &self.listed), (54, &self.known)] {
            writer.add(template, mark(marks, 0));
            writer.add(template + 1, mark(marks, 1));
            writer.add(template + 2, mark(marks, -1));
            writer.both(template + 3, mark(marks, 0), self.words[at].shape);
        }
    }

    /// What the rules say of it, with their evidence.
    fn rules(&self, at: usize, sentence: &Range<usize>, rules: &Ruled, writer: &mut Writer<'_>) {
        let mark = |distance: isize| {
            let at = at.checked_add_signed(distance).filter(|at| sentence.contains(at));
            at.map_or(255, |at| u64::from(self.ruled[at].tag))
        };
        let own = self.ruled[at];
        writer.add(60, mark(0));
        writer.both(61, mark(0), u64::from(own.sure));
        writer.both(62, mark(-1), mark(0));
        writer.both(63, mark(0), mark(1));
        writer.both(64, mark(0), own.rule);
        writer.both(65, mark(0), self.words[at].shape);
        writer.both(66, mark(0), self.words[at].lists);
        if let Some(candidate) = own.candidate {
            let first = u64::from(rules.candidates[candidate].units.start == at);
            evidence(67, first, &rules.candidates[candidate].own, writer);
            evidence(68, first, &rules.contexts[candidate], writer);
            writer.both(69, first, u64::from(rules.candidates[candidate].title.is_some()));
        }
    }

    /// The run of capitalised words around it, small words inside included.
    fn run(&self, at: usize, sentence: &Range<usize>, writer: &mut Writer<'_>) {
        for (template, joins) in [(70, false), (80, true)] {
            let run = self.run_around(at, sentence, joins);
            let (from_start, from_end) = ((at - run.start).min(4) as u64, (run.end - 1 - at).min(4) as u64);
            let (first, last) = (&self.words[run.start], &self.words[run.end - 1]);
            writer.both(template, from_start, from_end);
            writer.both(template + 1, last.key, from_end.min(1));
            writer.both(template + 2, last.lists, from_end.min(2));
            writer.both(template + 3, first.key, from_start.min(1));
            let before = run.start.checked_sub(1).filter(|at| sentence.contains(at)).map(|at| &self.words[at]);
            let after = Some(run.end).filter(|at| sentence.contains(at)).map(|at| &self.words[at]);
            writer.both(template + 4, before.map_or(0, |word| word.key), from_start.min(1));
            writer.both(template + 5, after.map_or(0, |word| word.key), from_end.min(1));
            writer.both(template + 6, before.map_or(0, |word| word.lists), from_start.min(1));
            writer.both(template + 7, after.map_or(0, |word| word.lists), from_end.min(1));
            let place = from_start << 3 | from_end;
            writer.both(template + 8, hash::pair(first.lists, last.lists), place);
            writer.both(template + 9, hash::pair(before.map_or(0, |word| word.key), after.map_or(0, |word| word.key)), place);
        }
    }

    fn run_around(&self, at: usize, sentence: &Range<usize>, joins: bool) -> Range<usize> {
        // Runs are short; a shouted line is cut so that its cost stays in proportion to its length.
        const FAR: usize = 8;
        let member = |at: usize| self.units.within(at, sentence).is_some_and(|unit| unit.is_capital() || (joins && is_joint(unit)));
        let (mut start, mut end) = (at, at + 1);
        while 0 < start && at - start < FAR && member(start - 1) {
            start -= 1;
        }
        while end - at < FAR && member(end) {
            end += 1;
        }
        // Small words at the ends belong to no run.
        while start < at && !self.units.all[start].is_capital() {
            start += 1;
        }
        while at + 1 < end && !self.units.all[end - 1].is_capital() {
            end -= 1;
        }
        start..end
    }

    /// The classes of the word and of those around it.
    fn classes(&self, at: usize, sentence: &Range<usize>, writer: &mut Writer<'_>) {
        let class = |distance| self.word(at, distance, sentence).map_or(255, |word| u64::from(word.class));
        for (template, distance) in [(110, 0), (111, -1), (112, 1), (113, -2), (114, 2), (115, -3), (116, 3)] {
            writer.add(template, class(distance));
        }
        let shape = self.words[at].shape;
        writer.both(117, class(-1), class(0));
        writer.both(118, class(0), class(1));
        writer.both(119, class(-1), class(1));
        writer.both(120, shape, class(-1));
        writer.both(121, shape, class(1));
        writer.both(122, class(-2), class(-1));
        writer.both(123, class(1), class(2));
        let run = self.run_around(at, sentence, true);
        let (from_start, from_end) = ((at - run.start).min(2) as u64, (run.end - 1 - at).min(2) as u64);
        let beside = |at: Option<usize>| at.filter(|at| sentence.contains(at)).map_or(255, |at| u64::from(self.words[at].class));
        let (before, after) = (beside(run.start.checked_sub(1)), beside(Some(run.end)));
        writer.both(124, before, from_start);
        writer.both(125, after, from_end);
        writer.both(126, hash::pair(before, after), from_start << 2 | from_end);
        writer.both(127, u64::from(self.words[run.end - 1].class), from_end);
        writer.both(128, u64::from(self.words[run.start].class), from_start);
    }

    /// Where it stands: in quotation marks, before an age, before *who*.
    fn place(&self, at: usize, sentence: &Range<usize>, writer: &mut Writer<'_>) {
        let (style, quoted) = self.placed[at];
        let (own, ruled) = (self.words[at], u64::from(self.ruled[at].tag));
        for (template, distance) in [(96, -1), (100, 1)] {
            let near = self.word(at, distance, sentence).map_or(0, |word| word.key);
            writer.both(template, ruled, near);
            writer.both(template + 1, own.lists, near);
            writer.both(template + 2, own.shape, near);
        }
        writer.both(90, u64::from(quoted), u64::from(self.units.all[at].is_capital()));
        let key = |distance: usize| self.word(at, distance.cast_signed(), sentence).map_or(0, |word| word.key);
        let age = self.units.within(at + 2, sentence).is_some_and(|unit| unit.kind == TokenKind::Number && unit.text.len() < 3);
        writer.both(91, key(1), u64::from(age));
        writer.both(92, key(1), key(2));
        writer.both(93, self.word(at, -2, sentence).map_or(0, |word| word.key), self.word(at, -1, sentence).map_or(0, |word| word.key));
        let ends = u64::from(at == sentence.start) | u64::from(at + 1 == sentence.end) << 1;
        writer.both(94, style as u64, ends);
    }
}

/// The sorts that evidence speaks for or against, with its strength in steps.
fn evidence(template: u64, first: u64, evidence: &Evidence, writer: &mut Writer<'_>) {
    for sort in Sort::SHOWN {
        let weight = evidence.weight(sort);
        if weight != 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "the weights are small")]
            let strength = (weight * 1.5).clamp(-4.0, 6.0) as i64;
            writer.both(template, hash::pair(first, sort as u64), strength.cast_unsigned());
        }
    }
}

/// The beginnings and endings of one to four letters.
fn affixes(key: &str, writer: &mut Writer<'_>) {
    for (template, length) in [(4, 1), (5, 2), (6, 3), (7, 4)] {
        let start = key.char_indices().nth(length).map_or(key.len(), |(at, _)| at);
        writer.add(template, hash::text(&key[..start]));
        writer.add(template + 4, hash::text(tail(key, length)));
    }
}

/// The last `length` letters of `key`.
fn tail(key: &str, length: usize) -> &str {
    let start = key.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
    &key[start..]
}

/// Whether `unit` may join two capitalised words of one name.
fn is_joint(unit: &Unit<'_>) -> bool {
    matches!(&*unit.key, "of" | "the" | "for" | "and" | "&" | "'s" | "-" | "de" | "la" | "del" | "al" | "el" | "van" | "von" | "der" | "on")
}

/// What the rules say of each unit.
fn marks(units: &Units<'_>, rules: &Ruled) -> Vec<Mark> {
    let mut marks = vec![Mark::default(); units.all.len()];
    for (number, candidate) in rules.candidates.iter().enumerate() {
        for at in candidate.units.clone() {
            marks[at].candidate = Some(number);
        }
    }
    for (range, verdict) in &rules.named {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of five")]
        let sure = (verdict.confidence * 5.0) as u8;
        for at in range.clone() {
            marks[at].tag = 1 + 2 * verdict.sort as u8 + u8::from(at != range.start);
            marks[at].sure = sure;
            marks[at].rule = hash::text(verdict.rule);
        }
    }
    for range in &rules.taken {
        for at in range.clone() {
            marks[at].tag = 40 + u8::from(at != range.start);
        }
    }
    marks
}

/// The style of each unit's sentence, and whether it stands inside double quotation marks.
fn placed(units: &Units<'_>) -> Vec<(Style, bool)> {
    let mut placed = vec![(Style::Normal, false); units.all.len()];
    for Stretch { units: range, style } in &units.sentences {
        let mut quoted = false;
        for at in range.clone() {
            let mark = matches!(units.all[at].text, "\"" | "“" | "”" | "„" | "«" | "»");
            quoted = match units.all[at].text {
                "“" | "„" | "«" => true,
                "”" | "»" => false,
                "\"" => !quoted,
                _ => quoted,
            };
            placed[at] = (*style, quoted && !mark);
        }
    }
    placed
}
