//! Quotations that stand alone: carried speakers, the sentence before, turns and signatures.

use super::check;

#[test]
fn the_speaker_of_the_paragraph_goes_on() {
    check(
        "“It is old,” Olsen said. “It must go.” “We have no choice.”",
        &[("“It is old,” | “It must go.” | “We have no choice.”", "Olsen")],
    );
    check("“It is old,” Olsen said.\n“It must go.”", &[("“It is old,”", "Olsen"), ("“It must go.”", "Olsen")]);
}

#[test]
fn the_sentence_before_names_the_speaker() {
    check("Olsen was not impressed. “It is a waste of money.”", &[("“It is a waste of money.”", "Olsen")]);
    check("She shook her head. “I never thought it would last.”", &[("“I never thought it would last.”", "She")]);
    check("The mayor had a warning for the council:\n“You will regret this day.”", &[("“You will regret this day.”", "The mayor")]);
}

#[test]
fn two_people_take_turns() {
    check(
        "“Is it safe?” Olsen asked.\n“No,” Byrne said.\n“So it must close?”\n“Yes,” Byrne said.",
        &[("“Is it safe?”", "Olsen"), ("“No,”", "Byrne"), ("“So it must close?”", "Olsen"), ("“Yes,”", "Byrne")],
    );
}

#[test]
fn signed() {
    check("“The sea always wins in the end.” — Marta Olsen", &[("“The sea always wins in the end.”", "Marta Olsen")]);
    check("“The sea always wins in the end.”\n— Marta Olsen", &[("“The sea always wins in the end.”", "Marta Olsen")]);
}

#[test]
fn transcripts() {
    check(
        "OLSEN: The pier is old.\nBYRNE: How old?\nOLSEN: He said it was built in 1901.",
        &[("The pier is old.", "OLSEN"), ("How old?", "BYRNE"), ("He said it was built in 1901.", "OLSEN")],
    );
    check("NOTE: The pier is closed.", &[]);
}

#[test]
fn nobody_is_named() {
    check("“The sea always wins in the end, and we know it.”", &[("“The sea always wins in the end, and we know it.”", "")]);
}
