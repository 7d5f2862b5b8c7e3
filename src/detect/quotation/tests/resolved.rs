//! Pronouns and descriptions that speak.

use super::find;

/// The speaker of the last quotation: the words and the entity.
fn check(text: &str, words: &str, entity: &str) {
    let found = find(text);
    let last = found.last().map(|one| (one.speaker.as_str(), one.entity.as_str()));
    assert_eq!(last, Some((words, entity)), "\n{text}\n{found:#?}");
}

#[test]
fn he_and_she() {
    check("Senator John Miller arrived on Monday. “It is late,” he said.", "he", "John Miller");
    check("Senator John Miller met Governor Mary Jones. “It is late,” she said.", "she", "Mary Jones");
    check("Senator John Miller met Governor Mary Jones. “It is late,” he said.", "he", "John Miller");
    check("“It is late,” Mary Jones said.\nShe said the pier was closed.", "She", "Mary Jones");
}

#[test]
fn the_subject_of_the_sentence_before_outweighs_who_spoke_above() {
    let text = "Senator Mark Olsen warned that the pier could fall.\nPaul Byrne, an adviser to Olsen, will lead the talks. He told the Herald that the town plans to rebuild.";
    check(text, "He", "Paul Byrne");
}

#[test]
fn who() {
    check("The letter came from John Miller, who said the pier was closed.", "who", "John Miller");
}

#[test]
fn descriptions() {
    check("Governor Mary Jones met Senator John Miller. “It is late,” the governor said.", "the governor", "Mary Jones");
    check("Mary Jones, the mayor, arrived.\n“It is late,” the mayor said.", "the mayor", "Mary Jones");
}

#[test]
fn names_again() {
    check("Senator John Miller arrived.\n“It is late,” Miller said.", "Miller", "John Miller");
    check("“It is late,” said a spokesman, John Miller.", "John Miller", "John Miller");
}

#[test]
fn a_subject_of_the_same_sentence_outweighs_the_last_speaker() {
    let text = "Senator Mark Olsen has tried both. On Monday he wrote to Byrne that Byrne should “settle now.” Paul Byrne answered in an interview, in which he called the plan “clever and brave.”";
    check(text, "he", "Paul Byrne");
}
