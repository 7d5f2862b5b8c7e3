//! The form for one label of the codebook: name, layer, colour, key, parent, description.

use super::book::Editing;
use crate::browser;
use crate::inspector::say_done;
use crate::state::{State, Tab};
use crate::words::{count, defined};
use galley_engine::annotation::{Annotation, Color, EntityKind, LabelDefinition, LabelName, Layer};
use galley_engine::codebook::check;
use galley_engine::document::{Command, Document};
use galley_engine::view::queue::Filter;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What is typed and chosen.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    layer: RwSignal<Layer>,
    color: RwSignal<Option<Color>>,
    key: RwSignal<String>,
    parent: RwSignal<String>,
    description: RwSignal<String>,
}

impl Typed {
    fn new(label: LabelDefinition) -> Self {
        Self {
            name: RwSignal::new(label.name),
            layer: RwSignal::new(label.layer),
            color: RwSignal::new(label.color),
            key: RwSignal::new(label.key.map(String::from).unwrap_or_default()),
            parent: RwSignal::new(label.parent.unwrap_or_default()),
            description: RwSignal::new(label.description),
        }
    }

    /// The label as it is typed; a title that differed from the name stays.
    fn label(self, before: Option<&LabelDefinition>) -> LabelDefinition {
        let name = self.name.get_untracked().trim().to_owned();
        let title = before.filter(|before| before.title != before.name).map_or_else(|| name.clone(), |before| before.title.clone());
        LabelDefinition {
            layer: self.layer.get_untracked(),
            color: self.color.get_untracked(),
            key: self.key.get_untracked().trim().to_lowercase().chars().next(),
            parent: Some(self.parent.get_untracked()).filter(|parent| !parent.is_empty()),
            description: self.description.get_untracked().trim().to_owned(),
            name,
            title,
        }
    }
}

/// The form for `known`, or for a new label.
#[component]
pub(super) fn Form(known: Option<LabelName>, editing: RwSignal<Editing>) -> impl IntoView {
    let state = expect_context::<State>();
    let before = known.as_ref().and_then(|label| state.own.with_untracked(|own| defined(own, label).cloned()));
    let typed = Typed::new(before.clone().unwrap_or_else(|| fresh(state)));
    let wrong = RwSignal::new(None::<String>);
    let many = known.as_ref().and_then(|label| state.peek(|document| bearing(document, label))).unwrap_or(0);
    let (target, gone) = (known.clone(), known.clone());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        match soundly(state, target.as_ref(), typed.label(before.as_ref())) {
            Ok(command) => {
                state.dispatch(&command);
                close(editing);
            }
            Err(message) => wrong.set(Some(message)),
        }
    };
    let remove = gone.map(|label| view! { <Removal label many editing/> });
    let shown = known.clone().filter(|_| 0 < many).map(|label| view! { <ShowMarks label/> });
    browser::soon(|| drop(browser::find("#label-name").map(|field| field.focus())));
    view! {
        <form class="label-form" on:submit=save on:keydown=move |event| if event.key() == "Escape" { event.prevent_default(); close(editing) }>
            <label for="label-name">"Name"</label>
            <input id="label-name" autocomplete="off" aria-describedby="label-wrong" prop:value=typed.name on:input=move |event| typed.name.set(event_target_value(&event))/>
            <label for="label-layer">"For"</label>
            <select id="label-layer" disabled=0 < many title=(0 < many).then_some("It has marks") on:change=move |event| typed.layer.set(if event_target_value(&event) == "entity" { Layer::Entity } else { Layer::Code })>
                <option value="code" prop:selected=move || typed.layer.get() == Layer::Code>"A code"</option>
                <option value="entity" prop:selected=move || typed.layer.get() == Layer::Entity>"A kind of name"</option>
            </select>
            <span id="label-color">"Colour"</span>
            <Colors color=typed.color/>
            <label for="label-key">"Key"</label>
            <span class="key-field"><input id="label-key" maxlength="1" autocomplete="off" prop:value=typed.key on:input=move |event| typed.key.set(event_target_value(&event))/><small>"while words are selected"</small></span>
            <label for="label-parent">"Below"</label>
            <Parents typed known/>
            <label for="label-about">"Applies"</label>
            <textarea id="label-about" rows="3" placeholder="When this label applies, and when not" prop:value=typed.description on:input=move |event| typed.description.set(event_target_value(&event))></textarea>
            <p id="label-wrong" class="wrong" role="alert">{wrong}</p>
            <div class="form-acts">
                <button class="primary" type="submit">"Save"</button>
                <button class="plain" type="button" on:click=move |_| close(editing)>"Cancel"</button>
            </div>
            <div class="form-acts">{shown}{remove}</div>
        </form>
    }
}

/// A new label: the first colour that none has yet.
fn fresh(state: State) -> LabelDefinition {
    let color = state.own.with_untracked(|own| Color::ALL.into_iter().find(|color| own.iter().all(|label| label.color != Some(*color))));
    LabelDefinition { color, ..LabelDefinition::of(&LabelName::Code(String::new())) }
}

fn close(editing: RwSignal<Editing>) {
    editing.set(Editing::Nothing);
    browser::soon(|| {
        if browser::is_focus_lost() {
            drop(browser::find("#new-label").map(|button| button.focus()));
        }
    });
}

/// The command that makes the label so, or what is wrong with it.
fn soundly(state: State, known: Option<&LabelName>, label: LabelDefinition) -> Result<Command, String> {
    const TAKEN: [&str; 3] = ["layer", "everywhere", "wider"];
    let is_taken = |name: &&str| {
        let keys = crate::commands::named(name).map(|act| state.keymap.with_untracked(|keymap| crate::keymap::keys(keymap, act)));
        keys.unwrap_or_default().iter().any(|key| label.key.is_some_and(|mine| mine.to_string() == *key))
    };
    if let Some(act) = TAKEN.iter().find(|name| is_taken(name)).and_then(|name| crate::commands::named(name)) {
        return Err(format!("While words are selected this key does something else: {}", act.label));
    }
    let mut labels = state.own.get_untracked();
    labels.retain(|one| known.is_none_or(|known| one.label().as_ref() != Some(known)));
    if label.parent.is_some() && label.parent.as_deref() == known.map(LabelName::code) {
        return Err("A label cannot be below itself".to_owned());
    }
    // The children of a label that is named anew go with it.
    for one in
        labels.iter_mut().filter(|one| known.is_some_and(|known| one.layer == known.layer() && one.parent.as_deref() == Some(known.code())))
    {
        one.parent = Some(label.name.clone());
    }
    labels.push(label.clone());
    check(&labels, |_, _| String::new()).map_err(|problem| crate::words::capital(&problem.message))?;
    Ok(Command::DefineLabel(known.cloned(), label))
}

/// How many marks have `label`, rejected ones too.
fn bearing(document: &Document, label: &LabelName) -> usize {
    document.annotations.values().map(|one: &Annotation| one.label.name()).filter(|name| name == label).count()
}

/// The colours, and none.
#[component]
fn Colors(color: RwSignal<Option<Color>>) -> impl IntoView {
    let swatch = move |one: Option<Color>| {
        let title = one.map_or("none", Color::code);
        view! {
            <label class="swatch" data-hue=one.map_or("own", Color::code) title=title>
                <input type="radio" name="label-color" aria-label=title prop:checked=move || color.get() == one on:change=move |_| color.set(one)/>
                <i aria-hidden="true"></i>
            </label>
        }
    };
    let all = Color::ALL.into_iter().map(Some).chain([None]);
    view! { <div class="swatches" role="radiogroup" aria-labelledby="label-color">{all.map(swatch).collect_view()}</div> }
}

/// The labels of the same layer that this one may be below.
#[component]
fn Parents(typed: Typed, known: Option<LabelName>) -> impl IntoView {
    let state = expect_context::<State>();
    let options = move || {
        let layer = typed.layer.get();
        let own = state.own.get();
        let others = own.into_iter().filter(|label| label.layer == layer && label.label() != known).map(|label| label.name);
        others
            .map(|name| view! { <option value=name.clone() selected=typed.parent.get_untracked() == name>{name.clone()}</option> })
            .collect_view()
    };
    view! {
        <select id="label-parent" on:change=move |event| typed.parent.set(event_target_value(&event))>
            <option value="" selected=move || typed.parent.get().is_empty()>"No other label"</option>
            {options}
        </select>
    }
}

/// Lists the marks of a label in the Review tab.
#[component]
fn ShowMarks(label: LabelName) -> impl IntoView {
    let state = expect_context::<State>();
    let show = move |_| {
        state.filter.set(Filter { layer: Some(label.layer()), label: Some(label.clone()), ..Filter::default() });
        state.tab.set(Tab::Review);
    };
    view! { <button class="link" type="button" on:click=show>"Show its marks"</button> }
}

/// Takes the label away, its marks with it: the button says how many, and what was done can be undone.
#[component]
fn Removal(label: LabelName, many: usize, editing: RwSignal<Editing>) -> impl IntoView {
    let state = expect_context::<State>();
    let words = if many == 0 { "Remove".to_owned() } else { format!("Remove with {}", count(many, "mark")) };
    let remove = move |_| {
        let label: &LabelName = &label;
        if state.dispatch(&Command::RemoveLabel(label.clone())) {
            say_done(state, format!("Removed the label {}", title(label)));
        }
        close(editing);
    };
    view! { <button class="link" type="button" on:click=remove>{words}</button> }
}

fn title(label: &LabelName) -> String {
    match label {
        LabelName::Entity(EntityKind::Own(name)) => name.clone(),
        other => other.title().to_owned(),
    }
}
