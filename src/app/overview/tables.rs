//! Marks by label, and words by speaker, each as a table with bars.

use crate::browser;
use crate::state::{Sheet, State, Tab};
use crate::words::{capital, hue_in, layer};
use galley_engine::annotation::LabelName;
use galley_engine::view::queue::Filter;
use galley_engine::view::tally::{Tally, tallies};
use leptos::prelude::*;

/// How many marks each label has; its name lists them in the Review tab.
#[component]
pub(super) fn Labels() -> impl IntoView {
    let state = expect_context::<State>();
    let tallies = Memo::new(move |_| state.with(tallies).unwrap_or_default());
    let most = move || tallies.with(|tallies| tallies.iter().map(|tally| tally.standing()).max().unwrap_or(0));
    let rows = move || tallies.get().into_iter().map(|tally| row(state, tally, most())).collect_view();
    view! {
        <section aria-labelledby="by-label">
            <h3 class="heading" id="by-label">"Marks by label"</h3>
            <table class="figures">
                <thead><tr><th scope="col">"Label"</th><th scope="col" class="wide"><span class="unseen">"Share"</span></th><th scope="col">"Accepted"</th><th scope="col">"To decide"</th><th scope="col">"Rejected"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(state: State, tally: Tally, most: usize) -> impl IntoView {
    let hue = state.own.with_untracked(|own| hue_in(own, &tally.label));
    let title = capital(tally.label.title());
    let kind = layer(tally.label.layer());
    let width = |many: usize| format!("{:.1}%", many as f64 * 100.0 / most.max(1) as f64);
    let (accepted, pending) = (width(tally.accepted), width(tally.pending));
    let label = tally.label.clone();
    view! {
        <tr data-hue=hue>
            <th scope="row"><button class="link" title=format!("{kind}: list these marks") on:click=move |_| list(state, &label)>{title}</button></th>
            <td class="wide" aria-hidden="true"><span class="stacked"><i style:width=accepted></i><i class="waiting" style:width=pending></i></span></td>
            <td>{tally.accepted}</td><td>{tally.pending}</td><td>{tally.rejected}</td>
        </tr>
    }
}

/// Lists the marks of a label in the Review tab.
fn list(state: State, label: &LabelName) {
    state.overview.set(false);
    state.filter.set(Filter { layer: Some(label.layer()), label: Some(label.clone()), ..Filter::default() });
    state.tab.set(Tab::Review);
    if browser::is_narrow() {
        state.sheet.set(Some(Sheet::Inspector));
    }
}

/// How many words each speaker says, word for word and reported.
#[component]
pub(super) fn Speakers() -> impl IntoView {
    let state = expect_context::<State>();
    let rows = move || {
        let row = |share: galley_engine::view::quotes::Share| {
            view! { <tr><th scope="row">{share.speaker.clone().unwrap_or_else(|| "No speaker".to_owned())}</th><td>{share.quotations}</td><td>{share.verbatim}</td><td>{share.indirect}</td></tr> }
        };
        state.shares.get().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || !state.shares.with(Vec::is_empty)>
            <section aria-labelledby="by-speaker">
                <h3 class="heading" id="by-speaker">"Words by speaker"</h3>
                <table class="figures">
                    <thead><tr><th scope="col">"Speaker"</th><th scope="col">"Quotations"</th><th scope="col">"Word for word"</th><th scope="col">"Reported"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        </Show>
    }
}
