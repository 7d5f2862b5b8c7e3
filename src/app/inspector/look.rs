//! What the inspector's tabs remember while another is open: filters, orders, what is unfolded.

use crate::browser;
use crate::state::State;
use galley_engine::annotation::{AnnotationId, Decision, EntityId, QuotationKind, Role};
use galley_engine::view::names;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A speaker as the quotations are filtered by: the entity and the name; both `None` for quotations without a speaker.
pub(super) type SpeakerKey = (Option<EntityId>, Option<String>);

/// What the tabs remember. In neither history nor file.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// The inspector was scrolled.
    pub(super) scrolled: Trigger,
    /// Only marks with this decision are listed.
    pub(super) decision: RwSignal<Decision>,
    /// Only names with these words are listed.
    pub(super) wanted: RwSignal<String>,
    /// In which order names are listed.
    pub(super) names: RwSignal<names::Order>,
    /// The names that are unfolded.
    pub(super) unfolded: RwSignal<BTreeSet<EntityId>>,
    /// The name whose mentions are lit up in the article.
    pub(super) lit: RwSignal<Option<EntityId>>,
    /// Only quotations of this speaker are listed.
    pub(super) speaker: RwSignal<Option<SpeakerKey>>,
    /// Only quotations of this kind are listed.
    pub(super) kind: RwSignal<Option<QuotationKind>>,
    /// The kinds of furniture that are unfolded.
    pub(super) roles: RwSignal<BTreeSet<Role>>,
}

impl Look {
    /// Nothing filtered, nothing unfolded; so again for each document that is opened.
    pub(super) fn new(state: State) -> Self {
        let look = Self {
            scrolled: Trigger::new(),
            decision: RwSignal::new(Decision::Pending),
            wanted: RwSignal::new(String::new()),
            names: RwSignal::new(names::Order::default()),
            unfolded: RwSignal::new(BTreeSet::new()),
            lit: RwSignal::new(None),
            speaker: RwSignal::new(None),
            kind: RwSignal::new(None),
            roles: RwSignal::new(BTreeSet::new()),
        };
        Effect::new(move |_| {
            state.id.track();
            look.forget();
        });
        Effect::new(move |_| {
            state.segments.track();
            let ids =
                look.lit.get().and_then(|entity| state.with(|document| document.mentions(entity).map(|one| one.id).collect::<Vec<_>>()));
            browser::soon(move || light(&ids.unwrap_or_default()));
        });
        look
    }

    fn forget(self) {
        self.decision.set(Decision::Pending);
        self.wanted.set(String::new());
        self.unfolded.set(BTreeSet::new());
        self.lit.set(None);
        self.speaker.set(None);
        self.kind.set(None);
        self.roles.set(BTreeSet::new());
    }
}

/// Lights up these marks and no others, by class, so that no block is drawn anew.
fn light(ids: &[AnnotationId]) {
    for element in browser::find_all("article .lit") {
        drop(element.class_list().remove_1("lit"));
    }
    for id in ids {
        for element in browser::find_all(&format!("article mark[data-id=\"a{}\"]", id.0)) {
            drop(element.class_list().add_1("lit"));
        }
    }
}
