//! The speakers in the right margin, each beside the first line of what was said, none over another.

use super::open_card;
use crate::browser::{self, find, find_all};
use crate::state::State;
use galley_engine::annotation::{AnnotationId, Label, Layer};
use galley_engine::document::Document;
use galley_engine::view::quotes::speaker_name;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A speaker's chip.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Chip {
    id: AnnotationId,
    name: Option<String>,
    /// What names the speaker in the text, and how sure that is: "“she said” · 0.94".
    evidence: String,
}

/// No more chips than this are drawn: a text with more quotations is no article, and its marks still name their speakers.
const MOST: usize = 2000;

/// Pixels between two chips.
const GAP: f64 = 6.0;

/// The chips. For the ear and the Tab key the quotation itself says who speaks.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let state = expect_context::<State>();
    let chips = Memo::new(move |_| if state.shown.get().quotation { state.with(chips).unwrap_or_default() } else { Vec::new() });
    Effect::new(move |_| {
        chips.track();
        state.segments.track();
        state.unfolded.track();
        state.shown.track();
        browser::soon(arrange);
    });
    let resized = window_event_listener(leptos::ev::resize, |_| arrange());
    on_cleanup(move || resized.remove());
    // Late fonts move lines.
    set_timeout(arrange, std::time::Duration::from_millis(600));
    view! {
        <div class="chips" aria-hidden="true">
            <For each=move || chips.get() key=Chip::clone let:chip>
                <button class="chip" class:unknown=chip.name.is_none() class:now=move || state.current.get() == Some(chip.id) tabindex="-1" data-chip=chip.id.0.to_string() on:click=move |event| { event.stop_propagation(); open_card(state, chip.id); }>
                    {chip.name.clone().unwrap_or_else(|| "Who?".to_owned())}<small>{chip.evidence.clone()}</small>
                </button>
            </For>
        </div>
    }
}

fn chips(document: &Document) -> Vec<Chip> {
    let mut quotations: Vec<_> = document.standing(Layer::Quotation).collect();
    quotations.sort_by_key(|annotation| (annotation.extent(), annotation.id));
    let chip = |annotation: &galley_engine::annotation::Annotation| {
        let Label::Quotation(quotation) = &annotation.label else { return None };
        let name = speaker_name(document, quotation);
        let span = quotation.speaker.as_ref().and_then(|speaker| speaker.span);
        // The name itself stands above; a pronoun or a title is worth showing.
        let other = span.filter(|span| name.as_deref() != Some(document.words(*span)));
        let words = other.into_iter().chain(quotation.cue).reduce(|a, b| a.cover(b)).map(|span| document.words(span));
        // A cue far from the speaker's words would make a long line of what is between them.
        let short = |words: &&str| words.chars().count() < 30 && !words.contains('\n');
        let said =
            words.filter(short).or_else(|| quotation.cue.map(|cue| document.words(cue)).filter(short)).map(|words| format!("“{words}”"));
        let sure = annotation.confidence().map(|confidence| format!("{confidence:.2}"));
        let evidence = said.into_iter().chain(sure).collect::<Vec<_>>().join(" · ");
        Some(Chip { id: annotation.id, name, evidence })
    };
    quotations.into_iter().take(MOST).filter_map(chip).collect()
}

/// Puts each chip beside its quotation, lower where the one before takes the room. All is measured before anything is moved.
fn arrange() {
    let Some(top) = find("article").map(|article| article.get_bounding_client_rect().top()) else { return };
    let lines = first_lines();
    let chips: Vec<HtmlElement> = find_all(".chip").into_iter().filter_map(|chip| chip.dyn_into().ok()).collect();
    let line = |chip: &HtmlElement| lines.get(&chip.get_attribute("data-chip")?).map(|line| line - top);
    let measured: Vec<Option<(f64, f64)>> = chips.iter().map(|chip| Some((line(chip)?, f64::from(chip.offset_height())))).collect();
    let mut free = f64::MIN;
    for (chip, place) in chips.iter().zip(measured) {
        let Some((line, height)) = place else {
            chip.set_hidden(true);
            continue;
        };
        let at = line.max(free);
        free = at + height + GAP;
        chip.set_hidden(false);
        // Inline style by script is what the page's policy allows.
        drop(chip.style().set_property("top", &format!("{at:.0}px")));
    }
}

/// For each quotation that can be seen, by its number, the top of its first line on the screen.
fn first_lines() -> BTreeMap<String, f64> {
    let marks = find_all("article mark[data-layer=quotation]:not(.more)").into_iter().take(MOST);
    let line = |mark: web_sys::Element| {
        let id = mark.get_attribute("data-id")?.strip_prefix('a')?.to_owned();
        Some((id, mark.get_client_rects().item(0)?.top() + 2.0))
    };
    // A quotation that runs on in the next block has an element there, too: the first one counts, so it comes last.
    marks.filter_map(line).collect::<Vec<_>>().into_iter().rev().collect()
}
