//! The role of every block, furniture inside blocks, and the metadata read from both.

mod agree;
pub mod around;
mod byline;
pub mod dateline;
pub mod dom;
mod evidence;
mod facts;
pub mod features;
mod inner;
mod islands;
pub mod kin;
pub mod language;
pub mod lexicon;
pub mod look;
mod moment;
mod near;
mod notes;
pub mod page;
pub mod phrases;
pub mod roles;
pub mod score;
mod siblings;
mod stamp;
pub mod title;

use crate::annotation::{Label, Role, Suggestion};
use crate::block::{self, Block};
use crate::source::Source;
use crate::source::metadata::Metadata;

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
            dom: (!source.hints.is_empty()).then(|| hinted.hint.map(dom::Dom::of).unwrap_or_default()),
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

/// What the model says of every block, then what the rules make of it.
fn verdicts(source: &Source, items: &[page::Item<'_>]) -> Vec<roles::Verdict> {
    let declared = source.declared.title.as_ref().map(|fact| fact.value.as_str());
    judge(items, score::judge(items, declared))
}

/// The role of every block, given what the model says of it.
#[must_use]
pub fn judge(items: &[page::Item<'_>], judged: score::Judged) -> Vec<roles::Verdict> {
    let odds = siblings::together(items, judged.odds);
    let odds = evidence::find(items).iter().zip(odds).map(|(evidence, odds)| evidence + odds).collect();
    let odds = islands::set_aside(items, odds);
    let likely: Vec<f32> = evidence::lift(items, odds).into_iter().map(score::probability).collect();
    let title = around::body(items, &likely).and(judged.headline);
    let lead = roles::lead(items, &likely, title);
    let end = likely.iter().rposition(|likely| 0.5 <= *likely).map_or(0, |last| last + 1);
    let over = roles::over(items, &likely);
    roles::decide(&roles::View { items, likely: &likely, said: &judged.said, title, lead, end, over: &over })
}

/// Reads headline, byline, dateline, dates and publisher from the text and from what the source declares; the lines that byline and date
/// were read from get the role of what they say.
#[must_use]
pub fn metadata(source: &Source, blocks: &[Block], structure: &mut Structure) -> Metadata {
    let metadata = facts::settle(source, blocks, &structure.suggestions);
    agree::agree(&source.text, &mut structure.suggestions[..blocks.len()], &metadata);
    metadata
}
