//! The tags that the model gives to words: outside, or at the beginning of or inside a name of some type.

use crate::annotation::EntityKind;

/// The types of names that the model knows; `Misc` is a name of no type that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// A person.
    Person,
    /// An organisation.
    Org,
    /// A place that acts.
    Gpe,
    /// Another place.
    Loc,
    /// A building or a road.
    Fac,
    /// A nationality, a religious or political group.
    Norp,
    /// An event.
    Event,
    /// A work.
    Work,
    /// A product.
    Product,
    /// A law.
    Law,
    /// Anything else that is written like a name: a language, an award, a disease.
    Misc,
}

/// How many types there are.
pub const TYPES: usize = 11;
/// How many tags there are: outside, and two a type.
pub const TAGS: usize = 2 * TYPES + 1;
/// The tag of words outside any name.
pub const OUTSIDE: usize = 0;

impl Type {
    /// All of them, in the order of their tags.
    pub const ALL: [Self; TYPES] = [
        Self::Person,
        Self::Org,
        Self::Gpe,
        Self::Loc,
        Self::Fac,
        Self::Norp,
        Self::Event,
        Self::Work,
        Self::Product,
        Self::Law,
        Self::Misc,
    ];

    /// The tag of the first word of a name of this type.
    #[must_use]
    pub fn begin(self) -> usize {
        1 + 2 * self as usize
    }

    /// The tag of the further words of a name of this type.
    #[must_use]
    pub fn inside(self) -> usize {
        2 + 2 * self as usize
    }

    /// The label that it becomes, if it is shown at all.
    #[must_use]
    pub fn kind(self) -> Option<EntityKind> {
        Some(match self {
            Self::Person => EntityKind::Person,
            Self::Org => EntityKind::Org,
            Self::Gpe => EntityKind::Gpe,
            Self::Loc => EntityKind::Loc,
            Self::Fac => EntityKind::Fac,
            Self::Norp => EntityKind::Norp,
            Self::Event => EntityKind::Event,
            Self::Work => EntityKind::Work,
            Self::Product => EntityKind::Product,
            Self::Law => EntityKind::Law,
            Self::Misc => return None,
        })
    }
}

/// The type that `tag` stands for.
#[must_use]
pub fn type_of(tag: usize) -> Option<Type> {
    tag.checked_sub(1).and_then(|tag| Type::ALL.get(tag / 2).copied())
}

/// Whether `tag` is that of a further word of a name.
#[must_use]
pub fn is_inside(tag: usize) -> bool {
    tag != OUTSIDE && tag.is_multiple_of(2)
}

/// Whether `next` may follow `tag`: a name goes on only with its own type.
#[must_use]
pub fn may_follow(tag: usize, next: usize) -> bool {
    !is_inside(next) || tag == next || tag + 1 == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on_only_with_their_own_type() {
        let (person, org) = (Type::Person, Type::Org);
        assert!(may_follow(person.begin(), person.inside()) && may_follow(person.inside(), person.inside()));
        assert!(may_follow(person.inside(), org.begin()) && may_follow(OUTSIDE, OUTSIDE));
        assert!(!may_follow(OUTSIDE, person.inside()) && !may_follow(org.begin(), person.inside()));
        assert_eq!(type_of(org.inside()), Some(org));
        assert_eq!(type_of(OUTSIDE), None);
    }
}
