//! The open elements: what is closed by what, kept to a bounded depth so that every tag costs the same.

use super::tags::{self, Shape};
use std::rc::Rc;

/// How deep elements are told apart. Deeper ones still show their text but add nothing to path and words. (Browsers stop at 512.)
const DEEPEST: usize = 256;

/// One open element.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Which element of the page it is, in the order of start tags.
    pub(super) number: u32,
    /// Tag name, lower case.
    pub(super) name: Rc<str>,
    /// Its class, id, role and itemprop words, lower case, separated by spaces.
    pub(super) words: Rc<str>,
    /// How it stands in the text.
    pub(super) shape: Shape,
    /// It or an element around it is not shown.
    pub(super) hidden: bool,
    /// White space is kept in it.
    pub(super) pre: bool,
    /// It is or stands in code.
    pub(super) code: bool,
    /// It stands in a link.
    pub(super) link: bool,
    /// Lists around and including it.
    pub(super) lists: u8,
    /// It stands in SVG or MathML, where tags can close themselves.
    pub(super) foreign: bool,
}

/// The open elements, from the outside in.
#[derive(Debug, Default)]
pub(super) struct Open {
    frames: Vec<Frame>,
    /// Elements opened beyond [`DEEPEST`] and not closed yet.
    beyond: usize,
}

impl Open {
    pub(super) fn frames(&self) -> &[Frame] {
        &self.frames
    }

    pub(super) fn top(&self) -> Option<&Frame> {
        self.frames.last()
    }

    pub(super) fn hidden(&self) -> bool {
        self.top().is_some_and(|frame| frame.hidden)
    }

    /// Opens an element.
    pub(super) fn push(&mut self, frame: Frame) {
        if self.frames.len() < DEEPEST {
            self.frames.push(frame);
        } else {
            self.beyond += 1;
        }
    }

    /// Closes what a start tag `name` closes by implication; the shapes of the closed elements.
    pub(super) fn make_way(&mut self, name: &str) -> Vec<Shape> {
        let mut closed = Vec::new();
        if self.beyond > 0 {
            return closed;
        }
        if self.top().is_some_and(|top| &*top.name == "head") && !tags::belongs_to_head(name) {
            self.frames.pop();
        }
        if tags::closes_paragraph(name) {
            let paragraph = self
                .frames
                .iter()
                .rposition(|frame| &*frame.name == "p" || tags::is_wall(&frame.name))
                .filter(|&at| &*self.frames[at].name == "p");
            closed.extend(self.cut(paragraph));
        }
        if let Some((ends, walls)) = tags::implied_ends(name) {
            let wall = self.frames.iter().rposition(|frame| walls.contains(&&*frame.name)).map_or(0, |at| at + 1);
            let first = self.frames[wall..].iter().position(|frame| ends.contains(&&*frame.name)).map(|at| wall + at);
            closed.extend(self.cut(first));
        }
        closed
    }

    /// Closes the element that an end tag `name` belongs to; the shapes of all that closed with it.
    pub(super) fn close(&mut self, name: &str) -> Vec<Shape> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return vec![tags::shape(name)];
        }
        let table_part = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption");
        let stops =
            |frame: &Frame| &*frame.name == name || (!table_part && tags::is_wall(&frame.name)) || (table_part && &*frame.name == "table");
        let Some(at) = self.frames.iter().rposition(stops).filter(|&at| &*self.frames[at].name == name) else {
            return Vec::new();
        };
        let inline = self.frames[at].shape == Shape::Inline && !self.frames[at].hidden;
        if inline && self.frames[at..].iter().any(|frame| frame.shape != Shape::Inline) {
            // `<b><p></b>`: the inline element ends, the block around the place stays open.
            self.frames.remove(at);
            return Vec::new();
        }
        self.cut(Some(at))
    }

    /// Closes all elements from `from` on; the shapes of those that are shown.
    fn cut(&mut self, from: Option<usize>) -> Vec<Shape> {
        from.map_or_else(Vec::new, |from| self.frames.drain(from..).filter(|frame| !frame.hidden).map(|frame| frame.shape).collect())
    }
}
