//! A mark as one line of a list.

use super::quotes::speaker_name;
use super::{one_line, when};
use crate::annotation::{AnnotationId, Decision, Label, LabelName};
use crate::document::Document;

/// A mark as one line of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The mark.
    pub id: AnnotationId,
    /// Its words on one line, at most 90 characters.
    pub words: String,
    /// Its label.
    pub label: LabelName,
    /// What is said of it in small: a date's reading, else the label, and for a quotation its speaker.
    pub about: String,
    /// How likely the parser thought it right, 0 to 1; `None` for a person's own.
    pub confidence: Option<f32>,
    /// What a person decided.
    pub decision: Decision,
}

/// The line of the mark `id`.
#[must_use]
pub fn line(document: &Document, id: AnnotationId) -> Option<Line> {
    let annotation = document.annotations.get(&id)?;
    Some(Line {
        id,
        words: shortened(document.words_of(annotation)),
        label: annotation.label.name(),
        about: about(document, &annotation.label),
        confidence: annotation.confidence(),
        decision: annotation.decision,
    })
}

fn shortened(words: &str) -> String {
    const MOST: usize = 90;
    // A quotation may be long: only what is shown is looked at.
    let near: String = words.chars().take(2 * MOST).collect();
    let line = one_line(&near);
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn about(document: &Document, label: &Label) -> String {
    let title = label.name().title().to_owned();
    match label {
        Label::Entity(mention) => mention.value.as_deref().map_or(title, |value| when::in_words(value, year(document))),
        Label::Quotation(quotation) => {
            let speaker = speaker_name(document, quotation).unwrap_or_else(|| "speaker unknown".to_owned());
            format!("{title} · {speaker}")
        }
        Label::Structure(_) | Label::Code(_) => title,
    }
}

/// The year in which the article was published.
fn year(document: &Document) -> Option<i16> {
    document.metadata.published.as_ref().and_then(|fact| when::year(&fact.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{EntityKind, Mention};
    use crate::document::testing::document;
    use crate::source::metadata::Fact;

    fn check(document: &Document, id: u32, words: &str, about: &str) {
        let line = line(document, AnnotationId(id)).expect("the mark is there");
        assert_eq!((line.words.as_str(), line.about.as_str()), (words, about));
    }

    #[test]
    fn names_say_what_they_are_and_quotations_who_speaks() {
        check(&document(), 4, "Marco Rubio", "person");
        check(&document(), 7, "“We go on,”", "direct · Marco Rubio");
        check(&document(), 3, "Menu", "navigation");
        assert_eq!(line(&document(), AnnotationId(99)), None);
    }

    #[test]
    fn dates_are_told_in_words() {
        let mut document = document();
        let mention = Mention { value: Some("2025-03-02/2025-03-08".to_owned()), ..Mention::named(EntityKind::Date) };
        document.annotations.get_mut(&AnnotationId(5)).expect("it is there").label = Label::Entity(mention);
        check(&document, 5, "Ana Díaz", "2–8 March 2025");
        document.metadata.published = Some(Fact::given("2025-03-03"));
        check(&document, 5, "Ana Díaz", "2–8 March");
    }

    #[test]
    fn long_words_are_shortened_to_one_line() {
        let words = "a\n b ".repeat(60);
        let short = shortened(&words);
        assert!(short.starts_with("a b a b") && short.ends_with('…') && short.chars().count() <= 91, "{short}");
    }
}
