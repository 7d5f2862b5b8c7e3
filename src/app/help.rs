//! The help: every key, read from the table of acts.

use super::commands::{ACTS, Act, Group, shown};
use super::icon::icon;
use super::state::State;
use leptos::html;
use leptos::prelude::*;

/// The help dialog.
#[component]
pub(crate) fn HelpDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| open_or_close(dialog, state.help.get()));
    view! {
        <dialog node_ref=dialog aria-labelledby="help-title" on:close=move |_| state.help.set(false)>
            <div class="dialog-head">
                <h2 id="help-title">"Keys"</h2>
                <button class="ghost" aria-label="Close" on:click=move |_| state.help.set(false)>{icon("close")}</button>
            </div>
            <div class="help">
                {Group::ALL.map(|group| view! { <section><h3>{group.title()}</h3><dl>{rows(group)}</dl></section> })}
                <label class="check">
                    <input type="checkbox" prop:checked=state.single_keys on:change=move |event| state.single_keys.set(event_target_checked(&event))/>
                    "Single keys act while the article or a list has the focus"
                </label>
            </div>
        </dialog>
    }
}

/// Opens or closes a modal dialog to match `is_open`.
pub(crate) fn open_or_close(dialog: NodeRef<html::Dialog>, is_open: bool) {
    let Some(dialog) = dialog.get() else { return };
    if is_open && !dialog.open() {
        // A dialog that is not in the page cannot be shown, and then there is nobody to show it to.
        drop(dialog.show_modal());
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}

/// One row an act; the nine labels share one.
fn rows(group: Group) -> impl IntoView {
    let acts = ACTS.iter().filter(move |act| act.group == group && (!act.name.starts_with("label-") || act.name == "label-1"));
    let mut rows: Vec<AnyView> = acts.map(|act| row(act).into_any()).collect();
    if group == Group::Change {
        rows.push(view! { <div><dt>"Select single characters, not words"</dt><dd><kbd>"Alt"</kbd></dd></div> }.into_any());
    }
    rows
}

fn row(act: &'static Act) -> impl IntoView {
    let is_label = act.name == "label-1";
    let keys: Vec<String> = if is_label { vec!["1 – 9".to_owned()] } else { act.keys.iter().map(|key| shown(key)).collect() };
    let label = if is_label { "Label: the first to the ninth" } else { act.label };
    view! { <div><dt>{label}</dt><dd>{keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view()}</dd></div> }
}
