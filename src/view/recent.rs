//! What was done last, to look at again.

use crate::annotation::{Annotation, AnnotationId, Decision, Origin};
use crate::document::{Document, Workspace};

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Its place among all that was done, from 0.
    pub number: usize,
    /// What it was: "accept “Marco Rubio”".
    pub summary: String,
    /// The marks that it altered and that still are.
    pub marks: Vec<AnnotationId>,
    /// Those of the parser's among them that are decided now, and can be made undecided again.
    pub decided: Vec<AnnotationId>,
}

/// The last `most` things that were done and not taken back, the last first.
#[must_use]
pub fn recent(workspace: &Workspace, most: usize) -> Vec<Deed> {
    let document = workspace.document();
    let last = workspace.past().iter().enumerate().rev().take(most);
    let deed = |(number, change): (usize, &crate::document::Change)| {
        let touched = change.annotations.iter().filter_map(|delta| delta.after.as_ref().map(|after| after.id));
        let marks: Vec<_> = touched.filter(|id| document.annotations.contains_key(id)).collect();
        let decided = marks.iter().copied().filter(|id| is_decided(document, *id)).collect();
        Deed { number, summary: change.summary.clone(), marks, decided }
    };
    last.map(deed).collect()
}

fn is_decided(document: &Document, id: AnnotationId) -> bool {
    // A person's own mark is no suggestion: it is there or it is not.
    let is_suggestion = |one: &Annotation| matches!(one.origin, Origin::Parser(_));
    document.annotations.get(&id).is_some_and(|one| one.decision != Decision::Pending && is_suggestion(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Command;
    use crate::document::testing::{NOW, document};

    #[test]
    fn the_last_comes_first_and_what_was_reopened_is_not_decided() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4), AnnotationId(5)]), NOW);
        workspace.run(&Command::Reject(vec![AnnotationId(7)]), NOW);
        workspace.run(&Command::Reopen(vec![AnnotationId(4)]), NOW);
        let deeds = recent(&workspace, 2);
        assert_eq!(deeds.iter().map(|deed| deed.number).collect::<Vec<_>>(), [2, 1]);
        assert!(deeds[0].decided.is_empty() && deeds[0].marks == [AnnotationId(4)]);
        let all = recent(&workspace, 9);
        assert_eq!((all.len(), &all[2].decided), (3, &vec![AnnotationId(5)]));
        workspace.undo();
        assert_eq!(recent(&workspace, 9).len(), 2);
    }
}
