//! The left column: the person's documents.

use super::autosave;
use super::icon::icon;
use super::state::{Sheet, State};
use super::storage::Entry;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The documents, with their progress.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <nav class="library" class:open=move || state.sheet.get() == Some(Sheet::Library) aria-label="Articles">
            <div class="row-head">
                <h2 class="heading">"Articles"</h2>
                <button class="add" on:click=move |_| state.close()>{icon("plus")}"New"</button>
            </div>
            <Show when=move || state.library.with(Vec::is_empty)><p class="empty">"What you annotate is kept here, in this browser only."</p></Show>
            <ul class="docs">
                <For each=move || state.library.with(|library| library.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>()) key=String::clone let:id>
                    <Item id/>
                </For>
            </ul>
        </nav>
    }
}

#[component]
fn Item(id: String) -> impl IntoView {
    let state = expect_context::<State>();
    let (sought, opened) = (id.clone(), id.clone());
    let entry = Memo::new(move |_| state.library.with(|library| library.iter().find(|entry| entry.id == sought).cloned()));
    let is_open = Memo::new(move |_| state.id.with(|open| open.as_deref() == Some(id.as_str())));
    let open = move |_| {
        state.sheet.set(None);
        if !is_open.get_untracked() {
            let id = opened.clone();
            spawn_local(async move { autosave::open_stored(state, &id).await });
        }
    };
    let delete = move |_| {
        if let Some(entry) = entry.get_untracked() {
            autosave::delete(state, entry);
        }
    };
    let title = move || entry.get().map(|entry| entry.title).unwrap_or_default();
    let progress = move || entry.get().map_or_else(|| percent(0, 0), |entry| percent(entry.decided, entry.total));
    view! {
        <li>
            <button class="doc" aria-current=move || is_open.get().then_some("true") on:click=open>
                <span class="name">{title}</span>
                <small>{move || entry.get().as_ref().map(under)}</small>
                <span class="bar" aria-hidden="true"><i style:width=progress></i></span>
            </button>
            <button class="drop-doc" aria-label=move || format!("Delete {}", title()) title="Delete" on:click=delete>{icon("bin")}</button>
        </li>
    }
}

/// "The Northport Courier · 41 of 87".
fn under(entry: &Entry) -> String {
    let progress = match (entry.decided, entry.total) {
        (decided, total) if decided == total => "done".to_owned(),
        (0, _) => "not begun".to_owned(),
        (decided, total) => format!("{decided} of {total}"),
    };
    if entry.publisher.is_empty() { progress } else { format!("{} · {progress}", entry.publisher) }
}

/// `part` of `whole` as a width.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    format!("{}%", (part * 100).checked_div(whole).unwrap_or(0))
}
