//! How much each speaker says: words between quotation marks solid, reported words striped.

use super::look::Look;
use crate::state::State;
use galley_engine::view::quotes::Share;
use leptos::prelude::*;

/// How many speakers are shown before the rest is asked for.
const MOST: usize = 8;

/// The speakers; each is a button that filters the quotations below.
#[component]
pub(super) fn Speakers() -> impl IntoView {
    let state = expect_context::<State>();
    let is_long = RwSignal::new(false);
    let count = move || state.shares.with(Vec::len);
    let shown = move || {
        let shares = state.shares.get();
        let most = shares.iter().map(Share::words).max().unwrap_or(0);
        let many = if is_long.get() || shares.len() <= MOST + 1 { shares.len() } else { MOST };
        shares.into_iter().take(many).map(|share| (share, most)).collect::<Vec<_>>()
    };
    let key =
        |(share, most): &(Share, usize)| (share.entity, share.speaker.clone(), share.verbatim, share.indirect, share.quotations, *most);
    view! {
        <div class="sec">
            <h2 class="heading">"Who speaks, in words"</h2>
            <For each=shown key=key let((share, most))><Speaker share most/></For>
            <Show when=move || MOST + 1 < count()>
                <button class="link more" on:click=move |_| is_long.update(|long| *long = !*long)>
                    {move || if is_long.get() { "Fewer".to_owned() } else { format!("{} more", count() - MOST) }}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Speaker(share: Share, most: usize) -> impl IntoView {
    let look = expect_context::<Look>();
    let key = (share.entity, share.speaker.clone());
    let mine = key.clone();
    let is_on = Memo::new(move |_| look.speaker.with(|chosen| chosen.as_ref() == Some(&mine)));
    let flip = move |_| look.speaker.set(Some(key.clone()).filter(|_| !is_on.get_untracked()));
    let width = move |words: usize| format!("{:.2}%", if most == 0 { 0.0 } else { words as f64 * 100.0 / most as f64 });
    let is_named = share.speaker.is_some();
    view! {
        <button class="who" class:unknown=!is_named aria-pressed=move || is_on.get().to_string() title="Only these quotations" on:click=flip>
            <b>{share.speaker.clone().unwrap_or_else(|| "No speaker".to_owned())}</b>
            <small>{amount(&share)}</small>
            <span class="words" aria-hidden="true"><i class="verbatim" style:width=width(share.verbatim)></i><i class="reported" style:width=width(share.indirect)></i></span>
        </button>
    }
}

/// "48 words · 3", "17, indirect", "48 + 17 indirect · 4".
fn amount(share: &Share) -> String {
    match (share.verbatim, share.indirect) {
        (0, indirect) => format!("{indirect}, indirect"),
        (verbatim, 0) => format!("{} · {}", crate::words::count(verbatim, "word"), share.quotations),
        (verbatim, indirect) => format!("{verbatim} + {indirect} indirect · {}", share.quotations),
    }
}
