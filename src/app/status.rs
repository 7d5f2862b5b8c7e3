//! The line at the foot: how far the review is, and the keys; on a phone, the thumb's buttons.

use super::commands::{Button, Key};
use super::icon::icon;
use super::library::percent;
use super::state::{Sheet, State};
use galley_engine::view::queue::Filter;
use leptos::prelude::*;

/// Progress, and what to press.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let state = expect_context::<State>();
    let all = Memo::new(move |_| state.counts.get().all());
    let toggle = move |sheet| state.sheet.update(|open| *open = if *open == Some(sheet) { None } else { Some(sheet) });
    view! {
        <footer class="status" aria-label="Progress">
            <Show when=move || state.id.with(Option::is_some) fallback=|| view! { <span>"Nothing is sent anywhere: the article stays in this browser"</span> }>
                <span>{move || format!("{} of {} decided", all.get().decided, all.get().total)}</span>
                <span class="bar" aria-hidden="true"><i style:width=move || percent(all.get().decided, all.get().total)></i></span>
                <Show when=move || state.filter.with(Filter::is_narrow)>
                    <button class="filtered" title="Go through all marks again" on:click=move |_| state.filter.set(Filter::default())>"Filtered" {icon("close")}</button>
                </Show>
                <span class="keys">
                    <span><Key name="next"/><Key name="previous"/>"next, previous"</span>
                    <span><Key name="accept"/>"accept"</span>
                    <span><Key name="reject"/>"reject"</span>
                    <span class="less"><kbd>"1"</kbd>"–"<kbd>"9"</kbd>"label"</span>
                    <span class="less"><button on:click=move |_| state.palette.set(true)><Key name="palette"/>" commands"</button></span>
                    <span><button on:click=move |_| state.help.set(true)><Key name="help"/>" all keys"</button></span>
                </span>
                <span class="thumb">
                    <button on:click=move |_| toggle(Sheet::Library)>{icon("menu")}"Articles"</button>
                    <Button name="previous" class="">{icon("previous")}"Back"</Button>
                    <button on:click=move |_| toggle(Sheet::Inspector)>{icon("panel")}{move || format!("{} left", all.get().total - all.get().decided)}</button>
                    <Button name="next" class="">{icon("next")}"Next"</Button>
                    <button on:click=move |_| state.palette.set(true)>{icon("more")}"More"</button>
                </span>
            </Show>
        </footer>
    }
}
