//! Blocks that belong together by their markup: those in one element, and those of one path and class words.

use super::page::Item;
use std::collections::BTreeMap;

/// Levels of elements around a block that are looked at, the innermost first.
pub const LEVELS: usize = 8;

/// Which elements and which kin each block has, as numbers from 0.
#[derive(Clone, Debug, Default)]
pub struct Kindred {
    /// For each block the elements around it, the innermost first.
    within: Vec<Vec<usize>>,
    /// For each block its kin: blocks with the same path and class words.
    kin: Vec<Option<usize>>,
    /// How many elements there are.
    elements: usize,
    /// How many kins there are.
    kins: usize,
}

/// Sums over the blocks of an element or a kin.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group {
    /// Blocks.
    pub blocks: f32,
    /// What is summed up, weighted.
    pub sum: f32,
    /// The weights.
    pub weight: f32,
}

impl Group {
    /// The weighted mean.
    #[must_use]
    pub fn mean(&self) -> f32 {
        self.sum / self.weight.max(1e-6)
    }

    fn add(&mut self, value: f32, weight: f32) {
        *self = Self { blocks: self.blocks + 1.0, sum: self.sum + value * weight, weight: self.weight + weight };
    }
}

impl Kindred {
    pub(super) fn new(items: &[Item<'_>]) -> Self {
        let (mut elements, mut kins) = (BTreeMap::new(), BTreeMap::new());
        let mut own = Self::default();
        for item in items {
            let Some(hint) = item.hint else {
                own.within.push(Vec::new());
                own.kin.push(None);
                continue;
            };
            let number = |element: &u32| {
                let next = elements.len();
                *elements.entry(*element).or_insert(next)
            };
            own.within.push(hint.within.iter().take(LEVELS).map(number).collect());
            let next = kins.len();
            own.kin.push(Some(*kins.entry((hint.path.as_str(), hint.words.as_str())).or_insert(next)));
        }
        Self { elements: elements.len(), kins: kins.len(), ..own }
    }

    /// The elements around block `at`, the innermost first.
    #[must_use]
    pub fn within(&self, at: usize) -> &[usize] {
        &self.within[at]
    }

    /// The kin of block `at`.
    #[must_use]
    pub fn kin(&self, at: usize) -> Option<usize> {
        self.kin[at]
    }

    /// Sums by element; `value` gives value and weight of a block.
    pub(super) fn by_element(&self, value: impl Fn(usize) -> (f32, f32)) -> Vec<Group> {
        let mut groups = vec![Group::default(); self.elements];
        for (at, within) in self.within.iter().enumerate() {
            let (value, weight) = value(at);
            for &element in within {
                groups[element].add(value, weight);
            }
        }
        groups
    }

    /// Sums by kin; `value` gives value and weight of a block.
    pub(super) fn by_kin(&self, value: impl Fn(usize) -> (f32, f32)) -> Vec<Group> {
        let mut groups = vec![Group::default(); self.kins];
        for (at, kin) in self.kin.iter().enumerate() {
            let (value, weight) = value(at);
            if let Some(kin) = kin {
                groups[*kin].add(value, weight);
            }
        }
        groups
    }
}
