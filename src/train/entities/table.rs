//! The features that are seen often enough to learn from, numbered.

use super::gold::Example;

/// The hashes of the features, in order.
#[derive(Debug)]
pub(crate) struct Table {
    hashes: Vec<u32>,
    /// For each value of the upper 16 bits, where its hashes start.
    starts: Vec<usize>,
}

/// The bits that the file keeps of a feature's hash.
pub(crate) fn kept(hash: u32) -> u32 {
    hash & !0x0001_0000
}

impl Table {
    /// The features that `examples` have at least `least` times.
    pub(crate) fn new(examples: &[&Example], least: usize) -> Self {
        let mut all: Vec<u32> = Vec::new();
        for example in examples {
            for (segment, places) in example.prepared.places().enumerate() {
                if example.learnt[segment] {
                    all.extend(places.flat_map(|place| example.prepared.features(place)).map(|hash| kept(*hash)));
                }
            }
        }
        all.sort_unstable();
        let hashes: Vec<u32> = all.chunk_by(|one, other| one == other).filter(|chunk| least <= chunk.len()).map(|chunk| chunk[0]).collect();
        let starts = (0..=1u64 << 16).map(|upper| hashes.partition_point(|hash| u64::from(*hash) < upper << 16)).collect();
        Self { hashes, starts }
    }

    /// How many features there are.
    pub(crate) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The hash of the feature number `feature`.
    pub(crate) fn hash(&self, feature: usize) -> u32 {
        self.hashes[feature]
    }

    /// The number of the feature `hash`.
    pub(crate) fn find(&self, hash: u32) -> Option<usize> {
        let hash = kept(hash);
        let upper = usize::try_from(hash >> 16).unwrap_or(0);
        let (start, end) = (self.starts[upper], self.starts[upper + 1]);
        self.hashes[start..end].binary_search(&hash).ok().map(|at| start + at)
    }
}
