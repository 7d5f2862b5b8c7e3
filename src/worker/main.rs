//! The parser's thread.

fn main() {}
