//! The right answer to each question about a document, read from what an editor marked.

use super::gold::{Gold, core, likeness};
use galley_engine::detect::quotation::learnt::{Asked, Question};
use galley_engine::text::Span;

/// How much of the words between marks must be marked for them to be speech.
const MOST: f64 = 0.5;
/// From what likeness on two ends are nearly the same.
const ALIKE: f64 = 0.8;
/// The answer for ends that are nearly right.
const NEARLY: f32 = 0.6;

/// The probability that is right for `asked`; none where it cannot be told.
pub(crate) fn answer(text: &str, gold: &Gold, asked: &Asked) -> Option<f32> {
    if gold.ignores(asked.span) {
        return None;
    }
    let span = core(text, asked.span);
    match asked.question {
        Question::Report => Some(yes(gold.fragments.iter().any(|fragment| touches_edge(asked, fragment.span, span)))),
        Question::End => ends(gold, span, |fragment| fragment.start == span.start),
        Question::Start => ends(gold, span, |fragment| fragment.end == span.end),
        Question::Speech => Some(yes(gold.touching(span).any(|fragment| covers(fragment.span, span)))),
        Question::Speaker => speaks(text, gold, asked),
        Question::Lead => around(text, gold, asked).map(|fragment| yes(fragment.start == span.start)),
        Question::Tail => around(text, gold, asked).filter(|fragment| fragment.start == span.start).map(|fragment| {
            let alike = likeness(fragment, span);
            if fragment.end == span.end {
                1.0
            } else if alike >= ALIKE {
                NEARLY
            } else {
                0.0
            }
        }),
    }
}

fn yes(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// The row of a report comes with the span of one of its ends' answers: `before` the cue its end is fixed, else its start.
fn touches_edge(asked: &Asked, fragment: Span, span: Span) -> bool {
    if asked.backwards { fragment.end == span.end } else { fragment.start == span.start }
}

/// Only where the fixed end is right the other one can be judged.
fn ends(gold: &Gold, span: Span, fixed: impl Fn(Span) -> bool) -> Option<f32> {
    let likeness = gold.touching(span).filter(|fragment| fixed(fragment.span)).map(|fragment| likeness(fragment.span, span));
    likeness.max_by(f64::total_cmp).map(|likeness| match likeness {
        1.0 => 1.0,
        nearly if nearly >= ALIKE => NEARLY,
        _ => 0.0,
    })
}

/// The fragment that holds the quotation which `asked` is about.
fn around(text: &str, gold: &Gold, asked: &Asked) -> Option<Span> {
    let about = core(text, asked.about);
    gold.touching(about).find(|fragment| covers(fragment.span, about)).map(|fragment| fragment.span)
}

fn covers(fragment: Span, span: Span) -> bool {
    let common = fragment.end.min(span.end).saturating_sub(fragment.start.max(span.start));
    f64::from(common) >= MOST * f64::from(span.end - span.start)
}

/// Whether the words offered name the speaker of the fragment that `asked` is about; none where no editor named one.
fn speaks(text: &str, gold: &Gold, asked: &Asked) -> Option<f32> {
    let about = core(text, asked.about);
    let fragment = gold.touching(about).find(|fragment| covers(fragment.span, about)).filter(|fragment| !fragment.speaker.is_empty())?;
    let same = fragment.speaker.iter().any(|speaker| speaker.overlaps(asked.span));
    let last = |words: &str| {
        words.split(|sign: char| !sign.is_alphanumeric()).rfind(|word| word.starts_with(char::is_uppercase)).map(str::to_owned)
    };
    let named = last(&fragment.speaker_text).is_some_and(|name| name.len() > 2 && Some(name) == last(asked.span.of(text)));
    Some(yes(same || named))
}
