//! Messages that stay until they are dismissed: what went wrong, and what to do about it.

use super::icon::icon;
use leptos::prelude::*;
use std::sync::Arc;

/// A message.
#[derive(Clone)]
pub(crate) struct Notice {
    number: u32,
    /// What it is about, in a few words.
    title: String,
    /// The rest of it.
    message: String,
    is_bad: bool,
    act: Option<(&'static str, Run)>,
}

/// What an offer does. It outlives the component that made the offer, as no `Callback` would.
type Run = Arc<dyn Fn() + Send + Sync>;

/// The messages on show.
#[derive(Clone, Copy)]
pub(crate) struct Notices(RwSignal<Vec<Notice>>);

/// More than this many at once are a wall: the oldest goes.
const MOST: usize = 4;

impl Notices {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Says that something could not be done.
    pub(crate) fn warn(self, title: impl Into<String>, message: impl Into<String>) {
        self.push(title.into(), message.into(), true, None);
    }

    /// Says that something was done or is worth knowing.
    pub(crate) fn tell(self, title: impl Into<String>, message: impl Into<String>) {
        self.push(title.into(), message.into(), false, None);
    }

    /// Says something and offers an act, such as undo.
    pub(crate) fn offer(self, title: impl Into<String>, is_bad: bool, act: &'static str, run: impl Fn() + Send + Sync + 'static) {
        self.push(title.into(), String::new(), is_bad, Some((act, Arc::new(run))));
    }

    fn push(self, title: String, message: String, is_bad: bool, act: Option<(&'static str, Run)>) {
        self.0.update(|notices| {
            notices.retain(|notice| (&notice.title, &notice.message) != (&title, &message));
            let number = notices.last().map_or(0, |notice| notice.number + 1);
            notices.push(Notice { number, title, message, is_bad, act });
            if MOST < notices.len() {
                notices.remove(0);
            }
        });
    }

    /// Takes a message away.
    fn dismiss(self, number: u32) {
        self.0.update(|notices| notices.retain(|notice| notice.number != number));
    }
}

/// The messages, at the foot of the page.
#[component]
pub(crate) fn NoticeList() -> impl IntoView {
    let notices = expect_context::<super::state::State>().notices;
    view! {
        <div class="notices" role="status" aria-label="Messages">
            <For each=move || notices.0.get() key=|notice| notice.number let:notice>
                <div class="notice" class:bad=notice.is_bad>
                    <p><b>{notice.title.clone()}</b>" "{notice.message.clone()}</p>
                    {notice.act.map(|(label, run)| {
                        let number = notice.number;
                        view! { <button class="act" on:click=move |_| { run(); notices.dismiss(number); }>{label}</button> }
                    })}
                    <button class="ghost" aria-label="Dismiss" on:click=move |_| notices.dismiss(notice.number)>{icon("close")}</button>
                </div>
            </For>
        </div>
    }
}
