//! The line at the top: what is open, which layers are drawn, undo and redo, export.

use super::commands::Button;
use super::icon::icon;
use super::state::{Saved, Sheet, State};
use galley_engine::view::Counts;
use galley_engine::view::segments::Shown;
use leptos::prelude::*;

/// The header.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let is_open = move || state.id.with(Option::is_some);
    view! {
        <header class="top">
            <button class="ghost narrow" aria-label="Articles" on:click=move |_| state.sheet.set(Some(Sheet::Library))>{icon("menu")}</button>
            <button class="brand" aria-label="Galley, start page" on:click=move |_| state.close()>"Galley"</button>
            <Show when=is_open>
                <span class="crumb">{state.title}</span>
                <SavedNote/>
            </Show>
            <span class="push"></span>
            <Show when=is_open><Layers/></Show>
            <div class="tools">
                <Show when=is_open>
                    <Button name="undo" class="ghost">{icon("undo")}</Button>
                    <Button name="redo" class="ghost">{icon("redo")}</Button>
                </Show>
                <Show when=is_open>
                    <button class="ghost narrow-only" aria-pressed=move || state.clean.get().to_string() aria-label="Only the story" title="Only the story: no furniture, no marks" on:click=move |_| state.clean.update(|clean| *clean = !*clean)>{icon("story")}</button>
                </Show>
                <Show when=is_open><Button name="overview" class="ghost wide">{icon("overview")}</Button></Show>
                <Button name="help" class="ghost wide">{icon("help")}</Button>
            </div>
            <Show when=is_open><Button name="export" class="primary">"Export"</Button></Show>
        </header>
    }
}

#[component]
fn SavedNote() -> impl IntoView {
    let state = expect_context::<State>();
    let words = move || match state.saved.get() {
        Saved::Underway => "Saving…".to_owned(),
        Saved::Done => "Saved".to_owned(),
        Saved::Failed(_) => "Not saved".to_owned(),
    };
    let is_bad = move || matches!(state.saved.get(), Saved::Failed(_));
    view! { <span class="saved" class:bad=is_bad>{words}</span> }
}

/// A button for each layer, with how many marks it has.
#[component]
fn Layers() -> impl IntoView {
    let state = expect_context::<State>();
    let has_codes = move || 0 < state.counts.get().code.total;
    view! {
        <div class="layers" role="group" aria-label="Layers">
            <LayerButton title="Names" hue="person" count=|counts| counts.entity.standing is_on=|shown| shown.entity flip=|shown| shown.entity = !shown.entity/>
            <LayerButton title="Quotes" hue="quote" count=|counts| counts.quotation.standing is_on=|shown| shown.quotation flip=|shown| shown.quotation = !shown.quotation/>
            <LayerButton title="Furniture" hue="structure" count=|counts| counts.structure.standing is_on=|shown| shown.structure flip=|shown| shown.structure = !shown.structure/>
            <Show when=has_codes>
                <LayerButton title="Codes" hue="own" count=|counts| counts.code.standing is_on=|shown| shown.code flip=|shown| shown.code = !shown.code/>
            </Show>
            <button aria-pressed=move || state.clean.get().to_string() title="Only the story: no furniture, no marks" on:click=move |_| state.clean.update(|clean| *clean = !*clean)>"Clean"</button>
        </div>
    }
}

#[component]
fn LayerButton(
    title: &'static str,
    hue: &'static str,
    count: fn(&Counts) -> usize,
    is_on: fn(&Shown) -> bool,
    flip: fn(&mut Shown),
) -> impl IntoView {
    let state = expect_context::<State>();
    let pressed = move || (is_on(&state.shown.get()) && !state.clean.get()).to_string();
    let click = move |_| {
        if state.clean.get_untracked() {
            state.clean.set(false);
        } else {
            state.shown.update(flip);
        }
    };
    view! { <button data-hue=hue aria-pressed=pressed on:click=click><i></i>{title}<b>{move || count(&state.counts.get())}</b></button> }
}
