//! What a person can do to those who are named: rename, merge, part, call something else, tie to Wikidata.

use super::command::shortened;
use super::draft::Draft;
use crate::annotation::{Annotation, AnnotationId, Decision, EntityId, EntityKind, Form, Label, Quotation, Wikidata};
use crate::text::Span;
use std::collections::BTreeSet;

pub(super) fn rename(draft: &mut Draft<'_>, id: EntityId, name: &str) -> String {
    let before = draft.entity(id).map(|entity| entity.name).unwrap_or_default();
    draft.edit_entity(id, |entity| name.clone_into(&mut entity.name));
    format!("rename {} to {name}", shortened(&before))
}

pub(super) fn set_wikidata(draft: &mut Draft<'_>, id: EntityId, item: Option<Wikidata>) -> String {
    let name = draft.entity(id).map(|entity| entity.name).unwrap_or_default();
    draft.edit_entity(id, |entity| entity.wikidata = item);
    match item {
        Some(item) => format!("say that {name} is {item} on Wikidata"),
        None => format!("say no longer what {name} is on Wikidata"),
    }
}

pub(super) fn merge(draft: &mut Draft<'_>, from: EntityId, into: EntityId) -> String {
    let (Some(gone), Some(kept)) = (draft.entity(from), draft.entity(into)) else { return String::new() };
    if from == into {
        return String::new();
    }
    for id in draft.referring(from) {
        draft.edit(id, |annotation| match &mut annotation.label {
            Label::Entity(mention) => {
                mention.entity = Some(into);
                mention.kind = kept.kind.clone();
            }
            Label::Quotation(quotation) => relink(quotation, from, into),
            Label::Structure(_) | Label::Code(_) => {}
        });
    }
    if kept.wikidata.is_none() {
        draft.edit_entity(into, |entity| entity.wikidata = gone.wikidata);
    }
    draft.remove_entity(from);
    format!("merge {} into {}", shortened(&gone.name), shortened(&kept.name))
}

fn relink(quotation: &mut Quotation, from: EntityId, into: EntityId) {
    if let Some(speaker) = quotation.speaker.as_mut().filter(|speaker| speaker.entity == Some(from)) {
        speaker.entity = Some(into);
    }
}

/// The mentions get a new entity, called what the longest of them says. Of mentions that are all there is of an entity nothing is parted.
pub(super) fn split(draft: &mut Draft<'_>, ids: &[AnnotationId]) -> String {
    let mentions = linked(draft, ids);
    let Some(fullest) = mentions.iter().max_by_key(|one| (is_name(one), one.extent().len(), std::cmp::Reverse(one.extent().start))) else {
        return String::new();
    };
    let Some(kind) = fullest.label.mention().map(|mention| mention.kind.clone()) else { return String::new() };
    let old = fullest.label.mention().and_then(|mention| mention.entity);
    let chosen: BTreeSet<AnnotationId> = mentions.iter().map(|one| one.id).collect();
    if old.is_some_and(|old| draft.mentions(old).all(|one| chosen.contains(&one.id))) {
        return String::new();
    }
    let name = draft.document().words_of(fullest).to_owned();
    let summary = match mentions.as_slice() {
        [_] => format!("give “{}” an entity of its own", shortened(&name)),
        many => format!("give {} mentions of “{}” an entity of their own", many.len(), shortened(&name)),
    };
    let entity = draft.new_entity(name, kind);
    move_to(draft, &mentions, entity);
    summary
}

/// The mentions become mentions of another entity.
pub(super) fn link(draft: &mut Draft<'_>, ids: &[AnnotationId], into: EntityId) -> String {
    let Some(name) = draft.entity(into).map(|entity| entity.name) else { return String::new() };
    let mentions = linked(draft, ids);
    let old: BTreeSet<EntityId> = mentions.iter().filter_map(|one| one.label.mention()?.entity).filter(|old| *old != into).collect();
    move_to(draft, &mentions, into);
    for entity in old {
        if draft.referring(entity).is_empty() {
            draft.remove_entity(entity);
        }
    }
    match mentions.as_slice() {
        [one] => format!("say that “{}” is {}", shortened(draft.document().words_of(one)), shortened(&name)),
        many => format!("say that {} mentions are {}", many.len(), shortened(&name)),
    }
}

/// Those of `ids` that are mentions of a kind that is linked.
fn linked(draft: &Draft<'_>, ids: &[AnnotationId]) -> Vec<Annotation> {
    let known = ids.iter().filter_map(|id| draft.get(*id));
    known.filter(|one| one.label.mention().is_some_and(|mention| mention.kind.is_linked())).collect()
}

fn is_name(annotation: &Annotation) -> bool {
    annotation.label.mention().is_some_and(|mention| mention.form == Form::Name)
}

/// The mentions become mentions of `entity`, and so do the speakers that these very words name.
fn move_to(draft: &mut Draft<'_>, mentions: &[Annotation], entity: EntityId) {
    let Some(kind) = draft.entity(entity).map(|entity| entity.kind) else { return };
    for one in mentions {
        draft.edit(one.id, |annotation| {
            if let Label::Entity(mention) = &mut annotation.label {
                mention.entity = Some(entity);
                mention.kind = kind.clone();
            }
        });
    }
    let places: BTreeSet<Span> = mentions.iter().map(Annotation::extent).collect();
    let names_speaker = |one: &Annotation| {
        let span = one.label.quotation().and_then(|quotation| quotation.speaker.as_ref()?.span);
        span.is_some_and(|span| places.contains(&span))
    };
    let said: Vec<AnnotationId> = draft.annotations().filter(names_speaker).map(|one| one.id).collect();
    for id in said {
        draft.edit(id, |annotation| {
            if let Label::Quotation(quotation) = &mut annotation.label
                && let Some(speaker) = &mut quotation.speaker
            {
                speaker.entity = Some(entity);
            }
        });
    }
}

pub(super) fn relabel(draft: &mut Draft<'_>, id: EntityId, kind: &EntityKind) -> String {
    draft.edit_entity(id, |entity| entity.kind = kind.clone());
    let mentions: Vec<_> = draft.mentions(id).map(|annotation| annotation.id).collect();
    for mention in &mentions {
        draft.edit(*mention, |annotation| {
            annotation.decision = Decision::Accepted;
            if let Label::Entity(mention) = &mut annotation.label {
                mention.kind = kind.clone();
            }
        });
    }
    format!("call all {} mentions {}", mentions.len(), kind.title())
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::{Command, Document};
    use super::*;

    fn after(document: &Document, command: &Command) -> Document {
        let mut document = document.clone();
        let change = document.plan(command, NOW);
        document.apply(&change);
        document
    }

    fn entity_of(document: &Document, id: u32) -> Option<u32> {
        document.annotations[&AnnotationId(id)].label.mention()?.entity.map(|entity| entity.0)
    }

    fn speaker_of(document: &Document, id: u32) -> Option<u32> {
        document.annotations[&AnnotationId(id)].label.quotation()?.speaker.as_ref()?.entity.map(|entity| entity.0)
    }

    #[test]
    fn merging_moves_mentions_and_speakers() {
        let merged = after(&document(), &Command::MergeEntities(EntityId(1), EntityId(2)));
        assert_eq!(merged.mentions(EntityId(2)).count(), 3);
        assert!(!merged.entities.contains_key(&EntityId(1)));
        assert_eq!(speaker_of(&merged, 7), Some(2));
    }

    #[test]
    fn merging_keeps_the_item_that_either_is_on_wikidata() {
        let tied = after(&document(), &Command::SetWikidata(EntityId(1), Wikidata::parse("Q42")));
        let merged = after(&tied, &Command::MergeEntities(EntityId(1), EntityId(2)));
        assert_eq!(merged.entities[&EntityId(2)].wikidata, Wikidata::parse("Q42"));
    }

    #[test]
    fn a_mention_that_is_parted_takes_the_speaker_it_names_along() {
        let parted = after(&document(), &Command::SplitMentions(vec![AnnotationId(6)]));
        assert_eq!((entity_of(&parted, 4), entity_of(&parted, 6), speaker_of(&parted, 7)), (Some(1), Some(3), Some(3)));
        assert_eq!(parted.entities[&EntityId(3)].name, "Rubio");
    }

    #[test]
    fn mentions_that_are_all_of_an_entity_cannot_be_parted_from_it() {
        assert!(document().plan(&Command::SplitMentions(vec![AnnotationId(4), AnnotationId(6)]), NOW).is_empty());
        assert!(document().plan(&Command::SplitMentions(vec![AnnotationId(7), AnnotationId(99)]), NOW).is_empty());
    }

    #[test]
    fn a_mention_is_given_to_another_entity() {
        let moved = after(&document(), &Command::LinkMentions(vec![AnnotationId(6)], EntityId(2)));
        assert_eq!((entity_of(&moved, 6), speaker_of(&moved, 7)), (Some(2), Some(2)));
        let all = after(&document(), &Command::LinkMentions(vec![AnnotationId(5)], EntityId(1)));
        assert!(!all.entities.contains_key(&EntityId(2)), "nothing mentions it any more");
    }
}
