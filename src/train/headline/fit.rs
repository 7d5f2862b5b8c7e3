//! Logistic regression over the lines of a page: of all that could be the headline, one is.

use std::collections::BTreeMap;

/// A page's candidates with their clues by number, and which of them are right.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) candidates: Vec<Vec<(usize, f32)>>,
    pub(super) right: Vec<usize>,
}

/// The names of the clues; a clue's number is its place.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: BTreeMap<&'static str, usize>,
}

impl Names {
    /// The clues of a line, by number.
    pub(super) fn numbered(&mut self, clues: Vec<(&'static str, f32)>) -> Vec<(usize, f32)> {
        let mut number = |name| {
            let next = self.known.len();
            *self.known.entry(name).or_insert(next)
        };
        clues.into_iter().filter(|(_, much)| *much != 0.0).map(|(name, much)| (number(name), much)).collect()
    }

    /// The names in alphabetical order, with their numbers.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        self.known.iter().map(|(name, number)| (*name, *number))
    }
}

/// Rounds over all pages.
const ROUNDS: usize = 300;
/// The first step's length.
const STEP: f64 = 0.3;
/// How strongly weights are drawn to zero, for each page.
const DECAY: f64 = 0.002;

/// The weights that make the right lines likeliest: gradient ascent with a step of its own for each weight.
pub(super) fn fit(pages: &[&Choice], clues: usize) -> Vec<f64> {
    let (mut weights, mut steps) = (vec![0.0; clues], vec![0.0_f64; clues]);
    for _ in 0..ROUNDS {
        let mut gradient = vec![0.0; clues];
        for page in pages {
            add_gradient(&weights, page, &mut gradient);
        }
        for (at, slope) in gradient.into_iter().enumerate() {
            let slope = slope / pages.len() as f64 - DECAY * weights[at];
            steps[at] += slope * slope;
            weights[at] += STEP * slope / (steps[at].sqrt() + 1e-9);
        }
    }
    weights
}

fn add_gradient(weights: &[f64], page: &Choice, gradient: &mut [f64]) {
    let scores: Vec<f64> = page.candidates.iter().map(|clues| score(weights, clues)).collect();
    let all = shares(&scores, |_| true);
    let right = shares(&scores, |at| page.right.contains(&at));
    for ((clues, right), all) in page.candidates.iter().zip(&right).zip(&all) {
        for (clue, much) in clues {
            gradient[*clue] += (right - all) * f64::from(*much);
        }
    }
}

/// Each candidate's share of the sum of exponentials over those that `counts`.
fn shares(scores: &[f64], counts: impl Fn(usize) -> bool) -> Vec<f64> {
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = scores.iter().enumerate().map(|(at, score)| if counts(at) { libm::exp(score - top) } else { 0.0 }).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum.max(1e-300)).collect()
}

fn score(weights: &[f64], clues: &[(usize, f32)]) -> f64 {
    clues.iter().map(|(clue, much)| weights[*clue] * f64::from(*much)).sum()
}

/// The candidate with the best score.
pub(super) fn best(weights: &[f64], page: &Choice) -> usize {
    let scores: Vec<f64> = page.candidates.iter().map(|clues| score(weights, clues)).collect();
    (0..scores.len()).reduce(|best, next| if scores[best] < scores[next] { next } else { best }).unwrap_or(0)
}
