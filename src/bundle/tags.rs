//! The few tags of our own `index.html` that matter here, found without a parser: they are written as Trunk and we write them.

/// A tag as it stands in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// From `<` to `>`.
    pub(crate) source: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of the attribute `name`, which is written in double quotes.
    pub(crate) fn attribute(self, name: &str) -> Option<&'a str> {
        let start = self.source.find(&format!(" {name}=\""))? + name.len() + 3;
        let length = self.source[start..].find('"')?;
        Some(&self.source[start..start + length])
    }
}

/// All tags `<name …>` of `page`, in order.
pub(crate) fn tags<'a>(page: &'a str, name: &str) -> Vec<Tag<'a>> {
    let opening = format!("<{name} ");
    page.match_indices(&opening).filter_map(|(at, _)| page[at..].find('>').map(|length| Tag { source: &page[at..=at + length] })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read() {
        let page = r#"<link rel="icon" href="data:,"><p><link rel="stylesheet" href="./a.css"/>"#;
        let hrefs: Vec<_> = tags(page, "link").into_iter().map(|tag| tag.attribute("href")).collect();
        assert_eq!(hrefs, [Some("data:,"), Some("./a.css")]);
        assert_eq!(tags(page, "link")[0].attribute("ref"), None);
    }
}
