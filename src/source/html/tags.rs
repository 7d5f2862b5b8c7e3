//! What the elements of HTML do to the text, after the default style sheet of the HTML standard.

/// How an element's box stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In the running line.
    Inline,
    /// On lines of its own.
    Block,
    /// On lines of its own, with a blank line before and after (the elements with vertical margins).
    Spaced,
    /// A cell of a table, parted from the one before by a tab.
    Cell,
    /// On lines of its own in preformatted text, which stays one block.
    Row,
}

/// The shape that the default style sheet gives to element `name`.
pub(super) fn shape(name: &str) -> Shape {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "ul" | "ol" | "dl" | "pre" | "figure" | "table" | "hr" | "menu"
        | "listing" => Shape::Spaced,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details" | "dialog" | "dir" | "div" | "dt"
        | "fieldset" | "figcaption" | "footer" | "form" | "frameset" | "header" | "hgroup" | "html" | "legend" | "li" | "main" | "nav"
        | "optgroup" | "option" | "search" | "section" | "summary" | "tbody" | "tfoot" | "thead" | "tr" | "xmp" | "plaintext" => {
            Shape::Block
        }
        "td" | "th" => Shape::Cell,
        _ => Shape::Inline,
    }
}

/// Whether element `name` shows no text of its own: not displayed, or shown by a plug-in, or a control that copying passes over.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "title"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "noembed"
            | "noframes"
            | "iframe"
            | "svg"
            | "canvas"
            | "audio"
            | "video"
            | "object"
            | "select"
            | "datalist"
            | "textarea"
            | "rp"
            | "map"
            | "meter"
            | "progress"
    )
}

/// Whether element `name` never has an end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether element `name` may stand in `<head>` without closing it.
pub(super) fn belongs_to_head(name: &str) -> bool {
    matches!(name, "base" | "link" | "meta" | "noscript" | "script" | "style" | "template" | "title" | "basefont" | "bgsound")
}

/// Whether a start tag `name` closes an open paragraph (HTML standard, "in body").
pub(super) fn closes_paragraph(name: &str) -> bool {
    !matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "option" | "optgroup" | "html" | "body" | "legend")
        && shape(name) != Shape::Inline
}

/// The open elements that a start tag `name` closes, and the ones past which it does not look; `None` when it closes none.
pub(super) fn implied_ends(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    match name {
        "li" => Some((&["li"], &["ul", "ol", "menu", "dir", "table", "td", "th"])),
        "dt" | "dd" => Some((&["dt", "dd"], &["dl", "table", "td", "th", "ul", "ol"])),
        "tr" => Some((&["tr", "td", "th"], &["table"])),
        "td" | "th" => Some((&["td", "th"], &["tr", "table"])),
        "tbody" | "thead" | "tfoot" => Some((&["tbody", "thead", "tfoot", "tr", "td", "th", "caption"], &["table"])),
        _ => None,
    }
}

/// Whether the search for an open element stops at element `name`.
pub(super) fn is_wall(name: &str) -> bool {
    matches!(name, "table" | "td" | "th" | "caption" | "button" | "object" | "template" | "html")
}

/// Whether `name` is an element that pages are made of; used only to recognise HTML.
pub(super) fn is_known(name: &str) -> bool {
    shape(name) != Shape::Inline
        || matches!(name, "a" | "b" | "i" | "em" | "strong" | "span" | "small" | "time" | "button" | "label" | "title" | "script" | "style")
}
