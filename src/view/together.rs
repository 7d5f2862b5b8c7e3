//! Who is named with whom: the people and organisations that stand in the same paragraphs, laid out on a circle.

use crate::annotation::{AnnotationId, EntityId, EntityKind, Form, Layer};
use crate::document::Document;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::PI;

/// Somebody on the circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The entity.
    pub id: EntityId,
    /// Its name.
    pub name: String,
    /// A person or an organisation.
    pub kind: EntityKind,
    /// How many paragraphs of the story name it.
    pub paragraphs: usize,
    /// The first mention in the story.
    pub first: AnnotationId,
    /// From the left of the circle to its right, 0 to 1.
    pub x: f64,
    /// From the top to the bottom, 0 to 1.
    pub y: f64,
}

/// Two who are named in the same paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Their places among the people; the first is named before the second in the paragraph.
    pub between: (usize, usize),
    /// How many paragraphs name both.
    pub paragraphs: usize,
    /// The first mention of the first of them in the first of these paragraphs.
    pub first: AnnotationId,
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// The people, in their order on the circle.
    pub people: Vec<Person>,
    /// Their ties, the strongest first.
    pub ties: Vec<Tie>,
    /// How many more people and organisations the story names.
    pub left_out: usize,
}

/// Who is named in one paragraph, each by the first mention in it, in the order of these.
type Paragraph = Vec<(EntityId, AnnotationId)>;

/// The `most` people and organisations that the most paragraphs of the story name, and their ties.
#[must_use]
pub fn together(document: &Document, most: usize) -> Together {
    let paragraphs = paragraphs(document);
    let mut named: BTreeMap<EntityId, (usize, AnnotationId)> = BTreeMap::new();
    for (entity, mention) in paragraphs.iter().flatten() {
        named.entry(*entity).or_insert((0, *mention)).0 += 1;
    }
    let mut order: Vec<EntityId> = named.keys().copied().collect();
    order.sort_by_key(|id| (Reverse(named[id].0), *id));
    let left_out = order.len().saturating_sub(most);
    order.truncate(most);
    let shared = shared(&paragraphs, &order.iter().copied().collect());
    let order = arranged(&order, &shared);
    let place: BTreeMap<EntityId, usize> = order.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let people = order.iter().enumerate().filter_map(|(place, id)| {
        let (entity, (paragraphs, first)) = (document.entities.get(id)?, named[id]);
        let (x, y) = on_circle(place, order.len());
        Some(Person { id: *id, name: entity.name.clone(), kind: entity.kind.clone(), paragraphs, first, x, y })
    });
    let mut ties: Vec<Tie> =
        shared.into_iter().map(|((a, b), (paragraphs, first))| Tie { between: (place[&a], place[&b]), paragraphs, first }).collect();
    ties.sort_by_key(|tie| (Reverse(tie.paragraphs), tie.first));
    Together { people: people.collect(), ties, left_out }
}

/// Who is named in each paragraph of the story.
fn paragraphs(document: &Document) -> Vec<Paragraph> {
    let mut named: Vec<Vec<(u32, EntityId, AnnotationId)>> = vec![Vec::new(); document.blocks.len()];
    for annotation in document.standing(Layer::Entity) {
        let at = annotation.extent().start;
        let who = annotation.label.mention().filter(|mention| mention.form == Form::Name && is_somebody(&mention.kind));
        if let (Some(entity), Some(block)) = (who.and_then(|mention| mention.entity), document.block_at(at)) {
            named[block].push((at, entity, annotation.id));
        }
    }
    let story = named.into_iter().enumerate().filter(|(block, _)| document.role(*block).is_content());
    story
        .map(|(_, mut named)| {
            named.sort_unstable();
            let mut seen = BTreeSet::new();
            named.into_iter().filter(|(_, entity, _)| seen.insert(*entity)).map(|(_, entity, mention)| (entity, mention)).collect()
        })
        .collect()
}

fn is_somebody(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Org)
}

/// For each two of `kept` in how many paragraphs both stand, and the mention of the earlier in the first of these. A pair is kept in
/// the order of its numbers.
fn shared(paragraphs: &[Paragraph], kept: &BTreeSet<EntityId>) -> BTreeMap<(EntityId, EntityId), (usize, AnnotationId)> {
    let mut shared = BTreeMap::new();
    for paragraph in paragraphs {
        // At most as many as are kept: the pairs of one paragraph are few, however long it is.
        let here: Vec<_> = paragraph.iter().filter(|(entity, _)| kept.contains(entity)).collect();
        for (at, (one, mention)) in here.iter().enumerate() {
            for (other, _) in &here[at + 1..] {
                shared.entry((*one.min(other), *one.max(other))).or_insert((0, *mention)).0 += 1;
            }
        }
    }
    shared
}

/// The order on the circle: each next to the one with whom it is named most, as far as that goes.
fn arranged(all: &[EntityId], shared: &BTreeMap<(EntityId, EntityId), (usize, AnnotationId)>) -> Vec<EntityId> {
    let tie = |a: EntityId, b: EntityId| shared.get(&(a.min(b), a.max(b))).map_or(0, |(paragraphs, _)| *paragraphs);
    let mut left: Vec<EntityId> = all.to_vec();
    let mut order: Vec<EntityId> = Vec::with_capacity(all.len());
    while !left.is_empty() {
        let last = order.last().copied();
        // Of those with equal ties the one named most: they come in that order.
        let next = (0..left.len()).max_by_key(|at| (last.map_or(0, |last| tie(last, left[*at])), Reverse(*at))).unwrap_or(0);
        order.push(left.remove(next));
    }
    order
}

/// The place number `place` of `count` on a circle in a square of side 1, from the top, clockwise.
fn on_circle(place: usize, count: usize) -> (f64, f64) {
    let angle = 2.0 * PI * place as f64 / count.max(1) as f64;
    (0.5 + 0.5 * libm::sin(angle), 0.5 - 0.5 * libm::cos(angle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::document;

    #[test]
    fn who_stands_in_one_paragraph_is_tied() {
        let seen = together(&document(), 12);
        assert_eq!(
            seen.people.iter().map(|one| (one.name.as_str(), one.paragraphs)).collect::<Vec<_>>(),
            [("Marco Rubio", 1), ("Ana Díaz", 1)]
        );
        assert_eq!(seen.ties, [Tie { between: (0, 1), paragraphs: 1, first: AnnotationId(4) }]);
        assert_eq!((seen.people[0].x, seen.people[0].y), (0.5, 0.0), "the first stands at the top");
    }

    #[test]
    fn only_the_most_named_are_shown_and_the_rest_is_counted() {
        let seen = together(&document(), 1);
        assert_eq!((seen.people.len(), seen.ties.len(), seen.left_out), (1, 0, 1));
        assert_eq!(together(&document(), 0).people, []);
    }

    #[test]
    fn those_named_together_stand_side_by_side() {
        let ids = [1, 2, 3, 4].map(EntityId);
        let tie = |a: usize, b: usize, paragraphs: usize| ((ids[a], ids[b]), (paragraphs, AnnotationId(1)));
        let shared = BTreeMap::from([tie(0, 3, 5), tie(1, 3, 1), tie(0, 1, 2)]);
        assert_eq!(arranged(&ids, &shared), [ids[0], ids[3], ids[1], ids[2]]);
    }

    #[test]
    fn places_lie_on_the_circle() {
        for place in 0..7 {
            let (x, y) = on_circle(place, 7);
            assert!(((x - 0.5).hypot(y - 0.5) - 0.5).abs() < 1e-9);
        }
    }
}
