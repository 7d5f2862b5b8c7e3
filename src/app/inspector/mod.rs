//! The right column: what to decide next, who is named, who said what, how the article is built, the codebook.

mod acts;
mod chips;
mod codes;
mod copying;
mod done;
mod furniture;
mod grow;
mod jump;
mod listing;
mod look;
mod mention;
mod metadata;
mod name;
mod names;
mod next;
mod outline;
mod quotation;
mod quotes;
mod recent;
mod review;
mod role;
mod row;
mod same;
mod speakers;
mod structure;
mod tabs;
mod wikidata;

pub(crate) use codes::{remember, take_codebook, with_codebook};
pub(crate) use done::say as say_done;
pub(crate) use jump::to_mark;
pub(crate) use names::focused_name;

use super::browser;
use super::icon::icon;
use super::state::{Sheet, State, Tab};
use codes::Codes;
use leptos::prelude::*;
use look::Look;
use names::Names;
use quotes::Quotes;
use review::Review;
use structure::Structure;
use tabs::{Tabs, tab_id};

/// The inspector.
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    let state = expect_context::<State>();
    let look = Look::new(state);
    provide_context(look);
    let is_open = Memo::new(move |_| state.sheet.get() == Some(Sheet::Inspector));
    Effect::new(move |_| {
        if is_open.get() {
            // Until it has begun to slide in, the sheet is hidden and takes no focus.
            set_timeout(enter, std::time::Duration::from_millis(120));
        }
    });
    view! {
        <aside class="inspector" class:open=is_open aria-label="Inspector" on:scroll=move |_| look.scrolled.notify()>
            <Show when=move || state.id.with(Option::is_some)>
                <div class="inspector-head">
                    <Tabs/>
                    <button class="ghost sheet-close" aria-label="Close the inspector" on:click=move |_| state.sheet.set(None)>{icon("close")}</button>
                </div>
                <div id="tab-panel" role="tabpanel" aria-labelledby=move || tab_id(state.tab.get())>
                    {move || match state.tab.get() {
                        Tab::Review => view! { <Review/> }.into_any(),
                        Tab::Names => view! { <Names/> }.into_any(),
                        Tab::Quotes => view! { <Quotes/> }.into_any(),
                        Tab::Structure => view! { <Structure/> }.into_any(),
                        Tab::Codes => view! { <Codes/> }.into_any(),
                    }}
                </div>
            </Show>
        </aside>
    }
}

/// A sheet that opens takes the focus, so that the keyboard and a screen reader are where the eyes are.
fn enter() {
    if let Some(tab) = browser::find(".inspector [aria-selected=\"true\"]") {
        drop(tab.focus());
    }
}
