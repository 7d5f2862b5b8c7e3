//! The chain of tags over some words: the likeliest one, and how likely each tag and each name is.

#![expect(clippy::needless_range_loop, reason = "a tag is the number of a place in several tables at once")]

use super::tags::{self, OUTSIDE, TAGS};

/// A value for each tag.
pub type Row = [f32; TAGS];

/// How the tags follow one another.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The score of each tag after each other one.
    pub scores: [Row; TAGS],
    /// The exponentials of `scores`, 0 where a tag may not follow.
    pub factors: [Row; TAGS],
}

/// The sums of the forward and backward pass, scaled a word at a time.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// For each word and tag the weight of all chains up to and with it.
    pub forward: Vec<Row>,
    /// For each word and tag the weight of all chains after it.
    pub backward: Vec<Row>,
    /// The exponentials of the scores of each word, by its greatest.
    pub factors: Vec<Row>,
    /// The divisor of each word, so that the last sum is 1.
    pub scales: Vec<f32>,
    /// The logarithm of the weight of all chains.
    pub log: f32,
    /// For each word the tags that were looked at.
    tags: Vec<Tags>,
}

/// What stands for no way.
const NEVER: f32 = -1e30;

impl Chain {
    /// The chain with these scores; what may not follow is barred.
    #[must_use]
    pub fn new(scores: [Row; TAGS]) -> Self {
        let mut chain = Self { scores, factors: [[0.0; TAGS]; TAGS] };
        for tag in 0..TAGS {
            for next in 0..TAGS {
                if tags::may_follow(tag, next) {
                    chain.factors[tag][next] = libm::expf(scores[tag][next]);
                } else {
                    chain.scores[tag][next] = NEVER;
                }
            }
        }
        chain
    }

    /// The likeliest tags of words with these scores, of those that each word may have; before and after them nothing is named.
    #[must_use]
    pub fn best(&self, words: &[Row], allowed: impl Fn(usize) -> u32) -> Vec<usize> {
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(words.len());
        let mut scores = [NEVER; TAGS];
        scores[OUTSIDE] = 0.0;
        let mut before = Tags::only(OUTSIDE);
        for (at, word) in words.iter().enumerate() {
            let (mut next, mut from) = ([NEVER; TAGS], [0u8; TAGS]);
            let tags = Tags::of(allowed(at));
            for tag in tags.iter() {
                for one in before.leading_to(tag).iter() {
                    let score = scores[one] + self.scores[one][tag];
                    if next[tag] < score {
                        (next[tag], from[tag]) = (score, u8::try_from(one).unwrap_or(0));
                    }
                }
                next[tag] += word[tag];
            }
            back.push(from);
            (scores, before) = (next, tags);
        }
        let mut tag = (0..TAGS).fold(OUTSIDE, |best, tag| {
            let end = |tag: usize| scores[tag] + self.scores[tag][OUTSIDE];
            if end(best) < end(tag) { tag } else { best }
        });
        let mut best = vec![OUTSIDE; words.len()];
        for (place, from) in best.iter_mut().zip(&back).rev() {
            *place = tag;
            tag = usize::from(from[tag]);
        }
        best
    }

    /// The sums over words with these scores, as far as `allowed` lets them: a bit for each tag.
    #[must_use]
    pub fn sums(&self, words: &[Row], allowed: impl Fn(usize) -> u32) -> Sums {
        let mut sums = Sums::default();
        let mut last = [0.0; TAGS];
        last[OUTSIDE] = 1.0;
        let mut before = Tags::only(OUTSIDE);
        for (at, word) in words.iter().enumerate() {
            let tags = Tags::of(allowed(at));
            let greatest = tags.iter().map(|tag| word[tag]).fold(NEVER, f32::max);
            let (mut factors, mut forward) = ([0.0; TAGS], [0.0f32; TAGS]);
            let mut scale = f32::MIN_POSITIVE;
            for tag in tags.iter() {
                factors[tag] = libm::expf(word[tag] - greatest);
                let reached: f32 = before.leading_to(tag).iter().map(|one| last[one] * self.factors[one][tag]).sum();
                forward[tag] = reached * factors[tag];
                scale += forward[tag];
            }
            tags.iter().for_each(|tag| forward[tag] /= scale);
            sums.log += libm::logf(scale) + greatest;
            sums.factors.push(factors);
            sums.scales.push(scale);
            sums.forward.push(forward);
            sums.tags.push(tags);
            (last, before) = (forward, tags);
        }
        self.backward(&mut sums, &last);
        sums
    }

    fn backward(&self, sums: &mut Sums, last: &Row) {
        let end = (0..TAGS).map(|tag| last[tag] * self.factors[tag][OUTSIDE]).sum::<f32>().max(f32::MIN_POSITIVE);
        sums.log += libm::logf(end);
        let mut after: Row = std::array::from_fn(|tag| self.factors[tag][OUTSIDE] / end);
        let mut backward = Vec::with_capacity(sums.forward.len());
        for at in (0..sums.forward.len()).rev() {
            backward.push(after);
            let mut ahead = [0.0; TAGS];
            sums.tags[at].iter().for_each(|tag| ahead[tag] = after[tag] * sums.factors[at][tag] / sums.scales[at]);
            after = [0.0; TAGS];
            let before = at.checked_sub(1).map_or(Tags::only(OUTSIDE), |at| sums.tags[at]);
            for tag in before.iter() {
                after[tag] = sums.tags[at].iter().map(|next| self.factors[tag][next] * ahead[next]).sum();
            }
        }
        backward.reverse();
        sums.backward = backward;
    }
}

/// Some tags, a bit for each.
#[derive(Clone, Copy, Debug)]
struct Tags(u32);

impl Tags {
    fn of(bits: u32) -> Self {
        Self(bits & ((1 << TAGS) - 1))
    }

    fn only(tag: usize) -> Self {
        Self(1 << tag)
    }

    /// Those of them that `next` may follow.
    fn leading_to(self, next: usize) -> Self {
        if tags::is_inside(next) { Self(self.0 & (0b11 << (next - 1))) } else { self }
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let tag = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (tag < TAGS).then_some(tag)
        })
    }
}

/// The tags that a word with these scores may have: those so much less likely than the likeliest by the word alone are left out.
#[must_use]
pub fn likely(word: &Row) -> u32 {
    /// In natural logarithms; what the tags around a word say is far less.
    const FAR: f32 = 11.0;
    let greatest = word.iter().copied().fold(NEVER, f32::max);
    word.iter().enumerate().filter(|(_, score)| greatest - FAR <= **score).fold(1 << OUTSIDE, |bits, (tag, _)| bits | 1 << tag)
}

impl Sums {
    /// How likely each tag of the word at `at` is.
    #[must_use]
    pub fn tag(&self, at: usize) -> Row {
        std::array::from_fn(|tag| self.forward[at][tag] * self.backward[at][tag])
    }

    /// How likely the words from `first` to `last` are one whole name of the type that begins with the tag `begin`.
    #[must_use]
    pub fn name(&self, chain: &Chain, first: usize, last: usize, begin: usize) -> f32 {
        let inside = begin + 1;
        let mut weight = self.forward[first][begin];
        let mut tag = begin;
        for at in first + 1..=last {
            weight *= chain.factors[tag][inside] * self.factors[at][inside] / self.scales[at];
            tag = inside;
        }
        let on = match self.backward.get(last + 1) {
            Some(next) => chain.factors[tag][inside] * self.factors[last + 1][inside] / self.scales[last + 1] * next[inside],
            None => 0.0,
        };
        (weight * (self.backward[last][tag] - on)).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Chain {
        Chain::new(std::array::from_fn(|tag| std::array::from_fn(|next| 0.1 * (tag % 3) as f32 - 0.05 * (next % 4) as f32)))
    }

    fn words() -> Vec<Row> {
        (0..3).map(|at| std::array::from_fn(|tag| libm::sinf((at * 7 + tag) as f32))).collect()
    }

    /// Every chain of three tags with its score.
    fn chains(chain: &Chain, words: &[Row]) -> Vec<([usize; 3], f32)> {
        let mut all = Vec::new();
        for first in 0..TAGS {
            for second in 0..TAGS {
                for third in 0..TAGS {
                    let tags = [first, second, third];
                    let steps = [(OUTSIDE, first), (first, second), (second, third), (third, OUTSIDE)];
                    if steps.iter().all(|(tag, next)| tags::may_follow(*tag, *next)) {
                        let score = steps.iter().map(|(tag, next)| chain.scores[*tag][*next]).sum::<f32>();
                        all.push((tags, score + (0..3).map(|at| words[at][tags[at]]).sum::<f32>()));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn the_best_chain_is_the_best_of_all() {
        let (chain, words) = (chain(), words());
        let all = chains(&chain, &words);
        let best = all.iter().max_by(|one, other| one.1.total_cmp(&other.1)).expect("there are chains");
        assert_eq!(chain.best(&words, |_| u32::MAX), best.0);
    }

    #[test]
    fn the_sums_are_those_over_all_chains() {
        let (chain, words) = (chain(), words());
        let all = chains(&chain, &words);
        let total: f32 = all.iter().map(|(_, score)| libm::expf(*score)).sum();
        let sums = chain.sums(&words, |_| u32::MAX);
        assert!((sums.log - libm::logf(total)).abs() < 1e-3);
        let share = |test: &dyn Fn(&[usize; 3]) -> bool| {
            all.iter().filter(|(tags, _)| test(tags)).map(|(_, score)| libm::expf(*score)).sum::<f32>() / total
        };
        assert!((sums.tag(1)[3] - share(&|tags| tags[1] == 3)).abs() < 1e-4);
        assert!((sums.name(&chain, 0, 1, 3) - share(&|tags| tags[0] == 3 && tags[1] == 4 && tags[2] != 4)).abs() < 1e-4);
        assert!((sums.name(&chain, 2, 2, 3) - share(&|tags| tags[2] == 3)).abs() < 1e-4);
    }
}
