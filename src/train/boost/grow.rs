//! Grows one tree, the most useful split first.

use super::{Node, Settings, Table};

/// For each bin of each column in use: sums of first and second derivatives.
type Sums = Vec<Vec<[f32; 2]>>;

/// A leaf that may still be split.
struct Leaf {
    /// Its rows, as places in the sample.
    rows: Vec<u32>,
    sums: Sums,
    total: [f32; 2],
    depth: usize,
    /// Its node.
    node: usize,
    best: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f32,
    /// The place of the column among the columns in use.
    column: usize,
    bin: u8,
}

/// What a tree is grown from.
struct Ground<'a> {
    table: &'a Table,
    seen: Vec<u32>,
    slopes: Vec<[f32; 2]>,
    columns: &'a [usize],
    settings: &'a Settings,
}

/// A node while the tree grows, with both branches.
enum Branch {
    Split { column: usize, bin: u8, left: usize, right: usize },
    Leaf(f32),
}

/// A tree over the rows `seen`, whose derivatives are `slopes`.
pub(super) fn tree(table: &Table, seen: Vec<u32>, slopes: Vec<[f32; 2]>, columns: &[usize], settings: &Settings) -> Vec<Node> {
    let ground = Ground { table, seen, slopes, columns, settings };
    let mut nodes = vec![Branch::Leaf(0.0)];
    let all: Vec<u32> = (0..ground.seen.len() as u32).collect();
    let sums = ground.sums(&all);
    let mut leaves = vec![ground.leaf(all, sums, 0, 0)];
    while leaves.len() < settings.leaves {
        let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |best| best.gain);
        let Some(at) = (0..leaves.len()).max_by(|a, b| gain(&leaves[*a]).total_cmp(&gain(&leaves[*b])).then(b.cmp(a))) else { break };
        let Some(best) = leaves[at].best else { break };
        let leaf = leaves.swap_remove(at);
        let (left, right) = (nodes.len(), nodes.len() + 1);
        nodes.extend([Branch::Leaf(0.0), Branch::Leaf(0.0)]);
        nodes[leaf.node] = Branch::Split { column: columns[best.column], bin: best.bin, left, right };
        leaves.extend(ground.split(leaf, best, left, right));
    }
    for leaf in &leaves {
        nodes[leaf.node] = Branch::Leaf(-settings.rate * leaf.total[0] / (leaf.total[1] + settings.ridge));
    }
    let mut ordered = Vec::with_capacity(nodes.len());
    order(&nodes, 0, &mut ordered);
    ordered
}

/// Writes the nodes so that each left branch follows its split.
fn order(nodes: &[Branch], at: usize, out: &mut Vec<Node>) {
    match nodes[at] {
        Branch::Leaf(value) => out.push(Node::Leaf(value)),
        Branch::Split { column, bin, left, right } => {
            let place = out.len();
            out.push(Node::Split { column, bin, right: 0 });
            order(nodes, left, out);
            out[place] = Node::Split { column, bin, right: out.len() };
            order(nodes, right, out);
        }
    }
}

impl Ground<'_> {
    fn leaf(&self, rows: Vec<u32>, sums: Sums, depth: usize, node: usize) -> Leaf {
        let total = rows.iter().fold([0.0; 2], |sum, &row| add(sum, self.slopes[row as usize]));
        let best = if depth < self.settings.depth { self.best(&sums, total) } else { None };
        Leaf { rows, sums, total, depth, node, best }
    }

    fn sums(&self, rows: &[u32]) -> Sums {
        let places: Vec<(u32, [f32; 2])> = rows.iter().map(|&row| (self.seen[row as usize], self.slopes[row as usize])).collect();
        self.columns.iter().map(|&column| self.column_sums(column, &places)).collect()
    }

    fn column_sums(&self, column: usize, places: &[(u32, [f32; 2])]) -> Vec<[f32; 2]> {
        let mut sums = vec![[0.0; 2]; self.table.bins(column)];
        let bins = self.table.column(column);
        for &(row, slope) in places {
            let sum = &mut sums[usize::from(bins[row as usize])];
            *sum = add(*sum, slope);
        }
        sums
    }

    fn best(&self, sums: &Sums, total: [f32; 2]) -> Option<Split> {
        let all = self.worth(total);
        let mut best: Option<Split> = None;
        for (column, bins) in sums.iter().enumerate() {
            let mut left = [0.0; 2];
            for (bin, sum) in bins.iter().enumerate().take(bins.len() - 1) {
                left = add(left, *sum);
                let right = [total[0] - left[0], total[1] - left[1]];
                if left[1] < self.settings.least || right[1] < self.settings.least {
                    continue;
                }
                let gain = self.worth(left) + self.worth(right) - all;
                if 1e-4 < gain && best.is_none_or(|best| best.gain < gain) {
                    best = Some(Split { gain, column, bin: bin as u8 });
                }
            }
        }
        best
    }

    fn worth(&self, [slope, weight]: [f32; 2]) -> f32 {
        slope * slope / (weight + self.settings.ridge)
    }

    /// Both halves of a leaf; only the smaller one's sums are counted anew.
    fn split(&self, leaf: Leaf, split: Split, left: usize, right: usize) -> [Leaf; 2] {
        let bins = self.table.column(self.columns[split.column]);
        let (low, high): (Vec<u32>, Vec<u32>) = leaf.rows.iter().partition(|&&row| bins[self.seen[row as usize] as usize] <= split.bin);
        let smaller = self.sums(if low.len() < high.len() { &low } else { &high });
        let larger: Sums = leaf.sums.iter().zip(&smaller).map(|(all, part)| less(all, part)).collect();
        let (low_sums, high_sums) = if low.len() < high.len() { (smaller, larger) } else { (larger, smaller) };
        let depth = leaf.depth + 1;
        [self.leaf(low, low_sums, depth, left), self.leaf(high, high_sums, depth, right)]
    }
}

fn add(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [a[0] + b[0], a[1] + b[1]]
}

fn less(all: &[[f32; 2]], part: &[[f32; 2]]) -> Vec<[f32; 2]> {
    all.iter().zip(part).map(|(all, part)| [all[0] - part[0], all[1] - part[1]]).collect()
}
