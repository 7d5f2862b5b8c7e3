//! Finding words in the text, in marks, in labels and in notes.

use crate::annotation::{Annotation, AnnotationId, Decision};
use crate::document::Document;
use crate::text::Span;
use regex::{Regex, RegexBuilder};
use std::borrow::Cow;

/// No more hits than this are listed: what finds more finds everything.
pub const MOST: usize = 5000;

/// The longest pattern that is tried, in bytes.
const LONGEST: usize = 1000;

/// Where to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// In the text.
    #[default]
    Text,
    /// In the words of marks.
    Marks,
    /// In the names of marks' labels.
    Labels,
    /// In notes.
    Notes,
}

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, or the pattern.
    pub words: String,
    /// Where to look.
    pub within: Within,
    /// Whether capital and small letters differ.
    pub is_case: bool,
    /// Whether only whole words count.
    pub is_whole: bool,
    /// Whether the words are a regular expression.
    pub is_pattern: bool,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub span: Span,
    /// The mark, unless it was looked for in the text.
    pub mark: Option<AnnotationId>,
}

/// What `query` finds, in the order of the text, at most [`MOST`]; nothing for no words. Rejected marks are not looked through.
///
/// # Errors
/// When the pattern is none: a sentence that says what is wrong with it.
pub fn find(document: &Document, query: &Query) -> Result<Vec<Hit>, String> {
    if query.words.is_empty() {
        return Ok(Vec::new());
    }
    let seeker = Seeker::new(query)?;
    if query.within == Within::Text {
        return Ok(seeker.all(&document.text).into_iter().map(|span| Hit { span, mark: None }).collect());
    }
    let standing = document.annotations.values().filter(|one| one.decision != Decision::Rejected);
    // The role of a block covers all of it: its words are the text's.
    let found = standing.filter(|one| query.within != Within::Marks || !document.is_role(one));
    let found = found.filter(|one| seeker.is_in(&searched(document, one, query.within)));
    let mut hits: Vec<Hit> = found.map(|one| Hit { span: one.extent(), mark: Some(one.id) }).collect();
    hits.sort_unstable_by_key(|hit| (hit.span, hit.mark));
    hits.truncate(MOST);
    Ok(hits)
}

/// What of a mark is looked through.
fn searched<'a>(document: &'a Document, annotation: &'a Annotation, within: Within) -> Cow<'a, str> {
    match within {
        Within::Text | Within::Marks => document.words_of(annotation).into(),
        Within::Labels => annotation.label.name().title().to_owned().into(),
        Within::Notes => annotation.note.as_str().into(),
    }
}

/// How a query is looked for.
enum Seeker {
    /// These words as they are.
    Words {
        words: String,
        is_whole: bool,
    },
    /// These words in small letters, in small letters.
    Folded {
        words: String,
        is_whole: bool,
    },
    Pattern {
        pattern: Regex,
        is_whole: bool,
    },
}

impl Seeker {
    fn new(query: &Query) -> Result<Self, String> {
        let is_whole = query.is_whole;
        if query.is_pattern {
            if LONGEST < query.words.len() {
                return Err("the pattern is too long".to_owned());
            }
            let pattern = RegexBuilder::new(&query.words).case_insensitive(!query.is_case).multi_line(true).build();
            return pattern.map(|pattern| Self::Pattern { pattern, is_whole }).map_err(|error| error.to_string());
        }
        Ok(if query.is_case {
            Self::Words { words: query.words.clone(), is_whole }
        } else {
            Self::Folded { words: query.words.to_lowercase(), is_whole }
        })
    }

    fn is_in(&self, text: &str) -> bool {
        !self.all(text).is_empty()
    }

    fn all(&self, text: &str) -> Vec<Span> {
        let keep = |is_whole: &bool, span: &Span| !span.is_empty() && (!is_whole || is_whole_word(text, *span));
        match self {
            Self::Words { words, is_whole } => {
                let found = text.match_indices(words.as_str()).map(|(at, _)| Span::new(at, at + words.len()));
                found.filter(|span| keep(is_whole, span)).take(MOST).collect()
            }
            Self::Folded { words, is_whole } => {
                let folded = Folded::new(text);
                let found = folded.text.match_indices(words.as_str()).filter_map(|(at, _)| folded.span(at, at + words.len()));
                found.filter(|span| keep(is_whole, span)).take(MOST).collect()
            }
            Self::Pattern { pattern, is_whole } => {
                let found = pattern.find_iter(text).map(|found| Span::new(found.start(), found.end()));
                found.filter(|span| keep(is_whole, span)).take(MOST).collect()
            }
        }
    }
}

/// A text in small letters, and from where each of its bytes is: some letters change their length.
struct Folded {
    text: String,
    /// For each byte of `text` where its letter starts in the original; `u32::MAX` inside a letter. One more for the end.
    starts: Vec<u32>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::with_capacity(original.len() + 1);
        for (at, character) in original.char_indices() {
            text.extend(character.to_lowercase());
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
            starts.resize(text.len(), u32::MAX);
        }
        starts.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        Self { text, starts }
    }

    /// The original of a stretch of the small letters; `None` when it cuts a letter.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (*self.starts.get(start)?, *self.starts.get(end)?);
        (start != u32::MAX && end != u32::MAX).then_some(Span { start, end })
    }
}

/// Whether no letter and no digit stands on either side of `span`.
fn is_whole_word(text: &str, span: Span) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_inside(text[..span.from()].chars().next_back()) && !is_inside(text[span.to()..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{NOW, document};
    use crate::document::{Command, Workspace};

    fn check(query: Query, expected: &[&str]) {
        let document = document();
        let hits = find(&document, &query).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(hits.iter().map(|hit| document.words(hit.span)).collect::<Vec<_>>(), expected, "{query:?}");
    }

    fn words(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    #[test]
    fn text_is_found_with_and_without_regard_to_case() {
        check(words("rubio"), &["Rubio", "Rubio"]);
        check(words("DÍAZ"), &["Díaz"]);
        check(Query { is_case: true, ..words("rubio") }, &[]);
        check(words(""), &[]);
    }

    #[test]
    fn whole_words_only_when_asked() {
        check(words("me"), &["me", "me", "Me"]);
        check(Query { is_whole: true, ..words("me") }, &[]);
        check(Query { is_whole: true, ..words("met") }, &["met"]);
    }

    #[test]
    fn patterns_are_found_and_bad_ones_explained() {
        check(Query { is_pattern: true, is_case: true, ..words("[A-Z][a-z]+ [A-Z]\\w+") }, &["Marco Rubio", "Ana Díaz"]);
        check(Query { is_pattern: true, ..words("x*") }, &[]);
        assert!(find(&document(), &Query { is_pattern: true, ..words("(") }).is_err());
        assert!(find(&document(), &Query { is_pattern: true, ..words(&"a".repeat(2000)) }).is_err());
    }

    #[test]
    fn marks_labels_and_notes_are_found() {
        check(Query { within: Within::Marks, ..words("rubio") }, &["Marco Rubio", "Rubio"]);
        check(Query { within: Within::Labels, ..words("person") }, &["Marco Rubio", "Ana Díaz", "Rubio"]);
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::SetNote(AnnotationId(7), "Ask again".to_owned()), NOW);
        let hits = find(workspace.document(), &Query { within: Within::Notes, ..words("ask") }).unwrap_or_default();
        assert_eq!(hits.iter().map(|hit| hit.mark).collect::<Vec<_>>(), [Some(AnnotationId(7))]);
    }

    #[test]
    fn letters_that_change_their_length_keep_their_place() {
        let folded = Folded::new("İstanbul Straße");
        let at = folded.text.find("stan").unwrap_or_default();
        assert_eq!(folded.span(at, at + 4).map(|span| span.of("İstanbul Straße").to_owned()), Some("stan".to_owned()));
    }

    #[test]
    fn patterns_that_blow_up_elsewhere_do_not_here() {
        let pattern = Regex::new("(a|aa)+$").expect("it is a pattern");
        assert!(!pattern.is_match(&format!("{}b", "a".repeat(20_000))));
    }
}
