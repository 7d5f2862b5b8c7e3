//! Pairs quotation marks in one pass: nesting, quotations that run over paragraphs, and unbalanced marks repaired.

use super::marks::{Mark, Shape, Style, marks_in};
use super::singles;
use crate::text::Span;

/// A stretch between quotation marks, the marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// From the opening mark to the closing one, both included.
    pub(super) span: Span,
    /// Without the marks.
    pub(super) inner: Span,
    /// Double or single marks.
    pub(super) style: Style,
    /// How many quotations it stands in.
    pub(super) depth: u8,
    /// The block it stands in, counted among the blocks given.
    pub(super) block: usize,
    /// It has no closing mark: it runs to the end of its block, or to where the next one opens.
    pub(super) unclosed: bool,
    /// It goes on with the unclosed one of the block before.
    pub(super) continues: bool,
}

/// A mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Waiting {
    mark: Mark,
    /// Where its place in the list of quotations is.
    slot: usize,
}

/// How deep quotations may nest; deeper marks are left alone.
const DEEPEST: usize = 8;

/// All quotations in `blocks`, in the order of their opening marks. Cost grows in proportion to the text.
pub(super) fn pair(text: &str, blocks: &[Span]) -> Vec<Quoted> {
    let marks: Vec<Vec<Mark>> = blocks.iter().map(|block| marks_in(block.of(text), block.from())).collect();
    let mut all: Vec<Quoted> = Vec::new();
    let mut open_end = None;
    for (index, block) in blocks.iter().enumerate() {
        let opens_next = marks.get(index + 1).zip(blocks.get(index + 1)).and_then(|(marks, block)| opening_at(marks, block.from()));
        let mut found = pair_block(text, *block, index, &marks[index], opens_next);
        if let Some(sign) = open_end
            && let Some(first) = found.first_mut()
            && first.span.start == block.start
            && text[first.span.from()..].starts_with(sign)
        {
            first.continues = true;
        }
        open_end = found
            .iter()
            .rev()
            .find(|one| one.depth == 0)
            .filter(|one| one.unclosed && one.span.end == block.end)
            .and_then(|one| text[one.span.from()..].chars().next());
        all.append(&mut found);
    }
    all
}

/// The mark that opens at the very start of a block.
fn opening_at(marks: &[Mark], start: usize) -> Option<Mark> {
    marks.first().copied().filter(|mark| mark.at == start && mark.may_open())
}

fn pair_block(text: &str, block: Span, index: usize, marks: &[Mark], opens_next: Option<Mark>) -> Vec<Quoted> {
    let mut pairs = Pairs { text, block, index, found: Vec::new(), waiting: Vec::new() };
    let reversed = guillemets_point_inwards(marks);
    for (at, mark) in marks.iter().enumerate() {
        match mark.style {
            Style::Double => pairs.double(*mark, reversed),
            Style::Single => pairs.single(*mark, marks.get(at + 1..).unwrap_or_default()),
        }
    }
    pairs.finish(opens_next)
}

/// Whether the block writes »so« rather than «so».
fn guillemets_point_inwards(marks: &[Mark]) -> bool {
    marks.iter().find(|mark| matches!(mark.sign, '«' | '»' | '‹' | '›')).is_some_and(|mark| matches!(mark.sign, '»' | '›'))
}

struct Pairs<'a> {
    text: &'a str,
    block: Span,
    index: usize,
    found: Vec<Option<Quoted>>,
    waiting: Vec<Waiting>,
}

impl Pairs<'_> {
    fn double(&mut self, mark: Mark, reversed: bool) {
        let top = self.innermost(Style::Double);
        match self.role(mark, top, reversed) {
            Shape::Open => self.open(mark, top),
            Shape::Close => self.close(mark, top),
            _ => {}
        }
    }

    /// Whether `mark` opens or closes here; `Either` when it is no quotation mark at all (inches, a stray one).
    fn role(&self, mark: Mark, top: Option<usize>, reversed: bool) -> Shape {
        let waiting = top.map(|top| self.waiting[top].mark);
        match (mark.shape, waiting) {
            (Shape::Open | Shape::Close, _) => mark.shape,
            (Shape::HighSix, Some(open)) if open.shape == Shape::Open || !mark.may_open() => Shape::Close,
            (Shape::HighSix, _) => Shape::Open,
            (Shape::HighNine, Some(_)) => Shape::Close,
            (Shape::HighNine, None) if mark.may_open() => Shape::Open,
            (Shape::Either, _) if mark.family() == 1 => guillemet(mark, waiting, reversed),
            (Shape::Either, Some(_)) if mark.may_open() && mark.before.is_whitespace() && mark.after.is_alphanumeric() => {
                self.straight_again(mark)
            }
            (Shape::Either, Some(_)) => Shape::Close,
            (Shape::Either, None) if mark.may_open() => Shape::Open,
            _ => Shape::Either,
        }
    }

    /// A straight mark that looks like an opening one while another is open: the other was never closed when a sentence ended before.
    fn straight_again(&self, mark: Mark) -> Shape {
        let before = self.text[self.block.from()..mark.at].trim_end();
        if before.ends_with(['.', '!', '?', ',', ':']) { Shape::Open } else { Shape::Close }
    }

    /// The innermost open mark of `style`.
    fn innermost(&self, style: Style) -> Option<usize> {
        self.waiting.iter().rposition(|one| one.mark.style == style)
    }

    fn open(&mut self, mark: Mark, top: Option<usize>) {
        if let Some(top) = top
            && self.was_left_open(self.waiting[top].mark, mark)
        {
            self.close_early(mark, top);
        }
        if self.waiting.len() < DEEPEST {
            self.waiting.push(Waiting { mark, slot: self.found.len() });
            self.found.push(None);
        }
    }

    /// Whether `open` lacks its closing mark: a sentence ends and the same mark opens again.
    fn was_left_open(&self, open: Mark, mark: Mark) -> bool {
        let before = self.text[self.block.from()..mark.at].trim_end();
        open.family() == mark.family() && (mark.shape == Shape::Either || before.ends_with(['.', '!', '?']))
    }

    /// Ends an unclosed quotation where the next one opens.
    fn close_early(&mut self, mark: Mark, top: usize) {
        let end = self.text[..mark.at].trim_end().len();
        let open = self.waiting[top];
        if end > open.mark.at + open.mark.len {
            self.found[open.slot] = Some(self.quoted(open.mark, end, end, true, top));
        }
        self.waiting.truncate(top);
    }

    fn close(&mut self, mark: Mark, top: Option<usize>) {
        let Some(top) = top else { return };
        let open = self.waiting[top];
        if mark.at > open.mark.at + open.mark.len {
            self.found[open.slot] = Some(self.quoted(open.mark, mark.at, mark.at + mark.len, false, top));
        }
        self.waiting.truncate(top);
    }

    fn single(&mut self, mark: Mark, later: &[Mark]) {
        let top = self.waiting.len().checked_sub(1).filter(|&top| self.waiting[top].mark.style == Style::Single);
        if singles::opens(self.text, self.block, mark, top.is_some()) {
            if top.is_none() && self.waiting.len() < DEEPEST {
                self.waiting.push(Waiting { mark, slot: self.found.len() });
                self.found.push(None);
            }
        } else if top.is_some() && singles::closes(self.text, self.block, mark, later) {
            self.close(mark, top);
        }
    }

    fn quoted(&self, open: Mark, inner_end: usize, end: usize, unclosed: bool, depth: usize) -> Quoted {
        Quoted {
            span: Span::new(open.at, end),
            inner: Span::new(open.at + open.len, inner_end),
            style: open.style,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            block: self.index,
            unclosed,
            continues: false,
        }
    }

    /// What is still open runs to the end of the block if it starts the block, if the next block opens again, or if a colon or comma leads to it.
    fn finish(mut self, opens_next: Option<Mark>) -> Vec<Quoted> {
        let end = self.block.to();
        for (depth, open) in std::mem::take(&mut self.waiting).into_iter().enumerate() {
            if end > open.mark.at + open.mark.len && self.runs_on(open.mark, opens_next) {
                self.found[open.slot] = Some(self.quoted(open.mark, end, end, true, depth));
            }
        }
        let mut found: Vec<Quoted> = self.found.into_iter().flatten().collect();
        set_depths(&mut found);
        found
    }

    fn runs_on(&self, open: Mark, opens_next: Option<Mark>) -> bool {
        let opens_again = opens_next.is_some_and(|next| {
            next.family() == open.family() && next.style == open.style && (next.sign == open.sign || next.shape == open.shape)
        });
        let before = self.text[self.block.from()..open.at].trim_end();
        match open.style {
            Style::Double => {
                let next_sentence =
                    before.ends_with(['.', '!', '?']) && open.may_open() && self.found.iter().flatten().any(|one| one.depth == 0);
                opens_again || before.is_empty() || before.ends_with([':', ',']) || next_sentence
            }
            Style::Single => opens_again && (before.is_empty() || before.ends_with([':', ','])) && open.sign != '\'',
        }
    }
}

/// A guillemet opens or closes by its neighbours, and where spaces stand on both sides by the habit of the block.
fn guillemet(mark: Mark, waiting: Option<Mark>, reversed: bool) -> Shape {
    let points_left = matches!(mark.sign, '«' | '‹');
    let opens = points_left != reversed;
    match waiting {
        Some(open) if open.sign != mark.sign || !mark.may_open() => Shape::Close,
        None if opens || mark.may_open() => Shape::Open,
        Some(_) if opens => Shape::Open,
        _ => Shape::Either,
    }
}

/// How many of the quotations before it each one stands in; dropped marks may have left gaps.
fn set_depths(found: &mut [Quoted]) {
    let mut ends: Vec<u32> = Vec::new();
    for one in found {
        while ends.last().is_some_and(|&end| end <= one.span.start) {
            ends.pop();
        }
        one.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(one.span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut at = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trimmed(text);
            at += line.len();
            if !span.is_empty() {
                blocks.push(span);
            }
        }
        pair(text, &blocks).iter().map(|one| one.span.of(text).to_owned()).collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(text), expected, "{text}");
    }

    #[test]
    fn curly() {
        check("“No,” he said. “Not yet.”", &["“No,”", "“Not yet.”"]);
        check("It is “so” and “thus”.", &["“so”", "“thus”"]);
        check("She (“Anna”) left", &["“Anna”"]);
        check("word—“dash”—word", &["“dash”"]);
        check("“a“ wrongly closed", &["“a“"]);
        check("”Nej”, sade hon", &["”Nej”"]);
    }

    #[test]
    fn straight() {
        check("\"No,\" he said. \"Not yet.\"", &["\"No,\"", "\"Not yet.\""]);
        check("A 27\" screen and a \"big\" one", &["\"big\""]);
        check("He is 6'2\" tall", &[]);
        check("(\"so\")", &["\"so\""]);
        check("\"Is it?\" \"It is.\"", &["\"Is it?\"", "\"It is.\""]);
        check("\"No way. \"Yes,\" she said", &["\"No way.", "\"Yes,\""]);
        check("``No,'' she said. ''Why?''", &["``No,''", "''Why?''"]);
    }

    #[test]
    fn european() {
        check("„Ja“, sagte er. „Nein.“", &["„Ja“", "„Nein.“"]);
        check("„Ja”, powiedział", &["„Ja”"]);
        check("«Oui», dit-il, « non »", &["«Oui»", "« non »"]);
        check("»Ja«, sagte sie, »doch.«", &["»Ja«", "»doch.«"]);
        check("»Ja», sa hon", &["»Ja»"]);
        check("「はい」と「いいえ」", &["「はい」", "「いいえ」"]);
        check("‚Ja‘ und ›Nein‹", &["‚Ja‘", "›Nein‹"]);
        check("“Ja” und „nein“", &["“Ja”", "„nein“"]);
    }

    #[test]
    fn single_marks_and_apostrophes() {
        check("‘It’s over,’ he said. ‘We can’t win.’", &["‘It’s over,’", "‘We can’t win.’"]);
        check("'It's over,' he said.", &["'It's over,'"]);
        check("the workers’ rights and the ‘workers’ rights’ bill", &["‘workers’ rights’"]);
        check("rock 'n' roll in the '90s", &[]);
        check("the dogs' bowl and the cats' tail", &[]);
        check("Percy ‘Points’ Wolstencroft", &["‘Points’"]);
        check("don’t, won’t, can’t", &[]);
        check("give ’em the ’20s", &[]);
        check("He called it 'a mess'.", &["'a mess'"]);
        check("the bosses’ ‘offer’ was poor", &["‘offer’"]);
    }

    #[test]
    fn nested() {
        check("“He said, ‘No.’ And I left,” she said.", &["“He said, ‘No.’ And I left,”", "‘No.’"]);
        check("‘She said “no” to me,’ he said", &["‘She said “no” to me,’", "“no”"]);
        check("„Er fragte: ‚Warum?‘ Ich schwieg.“", &["„Er fragte: ‚Warum?‘ Ich schwieg.“", "‚Warum?‘"]);
        check("“a “b” c”", &["“a “b” c”", "“b”"]);
        let text = "“He said, ‘No.’ I left,” she said.";
        let depths: Vec<_> = pair(text, &[Span::new(0, text.len())]).iter().map(|one| one.depth).collect();
        assert_eq!(depths, [0, 1]);
    }

    #[test]
    fn over_paragraphs() {
        check("“One.\n“Two.\n“Three,” she said.", &["“One.", "“Two.", "“Three,”"]);
        check("He said: “One.\n“Two.”", &["“One.", "“Two.”"]);
        check("\"One.\n\"Two,\" he said.", &["\"One.", "\"Two,\""]);
        check("„Eins.\n„Zwei“, sagte er.", &["„Eins.", "„Zwei“"]);
        check("‘One.\n‘Two,’ he said.", &["‘One.", "‘Two,’"]);
        let text = "“One.\n“Two.”";
        let pairs = pair(text, &[Span::new(0, 7), Span::new(8, text.len())]);
        assert!(pairs[0].unclosed && !pairs[0].continues && pairs[1].continues && !pairs[1].unclosed);
    }

    #[test]
    fn unbalanced() {
        check("“No way. “Yes,” she said", &["“No way.", "“Yes,”"]);
        check("It was ” odd.", &[]);
        check("He said, “I will go.", &["“I will go."]);
        check("An “odd mark in the middle of a line", &[]);
        check("“”", &[]);
        check("", &[]);
    }

    #[test]
    fn cost_grows_in_proportion() {
        for sign in ["\"", "“", "„", "'", "‘", "«", "\" ", "“a", "'a "] {
            let text = sign.repeat(200_000);
            pair(&text, &[Span::new(0, text.len())]);
        }
    }
}
