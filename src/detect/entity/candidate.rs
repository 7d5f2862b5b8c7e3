//! Candidates: the stretches of capitalised words that may be names, cut where one name ends and the next begins.

use super::evidence::{Evidence, Sort};
use super::head;
use super::list;
use super::lookup::{self, Entry};
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
            let entry = unit.is_capital() || (unit.is_word() && list::PRODUCTS.has(&unit.key) && self.units.all[at].shape == Shape::Inner);
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
            let small = !unit.is_capital() && !list::PARTICLES.has(&unit.key);
            let listed = matches!(entry, Some(Entry::Name(..)));
            let ordinary = unit.is_capital() && !listed && entry.is_none() && self.is_ordinary(unit);
            pieces.push(Piece { units: at..end, entry, connects: small || ordinary });
            at = end;
        }
        pieces
    }

    /// Whether the capital letter of `unit` makes no name: a common word in a headline, or a small word at the start of a sentence.
    fn is_ordinary(&self, unit: &Unit<'_>) -> bool {
        match self.sentence.style {
            Style::Normal => unit.initial && is_function_word(&unit.key),
            Style::Title | Style::Caps => unit.is_common() || list::NO_NAMES.line(&unit.key).is_some_and(|line| line == unit.text),
        }
    }

    /// Whether a title is the start of a longer name: *King Abdullah Hospital*, *General Motors*, *St. Louis*.
    fn absorbs_title(&self, pieces: &[Piece]) -> bool {
        const SOFT: &[&str] = &[
            "baron", "captain", "cardinal", "chief", "count", "dean", "duke", "earl", "father", "general", "judge", "justice", "king",
            "lady", "lord", "major", "marshal", "mother", "pope", "prince", "princess", "private", "queen", "saint", "shah", "sir",
            "sister", "st.", "sultan",
        ];
        let key = self.units.key(pieces[0].units.clone());
        if SOFT.binary_search(&&*key).is_err() {
            return false;
        }
        let chunk = chunk_end(pieces, 0);
        1 < chunk && head::of(self.units, pieces[0].units.start..pieces[chunk - 1].units.end).is_some()
    }

    /// Reads the chunk of pieces that starts at `at`, up to a title or a small word that joins nothing; returns where it ends.
    fn read_chunk(&mut self, pieces: &[Piece], at: usize, title: Option<Span>) -> usize {
        let mut end = chunk_end(pieces, at);
        let mut sort = None;
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
        let mut own = Evidence::default();
        own.add(Sort::Person, 5.0, "entity.title+name");
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
        let fits = |at: &usize| {
            let unit = &self.units.all[*at];
            *at < units.start + 5 && (unit.shape != Shape::Upper || unit.text.len() < 4 || *at == units.start)
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
            self.single_word(units.start, &mut own);
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

    /// Where the first name in `units` ends.
    fn first_name_end(&self, units: &Range<usize>) -> usize {
        if head::of(self.units, units.clone()).is_some() {
            return units.end;
        }
        // A head inside: the name ends there, and another begins.
        let inner = (units.start + 2..units.end).rev().find(|end| head::of(self.units, units.start..*end).is_some_and(|(_, sure)| sure));
        if let Some(end) = inner {
            return end;
        }
        let entry = lookup::longest(self.units, units.start, units);
        let Some((end, Entry::Name(sort, _))) = entry else { return units.end };
        let is_given = list::GIVEN_NAMES.has(&self.units.all[units.start].key) && end == units.start + 1;
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
    fn name(&mut self, units: Range<usize>) {
        let mut own = Evidence::default();
        if units.len() == 1 {
            self.single_word(units.start, &mut own);
        } else if let Some((sort, rule)) = lookup::whole(self.units, &units).first().copied() {
            own.add(sort, 5.0, rule);
        } else {
            self.several_words(&units, &mut own);
        }
        let weak = self.is_weak(&units);
        self.found.push(Candidate { units, sentence: self.number, title: None, weak, own });
    }

    fn push(&mut self, units: Range<usize>, sort: Sort, weight: f32, rule: &'static str) {
        let mut own = Evidence::default();
        own.add(sort, weight, rule);
        self.found.push(Candidate { units, sentence: self.number, title: None, weak: false, own });
    }

    /// Whether the capital letters of `units` say nothing by themselves.
    fn is_weak(&self, units: &Range<usize>) -> bool {
        self.sentence.style != Style::Normal || (units.len() == 1 && self.units.all[units.start].initial)
    }

    /// What a single word says.
    fn single_word(&self, at: usize, own: &mut Evidence) {
        let unit = &self.units.all[at];
        let (given, surname) = (list::GIVEN_NAMES.has(&unit.key), list::SURNAMES.has(&unit.key));
        let listed = lookup::single(self.units, at);
        for &(sort, rule) in &listed {
            let shared = (given || surname) && sort != Sort::Norp || unit.is_common();
            own.add(sort, if shared { 2.6 } else { 4.5 }, rule);
        }
        if given {
            own.add(Sort::Person, 1.6, "entity.list.given-name");
        }
        if surname {
            own.add(Sort::Person, 2.2, "entity.list.surname");
        }
        if list::NO_NAMES.line(&unit.key).is_some_and(|line| line == unit.text) {
            return;
        }
        let letters = unit.text.chars().filter(|letter| letter.is_alphabetic()).count();
        if listed.is_empty() && unit.shape == Shape::Upper && (2..=6).contains(&letters) && !unit.text.contains('-') {
            own.add(Sort::Org, 2.0, "entity.acronym");
        }
        head::suffix(&unit.key, own);
        let plain = !unit.is_common() && unit.shape == Shape::Capital;
        for sort in [Sort::Person, Sort::Org, Sort::Gpe] {
            own.add(sort, if plain { 0.45 } else { -0.5 }, "entity.capitals");
        }
    }

    /// What several words say that no list has.
    fn several_words(&self, units: &Range<usize>, own: &mut Evidence) {
        let words: Vec<&Unit<'_>> = self.units.all[units.clone()].iter().filter(|unit| unit.is_word() && unit.is_capital()).collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let common = words.iter().filter(|unit| unit.is_common()).count();
        let given = list::GIVEN_NAMES.has(&first.key);
        let surname = list::SURNAMES.has(&last.key);
        if let Some((sort, _)) = head::of(self.units, units.clone()) {
            own.add(sort, if head::is_surname_too(&last.key) && given && words.len() == 2 { 2.0 } else { 4.0 }, head::rule(sort));
        } else {
            own.add(
                Sort::Org,
                0.8 + 0.5 * f32::from(u8::from(0 < common)) + 0.4 * f32::from(u8::from(4 <= words.len())),
                "entity.capitals",
            );
        }
        let acronyms = words.iter().filter(|unit| unit.shape == Shape::Upper && 3 < unit.text.len()).count();
        let fits = words.len() <= 4 && acronyms == 0;
        if fits && given {
            own.add(Sort::Person, 3.0, "entity.given-name+surname");
        } else if fits && common == 0 {
            own.add(Sort::Person, 1.4, "entity.capitals");
        }
        if fits && surname {
            own.add(Sort::Person, 1.5, "entity.list.surname");
        }
        if fits && words.iter().skip(1).any(|unit| unit.text.len() == 2 && unit.text.ends_with('.')) {
            own.add(Sort::Person, 1.5, "entity.initial");
        }
        if let Some((sort, weight)) = head::start(self.units, units) {
            own.add(sort, weight, head::rule(sort));
        }
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
    small || (unit.shape == Shape::Lower && list::PARTICLES.has(&unit.key))
}

/// Whether `key` is one of the small words that start sentences and are no part of a name.
fn is_function_word(key: &str) -> bool {
    list::FUNCTION_WORDS.has(key)
}
