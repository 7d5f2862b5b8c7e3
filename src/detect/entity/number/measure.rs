//! Money, percent, quantities, ordinals and other numbers.

use super::super::list;
use super::{Found, Reader, word};
use crate::annotation::EntityKind;
use crate::language::TokenKind;

impl Reader<'_, '_> {
    /// Money, a share or a quantity that starts at `at`.
    pub(super) fn measure(&self, at: usize) -> Option<Found> {
        self.money_with_sign(at)
            .or_else(|| self.glued_money(at))
            .or_else(|| self.money_named_first(at))
            .or_else(|| self.vague_money(at))
            .or_else(|| self.number_and_unit(at))
    }

    /// *$1.2 billion*, *US$30m*, *Rs 4500*, *€74 million*
    fn money_with_sign(&self, at: usize) -> Option<Found> {
        let mut number = at;
        let dollars = matches!(self.key(at), "us" | "a" | "au" | "c" | "ca" | "hk" | "nt" | "nz" | "s" | "r") && self.key(at + 1) == "$";
        let code = list::CODES.has(self.key(at)) || dollars && self.is_glued(at + 1);
        if code && self.unit(at)?.is_capital() {
            number += 1;
        }
        let sign = self.unit(number).is_some_and(|unit| {
            matches!(unit.text, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₩" | "₴" | "₦" | "₺" | "₪" | "₡" | "₱" | "₫" | "฿" | "¢")
        });
        number += usize::from(sign);
        let near = sign || self.is_glued(number) || matches!(self.key(at), code if code != "r");
        if number == at || !near || self.unit(number)?.kind != TokenKind::Number {
            return None;
        }
        let mut end = self.magnitude_end(number + 1);
        if list::CURRENCIES.has(self.key(end)) {
            end += 1;
        }
        // A leading country in letters stays outside when it is a word of its own.
        Some(self.found(at..end, EntityKind::Money, 0.97, "entity.money"))
    }

    /// *ZAR30 million*, *USD1,850,000*, *N200 billion*
    fn glued_money(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at).filter(|unit| unit.kind == TokenKind::Word)?;
        let digits = unit.text.trim_start_matches(|letter: char| letter.is_ascii_uppercase() || letter == '.');
        let code = &unit.key[..unit.text.len().checked_sub(digits.len())?];
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        let mut end = at + 1;
        while self.key(end) == "," && self.is_glued(end) && self.is_glued(end + 1) && self.unit(end + 1)?.kind == TokenKind::Number {
            end += 2;
        }
        let ended = self.magnitude_end(end);
        // One letter stands for much else, too: it takes a great sum.
        let sign = code.len() == 1 && end < ended;
        let known = 1 < code.len() && (list::CODES.has(code) || list::CURRENCIES.has(code));
        (is_number && (sign || known)).then(|| self.found(at..ended, EntityKind::Money, 0.9, "entity.money"))
    }

    /// *US dollars 5000*, *rupees 40*
    fn money_named_first(&self, at: usize) -> Option<Found> {
        let region = usize::from(matches!(self.key(at), "us" | "u.s."));
        let number = at + region + 1;
        let digits = self.unit(number).is_some_and(|unit| unit.kind == TokenKind::Number);
        let named = matches!(self.key(at + region), "dollars" | "dollar" | "rupees" | "rupee" | "euros" | "pounds" | "naira" | "shillings");
        (named && digits && self.percent_end(number + 1).is_none())
            .then(|| self.found(at..self.magnitude_end(number + 1), EntityKind::Money, 0.85, "entity.money"))
    }

    /// Where a compound such as *billion-euro* or *million-dollar* at `at` ends, if it is one.
    fn sum_in_compound(&self, at: usize) -> Option<usize> {
        let (magnitude, currency) = self.key(at).rsplit_once('-')?;
        (magnitude.split('-').all(|part| list::MAGNITUDES.has(part)) && list::CURRENCIES.has(currency)).then_some(at + 1)
    }

    /// *hundreds of millions of dollars*
    fn vague_money(&self, at: usize) -> Option<Found> {
        let vague = |key: &str| matches!(key, "hundreds" | "thousands" | "millions" | "billions" | "trillions" | "tens");
        let mut end = at;
        while vague(self.key(end)) && self.key(end + 1) == "of" {
            end += 2;
        }
        (at < end && self.is_currency(end)).then(|| self.found(at..end + 1, EntityKind::Money, 0.9, "entity.money"))
    }

    fn is_currency(&self, at: usize) -> bool {
        list::CURRENCIES.has(self.key(at))
    }

    /// *2.4 billion euros*, *21%*, *sixty percent*, *31 per cent*, *140 square kilometers*, *61mm*
    fn number_and_unit(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at).filter(|unit| word::is_number(unit))?;
        let mut end = self.magnitude_end(at + 1);
        // *120-megawatt*, *10-percent*
        if self.key(end) == "-" && self.is_glued(end) {
            end += 1;
        }
        if let Some(end) = self.sum_in_compound(end) {
            return Some(self.found(at..end, EntityKind::Money, 0.93, "entity.money"));
        }
        let negative = 0 < at && self.unit(at - 1).is_some_and(|sign| matches!(sign.text, "−" | "-") && !sign.glued) && unit.glued;
        let start = at - usize::from(negative);
        if let Some(end) = self.percent_end(end) {
            return Some(self.found(start..end, EntityKind::Percent, 0.97, "entity.percent"));
        }
        let region =
            usize::from(matches!(self.key(end), "us" | "u.s." | "canadian" | "australian" | "singapore") && self.is_currency(end + 1));
        if self.is_currency(end + region) {
            return Some(self.found(at..end + region + 1, EntityKind::Money, 0.93, "entity.money"));
        }
        let glued = word::parted(unit).1;
        if unit.kind == TokenKind::Number && is_measure(&glued) && !matches!(&*glued, "m" | "k" | "s" | "th") {
            return Some(self.found(start..at + 1, EntityKind::Quantity, 0.9, "entity.quantity"));
        }
        let end = self.quantity_end(end)?;
        Some(self.found(start..end, EntityKind::Quantity, 0.9, "entity.quantity"))
    }

    fn percent_end(&self, at: usize) -> Option<usize> {
        match self.key(at) {
            "%" | "percent" | "pct" | "prozent" | "pc" => Some(at + 1),
            "per" if self.key(at + 1) == "cent" => Some(at + 2),
            "percentage" if self.key(at + 1).starts_with("point") => Some(at + 2),
            _ => None,
        }
    }

    fn quantity_end(&self, at: usize) -> Option<usize> {
        match self.key(at) {
            "°" => Some(at + 1 + usize::from(matches!(self.key(at + 1), "c" | "f"))),
            "degrees" | "grad" => Some(at + 1 + usize::from(matches!(self.key(at + 1), "celsius" | "fahrenheit"))),
            "square" | "cubic" | "metric" | "nautical" | "light" => list::MEASURES.has(self.key(at + 1)).then_some(at + 2),
            key => (is_measure(key) && !matches!(key, "sq" | "ha")).then_some(at + 1),
        }
    }

    /// Past the words that multiply a number: *million*, *hundred thousand*, *bn*.
    fn magnitude_end(&self, mut at: usize) -> usize {
        loop {
            let hyphen = usize::from(self.key(at) == "-" && self.is_glued(at));
            let short = matches!(self.key(at + hyphen), "m" | "k") && !self.is_glued(at + hyphen);
            if short || !list::MAGNITUDES.has(self.key(at + hyphen)) {
                return at;
            }
            at += hyphen + 1;
        }
    }

    /// *third*, *21st*, *431*, *thirty-one*, *1.3 million*
    pub(super) fn plain_number(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at)?;
        if word::ordinal(unit).is_some() {
            let idle = matches!(&*unit.key, "second" | "first") && matches!(self.key(at + 1), "" | "," | "of");
            let name = unit.is_capital() && !unit.initial;
            return (!idle && !name).then(|| self.found(at..at + 1, EntityKind::Ordinal, 0.7, "entity.ordinal"));
        }
        let digits = unit.kind == TokenKind::Number && unit.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let spelt = word::number_word(&unit.key).is_some_and(|number| number != 1) && unit.shape == super::super::unit::Shape::Lower;
        if !digits && !spelt {
            return None;
        }
        // A number glued to what stands before it is part of a code, a score or an address.
        let before = at.checked_sub(1).and_then(|before| self.unit(before));
        let coded =
            unit.glued && before.is_some_and(|before| !matches!(before.text, "(" | "[" | "“" | "\"" | "‘" | "'" | "-" | "–" | "—" | "/"));
        let name = digits && before.is_some_and(|before| before.is_capital() && !before.initial);
        if coded || name {
            return None;
        }
        Some(self.found(at..self.magnitude_end(at + 1), EntityKind::Cardinal, 0.6, "entity.cardinal"))
    }
}

fn is_measure(key: &str) -> bool {
    list::MEASURES.has(key)
}
