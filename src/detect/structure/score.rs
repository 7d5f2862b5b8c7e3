//! From features to a probability: linear scores in three passes, each of which has seen the scores of the pass before for all blocks around.

use super::dom::Dom;
use super::features::{self, Sink};
use super::look::Look;
use super::page::{Near, Place};
use super::weights::{OWN, PAGE};

/// A feature of the block itself: its name and its weights in the three passes over plain text, then over HTML.
pub(super) type OwnWeight = (&'static str, [f32; 6]);
/// A feature of the block in its page: its name and its weights in the second and third pass over plain text, then over HTML.
pub(super) type PageWeight = (&'static str, [f32; 4]);

/// The passes after the first, which sees each block by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Sees the blocks around with their first scores.
    Second,
    /// Sees the blocks around with their second scores.
    Third,
}

/// Multiplies the features with a column of a table of weights, in order.
struct Sum<const N: usize> {
    table: &'static [(&'static str, [f32; N])],
    column: usize,
    at: usize,
    sum: f32,
}

impl<const N: usize> Sink for Sum<N> {
    fn put(&mut self, name: &'static str, value: f32) {
        if let Some((known, weights)) = self.table.get(self.at) {
            debug_assert_eq!(*known, name);
            self.sum += weights[self.column] * value;
        }
        self.at += 1;
    }
}

fn sum<const N: usize>(table: &'static [(&'static str, [f32; N])], column: usize, fill: impl FnOnce(&mut Sum<N>)) -> f32 {
    let mut sum = Sum { table, column, at: 0, sum: 0.0 };
    fill(&mut sum);
    sum.sum
}

/// How much a block looks like the article's own text, by itself: log odds.
#[must_use]
pub fn own(look: &Look, dom: Option<&Dom>) -> f32 {
    sum(OWN, 3 * usize::from(dom.is_some()), |sink| features::own(look, dom, sink))
}

/// How likely a block belongs to the article's own text, seen in its page: log odds. `before` is what the pass before said of the block.
#[must_use]
pub fn page(pass: Pass, look: &Look, dom: Option<&Dom>, before: f32, near: &Near, place: &Place) -> f32 {
    let (html, later) = (usize::from(dom.is_some()), usize::from(pass == Pass::Third));
    let own = sum(OWN, 3 * html + 1 + later, |sink| features::own(look, dom, sink));
    own + sum(PAGE, 2 * html + later, |sink| features::page(look, dom, before, near, place, sink))
}

/// Log odds as a probability.
#[must_use]
pub fn probability(odds: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-odds))
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
        assert!(own.0.iter().eq(OWN.iter().map(|(name, _)| name)), "{:?}", own.0);
        let mut page = Names(vec![]);
        features::page(&Look::default(), None, 0.0, &Near::default(), &Place::default(), &mut page);
        assert!(page.0.iter().eq(PAGE.iter().map(|(name, _)| name)), "{:?}", page.0);
    }
}
