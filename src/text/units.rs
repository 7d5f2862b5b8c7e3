//! One index between bytes, UTF-16 code units and Unicode code points.

/// Bytes between two checkpoints: a conversion walks at most this far.
const STRIDE: usize = 256;

/// An offset in one unit that the formats and the DOM count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points (Galley JSON, W3C, brat, spaCy).
    CodePoint,
    /// UTF-16 code units (the DOM, UIMA).
    Utf16,
}

/// Built once per text; converts any offset in time that does not grow with the text.
#[derive(Clone, Debug)]
pub struct Units {
    /// At byte `STRIDE * k` rounded down to a character: (byte, code points before, UTF-16 units before).
    checkpoints: Vec<[usize; 3]>,
    total: [usize; 3],
}

impl Units {
    /// Walks `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let (mut points, mut utf16, mut next) = (0, 0, 0);
        for (byte, character) in text.char_indices() {
            if next <= byte {
                checkpoints.push([byte, points, utf16]);
                next = byte + STRIDE;
            }
            points += 1;
            utf16 += character.len_utf16();
        }
        Self { checkpoints, total: [text.len(), points, utf16] }
    }

    /// The length of the whole text.
    #[must_use]
    pub fn length(&self, unit: Unit) -> usize {
        self.total[column(unit)]
    }

    /// The offset in `unit` of the byte offset `byte`, which must be a character boundary of `text`.
    #[must_use]
    pub fn from_byte(&self, text: &str, byte: usize, unit: Unit) -> usize {
        if self.total[0] <= byte {
            return self.length(unit);
        }
        let at = self.before(0, byte);
        at[column(unit)] + text[at[0]..byte].chars().map(|c| width(c, unit)).sum::<usize>()
    }

    /// The byte offset of `offset` in `unit`; `None` past the end or inside a surrogate pair.
    #[must_use]
    pub fn to_byte(&self, text: &str, offset: usize, unit: Unit) -> Option<usize> {
        if self.length(unit) <= offset {
            return (offset == self.length(unit)).then_some(text.len());
        }
        let [mut byte, points, utf16] = self.before(column(unit), offset);
        let mut here = if unit == Unit::CodePoint { points } else { utf16 };
        for character in text[byte..].chars() {
            if offset <= here {
                break;
            }
            here += width(character, unit);
            byte += character.len_utf8();
        }
        (here == offset).then_some(byte)
    }

    /// The last checkpoint that does not lie past `value` in `column`.
    fn before(&self, column: usize, value: usize) -> [usize; 3] {
        let after = self.checkpoints.partition_point(|point| point[column] <= value);
        after.checked_sub(1).map_or([0; 3], |last| self.checkpoints[last])
    }
}

fn column(unit: Unit) -> usize {
    match unit {
        Unit::CodePoint => 1,
        Unit::Utf16 => 2,
    }
}

fn width(character: char, unit: Unit) -> usize {
    match unit {
        Unit::CodePoint => 1,
        Unit::Utf16 => character.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let units = Units::new(text);
        let (mut points, mut utf16) = (0, 0);
        for (byte, character) in text.char_indices().chain([(text.len(), '\0')]) {
            assert_eq!(units.from_byte(text, byte, Unit::CodePoint), points);
            assert_eq!(units.from_byte(text, byte, Unit::Utf16), utf16);
            assert_eq!(units.to_byte(text, points, Unit::CodePoint), Some(byte));
            assert_eq!(units.to_byte(text, utf16, Unit::Utf16), Some(byte));
            points += 1;
            utf16 += character.len_utf16();
        }
        assert_eq!(units.to_byte(text, points, Unit::CodePoint), None);
    }

    #[test]
    fn agrees_with_a_walk_over_the_text() {
        check("");
        check("plain");
        check("🗞 “It works,” said Ana Díaz of AP.");
        check(&"🗞 “It works,” said Ana Díaz of AP. ".repeat(40));
        check(&"x".repeat(3 * STRIDE));
    }

    #[test]
    fn the_middle_of_a_surrogate_pair_is_nowhere() {
        assert_eq!(Units::new("🗞").to_byte("🗞", 1, Unit::Utf16), None);
    }
}
