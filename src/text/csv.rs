//! Comma-separated values (RFC 4180): written, and read as spreadsheets write them.

/// One record of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its fields.
    pub fields: Vec<String>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The line, from 1.
    pub line: usize,
    /// What: a sentence without a full stop.
    pub message: &'static str,
}

/// The fields as one record, its line break included.
#[must_use]
pub fn line(fields: &[&str]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
    quoted.join(",") + "\r\n"
}

/// `field` in quotation marks where it needs them.
fn quoted(field: &str) -> String {
    let needs = field.contains([',', ';', '\t', '"', '\n', '\r']) || field.trim() != field;
    if needs { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}

/// What parts the fields of `text`: the comma, or what its first line has more of; spreadsheets of some countries write semicolons.
#[must_use]
pub fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &char| first.matches(*separator).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(count).unwrap_or(',')
}

/// The records of `text`. Fields in quotation marks may hold line breaks, and quotation marks written twice.
///
/// # Errors
/// When a quotation mark is not closed, or something follows a closed one.
pub fn read(text: &str, separator: char) -> Result<Vec<Record>, Torn> {
    let mut reader = Reader { letters: text.chars().peekable(), line: 1, separator };
    let mut records = Vec::new();
    while reader.letters.peek().is_some() {
        records.push(reader.record()?);
    }
    Ok(records)
}

struct Reader<'a> {
    letters: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
    separator: char,
}

impl Reader<'_> {
    fn record(&mut self) -> Result<Record, Torn> {
        let mut record = Record { line: self.line, fields: Vec::new() };
        loop {
            record.fields.push(if self.letters.next_if_eq(&'"').is_some() { self.quoted()? } else { self.bare() });
            match self.letters.next() {
                Some(letter) if letter == self.separator => {}
                Some('\r') => {
                    self.letters.next_if_eq(&'\n');
                    break;
                }
                Some('\n') | None => break,
                Some(_) => return Err(Torn { line: self.line, message: "something follows a closed quotation mark" }),
            }
        }
        self.line += 1;
        Ok(record)
    }

    fn bare(&mut self) -> String {
        let separator = self.separator;
        let mut field = String::new();
        while let Some(letter) = self.letters.next_if(|letter| *letter != separator && !matches!(letter, '\r' | '\n')) {
            field.push(letter);
        }
        field
    }

    fn quoted(&mut self) -> Result<String, Torn> {
        let opened = self.line;
        let mut field = String::new();
        loop {
            match self.letters.next() {
                Some('"') if self.letters.next_if_eq(&'"').is_some() => field.push('"'),
                Some('"') => return Ok(field),
                Some('\r') if self.letters.peek() == Some(&'\n') => {}
                Some(letter) => {
                    self.line += usize::from(letter == '\n');
                    field.push(letter);
                }
                None => return Err(Torn { line: opened, message: "a quotation mark is opened and not closed" }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let records = read(text, separator(text)).unwrap_or_else(|torn| panic!("{torn:?}"));
        let seen: Vec<(usize, Vec<&str>)> =
            records.iter().map(|record| (record.line, record.fields.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> = expected.iter().map(|(line, fields)| (*line, fields.to_vec())).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn records_are_read() {
        check("a,b\r\nc,d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a,b\nc,", &[(1, &["a", "b"]), (2, &["c", ""])]);
        check("a;b\nc,d;e", &[(1, &["a", "b"]), (2, &["c,d", "e"])]);
        check("a\tb\rc\td", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("", &[]);
    }

    #[test]
    fn quotation_marks_hold_separators_and_line_breaks() {
        check("a,b\n\"x, \"\"y\"\"\r\nz\",2\nc,d", &[(1, &["a", "b"]), (2, &["x, \"y\"\nz", "2"]), (4, &["c", "d"])]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let fields = ["plain", "a, b", "“say” \"it\"", "two\nlines", " spaced ", ""];
        check(&line(&fields), &[(1, &fields)]);
        assert_eq!(line(&["a", "b,c"]), "a,\"b,c\"\r\n");
    }

    #[test]
    fn torn_files_are_refused_with_the_line() {
        let line = |text: &str| read(text, ',').expect_err("it is torn").line;
        assert_eq!(line("a\nb,\"c\nd"), 2);
        assert_eq!(line("a\n\"b\"c"), 2);
    }
}
