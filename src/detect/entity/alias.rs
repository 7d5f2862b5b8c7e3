//! Other names of the same country or organisation: *U.S.* and *United States*.

/// Keys of other names and the name that they stand for, sorted.
const ALIASES: &[(&str, &str)] = &[
    ("afp", "Agence France-Presse"),
    ("america", "United States"),
    ("anc", "African National Congress"),
    ("ap", "Associated Press"),
    ("bjp", "Bharatiya Janata Party"),
    ("britain", "United Kingdom"),
    ("burma", "Myanmar"),
    ("c.i.a.", "Central Intelligence Agency"),
    ("cia", "Central Intelligence Agency"),
    ("cote d'ivoire", "Ivory Coast"),
    ("czech republic", "Czechia"),
    ("democratic republic of congo", "Democratic Republic of the Congo"),
    ("dr congo", "Democratic Republic of the Congo"),
    ("drc", "Democratic Republic of the Congo"),
    ("e.u.", "European Union"),
    ("ecb", "European Central Bank"),
    ("eu", "European Union"),
    ("f.b.i.", "Federal Bureau of Investigation"),
    ("fbi", "Federal Bureau of Investigation"),
    ("fed", "Federal Reserve"),
    ("g.o.p.", "Republican Party"),
    ("gop", "Republican Party"),
    ("great britain", "United Kingdom"),
    ("holland", "Netherlands"),
    ("icc", "International Criminal Court"),
    ("icj", "International Court of Justice"),
    ("idf", "Israel Defense Forces"),
    ("imf", "International Monetary Fund"),
    ("kiev", "Kyiv"),
    ("l.a.", "Los Angeles"),
    ("n.y.", "New York"),
    ("nyc", "New York City"),
    ("people's republic of china", "China"),
    ("prc", "China"),
    ("republic of korea", "South Korea"),
    ("russian federation", "Russia"),
    ("the united states", "United States"),
    ("turkiye", "Turkey"),
    ("u.a.e.", "United Arab Emirates"),
    ("u.k.", "United Kingdom"),
    ("u.n.", "United Nations"),
    ("u.s", "United States"),
    ("u.s.", "United States"),
    ("u.s. congress", "Congress"),
    ("u.s. senate", "Senate"),
    ("u.s. supreme court", "Supreme Court"),
    ("u.s.a.", "United States"),
    ("uae", "United Arab Emirates"),
    ("uk", "United Kingdom"),
    ("un", "United Nations"),
    ("united states of america", "United States"),
    ("us", "United States"),
    ("us congress", "Congress"),
    ("us senate", "Senate"),
    ("us supreme court", "Supreme Court"),
    ("usa", "United States"),
    ("washington d.c.", "Washington"),
    ("washington dc", "Washington"),
    ("who", "World Health Organization"),
    ("world health organisation", "World Health Organization"),
    ("wto", "World Trade Organization"),
];

/// The usual full name of what the name with the key `key` stands for.
pub(super) fn full_name(key: &str) -> Option<&'static str> {
    ALIASES.binary_search_by(|(alias, _)| (*alias).cmp(key)).ok().map(|at| ALIASES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_sorted() {
        let unsorted = ALIASES.windows(2).find(|pair| pair[1].0 <= pair[0].0);
        assert_eq!(unsorted, None);
        assert_eq!(full_name("u.s."), Some("United States"));
    }
}
