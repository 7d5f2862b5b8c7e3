//! What a person can do to a document, and the change each command comes to.

use super::codes;
use super::draft::Draft;
use super::{Change, Document, Field, naming, quoting};
use crate::annotation::{
    Annotation, AnnotationId, Decision, EntityId, EntityKind, Label, LabelDefinition, LabelName, Layer, Mention, Origin, Quotation,
    QuotationKind, Speaker, Wikidata,
};
use crate::codebook::Codebook;
use crate::source::metadata::Fact;
use crate::text::Span;
use crate::text::fold::fold;

/// One act of a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// They are right.
    Accept(Vec<AnnotationId>),
    /// They are wrong; kept, so that a new parse does not bring them back.
    Reject(Vec<AnnotationId>),
    /// They are undecided again.
    Reopen(Vec<AnnotationId>),
    /// They go: a person's own mark altogether, a suggestion by being rejected.
    Delete(Vec<AnnotationId>),
    /// They get another label, and are right with it.
    Relabel(Vec<AnnotationId>, LabelName),
    /// New marks, one for each list of spans; a list is the parts of one mark.
    Add(Vec<Vec<Span>>, LabelName),
    /// It gets other ends, and is right with them.
    SetSpans(AnnotationId, Vec<Span>),
    /// A quotation gets another speaker, and is right with it.
    SetSpeaker(AnnotationId, Option<Speaker>),
    /// A quotation gets another cue, and is right with it.
    SetCue(AnnotationId, Option<Span>),
    /// Nobody says what stands there: quotations in it go, and what of others lies in it.
    Unquote(Vec<Span>),
    /// The first quotation becomes part of the second.
    JoinQuotations(AnnotationId, AnnotationId),
    /// Each part of a quotation becomes one of its own.
    PartQuotation(AnnotationId),
    /// It gets a note; an empty one removes it.
    SetNote(AnnotationId, String),
    /// An entity gets another name.
    RenameEntity(EntityId, String),
    /// All mentions of the first become mentions of the second.
    MergeEntities(EntityId, EntityId),
    /// Mentions become those of a new entity of their own.
    SplitMentions(Vec<AnnotationId>),
    /// Mentions become those of another entity.
    LinkMentions(Vec<AnnotationId>, EntityId),
    /// An entity is that item of Wikidata, or of none that is known.
    SetWikidata(EntityId, Option<Wikidata>),
    /// An entity and all its mentions get another kind, and are right with it.
    RelabelEntity(EntityId, EntityKind),
    /// A value of the metadata is given by hand; an empty one removes it.
    SetMetadata(Field, String),
    /// A label of one's own is made, or the one that is named is made anew: its marks get the new name with it.
    DefineLabel(Option<LabelName>, LabelDefinition),
    /// A label of one's own goes, and with it the marks that have it.
    RemoveLabel(LabelName),
    /// A codebook is taken in, see [`Codebook::with`].
    TakeCodebook(Codebook),
    /// The guidelines for giving labels are written.
    SetGuidelines(String),
    /// Something is said of the article as a whole.
    SetComment(String),
}

impl Document {
    /// Works out what `command` comes to at the moment `now` (RFC 3339, UTC), without touching the document.
    /// The change is empty when there is nothing to alter.
    #[must_use]
    pub fn plan(&self, command: &Command, now: &str) -> Change {
        let mut draft = Draft::new(self, now);
        let summary = match command {
            Command::Accept(ids) => decide(&mut draft, ids, Decision::Accepted, "accept"),
            Command::Reject(ids) => decide(&mut draft, ids, Decision::Rejected, "reject"),
            Command::Reopen(ids) => decide(&mut draft, ids, Decision::Pending, "reopen"),
            Command::Delete(ids) => delete(&mut draft, ids),
            Command::Relabel(ids, label) => relabel(&mut draft, ids, label),
            Command::Add(marks, label) => add(&mut draft, marks, label),
            Command::SetSpans(id, spans) => set_spans(&mut draft, *id, spans),
            Command::SetSpeaker(id, speaker) => {
                quoting::set(&mut draft, *id, |quotation| quotation.speaker.clone_from(speaker));
                spoken_by(&draft, *id, speaker.as_ref())
            }
            Command::SetCue(id, cue) => {
                quoting::set(&mut draft, *id, |quotation| quotation.cue = *cue);
                cue.map_or_else(|| "set no cue".to_owned(), |cue| format!("set the cue “{}”", shortened(self.words(cue))))
            }
            Command::Unquote(spans) => quoting::unquote(&mut draft, spans),
            Command::JoinQuotations(from, into) => quoting::join(&mut draft, *from, *into),
            Command::PartQuotation(id) => quoting::part(&mut draft, *id),
            Command::SetNote(id, note) => {
                draft.edit(*id, |annotation| annotation.note.clone_from(note));
                "write a note".to_owned()
            }
            Command::RenameEntity(id, name) => naming::rename(&mut draft, *id, name),
            Command::MergeEntities(from, into) => naming::merge(&mut draft, *from, *into),
            Command::SplitMentions(ids) => naming::split(&mut draft, ids),
            Command::LinkMentions(ids, into) => naming::link(&mut draft, ids, *into),
            Command::SetWikidata(id, item) => naming::set_wikidata(&mut draft, *id, *item),
            Command::RelabelEntity(id, kind) => naming::relabel(&mut draft, *id, kind),
            Command::SetMetadata(field, value) => {
                set_metadata(&mut draft, *field, value);
                "edit the metadata".to_owned()
            }
            Command::DefineLabel(known, label) => codes::define(&mut draft, known.as_ref(), label),
            Command::RemoveLabel(label) => codes::remove(&mut draft, label),
            Command::TakeCodebook(codebook) => codes::take(&mut draft, codebook),
            Command::SetGuidelines(guidelines) => {
                draft.codebook().guidelines.clone_from(guidelines);
                "write the guidelines".to_owned()
            }
            Command::SetComment(comment) => {
                draft.set_comment(comment.clone());
                "write the comment".to_owned()
            }
        };
        draft.finish(summary)
    }
}

fn decide(draft: &mut Draft<'_>, ids: &[AnnotationId], decision: Decision, verb: &str) -> String {
    for id in ids {
        draft.edit(*id, |annotation| annotation.decision = decision);
    }
    described(draft, verb, ids)
}

/// "accept Marco Rubio", or "accept 3 marks".
pub(super) fn described(draft: &Draft<'_>, verb: &str, ids: &[AnnotationId]) -> String {
    match ids {
        [id] => {
            let words = draft.get(*id).map(|annotation| shortened(draft.document().words_of(&annotation))).unwrap_or_default();
            format!("{verb} “{words}”")
        }
        _ => format!("{verb} {} marks", ids.len()),
    }
}

/// "call “Menu” navigation", "call 5 blocks navigation", or "call 5 marks person".
fn named(draft: &Draft<'_>, ids: &[AnnotationId], name: &LabelName) -> String {
    let things = if name.layer() == Layer::Structure { "blocks" } else { "marks" };
    match ids {
        [_] => format!("{} {name}", described(draft, "call", ids)),
        _ => format!("call {} {things} {name}", ids.len()),
    }
}

/// At most 40 characters of `words`, on one line.
pub(super) fn shortened(words: &str) -> String {
    const MOST: usize = 40;
    let line: String = words.chars().take(MOST).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if words.chars().nth(MOST).is_some() { format!("{line}…") } else { line }
}

/// "set the speaker Marco Rubio of “We go on,”".
fn spoken_by(draft: &Draft<'_>, id: AnnotationId, speaker: Option<&Speaker>) -> String {
    let entity = speaker.and_then(|speaker| speaker.entity).and_then(|entity| draft.entity(entity));
    let name = entity.map(|entity| entity.name).or_else(|| speaker.map(|speaker| speaker.text.clone()));
    let verb = name.map_or_else(|| "set no speaker for".to_owned(), |name| format!("set the speaker {} of", shortened(&name)));
    described(draft, &verb, &[id])
}

pub(super) fn delete(draft: &mut Draft<'_>, ids: &[AnnotationId]) -> String {
    let summary = described(draft, "delete", ids);
    for id in ids {
        match draft.get(*id).map(|annotation| annotation.origin) {
            Some(Origin::Human) => draft.remove(*id),
            Some(Origin::Parser(_)) => draft.edit(*id, |annotation| annotation.decision = Decision::Rejected),
            None => {}
        }
    }
    summary
}

fn relabel(draft: &mut Draft<'_>, ids: &[AnnotationId], name: &LabelName) -> String {
    for id in ids {
        let Some(annotation) = draft.get(*id).filter(|annotation| may_be_called(draft.document(), annotation, name)) else { continue };
        let label = relabelled(draft, &annotation, name);
        draft.edit(*id, |annotation| {
            annotation.label = label;
            annotation.decision = Decision::Accepted;
        });
    }
    named(draft, ids, name)
}

/// Every block keeps a role: the annotation that holds it takes no label of another layer.
fn may_be_called(document: &Document, annotation: &Annotation, name: &LabelName) -> bool {
    name.layer() == Layer::Structure || !document.is_role(annotation)
}

/// The label of `annotation` under another name; what of the payload still fits is kept.
fn relabelled(draft: &mut Draft<'_>, annotation: &Annotation, name: &LabelName) -> Label {
    match (name, &annotation.label) {
        (LabelName::Entity(kind), Label::Entity(mention)) => {
            let entity = if mention.kind == *kind { mention.entity } else { moved_entity(draft, annotation, mention, kind) };
            let value = mention.value.clone().filter(|_| matches!(kind, EntityKind::Date | EntityKind::Time));
            Label::Entity(Mention { kind: kind.clone(), entity, value, ..mention.clone() })
        }
        (LabelName::Quotation(kind), Label::Quotation(quotation)) => Label::Quotation(Quotation { kind: *kind, ..quotation.clone() }),
        _ => fresh_label(draft, &annotation.spans, name),
    }
}

/// The entity of a mention that becomes a mention of another kind: its own entity changes with it when nothing else mentions that.
fn moved_entity(draft: &mut Draft<'_>, annotation: &Annotation, mention: &Mention, kind: &EntityKind) -> Option<EntityId> {
    let only_one = |id: EntityId| draft.mentions(id).all(|other| other.id == annotation.id);
    match mention.entity {
        Some(id) if kind.is_linked() && only_one(id) => {
            draft.edit_entity(id, |entity| entity.kind = kind.clone());
            Some(id)
        }
        _ => entity_for(draft, &annotation.spans, kind),
    }
}

/// A label for a new mark.
fn fresh_label(draft: &mut Draft<'_>, spans: &[Span], name: &LabelName) -> Label {
    match name {
        LabelName::Structure(role) => Label::Structure(*role),
        LabelName::Code(code) => Label::Code(code.clone()),
        LabelName::Entity(kind) => Label::Entity(Mention { entity: entity_for(draft, spans, kind), ..Mention::named(kind.clone()) }),
        LabelName::Quotation(kind) => {
            let verbatim = if *kind == QuotationKind::Direct { spans.to_vec() } else { Vec::new() };
            Label::Quotation(Quotation { kind: *kind, speaker: None, cue: None, verbatim })
        }
    }
}

/// The entity of that kind which already goes by the marked words, or a new one; `None` for dates and numbers.
fn entity_for(draft: &mut Draft<'_>, spans: &[Span], kind: &EntityKind) -> Option<EntityId> {
    if !kind.is_linked() {
        return None;
    }
    let words = draft.document().words(spans.iter().copied().reduce(Span::cover)?).to_owned();
    let key = fold(&words);
    let known = draft.entities().find(|entity| entity.kind == *kind && fold(&entity.name) == key).map(|entity| entity.id);
    let mentioned = || {
        draft.annotations().find_map(|annotation| {
            let mention = annotation.label.mention()?;
            (mention.kind == *kind && fold(draft.document().words_of(&annotation)) == key).then_some(mention.entity)?
        })
    };
    Some(known.or_else(mentioned).unwrap_or_else(|| draft.new_entity(words, kind.clone())))
}

fn add(draft: &mut Draft<'_>, marks: &[Vec<Span>], name: &LabelName) -> String {
    let mut ids = Vec::new();
    for spans in marks.iter().filter(|spans| !spans.is_empty()) {
        let label = fresh_label(draft, spans, name);
        ids.push(draft.new_annotation(spans.clone(), label));
    }
    described(draft, &format!("mark as {name}"), &ids)
}

fn set_spans(draft: &mut Draft<'_>, id: AnnotationId, spans: &[Span]) -> String {
    // The role of a block covers the block, always.
    let is_role = draft.get(id).is_some_and(|annotation| draft.document().is_role(&annotation));
    if !spans.is_empty() && !is_role {
        draft.edit(id, |annotation| {
            annotation.spans = spans.to_vec();
            annotation.decision = Decision::Accepted;
            let extent = annotation.extent();
            if let Label::Quotation(quotation) = &mut annotation.label {
                quotation.verbatim.retain(|verbatim| extent.contains(*verbatim));
                if quotation.kind == QuotationKind::Direct {
                    quotation.verbatim = spans.to_vec();
                }
            }
        });
    }
    described(draft, "move the ends of", &[id])
}

fn set_metadata(draft: &mut Draft<'_>, field: Field, value: &str) {
    let fact = (!value.trim().is_empty()).then(|| Fact::given(value.trim()));
    let (metadata, cleared) = draft.about();
    let place = field.place(metadata);
    if place.as_ref().map(|fact| &fact.value) == fact.as_ref().map(|fact| &fact.value) {
        return;
    }
    // An emptied field stays empty: a new parse must not fill it again.
    if fact.is_none() {
        cleared.insert(field);
    } else {
        cleared.remove(&field);
    }
    *place = fact;
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::*;
    use super::*;
    use crate::annotation::{Outcome, Role};

    fn after(command: Command) -> Document {
        let mut document = document();
        let change = document.plan(&command, NOW);
        document.apply(&change);
        document
    }

    fn one(document: &Document, id: u32) -> &Annotation {
        &document.annotations[&AnnotationId(id)]
    }

    #[test]
    fn accepting_and_correcting_are_told_apart() {
        let accepted = after(Command::Accept(vec![AnnotationId(4)]));
        assert_eq!(one(&accepted, 4).outcome(), Outcome::AcceptedAsIs);
        let corrected = after(Command::Relabel(vec![AnnotationId(4)], LabelName::Entity(EntityKind::Org)));
        assert_eq!(one(&corrected, 4).outcome(), Outcome::Corrected);
        assert_eq!(one(&corrected, 5).outcome(), Outcome::Undecided);
    }

    #[test]
    fn a_mark_of_ones_own_joins_the_entity_of_that_name() {
        let document = after(Command::Add(vec![vec![span("Ana Díaz")]], LabelName::Entity(EntityKind::Person)));
        let added = one(&document, 8);
        assert_eq!(added.outcome(), Outcome::Missed);
        assert_eq!(added.label.mention().and_then(|mention| mention.entity), Some(EntityId(2)));
    }

    #[test]
    fn deleting_removes_ones_own_and_rejects_a_suggestion() {
        assert_eq!(one(&after(Command::Delete(vec![AnnotationId(4)])), 4).outcome(), Outcome::Rejected);
        let mut document = after(Command::Add(vec![vec![span("Menu")]], LabelName::Code("x".to_owned())));
        let change = document.plan(&Command::Delete(vec![AnnotationId(8)]), NOW);
        document.apply(&change);
        assert_eq!(document, super::super::testing::document());
    }

    #[test]
    fn relabelling_one_of_two_mentions_leaves_the_other_alone() {
        let document = after(Command::Relabel(vec![AnnotationId(6)], LabelName::Entity(EntityKind::Gpe)));
        assert_eq!(document.entities.len(), 3);
        assert_eq!(one(&document, 4).label.mention().and_then(|mention| mention.entity), Some(EntityId(1)));
        assert_eq!(one(&document, 6).label.mention().and_then(|mention| mention.entity), Some(EntityId(3)));
    }

    #[test]
    fn rejecting_a_role_shows_the_block_as_text() {
        assert_eq!(after(Command::Reject(vec![AnnotationId(3)])).role(2), Role::Paragraph);
        assert_eq!(after(Command::Reject(vec![AnnotationId(2)])).role(1), Role::Other);
    }

    #[test]
    fn unknown_marks_alter_nothing() {
        assert!(document().plan(&Command::Accept(vec![AnnotationId(99)]), NOW).is_empty());
        assert!(document().plan(&Command::MergeEntities(EntityId(1), EntityId(99)), NOW).is_empty());
    }
}
