//! How often names of each likelihood are right: isotonic regression, as values at equal steps.

use super::gold::{self, Example};
use galley_engine::detect::entity::model::file::Model;
use rayon::prelude::*;

/// So many values from 0 to 1.
const POINTS: usize = 21;

/// The names that `examples`' models find with likelihood, and whether each is right. Names of types that not all sources annotate are left out.
pub(crate) fn judged(examples: &[(&Example, &Model<'_>)]) -> Vec<(f32, bool)> {
    let of = |(example, model): &(&Example, &Model<'_>)| {
        let found = gold::found(model, example).into_iter();
        let judge = |(span, kind, likelihood)| gold::figure(kind).map(|figure| (likelihood, example.names.contains(&(span, figure))));
        found.filter_map(judge).collect::<Vec<_>>()
    };
    examples.par_iter().flat_map_iter(of).collect()
}

/// The share of right names for each of [`POINTS`] likelihoods.
pub(crate) fn curve(mut judged: Vec<(f32, bool)>) -> Vec<f32> {
    judged.sort_by(|one, other| one.0.total_cmp(&other.0));
    // Neighbours that are out of order become one pool, until all are in order.
    let mut pools: Vec<(f32, f32, f32)> = Vec::new();
    for (likelihood, right) in judged {
        pools.push((likelihood, f32::from(u8::from(right)), 1.0));
        while let [.., (_, before, held), (_, last, more)] = pools[..]
            && last / more <= before / held
        {
            pools.pop();
            if let Some(pool) = pools.last_mut() {
                *pool = (pool.0, before + last, held + more);
            }
        }
    }
    let share = |likelihood: f32| {
        let at = pools.partition_point(|pool| pool.0 <= likelihood).saturating_sub(1);
        // A little doubt everywhere: few cases are no certainty.
        pools.get(at).map_or(likelihood, |(_, right, count)| (right + 0.5) / (count + 1.0))
    };
    (0..POINTS).map(|point| share(point as f32 / (POINTS - 1) as f32)).collect()
}

/// The expected calibration error of `judged` likelihoods, which `model` calibrates, over ten bins.
pub(crate) fn error(model: &Model<'_>, judged: &[(f32, bool)]) -> f32 {
    let mut bins = [(0.0f32, 0.0f32, 0.0f32); 10];
    for (likelihood, right) in judged {
        let sure = model.calibrated(*likelihood);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one of ten")]
        let bin = &mut bins[((sure * 10.0) as usize).min(9)];
        *bin = (bin.0 + sure, bin.1 + f32::from(u8::from(*right)), bin.2 + 1.0);
    }
    bins.iter().map(|(sure, right, _)| (sure - right).abs()).sum::<f32>() / judged.len().max(1) as f32
}
