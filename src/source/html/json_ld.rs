//! The article's own description in JSON-LD: arrays, `@graph`, references by `@id`, authors as text, object or list.

use super::declared::{kept, names, tag};
use super::text_of;
use crate::source::metadata::people::is_desk;
use crate::source::metadata::{Evidence, Fact, Metadata, dates};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Objects looked at in one page: a page that has more is not describing an article.
const MOST: usize = 5000;

type Object = Map<String, Value>;

/// What the JSON-LD of a page says of its article.
pub(super) fn metadata(scripts: &[String]) -> Metadata {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let objects = objects(&values);
    let graph = Graph { by_id: objects.iter().filter_map(|object| Some((object.get("@id")?.as_str()?, *object))).collect() };
    let article = best(&objects, is_article).map(|object| graph.describe(object)).unwrap_or_default();
    let page = best(&objects, |kind| kind == "webpage").map(|object| graph.dates(object)).unwrap_or_default();
    article.or(page)
}

/// The story itself, when the description holds it.
pub(super) fn body(scripts: &[String]) -> Option<String> {
    let values: Vec<Value> = scripts.iter().filter(|script| script.contains("articleBody")).filter_map(|script| parse(script)).collect();
    let article = best(&objects(&values), is_article)?;
    article.get("articleBody").and_then(text).map(|raw| text_of(&raw))
}

/// Some pages write raw line breaks into strings, or wrap the script in a comment.
fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(bare).ok().or_else(|| {
        let spaced: String = bare.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// All objects that can describe the page: at the top, in arrays, in `@graph` and as its main entity.
fn objects(values: &[Value]) -> Vec<&Object> {
    let mut waiting: Vec<&Value> = values.iter().rev().collect();
    let mut objects = Vec::new();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(object) if objects.len() < MOST => {
                objects.push(object);
                waiting.extend(
                    ["mainEntity", "mainEntityOfPage", "@graph"]
                        .iter()
                        .filter_map(|key| object.get(*key))
                        .filter(|value| !value.is_string()),
                );
            }
            _ => {}
        }
    }
    objects
}

/// The first object of a fitting type that has a headline, or else the first of a fitting type.
fn best<'a>(objects: &[&'a Object], fits: fn(&str) -> bool) -> Option<&'a Object> {
    let fitting = |object: &&&Object| kinds(object).iter().any(|kind| fits(kind));
    let with_headline = objects.iter().filter(fitting).find(|object| object.contains_key("headline"));
    with_headline.or_else(|| objects.iter().find(fitting)).copied()
}

/// The types of an object, lower case, without their address.
fn kinds(object: &Object) -> Vec<String> {
    let kind = |value: &Value| value.as_str().map(|kind| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind).to_ascii_lowercase());
    match object.get("@type") {
        Some(Value::Array(items)) => items.iter().filter_map(kind).collect(),
        Some(value) => kind(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("article")
        || kind.ends_with("posting")
        || matches!(kind, "report" | "review" | "recipe" | "creativework" | "articlepage")
}

struct Graph<'a> {
    by_id: BTreeMap<&'a str, &'a Object>,
}

impl Graph<'_> {
    fn describe(&self, object: &Object) -> Metadata {
        let text = |key: &str| object.get(key).and_then(text).and_then(|raw| kept(&text_of(&raw)));
        Metadata {
            title: fact(text("headline").or_else(|| text("name"))),
            byline: fact(self.people(object.get("author").or_else(|| object.get("creator")))),
            publisher: fact(self.names(object.get("publisher")).into_iter().next()),
            section: fact(text("articleSection")),
            url: fact(text("url").filter(|url| url.starts_with("http"))),
            language: fact(text("inLanguage").and_then(|raw| tag(&raw))),
            ..self.dates(object)
        }
    }

    fn dates(&self, object: &Object) -> Metadata {
        let date = |keys: &[&str]| keys.iter().find_map(|key| dates::iso(&object.get(*key).and_then(text)?));
        Metadata {
            published: fact(date(&["datePublished", "dateCreated", "uploadDate"])),
            modified: fact(date(&["dateModified"])),
            ..Metadata::default()
        }
    }

    /// The people among the authors, separated by commas.
    fn people(&self, value: Option<&Value>) -> Option<String> {
        let mut people: Vec<String> = Vec::new();
        for item in items(value) {
            let Some(name) = self.name(item).and_then(|raw| kept(&text_of(&raw))) else { continue };
            let found = match self.kind_of(item) {
                Some(false) => continue,
                Some(true) => names(&name).or_else(|| declared_person(&name)),
                None => names(&name),
            };
            for one in found.iter().flat_map(|joined| joined.split(", ")) {
                if !people.iter().any(|known| known == one) {
                    people.push(one.to_owned());
                }
            }
        }
        (!people.is_empty()).then(|| people.join(", "))
    }

    /// The names in a value: text, an object with a name, a reference, or a list of these.
    fn names(&self, value: Option<&Value>) -> Vec<String> {
        items(value).into_iter().filter_map(|item| self.name(item)).filter_map(|raw| kept(&text_of(&raw))).collect()
    }

    /// Whether an author says that it is a person (true) or an organisation (false).
    fn kind_of(&self, value: &Value) -> Option<bool> {
        let object = value.as_object()?;
        let known = object.get("@id").and_then(Value::as_str).and_then(|id| self.by_id.get(id).copied());
        let kinds: Vec<String> = kinds(object).into_iter().chain(known.map(kinds).unwrap_or_default()).collect();
        match () {
            () if kinds.iter().any(|kind| kind == "person") => Some(true),
            () if kinds.iter().any(|kind| kind.ends_with("organization") || kind == "corporation") => Some(false),
            () => None,
        }
    }

    fn name(&self, value: &Value) -> Option<String> {
        let Value::Object(object) = value else { return text(value) };
        let named = object.get("name").or_else(|| self.by_id.get(object.get("@id")?.as_str()?)?.get("name"))?;
        match named {
            Value::Array(items) => Some(items.iter().filter_map(text).collect::<Vec<_>>().join(", ")),
            value => text(value),
        }
    }
}

/// The items of a value that can be one or several.
fn items(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(items)) => items.iter().take(50).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

/// A person by declaration, whose name alone would not tell: `Susan`, `h.miller`.
fn declared_person(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = words.len() <= 3 && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '_'));
    (plain && !words.iter().any(|word| is_desk(word))).then(|| name.to_owned())
}

/// The text of a value, or of the first item of a list.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => items.iter().find_map(|item| item.as_str().map(str::to_owned)),
        Value::Object(object) => object.get("name").or_else(|| object.get("@value"))?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn fact(value: Option<String>) -> Option<Fact> {
    value.map(|value| Fact { value, evidence: Evidence::JsonLd })
}
