//! What the first pass found of the same words elsewhere in the document, as features of the second.

#![expect(clippy::needless_range_loop, reason = "a tag is the number of a place in several tables at once")]

use super::lattice::Row;
use super::prepare::{Prepared, pair};
use super::tags::TAGS;
use std::collections::BTreeMap;

/// What the first pass found of all occurrences of a word.
#[derive(Clone, Debug)]
struct Pool {
    count: f32,
    sum: Row,
    /// The greatest value for each tag, and the next.
    most: Row,
    next: Row,
}

impl Pool {
    fn add(&mut self, row: &Row) {
        self.count += 1.0;
        for tag in 0..TAGS {
            self.sum[tag] += row[tag];
            if self.most[tag] < row[tag] {
                self.next[tag] = self.most[tag];
                self.most[tag] = row[tag];
            } else if self.next[tag] < row[tag] {
                self.next[tag] = row[tag];
            }
        }
    }

    /// The average of all occurrences but the one with `row`, held down where there are few.
    fn average(&self, row: &Row, tag: usize) -> f32 {
        (self.sum[tag] - row[tag]).max(0.0) / (self.count - 0.5)
    }

    fn greatest(&self, row: &Row, tag: usize) -> f32 {
        if row[tag] < self.most[tag] { self.most[tag] } else { self.next[tag] }
    }
}

/// The words of the document with what the first pass found of them.
#[derive(Clone, Debug)]
pub struct Pools {
    pools: [BTreeMap<u64, Pool>; 3],
    keys: [Vec<u64>; 3],
}

impl Pools {
    /// Pools the likelihoods `tags` of the units in the segments of `prepared`.
    #[must_use]
    pub fn new(prepared: &Prepared, tags: &[Row]) -> Self {
        let before = |place: usize| place.checked_sub(1).map_or(0, |before| prepared.keys[before]);
        let after = |place: usize| prepared.keys.get(place + 1).copied().unwrap_or(0);
        let all = |key: &dyn Fn(usize) -> u64| (0..prepared.keys.len()).map(key).collect();
        let keys: [Vec<u64>; 3] = [
            prepared.keys.clone(),
            all(&|place| pair(before(place), prepared.keys[place])),
            all(&|place| pair(prepared.keys[place], after(place))),
        ];
        let pools = std::array::from_fn(|kind: usize| {
            let mut pools: BTreeMap<u64, Pool> = BTreeMap::new();
            for (key, row) in keys[kind].iter().zip(tags).filter(|(key, _)| **key != 0) {
                let empty = || Pool { count: 0.0, sum: [0.0; TAGS], most: [0.0; TAGS], next: [0.0; TAGS] };
                pools.entry(*key).or_insert_with(empty).add(row);
            }
            pools
        });
        Self { pools, keys }
    }

    /// Hands the features of the unit number `place`, whose own likelihoods are `row`, to `each`: number and value.
    pub fn features(&self, place: usize, row: &Row, mut each: impl FnMut(usize, f32)) {
        /// What is smaller says nothing.
        const LEAST: f32 = 0.01;
        for (kind, (pools, keys)) in self.pools.iter().zip(&self.keys).enumerate() {
            let Some(pool) = pools.get(&keys[place]).filter(|pool| 1.0 < pool.count) else { continue };
            for tag in 0..TAGS {
                let average = pool.average(row, tag);
                if LEAST < average {
                    each(kind * TAGS + tag, average);
                }
                let greatest = pool.greatest(row, tag);
                if kind == 0 && LEAST < greatest {
                    each(3 * TAGS + tag, greatest);
                }
            }
        }
    }
}
