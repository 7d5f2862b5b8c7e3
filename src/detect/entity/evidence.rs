//! What speaks for and against each kind of name.

use super::sort::Sort;

/// How many sorts there are.
const SORTS: usize = Sort::SHOWN.len();

/// The weight of the evidence for each sort, in natural log odds, with the strongest reason for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    weights: [f32; SORTS],
    reasons: [(f32, &'static str); SORTS],
}

impl Default for Evidence {
    fn default() -> Self {
        Self { weights: [0.0; SORTS], reasons: [(0.0, "entity.capitals"); SORTS] }
    }
}

impl Evidence {
    /// Adds a piece of evidence.
    pub(super) fn add(&mut self, sort: Sort, weight: f32, rule: &'static str) {
        let at = sort as usize;
        self.weights[at] += weight;
        if self.reasons[at].0 < weight {
            self.reasons[at] = (weight, rule);
        }
    }

    /// Adds `other`, each weight held within `limit` of nothing.
    pub(super) fn merge(&mut self, other: &Self, limit: f32) {
        for at in 0..SORTS {
            self.weights[at] += other.weights[at].clamp(-limit, limit);
            self.stronger(at, other.reasons[at]);
        }
    }

    /// The same evidence with every weight times `factor`.
    pub(super) fn scaled(&self, factor: f32) -> Self {
        let reasons = self.reasons.map(|(weight, rule)| (weight * factor, rule));
        Self { weights: self.weights.map(|weight| weight * factor), reasons }
    }

    /// Takes the greater of the two weights for each sort.
    pub(super) fn greater(&mut self, other: &Self) {
        for at in 0..SORTS {
            self.weights[at] = if self.weights[at] == 0.0 { other.weights[at] } else { self.weights[at].max(other.weights[at]) };
            self.stronger(at, other.reasons[at]);
        }
    }

    fn stronger(&mut self, at: usize, reason: (f32, &'static str)) {
        if self.reasons[at].0 < reason.0 {
            self.reasons[at] = reason;
        }
    }

    /// The weight for `sort`.
    pub(super) fn weight(&self, sort: Sort) -> f32 {
        self.weights[sort as usize]
    }

    /// The sort with the greatest weight, that weight, the lead over the next, and the strongest reason.
    pub(super) fn best(&self) -> (Sort, f32, f32, &'static str) {
        let mut best = Sort::Person;
        for sort in Sort::SHOWN {
            if self.weight(best) < self.weight(sort) {
                best = sort;
            }
        }
        let next = Sort::SHOWN.iter().filter(|sort| **sort != best).map(|sort| self.weight(*sort)).fold(0.0, f32::max);
        (best, self.weight(best), self.weight(best) - next, self.reasons[best as usize].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_weight_wins_with_its_reason() {
        let mut evidence = Evidence::default();
        evidence.add(Sort::Gpe, 2.0, "a");
        evidence.add(Sort::Person, 1.5, "b");
        evidence.add(Sort::Person, 1.0, "c");
        assert_eq!(evidence.best(), (Sort::Person, 2.5, 0.5, "b"));
    }
}
