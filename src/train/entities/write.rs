//! Writes the weight file.

use super::learn::Weights;
use super::table::Table;
use galley_engine::detect::entity::model::file::{BUCKET_BITS, HEADER_END, MAGIC, SECOND};
use galley_engine::detect::entity::model::lattice::Row;
use galley_engine::detect::entity::model::tags::TAGS;

/// What goes into the file.
pub(crate) struct Parts<'p> {
    /// Lines that say what the file is.
    pub(crate) header: &'p str,
    /// The name lists.
    pub(crate) names: &'p [u8],
    /// The classes of words.
    pub(crate) classes: &'p [u8],
    /// The weights of the first pass.
    pub(crate) weights: &'p Weights,
    /// The features of the first pass.
    pub(crate) table: &'p Table,
    /// The weights of the second pass.
    pub(crate) second: &'p [Row],
    /// How often names of each likelihood were right.
    pub(crate) calibration: &'p [f32],
    /// Weights below this share of the greatest are left out.
    pub(crate) least: f32,
}

/// The greatest weight that a byte holds; greater ones are cut down to it.
const GREATEST: f32 = 4.0;

/// The bytes of the file.
pub(crate) fn file(parts: &Parts<'_>) -> Vec<u8> {
    let step = GREATEST / 127.0;
    let mut bytes = format!("{MAGIC}{}{HEADER_END}", parts.header.trim_end()).into_bytes();
    put(&mut bytes, parts.names);
    put(&mut bytes, parts.classes);
    put(&mut bytes, &floats(parts.weights.chain().as_flattened()));
    let second: Vec<f32> = if parts.second.is_empty() { vec![0.0; SECOND * TAGS] } else { parts.second.as_flattened().to_vec() };
    put(&mut bytes, &floats(&second));
    put(&mut bytes, &floats(parts.calibration));
    put(&mut bytes, &floats(&[step]));
    for part in features(parts, step) {
        put(&mut bytes, &part);
    }
    bytes
}

/// Buckets, features, weights.
fn features(parts: &Parts<'_>, step: f32) -> [Vec<u8>; 3] {
    let (mut buckets, mut features, mut weights) = (vec![], vec![], vec![]);
    let mut feature = 0;
    for bucket in 0..=1u32 << BUCKET_BITS {
        let (at, weight) = (u32::try_from(features.len() / 4).unwrap_or(0), u32::try_from(weights.len() / 2).unwrap_or(0));
        let start = weights.len() / 2;
        buckets.extend(at.to_le_bytes());
        buckets.extend(weight.to_le_bytes());
        while feature < parts.table.len() && parts.table.hash(feature) >> (32 - BUCKET_BITS) == bucket {
            let entries = entries(parts.weights.row(feature), parts.least, step);
            if !entries.is_empty() {
                features.extend(&parts.table.hash(feature).to_le_bytes()[..2]);
                features.extend(u16::try_from(weights.len() / 2 - start).unwrap_or(0).to_le_bytes());
                for (tag, weight) in entries {
                    weights.extend([tag, weight.to_le_bytes()[0]]);
                }
            }
            feature += 1;
        }
    }
    [buckets, features, weights]
}

fn entries(row: &[f32], least: f32, step: f32) -> Vec<(u8, i8)> {
    let tagged = row.iter().zip(0u8..).filter(|(weight, _)| least <= weight.abs());
    #[expect(clippy::cast_possible_truncation, reason = "held to what a byte holds")]
    let whole = tagged.map(|(weight, tag)| (tag, (weight / step).round().clamp(-127.0, 127.0) as i8));
    whole.filter(|(_, weight)| *weight != 0).collect()
}

fn floats(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend(u32::try_from(part.len()).unwrap_or(0).to_le_bytes());
    bytes.extend(part);
}
