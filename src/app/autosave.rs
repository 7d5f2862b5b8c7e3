//! Writes every change to the storage, and opens again what was open.

use super::state::{Saved, State, title};
use super::storage::{self, Entry, Trouble};
use super::{browser, download};
use galley_engine::document::Document;
use galley_engine::{save, view};
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

/// Under this name the browser remembers which document was open.
const LAST: &str = "galley.open";

/// How long after a change it is written: several in quick succession are one write, and none delays the redraw.
const PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// Whether the open document has changes that are not yet on their way.
    static IS_DUE: Cell<bool> = const { Cell::new(false) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
    /// Documents that are altered and not yet written, each as it stands.
    static PENDING: RefCell<BTreeMap<String, Document>> = const { RefCell::new(BTreeMap::new()) };
    /// How many writes of each document this window knows of.
    static WRITES: RefCell<BTreeMap<String, u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// Watches for changes and writes them; one write at a time, the latest state each time.
pub(crate) fn start(state: State) {
    Effect::new(move |_| {
        state.revision.track();
        if state.revision.get_untracked() > 0 {
            state.saved.set(Saved::Underway);
            if !IS_DUE.replace(true) {
                set_timeout(move || keep_now(state), PAUSE);
            }
        }
    });
    let hidden = window_event_listener_untyped("visibilitychange", move |_| keep_now(state));
    on_cleanup(move || hidden.remove());
    let handle = window_event_listener_untyped("beforeunload", move |event| {
        if state.id.get_untracked().is_some() && state.saved.get_untracked() != Saved::Done {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
    Effect::new(move |_| match state.id.get() {
        // A browser that remembers nothing costs the person one click.
        Some(id) => drop(LocalStorage::set(LAST, id)),
        None if state.revision.get_untracked() > 0 => LocalStorage::delete(LAST),
        None => {}
    });
}

/// Puts the changes of the open document on their way, if there are any.
pub(crate) fn keep_now(state: State) {
    if IS_DUE.replace(false)
        && let Some(document) = state.peek(Clone::clone)
    {
        store(state, document);
    }
}

/// Puts a document on its way to the storage, whether it is open or not.
pub(crate) fn store(state: State, document: Document) {
    PENDING.with_borrow_mut(|pending| pending.insert(document.id.clone(), document));
    write_next(state);
}

fn write_next(state: State) {
    if IS_WRITING.get() {
        return;
    }
    let Some((id, document)) = PENDING.with_borrow_mut(BTreeMap::pop_first) else { return };
    IS_WRITING.set(true);
    spawn_local(async move {
        let seen = WRITES.with_borrow(|writes| writes.get(&id).copied().unwrap_or(0));
        let entry = Entry { writes: seen + 1, ..entry(&document) };
        let result = storage::put(&entry, &save::write(&document), seen).await;
        IS_WRITING.set(false);
        match result {
            Ok(()) => written(state, entry),
            Err(trouble) => failed(state, &trouble),
        }
        write_next(state);
    });
}

fn written(state: State, entry: Entry) {
    WRITES.with_borrow_mut(|writes| writes.insert(entry.id.clone(), entry.writes));
    // A change may have come while this was written; it says so itself when it is on disk.
    if PENDING.with_borrow(BTreeMap::is_empty) && !IS_DUE.get() {
        state.saved.set(Saved::Done);
    }
    state.library.update(|library| match library.iter_mut().find(|one| one.id == entry.id) {
        Some(one) => *one = entry,
        // A later write of an entry that is gone was under way while the document was deleted.
        None if entry.writes == 1 => library.insert(0, entry),
        None => {}
    });
}

fn failed(state: State, trouble: &Trouble) {
    state.saved.set(Saved::Failed(trouble.to_string()));
    let message = format!("Not saved: {trouble}. Download the file so that nothing is lost.");
    state.notices.offer(message, true, "Download", move || download::galley_json(state));
}

/// What the list shows of a document.
pub(crate) fn entry(document: &Document) -> Entry {
    let all = view::counts(document).all();
    Entry {
        id: document.id.clone(),
        title: title(document),
        publisher: document.metadata.publisher.as_ref().map_or_else(String::new, |fact| fact.value.clone()),
        decided: all.decided,
        total: all.total,
        modified: browser::now(),
        writes: 0,
    }
}

/// Reads the list of documents and opens the one that was open; `ready` is called when the page can be used.
pub(crate) fn restore(state: State, ready: impl FnOnce() + 'static) {
    spawn_local(async move {
        match storage::entries().await {
            Ok(entries) => {
                state.library.set(entries);
                if let Ok(id) = LocalStorage::get::<String>(LAST)
                    && state.id.get_untracked().is_none()
                    && state.library.with_untracked(|library| library.iter().any(|entry| entry.id == id))
                {
                    open_stored(state, &id).await;
                }
            }
            Err(trouble) => {
                state
                    .notices
                    .warn("This browser keeps nothing", format!("Storage is not to be had ({trouble}). Export before you close the page."));
            }
        }
        ready();
    });
}

/// Opens a stored document.
pub(crate) async fn open_stored(state: State, id: &str) {
    let known = state.library.with_untracked(|library| library.iter().find(|entry| entry.id == id).map_or(0, |entry| entry.writes));
    match storage::get(id).await {
        Ok(Some(json)) => match save::read(&json) {
            Ok(document) => {
                WRITES.with_borrow_mut(|writes| writes.insert(id.to_owned(), known));
                state.open_saved(document);
            }
            Err(error) => state.notices.warn("This article could not be opened", error.to_string()),
        },
        Ok(None) => state.notices.warn("This article is gone", "It was deleted, perhaps in another window."),
        Err(trouble) => state.notices.warn("This article could not be opened", trouble.to_string()),
    }
}

/// Deletes a document, with an offer to take that back.
pub(crate) fn delete(state: State, entry: Entry) {
    spawn_local(async move {
        PENDING.with_borrow_mut(|pending| pending.remove(&entry.id));
        let is_open = state.id.get_untracked().as_deref() == Some(entry.id.as_str());
        let kept = if is_open { state.peek(save::write) } else { storage::get(&entry.id).await.ok().flatten() };
        if let Err(trouble) = storage::delete(&entry.id).await {
            state.notices.warn("Not deleted", trouble.to_string());
            return;
        }
        if is_open {
            IS_DUE.set(false);
            state.close();
        }
        state.library.update(|library| library.retain(|one| one.id != entry.id));
        let title = format!("Deleted “{}”", super::words::shortened(&entry.title, 50));
        if let Some(json) = kept {
            state.notices.offer(title, false, "Undo", move || bring_back(state, entry.clone(), json.clone()));
        }
    });
}

fn bring_back(state: State, entry: Entry, json: String) {
    spawn_local(async move {
        match storage::put(&entry, &json, entry.writes).await {
            Ok(()) => state.library.update(|library| {
                library.push(entry);
                library.sort_by(|a, b| b.modified.cmp(&a.modified));
            }),
            Err(trouble) => state.notices.warn("Not brought back", trouble.to_string()),
        }
    });
}
