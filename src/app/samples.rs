//! The sample articles that the page offers to somebody who has nothing to paste yet.

use serde::Deserialize;

/// What is said of a sample before it is opened.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Sample {
    /// The name of its file in `seeds/`.
    pub(crate) file: String,
    /// Its headline.
    pub(crate) title: String,
    /// What kind of page it is.
    pub(crate) shape: String,
}

const INDEX: &str = include_str!("../../seeds/index.json");

const FILES: [(&str, &str); 9] = [
    ("ukraine-talks.txt", include_str!("../../seeds/ukraine-talks.txt")),
    ("wire-dateline.txt", include_str!("../../seeds/wire-dateline.txt")),
    ("saved-page.html", include_str!("../../seeds/saved-page.html")),
    ("court-report.txt", include_str!("../../seeds/court-report.txt")),
    ("interview.txt", include_str!("../../seeds/interview.txt")),
    ("live-blog.txt", include_str!("../../seeds/live-blog.txt")),
    ("opinion.txt", include_str!("../../seeds/opinion.txt")),
    ("press-release.txt", include_str!("../../seeds/press-release.txt")),
    ("german-wire.txt", include_str!("../../seeds/german-wire.txt")),
];

/// The samples, in the order of their index.
pub(crate) fn samples() -> Vec<Sample> {
    serde_json::from_str(INDEX).unwrap_or_default()
}

/// The words of a sample.
pub(crate) fn content(file: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == file).map(|(_, content)| *content)
}
