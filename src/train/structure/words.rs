//! Trains a lexicon: which role the words of a line, or the class words around it, speak for (softmax regression over hashed words).

use super::examples::Example;
use super::pages::Set;
use galley_engine::detect::structure::lexicon::{COUNT, Lexicon, Say};
use std::collections::{BTreeMap, BTreeSet};

/// Sites that must share a word.
const SITES: usize = 4;
/// Words kept, those on most sites first.
const MOST: usize = 6000;
/// Times the lines are gone through.
const ROUNDS: usize = 5;
/// How strongly weights are drawn to zero at each step.
const RIDGE: f32 = 2e-5;

/// A line: its hashes, its class, what it counts for.
pub(crate) struct Lesson {
    pub(crate) keys: Vec<u32>,
    class: usize,
    weight: f32,
    site: usize,
    pub(crate) fold: usize,
}

/// The lines of `examples` that have a class, with the hashes that `keys` gives of block `at`.
pub(crate) fn lessons(examples: &[Example<'_>], keys: impl Fn(&Example<'_>, usize) -> Vec<u32>) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (site, example) in examples.iter().enumerate().filter(|(_, example)| !example.clip) {
        let weight = (100.0 / example.items.len().max(30) as f32).sqrt() * if example.sheet.set == Set::Gold { 1.0 } else { 0.6 };
        for (at, gold) in example.gold.iter().enumerate() {
            let Some(class) = gold.class else { continue };
            lessons.push(Lesson { keys: keys(example, at), class, weight, site, fold: example.sheet.fold });
        }
    }
    lessons
}

/// A lexicon learnt from the lessons outside `left_out`.
pub(crate) fn learn(lessons: &[Lesson], left_out: Option<usize>) -> Lexicon {
    let lessons: Vec<&Lesson> = lessons.iter().filter(|lesson| Some(lesson.fold) != left_out).collect();
    let kept = shared(&lessons);
    let keyed: Vec<Vec<usize>> =
        lessons.iter().map(|lesson| lesson.keys.iter().filter_map(|key| kept.binary_search(key).ok()).collect()).collect();
    let mut weights: Vec<Say> = vec![[0.0; COUNT]; kept.len()];
    let mut pulls: Vec<Say> = vec![[1e-3; COUNT]; kept.len()];
    let mut start: Say = [0.0; COUNT];
    for round in 0..ROUNDS {
        let rate = 0.25 / (1.0 + round as f32 * 0.5);
        // A stride that is coprime to the number of lines mixes the sites.
        let stride = (0..).map(|more| 7919 + 2 * more).find(|stride| !lessons.len().is_multiple_of(*stride)).unwrap_or(1);
        for step in 0..lessons.len() {
            let at = (step * stride + round) % lessons.len().max(1);
            let mut say = start;
            for &key in &keyed[at] {
                add(&mut say, &weights[key], 1.0);
            }
            let slope = slope(say, lessons[at].class, lessons[at].weight);
            add(&mut start, &slope, -0.01 * rate);
            for &key in &keyed[at] {
                for (class, slope) in slope.iter().enumerate() {
                    let slope = slope + RIDGE * weights[key][class];
                    pulls[key][class] += slope * slope;
                    weights[key][class] -= rate * slope / pulls[key][class].sqrt();
                }
            }
        }
    }
    Lexicon::new(start, &kept.into_iter().zip(weights).collect::<Vec<_>>())
}

/// The hashes that enough sites share, in order.
fn shared(lessons: &[&Lesson]) -> Vec<u32> {
    let mut sites: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for lesson in lessons {
        for key in &lesson.keys {
            let (count, last) = sites.entry(*key).or_insert((0, usize::MAX));
            *count += usize::from(*last != lesson.site);
            *last = lesson.site;
        }
    }
    let mut kept: Vec<(usize, u32)> =
        sites.into_iter().filter(|(_, (count, _))| SITES <= *count).map(|(key, (count, _))| (count, key)).collect();
    kept.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    kept.truncate(MOST);
    kept.into_iter().map(|(_, key)| key).collect::<BTreeSet<_>>().into_iter().collect()
}

fn add(sum: &mut Say, more: &Say, times: f32) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more * times;
    }
}

/// The slope of the loss: probability less truth.
fn slope(say: Say, class: usize, weight: f32) -> Say {
    let most = say.iter().copied().fold(f32::MIN, f32::max);
    let mut shares = say.map(|one| libm::expf(one - most));
    let all: f32 = shares.iter().sum();
    for (at, share) in shares.iter_mut().enumerate() {
        *share = weight * (*share / all - if at == class { 1.0 } else { 0.0 });
    }
    shares
}
