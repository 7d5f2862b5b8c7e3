//! Names known from running text, found again in headlines and in lines of capitals, where capital letters say nothing.

use super::candidate::Candidate;
use super::decide::Verdict;
use super::unit::{Style, Units};
use std::collections::BTreeMap;
use std::ops::Range;

/// A name known from elsewhere in the text.
#[derive(Clone, Debug)]
pub(super) struct Again {
    /// Its units.
    pub(super) units: Range<usize>,
    /// What it was decided to be elsewhere.
    pub(super) verdict: Verdict,
}

/// Longer names are not looked for.
const LONGEST: usize = 9;

/// The names of running text that stand in headlines and in lines of capitals too.
pub(super) fn find(units: &Units<'_>, candidates: &[Candidate], verdicts: &[Option<Verdict>]) -> Vec<Again> {
    let running = |candidate: &Candidate| matches!(units.sentences[candidate.sentence].style, Style::Normal | Style::Nouns);
    let known: BTreeMap<String, Verdict> = candidates
        .iter()
        .zip(verdicts)
        .filter(|(candidate, _)| running(candidate) && candidate.units.len() <= LONGEST)
        .filter_map(|(candidate, verdict)| verdict.map(|verdict| (units.key(candidate.units.clone()), verdict)))
        .collect();
    let mut found = Vec::new();
    for sentence in units.sentences.iter().filter(|sentence| matches!(sentence.style, Style::Title | Style::Caps)) {
        let mut at = sentence.units.start;
        while at < sentence.units.end {
            match longest(units, &known, at, sentence.units.end) {
                Some(again) => {
                    at = again.units.end;
                    found.push(again);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The longest known name that starts at `at`.
fn longest(units: &Units<'_>, known: &BTreeMap<String, Verdict>, at: usize, end: usize) -> Option<Again> {
    if !units.all[at].is_capital() {
        return None;
    }
    let mut key = String::new();
    let mut best = None;
    for next in at..end.min(at + LONGEST) {
        let unit = &units.all[next];
        if next != at && !unit.glued {
            key.push(' ');
        }
        key.push_str(&unit.key);
        if let Some(verdict) = known.get(&key).filter(|_| unit.is_capital()) {
            best = Some(Again { units: at..next + 1, verdict: *verdict });
        }
    }
    best
}
