//! What the commands on the codebook come to: labels made, named anew, removed, taken in.

use super::command::delete;
use super::draft::Draft;
use crate::annotation::{Annotation, AnnotationId, EntityId, EntityKind, Label, LabelDefinition, LabelName};
use crate::codebook::{Codebook, sound, wrong_name};

/// Makes the label `known` into `label`, or makes a new one. A label that would not be sound alters nothing.
pub(super) fn define(draft: &mut Draft<'_>, known: Option<&LabelName>, label: &LabelDefinition) -> String {
    let Some(name) = label.label() else { return String::new() };
    let labels = defined(&draft.document().codebook, known, label);
    if wrong_name(&label.name).is_some() || sound(&labels, |_, _| String::new()).is_err() {
        return String::new();
    }
    if let Some(known) = known.filter(|known| **known != name) {
        if known.layer() != name.layer() {
            return String::new();
        }
        rename(draft, known, &name);
    }
    draft.codebook().labels = labels;
    if known.is_some() { format!("change the label {name}") } else { format!("make the label {name}") }
}

/// The labels of `codebook` with `label` in place of `known`, or at the end; the children of `known` go with it.
fn defined(codebook: &Codebook, known: Option<&LabelName>, label: &LabelDefinition) -> Vec<LabelDefinition> {
    let mut labels = codebook.labels.clone();
    let Some(known) = known else {
        labels.push(label.clone());
        return labels;
    };
    for one in &mut labels {
        if one.layer == known.layer() && one.parent.as_deref() == Some(known.code()) {
            one.parent = Some(label.name.clone());
        }
    }
    match labels.iter_mut().find(|one| is_of(one, known)) {
        Some(place) => *place = label.clone(),
        // A label that marks have and the codebook does not list yet.
        None => labels.push(label.clone()),
    }
    labels
}

fn is_of(definition: &LabelDefinition, label: &LabelName) -> bool {
    definition.layer == label.layer() && definition.name == label.code()
}

/// Gives every mark and entity that has the label `from` the label `to`; what a person decided of them stays.
fn rename(draft: &mut Draft<'_>, from: &LabelName, to: &LabelName) {
    for id in bearing(draft, from) {
        draft.edit(id, |annotation| match (&mut annotation.label, to) {
            (Label::Code(code), LabelName::Code(to)) => code.clone_from(to),
            (Label::Entity(mention), LabelName::Entity(to)) => mention.kind = to.clone(),
            _ => {}
        });
    }
    if let (LabelName::Entity(from), LabelName::Entity(to)) = (from, to) {
        for id in entities_of(draft, from) {
            draft.edit_entity(id, |entity| entity.kind = to.clone());
        }
    }
}

/// The marks that have `label`, rejected ones too.
fn bearing(draft: &Draft<'_>, label: &LabelName) -> Vec<AnnotationId> {
    let has = |annotation: &Annotation| annotation.label.name() == *label;
    draft.annotations().filter(has).map(|annotation| annotation.id).collect()
}

fn entities_of(draft: &Draft<'_>, kind: &EntityKind) -> Vec<EntityId> {
    draft.entities().filter(|entity| entity.kind == *kind).map(|entity| entity.id).collect()
}

/// Takes a label out of the codebook, its marks with it; its children move up to its own parent.
pub(super) fn remove(draft: &mut Draft<'_>, label: &LabelName) -> String {
    let codebook = draft.codebook();
    let parent = codebook.labels.iter().find(|one| is_of(one, label)).and_then(|one| one.parent.clone());
    codebook.labels.retain(|one| !is_of(one, label));
    for one in codebook.labels.iter_mut().filter(|one| one.layer == label.layer() && one.parent.as_deref() == Some(label.code())) {
        one.parent.clone_from(&parent);
    }
    let ids = bearing(draft, label);
    delete(draft, &ids);
    match ids.len() {
        0 => format!("remove the label {label}"),
        1 => format!("remove the label {label} and its mark"),
        many => format!("remove the label {label} and its {many} marks"),
    }
}

/// Takes a codebook in. What would not be sound alters nothing.
pub(super) fn take(draft: &mut Draft<'_>, codebook: &Codebook) -> String {
    let many = codebook.labels.len();
    let joined = draft.document().codebook.clone().with(codebook.clone());
    if sound(&joined.labels, |_, _| String::new()).is_ok() {
        *draft.codebook() = joined;
    }
    format!("take in a codebook of {many} {}", if many == 1 { "label" } else { "labels" })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, document, span};
    use super::super::{Command, Document, Workspace};
    use super::*;

    fn code(name: &str) -> LabelName {
        LabelName::Code(name.to_owned())
    }

    fn definition(name: &str, parent: Option<&str>) -> LabelDefinition {
        LabelDefinition { parent: parent.map(str::to_owned), ..LabelDefinition::of(&code(name)) }
    }

    /// A document with the codes `frame` and `conflict` below it, and a mark of each.
    fn coded() -> Workspace {
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::DefineLabel(None, definition("frame", None)), NOW);
        workspace.run(&Command::DefineLabel(None, definition("conflict", Some("frame"))), NOW);
        workspace.run(&Command::Add(vec![vec![span("Talks")]], code("frame")), NOW);
        workspace.run(&Command::Add(vec![vec![span("Menu")]], code("conflict")), NOW);
        workspace
    }

    fn labels(document: &Document) -> Vec<(&str, Option<&str>)> {
        document.codebook.labels.iter().map(|label| (label.name.as_str(), label.parent.as_deref())).collect()
    }

    fn codes(document: &Document) -> Vec<String> {
        document
            .annotations
            .values()
            .filter(|one| matches!(one.label, Label::Code(_)))
            .map(|one| one.label.name().code().to_owned())
            .collect()
    }

    #[test]
    fn a_new_name_goes_to_marks_and_children() {
        let mut workspace = coded();
        workspace.run(&Command::DefineLabel(Some(code("frame")), definition("framing", None)), NOW);
        assert_eq!(labels(workspace.document()), [("framing", None), ("conflict", Some("framing"))]);
        assert_eq!(codes(workspace.document()), ["framing", "conflict"]);
    }

    #[test]
    fn a_new_name_of_a_kind_goes_to_its_entities() {
        let ship = LabelName::Entity(EntityKind::Own("ship".to_owned()));
        let boat = LabelDefinition::of(&LabelName::Entity(EntityKind::Own("boat".to_owned())));
        let mut workspace = Workspace::new(document());
        workspace.run(&Command::Add(vec![vec![span("Menu")]], ship.clone()), NOW);
        workspace.run(&Command::DefineLabel(Some(ship), boat.clone()), NOW);
        let document = workspace.document();
        assert_eq!(document.codebook.labels, [boat], "a label in use is listed when it is named");
        assert!(document.entities.values().any(|entity| entity.kind.code() == "boat"));
        assert!(document.entities.values().all(|entity| entity.kind.code() != "ship"));
    }

    #[test]
    fn a_label_goes_with_its_marks_and_its_children_move_up() {
        let mut workspace = coded();
        workspace.run(&Command::RemoveLabel(code("frame")), NOW);
        assert_eq!(labels(workspace.document()), [("conflict", None)]);
        assert_eq!(codes(workspace.document()), ["conflict"]);
        let before = coded();
        workspace.undo();
        assert_eq!(workspace.document(), before.document());
    }

    #[test]
    fn what_is_not_sound_alters_nothing() {
        let mut workspace = coded();
        let mut refuse = |known: Option<LabelName>, label: LabelDefinition| {
            assert!(workspace.run(&Command::DefineLabel(known, label), NOW).is_none());
        };
        refuse(None, definition("frame", None));
        refuse(None, definition("", None));
        refuse(None, definition("x", Some("nothing")));
        refuse(Some(code("frame")), definition("frame", Some("conflict")));
        refuse(Some(code("frame")), LabelDefinition::of(&LabelName::Entity(EntityKind::Own("frame".to_owned()))));
    }

    #[test]
    fn a_codebook_is_taken_in_and_given_back() {
        let mut workspace = coded();
        let start = workspace.document().clone();
        let codebook = Codebook { labels: vec![definition("stance", None)], guidelines: "Once.".to_owned() };
        workspace.run(&Command::TakeCodebook(codebook), NOW);
        assert_eq!(labels(workspace.document()).len(), 3);
        assert_eq!(workspace.document().codebook.guidelines, "Once.");
        workspace.run(&Command::SetGuidelines("Twice.".to_owned()), NOW);
        workspace.run(&Command::SetComment("A clear case.".to_owned()), NOW);
        assert_eq!(workspace.document().comment, "A clear case.");
        for _ in 0..3 {
            workspace.undo();
        }
        assert_eq!(*workspace.document(), start);
    }
}
