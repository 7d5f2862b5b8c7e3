//! The overview of an article: marks by label, words by speaker, who is named with whom, where the marks are.

mod picture;
mod places;
mod tables;

use super::help::open_or_close;
use super::icon::icon;
use super::inspector::to_mark;
use super::state::State;
use galley_engine::annotation::AnnotationId;
use leptos::html;
use leptos::prelude::*;
use picture::Picture;
use places::Places;
use tables::{Labels, Speakers};

/// The overview's dialog.
#[component]
pub(crate) fn OverviewDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| open_or_close(dialog, state.overview.get()));
    view! {
        <dialog node_ref=dialog id="overview" class="overview" aria-labelledby="overview-title" on:close=move |_| state.overview.set(false)>
            <div class="dialog-head">
                <h2 id="overview-title">"Overview"</h2>
                <button class="ghost" aria-label="Close" on:click=move |_| state.overview.set(false)>{icon("close")}</button>
            </div>
            <Show when=move || state.overview.get()>
                <div class="overview-body">
                    <Picture/>
                    <Labels/>
                    <Places/>
                    <Speakers/>
                </div>
            </Show>
        </dialog>
    }
}

/// Closes the overview and goes to a mark.
fn leave_for(state: State, id: AnnotationId) {
    state.overview.set(false);
    super::browser::soon(move || to_mark(state, id));
}
