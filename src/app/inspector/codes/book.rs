//! The codebook as a list: each label with its colour, key and number of marks; a form to alter it.

use super::files::Files;
use super::form::Form;
use crate::icon::icon;
use crate::state::State;
use crate::words::{hue_in, layer as layer_title};
use galley_engine::annotation::{LabelDefinition, LabelName, Layer};
use galley_engine::codebook::outline;
use galley_engine::view::tally::{Tally, tallies};
use leptos::prelude::*;

/// Which label the form is open for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Editing {
    /// None.
    #[default]
    Nothing,
    /// One that is not there yet.
    New,
    /// This one.
    Known(LabelName),
}

/// A label as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Item {
    /// How far below the topmost it stands.
    depth: usize,
    layer: Layer,
    name: String,
}

/// The codebook.
#[component]
pub(super) fn Book() -> impl IntoView {
    let state = expect_context::<State>();
    let editing = RwSignal::new(Editing::default());
    let items = Memo::new(move |_| state.own.with(|own| items(own)));
    let counts = Memo::new(move |_| state.with(tallies).unwrap_or_default());
    Effect::new(move |_| {
        state.id.track();
        editing.set(Editing::Nothing);
    });
    view! {
        <div class="sec">
            <div class="list-head">
                <h2 class="heading">"Codebook"</h2>
                <button class="small-act with-icon" id="new-label" on:click=move |_| editing.set(Editing::New)>{icon("plus")}"New label"</button>
            </div>
            <Show when=move || editing.get() == Editing::New><Form known=None editing/></Show>
            <Show when=move || !items.with(Vec::is_empty) fallback=move || view! { <Nothing editing/> }>
                <ul class="codes" role="list"><For each=move || items.get() key=Item::clone let:item><Row item counts editing/></For></ul>
            </Show>
            <Files/>
        </div>
    }
}

/// The labels, each below its parent.
fn items(own: &[LabelDefinition]) -> Vec<Item> {
    let item = |(at, depth): (usize, usize)| own.get(at).map(|label| Item { depth, layer: label.layer, name: label.name.clone() });
    outline(own).into_iter().filter_map(item).collect()
}

#[component]
fn Nothing(editing: RwSignal<Editing>) -> impl IntoView {
    view! {
        <Show when=move || editing.get() == Editing::Nothing>
            <p class="aside">"Labels of your own: codes for words, sentences, paragraphs or the article, and further kinds of name. Make one, or import a codebook."</p>
        </Show>
    }
}

/// A label; unfolded, it is a form.
#[component]
fn Row(item: Item, counts: Memo<Vec<Tally>>, editing: RwSignal<Editing>) -> impl IntoView {
    let state = expect_context::<State>();
    let Item { depth, layer, name } = item;
    LabelName::from_code(layer, &name).map(|label| {
        let (known, sought, mine) = (StoredValue::new(label.clone()), label.clone(), label.clone());
        let definition = Memo::new(move |_| state.own.with(|own| crate::words::defined(own, &sought).cloned()));
        let is_open = Memo::new(move |_| editing.with(|editing| *editing == Editing::Known(mine.clone())));
        let flip = move |_| editing.set(if is_open.get_untracked() { Editing::Nothing } else { Editing::Known(known.get_value()) });
        let many = Memo::new(move |_| {
            counts.with(|counts| known.with_value(|label| counts.iter().find(|one| one.label == *label).map_or(0, Tally::standing)))
        });
        let key = move || definition.with(|label| label.as_ref().and_then(|label| label.key)).map(|key| view! { <kbd title="The key while words are selected">{key.to_string()}</kbd> });
        let title = move || definition.with(|label| label.as_ref().map(|label| label.title.clone())).unwrap_or_default();
        let about = move || definition.with(|label| label.as_ref().map(|label| label.description.clone())).unwrap_or_default();
        let kind = (layer != Layer::Code).then(|| view! { <small>{layer_title(layer).to_lowercase()}</small> });
        view! {
            <li class="code-item" class:open=is_open style:--depth=depth.to_string() data-hue=move || state.own.with(|own| hue_in(own, &label))>
                <button class="go" aria-expanded=move || is_open.get().to_string() on:click=flip>
                    <i></i>
                    <span class="what"><b>{title}</b>{kind}</span>
                    {key}
                    <small class="sure" title="Marks with this label">{many}</small>
                    <span class="about">{about}</span>
                </button>
                <Show when=move || is_open.get()><Form known=Some(known.get_value()) editing/></Show>
            </li>
        }
    })
}
