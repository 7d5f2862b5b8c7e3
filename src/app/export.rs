//! The export dialog: format, what is included, what that comes to, and away with it.

mod contents;
mod format;

use super::help::open_or_close;
use super::icon::icon;
use super::state::State;
use super::words::grouped;
use super::{clipboard, download};
use contents::contents;
use format::{FORMATS, Format, TABLE};
use galley_engine::document::Document;
use leptos::html;
use leptos::prelude::*;

/// What is chosen in the dialog.
#[derive(Clone, Copy)]
struct Choice {
    /// The number of the format.
    format: RwSignal<usize>,
    /// Whether suggestions that wait for a decision are left out.
    decided_only: RwSignal<bool>,
}

/// A file as it would be written now.
#[derive(Clone, Debug, Default, PartialEq)]
struct Written {
    content: String,
    contents: Vec<String>,
}

impl Choice {
    fn format(self) -> &'static Format {
        FORMATS.get(self.format.get()).unwrap_or(&FORMATS[0])
    }

    fn write(self, document: &Document) -> Written {
        let (format, decided_only) = (self.format(), self.decided_only.get());
        let write = |document: &Document| Written { content: (format.write)(document), contents: contents(document) };
        if decided_only { write(&document.decided_only()) } else { write(document) }
    }
}

/// The export dialog.
#[component]
pub(crate) fn ExportDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    let choice = Choice { format: RwSignal::new(0), decided_only: RwSignal::new(false) };
    Effect::new(move |_| open_or_close(dialog, state.export.get()));
    view! {
        <dialog node_ref=dialog id="export" class="export" aria-labelledby="export-title" on:close=move |_| state.export.set(false)>
            <div class="dialog-head">
                <h2 id="export-title">"Export"</h2>
                <button class="ghost" aria-label="Close" on:click=move |_| state.export.set(false)>{icon("close")}</button>
            </div>
            <Show when=move || state.export.get()><Inside choice/></Show>
        </dialog>
    }
}

#[component]
fn Inside(choice: Choice) -> impl IntoView {
    let state = expect_context::<State>();
    let written = Memo::new(move |_| state.with(|document| choice.write(document)).unwrap_or_default());
    view! {
        <div class="export-body">
            <Formats choice/>
            <Included choice/>
            <fieldset class="export-part">
                <legend class="heading">"What will be in it"</legend>
                <ul class="contents">{move || written.with(|written| written.contents.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view())}</ul>
            </fieldset>
            <Preview written/>
        </div>
        <Foot choice written/>
    }
}

#[component]
fn Formats(choice: Choice) -> impl IntoView {
    let option = move |(index, format): (usize, &'static Format)| {
        view! {
            <label class="option">
                <input type="radio" name="format" prop:checked=move || choice.format.get() == index on:change=move |_| choice.format.set(index)/>
                <span><b>{format.title}</b><small>{format.about}</small></span>
            </label>
        }
    };
    view! { <fieldset class="export-part"><legend class="heading">"Format"</legend>{FORMATS.iter().enumerate().map(option).collect_view()}</fieldset> }
}

#[component]
fn Included(choice: Choice) -> impl IntoView {
    let state = expect_context::<State>();
    let pending = Memo::new(move |_| state.counts.get().all().pending());
    let option = move |decided_only: bool, title: &'static str, about: Signal<String>| {
        view! {
            <label class="option">
                <input type="radio" name="included" prop:checked=move || choice.decided_only.get() == decided_only on:change=move |_| choice.decided_only.set(decided_only)/>
                <span><b>{title}</b><small>{about}</small></span>
            </label>
        }
    };
    let left_out = Signal::derive(move || match pending.get() {
        0 => "Every mark is decided: nothing is left out.".to_owned(),
        1 => "Leaves out the one suggestion that nobody has decided.".to_owned(),
        many => format!("Leaves out the {} suggestions that nobody has decided.", grouped(many)),
    });
    view! {
        <fieldset class="export-part">
            <legend class="heading">"Included"</legend>
            {option(false, "Everything", Signal::stored("Suggestions too, each marked as decided or not.".to_owned()))}
            {option(true, "Decided only", left_out)}
        </fieldset>
    }
}

/// The first lines of the file.
#[component]
fn Preview(written: Memo<Written>) -> impl IntoView {
    const LINES: usize = 120;
    /// Characters of a line that are shown: the text of an article is one line of the file.
    const WIDTH: usize = 160;
    let shown = move || {
        written.with(|written| {
            let lines = written.content.lines().take(LINES).map(|line| super::words::shortened(line, WIDTH));
            let mut shown = lines.collect::<Vec<_>>().join("\n");
            if written.content.lines().nth(LINES).is_some() {
                shown.push_str("\n…");
            }
            shown
        })
    };
    view! {
        <div class="export-part preview">
            <h3 class="heading">"Preview"</h3>
            <pre tabindex="0" role="region" aria-label="The first lines of the file">{shown}</pre>
        </div>
    }
}

/// The file's name and size, copy and download.
#[component]
fn Foot(choice: Choice, written: Memo<Written>) -> impl IntoView {
    let state = expect_context::<State>();
    let name = move || download::file_name(&state.title.get(), choice.format().extension);
    let size = move || size(written.with(|written| written.content.len()));
    let copy = move |_| clipboard::copy(state, "The file", &written.with_untracked(|written| written.content.clone()));
    let download = move |_| {
        let (name, format) = untrack(|| (name(), choice.format()));
        let give = |written: &Written| match format.kind {
            TABLE => download::table(&name, &written.content),
            kind => download::file(&name, kind, &written.content),
        };
        if written.with_untracked(give) {
            state.spoken.set(format!("Downloaded {name}"));
            state.export.set(false);
            state.notices.tell("Downloaded", name);
        } else {
            state.notices.warn("Not downloaded", "The browser would not give out the file. Copy it instead.");
        }
    };
    view! {
        <div class="export-foot">
            <span class="file-name"><b>{name}</b><small>{size}</small></span>
            <button class="plain" on:click=copy>{icon("copy")}"Copy"</button>
            <button class="primary" on:click=download>{icon("download")}"Download"</button>
        </div>
    }
}

/// "48 KB".
fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
