//! What the words around a candidate say: *in X*, *said X*, *X, a spokesman for*, *the X*.

use super::candidate::Candidate;
use super::evidence::Evidence;
use super::list;
use super::sort::Sort;
use super::unit::{Unit, Units};
use crate::language::TokenKind;
use std::ops::Range;

/// What the words around `candidate` say of it.
pub(super) fn of(units: &Units<'_>, candidate: &Candidate) -> Evidence {
    let range = units.sentences[candidate.sentence].units.clone();
    let place = Place { units, range, name: candidate.units.clone() };
    let mut evidence = Evidence::default();
    place.before(&mut evidence);
    place.after(&mut evidence);
    evidence
}

/// A name and the sentence around it.
struct Place<'u, 'a> {
    units: &'u Units<'a>,
    range: Range<usize>,
    name: Range<usize>,
}

impl<'a> Place<'_, 'a> {
    /// The unit `distance` before the name, 1 being its neighbour.
    fn left(&self, distance: usize) -> Option<&Unit<'a>> {
        self.name.start.checked_sub(distance).and_then(|at| self.units.within(at, &self.range))
    }

    /// The unit `distance` after the name, 1 being its neighbour.
    fn right(&self, distance: usize) -> Option<&Unit<'a>> {
        self.units.within(self.name.end + distance - 1, &self.range)
    }

    fn left_key(&self, distance: usize) -> &str {
        self.left(distance).map_or("", |unit| &unit.key)
    }

    fn right_key(&self, distance: usize) -> &str {
        self.right(distance).map_or("", |unit| &unit.key)
    }

    fn before(&self, evidence: &mut Evidence) {
        let key = self.left_key(1);
        match key {
            "in" | "near" | "across" | "throughout" | "outside" | "into" | "around" | "inside" | "toward" | "im"
                if self.right_key(1) != "'s" =>
            {
                evidence.add(Sort::Gpe, 1.5, "entity.context.in");
                evidence.add(Sort::Loc, 0.5, "entity.context.in");
                evidence.add(Sort::Person, -1.2, "entity.context.in");
            }
            "at" => {
                evidence.add(Sort::Org, 0.6, "entity.context.at");
                evidence.add(Sort::Fac, 0.7, "entity.context.at");
                evidence.add(Sort::Person, -0.6, "entity.context.at");
            }
            "the" if self.modifies() => evidence.add(Sort::Org, 0.2, "entity.context.the"),
            "the" => {
                evidence.add(Sort::Org, 1.0, "entity.context.the");
                evidence.add(Sort::Person, -2.2, "entity.context.the");
                evidence.add(Sort::Gpe, -1.0, "entity.context.the");
            }
            "a" | "an" => evidence.add(Sort::Person, -1.0, "entity.context.a"),
            "by" | "with" | "says" | "said" | "told" => {
                evidence.add(Sort::Person, 0.7, "entity.context.by");
                evidence.add(Sort::Org, 0.3, "entity.context.by");
            }
            "of" if list::PLACE_NOUNS.has(self.left_key(2)) => evidence.add(Sort::Gpe, 2.5, "entity.context.place-noun"),
            "of" if matches!(self.left_key(2), "south" | "north" | "east" | "west" | "outskirts" | "people" | "residents" | "streets") => {
                evidence.add(Sort::Gpe, 1.6, "entity.context.place-noun");
            }
            "to" if self.left_key(2) == "according" => evidence.add(Sort::Org, 0.6, "entity.context.by"),
            "from" | "to" => evidence.add(Sort::Gpe, 0.4, "entity.context.from"),
            "@" => evidence.add(Sort::Org, 0.5, "entity.context.at"),
            _ => self.noun_before(key, evidence),
        }
        if self.left_key(1) == "," && list::PERSON_NOUNS.has(self.left_key(2)) {
            evidence.add(Sort::Person, 1.5, "entity.context.role");
        }
        if self.left_key(1) == "to" && matches!(self.left_key(2), "spoke" | "talking" | "speaking" | "married" | "talked" | "according") {
            evidence.add(Sort::Person, 0.6, "entity.context.by");
        }
    }

    /// Whether the name stands before a noun that it modifies, as in *the Trump administration*.
    fn modifies(&self) -> bool {
        let small = |key: &str| {
            matches!(
                key,
                "and"
                    | "or"
                    | "of"
                    | "in"
                    | "on"
                    | "at"
                    | "to"
                    | "for"
                    | "from"
                    | "by"
                    | "with"
                    | "has"
                    | "is"
                    | "was"
                    | "will"
                    | "that"
                    | "as"
                    | "'s"
            )
        };
        self.right(1).is_some_and(|next| next.is_word() && !next.is_capital() && !small(&next.key))
    }

    /// A noun right before the name: *spokesman X*, *newspaper X*, *the city X*.
    fn noun_before(&self, key: &str, evidence: &mut Evidence) {
        let lower = self.left(1).is_some_and(|unit| unit.is_word() && !unit.is_capital());
        if !lower {
            return;
        }
        let ended_by_role = list::TITLES.has(key)
            && !matches!(key, "general" | "chief" | "major" | "lead" | "private" | "forward" | "count" | "mother" | "host");
        if list::PERSON_NOUNS.has(key) || ended_by_role {
            evidence.add(Sort::Person, 2.5, "entity.context.role");
        } else if list::ORGANISATION_NOUNS.has(key) {
            evidence.add(Sort::Org, 2.2, "entity.context.organisation-noun");
        } else if list::PLACE_NOUNS.has(key) && key != "state" && key != "border" {
            evidence.add(Sort::Gpe, 1.6, "entity.context.place-noun");
        }
    }

    fn after(&self, evidence: &mut Evidence) {
        let key = self.right_key(1);
        if list::PERSON_VERBS.has(key) {
            evidence.add(Sort::Person, 1.0, "entity.context.verb");
            evidence.add(Sort::Org, 0.4, "entity.context.verb");
        } else if matches!(key, "-") && self.right(1).is_some_and(|unit| unit.glued) {
            self.compound(evidence);
        } else if list::ORGANISATION_NOUNS.has(key) && key != "bank" {
            evidence.add(Sort::Org, 1.0, "entity.context.organisation-noun");
        } else if list::PLACE_NOUNS.has(key) && self.right(1).is_some_and(|unit| !unit.is_capital()) {
            evidence.add(Sort::Gpe, 1.6, "entity.context.place-noun");
            evidence.add(Sort::Person, -0.5, "entity.context.place-noun");
        } else if matches!(key, ",") {
            self.after_comma(evidence);
        } else if key == "("
            && self.right_key(3) == ")"
            && self.right(2).is_some_and(|unit| unit.kind == TokenKind::Number && unit.text.len() < 3)
        {
            evidence.add(Sort::Person, 2.0, "entity.context.age");
        }
    }

    /// *X-based*, *X-born*, *X-led*
    fn compound(&self, evidence: &mut Evidence) {
        match self.right_key(2) {
            "based" | "born" | "area" | "wide" | "listed" | "bound" | "educated" | "raised" => {
                evidence.add(Sort::Gpe, 2.2, "entity.context.compound")
            }
            "led" | "backed" | "style" | "era" | "appointed" | "owned" | "run" | "made" => {
                evidence.add(Sort::Gpe, 0.3, "entity.context.compound");
                evidence.add(Sort::Org, 0.3, "entity.context.compound");
                evidence.add(Sort::Person, 0.3, "entity.context.compound");
            }
            _ => {}
        }
    }

    /// *X, 61,*, *X, who*, *X, a spokesman for Y*, *X, Texas*
    fn after_comma(&self, evidence: &mut Evidence) {
        let Some(next) = self.right(2) else { return };
        let age = next.kind == TokenKind::Number && next.text.len() < 3 && matches!(self.right_key(3), "," | "." | "und");
        if age {
            evidence.add(Sort::Person, 2.5, "entity.context.age");
        }
        match &*next.key {
            "who" | "whose" | "whom" => evidence.add(Sort::Person, 1.8, "entity.context.who"),
            "where" => evidence.add(Sort::Gpe, 2.0, "entity.context.where"),
            "which" => {
                evidence.add(Sort::Org, 0.6, "entity.context.which");
                evidence.add(Sort::Person, -1.5, "entity.context.which");
            }
            _ => {}
        }
        if next.is_capital() && super::lookup::single(self.units, self.name.end + 1).iter().any(|(sort, _)| *sort == Sort::Gpe) {
            evidence.add(Sort::Gpe, 0.9, "entity.context.place-after");
        }
        if !next.is_capital() {
            self.apposition(evidence);
        }
    }

    /// A role or a kind of thing within the few words after *X,*.
    fn apposition(&self, evidence: &mut Evidence) {
        const FAR: usize = 9;
        for distance in 2..FAR {
            let key = self.right_key(distance);
            if key.is_empty() || matches!(key, "," | "." | ";" | "and" | "said" | "told" | "who" | "in" | "was" | "has") {
                return;
            }
            let role = list::TITLES.has(key) || list::PERSON_NOUNS.has(key);
            let lower = self.right(distance).is_some_and(|unit| !unit.is_capital());
            if lower && role && !matches!(key, "general" | "chief" | "private" | "major" | "lead" | "forward") {
                evidence.add(Sort::Person, 2.0, "entity.context.apposition");
                return;
            }
            if lower && list::ORGANISATION_NOUNS.has(key) && distance < 6 {
                evidence.add(Sort::Org, 1.6, "entity.context.apposition");
                return;
            }
            if lower && list::PLACE_NOUNS.has(key) && distance < 6 {
                evidence.add(Sort::Gpe, 1.5, "entity.context.apposition");
                return;
            }
            if matches!(key, "of" | "for" | "at") {
                return;
            }
        }
    }
}
