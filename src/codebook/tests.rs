//! Codebooks written, read back, joined, and refused with the place of what is wrong.

use super::*;
use crate::annotation::{Color, LabelName};

fn label(name: &str) -> LabelDefinition {
    LabelDefinition::of(&LabelName::Code(name.to_owned()))
}

fn codebook() -> Codebook {
    let frame = LabelDefinition {
        color: Some(Color::Teal),
        key: Some('f'),
        description: "How it is told.\nSee “Frames”, 2.".to_owned(),
        ..label("frame")
    };
    let conflict = LabelDefinition { parent: Some("frame".to_owned()), color: Some(Color::Brick), ..label("conflict, open") };
    let ship = LabelDefinition { layer: Layer::Entity, title: "Ship".to_owned(), key: Some('s'), ..label("SHIP") };
    Codebook { labels: vec![frame, conflict, ship], guidelines: "# How to code\n\n*Once* a sentence.".to_owned() }
}

fn check_problem(text: &str, place: &str, message: &str) {
    let problem = Codebook::read(text).expect_err("it is refused");
    assert_eq!(problem.place, place, "{problem}");
    assert!(problem.message.contains(message), "{problem}");
}

#[test]
fn json_is_read_back_in_full() {
    let json = codebook().to_json();
    assert_eq!(Codebook::read(&json).as_ref(), Ok(&codebook()));
    assert_eq!(Codebook::read(&format!("\u{feff}{json}")).map(|read| read.to_json()), Ok(json));
}

#[test]
fn csv_is_read_back_without_the_guidelines() {
    let csv = codebook().to_csv();
    assert_eq!(Codebook::read(&csv).map(|read| read.labels), Ok(codebook().labels));
    assert!(csv.starts_with("layer,name,title,color,key,description,parent\r\ncode,frame,frame,teal,f,"));
}

#[test]
fn csv_needs_only_names() {
    let read = Codebook::read("Name;Colour\nclaim;blue\n\nsource;\n").expect("it is read");
    assert_eq!(read.labels, [LabelDefinition { color: Some(Color::Blue), ..label("claim") }, label("source")]);
}

#[test]
fn the_place_of_what_is_wrong_in_json_is_named() {
    let json = codebook().to_json();
    let edited = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        json.replacen(from, to, 1)
    };
    check_problem("", "", "empty");
    check_problem("{\"format\": \"galley-codebook\",", "line 1, column 29", "no valid JSON");
    check_problem("{}", "format", "no codebook");
    check_problem("[1]", "format", "no codebook");
    check_problem(&edited("\"version\": 1", "\"version\": 2"), "version", "version 1");
    check_problem(&edited("\"teal\"", "\"mauve\""), "labels[0].color", "unknown variant");
    check_problem(&edited("\"key\": \"s\"", "\"key\": \"f\""), "labels[2].key", "\"frame\" has the key");
    check_problem(&edited("\"key\": \"s\"", "\"key\": \" \""), "labels[2].key", "no key");
    check_problem(&edited("\"parent\": \"frame\"", "\"parent\": \"fame\""), "labels[1].parent", "no label \"fame\"");
    check_problem(&edited("\"name\": \"frame\"", "\"name\": \" \""), "labels[0].name", "empty");
    check_problem(&edited("\"name\": \"SHIP\"", "\"name\": \"PERSON\""), "labels[2].name", "built-in");
    check_problem(&edited("\"layer\": \"entity\"", "\"layer\": \"structure\""), "labels[2].layer", "entity or code");
    check_problem(&edited("\"description\"", "\"about\""), "labels[0].about", "unknown field");
}

#[test]
fn the_place_of_what_is_wrong_in_csv_is_named() {
    check_problem("claim\nsource\n", "line 1", "no column \"claim\"");
    check_problem("key,color\n", "line 1", "among them name");
    check_problem("name,name\n", "line 1", "twice");
    check_problem("name,key\nclaim,c\nsource,c\n", "line 3, column key", "\"claim\" has the key");
    check_problem("name,key\nclaim,ctrl\n", "line 2, column key", "one letter");
    check_problem("name,color\nclaim,pinkish\n", "line 2, column color", "none of the colours");
    check_problem("name\nclaim\n\"two\nlines\"\n", "line 3, column name", "no line break");
    check_problem("name\nclaim\nclaim\n", "line 3, column name", "twice");
    check_problem("name\nclaim,blue\n", "line 2", "2 fields");
    check_problem("name,layer\nclaim,quote\n", "line 2, column layer", "no layer");
    check_problem("name,parent\na,b\nb,a\n", "line 2, column parent", "circle");
    check_problem("name\n\"claim\n", "line 2", "not closed");
}

#[test]
fn joining_replaces_adds_and_keeps() {
    let other = Codebook {
        labels: vec![
            LabelDefinition { description: "New.".to_owned(), ..label("frame") },
            LabelDefinition { key: Some('s'), ..label("stance") },
        ],
        guidelines: String::new(),
    };
    let joined = codebook().with(other);
    assert_eq!(joined.labels.iter().map(|label| label.name.as_str()).collect::<Vec<_>>(), ["frame", "conflict, open", "SHIP", "stance"]);
    assert_eq!(joined.labels[0].description, "New.");
    assert_eq!(joined.labels[3].key, None, "the key belongs to another label already");
    assert_eq!(joined.guidelines, codebook().guidelines);
}

#[test]
fn joined_parents_never_go_round_in_a_circle() {
    let circle =
        Codebook { labels: vec![LabelDefinition { parent: Some("conflict, open".to_owned()), ..label("frame") }], ..Codebook::default() };
    let joined = codebook().with(circle);
    assert_eq!(check(&joined.labels, |at, field| format!("{at} {field}")), Ok(()));
}

#[test]
fn the_outline_puts_each_below_its_parent() {
    let mut labels = codebook().labels;
    labels.swap(0, 2);
    let order = outline(&labels);
    assert_eq!(order, [(0, 0), (2, 0), (1, 1)]);
}
