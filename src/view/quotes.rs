//! Who said what: each quotation with its speaker, and how much each speaker says.

use super::{names, one_line, when};
use crate::annotation::{Annotation, AnnotationId, Decision, EntityId, Label, Layer, Quotation, QuotationKind};
use crate::document::Document;
use crate::source::metadata::Fact;
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
    /// How many parts it has.
    pub parts: usize,
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
    /// Reported words, outside quotation marks.
    pub indirect: usize,
    /// How many quotations.
    pub quotations: usize,
}

impl Share {
    /// All words, verbatim and reported.
    #[must_use]
    pub fn words(&self) -> usize {
        self.verbatim + self.indirect
    }
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
        let (verbatim, indirect) = said(document, annotation, quotation);
        share.verbatim += verbatim;
        share.indirect += indirect;
    }
    let mut shares: Vec<Share> = grouped.into_values().collect();
    shares.sort_by_key(|share| std::cmp::Reverse((share.words(), share.verbatim)));
    shares
}

/// How many words of a quotation are word for word, and how many are reported.
#[must_use]
pub fn said(document: &Document, annotation: &Annotation, quotation: &Quotation) -> (usize, usize) {
    let all = words(document, &annotation.spans);
    match quotation.kind {
        QuotationKind::Direct => (all, 0),
        QuotationKind::Indirect => (0, all),
        QuotationKind::Mixed => {
            let verbatim = words(document, &quotation.verbatim).min(all);
            (verbatim, all - verbatim)
        }
    }
}

/// A quotation as it is pasted into a manuscript: the words as they stand, who said them, and on a second line where they were read.
#[must_use]
pub fn cited(document: &Document, quote: &Quote) -> String {
    let role = quote.entity.and_then(|entity| names::role(document, entity)).map(|role| format!(", {role}")).unwrap_or_default();
    let speaker = format!("{}{role}", quote.speaker.as_deref().unwrap_or("speaker not named"));
    let kind = if quote.kind == QuotationKind::Direct { String::new() } else { format!(" ({})", quote.kind.title()) };
    let metadata = &document.metadata;
    let value = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
    let published = value(&metadata.published).map(|day| when::in_words(day.split('T').next().unwrap_or_default(), None));
    let source: Vec<String> =
        [value(&metadata.title), value(&metadata.publisher), published, value(&metadata.url)].into_iter().flatten().collect();
    let said = format!("{} — {speaker}{kind}", one_line(&quote.text));
    if source.is_empty() { said } else { format!("{said}\n{}", source.join(", ")) }
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
        cue: quotation.cue.map(|cue| one_line(document.words(cue))),
        parts: annotation.spans.len(),
        decision: annotation.decision,
    }
}

fn words(document: &Document, spans: &[Span]) -> usize {
    spans.iter().map(|span| document.words(*span).unicode_words().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::{document, span};

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

    #[test]
    fn a_partial_quotation_counts_on_both_sides() {
        let mut document = document();
        let annotation = document.annotations.get_mut(&AnnotationId(7)).expect("it is there");
        annotation.spans = vec![span("met Ana Díaz. “We go on,”")];
        if let Label::Quotation(quotation) = &mut annotation.label {
            quotation.kind = QuotationKind::Mixed;
        }
        let shares = shares(&document);
        assert_eq!((shares[0].verbatim, shares[0].indirect, shares[0].words()), (3, 3, 6));
    }

    #[test]
    fn a_cited_quotation_names_speaker_and_source() {
        let mut document = document();
        let said = quotes(&document);
        assert_eq!(cited(&document, &said[0]), "“We go on,” — Marco Rubio");
        document.metadata.title = Some(Fact::given("Talks resume"));
        document.metadata.published = Some(Fact::given("2025-02-10T08:00Z"));
        assert_eq!(cited(&document, &said[0]), "“We go on,” — Marco Rubio\nTalks resume, 10 February 2025");
        let nobody = Quote { speaker: None, kind: QuotationKind::Indirect, ..said[0].clone() };
        assert!(cited(&document, &nobody).starts_with("“We go on,” — speaker not named (indirect)"));
    }
}
