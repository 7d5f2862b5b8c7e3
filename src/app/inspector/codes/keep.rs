//! The codebook that was worked with last: new articles begin with it, so that a person codes many by one book.

use crate::state::State;
use galley_engine::codebook::Codebook;
use galley_engine::document::Document;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;

/// Under this name the browser remembers the codebook.
const KEPT: &str = "galley.codebook";

/// Remembers the codebook from now on, whenever it is altered.
pub(crate) fn begin(state: State) {
    let book = Memo::new(move |_| state.with(|document| (document.id.clone(), document.codebook.clone())));
    Effect::new(move |before: Option<Option<(String, Codebook)>>| {
        let now = book.get();
        // Another article that is opened alters nothing.
        if let (Some(Some((id, _))), Some((same, codebook))) = (&before, &now)
            && id == same
        {
            // A browser that remembers nothing begins new articles without labels.
            drop(LocalStorage::set(KEPT, codebook.to_json()));
        }
        now
    });
}

/// `document` with the codebook that was worked with last.
pub(crate) fn with_codebook(mut document: Document) -> Document {
    let kept = LocalStorage::get::<String>(KEPT).ok().and_then(|json| Codebook::read(&json).ok());
    document.codebook = kept.unwrap_or_default();
    document
}
