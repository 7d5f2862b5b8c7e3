//! How labels, marks and reasons are put into words, and which hue stands for which label.

use galley_engine::annotation::{
    Annotation, Color, Decision, EntityKind, Form, Label, LabelDefinition, LabelName, Layer, Origin, QuotationKind, Role,
};
use galley_engine::codebook::outline;
use galley_engine::detect::{entity, quotation};
use galley_engine::document::Document;

/// The hue of a label; `tokens.css` gives its colour. Four hues for names: what else tells them apart is underline and tag.
pub(crate) fn hue(label: &LabelName) -> &'static str {
    match label {
        LabelName::Quotation(_) => "quote",
        LabelName::Structure(_) => "structure",
        LabelName::Code(_) => "own",
        LabelName::Entity(kind) => match kind {
            EntityKind::Person | EntityKind::Norp => "person",
            EntityKind::Org | EntityKind::Product | EntityKind::Work | EntityKind::Law => "org",
            EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac | EntityKind::Event => "place",
            EntityKind::Date | EntityKind::Time => "time",
            EntityKind::Money | EntityKind::Percent | EntityKind::Quantity | EntityKind::Ordinal | EntityKind::Cardinal => "number",
            EntityKind::Own(_) => "own",
        },
    }
}

/// The same with the colours that the person chose for labels of their own.
pub(crate) fn hue_in(own: &[LabelDefinition], label: &LabelName) -> &'static str {
    let is_own = matches!(label, LabelName::Code(_) | LabelName::Entity(EntityKind::Own(_)));
    let color = if is_own { defined(own, label).and_then(|definition| definition.color) } else { None };
    color.map_or_else(|| hue(label), Color::code)
}

/// What a label is called: its title in the codebook, or its short name.
pub(crate) fn title_in(own: &[LabelDefinition], label: &LabelName) -> String {
    defined(own, label).map_or_else(|| short(label), |definition| definition.title.clone())
}

/// What the codebook says of a label.
pub(crate) fn defined<'a>(own: &'a [LabelDefinition], label: &LabelName) -> Option<&'a LabelDefinition> {
    own.iter().find(|definition| definition.layer == label.layer() && definition.name == label.code())
}

/// The name of a label on a button, where there is little room.
pub(crate) fn short(label: &LabelName) -> String {
    match label {
        LabelName::Entity(EntityKind::Org) => "Org".to_owned(),
        LabelName::Entity(EntityKind::Own(name)) | LabelName::Code(name) => name.clone(),
        other => capital(other.title()),
    }
}

/// `words` with a capital first letter.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The labels of a layer in the order in which they are offered: the first nine have the keys 1 to 9.
pub(crate) fn offered(layer: Layer) -> Vec<LabelName> {
    const FIRST: [Role; 9] = [
        Role::Headline,
        Role::Deck,
        Role::Byline,
        Role::Dateline,
        Role::Caption,
        Role::Subhead,
        Role::Paragraph,
        Role::ListItem,
        Role::Other,
    ];
    match layer {
        Layer::Entity => EntityKind::ALL.iter().cloned().map(LabelName::Entity).collect(),
        Layer::Quotation => QuotationKind::ALL.iter().copied().map(LabelName::Quotation).collect(),
        Layer::Structure => {
            let rest = Role::ALL.iter().filter(|role| !FIRST.contains(role));
            FIRST.iter().chain(rest).copied().map(LabelName::Structure).collect()
        }
        Layer::Code => Vec::new(),
    }
}

/// The same with the labels of the person's own: below one another as in the codebook for codes, after the built-in kinds for names.
pub(crate) fn offered_in(own: &[LabelDefinition], layer: Layer) -> Vec<LabelName> {
    let mine = outline(own).into_iter().filter_map(|(at, _)| own.get(at)).filter(|label| label.layer == layer);
    offered(layer).into_iter().chain(mine.filter_map(LabelDefinition::label)).collect()
}

/// What the page calls a layer.
pub(crate) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Entity => "Name",
        Layer::Quotation => "Quote",
        Layer::Structure => "Structure",
        Layer::Code => "Code",
    }
}

/// The words of a mark, parts joined by " … ".
pub(crate) fn marked_words(document: &Document, annotation: &Annotation) -> String {
    annotation.spans.iter().map(|span| document.words(*span)).collect::<Vec<_>>().join(" … ")
}

/// Where a mark stands with the person.
pub(crate) fn state(decision: Decision) -> &'static str {
    match decision {
        Decision::Pending => "suggested",
        Decision::Accepted => "accepted",
        Decision::Rejected => "rejected",
    }
}

/// A mark for a screen reader: "Marco Rubio, person, suggested".
pub(crate) fn spoken(words: &str, annotation: &Annotation, speaker: Option<&str>) -> String {
    let label = annotation.label.name();
    let what = match (&annotation.label, speaker) {
        (Label::Quotation(_), Some(speaker)) => format!("{} quotation by {speaker}", label.title()),
        (Label::Quotation(_), None) => format!("{} quotation, speaker unknown", label.title()),
        _ => label.title().to_owned(),
    };
    format!("{words}, {what}, {}", state(annotation.decision))
}

/// How a mention refers, when not by a name.
pub(crate) fn form(form: Form) -> Option<&'static str> {
    match form {
        Form::Name => None,
        Form::Nominal => Some("nominal"),
        Form::Pronoun => Some("pronoun"),
    }
}

/// Why a mark is there: who made it, by which rule, in words.
pub(crate) fn reason(annotation: &Annotation) -> String {
    match &annotation.origin {
        Origin::Human => "marked by hand".to_owned(),
        Origin::Parser(finding) => rule(&finding.rule),
    }
}

/// The reason behind a rule, as its detector gives it; for structure, by the family of the rule.
fn rule(name: &str) -> String {
    let words = match name.split('.').next() {
        Some("entity") => entity::explain(name),
        Some("quotation") => quotation::explain(name),
        _ => structure(name),
    };
    if words.is_empty() { "found by the parser".to_owned() } else { words.to_owned() }
}

fn structure(name: &str) -> &'static str {
    let mut parts = name.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("structure"), Some("inner"), _) => "not part of the sentence it stands in",
        (Some("structure"), Some("phrase"), _) => "says what only such lines say",
        (Some("structure"), Some("markup"), _) | (Some("structure"), _, Some("markup")) => "the page’s markup says so",
        (Some("structure"), Some("repeat"), _) => "the same words stand elsewhere",
        (Some("structure"), Some("list-item"), _) => "a bullet, or lines of the same make beside it",
        (Some("structure"), Some("under-heading"), _) => "stands under a heading of that kind",
        (Some("structure"), Some("headline"), _) => "stands where the headline does",
        (Some("structure"), ..) => "by its form and its place on the page",
        _ => "",
    }
}

/// `count` of something: "1 line", "4 lines".
pub(crate) fn count(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// `number` with commas between thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// At most `most` characters of `words`, on one line.
pub(crate) fn shortened(words: &str, most: usize) -> String {
    let line: String = words.chars().take(most).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if words.chars().nth(most).is_some() { format!("{}…", line.trim_end()) } else { line }
}
