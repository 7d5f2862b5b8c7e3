//! The features of a block that need no judgement of others: what it looks like, what stands around it, where it stands.
//!
//! Each function names its features in a fixed order, which the trained trees rely on.

use super::dom::{AROUND, Dom, INLINE, OWN, SPEAKS};
use super::kin::{Group, LEVELS};
use super::lexicon::CLASSES;
use super::look::Look;
use super::page::{Page, Sums, text_share};
use super::phrases::Place;
use super::roles::{captions, lines};
use crate::annotation::Role;

/// Takes the features one after the other.
pub trait Sink {
    /// Takes the next feature: its name and its value.
    fn put(&mut self, name: &'static str, value: f32);

    /// Takes a feature that is there or not.
    fn flag(&mut self, name: &'static str, is: bool) {
        self.put(name, if is { 1.0 } else { 0.0 });
    }
}

impl Sink for Vec<f32> {
    fn put(&mut self, _: &'static str, value: f32) {
        self.push(value);
    }
}

/// `value` in steps of its size: what is exact about a page would only tell that page from others.
pub(super) fn coarse(value: f32) -> f32 {
    libm::floorf(libm::log2f(value.max(0.0) + 1.0))
}

/// What stands for a distance when there is nothing to be distant from.
pub(super) const FAR: f32 = 999.0;

/// What the blocks of a page share: means over elements and kin that do not depend on a block.
#[derive(Clone, Debug)]
pub struct Shared {
    prose: Vec<Group>,
    links: Vec<Group>,
    kin_words: Vec<Group>,
    kin_prose: Vec<Group>,
}

impl Shared {
    /// The means for `page`.
    #[must_use]
    pub fn new(page: &Page<'_>) -> Self {
        let letters = |at: usize| page.items[at].look.letters as f32;
        let prose = |at: usize| if page.items[at].look.is_prose() { 1.0 } else { 0.0 };
        Self {
            prose: page.kindred.by_element(|at| (prose(at), letters(at))),
            links: page.kindred.by_element(|at| (page.items[at].dom.as_ref().map_or(0.0, |dom| dom.links), letters(at))),
            kin_words: page.kindred.by_kin(|at| (page.items[at].look.words as f32, 1.0)),
            kin_prose: page.kindred.by_kin(|at| (prose(at), 1.0)),
        }
    }
}

/// All features of block `at` that need no judgement of others.
pub fn fixed(page: &Page<'_>, shared: &Shared, at: usize, sink: &mut impl Sink) {
    let item = &page.items[at];
    own(&item.look, item.text, sink);
    for (name, say) in CLASSES.iter().zip(page.said[at]) {
        sink.put(name, say);
    }
    for back in [1, 2, 3] {
        neighbour(page, at, at.checked_sub(back), sink);
    }
    for on in [1, 2, 3] {
        neighbour(page, at, Some(at + on), sink);
    }
    for width in [4, 10, 25] {
        window(&page.over(at.saturating_sub(width), at), sink);
        window(&page.over(at + 1, at + 1 + width), sink);
    }
    place(page, at, sink);
    if let Some(dom) = &item.dom {
        markup(dom, sink);
        for (name, say) in CLASSES.iter().zip(page.marked.get(at).copied().unwrap_or_default()) {
            sink.put(name, say);
        }
        kindred(page, shared, at, sink);
    }
}

fn own(look: &Look, text: &str, sink: &mut impl Sink) {
    sink.put("words", look.words as f32);
    sink.put("letters", look.letters as f32);
    sink.put("letters a word", look.letters as f32 / look.words.max(1) as f32);
    sink.put("stops", look.share(look.stops));
    sink.put("stop words", look.stops as f32);
    sink.put("capitals", look.share(look.capitals));
    sink.put("shouts", look.share(look.shouts));
    sink.put("figures", look.share(look.figures));
    sink.flag("foreign", look.letters < 3 * look.foreign);
    sink.put("commas", look.commas as f32);
    sink.put("sentences", look.sentences as f32);
    sink.put("parts", look.parts as f32);
    sink.flag("full stop", look.full_stop);
    sink.flag("colon", look.colon);
    sink.flag("question", look.question);
    sink.flag("ellipsis", look.ellipsis);
    sink.flag("small start", look.small);
    sink.flag("quoted", look.quoted);
    sink.flag("address", look.address);
    sink.flag("dated", look.dated);
    sink.flag("prose", look.is_prose());
    sink.put("first", first(text));
    sink.put("last", last(text));
    sink.flag("numbered", lines::is_numbered(text));
    sink.flag("caption", captions::is_caption(text));
    sink.flag("credit", captions::is_credit_only(text));
    sink.flag("reporting", lines::is_reporting(text));
    sink.flag("byline", lines::is_byline(text));
    sink.flag("bio", lines::is_bio(text));
    for role in PHRASES {
        let hit = look.hit.filter(|hit| hit.role == *role);
        sink.put(role.code(), hit.map_or(0.0, |hit| reach(hit.place)));
    }
}

/// Roles that have standing phrases.
const PHRASES: &[Role] = &[
    Role::Navigation,
    Role::Related,
    Role::Share,
    Role::Newsletter,
    Role::Advertisement,
    Role::Rating,
    Role::Comments,
    Role::Consent,
    Role::Legal,
    Role::Byline,
    Role::Timestamp,
    Role::Credit,
    Role::Other,
];

fn reach(place: Place) -> f32 {
    match place {
        Place::Inside => 1.0,
        Place::Start => 2.0,
        Place::Whole => 3.0,
    }
}

/// What kind of character a line starts with.
fn first(text: &str) -> f32 {
    match text.chars().next() {
        Some(c) if c.is_uppercase() => 0.0,
        Some(c) if c.is_lowercase() => 1.0,
        Some(c) if c.is_numeric() => 2.0,
        Some('“' | '"' | '‘' | '\'' | '„' | '«') => 3.0,
        Some('(' | '[' | '@' | '#' | '©') => 4.0,
        Some(c) if c.is_alphabetic() => 6.0,
        _ => 5.0,
    }
}

/// What kind of character a line ends with.
fn last(text: &str) -> f32 {
    match text.chars().next_back() {
        Some('.') => 0.0,
        Some('!' | '?' | '。' | '؟') => 1.0,
        Some('”' | '"' | '’' | '»') => 2.0,
        Some(':') => 3.0,
        Some(',' | ';' | '-' | '–') => 4.0,
        Some(')' | ']') => 5.0,
        Some(c) if c.is_numeric() => 6.0,
        Some(c) if c.is_alphabetic() => 7.0,
        Some('…') => 8.0,
        _ => 9.0,
    }
}

/// What the block at `other` looks like.
fn neighbour(page: &Page<'_>, at: usize, other: Option<usize>, sink: &mut impl Sink) {
    let near = other.and_then(|other| Some((page.items.get(other)?, page.said.get(other)?)));
    let Some((item, say)) = near else {
        for name in ["near words", "near stops", "near full stop", "near capitals", "near phrase", "near text", "near subhead"] {
            sink.put(name, -1.0);
        }
        if page.items[at].dom.is_some() {
            ["near links", "near kin"].iter().for_each(|name| sink.put(name, -1.0));
        }
        return;
    };
    let look = &item.look;
    sink.put("near words", look.words as f32);
    sink.put("near stops", look.share(look.stops));
    sink.flag("near full stop", look.full_stop);
    sink.put("near capitals", look.share(look.capitals));
    sink.put("near phrase", look.hit.filter(|hit| hit.role.is_furniture()).map_or(0.0, |hit| reach(hit.place)));
    sink.put("near text", text_share(say));
    sink.put("near subhead", say[1]);
    if page.items[at].dom.is_some() {
        sink.put("near links", item.dom.as_ref().map_or(-1.0, |dom| dom.links));
        let kin = |at: usize| page.kindred.kin(at);
        let sibling = |at: usize| page.kindred.within(at).get(1).copied();
        let same = other.map_or(0.0, |other| if kin(other) == kin(at) { 2.0 } else { f32::from(u8::from(sibling(other) == sibling(at))) });
        sink.put("near kin", same);
    }
}

fn window(sums: &Sums, sink: &mut impl Sink) {
    sink.put("window prose", sums.mass / sums.letters.max(1.0));
    sink.put("window words", sums.words);
    sink.put("window stops", sums.stops / sums.words.max(1.0));
    sink.put("window text", sums.text);
    sink.put("window alike", sums.alike);
}

fn place(page: &Page<'_>, at: usize, sink: &mut impl Sink) {
    let end = page.items.len();
    let (all, before) = (page.over(0, end), page.over(0, at));
    sink.put("blocks", coarse(end as f32));
    sink.put("from the start", at.min(60) as f32);
    sink.put("to the end", (end - at).min(60) as f32);
    sink.put("height", libm::floorf(20.0 * at as f32 / end as f32));
    sink.put("page prose", coarse(all.mass));
    sink.put("page prose share", libm::floorf(8.0 * all.mass / all.letters.max(1.0)));
    sink.put("page words a block", coarse(all.words / end as f32));
    sink.put("prose before", coarse(before.mass));
    sink.put("prose after", coarse(all.mass - before.mass));
    sink.put("prose before share", libm::floorf(20.0 * before.mass / all.mass.max(1.0)));
    sink.put("again", page.again[at] as f32);
    sink.put("run", page.runs[at].0 as f32);
    sink.put("run place", page.runs[at].1 as f32);
    sink.put("stamps", page.stamps[at] as f32);
    sink.put("alike", page.alike[at] as f32);
    for since in page.since[at] {
        sink.put("since", since);
    }
    for role in [Role::Related, Role::Comments, Role::Newsletter, Role::Navigation, Role::Other] {
        let under = page.under[at].filter(|(over, _)| *over == role);
        sink.put("under", under.map_or(FAR, |(_, back)| back as f32));
    }
}

/// Letters of prose between the title and the block, roughly; negative before the title and when there is none.
pub(super) fn since(page: &Page<'_>, title: Option<usize>, at: usize) -> f32 {
    title.filter(|title| *title < at).map_or(-1.0, |title| coarse(page.over(title + 1, at).mass))
}

fn markup(dom: &Dom, sink: &mut impl Sink) {
    sink.put("element", dom.own as f32);
    for name in ["p", "li", "h2", "h3", "div"] {
        sink.flag(name, OWN.get(dom.own) == Some(&name));
    }
    for (name, is) in AROUND.iter().zip(dom.around).chain(INLINE.iter().zip(dom.inline)) {
        sink.flag(name, is);
    }
    for (at, (name, _)) in SPEAKS.iter().enumerate() {
        sink.flag(name, dom.speaks >> at & 1 == 1);
    }
    sink.put("links", dom.links);
}

fn kindred(page: &Page<'_>, shared: &Shared, at: usize, sink: &mut impl Sink) {
    sink.put("to the title", page.declared.map_or(FAR, |title| at as f32 - title as f32));
    sink.put("since the title", since(page, page.declared, at));
    let kin = page.kindred.kin(at);
    let group = |groups: &[Group]| kin.and_then(|kin| groups.get(kin)).copied().unwrap_or_default();
    sink.put("kin blocks", coarse(group(&shared.kin_words).blocks));
    sink.put("kin words", group(&shared.kin_words).mean());
    sink.put("kin prose", group(&shared.kin_prose).mean());
    let within = page.kindred.within(at);
    sink.put("levels", within.len() as f32);
    let all = page.over(0, page.items.len());
    for level in [0, 1, 2, 3, 4] {
        let element = within.get(level.min(within.len().saturating_sub(1)));
        let of = |groups: &[Group]| element.and_then(|element| groups.get(*element)).copied().unwrap_or_default();
        sink.put("box blocks", coarse(of(&shared.prose).blocks));
        sink.put("box prose", of(&shared.prose).mean());
        sink.put("box mass", of(&shared.prose).sum / all.mass.max(1.0));
        sink.put("box links", of(&shared.links).mean());
    }
    debug_assert!(within.len() <= LEVELS);
}
