//! The lines that byline and date were read from, under the role of what they say.

use crate::annotation::{Label, Role, Suggestion};
use crate::source::metadata::people::is_given;
use crate::source::metadata::{Evidence, Fact, Metadata};
use crate::text::Span;

/// How sure the role of such a line is.
const SURE: f32 = 0.7;
/// Words of the longest line that is a byline with a date and a trade, and of the longest that is a date.
const BYLINE: usize = 14;
const DATE: usize = 8;

/// Gives the block that holds the byline, and the one that holds the date, that role where the model saw other furniture in it.
/// `roles` has one suggestion a block.
pub(super) fn agree(text: &str, roles: &mut [Suggestion], metadata: &Metadata) {
    let person = |fact: &Fact| fact.value.split(' ').next().is_some_and(is_given);
    if let Some(span) = metadata.byline.as_ref().filter(|fact| person(fact)).and_then(place) {
        rename(text, roles, span, BYLINE, Role::Byline, "structure.byline.evidence");
    }
    if let Some(span) = metadata.published.as_ref().and_then(place) {
        rename(text, roles, span, DATE, Role::Timestamp, "structure.timestamp.evidence");
    }
}

fn place(fact: &Fact) -> Option<Span> {
    if let Evidence::Text(span) = fact.evidence { Some(span) } else { None }
}

fn rename(text: &str, roles: &mut [Suggestion], span: Span, longest: usize, role: Role, rule: &str) {
    let at = roles.partition_point(|block| block.extent().end <= span.start);
    let Some(block) = roles.get_mut(at).filter(|block| block.extent().overlaps(span)) else { return };
    let short = block.extent().of(text).split_whitespace().take(longest + 1).count() <= longest;
    let Label::Structure(was) = block.label else { return };
    let open = matches!(was, Role::Navigation | Role::Related | Role::Kicker | Role::Other | Role::Newsletter);
    if short && (open || was == Role::Subhead && role == Role::Byline) {
        *block = Suggestion::new(block.extent(), Label::Structure(role), SURE, rule);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, was: Role, byline: &str, published: Option<&str>, expected: Role) {
        let text = format!("Headline\n{line}\nStory.");
        let span = |words: &str| text.find(words).map(|at| Span::new(at, at + words.len())).unwrap_or_default();
        let fact = |words: &str| Fact { value: words.to_owned(), evidence: Evidence::Text(span(words)) };
        let metadata = Metadata { byline: Some(fact(byline)), published: published.map(fact), ..Metadata::default() };
        let role = |words: &str, role| Suggestion::new(span(words), Label::Structure(role), 0.9, "test");
        let mut roles = [role("Headline", Role::Headline), role(line, was), role("Story.", Role::Paragraph)];
        agree(&text, &mut roles, &metadata);
        assert_eq!(roles.map(|one| one.label), [Role::Headline, expected, Role::Paragraph].map(Label::Structure), "{line}");
    }

    #[test]
    fn the_line_of_the_byline_is_one() {
        check("Ana Marsh | Community", Role::Navigation, "Ana Marsh", None, Role::Byline);
        check("Ana Marsh", Role::Subhead, "Ana Marsh", None, Role::Byline);
        check("For New Patients", Role::Related, "New Patients", None, Role::Related);
        check("Photo by Ana Marsh", Role::Credit, "Ana Marsh", None, Role::Credit);
    }

    #[test]
    fn the_line_of_the_date_is_one() {
        check("May 4, 2026 | Wellness", Role::Related, "nobody", Some("May 4, 2026"), Role::Timestamp);
        check("FILE: The pier on May 4, 2026", Role::Caption, "nobody", Some("May 4, 2026"), Role::Caption);
    }
}
