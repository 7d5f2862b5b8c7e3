//! The right column: what to decide next, who is named, who said what, how the article is built.

use super::review;
use super::state::{Sheet, State, Tab};
use super::words::{hue, shortened};
use galley_engine::annotation::Decision;
use leptos::prelude::*;

const TABS: [(Tab, &str, &str); 4] = [
    (Tab::Review, "Review", "review"),
    (Tab::Names, "Names", "names"),
    (Tab::Quotes, "Quotes", "quotes"),
    (Tab::Structure, "Structure", "structure"),
];

/// The inspector.
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <aside class="inspector" class:open=move || state.sheet.get() == Some(Sheet::Inspector) aria-label="Inspector">
            <Show when=move || state.id.with(Option::is_some)>
                <div class="tabs" role="tablist" aria-label="Inspector">
                    {TABS.map(|(tab, title, name)| view! {
                        <button role="tab" id=format!("tab-{name}") aria-controls="tab-panel" aria-selected=move || (state.tab.get() == tab).to_string()
                            on:click=move |_| state.tab.set(tab)>{title}</button>
                    })}
                </div>
                <div id="tab-panel" role="tabpanel" tabindex="0" aria-labelledby=move || format!("tab-{}", TABS.iter().find(|(tab, ..)| *tab == state.tab.get()).map_or("review", |(_, _, name)| name))>
                    {move || match state.tab.get() {
                        Tab::Review => view! { <Review/> }.into_any(),
                        Tab::Names => view! { <Names/> }.into_any(),
                        Tab::Quotes => view! { <Quotes/> }.into_any(),
                        Tab::Structure => ().into_any(),
                    }}
                </div>
            </Show>
        </aside>
    }
}

/// What is left to decide.
#[component]
fn Review() -> impl IntoView {
    let state = expect_context::<State>();
    let pending = Memo::new(move |_| {
        let queue = state.queue.get();
        let is_pending =
            |id: &_| state.with(|document| document.annotations.get(id).is_some_and(|one| one.decision == Decision::Pending)) == Some(true);
        queue.into_iter().filter(is_pending).collect::<Vec<_>>()
    });
    view! {
        <div class="sec">
            <h2 class="heading">"Next to decide"</h2>
            <For each=move || pending.get() key=|id| *id let:id>
                {state.annotation(id).map(|annotation| {
                    let words = state.peek(|document| shortened(document.words_of(&annotation), 80)).unwrap_or_default();
                    let label = annotation.label.name();
                    view! {
                        <button class="row" class:on=move || state.current.get() == Some(id) data-hue=hue(&label) on:click=move |_| review::go_to(state, id)>
                            <i></i><span><b>{words}</b>" "<small>{label.title().to_owned()}</small></span>
                            <small>{annotation.confidence().map(|confidence| format!("{confidence:.2}"))}</small>
                        </button>
                    }
                })}
            </For>
        </div>
    }
}

/// Who and what is named.
#[component]
fn Names() -> impl IntoView {
    let state = expect_context::<State>();
    let row = move |name: galley_engine::view::names::Name| {
        let first = name.mentions.first().copied();
        let hue = hue(&galley_engine::annotation::LabelName::Entity(name.kind.clone()));
        view! { <button class="row" data-hue=hue on:click=move |_| if let Some(id) = first { review::go_to(state, id) }><i></i><span><b>{name.name}</b>" "<small>{name.kind.title().to_owned()}</small></span><small>{name.mentions.len()}</small></button> }
    };
    view! { <div class="sec"><h2 class="heading">"Names"</h2>{move || state.names.get().into_iter().map(row).collect_view()}</div> }
}

/// Who said what.
#[component]
fn Quotes() -> impl IntoView {
    let state = expect_context::<State>();
    let share = |share: galley_engine::view::quotes::Share| view! { <p class="row"><i></i><b>{share.speaker.unwrap_or_else(|| "Not known".to_owned())}</b><small>{share.verbatim}" words"</small></p> };
    let quote = move |quote: galley_engine::view::quotes::Quote| view! { <button class="row" data-hue="quote" on:click=move |_| review::go_to(state, quote.id)><i></i><span><b>{quote.text}</b>" "<small>{quote.speaker}</small></span></button> };
    view! {
        <div class="sec"><h2 class="heading">"Who speaks, in words"</h2>{move || state.shares.get().into_iter().map(share).collect_view()}</div>
        <div class="sec"><h2 class="heading">"Quotations"</h2>{move || state.quotes.get().into_iter().map(quote).collect_view()}</div>
    }
}
