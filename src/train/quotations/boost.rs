//! Gradient boosting of trees of fixed depth over whole numbers: same rows, same trees.

use galley_engine::detect::quotation::learnt::forest::Forest;
use rayon::prelude::*;

/// Rows of equal width with what they should answer.
#[derive(Default)]
pub(crate) struct Rows {
    /// How many values a row has.
    pub(crate) width: usize,
    /// All values, row after row.
    pub(crate) values: Vec<i16>,
    /// Per row, the probability that is right, 0 to 1.
    pub(crate) targets: Vec<f32>,
}

/// How trees are grown.
#[derive(Clone, Copy)]
pub(crate) struct Growth {
    /// How many trees.
    pub(crate) trees: usize,
    /// How many questions each asks.
    pub(crate) depth: u8,
    /// How much of each tree's answer counts.
    pub(crate) rate: f64,
    /// How much evidence holds answers near nothing.
    pub(crate) ridge: f64,
}

/// The most steps of one value.
const BINS: usize = 64;
/// The least evidence on each side of a split.
const LEAST: f64 = 6.0;

/// The columns of the rows as steps, and the value that each step goes up to.
struct Binned {
    columns: Vec<Vec<u8>>,
    edges: Vec<Vec<i16>>,
}

/// Grows a forest on `rows`; its words are left to the caller.
pub(crate) fn grow(rows: &Rows, growth: Growth) -> Forest {
    let binned = bin(rows);
    let count = rows.targets.len().max(1);
    let mean = rows.targets.iter().map(|&one| f64::from(one)).sum::<f64>() / count as f64;
    let mean = mean.clamp(0.001, 0.999);
    let bias = libm::log(mean / (1.0 - mean));
    let mut forest = Forest { bias: thousandths(bias), depth: growth.depth, ..Forest::default() };
    let mut scores = vec![bias; rows.targets.len()];
    for _ in 0..growth.trees {
        let slopes: Vec<(f64, f64)> = scores.iter().zip(&rows.targets).map(|(&score, &target)| slope(score, target)).collect();
        let places = add_tree(&binned, &slopes, growth, &mut forest);
        let leaves = &forest.leaves[forest.leaves.len() - (1 << growth.depth)..];
        for (score, place) in scores.iter_mut().zip(places) {
            *score += f64::from(leaves[place]) / 1000.0;
        }
    }
    forest
}

fn thousandths(score: f64) -> i32 {
    (score * 1000.0).round() as i32
}

/// First and second derivative of the loss.
fn slope(score: f64, target: f32) -> (f64, f64) {
    let likely = 1.0 / (1.0 + libm::exp(-score));
    (likely - f64::from(target), (likely * (1.0 - likely)).max(1e-6))
}

fn bin(rows: &Rows) -> Binned {
    let columns: Vec<(Vec<u8>, Vec<i16>)> = (0..rows.width)
        .into_par_iter()
        .map(|column| {
            let values: Vec<i16> = rows.values.iter().skip(column).step_by(rows.width).copied().collect();
            let edges = edges(&values);
            (values.iter().map(|value| edges.partition_point(|edge| edge < value) as u8).collect(), edges)
        })
        .collect();
    let (columns, edges) = columns.into_iter().unzip();
    Binned { columns, edges }
}

/// The values between which splits may lie: every value there is, or those at equal shares of the rows.
fn edges(values: &[i16]) -> Vec<i16> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let mut distinct = sorted.clone();
    distinct.dedup();
    if distinct.len() <= BINS {
        return distinct;
    }
    let mut edges: Vec<i16> = (1..=BINS).map(|share| sorted[share * sorted.len() / BINS - 1]).collect();
    edges.dedup();
    edges
}

/// Adds one tree to `forest`; says in which leaf each row ends.
fn add_tree(binned: &Binned, slopes: &[(f64, f64)], growth: Growth, forest: &mut Forest) -> Vec<usize> {
    let inner = (1 << growth.depth) - 1;
    let mut splits = vec![(0_u8, i16::MAX); inner];
    let mut places = vec![0_usize; slopes.len()];
    for level in 0..growth.depth {
        let first = (1_usize << level) - 1;
        let best = best_splits(binned, slopes, &places, first, 1 << level, growth.ridge);
        for (node, split) in best.iter().enumerate() {
            if let Some((_, column, bin)) = split {
                splits[first + node] = (*column as u8, binned.edges[*column][*bin]);
            }
        }
        for (row, place) in places.iter_mut().enumerate() {
            let right = best[*place - first].is_some_and(|(_, column, bin)| usize::from(binned.columns[column][row]) > bin);
            *place = 2 * *place + 1 + usize::from(right);
        }
    }
    let mut sums = vec![(0.0, 0.0); inner + 1];
    for (place, slope) in places.iter_mut().zip(slopes) {
        *place -= inner;
        sums[*place].0 += slope.0;
        sums[*place].1 += slope.1;
    }
    forest.splits.extend(splits);
    forest.leaves.extend(sums.iter().map(|(first, second)| {
        let leaf = -growth.rate * first / (second + growth.ridge);
        thousandths(leaf).clamp(-32000, 32000) as i16
    }));
    places
}

/// Per node of a level, the best split: what it gains, its column and its step.
fn best_splits(
    binned: &Binned,
    slopes: &[(f64, f64)],
    places: &[usize],
    first: usize,
    nodes: usize,
    ridge: f64,
) -> Vec<Option<(f64, usize, usize)>> {
    let columns: Vec<usize> = (0..binned.columns.len()).collect();
    let found: Vec<Vec<Option<(f64, usize)>>> =
        columns.par_iter().map(|&column| splits_of(binned, slopes, places, first, nodes, column, ridge)).collect();
    (0..nodes)
        .map(|node| {
            let mut best: Option<(f64, usize, usize)> = None;
            for (column, splits) in found.iter().enumerate() {
                if let Some((gain, bin)) = splits[node]
                    && best.is_none_or(|best| gain > best.0)
                {
                    best = Some((gain, column, bin));
                }
            }
            best
        })
        .collect()
}

fn splits_of(
    binned: &Binned,
    slopes: &[(f64, f64)],
    places: &[usize],
    first: usize,
    nodes: usize,
    column: usize,
    ridge: f64,
) -> Vec<Option<(f64, usize)>> {
    let width = binned.edges[column].len();
    let mut sums = vec![(0.0_f64, 0.0_f64); nodes * width];
    for ((&bin, &place), slope) in binned.columns[column].iter().zip(places).zip(slopes) {
        let cell = &mut sums[(place - first) * width + usize::from(bin).min(width - 1)];
        cell.0 += slope.0;
        cell.1 += slope.1;
    }
    sums.chunks(width).map(|bins| best_step(bins, ridge)).collect()
}

fn best_step(bins: &[(f64, f64)], ridge: f64) -> Option<(f64, usize)> {
    let all = bins.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let worth = |sum: (f64, f64)| sum.0 * sum.0 / (sum.1 + ridge);
    let mut left = (0.0, 0.0);
    let mut best = None;
    for (step, one) in bins.iter().enumerate().take(bins.len().saturating_sub(1)) {
        left = (left.0 + one.0, left.1 + one.1);
        let right = (all.0 - left.0, all.1 - left.1);
        let gain = worth(left) + worth(right) - worth(all);
        if left.1 >= LEAST && right.1 >= LEAST && gain > 1e-6 && best.is_none_or(|(most, _)| gain > most) {
            best = Some((gain, step));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_learnt() {
        let mut rows = Rows { width: 2, ..Rows::default() };
        for at in 0..2000_i16 {
            rows.values.extend([at % 7, at % 5]);
            rows.targets.push(f32::from(u8::from(at % 7 > 3 && at % 5 < 2)));
        }
        let growth = Growth { trees: 20, depth: 2, rate: 0.3, ridge: 1.0 };
        let forest = grow(&rows, growth);
        assert!(forest.probability(&[5, 1]) > 0.9);
        assert!(forest.probability(&[5, 3]) < 0.1);
        assert!(forest.probability(&[1, 1]) < 0.1);
        assert_eq!(forest.to_bytes(), grow(&rows, growth).to_bytes());
    }
}
