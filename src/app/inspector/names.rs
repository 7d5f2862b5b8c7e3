//! The Names tab: who and what is named, how often, where first, and how much of that is decided.

use super::grow::Grown;
use super::look::Look;
use super::name::NameItem;
use super::same::SameBanner;
use crate::browser;
use crate::icon::icon;
use crate::naming;
use crate::state::{ShowName, State};
use crate::words::capital;
use galley_engine::annotation::{EntityId, EntityKind};
use galley_engine::view::names::{Name, Order, Sought, arranged, kinds};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The names by entity, for the items of the list.
pub(super) type ByEntity = Memo<BTreeMap<EntityId, Name>>;

/// The name that has the focus in the list, or something inside it.
pub(crate) fn focused_name() -> Option<EntityId> {
    let active = document().active_element()?;
    let item = active.closest(".names > [data-name]").ok()??;
    item.get_attribute("data-name")?.strip_prefix('e')?.parse().ok().map(EntityId)
}

/// The Names tab.
#[component]
pub(super) fn Names() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let by_entity: ByEntity = Memo::new(move |_| state.names.get().into_iter().map(|name| (name.id, name)).collect());
    let listed = Memo::new(move |_| state.names.with(|names| look.sought.with(|sought| arranged(names, sought))));
    let grown = Grown::new(look, Signal::derive(move || listed.with(Vec::len)));
    let shown = Memo::new(move |_| listed.with(|listed| listed.iter().take(grown.count()).copied().collect::<Vec<_>>()));
    let stop = Memo::new(move |_| {
        look.stop.get().filter(|id| shown.with(|shown| shown.contains(id))).or_else(|| shown.with(|shown| shown.first().copied()))
    });
    Effect::new(move |_| {
        if let Some(wanted) = state.show_name.get() {
            state.show_name.set(None);
            show(look, listed, grown, wanted);
        }
    });
    on_cleanup(move || look.lit.set(None));
    view! {
        <div class="sec">
            <SameBanner/>
            <Finder/>
            <Show when=move || !listed.with(Vec::is_empty) fallback=move || view! { <Nothing/> }>
                <ul class="names" role="list" on:keydown=move |event| pressed(state, look, listed, grown, &event)>
                    <For each=move || shown.get() key=|id| *id let:id><NameItem id by_entity stop/></For>
                </ul>
                <div node_ref=grown.end></div>
            </Show>
        </div>
    }
}

/// Unfolds a name, draws the list as far as it, and focuses it.
fn show(look: Look, listed: Memo<Vec<EntityId>>, grown: Grown, ShowName { id, is_renaming }: ShowName) {
    if !listed.with_untracked(|listed| listed.contains(&id)) {
        look.sought.update(|sought| *sought = Sought { order: sought.order, ..Sought::default() });
    }
    grown.at_least(listed.with_untracked(|listed| listed.iter().position(|one| *one == id).map_or(0, |at| at + 1)));
    look.unfolded.maybe_update(|open| open.insert(id));
    if is_renaming {
        look.renaming.set(Some(id));
    }
    // Twice: the list is drawn with the next frame, and laid out then.
    browser::soon(move || browser::soon(move || focus(id, if is_renaming { ".ask input" } else { ".go" })));
}

/// Focuses what `selector` finds in the item of a name.
pub(super) fn focus(id: EntityId, selector: &str) {
    if let Some(element) = browser::find(&format!(".names [data-name=\"e{}\"] {selector}", id.0)) {
        drop(element.focus());
    }
}

/// The arrow keys go from name to name, and from mention to mention of the one that has the focus.
fn pressed(state: State, look: Look, listed: Memo<Vec<EntityId>>, grown: Grown, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let is_head = target.is_some_and(|target| target.matches(".names > .name > .name-head > .go").unwrap_or(false));
    let Some(id) = focused_name().filter(|_| is_head && !event.ctrl_key() && !event.meta_key() && !event.alt_key()) else { return };
    let at = listed.with_untracked(|listed| listed.iter().position(|one| *one == id)).unwrap_or(0);
    let last = listed.with_untracked(Vec::len).saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" => (at + 1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        "ArrowRight" | "ArrowLeft" => {
            event.prevent_default();
            naming::step(state, id, event.key() == "ArrowRight");
            return;
        }
        _ => return,
    };
    event.prevent_default();
    grown.at_least(next + 1);
    if let Some(next) = listed.with_untracked(|listed| listed.get(next).copied()) {
        look.stop.set(Some(next));
        browser::soon(move || focus(next, ".go"));
    }
}

/// Which names are listed, and in which order.
#[component]
fn Finder() -> impl IntoView {
    let look = expect_context::<Look>();
    let words = move || look.sought.with(|sought| sought.words.clone());
    view! {
        <div class="finder">
            <label class="find">
                {icon("search")}
                <input type="search" aria-label="Find a name" placeholder="Find a name or title" prop:value=words on:input=move |event| look.sought.update(|sought| sought.words = event_target_value(&event))/>
            </label>
        </div>
        <div class="narrowing"><KindFilter/><OrderChoice/></div>
    }
}

#[component]
fn KindFilter() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let found = Memo::new(move |_| state.names.with(|names| kinds(names)));
    let chosen = move || look.sought.with(|sought| sought.kind.clone());
    let all = move || found.with(|found| found.iter().map(|(_, count)| count).sum::<usize>());
    let option = move |(kind, count): (EntityKind, usize)| {
        let (code, title) = (kind.code().to_owned(), format!("{} ({count})", capital(kind.title())));
        view! { <option value=code prop:selected=move || chosen() == Some(kind.clone())>{title}</option> }
    };
    let change = move |event| {
        let code = event_target_value(&event);
        look.sought.update(|sought| sought.kind = Some(EntityKind::from_code(&code)).filter(|_| !code.is_empty()));
    };
    view! {
        <select class="quiet-choice" aria-label="Kind" on:change=change>
            <option value="" prop:selected=move || chosen().is_none()>{move || format!("All kinds ({})", all())}</option>
            {move || found.get().into_iter().map(option).collect_view()}
        </select>
    }
}

#[component]
fn OrderChoice() -> impl IntoView {
    let look = expect_context::<Look>();
    const ORDERS: [(Order, &str); 3] =
        [(Order::Mentions, "Most mentioned"), (Order::Alphabet, "A–Z"), (Order::Appearance, "First mention")];
    let is_chosen = move |order| look.sought.with(|sought| sought.order == order);
    let options = ORDERS.map(|(order, title)| view! { <option value=title prop:selected=move || is_chosen(order)>{title}</option> });
    let change = move |event| {
        let title = event_target_value(&event);
        look.sought
            .update(|sought| sought.order = ORDERS.iter().find(|(_, one)| *one == title).map_or(Order::Mentions, |(order, _)| *order));
    };
    view! { <select class="quiet-choice" aria-label="Order" on:change=change>{options}</select> }
}

#[component]
fn Nothing() -> impl IntoView {
    let look = expect_context::<Look>();
    let words = move || {
        look.sought.with(|sought| match (sought.words.trim(), &sought.kind) {
            ("", None) => "Nobody and nothing is named yet. Select a name in the article to mark it.".to_owned(),
            ("", Some(kind)) => format!("Nothing named is called {}.", kind.title()),
            (words, _) => format!("No name holds “{words}”."),
        })
    };
    view! { <p class="nothing">{words}</p> }
}
