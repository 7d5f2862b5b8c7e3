//! The command palette: everything that can be done now, found by typing a part of its name.

use super::browser;
use super::commands::{ACTS, Act, Keys};
use super::help::open_or_close;
use super::state::State;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

/// The palette.
#[component]
pub(crate) fn CommandPalette() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| open_or_close(dialog, state.palette.get()));
    view! {
        <dialog class="palette" node_ref=dialog aria-label="Commands" on:close=move |_| state.palette.set(false)
            on:click=move |event| if event.target() == event.current_target() { state.palette.set(false) }>
            <Show when=move || state.palette.get()><Inside/></Show>
        </dialog>
    }
}

/// What can be done now and whose name holds every word of `wanted`, in the order of the table.
fn matching(state: State, wanted: &str) -> Vec<&'static Act> {
    let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    let fits = |act: &&Act| {
        let name = format!("{} {}", act.label, act.group.title()).to_lowercase();
        act.name != "palette" && words.iter().all(|word| name.contains(word.as_str()))
    };
    ACTS.iter().filter(fits).filter(|act| untrack(|| (act.enabled)(state))).collect()
}

#[component]
fn Inside() -> impl IntoView {
    let state = expect_context::<State>();
    let wanted = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| matching(state, &wanted.get()).into_iter().map(|act| act.name).collect::<Vec<_>>());
    let option_id = |at: usize| format!("command-{at}");
    browser::soon(|| drop(browser::find("#command").map(|field| field.focus())));
    Effect::new(move |_| {
        let id = option_id(at.get());
        browser::soon(move || {
            if let Some(row) = browser::find(&format!("#{id}")) {
                row.scroll_into_view_with_bool(false);
            }
        });
    });
    let pressed = move |event: KeyboardEvent| {
        let many = found.with_untracked(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1) % many),
            "ArrowUp" => at.update(|at| *at = (*at + many - 1) % many),
            "Enter" => {
                if let Some(name) = found.with_untracked(|found| found.get(at.get_untracked()).copied()) {
                    run(state, name);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let row = move |(index, name): (usize, &'static str)| {
        let act = super::commands::named(name)?;
        let is_on = move || (at.get() == index).to_string();
        Some(view! {
            <li role="option" id=option_id(index) aria-selected=is_on on:click=move |_| run(state, name)>
                <span>{act.label}</span><small>{act.group.title()}</small><Keys name/>
            </li>
        })
    };
    view! {
        <input id="command" role="combobox" aria-expanded="true" aria-controls="commands" aria-autocomplete="list" aria-label="What to do" placeholder="What to do"
            autocomplete="off" spellcheck="false" aria-activedescendant=move || option_id(at.get()) on:keydown=pressed
            on:input=move |event| { wanted.set(event_target_value(&event)); at.set(0); }/>
        <ul id="commands" role="listbox" aria-label="Commands">{move || found.get().into_iter().enumerate().map(row).collect_view()}</ul>
        <Show when=move || found.with(Vec::is_empty)><p class="nothing">"Nothing of that name can be done now."</p></Show>
    }
}

/// Does it once the palette is closed and the focus is where it was.
fn run(state: State, name: &'static str) {
    state.palette.set(false);
    browser::soon(move || {
        if let Some(act) = super::commands::named(name) {
            act.attempt(state);
        }
    });
}
