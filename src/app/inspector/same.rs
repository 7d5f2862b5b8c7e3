//! Choosing the name that another one is the same as, or whose some mentions are: a click on it in the list or in the text, or a likely one.

use crate::asking::{self, Ask, question};
use crate::naming;
use crate::state::State;
use galley_engine::annotation::EntityId;
use galley_engine::view::names::alike;
use leptos::prelude::*;

/// How many likely names are offered.
const MOST: usize = 4;

/// What is asked of the list now, with the likeliest answers.
#[component]
pub(super) fn SameBanner() -> impl IntoView {
    let state = expect_context::<State>();
    let asked = Memo::new(move |_| state.asked.get().map(|asked| asked.what).filter(|what| matches!(what, Ask::Same(_) | Ask::Whose(_))));
    let likely = Memo::new(move |_| asked.get().map(|what| likely(state, &what)).unwrap_or_default());
    let button =
        move |id: EntityId| view! { <button class="plain" on:click=move |_| { take(state, id); }>{naming::name_of(state, id)}</button> };
    view! {
        <Show when=move || asked.with(Option::is_some)>
            <div class="same" role="group" aria-label="Choose a name">
                <p>{move || asked.get().map(|what| question(state, &what))}</p>
                <div class="likely">{move || likely.get().into_iter().map(button).collect_view()}<button class="link" on:click=move |_| asking::stop(state)>"Cancel"</button></div>
            </div>
        </Show>
    }
}

fn likely(state: State, what: &Ask) -> Vec<EntityId> {
    let like = match what {
        Ask::Same(id) => Some(*id),
        Ask::Whose(ids) => ids.first().and_then(|id| state.annotation(*id)).and_then(|one| one.label.mention()?.entity),
        Ask::Speaker(_) | Ask::Cue(_) => None,
    };
    let mut found = like.map(|id| state.names.with_untracked(|names| alike(names, id))).unwrap_or_default();
    found.truncate(MOST);
    found
}

/// Answers with a name of the list, which then has the focus; false when nothing is asked.
pub(super) fn take(state: State, id: EntityId) -> bool {
    let is_taken = asking::answer(state, id);
    if is_taken {
        crate::browser::soon(move || super::names::focus(id, ".go"));
    }
    is_taken
}
