//! The Review tab: how far the review is, filters, and the marks to decide.

use super::chips::{chips, flip};
use super::done;
use super::listing::Listing;
use super::look::Look;
use crate::library::percent;
use crate::state::State;
use crate::words::count;
use galley_engine::annotation::{AnnotationId, Decision, Layer};
use galley_engine::document::Command;
use galley_engine::view::queue::{Filter, Order, queue, surer_than};
use leptos::prelude::*;

/// Surer than this, and all of them may be accepted at once.
const SURE: f32 = 0.9;

/// The Review tab.
#[component]
pub(super) fn Review() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let ids = Memo::new(move |_| {
        let filter = Filter { layer: look.layer.get(), decision: Some(look.decision.get()) };
        state.with(|document| queue(document, &filter, state.order.get())).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <div class="sec">
            <Progress/>
            <Filters/>
            <div class="list-head">
                <h2 class="heading">{move || title(look.decision.get())}</h2>
                <OrderChoice/>
            </div>
            <Sure ids/>
        </div>
        <Show when=move || is_empty.get() fallback=move || view! { <Listing ids/> }><Nothing/></Show>
    }
}

fn title(decision: Decision) -> &'static str {
    match decision {
        Decision::Pending => "To decide",
        Decision::Accepted => "Accepted",
        Decision::Rejected => "Rejected",
    }
}

#[component]
fn Progress() -> impl IntoView {
    let state = expect_context::<State>();
    let all = Memo::new(move |_| state.counts.get().all());
    view! {
        <div class="progress">
            <p><b>{move || all.get().decided}</b>{move || format!(" of {} decided", all.get().total)}</p>
            <span class="bar" aria-hidden="true"><i style:width=move || percent(all.get().decided, all.get().total)></i></span>
        </div>
    }
}

/// Which marks are listed: by layer, and by what was decided.
#[component]
fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let layer = move |layer, title| {
        let count = Signal::derive(move || state.counts.get().layer(layer).of(look.decision.get()));
        (layer, title, count)
    };
    let layers = vec![layer(Layer::Entity, "Names"), layer(Layer::Quotation, "Quotes"), layer(Layer::Structure, "Furniture")];
    let decision = move |decision| {
        let counted = move || look.layer.get().map_or_else(|| state.counts.get().all(), |layer| state.counts.get().layer(layer));
        (decision, title(decision), Signal::derive(move || counted().of(decision)))
    };
    let decisions = [Decision::Pending, Decision::Accepted, Decision::Rejected].map(decision).to_vec();
    let decided = Signal::derive(move || Some(look.decision.get()));
    view! {
        {chips("Decision", decisions, decided, move |decision| look.decision.set(decision))}
        {chips("Layer", layers, look.layer.into(), move |layer| flip(look.layer, layer))}
    }
}

#[component]
fn OrderChoice() -> impl IntoView {
    let state = expect_context::<State>();
    let is = move |order| state.order.get() == order;
    let change = move |event| state.order.set(if event_target_value(&event) == "uncertain" { Order::Uncertain } else { Order::Reading });
    view! {
        <select class="quiet-choice" aria-label="Order" on:change=change>
            <option value="reading" prop:selected=move || is(Order::Reading)>"Reading order"</option>
            <option value="uncertain" prop:selected=move || is(Order::Uncertain)>"Least certain first"</option>
        </select>
    }
}

/// Accepts all that the parser is sure of, as one step of undo.
#[component]
fn Sure(ids: Memo<Vec<AnnotationId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let sure = Memo::new(move |_| ids.with(|ids| state.with(|document| surer_than(document, ids, SURE))).unwrap_or_default());
    let many = move || sure.with(Vec::len);
    let accept = move |_| {
        let accepted = sure.get_untracked();
        if state.dispatch(&Command::Accept(accepted.clone())) {
            done::say(state, format!("Accepted {}", count(accepted.len(), "mark")));
        }
    };
    view! {
        <Show when=move || 1 < many()>
            <button class="plain wide-act" on:click=accept>{move || format!("Accept {} above {SURE}", many())}</button>
        </Show>
    }
}

/// What is said where no mark is listed.
#[component]
fn Nothing() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let all = Memo::new(move |_| state.counts.get().all());
    let is_done = move || look.decision.get() == Decision::Pending && 0 < all.get().total && all.get().pending() == 0;
    let words = move || match look.decision.get() {
        _ if all.get().total == 0 => "Nothing was found. Select words in the article to mark them.",
        Decision::Pending if is_done() => "Every mark is decided.",
        Decision::Pending => "Nothing of this layer is left to decide.",
        Decision::Accepted => "Nothing is accepted yet.",
        Decision::Rejected => "Nothing is rejected.",
    };
    view! {
        <div class="nothing">
            <p>{words}</p>
            <Show when=is_done><button class="primary" on:click=move |_| state.export.set(true)>"Export"</button></Show>
        </div>
    }
}
