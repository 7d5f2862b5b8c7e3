//! Where in the text the marks of each layer stand, in equal parts: what the strip beside the article draws, and its table.

use super::is_reviewed;
use crate::annotation::{Annotation, AnnotationId, Decision, Layer};
use crate::document::Document;

/// One part of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How many marks begin in it.
    pub marks: u32,
    /// How many of them wait for a decision.
    pub undecided: u32,
    /// Whether a mark covers any of it.
    pub is_marked: bool,
    /// Whether one does that waits for a decision.
    pub waits: bool,
}

/// The parts of the text as one layer fills them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The layer.
    pub layer: Layer,
    /// The parts in order, all of one length.
    pub parts: Vec<Part>,
}

/// The layers that have marks to review, each over `parts` equal parts of the text.
#[must_use]
pub fn lanes(document: &Document, parts: usize) -> Vec<Lane> {
    let lane = |layer: Layer| Lane { layer, parts: lane(document, layer, parts) };
    Layer::ALL.iter().copied().map(lane).filter(|lane| lane.parts.iter().any(|part| 0 < part.marks)).collect()
}

fn lane(document: &Document, layer: Layer, count: usize) -> Vec<Part> {
    let mut parts = vec![Part::default(); count];
    // Marks that begin less those that have ended: all that cover a part when summed up to it, and those of them that wait.
    let mut open = vec![(0_i64, 0_i64); count + 1];
    for annotation in listed(document, layer) {
        let waits = annotation.decision == Decision::Pending;
        let (first, last) =
            (part_of(document, annotation.extent().start, count), part_of(document, annotation.extent().end.saturating_sub(1), count));
        let Some(part) = parts.get_mut(first) else { continue };
        part.marks += 1;
        part.undecided += u32::from(waits);
        open[first] = (open[first].0 + 1, open[first].1 + i64::from(waits));
        open[last + 1] = (open[last + 1].0 - 1, open[last + 1].1 - i64::from(waits));
    }
    let mut sum = (0, 0);
    for (part, change) in parts.iter_mut().zip(open) {
        sum = (sum.0 + change.0, sum.1 + change.1);
        (part.is_marked, part.waits) = (0 < sum.0, 0 < sum.1);
    }
    parts
}

/// The marks of a layer that stand, are reviewed and lie at a place of the text.
fn listed(document: &Document, layer: Layer) -> impl Iterator<Item = &Annotation> {
    document.standing(layer).filter(|annotation| is_reviewed(annotation) && !document.is_whole(annotation))
}

/// The part that the byte `at` lies in, of `count`.
#[must_use]
pub fn part_of(document: &Document, at: u32, count: usize) -> usize {
    (at as usize * count / document.text.len().max(1)).min(count.saturating_sub(1))
}

/// The byte at which part `part` of `count` begins.
#[must_use]
pub fn start_of(document: &Document, part: usize, count: usize) -> u32 {
    let at = document.text.len().saturating_mul(part) / count.max(1);
    u32::try_from(document.text.floor_char_boundary(at)).unwrap_or(u32::MAX)
}

/// The mark of `layer` that begins nearest to the byte `at`.
#[must_use]
pub fn nearest(document: &Document, layer: Layer, at: u32) -> Option<AnnotationId> {
    let nearest =
        listed(document, layer).min_by_key(|annotation| (annotation.extent().start.abs_diff(at), annotation.extent(), annotation.id));
    nearest.map(|annotation| annotation.id)
}

/// The first mark of `layer` that begins in part `part` of `count`, before others one that waits for a decision.
#[must_use]
pub fn first_in(document: &Document, layer: Layer, part: usize, count: usize) -> Option<AnnotationId> {
    let inside = listed(document, layer).filter(|annotation| part_of(document, annotation.extent().start, count) == part);
    let first = inside.min_by_key(|annotation| (annotation.decision != Decision::Pending, annotation.extent(), annotation.id));
    first.map(|annotation| annotation.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::LabelName;
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    fn drawn(document: &Document, layer: Layer, count: usize) -> String {
        let all = lanes(document, count);
        let parts = all.iter().find(|lane| lane.layer == layer).map(|lane| lane.parts.as_slice()).unwrap_or_default();
        parts
            .iter()
            .map(|part| {
                if part.waits {
                    '?'
                } else if part.is_marked {
                    '#'
                } else {
                    '.'
                }
            })
            .collect()
    }

    #[test]
    fn marks_fill_the_parts_that_they_cover() {
        // Three names, and a quotation near the end.
        assert_eq!(drawn(&document(), Layer::Entity, 10), ".?????.??.");
        assert_eq!(drawn(&document(), Layer::Quotation, 10), ".....???..");
        assert_eq!(drawn(&document(), Layer::Code, 10), "");
    }

    #[test]
    fn what_is_decided_is_told_apart() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        workspace.run(&Command::Reject(vec![AnnotationId(5)]), NOW);
        assert_eq!(drawn(workspace.document(), Layer::Entity, 10), ".###...??.");
        let counted = &lanes(workspace.document(), 1).into_iter().find(|lane| lane.layer == Layer::Entity).expect("a lane").parts[0];
        assert_eq!((counted.marks, counted.undecided), (2, 1));
    }

    #[test]
    fn a_code_of_the_whole_article_fills_nothing() {
        let mut workspace = Workspace::new(document());
        let whole = workspace.document().whole().expect("several blocks");
        workspace.run(&Command::Add(vec![vec![whole]], LabelName::Code("genre".to_owned())), NOW);
        assert!(lanes(workspace.document(), 4).iter().all(|lane| lane.layer != Layer::Code));
    }

    #[test]
    fn the_nearest_mark_and_the_first_of_a_part_are_found() {
        let document = document();
        assert_eq!(nearest(&document, Layer::Entity, span("met").start), Some(AnnotationId(5)));
        assert_eq!(first_in(&document, Layer::Entity, 0, 2), Some(AnnotationId(4)));
        assert_eq!(first_in(&document, Layer::Quotation, 0, 10), None);
        assert_eq!(nearest(&document, Layer::Code, 0), None);
        assert_eq!(start_of(&document, 1, 2) as usize, document.text.len() / 2);
    }
}
