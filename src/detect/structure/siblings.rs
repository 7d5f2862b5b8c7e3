//! Blocks of one kind near each other share their fate: paragraphs of one path and class words are the story together, or together are not.

use super::dom::INLINE;
use super::page::Item;
use super::phrases::Place;
use std::collections::BTreeMap;

/// Blocks between two of them at most.
const GAP: usize = 8;
/// How much of a block's log odds is what it and those beside it have in common.
const SHARED: f32 = 0.9;

/// What blocks of one kind have in common: the elements around them, inline ones apart, and the class words.
type Key<'a> = (&'a str, &'a str);

/// `odds` with those of blocks side by side drawn together, the longer ones counting more.
pub(super) fn together(items: &[Item<'_>], mut odds: Vec<f32>) -> Vec<f32> {
    for group in groups(items) {
        let weight = |at: usize| libm::sqrtf(items[at].look.words as f32);
        let all: f32 = group.iter().map(|&at| weight(at)).sum();
        let mean = group.iter().map(|&at| weight(at) * odds[at]).sum::<f32>() / all;
        for at in group {
            odds[at] += SHARED * (mean - odds[at]);
        }
    }
    odds
}

/// The blocks that stand side by side, each in one group.
fn groups(items: &[Item<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut latest: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| speaks(item)) {
        let Some(key) = key(item) else { continue };
        match latest.get(&key).copied().filter(|&group| groups[group].last().is_some_and(|last| at - last <= GAP)) {
            Some(group) => groups[group].push(at),
            None => {
                latest.insert(key, groups.len());
                groups.push(vec![at]);
            }
        }
    }
    groups
}

/// Whether a block speaks for those beside it and listens to them: running text does, a label or a pointer to another page goes its own way.
fn speaks(item: &Item<'_>) -> bool {
    item.look.is_prose() && item.look.hit.is_none_or(|hit| hit.place == Place::Inside)
}

fn key<'a>(item: &Item<'a>) -> Option<Key<'a>> {
    let hint = item.hint?;
    let mut path = hint.path.as_str();
    while let Some((outer, _)) = path.rsplit_once('>').filter(|(_, last)| INLINE.contains(last)) {
        path = outer;
    }
    Some((path, hint.words.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block;
    use crate::detect::structure::items;
    use crate::source::html::from_html;

    fn check(html: &str, odds: &[f32], expected: &[bool]) {
        let source = from_html(html);
        let blocks = block::cut(&source);
        let seen: Vec<bool> = together(&items(&source, &blocks), odds.to_vec()).iter().map(|odds| 0.0 < *odds).collect();
        assert_eq!(seen, expected, "{html}");
    }

    #[test]
    fn a_doubtful_paragraph_goes_with_the_others() {
        let one = "<p>The bridge over the river was opened again on Friday.";
        check(&format!("<div>{one}{one}{one}</div>"), &[2.0, -0.5, 1.0], &[true; 3]);
        check(&format!("<div>{one}{one}{one}</div>"), &[-2.0, 0.5, -1.0], &[false; 3]);
    }

    #[test]
    fn other_elements_and_classes_stay_apart() {
        let one = "<p>The bridge over the river was opened again on Friday.";
        check(&format!("<div>{one}</div><div class=card>{one}</div>"), &[2.0, -0.5], &[true, false]);
        check(&format!("<div>{one}</div><aside>{one}</aside>"), &[2.0, -0.5], &[true, false]);
        check(&format!("<div>{one}</div><div>{one}</div>"), &[2.0, -0.5], &[true, true]);
        check(&format!("<div>{one}<p class=note>It was closed for more than a year by then.</div>"), &[2.0, -0.5], &[true, false]);
        check(&format!("<div>{one}<h3>More about bridges and rivers</h3></div>"), &[2.0, -0.5], &[true, false]);
        check(&format!("<div>{one}<p>Share</div>"), &[2.0, -0.5], &[true, false]);
        check(&format!("<div>{one}<p>Read more: The river is as high as it was in the spring.</div>"), &[2.0, -0.5], &[true, false]);
    }

    #[test]
    fn plain_text_has_no_boxes() {
        let source = crate::source::plain::from_text("The bridge was opened again on Friday.\nThe wind blew hard for all of the day.");
        let blocks = block::cut(&source);
        assert_eq!(together(&items(&source, &blocks), vec![1.0, -1.0]), [1.0, -1.0]);
    }
}
