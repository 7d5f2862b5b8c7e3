//! The role of every block: an ordered list of rules, the first that knows the block decides.

mod body;
pub(super) mod captions;
mod furniture;
mod head;
pub(super) mod lines;
mod ratings;
#[cfg(test)]
mod tests;

use super::lexicon::Say;
use super::page::Item;
use super::phrases::{Hit, Place};
use crate::annotation::{DECK_APART, Role};

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The blocks.
    pub items: &'a [Item<'a>],
    /// How likely each is the article's own text.
    pub likely: &'a [f32],
    /// How likely its words, and the class words around it, make each of each class.
    pub said: &'a [Say],
    /// The headline's block.
    pub title: Option<usize>,
    /// The first block of the story proper: running text after headline, deck and byline.
    pub lead: usize,
    /// One past the last block that is likely the article's own text.
    pub end: usize,
    /// For each block, the furniture whose heading stands over it.
    pub over: &'a [Option<Over>],
}

/// A heading of furniture that stands over a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Over {
    /// What it announces.
    pub role: Role,
    /// How many blocks back it stands.
    pub back: usize,
}

/// What a rule decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The role.
    pub role: Role,
    /// How likely it is right, 0 to 1.
    pub confidence: f32,
    /// The rule's name.
    pub rule: &'static str,
}

impl Verdict {
    /// Whether the block belongs to the article's own text.
    #[must_use]
    pub fn is_content(&self) -> bool {
        self.role.is_content() && self.rule != DECK_APART
    }
}

type Rule = fn(&View<'_>, usize) -> Option<Verdict>;

/// The rules, in the order in which they are asked. The last one always answers.
const RULES: &[Rule] = &[
    head::headline,
    head::repeat,
    furniture::marker,
    ratings::card,
    furniture::beside_marker,
    furniture::trail,
    head::kicker,
    body::caption,
    body::credit,
    head::byline,
    head::stamp,
    head::deck,
    head::summary,
    furniture::phrase_in_text,
    furniture::under_related,
    furniture::note,
    furniture::bio,
    body::pull_quote,
    body::table,
    body::subhead,
    body::list_item,
    body::paragraph,
    furniture::phrase,
    furniture::contact,
    furniture::surely_learnt,
    furniture::heading_over,
    furniture::markup,
    furniture::learnt,
    furniture::by_place,
];

/// The role of every block.
#[must_use]
pub fn decide(view: &View<'_>) -> Vec<Verdict> {
    let unknown = Verdict { role: Role::Other, confidence: 0.5, rule: "structure.other" };
    (0..view.items.len()).map(|at| RULES.iter().find_map(|rule| rule(view, at)).unwrap_or(unknown)).collect()
}

/// The first block of the story proper.
#[must_use]
pub fn lead(items: &[Item<'_>], likely: &[f32], title: Option<usize>) -> usize {
    let from = title.map_or(0, |at| at + 1);
    let prose = |at: &usize| {
        0.5 <= likely[*at] && items[*at].look.is_prose() && 12 <= items[*at].look.words && !captions::is_caption(items[*at].text)
    };
    let first = (from..items.len()).find(prose).unwrap_or(items.len());
    if head::is_deck(items, title, first) { (first + 1..items.len()).find(prose).unwrap_or(first) } else { first }
}

/// Prose after which a heading of furniture no longer counts: this many blocks of likely text.
const TEXT_AGAIN: usize = 2;

/// For each block, the furniture whose heading stands over it.
#[must_use]
pub fn over(items: &[Item<'_>], likely: &[f32]) -> Vec<Option<Over>> {
    let mut open: Option<(Role, usize, usize)> = None;
    let mut over = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        if 0.5 <= likely[at] && item.look.words > 12 {
            open = open.map(|(role, from, text)| (role, from, text + 1)).filter(|(_, _, text)| *text < TEXT_AGAIN);
        }
        over.push(open.map(|(role, from, _)| Over { role, back: at - from }));
        if let Some(hit) = heading(item) {
            open = Some((hit.role, at, 0));
        }
    }
    over
}

/// The furniture that a block announces, when it is a heading.
fn heading(item: &Item<'_>) -> Option<Hit> {
    let heads = |hit: &Hit| match hit.role {
        Role::Related | Role::Comments | Role::Newsletter | Role::Rating => hit.place != Place::Inside,
        Role::Other => hit.place == Place::Whole || item.look.words <= 4,
        Role::Navigation => is_pointer(item.text),
        _ => false,
    };
    item.look.hit.filter(heads).filter(|_| item.look.words <= 9)
}

/// `Previous Article` and the like: the line after it is the title of another story.
fn is_pointer(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split_whitespace().count() <= 3 && ["previous", "next", "prev"].iter().any(|start| lower.starts_with(start))
}

impl<'a> View<'a> {
    fn item(&self, at: usize) -> &'a Item<'a> {
        &self.items[at]
    }

    /// Whether the block is likely the article's own text.
    fn is_text(&self, at: usize) -> bool {
        self.likely.get(at).is_some_and(|&likely| 0.5 <= likely)
    }

    /// Whether the block is the article's own text almost surely: a rule's form alone does not overrule that.
    fn is_surely_text(&self, at: usize) -> bool {
        self.likely.get(at).is_some_and(|&likely| 0.8 <= likely)
    }

    /// How sure it is that the block is, or is not, the article's own text.
    fn sureness(&self, at: usize) -> f32 {
        let likely = self.likely[at];
        likely.max(1.0 - likely).clamp(0.5, 0.99)
    }

    /// Whether the block stands between the headline and the story proper.
    fn is_in_head(&self, at: usize) -> bool {
        self.title.is_some_and(|title| title < at) && at < self.lead
    }

    /// Whether the block stands between two blocks of the story proper.
    fn is_in_story(&self, at: usize) -> bool {
        self.lead <= at && at < self.end
    }

    /// Whether running text stands within `far` blocks after.
    fn text_follows(&self, at: usize, far: usize) -> bool {
        (at + 1..(at + 1 + far).min(self.items.len())).any(|next| self.is_text(next) && 9 <= self.item(next).look.words)
    }
}

fn verdict(role: Role, confidence: f32, rule: &'static str) -> Option<Verdict> {
    Some(Verdict { role, confidence: confidence.clamp(0.05, 0.99), rule })
}
