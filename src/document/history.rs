//! A document with its undo and redo.

use super::{Change, Command, Document};

/// A document and the changes made to it: the only way from one state to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    document: Document,
    past: Vec<Change>,
    future: Vec<Change>,
}

impl Workspace {
    /// A workspace without a past.
    #[must_use]
    pub fn new(document: Document) -> Self {
        Self { document, past: Vec::new(), future: Vec::new() }
    }

    /// The document as it stands.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document as it stands, to keep.
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }

    /// Carries out `command` at the moment `now` (RFC 3339, UTC); `None` when it alters nothing.
    pub fn run(&mut self, command: &Command, now: &str) -> Option<&Change> {
        let change = self.document.plan(command, now);
        if change.is_empty() {
            return None;
        }
        self.document.apply(&change);
        self.future.clear();
        self.past.push(change);
        self.past.last()
    }

    /// Takes the last change back; the change that was taken back.
    pub fn undo(&mut self) -> Option<&Change> {
        let change = self.past.pop()?;
        self.document.apply(&change.reversed());
        self.future.push(change);
        self.future.last()
    }

    /// Makes the last change that was taken back once more.
    pub fn redo(&mut self) -> Option<&Change> {
        let change = self.future.pop()?;
        self.document.apply(&change);
        self.past.push(change);
        self.past.last()
    }

    /// What can be undone, oldest first.
    #[must_use]
    pub fn past(&self) -> &[Change] {
        &self.past
    }

    /// What can be redone, the next one last.
    #[must_use]
    pub fn future(&self) -> &[Change] {
        &self.future
    }

    /// Puts a fresh parse in place without touching a decision; the past stays undoable.
    pub fn refresh(&mut self, parse: crate::pipeline::Parse, now: &str) {
        super::reconcile(&mut self.document, parse, now);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::annotation::{AnnotationId, Decision};

    #[test]
    fn undo_and_redo_return_to_both_ends() {
        let start = document();
        let mut workspace = Workspace::new(start.clone());
        assert!(workspace.run(&Command::Accept(vec![AnnotationId(4), AnnotationId(5)]), NOW).is_some());
        assert!(workspace.run(&Command::Reject(vec![AnnotationId(6)]), NOW).is_some());
        let end = workspace.document().clone();
        while workspace.undo().is_some() {}
        assert_eq!(*workspace.document(), start);
        while workspace.redo().is_some() {}
        assert_eq!(*workspace.document(), end);
    }

    #[test]
    fn a_command_that_alters_nothing_is_no_step() {
        let mut workspace = Workspace::new(document());
        assert!(workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW).is_some());
        assert!(workspace.run(&Command::Accept(vec![AnnotationId(4)]), "2025-02-10T09:00:00Z").is_none());
        assert_eq!(workspace.past().len(), 1);
        assert_eq!(workspace.document().annotations[&AnnotationId(4)].decision, Decision::Accepted);
    }

    #[test]
    fn a_new_command_forgets_what_could_be_redone() {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Accept(vec![AnnotationId(4)]), NOW);
        workspace.undo();
        workspace.run(&Command::Reject(vec![AnnotationId(4)]), NOW);
        assert!(workspace.redo().is_none());
    }
}
