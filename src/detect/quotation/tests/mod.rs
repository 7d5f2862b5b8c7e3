//! What is found in short texts, one file a phenomenon.

mod alone;
mod cases;
mod direct;
mod german;
mod indirect;
mod languages;
mod mixed;
mod resolved;
mod words;

use crate::annotation::{Quotation, Role, Suggestion};
use crate::detect::{Reading, entity};
use crate::source::metadata::Fact;
use crate::source::plain::from_text;
use crate::{block, language};

/// What one quotation is: its words (parts joined by ` | `), the words for its speaker, and the name of the entity that speaks.
#[derive(Debug, PartialEq)]
struct Found {
    words: String,
    speaker: String,
    entity: String,
    label: Quotation,
    rule: String,
}

/// The quotations of `text`, each line of which is a paragraph.
fn find(text: &str) -> Vec<Found> {
    find_in(None, text)
}

/// The same, of a text in the language with the code `language`.
fn find_in(language: Option<&str>, text: &str) -> Vec<Found> {
    let mut source = from_text(text);
    source.declared.language = language.map(Fact::given);
    let blocks = block::cut(&source);
    let language = language::analyse(&source.text, &blocks);
    let roles = vec![Role::Paragraph; blocks.len()];
    let reading = Reading { text: &source.text, blocks: &blocks, roles: &roles, language: &language, metadata: &source.declared };
    let mut entities = entity::link(&reading, entity::find(&reading));
    let suggestions = super::find(&reading, &mut entities);
    suggestions.suggestions.into_iter().filter_map(|suggestion| found(&source.text, &entities, suggestion)).collect()
}

fn found(text: &str, entities: &entity::Entities, suggestion: Suggestion) -> Option<Found> {
    let label = suggestion.label.quotation()?.clone();
    let speaker = label.speaker.clone().unwrap_or_default();
    let named = entities.entities.iter().find(|entity| Some(entity.id) == speaker.entity);
    let words = suggestion.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ");
    Some(Found {
        words,
        speaker: speaker.text,
        entity: named.map_or(String::new(), |entity| entity.name.clone()),
        label,
        rule: suggestion.rule,
    })
}

/// Every quotation in the text, as its words and the words for its speaker.
fn check(text: &str, expected: &[(&str, &str)]) {
    check_in(None, text, expected);
}

/// The same, of a text in the language with the code `language`.
fn check_in(language: Option<&str>, text: &str, expected: &[(&str, &str)]) {
    let found = find_in(language, text);
    let seen: Vec<_> = found.iter().map(|one| (one.words.as_str(), one.speaker.as_str())).collect();
    assert_eq!(seen, expected, "\n{text}\n{:?}", found.iter().map(|one| &one.rule).collect::<Vec<_>>());
}

/// Endless and broken text costs in proportion to its length.
#[test]
fn endless_text() {
    let pieces = [
        "\"",
        "“a” ",
        "“a b c” ",
        "he said ",
        "\"a,\" he said, ",
        "a, ",
        "Smith, who said, ",
        ". ",
        "and said ",
        "(",
        "according to Smith, ",
        "“A b.\n",
        "'a ",
    ];
    for piece in pieces {
        find(&piece.repeat(2_000));
    }
}
