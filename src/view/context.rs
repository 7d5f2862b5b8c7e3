//! A mark with the words around it in its sentence.

use super::one_line;
use crate::annotation::Annotation;
use crate::block::Block;
use crate::document::Document;
use crate::language;
use crate::text::Span;

/// A mark's words with those before and after them, each on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The sentence up to the mark; begins with "…" where it is cut.
    pub before: String,
    /// The mark's words.
    pub words: String,
    /// The sentence after the mark; ends with "…" where it is cut.
    pub after: String,
}

/// How many characters are shown before the mark, and after it.
const MOST: usize = 70;

/// What opens an item of a list and says nothing.
const BULLETS: [char; 6] = ['•', '·', '▪', '‣', '*', '-'];

/// The sentence that `annotation` begins in, shortened on both sides.
#[must_use]
pub fn context(document: &Document, annotation: &Annotation) -> Context {
    let mark = annotation.extent();
    let sentence = sentence(document, mark);
    let before = document.words(Span { start: sentence.start.min(mark.start), end: mark.start });
    let after = document.words(Span { start: mark.end, end: sentence.end.max(mark.end) });
    let before = tail(&one_line(before.trim_start_matches(BULLETS).trim_start()));
    Context { before, words: one_line(document.words(mark)), after: head(&one_line(after)) }
}

/// The sentence around `mark`, looked for in the neighbourhood only: a block may be as long as the text.
fn sentence(document: &Document, mark: Span) -> Span {
    const NEAR: usize = 400;
    let Some(block) = document.block_at(mark.start).and_then(|index| document.blocks.get(index)) else { return mark };
    let start = document.text.ceil_char_boundary(mark.from().saturating_sub(NEAR)).max(block.span.from()).min(mark.from());
    let end = document.text.floor_char_boundary(mark.to() + NEAR).min(block.span.to()).max(mark.to());
    let near = Block { span: Span::new(start, end), blank_before: 0 };
    let language = language::analyse(&document.text, &[near]);
    language.sentence_at(mark.from()).map_or(mark, |sentence| sentence.span.cover(mark))
}

/// At most [`MOST`] characters from the end, from the start of a word.
fn tail(words: &str) -> String {
    let Some(cut) = words.chars().count().checked_sub(MOST).filter(|cut| 0 < *cut) else { return words.to_owned() };
    let kept: String = words.chars().skip(cut).collect();
    format!("…{}", kept.split_once(' ').map_or(kept.as_str(), |(_, rest)| rest))
}

/// At most [`MOST`] characters from the start, to the end of a word.
fn head(words: &str) -> String {
    if words.chars().nth(MOST).is_none() {
        return words.to_owned();
    }
    let kept: String = words.chars().take(MOST).collect();
    format!("{}…", kept.rsplit_once(' ').map_or(kept.as_str(), |(rest, _)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::AnnotationId;
    use crate::document::testing::document;

    fn of(document: &Document, id: u32) -> Context {
        context(document, &document.annotations[&AnnotationId(id)])
    }

    #[test]
    fn the_rest_of_the_sentence_stands_around_the_mark() {
        let context = of(&document(), 5);
        assert_eq!((context.before.as_str(), context.words.as_str(), context.after.as_str()), ("Marco Rubio met ", "Ana Díaz", "."));
    }

    #[test]
    fn long_sentences_are_cut_between_words() {
        let words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        assert!(head(words).ends_with("twelve…"), "{}", head(words));
        assert!(tail(words).starts_with("…five "), "{}", tail(words));
        assert_eq!((head("short"), tail("short")), ("short".to_owned(), "short".to_owned()));
    }
}
