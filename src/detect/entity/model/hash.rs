//! Hashes of words and features, the same on every machine.

/// Odd constants with well-spread bits (the fractional part of the golden ratio, and one of MurmurHash3's finishers).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
const FINISH: u64 = 0xff51_afd7_ed55_8ccd;

/// The state before the first byte (FNV-1a).
pub(in super::super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of `text`.
#[must_use]
pub fn text(text: &str) -> u64 {
    finish(text.bytes().fold(START, step))
}

/// The state after another byte.
pub(in super::super) const fn step(state: u64, byte: u8) -> u64 {
    (state ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of `first` and `second` in this order.
#[must_use]
pub const fn pair(first: u64, second: u64) -> u64 {
    finish(first.wrapping_mul(SPREAD) ^ second.rotate_left(23))
}

/// The hash that a state stands for.
pub(in super::super) const fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(FINISH);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(SPREAD);
    hash ^ (hash >> 32)
}

/// The upper half of `hash`.
#[must_use]
pub const fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}
