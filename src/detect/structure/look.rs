//! What one line looks like: counts that need no language, and the share of small words that eight languages run on.

use super::language::is_stop_word;
use super::phrases::{self, Hit};

/// What one block looks like, by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Characters, white space apart.
    pub letters: u32,
    /// Letters of other scripts than the Latin one.
    pub foreign: u32,
    /// Words: stretches between white space with a letter or a digit.
    pub words: u32,
    /// Words among the stop words of the eight languages.
    pub stops: u32,
    /// Words that start with a capital letter.
    pub capitals: u32,
    /// Words of two letters or more, all capitals.
    pub shouts: u32,
    /// Words that are figures.
    pub figures: u32,
    /// Commas and semicolons.
    pub commas: u32,
    /// Ends of sentences inside and at the end.
    pub sentences: u32,
    /// Signs that part the items of a menu: `|`, `›`, `»`, `·`, `•`, `/`, tabs.
    pub parts: u32,
    /// The last character is one that ends a sentence, closing marks aside.
    pub full_stop: bool,
    /// The last character is `:`.
    pub colon: bool,
    /// The last character is `?`, closing marks aside.
    pub question: bool,
    /// The last characters are `…` or `...`: a teaser cut short.
    pub ellipsis: bool,
    /// The first letter is small.
    pub small: bool,
    /// It starts with a bullet.
    pub bullet: bool,
    /// It starts with a quotation mark.
    pub quoted: bool,
    /// It holds an address of the web or of mail, a handle or a hash tag.
    pub address: bool,
    /// A standing phrase of page furniture.
    pub hit: Option<Hit>,
    /// It is a date or a time of publication, and little else.
    pub dated: bool,
}

/// Letters of another script that make a sentence.
const FOREIGN: u32 = 30;

impl Look {
    /// What `text`, a block without outer white space, looks like.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut look = Self::default();
        for word in text.split_whitespace() {
            look.add(word);
        }
        look.ends(text);
        look.starts(text);
        let words = phrases::words(text);
        look.hit = phrases::find(&words);
        look.dated = super::stamp::is_stamp(text, &words);
        look
    }

    /// Whether it reads like a sentence of running text: by its small words, or in a language whose small words are not known by its length and form.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        self.words >= 8 && self.full_stop && self.share(self.stops) >= 0.15
            || self.words >= 25 && self.share(self.stops) >= 0.2 && self.share(self.capitals) < 0.5
            || self.words >= 14 && self.full_stop && self.share(self.capitals) < 0.3
            || self.foreign >= FOREIGN && self.full_stop
    }

    /// `count` as a share of the words.
    #[must_use]
    pub fn share(&self, count: u32) -> f32 {
        count as f32 / self.words.max(1) as f32
    }

    fn add(&mut self, word: &str) {
        self.letters += u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        self.foreign += u32::try_from(word.chars().filter(|c| '\u{2af}' < *c && c.is_alphabetic()).count()).unwrap_or(u32::MAX);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        self.parts += u32::from(matches!(word, "|" | "›" | "»" | "·" | "•" | "/" | ">" | "–" | "—") && self.words > 0);
        self.address |= word.contains("://") || word.contains("www.") || word.contains('@') || word.starts_with('#');
        if bare.is_empty() {
            return;
        }
        self.words += 1;
        self.commas += u32::from(word.ends_with([',', ';']));
        self.capitals += u32::from(bare.starts_with(char::is_uppercase));
        self.shouts += u32::from(
            bare.len() >= 2 && bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) && bare.chars().any(char::is_alphabetic),
        );
        self.figures += u32::from(bare.starts_with(|c: char| c.is_ascii_digit()));
        self.stops += u32::from(is_stop_word(bare));
        let end = word.trim_end_matches(['"', '”', '’', '\'', '»', '“', ')', ']']);
        self.sentences += u32::from(end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।']) && bare.chars().count() > 2);
    }

    fn ends(&mut self, text: &str) {
        let text = without_signature(text);
        let end =
            text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | '»' | '“' | '‘' | '«' | ')' | ']'));
        self.full_stop = end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।']);
        self.question = end.ends_with(['?', '？', '؟']);
        self.ellipsis = end.ends_with('…') || end.ends_with("...");
        self.colon = text.ends_with([':', '：']);
    }

    fn starts(&mut self, text: &str) {
        let first = text.chars().next().unwrap_or(' ');
        self.bullet = matches!(first, '•' | '◦' | '▪' | '‣' | '●' | '■' | '·' | '*' | '⁃' | '–' | '-')
            && text.chars().nth(1).is_some_and(char::is_whitespace);
        self.quoted = matches!(first, '"' | '“' | '„' | '«' | '»' | '‘' | '\'');
        self.small = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
        self.parts += u32::try_from(text.matches('\t').count()).unwrap_or(0);
    }
}

/// `text` without a short bracket after its last full stop: `… he said. (AP)`.
fn without_signature(text: &str) -> &str {
    let bare = text.strip_suffix(')').and_then(|inside| Some(text[..inside.rfind('(')?].trim_end()));
    bare.filter(|bare| bare.ends_with(['.', '!', '?', '“', '”', '"']) && text.len() - bare.len() <= 40).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_told_from_labels() {
        assert!(Look::of("The mayor said on Friday that the bridge would open again.").is_prose());
        assert!(Look::of("Der Bürgermeister sagte am Freitag, dass die Brücke wieder offen ist.").is_prose());
        assert!(Look::of("Мэр сообщил в пятницу, что мост через реку снова открыт.").is_prose());
        assert!(Look::of("市長は金曜日、川に架かる橋が九か月ぶりに再び通れるようになったと発表した。").is_prose());
        assert!(Look::of("Burmistrz zapowiedział, że przebudowany most znów będzie dostępny dla mieszkańców obu brzegów rzeki od najbliższego piątku.").is_prose());
        assert!(!Look::of("Home News Sport Weather Travel Culture Opinion Video Podcasts").is_prose());
        assert!(!Look::of("Bridge to open again").is_prose());
    }

    #[test]
    fn counts_are_what_they_say() {
        let look = Look::of("• “Go,” he said. NATO has 32 members…");
        assert_eq!((look.words, look.figures, look.shouts, look.sentences), (7, 1, 1, 1));
        assert!(Look::of("Das Werk bleibt. (hwo/cay)").full_stop && !Look::of("Das Werk (alt)").full_stop);
        assert!(look.bullet && look.ellipsis && look.full_stop && !look.colon);
    }
}
