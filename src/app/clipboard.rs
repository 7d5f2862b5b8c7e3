//! Putting words on the clipboard.

use super::state::State;
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Copies `words`, and says so: `what` is what was copied, such as "The quotation".
pub(crate) fn copy(state: State, what: &str, words: &str) {
    let (done, failed) = (format!("{what} is on the clipboard"), format!("{what} was not copied"));
    if !window().is_secure_context() {
        state.notices.warn(failed, "The browser lends the clipboard only to pages opened over https or from this machine.");
        return;
    }
    let written = window().navigator().clipboard().write_text(words);
    spawn_local(async move {
        match JsFuture::from(written).await {
            Ok(_) => state.notices.tell(done, ""),
            Err(_) => state.notices.warn(failed, "The browser did not allow it. Allow this page to use the clipboard, then try again."),
        }
    });
}
