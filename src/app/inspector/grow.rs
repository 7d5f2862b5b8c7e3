//! A long list that is drawn as far as a person has come, and a little further.

use super::look::Look;
use crate::browser;
use leptos::html;
use leptos::prelude::*;

/// Items are drawn by this many.
const STEP: usize = 40;

/// How far below the screen items are drawn, in pixels.
const AHEAD: f64 = 900.0;

/// How many items of a list are drawn. `end` is an empty element after the last of them.
#[derive(Clone, Copy)]
pub(super) struct Grown {
    count: RwSignal<usize>,
    /// Goes after the last item.
    pub(super) end: NodeRef<html::Div>,
}

impl Grown {
    /// A list of `total` items, drawn in the inspector.
    pub(super) fn new(look: Look, total: Signal<usize>) -> Self {
        let grown = Self { count: RwSignal::new(STEP), end: NodeRef::new() };
        Effect::new(move |_| {
            look.scrolled.track();
            total.track();
            browser::soon(move || grown.grow(total));
        });
        grown
    }

    /// How many are drawn.
    pub(super) fn count(self) -> usize {
        self.count.get()
    }

    /// Draws at least `many`.
    pub(super) fn at_least(self, many: usize) {
        if self.count.get_untracked() < many {
            self.count.set(many.next_multiple_of(STEP));
        }
    }

    /// Draws more while the end is near the screen. This runs with the next frame: the list may be gone by then.
    fn grow(self, total: Signal<usize>) {
        let Some(end) = self.end.try_get_untracked().flatten() else { return };
        let (Some(count), Some(total_now)) = (self.count.try_get_untracked(), total.try_get_untracked()) else { return };
        let Some(frame) = browser::find(".inspector").map(|inspector| inspector.get_bounding_client_rect()) else { return };
        if count < total_now && end.get_bounding_client_rect().top() < frame.bottom() + AHEAD {
            self.count.set(count + STEP);
            browser::soon(move || self.grow(total));
        }
    }
}
