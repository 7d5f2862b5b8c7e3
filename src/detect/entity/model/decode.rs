//! The names that the model finds in a document.

use super::file::Model;
use super::lattice::Row;
use super::prepare::Prepared;
use super::second::Pools;
use super::tags::{self, TAGS, Type};
use std::ops::Range;

/// A name that the model found.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// Its units.
    pub units: Range<usize>,
    /// What it is.
    pub sort: Type,
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

/// Reads each sentence by itself.
#[must_use]
pub fn first(model: &Model<'_>, prepared: &Prepared) -> First {
    let rows: Vec<Row> = (0..prepared.keys.len()).map(|place| scores(model, prepared, place)).collect();
    let mut tags: Vec<Row> = Vec::with_capacity(rows.len());
    for places in prepared.places() {
        let sums = model.chain.sums(&rows[places.clone()], |_| u32::MAX);
        tags.extend((0..places.len()).map(|at| sums.tag(at)));
    }
    First { rows, tags }
}

fn scores(model: &Model<'_>, prepared: &Prepared, place: usize) -> Row {
    let mut sums = [0; TAGS];
    for hash in prepared.features(place) {
        model.add(*hash, &mut sums);
    }
    model.scores(&sums)
}

/// The names on the best chain over `rows`, the first of which is that of the unit `start`.
fn names(model: &Model<'_>, start: usize, rows: &[Row], found: &mut Vec<Tagged>) {
    let best = model.chain.best(rows);
    let sums = model.chain.sums(rows, |_| u32::MAX);
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
