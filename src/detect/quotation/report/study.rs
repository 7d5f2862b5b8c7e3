//! What the learnt scorers are asked about the reports of a line, for the trainer to set against what an editor marked.

use super::super::claims::{Claim, Shape, View};
use super::super::draft;
use super::super::learnt::{Asked, Question};
use super::super::pairing::Quoted;
use super::choose;
use super::offer;
use super::values;

/// Every question about the reports of a line; `group` numbers the beginnings.
pub(in super::super) fn of_line(view: &View<'_>, usual: &[Claim], quotes: &[Quoted], group: &mut u32, asked: &mut Vec<Asked>) {
    for index in 0..view.frames.len() {
        let usual = choose::claim_of(usual, index);
        if usual.is_some_and(|claim| claim.shape != Shape::Before && choose::is_direct(view, claim)) {
            continue;
        }
        for offer in offer::of_frame(view, index, usual) {
            *group += 1;
            let backwards = choose::end_question(&offer) == Question::Start;
            let before = asked.len();
            for (other, row) in choose::end_rows(view, &offer) {
                if let Some(span) = draft::span(view, &offer.items(other), quotes) {
                    asked.push(Asked { question: choose::end_question(&offer), row, span, about: span, backwards, group: *group });
                }
            }
            if let Some(span) = asked.get(before).map(|one| one.span) {
                let row = values::of_report(view, &offer);
                asked.push(Asked { question: Question::Report, row, span, about: span, backwards, group: *group });
            }
        }
    }
}
