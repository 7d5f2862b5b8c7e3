//! Selected words widened to what codes are given to: sentences, paragraphs, the whole article.

use crate::block::Block;
use crate::document::Document;
use crate::language::analyse;
use crate::text::Span;

/// How much of the text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The sentences that are touched.
    Sentence,
    /// The blocks that are touched.
    Paragraph,
    /// Every block.
    Article,
}

impl Extent {
    /// All of them, the smallest first.
    pub const ALL: [Self; 3] = [Self::Sentence, Self::Paragraph, Self::Article];
}

/// `spans`, which lie in one block each, widened: one span a block that is touched, in order.
#[must_use]
pub fn widened(document: &Document, spans: &[Span], extent: Extent) -> Vec<Span> {
    if extent == Extent::Article {
        return document.blocks.iter().map(|block| block.span).collect();
    }
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let Some(block) = document.block_at(span.start).and_then(|index| document.blocks.get(index)) else { continue };
        let wide = if extent == Extent::Paragraph { block.span } else { sentences(document, block, *span) };
        match out.last_mut().filter(|last| wide.start < last.end) {
            Some(last) => *last = last.cover(wide),
            None => out.push(wide),
        }
    }
    out
}

/// From the first sentence that `span` touches to the last.
fn sentences(document: &Document, block: &Block, span: Span) -> Span {
    let language = analyse(&document.text, std::slice::from_ref(block));
    let touched =
        language.sentences.iter().map(|sentence| sentence.span).filter(|sentence| sentence.start < span.end && span.start < sentence.end);
    touched.fold(span, Span::cover)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{document, span};

    fn check(words: &[&str], extent: Extent, expected: &[&str]) {
        let document = document();
        let spans: Vec<Span> = words.iter().map(|words| span(words)).collect();
        let wide = widened(&document, &spans, extent);
        assert_eq!(wide.iter().map(|span| document.words(*span)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_become_their_sentence() {
        check(&["met"], Extent::Sentence, &["Marco Rubio met Ana Díaz."]);
        check(&["Díaz. “We"], Extent::Sentence, &["Marco Rubio met Ana Díaz. “We go on,” Rubio said."]);
        check(&["resume", "Marco"], Extent::Sentence, &["Talks resume", "Marco Rubio met Ana Díaz."]);
        check(&["Marco", "met"], Extent::Sentence, &["Marco Rubio met Ana Díaz."]);
    }

    #[test]
    fn words_become_their_paragraph_and_the_article() {
        check(&["met"], Extent::Paragraph, &["Marco Rubio met Ana Díaz. “We go on,” Rubio said."]);
        check(&["met"], Extent::Article, &["Talks resume", "Marco Rubio met Ana Díaz. “We go on,” Rubio said.", "Menu"]);
        check(&[], Extent::Paragraph, &[]);
    }
}
