//! How good a model is on annotated documents.

use super::gold::{self, Example};
use galley_engine::detect::entity::model::file::Model;
use galley_engine::text::Span;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Right, wrong and missing names: of any type, then of PER, ORG, LOC and NORP each, then typed PER, ORG and LOC together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score([[usize; 3]; 6]);

impl Score {
    fn tally(&mut self, at: usize, gold: &BTreeSet<(Span, usize)>, found: &BTreeSet<(Span, usize)>) {
        let right = gold.intersection(found).count();
        for (sum, more) in self.0[at].iter_mut().zip([right, found.len() - right, gold.len() - right]) {
            *sum += more;
        }
    }

    fn add(mut self, other: Self) -> Self {
        self.0.as_flattened_mut().iter_mut().zip(other.0.as_flattened()).for_each(|(sum, more)| *sum += more);
        self
    }

    fn f1(&self, at: usize) -> f32 {
        let [right, wrong, missing] = self.0[at].map(|count| count as f32);
        100.0 * 2.0 * right / (2.0 * right + wrong + missing).max(1.0)
    }

    /// One line of figures.
    pub(crate) fn line(&self) -> String {
        let [right, wrong, missing] = self.0[5].map(|count| count as f32);
        format!(
            "PLO {:.1} (P {:.1} R {:.1}) untyped {:.1}  PER {:.1} ORG {:.1} LOC {:.1} NORP {:.1}",
            self.f1(5),
            100.0 * right / (right + wrong).max(1.0),
            100.0 * right / (right + missing).max(1.0),
            self.f1(0),
            self.f1(1),
            self.f1(2),
            self.f1(3),
            self.f1(4)
        )
    }
}

/// The figures of `model` on `examples`.
pub(crate) fn score(model: &Model<'_>, examples: &[&Example]) -> Score {
    of(&examples.iter().map(|example| (*example, model)).collect::<Vec<_>>())
}

/// The figures of examples each with its model.
pub(crate) fn of(examples: &[(&Example, &Model<'_>)]) -> Score {
    examples.par_iter().map(|(example, model)| one(model, example)).collect::<Vec<_>>().into_iter().fold(Score::default(), Score::add)
}

fn one(model: &Model<'_>, example: &Example) -> Score {
    let gold: BTreeSet<(Span, usize)> = example.names.iter().copied().collect();
    let found = gold::found(model, example).into_iter().filter_map(|(span, kind, _)| gold::figure(kind).map(|figure| (span, figure)));
    let found: BTreeSet<(Span, usize)> = found.collect();
    let of = |all: &BTreeSet<(Span, usize)>, test: &dyn Fn(usize) -> bool| {
        all.iter().filter(|(_, figure)| test(*figure)).copied().collect::<BTreeSet<_>>()
    };
    let untyped =
        |all: &BTreeSet<(Span, usize)>| all.iter().filter(|(_, figure)| *figure < 3).map(|(span, _)| (*span, 0)).collect::<BTreeSet<_>>();
    let mut score = Score::default();
    score.tally(0, &untyped(&gold), &untyped(&found));
    for figure in 0..4 {
        score.tally(1 + figure, &of(&gold, &|one| one == figure), &of(&found, &|one| one == figure));
    }
    score.tally(5, &of(&gold, &|one| one < 3), &of(&found, &|one| one < 3));
    score
}
