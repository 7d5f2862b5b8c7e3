//! Who and what is named: each entity with its mentions.

use crate::annotation::Layer;
use crate::annotation::{AnnotationId, Decision, EntityId, EntityKind, Form};
use crate::document::Document;
use crate::text::fold::fold;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An entity as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The entity.
    pub id: EntityId,
    /// Its canonical name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its standing mentions by name, in the order of the text.
    pub mentions: Vec<AnnotationId>,
    /// How many of them a person has decided.
    pub decided: usize,
    /// The byte at which it is first mentioned by name.
    pub first: u32,
}

/// In which order names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most mentioned first.
    #[default]
    Mentions,
    /// By the alphabet.
    Alphabet,
    /// As they first appear in the text.
    Appearance,
}

/// Those of `names` that hold the words of `wanted`, without regard to case and typography, in `order`.
#[must_use]
pub fn arranged(names: &[Name], wanted: &str, order: Order) -> Vec<EntityId> {
    let wanted = fold(wanted);
    let mut kept: Vec<&Name> = names.iter().filter(|name| fold(&name.name).contains(&wanted)).collect();
    match order {
        Order::Mentions => kept.sort_by_key(|name| (Reverse(name.mentions.len()), name.first)),
        Order::Alphabet => kept.sort_by_cached_key(|name| (fold(&name.name), name.first)),
        Order::Appearance => kept.sort_by_key(|name| name.first),
    }
    kept.into_iter().map(|name| name.id).collect()
}

/// The standing mentions of an entity that are no names (*he*, *the governor*), in the order of the text.
#[must_use]
pub fn other_mentions(document: &Document, entity: EntityId) -> Vec<AnnotationId> {
    let others = document.mentions(entity).filter(|one| one.label.mention().is_some_and(|mention| mention.form != Form::Name));
    let mut others: Vec<_> = others.map(|one| (one.extent(), one.id)).collect();
    others.sort_unstable();
    others.into_iter().map(|(_, id)| id).collect()
}

/// The entities with at least one standing mention by name, the most mentioned first, then by first mention.
#[must_use]
pub fn names(document: &Document) -> Vec<Name> {
    let mut grouped: BTreeMap<EntityId, Vec<(u32, AnnotationId, Decision)>> = BTreeMap::new();
    for annotation in document.standing(Layer::Entity) {
        if let Some(mention) = annotation.label.mention().filter(|mention| mention.form == Form::Name)
            && let Some(entity) = mention.entity
        {
            grouped.entry(entity).or_default().push((annotation.extent().start, annotation.id, annotation.decision));
        }
    }
    let mut listed: Vec<Name> = grouped.into_iter().filter_map(|(id, mentions)| listed(document, id, mentions)).collect();
    listed.sort_by_key(|name| (Reverse(name.mentions.len()), name.first));
    listed
}

fn listed(document: &Document, id: EntityId, mut mentions: Vec<(u32, AnnotationId, Decision)>) -> Option<Name> {
    let entity = document.entities.get(&id)?;
    mentions.sort_unstable_by_key(|(start, id, _)| (*start, *id));
    let decided = mentions.iter().filter(|(_, _, decision)| *decision != Decision::Pending).count();
    let first = mentions.first()?.0;
    let mentions = mentions.into_iter().map(|(_, id, _)| id).collect();
    Some(Name { id, name: entity.name.clone(), kind: entity.kind.clone(), mentions, decided, first })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::document;

    #[test]
    fn the_most_mentioned_comes_first() {
        let names = names(&document());
        let seen: Vec<_> = names.iter().map(|name| (name.name.as_str(), name.mentions.len())).collect();
        assert_eq!(seen, [("Marco Rubio", 2), ("Ana Díaz", 1)]);
    }

    #[test]
    fn names_are_arranged_and_searched() {
        let names = names(&document());
        let check = |wanted: &str, order, expected: &[u32]| {
            assert_eq!(arranged(&names, wanted, order).iter().map(|id| id.0).collect::<Vec<_>>(), expected);
        };
        check("", Order::Mentions, &[1, 2]);
        check("", Order::Alphabet, &[2, 1]);
        check("", Order::Appearance, &[1, 2]);
        check("DÍAZ ", Order::Mentions, &[2]);
        check("nobody", Order::Mentions, &[]);
    }

    #[test]
    fn pronouns_are_mentions_but_no_names() {
        let mut document = document();
        let rubio = document.annotations.get_mut(&AnnotationId(6)).expect("it is there");
        if let crate::annotation::Label::Entity(mention) = &mut rubio.label {
            mention.form = Form::Pronoun;
        }
        assert_eq!(other_mentions(&document, EntityId(1)), [AnnotationId(6)]);
        assert_eq!(names(&document)[0].mentions, [AnnotationId(4)]);
    }
}
