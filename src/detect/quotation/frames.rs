//! Frames: a cue of speech with its subject, found in one line.

use super::lexicon::{Flags, Tongue};
use super::lines::{Item, Kind};
use super::phrase;
use std::ops::Range;

/// How the speaker stands to the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// *Smith said*.
    SubjectFirst,
    /// *said Smith*.
    VerbFirst,
    /// *according to Smith*.
    According,
    /// *as Smith put it*.
    AsPut,
    /// *…, adding that*: the subject is that of the verb before.
    Shared,
    /// *Smith’s claim that*.
    Noun,
}

/// A cue with its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// What the cue can govern.
    pub(super) class: Flags,
    /// The words that name the speaker.
    pub(super) subject: Option<Range<usize>>,
    /// How they stand to one another.
    pub(super) order: Order,
    /// From the first word of subject or cue to the last, with what stands between.
    pub(super) clause: Range<usize>,
}

/// Verbs that stand before *to* and a cue: *declined to confirm*, *went on to say*.
const LEADING: [&str; 14] = [
    "declined",
    "refused",
    "declines",
    "refuses",
    "refusing",
    "declining",
    "failed",
    "continued",
    "began",
    "used",
    "on",
    "hesitated",
    "able",
    "unable",
];

/// All frames of the line, in order.
pub(super) fn find(items: &[Item], line: Range<usize>, tongue: Tongue, text: &str) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut at = line.start;
    while at < line.end {
        let seen = Seen { items, line: line.clone(), tongue, text };
        match seen.frame(at, frames.last()) {
            Some(frame) => {
                at = frame.cue.end.max(at + 1);
                frames.push(frame);
            }
            None => at += 1,
        }
    }
    frames.sort_by_key(|frame| frame.clause.start);
    frames
}

/// A line in which frames are looked for.
pub(super) struct Seen<'a> {
    pub(super) items: &'a [Item],
    pub(super) line: Range<usize>,
    tongue: Tongue,
    text: &'a str,
}

impl Seen<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        if self.line.contains(&at) { self.items[at].span.of(self.text) } else { "" }
    }

    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn before(&self, at: usize) -> Option<&Item> {
        at.checked_sub(1).filter(|&at| at >= self.line.start).map(|at| &self.items[at])
    }

    fn frame(&self, at: usize, last: Option<&Frame>) -> Option<Frame> {
        let item = &self.items[at];
        if item.kind != Kind::Word {
            return None;
        }
        match self.tongue {
            Tongue::English => self.according(at).or_else(|| self.noun(at)).or_else(|| self.verb(at, last)),
            Tongue::German => self.so(at).or_else(|| self.verb(at, last)),
            Tongue::Other => self.selon(at).or_else(|| self.verb(at, last)),
        }
    }

    /// *Smith’s claim that*, *his warning that*, *the claim by Smith that*.
    fn noun(&self, at: usize) -> Option<Frame> {
        let item = &self.items[at];
        let colon = self.line.contains(&(at + 1)) && self.items[at + 1].mark(':');
        let governs = colon && self.quote_follows(at + 2)
            || ["that", "to", "of", "for", "about", "against"].iter().any(|word| self.says(at + 1, word));
        if !item.is(Flags::NOUN) || item.is(Flags::CAPITAL) || !governs && !self.quote_follows(at + 1) {
            return None;
        }
        let before = self.before(at)?;
        if before.is(Flags::POSSESSIVE) {
            let subject = phrase::np_before(self.items, self.line.start, at - 1)?;
            return Some(Frame {
                cue: at..at + 1,
                class: Flags::THAT,
                clause: subject.start..at + 1,
                subject: Some(subject),
                order: Order::Noun,
            });
        }
        let own = ["his", "her", "their", "its"].iter().any(|own| self.says(at - 1, own));
        own.then(|| Frame { cue: at..at + 1, class: Flags::THAT, clause: at - 1..at + 1, subject: Some(at - 1..at), order: Order::Noun })
    }

    fn quote_follows(&self, at: usize) -> bool {
        self.line.contains(&at) && self.items[at].speech()
    }

    fn verb(&self, at: usize, last: Option<&Frame>) -> Option<Frame> {
        let item = &self.items[at];
        let opens_line = at - self.line.start < 4 && self.items[self.line.start..at].iter().all(|item| matches!(item.kind, Kind::Mark(_)));
        if !item.is(Flags::CUE) || item.is(Flags::CAPITAL) && !opens_line {
            return None;
        }
        let cue = self.group(at);
        let put = self.word(at).to_ascii_lowercase();
        let pointing = put.starts_with("point") && !self.says(at + 1, "out") && !self.says(at + 1, "to");
        let naming = put == "known" && !self.items[cue.start].is(Flags::AUX);
        if matches!(put.as_str(), "put" | "puts") && !self.says(at + 1, "it") || pointing || naming || self.is_no_report(at, opens_line) {
            return None;
        }
        if self.is_passive(&cue) {
            return self.agent(&cue, item.flags);
        }
        if item.is(Flags::NOUNISH) && !self.is_verb_here(cue.start) {
            return None;
        }
        let back = item.is(Flags::SPEECH.with(Flags::ACT)) && self.says(at + 1, "back");
        let (cue, class) = if back { (cue.start..at + 2, Flags::SAY) } else { (cue, item.flags) };
        self.verb_first(&cue, class)
            .or_else(|| self.pronoun_after(&cue, class))
            .or_else(|| self.shared(&cue, class, last))
            .or_else(|| self.subject_first(&cue, class))
            .or_else(|| self.fallback(&cue, class))
    }

    /// *asked not to be named*: nothing is said. *Ask anybody*: the reader is asked.
    fn is_no_report(&self, at: usize, opens_line: bool) -> bool {
        let unnamed = self.says(at + 1, "not") && self.says(at + 2, "to") && self.says(at + 3, "be");
        let order = opens_line && self.tongue == Tongue::English && self.is_base(at) && !self.items[at].is(Flags::ING);
        unnamed || order
    }

    /// The verb with its auxiliaries and adverbs: *has repeatedly said*, *was quoted as saying*.
    fn group(&self, at: usize) -> Range<usize> {
        let mut start = at;
        if self.says(at, "saying") && at >= self.line.start + 2 && self.says(at - 1, "as") && self.says(at - 2, "quoted") {
            start = at - 2;
        }
        if start > self.line.start + 1 && self.says(start - 1, "to") && !self.items[at].is(Flags::ING) {
            start -= 1;
            start -= usize::from(start > self.line.start + 1 && LEADING.iter().any(|word| self.says(start - 1, word)));
            start -= usize::from(self.says(start, "on") && start > self.line.start + 1 && self.items[start - 1].is(Flags::AUX));
        }
        while self.before(start).is_some_and(|before| {
            before.is(Flags::AUX.with(Flags::ADV)) && !before.is(Flags::NAME) && !before.is(Flags::OBJECT) && !before.is(Flags::CAPITAL)
        }) {
            start -= 1;
        }
        let perfect = start + 1 < at + 1 && self.says(start, "have") && start > self.line.start && self.says(start - 1, "to");
        start -= usize::from(perfect);
        start -= usize::from(start > self.line.start + 1 && self.says(start - 1, "neither"));
        start..at + 1
    }

    /// A form that may be a noun is a verb after a subject, an auxiliary, *to* or a quotation, and not after a determiner.
    fn is_verb_here(&self, start: usize) -> bool {
        let Some(before) = self.before(start) else { return false };
        match before.kind {
            Kind::Word if before.is(Flags::CONJ) && !before.is(Flags::NAME) => {
                self.says(start + 1, "that") || self.quote_follows(start + 1)
            }
            Kind::Quote(_) => true,
            Kind::Mark(sign) => ",)—–".contains(sign),
            Kind::Number => false,
            Kind::Word if self.items[start].is(Flags::AUX) => true,
            Kind::Word if self.is_base(start) && before.is(Flags::PERSON.with(Flags::GROUP)) && !self.is_plural(start - 1) => false,
            Kind::Word => {
                let subject = Flags::PRON.with(Flags::NAME).with(Flags::PERSON).with(Flags::GROUP).with(Flags::REL).with(Flags::CONJ);
                let determiner = before.is(Flags::DET) && !before.is(Flags::REL.with(Flags::PERSON));
                (before.is(subject) || self.says(start, "to")) && !before.is(Flags::POSSESSIVE) && !determiner
            }
        }
    }

    /// *was told*, *is called*, *were asked*: the speaker is somebody else.
    fn is_passive(&self, cue: &Range<usize>) -> bool {
        const BE: [&str; 8] = ["is", "was", "are", "were", "be", "been", "being", "gets"];
        let verb = &self.items[cue.end - 1];
        let be = (cue.start..cue.end - 1).any(|at| BE.iter().any(|be| self.says(at, be)));
        let quoted = (cue.start..cue.end).any(|at| self.says(at, "quoted"));
        self.tongue == Tongue::English && be && !verb.is(Flags::ING) && !quoted
    }

    /// *was described by critics as “…”*: the speaker follows *by*.
    fn agent(&self, cue: &Range<usize>, class: Flags) -> Option<Frame> {
        let subject = phrase::np_after(self.items, cue.end + 1, self.line.end).filter(|_| self.says(cue.end, "by"))?;
        let speaks = self.items[subject.clone()].iter().any(|item| item.is(Flags::NAME.with(Flags::PERSON).with(Flags::GROUP)));
        speaks.then(|| Frame { cue: cue.clone(), class, clause: cue.start..subject.end, subject: Some(subject), order: Order::VerbFirst })
    }

    /// *“No,” said Smith*, *Said Smith: “No”*, and every main clause of German with the subject after the verb.
    fn verb_first(&self, cue: &Range<usize>, class: Flags) -> Option<Frame> {
        let before = self.before(cue.start);
        let after_quote = before.is_some_and(|before| before.speech());
        let fenced = before.is_none_or(|before| before.speech() || before.mark(',') || before.mark('—') || before.mark('–'));
        if !fenced
            || class.any(Flags::TELL) && !after_quote
            || self.items[cue.start].is(Flags::ING)
            || self.says(cue.start, "to")
            || class.any(Flags::CALL) && !class.any(Flags::SPEECH)
        {
            return None;
        }
        let subject = phrase::np_after(self.items, cue.end, self.line.end).filter(|subject| self.inverted(subject))?;
        let outside = after_quote || before.is_none() || self.ends_clause(subject.end);
        let separated = before.is_some_and(|before| before.mark(','))
            && !after_quote
            && phrase::before_verb(self.items, self.line.start, cue.start).is_some()
            && self.tongue != Tongue::German
            && !self.looks_finite(cue.start);
        (outside && !separated).then(|| Frame {
            cue: cue.clone(),
            class,
            clause: cue.start..subject.end,
            subject: Some(subject),
            order: Order::VerbFirst,
        })
    }

    /// German *Der Opposition warf er vor*: a pronoun right after the verb is its subject, whatever stands before it.
    fn pronoun_after(&self, cue: &Range<usize>, class: Flags) -> Option<Frame> {
        let at = cue.end;
        let subject = ["er", "sie", "wir", "ich", "man"].iter().any(|word| self.word(at) == *word);
        let before = self.before(cue.start);
        let other = before.is_some_and(|before| before.is(Flags::PRON.with(Flags::REL)) && !before.is(Flags::DET));
        (self.tongue == Tongue::German && subject && !other).then(|| Frame {
            cue: cue.clone(),
            class,
            clause: cue.start..at + 1,
            subject: Some(at..at + 1),
            order: Order::VerbFirst,
        })
    }

    /// Whether a phrase after the verb can be its subject: no object pronoun, not *that*, not *a statement*.
    fn inverted(&self, subject: &Range<usize>) -> bool {
        let first = &self.items[subject.start];
        let object = first.is(Flags::OBJECT) && !first.is(Flags::PRON.with(Flags::DET));
        let last = &self.items[subject.end - 1];
        let speech = last.is(Flags::NOUN) && !last.is(Flags::NAME.with(Flags::GROUP));
        !object && !speech && !self.says(subject.start, "that") && !first.is(Flags::TIME)
    }

    /// Whether nothing of a verb follows the phrase that ends at `at`.
    fn ends_clause(&self, at: usize) -> bool {
        match self.items[..self.line.end].get(at) {
            None => true,
            Some(next) => {
                !next.wordy() && !next.mark('’')
                    || next.is(Flags::PREP.with(Flags::CONJ).with(Flags::REL).with(Flags::TIME).with(Flags::SUB))
            }
        }
    }

    /// Whether the stretch before `at` is a clause with a verb of its own.
    fn looks_finite(&self, at: usize) -> bool {
        let from = self.line.start.max(at.saturating_sub(25));
        self.items[from..at].iter().any(|item| item.is(Flags::AUX) || item.is(Flags::PRON) && !item.is(Flags::DET.with(Flags::REL)))
    }

    /// *…, adding that*; *and said*; *before warning*.
    fn shared(&self, cue: &Range<usize>, class: Flags, last: Option<&Frame>) -> Option<Frame> {
        let before = self.before(cue.start);
        let ing = self.tongue == Tongue::English && self.items[cue.start].is(Flags::ING);
        let own_subject = before.is_some_and(|before| before.is(Flags::NAME.with(Flags::PRON).with(Flags::OBJECT)) || before.mark(')'));
        let infinitive = self.says(cue.start, "to") && self.tongue == Tongue::English;
        let joined = before.is_some_and(|before| before.is(Flags::CONJ)) || self.follows_joined_comma(cue.start);
        let plain = joined && last.is_some_and(|last| self.is_base(cue.end - 1) && !self.is_base(last.cue.end - 1));
        if plain || !(ing && !own_subject || infinitive || joined) {
            return None;
        }
        let nearby = last.filter(|last| cue.start.saturating_sub(last.cue.end) < 60 && !infinitive).and_then(|last| last.subject.clone());
        let subject = nearby.or_else(|| self.subject_of_clause(cue.start))?;
        Some(Frame { cue: cue.clone(), class, clause: cue.clone(), subject: Some(subject), order: Order::Shared })
    }

    /// Whether a noun is plural by its looks.
    fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with('s') || word.ends_with("men") || matches!(word, "police" | "people" | "some" | "many" | "others" | "few" | "most")
    }

    /// *…, and, said*: a comma between conjunction and cue.
    fn follows_joined_comma(&self, at: usize) -> bool {
        at >= self.line.start + 2 && self.items[at - 1].mark(',') && self.items[at - 2].is(Flags::CONJ)
    }

    /// Whether the verb has its bare form: *say*, *argue*.
    fn is_base(&self, at: usize) -> bool {
        const PAST: [&str; 12] = ["said", "told", "wrote", "spoke", "began", "swore", "found", "thought", "knew", "saw", "put", "read"];
        let word = self.word(at);
        !(word.ends_with("ed") || word.ends_with('s') || word.ends_with("ing") || PAST.contains(&word))
    }

    /// The subject of the clause that goes on at `at`: *when it rained, I laughed and said*.
    fn subject_of_clause(&self, at: usize) -> Option<Range<usize>> {
        if at == self.line.start {
            return phrase::first_subject(self.items, self.line.clone());
        }
        let from = self.line.start.max(at.saturating_sub(40));
        let start = (from..at).rev().find(|&at| self.items[at].mark(',') || self.items[at].mark(';')).map_or(from, |at| at + 1);
        let first = &self.items[start.min(at)];
        let opens = start + 1 < at && (first.is(Flags::PRON) && !first.is(Flags::DET.with(Flags::REL)) || first.is(Flags::NAME));
        if opens { phrase::np_after(self.items, start, at) } else { phrase::first_subject(self.items, self.line.start..at) }
    }

    /// *Smith said*, *Smith, who runs the club, said*, *who said*, *as Smith put it*.
    fn subject_first(&self, cue: &Range<usize>, class: Flags) -> Option<Frame> {
        let floor = self.floor(cue.start);
        if floor < cue.start && self.items[cue.start - 1].is(Flags::REL) && !self.says(cue.start - 1, "that") {
            let subject = cue.start - 1..cue.start;
            return Some(Frame {
                cue: cue.clone(),
                class,
                clause: subject.start..cue.end,
                subject: Some(subject),
                order: Order::SubjectFirst,
            });
        }
        let floor = if matches!(self.word(cue.end - 1), "put" | "puts") { self.after_as(floor, cue.start) } else { floor };
        let subject = phrase::before_verb(self.items, floor, cue.start);
        let subject = match subject {
            Some(subject) if subject.start == floor => subject,
            other => self.right_after_quote(floor, cue.start).or(other)?,
        };
        let asked = self.tongue == Tongue::Other && subject.start > self.line.start && self.items[subject.start - 1].is(Flags::AUX);
        let as_put = subject.start > self.line.start && self.says(subject.start - 1, "as");
        let order = if as_put { Order::AsPut } else { Order::SubjectFirst };
        let start = if as_put || asked { subject.start - 1 } else { subject.start };
        Some(Frame { cue: cue.clone(), class, clause: start..cue.end, subject: Some(subject), order })
    }

    /// Past *as*, in *as her lawyer, Ann Smith, put it*.
    fn after_as(&self, floor: usize, verb: usize) -> usize {
        (floor..verb).rev().find(|&at| self.says(at, "as")).map_or(floor, |at| at + 1)
    }

    /// What stands right after a quotation that ends with a comma is the subject, however long: *“No,” Smith, who had left, said*.
    fn right_after_quote(&self, floor: usize, verb: usize) -> Option<Range<usize>> {
        let quote = floor.checked_sub(1).filter(|&at| at >= self.line.start && self.items[at].speech())?;
        let inner = self.items[quote].span.of(self.text).trim_end_matches(['”', '"', '\'', '’', '“', '«', '»', ' ']);
        let first = &self.items[floor];
        let opens = first.is(Flags::NAME.with(Flags::DET).with(Flags::PRON)) || first.is(Flags::PERSON);
        let goes_on = inner.ends_with([',', '?', '!', '…', '—', '-']);
        (goes_on && opens && verb - floor < 30).then(|| phrase::np_after(self.items, floor, verb)).flatten()
    }

    /// German: the subject stands after the verb wherever the clause begins.
    fn fallback(&self, cue: &Range<usize>, class: Flags) -> Option<Frame> {
        if self.tongue == Tongue::English {
            return None;
        }
        let subject = phrase::np_after(self.items, cue.end, self.line.end)?;
        let clause = if subject.start >= cue.end { cue.start..subject.end } else { cue.clone() };
        let order = if subject.start >= cue.end { Order::VerbFirst } else { Order::Shared };
        Some(Frame { cue: cue.clone(), class, clause, subject: Some(subject), order })
    }

    /// The subject stands after the last speech in marks, colon or semicolon.
    fn floor(&self, verb: usize) -> usize {
        let from = self.line.start.max(verb.saturating_sub(60));
        (from..verb)
            .rev()
            .find(|&at| self.items[at].speech() || self.items[at].mark(';') || self.items[at].mark(':'))
            .map_or(self.line.start, |at| at + 1)
    }
}
