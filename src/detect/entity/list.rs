//! The word lists: sorted plain text, searched in place, so that nothing is built at the start.

use super::index;
use super::key::key;
use super::model::hash;
use std::cmp::Ordering;

/// A list of names, one a line, sorted by their keys; by its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct List(Number);

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)+) => {
        /// The numbers of the lists.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the lists")]
        #[derive(Clone, Copy, Debug)]
        enum Number { $($name),+ }

        $($(#[$doc])* pub(super) const $name: List = List(Number::$name);)+

        /// The texts of the lists, by their numbers.
        pub(super) const TEXTS: &[&str] = &[$(include_str!(concat!("../../../seeds/lists/", $file, ".txt"))),+];

        #[cfg(test)]
        const ALL: &[(&str, List)] = &[$(($file, $name)),+];
    };
}

lists! {
    /// Countries and territories, with their short forms.
    COUNTRIES = "countries";
    /// States, provinces and counties.
    REGIONS = "regions";
    /// Capitals and other large cities.
    CITIES = "cities";
    /// Continents, seas, rivers, mountains, parts of the world.
    PLACES = "places";
    /// Nationalities, peoples, religions and political groups.
    DEMONYMS = "demonyms";
    /// Organisations of public life and their acronyms.
    ORGANISATIONS = "organisations";
    /// Well-known buildings, squares and streets.
    FACILITIES = "facilities";
    /// Wars, contests, feast days.
    EVENTS = "events";
    /// Programmes, books, prizes.
    WORKS = "works";
    /// Vehicles, weapons, software.
    PRODUCTS = "products";
    /// Laws, treaties, cases.
    LAWS = "laws";
    /// Given names of many cultures.
    GIVEN_NAMES = "given-names";
    /// Given names that women bear.
    FEMALE_NAMES = "given-names-female";
    /// Given names that women and men bear.
    EITHER_NAMES = "given-names-either";
    /// Common surnames and those of public figures.
    SURNAMES = "surnames";
    /// Titles and offices that stand before a name.
    TITLES = "titles";
    /// Last words of the names of organisations.
    ORGANISATION_HEADS = "organisation-heads";
    /// First words of the names of organisations in other languages: *Grupo*, *Banco*.
    ORGANISATION_STARTS = "organisation-starts";
    /// Words whose name goes on with *of*: *University of*, *Battle of*.
    OF_HEADS = "of-heads";
    /// Last words of the names of buildings and roads.
    FACILITY_HEADS = "facility-heads";
    /// Last words of the names of places.
    GEOGRAPHIC_HEADS = "geographic-heads";
    /// First words of the names of places.
    GEOGRAPHIC_STARTS = "geographic-starts";
    /// Last words of the names of events.
    EVENT_HEADS = "event-heads";
    /// First words of the names of events.
    EVENT_STARTS = "event-starts";
    /// Last words of the names of laws.
    LAW_HEADS = "law-heads";
    /// Common English words, in lower case.
    COMMON_WORDS = "common-words";
    /// Capitals that name nothing: *CEO*, *GDP*.
    NO_NAMES = "no-names";
    /// Verbs of saying, thinking and doing that people are the subject of.
    PERSON_VERBS = "person-verbs";
    /// Nouns that say of the name beside them that it is a person, besides the titles.
    PERSON_NOUNS = "person-nouns";
    /// Nouns that say of the name beside them that it is an organisation.
    ORGANISATION_NOUNS = "organisation-nouns";
    /// Nouns that say of the name beside them that it is a place.
    PLACE_NOUNS = "place-nouns";
    /// Words and codes of currencies that follow the sum.
    CURRENCIES = "currencies";
    /// Codes of currencies that stand before the sum.
    CODES = "currency-codes";
    /// Units of measure.
    MEASURES = "measures";
    /// Names of time zones.
    ZONES = "time-zones";
    /// Words that multiply the number before them.
    MAGNITUDES = "magnitudes";
    /// Words with which a date, a time or a number may start, besides those with a digit, a hyphen or a full stop.
    NUMBER_STARTS = "number-starts";
    /// Last words of places and organisations that are surnames too.
    HEADS_AND_SURNAMES = "heads-and-surnames";
    /// Endings of the names of places.
    PLACE_ENDINGS = "place-endings";
    /// Endings of surnames.
    SURNAME_ENDINGS = "surname-endings";
    /// Small words that start sentences and are no part of a name.
    FUNCTION_WORDS = "function-words";
    /// Small words of French, Spanish, Italian, Portuguese and Dutch that open sentences and are no names.
    FOREIGN_OPENERS = "foreign-openers";
    /// Small words inside names: *Ursula von der Leyen*, *Rio de Janeiro*.
    PARTICLES = "particles";
}

impl List {
    /// Its bit among those of all lists.
    pub(super) const fn bit(self) -> u64 {
        1 << self.0 as u64
    }

    /// Whether the list has a line with the key `wanted`.
    pub(super) fn has(self, wanted: &str) -> bool {
        index::find(hash::text(wanted)).whole & self.bit() != 0
    }

    /// The line whose key is `wanted`.
    pub(super) fn line(self, wanted: &str) -> Option<&'static str> {
        self.has(wanted).then(|| self.first_not_before(wanted)).flatten().filter(|line| compare(line, wanted) == Ordering::Equal)
    }

    /// All lines, in order.
    pub(super) fn lines(self) -> impl Iterator<Item = &'static str> {
        self.text().lines()
    }

    const fn text(self) -> &'static str {
        TEXTS[self.0 as usize]
    }

    /// The first line whose key is not less than `wanted`.
    fn first_not_before(self, wanted: &str) -> Option<&'static str> {
        let (mut low, mut high) = (0, self.text().len());
        while low < high {
            let middle = self.line_start(low + (high - low) / 2);
            let line = self.line_from(middle);
            if compare(line, wanted) == Ordering::Less {
                low = middle + line.len() + 1;
            } else {
                high = middle;
            }
        }
        (low < self.text().len()).then(|| self.line_from(low))
    }

    /// Where the line that holds byte `at` starts.
    fn line_start(self, at: usize) -> usize {
        self.text().as_bytes()[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
    }

    fn line_from(self, start: usize) -> &'static str {
        let text = self.text();
        text[start..].split_once('\n').map_or(&text[start..], |(line, _)| line)
    }
}

/// The order of the key of `line` and `wanted`. Plain lines are compared without making their key.
fn compare(line: &str, wanted: &str) -> Ordering {
    if line.is_ascii() {
        line.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(wanted.bytes())
    } else {
        key(line).as_bytes().cmp(wanted.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_by_key() {
        for (name, list) in ALL {
            let lines: Vec<_> = list.lines().collect();
            let unsorted = lines.windows(2).find(|pair| key(pair[1]).as_bytes() < key(pair[0]).as_bytes());
            assert_eq!(unsorted, None, "in {name}.txt");
        }
    }

    #[test]
    fn finds_every_line_and_no_other() {
        for (name, list) in ALL {
            for line in list.lines() {
                assert!(list.has(&key(line)), "{line} in {name}.txt");
            }
            assert!(!list.has("") && !list.has("zzzz") && !list.has("0"), "{name}.txt");
        }
        assert_eq!(COUNTRIES.line("cote d'ivoire"), Some("Côte d'Ivoire"));
        assert_ne!(index::find(hash::text("united arab")).start & COUNTRIES.bit(), 0);
    }
}
