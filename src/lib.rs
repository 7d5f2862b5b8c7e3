//! Galley's engine: reads a news article and finds who is named, who said what, and what is page furniture.
//!
//! Pure: no browser, no clock, no randomness, no input or output. Data flows one way:
//!
//! `Source → Blocks → Tokens, Sentences → Suggestions → Document (with decisions) → Segments on the page, or an export`
//!
//! | module | what lives there |
//! |---|---|
//! | [`text`] | spans (byte ranges), other units, snapping to words |
//! | [`source`] | intake of plain text and HTML into one canonical text |
//! | [`block`] | the text cut into blocks |
//! | [`language`] | tokens and sentences |
//! | [`annotation`] | the one annotation type, its labels and decisions |
//! | [`codebook`] | the user’s own labels and the guidelines for giving them; JSON and CSV |
//! | [`detect`] | structure, entities, quotations; resolution of overlaps |
//! | [`pipeline`] | `read`: all of the above in order |
//! | [`document`] | the document with a person's decisions; commands, undo, redo |
//! | [`view`] | what to draw and to list, computed from a document |
//! | [`save`] | Galley JSON 1: writer and reader |
//! | [`export`] | the formats of others |
//! | [`protocol`] | what the page and the parser's thread say to each other |
//!
//! Invariants: the text is never changed after intake; spans are bytes on character boundaries; parsing cannot fail;
//! equal input gives equal output.

pub mod annotation;
pub mod block;
pub mod codebook;
pub mod detect;
pub mod document;
pub mod export;
pub mod language;
pub mod pipeline;
pub mod protocol;
pub mod save;
pub mod source;
pub mod text;
pub mod view;
