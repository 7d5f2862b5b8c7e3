//! What the first pass found of the same words elsewhere in the document, as features of the second.

#![expect(clippy::needless_range_loop, reason = "a tag is the number of a place in several tables at once")]

use super::lattice::Row;
use super::prepare::{Prepared, pair};
use super::tags::TAGS;

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

/// The words of the document that stand in it more than once, with what the first pass found of them.
#[derive(Clone, Debug)]
pub struct Pools {
    pools: Vec<Pool>,
    /// For each unit the number of the pool of its word, of the pair with the word before, and of that with the word after.
    places: [Vec<Option<u32>>; 3],
}

impl Pools {
    /// Pools the likelihoods `tags` of the units in the segments of `prepared`.
    #[must_use]
    pub fn new(prepared: &Prepared, tags: &[Row]) -> Self {
        let before = |place: usize| place.checked_sub(1).map_or(0, |before| prepared.keys[before]);
        let after = |place: usize| prepared.keys.get(place + 1).copied().unwrap_or(0);
        let mut pools = Vec::new();
        let places = [
            pool(&prepared.keys, tags, &mut pools),
            pool(&all(prepared, |place| pair(before(place), prepared.keys[place])), tags, &mut pools),
            pool(&all(prepared, |place| pair(prepared.keys[place], after(place))), tags, &mut pools),
        ];
        Self { pools, places }
    }

    /// Hands the features of the unit number `place`, whose own likelihoods are `row`, to `each`: number and value.
    pub fn features(&self, place: usize, row: &Row, mut each: impl FnMut(usize, f32)) {
        /// What is smaller says nothing.
        const LEAST: f32 = 0.01;
        for (kind, places) in self.places.iter().enumerate() {
            let Some(pool) = places[place].and_then(|number| self.pools.get(number as usize)) else { continue };
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

fn all(prepared: &Prepared, key: impl Fn(usize) -> u64) -> Vec<u64> {
    (0..prepared.keys.len()).map(key).collect()
}

/// Makes a pool of each key that stands among `keys` more than once; returns for each key its pool's number.
fn pool(keys: &[u64], tags: &[Row], pools: &mut Vec<Pool>) -> Vec<Option<u32>> {
    let mut sorted: Vec<usize> = (0..keys.len()).filter(|place| keys[*place] != 0).collect();
    sorted.sort_unstable_by_key(|place| (keys[*place], *place));
    let mut places = vec![None; keys.len()];
    for same in sorted.chunk_by(|one, other| keys[*one] == keys[*other]).filter(|same| 1 < same.len()) {
        let mut pool = Pool { count: 0.0, sum: [0.0; TAGS], most: [0.0; TAGS], next: [0.0; TAGS] };
        for place in same {
            pool.add(&tags[*place]);
            places[*place] = u32::try_from(pools.len()).ok();
        }
        pools.push(pool);
    }
    places
}
