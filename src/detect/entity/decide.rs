//! The decision: evidence for one name is pooled over the document, and each name gets the sort that it speaks for most.

use super::candidate::Candidate;
use super::evidence::Evidence;
use super::link::initials;
use super::model::hash;
use super::sort::Sort;
use super::unit::{Units, is_common};
use std::collections::BTreeMap;

/// What a name was decided to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    /// Its sort.
    pub(super) sort: Sort,
    /// How likely it is right, 0 to 1.
    pub(super) confidence: f32,
    /// The rule that speaks for it most.
    pub(super) rule: &'static str,
}

/// All that the document says of one name.
#[derive(Clone, Debug, Default)]
struct Pool {
    own: Evidence,
    context: Evidence,
    /// Mentions whose capital letters say something.
    strong: usize,
    /// All mentions.
    mentions: usize,
}

/// Evidence below this is not enough for a name.
const ENOUGH: f32 = 1.0;
/// What context may add or take, over all mentions of a name.
const CONTEXT_LIMIT: f32 = 4.0;
/// Of many mentions the context counts as that of so many average ones: mentions of one name are not independent.
const FEW: f32 = 2.5;

/// The verdict on each candidate, whose context says `contexts`, in their order; `None` for what is no name.
pub(super) fn decide(units: &Units<'_>, candidates: &[Candidate], contexts: &[Evidence]) -> Vec<Option<Verdict>> {
    let keys: Vec<String> = candidates.iter().map(|candidate| units.key(candidate.units.clone())).collect();
    let lower = lower_case_words(units);
    let mut pools = pool(candidates, contexts, &keys);
    let first: BTreeMap<&str, Option<Verdict>> = pools.iter().map(|(key, pool)| (*key, judge(key, pool, &lower))).collect();
    spread(&first, &mut pools);
    let second: BTreeMap<&str, Option<Verdict>> = pools.iter().map(|(key, pool)| (*key, judge(key, pool, &lower))).collect();
    keys.iter().map(|key| second.get(key.as_str()).copied().flatten()).collect()
}

/// The hashes of the words that the document has in lower case, in order.
fn lower_case_words(units: &Units<'_>) -> Vec<u64> {
    let mut words: Vec<u64> = units.all.iter().filter(|unit| unit.is_word() && !unit.is_capital()).map(|unit| unit.hash).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn pool<'k>(candidates: &[Candidate], contexts: &[Evidence], keys: &'k [String]) -> BTreeMap<&'k str, Pool> {
    let mut pools: BTreeMap<&str, Pool> = BTreeMap::new();
    for ((candidate, context), key) in candidates.iter().zip(contexts).zip(keys) {
        let pool = pools.entry(key).or_default();
        pool.own.greater(&candidate.own);
        pool.context.merge(context, f32::INFINITY);
        pool.mentions += 1;
        pool.strong += usize::from(!candidate.weak);
    }
    pools
}

fn judge(key: &str, pool: &Pool, lower: &[u64]) -> Option<Verdict> {
    let mut evidence = pool.own;
    evidence.merge(&pool.context.scaled(FEW.min(pool.mentions as f32) / pool.mentions.max(1) as f32), CONTEXT_LIMIT);
    let (sort, weight, lead, rule) = evidence.best();
    let listed = 3.0 <= pool.own.weight(sort);
    let doubt = if key.contains(' ') { 0.3 } else { 1.2 };
    let needed = match pool.strong {
        _ if listed => ENOUGH,
        0 => ENOUGH + doubt,
        1 => ENOUGH,
        2 | 3 => ENOUGH - 0.2,
        _ => ENOUGH - 0.6,
    };
    let ordinary = !listed && !key.contains(' ') && lower.binary_search(&hash::text(key)).is_ok();
    if weight < needed || (ordinary && weight < 4.0) {
        return None;
    }
    let certainty = 1.0 - 0.6 * libm::expf(-0.7 * lead.max(0.0)) - 0.15 * libm::expf(-0.8 * (weight - needed));
    Some(Verdict { sort, confidence: certainty.clamp(0.3, 0.98), rule })
}

/// Lets full names speak for their parts: the surname and first name of a person, the first word and the initials of an organisation.
fn spread(verdicts: &BTreeMap<&str, Option<Verdict>>, pools: &mut BTreeMap<&str, Pool>) {
    for (name, verdict) in verdicts {
        let Some(verdict) = verdict else { continue };
        let mut words = name.split(' ');
        let (Some(first), Some(last)) = (words.next(), words.next_back()) else { continue };
        let mut say = |part: &str, sort: Sort, weight: f32| {
            if let Some(pool) = pools.get_mut(part)
                && pool.own.weight(sort) < weight
                && (sort == Sort::Person || (pool.own.best().1 < 2.5 && !is_common(part)))
            {
                pool.own.add(sort, weight, "entity.same-as");
            }
        };
        match verdict.sort {
            Sort::Person => {
                // What is only likely a person speaks less loudly for its parts.
                let factor = if verdict.confidence < 0.65 { 0.4 } else { 1.0 };
                say(last, Sort::Person, 4.0 * factor);
                if let Some((_, tail)) = last.split_once('-') {
                    say(tail, Sort::Person, 3.0 * factor);
                }
                say(first, Sort::Person, 2.5 * factor);
            }
            Sort::Gpe if 3 < first.len() && first != last => say(first, Sort::Gpe, 2.0),
            sort @ (Sort::Law | Sort::Event | Sort::Fac | Sort::Loc) => say(&initials(name), sort, 3.0),
            // *Lowick Council*, *Lowick University*: the first word is a place.
            Sort::Org if matches!(last, "council" | "police" | "university" | "municipality" | "airport" | "court" | "hospital") => {
                say(first, Sort::Gpe, 1.4);
                say(&initials(name), Sort::Org, 3.0);
            }
            Sort::Org => {
                for (at, _) in name.match_indices(' ').take(4) {
                    say(&name[..at], Sort::Org, 2.6);
                }
                say(&initials(name), Sort::Org, 3.0);
            }
            _ => {}
        }
    }
}
