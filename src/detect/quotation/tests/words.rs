//! Words in quotation marks that are no speech.

use super::check;

#[test]
fn titles_of_works() {
    check("Her novel “The Long Pier” won a prize.", &[]);
    check("He starred in “The Long Pier” and “Salt Road.”", &[]);
    check("On NBC’s “Meet the Press,” Olsen wore red.", &[]);
    check("The film “Harbour Lights” opens on Friday.", &[]);
    check("Olsen said on “Face the Nation” that the pier was safe.", &[("that the pier was safe", "Olsen")]);
}

#[test]
fn nicknames_and_terms() {
    check("Percy ‘Points’ Olsen drove a tram.", &[]);
    check("Dwayne “The Rock” Johnson smiled.", &[]);
    check("The so-called “hub” is empty.", &[]);
    check("There will be a ‘maker space’.", &[]);
}

#[test]
fn inches_and_decades() {
    check("The 27\" screen is 6' wide and from the '90s.", &[]);
}

#[test]
fn single_words_of_distance() {
    check("The “green” pier is grey.", &[]);
    check("It is a ‘community hub’.", &[]);
}
