//! Sources named by a preposition: *according to Smith*, *selon Dupont*, *laut Schmidt*.

use super::frames::{Frame, Order, Seen};
use super::lexicon::Flags;
use super::phrase;

/// German nouns that stand between *nach* and the source.
const NOUNS: &[&str] = &[
    "Angaben",
    "Angabe",
    "Einschätzung",
    "Ansicht",
    "Auffassung",
    "Darstellung",
    "Meinung",
    "Worten",
    "Aussage",
    "Aussagen",
    "Überzeugung",
];

impl Seen<'_> {
    /// *according to Smith*, *in the words of Smith*, *by her own account*.
    pub(super) fn according(&self, at: usize) -> Option<Frame> {
        let end = if self.says(at, "according") && self.says(at + 1, "to") {
            at + 2
        } else if self.says(at, "in") && self.says(at + 1, "the") && self.says(at + 2, "words") && self.says(at + 3, "of") {
            at + 4
        } else if self.says(at, "by") && (self.says(at + 2, "account") || self.says(at + 2, "own") && self.says(at + 3, "account")) {
            let end = if self.says(at + 2, "account") { at + 3 } else { at + 4 };
            let own = self.items[at + 1].is(Flags::DET).then_some(at + 1..at + 2)?;
            return Some(Frame { cue: at..end, class: Flags::SAY, clause: at..end, subject: Some(own), order: Order::According });
        } else {
            return None;
        };
        let subject = phrase::np_after(self.items, end, self.line.end)?;
        Some(Frame { cue: at..end, class: Flags::SAY, clause: at..subject.end, subject: Some(subject), order: Order::According })
    }

    /// *selon Dupont*, *según Marín*, *volgens Van Dijk*, *aldus de minister*.
    pub(super) fn selon(&self, at: usize) -> Option<Frame> {
        let names = self.items[at].is(Flags::PER);
        let subject = phrase::np_after(self.items, at + 1, self.line.end).filter(|subject| names && subject.start == at + 1)?;
        let speaks =
            self.items[subject.clone()].iter().any(|item| item.is(Flags::NAME.with(Flags::PERSON).with(Flags::GROUP).with(Flags::PRON)));
        speaks.then(|| Frame {
            cue: at..at + 1,
            class: Flags::SAY,
            clause: at..subject.end,
            subject: Some(subject),
            order: Order::According,
        })
    }

    /// German *so Schmidt*, *laut Schmidt*, *Schmidt zufolge*.
    pub(super) fn so(&self, at: usize) -> Option<Frame> {
        let fenced = self.before(at).is_none_or(|before| before.mark(',') || before.speech());
        if self.says(at, "so") && self.before(at).is_some() && fenced || self.says(at, "laut") {
            let subject = phrase::np_after(self.items, at + 1, self.line.end).filter(|subject| subject.start == at + 1)?;
            return Some(Frame {
                cue: at..at + 1,
                class: Flags::SAY,
                clause: at..subject.end,
                subject: Some(subject),
                order: Order::According,
            });
        }
        if self.says(at, "zufolge") {
            let subject = phrase::np_before(self.items, self.line.start, at)?;
            return Some(Frame {
                cue: at..at + 1,
                class: Flags::SAY,
                clause: subject.start..at + 1,
                subject: Some(subject),
                order: Order::According,
            });
        }
        self.nach(at)
    }

    /// German *nach Angaben der Polizei*, *nach ihrer Einschätzung*, *nach eigenen Angaben*.
    fn nach(&self, at: usize) -> Option<Frame> {
        let noun = (at + 1..at + 3).find(|&noun| NOUNS.contains(&self.word(noun))).filter(|_| self.says(at, "nach"))?;
        let own = noun == at + 2;
        let after = if self.says(noun + 1, "von") { noun + 2 } else { noun + 1 };
        let subject = match own {
            true if self.word(at + 1).starts_with("eigene") => None,
            true => Some(at + 1..at + 2),
            false => Some(phrase::np_after(self.items, after, self.line.end)?),
        };
        let end = subject.as_ref().map_or(noun + 1, |subject| subject.end.max(noun + 1));
        Some(Frame { cue: at..noun + 1, class: Flags::SAY, clause: at..end, subject, order: Order::According })
    }
}
