//! Learns the weights: a linear-chain conditional random field by AdaGrad, over whatever tags the sources leave possible.

#![expect(clippy::needless_range_loop, reason = "a tag is the number of a place in several tables at once")]

use super::gold::Example;
use super::table::Table;
use galley_engine::detect::entity::model::lattice::{Chain, Row, Sums};
use galley_engine::detect::entity::model::tags::{self, OUTSIDE, TAGS};

/// The settings of a training.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often all examples are gone through.
    pub(crate) epochs: usize,
    /// The size of a step.
    pub(crate) rate: f32,
    /// How much an unneeded weight shrinks at each example.
    pub(crate) shrink: f32,
    /// The share of features left out at each sight of a word.
    pub(crate) drop: f32,
    /// The share of words whose letters are left out at each sight.
    pub(crate) drop_word: f32,
}

/// A weight row's length in memory.
const STRIDE: usize = 24;

/// What was learnt.
#[derive(Debug)]
pub(crate) struct Weights {
    rows: Vec<f32>,
    squares: Vec<f32>,
    /// For each row the step at which it was last shrunk.
    last: Vec<u32>,
    chain: [Row; TAGS],
    chain_squares: [Row; TAGS],
}

/// Numbers that look random and are the same each time (splitmix64).
#[derive(Clone, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True in the share `share` of all cases.
    pub(crate) fn chance(&mut self, share: f32) -> bool {
        (self.next() >> 40) as f32 / 16_777_216.0 < share
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            let other = usize::try_from(self.next() % (at as u64 + 1)).unwrap_or(0);
            all.swap(at, other);
        }
    }
}

/// The places of the word's own letters among its features: the word, its beginnings and endings.
const LETTERS: std::ops::Range<usize> = 2..11;

/// Learns from `examples`, whose features `table` numbers.
pub(crate) fn learn(examples: &[&Example], table: &Table, settings: Settings) -> Weights {
    let mut weights = Weights {
        rows: vec![0.0; STRIDE * table.len()],
        squares: vec![0.0; STRIDE * table.len()],
        last: vec![0; table.len()],
        chain: [[0.0; TAGS]; TAGS],
        chain_squares: [[1.0; TAGS]; TAGS],
    };
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    for (number, example) in examples.iter().enumerate() {
        let segments = example.prepared.places().enumerate().filter(|(segment, _)| example.learnt[*segment]);
        all.extend(
            segments
                .filter(|(_, places)| !is_unknown(&example.allowed[places.clone()]))
                .map(|(_, places)| (number, places.start, places.end)),
        );
    }
    let mut random = Random(20_250_210);
    let mut step = 0;
    let mut chain = Chain::new(weights.chain);
    let mut turn = [[0.0; TAGS]; TAGS];
    let mut total = vec![0.0; STRIDE * table.len()];
    let mut turns = [[0.0; TAGS]; TAGS];
    let averaged = settings.epochs.div_ceil(2);
    for epoch in 0..settings.epochs {
        random.shuffle(&mut all);
        for (number, start, end) in &all {
            step += 1;
            weights.see(examples[*number], *start..*end, table, settings, step, &chain, &mut turn, &mut random);
            if step % 32 == 0 {
                weights.turn(&mut turn, settings.rate);
                chain = Chain::new(weights.chain);
            }
        }
        // What the later rounds have in common generalises better than the last one.
        if settings.epochs <= epoch + averaged {
            (0..table.len()).for_each(|row| weights.shrink(row, step, settings));
            total.iter_mut().zip(&weights.rows).for_each(|(sum, weight)| *sum += weight / averaged as f32);
            turns.as_flattened_mut().iter_mut().zip(weights.chain.as_flattened()).for_each(|(sum, turn)| *sum += turn / averaged as f32);
        }
    }
    Weights { rows: total, chain: turns, ..weights }
}

/// Whether nothing is known of the words.
fn is_unknown(allowed: &[u32]) -> bool {
    allowed.iter().all(|mask| mask.count_ones() == u32::try_from(TAGS).unwrap_or(0))
}

impl Weights {
    /// Learns from one stretch of words.
    #[expect(clippy::too_many_arguments, reason = "the state of one long loop")]
    fn see(
        &mut self,
        example: &Example,
        places: std::ops::Range<usize>,
        table: &Table,
        settings: Settings,
        step: u32,
        chain: &Chain,
        turn: &mut [Row; TAGS],
        random: &mut Random,
    ) {
        let mut kept: Vec<Vec<usize>> = Vec::with_capacity(places.len());
        let mut rows: Vec<Row> = Vec::with_capacity(places.len());
        let scale = 1.0 / (1.0 - settings.drop);
        for place in places.clone() {
            let wordless = random.chance(settings.drop_word);
            let features = example.prepared.features(place).iter().enumerate();
            let features: Vec<usize> = features
                .filter(|(at, _)| !(wordless && LETTERS.contains(at) || random.chance(settings.drop)))
                .filter_map(|(_, hash)| table.find(*hash))
                .collect();
            let mut row = [0.0; TAGS];
            for feature in &features {
                self.shrink(*feature, step, settings);
                let weights = &self.rows[STRIDE * feature..STRIDE * feature + TAGS];
                row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
            row.iter_mut().for_each(|sum| *sum *= scale);
            rows.push(row);
            kept.push(features);
        }
        let allowed = &example.allowed[places.clone()];
        let (free, bound) = (chain.sums(&rows, |_| u32::MAX), chain.sums(&rows, |at| allowed[at]));
        for (at, features) in kept.iter().enumerate() {
            let (free, bound) = (free.tag(at), bound.tag(at));
            let slope: Row = std::array::from_fn(|tag| (free[tag] - bound[tag]) * scale);
            if slope.iter().all(|one| one.abs() < 1e-4) {
                continue;
            }
            for feature in features {
                self.step(*feature, &slope, settings.rate);
            }
        }
        add_turns(&free, chain, turn, 1.0);
        add_turns(&bound, chain, turn, -1.0);
    }

    fn step(&mut self, feature: usize, slope: &Row, rate: f32) {
        let range = STRIDE * feature..STRIDE * feature + TAGS;
        let (rows, squares) = (&mut self.rows[range.clone()], &mut self.squares[range]);
        for tag in 0..TAGS {
            squares[tag] += slope[tag] * slope[tag];
            rows[tag] -= rate * slope[tag] / (squares[tag] + 0.1).sqrt();
        }
    }

    /// Shrinks the weights of `feature` for the steps since it was last seen.
    fn shrink(&mut self, feature: usize, step: u32, settings: Settings) {
        let steps = (step - self.last[feature]) as f32;
        self.last[feature] = step;
        let range = STRIDE * feature..STRIDE * feature + TAGS;
        for (weight, square) in self.rows[range.clone()].iter_mut().zip(&self.squares[range]) {
            let by = settings.rate * settings.shrink * steps / (square + 0.1).sqrt();
            *weight = weight.signum() * (weight.abs() - by).max(0.0);
        }
    }

    fn turn(&mut self, turn: &mut [Row; TAGS], rate: f32) {
        for tag in 0..TAGS {
            for next in 0..TAGS {
                let slope = turn[tag][next] / 8.0;
                self.chain_squares[tag][next] += slope * slope;
                self.chain[tag][next] -= rate * slope / self.chain_squares[tag][next].sqrt();
                turn[tag][next] = 0.0;
            }
        }
    }

    /// How tags follow one another.
    pub(crate) fn chain(&self) -> [Row; TAGS] {
        self.chain
    }

    /// The weights of the feature number `feature`.
    pub(crate) fn row(&self, feature: usize) -> &[f32] {
        &self.rows[STRIDE * feature..STRIDE * feature + TAGS]
    }
}

/// Adds how often each tag is expected to follow each other one.
fn add_turns(sums: &Sums, chain: &Chain, turn: &mut [Row; TAGS], sign: f32) {
    let mut start = [0.0; TAGS];
    start[OUTSIDE] = 1.0;
    let mut before = &start;
    for at in 0..sums.forward.len() {
        let ahead: Row = std::array::from_fn(|tag| sign * sums.backward[at][tag] * sums.factors[at][tag] / sums.scales[at]);
        for tag in 0..TAGS {
            if before[tag] != 0.0 {
                for next in 0..TAGS {
                    turn[tag][next] += before[tag] * chain.factors[tag][next] * ahead[next];
                }
            }
        }
        before = &sums.forward[at];
    }
    if let Some(last) = sums.forward.len().checked_sub(1) {
        let row = sums.tag(last);
        for tag in 0..TAGS {
            turn[tag][OUTSIDE] += sign * row[tag];
        }
    }
    debug_assert!(tags::may_follow(OUTSIDE, OUTSIDE));
}
