//! Who may have said something: those named near a quotation, then those who speak and are mentioned most.

use super::names::Name;
use super::quotes::Share;
use crate::annotation::{Annotation, AnnotationId, EntityId, EntityKind, Layer};
use crate::document::Document;
use crate::text::Span;
use std::collections::BTreeMap;

/// How many are offered: as many as there are digits.
pub const MOST: usize = 9;

/// Whether this is the kind of thing that speaks.
#[must_use]
pub fn can_speak(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Org | EntityKind::Norp | EntityKind::Gpe | EntityKind::Own(_))
}

/// The likely speakers of the quotation `id`, the likeliest first, at most [`MOST`], with their names.
#[must_use]
pub fn candidates(document: &Document, names: &[Name], shares: &[Share], id: AnnotationId) -> Vec<(EntityId, String)> {
    let Some(quotation) = document.annotations.get(&id).filter(|one| one.layer() == Layer::Quotation) else { return Vec::new() };
    let near = near(document, quotation);
    let speaks = shares.iter().filter_map(|share| share.entity);
    let mut seen = Vec::new();
    for entity in near.into_iter().chain(speaks).chain(names.iter().map(|name| name.id)) {
        let known = document.entities.get(&entity).filter(|known| can_speak(&known.kind));
        if let Some(known) = known.filter(|_| !seen.iter().any(|(one, _)| *one == entity)) {
            seen.push((entity, known.name.clone()));
        }
        if seen.len() == MOST {
            break;
        }
    }
    seen
}

/// The entities mentioned within some lines of the quotation: people before others, then by how near they stand. Who is named in the quoted words
/// themselves is spoken of.
fn near(document: &Document, quotation: &Annotation) -> Vec<EntityId> {
    let extent = quotation.extent();
    let mut nearest: BTreeMap<EntityId, (bool, u32)> = BTreeMap::new();
    for mention in document.standing(Layer::Entity) {
        let Some((entity, kind)) = mention.label.mention().and_then(|mention| Some((mention.entity?, &mention.kind))) else { continue };
        let Some(distance) = distance(&quotation.spans, extent, mention.extent()) else { continue };
        let rank = (*kind != EntityKind::Person, distance);
        nearest.entry(entity).and_modify(|best| *best = rank.min(*best)).or_insert(rank);
    }
    let mut near: Vec<_> = nearest.into_iter().collect();
    near.sort_by_key(|(entity, rank)| (*rank, *entity));
    near.into_iter().map(|(entity, _)| entity).collect()
}

/// Bytes between a mention and what was said; `None` inside the said words, and too far away to be looked at.
fn distance(said: &[Span], extent: Span, mention: Span) -> Option<u32> {
    const FAR: u32 = 1200;
    if said.iter().any(|span| span.overlaps(mention)) {
        return None;
    }
    // What stands between the parts of a quotation is nearest of all.
    let distance = if mention.end <= extent.start { extent.start - mention.end } else { mention.start.saturating_sub(extent.end) };
    Some(distance).filter(|distance| *distance < FAR)
}

#[cfg(test)]
mod tests {
    use super::super::{names, quotes};
    use super::*;
    use crate::document::testing::document;

    fn check(document: &Document, id: u32, expected: &[&str]) {
        let found = candidates(document, &names::names(document), &quotes::shares(document), AnnotationId(id));
        assert_eq!(found.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_nearest_person_comes_first() {
        check(&document(), 7, &["Marco Rubio", "Ana Díaz"]);
        check(&document(), 4, &[]);
    }

    #[test]
    fn people_come_before_other_speakers_and_places_of_no_voice_not_at_all() {
        let mut document = document();
        document.entities.get_mut(&EntityId(1)).expect("it is there").kind = EntityKind::Event;
        check(&document, 7, &["Ana Díaz"]);
    }
}
