//! What the page and the parser's thread say to each other, and the one function that answers.
//!
//! The thread keeps no state: a request has everything it needs and a revision, every request gets one answer, and an
//! answer to an old revision is dropped by whoever asked.

mod intake;

use crate::pipeline::{self, Parse};
use crate::source::metadata::{Fact, Metadata};
use serde::{Deserialize, Serialize};

/// Asks for one text to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Which request this is; the answer carries the same number.
    pub revision: u32,
    /// What is to be read.
    pub input: Input,
    /// Where it stood on the web, when that is known.
    pub url: Option<String>,
    /// When it was published, when that is known: an ISO 8601 day or moment.
    pub published: Option<String>,
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Input {
    /// Pasted or typed text.
    Text(String),
    /// HTML from the clipboard, or dragged from another page.
    Html(String),
    /// A file that was opened or dropped.
    Bytes {
        /// The file's name, shown when it cannot be read; `.html` makes it HTML.
        name: String,
        /// Its content.
        #[serde(with = "bytes_as_text")]
        bytes: Vec<u8>,
    },
}

/// What the parser's thread says.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, and a box would only move the cost")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The thread has started and takes requests.
    Ready,
    /// The text was read.
    Parsed {
        /// Which request this answers.
        revision: u32,
        /// What was found.
        parse: Parse,
    },
    /// The input cannot be read.
    Failed {
        /// Which request this answers.
        revision: u32,
        /// A sentence for a person, without a full stop: why, and what to do next.
        message: String,
    },
    /// The parser broke down on this request, and the thread ends with this reply: a fault of the program.
    Stopped {
        /// Which request this answers.
        revision: u32,
        /// What the program said as it broke down, for a report.
        message: String,
    },
}

impl Default for Input {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<&str> for Input {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Reply {
    /// Which request it answers; `None` for [`Reply::Ready`].
    #[must_use]
    pub fn revision(&self) -> Option<u32> {
        match self {
            Self::Ready => None,
            Self::Parsed { revision, .. } | Self::Failed { revision, .. } | Self::Stopped { revision, .. } => Some(*revision),
        }
    }
}

/// The answer to `request`: what the parser found, or why the input cannot be read.
#[must_use]
pub fn answer(request: Request) -> Reply {
    let Request { revision, input, url, published } = request;
    match intake::source(input) {
        Ok(mut source) => {
            let given = Metadata { url: url.map(Fact::given), published: published.map(Fact::given), ..Metadata::default() };
            source.declared = given.or(source.declared);
            Reply::Parsed { revision, parse: pipeline::read(source) }
        }
        Err(message) => Reply::Failed { revision, message },
    }
}

/// Bytes as a string of the characters U+0000 to U+00FF, which stays near the size of the file where a list of numbers would be four times that.
mod bytes_as_text {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&bytes.iter().copied().map(char::from).collect::<String>())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.chars().map(|one| u8::try_from(one).map_err(|_| D::Error::custom("a character that stands for no byte"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T: Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
        serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
    }

    fn parsed(input: Input) -> Parse {
        match answer(Request { input, ..Request::default() }) {
            Reply::Parsed { parse, .. } => parse,
            other => panic!("{other:?}"),
        }
    }

    fn refused(name: &str, bytes: &[u8]) -> String {
        match answer(Request { revision: 7, input: Input::Bytes { name: name.into(), bytes: bytes.into() }, ..Request::default() }) {
            Reply::Failed { revision: 7, message } => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_come_back_as_they_were() {
        let bytes: Vec<u8> = (0..=255).collect();
        for input in [Input::from("“Aye” \u{0} 😀"), Input::Html("<p>x".into()), Input::Bytes { name: "a.txt".into(), bytes }] {
            let request = Request { revision: u32::MAX, input, url: Some("https://example.org/a".into()), published: None };
            assert_eq!(round_trip(&request), request);
        }
    }

    #[test]
    fn replies_come_back_as_they_were() {
        let story = "Ferry stops\n\nBy Ann Lee\n\nNORTHPORT, March 3 — “No more boats,” said Ms. Lee of Acme Corp.\n";
        let parsed = answer(Request { revision: 3, input: Input::from(story), ..Request::default() });
        let (failed, stopped) = (Reply::Failed { revision: 1, message: "no".into() }, Reply::Stopped { revision: 2, message: "oh".into() });
        for reply in [Reply::Ready, parsed, failed, stopped] {
            assert_eq!(round_trip(&reply), reply);
        }
    }

    #[test]
    fn what_the_caller_knows_comes_first() {
        let request = Request { published: Some("2025-02-10".into()), url: Some("https://example.org/".into()), ..Request::default() };
        let Reply::Parsed { parse, .. } = answer(request) else { panic!("a parse") };
        assert_eq!(parse.metadata.published, Some(Fact::given("2025-02-10")));
        assert_eq!(parse.metadata.url, Some(Fact::given("https://example.org/")));
    }

    #[test]
    fn a_text_file_is_read() {
        assert_eq!(parsed(Input::Bytes { name: "a.txt".into(), bytes: b"One\r\ntwo".to_vec() }).text, "One\ntwo");
        assert_eq!(parsed(Input::Bytes { name: "empty.txt".into(), bytes: vec![] }).text, "");
    }

    #[test]
    fn bad_bytes_are_shown_and_said() {
        let parse = parsed(Input::Bytes { name: "a.txt".into(), bytes: b"caf\xe9 au lait".to_vec() });
        assert_eq!((parse.text.as_str(), parse.notices.len()), ("caf\u{fffd} au lait", 1));
    }

    #[test]
    fn a_picture_named_txt_is_refused_by_name() {
        let message = refused("notes.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0");
        assert!(message.contains("notes.txt") && message.contains("PNG"), "{message}");
    }

    #[test]
    fn every_request_is_answered_under_its_number() {
        assert_eq!(answer(Request { revision: 9, ..Request::default() }).revision(), Some(9));
        assert_eq!(Reply::Ready.revision(), None);
    }
}
