//! From features to a probability: two linear scores, the second of which has seen the first of all blocks around.

use super::dom::Dom;
use super::features::{self, Sink};
use super::look::Look;
use super::page::{Near, Place};
use super::weights::{FIRST, PAGE, SECOND};

/// A feature's name and its weights: in plain text and in HTML.
pub(super) type Weight = (&'static str, [f32; 2]);

/// Multiplies the features with a table of weights, in order.
struct Sum {
    table: &'static [Weight],
    column: usize,
    at: usize,
    sum: f32,
}

impl Sink for Sum {
    fn put(&mut self, name: &'static str, value: f32) {
        if let Some((known, weights)) = self.table.get(self.at) {
            debug_assert_eq!(*known, name);
            self.sum += weights[self.column] * value;
        }
        self.at += 1;
    }
}

fn sum(table: &'static [Weight], html: bool, fill: impl FnOnce(&mut Sum)) -> f32 {
    let mut sum = Sum { table, column: usize::from(html), at: 0, sum: 0.0 };
    fill(&mut sum);
    sum.sum
}

/// How much a block looks like the article's own text, by itself: log odds.
#[must_use]
pub fn own(look: &Look, dom: Option<&Dom>) -> f32 {
    sum(FIRST, dom.is_some(), |sink| features::own(look, dom, sink))
}

/// How likely a block belongs to the article's own text, seen in its page: log odds. `first` is [`own`] of the block.
#[must_use]
pub fn page(look: &Look, dom: Option<&Dom>, first: f32, near: &Near, place: &Place) -> f32 {
    let again = sum(SECOND, dom.is_some(), |sink| features::own(look, dom, sink));
    again + sum(PAGE, dom.is_some(), |sink| features::page(look, first, near, place, sink))
}

/// Log odds as a probability.
#[must_use]
pub fn probability(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Names(Vec<&'static str>);

    impl Sink for Names {
        fn put(&mut self, name: &'static str, _: f32) {
            self.0.push(name);
        }
    }

    #[test]
    fn the_tables_name_the_features_in_order() {
        let mut own = Names(vec![]);
        features::own(&Look::default(), None, &mut own);
        assert!(own.0.iter().eq(FIRST.iter().map(|(name, _)| name)), "{:?}", own.0);
        assert!(own.0.iter().eq(SECOND.iter().map(|(name, _)| name)), "{:?}", own.0);
        let mut page = Names(vec![]);
        features::page(&Look::default(), 0.0, &Near::default(), &Place::default(), &mut page);
        assert!(page.0.iter().eq(PAGE.iter().map(|(name, _)| name)), "{:?}", page.0);
    }
}
