//! The frame of the page: header, columns, status line, and what lies over them.

use super::article::Article;
use super::export::ExportDialog;
use super::find::FindBar;
use super::header::Header;
use super::help::HelpDialog;
use super::inspector::Inspector;
use super::inspector::remember;
use super::library::Library;
use super::notices::NoticeList;
use super::overview::OverviewDialog;
use super::palette::CommandPalette;
use super::start::{Start, is_file_drag};
use super::state::State;
use super::status::Status;
use super::strip::Strip;
use super::{autosave, browser, carry, intake, keys};
use leptos::ev;
use leptos::prelude::*;

/// The whole page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = State::new();
    provide_context(state);
    intake::start(state);
    autosave::start(state);
    keys::listen(state);
    remember(state);
    carry::listen(state);
    let is_dropping = dropping(state);
    Effect::new(move |_| document().set_title(&state.id.get().map_or("Galley".to_owned(), |_| format!("{} · Galley", state.title.get()))));
    autosave::restore(state, || browser::soon(|| browser::mark("galley:ready")));
    view! {
        <div class="app" class:start=move || state.id.with(Option::is_none)>
            <Header/>
            <Library/>
            <main class="main" id="main" tabindex=move || if state.clean.get() { "0" } else { "-1" }>
                {move || match state.id.get() {
                    Some(_) => view! { <FindBar/><Strip/><Article/> }.into_any(),
                    None => view! { <Start/> }.into_any(),
                }}
            </main>
            <Inspector/>
            <div class="scrim" on:click=move |_| state.sheet.set(None)></div>
            <Status/>
        </div>
        <NoticeList/>
        <HelpDialog/>
        <CommandPalette/>
        <ExportDialog/>
        <OverviewDialog/>
        <div class="unseen" aria-live="polite">{state.spoken}</div>
        <Show when=move || is_dropping.get()><div class="dropping" aria-hidden="true">"Drop articles to annotate them"</div></Show>
    }
}

/// Takes files that are dropped anywhere; true while some are held over the page.
fn dropping(state: State) -> RwSignal<bool> {
    let is_over = RwSignal::new(false);
    let over = window_event_listener(ev::dragover, move |event| {
        if is_file_drag(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        is_over.set(false);
        super::start::take_drop(state, &event);
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
    });
    is_over
}
