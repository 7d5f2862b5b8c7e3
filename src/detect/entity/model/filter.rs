//! Sets of names as an xor filter: membership in one byte a name, wrong for one stranger in 256, and nothing to build at the start.
//!
//! The filter of Graf and Lemire (2020): three places a key, one in each third, whose bytes together give the key's fingerprint.

use super::hash;

/// The filter, as its bytes lie in the file: three thirds of equal length.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a>(pub &'a [u8]);

/// The lists that the filter holds.
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
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Given, Self::Surname, Self::City, Self::Admin, Self::Company, Self::Lower, Self::Prefix];
}

/// The key of `name` in `list`.
#[must_use]
pub fn key(list: Known, name: u64) -> u64 {
    hash::pair(name, 0x51 + list as u64)
}

/// The places of `key` in a filter whose thirds have `third` bytes, and its fingerprint.
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
    /// Whether `name` is in `list`, or is taken for one that is.
    #[must_use]
    pub fn has(self, list: Known, name: u64) -> bool {
        let third = self.0.len() / 3;
        if third == 0 {
            return false;
        }
        let (places, fingerprint) = places(key(list, name), third);
        places.iter().fold(0, |byte, place| byte ^ self.0[*place]) == fingerprint
    }
}
