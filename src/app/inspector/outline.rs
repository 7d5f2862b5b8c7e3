//! The headline and the subheads, to go to by click.

use super::jump;
use super::role::RoleChoice;
use crate::state::State;
use galley_engine::annotation::{AnnotationId, Role};
use galley_engine::document::Document;
use galley_engine::view::line::line;
use galley_engine::view::structure::outline;
use leptos::prelude::*;

/// A title of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Title {
    id: AnnotationId,
    words: String,
    is_headline: bool,
}

/// The outline.
#[component]
pub(super) fn Outline() -> impl IntoView {
    let state = expect_context::<State>();
    let titles = Memo::new(move |_| state.with(titles).unwrap_or_default());
    view! {
        <div class="sec">
            <h2 class="heading">"Outline"</h2>
            <Show when=move || !titles.with(Vec::is_empty) fallback=|| view! { <p class="nothing">"No headline and no subhead was found."</p> }>
                <ul class="outline">
                    <For each=move || titles.get() key=Title::clone let:title>
                        <li class:headline=title.is_headline>
                            <button class="go" on:click=move |event| jump::to_role(state, title.id, event.shift_key())>{title.words.clone()}</button>
                            <RoleChoice id=title.id/>
                        </li>
                    </For>
                </ul>
            </Show>
        </div>
    }
}

fn titles(document: &Document) -> Vec<Title> {
    let blocks = outline(document).into_iter();
    let title = |(index, role): (usize, Role)| {
        let line = line(document, *document.roles.get(index)?)?;
        Some(Title { id: line.id, words: line.words, is_headline: role == Role::Headline })
    };
    blocks.filter_map(title).collect()
}
