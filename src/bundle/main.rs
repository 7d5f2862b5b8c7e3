//! Makes the single file `galley.html` from the folder that Trunk built.

fn main() {}
