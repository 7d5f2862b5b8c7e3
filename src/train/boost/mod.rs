//! Gradient-boosted trees over binned features: small, and the same bytes for the same rows and seed.

mod grow;
mod table;

use galley_engine::detect::forest;
pub(crate) use table::Table;

/// How a forest is grown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// Trees.
    pub(crate) trees: usize,
    /// Leaves of a tree.
    pub(crate) leaves: usize,
    /// Splits from the root to a leaf.
    pub(crate) depth: usize,
    /// How much of its answer a tree gives.
    pub(crate) rate: f32,
    /// The least weight (second derivative of the loss) of a leaf.
    pub(crate) least: f32,
    /// How strongly the leaves are drawn to zero.
    pub(crate) ridge: f32,
    /// Share of the rows that a tree sees: of those it may still learn from; of the others fewer.
    pub(crate) rows: f32,
    /// Share of the columns that a tree sees.
    pub(crate) columns: f32,
    /// What chance starts from.
    pub(crate) seed: u64,
}

/// A split or a leaf. Rows whose value is at most the threshold go left; the left branch is the next node.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Node {
    Split { column: usize, bin: u8, right: usize },
    Leaf(f32),
}

/// Trees whose leaves are added up to log odds.
#[derive(Clone, Debug)]
pub(crate) struct Forest {
    start: f32,
    trees: Vec<Vec<Node>>,
}

/// Grows a forest that tells the rows whose target is 1 from those whose target is 0.
pub(crate) fn fit(table: &Table, target: &[f32], weight: &[f32], rows: &[u32], settings: &Settings) -> Forest {
    let sum = |of: &dyn Fn(usize) -> f32| rows.iter().map(|&row| f64::from(of(row as usize))).sum::<f64>();
    let (yes, all) = (sum(&|row| weight[row] * target[row]), sum(&|row| weight[row]));
    let share = (yes / all.max(1e-9)).clamp(1e-4, 1.0 - 1e-4);
    let mut forest = Forest { start: libm::log(share / (1.0 - share)) as f32, trees: Vec::new() };
    let mut odds = vec![forest.start; table.rows()];
    let mut chance = Chance(settings.seed | 1);
    for _ in 0..settings.trees {
        let (mut seen, mut slopes) = (Vec::new(), Vec::new());
        for &row in rows {
            let at = row as usize;
            let p = 1.0 / (1.0 + libm::expf(-odds[at]));
            // A row that is right already is seen less often, and then counts for the others like it.
            let share = (3.0 * settings.rows * (p - target[at]).abs()).clamp(0.2 * settings.rows, 1.0);
            if chance.next() < share {
                let weight = weight[at] / share;
                seen.push(row);
                slopes.push([weight * (p - target[at]), weight * (p * (1.0 - p)).max(1e-6)]);
            }
        }
        let columns: Vec<usize> = (0..table.columns()).filter(|_| chance.next() < settings.columns).collect();
        let tree = grow::tree(table, seen, slopes, &columns, settings);
        for &row in rows {
            odds[row as usize] += leaf(&tree, table, row as usize);
        }
        forest.trees.push(tree);
    }
    forest
}

/// What `tree` says of `row`.
fn leaf(tree: &[Node], table: &Table, row: usize) -> f32 {
    let mut at = 0;
    loop {
        match tree[at] {
            Node::Leaf(value) => return value,
            Node::Split { column, bin, right } => at = if table.bin(column, row) <= bin { at + 1 } else { right },
        }
    }
}

impl Forest {
    /// As the engine reads it.
    pub(crate) fn write(&self, table: &Table, out: &mut Vec<u8>) {
        let trees = self.trees.iter().map(|tree| {
            tree.iter()
                .map(|node| match *node {
                    Node::Leaf(value) => forest::Part::Leaf(value),
                    Node::Split { column, bin, .. } => forest::Part::Split { column, threshold: table.edge(column, bin) },
                })
                .collect::<Vec<_>>()
        });
        forest::write(self.start, &trees.collect::<Vec<_>>(), out);
    }

    /// How often each column decides, by the rows' number it is asked about: a rough measure of what a feature is worth.
    pub(crate) fn uses(&self, columns: usize) -> Vec<usize> {
        let mut uses = vec![0; columns];
        for node in self.trees.iter().flatten() {
            if let Node::Split { column, .. } = node {
                uses[*column] += 1;
            }
        }
        uses
    }
}

/// Even chance from a seed (xorshift* 64).
#[derive(Debug)]
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// From 0 up to, not including, 1.
    pub(crate) fn next(&mut self) -> f32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40) as f32 / (1 << 24) as f32
    }

    /// A whole number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((self.next() * end as f32) as usize).min(end.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forest_learns_that_both_must_be_high() {
        let rows: Vec<[f32; 2]> = (0..400).map(|at| [(at % 20) as f32, (at / 20) as f32]).collect();
        let target: Vec<f32> = rows.iter().map(|row| f32::from(u8::from(row[0] > 9.0 && row[1] > 9.0))).collect();
        let mut table = table::Table::builder(2, rows.iter().map(|row| row.as_slice()));
        for row in &rows {
            table.push(row);
        }
        let settings = Settings { trees: 30, leaves: 4, depth: 4, rate: 0.3, least: 0.5, ridge: 1.0, rows: 1.0, columns: 1.0, seed: 7 };
        let all: Vec<u32> = (0..400).collect();
        let forest = fit(&table, &target, &vec![1.0; 400], &all, &settings);
        let mut bytes = Vec::new();
        forest.write(&table, &mut bytes);
        let read = galley_engine::detect::forest::Forest::read(&mut bytes.as_slice()).expect("its own bytes");
        for (row, target) in rows.iter().zip(target) {
            assert_eq!(read.odds(row) > 0.0, target > 0.5, "{row:?}");
        }
    }
}
