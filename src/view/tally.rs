//! How many marks each label has, and what was decided of them.

use super::is_reviewed;
use crate::annotation::{Decision, LabelName};
use crate::document::Document;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The marks of one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The label.
    pub label: LabelName,
    /// How many are accepted.
    pub accepted: usize,
    /// How many wait for a decision.
    pub pending: usize,
    /// How many are rejected.
    pub rejected: usize,
}

impl Tally {
    /// All that are not rejected.
    #[must_use]
    pub fn standing(&self) -> usize {
        self.accepted + self.pending
    }
}

/// The labels that reviewed marks have, by layer, the one with the most marks first. Labels of one's own are listed without marks, too.
#[must_use]
pub fn tallies(document: &Document) -> Vec<Tally> {
    let mut counts: BTreeMap<LabelName, [usize; 3]> = BTreeMap::new();
    for label in document.codebook.labels.iter().filter_map(|label| label.label()) {
        counts.entry(label).or_default();
    }
    for annotation in document.annotations.values().filter(|annotation| is_reviewed(annotation)) {
        let [accepted, pending, rejected] = counts.entry(annotation.label.name()).or_default();
        *match annotation.decision {
            Decision::Accepted => accepted,
            Decision::Pending => pending,
            Decision::Rejected => rejected,
        } += 1;
    }
    let tally = |(label, [accepted, pending, rejected]): (LabelName, [usize; 3])| Tally { label, accepted, pending, rejected };
    let mut tallies: Vec<Tally> = counts.into_iter().map(tally).collect();
    tallies.sort_by_key(|tally| (tally.label.layer(), Reverse(tally.standing())));
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, LabelDefinition};
    use crate::document::testing::{NOW, document};
    use crate::document::{Command, Workspace};

    #[test]
    fn labels_are_counted_by_decision_and_codes_without_marks_are_listed() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        workspace.run(&Command::Reject(vec![AnnotationId(5)]), NOW);
        workspace.run(&Command::DefineLabel(None, LabelDefinition::of(&LabelName::Code("claim".to_owned()))), NOW);
        let tallies = tallies(workspace.document());
        let seen: Vec<_> = tallies.iter().map(|tally| (tally.label.code(), tally.accepted, tally.pending, tally.rejected)).collect();
        assert_eq!(seen, [("navigation", 0, 1, 0), ("PERSON", 1, 1, 1), ("direct", 0, 1, 0), ("claim", 0, 0, 0)]);
    }
}
