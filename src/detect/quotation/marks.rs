//! Quotation marks of all styles: which characters they are, and whether one stands where a quotation opens or closes.

/// A family of marks that pair with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// Double marks: curly, straight, low-high, doubled apostrophes, guillemets, corner brackets.
    Double,
    /// Single marks: curly, straight, low-high, single guillemets.
    Single,
}

/// What a mark does by its shape alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Opens: „ ‚ `` 「.
    Open,
    /// Closes: ’’ 」.
    Close,
    /// “, which opens in most languages and closes in German.
    HighSix,
    /// ”, which closes in most languages and opens in Swedish and Finnish.
    HighNine,
    /// Straight marks and guillemets: either, told by the neighbours.
    Either,
}

/// A mark in the text, with the characters around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// First byte.
    pub(super) at: usize,
    /// Length in bytes.
    pub(super) len: usize,
    /// The character, or the first of two.
    pub(super) sign: char,
    /// The family.
    pub(super) style: Style,
    /// What it does by its shape.
    pub(super) shape: Shape,
    /// The character before it in its block; a space at the start.
    pub(super) before: char,
    /// The character after it in its block; a space at the end.
    pub(super) after: char,
}

impl Mark {
    /// Whether a quotation may open here: nothing but space, a bracket or a dash before, and something right after.
    pub(super) fn may_open(self) -> bool {
        (self.before.is_whitespace() || "([{-‐‑‒–—/‘“„«»‹›'\"…>¿¡".contains(self.before)) && !self.after.is_whitespace()
    }

    /// Whether a quotation may close here: something right before, and no letter or digit right after.
    pub(super) fn may_close(self) -> bool {
        !self.before.is_whitespace() && !self.after.is_alphanumeric()
    }

    /// Whether the two marks are of kinds that close one another: a straight mark never closes a guillemet.
    pub(super) fn family(self) -> u8 {
        match self.sign {
            '"' | '＂' | '\'' => 0,
            '«' | '»' | '‹' | '›' => 1,
            '「' | '」' => 2,
            '『' | '』' => 3,
            _ => 4,
        }
    }

    fn new(at: usize, sign: char, before: char, after: char) -> Option<Self> {
        let (style, shape) = shape(sign)?;
        Some(Self { at, len: sign.len_utf8(), sign, style, shape, before, after })
    }
}

fn shape(sign: char) -> Option<(Style, Shape)> {
    Some(match sign {
        '„' | '‟' | '「' | '『' | '〝' => (Style::Double, Shape::Open),
        '」' | '』' | '〞' => (Style::Double, Shape::Close),
        '“' => (Style::Double, Shape::HighSix),
        '”' => (Style::Double, Shape::HighNine),
        '"' | '＂' | '«' | '»' => (Style::Double, Shape::Either),
        '‚' | '‛' => (Style::Single, Shape::Open),
        '‘' => (Style::Single, Shape::HighSix),
        '’' => (Style::Single, Shape::HighNine),
        '\'' | '‹' | '›' => (Style::Single, Shape::Either),
        _ => return None,
    })
}

/// All marks in `block`, which starts at byte `offset`; two apostrophes or backticks in a row are one double mark.
pub(super) fn marks_in(block: &str, offset: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before = ' ';
    let mut signs = block.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map_or(' ', |&(_, next)| next);
        let doubled = matches!(sign, '\'' | '`' | '’' | '‘')
            && next == sign
            && !(!before.is_whitespace() && before != sign && block[at..].chars().nth(2) == Some(sign));
        if doubled {
            signs.next();
            let after = signs.peek().map_or(' ', |&(_, after)| after);
            marks.push(double(offset + at, sign, before, after));
        } else {
            marks.extend(Mark::new(offset + at, sign, before, next));
        }
        before = sign;
    }
    marks
}

/// The double mark that two signs in a row make.
fn double(at: usize, sign: char, before: char, after: char) -> Mark {
    let shape = match sign {
        '`' | '‘' => Shape::Open,
        '’' => Shape::HighNine,
        _ => Shape::Either,
    };
    Mark { at, len: 2 * sign.len_utf8(), sign, style: Style::Double, shape, before, after }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Style)]) {
        let found: Vec<_> = marks_in(text, 0).iter().map(|mark| (&text[mark.at..mark.at + mark.len], mark.style)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn doubled_apostrophes_are_one_mark() {
        check("``No,'' she said", &[("``", Style::Double), ("''", Style::Double)]);
        check("’’Yes’’", &[("’’", Style::Double), ("’’", Style::Double)]);
    }

    #[test]
    fn of_three_apostrophes_the_single_one_stands_inside() {
        check("''He said, 'No,''' she said", &[("''", Style::Double), ("'", Style::Single), ("'", Style::Single), ("''", Style::Double)]);
        check("'''No,' he said''", &[("''", Style::Double), ("'", Style::Single), ("'", Style::Single), ("''", Style::Double)]);
    }

    #[test]
    fn apostrophes_are_single_marks_until_paired() {
        check("don’t", &[("’", Style::Single)]);
        check("„Ja“", &[("„", Style::Double), ("“", Style::Double)]);
    }

    #[test]
    fn place_tells_opening_from_closing() {
        let marks = marks_in("(\"so\")", 0);
        assert!(marks[0].may_open() && !marks[0].may_close());
        assert!(marks[1].may_close() && !marks[1].may_open());
    }
}
