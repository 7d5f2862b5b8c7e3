//! What the inspector's tabs remember while another is open: filters, orders, what is unfolded.

use crate::browser;
use crate::state::State;
use galley_engine::annotation::{AnnotationId, Decision, EntityId, QuotationKind, Role};
use galley_engine::view::names::Sought;
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A speaker as the quotations are filtered by: the entity and the name; both `None` for quotations without a speaker.
pub(super) type SpeakerKey = (Option<EntityId>, Option<String>);

/// What the tabs remember. In neither history nor file.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// The inspector was scrolled.
    pub(super) scrolled: Trigger,
    /// Only marks with this decision are listed.
    pub(super) decision: RwSignal<Decision>,
    /// Which names are listed, and in which order.
    pub(super) sought: RwSignal<Sought>,
    /// The names that are unfolded.
    pub(super) unfolded: RwSignal<BTreeSet<EntityId>>,
    /// The name that had the focus last: where the Tab key comes to the list.
    pub(super) stop: RwSignal<Option<EntityId>>,
    /// The name that is being given another one.
    pub(super) renaming: RwSignal<Option<EntityId>>,
    /// The name some of whose mentions are being chosen.
    pub(super) parting: RwSignal<Option<EntityId>>,
    /// The mentions that are chosen.
    pub(super) chosen: RwSignal<BTreeSet<AnnotationId>>,
    /// The name whose mentions are lit up in the article.
    pub(super) lit: RwSignal<Option<EntityId>>,
    /// Only quotations of this speaker are listed.
    pub(super) speaker: RwSignal<Option<SpeakerKey>>,
    /// Only quotations of this kind are listed.
    pub(super) kind: RwSignal<Option<QuotationKind>>,
    /// Whether the speakers are a table, not bars.
    pub(super) is_table: RwSignal<bool>,
    /// The kinds of furniture that are unfolded.
    pub(super) roles: RwSignal<BTreeSet<Role>>,
}

impl Look {
    /// Nothing filtered, nothing unfolded; so again for each document that is opened.
    pub(super) fn new(state: State) -> Self {
        let look = Self {
            scrolled: Trigger::new(),
            decision: RwSignal::new(Decision::Pending),
            sought: RwSignal::new(Sought::default()),
            unfolded: RwSignal::new(BTreeSet::new()),
            stop: RwSignal::new(None),
            renaming: RwSignal::new(None),
            parting: RwSignal::new(None),
            chosen: RwSignal::new(BTreeSet::new()),
            lit: RwSignal::new(None),
            speaker: RwSignal::new(None),
            kind: RwSignal::new(None),
            is_table: RwSignal::new(false),
            roles: RwSignal::new(BTreeSet::new()),
        };
        Effect::new(move |_| {
            state.id.track();
            look.forget();
        });
        Effect::new(move |_| {
            state.segments.track();
            let ids = look.lit.get().and_then(|entity| {
                state.with(|document| document.mentions(entity).map(|one| format!("a{}", one.id.0)).collect::<BTreeSet<_>>())
            });
            browser::soon(move || light(&ids.unwrap_or_default()));
        });
        light_pointed_at(state, look);
        look
    }

    fn forget(self) {
        self.decision.set(Decision::Pending);
        self.sought.update(|sought| *sought = Sought { order: sought.order, ..Sought::default() });
        self.unfolded.set(BTreeSet::new());
        self.stop.set(None);
        self.renaming.set(None);
        self.stop_parting();
        self.lit.set(None);
        self.speaker.set(None);
        self.kind.set(None);
        self.roles.set(BTreeSet::new());
    }

    /// No mentions are being chosen.
    pub(super) fn stop_parting(self) {
        self.parting.set(None);
        self.chosen.set(BTreeSet::new());
    }

    /// The name `id` is lit no more, unless another is already.
    pub(super) fn unlight(self, id: EntityId) {
        self.lit.maybe_update(|lit| {
            let was_lit = *lit == Some(id);
            if was_lit {
                *lit = None;
            }
            was_lit
        });
    }
}

/// A name that is pointed at in the article lights up all its mentions.
fn light_pointed_at(state: State, look: Look) {
    let pointed = StoredValue::new(None::<EntityId>);
    let moved = move |event: ev::PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let entity =
            target.filter(|_| event.pointer_type() == "mouse" && event.buttons() == 0).and_then(|target| entity_at(state, &target));
        if entity == pointed.get_value() {
            return;
        }
        if let Some(before) = pointed.get_value() {
            look.unlight(before);
        }
        pointed.set_value(entity);
        if entity.is_some() {
            look.lit.set(entity);
        }
    };
    let handle = window_event_listener(ev::pointerover, moved);
    on_cleanup(move || handle.remove());
}

/// The entity of the name in the article that `target` belongs to, when it has other mentions.
fn entity_at(state: State, target: &Element) -> Option<EntityId> {
    let mark = target.closest("article mark[data-layer=entity]").ok()??;
    let id = AnnotationId(mark.get_attribute("data-id")?.strip_prefix('a')?.parse().ok()?);
    let entity = |document: &galley_engine::document::Document| {
        let entity = document.annotations.get(&id)?.label.mention()?.entity?;
        (1 < document.mentions(entity).take(2).count()).then_some(entity)
    };
    state.peek(entity).flatten()
}

/// Lights up these marks and no others, by class, so that no block is drawn anew. Without any, most times there is nothing to do.
fn light(ids: &BTreeSet<String>) {
    for element in browser::find_all("article .lit") {
        drop(element.class_list().remove_1("lit"));
    }
    if ids.is_empty() {
        return;
    }
    for element in browser::find_all("article mark[data-layer=entity]") {
        if element.get_attribute("data-id").is_some_and(|id| ids.contains(&id)) {
            drop(element.class_list().add_1("lit"));
        }
    }
}
