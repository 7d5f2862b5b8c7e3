//! Headline, byline, dateline, dates, publisher and language: read from the text, and settled with what the page declares.

use super::near::{self, Line};
use super::{byline, dateline, language, moment};
use crate::annotation::{Label, Role, Suggestion};
use crate::block::Block;
use crate::source::Source;
use crate::source::metadata::people::people;
use crate::source::metadata::{Evidence, Fact, Metadata, dates};
use crate::text::Span;
use crate::text::fold::fold;

/// Blocks of the story in which a dateline is looked for.
const FIRST: usize = 6;

/// The blocks' suggestions and those inside blocks, with the text they stand in.
#[derive(Debug)]
struct Found<'a> {
    text: &'a str,
    lines: Vec<Line<'a>>,
    blocks: &'a [Suggestion],
    inner: &'a [Suggestion],
}

/// What is known about the article. Where text and page disagree: the page's own words count for the headline, the declaration for all else;
/// the language is that of the words, when they say it clearly.
#[must_use]
pub(super) fn settle(source: &Source, cut: &[Block], suggestions: &[Suggestion]) -> Metadata {
    let (blocks, inner) = suggestions.split_at(cut.len());
    let found = Found { text: &source.text, lines: near::lines(source, cut), blocks, inner };
    let declared = source.declared.clone();
    let language = language(&found, declared.language.clone());
    let month_first = language.as_ref().is_none_or(|fact| fact.value == "en" || fact.value == "en-US" || fact.value == "en-CA");
    let moments = moment::find(&found.lines, found.title(), month_first);
    let written = byline::find(&found.lines, found.title());
    let read = Metadata {
        title: found.headline(),
        deck: found.deck(),
        byline: written.as_ref().and_then(|written| fact(&written.names.join(", "), written.span)).or_else(|| found.byline()),
        dateline: found.dateline(),
        published: placed(moments.published).or_else(|| found.published(month_first)),
        modified: placed(moments.changed).or_else(|| found.modified(month_first)),
        publisher: found.publisher(),
        ..Metadata::default()
    };
    let title = title(declared.title.clone(), read.title.clone());
    let byline = writers(declared.byline.clone(), &read, written.is_some_and(|written| written.clear), &source.text);
    Metadata { title, byline, language, ..declared.or(read) }
}

/// The declared byline, unless the page plainly shows another one and the declared people nowhere, or more people than declared.
fn writers(declared: Option<Fact>, read: &Metadata, clear: bool, text: &str) -> Option<Fact> {
    let (Some(declared), Some(shown)) = (&declared, &read.byline) else { return declared.or_else(|| read.byline.clone()) };
    let all_shown = declared.value.split(", ").all(|name| shown.value.contains(name));
    let seen = declared.value.split(", ").any(|name| text.contains(name));
    let better = declared.evidence != Evidence::Given && clear && (all_shown || !seen);
    Some(if better { shown.clone() } else { declared.clone() })
}

fn placed(moment: Option<(String, Span)>) -> Option<Fact> {
    moment.map(|(value, span)| Fact { value, evidence: Evidence::Text(span) })
}

/// The declared headline, unless the page shows a fuller or another one.
fn title(declared: Option<Fact>, read: Option<Fact>) -> Option<Fact> {
    match (declared, read) {
        (Some(declared), Some(read)) if declared.evidence != Evidence::Given && fold(&declared.value) != fold(&read.value) => Some(read),
        (declared, read) => declared.or(read),
    }
}

/// The language of the words, or the declared one when they do not say or agree with it.
fn language(found: &Found<'_>, declared: Option<Fact>) -> Option<Fact> {
    let story = found.blocks.iter().filter(|one| role(one).is_content());
    let words = story.flat_map(|one| one.extent().of(found.text).split_whitespace());
    let Some(read) = language::detect(words) else { return declared };
    let agrees = declared.as_ref().is_some_and(|fact| fact.evidence == Evidence::Given || fact.value.split('-').next() == Some(read));
    if agrees { declared } else { Some(Fact { value: read.to_owned(), evidence: Evidence::Text(Span::new(0, found.text.len())) }) }
}

fn role(suggestion: &Suggestion) -> Role {
    if let Label::Structure(role) = suggestion.label { role } else { Role::Other }
}

fn fact(value: &str, span: Span) -> Option<Fact> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then_some(Fact { value, evidence: Evidence::Text(span) })
}

impl<'a> Found<'a> {
    fn of(&self, wanted: Role) -> impl Iterator<Item = Span> + use<'a> {
        self.blocks.iter().filter(move |one| role(one) == wanted).map(Suggestion::extent)
    }

    fn inside(&self, wanted: Role) -> impl Iterator<Item = &'a Suggestion> + use<'a> {
        self.inner.iter().filter(move |one| role(one) == wanted)
    }

    /// The headline's block.
    fn title(&self) -> Option<usize> {
        self.blocks.iter().position(|one| role(one) == Role::Headline)
    }

    fn headline(&self) -> Option<Fact> {
        let span = self.of(Role::Headline).next()?;
        fact(span.of(self.text), span)
    }

    fn deck(&self) -> Option<Fact> {
        let span = self.of(Role::Deck).next()?;
        fact(span.of(self.text), span)
    }

    /// The names inside a block that holds more than they: `PLACE/ N. Name/ Programme/ The story …`.
    fn byline(&self) -> Option<Fact> {
        self.inside(Role::Byline).map(Suggestion::extent).filter_map(|span| self.names(span)).next()
    }

    fn names(&self, span: Span) -> Option<Fact> {
        let words = span.of(self.text);
        let mut names = people(words);
        if names.is_empty() && words.split_whitespace().next().is_some_and(|first| first.ends_with('.')) {
            names.push(words.to_owned());
        }
        fact(&names.join(", "), span)
    }

    fn dateline(&self) -> Option<Fact> {
        let place = self.inside(Role::Dateline).find(|one| one.rule == "structure.inner.place").map(Suggestion::extent);
        let span = place.or_else(|| self.lines().next().map(|(span, _)| span))?;
        fact(span.of(self.text), span)
    }

    /// The places of the datelines at the start of the story, and the days these name.
    fn lines(&self) -> impl Iterator<Item = (Span, Option<String>)> + use<'a> {
        let text = self.text;
        self.of(Role::Paragraph).take(FIRST).filter_map(move |span| {
            let found = dateline::find(span.of(text)).filter(|found| !found.place.is_empty())?;
            Some((Span::new(span.from() + found.place.start, span.from() + found.place.end), found.day))
        })
    }

    fn published(&self, month_first: bool) -> Option<Fact> {
        self.stamp(month_first, Some(false)).or_else(|| self.dated_line()).or_else(|| self.stamp(month_first, None))
    }

    fn dated_line(&self) -> Option<Fact> {
        let (span, day) = self.lines().find(|(_, day)| day.is_some())?;
        fact(&day?, span)
    }

    fn modified(&self, month_first: bool) -> Option<Fact> {
        self.stamp(month_first, Some(true))
    }

    /// The first time of publication (`changed` false), of change (true), or either. Bylines can hold one too.
    fn stamp(&self, month_first: bool, changed: Option<bool>) -> Option<Fact> {
        let mut spans: Vec<Span> = self.of(Role::Timestamp).chain(self.of(Role::Byline)).collect();
        spans.sort_unstable();
        let fitting = spans.into_iter().filter(|span| changed.is_none_or(|changed| changed == moment::is_change(span.of(self.text))));
        fitting
            .filter_map(|span| Some(Fact { value: dates::find(span.of(self.text), month_first)?, evidence: Evidence::Text(span) }))
            .next()
    }

    /// The paper named between the slashes of a story's start, or the owner in the copyright line.
    fn publisher(&self) -> Option<Fact> {
        let named = self.inside(Role::Other).find(|one| one.rule == "structure.inner.publisher").map(Suggestion::extent);
        let owner = || self.of(Role::Legal).filter_map(|span| owner(self.text, span)).last();
        let span = named.or_else(owner)?;
        fact(span.of(self.text), span)
    }
}

/// The name after the year in `© 2026 Name. All rights reserved.`
fn owner(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let sign = line.find('©').map(|at| at + '©'.len_utf8()).or_else(|| line.find("Copyright").map(|at| at + 9))?;
    let year = sign + line[sign..].find(|c: char| c.is_ascii_digit())?;
    let from = year + line[year..].find(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | ',')))?;
    let rest = &line[from..];
    let end = [". ", ", ", " All ", " Alle ", " - ", " | ", " · ", " – "]
        .iter()
        .filter_map(|stop| rest.find(stop))
        .min()
        .unwrap_or(rest.trim_end_matches('.').len());
    let named = rest[..end].trim_start_matches("by ");
    let from = from + (end - named.len());
    let fits = named.starts_with(char::is_uppercase) && named.split_whitespace().count() <= 7 && 2 < named.len();
    fits.then(|| Span::new(span.from() + from, span.from() + from + named.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_of_copyright() {
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(owner(line, Span::new(0, line.len())).map(|span| span.of(line)), expected, "{line}")
        };
        check("© 2026 Tideway Media Ltd. All rights reserved.", Some("Tideway Media Ltd"));
        check("Copyright © 2020-2026 The Register, 114 Second St.", Some("The Register"));
        check("© 2026", None);
        check("All rights reserved.", None);
    }
}
