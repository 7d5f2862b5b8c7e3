//! Builds the tables of the weight file that hold a byte for each of many words.

use galley_engine::detect::entity::model::filter::places;
use std::collections::BTreeMap;

/// The bytes of a table with these values: peels the keys off one by one, each with a place of its own.
pub(crate) fn build(values: &BTreeMap<u64, u8>) -> Vec<u8> {
    let keys: Vec<u64> = values.keys().copied().collect();
    let mut third = keys.len() * 123 / 300 + 32;
    loop {
        if let Some(order) = peel(&keys, third) {
            let mut entries = vec![[0u8; 2]; 3 * third];
            for (key, own) in order.into_iter().rev() {
                let (places, fingerprint) = places(key, third);
                entries[own] = [0; 2];
                let others = places.iter().fold([0, 0], |[value, mark], place| [value ^ entries[*place][0], mark ^ entries[*place][1]]);
                entries[own] = [values[&key] ^ others[0], fingerprint ^ others[1]];
            }
            return entries.into_flattened();
        }
        // As good as never needed: another length is another set of places.
        third += 1 + third / 100;
    }
}

/// The keys in the order in which they can be taken out, each with the place that is then its alone.
fn peel(keys: &[u64], third: usize) -> Option<Vec<(u64, usize)>> {
    let mut held: Vec<(u32, u64)> = vec![(0, 0); 3 * third];
    for key in keys {
        for place in places(*key, third).0 {
            held[place].0 += 1;
            held[place].1 ^= key;
        }
    }
    let mut queue: Vec<usize> = (0..held.len()).filter(|place| held[*place].0 == 1).collect();
    let mut order = Vec::with_capacity(keys.len());
    while let Some(own) = queue.pop() {
        let (count, key) = held[own];
        if count != 1 {
            continue;
        }
        order.push((key, own));
        for place in places(key, third).0 {
            held[place].0 -= 1;
            held[place].1 ^= key;
            if held[place].0 == 1 {
                queue.push(place);
            }
        }
    }
    (order.len() == keys.len()).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use galley_engine::detect::entity::model::filter::Filter;
    use galley_engine::detect::entity::model::hash;

    #[test]
    fn every_word_is_found_again_and_few_others() {
        let key = |number: u64| hash::pair(number, 7);
        let values: BTreeMap<u64, u8> = (0..5000).map(|number| (key(number), number.to_le_bytes()[0] | 1)).collect();
        let bytes = build(&values);
        let filter = Filter(&bytes);
        assert!(values.iter().all(|(key, value)| filter.value(*key) == *value));
        let strangers = (5000..15000).filter(|number| filter.value(key(*number)) != 0).count();
        assert!(strangers < 100, "{strangers} of 10000");
    }
}
