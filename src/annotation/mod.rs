//! The one annotation type: what is marked, who marked it, and what a person decided.

mod definition;
mod label;
mod wikidata;

pub use definition::{Color, LabelDefinition};
pub use label::{EntityKind, LabelName, Layer, QuotationKind, Role};
pub use wikidata::Wikidata;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The number of an annotation within its document; written `a7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AnnotationId(pub u32);

/// The number of an entity within its document; written `e7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// What a mark says, with its payload inside: a menu with a speaker cannot be written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Label {
    /// A block, or furniture inside a block, and its role.
    Structure(Role),
    /// A mention of a named thing.
    Entity(Mention),
    /// What somebody said.
    Quotation(Quotation),
    /// A code of the user's own codebook.
    Code(String),
}

/// A mention of an entity: the name without the title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// What kind of thing is named.
    pub kind: EntityKind,
    /// By name, by description or by pronoun.
    pub form: Form,
    /// Which entity of the document it names.
    pub entity: Option<EntityId>,
    /// For DATE and TIME: the ISO 8601 reading, such as `2025-02-10`, `2025-W07` or `a/b`.
    pub value: Option<String>,
    /// The title before or beside the name ("Defense Secretary"), outside the mention's span.
    pub title: Option<Span>,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// By a name: *Marco Rubio*.
    #[default]
    Name,
    /// By a description: *the governor*.
    Nominal,
    /// By a pronoun: *he*.
    Pronoun,
}

/// What somebody said, and who.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Direct, indirect or mixed.
    pub kind: QuotationKind,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The words that introduce it: *said*, *according to*.
    pub cue: Option<Span>,
    /// The stretches that are word for word, quotation marks included.
    pub verbatim: Vec<Span>,
}

/// Who said something: the words that name the speaker, and the entity they name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// Where the text names the speaker for this quotation, when it does.
    pub span: Option<Span>,
    /// The entity that speaks, when known.
    pub entity: Option<EntityId>,
    /// The speaker as shown: the words of `span`, or a name that a person gave.
    pub text: String,
}

/// One find of the parser, as it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The parts of the text it marks, in order, not overlapping; never empty.
    pub spans: Vec<Span>,
    /// What it says of them.
    pub label: Label,
    /// How likely it is right, 0 to 1.
    pub confidence: f32,
    /// The rule or model that made it: a short dotted name such as `entity.list.country`.
    pub rule: String,
}

/// Who made an annotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// A person.
    Human,
    /// The parser.
    Parser(Finding),
}

/// The rule that finds a deck which the page keeps apart from the article's own text: it is shown as the deck, and is no content.
pub const DECK_APART: &str = "structure.deck.apart";

/// What of a suggestion is kept for ever: enough to tell *accepted as is* from *corrected*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule or model that made it.
    pub rule: String,
    /// How likely it was right, 0 to 1.
    pub confidence: f32,
    /// The label it had.
    pub label: LabelName,
    /// From its first byte to its last.
    pub span: Span,
}

/// What a person decided about an annotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Pending,
    /// It is right, as it is now.
    Accepted,
    /// It is wrong; kept, so that a new parse does not bring it back.
    Rejected,
}

/// A mark on the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its number within the document.
    pub id: AnnotationId,
    /// The parts of the text it marks, in order, not overlapping; never empty.
    pub spans: Vec<Span>,
    /// What it says of them.
    pub label: Label,
    /// Who made it.
    pub origin: Origin,
    /// What a person decided.
    pub decision: Decision,
    /// A person's note; empty for none.
    pub note: String,
    /// Who decided, when known.
    pub author: Option<String>,
    /// When it was made: RFC 3339, UTC.
    pub created: String,
    /// When it was last changed: RFC 3339, UTC.
    pub modified: String,
}

/// A thing that mentions across the document name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its number within the document.
    pub id: EntityId,
    /// Its canonical name: the first full form.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Which item of Wikidata it is, as a person said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<Wikidata>,
}

/// How an annotation stands to what the parser suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Suggested, not decided.
    Undecided,
    /// Suggested and accepted unchanged.
    AcceptedAsIs,
    /// Suggested, and accepted with another label or other ends.
    Corrected,
    /// Suggested and rejected.
    Rejected,
    /// Not suggested: a person marked it.
    Missed,
}

impl Label {
    /// The label without its payload.
    #[must_use]
    pub fn name(&self) -> LabelName {
        match self {
            Self::Structure(role) => LabelName::Structure(*role),
            Self::Entity(mention) => LabelName::Entity(mention.kind.clone()),
            Self::Quotation(quotation) => LabelName::Quotation(quotation.kind),
            Self::Code(code) => LabelName::Code(code.clone()),
        }
    }

    /// The layer it belongs to.
    #[must_use]
    pub fn layer(&self) -> Layer {
        self.name().layer()
    }

    /// The mention inside, if it is one.
    #[must_use]
    pub fn mention(&self) -> Option<&Mention> {
        match self {
            Self::Entity(mention) => Some(mention),
            _ => None,
        }
    }

    /// The quotation inside, if it is one.
    #[must_use]
    pub fn quotation(&self) -> Option<&Quotation> {
        match self {
            Self::Quotation(quotation) => Some(quotation),
            _ => None,
        }
    }
}

impl Entity {
    /// An entity of which no more is known.
    #[must_use]
    pub fn new(id: EntityId, name: impl Into<String>, kind: EntityKind) -> Self {
        Self { id, name: name.into(), kind, wikidata: None }
    }
}

impl Mention {
    /// A mention by name that is linked to nothing yet.
    #[must_use]
    pub fn named(kind: EntityKind) -> Self {
        Self { kind, form: Form::Name, entity: None, value: None, title: None }
    }
}

impl Suggestion {
    /// A suggestion for one stretch of the text.
    #[must_use]
    pub fn new(span: Span, label: Label, confidence: f32, rule: &str) -> Self {
        Self { spans: vec![span], label, confidence, rule: rule.to_owned() }
    }

    /// From its first byte to its last.
    #[must_use]
    pub fn extent(&self) -> Span {
        extent(&self.spans)
    }
}

impl Annotation {
    /// From its first byte to its last.
    #[must_use]
    pub fn extent(&self) -> Span {
        extent(&self.spans)
    }

    /// Whether the parser found it to be a deck that the page keeps apart from the text.
    #[must_use]
    pub fn is_deck_apart(&self) -> bool {
        matches!(&self.origin, Origin::Parser(finding) if finding.rule == DECK_APART)
    }

    /// The layer it belongs to.
    #[must_use]
    pub fn layer(&self) -> Layer {
        self.label.layer()
    }

    /// The parser's confidence; `None` for a person's own mark.
    #[must_use]
    pub fn confidence(&self) -> Option<f32> {
        match &self.origin {
            Origin::Human => None,
            Origin::Parser(finding) => Some(finding.confidence),
        }
    }

    /// How it stands to what the parser suggested.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match (&self.origin, self.decision) {
            (_, Decision::Rejected) => Outcome::Rejected,
            (Origin::Human, _) => Outcome::Missed,
            (Origin::Parser(_), Decision::Pending) => Outcome::Undecided,
            (Origin::Parser(finding), Decision::Accepted) => {
                if finding.label == self.label.name() && finding.span == self.extent() {
                    Outcome::AcceptedAsIs
                } else {
                    Outcome::Corrected
                }
            }
        }
    }
}

/// From the first byte of the first span to the last of the last.
fn extent(spans: &[Span]) -> Span {
    let mut spans = spans.iter().copied();
    let first = spans.next().unwrap_or_default();
    spans.fold(first, Span::cover)
}
