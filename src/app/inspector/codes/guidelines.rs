//! The guidelines for giving labels: written in Markdown, read as text with headings, lists and links.

use crate::browser;
use crate::state::State;
use galley_engine::document::Command;
use galley_engine::view::markdown::{Block, Inline, blocks};
use leptos::prelude::*;

/// The guidelines, and a field to write them in.
#[component]
pub(super) fn Guidelines() -> impl IntoView {
    let state = expect_context::<State>();
    let is_written = RwSignal::new(false);
    let text = Memo::new(move |_| state.with(|document| document.codebook.guidelines.clone()).unwrap_or_default());
    let is_empty = move || text.with(|text| text.trim().is_empty());
    let begin = move |_| {
        is_written.update(|is_written| *is_written = !*is_written);
        if is_written.get_untracked() {
            browser::soon(|| drop(browser::find("#guidelines").map(|field| field.focus())));
        }
    };
    let write = move |event| {
        state.dispatch(&Command::SetGuidelines(event_target_value(&event).trim_end().to_owned()));
    };
    let field = move || view! { <textarea id="guidelines" class="comment" rows="12" aria-label="Guidelines in Markdown" placeholder="# When to give which label\n\n- One code a sentence…" prop:value=text on:change=write></textarea> };
    let shown = move || view! { <div class="prose">{move || text.with(|text| blocks(text)).into_iter().map(block).collect_view()}</div> };
    view! {
        <div class="sec">
            <div class="list-head">
                <h2 class="heading">"Guidelines"</h2>
                <button class="small-act" aria-pressed=move || is_written.get().to_string() on:click=begin>{move || if is_written.get() { "Done" } else if is_empty() { "Write" } else { "Edit" }}</button>
            </div>
            <Show when=move || is_written.get() fallback=shown>{field()}</Show>
            <Show when=move || is_empty() && !is_written.get()><p class="aside">"How you and others give labels, in Markdown. They travel with the codebook and the article."</p></Show>
        </div>
    }
}

/// Every word becomes text of the page: nothing that was typed is ever read as markup.
fn block(block: Block) -> AnyView {
    match block {
        // The page's own headings come first: those of the guidelines stand below them.
        Block::Heading(1, inside) => view! { <h3>{all(inside)}</h3> }.into_any(),
        Block::Heading(2, inside) => view! { <h4>{all(inside)}</h4> }.into_any(),
        Block::Heading(_, inside) => view! { <h5>{all(inside)}</h5> }.into_any(),
        Block::Paragraph(inside) => view! { <p>{all(inside)}</p> }.into_any(),
        Block::List(None, items) => view! { <ul>{items.into_iter().map(item).collect_view()}</ul> }.into_any(),
        Block::List(Some(start), items) => {
            view! { <ol start=start.to_string()>{items.into_iter().map(item).collect_view()}</ol> }.into_any()
        }
        Block::Quote(inside) => view! { <div class="cited">{inside.into_iter().map(self::block).collect_view()}</div> }.into_any(),
        Block::Verbatim(words) => view! { <pre tabindex="0">{words}</pre> }.into_any(),
        Block::Rule => view! { <hr/> }.into_any(),
    }
}

fn item(mut inside: Vec<Block>) -> AnyView {
    // Of a single paragraph only the words: lists are set close.
    if let [Block::Paragraph(words)] = inside.as_mut_slice() {
        return view! { <li>{all(std::mem::take(words))}</li> }.into_any();
    }
    view! { <li>{inside.into_iter().map(block).collect_view()}</li> }.into_any()
}

fn all(inside: Vec<Inline>) -> AnyView {
    inside.into_iter().map(inline).collect_view().into_any()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Words(words) => words.into_any(),
        Inline::Code(words) => view! { <code>{words}</code> }.into_any(),
        Inline::Emphasis(inside) => view! { <em>{all(inside)}</em> }.into_any(),
        Inline::Strong(inside) => view! { <strong>{all(inside)}</strong> }.into_any(),
        Inline::Link(address, inside) => {
            view! { <a href=address target="_blank" rel="noopener noreferrer nofollow">{all(inside)}</a> }.into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
    }
}
