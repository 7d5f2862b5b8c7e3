//! The other places where the same words stand: for tagging all of them at once.

use super::Document;
use crate::annotation::{Annotation, Layer};
use crate::text::Span;

/// `span` and every other place where its words stand as whole words and no standing mark of `layer` touches them.
#[must_use]
pub fn occurrences(document: &Document, span: Span, layer: Layer) -> Vec<Span> {
    let words = document.words(span);
    if words.is_empty() {
        return Vec::new();
    }
    let marked = Covered::by(document.standing(layer).filter(|one| !document.is_role(one)).map(Annotation::extent).collect());
    let found = document.text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len()));
    found.filter(|found| *found == span || (is_whole(&document.text, *found) && !marked.touches(*found))).collect()
}

/// Those of `spans` that no standing mark of `layer` touches.
#[must_use]
pub fn unmarked(document: &Document, spans: Vec<Span>, layer: Layer) -> Vec<Span> {
    let marked = Covered::by(document.standing(layer).filter(|one| !document.is_role(one)).map(Annotation::extent).collect());
    spans.into_iter().filter(|span| !marked.touches(*span)).collect()
}

fn is_whole(text: &str, span: Span) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !(inside(text[..span.from()].chars().next_back()) || inside(text[span.to()..].chars().next()))
}

/// Stretches of the text as one sorted list without overlaps.
struct Covered(Vec<Span>);

impl Covered {
    fn by(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match merged.last_mut().filter(|last| span.start < last.end) {
                Some(last) => last.end = last.end.max(span.end),
                None => merged.push(span),
            }
        }
        Self(merged)
    }

    fn touches(&self, span: Span) -> bool {
        let after = self.0.partition_point(|one| one.end <= span.start);
        self.0.get(after).is_some_and(|one| one.start < span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::{Command, Workspace};
    use super::*;
    use crate::annotation::{AnnotationId, LabelName};

    #[test]
    fn occurrences_are_whole_words_not_yet_marked() {
        let document = document();
        assert_eq!(occurrences(&document, span("Rubio"), Layer::Entity), [span("Rubio")], "the second Rubio is already marked");
        assert_eq!(occurrences(&document, span("Men"), Layer::Entity), [span("Men")], "what is asked for counts");
        assert_eq!(occurrences(&document, span("Rubio"), Layer::Quotation).len(), 2);
    }

    #[test]
    fn words_inside_a_longer_mark_are_left_alone() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Reject(vec![AnnotationId(6)]), NOW);
        let after = workspace.document();
        let last = Span::new(TEXT.rfind("Rubio").unwrap(), TEXT.rfind("Rubio").unwrap() + 5);
        assert_eq!(occurrences(after, last, Layer::Entity), [last], "the first one is part of a name");
        workspace.run(&Command::Add(vec![vec![span("Talks")]], LabelName::Code("x".to_owned())), NOW);
        assert!(Covered::by(vec![span("Talks resume"), span("Talks")]).touches(span("resume")));
    }
}
