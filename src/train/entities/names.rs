//! The name lists as a table of a byte a word, and the words that the corpora write in lower case.

use super::xor;
use galley_engine::detect::entity::model::filter::Known;
use galley_engine::detect::entity::model::hash;
use std::collections::BTreeMap;
use std::path::Path;

/// The table of the lists in `folder` and of the words usually written in lower case in `texts`.
pub(crate) fn filter<'t>(folder: &Path, texts: impl Iterator<Item = &'t str>) -> Result<Vec<u8>, String> {
    let mut sets: BTreeMap<u64, u8> = BTreeMap::new();
    let mut add = |list: Known, name: &str| *sets.entry(hash::text(name)).or_default() |= list.bit();
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
            add(list, &name);
            if let Some((first, _)) = name.split_once(' ') {
                add(Known::Prefix, first);
            }
        }
    }
    lower_case(texts).iter().for_each(|word| add(Known::Lower, word));
    Ok(xor::build(&sets))
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
