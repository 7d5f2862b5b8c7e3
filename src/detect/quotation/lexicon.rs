//! What single words do: cues of speech and the small words of a language, read from the word lists.

use std::collections::BTreeMap;

/// What a word can do, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u32);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $class:literal;)+) => {
        impl Flags {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)+

            /// The flag of a class of the word lists.
            fn of_class(class: &str) -> Option<Self> {
                match class { $($class => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

flags! {
    /// A verb that takes a bare clause: *said*.
    SAY = 0, "say";
    /// A verb that needs *that*: *stressed*.
    THAT = 1, "that";
    /// A verb that first takes the person spoken to: *told*.
    TELL = 2, "tell";
    /// A verb of asking.
    ASK = 3, "ask";
    /// A verb that takes a thing and what it is called.
    CALL = 4, "call";
    /// A verb that is a cue only beside quotation marks.
    ACT = 5, "act";
    /// A verb of thinking or wanting.
    MIND = 6, "mind";
    /// A noun of speaking: *statement*.
    NOUN = 7, "noun";
    /// A cue verb that is a noun as often.
    NOUNISH = 8, "*";
    /// A determiner.
    DET = 9, "det";
    /// A preposition.
    PREP = 10, "prep";
    /// A pronoun that can be a subject.
    PRON = 11, "pron";
    /// A pronoun that can be an object.
    OBJECT = 12, "objpron";
    /// An auxiliary or a form of *to be*.
    AUX = 13, "aux";
    /// A conjunction.
    CONJ = 14, "conj";
    /// A word that opens a subordinate clause.
    SUB = 15, "sub";
    /// A word that opens a relative clause.
    REL = 16, "rel";
    /// An adverb or particle.
    ADV = 17, "adv";
    /// A word of time.
    TIME = 18, "time";
    /// A noun for a person who may speak.
    PERSON = 19, "person";
    /// A noun for a body that may speak.
    GROUP = 20, "group";
    /// A noun before the title of a work.
    WORK = 21, "work";
    /// A word before a nickname or a term.
    NICK = 22, "nick";
    /// A title before a name.
    TITLE = 23, "title";
    /// A word that tells a woman.
    SHE = 24, "she";
    /// A word that tells a man.
    HE = 25, "he";
    /// A word with a capital that is no small word.
    NAME = 26, "(name)";
    /// The clitic *’s*.
    POSSESSIVE = 27, "(possessive)";
    /// A form that ends in *-ing*.
    ING = 28, "(ing)";
    /// A word with a capital.
    CAPITAL = 29, "(capital)";
    /// A verb that takes *to*: *promised to*.
    TO = 30, "to";
    /// A word before whose report this is: *selon*, *según*.
    PER = 31, "per";
}

impl Flags {
    /// Any verb that can attribute speech.
    pub(super) const CUE: Self = Self(0b111_1111);
    /// Verbs that report in their own right, without quotation marks beside them.
    pub(super) const SPEECH: Self = Self(0b1111);

    /// Whether it has any of `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The languages whose cues are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tongue {
    /// English, and the reading of texts in any language without a list of its own.
    #[default]
    English,
    /// German, whose verb may stand at the end and whose mood alone reports.
    German,
    /// Any other language with a list of its own; it is read by grammar alone, without the learnt scorers.
    Other,
}

/// The words of one language.
pub(super) struct Lexicon {
    /// Which language.
    pub(super) tongue: Tongue,
    words: BTreeMap<&'static str, Flags>,
}

impl Lexicon {
    /// The words of `lists`.
    pub(super) fn new(tongue: Tongue, lists: &[&'static str]) -> Self {
        Self { tongue, words: read(lists) }
    }

    /// Whether it has cues, determiners and prepositions.
    #[cfg(test)]
    pub(super) fn is_filled(&self) -> bool {
        [Flags::SAY, Flags::DET, Flags::PREP].iter().all(|flag| self.words.values().filter(|flags| flags.any(*flag)).count() > 5)
    }

    /// Whether `word`, or what follows its apostrophe, is a small word or a cue of the lists that no other part of speech shares.
    pub(super) fn has_small(&self, word: &str, buffer: &mut String) -> bool {
        let small = Flags::DET.with(Flags::PREP).with(Flags::PRON).with(Flags::AUX).with(Flags::CONJ).with(Flags::SUB).with(Flags::SAY);
        let clitic = word.split_once(['’', '\'']).is_some_and(|(head, _)| self.words.contains_key(format!("{head}'").as_str()));
        clitic || self.look_up(word, buffer).0.any(small)
    }

    /// What `word` can do, in any case and with any apostrophe.
    pub(super) fn flags(&self, word: &str, buffer: &mut String) -> Flags {
        self.look_up(word, buffer).0
    }

    /// What `word` can do, and how the lists write it; empty where they do not have it.
    pub(super) fn look_up(&self, word: &str, buffer: &mut String) -> (Flags, &'static str) {
        buffer.clear();
        buffer.extend(word.chars().take(32).flat_map(char::to_lowercase).map(|sign| if matches!(sign, '’' | '‘') { '\'' } else { sign }));
        let entry = self.words.get_key_value(buffer.as_str()).or_else(|| self.words.get_key_value(buffer.strip_suffix('.')?));
        let (word_in_list, listed) = entry.map_or(("", Flags::default()), |(word, flags)| (*word, *flags));
        (listed.with(self.shape(word, buffer, listed)), word_in_list)
    }

    /// What the shape of a word adds to what the lists say.
    fn shape(&self, word: &str, lower: &str, listed: Flags) -> Flags {
        let mut flags = Flags::default();
        match lower {
            "'s" | "'" => return Flags::POSSESSIVE,
            "'d" | "'ll" | "'ve" | "'re" | "'m" | "n't" => return Flags::AUX,
            _ => {}
        }
        if self.tongue == Tongue::English && lower.ends_with("ly") && lower.len() > 4 && listed == Flags::default() {
            flags = flags.with(Flags::ADV);
        }
        if self.tongue == Tongue::English && lower.ends_with("ing") && lower.len() > 4 {
            flags = flags.with(Flags::ING);
        }
        if word.starts_with(char::is_uppercase) {
            flags = flags.with(Flags::CAPITAL);
            let small = Flags::DET
                .with(Flags::PREP)
                .with(Flags::PRON)
                .with(Flags::AUX)
                .with(Flags::CONJ)
                .with(Flags::SUB)
                .with(Flags::OBJECT)
                .with(Flags::REL);
            if !listed.any(small.with(Flags::ADV)) && !flags.any(Flags::ADV) {
                flags = flags.with(Flags::NAME);
            }
        }
        flags
    }
}

/// Reads word lists: a class, white space, then words; `#` opens a comment.
fn read(lists: &[&'static str]) -> BTreeMap<&'static str, Flags> {
    let mut words: BTreeMap<&'static str, Flags> = BTreeMap::new();
    for line in lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let Some(class) = parts.next().and_then(Flags::of_class) else { continue };
        for word in parts {
            let bare = word.trim_end_matches('*');
            let flags = if bare.len() < word.len() { class.with(Flags::NOUNISH) } else { class };
            let entry = words.entry(bare).or_default();
            *entry = entry.with(flags);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::languages;
    use super::*;

    fn check(word: &str, expected: Flags) {
        let flags = languages::of_text(Some("en"), "").flags(word, &mut String::new());
        assert!(flags.any(expected), "{word}: {flags:?}");
    }

    #[test]
    fn lists_are_read_and_shapes_seen() {
        check("said", Flags::SAY);
        check("Told", Flags::TELL);
        check("claims", Flags::NOUNISH);
        check("Waltz", Flags::NAME);
        check("The", Flags::DET);
        check("repeatedly", Flags::ADV);
        check("’s", Flags::POSSESSIVE);
        check("calling", Flags::ING);
        assert!(!languages::of_text(Some("en"), "").flags("The", &mut String::new()).any(Flags::NAME));
    }

    #[test]
    fn every_line_of_the_lists_names_a_class() {
        for list in [
            include_str!("../../../seeds/lists/cues.en.txt"),
            include_str!("../../../seeds/lists/words.en.txt"),
            include_str!("../../../seeds/lists/cues.de.txt"),
            include_str!("../../../seeds/lists/words.de.txt"),
            include_str!("../../../seeds/lists/cues.fr.txt"),
            include_str!("../../../seeds/lists/words.fr.txt"),
            include_str!("../../../seeds/lists/cues.es.txt"),
            include_str!("../../../seeds/lists/words.es.txt"),
            include_str!("../../../seeds/lists/cues.it.txt"),
            include_str!("../../../seeds/lists/words.it.txt"),
            include_str!("../../../seeds/lists/cues.pt.txt"),
            include_str!("../../../seeds/lists/words.pt.txt"),
            include_str!("../../../seeds/lists/cues.nl.txt"),
            include_str!("../../../seeds/lists/words.nl.txt"),
            include_str!("../../../seeds/lists/cues.nordic.txt"),
            include_str!("../../../seeds/lists/cues.pl.txt"),
        ] {
            for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let class = line.split_whitespace().next().unwrap_or_default();
                assert!(Flags::of_class(class).is_some(), "{line}");
            }
        }
    }
}
