//! The labels of a codebook as CSV: a line of headings, then one label a record.

use super::{Codebook, Problem, check};
use crate::annotation::{Color, LabelDefinition, LabelName, Layer};
use crate::text::csv::{self, Record};

/// The headings, in the order in which they are written; only `name` has to be there.
pub const COLUMNS: [&str; 7] = ["layer", "name", "title", "color", "key", "description", "parent"];

pub(super) fn write(labels: &[LabelDefinition]) -> String {
    let mut out = csv::line(&COLUMNS);
    for label in labels {
        let key = label.key.map(String::from).unwrap_or_default();
        out.push_str(&csv::line(&[
            label.layer.code(),
            &label.name,
            &label.title,
            label.color.map_or("", Color::code),
            &key,
            &label.description,
            label.parent.as_deref().unwrap_or_default(),
        ]));
    }
    out
}

pub(super) fn read(text: &str) -> Result<Codebook, Problem> {
    let records = csv::read(text, csv::separator(text)).map_err(|torn| Problem::new(format!("line {}", torn.line), torn.message))?;
    let mut records = records.into_iter().filter(|record| record.fields.iter().any(|field| !field.trim().is_empty()));
    let head = records.next().map(headings).transpose()?.unwrap_or_default();
    let records: Vec<Record> = records.collect();
    let labels = records.iter().map(|record| label(record, &head)).collect::<Result<Vec<_>, _>>()?;
    check(&labels, |at, field| place(&records[at], field))?;
    Ok(Codebook { labels, guidelines: String::new() })
}

/// Which of [`COLUMNS`] each field is.
fn headings(record: Record) -> Result<Vec<&'static str>, Problem> {
    let mut head = Vec::new();
    for field in &record.fields {
        let name = field.trim().to_lowercase();
        let name = if name == "colour" { "color" } else { name.as_str() };
        let Some(known) = COLUMNS.into_iter().find(|known| *known == name) else {
            let message = format!("there is no column {:?}; the columns are {}", field.trim(), COLUMNS.join(", "));
            return Err(Problem::new(format!("line {}", record.line), message));
        };
        if head.contains(&known) {
            return Err(Problem::new(format!("line {}", record.line), format!("the column {known} is there twice")));
        }
        head.push(known);
    }
    if head.contains(&"name") {
        Ok(head)
    } else {
        Err(Problem::new(format!("line {}", record.line), "the first line must name the columns, among them name"))
    }
}

fn place(record: &Record, field: &str) -> String {
    format!("line {}, column {field}", record.line)
}

fn label(record: &Record, head: &[&'static str]) -> Result<LabelDefinition, Problem> {
    if head.len() < record.fields.len() {
        let message = format!("there are {} fields, but only {} columns", record.fields.len(), head.len());
        return Err(Problem::new(format!("line {}", record.line), message));
    }
    let field = |name: &str| head.iter().position(|one| *one == name).and_then(|at| record.fields.get(at)).map_or("", |field| field.trim());
    let wrong = |name: &str, message: String| Problem::new(place(record, name), message);
    let layer = match field("layer") {
        "" => Layer::Code,
        code => Layer::ALL
            .iter()
            .copied()
            .find(|layer| layer.code() == code)
            .ok_or_else(|| wrong("layer", format!("{code:?} is no layer: it is entity or code")))?,
    };
    let color = match field("color") {
        "" => None,
        code => Some(Color::from_code(code).ok_or_else(|| wrong("color", no_color(code)))?),
    };
    let name = field("name");
    let defined = LabelDefinition::of(&LabelName::Code(name.to_owned()));
    let given = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    let mut key = field("key").chars();
    let (first, more) = (key.next(), key.next());
    if more.is_some() {
        return Err(wrong("key", format!("{:?} is no key: a key is one letter or digit", field("key"))));
    }
    Ok(LabelDefinition {
        layer,
        title: given(field("title")).unwrap_or(defined.title),
        color,
        key: first,
        description: field("description").to_owned(),
        parent: given(field("parent")),
        name: defined.name,
    })
}

fn no_color(code: &str) -> String {
    format!("{code:?} is none of the colours {}", Color::ALL.map(Color::code).join(", "))
}
