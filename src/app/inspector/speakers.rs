//! How much each speaker says: words between quotation marks solid, reported words striped; or the same as a table.

use super::look::{Look, SpeakerKey};
use crate::state::State;
use galley_engine::view::quotes::Share;
use leptos::prelude::*;

/// How many speakers are shown before the rest is asked for.
const MOST: usize = 8;

/// The speakers; each is a button that filters the quotations below.
#[component]
pub(super) fn Speakers() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
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
            <div class="list-head">
                <h2 class="heading">"Who speaks, in words"</h2>
                <button class="link" aria-pressed=move || look.is_table.get().to_string() on:click=move |_| look.is_table.update(|is_on| *is_on = !*is_on)>"Table"</button>
            </div>
            <Show when=move || look.is_table.get() fallback=move || view! { <For each=shown key=key let((share, most))><Speaker share most/></For> }>
                <Table/>
            </Show>
            <Show when=move || MOST + 1 < count() && !look.is_table.get()>
                <button class="link more" on:click=move |_| is_long.update(|long| *long = !*long)>
                    {move || if is_long.get() { "Fewer".to_owned() } else { format!("{} more", count() - MOST) }}
                </button>
            </Show>
        </div>
    }
}

/// Filters the quotations by a speaker, or shows all again.
fn flip(look: Look, key: &SpeakerKey) {
    look.speaker.update(|chosen| *chosen = Some(key.clone()).filter(|_| chosen.as_ref() != Some(key)));
}

fn key_of(share: &Share) -> SpeakerKey {
    (share.entity, share.speaker.clone())
}

/// A speaker's bar. A quotation can be dragged onto it, or it onto a quotation.
#[component]
fn Speaker(share: Share, most: usize) -> impl IntoView {
    let look = expect_context::<Look>();
    let key = key_of(&share);
    let mine = key.clone();
    let is_on = Memo::new(move |_| look.speaker.with(|chosen| chosen.as_ref() == Some(&mine)));
    let width = move |words: usize| format!("{:.2}%", if most == 0 { 0.0 } else { words as f64 * 100.0 / most as f64 });
    let is_named = share.speaker.is_some();
    let entity = share.entity.map(|id| format!("e{}", id.0));
    let dragged = entity.clone();
    let lit = share.entity;
    let unlight = move || {
        if let Some(entity) = lit {
            look.unlight(entity);
        }
    };
    view! {
        <button class="who" class:unknown=!is_named data-name=entity data-carry=dragged draggable=lit.map(|_| "true") aria-pressed=move || is_on.get().to_string() title="Only these quotations"
            on:click=move |_| flip(look, &key) on:pointerenter=move |_| look.lit.set(lit) on:pointerleave=move |_| unlight() on:focus=move |_| look.lit.set(lit) on:blur=move |_| unlight()>
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

/// The same in figures.
#[component]
fn Table() -> impl IntoView {
    let state = expect_context::<State>();
    let look = expect_context::<Look>();
    let row = move |share: Share| {
        let key = key_of(&share);
        let mine = key.clone();
        let is_on = move || look.speaker.with(|chosen| chosen.as_ref() == Some(&mine)).to_string();
        let name = share.speaker.clone().unwrap_or_else(|| "No speaker".to_owned());
        view! {
            <tr>
                <th scope="row"><button class="in-table" aria-pressed=is_on on:click=move |_| flip(look, &key)>{name}</button></th>
                <td>{share.verbatim}</td><td>{share.indirect}</td><td>{share.quotations}</td>
            </tr>
        }
    };
    view! {
        <table class="figures">
            <caption class="unseen">"Words quoted and reported, by speaker"</caption>
            <thead><tr><th scope="col">"Speaker"</th><th scope="col">"Quoted"</th><th scope="col">"Reported"</th><th scope="col">"Times"</th></tr></thead>
            <tbody>{move || state.shares.get().into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
