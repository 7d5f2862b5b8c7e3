//! Which language a text is in, by the small words that it runs on.

/// BCP 47 tag and the most frequent small words of eight languages, lower case.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not", "he", "his",
            "but", "at", "are", "this", "have", "from", "or", "had", "an", "they", "which", "one", "you", "were", "all", "her", "she",
            "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "no", "more", "if", "out", "so", "said", "what",
            "up", "its", "about", "than", "into", "them", "can", "only", "other", "time", "new", "some", "could", "these", "two", "may",
            "first", "then", "do", "any", "like", "my", "now", "over", "such", "our", "me", "even", "most", "made", "after", "also", "did",
            "many", "must", "before", "through", "years", "where", "much", "your", "way", "well", "down", "should", "because", "how", "i",
            "just", "while", "during",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für", "ist", "im", "dem", "nicht", "ein",
            "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird", "bei", "einer", "um", "am",
            "sind", "noch", "wie", "einem", "über", "einen", "so", "zum", "war", "haben", "nur", "oder", "aber", "vor", "zur", "bis",
            "mehr", "durch", "man", "sein", "wurde", "sei", "kann", "gegen", "vom", "können", "schon", "wenn", "habe", "seine", "ihre",
            "dann", "unter", "wir", "soll", "ich", "eines", "jahr", "zwei", "diese", "dieser", "wieder", "keine", "seiner", "worden",
            "will", "zwischen", "immer", "was", "sagte",
        ],
    ),
    (
        "fr",
        &[
            "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour", "qui", "dans", "a", "par", "plus", "pas",
            "au", "sur", "ne", "se", "ce", "il", "sont", "avec", "son", "ses", "mais", "comme", "ou", "si", "leur", "y", "dont", "elle",
            "aux", "cette", "ces", "été", "être", "ont", "fait", "même", "on", "nous", "vous", "sa", "deux", "aussi", "entre", "sans",
            "après", "c'est", "ils", "était", "avait", "tout", "tous", "où", "très", "selon", "peut", "d'un", "d'une", "qu'il", "n'est",
            "depuis", "contre",
        ],
    ),
    (
        "es",
        &[
            "de", "la", "que", "el", "en", "y", "a", "los", "se", "del", "las", "un", "por", "con", "no", "una", "su", "para", "es", "al",
            "lo", "como", "más", "o", "pero", "sus", "le", "ha", "me", "si", "sin", "sobre", "este", "ya", "entre", "cuando", "todo",
            "esta", "ser", "son", "dos", "también", "fue", "había", "era", "muy", "años", "hasta", "desde", "está", "mi", "porque", "qué",
            "sólo", "han", "yo", "hay", "vez", "puede", "todos", "así", "nos", "ni", "parte", "tiene", "él", "uno", "donde", "según",
            "tras",
        ],
    ),
    (
        "it",
        &[
            "di", "e", "il", "la", "che", "in", "a", "per", "è", "un", "del", "non", "i", "le", "una", "della", "con", "da", "si", "dei",
            "al", "nel", "alla", "delle", "sono", "anche", "più", "ha", "lo", "come", "gli", "su", "ma", "dal", "o", "ed", "se", "dalla",
            "nella", "degli", "questo", "essere", "ai", "loro", "suo", "sua", "stato", "tra", "dopo", "quando", "cui", "hanno", "questa",
            "sul", "due", "anni", "sulla", "prima", "solo", "ancora", "fatto", "perché", "stata", "alle", "era",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "die", "niet", "aan", "er", "om", "ook",
            "als", "dan", "maar", "bij", "door", "uit", "nog", "naar", "heeft", "hij", "ze", "wordt", "tot", "je", "worden", "over", "ik",
            "meer", "was", "wel", "geen", "na", "kan", "werd", "hebben", "deze", "zo", "of", "we", "haar", "hun", "al", "jaar", "twee",
            "tegen", "wat", "veel", "moet", "toen", "waar", "onder", "zegt", "volgens",
        ],
    ),
    (
        "pt",
        &[
            "de", "a", "o", "que", "e", "do", "da", "em", "um", "para", "com", "não", "uma", "os", "no", "se", "na", "por", "mais", "as",
            "dos", "como", "mas", "ao", "das", "à", "seu", "sua", "ou", "quando", "muito", "nos", "já", "também", "só", "pelo", "pela",
            "até", "isso", "ela", "entre", "depois", "sem", "mesmo", "aos", "seus", "quem", "nas", "me", "esse", "eles", "foi", "são",
            "está", "ser", "tem", "ele", "era", "ter", "anos", "segundo", "sobre",
        ],
    ),
    (
        "sv",
        &[
            "och", "i", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "har", "de", "inte", "om", "ett", "han",
            "men", "var", "jag", "sig", "från", "vi", "så", "kan", "när", "man", "år", "säger", "hon", "under", "också", "efter", "eller",
            "nu", "sin", "där", "vid", "mot", "ska", "skulle", "kommer", "ut", "får", "finns", "vara", "hade", "alla", "andra", "mycket",
            "än", "här", "då", "över", "bara", "blir", "upp", "även", "vad", "få", "två", "vill", "ha", "många", "hur", "mer", "varit",
            "detta", "sedan", "enligt",
        ],
    ),
];

/// Small words needed before a language is named.
const ENOUGH: usize = 5;

/// Whether `word` is a small word of one of the languages, in any case.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    languages(word) != 0
}

/// No small word is longer, in bytes.
const LONGEST: usize = 10;

/// The languages of which `word` is a small word, in any case: a bit for each.
fn languages(word: &str) -> u8 {
    if LONGEST < word.len() {
        return 0;
    }
    let hash = hash(word);
    let mut place = hash as usize % PLACES;
    while let Some((found, languages)) = STOPS.get(place).filter(|(_, languages)| *languages != 0) {
        if *found == hash {
            return *languages;
        }
        place = (place + 1) % PLACES;
    }
    0
}

/// How many places the table of small words has; they fill about a third of them.
const PLACES: usize = 2048;

/// The hash of each small word with its languages, of open addresses: a word stands at the place that its hash names, or at the first free
/// one after it. Made when the engine is compiled.
static STOPS: [(u32, u8); PLACES] = stops();

const fn stops() -> [(u32, u8); PLACES] {
    let mut table = [(0, 0); PLACES];
    let mut language = 0;
    while language < LANGUAGES.len() {
        let words = LANGUAGES[language].1;
        let mut number = 0;
        while number < words.len() {
            let (bytes, mut hash, mut at) = (words[number].as_bytes(), START, 0);
            while at < bytes.len() {
                hash = step(hash, bytes[at]);
                at += 1;
            }
            let mut place = hash as usize % PLACES;
            while table[place].1 != 0 && table[place].0 != hash {
                place = (place + 1) % PLACES;
            }
            table[place] = (hash, table[place].1 | 1 << language);
            number += 1;
        }
        language += 1;
    }
    table
}

/// FNV-1a of 32 bits.
const START: u32 = 0x811c_9dc5;

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The hash of `word` in lower case, with straight apostrophes.
fn hash(word: &str) -> u32 {
    if word.is_ascii() {
        return word.bytes().fold(START, |hash, byte| step(hash, byte.to_ascii_lowercase()));
    }
    let plain = |letter| if letter == '’' { '\'' } else { letter };
    let letters = word.chars().flat_map(char::to_lowercase).map(plain);
    letters.fold(START, |hash, letter| letter.encode_utf8(&mut [0; 4]).bytes().fold(hash, step))
}

/// The language of `words` as a BCP 47 tag, when the small words of one outweigh all others'; reads the first 3000 words.
#[must_use]
pub fn detect<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let mut counts = [0_usize; 8];
    for word in words.take(3000) {
        let languages = languages(word.trim_matches(|c: char| !c.is_alphanumeric()));
        counts.iter_mut().enumerate().for_each(|(at, count)| *count += usize::from(languages >> at & 1));
    }
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counts[at]));
    let (first, second) = (counts[order[0]], counts[order[1]]);
    (ENOUGH <= first && second * 5 < first * 4).then(|| LANGUAGES[order[0]].0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(detect(text.split_whitespace()), expected, "{text}");
    }

    #[test]
    fn tells_eight_languages_apart() {
        check("The mayor said on Friday that the bridge would open again in the spring.", Some("en"));
        check("Der Bürgermeister sagte am Freitag, dass die Brücke im Frühjahr wieder für den Verkehr öffnet.", Some("de"));
        check("Le maire a dit vendredi que le pont serait rouvert au printemps pour les habitants de la ville.", Some("fr"));
        check("El alcalde dijo el viernes que el puente se abriría de nuevo en la primavera para los vecinos.", Some("es"));
        check("Il sindaco ha detto che il ponte della città sarà riaperto in primavera per i residenti, anche di notte.", Some("it"));
        check("De burgemeester zei op vrijdag dat de brug in het voorjaar weer open gaat voor het verkeer.", Some("nl"));
        check("O prefeito disse na sexta que a ponte não será reaberta até a primavera para os moradores da cidade.", Some("pt"));
        check("Borgmästaren sade på fredagen att bron ska öppnas igen till våren för alla som bor i staden.", Some("sv"));
    }

    #[test]
    fn says_nothing_of_too_little() {
        check("Menu", None);
        check("", None);
    }
}
