//! The review queue: what to decide next.

use super::is_reviewed;
use crate::annotation::{Annotation, AnnotationId, Decision, LabelName, Layer};
use crate::document::Document;
use crate::text::Span;
use std::cmp::Ordering;
use std::collections::BTreeMap;

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
    /// Only this label.
    pub label: Option<LabelName>,
    /// Only marks of which the parser was this sure; a person's own are as sure as can be.
    pub certainty: Option<Certainty>,
    /// Only this decision.
    pub decision: Option<Decision>,
}

/// How sure the parser was of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// More than [`SURE`].
    Sure,
    /// Between [`UNSURE`] and [`SURE`], both included.
    Likely,
    /// Less than [`UNSURE`].
    Unsure,
}

/// Surer than this, and all of them may well be accepted at once.
pub const SURE: f32 = 0.95;

/// Less sure than this, and a person should look twice.
pub const UNSURE: f32 = 0.75;

impl Certainty {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Unsure];

    /// What `confidence` (0 to 1) comes to.
    #[must_use]
    pub fn of(confidence: f32) -> Self {
        match confidence {
            sure if SURE < sure => Self::Sure,
            unsure if unsure < UNSURE => Self::Unsure,
            _ => Self::Likely,
        }
    }
}

impl Filter {
    /// Whether `annotation` is reviewed and let through.
    #[must_use]
    pub fn lets_through(&self, annotation: &Annotation) -> bool {
        is_reviewed(annotation)
            && self.layer.is_none_or(|layer| layer == annotation.layer())
            && self.decision.is_none_or(|decision| decision == annotation.decision)
            && self.certainty.is_none_or(|wanted| wanted == Certainty::of(certainty(annotation)))
            && self.label.as_ref().is_none_or(|label| *label == annotation.label.name())
    }

    /// Whether it lets only some marks through, whatever was decided of them.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.layer.is_some() || self.label.is_some() || self.certainty.is_some()
    }
}

/// How many marks of each label `filter` would let through if it named none, in the order of the labels.
#[must_use]
pub fn labels(document: &Document, filter: &Filter) -> Vec<(LabelName, usize)> {
    let any = Filter { label: None, ..filter.clone() };
    let mut counted: BTreeMap<LabelName, usize> = BTreeMap::new();
    for annotation in document.annotations.values().filter(|annotation| any.lets_through(annotation)) {
        *counted.entry(annotation.label.name()).or_default() += 1;
    }
    counted.into_iter().collect()
}

/// The marks that are reviewed and that `filter` lets through, in `order`.
#[must_use]
pub fn queue(document: &Document, filter: &Filter, order: Order) -> Vec<AnnotationId> {
    let wanted = document.annotations.values().filter(|annotation| filter.lets_through(annotation));
    let mut places: Vec<Place> = wanted.map(|annotation| Place::of(annotation, order)).collect();
    places.sort_by(Place::compare);
    places.into_iter().map(|place| place.id).collect()
}

/// Those of `queue` that wait for a decision and of which the parser is surer than `least` (0 to 1).
#[must_use]
pub fn surer_than(document: &Document, queue: &[AnnotationId], least: f32) -> Vec<AnnotationId> {
    let is_sure =
        |annotation: &Annotation| annotation.decision == Decision::Pending && annotation.confidence().is_some_and(|sure| least < sure);
    queue.iter().copied().filter(|id| document.annotations.get(id).is_some_and(is_sure)).collect()
}

/// The mark after `current` in `queue`, or before it, going round at the ends. `queue` is in `order`; where `current` is not in it,
/// its neighbours are those it would have.
#[must_use]
pub fn neighbour(
    document: &Document,
    queue: &[AnnotationId],
    order: Order,
    current: Option<AnnotationId>,
    forward: bool,
) -> Option<AnnotationId> {
    let place = |id: AnnotationId| document.annotations.get(&id).map(|annotation| Place::of(annotation, order));
    let Some(here) = current.and_then(place) else { return if forward { queue.first() } else { queue.last() }.copied() };
    let after = queue.partition_point(|id| place(*id).is_some_and(|there| there.compare(&here).is_le()));
    let before = queue.partition_point(|id| place(*id).is_some_and(|there| there.compare(&here).is_lt()));
    if forward {
        queue.get(after).or(queue.first()).copied()
    } else {
        before.checked_sub(1).map_or(queue.last(), |at| queue.get(at)).copied()
    }
}

/// Where a mark stands in an order.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    certainty: f32,
    extent: Span,
    id: AnnotationId,
}

impl Place {
    fn of(annotation: &Annotation, order: Order) -> Self {
        let certainty = if order == Order::Uncertain { certainty(annotation) } else { 0.0 };
        Self { certainty, extent: annotation.extent(), id: annotation.id }
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.certainty.total_cmp(&other.certainty).then_with(|| (self.extent, self.id).cmp(&(other.extent, other.id)))
    }
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
    fn marks_are_filtered_by_label_and_certainty() {
        let document = document();
        let person = LabelName::Entity(crate::annotation::EntityKind::Person);
        let check = |filter: Filter, expected: &[u32]| assert_eq!(numbers(&queue(&document, &filter, Order::Reading)), expected);
        check(Filter { label: Some(person.clone()), ..Filter::default() }, &[4, 5, 6]);
        check(Filter { certainty: Some(Certainty::Likely), ..Filter::default() }, &[4, 5, 7, 6, 3]);
        check(Filter { certainty: Some(Certainty::Sure), ..Filter::default() }, &[]);
        assert_eq!([0.96, 0.95, 0.75, 0.7].map(Certainty::of), [Certainty::Sure, Certainty::Likely, Certainty::Likely, Certainty::Unsure]);
        let counted = labels(&document, &Filter { label: Some(person.clone()), ..Filter::default() });
        assert_eq!(counted.iter().find(|(label, _)| *label == person).map(|(_, count)| *count), Some(3));
        assert_eq!(counted.iter().map(|(_, count)| count).sum::<usize>(), 5);
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

    #[test]
    fn only_what_is_undecided_and_sure_is_accepted_at_once() {
        let mut workspace = Workspace::new(document());
        let all = queue(workspace.document(), &Filter::default(), Order::Reading);
        assert_eq!(numbers(&surer_than(workspace.document(), &all, 0.85)), [7, 3]);
        assert_eq!(numbers(&surer_than(workspace.document(), &all, 0.9)), [7]);
        workspace.run(&Command::Accept(vec![AnnotationId(7)]), NOW);
        assert!(surer_than(workspace.document(), &all, 0.9).is_empty());
    }

    #[test]
    fn neighbours_follow_the_order_and_go_round() {
        let document = document();
        let check = |order, current: Option<u32>, forward, expected: u32| {
            let queue = queue(&document, &Filter::default(), order);
            let found = neighbour(&document, &queue, order, current.map(AnnotationId), forward);
            assert_eq!(found, Some(AnnotationId(expected)), "{order:?} {current:?}");
        };
        check(Order::Reading, None, true, 4);
        check(Order::Reading, None, false, 3);
        check(Order::Reading, Some(5), true, 7);
        check(Order::Uncertain, Some(5), true, 6);
        check(Order::Reading, Some(3), true, 4);
        check(Order::Reading, Some(4), false, 3);
        check(Order::Reading, Some(1), true, 4);
        assert_eq!(neighbour(&document, &[], Order::Reading, None, true), None);
    }
}
