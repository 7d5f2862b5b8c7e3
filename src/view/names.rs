//! Who and what is named: each entity with its mentions.

use crate::annotation::Layer;
use crate::annotation::{AnnotationId, Decision, EntityId, EntityKind, Form};
use crate::document::Document;
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
    let mut listed: Vec<(u32, Name)> = grouped.into_iter().filter_map(|(id, mentions)| listed(document, id, mentions)).collect();
    listed.sort_by_key(|(first, name)| (std::cmp::Reverse(name.mentions.len()), *first));
    listed.into_iter().map(|(_, name)| name).collect()
}

fn listed(document: &Document, id: EntityId, mut mentions: Vec<(u32, AnnotationId, Decision)>) -> Option<(u32, Name)> {
    let entity = document.entities.get(&id)?;
    mentions.sort_unstable_by_key(|(start, id, _)| (*start, *id));
    let decided = mentions.iter().filter(|(_, _, decision)| *decision != Decision::Pending).count();
    let first = mentions.first()?.0;
    let mentions = mentions.into_iter().map(|(_, id, _)| id).collect();
    Some((first, Name { id, name: entity.name.clone(), kind: entity.kind.clone(), mentions, decided }))
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
}
