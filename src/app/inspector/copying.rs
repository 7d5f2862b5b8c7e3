//! A button that puts words on the clipboard.

use crate::clipboard;
use crate::icon::icon;
use crate::state::State;
use leptos::prelude::*;

/// Copies what `words` gives. Without a label it is a picture only; `what` says what is copied, such as "The quotation".
#[component]
pub(super) fn CopyButton(what: &'static str, label: &'static str, words: Callback<(), String>) -> impl IntoView {
    let state = expect_context::<State>();
    let name = label.is_empty().then_some("Copy with attribution");
    view! {
        <button class="copy" class:bare=label.is_empty() aria-label=name title=name on:click=move |_| clipboard::copy(state, what, &words.run(()))>{icon("copy")}{label}</button>
    }
}
