//! Guidelines in Markdown as a tree of what the page knows how to draw: no markup of the writer's own, no pictures, no links that run.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// What stands one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of this level, 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list: the number it begins with, if it has numbers, and its items.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Words that are shown as they were typed.
    Verbatim(String),
    /// A line across.
    Rule,
}

/// What stands one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Words(String),
    /// Words in the type of code.
    Code(String),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Strongly stressed words.
    Strong(Vec<Inline>),
    /// A link to an address of the web or of mail.
    Link(String, Vec<Inline>),
    /// The end of a line.
    Break,
}

/// What is nested deeper than this is drawn as if it were not, so that no text can exhaust the stack.
const DEEPEST: usize = 24;

/// What `text` says.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder { open: vec![Frame::new(Kind::Quote)], passed: 0 };
    for event in Parser::new(text) {
        builder.take(event);
    }
    while 1 < builder.open.len() {
        builder.close();
    }
    let mut blocks = builder.open.pop().map(Frame::into_blocks).unwrap_or_default();
    close_ranks(&mut blocks);
    blocks
}

/// No heading is more than one level below the one before: who hears the page goes by them.
fn close_ranks(blocks: &mut [Block]) {
    let mut before = 0;
    for block in blocks {
        if let Block::Heading(level, _) = block {
            *level = (*level).min(before + 1);
            before = *level;
        }
    }
}

/// Something that is open while the text is walked through.
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Vec<Block>>,
}

enum Kind {
    Heading(u8),
    Paragraph,
    List(Option<u64>),
    Item,
    Quote,
    Verbatim,
    Emphasis,
    Strong,
    /// `None` where the address is none to go to: its words stay.
    Link(Option<String>),
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), inlines: Vec::new(), items: Vec::new() }
    }

    /// What is in it, words that stand by themselves as a paragraph.
    fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }

    fn flush(&mut self) {
        if !self.inlines.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.inlines)));
        }
    }
}

struct Builder {
    /// From the outermost to the innermost; never empty.
    open: Vec<Frame>,
    /// How many are open that were nested too deep to be kept.
    passed: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(words) => self.push(Inline::Words(words.into_string())),
            Event::Code(words) => self.push(Inline::Code(words.into_string())),
            // Markup is shown as it was typed: it does nothing, and nothing is lost.
            Event::Html(words) | Event::InlineHtml(words) => self.push(Inline::Words(words.into_string())),
            Event::SoftBreak => self.push(Inline::Words(" ".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.push_block(Block::Rule),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let Some(kind) = kind(tag) else { return };
        if DEEPEST < self.open.len() {
            self.passed += 1;
        } else {
            self.open.push(Frame::new(kind));
        }
    }

    fn end(&mut self, end: TagEnd) {
        // What has no frame of its own closes none.
        if !has_frame(end) {
            return;
        }
        if 0 < self.passed {
            self.passed -= 1;
        } else if 1 < self.open.len() {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(mut frame) = self.open.pop() else { return };
        match frame.kind {
            Kind::Heading(level) => self.push_block(Block::Heading(level, frame.inlines)),
            Kind::Paragraph => self.push_block(Block::Paragraph(frame.inlines)),
            Kind::List(start) => self.push_block(Block::List(start, frame.items)),
            Kind::Quote => self.push_block(Block::Quote(frame.into_blocks())),
            Kind::Verbatim => self.push_block(Block::Verbatim(plain(&frame.inlines))),
            Kind::Emphasis => self.push(Inline::Emphasis(frame.inlines)),
            Kind::Strong => self.push(Inline::Strong(frame.inlines)),
            Kind::Link(Some(address)) => self.push(Inline::Link(address, frame.inlines)),
            Kind::Link(None) => frame.inlines.drain(..).for_each(|inline| self.push(inline)),
            Kind::Item => {
                if let Some(list) = self.open.last_mut() {
                    list.items.push(frame.into_blocks());
                }
            }
        }
    }

    fn push(&mut self, inline: Inline) {
        if let Some(frame) = self.open.last_mut() {
            frame.inlines.push(inline);
        }
    }

    fn push_block(&mut self, block: Block) {
        if let Some(frame) = self.open.last_mut() {
            frame.flush();
            frame.blocks.push(block);
        }
    }
}

fn kind(tag: Tag<'_>) -> Option<Kind> {
    Some(match tag {
        Tag::Heading { level, .. } => Kind::Heading(number(level)),
        Tag::Paragraph | Tag::HtmlBlock => Kind::Paragraph,
        Tag::List(start) => Kind::List(start),
        Tag::Item => Kind::Item,
        Tag::BlockQuote(_) => Kind::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Kind::Verbatim,
        Tag::Emphasis => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Link { dest_url, .. } => Kind::Link(address(&dest_url)),
        // A picture would be a request to another machine: its words stay.
        Tag::Image { .. } => Kind::Link(None),
        _ => return None,
    })
}

fn has_frame(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// `url` if it is an address of the web or of mail: anything else could run, or lead into the reader's own machine.
fn address(url: &str) -> Option<String> {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    matches!(scheme.as_str(), "http" | "https" | "mailto").then(|| url.to_owned())
}

fn plain(inlines: &[Inline]) -> String {
    let words = inlines.iter().map(|inline| match inline {
        Inline::Words(words) | Inline::Code(words) => words.as_str(),
        _ => "",
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in short: `h1(…)`, `p(…)`, `ul(li(…))`, `a=address(…)`.
    fn told(blocks: &[Block]) -> String {
        blocks.iter().map(block).collect()
    }

    fn block(block: &Block) -> String {
        match block {
            Block::Heading(level, inside) => format!("h{level}({})", inlines(inside)),
            Block::Paragraph(inside) => format!("p({})", inlines(inside)),
            Block::List(start, items) => {
                let items: String = items.iter().map(|item| format!("li({})", told(item))).collect();
                start.map_or_else(|| format!("ul({items})"), |start| format!("ol{start}({items})"))
            }
            Block::Quote(inside) => format!("quote({})", told(inside)),
            Block::Verbatim(words) => format!("pre({words})"),
            Block::Rule => "hr".to_owned(),
        }
    }

    fn inlines(all: &[Inline]) -> String {
        let one = |inline: &Inline| match inline {
            Inline::Words(words) => words.clone(),
            Inline::Code(words) => format!("`{words}`"),
            Inline::Emphasis(inside) => format!("em({})", inlines(inside)),
            Inline::Strong(inside) => format!("strong({})", inlines(inside)),
            Inline::Link(address, inside) => format!("a={address}({})", inlines(inside)),
            Inline::Break => "/".to_owned(),
        };
        all.iter().map(one).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(told(&blocks(text)), expected);
    }

    #[test]
    fn headings_lists_and_stress_are_kept() {
        check("# Claims\n\nA *claim* is **said**  \nby `somebody`.", "h1(Claims)p(A em(claim) is strong(said)/by `somebody`.)");
        check("- one\n- two\n\n  more", "ul(li(p(one))li(p(two)p(more)))");
        check("3. one\n4. two\n   - under", "ol3(li(p(one))li(p(two)ul(li(p(under)))))");
        check("> said\n\n---\n\n    as typed\n", "quote(p(said))hrpre(as typed\n)");
        check("", "");
    }

    #[test]
    fn no_level_of_headings_is_left_out() {
        check("### a\n\n# b\n\n#### c\n\n## d", "h1(a)h1(b)h2(c)h2(d)");
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_links() {
        check("[a](https://example.org/x) <mailto:a@b.org>", "p(a=https://example.org/x(a) a=mailto:a@b.org(mailto:a@b.org))");
        check("[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)", "p(a b c)");
        check("[a](&#106;avascript:x) [b](vbscript:x) [c](//x.org) [d](/x) [e](file:///etc)", "p(a b c d e)");
    }

    #[test]
    fn markup_is_shown_as_typed_and_pictures_as_their_words() {
        check("<b onclick=x>a</b>", "p(<b onclick=x>a</b>)");
        check("<script>\nalert(1)\n</script>", "p(<script>\nalert(1)\n</script>)");
        check("![a cat](https://example.org/cat.png)", "p(a cat)");
    }

    #[test]
    fn what_is_nested_very_deep_is_drawn_flat() {
        let deep = format!("{}word", "> ".repeat(5000));
        assert!(told(&blocks(&deep)).contains("word"));
        let stars = format!("{}word{}", "*a ".repeat(5000), " a*".repeat(5000));
        assert!(told(&blocks(&stars)).contains("word"));
    }
}
