//! The layers and the labels in each, with the names they have in files and on the page.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The kinds of mark. Layers never exclude one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Every block, and furniture inside a block.
    Structure,
    /// Mentions of named things.
    Entity,
    /// What somebody said.
    Quotation,
    /// The user's own codebook.
    Code,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal, $title:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in files.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The name on the page, in lower case.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// The one whose name in files is `code`.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

named! {
    /// What a block, or a piece of one, is for.
    Role {
        /// The story's title.
        Headline = "headline", "headline";
        /// The summary under the title (standfirst).
        Deck = "deck", "deck";
        /// The short line above the title.
        Kicker = "kicker", "kicker";
        /// Who wrote it.
        Byline = "byline", "byline";
        /// Where it was filed from.
        Dateline = "dateline", "dateline";
        /// When it was published or changed.
        Timestamp = "timestamp", "timestamp";
        /// The words under a picture.
        Caption = "caption", "caption";
        /// Who made a picture, or who else reported.
        Credit = "credit", "credit";
        /// A title inside the story.
        Subhead = "subhead", "subhead";
        /// Running text.
        Paragraph = "paragraph", "paragraph";
        /// An item of a list in the story.
        ListItem = "list-item", "list item";
        /// A quotation lifted out and set large.
        PullQuote = "pull-quote", "pull quote";
        /// A table, or a row of one.
        Table = "table", "table";
        /// Menus, breadcrumbs, section names.
        Navigation = "navigation", "navigation";
        /// Links to other stories.
        Related = "related", "related";
        /// Buttons to pass it on.
        Share = "share", "share";
        /// Invitations to subscribe or sign up.
        Newsletter = "newsletter", "newsletter";
        /// Advertising and its markers.
        Advertisement = "advertisement", "advertisement";
        /// Star ratings, polls and votes.
        Rating = "rating", "rating";
        /// Readers' comments and what surrounds them.
        Comments = "comments", "comments";
        /// Cookie and consent notices.
        Consent = "consent", "consent";
        /// Copyright, terms, disclaimers, corrections policy.
        Legal = "legal", "legal";
        /// The title or another line again.
        Repeat = "repeat", "repeat";
        /// Furniture of no other kind.
        Other = "other", "other furniture";
    }
}

named! {
    /// How much of a quotation is word for word.
    QuotationKind {
        /// All of it stands between quotation marks.
        Direct = "direct", "direct";
        /// A reported clause with some words in quotation marks.
        Mixed = "mixed", "partial";
        /// No quotation marks.
        Indirect = "indirect", "indirect";
    }
}

impl Role {
    /// Whether a block with this role belongs to the article's own text.
    #[must_use]
    pub fn is_content(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::Subhead | Self::Deck | Self::PullQuote | Self::Table)
    }

    /// Whether it is page furniture: neither the article's own text nor what presents it (headline, byline, caption, …).
    #[must_use]
    pub fn is_furniture(self) -> bool {
        Self::Navigation <= self
    }
}

/// What kind of thing a mention names: the OntoNotes types, or the user's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// People, also invented ones.
    Person,
    /// Companies, agencies, institutions, parties, teams.
    Org,
    /// Countries, states, cities: places that act.
    Gpe,
    /// Other places: mountains, rivers, regions.
    Loc,
    /// Buildings, airports, roads, bridges.
    Fac,
    /// Nationalities, religious and political groups.
    Norp,
    /// Wars, storms, matches, conferences.
    Event,
    /// Books, films, songs, programmes.
    Work,
    /// Things made: vehicles, weapons, software.
    Product,
    /// Laws, treaties and cases.
    Law,
    /// Days and longer.
    Date,
    /// Shorter than a day.
    Time,
    /// Sums with their currency.
    Money,
    /// Shares with their sign or word.
    Percent,
    /// Measures with their unit.
    Quantity,
    /// *First*, *third*.
    Ordinal,
    /// Numbers of no other type.
    Cardinal,
    /// A label of the user's own.
    Own(String),
}

impl EntityKind {
    /// The built-in ones, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Person,
        Self::Org,
        Self::Gpe,
        Self::Norp,
        Self::Event,
        Self::Work,
        Self::Date,
        Self::Loc,
        Self::Fac,
        Self::Product,
        Self::Law,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Ordinal,
        Self::Cardinal,
    ];

    /// The name in files: OntoNotes' for the built-in ones.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Person => "PERSON",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Fac => "FAC",
            Self::Norp => "NORP",
            Self::Event => "EVENT",
            Self::Work => "WORK",
            Self::Product => "PRODUCT",
            Self::Law => "LAW",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Money => "MONEY",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
            Self::Ordinal => "ORDINAL",
            Self::Cardinal => "CARDINAL",
            Self::Own(name) => name,
        }
    }

    /// The name on the page, in lower case (the user's own as given).
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Org => "organisation",
            Self::Gpe => "place",
            Self::Loc => "location",
            Self::Fac => "facility",
            Self::Norp => "group",
            Self::Event => "event",
            Self::Work => "work",
            Self::Product => "product",
            Self::Law => "law",
            Self::Date => "date",
            Self::Time => "time",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Quantity => "quantity",
            Self::Ordinal => "ordinal",
            Self::Cardinal => "number",
            Self::Own(name) => name,
        }
    }

    /// Whether mentions of this kind are linked to entities: names are, dates and numbers are not.
    #[must_use]
    pub fn is_linked(&self) -> bool {
        use EntityKind as Kind;
        !matches!(self, Kind::Date | Kind::Time | Kind::Money | Kind::Percent | Kind::Quantity | Kind::Ordinal | Kind::Cardinal)
    }

    /// The one whose name in files is `code`; any other name is the user's own label.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.iter().find(|kind| kind.code() == code).cloned().unwrap_or_else(|| Self::Own(code.to_owned()))
    }
}

/// A label without its payload: what a person picks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LabelName {
    /// A role of a block.
    Structure(Role),
    /// A kind of entity.
    Entity(EntityKind),
    /// A kind of quotation.
    Quotation(QuotationKind),
    /// A code of the user's own.
    Code(String),
}

impl LabelName {
    /// The layer it belongs to.
    #[must_use]
    pub fn layer(&self) -> Layer {
        match self {
            Self::Structure(_) => Layer::Structure,
            Self::Entity(_) => Layer::Entity,
            Self::Quotation(_) => Layer::Quotation,
            Self::Code(_) => Layer::Code,
        }
    }

    /// The name in files.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Structure(role) => role.code(),
            Self::Entity(kind) => kind.code(),
            Self::Quotation(kind) => kind.code(),
            Self::Code(code) => code,
        }
    }

    /// The name on the page.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Structure(role) => role.title(),
            Self::Entity(kind) => kind.title(),
            Self::Quotation(kind) => kind.title(),
            Self::Code(code) => code,
        }
    }

    /// The label that `layer` calls `code` in files; `None` where the layer's labels are fixed and `code` is none of them.
    #[must_use]
    pub fn from_code(layer: Layer, code: &str) -> Option<Self> {
        match layer {
            Layer::Structure => Role::from_code(code).map(Self::Structure),
            Layer::Quotation => QuotationKind::from_code(code).map(Self::Quotation),
            Layer::Entity => (!code.is_empty()).then(|| Self::Entity(EntityKind::from_code(code))),
            Layer::Code => (!code.is_empty()).then(|| Self::Code(code.to_owned())),
        }
    }
}

impl Layer {
    /// All of them, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[Self::Structure, Self::Entity, Self::Quotation, Self::Code];

    /// The name in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Entity => "entity",
            Self::Quotation => "quotation",
            Self::Code => "code",
        }
    }
}

impl fmt::Display for LabelName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.title())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_content_or_furniture_or_neither() {
        assert!(Role::Paragraph.is_content() && !Role::Paragraph.is_furniture());
        assert!(!Role::Headline.is_content() && !Role::Headline.is_furniture());
        assert!(!Role::Navigation.is_content() && Role::Other.is_furniture());
    }
}
