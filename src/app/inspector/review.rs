//! The Review tab: how far the review is, filters, and the marks to decide.

use super::chips::chips;
use super::done;
use super::listing::Listing;
use super::look::Look;
use super::recent::Recent;
use crate::library::percent;
use crate::state::State;
use crate::words::{capital, count};
use galley_engine::annotation::{AnnotationId, Decision, LabelName, Layer};
use galley_engine::document::Command;
use galley_engine::view::queue::{Certainty, Filter, Order, SURE, UNSURE, labels, queue, surer_than};
use leptos::prelude::*;

/// The Review tab.
#[component]
pub(super) fn Review() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let ids = Memo::new(move |_| {
        let filter = Filter { decision: Some(look.decision.get()), ..state.filter.get() };
        state.with(|document| queue(document, &filter, state.order.get())).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <div class="sec">
            <Progress/>
            <Recent/>
            <Filters/>
            <div class="list-head">
                <h2 class="heading">{move || title(look.decision.get())}</h2>
                <OrderChoice/>
            </div>
            <Bulk ids/>
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
            <p><b>{move || all.get().decided}</b>{move || format!(" of {} decided", all.get().total)}<small class="left">{move || match all.get().pending() { 0 => String::new(), left => format!("{left} left") }}</small></p>
            <span class="bar" aria-hidden="true"><i style:width=move || percent(all.get().decided, all.get().total)></i></span>
        </div>
    }
}

/// Which marks are reviewed: by layer, label and certainty; and which of them are listed, by what was decided.
#[component]
fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let has_codes = Memo::new(move |_| 0 < state.counts.get().code.total);
    let layer = move |layer, title| {
        let count = Signal::derive(move || state.counts.get().layer(layer).of(look.decision.get()));
        (layer, title, count)
    };
    let layers = move || {
        let known = [layer(Layer::Entity, "Names"), layer(Layer::Quotation, "Quotes"), layer(Layer::Structure, "Furniture")];
        known.into_iter().chain(has_codes.get().then(|| layer(Layer::Code, "Codes"))).collect::<Vec<_>>()
    };
    let decision = move |decision| {
        let counted = move || state.filter.get().layer.map_or_else(|| state.counts.get().all(), |layer| state.counts.get().layer(layer));
        (decision, title(decision), Signal::derive(move || counted().of(decision)))
    };
    let decisions = [Decision::Pending, Decision::Accepted, Decision::Rejected].map(decision).to_vec();
    let decided = Signal::derive(move || Some(look.decision.get()));
    let chosen = Signal::derive(move || state.filter.get().layer);
    // Labels belong to a layer: with another one, the label goes.
    let choose = move |layer| {
        state.filter.update(|filter| {
            filter.layer = if filter.layer == Some(layer) { None } else { Some(layer) };
            filter.label = None;
        })
    };
    view! {
        {chips("Decision", decisions, decided, move |decision| look.decision.set(decision))}
        {move || chips("Layer", layers(), chosen, choose)}
        <div class="narrowing">
            <LabelChoice/>
            <CertaintyChoice/>
            <Show when=move || state.filter.with(Filter::is_narrow)><button class="link" on:click=move |_| state.filter.set(Filter::default())>"All marks"</button></Show>
        </div>
    }
}

/// Only marks with one label.
#[component]
fn LabelChoice() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let counted = Memo::new(move |_| {
        let filter = Filter { decision: Some(look.decision.get()), ..state.filter.get() };
        let mut counted = state.with(|document| labels(document, &filter)).unwrap_or_default();
        // What is chosen stays on offer when the last of it is decided.
        if let Some(label) = filter.label.filter(|label| counted.iter().all(|(one, _)| one != label)) {
            counted.push((label, 0));
        }
        counted
    });
    let change = move |event| {
        let chosen = event_target_value(&event)
            .parse::<usize>()
            .ok()
            .and_then(|at| counted.with_untracked(|counted| counted.get(at).map(|(label, _)| label.clone())));
        state.filter.update(|filter| filter.label = chosen);
    };
    let options = move || {
        let chosen = state.filter.get().label;
        let option = |(at, (label, count)): (usize, (LabelName, usize))| {
            view! { <option value=at.to_string() selected=chosen.as_ref() == Some(&label)>{format!("{} ({count})", capital(label.title()))}</option> }
        };
        counted.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <select class="quiet-choice" aria-label="Label" on:change=change>
            <option value="" selected=move || state.filter.get().label.is_none()>"Every label"</option>{options}
        </select>
    }
}

/// Only marks of which the parser was so sure.
#[component]
fn CertaintyChoice() -> impl IntoView {
    let state = expect_context::<State>();
    let title = |certainty| match certainty {
        Certainty::Sure => format!("Above {SURE}"),
        Certainty::Likely => format!("{UNSURE} to {SURE}"),
        Certainty::Unsure => format!("Below {UNSURE}"),
    };
    let change = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|at| Certainty::ALL.get(at).copied());
        state.filter.update(|filter| filter.certainty = chosen);
    };
    let option = move |(at, one): (usize, Certainty)| {
        view! { <option value=at.to_string() prop:selected=move || state.filter.get().certainty == Some(one)>{title(one)}</option> }
    };
    view! {
        <select class="quiet-choice" aria-label="Confidence" on:change=change>
            <option value="" prop:selected=move || state.filter.get().certainty.is_none()>"Any confidence"</option>
            {Certainty::ALL.into_iter().enumerate().map(option).collect_view()}
        </select>
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

/// Decides many at once, as one step of undo: all that the parser is sure of, or all that the filters let through.
#[component]
fn Bulk(ids: Memo<Vec<AnnotationId>>) -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let sure = Memo::new(move |_| ids.with(|ids| state.with(|document| surer_than(document, ids, SURE))).unwrap_or_default());
    let is_pending = move || look.decision.get() == Decision::Pending;
    let is_narrow = move || is_pending() && state.filter.with(Filter::is_narrow) && 1 < ids.with(Vec::len);
    let is_some_sure = move || 1 < sure.with(Vec::len) && state.filter.with(|filter| filter.certainty.is_none());
    view! {
        <Show when=is_some_sure>
            <button class="plain wide-act" on:click=move |_| accept(state, sure.get_untracked())>{move || format!("Accept {} above {SURE}", sure.with(Vec::len))}</button>
        </Show>
        <Show when=is_narrow>
            <div class="bulk">
                <button class="plain" on:click=move |_| accept(state, ids.get_untracked())>{move || format!("Accept these {}", ids.with(Vec::len))}</button>
                <button class="plain" on:click=move |_| reject(state, ids.get_untracked())>{move || format!("Reject these {}", ids.with(Vec::len))}</button>
            </div>
        </Show>
    }
}

fn accept(state: State, ids: Vec<AnnotationId>) {
    let many = count(ids.len(), "mark");
    if state.dispatch(&Command::Accept(ids)) {
        done::say(state, format!("Accepted {many}"));
    }
}

fn reject(state: State, ids: Vec<AnnotationId>) {
    let many = count(ids.len(), "mark");
    if state.dispatch(&Command::Reject(ids)) {
        done::say(state, format!("Rejected {many}"));
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
        _ if state.filter.with(Filter::is_narrow) => "The filters let nothing through.",
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
