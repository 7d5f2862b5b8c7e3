//! What somebody said: the words, the speaker and the cue.

mod assemble;
mod carry;
mod claims;
mod clause;
mod draft;
mod explain;
mod facts;
mod finish;
mod frames;
mod incise;
mod kind;
mod languages;
pub mod learnt;
mod lexicon;
mod lines;
mod marks;
mod mood;
mod pairing;
mod phrase;
mod report;
mod resolve;
mod singles;
mod sources;
mod speaker;
mod speakers;
mod speech;
mod spoken;
#[cfg(test)]
mod tests;
mod turns;
mod wider;

pub use explain::explain;
pub use turns::TURN;

use super::Reading;
use super::entity::Entities;
use crate::annotation::{Role, Suggestion};
use crate::source::Notice;
use crate::text::Span;
use assemble::Material;
use facts::Facts;
use learnt::Asked;
use lexicon::Lexicon;
use lines::Lines;
use pairing::Quoted;
use speech::Neighbours;

/// What was found, and what had to be repaired.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The quotations, in the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// Marks that are never closed.
    pub notices: Vec<Notice>,
}

/// Finds the quotations; a pronoun or description that speaks is added to `entities` as a mention.
#[must_use]
pub fn find(reading: &Reading<'_>, entities: &mut Entities) -> Found {
    let ground = Ground::of(reading);
    let material = ground.material(reading.text);
    let drafts = assemble::drafts(&material);
    let suggestions = finish::suggestions(&material, ground.lexicon, reading, drafts, entities);
    Found { suggestions, notices: unclosed(&ground.quotes) }
}

/// A notice for each quotation that lacks its closing mark, or one for all where there are many.
fn unclosed(quotes: &[Quoted]) -> Vec<Notice> {
    const MANY: usize = 8;
    let goes_on = |at: usize| quotes.get(at + 1).is_some_and(|next| next.continues);
    let open: Vec<&Quoted> =
        quotes.iter().enumerate().filter(|(at, quote)| quote.unclosed && !goes_on(*at)).map(|(_, quote)| quote).collect();
    if open.len() > MANY {
        return vec![Notice::new(format!(
            "{} quotation marks are never closed; each quotation was ended where its paragraph ends or the next one opens",
            open.len()
        ))];
    }
    let message = "a quotation mark is never closed; the quotation was ended where its paragraph ends or the next one opens";
    open.into_iter().map(|quote| Notice { message: message.to_owned(), span: Some(quote.span) }).collect()
}

/// The questions that the learnt scorers are asked about the quotations of a text, for the trainer.
#[must_use]
pub fn study(reading: &Reading<'_>) -> Vec<Asked> {
    assemble::study(&Ground::of(reading).material(reading.text))
}

/// What is known of a text before any quotation is told from another.
struct Ground {
    lexicon: &'static Lexicon,
    quotes: Vec<Quoted>,
    facts: Vec<Facts>,
    near: Vec<Neighbours>,
    lines: Lines,
    blocks: Vec<Span>,
    marks_only: Vec<bool>,
    all_quotes: Vec<bool>,
}

impl Ground {
    fn of(reading: &Reading<'_>) -> Self {
        let lexicon = languages::of_text(reading.metadata.language.as_ref().map(|fact| fact.value.as_str()), reading.text);
        let wanted: Vec<bool> =
            reading.roles.iter().zip(reading.blocks).map(|(role, block)| is_read(*role, block.span.of(reading.text))).collect();
        let quotes = outer_quotations(reading, &wanted);
        let facts = facts::of_all(reading.text, lexicon, &quotes);
        let near: Vec<_> =
            quotes.iter().map(|quote| speech::neighbours(reading.text, lexicon, reading.blocks[quote.block].span, quote)).collect();
        let names: Vec<bool> = facts.iter().zip(&near).map(|(facts, near)| speech::is_name(facts, near)).collect();
        let lines = lines::cut(reading.text, reading.language, lexicon, &wanted, &quotes, &names);
        let all_quotes = assemble::all_quotes(&lines);
        let blocks = reading.blocks.iter().map(|block| block.span).collect();
        let marks_only = reading.roles.iter().map(|role| is_read_for_marks(*role)).collect();
        Self { lexicon, quotes, facts, near, lines, blocks, marks_only, all_quotes }
    }

    fn material<'a>(&'a self, text: &'a str) -> Material<'a> {
        Material {
            text,
            tongue: self.lexicon.tongue,
            lexicon: self.lexicon,
            lines: &self.lines,
            quotes: &self.quotes,
            facts: &self.facts,
            near: &self.near,
            blocks: &self.blocks,
            marks_only: &self.marks_only,
            all_quotes: &self.all_quotes,
        }
    }
}

/// Whether a block with `role` is read for quotations. Furniture of no certain kind is, when it has words in double quotation marks.
fn is_read(role: Role, text: &str) -> bool {
    !role.is_furniture() || role == Role::Other && text.contains(['“', '"', '„', '«'])
}

/// Whether only words in quotation marks count: titles report in a manner of their own.
fn is_read_for_marks(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Kicker | Role::Subhead | Role::Credit | Role::Byline | Role::Other)
}

/// The quotations of the wanted blocks that stand in no other; `block` counts all blocks of the text.
fn outer_quotations(reading: &Reading<'_>, wanted: &[bool]) -> Vec<Quoted> {
    let kept: Vec<usize> = (0..reading.blocks.len()).filter(|&block| wanted.get(block).copied().unwrap_or(false)).collect();
    let spans: Vec<Span> = kept.iter().map(|&block| reading.blocks[block].span).collect();
    let pairs = pairing::pair(reading.text, &spans);
    pairs.into_iter().filter(|quote| quote.depth == 0).map(|quote| Quoted { block: kept[quote.block], ..quote }).collect()
}
