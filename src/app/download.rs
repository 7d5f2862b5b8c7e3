//! Handing a person a file.

use super::state::State;
use galley_engine::save;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Gives `content` to the person as a file called `name`; false when the browser would not.
pub(crate) fn file(name: &str, kind: &str, content: &str) -> bool {
    offer(name, kind, content).is_some()
}

/// Gives a table of comma-separated values to the person. The byte-order mark tells spreadsheets that it is UTF-8: some take it for
/// something else without, and spoil every curly quotation mark.
pub(crate) fn table(name: &str, content: &str) -> bool {
    file(name, "text/csv;charset=utf-8", &format!("\u{feff}{content}"))
}

fn offer(name: &str, kind: &str, content: &str) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has its own hold on the file once the click is over, but not all of them at once.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&url)), std::time::Duration::from_secs(30));
    Some(())
}

/// A file name made of `title`: words of letters and digits, joined by hyphens, as many as 60 characters hold.
pub(crate) fn file_name(title: &str, extension: &str) -> String {
    const MOST: usize = 60;
    let mut stem = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let longer = if stem.is_empty() { word.chars().take(MOST).collect() } else { format!("{stem}-{word}") };
        if MOST < longer.chars().count() {
            break;
        }
        stem = longer;
    }
    format!("{}.{extension}", if stem.is_empty() { "article".to_owned() } else { stem.to_lowercase() })
}

/// Gives the open document to the person as Galley JSON.
pub(crate) fn galley_json(state: State) {
    let Some(json) = state.peek(save::write) else { return };
    let name = file_name(&state.title.get_untracked(), "galley.json");
    if file(&name, "application/json", &json) {
        state.spoken.set(format!("Downloaded {name}"));
    } else {
        state.notices.warn("Not downloaded", "The browser would not give out the file.");
    }
}
