//! The export dialog.

use super::download;
use super::help::open_or_close;
use super::icon::icon;
use super::state::State;
use leptos::html;
use leptos::prelude::*;

/// The export dialog: takes the document away as Galley JSON.
#[component]
pub(crate) fn ExportDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| open_or_close(dialog, state.export.get()));
    view! {
        <dialog node_ref=dialog id="export" aria-labelledby="export-title" on:close=move |_| state.export.set(false)>
            <div class="dialog-head">
                <h2 id="export-title">"Export"</h2>
                <button class="ghost" aria-label="Close" on:click=move |_| state.export.set(false)>{icon("close")}</button>
            </div>
            <div class="sec">
                <button class="primary" on:click=move |_| download::galley_json(state)>"Download Galley JSON"</button>
            </div>
        </dialog>
    }
}
