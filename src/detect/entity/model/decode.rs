//! The names that the model finds in a document.

use super::super::sort::Sort;
use super::file::{Model, Weighed};
use super::lattice::{Row, likely};
use super::prepare::Prepared;
use super::second::Pools;
use super::tags::{self, OUTSIDE, TAGS};
use std::ops::Range;

/// A name that the model found.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// Its units.
    pub units: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// How likely the model holds it to be right, 0 to 1, not calibrated.
    pub likelihood: f32,
}

/// The names in `prepared`, in order.
#[must_use]
pub fn decode(model: &Model<'_>, prepared: &Prepared) -> Vec<Tagged> {
    let First { mut rows, tags } = first(model, prepared);
    let pools = Pools::new(prepared, &tags);
    for (place, row) in rows.iter_mut().enumerate() {
        pools.features(place, &tags[place], |feature, value| model.add_second(feature, value, row));
    }
    let mut found = Vec::new();
    for (segment, places) in prepared.segments.iter().zip(prepared.places()) {
        names(model, segment.start, &rows[places], &mut found);
    }
    found
}

/// What the first pass says of the units in the segments.
#[derive(Clone, Debug)]
pub struct First {
    /// The score of each tag.
    pub rows: Vec<Row>,
    /// How likely each tag is.
    pub tags: Vec<Row>,
}

/// Reads each sentence by itself. Only where a word stands elsewhere in the document, too, are the tags looked at.
#[must_use]
pub fn first(model: &Model<'_>, prepared: &Prepared) -> First {
    let rows: Vec<Row> = (0..prepared.keys.len()).map(|place| scores(model, prepared, place)).collect();
    let repeated = repeated(&prepared.keys);
    let mut tags = vec![[0.0; TAGS]; rows.len()];
    for places in prepared.places().filter(|places| repeated[places.clone()].contains(&true)) {
        let sums = model.chain.sums(&rows[places.clone()], |at| likely(&rows[places.start + at]));
        tags[places].iter_mut().enumerate().for_each(|(at, row)| *row = sums.tag(at));
    }
    First { rows, tags }
}

/// Which of `keys` stand there more than once.
fn repeated(keys: &[u64]) -> Vec<bool> {
    let mut places: Vec<usize> = (0..keys.len()).filter(|place| keys[*place] != 0).collect();
    places.sort_unstable_by_key(|place| (keys[*place], *place));
    let mut repeated = vec![false; keys.len()];
    for same in places.chunk_by(|one, other| keys[*one] == keys[*other]).filter(|same| 1 < same.len()) {
        same.iter().for_each(|place| repeated[*place] = true);
    }
    repeated
}

fn scores(model: &Model<'_>, prepared: &Prepared, place: usize) -> Row {
    let mut sums: Weighed = [0; 32];
    for hash in prepared.features(place) {
        model.add(*hash, &mut sums);
    }
    model.scores(&sums)
}

/// The names on the best chain over `rows`, the first of which is that of the unit `start`.
fn names(model: &Model<'_>, start: usize, rows: &[Row], found: &mut Vec<Tagged>) {
    let best = model.chain.best(rows, |at| likely(&rows[at]));
    if best.iter().all(|tag| *tag == OUTSIDE) {
        return;
    }
    let sums = model.chain.sums(rows, |at| likely(&rows[at]));
    let mut at = 0;
    while at < best.len() {
        let Some(sort) = tags::type_of(best[at]) else {
            at += 1;
            continue;
        };
        let end = (at + 1..best.len()).find(|next| best[*next] != sort.inside()).unwrap_or(best.len());
        let likelihood = sums.name(&model.chain, at, end - 1, sort.begin());
        found.push(Tagged { units: start + at..start + end, sort, likelihood });
        at = end;
    }
}
