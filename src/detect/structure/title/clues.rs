//! What speaks for and against a line being the headline.

use crate::annotation::Role;
use crate::detect::structure::page::Item;
use crate::detect::structure::phrases::Place;
use crate::detect::structure::roles::lines;
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Words of the running text that a headline is compared with.
const COMPARED: usize = 1500;
/// How often a word stands in the running text that is about it.
const TOPIC: u32 = 3;
/// Share of the longest stretch of prose that makes an earlier one the running text.
const STRETCH: f64 = 0.3;
/// What a line that is no prose costs a stretch of prose.
const BREAK: f64 = 3.0;
/// How far after a headline a byline or a time is looked for, in blocks.
const SIGNED: usize = 6;
/// Blocks of an article copied without its page that stand before the running text: headline, deck, byline, date.
const STORY_BEGINS: usize = 4;
/// Words and bytes of the longest headline.
const LONGEST: (u32, usize) = (40, 320);
/// Blocks before and after the start of the running text in which the headline is looked for.
const REACH: (usize, usize) = (400, 12);

/// A clue's name, and how much of it there is.
pub type Clue = (&'static str, f32);

/// What the lines of one page are compared with.
#[derive(Debug)]
pub struct Clues<'a> {
    items: &'a [Item<'a>],
    /// Where the running text starts.
    first: usize,
    /// The longer words of the running text, with their counts.
    about: BTreeMap<String, u32>,
    /// How often each shorter line stands on the page, also as a piece of a line with signs between.
    counts: BTreeMap<String, u32>,
    declared: Option<(String, BTreeSet<String>)>,
    /// For each block, whether it is a byline or a time.
    signs: Vec<bool>,
    /// For each block, how many before it could be headlines.
    rivals: Vec<u32>,
    only_h1: bool,
    parted: bool,
}

impl<'a> Clues<'a> {
    /// Looks at a page; `None` when it has no block. `declared` is the headline that the page declares.
    #[must_use]
    pub fn of(items: &'a [Item<'a>], declared: Option<&str>) -> Option<Self> {
        let first = first_text(items)?;
        let mut rivals = vec![0];
        for item in items {
            rivals.push(rivals.last().copied().unwrap_or(0) + u32::from(is_rival(item)));
        }
        let declared = declared.map(fold);
        Some(Self {
            items,
            first,
            about: about(&items[first..]),
            counts: counts(items),
            declared: declared.map(|name| (name.clone(), long_words(&name).map(str::to_owned).collect())),
            signs: items.iter().map(is_sign).collect(),
            rivals,
            only_h1: items.iter().filter(|item| element(item) == "h1").count() == 1,
            parted: items.iter().any(|item| 0 < item.blank_before),
        })
    }

    /// The blocks that can be the headline.
    pub fn candidates(&self) -> impl Iterator<Item = usize> + '_ {
        let (from, to) = (self.first.saturating_sub(REACH.0), (self.first + REACH.1).min(self.items.len()));
        (from..to).filter(|&at| {
            let item = &self.items[at];
            (1..=LONGEST.0).contains(&item.look.words) && item.text.len() <= LONGEST.1 && !item.look.dated
        })
    }

    /// What speaks for and against block `at`.
    #[must_use]
    pub fn clues(&self, at: usize) -> Vec<Clue> {
        let item = &self.items[at];
        let name = fold(item.text);
        let mut clues = vec![(length(item.look.words), 1.0)];
        self.content(&name, &mut clues);
        form(item, &mut clues);
        self.place(at, &mut clues);
        self.neighbours(at, &mut clues);
        self.markup(item, &mut clues);
        self.declaration(&name, &mut clues);
        clues
    }

    fn content(&self, name: &str, clues: &mut Vec<Clue>) {
        let counts: Vec<u32> = long_words(name).map(|word| self.about.get(word).copied().unwrap_or(0)).collect();
        if counts.is_empty() {
            clues.push(("no long word", 1.0));
            return;
        }
        let all = counts.len() as f32;
        let share = |least: u32| counts.iter().filter(|count| least <= **count).count() as f32 / all;
        clues.extend([("about", share(1)), ("topic", share(TOPIC)), ("words about", (share(1) * all).min(6.0) / 6.0)]);
        clues.push(("again", if self.counts.get(name).is_some_and(|count| 1 < *count) { 1.0 } else { 0.0 }));
    }

    fn place(&self, at: usize, clues: &mut Vec<Clue>) {
        let far = |blocks: usize| libm::logf(1.0 + blocks as f32);
        let before = self.rivals[at];
        let after = self.rivals[self.first.max(at)].saturating_sub(self.rivals[(at + 1).min(self.first.max(at))]);
        if at < self.first {
            clues.extend([("blocks to text", far(self.first - at)), ("right before text", if self.first - at <= 3 { 1.0 } else { 0.0 })]);
        } else {
            clues.extend([("in text", 1.0), ("blocks into text", far(at - self.first))]);
        }
        clues.extend([("rivals before", far(before as usize)), ("rivals after", far(after as usize))]);
        clues.push(("first rival", if before == 0 && is_rival(&self.items[at]) { 1.0 } else { 0.0 }));
        clues.push(("last rival", if after == 0 && at < self.first { 1.0 } else { 0.0 }));
        clues.push(("opens", if at == 0 { 1.0 } else { 0.0 }));
        clues.push(("opens a story", if at == 0 && self.first <= STORY_BEGINS { 1.0 } else { 0.0 }));
    }

    fn neighbours(&self, at: usize, clues: &mut Vec<Clue>) {
        let sign = self.signs[at + 1..].iter().take(SIGNED).position(|sign| *sign);
        clues.extend(sign.map(|away| (["signed 1", "signed 2", "signed 3", "signed 4-", "signed 4-", "signed 4-"][away], 1.0)));
        clues.push(("signed before", if self.signs[at.saturating_sub(3)..at].contains(&true) { 1.0 } else { 0.0 }));
        let named = |which: Option<&Item<'_>>, names: [&'static str; 4]| {
            which.map(|item| {
                let look = &item.look;
                (
                    match () {
                        () if look.is_prose() => names[0],
                        () if look.words <= 3 => names[1],
                        () if look.words <= 8 => names[2],
                        () => names[3],
                    },
                    1.0,
                )
            })
        };
        let before = at.checked_sub(1).map(|before| &self.items[before]);
        clues.extend(named(before, ["prose before", "tiny before", "short before", "line before"]));
        clues.extend(named(self.items.get(at + 1), ["prose after", "tiny after", "short after", "line after"]));
        if self.parted {
            clues.push(("blank before", if 0 < self.items[at].blank_before { 1.0 } else { 0.0 }));
            clues.push(("blank after", if self.items.get(at + 1).is_some_and(|next| 0 < next.blank_before) { 1.0 } else { 0.0 }));
        }
    }

    fn markup(&self, item: &Item<'_>, clues: &mut Vec<Clue>) {
        let Some(dom) = &item.dom else { return };
        let is = |it: bool| if it { 1.0 } else { 0.0 };
        let own = match dom.element() {
            "h1" => "h1",
            "h2" => "h2",
            "h3" | "h4" | "h5" | "h6" => "h3-6",
            "li" => "li",
            "p" => "p",
            "td" | "th" => "td",
            "" => "no element",
            _ => "other element",
        };
        clues.extend([(own, 1.0), ("only h1", is(own == "h1" && self.only_h1)), ("linked", is(0.9 < dom.links))]);
        for (around, name) in [
            ("nav", "in nav"),
            ("header", "in header"),
            ("footer", "in footer"),
            ("aside", "in aside"),
            ("article", "in article"),
            ("main", "in main"),
        ] {
            clues.push((name, is(dom.is_in(around))));
        }
        for (what, name) in
            [("title", "says title"), ("related", "says related"), ("nav", "says nav"), ("promo", "says promo"), ("body", "says body")]
        {
            clues.push((name, is(dom.speaks_of(what))));
        }
    }

    fn declaration(&self, name: &str, clues: &mut Vec<Clue>) {
        let Some((declared, words)) = &self.declared else { return };
        let is = |it: bool| if it { 1.0 } else { 0.0 };
        let own: BTreeSet<&str> = long_words(name).collect();
        let shared = own.iter().filter(|word| words.contains(**word)).count() as f32;
        let likeness = if own.is_empty() || words.is_empty() { 0.0 } else { 2.0 * shared / (own.len() + words.len()) as f32 };
        clues.extend([
            ("declared", is(declared == name)),
            ("declared with more", is(declared != name && 12 < name.len() && declared.contains(name))),
            ("more than declared", is(declared != name && 12 < declared.len() && name.contains(declared.as_str()))),
            ("like declared", likeness),
        ]);
    }
}

fn element(item: &Item<'_>) -> &'static str {
    item.dom.as_ref().map_or("", |dom| dom.element())
}

fn length(words: u32) -> &'static str {
    match words {
        0 | 1 => "1 word",
        2 => "2 words",
        3 => "3 words",
        4 => "4 words",
        5..=7 => "5-7 words",
        8..=11 => "8-11 words",
        12..=16 => "12-16 words",
        17..=25 => "17-25 words",
        _ => "26- words",
    }
}

fn form(item: &Item<'_>, clues: &mut Vec<Clue>) {
    let look = &item.look;
    let is = |it: bool| if it { 1.0 } else { 0.0 };
    clues.extend([
        ("full stop", is(look.full_stop && !look.question && !look.ellipsis)),
        ("question", is(look.question)),
        ("ellipsis", is(look.ellipsis)),
        ("colon", is(look.colon)),
        ("small", is(look.small)),
        ("bullet", is(look.bullet)),
        ("quoted", is(look.quoted)),
        ("address", is(look.address)),
        ("parts", is(item.text.contains(['|', '›', '»', '·', '•', '\t', '>', '→']) || item.text.contains(" / "))),
        ("numbered", is(lines::is_numbered(item.text))),
        ("figures first", is(item.text.starts_with(|c: char| c.is_ascii_digit()))),
        ("capitals", if 3 < look.words { look.share(look.capitals) } else { 0.0 }),
        ("shouted", is(2 < look.words && look.share(look.shouts) > 0.8)),
        ("byline", is(lines::is_byline(item.text))),
    ]);
    if let Some(hit) = look.hit {
        clues.push(match hit.place {
            _ if matches!(hit.role, Role::Byline | Role::Credit | Role::Timestamp) => ("phrase of head", 1.0),
            Place::Whole => ("phrase whole", 1.0),
            Place::Start => ("phrase at start", 1.0),
            Place::Inside => ("phrase inside", 1.0),
        });
    }
}

/// Whether a line could be a headline, by its form alone.
fn is_rival(item: &Item<'_>) -> bool {
    let look = &item.look;
    (4..=30).contains(&look.words)
        && (!look.full_stop || look.question)
        && !look.bullet
        && !look.dated
        && look.hit.is_none_or(|hit| hit.place == Place::Inside)
}

fn is_sign(item: &Item<'_>) -> bool {
    item.look.dated && 3 <= item.look.words || lines::is_byline(item.text)
}

/// The start of the running text: the first stretch of prose that is not much shorter than the longest.
fn first_text(items: &[Item<'_>]) -> Option<usize> {
    let mut stretches: Vec<(usize, f64)> = Vec::new();
    let (mut from, mut sum, mut best) = (0, 0.0_f64, 0.0_f64);
    for (at, item) in items.iter().enumerate() {
        if sum <= 0.0 {
            stretches.push((from, best));
            (from, sum, best) = (at, 0.0, 0.0);
        }
        sum += if item.look.is_prose() { f64::from(item.look.letters).sqrt() } else { -BREAK };
        best = best.max(sum);
    }
    stretches.push((from, best));
    let longest = stretches.iter().map(|(_, best)| *best).fold(0.0, f64::max);
    stretches.into_iter().find(|(_, best)| longest * STRETCH <= *best).map(|(from, _)| from).filter(|from| *from < items.len())
}

/// The longer words of the running text, folded, with their counts.
fn about(items: &[Item<'_>]) -> BTreeMap<String, u32> {
    let mut about = BTreeMap::new();
    let prose = items.iter().filter(|item| item.look.is_prose());
    for word in prose.flat_map(|item| item.text.split_whitespace()).take(COMPARED) {
        for word in long_words(&fold(word)) {
            *about.entry(word.to_owned()).or_default() += 1;
        }
    }
    about
}

fn long_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| 4 <= word.chars().count() || (2 <= word.len() && !word.is_ascii()))
}

/// How often each shorter line stands on the page, by itself or as the last or first piece of a line with signs between.
fn counts(items: &[Item<'_>]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for item in items.iter().filter(|item| 3 <= item.look.words && item.look.words <= 2 * LONGEST.0) {
        let joints = ['/', '|', '›', '»', '>'];
        let last = item.text.rsplit_once(joints).map(|(_, last)| last);
        let first = item.text.split_once(joints).map(|(first, _)| first);
        for piece in [Some(item.text), last, first].into_iter().flatten().filter(|piece| piece.len() <= LONGEST.1) {
            *counts.entry(fold(piece)).or_default() += 1;
        }
    }
    counts
}
