//! The page furniture by role: how much of each, and which lines.

use super::jump;
use super::look::Look;
use super::role::RoleChoice;
use crate::browser;
use crate::state::State;
use crate::words::{capital, count};
use galley_engine::annotation::{AnnotationId, Decision, Role};
use galley_engine::document::Command;
use galley_engine::view::line::line;
use galley_engine::view::structure::{Furniture, furniture};
use leptos::prelude::*;

/// The furniture.
#[component]
pub(super) fn FurnitureList() -> impl IntoView {
    let state = expect_context::<State>();
    let groups = Memo::new(move |_| state.with(furniture).unwrap_or_default());
    let roles = move || groups.with(|groups| groups.iter().map(|group| group.role).collect::<Vec<_>>());
    let all = move || groups.with(|groups| groups.iter().map(|group| group.marks.len()).sum::<usize>());
    view! {
        <div class="sec">
            <div class="list-head"><h2 class="heading">"Furniture"</h2><small class="aside">{move || count(all(), "line")}</small></div>
            <Show when=move || 0 < all() fallback=|| view! { <p class="nothing">"There is none: all of this text is the story."</p> }>
                <ul class="furniture-groups"><For each=roles key=|role| *role let:role><Group role groups/></For></ul>
            </Show>
        </div>
    }
}

/// The furniture of one role; unfolding it goes to the first of its lines.
#[component]
fn Group(role: Role, groups: Memo<Vec<Furniture>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let marks = Memo::new(move |_| {
        groups.with(|groups| groups.iter().find(|group| group.role == role).map(|group| group.marks.clone())).unwrap_or_default()
    });
    let is_open = Memo::new(move |_| look.roles.with(|open| open.contains(&role)));
    let flip = move |_| {
        look.roles.update(|open| {
            if !open.remove(&role) {
                open.insert(role);
            }
        });
        if let Some(first) = marks.get_untracked().first().copied().filter(|_| is_open.get_untracked() && !browser::is_narrow()) {
            jump::to_mark(state, first);
        }
    };
    let is_pending = move |id: &AnnotationId| {
        state.with(|document| document.annotations.get(id).is_some_and(|one| one.decision == Decision::Pending)) == Some(true)
    };
    let pending = Memo::new(move |_| marks.get().into_iter().filter(is_pending).collect::<Vec<_>>());
    let accept = move |_| {
        state.dispatch(&Command::Accept(pending.get_untracked()));
    };
    view! {
        <li>
            <div class="group-head">
                <button class="go" aria-expanded=move || is_open.get().to_string() on:click=flip><span>{capital(role.title())}</span><small>{move || marks.with(Vec::len)}</small></button>
                <Show when=move || !pending.with(Vec::is_empty)>
                    <button class="small-act" aria-label=move || format!("Accept {}: {}", pending.with(Vec::len), role.title()) on:click=accept>"Accept"</button>
                </Show>
            </div>
            <Show when=move || is_open.get()>
                <ul class="lines"><For each=move || marks.get() key=|id| *id let:id><FurnitureLine id/></For></ul>
            </Show>
        </li>
    }
}

#[component]
fn FurnitureLine(id: AnnotationId) -> impl IntoView {
    let state = expect_context::<State>();
    let words = state.peek(|document| line(document, id).map(|line| line.words)).flatten().unwrap_or_default();
    let is_current = Memo::new(move |_| state.current.get() == Some(id));
    view! { <li class:on=is_current><button class="go" title=words.clone() on:click=move |event| jump::to_role(state, id, event.shift_key())>{words.clone()}</button><RoleChoice id/></li> }
}
