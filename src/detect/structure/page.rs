//! How each block stands in its page: what lies before and after, where the running text is, which box of the markup holds it.

use super::dom::Dom;
use super::look::Look;
use super::phrases::Place as Part;
use crate::annotation::Role;
use crate::source::BlockHint;
use std::collections::BTreeMap;

/// A block with all that is known of it before its page is looked at.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Its words.
    pub text: &'a str,
    /// What it looks like.
    pub look: Look,
    /// What the markup says, digested.
    pub dom: Option<Dom>,
    /// What the markup says.
    pub hint: Option<&'a BlockHint>,
    /// Blank lines before it.
    pub blank_before: u8,
}

/// Windows before and after a block, in blocks, and the names of their features.
const WINDOWS: [(usize, &str, &str); 5] = [
    (1, "window -1", "window +1"),
    (2, "window -2", "window +2"),
    (4, "window -4", "window +4"),
    (9, "window -9", "window +9"),
    (20, "window -20", "window +20"),
];

/// What lies around a block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Near {
    /// Mean score of the windows before and after, weighted by length.
    windows: [f32; 2 * WINDOWS.len()],
    /// Blocks back to the nearest prose; `f32::MAX` for none.
    pub prose_before: f32,
    /// Blocks on to the nearest prose; `f32::MAX` for none.
    pub prose_after: f32,
}

/// Where a block stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Share of the page's prose that stands before the block.
    pub mass_before: f32,
    /// Length of the run of very short lines that holds it; 0 for a longer line.
    pub run: usize,
    /// Blocks before (negative) or after the stretch with the most running text; 0 inside.
    pub body: f32,
    /// Blocks before (negative) or after the headline; `f32::MAX` for none.
    pub title: f32,
    /// Blocks of the page.
    pub lines: usize,
    /// Its place among them, 0 to 1.
    pub height: f32,
    /// The same words stand elsewhere on the page.
    pub again: bool,
    /// It says what the headline says.
    pub titled: bool,
    /// The last heading of furniture before it and how many blocks ago; prose that follows the heading by far ends it.
    pub under: Option<(Role, usize)>,
    /// Share of the page's prose in each of the elements around it, the innermost first.
    pub shares: [f32; 8],
    /// Mean score of the blocks with the same path and class words.
    pub kin: f32,
    /// How many these are.
    pub kin_lines: f32,
    /// Their share of the page's prose.
    pub kin_mass: f32,
    /// Full dates of publication within a dozen blocks: comments have one each.
    pub stamps: usize,
    /// Whether it stands in the element with the most running text; `None` without markup.
    pub boxed: Option<bool>,
}

impl Near {
    /// The windows' features.
    pub fn windows(&self) -> impl Iterator<Item = (&'static str, f32)> + '_ {
        let names = WINDOWS.iter().flat_map(|(_, before, after)| [*before, *after]);
        names.zip(self.windows)
    }
}

/// What lies around each block, given how likely each is running text.
#[must_use]
pub fn near(items: &[Item<'_>], likely: &[f32]) -> Vec<Near> {
    let sums = Sums::new(items, likely);
    let prose: Vec<bool> = items.iter().zip(likely).map(|(item, &p)| item.look.is_prose() && 0.5 <= p).collect();
    let before = distances(prose.iter());
    let mut after = distances(prose.iter().rev());
    after.reverse();
    let windows = |at: usize| {
        let mut means = [0.0; 2 * WINDOWS.len()];
        for (nth, (width, _, _)) in WINDOWS.iter().enumerate() {
            means[2 * nth] = sums.mean(at.saturating_sub(*width), at);
            means[2 * nth + 1] = sums.mean(at + 1, (at + 1 + width).min(items.len()));
        }
        means
    };
    (0..items.len()).map(|at| Near { windows: windows(at), prose_before: before[at], prose_after: after[at] }).collect()
}

/// Running sums, for means over windows.
struct Sums {
    weight: Vec<f32>,
    likely: Vec<f32>,
}

impl Sums {
    fn new(items: &[Item<'_>], likely: &[f32]) -> Self {
        let (mut weight, mut sum) = (vec![0.0], vec![0.0]);
        let (mut w, mut s) = (0.0_f64, 0.0_f64);
        for (item, &p) in items.iter().zip(likely) {
            let own = f64::from(1.0 + item.look.letters as f32).sqrt();
            w += own;
            s += own * f64::from(p);
            weight.push(w as f32);
            sum.push(s as f32);
        }
        Self { weight, likely: sum }
    }

    fn mean(&self, from: usize, to: usize) -> f32 {
        if to <= from { 0.0 } else { (self.likely[to] - self.likely[from]) / (self.weight[to] - self.weight[from]).max(1.0) }
    }
}

/// For each place, how many steps ago the last true one was.
fn distances<'a>(marks: impl Iterator<Item = &'a bool>) -> Vec<f32> {
    let mut since = f32::MAX;
    let mut distances = Vec::new();
    for &mark in marks {
        distances.push(since);
        since = if mark { 1.0 } else { (since + 1.0).min(f32::MAX) };
    }
    distances
}

/// The stretch of blocks with the most running text: the greatest sum of scores above the middle, weighted by length.
#[must_use]
pub fn body(items: &[Item<'_>], likely: &[f32]) -> Option<(usize, usize)> {
    let (mut best, mut best_sum, mut from, mut sum) = (None, 0.0, 0, 0.0);
    for (at, (item, &p)) in items.iter().zip(likely).enumerate() {
        if sum <= 0.0 {
            (from, sum) = (at, 0.0);
        }
        sum += gain(item, p);
        if best_sum < sum {
            (best, best_sum) = (Some((from, at + 1)), sum);
        }
    }
    best
}

fn gain(item: &Item<'_>, likely: f32) -> f64 {
    f64::from(likely - 0.45) * f64::from(8.0 + item.look.letters as f32).sqrt()
}

/// Where each block stands. `title` is the headline's block.
#[must_use]
pub fn places(items: &[Item<'_>], likely: &[f32], body: Option<(usize, usize)>, title: Option<usize>) -> Vec<Place> {
    let boxes = Boxes::new(items, likely);
    let (again, runs, under, stamps) = (again(items), runs(items), under(items), stamps(items));
    let name = title.map(|at| crate::text::fold::fold(items[at].text));
    let mut before = 0.0;
    let mut places = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let kin = boxes.kin(item);
        places.push(Place {
            mass_before: if boxes.mass > 0.0 { before / boxes.mass } else { 0.0 },
            run: runs[at],
            body: body.map_or(0.0, |(from, to)| {
                if at < from {
                    at as f32 - from as f32
                } else if at < to {
                    0.0
                } else {
                    (at + 1 - to) as f32
                }
            }),
            title: title.map_or(f32::MAX, |title| at as f32 - title as f32),
            lines: items.len(),
            height: at as f32 / items.len() as f32,
            again: again[at],
            titled: title != Some(at)
                && name.as_ref().is_some_and(|name| item.text.len() <= name.len() * 2 && crate::text::fold::fold(item.text) == *name),
            under: under[at],
            shares: boxes.shares(item),
            kin: kin.map_or(0.0, |kin| kin.likely / kin.lines),
            kin_lines: kin.map_or(0.0, |kin| kin.lines),
            kin_mass: kin.map_or(0.0, |kin| kin.mass / boxes.mass.max(1.0)),
            stamps: stamps[at],
            boxed: item.hint.map(|hint| boxes.best.is_some_and(|best| hint.within.contains(&best))),
        });
        before += mass(item, likely[at]);
    }
    places
}

/// How much prose a block holds: its length, when it is prose and likely running text.
fn mass(item: &Item<'_>, likely: f32) -> f32 {
    if item.look.is_prose() { item.look.letters as f32 * likely } else { 0.0 }
}

/// The blocks that share path and class words.
#[derive(Clone, Copy, Debug, Default)]
struct Kin {
    lines: f32,
    likely: f32,
    mass: f32,
}

/// The page's prose by element and by kin.
struct Boxes<'a> {
    mass: f32,
    elements: BTreeMap<u32, f32>,
    kin: BTreeMap<(&'a str, &'a str), Kin>,
    best: Option<u32>,
}

impl<'a> Boxes<'a> {
    fn new(items: &[Item<'a>], likely: &[f32]) -> Self {
        let (mut elements, mut gains, mut kin) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::<_, Kin>::new());
        let mut all = 0.0;
        for (item, &p) in items.iter().zip(likely) {
            let mass = mass(item, p);
            all += mass;
            let Some(hint) = item.hint else { continue };
            for &element in &hint.within {
                *elements.entry(element).or_default() += mass;
                *gains.entry(element).or_insert(0.0) += gain(item, p);
            }
            let own = kin.entry((hint.path.as_str(), hint.words.as_str())).or_default();
            *own = Kin { lines: own.lines + 1.0, likely: own.likely + p, mass: own.mass + mass };
        }
        let best = gains.iter().max_by(|a, b| a.1.total_cmp(b.1).then(a.0.cmp(b.0))).map(|(element, _)| *element);
        Self { mass: all, elements, kin, best }
    }

    fn kin(&self, item: &Item<'_>) -> Option<Kin> {
        let hint = item.hint?;
        self.kin.get(&(hint.path.as_str(), hint.words.as_str())).copied()
    }

    fn shares(&self, item: &Item<'_>) -> [f32; 8] {
        let mut shares = [0.0; 8];
        let Some(hint) = item.hint else { return shares };
        let mut last = 0.0;
        for (at, share) in shares.iter_mut().enumerate() {
            last = hint.within.get(at).and_then(|element| self.elements.get(element)).map_or(last, |mass| mass / self.mass.max(1.0));
            *share = last;
        }
        shares
    }
}

/// Whether the same words stand in another block.
fn again(items: &[Item<'_>]) -> Vec<bool> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for item in items {
        *counts.entry(item.text).or_default() += 1;
    }
    items.iter().map(|item| counts.get(item.text).is_some_and(|&count| 1 < count)).collect()
}

/// For each block of at most four words without a full stop: how many such follow each other there.
fn runs(items: &[Item<'_>]) -> Vec<usize> {
    let mut runs = vec![0; items.len()];
    let mut from = 0;
    for at in 0..=items.len() {
        let tiny = items.get(at).is_some_and(|item| item.look.words <= 4 && !item.look.full_stop);
        if !tiny {
            runs[from..at].fill(at - from);
            from = at + 1;
        }
    }
    runs
}

/// Blocks around within which dates are counted.
const STAMPED: usize = 12;

fn stamps(items: &[Item<'_>]) -> Vec<usize> {
    let mut sums = vec![0];
    for item in items {
        let dated = item.look.dated && 3 <= item.look.words;
        sums.push(sums.last().copied().unwrap_or(0) + usize::from(dated));
    }
    (0..items.len()).map(|at| sums[(at + 1 + STAMPED).min(items.len())] - sums[at.saturating_sub(STAMPED)]).collect()
}

/// Prose, in letters, after which a heading of furniture no longer counts. Comments are prose themselves, and count on.
const ENOUGH_PROSE: u32 = 600;

fn under(items: &[Item<'_>]) -> Vec<Option<(Role, usize)>> {
    let mut over: Option<(Role, usize, u32)> = None;
    let mut under = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        under.push(over.map(|(role, from, _)| (role, at - from)));
        let heads = item.look.hit.filter(|hit| hit.place != Part::Inside && item.look.words <= 10);
        if let Some(hit) = heads.filter(|hit| Role::Navigation <= hit.role) {
            over = Some((hit.role, at, 0));
        } else if let Some((role, _, prose)) = &mut over
            && item.look.is_prose()
            && *role != Role::Comments
        {
            *prose += item.look.letters;
        }
        over = over.filter(|(_, _, prose)| *prose <= ENOUGH_PROSE);
    }
    under
}
