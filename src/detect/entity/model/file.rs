//! The weight file: read where it lies, with nothing built at the start.
//!
//! All numbers are little-endian. A header of text lines says what the file is, then come the parts, each after its length in four
//! bytes: the names, the classes of words, the transitions, the second pass, the calibration, and the features in buckets.
//!
//! A feature's hash has 32 bits: the upper ones name its bucket, the lower 16 its key there, in whose order they stand. Each feature has
//! some weights, and says how many the features before it in its bucket have: a byte for the tag and a byte for the weight, in units of
//! the file's step.

use super::filter::Filter;
use super::lattice::{Chain, Row};
use super::tags::TAGS;
use std::borrow::Cow;

/// What the file begins with; the number is the version of the format.
pub const MAGIC: &str = "galley-entity-model 3\n";
/// The line that ends the header.
pub const HEADER_END: &str = "\n\n";
/// How many buckets there are, as a power of two.
pub const BUCKET_BITS: u32 = 15;
/// Features from the first pass for each tag: what the same word, the pair with the word before, the pair with the word after are
/// elsewhere in the document on average, and at most.
pub const SECOND: usize = 4 * TAGS;

/// The model, as its bytes lie in the file.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    /// What is known of words.
    pub lists: Lexicon<'a>,
    /// How tags follow one another.
    pub chain: Chain,
    /// What a weight of 1 stands for.
    step: f32,
    /// The weights of the second pass: a row of tags for each feature.
    second: Cow<'a, [u8]>,
    /// How often names of each likelihood were right, in equal steps from 0 to 1.
    calibration: &'a [u8],
    /// For each bucket, where its features and where their weights start.
    buckets: &'a [[u8; 8]],
    /// The key of each feature, and how many weights those before it in its bucket have.
    features: &'a [[u8; 4]],
    /// Tag and weight.
    weights: &'a [[u8; 2]],
}

/// What is known of words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexicon<'a> {
    /// The name lists that they are in.
    pub names: Filter<'a>,
    /// The classes of words that stand in like places.
    pub classes: Filter<'a>,
}

/// Reads parts one after the other.
struct Parts<'a>(&'a [u8]);

impl<'a> Parts<'a> {
    fn next(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(u32::from_le_bytes(self.0.get(..4)?.try_into().ok()?)).ok()?;
        let part = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some(part)
    }
}

fn float(bytes: &[u8], at: usize) -> f32 {
    bytes.get(4 * at..4 * at + 4).and_then(|four| four.try_into().ok()).map_or(0.0, f32::from_le_bytes)
}

/// Sums of weights: a place for each tag, and some that stay empty, so that no byte names a place beyond.
pub type Weighed = [i32; 32];

/// Two whole numbers of four bytes.
fn both(bytes: [u8; 8]) -> (usize, usize) {
    let [a, b, c, d, e, f, g, h] = bytes;
    let whole = |four| usize::try_from(u32::from_le_bytes(four)).unwrap_or(usize::MAX);
    (whole([a, b, c, d]), whole([e, f, g, h]))
}

fn key(feature: [u8; 4]) -> usize {
    usize::from(u16::from_le_bytes([feature[0], feature[1]]))
}

fn before(feature: [u8; 4]) -> usize {
    usize::from(u16::from_le_bytes([feature[2], feature[3]]))
}

impl<'a> Model<'a> {
    /// The model in `bytes`; `None` when they are not one of this version.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(MAGIC.as_bytes())?;
        let header = bytes.windows(HEADER_END.len()).position(|two| two == HEADER_END.as_bytes())?;
        let mut parts = Parts(&bytes[header + HEADER_END.len()..]);
        let lists = Lexicon { names: Filter(parts.next()?), classes: Filter(parts.next()?) };
        let transitions = parts.next().filter(|part| part.len() == 4 * TAGS * TAGS)?;
        let chain = Chain::new(std::array::from_fn(|tag| std::array::from_fn(|next| float(transitions, tag * TAGS + next))));
        let second = Cow::Borrowed(parts.next().filter(|part| part.len() == 4 * SECOND * TAGS)?);
        let calibration = parts.next()?;
        let step = float(parts.next()?, 0);
        let buckets = parts.next()?.as_chunks().0;
        let (features, weights) = (parts.next()?.as_chunks().0, parts.next()?.as_chunks().0);
        (buckets.len() == (1 << BUCKET_BITS) + 1).then_some(())?;
        Some(Self { lists, chain, step, second, calibration, buckets, features, weights })
    }

    /// Adds the weights of the feature `hash` to `row`.
    pub fn add(&self, hash: u32, row: &mut Weighed) {
        let bucket = usize::try_from(hash >> (32 - BUCKET_BITS)).unwrap_or(0);
        let Some(&[this, next]) = self.buckets.get(bucket..bucket + 2) else { return };
        let ((first, start), (last, end)) = (both(this), both(next));
        let Some(features) = self.features.get(first..last) else { return };
        let Some(at) = find(features, usize::try_from(hash & 0xffff).unwrap_or(0)) else { return };
        let end = features.get(at + 1).map_or(end, |next| start + before(*next));
        let Some(weights) = self.weights.get(start + before(features[at])..end) else { return };
        for [tag, weight] in weights {
            row[usize::from(tag & 31)] += i32::from(i8::from_le_bytes([*weight]));
        }
    }

    /// The scores that the sums of weights stand for.
    #[must_use]
    pub fn scores(&self, sums: &Weighed) -> Row {
        std::array::from_fn(|tag| sums[tag] as f32 * self.step)
    }

    /// What the second pass adds for the value `value` of its feature `feature`.
    pub fn add_second(&self, feature: usize, value: f32, row: &mut Row) {
        for (tag, score) in row.iter_mut().enumerate() {
            *score += value * float(&self.second, feature * TAGS + tag);
        }
    }

    /// The model with other weights for the second pass, a row of tags for each feature.
    #[must_use]
    pub fn with_second(&self, weights: &[Row]) -> Self {
        let bytes = weights.as_flattened().iter().flat_map(|weight| weight.to_le_bytes()).collect();
        Self { second: Cow::Owned(bytes), ..self.clone() }
    }

    /// How often names with this likelihood were right.
    #[must_use]
    pub fn calibrated(&self, likelihood: f32) -> f32 {
        let points = self.calibration.len() / 4;
        if points < 2 {
            return likelihood;
        }
        let place = likelihood.clamp(0.0, 1.0) * (points - 1) as f32;
        let below = (0..points - 1).rev().find(|point| *point as f32 <= place).unwrap_or(0);
        let (low, high) = (float(self.calibration, below), float(self.calibration, below + 1));
        low + (high - low) * (place - below as f32)
    }
}

/// The place of `wanted` among the keys of `features`. They are spread evenly, so that the search starts where it is likely to be.
fn find(features: &[[u8; 4]], wanted: usize) -> Option<usize> {
    let mut at = (wanted * features.len()) >> 16;
    let mut found = key(*features.get(at)?);
    while found < wanted {
        at += 1;
        found = key(*features.get(at)?);
    }
    while wanted < found {
        at = at.checked_sub(1)?;
        found = key(features[at]);
    }
    (found == wanted).then_some(at)
}
