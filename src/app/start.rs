//! The start page: paste, drop, open, or take a sample.

use super::icon::icon;
use super::samples::samples;
use super::state::State;
use super::words::{count, grouped};
use super::{browser, intake};
use galley_engine::protocol::Input;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, FileList, HtmlInputElement, KeyboardEvent};

/// What can be opened, for the browser's file dialog.
const ACCEPTED: &str = ".txt,.text,.md,.html,.htm,.xhtml,.json,text/plain,text/html,text/markdown,application/json";

/// The markup that came with the last paste, and whether it is to be read instead of the plain words.
#[derive(Clone, Copy)]
struct Flavour {
    html: RwSignal<Option<String>>,
    is_used: RwSignal<bool>,
}

/// The start page.
#[component]
pub(crate) fn Start() -> impl IntoView {
    let state = expect_context::<State>();
    let flavour = Flavour { html: RwSignal::new(None), is_used: RwSignal::new(false) };
    let text = RwSignal::new(String::new());
    let field = NodeRef::<html::Textarea>::new();
    let annotate = move || {
        let input = flavour.html.get_untracked().filter(|_| flavour.is_used.get_untracked()).map(Input::Html);
        intake::paste(state, input.unwrap_or_else(|| Input::Text(text.get_untracked())), |_| {});
    };
    // A phone would cover half the page with its keyboard.
    field.on_load(|field| {
        if !browser::is_narrow() {
            browser::soon(move || drop(field.focus()));
        }
    });
    let amount = move || text.with(|text| text.split_whitespace().count());
    view! {
        <div class="begin">
            <h1>"See who is named, who said what, and what is only page furniture"</h1>
            <p class="lead">"Paste a news article as you copied it, menus and all. Galley marks the names, the quotations with their speakers and the clutter around the story; you correct it by click or key and take the result with you."</p>
            <div class="sheet-in">
                <label class="unseen" for="paste">"The article’s text"</label>
                <textarea id="paste" node_ref=field spellcheck="false" placeholder="Paste an article here"
                    prop:value=text
                    on:input=move |event| { text.set(event_target_value(&event)); if text.with(String::is_empty) { flavour.html.set(None); } }
                    on:paste=move |event| pasted(&event, flavour)
                    on:keydown=move |event: KeyboardEvent| if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) { event.prevent_default(); annotate(); }
                ></textarea>
                <FlavourChoice flavour/>
                <div class="foot">
                    <OpenFiles/>
                    <span class="dim" class:hint=move || amount() == 0>{move || match amount() { 0 => "or drop files anywhere on the page".to_owned(), 1 => "1 word".to_owned(), many => format!("{} words", grouped(many)) }}</span>
                    <Show when=move || { state.reading.get() > 0 }><button class="plain cancel" on:click=move |_| intake::cancel(state)>"Cancel"</button></Show>
                    <button class="primary" disabled=move || text.with(|text| text.trim().is_empty()) on:click=move |_| annotate()>
                        {move || if state.reading.get() > 0 { view! { <span class="busy">"Reading"</span> }.into_any() } else { "Annotate".into_any() }}
                    </button>
                </div>
            </div>
            <h2 class="heading">"Or look at a sample"</h2>
            <ul class="cards">
                {samples().into_iter().map(|sample| {
                    let file = sample.file.clone();
                    view! { <li><button class="card" data-sample=sample.file on:click=move |_| intake::sample(state, &file)><span class="kind">{sample.shape}</span><span class="name">{sample.title}</span></button></li> }
                }).collect_view()}
            </ul>
            <ul class="promise">
                <li><b>"Nothing leaves this machine."</b>" No account, no server."</li>
                <li><b>"Saved as you go"</b>" in this browser."</li>
                <li><b>"Every key"</b>" is listed under " <kbd>"?"</kbd></li>
            </ul>
        </div>
    }
}

/// Offers the markup that came with a paste. The plain words are the default: they are what the person saw and selected.
#[component]
fn FlavourChoice(flavour: Flavour) -> impl IntoView {
    view! {
        <Show when=move || flavour.html.with(Option::is_some)>
            <div class="flavour">
                <span>"The page’s markup came with this paste: headings, lists and links are then known, not guessed."</span>
                <label><input type="checkbox" prop:checked=flavour.is_used on:change=move |event| flavour.is_used.set(event_target_checked(&event))/>"Read the markup"</label>
            </div>
        </Show>
    }
}

/// A button that opens files.
#[component]
fn OpenFiles() -> impl IntoView {
    let state = expect_context::<State>();
    let input = NodeRef::<html::Input>::new();
    let chosen = move |event: ev::Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let files = field.files().map(listed).unwrap_or_default();
        intake::files(state, files);
        field.set_value("");
    };
    view! {
        <button class="plain" on:click=move |_| if let Some(input) = input.get() { input.click() }>{icon("open")}"Open files"</button>
        <input class="unseen" id="open-files" type="file" multiple accept=ACCEPTED tabindex="-1" aria-label="Files to open" node_ref=input on:change=chosen/>
    }
}

/// Keeps the markup of a paste that has some, beside the plain words that the field shows.
fn pasted(event: &ClipboardEvent, flavour: Flavour) {
    let Some(data) = event.clipboard_data() else { return };
    let html = data.get_data("text/html").ok().filter(|html| has_structure(html));
    flavour.is_used.set(false);
    flavour.html.set(html);
}

/// Whether markup says more than the plain words would: a copied word or two in a `span` does not.
fn has_structure(html: &str) -> bool {
    let html = html.to_ascii_lowercase();
    ["<h1", "<h2", "<h3", "<li", "<a ", "<article", "<blockquote", "<table"].iter().any(|tag| html.contains(tag))
        || html.matches("<p").count() > 1
}

fn listed(files: FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// Whether something that we read is held over the page.
pub(crate) fn is_file_drag(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// Takes what was dropped: files, or a piece of another page with its markup. Words dropped on a field are the field's.
pub(crate) fn take_drop(state: State, event: &DragEvent) {
    let Some(data) = event.data_transfer() else { return };
    let files = data.files().map(listed).unwrap_or_default();
    if !files.is_empty() {
        event.prevent_default();
        state.spoken.set(format!("Reading {}", count(files.len(), "file")));
        intake::files(state, files);
    }
}
