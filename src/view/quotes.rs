//! Who said what: each quotation with its speaker, and how much each speaker says.

use crate::annotation::{Annotation, AnnotationId, Decision, EntityId, Label, Layer, Quotation, QuotationKind};
use crate::document::Document;
use crate::text::Span;
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// A quotation as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The annotation.
    pub id: AnnotationId,
    /// Its words, parts joined by " … ".
    pub text: String,
    /// Direct, indirect or mixed.
    pub kind: QuotationKind,
    /// The speaker's name: the entity's canonical name, else the words that name the speaker.
    pub speaker: Option<String>,
    /// The entity that speaks.
    pub entity: Option<EntityId>,
    /// The words of the cue.
    pub cue: Option<String>,
    /// What a person decided.
    pub decision: Decision,
}

/// How much one speaker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The speaker's name; `None` for quotations without a speaker.
    pub speaker: Option<String>,
    /// The entity that speaks.
    pub entity: Option<EntityId>,
    /// Words between quotation marks.
    pub verbatim: usize,
    /// Words of quotations without quotation marks.
    pub indirect: usize,
    /// How many quotations.
    pub quotations: usize,
}

/// The standing quotations in the order of the text.
#[must_use]
pub fn quotes(document: &Document) -> Vec<Quote> {
    standing(document).into_iter().map(|(annotation, quotation)| quote(document, annotation, quotation)).collect()
}

/// The name that is shown for a quotation's speaker.
#[must_use]
pub fn speaker_name(document: &Document, quotation: &Quotation) -> Option<String> {
    let speaker = quotation.speaker.as_ref()?;
    let entity = speaker.entity.and_then(|id| document.entities.get(&id));
    Some(entity.map_or_else(|| speaker.text.clone(), |entity| entity.name.clone()))
}

/// How much each speaker says, the most first.
#[must_use]
pub fn shares(document: &Document) -> Vec<Share> {
    let mut grouped: BTreeMap<(Option<EntityId>, Option<String>), Share> = BTreeMap::new();
    for (annotation, quotation) in standing(document) {
        let entity = quotation.speaker.as_ref().and_then(|speaker| speaker.entity);
        let speaker = speaker_name(document, quotation);
        let share =
            grouped.entry((entity, speaker.clone())).or_insert_with(|| Share { speaker, entity, verbatim: 0, indirect: 0, quotations: 0 });
        share.quotations += 1;
        if quotation.kind == QuotationKind::Indirect {
            share.indirect += words(document, &annotation.spans);
        } else {
            share.verbatim += words(document, &quotation.verbatim);
        }
    }
    let mut shares: Vec<Share> = grouped.into_values().collect();
    shares.sort_by_key(|share| std::cmp::Reverse((share.verbatim, share.indirect)));
    shares
}

fn standing(document: &Document) -> Vec<(&Annotation, &Quotation)> {
    let quotations = document.standing(Layer::Quotation).filter_map(|annotation| match &annotation.label {
        Label::Quotation(quotation) => Some((annotation, quotation)),
        _ => None,
    });
    let mut quotations: Vec<_> = quotations.collect();
    quotations.sort_by_key(|(annotation, _)| (annotation.extent(), annotation.id));
    quotations
}

fn quote(document: &Document, annotation: &Annotation, quotation: &Quotation) -> Quote {
    let parts: Vec<&str> = annotation.spans.iter().map(|span| document.words(*span)).collect();
    Quote {
        id: annotation.id,
        text: parts.join(" … "),
        kind: quotation.kind,
        speaker: speaker_name(document, quotation),
        entity: quotation.speaker.as_ref().and_then(|speaker| speaker.entity),
        cue: quotation.cue.map(|cue| document.words(cue).to_owned()),
        decision: annotation.decision,
    }
}

fn words(document: &Document, spans: &[Span]) -> usize {
    spans.iter().map(|span| document.words(*span).unicode_words().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::document;

    #[test]
    fn a_quotation_goes_by_its_speakers_full_name() {
        let quotes = quotes(&document());
        assert_eq!(quotes.len(), 1);
        assert_eq!(quotes[0].speaker.as_deref(), Some("Marco Rubio"));
        assert_eq!(quotes[0].cue.as_deref(), Some("said"));
        assert_eq!(quotes[0].text, "“We go on,”");
    }

    #[test]
    fn words_are_counted_by_speaker() {
        let shares = shares(&document());
        assert_eq!((shares[0].verbatim, shares[0].indirect, shares[0].quotations), (3, 0, 1));
    }
}
