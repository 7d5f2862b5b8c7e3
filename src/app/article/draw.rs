//! Segments as nested elements: what covers more lies outside.

use galley_engine::annotation::AnnotationId;
use galley_engine::text::Span;
use galley_engine::view::segments::Segment;

/// Marks nested deeper than this are left out, so that no file can exhaust the stack.
const DEEPEST: usize = 24;

/// A piece of a block's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Words under no further mark.
    Words(Span),
    /// A mark around what it covers here.
    Mark(AnnotationId, Vec<Node>),
}

/// The segments of one block as a tree. Marks are listed longest first in each, so neighbours that share the first few marks share elements.
pub(super) fn nest(segments: &[Segment]) -> Vec<Node> {
    level(segments, 0)
}

fn level(segments: &[Segment], depth: usize) -> Vec<Node> {
    let mark = |segment: &Segment| if depth < DEEPEST { segment.marks.get(depth).copied() } else { None };
    let groups = segments.chunk_by(|a, b| mark(a).is_some() && mark(a) == mark(b));
    groups
        .map(|group| match group.first().and_then(mark) {
            Some(id) => Node::Mark(id, level(group, depth + 1)),
            None => Node::Words(group.iter().map(|segment| segment.span).reduce(Span::cover).unwrap_or_default()),
        })
        .collect()
}
