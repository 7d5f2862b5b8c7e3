//! The sorts of names that rules and model tell apart.

use crate::annotation::EntityKind;

/// The sorts of names. The rules know all but the last; the model knows the last, too, and it is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
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

impl Sort {
    /// Those that are shown.
    pub const SHOWN: [Self; 10] =
        [Self::Person, Self::Org, Self::Gpe, Self::Loc, Self::Fac, Self::Norp, Self::Event, Self::Work, Self::Product, Self::Law];

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
