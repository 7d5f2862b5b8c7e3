//! What a page declares about itself in meta tags, links and elements, and which declaration wins.

use super::json_ld;
use super::sink::value;
use crate::source::metadata::dates;
use crate::source::metadata::people::people;
use crate::source::metadata::{Evidence, Fact, Metadata};
use html5ever::Attribute;

/// Declarations kept of one page: real ones have fewer than 200.
const MOST: usize = 2000;

/// What was met while reading a page.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// Name (lower case) and content of meta tags, in order.
    meta: Vec<(String, String)>,
    /// Itemprop or class words (lower case) and value of `<time datetime>` and of elements with `itemprop` and `content`.
    times: Vec<(String, String)>,
    canonical: Option<String>,
    language: Option<String>,
    title: Option<String>,
    /// The text of each JSON-LD script.
    pub(super) json_ld: Vec<String>,
}

impl Collected {
    /// Notes what a start tag declares.
    pub(super) fn element(&mut self, name: &str, attributes: &[Attribute]) {
        match name {
            "html" if self.language.is_none() => {
                self.language = value(attributes, "lang").or(value(attributes, "xml:lang")).map(str::to_owned)
            }
            "meta" => self.meta_tag(attributes),
            "link" if value(attributes, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| value(attributes, "href").map(str::to_owned));
            }
            "time" => self.time(attributes, "datetime"),
            _ if value(attributes, "itemprop").is_some_and(|words| words.to_ascii_lowercase().contains("date")) => {
                self.time(attributes, "content")
            }
            _ => {}
        }
    }

    fn meta_tag(&mut self, attributes: &[Attribute]) {
        let keys = ["property", "name", "itemprop", "http-equiv"];
        let key = keys.iter().find_map(|key| value(attributes, key));
        if let (Some(key), Some(content), true) = (key, value(attributes, "content"), self.meta.len() < MOST) {
            self.meta.push((key.trim().to_ascii_lowercase(), content.trim().to_owned()));
        }
    }

    fn time(&mut self, attributes: &[Attribute], key: &str) {
        let words = ["itemprop", "class", "pubdate"]
            .iter()
            .filter_map(|key| value(attributes, key))
            .collect::<Vec<_>>()
            .join(" ")
            .to_ascii_lowercase();
        if let (Some(moment), true) = (value(attributes, key), self.times.len() < MOST) {
            self.times.push((words, moment.trim().to_owned()));
        }
    }

    /// The page's `<title>`; the first one counts.
    pub(super) fn title(&mut self, text: &str) {
        if self.title.is_none() && !text.trim().is_empty() {
            self.title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// The first of `names` that has a content that `read` can use.
    fn meta(&self, names: &[&str], read: impl Fn(&str) -> Option<String>) -> Option<Fact> {
        names.iter().find_map(|name| {
            let contents = self.meta.iter().filter(|(key, content)| key == name && !content.is_empty());
            contents
                .filter_map(|(_, content)| read(content))
                .next()
                .map(|value| Fact { value, evidence: Evidence::Meta((*name).to_owned()) })
        })
    }

    /// The first `<time>` or microdata date whose words hold one of `words`; any, when there are none.
    fn time_with(&self, words: &[&str]) -> Option<Fact> {
        let fits = |own: &str| words.is_empty() || words.iter().any(|word| own.contains(word));
        let found = self.times.iter().filter(|(own, _)| fits(own)).find_map(|(_, raw)| dates::iso(raw));
        found.map(|value| Fact { value, evidence: Evidence::Element("time".to_owned()) })
    }
}

/// What the page declares: JSON-LD before meta tags before elements.
pub(super) fn metadata(page: &Collected) -> Metadata {
    json_ld::metadata(&page.json_ld).or(from_meta(page)).or(from_elements(page))
}

fn from_meta(page: &Collected) -> Metadata {
    let site = page.meta(&["og:site_name"], kept);
    Metadata {
        title: page.meta(
            &["og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title"],
            |raw| kept(raw).map(|title| without_site(&title, site.as_ref().map(|fact| fact.value.as_str()))),
        ),
        byline: page.meta(
            &[
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "byl",
                "twitter:data1",
                "article:author_name",
                "og:article:author",
            ],
            names,
        ),
        deck: None,
        dateline: None,
        published: page.meta(
            &[
                "article:published_time",
                "datepublished",
                "og:published_time",
                "article:published",
                "parsely-pub-date",
                "sailthru.date",
                "publish-date",
                "publish_date",
                "pubdate",
                "publication_date",
                "dc.date.issued",
                "dcterms.created",
                "dc.date",
                "dcterms.date",
                "date",
                "cxenseparse:recs:publishtime",
                "article.published",
                "displaydate",
            ],
            dates::iso,
        ),
        modified: page.meta(
            &[
                "article:modified_time",
                "datemodified",
                "og:updated_time",
                "article:modified",
                "dcterms.modified",
                "lastmod",
                "last-modified",
                "article.updated",
            ],
            dates::iso,
        ),
        publisher: site.or_else(|| {
            page.meta(&["publisher", "dc.publisher", "application-name", "article:publisher"], |raw| {
                kept(raw).filter(|raw| !raw.contains("://"))
            })
        }),
        section: page.meta(&["article:section", "parsely-section", "section"], kept),
        url: page.meta(&["og:url"], |raw| raw.starts_with("http").then(|| raw.to_owned())),
        language: page.meta(&["content-language", "language", "dc.language", "og:locale"], tag),
    }
}

fn from_elements(page: &Collected) -> Metadata {
    let element = |name: &str, value: Option<String>| value.map(|value| Fact { value, evidence: Evidence::Element(name.to_owned()) });
    Metadata {
        title: element("title", page.title.as_deref().map(|title| without_site(title, None))),
        published: page.time_with(&["datepublished", "pubdate", "published", "pubdate"]).or_else(|| page.time_with(&[])),
        modified: page.time_with(&["datemodified", "updated", "modified"]),
        url: element("link", page.canonical.clone().filter(|url| url.starts_with("http"))),
        language: element("html", page.language.as_deref().and_then(tag)),
        ..Metadata::default()
    }
}

/// `raw` unless it is empty, with plain single spaces.
pub(super) fn kept(raw: &str) -> Option<String> {
    let value = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then_some(value)
}

/// The people in a declared author, separated by commas.
pub(super) fn names(raw: &str) -> Option<String> {
    let names = people(raw);
    (!names.is_empty()).then(|| names.join(", "))
}

/// `en_US` and `EN-us` as `en-US`; `None` when it is no language tag.
pub(super) fn tag(raw: &str) -> Option<String> {
    let mut parts = raw.trim().split(['-', '_', ',']);
    let primary = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let region = parts.next().map(str::trim).filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    Some(region.map_or_else(|| primary.clone(), |region| format!("{primary}-{}", region.to_ascii_uppercase())))
}

/// A page's title without the name of the site at its end: what follows the last ` | `, ` - ` or ` – `, when it is short or is the site's name.
pub(super) fn without_site(title: &str, site: Option<&str>) -> String {
    for joint in [" | ", " - ", " – ", " — ", " · ", " :: ", " « "] {
        if let Some((before, after)) = title.rsplit_once(joint) {
            let is_site = site.is_some_and(|site| after.eq_ignore_ascii_case(site));
            let short = after.split_whitespace().count() <= 4 && before.split_whitespace().count() >= 4 && after.len() * 2 < before.len();
            if is_site || (short && site.is_none()) {
                return without_site(before.trim(), site);
            }
        }
    }
    title.to_owned()
}
