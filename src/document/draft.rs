//! A change in the making: reads see what was already altered, the document itself stays as it is.

use super::change::About;
use super::{Change, Delta, Document, Field};
use crate::annotation::{Annotation, AnnotationId, Decision, Entity, EntityId, EntityKind, Label, Origin};
use crate::codebook::Codebook;
use crate::source::metadata::Metadata;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A change in the making.
pub(super) struct Draft<'a> {
    document: &'a Document,
    now: &'a str,
    annotations: BTreeMap<AnnotationId, Option<Annotation>>,
    entities: BTreeMap<EntityId, Option<Entity>>,
    about: Option<About>,
    codebook: Option<Codebook>,
    comment: Option<String>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(document: &'a Document, now: &'a str) -> Self {
        Self { document, now, annotations: BTreeMap::new(), entities: BTreeMap::new(), about: None, codebook: None, comment: None }
    }

    pub(super) fn document(&self) -> &'a Document {
        self.document
    }

    pub(super) fn get(&self, id: AnnotationId) -> Option<Annotation> {
        self.annotations.get(&id).cloned().unwrap_or_else(|| self.document.annotations.get(&id).cloned())
    }

    /// Alters an annotation; one that comes out the same stays untouched.
    pub(super) fn edit(&mut self, id: AnnotationId, edit: impl FnOnce(&mut Annotation)) {
        let Some(before) = self.get(id) else { return };
        let mut after = before.clone();
        edit(&mut after);
        if after != before {
            after.modified = self.now.to_owned();
            self.annotations.insert(id, Some(after));
        }
    }

    pub(super) fn remove(&mut self, id: AnnotationId) {
        self.annotations.insert(id, None);
    }

    pub(super) fn new_annotation(&mut self, spans: Vec<Span>, label: Label) -> AnnotationId {
        let id = self
            .annotations
            .last_key_value()
            .map_or(AnnotationId(1), |(id, _)| AnnotationId(id.0 + 1))
            .max(self.document.next_annotation());
        let annotation = Annotation {
            id,
            spans,
            label,
            origin: Origin::Human,
            decision: Decision::Accepted,
            note: String::new(),
            author: None,
            created: self.now.to_owned(),
            modified: self.now.to_owned(),
        };
        self.annotations.insert(id, Some(annotation));
        id
    }

    /// All annotations as they stand in the draft.
    pub(super) fn annotations(&self) -> impl Iterator<Item = Annotation> + '_ {
        let untouched = self.document.annotations.values().filter(|annotation| !self.annotations.contains_key(&annotation.id)).cloned();
        untouched.chain(self.annotations.values().flatten().cloned())
    }

    /// The standing mentions of `entity`.
    pub(super) fn mentions(&self, entity: EntityId) -> impl Iterator<Item = Annotation> + '_ {
        self.annotations().filter(move |annotation| {
            annotation.decision != Decision::Rejected && annotation.label.mention().and_then(|mention| mention.entity) == Some(entity)
        })
    }

    /// Every annotation that refers to `entity`, as a mention or as a speaker, rejected ones too.
    pub(super) fn referring(&self, entity: EntityId) -> Vec<AnnotationId> {
        let refers = |annotation: &Annotation| match &annotation.label {
            Label::Entity(mention) => mention.entity == Some(entity),
            Label::Quotation(quotation) => quotation.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(entity)),
            Label::Structure(_) | Label::Code(_) => false,
        };
        self.annotations().filter(refers).map(|annotation| annotation.id).collect()
    }

    pub(super) fn entity(&self, id: EntityId) -> Option<Entity> {
        self.entities.get(&id).cloned().unwrap_or_else(|| self.document.entities.get(&id).cloned())
    }

    pub(super) fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        let untouched = self.document.entities.values().filter(|entity| !self.entities.contains_key(&entity.id)).cloned();
        untouched.chain(self.entities.values().flatten().cloned())
    }

    pub(super) fn edit_entity(&mut self, id: EntityId, edit: impl FnOnce(&mut Entity)) {
        let Some(before) = self.entity(id) else { return };
        let mut after = before.clone();
        edit(&mut after);
        if after != before {
            self.entities.insert(id, Some(after));
        }
    }

    pub(super) fn new_entity(&mut self, name: String, kind: EntityKind) -> EntityId {
        let id = self.entities.last_key_value().map_or(EntityId(1), |(id, _)| EntityId(id.0 + 1)).max(self.document.next_entity());
        self.entities.insert(id, Some(Entity::new(id, name, kind)));
        id
    }

    pub(super) fn remove_entity(&mut self, id: EntityId) {
        self.entities.insert(id, None);
    }

    /// The metadata, and the fields of it that a person emptied.
    pub(super) fn about(&mut self) -> (&mut Metadata, &mut BTreeSet<Field>) {
        let (metadata, cleared) = self.about.get_or_insert_with(|| about(self.document));
        (metadata, cleared)
    }

    /// The codebook as it stands in the draft.
    pub(super) fn codebook(&mut self) -> &mut Codebook {
        self.codebook.get_or_insert_with(|| self.document.codebook.clone())
    }

    pub(super) fn set_comment(&mut self, comment: String) {
        self.comment = Some(comment);
    }

    pub(super) fn finish(self, summary: String) -> Change {
        let document = self.document;
        let codebook = self.codebook.filter(|after| *after != document.codebook);
        let comment = self.comment.filter(|after| *after != document.comment);
        let before = about(document);
        let after = self.about.filter(|after| *after != before);
        Change {
            summary,
            annotations: deltas(&document.annotations, self.annotations),
            entities: deltas(&document.entities, self.entities),
            metadata: after.map(|after| (Box::new(before), Box::new(after))),
            codebook: codebook.map(|after| (Box::new(document.codebook.clone()), Box::new(after))),
            comment: comment.map(|after| (document.comment.clone(), after)),
        }
    }
}

fn about(document: &Document) -> About {
    (document.metadata.clone(), document.cleared.clone())
}

/// What the draft altered, in the order of the keys.
fn deltas<K: Ord, T: Clone + PartialEq>(before: &BTreeMap<K, T>, drafted: BTreeMap<K, Option<T>>) -> Vec<Delta<T>> {
    let all = drafted.into_iter().map(|(key, after)| Delta { before: before.get(&key).cloned(), after });
    all.filter(|delta| delta.before != delta.after).collect()
}
