//! Cases for names and links, in words of our own.

use super::{Entities, find, link};
use crate::annotation::{EntityKind, Form, Suggestion};
use crate::block;
use crate::detect::Reading;
use crate::language;
use crate::source::metadata::Metadata;
use crate::source::plain::from_text;

/// Everything found in `text`, linked.
fn read(text: &str) -> Entities {
    let blocks = block::cut(&from_text(text));
    let language = language::analyse(text, &blocks);
    let metadata = Metadata::default();
    let reading = Reading { text, blocks: &blocks, roles: &[], language: &language, metadata: &metadata };
    link(&reading, find(&reading))
}

fn is_name(one: &Suggestion) -> bool {
    let kind = one.label.mention().map(|mention| mention.kind.clone());
    let number = matches!(kind, Some(EntityKind::Cardinal | EntityKind::Ordinal | EntityKind::Date | EntityKind::Time));
    !number && one.label.mention().is_some_and(|mention| mention.form == Form::Name)
}

/// `marked` has every name as `[KIND words]`.
fn check(marked: &str) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    for (at, piece) in marked.split(['[', ']']).enumerate() {
        match piece.split_once(' ').filter(|_| at % 2 == 1) {
            Some((kind, words)) => {
                expected.push(format!("{kind} {words}"));
                text.push_str(words);
            }
            None => text.push_str(piece),
        }
    }
    let names = read(&text).mentions.into_iter().filter(is_name);
    let found: Vec<_> =
        names.filter_map(|one| one.label.mention().map(|mention| format!("{} {}", mention.kind.code(), one.extent().of(&text)))).collect();
    assert_eq!(found, expected, "{text}");
}

/// The mentions of `text`, pronouns too, that are linked with the first mention of `name`.
fn check_links(text: &str, name: &str, expected: &[&str]) {
    let read = read(text);
    let entity = |one: &Suggestion| one.label.mention().and_then(|mention| mention.entity);
    let wanted = read.mentions.iter().find(|one| one.extent().of(text) == name).and_then(entity);
    let found: Vec<_> =
        read.mentions.iter().filter(|one| wanted.is_some() && entity(one) == wanted).map(|one| one.extent().of(text)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn titles_stay_outside() {
    check("Then Defense Secretary [PERSON Odo Karlsen] met Mr. [PERSON Vantongeren] there.");
    check("It was Vice President [PERSON JD Marrow], she said.");
    check("[NORP Polish] Foreign Minister [PERSON Kasia Wrobel] left.");
}

#[test]
fn the_title_is_kept_beside_the_name() {
    let text = "Then Defense Secretary Odo Karlsen left.";
    let read = read(text);
    let title = read.mentions[0].label.mention().and_then(|mention| mention.title);
    assert_eq!(title.map(|title| title.of(text)), Some("Defense Secretary"));
}

#[test]
fn possessives_and_compounds_are_taken_apart() {
    check("It is [GPE Ukraine]’s war and [GPE France]'s too.");
    check("a [GPE Beijing]-based firm");
    check("the [GPE Argentina]-[GPE Chile] border");
}

#[test]
fn lists_and_acronyms() {
    check("In [GPE Paris] and [GPE North Korea], the [ORG United Nations] and [ORG NATO] spoke.");
    check("the [NORP Ukrainians] and [NORP European] allies");
    check("aboard [PRODUCT Air Force One] to the [EVENT Super Bowl]");
    check("She works at the [ORG VDKL], a union.");
}

#[test]
fn head_words_tell_the_kind() {
    check("at the [ORG University of Tarvik] and the [ORG Ministry of Culture and Tourism]");
    check("over the [FAC Ostwick Bridge] to the [LOC Lorn River]");
    check("under the [LAW Clean Harbours Act] in court");
    check("damage from [EVENT Hurricane Odile] grew");
}

#[test]
fn articles_stay_outside() {
    check("FILE – The [FAC Ostwick Bridge], seen from below, is closed.");
    check("He told The [ORG Associated Press] so.");
}

#[test]
fn persons_by_given_name_initial_and_role() {
    check("They met [PERSON Olena Havrylko] and [PERSON Tomas R. Quillfeather].");
    check("according to spokesman [PERSON Brennick], who left");
}

#[test]
fn sentence_starts_are_no_names() {
    check("Energy analysts doubt it. Shares in oil fell. But nobody left.");
    check("However, he said so. I went, and then I left.");
}

#[test]
fn headlines_give_fewer_suggestions() {
    check("New Rules Push Farmers Toward Cleaner Water");
    check("Storm Warnings Grow as [GPE Portugal] Counts the Cost\n\nIn [GPE Portugal] it rained for a week.");
}

#[test]
fn names_of_running_text_are_found_in_capitals() {
    check("[PERSON ODO KARLSEN] LEAVES\n\nThe minister [PERSON Odo Karlsen] left the party.");
}

#[test]
fn german_nouns_are_no_names() {
    check("Der Zug fährt von [GPE Berlin] nach Süden, und die Reisenden warten auf das Frühstück im Wagen.");
}

#[test]
fn surnames_and_first_names_link_to_the_full_name() {
    let text = "Senator Marta Quillfeather spoke. Then Quillfeather left. Odo Karlsen stayed.";
    check_links(text, "Marta Quillfeather", &["Marta Quillfeather", "Quillfeather"]);
}

#[test]
fn variants_of_a_country_are_one() {
    check_links("The U.S. and the United States and the US agreed.", "U.S.", &["U.S.", "United States", "US"]);
}

#[test]
fn an_acronym_links_to_its_long_form() {
    let text = "The Atlantic Licensing Council (ALC) voted. The ALC said no.";
    check_links(text, "Atlantic Licensing Council", &["Atlantic Licensing Council", "ALC", "ALC"]);
}

#[test]
fn a_nationality_is_not_its_country() {
    check_links("Russia and the Russian army", "Russia", &["Russia"]);
}

#[test]
fn a_clear_pronoun_links_to_its_person() {
    check_links("Senator Marta Quillfeather spoke. She left.", "Marta Quillfeather", &["Marta Quillfeather", "She"]);
    check_links("Marta Quillfeather spoke. He left.", "Marta Quillfeather", &["Marta Quillfeather"]);
}

#[test]
fn the_canonical_name_is_the_first_full_form() {
    let read = read("Then Quillfeather spoke. Senator Marta Quillfeather left.");
    let names: Vec<_> = read.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Marta Quillfeather"]);
}

#[test]
fn every_name_has_an_entity() {
    let read = read("In Paris, NATO and Olena Havrylko met the Ukrainians at the Ostwick Bridge.");
    assert!(read.mentions.iter().all(|one| one.label.mention().is_some_and(|mention| mention.entity.is_some())));
}

#[test]
fn odd_input_is_read_without_harm() {
    for text in [
        "",
        "A",
        "’s",
        "ALL CAPS AND NOTHING ELSE",
        "nothing but small letters",
        "Oto👩‍👩‍👧 Karlsen",
        "北京 和 上海",
        "XÀ́Y of of OF",
        "--- \"",
        "Q. A. B.",
    ] {
        let _ = read(text);
    }
}

#[test]
fn a_long_run_of_capitals_is_no_name() {
    let text = "Zork ".repeat(300);
    assert!(read(&text).mentions.is_empty());
}

#[test]
fn a_place_in_a_larger_one_is_two_names() {
    check("She lives in [GPE Sarasota], [GPE Fla.], and works.");
    check("Senator [PERSON Merrill Stroud], R-[GPE Ohio], voted against it.");
}

#[test]
fn a_saint_before_a_place_is_part_of_it() {
    check("He flew to [GPE St. Petersburg] on Monday.");
}

#[test]
fn text_in_capitals_is_read() {
    check(
        "[NORP FRENCH] PRESIDENT [PERSON MARC DELACROIX] MET [PERSON ODO KARLSEN] OF THE [ORG UNITED NATIONS] IN [GPE PARIS]. \
         THE TALKS WITH [GPE GERMANY] WILL GO ON, MR. [PERSON KARLSEN] SAID.",
    );
}

#[test]
fn headlines_name_persons_and_places() {
    check("Ministers Meet in [GPE Paris] as [PERSON Marta Quillfeather] Resigns");
}

#[test]
fn text_in_small_letters_gives_no_nonsense() {
    check("french president marc delacroix met odo karlsen in paris. the talks with germany will go on, mr. karlsen said.");
}

#[test]
fn acronyms_of_ordinary_words_name_nothing() {
    check("Sales of electric delivery vans (EDVs) grew. Of all EDVs, most are new, and an EDV is cheap.");
}

#[test]
fn whose_name_tells_no_gender_has_that_of_the_pronouns() {
    let text = "Senator Quorvane spoke. He left. He slept. He ate. He wrote. Then she came back with him.";
    check_links(text, "Quorvane", &["Quorvane", "He", "He", "He", "He", "him"]);
}
