//! The head of the story: headline and its repetitions, kicker, deck, byline, times.

use super::{Verdict, View, verdict};
use super::{captions, lines};
use crate::annotation::{DECK_APART, Role};
use crate::detect::structure::page::Item;
use crate::text::fold::fold;

/// Blocks after the headline in which a deck can stand.
const DECK: usize = 3;
/// How likely a deck is the article's own text at least: teasers and captions stand under headlines too.
const DOUBT: f32 = 0.25;
/// The same with the byline right after it, or for one kept apart when class words say so.
const SIGNED: f32 = 0.02;
/// Words in the longest deck.
const DECK_WORDS: u32 = 70;
/// Blocks before the headline in which a kicker can stand.
const KICKER: usize = 2;

pub(super) fn headline(view: &View<'_>, at: usize) -> Option<Verdict> {
    (view.title == Some(at)).then_some(())?;
    verdict(Role::Headline, 0.9, "structure.headline")
}

/// The headline's words again, or with the name of the site, or cut short with an ellipsis.
pub(super) fn repeat(view: &View<'_>, at: usize) -> Option<Verdict> {
    let title = view.item(view.title?).text;
    let text = view.item(at).text;
    if text.len() > title.len() + 60 || title.len() < 12 || view.is_surely_text(at) {
        return None;
    }
    let (title, text) = (fold(title), fold(text));
    let cut = text.trim_end_matches(['.', '…', ' ']);
    let same = text == title
        || (title.len() * 2 < cut.len() * 3 && title.starts_with(cut))
        || text.strip_prefix(title.as_str()).is_some_and(|rest| rest.trim_start().starts_with(['|', '-', '/', '·']));
    same.then_some(())?;
    verdict(Role::Repeat, 0.9, "structure.repeat.headline")
}

/// A short line right above the headline, alone or with one more.
pub(super) fn kicker(view: &View<'_>, at: usize) -> Option<Verdict> {
    let title = view.title.filter(|title| at < *title)?;
    let look = &view.item(at).look;
    let near = title - at <= KICKER && (at + 1..title).all(|between| view.item(between).look.words <= 8);
    let short = (1..=8).contains(&look.words) && !look.full_stop && look.letters <= 60 && !look.dated && !look.address;
    let trail = view.item(at).text.contains(['›', '»', '>']) || view.item(at).text.to_lowercase().starts_with("home");
    let menu = at > 0 && title - at > 1 && view.item(at - 1).look.words <= 3 && view.item(at - 1).blank_before == 0;
    let crowd = (at.saturating_sub(3)..at).filter(|&before| view.item(before).look.words <= 3).count() >= 3
        && view.items.iter().all(|item| item.blank_before == 0);
    let beside = title - at == 1 || view.item(at).dom.as_ref().is_some_and(|dom| dom.speaks_of("tags"));
    let control = look.hit.is_some_and(|hit| {
        matches!(hit.role, Role::Consent | Role::Newsletter | Role::Legal | Role::Share) || is_control(view.item(at).text)
    });
    (near && short && beside && !trail && !menu && !crowd && !control && !view.item(at).dom.as_ref().is_some_and(|dom| dom.is_in("nav")))
        .then_some(())?;
    verdict(Role::Kicker, 0.7, "structure.kicker")
}

/// A button or a control of the page, and no section's name.
fn is_control(text: &str) -> bool {
    let controls = [
        "menu",
        "search",
        "log in",
        "login",
        "sign in",
        "subscribe",
        "skip to",
        "close",
        "open",
        "anmelden",
        "suche",
        "share",
        "save",
        "print",
    ];
    let lower = text.to_lowercase();
    controls.iter().any(|control| lower.starts_with(control))
}

pub(super) fn byline(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let marked = item.dom.as_ref().is_some_and(|dom| dom.speaks_of("meta") && dom.element() != "p");
    if lines::is_byline(item.text) {
        let sure = if view.is_in_head(at) || marked { 0.95 } else { 0.75 };
        return verdict(Role::Byline, sure, "structure.byline");
    }
    let names = view.is_in_head(at)
        && !view.is_surely_text(at)
        && lines::is_names(item.text)
        && !(view.is_text(at) && view.text_follows(at, 1) && view.lead - at <= 1 && !marked && item.look.shouts == 0);
    names.then_some(())?;
    verdict(Role::Byline, 0.75, "structure.byline.names")
}

pub(super) fn stamp(view: &View<'_>, at: usize) -> Option<Verdict> {
    (view.item(at).look.dated && (view.is_in_head(at) || !view.is_text(at))).then_some(())?;
    verdict(Role::Timestamp, if view.is_in_head(at) { 0.95 } else { 0.8 }, "structure.timestamp")
}

/// A summary under the headline. Markup tells the story's text from what stands around it, and with it the summary that is part of the text.
pub(super) fn deck(view: &View<'_>, at: usize) -> Option<Verdict> {
    let signed = view.items.get(at + 1).is_some_and(|next| lines::is_byline(next.text) || lines::is_names(next.text));
    let least = match &view.item(at).dom {
        Some(_) => 0.5,
        None if signed => SIGNED,
        None => DOUBT,
    };
    (least <= view.likely[at] && is_summary(view, at)).then_some(())?;
    verdict(Role::Deck, 0.75, "structure.deck")
}

/// A summary under the headline that the page keeps apart from the story's text.
pub(super) fn summary(view: &View<'_>, at: usize) -> Option<Verdict> {
    let named = view.item(at).dom.as_ref().is_some_and(|dom| dom.speaks_of("deck"));
    let least = if named { SIGNED } else { DOUBT };
    (view.item(at).dom.is_some() && least <= view.likely[at] && is_summary(view, at)).then_some(())?;
    verdict(Role::Deck, 0.6, DECK_APART)
}

fn is_summary(view: &View<'_>, at: usize) -> bool {
    at < view.lead && !view.item(at).text.contains(['›', '»', '>', '|']) && is_deck(view.items, view.title, at)
}

/// Whether block `at` is a summary under the headline: close below it, nothing but short lines between, and a byline, a time or a caption after it;
/// or the markup says so.
pub(super) fn is_deck(items: &[Item<'_>], title: Option<usize>, at: usize) -> bool {
    let (Some(title), Some(item)) = (title, items.get(at)) else { return false };
    if at <= title
        || DECK < at - title
        || DECK_WORDS < item.look.words
        || item.look.words < 5
        || item.look.dated
        || item.look.hit.is_some_and(|hit| hit.role != Role::Timestamp && item.look.words < 12)
    {
        return false;
    }
    if lines::is_byline(item.text) || captions::is_caption(item.text) || item.look.bullet || item.text.contains('\t') {
        return false;
    }
    let between = (title + 1..at).all(|other| items[other].look.words <= 12 && !items[other].look.is_prose());
    let named = item.dom.as_ref().is_some_and(|dom| dom.speaks_of("deck") || dom.element() == "h2");
    let after = items[at + 1..].iter().take(4);
    let signed = after.clone().any(|next| lines::is_byline(next.text) || lines::is_names(next.text) || next.look.dated);
    let bare = !item.look.full_stop
        && item.dom.is_none()
        && 7 <= item.look.words
        && at == title + 1
        && items.get(at + 1).is_some_and(|next| next.look.is_prose() && 1 <= next.blank_before);
    let parted = after.take(2).next().is_some_and(|next| lines::is_byline(next.text) || next.look.dated || next.look.words <= 6);
    between && (named || bare || (signed && (parted || !item.look.is_prose())))
}

#[cfg(test)]
mod tests {
    use crate::block;
    use crate::detect::structure::roles::{View, decide};
    use crate::detect::structure::{items, lexicon};
    use crate::source::html::from_html;
    use crate::source::plain::from_text;

    /// The name of the role of the second block, when it is as likely as `likely` the article's own text.
    fn check(source: &crate::source::Source, likely: f32, expected: &str) {
        let blocks = block::cut(source);
        let items = items(source, &blocks);
        let likely: Vec<f32> = (0..items.len()).map(|at| if at == 1 { likely } else { 0.9 }).collect();
        let (said, over) = (vec![lexicon::Say::default(); items.len()], vec![None; items.len()]);
        let view = View { items: &items, likely: &likely, said: &said, title: Some(0), lead: 3, end: items.len(), over: &over };
        let verdict = decide(&view)[1];
        assert_eq!(format!("{} {}", verdict.role.code(), verdict.rule), expected, "{likely:?}");
    }

    #[test]
    fn a_summary_that_markup_keeps_apart_is_no_content() {
        let page = from_html(
            "<h1>River bridge opens again</h1><p class=dek>Nine months of repair are over, and the buses are back on their old way.</p>
            <p>By Ana Díaz</p><p>The bridge over the river opened again on Friday morning, nine months after a barge struck it.</p>",
        );
        check(&page, 0.7, "deck structure.deck");
        check(&page, 0.1, "deck structure.deck.apart");
        let text = "River bridge opens again\nNine months of repair are over, and the buses are back on their old way.\nBy Ana Díaz\n\
            The bridge over the river opened again on Friday morning, nine months after a barge struck it.";
        check(&from_text(text), 0.1, "deck structure.deck");
    }
}
