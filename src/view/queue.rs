//! The review queue: what to decide next.

use super::is_reviewed;
use crate::annotation::{Annotation, AnnotationId, Decision, Layer};
use crate::document::Document;

/// In which order marks are decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the text.
    #[default]
    Reading,
    /// The least certain first.
    Uncertain,
}

/// Which marks are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only this layer.
    pub layer: Option<Layer>,
    /// Only this decision.
    pub decision: Option<Decision>,
}

/// The marks that are reviewed and that `filter` lets through, in `order`.
#[must_use]
pub fn queue(document: &Document, filter: &Filter, order: Order) -> Vec<AnnotationId> {
    let wanted = |annotation: &&Annotation| {
        is_reviewed(annotation)
            && filter.layer.is_none_or(|layer| layer == annotation.layer())
            && filter.decision.is_none_or(|decision| decision == annotation.decision)
    };
    let mut marks: Vec<&Annotation> = document.annotations.values().filter(wanted).collect();
    marks.sort_by_key(|annotation| (annotation.extent(), annotation.id));
    if order == Order::Uncertain {
        marks.sort_by(|a, b| certainty(a).total_cmp(&certainty(b)));
    }
    marks.into_iter().map(|annotation| annotation.id).collect()
}

fn certainty(annotation: &Annotation) -> f32 {
    annotation.confidence().unwrap_or(1.0)
}

/// The next mark to decide after `current` in `queue`, going round at the end; `None` when all are decided.
#[must_use]
pub fn next_undecided(document: &Document, queue: &[AnnotationId], current: Option<AnnotationId>) -> Option<AnnotationId> {
    let from = current.and_then(|current| queue.iter().position(|id| *id == current)).map_or(0, |at| at + 1);
    let pending = |id: &&AnnotationId| document.annotations.get(id).is_some_and(|annotation| annotation.decision == Decision::Pending);
    let (before, after) = queue.split_at(from.min(queue.len()));
    after.iter().chain(before).find(pending).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{NOW, document};
    use crate::document::{Command, Workspace};

    fn numbers(ids: &[AnnotationId]) -> Vec<u32> {
        ids.iter().map(|id| id.0).collect()
    }

    #[test]
    fn both_orders_hold_every_reviewed_mark() {
        let document = document();
        assert_eq!(numbers(&queue(&document, &Filter::default(), Order::Reading)), [4, 5, 7, 6, 3]);
        assert_eq!(numbers(&queue(&document, &Filter::default(), Order::Uncertain)), [4, 5, 6, 3, 7]);
        let quotations = Filter { layer: Some(Layer::Quotation), ..Filter::default() };
        assert_eq!(numbers(&queue(&document, &quotations, Order::Reading)), [7]);
    }

    #[test]
    fn the_next_one_goes_round_and_skips_what_is_decided() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        let document = workspace.document();
        let all = queue(document, &Filter::default(), Order::Reading);
        assert_eq!(next_undecided(document, &all, None), Some(AnnotationId(5)));
        assert_eq!(next_undecided(document, &all, Some(AnnotationId(3))), Some(AnnotationId(5)));
        assert_eq!(next_undecided(document, &[], None), None);
    }
}
