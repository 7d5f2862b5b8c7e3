//! Trains the passes: each learns from what the pass before said of pages that it had not been trained on.

use super::examples::Example;
use super::pages::FOLDS;
use crate::boost::{self, Forest, Settings, Table};
use galley_engine::detect::forest;
use galley_engine::detect::structure::around::Around;
use galley_engine::detect::structure::features::{self, Shared, Sink};
use galley_engine::detect::structure::page::Page;
use rayon::prelude::*;

/// What passes are trained on: the pages as forests see them.
pub(crate) struct Ground<'a> {
    pub(crate) examples: &'a [Example<'a>],
    pub(crate) pages: Vec<Page<'a>>,
    pub(crate) shared: Vec<Shared>,
}

/// A trained pass: its bytes, and what it says of each block of each example when it was not trained on its site.
pub(crate) struct Pass {
    pub(crate) bytes: Vec<u8>,
    pub(crate) odds: Vec<Vec<f32>>,
}

/// Rows of features with what they should say.
struct Rows {
    table: Table,
    target: Vec<f32>,
    weight: Vec<f32>,
    fold: Vec<usize>,
}

/// Takes the names of features.
struct Names(Vec<&'static str>);

impl Sink for Names {
    fn put(&mut self, name: &'static str, _: f32) {
        self.0.push(name);
    }
}

/// Trains a pass after another whose judgements were `before`.
pub(crate) fn pass(ground: &Ground<'_>, before: Option<&[Vec<f32>]>, settings: &Settings) -> Pass {
    let around: Option<Vec<Around>> =
        before.map(|before| ground.pages.par_iter().zip(before).map(|(page, odds)| Around::new(page, odds.clone())).collect());
    let rows = ground.rows(around.as_deref());
    // The last forest is trained on all.
    let left_out: Vec<Option<usize>> = (0..FOLDS).map(Some).chain([None]).collect();
    let forests: Vec<Forest> = left_out.par_iter().map(|fold| rows.fit(*fold, settings)).collect();
    let folds: Vec<forest::Forest> = forests.iter().map(|forest| read(forest, &rows.table).0).collect();
    let judge = |at: usize| {
        let forest = &folds[ground.examples[at].sheet.fold];
        ground.odds(at, around.as_ref().map(|around| &around[at]), forest)
    };
    let odds = (0..ground.pages.len()).into_par_iter().map(judge).collect();
    let full = &forests[FOLDS];
    ground.show(around.as_deref(), full, rows.table.columns());
    Pass { bytes: read(full, &rows.table).1, odds }
}

/// The forest as the engine has it after reading, and its bytes.
fn read(forest: &Forest, table: &Table) -> (forest::Forest, Vec<u8>) {
    let mut bytes = Vec::new();
    forest.write(table, &mut bytes);
    let read = forest::Forest::read(&mut bytes.as_slice()).expect("a forest reads what it wrote");
    (read, bytes)
}

impl Rows {
    fn fit(&self, left_out: Option<usize>, settings: &Settings) -> Forest {
        let rows: Vec<u32> = (0..self.fold.len()).filter(|&row| Some(self.fold[row]) != left_out).map(|row| row as u32).collect();
        boost::fit(&self.table, &self.target, &self.weight, &rows, settings)
    }
}

impl Ground<'_> {
    fn put(&self, example: usize, at: usize, around: Option<&Around>, sink: &mut impl Sink) {
        features::fixed(&self.pages[example], &self.shared[example], at, sink);
        if let Some(around) = around {
            around.features(&self.pages[example], at, sink);
        }
    }

    fn rows(&self, around: Option<&[Around]>) -> Rows {
        let labelled = |example: usize| (0..self.examples[example].gold.len()).filter(move |&at| self.examples[example].weight(at) > 0.0);
        let row = |(example, at): (usize, usize)| {
            let mut row: Vec<f32> = Vec::new();
            self.put(example, at, around.map(|around| &around[example]), &mut row);
            row
        };
        let places: Vec<(usize, usize)> =
            (0..self.examples.len()).flat_map(|example| labelled(example).map(move |at| (example, at))).collect();
        let rows: Vec<Vec<f32>> = places.par_iter().map(|place| row(*place)).collect();
        let width = rows.first().map_or(0, Vec::len);
        assert!(rows.iter().all(|row| row.len() == width), "every block has the same features");
        let mut table = Table::builder(width, rows.iter().map(Vec::as_slice));
        rows.iter().for_each(|row| table.push(row));
        let gold = |&(example, at): &(usize, usize)| (&self.examples[example], at);
        Rows {
            table,
            target: places.iter().map(gold).map(|(example, at)| if example.gold[at].content == Some(true) { 1.0 } else { 0.0 }).collect(),
            weight: places.iter().map(gold).map(|(example, at)| example.weight(at)).collect(),
            fold: places.iter().map(gold).map(|(example, _)| example.sheet.fold).collect(),
        }
    }

    fn odds(&self, example: usize, around: Option<&Around>, forest: &forest::Forest) -> Vec<f32> {
        let mut row: Vec<f32> = Vec::new();
        let judge = |at: usize| {
            row.clear();
            self.put(example, at, around, &mut row);
            forest.odds(&row)
        };
        (0..self.examples[example].items.len()).map(judge).collect()
    }

    /// Prints which features decide most often.
    fn show(&self, around: Option<&[Around]>, forest: &Forest, columns: usize) {
        let mut names = Names(Vec::new());
        self.put(0, 0, around.map(|around| &around[0]), &mut names);
        let uses = forest.uses(columns);
        let mut order: Vec<usize> = (0..columns).collect();
        order.sort_by_key(|&column| std::cmp::Reverse(uses[column]));
        let most: Vec<String> = order.iter().take(24).map(|&column| format!("{} {}", names.0[column], uses[column])).collect();
        println!("  {columns} features; most used: {}", most.join(", "));
    }
}
