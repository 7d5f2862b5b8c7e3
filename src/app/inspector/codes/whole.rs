//! What is said of the article as a whole: its codes, and a comment.

use crate::icon::icon;
use crate::state::State;
use crate::words::{hue_in, title_in};
use galley_engine::annotation::{AnnotationId, Decision, LabelName, Layer};
use galley_engine::document::{Command, Document};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// The codes of the whole article, a choice of more, and the comment.
#[component]
pub(super) fn WholeArticle() -> impl IntoView {
    let state = expect_context::<State>();
    let given = Memo::new(move |_| state.with(codes).unwrap_or_default());
    let comment = Memo::new(move |_| state.with(|document| document.comment.clone()).unwrap_or_default());
    let write = move |event| {
        state.dispatch(&Command::SetComment(event_target_value(&event).trim().to_owned()));
    };
    view! {
        <div class="sec">
            <h2 class="heading">"The whole article"</h2>
            <div class="whole-codes">
                <For each=move || given.get() key=|(id, label)| (*id, label.clone()) let((id, label))><Given id label/></For>
                <MoreCodes given/>
            </div>
            <label class="comment-label" for="comment">"Comment"</label>
            <textarea id="comment" class="comment" rows="2" placeholder="What is worth saying about this article" prop:value=comment on:change=write></textarea>
        </div>
    }
}

/// The standing codes of the whole article.
fn codes(document: &Document) -> Vec<(AnnotationId, LabelName)> {
    let given = document.standing(Layer::Code).filter(|one| document.is_whole(one) && one.decision != Decision::Rejected);
    given.map(|one| (one.id, one.label.name())).collect()
}

#[component]
fn Given(id: AnnotationId, label: LabelName) -> impl IntoView {
    let state = expect_context::<State>();
    let title = state.own.with_untracked(|own| title_in(own, &label));
    let name = format!("Remove the code {title}");
    view! {
        <span class="code-chip" data-hue=move || state.own.with(|own| hue_in(own, &label))>
            <i></i>{title}
            <button aria-label=name.clone() title=name on:click=move |_| { state.dispatch(&Command::Delete(vec![id])); }>{icon("close")}</button>
        </span>
    }
}

/// A choice of the codes that the article has not been given yet.
#[component]
fn MoreCodes(given: Memo<Vec<(AnnotationId, LabelName)>>) -> impl IntoView {
    let state = expect_context::<State>();
    let open = Memo::new(move |_| {
        let offered = state.own.with(|own| crate::words::offered_in(own, Layer::Code));
        offered.into_iter().filter(|label| given.with(|given| given.iter().all(|(_, one)| one != label))).collect::<Vec<_>>()
    });
    let whole = move || state.with(Document::whole).flatten();
    let choose = move |event: web_sys::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        // The choice is made at once and shows its offer again.
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            field.set_value("");
        }
        let label = at.and_then(|at| open.with_untracked(|open| open.get(at).cloned()));
        if let (Some(label), Some(whole)) = (label, untrack(whole)) {
            state.dispatch(&Command::Add(vec![vec![whole]], label));
        }
    };
    let options = move || {
        open.get()
            .into_iter()
            .enumerate()
            .map(|(at, label)| view! { <option value=at.to_string()>{state.own.with_untracked(|own| title_in(own, &label))}</option> })
            .collect_view()
    };
    view! {
        <Show when=move || whole().is_some() && !open.with(Vec::is_empty) fallback=move || view! { <None given/> }>
            <select class="small-act" aria-label="Give the whole article a code" on:change=choose>
                <option value="" selected=true>"Add a code…"</option>
                {options}
            </select>
        </Show>
    }
}

/// What is said where there is no code to give.
#[component]
fn None(given: Memo<Vec<(AnnotationId, LabelName)>>) -> impl IntoView {
    view! { <Show when=move || given.with(Vec::is_empty)><p class="aside">"Codes that you make below can be given to the article as a whole, too."</p></Show> }
}
