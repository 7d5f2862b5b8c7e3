//! Takes the tokens: keeps the open elements, hands visible words to the flow and declarations to the collection.

use super::Read;
use super::declared::Collected;
use super::flow::Flow;
use super::open::{Frame, Open};
use super::tags::{self, Shape};
use html5ever::Attribute;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// Bytes of class, id, role and itemprop words kept for one element.
const OWN_WORDS: usize = 200;

/// The token sink. The tokenizer hands out `&self`, hence the cell.
#[derive(Debug)]
pub(super) struct Reader(RefCell<State>);

#[derive(Debug, Default)]
struct State {
    open: Open,
    flow: Flow,
    collected: Collected,
    /// Elements that the markup hides are shown: the page would reveal them by script.
    reveal: bool,
    /// Start tags so far.
    elements: u32,
    /// What the text of the element being read raw is for.
    raw: Option<Raw>,
    /// Bytes of words that the markup hides.
    hidden: usize,
    /// A heading that is open holds a button.
    button: bool,
    /// The element that starts next stands right after a heading that is a button: a panel that it opens.
    opens: bool,
}

/// An element whose content is characters only.
#[derive(Debug)]
enum Raw {
    Title(String),
    JsonLd(String),
    Unscripted,
    Dropped,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(&tag),
            Token::TagToken(tag) => state.end(&tag),
            Token::CharacterTokens(characters) => state.characters(&characters),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.borrow().open.top().is_some_and(|top| top.foreign)
    }
}

impl Reader {
    /// A reader that passes over hidden elements, or with `reveal` reads them too.
    pub(super) fn new(reveal: bool) -> Self {
        Self(RefCell::new(State { reveal, ..State::default() }))
    }

    /// The text, its hints and what the page declares.
    pub(super) fn finish(self) -> Read {
        let mut state = self.0.into_inner();
        state.end_raw();
        let (text, hints) = state.flow.finish();
        Read { text, hints, collected: state.collected, hidden: state.hidden }
    }
}

impl State {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        self.collected.element(name, &tag.attrs);
        let closed = self.open.make_way(name);
        self.edges(&closed);
        if name == "br" && !self.open.hidden() {
            self.flow.line_break();
        }
        self.elements = self.elements.saturating_add(1);
        let opened = std::mem::take(&mut self.opens) && name != "nav";
        let shown = self.reveal || opened || is_panel(&tag.attrs);
        let frame = Frame { number: self.elements, ..frame(name, &tag.attrs, self.open.top(), shown, self.reveal) };
        let (shape, foreign) = (frame.shape, frame.foreign);
        if tags::is_void(name) || (foreign && tag.self_closing) || is_out_of_place(name, self.open.frames()) {
            self.flow.edge(if name == "hr" { shape } else { Shape::Inline });
            return TokenSinkResult::Continue;
        }
        if !frame.hidden {
            self.flow.edge(shape);
            self.control(name);
        }
        self.open.push(frame);
        if foreign { TokenSinkResult::Continue } else { self.start_raw(name, &tag.attrs) }
    }

    /// Tells the tokenizer when the element holds characters only, and remembers what they are for.
    fn start_raw(&mut self, name: &str, attributes: &[Attribute]) -> TokenSinkResult<()> {
        let (kind, raw) = match name {
            "title" => (RawKind::Rcdata, Raw::Title(String::new())),
            "textarea" => (RawKind::Rcdata, Raw::Dropped),
            "script" if is_json_ld(attributes) => (RawKind::ScriptData, Raw::JsonLd(String::new())),
            "script" => (RawKind::ScriptData, Raw::Dropped),
            "noscript" if self.reveal => return TokenSinkResult::Continue,
            "noscript" => (RawKind::Rawtext, Raw::Unscripted),
            "style" | "noembed" | "noframes" | "iframe" | "xmp" => (RawKind::Rawtext, Raw::Dropped),
            _ => return TokenSinkResult::Continue,
        };
        if name != "xmp" {
            self.raw = Some(raw);
        }
        TokenSinkResult::RawData(kind)
    }

    /// A button is no part of the word beside it, nor are two links one word.
    fn control(&mut self, name: &str) {
        match name {
            "button" => {
                self.flow.gap();
                self.button |= self.open.frames().iter().rev().take(NEAR).any(|frame| is_heading(&frame.name));
            }
            "a" => self.flow.link(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &Tag) {
        self.end_raw();
        let name = &*tag.name;
        self.opens &= is_heading(name) || tags::shape(name) == Shape::Inline;
        match name {
            "button" => self.flow.gap(),
            "a" => self.flow.link_end(),
            _ if is_heading(name) => self.opens = std::mem::take(&mut self.button),
            _ => {}
        }
        match name {
            "body" | "html" => {}
            "br" => self.flow.line_break(),
            _ => {
                let closed = self.open.close(name);
                self.edges(&closed);
            }
        }
    }

    fn edges(&mut self, closed: &[Shape]) {
        self.flow.closed_to(self.open.frames().len());
        for &shape in closed.iter().filter(|&&shape| shape != Shape::Cell) {
            self.flow.edge(shape);
        }
    }

    fn characters(&mut self, characters: &str) {
        match &mut self.raw {
            Some(Raw::Title(text) | Raw::JsonLd(text)) => text.push_str(characters),
            Some(Raw::Unscripted) => self.hidden += words_between_tags(characters),
            Some(Raw::Dropped) => {}
            None if self.open.hidden() => self.hidden += characters.trim().len(),
            None => self.flow.write(characters, self.open.frames()),
        }
    }

    fn end_raw(&mut self) {
        match self.raw.take() {
            Some(Raw::Title(text)) => self.collected.title(&text),
            Some(Raw::JsonLd(text)) => self.collected.json_ld.push(text),
            _ => {}
        }
    }
}

/// A second `<html>`, `<body>` or `<head>` and a part of a table without its table are no elements in a browser.
fn is_out_of_place(name: &str, open: &[Frame]) -> bool {
    match name {
        "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" => !open.iter().any(|frame| &*frame.name == "table"),
        "html" | "body" => open.iter().any(|frame| &*frame.name == name),
        "head" => open.iter().any(|frame| &*frame.name != "html"),
        _ => false,
    }
}

/// How far around a button its heading is looked for, in elements.
const NEAR: usize = 6;

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt")
}

/// Whether an element is the panel of an accordion, after the WAI-ARIA authoring practices: a reader opens it with a click.
fn is_panel(attributes: &[Attribute]) -> bool {
    value(attributes, "role").is_some_and(|role| role.eq_ignore_ascii_case("region")) && value(attributes, "aria-labelledby").is_some()
}

/// Bytes of `markup` outside tags, white space apart.
fn words_between_tags(markup: &str) -> usize {
    markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words).trim().len()).sum()
}

/// The frame of an element; `shown` although it is marked as hidden, `reveal` although nothing of its kind is.
fn frame(name: &str, attributes: &[Attribute], parent: Option<&Frame>, shown: bool, reveal: bool) -> Frame {
    let style = value(attributes, "style").map(display).unwrap_or_default();
    let root = matches!(name, "html" | "body");
    Frame {
        number: 0,
        name: name.into(),
        words: if root { "".into() } else { words(attributes).into() },
        shape: shape_in(name, style.shape, parent),
        hidden: parent.is_some_and(|up| up.hidden)
            || (tags::is_unseen(name) && !(reveal && name == "noscript"))
            || (!root && !shown && (style.hidden || is_hidden(name, attributes))),
        pre: matches!(name, "pre" | "listing" | "xmp" | "plaintext") || parent.is_some_and(|up| up.pre),
        code: matches!(name, "code" | "samp") || parent.is_some_and(|up| up.code),
        link: name == "a" || parent.is_some_and(|up| up.link),
        lists: parent.map_or(0, |up| up.lists).saturating_add(u8::from(matches!(name, "ul" | "ol" | "menu" | "dir"))),
        foreign: matches!(name, "svg" | "math")
            || parent.is_some_and(|up| up.foreign && !matches!(&*up.name, "foreignobject" | "foreignObject" | "desc")),
    }
}

/// The shape of an element, with what its style says. A list inside a list has no margins; in preformatted text there are only lines.
fn shape_in(name: &str, styled: Option<Shape>, parent: Option<&Frame>) -> Shape {
    let nested = matches!(name, "ul" | "ol" | "menu") && parent.is_some_and(|up| up.lists > 0);
    match styled.unwrap_or(if nested { Shape::Block } else { tags::shape(name) }) {
        Shape::Block | Shape::Spaced if parent.is_some_and(|up| up.pre) => Shape::Row,
        shape => shape,
    }
}

fn is_hidden(name: &str, attributes: &[Attribute]) -> bool {
    let flagged = value(attributes, "hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    flagged || (name == "dialog" && value(attributes, "open").is_none()) || (!is_heading(name) && is_only_read_out(attributes))
}

/// Class words that mean, on any site, that words are for screen readers and not shown: those of the wide-spread frameworks.
const READ_OUT: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader-only",
    "u-visually-hidden",
    "is-visually-hidden",
    "element-invisible",
    "show-for-sr",
    "usa-sr-only",
    "a11y-hidden",
];

/// Whether class words say that an element is read out and never shown.
fn is_only_read_out(attributes: &[Attribute]) -> bool {
    value(attributes, "class")
        .is_some_and(|class| class.split_ascii_whitespace().any(|word| READ_OUT.iter().any(|one| word.eq_ignore_ascii_case(one))))
}

/// What an inline style says about display.
#[derive(Default)]
struct Display {
    hidden: bool,
    shape: Option<Shape>,
}

fn display(style: &str) -> Display {
    let mut display = Display::default();
    for (property, value) in style.split(';').filter_map(|one| one.split_once(':')) {
        let value = value.trim().trim_end_matches("!important").trim().to_ascii_lowercase();
        match (property.trim().to_ascii_lowercase().as_str(), value.as_str()) {
            ("display", "none") | ("visibility", "hidden") => display.hidden = true,
            ("display", "block" | "flex" | "grid" | "list-item" | "table") => display.shape = Some(Shape::Block),
            ("display", "inline" | "inline-block" | "inline-flex") => display.shape = Some(Shape::Inline),
            _ => {}
        }
    }
    display
}

/// The class, id, role and itemprop words, lower case.
fn words(attributes: &[Attribute]) -> String {
    let mut words = String::new();
    for attribute in
        attributes.iter().filter(|one| matches!(&*one.name.local, "class" | "id" | "role" | "itemprop" | "rel" | "data-testid"))
    {
        for word in attribute.value.split_ascii_whitespace() {
            if words.len() + word.len() < OWN_WORDS {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(&word.to_lowercase());
            }
        }
    }
    words
}

fn is_json_ld(attributes: &[Attribute]) -> bool {
    value(attributes, "type").is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
}

/// The value of attribute `name`.
pub(super) fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}
