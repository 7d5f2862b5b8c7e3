//! Who and what is named: each entity with its mentions.

use crate::annotation::{Annotation, AnnotationId, Decision, EntityId, EntityKind, Form, Layer, Wikidata};
use crate::document::Document;
use crate::text::fold::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// An entity as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The entity.
    pub id: EntityId,
    /// Its canonical name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its standing mentions by name, in the order of the text.
    pub mentions: Vec<AnnotationId>,
    /// How many of them a person has decided.
    pub decided: usize,
    /// The byte at which it is first mentioned by name.
    pub first: u32,
    /// The titles that stand beside its mentions ("Defense Secretary"), each once, the first first; at most [`ROLES`].
    pub roles: Vec<String>,
    /// Which item of Wikidata it is.
    pub wikidata: Option<Wikidata>,
}

/// How many titles of one person are kept.
pub const ROLES: usize = 3;

/// Which names are listed, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Only names or titles with these words, without regard to case and typography.
    pub words: String,
    /// Only names of this kind.
    pub kind: Option<EntityKind>,
    /// In this order.
    pub order: Order,
}

/// In which order names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most mentioned first.
    #[default]
    Mentions,
    /// By the alphabet.
    Alphabet,
    /// As they first appear in the text.
    Appearance,
}

/// The names that are sought.
#[must_use]
pub fn arranged(names: &[Name], sought: &Sought) -> Vec<EntityId> {
    let words = fold(sought.words.trim());
    let holds = |name: &&Name| fold(&name.name).contains(&words) || name.roles.iter().any(|role| fold(role).contains(&words));
    let is_of_kind = |name: &&Name| sought.kind.as_ref().is_none_or(|kind| *kind == name.kind);
    let mut kept: Vec<&Name> = names.iter().filter(is_of_kind).filter(holds).collect();
    match sought.order {
        Order::Mentions => kept.sort_by_key(|name| (Reverse(name.mentions.len()), name.first)),
        Order::Alphabet => kept.sort_by_cached_key(|name| (fold(&name.name), name.first)),
        Order::Appearance => kept.sort_by_key(|name| name.first),
    }
    kept.into_iter().map(|name| name.id).collect()
}

/// How many names there are of each kind, the kinds in the order in which they are offered.
#[must_use]
pub fn kinds(names: &[Name]) -> Vec<(EntityKind, usize)> {
    let mut counts: BTreeMap<&EntityKind, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(&name.kind).or_default() += 1;
    }
    let mut kinds: Vec<(EntityKind, usize)> = counts.into_iter().map(|(kind, count)| (kind.clone(), count)).collect();
    let place = |kind: &EntityKind| EntityKind::ALL.iter().position(|one| one == kind).unwrap_or(usize::MAX);
    kinds.sort_by_key(|(kind, _)| place(kind));
    kinds
}

/// The names that may well be the same as that of `id`, the most mentioned first: they share a word with it, or one is the initials of the other.
#[must_use]
pub fn alike(names: &[Name], id: EntityId) -> Vec<EntityId> {
    let Some(name) = names.iter().find(|name| name.id == id) else { return Vec::new() };
    let (words, initials) = (words(&name.name), initials(&name.name));
    let is_alike = |other: &&Name| {
        let theirs = self::words(&other.name);
        other.id != id && (!words.is_disjoint(&theirs) || theirs.contains(&initials) || words.contains(&self::initials(&other.name)))
    };
    let mut alike: Vec<&Name> = names.iter().filter(is_alike).collect();
    alike.sort_by_key(|other| (other.kind != name.kind, Reverse(other.mentions.len()), other.first));
    alike.into_iter().map(|other| other.id).collect()
}

/// The words of a name that say something, folded.
fn words(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        1 < word.chars().count()
            && !matches!(
                *word,
                "the" | "and" | "of" | "de" | "van" | "von" | "der" | "la" | "al" | "el" | "in" | "for" | "du" | "di" | "da"
            )
    });
    words.map(str::to_owned).collect()
}

/// The first letters of a name's capitalised words, folded: "eu" for "European Union". Empty for fewer than two.
fn initials(name: &str) -> String {
    let letters: String =
        name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect();
    if letters.chars().nth(1).is_some() { fold(&letters) } else { String::new() }
}

/// All standing mentions of an entity, names and others, in the order of the text.
#[must_use]
pub fn all_mentions(document: &Document, entity: EntityId) -> Vec<AnnotationId> {
    in_order(document.mentions(entity))
}

fn in_order<'a>(mentions: impl Iterator<Item = &'a Annotation>) -> Vec<AnnotationId> {
    let mut mentions: Vec<_> = mentions.map(|one| (one.extent(), one.id)).collect();
    mentions.sort_unstable();
    mentions.into_iter().map(|(_, id)| id).collect()
}

/// The standing mentions of an entity that are no names (*he*, *the governor*), in the order of the text.
#[must_use]
pub fn other_mentions(document: &Document, entity: EntityId) -> Vec<AnnotationId> {
    in_order(document.mentions(entity).filter(|one| one.label.mention().is_some_and(|mention| mention.form != Form::Name)))
}

/// The entities with at least one standing mention by name, the most mentioned first, then by first mention.
#[must_use]
pub fn names(document: &Document) -> Vec<Name> {
    let mut grouped: BTreeMap<EntityId, Vec<(u32, AnnotationId, Decision)>> = BTreeMap::new();
    for annotation in document.standing(Layer::Entity) {
        if let Some(mention) = annotation.label.mention().filter(|mention| mention.form == Form::Name)
            && let Some(entity) = mention.entity
        {
            grouped.entry(entity).or_default().push((annotation.extent().start, annotation.id, annotation.decision));
        }
    }
    let mut listed: Vec<Name> = grouped.into_iter().filter_map(|(id, mentions)| listed(document, id, mentions)).collect();
    listed.sort_by_key(|name| (Reverse(name.mentions.len()), name.first));
    listed
}

fn listed(document: &Document, id: EntityId, mut mentions: Vec<(u32, AnnotationId, Decision)>) -> Option<Name> {
    let entity = document.entities.get(&id)?;
    mentions.sort_unstable_by_key(|(start, id, _)| (*start, *id));
    let decided = mentions.iter().filter(|(_, _, decision)| *decision != Decision::Pending).count();
    let first = mentions.first()?.0;
    let mentions: Vec<AnnotationId> = mentions.into_iter().map(|(_, id, _)| id).collect();
    let roles = roles(document, &mentions);
    Some(Name { id, name: entity.name.clone(), kind: entity.kind.clone(), mentions, decided, first, roles, wikidata: entity.wikidata })
}

/// The titles beside these mentions, each once.
fn roles(document: &Document, mentions: &[AnnotationId]) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    let titles = mentions.iter().filter_map(|id| document.annotations.get(id)?.label.mention()?.title);
    for title in titles.map(|span| super::one_line(document.words(span))) {
        if roles.len() < ROLES && !is_address(&title) && !roles.iter().any(|role| fold(role) == fold(&title)) {
            roles.push(title);
        }
    }
    roles
}

/// Forms of address say nothing of what somebody is.
fn is_address(title: &str) -> bool {
    const ADDRESSES: [&str; 14] =
        ["mr", "mrs", "ms", "miss", "mx", "sir", "madam", "herr", "frau", "monsieur", "madame", "señor", "señora", "mme"];
    ADDRESSES.contains(&fold(title.trim_end_matches('.')).as_str())
}

/// The title by which `entity` is introduced first: "Defense Secretary".
#[must_use]
pub fn role(document: &Document, entity: EntityId) -> Option<String> {
    roles(document, &in_order(document.mentions(entity))).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing::document;

    #[test]
    fn the_most_mentioned_comes_first() {
        let names = names(&document());
        let seen: Vec<_> = names.iter().map(|name| (name.name.as_str(), name.mentions.len())).collect();
        assert_eq!(seen, [("Marco Rubio", 2), ("Ana Díaz", 1)]);
    }

    #[test]
    fn names_are_arranged_and_searched() {
        let names = names(&document());
        let check = |words: &str, order, expected: &[u32]| {
            let sought = Sought { words: words.to_owned(), kind: None, order };
            assert_eq!(arranged(&names, &sought).iter().map(|id| id.0).collect::<Vec<_>>(), expected);
        };
        check("", Order::Mentions, &[1, 2]);
        check("", Order::Alphabet, &[2, 1]);
        check("", Order::Appearance, &[1, 2]);
        check("DÍAZ ", Order::Mentions, &[2]);
        check("nobody", Order::Mentions, &[]);
        let of_kind = |kind| arranged(&names, &Sought { kind: Some(kind), ..Sought::default() }).len();
        assert_eq!((of_kind(EntityKind::Person), of_kind(EntityKind::Gpe)), (2, 0));
        assert_eq!(kinds(&names), [(EntityKind::Person, 2)]);
    }

    #[test]
    fn names_that_share_a_word_or_are_initials_are_alike() {
        let name = |id, name: &str, kind| Name {
            id: EntityId(id),
            name: name.to_owned(),
            kind,
            mentions: Vec::new(),
            decided: 0,
            first: id,
            roles: Vec::new(),
            wikidata: None,
        };
        let names = [
            name(1, "Donald Trump", EntityKind::Person),
            name(2, "Trump Organization", EntityKind::Org),
            name(3, "Ivanka Trump", EntityKind::Person),
            name(4, "EU", EntityKind::Org),
            name(5, "European Union", EntityKind::Org),
            name(6, "Bank of Norway", EntityKind::Org),
        ];
        let check = |id, expected: &[u32]| {
            assert_eq!(alike(&names, EntityId(id)).iter().map(|id| id.0).collect::<Vec<_>>(), expected);
        };
        check(1, &[3, 2]);
        check(4, &[5]);
        check(5, &[4]);
        check(6, &[]);
    }

    #[test]
    fn titles_are_told_once_and_forms_of_address_never() {
        let mut document = document();
        let title = |document: &mut Document, id, words| {
            if let Some(crate::annotation::Label::Entity(mention)) =
                document.annotations.get_mut(&AnnotationId(id)).map(|one| &mut one.label)
            {
                mention.title = Some(crate::document::testing::span(words));
            }
        };
        title(&mut document, 4, "resume");
        title(&mut document, 6, "resume");
        assert_eq!(names(&document)[0].roles, ["resume"]);
        assert_eq!(role(&document, EntityId(1)).as_deref(), Some("resume"));
        assert!(is_address("Mr.") && is_address("Frau") && !is_address("Senator"));
    }

    #[test]
    fn pronouns_are_mentions_but_no_names() {
        let mut document = document();
        let rubio = document.annotations.get_mut(&AnnotationId(6)).expect("it is there");
        if let crate::annotation::Label::Entity(mention) = &mut rubio.label {
            mention.form = Form::Pronoun;
        }
        assert_eq!(other_mentions(&document, EntityId(1)), [AnnotationId(6)]);
        assert_eq!(names(&document)[0].mentions, [AnnotationId(4)]);
    }
}
