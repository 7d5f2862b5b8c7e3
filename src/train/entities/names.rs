//! The name lists as an xor filter, and the words that the corpora write in lower case.

use galley_engine::detect::entity::model::filter::{Known, key, places};
use galley_engine::detect::entity::model::hash;
use std::collections::BTreeMap;
use std::path::Path;

/// The filter of the lists in `folder` and of the words usually written in lower case in `texts`.
pub(crate) fn filter<'t>(folder: &Path, texts: impl Iterator<Item = &'t str>) -> Result<Vec<u8>, String> {
    let mut keys = Vec::new();
    let lists = [
        (Known::Given, "given-names.txt"),
        (Known::Surname, "surnames.txt"),
        (Known::Surname, "legislators.txt"),
        (Known::City, "city.txt"),
        (Known::Admin, "admin.txt"),
        (Known::Company, "companies.txt"),
    ];
    for (list, file) in lists {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in text.lines().filter(|line| !line.is_empty()) {
            let name = galley_engine::detect::entity::model::name_key(&line.replace(" - ", "-"));
            keys.push(key(list, hash::text(&name)));
            if let Some((first, _)) = name.split_once(' ') {
                keys.push(key(Known::Prefix, hash::text(first)));
            }
        }
    }
    keys.extend(lower_case(texts).iter().map(|word| key(Known::Lower, hash::text(word))));
    keys.sort_unstable();
    keys.dedup();
    Ok(build(&keys))
}

/// The words that stand at least three times in `texts`, and mostly in lower case.
fn lower_case<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for text in texts {
        for word in text.split(|character: char| !character.is_alphanumeric() && !matches!(character, '-' | '\'' | '’')) {
            if word.starts_with(char::is_alphabetic) {
                let lower = !word.chars().any(char::is_uppercase);
                let count = counts.entry(galley_engine::detect::entity::model::name_key(word)).or_default();
                count.0 += u32::from(lower);
                count.1 += 1;
            }
        }
    }
    counts.into_iter().filter(|(_, (lower, all))| 3 <= *lower && *all < 2 * *lower).map(|(word, _)| word).collect()
}

/// The bytes of an xor filter over `keys`, which are distinct: peels the keys off one by one, each with a place of its own.
fn build(keys: &[u64]) -> Vec<u8> {
    let third = keys.len() * 123 / 300 + 32;
    let mut third = third;
    loop {
        if let Some(order) = peel(keys, third) {
            let mut bytes = vec![0u8; 3 * third];
            for (key, own) in order.into_iter().rev() {
                let (places, fingerprint) = places(key, third);
                bytes[own] = 0;
                bytes[own] = places.iter().fold(fingerprint, |byte, place| byte ^ bytes[*place]);
            }
            return bytes;
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

    #[test]
    fn every_name_is_found_again_and_few_others() {
        let keys: Vec<u64> = (0..5000).map(|number| key(Known::City, number)).collect();
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        let bytes = build(&sorted);
        let filter = Filter(&bytes);
        assert!((0..5000).all(|number| filter.has(Known::City, number)));
        let strangers = (5000..15000).filter(|number| filter.has(Known::City, *number)).count();
        assert!(strangers < 100, "{strangers} of 10000");
    }
}
