//! Codebooks from files and into files.

use crate::inspector::say_done;
use crate::state::State;
use crate::words::count;
use crate::{browser, download};
use galley_engine::codebook::Codebook;
use galley_engine::document::Command;
use gloo::file::File;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Import, and export as JSON or CSV.
#[component]
pub(super) fn Files() -> impl IntoView {
    let state = expect_context::<State>();
    let is_empty = move || state.with(|document| document.codebook.is_empty()).unwrap_or(true);
    let chosen = move |event: web_sys::Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            read(state, file);
        }
        // The same file may be chosen again.
        field.set_value("");
    };
    view! {
        <div class="book-files">
            <input type="file" id="codebook-file" class="unseen" tabindex="-1" aria-hidden="true" accept=".json,.csv,application/json,text/csv" on:change=chosen/>
            <button class="small-act" on:click=|_| { if let Some(field) = browser::find("#codebook-file") { field.click() } }>"Import…"</button>
            <Show when=move || !is_empty()>
                <button class="small-act" on:click=move |_| give(state, "codebook.json", "application/json", Codebook::to_json)>"Export JSON"</button>
                <button class="small-act" title="The labels; the guidelines have no place in CSV" on:click=move |_| give(state, "codebook.csv", "text/csv", Codebook::to_csv)>"Export CSV"</button>
            </Show>
        </div>
    }
}

fn read(state: State, file: web_sys::File) {
    spawn_local(async move {
        let name = file.name();
        match gloo::file::futures::read_as_bytes(&File::from(file)).await {
            Ok(bytes) => take(state, &name, bytes),
            Err(error) => state.notices.warn(format!("“{name}” could not be read"), error.to_string()),
        }
    });
}

/// Takes the codebook in a file into the open article's. A file with anything wrong in it alters nothing.
pub(crate) fn take(state: State, name: &str, bytes: Vec<u8>) {
    let refuse = |why: String| state.notices.warn(format!("“{name}” was not imported, nothing is altered"), why);
    let Ok(text) = String::from_utf8(bytes) else {
        refuse("It is not UTF-8 text. Save it as UTF-8 CSV or as JSON.".to_owned());
        return;
    };
    match Codebook::read(&text) {
        Ok(codebook) => {
            let labels = count(codebook.labels.len(), "label");
            let replaces = !codebook.guidelines.is_empty() && state.peek(|document| !document.codebook.guidelines.is_empty()) == Some(true);
            if state.dispatch(&Command::TakeCodebook(codebook)) {
                let words = if replaces { " and replaced the guidelines" } else { "" };
                say_done(state, format!("Imported {labels}{words}"));
            } else {
                state.notices.tell("Nothing new", format!("“{name}” says what the codebook says already."));
            }
        }
        Err(problem) => refuse(problem.to_string()),
    }
}

fn give(state: State, name: &'static str, kind: &'static str, write: fn(&Codebook) -> String) {
    let Some(content) = state.peek(|document| write(&document.codebook)) else { return };
    if download::file(name, kind, &content) {
        state.spoken.set(format!("Downloaded {name}"));
    } else {
        state.notices.warn("Not downloaded", "The browser would not give out the file.");
    }
}
