//! A document, or a part of it, in the formats of others: one file a format.

pub mod quotations;
