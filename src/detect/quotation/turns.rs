//! Speakers named beside the words: a signature after a quotation, a label before a turn.

use super::assemble::Material;
use super::claims::View;
use super::draft::{Draft, Source};
use super::lexicon::Flags;
use super::lines::{Item, Kind};
use super::phrase;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The rule of a turn in a transcript.
pub const TURN: &str = "quotation.direct.transcript";

/// *“…” — Ann Smith*, in the line of the quotation or the one after.
pub(super) fn signed(material: &Material<'_>, view: &View<'_>, number: usize, at: usize) -> Option<Draft> {
    let items = view.items;
    let limit = items.len().min(at + 12);
    let names = |item: &Item, next: Option<&Item>| {
        item.is(Flags::NAME) || item.is(Flags::DET.with(Flags::CAPITAL)) && next.is_some_and(|next| next.is(Flags::NAME))
    };
    let dash = (at + 1..limit).find(|&next| !matches!(items[next].kind, Kind::Mark('.' | ',')))?;
    if !matches!(items[dash].kind, Kind::Mark('—' | '–' | '-' | '~')) || !names(items.get(dash + 1)?, items.get(dash + 2)) {
        return None;
    }
    let line = material.lines.lines.get(number..)?.iter().take(2).find(|line| line.items.contains(&dash))?;
    let name = phrase::np_after(items, dash + 1, line.items.end)?;
    let ends = name.end >= line.items.end || !items[name.end].wordy();
    ends.then(|| draft(material, number, items[at].span, Source::Subject(name), "quotation.direct.signature"))
}

/// *“SMITH: …* : a transcript that stands in quotation marks.
pub(super) fn labelled(material: &Material<'_>, number: usize, quote: usize, span: Span) -> Option<Draft> {
    let inner = material.quotes[quote].inner;
    let label = label(inner.of(material.text))?;
    let name = Span::new(inner.from(), inner.from() + label);
    Some(draft(material, number, span, Source::Words(name), TURN))
}

/// The length of a speaker’s label at the start of `text`: up to five words in capitals, then a colon.
pub(super) fn label(text: &str) -> Option<usize> {
    let colon = text.char_indices().take(48).find(|&(_, sign)| sign == ':')?.0;
    let words = &text[..colon];
    let capitals = words.chars().all(|sign| sign.is_uppercase() || " .-’'".contains(sign));
    let letters = words.chars().filter(|sign| sign.is_alphabetic()).count();
    let spoken = text[colon + 1..].starts_with(' ') && text[colon + 1..].trim().chars().next().is_some_and(char::is_alphanumeric);
    (capitals && letters >= 2 && spoken && words.split(' ').count() <= 5).then_some(colon)
}

fn draft(material: &Material<'_>, number: usize, span: Span, source: Source, rule: &'static str) -> Draft {
    let block = material.lines.lines.get(number).map_or(0, |line| line.block);
    Draft {
        parts: vec![span],
        cue: None,
        source,
        rule,
        confidence: 0.9,
        block,
        line: number,
        quoted: true,
        direct: true,
        turn: false,
        open_ended: false,
    }
}

/// A title in quotation marks takes the speaker of the quotation in the text that has the same words.
pub(super) fn repeated(material: &Material<'_>, made: &mut [Draft]) {
    const MOST: usize = 8;
    let titles: Vec<usize> =
        (0..made.len()).filter(|&at| made[at].source == Source::Unknown || is_pull_quote(material, &made[at])).take(MOST).collect();
    for at in titles {
        let words = letters(material, &made[at]);
        let same = (0..made.len()).find(|&other| {
            other != at
                && (made[other].cue.is_some() || other < at)
                && made[other].source != Source::Unknown
                && made[other].quoted
                && letters(material, &made[other]).contains(&words)
        });
        if let (Some(same), true) = (same, words.len() >= 8) {
            made[at].source = Source::Like(same);
            made[at].rule = "quotation.direct.repeated";
            made[at].confidence = 0.8;
        }
    }
}

/// A quotation that is a whole block, without a cue.
fn is_pull_quote(material: &Material<'_>, draft: &Draft) -> bool {
    draft.cue.is_none() && draft.direct && material.all_quotes.get(draft.line).copied().unwrap_or(false)
}

/// The letters and digits of all parts, in lower case.
fn letters(material: &Material<'_>, draft: &Draft) -> String {
    let signs = draft.parts.iter().flat_map(|part| part.of(material.text).chars().take(2000));
    signs.filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many labelled blocks make a transcript.
const TURNS: usize = 3;
/// How many blocks a turn may go on for without a label.
const LONG: usize = 8;

/// In a transcript every labelled block is a turn, which goes on to the next; of what is reported inside a turn only quotations with a cue of
/// their own stay.
pub(super) fn transcript(material: &Material<'_>, made: Vec<Draft>) -> Vec<Draft> {
    let mut turns: Vec<Draft> = starts(material).into_iter().filter_map(|(number, label)| turn(material, number, label)).collect();
    if turns.len() < TURNS {
        return made;
    }
    let blocks = go_on(material, &mut turns);
    let in_turn = |draft: &Draft| blocks.get(&draft.block).copied();
    let dropped: Vec<bool> = made.iter().map(|draft| in_turn(draft).is_some() && !(draft.quoted && draft.cue.is_some())).collect();
    let owners: Vec<Option<usize>> = made.iter().zip(&dropped).filter(|(_, gone)| !**gone).map(|(draft, _)| in_turn(draft)).collect();
    let mut kept = renumber(made, &dropped);
    let first = kept.len();
    for (draft, turn) in kept.iter_mut().zip(owners) {
        if let Some(turn) = turn.filter(|_| is_first_person(material, draft)) {
            draft.source = Source::Like(first + turn);
        }
    }
    kept.into_iter().chain(turns).collect()
}

/// Whether *I* speaks: the one whose turn it is.
fn is_first_person(material: &Material<'_>, draft: &Draft) -> bool {
    match &draft.source {
        Source::Subject(subject) => subject.len() == 1 && matches!(material.lines.items[subject.start].listed, "i" | "ich"),
        _ => false,
    }
}

/// A block that opens with a label: its first line, how long the label is, and its last word in small letters.
struct Labelled {
    number: usize,
    length: usize,
    key: String,
}

/// The first lines of the blocks with a label, with its length, where they make a conversation.
fn starts(material: &Material<'_>) -> Vec<(usize, usize)> {
    let lines = &material.lines.lines;
    let first = |number: &usize| *number == 0 || lines[number - 1].block != lines[*number].block;
    let words = |number: usize| material.blocks.get(lines[number].block).map_or("", |span| span.of(material.text));
    let labelled = |find: fn(&str) -> Option<usize>| -> Vec<Labelled> {
        let found = (0..lines.len()).filter(first).filter_map(|number| Some((number, find(words(number))?)));
        found.filter_map(|(number, length)| Some(Labelled { number, length, key: key(&words(number)[..length])? })).collect()
    };
    let found = [labelled(label), labelled(any_label)].into_iter().find(|found| are_turns(found, &words));
    found.unwrap_or_default().into_iter().map(|one| (one.number, one.length)).collect()
}

/// The last word of a label, in small letters; none where no person or paper is called so.
fn key(label: &str) -> Option<String> {
    const NOBODY: &[&str] = &[
        "note",
        "tip",
        "tips",
        "update",
        "updated",
        "example",
        "pros",
        "cons",
        "verdict",
        "price",
        "rating",
        "where",
        "when",
        "what",
        "who",
        "why",
        "how",
        "date",
        "time",
        "image",
        "photo",
        "picture",
        "source",
        "correction",
        "related",
        "more",
        "also",
        "cost",
        "details",
        "location",
        "address",
        "phone",
        "email",
        "website",
        "tickets",
        "ingredients",
        "method",
        "serves",
        "warning",
        "video",
        "watch",
        "listen",
        "read",
        "score",
        "venue",
        "kick-off",
        "odds",
        "prediction",
        "best",
        "worst",
        "breaking",
        "summary",
    ];
    let last = label.rsplit(' ').next()?.to_lowercase();
    (!NOBODY.contains(&last.as_str())).then_some(last)
}

/// Whether labelled blocks are the turns of a conversation: enough of them, labels that come again, and sentences such as people say.
fn are_turns<'a>(found: &[Labelled], words: &impl Fn(usize) -> &'a str) -> bool {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for one in found {
        *uses.entry(&one.key).or_default() += 1;
    }
    let again = uses.values().filter(|uses| **uses > 1).count();
    let dense = || found.len() > 2 && found[found.len() - 1].number - found[0].number < 12 * found.len();
    let said = |one: &&Labelled| words(one.number).ends_with(['.', '?', '!', '…', '"', '”', '’', ')', ']', '—', '–', '-']);
    let sentences = 3 * found.iter().filter(said).count() >= 2 * found.len();
    let spoken = found.iter().any(|one| words(one.number).contains('?') || words(one.number).split(' ').any(is_personal));
    found.len() >= TURNS && (again > 1 || again == 1 && uses.len() == 2) && dense() && sentences && spoken
}

/// Whether a word belongs to talk between two.
fn is_personal(word: &str) -> bool {
    matches!(
        word.trim_end_matches([',', '.']),
        "I" | "I’m" | "I'm" | "we" | "We" | "you" | "You" | "my" | "My" | "me" | "ich" | "wir" | "Wir" | "Ich" | "Sie"
    )
}

/// The length of a label in capitals or of a small one.
fn any_label(text: &str) -> Option<usize> {
    label(text).or_else(|| small_label(text))
}

/// The length of a label such as *Ann Smith:*, *Q.* or *A:*.
fn small_label(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(['Q', 'A']).filter(|rest| rest.starts_with([':', '.'])) {
        return rest[1..].starts_with(' ').then_some(1);
    }
    let colon = text.char_indices().take(40).find(|&(_, sign)| sign == ':')?.0;
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|sign| sign.is_alphabetic() || ".-’'".contains(sign));
    let spoken = text[colon + 1..].starts_with(' ') && text[..colon].split(' ').count() <= 4;
    (spoken && text[..colon].split(' ').all(capital)).then_some(colon)
}

/// The blocks without a label between two turns belong to the first of them, as far as they are read; says for each block whose turn it is.
fn go_on(material: &Material<'_>, turns: &mut [Draft]) -> BTreeMap<usize, usize> {
    let read: BTreeSet<usize> = material.lines.lines.iter().map(|line| line.block).collect();
    let mut blocks = BTreeMap::new();
    for at in 0..turns.len() {
        let block = turns[at].block;
        blocks.insert(block, at);
        let Some(next) = turns.get(at + 1).map(|next| next.block) else { continue };
        let rest: Vec<usize> = read.range(block + 1..next).copied().filter(|block| !is_titled(material, *block)).collect();
        if rest.len() <= LONG {
            blocks.extend(rest.iter().map(|block| (*block, at)));
            turns[at].parts.extend(rest.iter().filter_map(|block| material.blocks.get(*block)).map(|span| span.trimmed(material.text)));
        }
    }
    blocks
}

/// Whether a block is a headline, a subhead or the like.
fn is_titled(material: &Material<'_>, block: usize) -> bool {
    material.marks_only.get(block).copied().unwrap_or(false)
}

/// Without the drafts that are dropped; references to the others are kept right.
fn renumber(made: Vec<Draft>, dropped: &[bool]) -> Vec<Draft> {
    let mut numbers = Vec::with_capacity(made.len());
    let mut next = 0;
    for &gone in dropped {
        numbers.push(next);
        next += usize::from(!gone);
    }
    let kept = made.into_iter().zip(dropped).filter(|(_, gone)| !**gone).map(|(draft, _)| draft);
    kept.map(|mut draft| {
        if let Source::Like(other) = draft.source {
            draft.source = if dropped.get(other).copied().unwrap_or(true) { Source::Unknown } else { Source::Like(numbers[other]) };
        }
        draft
    })
    .collect()
}

/// The turn that begins with line `number`, which opens a block with a label of `label` bytes.
fn turn(material: &Material<'_>, number: usize, label: usize) -> Option<Draft> {
    let span = *material.blocks.get(material.lines.lines.get(number)?.block)?;
    let words = Span::new(span.from() + label + 1, span.to()).trimmed(material.text);
    let name = Span::new(span.from(), span.from() + label);
    let mut turn = draft(material, number, words, Source::Words(name), TURN);
    turn.turn = true;
    (!words.is_empty()).then_some(turn)
}
