//! The role of a block, or of a piece of one, as a choice.

use crate::browser;
use crate::state::State;
use crate::words::{offered, short, shortened};
use galley_engine::annotation::{AnnotationId, Label, LabelName, Layer, Role};
use galley_engine::document::Command;
use leptos::prelude::*;

/// The role that the mark `id` gives its words; another choice gives them another.
#[component]
pub(super) fn RoleChoice(id: AnnotationId) -> impl IntoView {
    let state = expect_context::<State>();
    let role = Memo::new(move |_| {
        state
            .with(|document| match document.annotations.get(&id).map(|one| &one.label) {
                Some(Label::Structure(role)) => Some(*role),
                _ => None,
            })
            .flatten()
    });
    let words =
        state.peek(|document| document.annotations.get(&id).map(|one| shortened(document.words_of(one), 40))).flatten().unwrap_or_default();
    let change = move |event| {
        if let Some(role) = Role::from_code(&event_target_value(&event)) {
            state.dispatch(&Command::Relabel(vec![id], LabelName::Structure(role)));
            // The line moves to the list of its new role.
            browser::soon(move || drop(browser::find(&format!("[data-role-of=\"a{}\"]", id.0)).map(|choice| choice.focus())));
        }
    };
    let option = move |label: LabelName| {
        let (code, title) = (label.code().to_owned(), short(&label));
        view! { <option value=code.clone() prop:selected=move || role.get().is_some_and(|role| role.code() == code)>{title}</option> }
    };
    view! { <select class="role-choice" data-role-of=format!("a{}", id.0) aria-label=format!("Role of “{words}”") on:change=change>{offered(Layer::Structure).into_iter().map(option).collect_view()}</select> }
}
