//! The role of every block, furniture inside blocks, and the metadata read from both.

pub mod dateline;
pub mod dom;
mod evidence;
mod facts;
pub mod features;
mod inner;
pub mod language;
pub mod look;
pub mod page;
pub mod phrases;
pub mod roles;
pub mod score;
pub mod smooth;
mod stamp;
pub mod title;
mod weights;

use crate::annotation::{Label, Role, Suggestion};
use crate::block::{self, Block};
use crate::source::Source;
use crate::source::metadata::Metadata;
use score::Pass;

/// What was found about the structure of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// One suggestion a block, in order, whose span is the block's; then furniture inside blocks.
    pub suggestions: Vec<Suggestion>,
    /// How many blocks there are.
    pub blocks: usize,
}

impl Structure {
    /// The role of each block.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let role = |suggestion: &Suggestion| match suggestion.label {
            Label::Structure(role) => role,
            _ => Role::Other,
        };
        self.suggestions[..self.blocks].iter().map(role).collect()
    }
}

/// The blocks with what they look like and what the markup says.
#[must_use]
pub fn items<'a>(source: &'a Source, blocks: &'a [Block]) -> Vec<page::Item<'a>> {
    let item = |hinted: block::Hinted<'a>| {
        let text = hinted.block.span.of(&source.text);
        page::Item {
            text,
            look: look::Look::of(text),
            dom: hinted.hint.map(dom::Dom::of),
            hint: hinted.hint,
            blank_before: hinted.block.blank_before,
        }
    };
    block::with_hints(blocks, &source.hints).into_iter().map(item).collect()
}

/// Finds the role of every block of `source`, and the furniture inside blocks.
#[must_use]
pub fn roles(source: &Source, blocks: &[Block]) -> Structure {
    let items = items(source, blocks);
    let verdicts = verdicts(source, &items);
    let suggest = |(block, verdict): (&Block, &roles::Verdict)| {
        Suggestion::new(block.span, Label::Structure(verdict.role), verdict.confidence, verdict.rule)
    };
    let mut suggestions: Vec<Suggestion> = blocks.iter().zip(&verdicts).map(suggest).collect();
    let headline = verdicts.iter().position(|verdict| verdict.role == Role::Headline).map(|at| items[at].text);
    let inner = blocks.iter().zip(&verdicts).flat_map(|(block, verdict)| inner::find(&source.text, block.span, verdict.role, headline));
    suggestions.extend(inner);
    Structure { suggestions, blocks: blocks.len() }
}

/// Features, scores, smoothing, rules: each step sees what the one before made.
fn verdicts(source: &Source, items: &[page::Item<'_>]) -> Vec<roles::Verdict> {
    let declared = source.declared.title.as_ref().map(|fact| fact.value.as_str());
    let first: Vec<f32> = items.iter().map(|item| score::own(&item.look, item.dom.as_ref())).collect();
    let second = look_around(items, Pass::Second, &first, declared);
    let third = look_around(items, Pass::Third, &second, declared);
    let odds: Vec<f32> = evidence::find(items).iter().zip(third).map(|(evidence, odds)| evidence + odds).collect();
    let likely = smooth::smooth(&evidence::lift(items, odds));
    let title = title::find(items, page::body(items, &likely), declared);
    let lead = roles::lead(items, &likely, title);
    let end = likely.iter().rposition(|likely| 0.5 <= *likely).map_or(0, |last| last + 1);
    let over = roles::over(items, &likely);
    roles::decide(&roles::View { items, likely: &likely, title, lead, end, over: &over })
}

/// The log odds of every block, seen in its page with what the pass before said of all.
fn look_around(items: &[page::Item<'_>], pass: Pass, before: &[f32], declared: Option<&str>) -> Vec<f32> {
    let (near, places) = surroundings(items, before, declared);
    (0..items.len()).map(|at| score::page(pass, &items[at].look, items[at].dom.as_ref(), before[at], &near[at], &places[at])).collect()
}

/// What lies around each block and where it stands, given the log odds of all.
#[must_use]
pub fn surroundings(items: &[page::Item<'_>], odds: &[f32], declared: Option<&str>) -> (Vec<page::Near>, Vec<page::Place>) {
    let likely: Vec<f32> = odds.iter().map(|odds| score::probability(*odds)).collect();
    let body = page::body(items, &likely);
    let title = title::find(items, body, declared);
    (page::near(items, &likely), page::places(items, &likely, body, title))
}

/// Reads headline, byline, dateline, dates and publisher from the text and from what the source declares.
#[must_use]
pub fn metadata(source: &Source, blocks: &[Block], structure: &Structure) -> Metadata {
    let _ = blocks;
    facts::settle(source, &structure.suggestions, structure.blocks)
}
