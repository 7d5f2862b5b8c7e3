//! Whether a person is *he* or *she*, from the title or the given name.

use super::list;

/// How a person is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// *She*.
    Female,
    /// *He*.
    Male,
}

/// What the title before a name says.
pub(super) fn of_title(title: &str) -> Option<Gender> {
    let title = super::key::key(title);
    let any = |words: &[&str]| title.split([' ', '-', '.']).any(|word| words.contains(&word));
    if any(&[
        "mrs",
        "ms",
        "miss",
        "lady",
        "queen",
        "princess",
        "duchess",
        "countess",
        "baroness",
        "dame",
        "sister",
        "mother",
        "frau",
        "madame",
        "senora",
        "sra",
        "chairwoman",
        "congresswoman",
        "councilwoman",
        "spokeswoman",
        "actress",
        "ministerin",
        "kanzlerin",
        "prasidentin",
        "aunt",
        "grandma",
        "empress",
    ]) {
        Some(Gender::Female)
    } else if any(&[
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "duke",
        "count",
        "baron",
        "pope",
        "father",
        "brother",
        "herr",
        "monsieur",
        "senor",
        "chairman",
        "congressman",
        "councilman",
        "spokesman",
        "imam",
        "rabbi",
        "bishop",
        "archbishop",
        "emir",
        "sultan",
        "ayatollah",
        "uncle",
        "grandpa",
        "emperor",
        "tsar",
    ]) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// What the given name with the key `given` says.
pub(super) fn of_given_name(given: &str) -> Option<Gender> {
    let given = given.split('-').next().unwrap_or_default();
    if list::EITHER_NAMES.has(given) {
        None
    } else if list::FEMALE_NAMES.has(given) {
        Some(Gender::Female)
    } else {
        list::GIVEN_NAMES.has(given).then_some(Gender::Male)
    }
}

/// Who the pronoun with the key `pronoun` refers to.
pub(super) fn of_pronoun(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}
