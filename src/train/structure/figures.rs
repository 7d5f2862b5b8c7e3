//! How good the judgements are: the figures that count, by page and by role.

use super::examples::Example;
use super::pages::Set;
use galley_engine::annotation::Role;
use galley_engine::detect::structure::lexicon::CLASSES;
use galley_engine::detect::structure::score::Judged;

/// Hits and misses of a yes-or-no question, weighted.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    hit: f64,
    stray: f64,
    missed: f64,
    right: f64,
}

impl Tally {
    fn add(&mut self, truth: bool, said: bool, weight: f64) {
        *match (truth, said) {
            (true, true) => &mut self.hit,
            (false, true) => &mut self.stray,
            (true, false) => &mut self.missed,
            (false, false) => &mut self.right,
        } += weight;
    }

    fn yes(self) -> f64 {
        f1(self.hit, self.stray, self.missed)
    }

    fn no(self) -> f64 {
        f1(self.right, self.missed, self.stray)
    }
}

fn f1(hit: f64, stray: f64, missed: f64) -> f64 {
    if hit == 0.0 { 0.0 } else { 2.0 * hit / (2.0 * hit + stray + missed) }
}

/// Prints the figures of `odds` over the pages that people marked in full, for all and for the news pages, at a threshold of `cut` log odds.
pub(crate) fn show(name: &str, examples: &[Example<'_>], odds: &[Vec<f32>], cut: f32) {
    for (part, news) in [("all", false), ("news", true)] {
        let pages =
            || examples.iter().zip(odds).filter(|(page, _)| page.sheet.set == Set::Gold && !page.clip && (!news || page.sheet.news));
        let (mut lines, mut letters) = (Tally::default(), Tally::default());
        let (mut precision, mut recall, mut count) = (0.0, 0.0, 0.0);
        for (page, odds) in pages() {
            let mut own = Tally::default();
            for (at, item) in page.items.iter().enumerate().filter(|(at, _)| page.weight(*at) > 0.0) {
                let (truth, said) = (page.gold[at].content == Some(true), cut <= odds[at]);
                lines.add(truth, said, 1.0);
                letters.add(truth, said, item.text.chars().count() as f64);
                own.add(truth, said, f64::from(item.look.words));
            }
            if own.hit + own.missed > 0.0 {
                recall += own.hit / (own.hit + own.missed);
                precision += if own.hit + own.stray > 0.0 { own.hit / (own.hit + own.stray) } else { 0.0 };
                count += 1.0;
            }
        }
        let by_page = f1(1.0, count / precision - 1.0, count / recall - 1.0);
        let macro_f1 = (lines.yes() + lines.no()) / 2.0;
        println!(
            "  {name} {part:4} macro {macro_f1:.4}  content {:.4}  boilerplate {:.4}  by length {:.4}  by page {by_page:.4} (P {:.4} R {:.4})",
            lines.yes(),
            lines.no(),
            letters.yes(),
            precision / count,
            recall / count
        );
    }
}

/// Prints the pages that lose most, by the letters that are wrong.
pub(crate) fn worst(examples: &[Example<'_>], odds: &[Vec<f32>]) {
    let mut pages: Vec<(u32, u32, u32, &str)> = Vec::new();
    for (page, odds) in examples.iter().zip(odds).filter(|(page, _)| page.sheet.set == Set::Gold && !page.clip && page.sheet.news) {
        let sum = |truth: bool, said: bool| {
            let places = (0..odds.len()).filter(|&at| page.weight(at) > 0.0);
            let wanted = places.filter(|&at| (page.gold[at].content == Some(true)) == truth && (0.0 <= odds[at]) == said);
            wanted.map(|at| page.items[at].look.letters).sum::<u32>()
        };
        pages.push((sum(true, false), sum(false, true), sum(true, true), &page.sheet.id));
    }
    pages.sort_by_key(|page| std::cmp::Reverse(page.0 + page.1));
    for (missed, stray, hit, id) in pages.into_iter().take(10) {
        println!("    {id} missed {missed} stray {stray} found {hit}");
    }
}

/// Prints how well clips are kept: the share of their text by length that is found, and of their furniture that is not.
pub(crate) fn clips(name: &str, examples: &[Example<'_>], odds: &[Vec<f32>]) {
    let mut tally = Tally::default();
    for (page, odds) in examples.iter().zip(odds).filter(|(page, _)| page.clip) {
        for (at, odds) in odds.iter().enumerate().filter(|(at, _)| page.weight(*at) > 0.0) {
            tally.add(page.gold[at].content == Some(true), 0.0 <= *odds, 1.0);
        }
    }
    println!(
        "  {name} clips: content {:.4} (recall {:.4}), boilerplate {:.4}",
        tally.yes(),
        tally.hit / (tally.hit + tally.missed).max(1.0),
        tally.no()
    );
}

/// Prints for each role, as class names tell it, how often text and furniture are confused.
pub(crate) fn roles(examples: &[Example<'_>], odds: &[Vec<f32>]) {
    let mut wrong = vec![(0_u32, 0_u32); CLASSES.len()];
    for (page, odds) in examples.iter().zip(odds).filter(|(page, _)| page.sheet.set == Set::Gold && !page.clip) {
        for (at, odds) in odds.iter().enumerate().filter(|(at, _)| page.weight(*at) > 0.0) {
            let Some(class) = page.gold[at].class else { continue };
            wrong[class].0 += u32::from((page.gold[at].content == Some(true)) != (0.0 <= *odds));
            wrong[class].1 += 1;
        }
    }
    for (class, (wrong, all)) in CLASSES.iter().zip(wrong).filter(|(_, (_, all))| 0 < *all) {
        println!("  {class:12} {:5.1} % wrong of {all}", 100.0 * f64::from(wrong) / f64::from(all));
    }
}

/// The role that furniture of a class has.
fn role(class: &str) -> Option<Role> {
    Some(match class {
        "nav" | "tags" => Role::Navigation,
        "related" => Role::Related,
        "share" => Role::Share,
        "newsletter" => Role::Newsletter,
        "ad" => Role::Advertisement,
        "comments" => Role::Comments,
        "rating" => Role::Rating,
        "cookie" => Role::Consent,
        "byline" => Role::Byline,
        "dateline" => Role::Timestamp,
        "caption" => Role::Caption,
        _ => return None,
    })
}

/// Prints what the rules after the model change: for each that overrules it, how often rightly and how often wrongly; and the figures with the rules.
pub(crate) fn rules(name: &str, examples: &[Example<'_>], judged: &[Judged]) -> Vec<Vec<f32>> {
    let mut changes: std::collections::BTreeMap<(&str, bool), [u32; 4]> = std::collections::BTreeMap::new();
    let mut ruled: Vec<Vec<f32>> = Vec::new();
    let mut named: std::collections::BTreeMap<&str, (u32, u32)> = std::collections::BTreeMap::new();
    for (page, judged) in examples.iter().zip(judged) {
        let odds = &judged.odds;
        if page.clip || page.sheet.set != Set::Gold {
            ruled.push(odds.clone());
            continue;
        }
        let verdicts = galley_engine::detect::structure::judge(&page.items, judged.clone());
        for (at, verdict) in
            verdicts.iter().enumerate().filter(|(at, verdict)| page.gold[*at].content == Some(false) && !verdict.is_content())
        {
            let Some(wanted) = page.gold[at].class.map(|class| CLASSES[class]).and_then(role) else { continue };
            let (right, all) = named.entry(verdict.rule).or_default();
            *right += u32::from(verdict.role == wanted);
            *all += 1;
        }
        for (at, verdict) in verdicts.iter().enumerate().filter(|(at, _)| page.weight(*at) > 0.0) {
            let (before, after) = (0.0 <= odds[at], verdict.is_content());
            if before != after {
                let right = (page.gold[at].content == Some(true)) == after;
                let change = changes.entry((verdict.rule, after)).or_default();
                change[usize::from(!right)] += 1;
                change[2 + usize::from(!right)] += page.items[at].look.letters;
            }
        }
        ruled.push(verdicts.iter().map(|verdict| if verdict.is_content() { 1.0 } else { -1.0 }).collect());
    }
    for ((rule, content), [right, wrong, gained, lost]) in changes {
        println!(
            "    {rule:34} to {:9} right {right:4} wrong {wrong:4}  letters {gained:6} {lost:6}",
            if content { "text" } else { "furniture" }
        );
    }
    let sum = named.values().fold((0, 0), |sum, (right, all)| (sum.0 + right, sum.1 + all));
    println!("  roles of furniture as class names tell them: {:.1} % of {}", 100.0 * f64::from(sum.0) / f64::from(sum.1.max(1)), sum.1);
    for (rule, (right, all)) in named.iter().filter(|(_, (_, all))| 150 <= *all) {
        println!("    {rule:34} {:5.1} % of {all}", 100.0 * f64::from(*right) / f64::from(*all));
    }
    show(name, examples, &ruled, 0.0);
    ruled
}

/// Prints how often blocks of each range of probability are text.
pub(crate) fn calibration(examples: &[Example<'_>], odds: &[Vec<f32>]) {
    let mut ranges = [(0.0_f64, 0.0_f64, 0_u32); 10];
    for (page, odds) in examples.iter().zip(odds).filter(|(page, _)| page.sheet.set == Set::Gold && !page.clip) {
        for (at, odds) in odds.iter().enumerate().filter(|(at, _)| page.weight(*at) > 0.0) {
            let p = 1.0 / (1.0 + libm::exp(f64::from(-odds)));
            let range = &mut ranges[((p * 10.0) as usize).min(9)];
            *range = (range.0 + p, range.1 + if page.gold[at].content == Some(true) { 1.0 } else { 0.0 }, range.2 + 1);
        }
    }
    let all: f64 = ranges.iter().map(|range| f64::from(range.2)).sum();
    let error: f64 = ranges.iter().map(|range| (range.0 - range.1).abs()).sum::<f64>() / all;
    let shown: Vec<String> = ranges
        .iter()
        .map(|(said, is, count)| format!("{:.2}→{:.2}", said / f64::from((*count).max(1)), is / f64::from((*count).max(1))))
        .collect();
    println!("  calibration: {} (mean error {error:.4})", shown.join("  "));
}
