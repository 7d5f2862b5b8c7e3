//! The tags that the model gives to words: outside, or at the beginning of or inside a name of some type.

use crate::detect::entity::sort::Sort;

/// How many types there are.
pub const TYPES: usize = 11;
/// How many tags there are: outside, and two a type.
pub const TAGS: usize = 2 * TYPES + 1;
/// The tag of words outside any name.
pub const OUTSIDE: usize = 0;

/// The sorts that the model knows, in the order of their tags.
pub const ALL: [Sort; TYPES] =
    [Sort::Person, Sort::Org, Sort::Gpe, Sort::Loc, Sort::Fac, Sort::Norp, Sort::Event, Sort::Work, Sort::Product, Sort::Law, Sort::Misc];

impl Sort {
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
}

/// The type that `tag` stands for.
#[must_use]
pub fn type_of(tag: usize) -> Option<Sort> {
    tag.checked_sub(1).and_then(|tag| ALL.get(tag / 2).copied())
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
        let (person, org) = (Sort::Person, Sort::Org);
        assert!(may_follow(person.begin(), person.inside()) && may_follow(person.inside(), person.inside()));
        assert!(may_follow(person.inside(), org.begin()) && may_follow(OUTSIDE, OUTSIDE));
        assert!(!may_follow(OUTSIDE, person.inside()) && !may_follow(org.begin(), person.inside()));
        assert_eq!(type_of(org.inside()), Some(org));
        assert_eq!(type_of(OUTSIDE), None);
    }
}
