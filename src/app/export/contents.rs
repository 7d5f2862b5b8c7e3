//! What will be in the exported file, counted.

use crate::words::{count, grouped};
use galley_engine::document::Document;
use galley_engine::view::{counts, names};

/// The counts, each as a line: "23 people, places and things named".
pub(super) fn contents(document: &Document) -> Vec<String> {
    let (counts, named) = (counts(document), names::names(document).len());
    let all = counts.all();
    let lines = [
        (counts.entity.standing, format!("{} of names, dates and numbers", count(counts.entity.standing, "mark"))),
        (
            named,
            format!(
                "{} named",
                if named == 1 { "1 person, place or thing".to_owned() } else { format!("{} people, places and things", grouped(named)) }
            ),
        ),
        (counts.quotation.standing, count(counts.quotation.standing, "quotation")),
        (counts.code.standing, count(counts.code.standing, "code")),
        (document.blocks.len(), format!("{} with their roles", count(document.blocks.len(), "block"))),
        (all.rejected(), format!("{}, so that they are not suggested again", count(all.rejected(), "rejected mark"))),
    ];
    lines.into_iter().filter(|(number, _)| 0 < *number).map(|(_, line)| line).collect()
}
