//! The one signal that holds the workspace, the memos read from it, and `dispatch`, the only way to alter it.

use super::asking::Asked;
use super::browser::{self, Watch};
use super::caret::Caret;
use super::keymap::Keymap;
use super::notices::Notices;
use super::storage::Entry;
use galley_engine::annotation::{Annotation, AnnotationId, Decision, EntityId, LabelDefinition, LabelName, Layer, Role};
use galley_engine::document::{Command, Document, Workspace};
use galley_engine::text::Span;
use galley_engine::view::alike::Likeness;
use galley_engine::view::clean::blocks as story;
use galley_engine::view::queue::{Filter, Order, queue};
use galley_engine::view::recent::{Deed, recent};
use galley_engine::view::segments::{Segment, Shown, segments};
use galley_engine::view::structure::{Run, runs};
use galley_engine::view::{self, Counts, names, quotes};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Everything the page knows. Components read memos; only the methods of this file write the workspace.
#[derive(Clone, Copy)]
pub(crate) struct State {
    workspace: RwSignal<Option<Workspace>>,
    /// Counts the changes to the workspace, opening included: what autosave listens to.
    pub(crate) revision: RwSignal<u32>,
    /// The open document's id; `None` on the start page.
    pub(crate) id: Memo<Option<String>>,
    /// The open document's headline, or the first words of its text.
    pub(crate) title: Memo<String>,
    /// The labels of the person's own.
    pub(crate) own: Memo<Vec<LabelDefinition>>,
    /// Marks per layer, and how many are decided.
    pub(crate) counts: Memo<Counts>,
    /// The blocks as runs of story and furniture.
    pub(crate) runs: Memo<Vec<Run>>,
    /// The text of each block cut where marks begin and end.
    pub(crate) segments: Memo<Vec<Vec<Segment>>>,
    /// In which order marks are reviewed.
    pub(crate) order: RwSignal<Order>,
    /// Which marks are reviewed; what was decided of them is left open.
    pub(crate) filter: RwSignal<Filter>,
    /// Every mark that is reviewed, in that order, decided ones too.
    pub(crate) queue: Memo<Vec<AnnotationId>>,
    /// Who and what is named.
    pub(crate) names: Memo<Vec<names::Name>>,
    /// The quotations in order.
    pub(crate) quotes: Memo<Vec<quotes::Quote>>,
    /// Words per speaker.
    pub(crate) shares: Memo<Vec<quotes::Share>>,
    /// Whether there is something to undo, and to redo.
    pub(crate) can_undo: Memo<bool>,
    /// Whether there is something to redo.
    pub(crate) can_redo: Memo<bool>,
    /// What was done last.
    pub(crate) recent: Memo<Vec<Deed>>,
    /// Which layers are drawn.
    pub(crate) shown: RwSignal<Shown>,
    /// Whether only the story is shown: no furniture, no marks.
    pub(crate) clean: RwSignal<bool>,
    /// The mark that keys act on.
    pub(crate) current: RwSignal<Option<AnnotationId>>,
    /// Whether the popover of the current mark is open.
    pub(crate) popped: RwSignal<bool>,
    /// The words a person has selected, with the label palette open on them.
    pub(crate) picked: RwSignal<Option<Picked>>,
    /// The marks under the last click, the smallest first.
    pub(crate) stack: RwSignal<Vec<AnnotationId>>,
    /// Which blocks are meant by the current role.
    pub(crate) reach: RwSignal<Reach>,
    /// Whether the last block of a run is being chosen.
    pub(crate) reaching: RwSignal<bool>,
    /// What is asked of the person, to be answered by a click or a key.
    pub(crate) asked: RwSignal<Option<Asked>>,
    /// A name that the list of names is to show.
    pub(crate) show_name: RwSignal<Option<ShowName>>,
    /// The block that was clicked last, where no mark was.
    pub(crate) touched: RwSignal<Option<usize>>,
    /// The words of each block without the furniture inside it, while only the story is shown.
    pub(crate) story: Memo<Vec<String>>,
    /// Runs of furniture that are open, by one of their blocks.
    pub(crate) unfolded: RwSignal<BTreeSet<usize>>,
    /// The inspector's tab.
    pub(crate) tab: RwSignal<Tab>,
    /// Which side column is open as a sheet, where there is no room for columns.
    pub(crate) sheet: RwSignal<Option<Sheet>>,
    /// Whether the bar for finding is open.
    pub(crate) finding: RwSignal<bool>,
    /// Where a selection by key began and is now.
    pub(crate) caret: RwSignal<Option<Caret>>,
    /// The label that was given last, to give again.
    pub(crate) sticky: RwSignal<Option<LabelName>>,
    /// Whether the command palette is open.
    pub(crate) palette: RwSignal<bool>,
    /// The keys that the person chose.
    pub(crate) keymap: RwSignal<Keymap>,
    /// Whether the overview is open.
    pub(crate) overview: RwSignal<bool>,
    /// Whether the help is open.
    pub(crate) help: RwSignal<bool>,
    /// Whether the export dialog is open.
    pub(crate) export: RwSignal<bool>,
    /// Whether single keys act.
    pub(crate) single_keys: RwSignal<bool>,
    /// What screen readers are told.
    pub(crate) spoken: RwSignal<String>,
    /// How the open document stands with the storage.
    pub(crate) saved: RwSignal<Saved>,
    /// The person's documents, the latest first.
    pub(crate) library: RwSignal<Vec<Entry>>,
    /// How many texts are being read.
    pub(crate) reading: RwSignal<usize>,
    /// Messages.
    pub(crate) notices: Notices,
}

/// How much of what was done is shown.
const RECENT: usize = 8;

/// A name that the list of names is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShowName {
    /// Which.
    pub(crate) id: EntityId,
    /// Whether with the field for another name.
    pub(crate) is_renaming: bool,
}

/// Words a person has selected.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picked {
    /// The selected stretch of each block, in order; never empty.
    pub(crate) spans: Vec<Span>,
    /// The layer whose labels are offered.
    pub(crate) layer: Layer,
    /// Whether every occurrence of the words is meant.
    pub(crate) all: bool,
}

/// Which blocks a role is given to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The one whose role is the current mark.
    #[default]
    One,
    /// All that are like it.
    Alike(Likeness),
    /// All from the first that was chosen to the last.
    Run(usize, usize),
}

/// A tab of the inspector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What to decide next.
    #[default]
    Review,
    /// Who and what is named.
    Names,
    /// Who said what.
    Quotes,
    /// Outline, furniture, metadata.
    Structure,
    /// The codebook, and what is said of the article as a whole.
    Codes,
}

/// A side column as a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// The documents.
    Library,
    /// The inspector.
    Inspector,
}

/// How the open document stands with the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// On its way.
    Underway,
    /// All of it is on disk.
    Done,
    /// It could not be written, and why.
    Failed(String),
}

impl State {
    /// The start page.
    pub(crate) fn new() -> Self {
        let workspace = RwSignal::new(None::<Workspace>);
        let shown = RwSignal::new(Shown::default());
        let clean = RwSignal::new(false);
        let order = RwSignal::new(Order::default());
        let filter = RwSignal::new(Filter::default());
        let drawn = move || if clean.get() { nothing() } else { shown.get() };
        Self {
            workspace,
            shown,
            clean,
            revision: RwSignal::new(0),
            id: from(workspace, |document| Some(document.id.clone())),
            title: from(workspace, title),
            own: from(workspace, |document| document.codebook.labels.clone()),
            counts: from(workspace, view::counts),
            runs: from(workspace, runs),
            segments: Memo::new(move |_| {
                workspace.with(|open| open.as_ref().map(|open| segments(open.document(), drawn()))).unwrap_or_default()
            }),
            order,
            filter,
            queue: Memo::new(move |_| {
                workspace.with(|open| open.as_ref().map(|open| queue(open.document(), &filter.get(), order.get()))).unwrap_or_default()
            }),
            names: from(workspace, names::names),
            quotes: from(workspace, quotes::quotes),
            shares: from(workspace, quotes::shares),
            can_undo: Memo::new(move |_| workspace.with(|open| open.as_ref().is_some_and(|open| !open.past().is_empty()))),
            can_redo: Memo::new(move |_| workspace.with(|open| open.as_ref().is_some_and(|open| !open.future().is_empty()))),
            recent: Memo::new(move |_| workspace.with(|open| open.as_ref().map(|open| recent(open, RECENT))).unwrap_or_default()),
            current: RwSignal::new(None),
            popped: RwSignal::new(false),
            picked: RwSignal::new(None),
            stack: RwSignal::new(Vec::new()),
            reach: RwSignal::new(Reach::One),
            reaching: RwSignal::new(false),
            asked: RwSignal::new(None),
            show_name: RwSignal::new(None),
            touched: RwSignal::new(None),
            story: Memo::new(move |_| {
                workspace.with(|open| open.as_ref().filter(|_| clean.get()).map(|open| story(open.document()))).unwrap_or_default()
            }),
            unfolded: RwSignal::new(BTreeSet::new()),
            tab: RwSignal::new(Tab::default()),
            sheet: RwSignal::new(None),
            finding: RwSignal::new(false),
            caret: RwSignal::new(None),
            sticky: RwSignal::new(None),
            palette: RwSignal::new(false),
            keymap: RwSignal::new(Keymap::new()),
            overview: RwSignal::new(false),
            help: RwSignal::new(false),
            export: RwSignal::new(false),
            single_keys: RwSignal::new(true),
            spoken: RwSignal::new(String::new()),
            saved: RwSignal::new(Saved::Done),
            library: RwSignal::new(Vec::new()),
            reading: RwSignal::new(0),
            notices: Notices::new(),
        }
    }

    /// What `look` sees in the open document; the reader is told when the workspace changes.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.workspace.with(|open| open.as_ref().map(|open| look(open.document())))
    }

    /// What `look` sees in the open document now, once.
    pub(crate) fn peek<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.workspace.with_untracked(|open| open.as_ref().map(|open| look(open.document())))
    }

    /// The annotation `id` now, once.
    pub(crate) fn annotation(self, id: AnnotationId) -> Option<Annotation> {
        self.peek(|document| document.annotations.get(&id).cloned()).flatten()
    }

    /// Opens `document` in place of what is open.
    pub(crate) fn open(self, document: Document) {
        self.open_saved(document);
        self.revision.update(|revision| *revision += 1);
    }

    /// Opens a document that is on disk as it is.
    pub(crate) fn open_saved(self, document: Document) {
        let watch = Watch::start("galley:paint");
        super::autosave::keep_now(self);
        self.saved.set(Saved::Done);
        self.forget_place();
        self.filter.set(Filter::default());
        self.unfolded.set(open_at_first(&document));
        self.clean.set(false);
        self.sheet.set(None);
        self.workspace.set(Some(Workspace::new(document)));
        browser::soon(browser::begin_article);
        watch.stop_after_paint();
    }

    /// Goes back to the start page. Everything is saved already, or said not to be.
    pub(crate) fn close(self) {
        super::autosave::keep_now(self);
        self.forget_place();
        self.sheet.set(None);
        self.workspace.set(None);
    }

    /// Carries out `command`; false when it alters nothing.
    pub(crate) fn dispatch(self, command: &Command) -> bool {
        self.alter(|open| Some(capital(&open.run(command, &browser::now())?.summary)))
    }

    /// Takes the last change back.
    pub(crate) fn undo(self) {
        self.alter(|open| Some(format!("Undone: {}", open.undo()?.summary)));
    }

    /// Makes it once more.
    pub(crate) fn redo(self) {
        self.alter(|open| Some(format!("Done again: {}", open.redo()?.summary)));
    }

    fn alter(self, act: impl FnOnce(&mut Workspace) -> Option<String>) -> bool {
        let watch = Watch::start("galley:command");
        let mut said = None;
        self.workspace.maybe_update(|open| {
            said = open.as_mut().and_then(act);
            said.is_some()
        });
        let Some(said) = said else { return false };
        self.revision.update(|revision| *revision += 1);
        let all = self.counts.get_untracked().all();
        self.spoken.set(format!("{said}. {} of {} decided.", all.decided, all.total));
        self.drop_lost_place();
        watch.stop_after_paint();
        true
    }

    /// Nothing is current, popped or picked.
    pub(crate) fn forget_place(self) {
        self.popped.set(false);
        self.picked.set(None);
        self.current.set(None);
        self.stack.set(Vec::new());
        self.reach.set(Reach::One);
        self.reaching.set(false);
        self.finding.set(false);
        self.touched.set(None);
        self.asked.set(None);
    }

    /// A mark that is gone or rejected is no longer the current one.
    fn drop_lost_place(self) {
        let Some(id) = self.current.get_untracked() else { return };
        let is_role = |document: &Document| document.roles.contains(&id);
        let stands = |annotation: &Annotation| annotation.decision != Decision::Rejected;
        let stays = self.peek(|document| is_role(document) || document.annotations.get(&id).is_some_and(stands));
        if stays != Some(true) {
            self.popped.set(false);
            self.current.set(None);
        }
    }
}

/// A memo of what `look` sees in the open document; the default on the start page.
fn from<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    workspace: RwSignal<Option<Workspace>>,
    look: fn(&Document) -> T,
) -> Memo<T> {
    Memo::new(move |_| workspace.with(|open| open.as_ref().map(|open| look(open.document()))).unwrap_or_default())
}

/// The runs of furniture that are open when a document is: all of them when there is nothing else to see.
fn open_at_first(document: &Document) -> BTreeSet<usize> {
    let runs = runs(document);
    let is_story = |run: &Run| matches!(run, Run::Block(_));
    let first = |run: &Run| match run {
        Run::Furniture(blocks, _) => blocks.start,
        Run::Block(index) => *index,
    };
    if runs.iter().any(is_story) { BTreeSet::new() } else { runs.iter().map(first).collect() }
}

fn nothing() -> Shown {
    Shown { entity: false, quotation: false, structure: false, code: false, rejected: false }
}

/// The headline, or the first words of the text.
pub(crate) fn title(document: &Document) -> String {
    const MOST: usize = 90;
    let known = document.metadata.title.as_ref().map(|fact| fact.value.as_str());
    let blocks = || document.blocks.iter().enumerate();
    let headline = || blocks().find(|(index, _)| document.role(*index) == Role::Headline).or_else(|| blocks().next());
    let words = known.or_else(|| Some(document.words(headline()?.1.span)));
    super::words::shortened(words.unwrap_or("Untitled"), MOST)
}

fn capital(words: &str) -> String {
    super::words::capital(words)
}
