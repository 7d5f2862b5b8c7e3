//! The text of each block cut where marks begin and end: overlapping marks as consecutive stretches, each with all that cover it.

use crate::annotation::{Annotation, AnnotationId, Decision, Layer};
use crate::document::Document;
use crate::text::Span;

/// A stretch of text and the marks that cover all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands; never empty.
    pub span: Span,
    /// The marks that cover it, the longest first: the order in which they nest.
    pub marks: Vec<AnnotationId>,
}

/// Which marks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Names, dates and numbers.
    pub entity: bool,
    /// Quotations.
    pub quotation: bool,
    /// Furniture inside blocks.
    pub structure: bool,
    /// The user's own codes.
    pub code: bool,
    /// Rejected marks too.
    pub rejected: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self { entity: true, quotation: true, structure: true, code: true, rejected: false }
    }
}

impl Shown {
    /// Whether the marks of `layer` are drawn.
    #[must_use]
    pub fn layer(&self, layer: Layer) -> bool {
        match layer {
            Layer::Structure => self.structure,
            Layer::Entity => self.entity,
            Layer::Quotation => self.quotation,
            Layer::Code => self.code,
        }
    }
}

/// The segments of every block, in order; the segments of a block tile it. The roles of blocks and the codes of the whole article are
/// no marks.
#[must_use]
pub fn segments(document: &Document, shown: Shown) -> Vec<Vec<Segment>> {
    let mut pieces: Vec<Vec<(Span, AnnotationId)>> = vec![Vec::new(); document.blocks.len()];
    for annotation in document.annotations.values().filter(|annotation| is_drawn(document, annotation, shown)) {
        for span in &annotation.spans {
            spread(document, *span, annotation.id, &mut pieces);
        }
    }
    document.blocks.iter().zip(pieces).map(|(block, pieces)| cut(block.span, pieces)).collect()
}

fn is_drawn(document: &Document, annotation: &Annotation, shown: Shown) -> bool {
    let stands = shown.rejected || annotation.decision != Decision::Rejected;
    stands && shown.layer(annotation.layer()) && !document.is_role(annotation) && !document.is_whole(annotation)
}

/// Adds the part of `span` inside each block it touches.
fn spread(document: &Document, span: Span, id: AnnotationId, pieces: &mut [Vec<(Span, AnnotationId)>]) {
    let first = document.blocks.partition_point(|block| block.span.end <= span.start);
    for (block, pieces) in document.blocks.iter().zip(pieces).skip(first).take_while(|(block, _)| block.span.start < span.end) {
        let part = Span { start: span.start.max(block.span.start), end: span.end.min(block.span.end) };
        pieces.push((part, id));
    }
}

/// Cuts `block` at every end of a piece. The pieces that cover a stretch are kept in a list as the walk goes on.
fn cut(block: Span, mut pieces: Vec<(Span, AnnotationId)>) -> Vec<Segment> {
    pieces.sort_by_key(|(span, id)| (span.start, std::cmp::Reverse(span.end), *id));
    let mut bounds: Vec<u32> = pieces.iter().flat_map(|(span, _)| [span.start, span.end]).chain([block.start, block.end]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut waiting = pieces.into_iter().peekable();
    let mut open: Vec<(Span, AnnotationId)> = Vec::new();
    let mut segments = Vec::new();
    for pair in bounds.windows(2) {
        let span = Span { start: pair[0], end: pair[1] };
        open.retain(|(piece, _)| span.start < piece.end);
        while let Some(piece) = waiting.next_if(|(piece, _)| piece.start <= span.start) {
            open.push(piece);
        }
        let mut covering = open.clone();
        covering.sort_by_key(|(piece, id)| (std::cmp::Reverse(piece.len()), piece.start, *id));
        segments.push(Segment { span, marks: covering.into_iter().map(|(_, id)| id).collect() });
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::LabelName;
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    fn drawn(document: &Document, shown: Shown) -> Vec<(String, usize)> {
        let all = segments(document, shown);
        all[1].iter().map(|segment| (document.words(segment.span).to_owned(), segment.marks.len())).collect()
    }

    #[test]
    fn segments_tile_the_block() {
        let document = document();
        for (block, segments) in document.blocks.iter().zip(segments(&document, Shown::default())) {
            let joined: String = segments.iter().map(|segment| document.words(segment.span)).collect();
            assert_eq!(joined, document.words(block.span));
        }
    }

    #[test]
    fn crossing_marks_share_a_segment() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Add(vec![vec![span("Rubio met")]], LabelName::Code("x".to_owned())), NOW);
        let seen = drawn(workspace.document(), Shown { quotation: false, ..Shown::default() });
        let expected = [("Marco ", 1), ("Rubio", 2), (" met", 1), (" ", 0), ("Ana Díaz", 1)];
        assert_eq!(seen[..5].iter().map(|(words, marks)| (words.as_str(), *marks)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn hidden_layers_and_roles_cut_nothing() {
        let none = Shown { entity: false, quotation: false, structure: true, code: false, rejected: false };
        assert_eq!(drawn(&document(), none).len(), 1);
    }
}
