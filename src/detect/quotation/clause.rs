//! The clause that a cue governs: where it begins and where it ends.

use super::claims::{LONGEST, View};
use super::facts::End;
use super::frames::{Frame, Order};
use super::lexicon::{Flags, Tongue};
use super::lines::{Item, Kind};
use super::phrase;
use std::ops::Range;

/// How far behind a cue its clause may begin.
const NEAR: usize = 24;

/// Whether the frame governs a clause to its right.
pub(super) fn has_complement(view: &View<'_>, frame: &Frame) -> bool {
    frame.order == Order::SubjectFirst && complement(view, frame).is_some_and(|part| part.len() > 2)
}

/// The words to the right that the frame governs.
pub(super) fn complement(view: &View<'_>, frame: &Frame) -> Option<Range<usize>> {
    let start = match (frame.order, view.tongue) {
        (Order::AsPut, _) => after_colon(view, frame.clause.end)?,
        (Order::According, Tongue::English | Tongue::Other) => after_comma(view, frame)?,
        (Order::According, Tongue::German) => after_source(view, frame)?,
        (_, Tongue::English) => English { view, frame }.start()?,
        (_, Tongue::German) => german_start(view, frame)?,
        (_, Tongue::Other) => other_start(view, frame)?,
    };
    let end = if start < view.end { end_of(view, frame, start) } else { start };
    (start < end).then_some(start..end)
}

fn after_colon(view: &View<'_>, from: usize) -> Option<usize> {
    let at = (from..view.end.min(from + NEAR)).find(|&at| matches!(view.items[at].kind, Kind::Mark(':' | ',')))?;
    view.quote(at + 1).map(|_| at + 1)
}

/// *According to Smith, …*: only where nothing comes before.
fn after_comma(view: &View<'_>, frame: &Frame) -> Option<usize> {
    let leads = view.between(view.start, frame.clause.start).iter().all(|item| !item.wordy() || item.is(Flags::CONJ.with(Flags::ADV)));
    let mark =
        (frame.clause.end..view.end.min(frame.clause.end + NEAR)).find(|&at| matches!(view.items[at].kind, Kind::Mark(',' | ':')))?;
    let aside = view.item(mark + 1).is_some_and(|item| item.is(Flags::REL) && !item.is(Flags::DET));
    let close = (mark + 2..view.end.min(mark + NEAR)).find(|&at| aside && view.items[at].mark(','));
    leads.then_some(close.unwrap_or(mark) + 1)
}

/// German *Laut Polizei war der Fahrer betrunken*: the clause goes on right after the source, or after its comma or colon.
fn after_source(view: &View<'_>, frame: &Frame) -> Option<usize> {
    let leads = frame.clause.start <= view.start + 1;
    let next = view.item(frame.clause.end).filter(|_| leads)?;
    match next.kind {
        Kind::Mark(':' | ',') => Some(frame.clause.end + 1),
        Kind::Mark(_) => None,
        _ => Some(frame.clause.end),
    }
}

struct English<'a> {
    view: &'a View<'a>,
    frame: &'a Frame,
}

impl English<'_> {
    fn start(&self) -> Option<usize> {
        let class = self.frame.class;
        let verb_end = if self.frame.order == Order::VerbFirst { self.frame.clause.end } else { self.frame.cue.end };
        let mut at = verb_end;
        let mut told = !class.any(Flags::TELL);
        let limit = self.view.end.min(verb_end + NEAR);
        while at < limit {
            let item = &self.view.items[at];
            if item.speech() {
                return Some(at);
            }
            let next = match item.kind {
                Kind::Mark(',' | ':' | '—' | '–') if self.view.quote(at + 1).is_some() => return Some(at + 1),
                Kind::Mark(':') if class.any(Flags::SPEECH) => return Some(at + 1),
                Kind::Mark(',') => return self.after_comma(at),
                Kind::Mark('(') => self.closing_bracket(at)?,
                Kind::Mark(_) => return None,
                Kind::Quote(_) | Kind::Number
                    if item.is(Flags::NAME) || self.view.item(at - 1).is_some_and(|item| item.is(Flags::TIME)) =>
                {
                    at + 1
                }
                _ if self.view.word(at).eq_ignore_ascii_case("that") && class.any(Flags::SPEECH) => return Some(at),
                _ if self.is_infinitive(at) => return Some(at),
                _ if item.is(Flags::ADV.with(Flags::TIME)) && !item.is(Flags::DET.with(Flags::PRON)) => at + 1,
                _ if item.is(Flags::SUB) && class.any(Flags::ASK.with(Flags::TELL).with(Flags::SAY)) => return Some(at),
                _ if item.is(Flags::PREP) && !item.is(Flags::NAME) => match self.past_preposition(at, verb_end)? {
                    (next, true) => return Some(next),
                    (next, false) => next,
                },
                _ if !told => {
                    told = true;
                    self.past_hearer(at)
                }
                _ => return self.bare(at),
            };
            at = next.max(at + 1);
        }
        None
    }

    /// *promised to build*: the promise is what is said.
    fn is_infinitive(&self, at: usize) -> bool {
        let next = self
            .view
            .item(at + 1)
            .filter(|next| next.kind == Kind::Word && !next.is(Flags::DET.with(Flags::NAME).with(Flags::OBJECT).with(Flags::CAPITAL)));
        self.frame.class.any(Flags::TO) && self.view.word(at) == "to" && next.is_some()
    }

    /// *He said, without naming anyone, that …*
    fn after_comma(&self, comma: usize) -> Option<usize> {
        let until = self.view.end.min(comma + 2 * NEAR);
        let that = (comma + 1..until).find(|&at| self.view.items[at].mark(',') && self.view.word(at + 1) == "that").map(|at| at + 1);
        let quote = (comma + 1..until.min(comma + NEAR))
            .find(|&at| self.view.items[at].mark(',') && self.view.quote(at + 1).is_some())
            .map(|at| at + 1);
        if self.view.word(comma + 1) == "that" { Some(comma + 1) } else { that.or(quote) }.filter(|_| self.frame.class.any(Flags::SPEECH))
    }

    fn closing_bracket(&self, open: usize) -> Option<usize> {
        (open..self.view.end.min(open + NEAR)).find(|&at| self.view.items[at].mark(')')).map(|at| at + 1)
    }

    /// Past *in a statement*; or, for *referred to*, *called for*: the thing after it is what is spoken of.
    fn past_preposition(&self, at: usize, verb_end: usize) -> Option<(usize, bool)> {
        let class = self.frame.class;
        if at == verb_end && !class.any(Flags::SPEECH) {
            return self.quote_near(at).then_some((at + 1, true));
        }
        if at == verb_end && matches!(self.view.word(at), "for" | "about" | "against" | "of") && !self.quote_near(at) {
            return None;
        }
        if self.view.word(at) == "of" || self.view.quote(at + 1).is_some() && !matches!(self.view.word(at), "in" | "on" | "to") {
            return Some((at + 1, true)).filter(|_| self.quote_near(at));
        }
        let past = phrase::np_after(self.view.items, at + 1, self.view.end).map_or(at + 2, |phrase| phrase.end);
        Some((past, false))
    }

    /// Past the person spoken to: *told reporters that*, *told CNN he would*.
    fn past_hearer(&self, at: usize) -> usize {
        let first = &self.view.items[at];
        if first.is(Flags::OBJECT) && !first.is(Flags::DET) || self.view.word(at + 1) == "that" {
            return at + 1;
        }
        let that = (at..self.view.end.min(at + 10))
            .find(|&at| self.view.word(at) == "that" || self.view.items[at].speech() || self.view.items[at].mark(','));
        let name_end =
            (at..self.view.end).find(|&at| !self.view.items[at].is(Flags::NAME) && !self.view.items[at].mark('.')).unwrap_or(self.view.end);
        match that {
            Some(that) if !self.view.between(at, that).iter().any(|item| item.is(Flags::AUX.with(Flags::PRON)) && !item.is(Flags::DET)) => {
                that
            }
            _ if name_end > at => name_end,
            _ => phrase::np_after(self.view.items, at, self.view.end).map_or(at + 1, |phrase| phrase.end),
        }
    }

    /// A clause without *that*, or the thing that is called a name.
    fn bare(&self, at: usize) -> Option<usize> {
        let class = self.frame.class;
        let item = &self.view.items[at];
        if !class.any(Flags::SAY.with(Flags::TELL)) {
            return self.quote_near(at).then_some(at);
        }
        let opens = !item.is(Flags::CONJ.with(Flags::AUX)) || item.is(Flags::NAME);
        (opens && (self.is_clause(at) || self.quote_near(at))).then_some(at)
    }

    /// Whether a finite verb can be seen in the words from `at`, or the cue is *said*.
    fn is_clause(&self, at: usize) -> bool {
        let said = self.view.word(self.frame.cue.end - 1).to_ascii_lowercase();
        matches!(
            said.as_str(),
            "said" | "says" | "say" | "saying" | "announced" | "announcing" | "added" | "adding" | "claims" | "claiming"
        ) || self
            .view
            .between(at, self.view.end.min(at + 16))
            .iter()
            .take_while(|item| !item.mark(','))
            .any(|item| item.is(Flags::AUX) || item.is(Flags::PRON) && !item.is(Flags::DET))
    }

    /// Whether a quotation follows within the clause.
    fn quote_near(&self, at: usize) -> bool {
        let commas = |item: &Item| item.mark(',');
        let mut seen = 0;
        for item in self.view.between(at, at + NEAR) {
            seen += usize::from(commas(item));
            if item.speech() {
                return true;
            }
            if item.mark(';')
                || seen > usize::from(self.frame.class.any(Flags::SAY.with(Flags::TELL)))
                || item.is(Flags::SPEECH) && !item.is(Flags::NOUNISH.with(Flags::CAPITAL))
            {
                return false;
            }
        }
        false
    }
}

/// German: the clause begins after the comma or colon that closes the main clause.
fn german_start(view: &View<'_>, frame: &Frame) -> Option<usize> {
    let from = frame.clause.end;
    for at in from..view.end.min(from + NEAR) {
        if view.items[at].speech() {
            return Some(at);
        }
        if matches!(view.items[at].kind, Kind::Mark(',' | ':')) {
            let reported = view
                .between(at + 1, view.end.min(at + 40))
                .iter()
                .enumerate()
                .any(|(far, item)| item.speech() || is_subjunctive(view.word(at + 1 + far)) || far == 0 && item.is(Flags::SUB));
            return reported.then_some(at + 1);
        }
    }
    None
}

/// Any other language: a quotation, alone or after a colon or comma, or the conjunction that opens a report.
fn other_start(view: &View<'_>, frame: &Frame) -> Option<usize> {
    let from = if frame.order == Order::VerbFirst { frame.clause.end } else { frame.cue.end };
    for at in from..view.end.min(from + NEAR) {
        let item = &view.items[at];
        let that = matches!(view.word(at), "que" | "qu" | "che" | "dat" | "att" | "at" | "że") || view.word(at).starts_with("qu’");
        match item.kind {
            Kind::Quote(_) if item.speech() => return Some(at),
            Kind::Mark(':' | ',' | '—' | '–' | '-') if view.quote(at + 1).is_some() => return Some(at + 1),
            Kind::Mark(',') if matches!(view.word(at + 1), "że" | "dat" | "att" | "at") => return Some(at + 1),
            Kind::Mark(sign) if sign != ',' => return None,
            Kind::Word if that && at < from + 8 => return Some(at),
            _ => {}
        }
    }
    None
}

/// Forms that German uses for reported speech.
pub(super) fn is_subjunctive(word: &str) -> bool {
    const FORMS: &[&str] = &[
        "sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "könne", "könnten", "könnte", "müsse", "müssten", "solle",
        "dürfe", "wolle", "gebe", "gehe", "komme", "wäre", "wären", "bleibe", "brauche", "stehe", "liege", "handle",
    ];
    FORMS.contains(&word)
}

/// Where the governed words that begin at `start` end.
fn end_of(view: &View<'_>, frame: &Frame, start: usize) -> usize {
    let own = frame.class.any(Flags::SPEECH);
    if view.items[start].speech() {
        let chain = quote_chain(view, start);
        return if own && goes_on_after(view, chain) { clause_end(view, frame, start) } else { chain };
    }
    if own || frame.class.any(Flags::MIND) {
        return clause_end(view, frame, start);
    }
    let quote = (start..view.end).find(|&at| view.items[at].speech());
    quote.map_or(start, |quote| quote_chain(view, quote))
}

/// Past quotations joined by *and*, *or* or a comma.
fn quote_chain(view: &View<'_>, quote: usize) -> usize {
    let mut end = quote + 1;
    loop {
        let joined = (end..(end + 3).min(view.end)).find(|&at| view.items[at].speech()).filter(|&next| {
            view.between(end, next).iter().all(|item| item.is(Flags::CONJ) || item.mark(',') || item.is(Flags::DET) || item.is(Flags::PREP))
        });
        match joined {
            Some(next) if next > end || view.quote(end).is_some() => end = next + 1,
            _ => return end,
        }
    }
}

/// Whether the clause goes on after a quotation that stands at its beginning: *said “no one” could*.
fn goes_on_after(view: &View<'_>, at: usize) -> bool {
    let closed =
        view.quote(at - 1).is_some_and(|facts| matches!(facts.end, End::Stop | End::Strong) || facts.end == End::Comma && facts.words > 6);
    let next = view.item(at);
    !closed
        && next.is_some_and(|item| {
            let circumstance = item.is(Flags::PREP) && view.word(at) != "of";
            item.wordy() && !item.is(Flags::TIME.with(Flags::SUB).with(Flags::CONJ)) && !circumstance
        })
}

/// The end of the clause that begins at `start`: the end of the sentence, or where the next report or an aside begins.
pub(super) fn clause_end(view: &View<'_>, frame: &Frame, start: usize) -> usize {
    let limit = view.body_end().min(start + LONGEST);
    let subordinate = is_subordinate(view, frame);
    for at in start..limit {
        let item = &view.items[at];
        let comma = item.mark(',') && at > start + 2;
        if item.mark(';') || starts_report(view, at, start) || comma && (subordinate || breaks_off(view, at)) {
            return at;
        }
    }
    limit.max(start)
}

/// *When he said …, they left*; *Smith, who said …, left*: the clause ends with the comma.
pub(super) fn is_subordinate(view: &View<'_>, frame: &Frame) -> bool {
    let relative = view.item(frame.clause.start).is_some_and(|item| item.is(Flags::REL) && !item.is(Flags::DET))
        && frame.cue.start == frame.clause.start + 1;
    let Some(before) = frame.clause.start.checked_sub(1).and_then(|at| view.item(at)) else { return false };
    relative && before.mark(',') || before.is(Flags::SUB) && !before.is(Flags::PREP) && frame.order == Order::SubjectFirst
}

/// Whether another report begins at `at`: *and said*, *, adding*, *, according to*, *and Smith says*.
fn starts_report(view: &View<'_>, at: usize, start: usize) -> bool {
    let item = &view.items[at];
    let dash = item.mark('—') || item.mark('–') || item.mark('-');
    if at == start || !(item.mark(',') || item.is(Flags::CONJ) || dash) {
        return false;
    }
    let next = if (item.mark(',') || dash) && view.item(at + 1).is_some_and(|item| item.is(Flags::CONJ)) { at + 2 } else { at + 1 };
    let here = view.frames.partition_point(|frame| frame.clause.start < next);
    view.frames.get(here).filter(|frame| frame.clause.start == next).is_some_and(|frame| match frame.order {
        Order::Shared | Order::According | Order::AsPut => true,
        Order::SubjectFirst => frame.class.any(Flags::SPEECH) && introduces(view, frame),
        _ => false,
    })
}

/// Whether words follow the cue that it can govern.
fn introduces(view: &View<'_>, frame: &Frame) -> bool {
    let relative = view.item(frame.clause.start).is_some_and(|item| item.is(Flags::REL));
    let next = view.item(frame.cue.end);
    let quote = next.is_some_and(|item| item.mark(',') || item.mark(':')) && view.quote(frame.cue.end + 1).is_some();
    !relative && (quote || next.is_some_and(|item| item.wordy() && !item.is(Flags::TIME) || item.speech()))
}

/// Whether a comma ends the report: *, but did not*, *, while his rival*, or an aside that runs to the end of the sentence.
fn breaks_off(view: &View<'_>, comma: usize) -> bool {
    let word = view.word(comma + 1);
    let contrast = matches!(word, "but" | "while" | "though" | "although" | "despite");
    let aside = matches!(word, "which" | "who" | "whose" | "where" | "whom" | "a" | "an" | "his");
    let last = || !view.between(comma + 1, comma + 30).iter().any(|item| item.mark(','));
    contrast || aside && last()
}

/// Whether the line opens with a participle of its own subject: *Asked whether it was safe, she said …*
pub(super) fn opens_with_participle(view: &View<'_>) -> bool {
    let first = view.items[view.start..view.end].iter().position(|item| item.kind == Kind::Word);
    let word = first.map(|first| view.word(view.start + first).to_ascii_lowercase()).unwrap_or_default();
    matches!(word.as_str(), "asked" | "pressed" | "questioned" | "quizzed" | "speaking" | "writing" | "addressing" | "challenged")
}

/// What the frame governs beyond its own words: *“A,” he said, “B.”*, *A, he said, B*.
pub(super) fn continuation(view: &View<'_>, frame: &Frame, quoted: bool) -> Option<Range<usize>> {
    let from = frame.clause.end;
    if super::claims::opens_with_dash(view) {
        return after_dash(view, from);
    }
    let mark = (from..view.end.min(from + NEAR))
        .find(|&at| matches!(view.items[at].kind, Kind::Mark(',' | ':' | '—' | '–' | '.' | ';')) || view.items[at].speech())?;
    if !ends_with_circumstances(view, from, mark) && !splits(view, from, mark) {
        return None;
    }
    let next = if view.items[mark].speech() { mark } else { past_aside(view, mark) };
    if view.quote(next).is_some() {
        let end = quote_chain(view, next);
        let here = view.frames.partition_point(|other| other.clause.start < end);
        let other = view.frames.get(here).is_some_and(|other| {
            other.clause.start == end
                && !matches!(other.order, Order::Shared | Order::Noun)
                && view.quote(end - 1).is_some_and(|facts| facts.end == End::Comma)
        });
        return (!other).then_some(next..end);
    }
    let plain = !quoted
        && view.items[mark].mark(',')
        && view.between(from.min(mark), mark).is_empty()
        && view.item(next).is_some_and(|item| item.wordy() && !item.is(Flags::ING.with(Flags::REL)) && !matches!(item.listed, "a" | "an"));
    let reported = starts_report(view, mark, usize::MAX);
    (plain && !reported && next < view.body_end()).then(|| next..clause_end(view, frame, next))
}

/// What goes on after the second dash: *—No —dijo ella—. Vamos.*
fn after_dash(view: &View<'_>, from: usize) -> Option<Range<usize>> {
    let dash = (from..view.end.min(from + NEAR)).find(|&at| matches!(view.items[at].kind, Kind::Mark('—' | '–')))?;
    let start = (dash + 1..view.end).find(|&at| !matches!(view.items[at].kind, Kind::Mark(_)))?;
    Some(start..view.body_end().max(start + 1))
}

/// Whether a quotation goes on in small letters after the comma at `mark`: *“A,” said a man who was there, “b.”*
fn splits(view: &View<'_>, from: usize, mark: usize) -> bool {
    let goes_on = view.items[mark].mark(',') && view.quote(mark + 1).is_some_and(|facts| !facts.capital);
    let next = view.frames.partition_point(|frame| frame.cue.start < from);
    goes_on && view.frames.get(next).is_none_or(|frame| frame.cue.start > mark)
}

/// Past an aside that ends with a comma before a quotation: *Olsen, who runs the site, “…”*; else past the mark itself.
fn past_aside(view: &View<'_>, mark: usize) -> usize {
    let aside = view.item(mark + 1).filter(|_| view.items[mark].mark(',') && view.quote(mark + 1).is_none());
    let close = aside.and_then(|_| (mark + 2..view.end.min(mark + NEAR)).find(|&at| view.items[at].mark(',')));
    close
        .filter(|&close| view.quote(close + 1).is_some() && ends_with_circumstances(view, mark + 2, close))
        .map_or(mark + 1, |close| close + 1)
}

/// Whether only *to reporters*, *on Tuesday*, *in a statement* and the like stand between the cue and `mark`.
fn ends_with_circumstances(view: &View<'_>, from: usize, mark: usize) -> bool {
    !view
        .between(from.min(mark), mark)
        .iter()
        .any(|item| item.is(Flags::SPEECH.with(Flags::REL)) && !item.is(Flags::NOUNISH.with(Flags::CAPITAL).with(Flags::DET)))
}
