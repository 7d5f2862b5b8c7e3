//! What makes the labels of a codebook sound.

use super::{Problem, is_open};
use crate::annotation::{LabelDefinition, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// The most characters that a label's name has.
pub const LONGEST: usize = 80;

/// Checks labels of the user's own, their names too; `place` names the place of a field of one of them.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(labels: &[LabelDefinition], place: impl Fn(usize, &str) -> String) -> Result<(), Problem> {
    for (at, label) in labels.iter().enumerate() {
        if let Some(message) = wrong_name(&label.name) {
            return Err(Problem::new(place(at, "name"), message));
        }
    }
    sound(labels, place)
}

/// The same without a look at how names are written: marks of a file may have been given names that nobody would type here.
///
/// # Errors
/// The first thing that is wrong.
pub fn sound(labels: &[LabelDefinition], place: impl Fn(usize, &str) -> String) -> Result<(), Problem> {
    let built_in: BTreeSet<(Layer, String)> = LabelDefinition::built_in().into_iter().map(|label| (label.layer, label.name)).collect();
    let mut keys = BTreeMap::new();
    let mut names = BTreeSet::new();
    for (at, label) in labels.iter().enumerate() {
        let wrong = |field: &str, message: String| Err(Problem::new(place(at, field), message));
        if !is_open(label.layer) {
            return wrong("layer", format!("labels of your own are of the layer entity or code, not {}", label.layer.code()));
        }
        if built_in.contains(&(label.layer, label.name.clone())) {
            return wrong("name", format!("{:?} is a built-in label", label.name));
        }
        if !names.insert((label.layer, label.name.as_str())) {
            return wrong("name", format!("{:?} is there twice", label.name));
        }
        if let Some(key) = label.key {
            if !is_key(key) {
                return wrong("key", format!("{key:?} is no key: a key is one letter or digit"));
            }
            if let Some(other) = keys.insert(key, at) {
                return wrong("key", format!("{:?} has the key {key:?} already", labels[other].name));
            }
        }
    }
    check_parents(labels, place)
}

fn check_parents(labels: &[LabelDefinition], place: impl Fn(usize, &str) -> String) -> Result<(), Problem> {
    for (at, (label, known)) in labels.iter().zip(parents(labels)).enumerate() {
        if let Some(parent) = label.parent.as_ref().filter(|_| known.is_none()) {
            return Err(Problem::new(place(at, "parent"), format!("there is no label {parent:?} in the layer {}", label.layer.code())));
        }
    }
    match circles(labels).first() {
        Some(at) => Err(Problem::new(place(*at, "parent"), "the parents go round in a circle")),
        None => Ok(()),
    }
}

/// What is wrong with how a name is written, if anything is.
#[must_use]
pub fn wrong_name(name: &str) -> Option<String> {
    if name.trim().is_empty() {
        return Some("the name is empty".to_owned());
    }
    if name.trim() != name || name.contains(char::is_control) {
        return Some("a name has no space at its ends and no line break".to_owned());
    }
    (name.chars().nth(LONGEST).is_some()).then(|| format!("the name is longer than {LONGEST} characters"))
}

/// Whether a key can stand for a label: one letter or digit, a letter in its small form.
fn is_key(key: char) -> bool {
    key.is_alphanumeric() && !key.is_uppercase()
}

/// For each label the number of the one that it names as its parent, when there is one.
pub(super) fn parents(labels: &[LabelDefinition]) -> Vec<Option<usize>> {
    let places: BTreeMap<_, usize> = labels.iter().enumerate().map(|(at, label)| ((label.layer, label.name.as_str()), at)).collect();
    labels.iter().map(|label| places.get(&(label.layer, label.parent.as_deref()?)).copied()).collect()
}

/// One label of each circle that parents go round in.
pub(super) fn circles(labels: &[LabelDefinition]) -> Vec<usize> {
    let parents = parents(labels);
    // 0 is not looked at, 1 is on the way that is being looked at, 2 leads to an end.
    let mut seen = vec![0_u8; labels.len()];
    let mut found = Vec::new();
    for start in 0..labels.len() {
        let (mut way, mut next) = (Vec::new(), Some(start));
        while let Some(at) = next.filter(|at| seen[*at] == 0) {
            seen[at] = 1;
            way.push(at);
            next = parents[at];
        }
        found.extend(next.filter(|at| seen[*at] == 1));
        way.into_iter().for_each(|at| seen[at] = 2);
    }
    found
}
