//! The features of a block that need a judgement of the others: how likely the blocks around it, in its box and like it are the article's text.

use super::features::{FAR, Sink, coarse, since};
use super::kin::Group;
use super::page::{Item, Page};
use super::score::probability;
use std::collections::BTreeMap;

/// Blocks before and after whose own judgements are seen.
const NEAR: usize = 5;
/// Widths of windows before and after, in blocks.
const WINDOWS: [usize; 4] = [2, 5, 10, 25];

/// What is known of a page once every block has been judged.
#[derive(Clone, Debug)]
pub struct Around {
    odds: Vec<f32>,
    likely: Vec<f32>,
    /// Sums of weight and weighted probability before each block.
    sums: Vec<(f32, f32)>,
    /// Letters of likely text before each block.
    mass: Vec<f32>,
    /// Blocks back, and on, to the nearest likely block and to the nearest likely prose.
    back: Vec<[f32; 2]>,
    on: Vec<[f32; 2]>,
    /// The stretch with the most likely text.
    body: Option<(usize, usize)>,
    /// The headline's block.
    title: Option<usize>,
    /// Share of the longer words of each block that other likely blocks have too; negative when it has none.
    about: Vec<f32>,
    /// Share of the longer words that the start of the story has too, and sums of it before each block.
    lead: Vec<f32>,
    leads: Vec<(f32, f32)>,
    /// Share of the longer words that the headline has too.
    titled: Vec<f32>,
    elements: Vec<Group>,
    kin: Vec<Group>,
    /// The element with the most running text.
    best: Option<usize>,
    /// The first and the last likely block.
    ends: Option<(usize, usize)>,
}

impl Around {
    /// What the log odds of all blocks say.
    #[must_use]
    pub fn new(page: &Page<'_>, odds: Vec<f32>) -> Self {
        let likely: Vec<f32> = odds.iter().map(|odds| probability(*odds)).collect();
        let items = page.items;
        let body = body(items, &likely);
        let title = page.headline.filter(|_| body.is_some());
        let marks: Vec<[bool; 2]> = items.iter().zip(&likely).map(|(item, p)| [0.5 <= *p, 0.5 <= *p && item.look.is_prose()]).collect();
        let mut on = distances(marks.iter().rev());
        on.reverse();
        let weight = |at: usize| f64::from(1.0 + items[at].look.letters as f32).sqrt() as f32;
        let elements = page.kindred.by_element(|at| (likely[at], items[at].look.letters as f32));
        let gains = page.kindred.by_element(|at| (gain(&items[at], likely[at]) as f32, 1.0));
        let best = (0..gains.len()).max_by(|a, b| gains[*a].sum.total_cmp(&gains[*b].sum).then(a.cmp(b)));
        let lead = lead(page, body, title);
        Self {
            leads: running(lead.iter().map(|share| if *share < 0.0 { (0.0, 0.0) } else { (1.0, *share) })),
            lead,
            sums: running((0..items.len()).map(|at| (weight(at), weight(at) * likely[at]))),
            mass: running((0..items.len()).map(|at| (items[at].look.letters as f32 * likely[at], 0.0)))
                .into_iter()
                .map(|sum| sum.0)
                .collect(),
            back: distances(marks.iter()),
            on,
            body,
            title,
            about: about(page, &likely),
            titled: titled(page, title),
            elements,
            kin: page.kindred.by_kin(|at| (likely[at], 1.0)),
            best,
            ends: ends(&likely),
            odds,
            likely,
        }
    }

    /// The features of block `at`.
    pub fn features(&self, page: &Page<'_>, at: usize, sink: &mut impl Sink) {
        sink.put("odds", self.odds[at]);
        for near in 1..=NEAR {
            sink.put("odds before", at.checked_sub(near).map_or(-9.0, |before| self.odds[before]));
            sink.put("odds after", self.odds.get(at + near).copied().unwrap_or(-9.0));
        }
        for width in WINDOWS {
            sink.put("mean before", mean(&self.sums, at.saturating_sub(width), at));
            sink.put("mean after", mean(&self.sums, at + 1, at + 1 + width));
        }
        for (before, after) in self.back[at].into_iter().zip(self.on[at]) {
            sink.put("back", before);
            sink.put("on", after);
            sink.put("nearest", before.min(after));
            sink.put("farther", before.max(after));
        }
        self.places(page, at, sink);
        sink.put("about", self.about[at]);
        sink.put("titled", self.titled[at]);
        sink.put("lead", self.lead[at]);
        for width in [3, 10] {
            sink.put("lead before", mean(&self.leads, at.saturating_sub(width), at + 1));
            sink.put("lead after", mean(&self.leads, at, at + 1 + width));
        }
        if page.items[at].dom.is_some() {
            self.boxes(page, at, sink);
        }
    }

    fn places(&self, page: &Page<'_>, at: usize, sink: &mut impl Sink) {
        let all = self.mass.last().copied().unwrap_or(0.0);
        sink.put("text", coarse(all));
        sink.put("text before", coarse(self.mass[at]));
        sink.put("text after", coarse(all - self.mass[at]));
        sink.put("text before share", libm::floorf(20.0 * self.mass[at] / all.max(1.0)));
        sink.put("body", self.body.map_or(-FAR, |(from, to)| outside(at, from, to)));
        sink.put("body blocks", coarse(self.body.map_or(0.0, |(from, to)| (to - from) as f32)));
        sink.put("from the headline", self.title.map_or(-FAR, |title| at as f32 - title as f32));
        sink.put("since the headline", since(page, self.title, at));
        sink.put("ends", self.ends.map_or(-FAR, |(first, last)| outside(at, first, last + 1)));
        sink.put("from the first", self.ends.map_or(-FAR, |(first, _)| at as f32 - first as f32));
        sink.put("to the last", self.ends.map_or(-FAR, |(_, last)| last as f32 - at as f32));
        sink.flag("run of likely", page.runs[at].0 >= 3);
    }

    fn boxes(&self, page: &Page<'_>, at: usize, sink: &mut impl Sink) {
        let all = self.mass.last().copied().unwrap_or(0.0);
        let kin = page.kindred.kin(at).and_then(|kin| self.kin.get(kin)).copied().unwrap_or_default();
        sink.put("kin", without(kin, self.likely[at], 1.0));
        sink.put("kin blocks", coarse(kin.blocks));
        let within = page.kindred.within(at);
        for level in 0..6 {
            let element = within.get(level.min(within.len().saturating_sub(1)));
            let group = element.and_then(|element| self.elements.get(*element)).copied().unwrap_or_default();
            sink.put("box share", group.sum / all.max(1.0));
            sink.put("box likely", without(group, self.likely[at], page.items[at].look.letters as f32));
        }
        sink.put(
            "best box",
            self.best.and_then(|best| within.iter().position(|element| *element == best)).map_or(-1.0, |level| level as f32),
        );
    }
}

/// The weighted mean between two places of running sums; negative when nothing is there.
fn mean(sums: &[(f32, f32)], from: usize, to: usize) -> f32 {
    let (from, to) = (sums[from], sums[to.min(sums.len() - 1)]);
    if to.0 <= from.0 { -0.1 } else { (to.1 - from.1) / (to.0 - from.0) }
}

/// The mean of a group without one of its blocks; what is usual for a block that is alone in it.
fn without(group: Group, value: f32, weight: f32) -> f32 {
    let rest = group.weight - weight;
    if group.blocks <= 1.0 || rest <= 0.0 { -0.1 } else { (group.sum - value * weight) / rest }
}

/// Blocks before (negative) or after a stretch; 0 inside.
fn outside(at: usize, from: usize, to: usize) -> f32 {
    if at < from {
        at as f32 - from as f32
    } else if at < to {
        0.0
    } else {
        (at + 1 - to) as f32
    }
}

fn running(values: impl Iterator<Item = (f32, f32)>) -> Vec<(f32, f32)> {
    let mut sums = vec![(0.0, 0.0)];
    let (mut first, mut second) = (0.0_f64, 0.0_f64);
    for (a, b) in values {
        (first, second) = (first + f64::from(a), second + f64::from(b));
        sums.push((first as f32, second as f32));
    }
    sums
}

/// For each place, how many steps ago the last true one was, of two kinds.
fn distances<'a>(marks: impl Iterator<Item = &'a [bool; 2]>) -> Vec<[f32; 2]> {
    let mut since = [FAR; 2];
    let mut distances = Vec::new();
    for mark in marks {
        distances.push(since);
        for (since, is) in since.iter_mut().zip(mark) {
            *since = if *is { 1.0 } else { (*since + 1.0).min(FAR) };
        }
    }
    distances
}

fn ends(likely: &[f32]) -> Option<(usize, usize)> {
    Some((likely.iter().position(|p| 0.5 <= *p)?, likely.iter().rposition(|p| 0.5 <= *p)?))
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

/// For each block the share of its longer words that other blocks have that are likely text.
fn about(page: &Page<'_>, likely: &[f32]) -> Vec<f32> {
    let mut weights: BTreeMap<u32, f32> = BTreeMap::new();
    for (words, p) in page.words.iter().zip(likely).filter(|(_, p)| 0.2 < **p) {
        for word in words {
            *weights.entry(*word).or_default() += p;
        }
    }
    let share = |(words, p): (&Vec<u32>, &f32)| {
        let own = if 0.2 < *p { *p } else { 0.0 };
        let others = words.iter().filter(|word| 0.5 <= weights.get(word).map_or(0.0, |weight| weight - own));
        if words.is_empty() { -0.1 } else { others.count() as f32 / words.len() as f32 }
    };
    page.words.iter().zip(likely).map(share).collect()
}

fn titled(page: &Page<'_>, title: Option<usize>) -> Vec<f32> {
    let Some(title) = title else { return vec![-0.2; page.items.len()] };
    let name = &page.words[title];
    let shared = |words: &Vec<u32>| words.iter().filter(|word| name.binary_search(word).is_ok()).count();
    page.words.iter().map(|words| if words.is_empty() { -0.1 } else { shared(words) as f32 / words.len() as f32 }).collect()
}

/// Letters of the start of a story.
const LEAD: u32 = 1500;

/// For each block the share of its longer words that the headline and the start of the story have too; a block of the start is compared with the rest.
fn lead(page: &Page<'_>, body: Option<(usize, usize)>, title: Option<usize>) -> Vec<f32> {
    let (from, to) = body.unwrap_or((0, 0));
    let mut letters = 0;
    let start: Vec<usize> = (from..to)
        .filter(|&at| page.items[at].look.is_prose())
        .take_while(|&at| {
            letters += page.items[at].look.letters;
            letters - page.items[at].look.letters < LEAD
        })
        .chain(title)
        .collect();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for word in start.iter().flat_map(|&at| &page.words[at]) {
        *counts.entry(*word).or_default() += 1;
    }
    let share = |(at, words): (usize, &Vec<u32>)| {
        let own = u32::from(start.contains(&at));
        let held = words.iter().filter(|word| own < counts.get(word).copied().unwrap_or(0)).count();
        if words.is_empty() { -0.1 } else { held as f32 / words.len() as f32 }
    };
    page.words.iter().enumerate().map(share).collect()
}
