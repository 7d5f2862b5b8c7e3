//! Learns the second pass: from documents that the first pass was not trained on, so that it learns how far to trust it.

use super::gold::Example;
use super::learn::Random;
use galley_engine::detect::entity::model::decode;
use galley_engine::detect::entity::model::file::{Model, SECOND};
use galley_engine::detect::entity::model::lattice::Row;
use galley_engine::detect::entity::model::second::Pools;
use galley_engine::detect::entity::model::tags::TAGS;
use rayon::prelude::*;

/// A document as the second pass sees it.
struct Seen<'e> {
    example: &'e Example,
    model: &'e Model<'e>,
    rows: Vec<Row>,
    /// For each unit its features and their values.
    features: Vec<Vec<(usize, f32)>>,
}

/// The weights of the second pass, learnt from documents each with a model that has not seen it.
pub(crate) fn learn(examples: &[(&Example, &Model<'_>)], epochs: usize, rate: f32) -> Vec<Row> {
    let seen: Vec<Seen<'_>> = examples.par_iter().map(|(example, model)| see(example, model)).collect();
    let mut all: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    for (number, one) in seen.iter().enumerate() {
        let told = |places: &std::ops::Range<usize>| places.clone().any(|place| !one.features[place].is_empty());
        all.extend(one.example.prepared.places().filter(told).map(|places| (number, places)));
    }
    let mut weights = vec![[0.0; TAGS]; SECOND];
    let mut squares = vec![[1.0; TAGS]; SECOND];
    let mut random = Random(20_250_211);
    for _ in 0..epochs {
        random.shuffle(&mut all);
        for (number, places) in &all {
            step(&seen[*number], places.clone(), rate, &mut weights, &mut squares);
        }
    }
    weights
}

fn see<'e>(example: &'e Example, model: &'e Model<'e>) -> Seen<'e> {
    let decode::First { rows, tags } = decode::first(model, &example.prepared);
    let pools = Pools::new(&example.prepared, &tags);
    let features = tags.iter().enumerate().map(|(place, row)| {
        let mut features = Vec::new();
        pools.features(place, row, |feature, value| features.push((feature, value)));
        features
    });
    Seen { example, model, features: features.collect(), rows }
}

fn step(seen: &Seen<'_>, places: std::ops::Range<usize>, rate: f32, weights: &mut [Row], squares: &mut [Row]) {
    let mut rows = seen.rows[places.clone()].to_vec();
    for (row, features) in rows.iter_mut().zip(&seen.features[places.clone()]) {
        for (feature, value) in features {
            row.iter_mut().zip(&weights[*feature]).for_each(|(sum, weight)| *sum += value * weight);
        }
    }
    let allowed = &seen.example.allowed[places.clone()];
    let chain = &seen.model.chain;
    let (free, bound) = (chain.sums(&rows, |_| u32::MAX), chain.sums(&rows, |at| allowed[at]));
    for at in 0..rows.len() {
        let (free, bound) = (free.tag(at), bound.tag(at));
        for (feature, value) in &seen.features[places.start + at] {
            for tag in 0..TAGS {
                let slope = (free[tag] - bound[tag]) * value;
                squares[*feature][tag] += slope * slope;
                weights[*feature][tag] -= rate * slope / squares[*feature][tag].sqrt();
            }
        }
    }
}
