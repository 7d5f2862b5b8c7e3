//! Reported clauses without quotation marks.

use super::{check, find};
use crate::annotation::QuotationKind;

#[test]
fn with_that() {
    check("Olsen emphasized that the pier must stay open.", &[("that the pier must stay open", "Olsen")]);
    check("He told The Associated Press that the town plans to rebuild.", &[("that the town plans to rebuild", "He")]);
    check("In an interview with the Herald, Olsen suggested that the state may pay.", &[("that the state may pay", "Olsen")]);
    check("Olsen said in a statement on Friday that the pier was safe.", &[("that the pier was safe", "Olsen")]);
    check("Officials have warned that the pier could fall.", &[("that the pier could fall", "Officials")]);
}

#[test]
fn without_that() {
    check("Olsen said the pier was safe.", &[("the pier was safe", "Olsen")]);
    check("He insisted the pier would never have closed.", &[("the pier would never have closed", "He")]);
    check("Olsen told reporters she would wait.", &[("she would wait", "Olsen")]);
    check("The council says it has no money.", &[("it has no money", "The council")]);
}

#[test]
fn the_cue_comes_after() {
    check("The pier was never safe, Olsen said.", &[("The pier was never safe", "Olsen")]);
    check("The pier will close in May, according to the council.", &[("The pier will close in May", "the council")]);
    check("According to the council, the pier will close in May.", &[("the pier will close in May", "the council")]);
    check("The pier, Olsen argued, was never safe.", &[("The pier | was never safe", "Olsen")]);
}

#[test]
fn questions_and_promises() {
    check("She asked whether the pier was safe.", &[("whether the pier was safe", "She")]);
    check("Olsen promised to rebuild the pier by May.", &[("to rebuild the pier by May", "Olsen")]);
}

#[test]
fn the_clause_ends_where_the_next_report_begins() {
    check(
        "Olsen said the pier was safe, adding that it would stay open.",
        &[("the pier was safe", "Olsen"), ("that it would stay open", "Olsen")],
    );
    check(
        "Olsen said the pier was safe and the council says it will pay.",
        &[("the pier was safe", "Olsen"), ("it will pay", "the council")],
    );
}

#[test]
fn no_report() {
    check("The mayor said nothing.", &[]);
    check("Reports of a fire reached the town.", &[]);
    check("The newspaper report was long.", &[]);
    check("Workers were told to leave.", &[]);
}

#[test]
fn the_kind_is_told() {
    let found = find("Olsen said the pier was safe.");
    assert_eq!(found[0].label.kind, QuotationKind::Indirect);
    assert!(found[0].label.verbatim.is_empty());
}
