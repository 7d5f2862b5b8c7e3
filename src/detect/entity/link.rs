//! Which mentions name the same thing.

use super::alias;
use super::key::key;
use crate::annotation::{Entity, EntityId, EntityKind, Mention, Suggestion};
use std::collections::BTreeMap;

/// How far words may stand apart in the table of parts of names: longer names are not taken apart further.
const LONGEST: usize = 6;

/// Names of the same family are linked with each other only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Person,
    Place,
    Group,
    Thing,
}

/// A thing named in the document.
#[derive(Debug)]
struct Named {
    name: String,
    kind: EntityKind,
    family: Family,
    words: usize,
    first: usize,
}

/// The links so far.
#[derive(Debug, Default)]
struct Links {
    things: Vec<Named>,
    /// By the key of a whole name.
    whole: BTreeMap<(Family, String), usize>,
    /// By the key of a part of a name: the things that have it, in the order of the text.
    parts: BTreeMap<(Family, String), Vec<usize>>,
    /// For each mention the thing it names.
    of: Vec<Option<usize>>,
}

/// Links `mentions`, gives each named one its entity, and lists the entities in the order of first mention.
pub(super) fn link(text: &str, mentions: &mut [Suggestion]) -> Vec<Entity> {
    let mut links = Links { of: vec![None; mentions.len()], ..Links::default() };
    // Full names first, so that a surname finds its person wherever it stands.
    for short in [false, true] {
        for (at, suggestion) in mentions.iter().enumerate() {
            let Some((mention, family)) = linkable(suggestion) else { continue };
            let words = suggestion.extent().of(text);
            if is_short(words, family) == short {
                links.add(text, at, words, mention, family, mentions);
            }
        }
    }
    links.finish(mentions)
}

fn linkable(suggestion: &Suggestion) -> Option<(&Mention, Family)> {
    let mention = suggestion.label.mention()?;
    let family = match mention.kind {
        EntityKind::Person => Family::Person,
        EntityKind::Gpe | EntityKind::Loc => Family::Place,
        EntityKind::Norp => Family::Group,
        EntityKind::Org | EntityKind::Fac | EntityKind::Event | EntityKind::Work | EntityKind::Product | EntityKind::Law => Family::Thing,
        _ => return None,
    };
    Some((mention, family))
}

/// Whether `words` may be part of a fuller name.
fn is_short(words: &str, family: Family) -> bool {
    matches!(family, Family::Person | Family::Thing) && !words.contains(' ')
}

impl Links {
    fn add(&mut self, text: &str, at: usize, words: &str, mention: &Mention, family: Family, mentions: &[Suggestion]) {
        let key = name_key(words, family);
        let found = self.whole.get(&(family, key.clone())).copied();
        let found = found.or_else(|| self.partly(&key, family, at)).or_else(|| self.bracketed(text, at, &key, family, mentions));
        let thing = found.unwrap_or_else(|| self.create(words, mention, family, &key, at));
        self.of[at] = Some(thing);
        self.whole.entry((family, key)).or_insert(thing);
        let named = &mut self.things[thing];
        named.first = named.first.min(at);
        if is_shouted(&named.name) && named.name.len() == words.len() && !is_shouted(words) {
            // A dateline in capitals is no name to list a place by.
            words.clone_into(&mut named.name);
        }
    }

    /// The fuller name that `key` is part of: the last one named before, or else the first one after.
    fn partly(&self, key: &str, family: Family, at: usize) -> Option<usize> {
        let things = self.parts.get(&(family, key.to_owned()))?;
        let before = things.iter().rev().find(|thing| self.things[**thing].first < at);
        before.or(things.first()).copied()
    }

    /// The long form right before the acronym at `at` in brackets, when its initials fit.
    fn bracketed(&self, text: &str, at: usize, key: &str, family: Family, mentions: &[Suggestion]) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let gap = text.get(mentions[before].extent().to()..mentions[at].extent().from())?;
        let fits = matches!(family, Family::Thing) && matches!(gap.trim(), "(" | "(“" | "(\"" | "(the") && gap.len() < 8;
        let first = mentions[before].extent().of(text).chars().next().map(|first| first.to_lowercase().to_string())?;
        if fits && key.starts_with(&first) { self.of[before] } else { None }
    }

    fn create(&mut self, words: &str, mention: &Mention, family: Family, key: &str, at: usize) -> usize {
        let thing = self.things.len();
        self.things.push(Named { name: words.to_owned(), kind: mention.kind.clone(), family, words: words.split(' ').count(), first: at });
        for part in parts_of(key, family) {
            let things = self.parts.entry((family, part)).or_default();
            // A name shared by many is known well enough by its last few bearers.
            if things.len() < 8 {
                things.push(thing);
            }
        }
        thing
    }

    fn finish(self, mentions: &mut [Suggestion]) -> Vec<Entity> {
        let mut ids: Vec<Option<EntityId>> = vec![None; self.things.len()];
        let mut entities = Vec::new();
        for (suggestion, thing) in mentions.iter_mut().zip(&self.of) {
            let (Some(thing), crate::annotation::Label::Entity(mention)) = (thing, &mut suggestion.label) else { continue };
            let id = *ids[*thing].get_or_insert_with(|| {
                let id = EntityId(u32::try_from(entities.len()).unwrap_or(u32::MAX).saturating_add(1));
                let named = &self.things[*thing];
                let name = alias::full_name(&key(&named.name)).filter(|_| named.words == 1).map_or(named.name.clone(), str::to_owned);
                entities.push(Entity::new(id, name, named.kind.clone()));
                id
            });
            mention.entity = Some(id);
        }
        debug_assert!(self.things.iter().all(|thing| thing.family <= Family::Thing));
        entities
    }
}

/// Whether `name` stands in capitals only.
fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// The key of a whole name: other names replaced by the full one, plurals of peoples by the singular.
fn name_key(words: &str, family: Family) -> String {
    let plain = key(words);
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match family {
        Family::Place | Family::Thing => alias::full_name(&plain).map_or(plain, |full| key(full).into_owned()),
        Family::Group => plain.strip_suffix('s').filter(|stem| 4 < stem.len() && !stem.ends_with('s')).map(str::to_owned).unwrap_or(plain),
        Family::Person => plain,
    }
}

/// The parts of a name by which it is called again: for a person every run of words that ends with the last, the first name and each word;
/// for an organisation its first words and its initials.
fn parts_of(key: &str, family: Family) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').take(LONGEST).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    match family {
        Family::Person => {
            let mut parts: Vec<String> = (1..words.len()).map(|start| words[start..].join(" ")).collect();
            parts.push(words[0].to_owned());
            if 2 < words.len() {
                parts.push(format!("{} {}", words[0], words[words.len() - 1]));
                parts.extend(words[1..words.len() - 1].iter().filter(|word| 3 < word.len()).map(|word| (*word).to_owned()));
            }
            parts
        }
        Family::Thing => {
            let mut parts: Vec<String> = (1..words.len()).map(|end| words[..end].join(" ")).collect();
            parts.push(initials(key));
            parts
        }
        Family::Place | Family::Group => Vec::new(),
    }
}

/// The first letters of the words of `key`, without small words.
pub(super) fn initials(key: &str) -> String {
    key.split([' ', '-'])
        .filter(|word| !matches!(*word, "of" | "the" | "for" | "and" | "on" | "in" | "&"))
        .filter_map(|word| word.chars().next())
        .collect()
}
