//! Words that tell what a longer name is: *University*, *Bridge*, *Cup*, *Lake*, *Act*.

use super::evidence::Evidence;
use super::list::{self, List};
use super::sort::Sort;
use super::unit::Units;
use std::ops::Range;

/// The lists of last words; the first that has the last word decides, after the longer last words of two.
const HEADS: &[(List, Sort)] = &[
    (list::FACILITY_HEADS, Sort::Fac),
    (list::LAW_HEADS, Sort::Law),
    (list::EVENT_HEADS, Sort::Event),
    (list::ORGANISATION_HEADS, Sort::Org),
    (list::GEOGRAPHIC_HEADS, Sort::Loc),
];

/// The rule that a head of `sort` stands for.
pub(super) fn rule(sort: Sort) -> &'static str {
    match sort {
        Sort::Fac => "entity.head.facility",
        Sort::Law => "entity.head.law",
        Sort::Event => "entity.head.event",
        Sort::Loc | Sort::Gpe => "entity.head.place",
        _ => "entity.head.organisation",
    }
}

/// What the last word of `range` says the whole name is, and whether it says so surely. A head alone is no name.
pub(super) fn of(units: &Units<'_>, range: Range<usize>) -> Option<(Sort, bool)> {
    if range.len() < 2 {
        return None;
    }
    let last = &units.all[range.end - 1];
    if !last.is_capital() && !last.key.starts_with("gmbh") {
        return None;
    }
    if 2 < range.len() {
        let two = units.key(range.end - 2..range.end);
        if let Some((_, sort)) = HEADS.iter().find(|(list, _)| list.has(&two)) {
            return Some((*sort, true));
        }
    }
    let sort = HEADS.iter().find(|(list, _)| last.is_in(*list))?.1;
    Some((sort, !is_surname_too(&last.key)))
}

/// Whether a head is also a common surname, so that *Jonah Hill* is no hill.
pub(super) fn is_surname_too(key: &str) -> bool {
    list::HEADS_AND_SURNAMES.has(key)
}

/// Whether a name goes on over the `small` words after `chunk` into `rest`, and what it then is.
pub(super) fn joined(
    units: &Units<'_>,
    chunk: &Range<usize>,
    small: &[&str],
    rest: &Range<usize>,
    sort: Option<(Sort, &'static str)>,
) -> Option<(Sort, &'static str)> {
    let last = &units.all[chunk.end - 1].key;
    let organisation = || list::ORGANISATION_HEADS.has(last) || matches!(sort, Some((Sort::Org, _)));
    let all_common = |range: &Range<usize>| units.all[range.clone()].iter().all(super::unit::Unit::is_common);
    match small {
        ["of"] | ["of", "the"] if list::OF_HEADS.has(last) => {
            let whole = of(units, chunk.start..rest.end).filter(|(sort, _)| *sort == Sort::Org && 1 < rest.len());
            Some(whole.map_or_else(|| of_sort(last), |(sort, _)| (sort, rule(sort))))
        }
        ["for"] | ["for", "the"] if organisation() || matches!(&**last, "center" | "centre" | "campaign" | "fund") => {
            Some((Sort::Org, rule(Sort::Org)))
        }
        ["on"] | ["on", "the"] if organisation() => Some((Sort::Org, rule(Sort::Org))),
        ["&"] => Some((Sort::Org, "entity.ampersand")),
        ["and"] => {
            let governed = matches!(sort, Some((Sort::Org, _))) && all_common(rest);
            let shared =
                all_common(chunk) && !units.all[chunk.start].initial && of(units, rest.clone()).is_some_and(|(sort, _)| sort == Sort::Org);
            (governed || shared).then_some((Sort::Org, rule(Sort::Org)))
        }
        ["'s"] => {
            let saint = matches!(&*units.all[chunk.start].key, "st" | "st." | "saint");
            let people = saint || last.ends_with("men") || super::unit::is_common(last);
            let (sort, _) = of(units, chunk.start..rest.end)?;
            let sure = people && (!units.all[chunk.start].initial || 1 < rest.len());
            sure.then_some((sort, rule(sort)))
        }
        ["v"] | ["v."] | ["vs"] | ["vs."] => {
            let team = |range: &Range<usize>| super::lookup::whole(units, range).iter().any(|(sort, _)| *sort == Sort::Gpe);
            (!team(chunk) && !team(rest) && small[0].ends_with('.')).then_some((Sort::Law, rule(Sort::Law)))
        }
        _ => None,
    }
}

/// What a name with *of* is, from the word before it.
fn of_sort(last: &str) -> (Sort, &'static str) {
    let sort = match last {
        "battle" | "siege" | "fall" | "war" | "feast" | "festival" | "day" => Sort::Event,
        "treaty" | "act" | "declaration" | "convention" | "bill" | "code" | "charter" | "peace" => Sort::Law,
        "gulf" | "bay" | "cape" | "strait" | "straits" | "sea" | "isle" | "isles" | "mount" | "valley" | "lake" | "horn" => Sort::Loc,
        "city" | "kingdom" | "province" | "republic" | "state" | "town" | "duchy" | "principality" | "sultanate" | "port"
        | "commonwealth" => Sort::Gpe,
        "cathedral" | "palace" | "tower" | "bridge" | "hospital" | "gate" | "temple" | "tomb" | "statue" | "hall" => Sort::Fac,
        _ => return (Sort::Org, rule(Sort::Org)),
    };
    (sort, rule(sort))
}

/// What the first word of a name of several words says: *Lake*, *Mount*, *Hurricane*, *Northern*.
pub(super) fn start(units: &Units<'_>, range: &Range<usize>) -> Option<(Sort, f32)> {
    let first = &units.all[range.start].key;
    if list::EVENT_STARTS.has(first) {
        return Some((Sort::Event, 3.5));
    }
    if list::ORGANISATION_STARTS.has(first) {
        return Some((Sort::Org, 2.5));
    }
    if !list::GEOGRAPHIC_STARTS.has(first) {
        return None;
    }
    let rest = super::lookup::whole(units, &(range.start + 1..range.end));
    if rest.iter().any(|(sort, _)| *sort == Sort::Norp) {
        return Some((Sort::Norp, 4.5));
    }
    let rest_is_place = rest.iter().any(|(sort, _)| matches!(sort, Sort::Gpe | Sort::Loc));
    let water = matches!(&**first, "lake" | "mount" | "mt" | "mt." | "river" | "cape" | "loch" | "lough" | "isle");
    Some((
        Sort::Loc,
        if rest_is_place {
            4.5
        } else if water {
            3.0
        } else {
            1.6
        },
    ))
}

/// What the ending of a single word says.
pub(super) fn suffix(key: &str, own: &mut Evidence) {
    if 6 < key.len() && list::PLACE_ENDINGS.lines().any(|ending| key.ends_with(ending)) {
        own.add(Sort::Gpe, 0.5, "entity.ending");
    }
    if 4 < key.len() && list::SURNAME_ENDINGS.lines().any(|ending| key.ends_with(ending)) {
        own.add(Sort::Person, 0.6, "entity.ending");
    }
}
