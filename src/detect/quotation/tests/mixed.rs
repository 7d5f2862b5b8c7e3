//! Reported clauses with some words in quotation marks.

use super::{check, find};
use crate::annotation::QuotationKind;

#[test]
fn a_verb_of_saying_governs() {
    check("Olsen said the pier was “a ruin.”", &[("the pier was “a ruin.”", "Olsen")]);
    check("Olsen said that the pier was “a ruin” and “a danger.”", &[("that the pier was “a ruin” and “a danger.”", "Olsen")]);
    check(
        "She repeatedly claimed she could mend it in “two weeks” before giving up.",
        &[("she could mend it in “two weeks” before giving up", "She")],
    );
    check("He said there was “no money” for it.", &[("there was “no money” for it", "He")]);
    check("She told parliament that they were “paying twice.”", &[("that they were “paying twice.”", "She")]);
    check("Olsen told CNN she was “not there yet” on this.", &[("she was “not there yet” on this", "Olsen")]);
}

#[test]
fn a_thing_is_called_something() {
    check("Olsen has previously praised the plan as “brave and clever”.", &[("the plan as “brave and clever”", "Olsen")]);
    check("Olsen called it “a disaster.”", &[("it “a disaster.”", "Olsen")]);
    check("Olsen described the pier as “a ruin.”", &[("the pier as “a ruin.”", "Olsen")]);
    check("Olsen referred to the pier as “a ruin.”", &[("the pier as “a ruin.”", "Olsen")]);
}

#[test]
fn the_cue_comes_after() {
    check("The pier is “a ruin,” Olsen said.", &[("The pier is “a ruin,”", "Olsen")]);
    check("The pier is “a ruin,” according to Olsen.", &[("The pier is “a ruin,”", "Olsen")]);
}

#[test]
fn reports_in_a_row_are_kept_apart() {
    check(
        "He said the pier was “a ruin” and said that the mayor was “asleep.”",
        &[("the pier was “a ruin”", "He"), ("that the mayor was “asleep.”", "He")],
    );
    check("She left, adding that the pier was “a ruin.”", &[("that the pier was “a ruin.”", "She")]);
}

#[test]
fn fragments_are_verbatim() {
    let text = "Olsen said that it was “a ruin” and “a danger.”";
    let found = find(text);
    assert_eq!(found[0].label.kind, QuotationKind::Mixed);
    let verbatim: Vec<_> = found[0].label.verbatim.iter().map(|span| span.of(text)).collect();
    assert_eq!(verbatim, ["“a ruin”", "“a danger.”"]);
}
