//! Which language's words a text is read with: the declared one, or the one whose small words it has.

use super::lexicon::{Lexicon, Tongue};
use std::sync::LazyLock;

/// A language with lists of its own.
struct Known {
    /// How it is declared.
    codes: &'static [&'static str],
    words: LazyLock<Lexicon>,
}

macro_rules! lists {
    ($($name:literal),+) => { &[$(include_str!(concat!("../../../seeds/lists/", $name, ".txt"))),+] };
}

/// The first is read where no other fits.
static KNOWN: [Known; 9] = [
    Known { codes: &["en"], words: LazyLock::new(|| Lexicon::new(Tongue::English, lists!["cues.en", "words.en"])) },
    Known { codes: &["de"], words: LazyLock::new(|| Lexicon::new(Tongue::German, lists!["cues.de", "words.de"])) },
    Known { codes: &["fr"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.fr", "words.fr"])) },
    Known { codes: &["es"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.es", "words.es"])) },
    Known { codes: &["it"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.it", "words.it"])) },
    Known { codes: &["pt"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.pt", "words.pt"])) },
    Known { codes: &["nl"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.nl", "words.nl"])) },
    Known { codes: &["sv", "da", "no", "nb", "nn"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.nordic"])) },
    Known { codes: &["pl"], words: LazyLock::new(|| Lexicon::new(Tongue::Other, lists!["cues.pl"])) },
];

/// How many words tell the language.
const ENOUGH: usize = 1000;

/// The words that a text is read with.
pub(super) fn of_text(declared: Option<&str>, text: &str) -> &'static Lexicon {
    let code = declared.and_then(|code| code.get(..2)).map(str::to_ascii_lowercase);
    let named = code.and_then(|code| KNOWN.iter().find(|known| known.codes.contains(&code.as_str())));
    named.unwrap_or_else(|| told(text)).lexicon()
}

impl Known {
    fn lexicon(&'static self) -> &'static Lexicon {
        &self.words
    }
}

/// The language whose lists have most of the small words of a text; German where only its marks tell.
fn told(text: &str) -> &'static Known {
    let mut counts = [0_u32; KNOWN.len()];
    let mut buffer = String::new();
    for word in text.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '-' | '’' | '\''))).take(ENOUGH) {
        if word.starts_with(char::is_lowercase) {
            for (count, known) in counts.iter_mut().zip(&KNOWN) {
                *count += u32::from(known.words.has_small(word, &mut buffer));
            }
        }
    }
    if counts.iter().all(|count| *count <= counts[0].min(counts[1])) && text.contains('„') && text.contains('“') {
        return &KNOWN[1];
    }
    let mut best = 0;
    for at in 1..counts.len() {
        best = if counts[at] > counts[best] { at } else { best };
    }
    &KNOWN[best]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(declared: Option<&str>, text: &str, expected: &str) {
        let code = KNOWN.iter().find(|known| std::ptr::eq(known.lexicon(), of_text(declared, text))).map(|known| known.codes[0]);
        assert_eq!(code, Some(expected), "{text}");
    }

    #[test]
    fn the_language_is_told() {
        check(None, "Der Minister und die Kanzlerin", "de");
        check(None, "« Nous n’avons rien », a déclaré le ministre, mardi.", "fr");
        check(None, "The minister and the chancellor", "en");
        check(None, "« On ne sait pas », a dit le maire de la ville.", "fr");
        check(None, "«No sabemos», dijo el alcalde de la ciudad.", "es");
        check(None, "«Non lo sappiamo», ha detto il sindaco della città.", "it");
        check(None, "“Não sabemos o que fazer”, disse o prefeito da cidade.", "pt");
        check(None, "\"Wij weten het niet\", zei de burgemeester van het dorp.", "nl");
        check(None, "”Vi vet inte”, säger ordföranden och det är allt.", "sv");
        check(None, "„Nie wiemy” – powiedział burmistrz.", "pl");
        check(Some("de-AT"), "", "de");
        check(Some("xx"), "", "en");
        check(None, "", "en");
    }

    #[test]
    fn every_language_can_be_read() {
        for known in &KNOWN {
            assert!(known.lexicon().is_filled(), "{}", known.codes[0]);
        }
    }
}
