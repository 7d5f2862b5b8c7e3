//! The story itself: paragraphs, subheads, lists, tables, pull quotes, captions and credits.

use super::{Verdict, View, verdict};
use super::{captions, lines};
use crate::annotation::Role;
use crate::detect::structure::phrases::Place;

/// Words in the longest subhead.
const SUBHEAD: u32 = 16;
/// Words in the longest caption that a bracket signs whatever else speaks against it.
const SIGNED: u32 = 60;
/// Words in the shortest pull quote.
const PULLED: u32 = 5;

pub(super) fn caption(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let marked = item.dom.as_ref().is_some_and(|dom| {
        dom.element() == "figcaption"
            || (dom.is_in("figure") && dom.speaks_of("caption") && !dom.is_in("table"))
            || dom.speaks_of("caption") && !item.look.is_prose() && dom.links < 0.5
    });
    if lines::is_reporting(item.text) || item.look.words < 2 || view.title == Some(at) {
        return None;
    }
    if marked
        && !captions::is_credit_only(item.text)
        && (!view.is_text(at) || item.dom.as_ref().is_some_and(|dom| dom.element() == "figcaption"))
    {
        return verdict(Role::Caption, 0.9, "structure.caption.markup");
    }
    if captions::is_signed_caption(item.text) && item.look.words <= SIGNED {
        return verdict(Role::Caption, 0.95, "structure.caption.signed");
    }
    let owned = item.look.hit.is_some_and(|hit| hit.role == Role::Legal && hit.place != Place::Inside);
    (captions::is_caption(item.text) && (item.dom.is_none() || !view.is_surely_text(at)) && !owned && !item.look.address).then_some(())?;
    verdict(Role::Caption, 0.9, "structure.caption.form")
}

pub(super) fn credit(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    if lines::is_reporting(item.text) && !(view.is_in_head(at) && lines::is_byline(item.text)) {
        return verdict(Role::Credit, 0.9, "structure.credit.reporting");
    }
    (captions::is_credit_only(item.text) && item.look.words <= 16).then_some(())?;
    verdict(Role::Credit, 0.8, "structure.credit.picture")
}

/// A quotation that the story holds as well.
pub(super) fn pull_quote(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let marked = item.dom.as_ref().is_some_and(|dom| dom.speaks_of("quote") && dom.is_in("blockquote"));
    if marked && item.look.words <= 60 && view.is_in_story(at) && (item.look.quoted || !item.look.is_prose()) {
        return verdict(Role::PullQuote, 0.8, "structure.pull-quote.markup");
    }
    let lone = item.look.quoted
        && PULLED <= item.look.words
        && item.look.words <= 60
        && view.is_in_story(at)
        && item.text.trim_end().ends_with(['"', '”', '»', '“', '’']);
    (lone && held_elsewhere(view, at)).then_some(())?;
    verdict(Role::PullQuote, 0.8, "structure.pull-quote.repeated")
}

/// Whether a block near by holds the words between this block's quotation marks.
fn held_elsewhere(view: &View<'_>, at: usize) -> bool {
    let words = view.item(at).text.trim_matches(|c: char| !c.is_alphanumeric());
    let from = at.saturating_sub(12);
    let to = (at + 12).min(view.items.len());
    (from..to).any(|other| {
        other != at && view.is_text(other) && words.len() < view.item(other).text.len() && view.item(other).text.contains(words)
    })
}

pub(super) fn table(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let cells = item.dom.as_ref().is_some_and(|dom| dom.is_in("table") && !item.look.is_prose());
    let tabs = item.text.contains('\t') && !item.look.bullet && !item.look.is_prose();
    (view.is_text(at) && (cells || tabs) && 0 < item.look.words).then_some(())?;
    verdict(Role::Table, 0.8, if cells { "structure.table.markup" } else { "structure.table.tabs" })
}

pub(super) fn subhead(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let look = &item.look;
    if !view.is_text(at) || SUBHEAD < look.words || look.words == 0 || look.bullet {
        return None;
    }
    if let Some(dom) = &item.dom {
        if dom.element().starts_with('h') {
            return verdict(Role::Subhead, 0.95, "structure.subhead.markup");
        }
        if dom.element() == "li" || dom.is_in("table") {
            return None;
        }
    }
    let closed = look.full_stop && !look.question || look.colon || look.small || item.text.ends_with([',', ';']);
    let speech = look.full_stop && (look.quoted || lines::is_turn(item.text));
    let labelled = look.words <= 12 || look.share(look.capitals) >= 0.6;
    let alone = !in_run(view, at);
    (!closed && !speech && labelled && alone && heads_text(view, at)).then_some(())?;
    verdict(Role::Subhead, 0.6 + 0.3 * (view.likely[at] - 0.5), "structure.subhead.form")
}

/// Whether text follows that a subhead can stand over, perhaps after one more subhead or caption.
fn heads_text(view: &View<'_>, at: usize) -> bool {
    let next = |far: usize| view.items.get(at + far).filter(|_| view.is_text(at + far));
    let text = |far: usize| {
        next(far).is_some_and(|item| {
            item.look.is_prose() || item.look.bullet || 12 <= item.look.words || item.look.full_stop || item.look.quoted
        })
    };
    text(1)
        || (next(1).is_some_and(|item| item.look.words <= SUBHEAD) && text(2))
        || view.items.get(at + 1).is_some_and(|item| captions::is_caption(item.text) || lines::is_byline(item.text))
}

/// Whether the block is one of three or more short lines without a full stop in a row: a list, not subheads.
fn in_run(view: &View<'_>, at: usize) -> bool {
    let short = |other: usize| {
        view.is_text(other)
            && view.item(other).look.words <= SUBHEAD
            && !view.item(other).look.full_stop
            && !view.item(other).look.bullet
            && !view.item(other).look.dated
            && !lines::is_byline(view.item(other).text)
    };
    let before = (0..at).rev().take_while(|&other| short(other) && view.item(other + 1).blank_before == 0).take(3).count();
    let after = (at + 1..view.items.len()).take_while(|&other| short(other) && view.item(other).blank_before == 0).take(3).count();
    3 <= before + 1 + after
}

pub(super) fn list_item(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    if !view.is_text(at) {
        return None;
    }
    if item.dom.as_ref().is_some_and(|dom| matches!(dom.element(), "li" | "dd" | "dt") || item.hint.is_some_and(|hint| 0 < hint.list_depth))
    {
        return verdict(Role::ListItem, view.sureness(at), "structure.list-item.markup");
    }
    let beside = view.items[at.saturating_sub(1)..].iter().take(3).filter(|near| near.look.bullet).count();
    if item.look.bullet && beside == 1 && view.end == at + 1 {
        return verdict(Role::Other, 0.6, "structure.other.footnote");
    }
    if item.look.bullet || lines::is_numbered(item.text) {
        return verdict(Role::ListItem, 0.95, "structure.list-item.bullet");
    }
    (item.dom.is_none() && item.look.words <= SUBHEAD && !item.look.full_stop && in_run(view, at)).then_some(())?;
    verdict(Role::ListItem, 0.6, "structure.list-item.run")
}

pub(super) fn paragraph(view: &View<'_>, at: usize) -> Option<Verdict> {
    if view.is_text(at) {
        return verdict(Role::Paragraph, view.sureness(at), "structure.paragraph");
    }
    // A sentence between sentences of the story stays, unless a phrase of furniture speaks against it.
    let look = &view.item(at).look;
    let free = look.hit.is_none_or(|hit| hit.place == Place::Inside && 12 <= look.words);
    let outside = view.over[at].is_some_and(|over| matches!(over.role, Role::Comments | Role::Related | Role::Other));
    let may = free && view.lead <= at && !outside && view.item(at).dom.is_none();
    (may && is_held(view, at)).then_some(())?;
    verdict(Role::Paragraph, 0.6, "structure.paragraph.held")
}

/// Whether running text stands close before and after a sentence.
fn is_held(view: &View<'_>, at: usize) -> bool {
    let look = &view.item(at).look;
    let around = |range: std::ops::Range<usize>| range.into_iter().any(|other| view.is_text(other) && view.item(other).look.is_prose());
    let before = around(at.saturating_sub(3)..at);
    let after = around((at + 1).min(view.items.len())..(at + 4).min(view.items.len()));
    let sentence = look.is_prose() && 10 <= look.words || look.full_stop && 4 <= look.words && at > 0 && view.is_text(at - 1);
    sentence && before && after && 0.15 <= view.likely[at]
}
