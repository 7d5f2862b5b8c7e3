//! The features of a block: what it looks like by itself, and how it stands in its page.
//!
//! Each function names its features in a fixed order; the score multiplies them with a table of weights in that order.

use super::dom::{AROUND, Dom, INLINE, OWN, SPEAKS};
use super::look::Look;
use super::page::{Near, Place as PagePlace};
use super::phrases::Place;
use crate::annotation::Role;

/// Takes the features one after the other.
pub trait Sink {
    /// Takes the next feature: its name and its value.
    fn put(&mut self, name: &'static str, value: f32);

    /// Takes a feature that is there or not.
    fn flag(&mut self, name: &'static str, is: bool) {
        self.put(name, if is { 1.0 } else { 0.0 });
    }

    /// Takes one feature a range: the one that holds `value` is there. Ranges are given by their inclusive upper ends; the last is open.
    fn range(&mut self, names: &'static [(&'static str, f32)], value: f32) {
        let holder = names.iter().position(|(_, most)| value <= *most).unwrap_or(names.len() - 1);
        for (at, (name, _)) in names.iter().enumerate() {
            self.flag(name, at == holder);
        }
    }
}

const WORDS: &[(&str, f32)] = &[
    ("words 1", 1.0),
    ("words 2", 2.0),
    ("words 3", 3.0),
    ("words 4-5", 5.0),
    ("words 6-8", 8.0),
    ("words 9-12", 12.0),
    ("words 13-18", 18.0),
    ("words 19-30", 30.0),
    ("words 31-60", 60.0),
    ("words 61-", f32::MAX),
];
const STOPS: &[(&str, f32)] =
    &[("stops 0", 0.0), ("stops -15%", 0.15), ("stops -25%", 0.25), ("stops -35%", 0.35), ("stops -45%", 0.45), ("stops 45%-", 1.0)];
const CAPITALS: &[(&str, f32)] = &[
    ("capitals -10%", 0.1),
    ("capitals -25%", 0.25),
    ("capitals -45%", 0.45),
    ("capitals -70%", 0.7),
    ("capitals -95%", 0.95),
    ("capitals all", 1.0),
];
const SENTENCES: &[(&str, f32)] = &[("sentences 0", 0.0), ("sentences 1", 1.0), ("sentences 2", 2.0), ("sentences 3-", f32::MAX)];
const COMMAS: &[(&str, f32)] = &[("commas 0", 0.0), ("commas 1", 1.0), ("commas 2-3", 3.0), ("commas 4-", f32::MAX)];
const LINKS: &[(&str, f32)] = &[("links 0", 0.0), ("links -20%", 0.2), ("links -50%", 0.5), ("links -90%", 0.9), ("links all", f32::MAX)];

/// What a block looks like by itself.
pub fn own(look: &Look, dom: Option<&Dom>, sink: &mut impl Sink) {
    sink.put("bias", 1.0);
    sink.range(WORDS, look.words as f32);
    sink.range(STOPS, look.share(look.stops));
    sink.range(CAPITALS, look.share(look.capitals));
    sink.range(SENTENCES, look.sentences as f32);
    sink.range(COMMAS, look.commas as f32);
    let short = look.words < 8;
    sink.flag("stop short", look.full_stop && short);
    sink.flag("stop long", look.full_stop && !short);
    sink.flag("no stop long", !look.full_stop && 12 < look.words);
    sink.flag("colon", look.colon);
    sink.flag("question", look.question);
    sink.flag("ellipsis", look.ellipsis);
    sink.flag("small start", look.small);
    sink.flag("bullet", look.bullet);
    sink.flag("quoted", look.quoted);
    sink.flag("address", look.address);
    sink.flag("dated", look.dated);
    sink.flag("no words", look.words == 0);
    sink.flag("one part", look.parts == 1);
    sink.flag("more parts", 2 <= look.parts);
    sink.flag("shouted", look.words > 0 && look.shouts == look.words);
    sink.flag("some shouted", 0 < look.shouts && look.shouts < look.words && short);
    sink.flag("figures only", look.words > 0 && look.figures == look.words);
    sink.put("figures", look.share(look.figures));
    phrases(look, sink);
    markup(dom, sink);
}

const PHRASES: &[(Role, [&str; 3])] = &[
    (Role::Navigation, ["navigation inside", "navigation start", "navigation whole"]),
    (Role::Related, ["related inside", "related start", "related whole"]),
    (Role::Share, ["share inside", "share start", "share whole"]),
    (Role::Newsletter, ["newsletter inside", "newsletter start", "newsletter whole"]),
    (Role::Advertisement, ["advertisement inside", "advertisement start", "advertisement whole"]),
    (Role::Rating, ["rating inside", "rating start", "rating whole"]),
    (Role::Comments, ["comments inside", "comments start", "comments whole"]),
    (Role::Consent, ["consent inside", "consent start", "consent whole"]),
    (Role::Legal, ["legal inside", "legal start", "legal whole"]),
    (Role::Byline, ["byline inside", "byline start", "byline whole"]),
    (Role::Timestamp, ["timestamp inside", "timestamp start", "timestamp whole"]),
    (Role::Credit, ["credit inside", "credit start", "credit whole"]),
    (Role::Other, ["other inside", "other start", "other whole"]),
];

fn phrases(look: &Look, sink: &mut impl Sink) {
    for (role, names) in PHRASES {
        let hit = look.hit.filter(|hit| hit.role == *role);
        for (name, place) in names.iter().zip([Place::Inside, Place::Start, Place::Whole]) {
            sink.flag(name, hit.is_some_and(|hit| hit.place == place));
        }
    }
    sink.flag("phrase long", look.hit.is_some() && 15 <= look.words);
}

/// The names of the features of the markup are those of the tables they come from.
fn markup(dom: Option<&Dom>, sink: &mut impl Sink) {
    let none = Dom::default();
    let there = dom.is_some();
    let dom = dom.unwrap_or(&none);
    for (at, name) in OWN.iter().enumerate() {
        sink.flag(name, there && dom.own == at);
    }
    for (name, is) in AROUND.iter().zip(dom.around).chain(INLINE.iter().zip(dom.inline)) {
        sink.flag(name, is);
    }
    for (at, (name, _)) in SPEAKS.iter().enumerate() {
        sink.flag(name, dom.speaks >> at & 1 == 1);
    }
    sink.range(LINKS, if there { dom.links } else { 0.0 });
    sink.flag("unlinked paragraph", there && dom.element() == "p" && dom.links < 0.5 && 12 <= dom.own);
}

const DISTANCE_BEFORE: &[(&str, f32)] = &[
    ("prose before 1", 1.0),
    ("prose before 2", 2.0),
    ("prose before 3-4", 4.0),
    ("prose before 5-8", 8.0),
    ("prose before 9-20", 20.0),
    ("prose before 21-", 1e6),
    ("prose before none", f32::MAX),
];
const DISTANCE_AFTER: &[(&str, f32)] = &[
    ("prose after 1", 1.0),
    ("prose after 2", 2.0),
    ("prose after 3-4", 4.0),
    ("prose after 5-8", 8.0),
    ("prose after 9-20", 20.0),
    ("prose after 21-", 1e6),
    ("prose after none", f32::MAX),
];
const MASS_BEFORE: &[(&str, f32)] = &[
    ("mass before 0", 0.0),
    ("mass before -2%", 0.02),
    ("mass before -20%", 0.2),
    ("mass before -80%", 0.8),
    ("mass before -98%", 0.98),
    ("mass before -100%", 0.9999),
    ("mass before all", f32::MAX),
];
const RUN: &[(&str, f32)] =
    &[("run 0", 0.0), ("run 1", 1.0), ("run 2-3", 3.0), ("run 4-7", 7.0), ("run 8-15", 15.0), ("run 16-", f32::MAX)];
const BODY: &[(&str, f32)] = &[
    ("body far before", -12.0),
    ("body before", -4.0),
    ("body just before", -1.0),
    ("body in", 0.0),
    ("body just after", 3.0),
    ("body after", 11.0),
    ("body far after", f32::MAX),
];
const TITLE: &[(&str, f32)] = &[
    ("title far before", -6.0),
    ("title before", -1.0),
    ("title is", 0.0),
    ("title just after", 4.0),
    ("title after", 12.0),
    ("title far after", 1e6),
    ("title none", f32::MAX),
];
const LINES: &[(&str, f32)] =
    &[("lines -3", 3.0), ("lines -12", 12.0), ("lines -40", 40.0), ("lines -150", 150.0), ("lines 151-", f32::MAX)];
const UNDER: &[(Role, [&str; 2])] = &[
    (Role::Related, ["under related", "long under related"]),
    (Role::Comments, ["under comments", "long under comments"]),
    (Role::Newsletter, ["under newsletter", "long under newsletter"]),
    (Role::Navigation, ["under navigation", "long under navigation"]),
    (Role::Share, ["under share", "long under share"]),
    (Role::Legal, ["under legal", "long under legal"]),
    (Role::Other, ["under other", "long under other"]),
    (Role::Consent, ["under consent", "long under consent"]),
];
const SHARES: &[&str] = &["share 0", "share 1", "share 2", "share 3", "share 4", "share 5", "share 6", "share 7"];

const STAMPS: &[(&str, f32)] = &[("stamps 0", 0.0), ("stamps 1", 1.0), ("stamps 2", 2.0), ("stamps 3-", f32::MAX)];
/// The greatest number of words of each length, and the names of the lengths inside and outside the body.
const LENGTH: [u32; 6] = [2, 5, 9, 15, 30, u32::MAX];
const LENGTHS: [(&str, &str); 6] =
    [("in -2", "out -2"), ("in -5", "out -5"), ("in -9", "out -9"), ("in -15", "out -15"), ("in -30", "out -30"), ("in 31-", "out 31-")];

/// What the block looks like and where it stands, together.
fn together(look: &Look, dom: Option<&Dom>, near: &Near, place: &PagePlace, sink: &mut impl Sink) {
    let inside = place.body == 0.0;
    let short = look.words < 9;
    for (at, (inner, outer)) in LENGTHS.iter().enumerate() {
        let fits = look.words <= LENGTH[at] && (at == 0 || LENGTH[at - 1] < look.words);
        sink.flag(inner, fits && inside);
        sink.flag(outer, fits && !inside);
    }
    let head = dom.is_some_and(|dom| dom.element().starts_with('h'));
    let item = dom.is_some_and(|dom| dom.element() == "li");
    let boxed = place.boxed == Some(true);
    sink.flag("body before title", inside && place.title < 0.0);
    sink.flag("body stop long", inside && look.full_stop && 12 <= look.words && look.hit.is_none());
    sink.flag("body dated", inside && look.dated);
    sink.flag("body colon", inside && look.colon);
    sink.flag("body list", inside && item);
    sink.flag("list away", !inside && item);
    sink.flag("body link", inside && dom.is_some_and(|dom| 0.9 < dom.links));
    sink.flag("body head", inside && head && near.prose_after <= 2.0);
    sink.flag("head away", !inside && head);
    sink.flag("body table", inside && dom.is_some_and(|dom| dom.is_in("table")));
    sink.flag("body run", inside && 3 <= place.run);
    sink.flag("box prose", boxed && look.is_prose());
    sink.flag("unbox prose", place.boxed == Some(false) && look.is_prose());
    sink.flag("box related", boxed && dom.is_some_and(|dom| dom.speaks_of("related") || dom.speaks_of("promo")));
    sink.flag("box in body", boxed && inside);
    sink.flag("box in short", boxed && short);
    sink.flag("close kin 0", 0.5 <= place.shares[0]);
    sink.flag("close kin 1", 0.5 <= place.shares[1]);
    sink.flag("close kin 2", 0.5 <= place.shares[2]);
}

/// How a block stands in its page. `first` is its own score, before the page was looked at.
pub fn page(look: &Look, dom: Option<&Dom>, first: f32, near: &Near, place: &PagePlace, sink: &mut impl Sink) {
    sink.put("bias", 1.0);
    sink.put("own score", first.clamp(-6.0, 6.0));
    for (name, value) in near.windows() {
        sink.put(name, value);
    }
    sink.range(DISTANCE_BEFORE, near.prose_before);
    sink.range(DISTANCE_AFTER, near.prose_after);
    sink.flag("prose around", near.prose_before <= 3.0 && near.prose_after <= 3.0);
    sink.flag("prose touches", near.prose_before <= 1.0 && near.prose_after <= 1.0);
    sink.range(MASS_BEFORE, place.mass_before);
    sink.range(RUN, place.run as f32);
    sink.range(BODY, place.body);
    sink.range(TITLE, place.title);
    sink.range(LINES, place.lines as f32);
    sink.put("height", place.height);
    sink.flag("again short", place.again && look.words < 10);
    sink.flag("again long", place.again && 10 <= look.words);
    sink.flag("titled", place.titled);
    let short = look.words < 9;
    for (role, [close, far]) in UNDER {
        let under = place.under.is_some_and(|(over, _)| over == *role);
        sink.flag(close, under && place.under.is_some_and(|(_, lines)| lines <= 6));
        sink.flag(far, under && place.under.is_some_and(|(_, lines)| 6 < lines));
    }
    sink.range(STAMPS, place.stamps as f32);
    sink.flag("stamps prose", 3 <= place.stamps && look.is_prose());
    together(look, dom, near, place, sink);
    sink.flag("body short", place.body == 0.0 && short);
    sink.flag("body short stop", place.body == 0.0 && short && look.full_stop);
    sink.flag("body phrase", place.body == 0.0 && look.hit.is_some());
    sink.flag("body prose", place.body == 0.0 && look.is_prose());
    sink.flag("outside prose", place.body != 0.0 && look.is_prose());
    sink.flag("head between", short && near.prose_after <= 1.0 && look.hit.is_none() && !look.full_stop);
    for (name, share) in SHARES.iter().zip(place.shares) {
        sink.put(name, share);
    }
    sink.put("kin", place.kin);
    sink.flag("kin many", 3.0 <= place.kin_lines);
    sink.put("kin mass", place.kin_mass);
    sink.flag("box in", place.boxed == Some(true));
    sink.flag("box out", place.boxed == Some(false));
}
