//! A label as it is offered and written into files: its name, and what the codebook says of it.

use super::{EntityKind, LabelName, Layer, QuotationKind, Role};
use serde::{Deserialize, Serialize};

/// A label as it is offered and written into files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelDefinition {
    /// The layer it belongs to.
    pub layer: Layer,
    /// The name in files.
    pub name: String,
    /// The name on the page.
    pub title: String,
    /// The colour of a label of the user's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub color: Option<Color>,
    /// The key that gives it to selected words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub key: Option<char>,
    /// When it applies, for whoever codes; empty for none.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub description: String,
    /// The name of the label of the same layer that it is a kind of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parent: Option<String>,
}

/// A colour for labels of the user's own. The eight differ in lightness or hue for every kind of colour vision, and each comes with
/// a line of its own; the page's style sheet has the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    /// Blue.
    Blue,
    /// Orange.
    Orange,
    /// Green.
    Green,
    /// Pink.
    Pink,
    /// Teal.
    Teal,
    /// Ochre.
    Ochre,
    /// Brick red.
    Brick,
    /// Slate grey.
    Slate,
}

impl Color {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [Self::Blue, Self::Orange, Self::Green, Self::Pink, Self::Teal, Self::Ochre, Self::Brick, Self::Slate];

    /// The name in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Pink => "pink",
            Self::Teal => "teal",
            Self::Ochre => "ochre",
            Self::Brick => "brick",
            Self::Slate => "slate",
        }
    }

    /// The one that files call `code`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|color| color.code() == code)
    }
}

impl LabelDefinition {
    /// The built-in labels of every layer, in the order in which they are offered.
    #[must_use]
    pub fn built_in() -> Vec<Self> {
        let roles = Role::ALL.iter().copied().map(LabelName::Structure);
        let kinds = EntityKind::ALL.iter().cloned().map(LabelName::Entity);
        let quotations = QuotationKind::ALL.iter().copied().map(LabelName::Quotation);
        roles.chain(kinds).chain(quotations).map(|label| Self::of(&label)).collect()
    }

    /// The definition of one label, of which nothing but its name is known.
    #[must_use]
    pub fn of(label: &LabelName) -> Self {
        let (layer, name, title) = (label.layer(), label.code().to_owned(), label.title().to_owned());
        Self { layer, name, title, color: None, key: None, description: String::new(), parent: None }
    }

    /// The label that it defines; `None` where the layer's labels are fixed and this is none of them.
    #[must_use]
    pub fn label(&self) -> Option<LabelName> {
        LabelName::from_code(self.layer, &self.name)
    }

    /// Whether it and `other` define the same label.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.layer == other.layer && self.name == other.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_files_are_read_back() {
        for definition in LabelDefinition::built_in() {
            let label = LabelName::from_code(definition.layer, &definition.name).expect("a built-in label");
            assert_eq!(LabelDefinition::of(&label), definition);
            assert_eq!(definition.label(), Some(label));
        }
        assert_eq!(LabelName::from_code(Layer::Structure, "nonsense"), None);
    }

    #[test]
    fn colours_are_read_back() {
        assert!(Color::ALL.into_iter().all(|color| Color::from_code(color.code()) == Some(color)));
        assert_eq!(Color::from_code("mauve"), None);
    }
}
