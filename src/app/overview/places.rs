//! Where in the article the marks are, as a table: what the strip beside the article shows, for keys and screen readers.

use super::leave_for;
use crate::state::State;
use galley_engine::annotation::Layer;
use galley_engine::view::strip::{Lane, first_in, lanes};
use leptos::prelude::*;

/// Into how many parts the article is cut.
const PARTS: usize = 10;

/// The table.
#[component]
pub(super) fn Places() -> impl IntoView {
    let state = expect_context::<State>();
    let lanes = Memo::new(move |_| state.with(|document| lanes(document, PARTS)).unwrap_or_default());
    let heads = move || lanes.get().into_iter().map(|lane| view! { <th scope="col">{plural(lane.layer)}</th> }).collect_view();
    let row = move |part: usize| {
        let cells = move || lanes.get().into_iter().map(|lane| cell(state, &lane, part)).collect_view();
        view! { <tr><th scope="row">{name(part)}</th>{cells}</tr> }
    };
    view! {
        <section aria-labelledby="by-place">
            <h3 class="heading" id="by-place">"Where the marks are"</h3>
            <table class="figures">
                <thead><tr><th scope="col">"Part"</th>{heads}</tr></thead>
                <tbody>{(0..PARTS).map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}

fn name(part: usize) -> String {
    match part {
        0 => "Beginning".to_owned(),
        part if part + 1 == PARTS => "End".to_owned(),
        part => format!("{} %", part * 100 / PARTS),
    }
}

fn plural(layer: Layer) -> &'static str {
    match layer {
        Layer::Entity => "Names",
        Layer::Quotation => "Quotes",
        Layer::Structure => "Furniture",
        Layer::Code => "Codes",
    }
}

/// How many marks begin there, and how many of them wait; it goes to the first.
fn cell(state: State, lane: &Lane, part: usize) -> impl IntoView + use<> {
    let Some(here) = lane.parts.get(part).copied().filter(|here| 0 < here.marks) else {
        return view! { <td class="none">"–"</td> }.into_any();
    };
    let layer = lane.layer;
    let go = move |_| {
        if let Some(id) = state.peek(|document| first_in(document, layer, part, PARTS)).flatten() {
            leave_for(state, id);
        }
    };
    let waiting = (0 < here.undecided).then(|| view! { <small>{format!(" · {} left", here.undecided)}</small> });
    view! { <td><button class="link" title="Go to the first of them" on:click=go>{here.marks}{waiting}</button></td> }.into_any()
}
