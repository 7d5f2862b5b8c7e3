//! A table of a byte for each of many words: which name lists a name is in, or which class a word belongs to. Nothing is built at the start.
//!
//! An xor filter that also holds values (after Graf and Lemire, 2020): three places a key, one in each third, whose entries together give
//! the key's fingerprint and its value. A stranger is taken for one of the words once in 256.

use super::hash;

/// The table, as its bytes lie in the file: three thirds of equal length, two bytes an entry.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a>(pub &'a [u8]);

/// The lists that the filter of names holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Given names.
    Given,
    /// Surnames.
    Surname,
    /// Cities and towns.
    City,
    /// Provinces and states.
    Admin,
    /// Companies.
    Company,
    /// Words usually written in lower case.
    Lower,
    /// The first words of longer entries of the lists of cities, provinces and companies.
    Prefix,
}

impl Known {
    /// Its bit in the value of a name.
    #[must_use]
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The places of `key` in a table whose thirds have `third` entries, and its fingerprint.
#[must_use]
pub fn places(key: u64, third: usize) -> ([usize; 3], u8) {
    let place = |part: u32| {
        let hash = u64::from(hash::short(hash::pair(key, u64::from(part))));
        // The product's upper half spreads the hash evenly over the third.
        usize::try_from((hash * third as u64) >> 32).unwrap_or(0) + part as usize * third
    };
    ([place(0), place(1), place(2)], hash::pair(key, 3).to_le_bytes()[0])
}

impl Filter<'_> {
    /// The value of the word with the hash `key`; 0 for a word that the table does not hold.
    #[must_use]
    pub fn value(self, key: u64) -> u8 {
        let third = self.0.len() / 6;
        if third == 0 {
            return 0;
        }
        let (places, fingerprint) = places(key, third);
        let [value, found] = places.iter().fold([0, 0], |[value, mark], place| [value ^ self.0[2 * place], mark ^ self.0[2 * place + 1]]);
        if found == fingerprint { value } else { 0 }
    }
}
