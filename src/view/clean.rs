//! The article without its furniture, as plain text and as Markdown.

use crate::annotation::{Label, Layer, Role};
use crate::document::Document;
use crate::text::Span;

/// The headline, who wrote it and where, and the story's own blocks as plain text, with blank lines between; the items of a list follow
/// one another.
#[must_use]
pub fn text(document: &Document) -> String {
    joined(pieces(document))
}

/// The same as Markdown: headings, lists and quotations as such, and every other mark of the text escaped.
#[must_use]
pub fn markdown(document: &Document) -> String {
    joined(pieces(document).into_iter().map(|(role, words)| (role, marked(role, &words))).collect())
}

/// The words of each block without the furniture inside it, in order; empty for a block that holds nothing else.
#[must_use]
pub fn blocks(document: &Document) -> Vec<String> {
    let cuts = spans(&inside(document, Role::is_furniture));
    document.blocks.iter().map(|block| without(document, block.span, &cuts)).collect()
}

/// The blocks that are kept, with their words on one line each. A byline or dateline inside a block becomes a line of its own before it.
fn pieces(document: &Document) -> Vec<(Role, String)> {
    let cuts = inside(document, |role| !role.is_content() && role != Role::Headline);
    let all = spans(&cuts);
    // A byline keeps the names inside it.
    let furniture: Vec<Span> = cuts.iter().filter(|(_, role)| role.is_furniture()).map(|(span, _)| *span).collect();
    let mut pieces = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let role = document.role(index);
        if !is_kept(role) && !presents(role) {
            continue;
        }
        let first = cuts.partition_point(|(span, _)| span.start < block.span.start);
        let lines = cuts[first..].iter().take_while(|(span, _)| span.start < block.span.end).filter(|(_, role)| presents(*role));
        if is_kept(role) {
            pieces.extend(lines.map(|(span, role)| (*role, document.words(*span).trim().to_owned())));
            pieces.push((role, without(document, block.span, &all)));
        } else {
            pieces.push((role, without(document, block.span, &furniture)));
        }
    }
    pieces.retain(|(_, words)| !words.is_empty());
    pieces
}

fn is_kept(role: Role) -> bool {
    role.is_content() || role == Role::Headline
}

/// Whether a role says who wrote the story, and where.
fn presents(role: Role) -> bool {
    matches!(role, Role::Byline | Role::Dateline)
}

/// The standing pieces of blocks whose role is `wanted`, in order.
fn inside(document: &Document, wanted: impl Fn(Role) -> bool) -> Vec<(Span, Role)> {
    let mut found = Vec::new();
    for annotation in document.standing(Layer::Structure) {
        if let Label::Structure(role) = annotation.label
            && wanted(role)
            && !document.is_role(annotation)
        {
            found.extend(annotation.spans.iter().map(|span| (*span, role)));
        }
    }
    found.sort_unstable();
    found
}

fn spans(pieces: &[(Span, Role)]) -> Vec<Span> {
    pieces.iter().map(|(span, _)| *span).collect()
}

/// The words of `span` that none of `cuts` covers, without what only parted them from what is cut.
fn without(document: &Document, span: Span, cuts: &[Span]) -> String {
    let first = cuts.partition_point(|cut| cut.start < span.start);
    let mut pieces = Vec::new();
    let mut at = span.start;
    for cut in cuts[first..].iter().take_while(|cut| cut.start < span.end) {
        pieces.push(Span { start: at, end: cut.start.max(at) });
        at = at.max(cut.end.min(span.end));
    }
    pieces.push(Span { start: at, end: span.end });
    let last = pieces.len() - 1;
    let words = pieces.into_iter().enumerate().map(|(index, piece)| {
        let words = document.words(piece);
        let words = if 0 < index { words.trim_start_matches(is_separator) } else { words };
        if index < last { words.trim_end_matches(is_separator) } else { words }.trim()
    });
    words.filter(|words| words.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}

/// Whether a character parts what presents a story from the story: *WASHINGTON / By Ana Díaz / Talks …*
fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '/' | '|' | '·' | '•' | ':' | '-' | '–' | '—')
}

fn joined(pieces: Vec<(Role, String)>) -> String {
    let mut out = String::new();
    let mut before = None;
    for (role, words) in pieces {
        if let Some(before) = before {
            out.push_str(if before == Role::ListItem && role == Role::ListItem { "\n" } else { "\n\n" });
        }
        out.push_str(&words);
        before = Some(role);
    }
    out
}

fn marked(role: Role, words: &str) -> String {
    match role {
        Role::Headline => format!("# {}", escaped(words)),
        Role::Subhead => format!("## {}", escaped(words)),
        Role::Deck => format!("**{}**", escaped(words)),
        Role::Byline | Role::Dateline => format!("*{}*", escaped(words)),
        Role::PullQuote => format!("> {}", escaped(words)),
        Role::ListItem => {
            let words = words.trim_start_matches(['•', '-', '–', '—', '*', '·', '▪', '‣']).trim_start();
            format!("- {}", escaped(words))
        }
        _ => escaped(words),
    }
}

/// `words` with a backslash before what Markdown would take for its own.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        let opens_line = at == 0 && matches!(character, '#' | '>' | '+' | '-' | '=');
        if opens_line || matches!(character, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    // "1. " at the start of a line would become a list.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if 0 < digits && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, LabelName};
    use crate::document::testing::{NOW, document, span};
    use crate::document::{Command, Workspace};

    #[test]
    fn the_text_has_no_furniture() {
        assert_eq!(text(&document()), "Talks resume\n\nMarco Rubio met Ana Díaz. “We go on,” Rubio said.");
    }

    #[test]
    fn furniture_inside_a_block_is_cut_out() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Add(vec![vec![span("Marco Rubio met Ana Díaz.")]], LabelName::Structure(Role::Related)), NOW);
        assert_eq!(text(workspace.document()), "Talks resume\n\n“We go on,” Rubio said.");
    }

    #[test]
    fn bylines_and_datelines_are_lines_of_their_own() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Add(vec![vec![span("Marco Rubio")]], LabelName::Structure(Role::Byline)), NOW);
        workspace.run(&Command::Relabel(vec![AnnotationId(3)], LabelName::Structure(Role::Dateline)), NOW);
        let document = workspace.document();
        assert_eq!(text(document), "Talks resume\n\nMarco Rubio\n\nmet Ana Díaz. “We go on,” Rubio said.\n\nMenu");
        assert!(markdown(document).starts_with("# Talks resume\n\n*Marco Rubio*\n\nmet Ana"));
        assert_eq!(blocks(document)[1], "Marco Rubio met Ana Díaz. “We go on,” Rubio said.");
    }

    #[test]
    fn what_parted_furniture_from_the_story_goes_with_it() {
        let document = document();
        let check = |cuts: &[&str], expected: &str| {
            let cuts: Vec<Span> = cuts.iter().map(|words| span(words)).collect();
            assert_eq!(without(&document, document.blocks[1].span, &cuts), expected);
        };
        check(&["Marco Rubio met Ana", "Díaz."], "“We go on,” Rubio said.");
        check(&["met Ana Díaz."], "Marco Rubio “We go on,” Rubio said.");
        check(&["Marco Rubio met Ana Díaz. “We go on,” Rubio said."], "");
        assert!("/ — : ".chars().all(is_separator) && !is_separator('“'));
    }

    #[test]
    fn markdown_marks_what_blocks_are() {
        let document = crate::document::testing::document();
        assert!(markdown(&document).starts_with("# Talks resume\n\nMarco"));
        let check = |role, words: &str, expected: &str| assert_eq!(marked(role, words), expected);
        check(Role::Subhead, "What’s next", "## What’s next");
        check(Role::ListItem, "• 2 * 3", "- 2 \\* 3");
        check(Role::Paragraph, "1. Not a list", "1\\. Not a list");
        check(Role::Paragraph, "# no title [x]", "\\# no title \\[x\\]");
        check(Role::PullQuote, "We go on", "> We go on");
    }

    #[test]
    fn items_of_a_list_follow_one_another() {
        let piece = |role, words: &str| (role, words.to_owned());
        let pieces = vec![piece(Role::ListItem, "a"), piece(Role::ListItem, "b"), piece(Role::Paragraph, "c")];
        assert_eq!(joined(pieces), "a\nb\n\nc");
    }
}
