//! Candidates: the stretches of capitalised words that may be names, cut where one name ends and the next begins.

use super::evidence::Evidence;
use super::head;
use super::list;
use super::lookup::{self, Entry};
use super::own;
use super::sort::Sort;
use super::unit::{Shape, Stretch, Style, Unit, Units};
use crate::text::Span;
use std::ops::Range;

/// A stretch of words that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its units.
    pub(super) units: Range<usize>,
    /// The sentence it stands in.
    pub(super) sentence: usize,
    /// The title before it.
    pub(super) title: Option<Span>,
    /// Whether its capital letter alone says nothing.
    pub(super) weak: bool,
    /// What its own words say.
    pub(super) own: Evidence,
}

/// The candidates of all sentences. `taken` are stretches that are something else already, in order.
pub(super) fn find(units: &Units<'_>, taken: &[Range<usize>]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut taken = taken.iter().peekable();
    for (number, sentence) in units.sentences.iter().enumerate() {
        let mut gaps = Vec::new();
        let mut start = sentence.units.start;
        while let Some(next) = taken.next_if(|next| next.start < sentence.units.end) {
            gaps.push(start..next.start);
            start = next.end;
        }
        gaps.push(start..sentence.units.end);
        for gap in gaps {
            Finder { units, sentence, number, gap, found: &mut candidates }.find();
        }
    }
    candidates
}

/// No name has more words and marks than this; longer stretches of capitals are shouted.
const LONGEST: usize = 16;

/// Part of a stretch: a word, a list entry, or a small word between names.
#[derive(Clone, Debug)]
struct Piece {
    units: Range<usize>,
    entry: Option<Entry>,
    connects: bool,
}

/// Reads one sentence between two taken stretches.
struct Finder<'u, 'a> {
    units: &'u Units<'a>,
    sentence: &'u Stretch,
    number: usize,
    gap: Range<usize>,
    found: &'u mut Vec<Candidate>,
}

impl<'a> Finder<'_, 'a> {
    fn unit(&self, at: usize) -> Option<&Unit<'a>> {
        self.units.within(at, &self.gap)
    }

    fn find(&mut self) {
        let mut at = self.gap.start;
        while at < self.gap.end {
            if self.starts_name(at) {
                let end = self.run_end(at);
                self.read_run(at..end);
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// Whether a name may start at `at`.
    fn starts_name(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| {
            let entry = unit.is_capital() || (unit.is_word() && unit.is_in(list::PRODUCTS) && self.units.all[at].shape == Shape::Inner);
            entry && !unit.text.starts_with(['’', '\''])
        })
    }

    /// Where the run of capitalised words ends that starts at `at`, with the small words inside.
    fn run_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let mut next = end;
            // At most two small words stand between two capitalised ones: *of the*, *von der*.
            while next < end + 3 && self.unit(next).is_some_and(|unit| is_inner(unit)) {
                next += 1;
            }
            if next < end + 3 && self.unit(next).is_some_and(|unit| unit.is_capital() && !unit.text.starts_with(['’', '\''])) {
                end = next + 1;
            } else {
                return end;
            }
        }
    }

    fn read_run(&mut self, run: Range<usize>) {
        let pieces = self.pieces(run);
        let mut at = 0;
        let mut title: Option<Span> = None;
        while at < pieces.len() {
            let piece = &pieces[at];
            if piece.connects {
                at += 1;
                title = None;
            } else if piece.entry == Some(Entry::Title) && !self.absorbs_title(&pieces[at..]) {
                let span = self.units.span(&piece.units);
                title = Some(title.map_or(span, |title| title.cover(span)));
                at += 1;
            } else if title.is_none() && self.is_part_of_title(&pieces[at..]) {
                title = Some(self.units.span(&piece.units));
                at += 1;
            } else {
                at = self.read_chunk(&pieces, at, title.take());
            }
        }
    }

    /// The words, list entries and small words of a run.
    fn pieces(&self, run: Range<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = run.start;
        while at < run.end {
            let unit = &self.units.all[at];
            let entry = if unit.is_capital() { lookup::longest(self.units, at, &run) } else { None };
            let (end, entry) = entry.map_or((at + 1, None), |(end, entry)| (end, Some(entry)));
            let particle = unit.is_in(list::PARTICLES) && self.keeps_particle(run.start);
            let small = !unit.is_capital() && !particle;
            let listed = matches!(entry, Some(Entry::Name(..)));
            let of_follows = unit.is_in(list::OF_HEADS) && self.unit(at + 1).is_some_and(|next| next.key == "of");
            let ordinary = unit.is_capital() && !listed && entry.is_none() && !of_follows && self.is_ordinary(unit);
            pieces.push(Piece { units: at..end, entry, connects: small || ordinary });
            at = end;
        }
        pieces
    }

    /// Whether small words such as *von* belong to the name that starts at `at`: where nouns have capitals, only after a given name.
    fn keeps_particle(&self, at: usize) -> bool {
        self.sentence.style != Style::Nouns || self.units.all[at].is_in(list::GIVEN_NAMES)
    }

    /// Whether the capital letter of `unit` makes no name: a common word in a headline, or a small word at the start of a sentence.
    fn is_ordinary(&self, unit: &Unit<'_>) -> bool {
        if matches!(&*unit.key, "the" | "a" | "an") {
            return true;
        }
        match self.sentence.style {
            Style::Normal | Style::Nouns => {
                (unit.initial || self.sentence.style == Style::Nouns) && (is_function_word(&unit.key) || matches!(&*unit.key, "q." | "a."))
            }
            Style::Title | Style::Caps => {
                (unit.is_common() && !unit.is_in(list::GIVEN_NAMES)) || list::NO_NAMES.line(&unit.key).is_some_and(|line| line == unit.text)
            }
        }
    }

    /// Whether common words before a title belong to it: *Public Security Minister*.
    fn is_part_of_title(&self, pieces: &[Piece]) -> bool {
        let end = chunk_end(pieces, 0);
        let titled = pieces.get(end).is_some_and(|piece| piece.entry == Some(Entry::Title));
        titled && end < 4 && pieces[..end].iter().all(|piece| piece.entry.is_none() && self.units.all[piece.units.start].is_common())
    }

    /// Whether a title is the start of a longer name: *King Abdullah Hospital*, *General Motors*, *St. Louis*.
    fn absorbs_title(&self, pieces: &[Piece]) -> bool {
        const SOFT: &[&str] = &[
            "baron", "captain", "cardinal", "chief", "count", "dean", "duke", "earl", "father", "general", "judge", "justice", "king",
            "lady", "lord", "major", "marshal", "mother", "pope", "prince", "princess", "private", "queen", "saint", "shah", "sir",
            "sister", "st.", "sultan",
        ];
        let key = self.units.key(pieces[0].units.clone());
        if self.is_office_of(pieces) {
            return true;
        }
        if SOFT.binary_search(&&*key).is_err() {
            return false;
        }
        let chunk = chunk_end(pieces, 0);
        1 < chunk && head::of(self.units, pieces[0].units.start..pieces[chunk - 1].units.end).is_some()
    }

    /// *Attorney General’s Office*
    fn is_office_of(&self, pieces: &[Piece]) -> bool {
        let key = |at: usize| pieces.get(at).map_or("", |piece| &*self.units.all[piece.units.start].key);
        key(1) == "'s" && matches!(key(2), "office" | "department" | "bureau")
    }

    /// Reads the chunk of pieces that starts at `at`, up to a title or a small word that joins nothing; returns where it ends.
    fn read_chunk(&mut self, pieces: &[Piece], at: usize, title: Option<Span>) -> usize {
        let mut end = chunk_end(pieces, at);
        let mut sort = None;
        if title.is_none() && pieces[at].entry == Some(Entry::Title) && self.is_office_of(&pieces[at..]) {
            end = at + 3;
            sort = Some((Sort::Org, head::rule(Sort::Org)));
        }
        while title.is_none()
            && let Some((next, joined)) = self.joined(pieces, at, end, sort)
        {
            sort = Some(joined);
            end = next;
        }
        let units = pieces[at].units.start..pieces[end - 1].units.end;
        match (title, sort) {
            (Some(title), _) => self.titled(units, title),
            (None, Some((sort, rule))) => self.push(units, sort, 4.0, rule),
            (None, None) => self.untitled(&pieces[at..end]),
        }
        end
    }

    /// Where a name goes on past the small words at `end`: *University of Kassel*, *Ministry of Culture and Tourism*.
    fn joined(&self, pieces: &[Piece], at: usize, end: usize, sort: Option<(Sort, &'static str)>) -> Option<(usize, (Sort, &'static str))> {
        let small = pieces[end..].iter().take_while(|piece| piece.connects && !self.units.all[piece.units.start].is_capital()).count();
        let next = end + small;
        if small == 0 || pieces.len() <= next || pieces[next].connects || (pieces[next].entry == Some(Entry::Title) && small == 1) {
            return None;
        }
        let chunk = pieces[at].units.start..pieces[end - 1].units.end;
        let small: Vec<&str> = pieces[end..next].iter().map(|piece| self.units.all[piece.units.start].key.as_ref()).collect();
        let next_end = chunk_end(pieces, next);
        let rest = pieces[next].units.start..pieces[next_end - 1].units.end;
        let found = head::joined(self.units, &chunk, &small, &rest, sort)?;
        Some((next_end, found))
    }

    /// A name after a title.
    fn titled(&mut self, units: Range<usize>, title: Span) {
        let name = self.person_end(units.clone());
        let ordinary = |unit: &Unit<'_>| unit.is_common() && !unit.is_in(list::GIVEN_NAMES) && !unit.is_in(list::SURNAMES);
        let doubtful = self.units.all[units.start..name].iter().all(ordinary);
        let mut own = Evidence::default();
        own.add(Sort::Person, if doubtful { 0.8 } else { 5.0 }, "entity.title+name");
        for (sort, rule) in lookup::whole(self.units, &(units.start..name)) {
            own.add(sort, if name - units.start == 1 { 2.5 } else { 4.0 }, rule);
        }
        self.found.push(Candidate { units: units.start..name, sentence: self.number, title: Some(title), weak: false, own });
        if name < units.end {
            self.chunk_of_words(name..units.end);
        }
    }

    /// Where a person's name that starts `units` ends: at most five words, none of them an acronym.
    fn person_end(&self, units: Range<usize>) -> usize {
        let shouted = self.units.all[units.start].shape == Shape::Upper;
        let fits = |at: &usize| {
            let unit = &self.units.all[*at];
            *at < units.start + 5 && (unit.shape != Shape::Upper || unit.text.len() < 4 || shouted)
        };
        units.clone().take_while(fits).last().map_or(units.start + 1, |last| last + 1)
    }

    /// A chunk without a title before it.
    fn untitled(&mut self, pieces: &[Piece]) {
        let units = pieces[0].units.start..pieces[pieces.len() - 1].units.end;
        if let [piece] = pieces
            && let Some(Entry::Name(sort, rule)) = piece.entry
        {
            return self.listed(units, sort, rule);
        }
        self.chunk_of_words(units);
    }

    /// A name that a list has.
    fn listed(&mut self, units: Range<usize>, sort: Sort, rule: &'static str) {
        let weak = self.is_weak(&units);
        let mut own = Evidence::default();
        if units.len() == 1 {
            own::single_word(self.units, units.start, self.sentence.style, &mut own);
        } else {
            own.add(sort, 5.0, rule);
        }
        self.found.push(Candidate { units, sentence: self.number, title: None, weak, own });
    }

    /// Cuts the words of `units` into names and adds them.
    fn chunk_of_words(&mut self, mut units: Range<usize>) {
        while !units.is_empty() {
            let end = self.first_name_end(&units);
            self.name(units.start..end);
            units.start = end;
        }
    }

    /// Whether the single word at `at` names nothing by itself: a pronoun, a letter, *CEO*.
    fn is_idle(&self, at: usize) -> bool {
        let unit = &self.units.all[at];
        let idle = unit.is_in(list::FUNCTION_WORDS) && unit.shape != Shape::Upper || unit.text.chars().nth(1).is_none();
        idle || list::NO_NAMES.line(&unit.key).is_some_and(|line| line == unit.text)
    }

    /// Where the first name in `units` ends.
    fn first_name_end(&self, units: &Range<usize>) -> usize {
        if units.len() < 2 || head::of(self.units, units.clone()).is_some() {
            return units.end;
        }
        // A plain word at the start of a sentence, and a name right after it.
        let first = &self.units.all[units.start];
        if first.initial && first.is_common() && !first.is_in(list::GIVEN_NAMES) && self.units.all[units.start + 1].is_in(list::GIVEN_NAMES)
        {
            return units.start + 1;
        }
        // A head inside: the name ends there, and another begins.
        let far = units.end.min(units.start + LONGEST);
        let inner = (units.start + 2..far).rev().find(|end| head::of(self.units, units.start..*end).is_some_and(|(_, sure)| sure));
        if let Some(end) = inner {
            return end;
        }
        let entry = lookup::longest(self.units, units.start, units);
        let Some((end, Entry::Name(sort, _))) = entry else { return units.end };
        let is_given = self.units.all[units.start].is_in(list::GIVEN_NAMES) && end == units.start + 1;
        match sort {
            _ if end == units.end || is_given => units.end,
            Sort::Norp => end,
            Sort::Gpe | Sort::Loc => {
                let rest_common = self.units.all[end..units.end].iter().all(Unit::is_common);
                let rest_listed = lookup::longest(self.units, end, units).is_some_and(|(_, entry)| matches!(entry, Entry::Name(..)));
                if rest_common || rest_listed || 1 < end - units.start { end } else { units.end }
            }
            _ => end,
        }
    }

    /// One name, without a title, that no list may know.
    fn name(&mut self, mut units: Range<usize>) {
        if 1 < units.len() && self.units.all[units.start].key == "the" && lookup::whole(self.units, &units).is_empty() {
            units.start += 1;
        }
        if LONGEST < units.len() {
            return;
        }
        if units.len() == 1 && self.is_idle(units.start) && lookup::single(self.units, units.start).is_empty() {
            return;
        }
        let mut own = Evidence::default();
        if units.len() == 1 {
            own::single_word(self.units, units.start, self.sentence.style, &mut own);
        } else if let Some((sort, rule)) = lookup::whole(self.units, &units).first().copied() {
            own.add(sort, 5.0, rule);
        } else {
            own::several_words(self.units, &units, self.sentence.style, &mut own);
        }
        let weak = self.is_weak(&units);
        self.found.push(Candidate { units, sentence: self.number, title: None, weak, own });
    }

    fn push(&mut self, mut units: Range<usize>, sort: Sort, weight: f32, rule: &'static str) {
        if 1 < units.len() && self.units.all[units.start].key == "the" {
            units.start += 1;
        }
        if LONGEST < units.len() {
            return;
        }
        let mut own = Evidence::default();
        own.add(sort, weight, rule);
        self.found.push(Candidate { units, sentence: self.number, title: None, weak: false, own });
    }

    /// Whether the capital letters of `units` say nothing by themselves.
    fn is_weak(&self, units: &Range<usize>) -> bool {
        self.sentence.style != Style::Normal || (units.len() == 1 && self.units.all[units.start].initial)
    }
}

/// Where the chunk of pieces ends that starts at `at`: before a title or a small word.
fn chunk_end(pieces: &[Piece], at: usize) -> usize {
    let rest = &pieces[(at + 1).min(pieces.len())..];
    at + 1 + rest.iter().take_while(|piece| !piece.connects && piece.entry != Some(Entry::Title)).count()
}

/// Whether `unit` is a small word that may stand inside a name.
fn is_inner(unit: &Unit<'_>) -> bool {
    let small = matches!(&*unit.key, "of" | "for" | "and" | "the" | "on" | "&" | "'s" | "to" | "in" | "v" | "v." | "vs");
    small || (unit.shape == Shape::Lower && unit.is_in(list::PARTICLES))
}

/// Whether `key` is one of the small words that start sentences and are no part of a name.
fn is_function_word(key: &str) -> bool {
    list::FUNCTION_WORDS.has(key)
}
