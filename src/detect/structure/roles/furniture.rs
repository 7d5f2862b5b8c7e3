//! Page furniture: told by its phrases, by the heading over it, by the markup, and last by its place.

use super::{Verdict, View, lines, verdict};
use crate::annotation::Role;
use crate::detect::structure::lexicon::CLASSES;
use crate::detect::structure::look::Look;
use crate::detect::structure::phrases::{Hit, Place};

/// Roles whose phrases are never the article's own text when they are a whole line.
const MARKERS: &[Role] = &[Role::Advertisement, Role::Share, Role::Rating, Role::Consent];

/// How likely a line must be the article's own text to be it although it has the words of furniture.
const TOLD: f32 = 0.88;

/// Lines that are nothing but furniture wherever they stand.
pub(super) fn marker(view: &View<'_>, at: usize) -> Option<Verdict> {
    let look = &view.item(at).look;
    if look.words == 0 && !view.is_text(at) {
        return verdict(Role::Other, 0.8, "structure.other.signs");
    }
    let hit = look.hit?;
    // The names of networks head the parts of a story about them, and ratings stand in reviews.
    let told = hit.role != Role::Advertisement && TOLD <= view.likely[at];
    let whole =
        hit.place == Place::Whole && MARKERS.contains(&hit.role) && !(view.title == Some(at + 1) && hit.role == Role::Share) && !told;
    let rating = hit.role == Role::Rating && look.words <= 14 && !view.is_text(at);
    let legal = view.item(at).text.starts_with(['©']) && view.lead < at;
    (whole || rating || legal).then_some(())?;
    verdict(hit.role, 0.95, rule(hit.role))
}

/// What stands in the same box as the word *Advertisement* right before it.
pub(super) fn beside_marker(view: &View<'_>, at: usize) -> Option<Verdict> {
    let before = view.items.get(at.checked_sub(1)?)?;
    before.look.hit.filter(|hit| hit.role == Role::Advertisement && hit.place == Place::Whole)?;
    let boxed = before.hint?.within.first()?;
    let item = view.item(at);
    let own = item.hint?.within.iter().position(|element| element == boxed)?;
    (own <= 3 && item.look.words <= 40 && item.dom.as_ref()?.speaks_of("ad")).then_some(())?;
    verdict(Role::Advertisement, 0.8, "structure.advertisement.box")
}

/// The path of sections to the page: `Home › News › Local`.
pub(super) fn trail(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let signs = item.text.split_whitespace().filter(|word| matches!(*word, "›" | "»" | ">" | "→" | "❯")).count();
    let top = at < view.lead && view.title != Some(at);
    (top && !item.look.full_stop && item.look.words <= 30 && (2 <= signs || signs == 1 && item.look.words <= 6)).then_some(())?;
    verdict(Role::Navigation, 0.9, "structure.navigation.trail")
}

/// A note of the paper between brackets: what was corrected or added, a rate of exchange.
pub(super) fn note(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let inside = item.text.strip_prefix('(')?.strip_suffix(')')?;
    let lower = inside.to_lowercase();
    let said =
        ["corrects ", "corrected", "adds ", "updates ", "recasts ", "repeats ", "rewrites ", "removes ", "fixes ", "refiles ", "changes "]
            .iter()
            .any(|start| lower.starts_with(start));
    let rate = inside.starts_with('$') && inside.contains('=');
    let contact = inside.contains('@');
    (said || rate || contact).then_some(())?;
    verdict(Role::Other, 0.85, "structure.other.note")
}

/// Who the writer is, at the end of the story.
pub(super) fn bio(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let last = !(at + 1..view.items.len().min(at + 12))
        .any(|next| view.is_text(next) && view.item(next).look.is_prose() && 20 <= view.item(next).look.words);
    (last && view.lead < at && lines::is_bio(item.text)).then_some(())?;
    verdict(Role::Other, 0.8, "structure.other.bio")
}

/// An address, a telephone number.
pub(super) fn contact(view: &View<'_>, at: usize) -> Option<Verdict> {
    let item = view.item(at);
    let digits = item.text.chars().filter(char::is_ascii_digit).count();
    let number =
        7 <= digits && item.text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '(' | ')' | '-' | '.' | '/'));
    (number || (item.look.address && item.look.words <= 3 && item.text.contains('@'))).then_some(())?;
    verdict(Role::Other, 0.8, "structure.other.contact")
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
        && view.likely[at] < 0.9
        && (view.item(at).text.contains(':') || hit.place == Place::Whole);
    let sure = matches!(hit.role, Role::Newsletter | Role::Consent | Role::Comments);
    let doubtful = view.likely[at] < 0.65
        && hit.role != Role::Rating
        && (hit.place == Place::Whole || sure && (look.words <= 12 || hit.place == Place::Start));
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
        Role::Newsletter | Role::Rating => 5,
        Role::Other => 10,
        _ => 1,
    }
}

/// Titles under a heading that announces other stories.
pub(super) fn under_related(view: &View<'_>, at: usize) -> Option<Verdict> {
    let over = view.over[at].filter(|over| over.role == Role::Related && over.back <= 6)?;
    let look = &view.item(at).look;
    let title = 3 <= look.words && look.words <= 20 && !look.full_stop && !look.colon;
    let near = (1..over.back).all(|back| !view.is_text(at - back));
    (title && near && view.is_text(at) && view.likely[at] < 0.7).then_some(())?;
    verdict(Role::Related, 0.6, "structure.related.title")
}

pub(super) fn heading_over(view: &View<'_>, at: usize) -> Option<Verdict> {
    let over = view.over[at]?;
    let look = &view.item(at).look;
    let role = match over.role {
        Role::Navigation if look.words < 3 => return None,
        Role::Navigation => Role::Related,
        Role::Related if 2 <= look.parts && look.share(look.stops) < 0.2 => Role::Navigation,
        role => role,
    };
    (over.back <= reach(over.role) && view.item(at).dom.as_ref().is_none_or(|dom| !dom.is_in("nav"))).then_some(())?;
    (over.role != Role::Related || 3 <= look.words).then_some(())?;
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

/// What furniture the classes of the corpora are, by their names there.
const LEARNT: &[(&str, Role)] = &[
    ("nav", Role::Navigation),
    ("tags", Role::Navigation),
    ("related", Role::Related),
    ("share", Role::Share),
    ("newsletter", Role::Newsletter),
    ("ad", Role::Advertisement),
    ("comments", Role::Comments),
    ("rating", Role::Rating),
    ("cookie", Role::Consent),
];
/// How likely a role must be, among those that furniture has, to be told by words alone.
const LIKELY: f32 = 0.7;

/// As likely as that, words tell more than the heading over the block and its class words.
const SURE: f32 = 0.85;

/// What words alone speak for almost surely.
pub(super) fn surely_learnt(view: &View<'_>, at: usize) -> Option<Verdict> {
    let over = view.over[at].is_some_and(|over| over.role == Role::Other && over.back <= reach(Role::Other));
    if over { None } else { speaks_for(view, at, SURE) }
}

/// What words speak for.
pub(super) fn learnt(view: &View<'_>, at: usize) -> Option<Verdict> {
    speaks_for(view, at, LIKELY)
}

/// What the words of the line, and the class words around it, speak for with at least a share of `least`.
fn speaks_for(view: &View<'_>, at: usize, least: f32) -> Option<Verdict> {
    let say = view.said.get(at)?;
    let share = |class: &str| CLASSES.iter().position(|name| *name == class).map_or(0.0, |class| libm::expf(say[class]));
    let mut shares: Vec<(Role, f32)> = Vec::new();
    for (class, role) in LEARNT {
        match shares.last_mut().filter(|(last, _)| last == role) {
            Some((_, sum)) => *sum += share(class),
            None => shares.push((*role, share(class))),
        }
    }
    let all: f32 = shares.iter().map(|(_, share)| share).sum::<f32>() + share("other");
    let (role, most) = shares.into_iter().reduce(|best, next| if best.1 < next.1 { next } else { best })?;
    let sentence = role == Role::Navigation && view.item(at).look.is_prose();
    (least * all <= most && !sentence).then_some(())?;
    verdict(role, most / all.max(1e-9), "structure.learnt")
}

pub(super) fn by_place(view: &View<'_>, at: usize) -> Option<Verdict> {
    let look = &view.item(at).look;
    let before = view.title.is_some_and(|title| at < title) || at < view.lead;
    let after = view.end <= at;
    let label = look.words <= 4 || 2 <= look.parts;
    let aside = view.item(at).text.starts_with('(');
    let role = match () {
        () if aside => Role::Other,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::structure::page::Item;

    fn check(text: &str, likely: f32, expected: Option<Role>) {
        let item = Item { text, look: Look::of(text), dom: None, hint: None, blank_before: 0 };
        let (items, said) = ([item], [Default::default()]);
        let view = View { items: &items, likely: &[likely], said: &said, title: None, lead: 0, end: 1, over: &[None] };
        assert_eq!(marker(&view, 0).map(|verdict| verdict.role), expected, "{text}");
    }

    #[test]
    fn buttons_are_furniture_unless_the_story_is_about_them() {
        check("Facebook", 0.6, Some(Role::Share));
        check("Facebook", 0.95, None);
        check("Average rating: 4.5", 0.3, Some(Role::Rating));
        check("Advertisement", 0.95, Some(Role::Advertisement));
    }
}
