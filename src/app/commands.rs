//! Everything a person can do, in one table: buttons, keys and the help read it.

use super::caret::{self, Way};
use super::review;
use super::state::{Reach, Sheet, State, Tab};
use super::words::offered_in;
use super::{asking, blocks, browser, find, keymap, naming, pick, popover, quoting};
use galley_engine::annotation::{Decision, Layer};
use galley_engine::document::Command;
use galley_engine::text::snap::Edge;
use leptos::prelude::*;

/// Something a person can do.
pub(crate) struct Act {
    /// Its name in the program.
    pub(crate) name: &'static str,
    /// What it does, for a person.
    pub(crate) label: &'static str,
    /// Where the help lists it.
    pub(crate) group: Group,
    /// Its keys: a single character or name, with `Ctrl+` and `Shift+` before it.
    pub(crate) keys: &'static [&'static str],
    /// Whether it can be done now.
    pub(crate) enabled: fn(State) -> bool,
    /// Does it.
    pub(crate) run: fn(State),
}

/// A section of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Going from mark to mark.
    Go,
    /// Deciding.
    Decide,
    /// Changing a mark.
    Change,
    /// The page as a whole.
    Page,
}

impl Group {
    /// All of them, in the order of the help.
    pub(crate) const ALL: [Self; 4] = [Self::Go, Self::Decide, Self::Change, Self::Page];

    /// Its title in the help.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Go => "Go",
            Self::Decide => "Decide",
            Self::Change => "Label and change",
            Self::Page => "Page",
        }
    }
}

const fn act(
    name: &'static str,
    label: &'static str,
    group: Group,
    keys: &'static [&'static str],
    enabled: fn(State) -> bool,
    run: fn(State),
) -> Act {
    Act { name, label, group, keys, enabled, run }
}

/// The table.
pub(crate) const ACTS: &[Act] = &[
    act("next", "Next mark", Group::Go, &["j"], has_marks, |state| review::step(state, true)),
    act("previous", "Previous mark", Group::Go, &["k"], has_marks, |state| review::step(state, false)),
    act("next-undecided", "Next undecided mark", Group::Go, &["n"], has_marks, review::go_on),
    act("caret", "Select words by key", Group::Change, &["v"], caret::can_begin, caret::begin),
    act("word-right", "Select the next word", Group::Change, &["ArrowRight"], caret::is_on, |state| caret::go(state, Way::Right, false)),
    act("word-left", "Select the word before", Group::Change, &["ArrowLeft"], caret::is_on, |state| caret::go(state, Way::Left, false)),
    act("word-down", "Select a word a line down", Group::Change, &["ArrowDown"], caret::is_on, |state| caret::go(state, Way::Down, false)),
    act("word-up", "Select a word a line up", Group::Change, &["ArrowUp"], caret::is_on, |state| caret::go(state, Way::Up, false)),
    act("extend-right", "Extend by a word", Group::Change, &["Shift+ArrowRight"], caret::is_on, |state| caret::go(state, Way::Right, true)),
    act("extend-left", "Draw back by a word", Group::Change, &["Shift+ArrowLeft"], caret::is_on, |state| caret::go(state, Way::Left, true)),
    act("character-right", "Extend by a character", Group::Change, &["Alt+Shift+ArrowRight"], caret::is_on, |state| {
        caret::go_character(state, true)
    }),
    act("character-left", "Draw back by a character", Group::Change, &["Alt+Shift+ArrowLeft"], caret::is_on, |state| {
        caret::go_character(state, false)
    }),
    act("layer", "Offer the labels of the next layer", Group::Change, &["l"], caret::is_on, pick::next_layer),
    act("wider", "Widen to the sentence, the paragraph, the article", Group::Change, &["w"], caret::is_on, pick::wider),
    act("answer", "Answer with the selected words", Group::Change, &["Enter"], asking::can_answer, asking::answer_words),
    act("repeat", "Give the selected words the last label again", Group::Change, &["Enter"], pick::can_repeat, pick::repeat),
    act("open", "Open the mark’s card", Group::Go, &["Enter", " "], has_current, popover::open_and_enter),
    act("next-mention", "Next mention of this name", Group::Go, &["Shift+J"], naming::is_meant, |state| naming::step_meant(state, true)),
    act("previous-mention", "Previous mention of this name", Group::Go, &["Shift+K"], naming::is_meant, |state| {
        naming::step_meant(state, false)
    }),
    act("another", "Another mark on these words", Group::Go, &["o"], has_current, review::another_here),
    act("block", "The role of this block", Group::Go, &["b"], has_document, blocks::open),
    act("next-block", "Next block, from a role", Group::Go, &["ArrowDown"], blocks::is_role_current, |state| blocks::step(state, true)),
    act("previous-block", "Previous block, from a role", Group::Go, &["ArrowUp"], blocks::is_role_current, |state| {
        blocks::step(state, false)
    }),
    act("close", "Close what is open", Group::Go, &["Escape"], |_| true, close),
    act("accept", "Accept", Group::Decide, &["a"], has_current, |state| review::decide(state, Decision::Accepted)),
    act("reject", "Reject", Group::Decide, &["x"], has_current, |state| review::decide(state, Decision::Rejected)),
    act("accept-name", "Accept this name everywhere", Group::Decide, &["Shift+A"], naming::is_focused, naming::accept_focused),
    act("accept-all", "Accept all of this name", Group::Decide, &["Shift+A"], has_current, review::accept_alike),
    act("reject-all", "Reject all of this name", Group::Decide, &["Shift+X"], naming::is_meant, naming::reject_meant),
    act("reopen", "Undecide", Group::Decide, &["r"], has_current, |state| review::decide(state, Decision::Pending)),
    act("delete", "Delete", Group::Decide, &["Delete", "Backspace"], has_current, delete),
    act("label-1", "First label", Group::Change, &["1"], can_label, |state| label(state, 1)),
    act("label-2", "Second label", Group::Change, &["2"], can_label, |state| label(state, 2)),
    act("label-3", "Third label", Group::Change, &["3"], can_label, |state| label(state, 3)),
    act("label-4", "Fourth label", Group::Change, &["4"], can_label, |state| label(state, 4)),
    act("label-5", "Fifth label", Group::Change, &["5"], can_label, |state| label(state, 5)),
    act("label-6", "Sixth label", Group::Change, &["6"], can_label, |state| label(state, 6)),
    act("label-7", "Seventh label", Group::Change, &["7"], can_label, |state| label(state, 7)),
    act("label-8", "Eighth label", Group::Change, &["8"], can_label, |state| label(state, 8)),
    act("label-9", "Ninth label", Group::Change, &["9"], can_label, |state| label(state, 9)),
    act("shrink", "End a word earlier", Group::Change, &[","], can_label, |state| popover::nudge(state, Edge::End, false)),
    act("widen", "End a word later", Group::Change, &["."], can_label, |state| popover::nudge(state, Edge::End, true)),
    act("widen-start", "Start a word earlier", Group::Change, &["Shift+<"], can_label, |state| popover::nudge(state, Edge::Start, true)),
    act("shrink-start", "Start a word later", Group::Change, &["Shift+>"], can_label, |state| popover::nudge(state, Edge::Start, false)),
    act("run-down", "Take the next block into the run", Group::Change, &["Shift+ArrowDown"], blocks::is_role_current, |state| {
        blocks::extend(state, true)
    }),
    act("run-up", "Take the block before into the run", Group::Change, &["Shift+ArrowUp"], blocks::is_role_current, |state| {
        blocks::extend(state, false)
    }),
    act("everywhere", "All other places where these words stand", Group::Change, &["t"], can_label, pick::everywhere),
    act("speaker", "Choose the speaker", Group::Change, &["s"], is_quotation, asking::speaker),
    act("cue", "Choose the words that introduce it", Group::Change, &["q"], is_quotation, asking::cue),
    act("unquote", "Not a quotation", Group::Change, &["0"], quoting::can_unquote, quoting::unquote_or_nobody),
    act("same-name", "The same as another name", Group::Change, &["="], naming::is_meant, naming::same),
    act("join", "Join with the next quotation", Group::Change, &["="], is_quotation, quoting::join),
    act("part-name", "This mention is another name", Group::Change, &["-"], naming::can_part, naming::part),
    act("part", "Make quotations of its parts", Group::Change, &["-"], quoting::has_parts, quoting::part),
    act("rename", "Rename", Group::Change, &["F2"], naming::is_meant, naming::rename),
    act("note", "Write a note", Group::Change, &["m"], has_current, |state| popover::enter(state, "#note")),
    act(
        "undo",
        "Undo",
        Group::Page,
        &["u", "Ctrl+z"],
        |state| state.can_undo.get(),
        |state| {
            state.undo();
            review::refocus(state);
        },
    ),
    act(
        "redo",
        "Redo",
        Group::Page,
        &["Ctrl+Shift+z", "Ctrl+y"],
        |state| state.can_redo.get(),
        |state| {
            state.redo();
            review::refocus(state);
        },
    ),
    act("find", "Find", Group::Page, &["/"], has_document, find::open),
    act("clean", "Only the story, without marks", Group::Page, &["c"], has_document, |state| state.clean.update(|clean| *clean = !*clean)),
    act("overview", "Overview of the article", Group::Page, &["i"], has_document, |state| state.overview.set(true)),
    act("codes", "Codebook, guidelines, comment", Group::Page, &["g"], has_document, codes),
    act("export", "Export", Group::Page, &["e"], has_document, |state| state.export.set(true)),
    act("palette", "All commands", Group::Page, &["Ctrl+k"], |_| true, |state| state.palette.set(true)),
    act("help", "All keys", Group::Page, &["?"], |_| true, |state| state.help.set(true)),
];

/// The act called `name`.
pub(crate) fn named(name: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.name == name)
}

impl Act {
    /// Does it, if it can be done now.
    pub(crate) fn attempt(&self, state: State) {
        if untrack(|| (self.enabled)(state)) {
            (self.run)(state);
        }
    }

    /// Its name with its keys, as a button's tooltip: "Undo (u, Ctrl+Z)".
    pub(crate) fn tip(&self, state: State) -> String {
        let keys: Vec<String> = state.keymap.with(|keymap| keymap::keys(keymap, self)).iter().map(|key| shown(key)).collect();
        if keys.is_empty() {
            return self.label.to_owned();
        }
        format!("{} ({})", self.label, keys.join(", "))
    }
}

/// A key as it is printed.
pub(crate) fn shown(key: &str) -> String {
    match key {
        "Escape" => "Esc".to_owned(),
        " " => "Space".to_owned(),
        "Delete" => "Del".to_owned(),
        "Backspace" => "⌫".to_owned(),
        "Shift+<" => "<".to_owned(),
        "Shift+>" => ">".to_owned(),
        "Shift+A" => "⇧A".to_owned(),
        other if other.contains("Arrow") => other
            .replace("Shift+", "⇧")
            .replace("Alt+", "⌥")
            .replace("ArrowDown", "↓")
            .replace("ArrowUp", "↑")
            .replace("ArrowRight", "→")
            .replace("ArrowLeft", "←"),
        other => other.replace("Shift+", "⇧").replace("+z", "+Z").replace("+y", "+Y").replace("+k", "+K").replace("⇧z", "⇧Z"),
    }
}

fn has_document(state: State) -> bool {
    state.id.with(Option::is_some)
}

fn has_marks(state: State) -> bool {
    state.queue.with(|queue| !queue.is_empty())
}

fn has_current(state: State) -> bool {
    state.current.get().is_some()
}

fn can_label(state: State) -> bool {
    state.picked.with(Option::is_some) || has_current(state) || naming::is_focused(state)
}

fn is_quotation(state: State) -> bool {
    let id = state.current.get();
    id.and_then(|id| state.annotation(id)).is_some_and(|annotation| annotation.layer() == Layer::Quotation)
}

/// Closes the topmost of what is open, and gives the focus back to the article.
fn close(state: State) {
    if asking::give_up(state) {
        return;
    }
    if state.picked.get_untracked().is_some() {
        pick::cancel(state);
    } else if state.reaching.get_untracked() {
        blocks::stop_reaching(state);
    } else if state.popped.get_untracked() {
        // At once, so that the next key already finds the article.
        state.current.get_untracked().into_iter().for_each(review::bring_into_view);
        state.popped.set(false);
        state.reach.set(Reach::One);
        review::refocus(state);
    } else if state.sheet.get_untracked().is_some() {
        state.sheet.set(None);
    } else if state.finding.get_untracked() {
        find::close(state);
    } else if state.reach.get_untracked() != Reach::One {
        state.reach.set(Reach::One);
    } else {
        state.current.set(None);
        if let Some(main) = browser::find("#main") {
            drop(main.focus());
        }
    }
}

/// Opens the tab of the codebook.
pub(crate) fn codes(state: State) {
    state.tab.set(Tab::Codes);
    if browser::is_narrow() {
        state.sheet.set(Some(Sheet::Inspector));
    } else {
        browser::soon(|| drop(browser::find("#tab-codes").map(|tab| tab.focus())));
    }
}

fn delete(state: State) {
    if let Some(id) = state.current.get_untracked() {
        state.dispatch(&Command::Delete(vec![id]));
        review::refocus(state);
    }
}

/// Gives the selected words, the name that has the focus in the list, or the current mark the label with that key; asked who speaks, it is a speaker's.
fn label(state: State, key: usize) {
    if asking::choose(state, key) {
        return;
    }
    if naming::is_focused(state) {
        if let Some(label) = state.own.with_untracked(|own| offered_in(own, Layer::Entity)).get(key - 1) {
            naming::relabel_focused(state, label);
        }
    } else if let Some(picked) = state.picked.get_untracked() {
        if let Some(label) = state.own.with_untracked(|own| offered_in(own, picked.layer)).get(key - 1) {
            pick::mark(state, label);
        }
    } else if let Some(id) = state.current.get_untracked()
        && let Some(annotation) = state.annotation(id)
        && let Some(label) = state.own.with_untracked(|own| offered_in(own, annotation.layer())).get(key - 1)
    {
        popover::relabel(state, id, label);
    }
}

/// The keys of the act called `name`, as they are printed.
#[component]
pub(crate) fn Keys(name: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let keys = move || named(name).map(|act| state.keymap.with(|keymap| keymap::keys(keymap, act))).unwrap_or_default();
    view! { <span class="key-list" aria-hidden="true">{move || keys().iter().map(|key| view! { <kbd>{shown(key)}</kbd>" " }).collect_view()}</span> }
}

/// The first key of the act called `name`, if it has one.
#[component]
pub(crate) fn Key(name: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let key = move || named(name).and_then(|act| state.keymap.with(|keymap| keymap::keys(keymap, act)).into_iter().next());
    view! { {move || key().map(|key| view! { <kbd aria-hidden="true">{shown(&key)}</kbd> })} }
}

/// A button for the act called `name`: its keys in the tooltip, greyed when it cannot be done.
#[component]
pub(crate) fn Button(name: &'static str, class: &'static str, children: Children) -> impl IntoView {
    let state = expect_context::<State>();
    named(name).map(|act| {
        let is_disabled = move || !(act.enabled)(state);
        // Only a picture inside needs the label as its name; words name themselves.
        let label = matches!(name, "undo" | "redo" | "help" | "overview").then_some(act.label);
        view! { <button class=class data-act=name title=move || act.tip(state) aria-label=label disabled=is_disabled on:click=move |_| act.attempt(state)>{children()}</button> }
    })
}
