//! Page furniture: told by its phrases, by the heading over it, by the markup, and last by its place.

use super::{Verdict, View, verdict};
use crate::annotation::Role;
use crate::detect::structure::look::Look;
use crate::detect::structure::phrases::{Hit, Place};

/// Roles whose phrases are never the article's own text when they are a whole line.
const MARKERS: &[Role] = &[Role::Advertisement, Role::Share, Role::Rating, Role::Consent];

/// Lines that are nothing but furniture wherever they stand.
pub(super) fn marker(view: &View<'_>, at: usize) -> Option<Verdict> {
    let look = &view.item(at).look;
    if look.words == 0 {
        return verdict(Role::Other, 0.8, "structure.other.signs");
    }
    let hit = look.hit?;
    let whole = hit.place == Place::Whole && MARKERS.contains(&hit.role) && !(view.title == Some(at + 1) && hit.role == Role::Share);
    let rating = hit.role == Role::Rating && look.words <= 14 && (hit.place != Place::Inside || !view.is_text(at));
    let legal = view.item(at).text.starts_with(['©']) && view.lead < at;
    (whole || rating || legal).then_some(())?;
    verdict(hit.role, 0.95, rule(hit.role))
}

/// A phrase of furniture inside what is otherwise the story: *Read more: …*, a sign-up, a correction.
pub(super) fn phrase_in_text(view: &View<'_>, at: usize) -> Option<Verdict> {
    let look = &view.item(at).look;
    let hit = look.hit.filter(|hit| hit.role.is_furniture())?;
    if !view.is_text(at)
        || view.item(at).dom.as_ref().is_some_and(|dom| dom.element().starts_with('h')) && view.text_follows(at, 1) && view.likely[at] > 0.7
    {
        return None;
    }
    let related = hit.role == Role::Related
        && hit.place != Place::Inside
        && look.words <= 24
        && (view.item(at).text.contains(':') || hit.place == Place::Whole);
    let doubtful = view.likely[at] < 0.75 && hit.place == Place::Whole;
    let note = hit.role == Role::Other && hit.place == Place::Start && is_note(view.item(at).text);
    (related || doubtful || note).then_some(())?;
    verdict(hit.role, 0.75, rule(hit.role))
}

/// Notes of the paper about the story, which are not the story.
fn is_note(text: &str) -> bool {
    let lower = text.get(..text.floor_char_boundary(60.min(text.len()))).unwrap_or(text).to_lowercase();
    [
        "correction",
        "clarification",
        "editor's note",
        "editor’s note",
        "this story has been",
        "this article has been",
        "this story was originally",
        "this article was originally",
        "a version of this article",
        "an earlier version",
        "our standards",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
}

/// A phrase of furniture outside the story.
pub(super) fn phrase(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let hit = item.look.hit.or_else(|| long_phrase(item.text, &item.look))?;
    let role = match hit.role {
        Role::Byline | Role::Timestamp | Role::Credit if !view.is_in_head(at) => return None,
        Role::Byline | Role::Timestamp | Role::Credit if hit.place == Place::Inside => return None,
        Role::Byline if item.look.words > 14 => return None,
        role => role,
    };
    let sure = if hit.place == Place::Inside { 0.75 } else { 0.9 };
    verdict(role, sure * view.sureness(at), rule(role))
}

/// What a long line speaks of, by words that hardly stand elsewhere.
fn long_phrase(text: &str, look: &Look) -> Option<Hit> {
    if look.words < 12 || 200 < look.words {
        return None;
    }
    let lower = text.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let role = if any(&["cookie", "consent to", "our partners"]) {
        Role::Consent
    } else if any(&[
        "all rights reserved",
        "copyright",
        "©",
        "privacy policy",
        "terms of",
        "may not be reproduced",
        "do not necessarily reflect",
        "forward-looking statements",
    ]) {
        Role::Legal
    } else if any(&["newsletter", "your inbox", "subscribe", "sign up", "free articles", "abonnieren"]) {
        Role::Newsletter
    } else if any(&["recaptcha", "commenting", "your comment", "comments"]) {
        Role::Comments
    } else {
        return None;
    };
    Some(Hit { role, place: Place::Inside })
}

/// How far the heading of furniture reaches, in blocks.
fn reach(role: Role) -> usize {
    match role {
        Role::Comments => usize::MAX,
        Role::Related => 30,
        Role::Navigation => 12,
        Role::Newsletter | Role::Share | Role::Rating => 5,
        _ => 2,
    }
}

pub(super) fn heading_over(view: &View<'_>, at: usize) -> Option<Verdict> {
    let over = view.over[at]?;
    let look = &view.item(at).look;
    let linked = over.role == Role::Navigation && 4 <= look.words;
    let role = if linked { Role::Related } else { over.role };
    (over.back <= reach(over.role) && view.item(at).dom.as_ref().is_none_or(|dom| !dom.is_in("nav"))).then_some(())?;
    (over.role != Role::Related || 3 <= look.words || look.dated).then_some(())?;
    verdict(role, 0.7, "structure.under-heading")
}

/// What class words and elements mean for furniture, the surest first.
const MARKUP: &[(&str, Role)] = &[
    ("consent", Role::Consent),
    ("comment", Role::Comments),
    ("rating", Role::Rating),
    ("newsletter", Role::Newsletter),
    ("share", Role::Share),
    ("ad", Role::Advertisement),
    ("bio", Role::Other),
    ("related", Role::Related),
    ("login", Role::Navigation),
    ("search", Role::Navigation),
    ("tags", Role::Navigation),
    ("card", Role::Related),
    ("promo", Role::Other),
];

pub(super) fn markup(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let dom = item.dom.as_ref()?;
    if dom.is_in("nav") {
        return verdict(Role::Navigation, 0.9, "structure.markup.nav");
    }
    let (_, role) = MARKUP.iter().find(|(what, _)| dom.speaks_of(what))?;
    verdict(*role, 0.75, "structure.markup.class")
}

pub(super) fn by_place(view: &View<'_>, at: usize) -> Option<Verdict> {
    let look = &view.item(at).look;
    let before = view.title.is_some_and(|title| at < title) || at < view.lead;
    let after = view.end <= at;
    let label = look.words <= 4 || 2 <= look.parts;
    let role = match () {
        () if look.is_prose() && !label => Role::Other,
        () if label && (before || after) => Role::Navigation,
        () if after && !look.full_stop => Role::Related,
        () if before && !look.full_stop => Role::Navigation,
        () => Role::Other,
    };
    verdict(role, 0.6 * view.sureness(at), if role == Role::Other { "structure.other" } else { "structure.place" })
}

fn rule(role: Role) -> &'static str {
    match role {
        Role::Navigation => "structure.phrase.navigation",
        Role::Related => "structure.phrase.related",
        Role::Share => "structure.phrase.share",
        Role::Newsletter => "structure.phrase.newsletter",
        Role::Advertisement => "structure.phrase.advertisement",
        Role::Rating => "structure.phrase.rating",
        Role::Comments => "structure.phrase.comments",
        Role::Consent => "structure.phrase.consent",
        Role::Legal => "structure.phrase.legal",
        Role::Byline => "structure.phrase.byline",
        Role::Timestamp => "structure.phrase.timestamp",
        Role::Credit => "structure.phrase.credit",
        _ => "structure.phrase.note",
    }
}
