//! Comparing words without regard to curly marks, odd spaces and case.

/// `text` in lower case, with straight quotation marks and hyphens and single plain spaces, for comparison only: offsets do not survive.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '‘' | '’' | '‛' | 'ʼ' | '`' | '´' => folded.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' => folded.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' => folded.push('-'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            space if space.is_whitespace() => {
                if !folded.ends_with(' ') && !folded.is_empty() {
                    folded.push(' ');
                }
            }
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn looks_past_typography() {
        assert_eq!(fold(" Ukraine’s  “War”\u{a0}—\tTalks "), "ukraine's \"war\" - talks");
    }
}
