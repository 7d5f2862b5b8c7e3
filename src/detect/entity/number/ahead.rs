//! Whether a day without a year lies behind or ahead: what the words around it say.

use super::Reader;

/// Words that point ahead, sorted.
const AHEAD: &[&str] = &[
    "'ll",
    "begins",
    "closes",
    "convenes",
    "due",
    "ends",
    "expected",
    "expires",
    "faces",
    "heads",
    "holds",
    "hosts",
    "kicks",
    "launches",
    "meets",
    "opens",
    "plans",
    "planned",
    "resumes",
    "returns",
    "scheduled",
    "set",
    "shall",
    "slated",
    "soll",
    "sollen",
    "starts",
    "takes",
    "travels",
    "upcoming",
    "visits",
    "votes",
    "will",
    "wird",
];

/// Words that point back, besides those that end in *ed*, sorted.
const BACK: &[&str] = &[
    "ago", "became", "began", "came", "did", "fell", "found", "gave", "got", "had", "held", "hit", "kept", "knew", "left", "led", "lost",
    "made", "met", "paid", "ran", "rose", "said", "saw", "sent", "shot", "spoke", "struck", "told", "took", "was", "went", "were", "won",
    "wrote",
];

/// How far a word may stand from the date that it speaks of.
const FAR: usize = 12;

impl Reader<'_, '_> {
    /// Whether the words nearest to the unit at `at` speak of the future.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        for distance in 1..FAR {
            let before = at.checked_sub(distance).and_then(|at| self.points(at));
            if let Some(pointed) = before.or_else(|| self.points(at + distance)) {
                return pointed;
            }
        }
        false
    }

    /// Whether the word at `at` points ahead, or back, or neither.
    fn points(&self, at: usize) -> Option<bool> {
        let key = self.key(at);
        let verbal = self.unit(at).is_some_and(|unit| unit.is_word() && !unit.is_capital());
        // *To be held* says nothing by its *held*.
        if !verbal || self.before(at) == "be" {
            return None;
        }
        let to_be = key == "be" && matches!(self.before(at), "to" | "will");
        if to_be || AHEAD.contains(&key) {
            Some(true)
        } else {
            (BACK.binary_search(&key).is_ok() || 4 < key.len() && key.ends_with("ed")).then_some(false)
        }
    }
}
