//! What the card of a mark says.

use crate::pick::elsewhere;
use crate::review::alike;
use crate::words::{capital, form, marked_words, reason};
use galley_engine::annotation::{Annotation, AnnotationId, Decision, EntityId, Label, LabelName};
use galley_engine::document::Document;
use galley_engine::text::Span;
use galley_engine::view::names::all_mentions;
use galley_engine::view::quotes::speaker_name;

/// What the card of a mark says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Card {
    /// The mark.
    pub(crate) id: AnnotationId,
    /// The marked words.
    pub(crate) words: String,
    /// Its label.
    pub(crate) label: LabelName,
    /// What a person decided.
    pub(crate) decision: Decision,
    /// What it is: "Person".
    pub(crate) what: String,
    /// The full name of what it names, when the words are not that name.
    pub(crate) same_as: Option<String>,
    /// Why it is there and how sure that is: " · found by … · 0.97".
    pub(crate) why: String,
    /// How many undecided marks say the same, this one included.
    pub(crate) alike: usize,
    /// The other places where its words stand unmarked.
    pub(crate) elsewhere: Vec<Span>,
    /// Whether it is the role of a whole block.
    pub(crate) is_role: bool,
    /// For a quotation, who said it.
    pub(crate) speaker: Option<SaidBy>,
    /// For a quotation, the words that introduce it.
    pub(crate) cue: Option<String>,
    /// Of how many stretches it is made.
    pub(crate) parts: usize,
    /// For a name, what it names, and which of how many mentions of that it is.
    pub(crate) mention: Option<(EntityId, usize, usize)>,
    /// The person's note.
    pub(crate) note: String,
}

/// Who said something.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SaidBy {
    /// The entity, when known.
    pub(crate) entity: Option<EntityId>,
    /// The name shown; `None` when nobody is known.
    pub(crate) name: Option<String>,
}

/// The card of the mark `id`.
pub(crate) fn card(document: &Document, id: AnnotationId) -> Option<Card> {
    let annotation = document.annotations.get(&id)?;
    let words = marked_words(document, annotation);
    Some(Card {
        id,
        label: annotation.label.name(),
        decision: annotation.decision,
        what: what(annotation),
        same_as: full_name(document, annotation).filter(|name| *name != words),
        why: why(annotation),
        alike: if annotation.label.mention().is_some() { alike(document, id).len() } else { 0 },
        elsewhere: elsewhere(document, id).map(|(_, places)| places).unwrap_or_default(),
        is_role: document.roles.contains(&id),
        speaker: said_by(document, annotation),
        cue: annotation.label.quotation().and_then(|quotation| quotation.cue).map(|cue| document.words(cue).to_owned()),
        parts: annotation.spans.len(),
        mention: place_among(document, annotation),
        note: annotation.note.clone(),
        words,
    })
}

fn what(annotation: &Annotation) -> String {
    let title = capital(annotation.label.name().title());
    match &annotation.label {
        Label::Quotation(_) => format!("{title} quotation"),
        Label::Entity(mention) => match (form(mention.form), &mention.value) {
            (Some(form), _) => format!("{title}, by a {form}"),
            (None, Some(value)) => format!("{title}, {value}"),
            (None, None) => title,
        },
        Label::Structure(_) | Label::Code(_) => title,
    }
}

fn full_name(document: &Document, annotation: &Annotation) -> Option<String> {
    let entity = annotation.label.mention()?.entity?;
    document.entities.get(&entity).map(|entity| entity.name.clone())
}

fn why(annotation: &Annotation) -> String {
    let sure = annotation.confidence().map_or_else(String::new, |confidence| format!(" · {confidence:.2}"));
    let decided = if annotation.decision == Decision::Accepted { " · accepted" } else { "" };
    format!(" · {}{sure}{decided}", reason(annotation))
}

/// Which of how many mentions of its name a mark is, from 1.
fn place_among(document: &Document, annotation: &Annotation) -> Option<(EntityId, usize, usize)> {
    let entity = annotation.label.mention()?.entity?;
    let mentions = all_mentions(document, entity);
    let at = mentions.iter().position(|id| *id == annotation.id)?;
    (1 < mentions.len()).then_some((entity, at + 1, mentions.len()))
}

fn said_by(document: &Document, annotation: &Annotation) -> Option<SaidBy> {
    let quotation = annotation.label.quotation()?;
    let entity = quotation.speaker.as_ref().and_then(|speaker| speaker.entity);
    Some(SaidBy { entity, name: speaker_name(document, quotation) })
}
