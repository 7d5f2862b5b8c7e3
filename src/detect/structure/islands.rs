//! Doubtful text far from the story: in plain text a story is one stretch, or several that are each beyond doubt; a teaser or a note further on is not it.

use super::page::Item;
use super::score::probability;

/// Blocks of furniture between two stretches of text at least.
const GAP: usize = 9;
/// The mean log odds of a stretch that is beyond doubt.
const SURE: f32 = 1.0;
/// A stretch as large as this, beside the largest, is no aside.
const LARGE: f32 = 0.2;
/// The log odds of what was doubtful text after it was set aside.
const ASIDE: f32 = -1.0;

/// `odds` with the doubtful stretches of plain text set aside that stand apart from the largest.
pub(super) fn set_aside(items: &[Item<'_>], mut odds: Vec<f32>) -> Vec<f32> {
    if items.iter().any(|item| item.dom.is_some()) {
        return odds;
    }
    let stretches = stretches(&odds);
    let mass = |stretch: &Vec<usize>| stretch.iter().map(|&at| worth(&items[at], odds[at])).sum::<f32>();
    let masses: Vec<f32> = stretches.iter().map(mass).collect();
    let largest = masses.iter().copied().fold(0.0, f32::max);
    for (stretch, mass) in stretches.iter().zip(masses) {
        let mean = stretch.iter().map(|&at| odds[at]).sum::<f32>() / stretch.len() as f32;
        if mass < LARGE * largest && mean < SURE {
            stretch.iter().for_each(|&at| odds[at] = ASIDE);
        }
    }
    odds
}

/// The blocks of likely text, cut where [`GAP`] blocks or more lie between.
fn stretches(odds: &[f32]) -> Vec<Vec<usize>> {
    let mut stretches: Vec<Vec<usize>> = Vec::new();
    for at in (0..odds.len()).filter(|&at| 0.0 <= odds[at]) {
        match stretches.last_mut().filter(|stretch| stretch.last().is_some_and(|last| at - last < GAP)) {
            Some(stretch) => stretch.push(at),
            None => stretches.push(vec![at]),
        }
    }
    stretches
}

fn worth(item: &Item<'_>, odds: f32) -> f32 {
    libm::sqrtf(8.0 + item.look.letters as f32) * (probability(odds) - 0.45)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block;
    use crate::detect::structure::items;
    use crate::source::plain::from_text;

    /// Each letter is a block: `S` sure text, `d` doubtful text, `.` furniture; the answer has capitals for text.
    fn check(page: &str, expected: &str) {
        let text = vec!["The bridge over the river opened again on Friday."; page.len()].join("\n");
        let source = from_text(&text);
        let blocks = block::cut(&source);
        let odds = page
            .chars()
            .map(|c| {
                if c == 'S' {
                    3.0
                } else if c == 'd' {
                    0.4
                } else {
                    -3.0
                }
            })
            .collect();
        let kept = set_aside(&items(&source, &blocks), odds);
        let seen: String = page.chars().zip(kept).map(|(c, odds)| if 0.0 <= odds { c } else { '.' }).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn doubtful_text_far_from_the_story_is_set_aside() {
        check("SSSSSS..........d...", "SSSSSS..............");
        check("d..........SSSSSS", "...........SSSSSS");
    }

    #[test]
    fn near_sure_and_large_stretches_stay() {
        check("SSSSSS....d", "SSSSSS....d");
        check("SSSSSS..........S", "SSSSSS..........S");
        check("SSS..........ddddd", "SSS..........ddddd");
        check("d", "d");
    }
}
