//! What a person can do to quotations: set speaker and cue, join and part them, say what is none.

use super::command::described;
use super::draft::Draft;
use crate::annotation::{Annotation, AnnotationId, Decision, Label, Layer, Origin, Quotation, QuotationKind};
use crate::text::Span;

/// Alters a quotation's payload; it is right then.
pub(super) fn set(draft: &mut Draft<'_>, id: AnnotationId, set: impl Fn(&mut Quotation)) {
    draft.edit(id, |annotation| {
        if let Label::Quotation(quotation) = &mut annotation.label {
            set(quotation);
            annotation.decision = Decision::Accepted;
        }
    });
}

/// What is between `spans` was said by nobody: quotations that lie in them go, others lose that part, and where there was none it is noted
/// that there is none.
pub(super) fn unquote(draft: &mut Draft<'_>, spans: &[Span]) -> String {
    let touched: Vec<Annotation> = draft.annotations().filter(|one| is_standing(one) && touches(one, spans)).collect();
    if touched.is_empty() && !spans.is_empty() {
        let label = Label::Quotation(Quotation { kind: QuotationKind::Direct, speaker: None, cue: None, verbatim: Vec::new() });
        let id = draft.new_annotation(spans.to_vec(), label);
        draft.edit(id, |annotation| annotation.decision = Decision::Rejected);
        return described(draft, "mark as no quotation", &[id]);
    }
    let ids: Vec<AnnotationId> = touched.iter().map(|one| one.id).collect();
    for one in &touched {
        let rest = without(&draft.document().text, &one.spans, spans);
        if rest.is_empty() {
            drop_quotation(draft, one);
        } else {
            cut(draft, one.id, rest);
        }
    }
    described(draft, "take out of", &ids)
}

fn is_standing(annotation: &Annotation) -> bool {
    annotation.layer() == Layer::Quotation && annotation.decision != Decision::Rejected
}

fn touches(annotation: &Annotation, spans: &[Span]) -> bool {
    annotation.spans.iter().any(|one| spans.iter().any(|span| span.overlaps(*one)))
}

/// A person's own goes altogether, a suggestion is rejected.
fn drop_quotation(draft: &mut Draft<'_>, one: &Annotation) {
    match one.origin {
        Origin::Human => draft.remove(one.id),
        Origin::Parser(_) => draft.edit(one.id, |annotation| annotation.decision = Decision::Rejected),
    }
}

fn cut(draft: &mut Draft<'_>, id: AnnotationId, rest: Vec<Span>) {
    draft.edit(id, |annotation| {
        if let Label::Quotation(quotation) = &mut annotation.label {
            quotation.verbatim = inside(&quotation.verbatim, &rest);
        }
        annotation.spans = rest;
        annotation.decision = Decision::Accepted;
    });
}

/// What of `spans` lies outside `gone`, without white space at the ends.
fn without(text: &str, spans: &[Span], gone: &[Span]) -> Vec<Span> {
    let mut kept = spans.to_vec();
    for hole in gone {
        kept = kept.into_iter().flat_map(|span| around(span, *hole)).collect();
    }
    kept.into_iter().map(|span| span.trimmed(text)).filter(|span| says_something(span.of(text))).collect()
}

/// `span` before and after `hole`.
fn around(span: Span, hole: Span) -> [Span; 2] {
    if !span.overlaps(hole) {
        return [span, Span { start: span.end, end: span.end }];
    }
    [Span { start: span.start, end: hole.start.max(span.start) }, Span { start: hole.end.min(span.end), end: span.end }]
}

/// A quotation mark or a comma that is left over says nothing.
fn says_something(words: &str) -> bool {
    words.contains(char::is_alphanumeric)
}

/// Those stretches of `spans` that lie in `frames`.
fn inside(spans: &[Span], frames: &[Span]) -> Vec<Span> {
    let part = |span: &Span, frame: &Span| Span {
        start: span.start.max(frame.start),
        end: span.end.min(frame.end).max(span.start.max(frame.start)),
    };
    let parts = spans.iter().flat_map(|span| frames.iter().map(|frame| part(span, frame)));
    parts.filter(|span| !span.is_empty()).collect()
}

/// `from` becomes part of `into`.
pub(super) fn join(draft: &mut Draft<'_>, from: AnnotationId, into: AnnotationId) -> String {
    let pair = (draft.get(from), draft.get(into));
    let (Some(gone), Some(kept)) = pair else { return String::new() };
    let (Some(other), Some(own)) = (gone.label.quotation(), kept.label.quotation()) else { return String::new() };
    if from == into {
        return String::new();
    }
    let summary = described(draft, "join with another quotation", &[into]);
    let spans = united(kept.spans.iter().chain(&gone.spans).copied().collect());
    let quotation = Quotation {
        kind: if own.kind == other.kind { own.kind } else { QuotationKind::Mixed },
        speaker: own.speaker.clone().or_else(|| other.speaker.clone()),
        cue: own.cue.or(other.cue),
        verbatim: united(own.verbatim.iter().chain(&other.verbatim).copied().collect()),
    };
    drop_quotation(draft, &gone);
    draft.edit(into, |annotation| {
        annotation.spans = spans;
        annotation.label = Label::Quotation(quotation);
        annotation.decision = Decision::Accepted;
    });
    summary
}

/// `spans` in order, those that overlap as one.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut united: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match united.last_mut().filter(|last| span.start < last.end) {
            Some(last) => *last = last.cover(span),
            None => united.push(span),
        }
    }
    united
}

/// Each part of a quotation becomes a quotation of its own, by the same speaker.
pub(super) fn part(draft: &mut Draft<'_>, id: AnnotationId) -> String {
    let Some(annotation) = draft.get(id) else { return String::new() };
    let (Some(quotation), [first, rest @ ..]) = (annotation.label.quotation().cloned(), annotation.spans.as_slice()) else {
        return String::new();
    };
    if rest.is_empty() {
        return String::new();
    }
    let summary = described(draft, &format!("make {} quotations of", annotation.spans.len()), &[id]);
    let label = |span: &Span| Label::Quotation(Quotation { verbatim: inside(&quotation.verbatim, &[*span]), ..quotation.clone() });
    for span in rest {
        draft.new_annotation(vec![*span], label(span));
    }
    draft.edit(id, |annotation| {
        annotation.label = label(first);
        annotation.spans = vec![*first];
        annotation.decision = Decision::Accepted;
    });
    summary
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::{Command, Document};
    use super::*;
    use crate::annotation::LabelName;

    const DIRECT: LabelName = LabelName::Quotation(QuotationKind::Direct);

    fn after(document: &Document, command: &Command) -> Document {
        let mut document = document.clone();
        let change = document.plan(command, NOW);
        document.apply(&change);
        document
    }

    /// The words of the standing quotations, parts joined by " | ".
    fn quoted(document: &Document) -> Vec<String> {
        let words = |one: &Annotation| one.spans.iter().map(|span| document.words(*span)).collect::<Vec<_>>().join(" | ");
        document.standing(Layer::Quotation).map(words).collect()
    }

    #[test]
    fn a_stretch_that_holds_a_quotation_rejects_it() {
        let cleared = after(&document(), &Command::Unquote(vec![span("“We go on,” Rubio said.")]));
        assert_eq!(cleared.annotations[&AnnotationId(7)].decision, Decision::Rejected);
    }

    #[test]
    fn a_stretch_inside_a_quotation_is_cut_out_of_it() {
        let own = after(&document(), &Command::Add(vec![vec![span("Marco Rubio met Ana Díaz.")]], DIRECT));
        let cut = after(&own, &Command::Unquote(vec![span("met")]));
        assert_eq!(quoted(&cut), ["“We go on,”", "Marco Rubio | Ana Díaz."]);
        let words = cut.annotations[&AnnotationId(8)].label.quotation().map(|quotation| quotation.verbatim.len());
        assert_eq!(words, Some(2));
    }

    #[test]
    fn what_is_left_of_a_quotation_says_something() {
        let cut = after(&document(), &Command::Unquote(vec![span("We go on")]));
        assert!(quoted(&cut).is_empty());
    }

    #[test]
    fn a_stretch_without_a_quotation_is_noted_as_none() {
        let noted = after(&document(), &Command::Unquote(vec![span("Talks resume")]));
        assert_eq!(noted.annotations[&AnnotationId(8)].decision, Decision::Rejected);
        assert_eq!(quoted(&noted).len(), 1);
    }

    #[test]
    fn two_quotations_are_joined_and_parted_again() {
        let own = after(&document(), &Command::Add(vec![vec![span("met Ana Díaz")]], DIRECT));
        let joined = after(&own, &Command::JoinQuotations(AnnotationId(8), AnnotationId(7)));
        assert_eq!(quoted(&joined), ["met Ana Díaz | “We go on,”"]);
        assert!(!joined.annotations.contains_key(&AnnotationId(8)));
        let parted = after(&joined, &Command::PartQuotation(AnnotationId(7)));
        assert_eq!(quoted(&parted), ["met Ana Díaz", "“We go on,”"]);
        let speaker = |id| parted.annotations[&AnnotationId(id)].label.quotation().and_then(|quotation| quotation.speaker.clone());
        assert_eq!(speaker(7), speaker(8));
    }

    #[test]
    fn joining_with_itself_or_a_name_alters_nothing() {
        for (from, into) in [(7, 7), (4, 7), (7, 4), (99, 7)] {
            assert!(document().plan(&Command::JoinQuotations(AnnotationId(from), AnnotationId(into)), NOW).is_empty());
        }
        assert!(document().plan(&Command::PartQuotation(AnnotationId(7)), NOW).is_empty());
    }
}
