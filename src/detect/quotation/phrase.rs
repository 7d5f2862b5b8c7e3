//! Noun phrases beside a verb, found by small words and capitals alone: who speaks stands in one of them.

use super::lexicon::Flags;
use super::lines::{Item, Kind};
use std::ops::Range;

/// The most items that are looked at in one direction; keeps the cost in proportion for endless sentences.
const REACH: usize = 60;
/// The most items in one noun phrase.
const LONGEST: usize = 30;

/// The subject that ends before the verb at `verb`; nothing before `floor` is looked at.
pub(super) fn before_verb(items: &[Item], floor: usize, verb: usize) -> Option<Range<usize>> {
    let floor = floor.max(verb.saturating_sub(REACH));
    let right = skip_adverbials(items, floor, verb);
    let last = right.checked_sub(1).filter(|&last| last >= floor)?;
    match items[last].kind {
        Kind::Mark(',' | '–' | '—' | '-') => apposed(items, floor, last),
        _ => np_before(items, floor, right),
    }
}

/// The noun phrase that ends at `right`.
pub(super) fn np_before(items: &[Item], floor: usize, right: usize) -> Option<Range<usize>> {
    let mut start = right;
    while start > floor && right - start < LONGEST && takes(items, floor, start - 1, right) {
        start -= 1;
        if items[start].is(Flags::PRON) && !items[start].is(Flags::DET) || is_left_edge(items, floor, start) {
            break;
        }
    }
    let start = with_both(items, floor, skip_leading(items, start, right));
    let infinitive =
        start > floor && start + 1 < right && items[start - 1].listed == "to" && !items[start].is(Flags::DET.with(Flags::NAME));
    let start = if infinitive { start + 1 } else { start };
    (start < right && can_speak(&items[start..right])).then_some(start..right)
}

/// German *sagte die Ministerin der Zeitung*: who is told, not whose minister it is.
fn is_paper(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.is(Flags::WORK) || matches!(item.listed, "agentur" | "presse" | "nachrichtenagentur"))
}

/// Where *both the company and the union* begins, given its second half.
fn with_both(items: &[Item], floor: usize, start: usize) -> usize {
    if start <= floor + 1 || items[start - 1].listed != "and" {
        return start;
    }
    let from = floor.max(start.saturating_sub(6));
    (from..start - 1).rev().find(|&at| items[at].listed == "both").unwrap_or(start)
}

/// A determiner opens the phrase, unless a preposition ties it to a noun before, or it is a German genitive.
fn is_left_edge(items: &[Item], floor: usize, at: usize) -> bool {
    items[at].is(Flags::DET) && !(at > floor && (items[at - 1].is(Flags::PREP.with(Flags::DET)) || is_genitive(items, at)))
}

/// German *ein Sprecher der Feuerwehr*: an article in the genitive right after a noun.
pub(super) fn is_genitive(items: &[Item], at: usize) -> bool {
    let noun = |item: &Item| item.is(Flags::PERSON.with(Flags::GROUP).with(Flags::TITLE)) && item.is(Flags::CAPITAL);
    matches!(items[at].listed, "der" | "des" | "einer" | "eines" | "dieser" | "dieses") && at > 0 && noun(&items[at - 1])
}

/// Whether the item at `at` can belong to the phrase that goes on to its right, up to `right`.
fn takes(items: &[Item], floor: usize, at: usize, right: usize) -> bool {
    let item = &items[at];
    let last = at + 1 == right;
    let left = (at > floor).then(|| &items[at - 1]);
    match item.kind {
        Kind::Number => true,
        Kind::Quote(_) => item.is(Flags::NAME),
        Kind::Mark('-') => !last && items[at + 1].span.start == item.span.end && left.is_some_and(|left| left.span.end == item.span.start),
        Kind::Mark(sign) => "&$%€£/)(’'.#@".contains(sign) && !(sign == '.' && last),
        Kind::Word if item.is(Flags::NAME.with(Flags::POSSESSIVE)) => true,
        Kind::Word if item.is(Flags::CONJ) => !last && joins_names(items, floor, at),
        Kind::Word if item.is(Flags::PRON) && last => true,
        Kind::Word if item.is(Flags::DET) => !item.is(Flags::REL) || last || is_genitive(items, at),
        Kind::Word if item.is(Flags::SUB.with(Flags::REL).with(Flags::AUX)) => false,
        Kind::Word if item.is(Flags::PREP) => {
            !last
                && !matches!(item.listed, "by" | "after" | "before" | "since" | "until")
                && left.is_some_and(|left| left.wordy() && !left.is(Flags::CUE.with(Flags::AUX).with(Flags::ADV)) || left.mark(')'))
        }
        Kind::Word if item.is(Flags::OBJECT) => false,
        Kind::Word if item.is(Flags::TIME) => !last && !items[at + 1].is(Flags::NAME),
        Kind::Word if item.is(Flags::ADV) => left.is_some_and(|left| left.is(Flags::DET)),
        Kind::Word if item.is(Flags::SPEECH) && !item.is(Flags::NOUNISH) => false,
        Kind::Word => true,
    }
}

/// Whether the conjunction at `at` joins two names: *Trump and Pence*.
fn joins_names(items: &[Item], floor: usize, at: usize) -> bool {
    let name = |item: &Item| item.is(Flags::NAME);
    at > floor && name(&items[at - 1]) && items.get(at + 1).is_some_and(|next| name(next) || next.is(Flags::DET))
}

/// Past conjunctions, adverbs and marks at the start of a phrase.
fn skip_leading(items: &[Item], start: usize, right: usize) -> usize {
    let idle = |item: &Item| {
        item.is(Flags::CONJ.with(Flags::POSSESSIVE))
            || item.is(Flags::ADV) && !item.is(Flags::PERSON.with(Flags::NAME))
            || matches!(item.kind, Kind::Mark(sign) if !"$€£#@".contains(sign))
    };
    (start..right).find(|&at| !idle(&items[at])).unwrap_or(right)
}

/// Whether a phrase has a word that can speak: not only determiners, numbers and prepositions.
fn can_speak(phrase: &[Item]) -> bool {
    phrase
        .iter()
        .any(|item| item.kind == Kind::Word && (!item.is(Flags::PREP.with(Flags::DET)) || item.is(Flags::PERSON.with(Flags::PRON))))
        || phrase.len() == 1 && phrase[0].is(Flags::DET.with(Flags::PRON))
}

/// Back over what may stand between subject and verb: *also*, *has*, *on Tuesday*, *(R-Ohio)*, *in a statement*.
fn skip_adverbials(items: &[Item], floor: usize, verb: usize) -> usize {
    let mut right = verb;
    while right > floor + 1 {
        let last = &items[right - 1];
        right = match last.kind {
            Kind::Mark(')') => match opening_bracket(items, floor, right - 1) {
                Some(open) if open > floor => open,
                _ => return right,
            },
            Kind::Word if last.is(Flags::ADV.with(Flags::AUX)) && !last.is(Flags::NAME) => right - 1,
            Kind::Word if last.is(Flags::TIME) => before_time(items, floor, right - 1),
            Kind::Number if items[right - 2].is(Flags::TIME.with(Flags::PREP)) => before_time(items, floor, right - 1),
            Kind::Word if last.is(Flags::NOUN) => match before_circumstance(items, floor, right - 1) {
                Some(start) => start,
                None => return right,
            },
            _ => return right,
        };
    }
    right
}

fn opening_bracket(items: &[Item], floor: usize, close: usize) -> Option<usize> {
    (floor.max(close.saturating_sub(12))..close).rev().find(|&at| items[at].mark('('))
}

/// Where *on Tuesday* or *earlier this month* begins, given its last item.
fn before_time(items: &[Item], floor: usize, last: usize) -> usize {
    let mut start = last;
    while start > floor + 1 && (items[start - 1].is(Flags::TIME) || items[start - 1].is(Flags::DET) && !items[start - 1].is(Flags::NAME)) {
        start -= 1;
    }
    if start > floor + 1 && items[start - 1].is(Flags::PREP) { start - 1 } else { start }
}

/// Where *in a statement* begins, given its noun.
fn before_circumstance(items: &[Item], floor: usize, noun: usize) -> Option<usize> {
    (floor + 1..noun).rev().take(4).take_while(|&at| items[at].kind == Kind::Word).find(|&at| items[at].is(Flags::PREP))
}

/// What a stretch between commas is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Phrase,
    Circumstance,
    Clause,
}

/// The subject of a verb that a comma or dash at `comma` separates from it: *Smith, the mayor, said*.
fn apposed(items: &[Item], floor: usize, comma: usize) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut end = comma;
    for _ in 0..7 {
        let start = piece_start(items, floor, end);
        let piece = skip_leading(items, start, end)..end;
        let aside = start < end && matches!(items[start].listed, "never" | "not" | "always" | "once" | "still" | "no");
        match if aside { Piece::Circumstance } else { kind_of_piece(items, &piece) } {
            Piece::Phrase if best.is_none() || better(items, &piece, best.as_ref()) => best = Some(piece),
            Piece::Clause if !is_aside(items, start) => {
                best = best.or_else(|| tail(items, start, end));
                break;
            }
            _ => {}
        }
        match start.checked_sub(1).filter(|&mark| mark > floor && separates(&items[mark])) {
            Some(mark) => end = mark,
            None => break,
        }
    }
    best.and_then(|piece| np_before(items, piece.start, head_end(items, piece)))
}

fn separates(item: &Item) -> bool {
    matches!(item.kind, Kind::Mark(',' | '–' | '—' | '-'))
}

fn piece_start(items: &[Item], floor: usize, end: usize) -> usize {
    (floor..end)
        .rev()
        .find(|&at| matches!(items[at].kind, Kind::Mark(',' | '–' | '—' | ';' | ':')) || items[at].speech())
        .map_or(floor, |at| at + 1)
}

fn kind_of_piece(items: &[Item], piece: &Range<usize>) -> Piece {
    let words = &items[piece.clone()];
    let Some(first) = words.first() else { return Piece::Circumstance };
    let named = words.iter().any(|item| item.is(Flags::NAME) && !item.is(Flags::TIME));
    if first.is(Flags::REL.with(Flags::SUB)) && !first.is(Flags::NAME) {
        return Piece::Clause;
    }
    let named_first = first.is(Flags::NAME.with(Flags::DET).with(Flags::PRON).with(Flags::PERSON).with(Flags::GROUP));
    let participle = !named_first && words.get(1).is_some_and(|next| next.is(Flags::PREP) && next.listed != "of");
    if participle || first.is(Flags::PREP) || first.is(Flags::ING) && !first.is(Flags::NAME) || first.kind == Kind::Number {
        return Piece::Circumstance;
    }
    if words
        .iter()
        .any(|item| item.is(Flags::AUX) || item.is(Flags::SAY.with(Flags::TELL)) && !item.is(Flags::NOUNISH.with(Flags::CAPITAL)))
    {
        return Piece::Clause;
    }
    if !named && words.iter().any(|item| item.is(Flags::TIME)) { Piece::Circumstance } else { Piece::Phrase }
}

/// A relative clause between commas is passed over; any other clause ends the search.
fn is_aside(items: &[Item], start: usize) -> bool {
    items[start].is(Flags::REL.with(Flags::SUB)) && start > 0 || items.get(start + 1).is_some_and(|next| next.is(Flags::REL))
}

/// Of two pieces the left one is the subject, unless only the right one has a name of its own.
fn better(items: &[Item], piece: &Range<usize>, best: Option<&Range<usize>>) -> bool {
    let named = |piece: &Range<usize>| items[piece.clone()].iter().any(|item| item.is(Flags::NAME.with(Flags::PRON)));
    let leading = |piece: &Range<usize>| items[piece.start].is(Flags::NAME);
    let after_place =
        piece.start > 0 && items[..piece.start].last().is_some_and(|item| item.mark(',')) && best.is_some_and(&leading) && piece.len() == 1;
    let description = items[piece.start].is(Flags::DET) || !items[piece.start].is(Flags::CAPITAL);
    let pure_name = best.is_some_and(|best| best.len() <= 4 && items[best.clone()].iter().all(|item| item.is(Flags::NAME)));
    if description && pure_name {
        return false;
    }
    named(piece) && !after_place || best.is_some_and(|best| !named(best))
}

/// The name at the end of a clause before the comma: *and his lawyer, Ann Smith, said* has none, *he met Smith, who said* has.
fn tail(items: &[Item], start: usize, end: usize) -> Option<Range<usize>> {
    let from = (start..end).rev().find(|&at| items[at].is(Flags::CONJ)).map(|at| at + 1)?;
    (from < end && kind_of_piece(items, &(from..end)) == Piece::Phrase).then_some(from..end)
}

/// Where the phrase ends before a relative clause or bracket.
fn head_end(items: &[Item], piece: Range<usize>) -> usize {
    (piece.start + 1..piece.end)
        .find(|&at| items[at].is(Flags::REL) && !items[at].is(Flags::DET) || items[at].mark('('))
        .unwrap_or(piece.end)
}

/// The noun phrase that starts at `left`, for *said Smith, the mayor* and *according to a spokesman for the group*.
pub(super) fn np_after(items: &[Item], left: usize, ceiling: usize) -> Option<Range<usize>> {
    let ceiling = ceiling.min(left + LONGEST);
    let start = (left..ceiling).find(|&at| !items[at].is(Flags::ADV) || items[at].is(Flags::NAME.with(Flags::DET)))?;
    let first = &items[start];
    if !first.wordy() && !first.mark('$') && !first.mark('@')
        || first.is(Flags::PREP.with(Flags::CONJ)) && !first.is(Flags::NAME)
        || first.is(Flags::AUX) && !first.is(Flags::NAME)
    {
        return None;
    }
    if first.is(Flags::PRON) && !first.is(Flags::DET) {
        return Some(start..start + 1);
    }
    if first.is(Flags::REL.with(Flags::SUB)) && !first.is(Flags::DET) {
        return None;
    }
    let mut end = start + 1;
    while end < ceiling && goes_on(items, start, end) {
        end += 1;
    }
    let idle =
        |item: &Item| item.is(Flags::PREP.with(Flags::CONJ).with(Flags::TIME)) || matches!(item.kind, Kind::Mark(sign) if sign != ')');
    while end > start && idle(&items[end - 1]) {
        end -= 1;
    }
    (end > start && can_speak(&items[start..end])).then_some(start..end)
}

/// Whether the phrase from `start` takes the item at `at` too.
fn goes_on(items: &[Item], start: usize, at: usize) -> bool {
    let item = &items[at];
    let named = items[at - 1].is(Flags::NAME);
    match item.kind {
        Kind::Number => true,
        Kind::Quote(_) => item.is(Flags::NAME),
        Kind::Mark(sign) => {
            "&$%€£/’'.".contains(sign) && items.get(at + 1).is_some_and(Item::wordy) && !(sign == '.' && at + 1 == items.len())
        }
        Kind::Word if item.is(Flags::NAME.with(Flags::POSSESSIVE)) => !item.is(Flags::TIME) || !named,
        Kind::Word if item.is(Flags::TIME) => false,
        Kind::Word if item.is(Flags::CONJ) => joins_names(items, start, at),
        Kind::Word if matches!(item.listed, "after" | "before" | "during" | "following" | "outside" | "since" | "until" | "amid") => false,
        Kind::Word if item.is(Flags::PREP) => {
            !named || items.get(at + 1).is_some_and(|next| next.is(Flags::NAME)) && !items[start].is(Flags::NAME)
        }
        Kind::Word
            if item.is(Flags::AUX.with(Flags::SUB).with(Flags::REL).with(Flags::PRON).with(Flags::OBJECT)) && !item.is(Flags::DET) =>
        {
            false
        }
        Kind::Word if item.is(Flags::ADV) => false,
        Kind::Word if item.is(Flags::SPEECH) && !item.is(Flags::NOUNISH) => false,
        Kind::Word if item.is(Flags::DET) => {
            items[at - 1].is(Flags::PREP.with(Flags::CONJ).with(Flags::DET)) || is_genitive(items, at) && !is_paper(items, at + 1)
        }
        Kind::Word => !named || items[start].is(Flags::DET),
    }
}

/// The subject of a sentence without a cue: the first noun phrase after what leads in.
pub(super) fn first_subject(items: &[Item], line: Range<usize>) -> Option<Range<usize>> {
    let mut at = line.start;
    for _ in 0..4 {
        let first = items.get(at).filter(|_| at < line.end)?;
        let leads = Flags::PREP.with(Flags::SUB).with(Flags::ING).with(Flags::ADV).with(Flags::CONJ);
        let opener = first.is(leads) && !first.is(Flags::NAME) || first.is(Flags::TIME) || opens_with_time(items, at, line.end);
        if !opener {
            break;
        }
        if first.is(Flags::CONJ.with(Flags::ADV)) && !opens_with_time(items, at, line.end) && items.get(at + 1).is_some_and(Item::wordy) {
            at += 1;
        } else {
            at = (at..line.end.min(at + REACH)).find(|&at| items[at].mark(','))? + 1;
        }
    }
    subject_at(items, at, line.end)
}

/// Whether a stretch of time leads in: *a few days later,*.
fn opens_with_time(items: &[Item], at: usize, end: usize) -> bool {
    let comma = (at..end.min(at + 8)).find(|&at| items[at].mark(','));
    comma.is_some_and(|comma| {
        let lead = &items[at..comma];
        lead.iter().any(|item| item.is(Flags::TIME))
            && !lead.iter().any(|item| item.is(Flags::NAME) && !item.is(Flags::TIME) || item.is(Flags::PRON))
    })
}

/// The noun phrase at `at`, cut short where a verb may begin.
fn subject_at(items: &[Item], at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = np_after(items, at, end)?;
    if items[phrase.start].is(Flags::NAME) {
        let stop = phrase.clone().find(|&at| !items[at].is(Flags::NAME) && !items[at].mark('.') && !items[at].is(Flags::CONJ));
        return Some(phrase.start..stop.unwrap_or(phrase.end));
    }
    let noun = phrase.clone().take(6).find(|&at| {
        items[at].is(Flags::PERSON.with(Flags::GROUP).with(Flags::NOUN))
            && !items.get(at + 1).is_some_and(|next| next.is(Flags::NAME.with(Flags::PERSON)))
    });
    Some(phrase.start..noun.map_or(phrase.end.min(phrase.start + 4), |noun| noun + 1))
}
