//! Boosted trees as the engine reads them: numbers in, log odds out.
//!
//! A forest in a file: the log odds it starts from and the worth of one step of a leaf (`f32` each), the number of nodes (`u32`), then four bytes
//! a node, all little-endian: the column (`u16`, all ones for a leaf) and a threshold (the upper half of an `f32`) or a leaf's value (`i16` steps).
//! A split comes before its left branch, and that before its right one.

/// What marks a leaf.
const LEAF: u16 = u16::MAX;

/// A node of a tree that is to be written, each split before its left branch and that before its right one.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Rows whose value in `column` is at most `threshold` go left.
    Split {
        /// The column.
        column: usize,
        /// A number that [`short`] leaves as it is.
        threshold: f32,
    },
    /// What the tree adds to the log odds.
    Leaf(f32),
}

/// Trees whose leaves are added up to log odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Forest {
    start: f32,
    nodes: Vec<Node>,
    /// The first node of each tree.
    roots: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Node {
    column: u16,
    /// How far on the right branch starts; 0 for a leaf.
    right: u16,
    /// The threshold, or a leaf's value.
    value: f32,
}

/// `value` with what does not fit into the file left out.
#[must_use]
pub fn short(value: f32) -> f32 {
    f32::from_bits(value.to_bits() & 0xffff_0000)
}

/// The next `N` bytes of `bytes`.
pub(crate) fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*first)
}

/// Writes a forest that starts from `start` log odds.
pub fn write(start: f32, trees: &[Vec<Part>], out: &mut Vec<u8>) {
    let parts = || trees.iter().flatten();
    let largest = parts().fold(1e-6, |largest: f32, part| if let Part::Leaf(value) = part { largest.max(value.abs()) } else { largest });
    let step = largest / f32::from(i16::MAX);
    out.extend(start.to_le_bytes());
    out.extend(step.to_le_bytes());
    out.extend(u32::try_from(parts().count()).unwrap_or(0).to_le_bytes());
    for part in parts() {
        match *part {
            Part::Split { column, threshold } => {
                out.extend(u16::try_from(column).unwrap_or(0).to_le_bytes());
                out.extend(((threshold.to_bits() >> 16) as u16).to_le_bytes());
            }
            Part::Leaf(value) => {
                out.extend(LEAF.to_le_bytes());
                out.extend(((value / step).round() as i16).to_le_bytes());
            }
        }
    }
}

impl Forest {
    /// The forest at the start of `bytes`, which is taken off them; `None` when it is not whole.
    #[must_use]
    pub fn read(bytes: &mut &[u8]) -> Option<Self> {
        let start = f32::from_le_bytes(take(bytes)?);
        let step = f32::from_le_bytes(take(bytes)?);
        let count = u32::from_le_bytes(take(bytes)?) as usize;
        let mut forest = Self { start, nodes: Vec::new(), roots: Vec::new() };
        // Splits whose left branch is being read, and branches of the tree still to come.
        let (mut open, mut missing): (Vec<usize>, usize) = (Vec::new(), 0);
        for at in 0..count {
            let [low, high, a, b] = take(bytes)?;
            let (column, payload) = (u16::from_le_bytes([low, high]), u16::from_le_bytes([a, b]));
            if missing == 0 {
                forest.roots.push(u32::try_from(at).ok()?);
                missing = 1;
            }
            if column == LEAF {
                missing -= 1;
                forest.nodes.push(Node { column, right: 0, value: f32::from(payload.cast_signed()) * step });
                let Some(split) = open.pop() else { continue };
                forest.nodes[split].right = u16::try_from(at + 1 - split).ok()?;
            } else {
                forest.nodes.push(Node { column, right: 0, value: f32::from_bits(u32::from(payload) << 16) });
                missing += 1;
                open.push(at);
            }
        }
        (missing == 0).then_some(forest)
    }

    /// The log odds of a row of features.
    #[must_use]
    pub fn odds(&self, row: &[f32]) -> f32 {
        self.roots.iter().fold(self.start, |sum, root| sum + self.leaf(*root as usize, row))
    }

    fn leaf(&self, mut at: usize, row: &[f32]) -> f32 {
        loop {
            let Some(node) = self.nodes.get(at) else { return 0.0 };
            if node.right == 0 {
                return node.value;
            }
            let value = row.get(usize::from(node.column)).copied().unwrap_or(0.0);
            at += if value <= node.value { 1 } else { usize::from(node.right) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_was_written() {
        let tree = vec![
            Part::Split { column: 1, threshold: 2.5 },
            Part::Split { column: 0, threshold: 0.5 },
            Part::Leaf(-1.0),
            Part::Leaf(0.5),
            Part::Leaf(1.0),
        ];
        let mut bytes = Vec::new();
        write(0.25, &[tree.clone(), vec![Part::Leaf(0.5)], tree], &mut bytes);
        let forest = Forest::read(&mut bytes.as_slice()).expect("a whole forest");
        let check = |row: [f32; 2], expected: f32| assert!((forest.odds(&row) - expected).abs() < 1e-3, "{row:?}");
        check([0.0, 2.0], -1.25);
        check([1.0, 2.0], 1.75);
        check([0.0, 3.0], 2.75);
        for end in 0..bytes.len() {
            assert!(Forest::read(&mut &bytes[..end]).is_none(), "{end}");
        }
    }
}
