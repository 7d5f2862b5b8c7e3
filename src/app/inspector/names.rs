//! The Names tab: who and what is named, how often, and how much of that is decided.

use super::look::Look;
use super::name::NameItem;
use crate::icon::icon;
use crate::state::State;
use galley_engine::annotation::EntityId;
use galley_engine::view::names::{Name, Order, arranged};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The names by entity, for the items of the list.
pub(super) type ByEntity = Memo<BTreeMap<EntityId, Name>>;

/// The Names tab.
#[component]
pub(super) fn Names() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let by_entity: ByEntity = Memo::new(move |_| state.names.get().into_iter().map(|name| (name.id, name)).collect());
    let listed = Memo::new(move |_| state.names.with(|names| arranged(names, &look.wanted.get(), look.names.get())));
    on_cleanup(move || look.lit.set(None));
    view! {
        <div class="sec">
            <div class="finder">
                <label class="find">
                    {icon("search")}
                    <input type="search" aria-label="Find a name" placeholder="Find a name" prop:value=look.wanted on:input=move |event| look.wanted.set(event_target_value(&event))/>
                </label>
                <OrderChoice/>
            </div>
            <Show when=move || !listed.with(Vec::is_empty) fallback=move || view! { <Nothing/> }>
                <ul class="names" role="list"><For each=move || listed.get() key=|id| *id let:id><NameItem id by_entity/></For></ul>
            </Show>
        </div>
    }
}

#[component]
fn OrderChoice() -> impl IntoView {
    let look = expect_context::<Look>();
    const ORDERS: [(Order, &str); 3] =
        [(Order::Mentions, "Most mentioned"), (Order::Alphabet, "A–Z"), (Order::Appearance, "First mention")];
    let options =
        ORDERS.map(|(order, title)| view! { <option value=title prop:selected=move || look.names.get() == order>{title}</option> });
    let change = move |event| {
        let title = event_target_value(&event);
        look.names.set(ORDERS.iter().find(|(_, one)| *one == title).map_or(Order::Mentions, |(order, _)| *order));
    };
    view! { <select class="quiet-choice" aria-label="Order" on:change=change>{options}</select> }
}

#[component]
fn Nothing() -> impl IntoView {
    let look = expect_context::<Look>();
    let words = move || {
        let wanted = look.wanted.get();
        if wanted.trim().is_empty() {
            "Nobody and nothing is named yet. Select a name in the article to mark it.".to_owned()
        } else {
            format!("No name holds “{}”.", wanted.trim())
        }
    };
    view! { <p class="nothing">{words}</p> }
}
