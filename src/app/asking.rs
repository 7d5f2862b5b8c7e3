//! What is asked of the person at the moment, to be answered by a name in the text or a list, by words, or by a digit.

use super::state::State;
use super::{browser, caret, pick, popover, review};
use galley_engine::annotation::{AnnotationId, EntityId, Label, Layer, Speaker};
use galley_engine::document::{Command, Document};
use galley_engine::text::Span;
use galley_engine::view::candidates;
use leptos::prelude::*;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Who says this quotation?
    Speaker(AnnotationId),
    /// Which words introduce this quotation?
    Cue(AnnotationId),
    /// Which name is this one the same as?
    Same(EntityId),
    /// Whose mentions are these?
    Whose(Vec<AnnotationId>),
}

/// A question, and whether it was asked in the inspector: the focus goes back there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The question.
    pub(crate) what: Ask,
    /// Whether the focus was in the inspector.
    pub(crate) in_list: bool,
}

/// Asks, and says what to do.
pub(crate) fn begin(state: State, what: Ask) {
    let in_list = browser::find(".inspector:focus-within").is_some();
    state.picked.set(None);
    state.spoken.set(question(state, &what));
    let is_of_text = matches!(what, Ask::Speaker(_) | Ask::Cue(_));
    if is_of_text && browser::is_narrow() {
        state.sheet.set(None);
    }
    if matches!(what, Ask::Cue(_)) {
        state.popped.set(false);
    }
    state.asked.set(Some(Asked { what, in_list }));
}

/// Asks no more.
pub(crate) fn stop(state: State) {
    if state.asked.with_untracked(Option::is_some) {
        state.asked.set(None);
    }
}

/// Asks no more, when the person gives up; false when there is more to close, or nothing was asked.
pub(crate) fn give_up(state: State) -> bool {
    let Some(ask) = now(state).filter(|_| state.picked.with_untracked(Option::is_none)) else { return false };
    stop(state);
    !(matches!(ask, Ask::Speaker(_)) && state.popped.get_untracked())
}

/// Whether words are selected that answer what is asked.
pub(crate) fn can_answer(state: State) -> bool {
    state.picked.with(Option::is_some) && offer(state).is_some()
}

/// What is asked now, when anything is.
pub(crate) fn now(state: State) -> Option<Ask> {
    state.asked.with_untracked(|asked| asked.as_ref().map(|asked| asked.what.clone()))
}

/// Whether it is asked who speaks.
pub(crate) fn is_for_speaker(state: State) -> bool {
    state.asked.with(|asked| asked.as_ref().is_some_and(|asked| matches!(asked.what, Ask::Speaker(_))))
}

/// The question in words.
pub(crate) fn question(state: State, what: &Ask) -> String {
    let name =
        |id: &EntityId| state.peek(|document| document.entities.get(id).map(|entity| entity.name.clone())).flatten().unwrap_or_default();
    match what {
        Ask::Speaker(_) => "Who says it? Press a digit, or click a name in the text".to_owned(),
        Ask::Cue(_) => "Click the word that introduces it, or select several".to_owned(),
        Ask::Same(id) => format!("“{}” is the same as… choose another name", name(id)),
        Ask::Whose(ids) => format!("{} of… choose a name", super::words::count(ids.len(), "mention")),
    }
}

/// Asks who says the current quotation, in its card.
pub(crate) fn speaker(state: State) {
    let Some(id) = current_quotation(state) else { return };
    begin(state, Ask::Speaker(id));
    popover::enter(state, "#speaker");
}

/// Asks for the words that introduce the current quotation.
pub(crate) fn cue(state: State) {
    if let Some(id) = current_quotation(state) {
        begin(state, Ask::Cue(id));
        review::refocus(state);
    }
}

/// The quotation that is the current mark.
pub(crate) fn current_quotation(state: State) -> Option<AnnotationId> {
    let id = state.current.get_untracked()?;
    state.annotation(id).filter(|one| one.layer() == Layer::Quotation).map(|one| one.id)
}

/// The likely speakers of a quotation, in the order of their digits.
pub(crate) fn likely(state: State, id: AnnotationId) -> Vec<(EntityId, String)> {
    let find = |document: &Document| {
        state.names.with_untracked(|names| state.shares.with_untracked(|shares| candidates::candidates(document, names, shares, id)))
    };
    state.peek(find).unwrap_or_default()
}

/// The speaker with this digit says the quotation that is asked about; 0 is nobody. False when none is asked about.
pub(crate) fn choose(state: State, digit: usize) -> bool {
    let Some(Ask::Speaker(id)) = now(state) else { return false };
    let chosen = likely(state, id).into_iter().nth(digit.wrapping_sub(1));
    if digit == 0 {
        set_speaker(state, id, None);
    } else if let Some((entity, text)) = chosen {
        set_speaker(state, id, Some(Speaker { span: None, entity: Some(entity), text }));
    }
    true
}

/// Sets the speaker of a quotation and asks no more. Where the text names that very speaker for it already, that place is kept.
pub(crate) fn set_speaker(state: State, id: AnnotationId, speaker: Option<Speaker>) {
    let before = state.annotation(id).and_then(|one| one.label.quotation().and_then(|quotation| quotation.speaker.clone()));
    let kept = |new: &Speaker| before.filter(|before| before.entity.is_some() && before.entity == new.entity && new.span.is_none());
    let speaker = speaker.map(|new| kept(&new).unwrap_or(new));
    let in_list = state.asked.with_untracked(|asked| asked.as_ref().is_some_and(|asked| asked.in_list));
    stop(state);
    state.dispatch(&Command::SetSpeaker(id, speaker));
    settle(state, id, in_list);
}

/// The focus goes back to where the question was asked.
fn settle(state: State, id: AnnotationId, in_list: bool) {
    if !in_list {
        review::refocus(state);
        return;
    }
    state.popped.set(false);
    browser::soon(move || match browser::find(&format!(".inspector [data-quote=\"a{}\"] .go", id.0)) {
        Some(row) => drop(row.focus()),
        None => review::refocus(state),
    });
}

/// Answers with an entity; false when nothing is asked that an entity answers.
pub(crate) fn answer(state: State, entity: EntityId) -> bool {
    match now(state) {
        Some(Ask::Speaker(id)) => {
            let text = state.peek(|document| document.entities.get(&entity).map(|known| known.name.clone())).flatten().unwrap_or_default();
            set_speaker(state, id, Some(Speaker { span: None, entity: Some(entity), text }));
        }
        Some(Ask::Same(from)) if from != entity => {
            stop(state);
            state.dispatch(&Command::MergeEntities(from, entity));
        }
        Some(Ask::Whose(ids)) => {
            stop(state);
            state.dispatch(&Command::LinkMentions(ids, entity));
        }
        _ => return false,
    }
    true
}

/// A click in the article, on these marks, at this point: whether it was an answer. A click that is none ends the question.
pub(crate) fn clicked(state: State, stack: &[AnnotationId], x: f64, y: f64) -> bool {
    let Some(ask) = now(state) else { return false };
    if let Ask::Cue(_) = ask {
        return take_word(state, x, y);
    }
    let Some(mention) = stack.iter().find_map(|id| state.annotation(*id).filter(|one| one.label.mention().is_some())) else {
        stop(state);
        return false;
    };
    answer_mention(state, &ask, mention.id)
}

/// Answers with the name at a mark.
fn answer_mention(state: State, ask: &Ask, id: AnnotationId) -> bool {
    let Some(one) = state.annotation(id) else { return false };
    let entity = one.label.mention().and_then(|mention| mention.entity);
    match ask {
        Ask::Speaker(quotation) => {
            set_speaker(state, *quotation, state.peek(|document| said_by(document, id)).flatten());
            true
        }
        _ => entity.is_some_and(|entity| answer(state, entity)),
    }
}

/// The speaker that a mention names: where it stands, and whom it names.
pub(crate) fn said_by(document: &Document, id: AnnotationId) -> Option<Speaker> {
    let one = document.annotations.get(&id)?;
    let Label::Entity(mention) = &one.label else { return None };
    Some(Speaker { span: Some(one.extent()), entity: mention.entity, text: document.words_of(one).to_owned() })
}

/// Answers with the word at a point.
fn take_word(state: State, x: f64, y: f64) -> bool {
    let is_word = caret::tap(state, x, y);
    if is_word {
        answer_words(state);
    }
    is_word
}

/// What the selected words can be for the question, or for the current quotation, in words.
pub(crate) fn offer(state: State) -> Option<&'static str> {
    match state.asked.get().map(|asked| asked.what) {
        Some(Ask::Cue(_)) => Some("This is the cue"),
        Some(Ask::Speaker(_)) => Some("This is who says it"),
        _ => None,
    }
}

/// Answers with the selected words.
pub(crate) fn answer_words(state: State) {
    let Some(span) = state.picked.with_untracked(|picked| picked.as_ref().and_then(|picked| picked.spans.first().copied())) else { return };
    let asked = state.asked.get_untracked();
    pick::cancel(state);
    match asked.as_ref().map(|asked| &asked.what) {
        Some(Ask::Cue(id)) => set_cue(state, *id, Some(span)),
        Some(Ask::Speaker(id)) => set_speaker(state, *id, state.peek(|document| spoken_by(document, span))),
        _ => {}
    }
}

/// Sets the cue of a quotation and asks no more.
pub(crate) fn set_cue(state: State, id: AnnotationId, cue: Option<Span>) {
    let in_list = state.asked.with_untracked(|asked| asked.as_ref().is_some_and(|asked| asked.in_list));
    stop(state);
    state.dispatch(&Command::SetCue(id, cue));
    state.current.set(Some(id));
    settle(state, id, in_list);
}

/// The speaker whom these words name: the entity that a mark on just these words names, if there is one.
pub(crate) fn spoken_by(document: &Document, span: Span) -> Speaker {
    let marked = document.standing(Layer::Entity).find(|one| one.extent() == span).map(|one| one.id);
    let known = marked.and_then(|id| said_by(document, id));
    known.unwrap_or_else(|| Speaker { span: Some(span), entity: None, text: document.words(span).to_owned() })
}

/// Shows the question below the article, with a way out. The one for a speaker is in the quotation's card.
#[component]
pub(crate) fn AskBar() -> impl IntoView {
    let state = expect_context::<State>();
    Effect::new(move |_| {
        let (current, is_open) = (state.current.get(), state.popped.get());
        // The card goes, and the question for a speaker with it.
        if let Some(Ask::Speaker(id)) = now(state)
            && (current != Some(id) || !is_open)
            && state.picked.with_untracked(Option::is_none)
        {
            stop(state);
        }
    });
    let is_in_card = move |what: &Ask| matches!(what, Ask::Speaker(_)) && state.popped.get();
    let shown = Memo::new(move |_| state.asked.get().map(|asked| asked.what).filter(|what| !is_in_card(what)));
    let no_cue = move || match shown.get() {
        Some(Ask::Cue(id)) => {
            let has_cue = state.annotation(id).is_some_and(|one| one.label.quotation().is_some_and(|quotation| quotation.cue.is_some()));
            has_cue.then(|| view! { <button class="plain" on:click=move |_| set_cue(state, id, None)>"No cue"</button> })
        }
        _ => None,
    };
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <div class="reaching asking" role="status">
                <span>{move || shown.get().map(|what| question(state, &what))}</span>
                {no_cue}
                <button class="plain" on:click=move |_| stop(state)>"Cancel"</button>
            </div>
        </Show>
    }
}
