//! How much of a quotation is word for word.

use crate::annotation::QuotationKind;
use crate::text::Span;

/// The share of letters inside marks from which a quotation counts as all of it word for word.
const ALL: f64 = 0.95;

/// Direct, mixed or indirect: by the share of letters and digits in `spans` that stand inside `quoted`, in order and apart.
pub(super) fn of(text: &str, spans: &[Span], quoted: &[Span]) -> QuotationKind {
    let (mut all, mut inside) = (0_u32, 0_u32);
    let mut quoted = quoted.iter().peekable();
    for span in spans {
        for (at, _) in span.of(text).char_indices().filter(|(_, sign)| sign.is_alphanumeric()) {
            let at = span.from() + at;
            while quoted.next_if(|one| one.to() <= at).is_some() {}
            all += 1;
            inside += u32::from(quoted.peek().is_some_and(|one| one.from() <= at));
        }
    }
    match inside {
        0 => QuotationKind::Indirect,
        _ if f64::from(inside) >= ALL * f64::from(all) => QuotationKind::Direct,
        _ => QuotationKind::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: QuotationKind) {
        let open = text.find('“');
        let quoted: Vec<_> =
            open.map(|open| Span::new(open, text.rfind('”').map_or(text.len(), |end| end + '”'.len_utf8()))).into_iter().collect();
        assert_eq!(of(text, &[Span::new(0, text.len())], &quoted), expected, "{text}");
    }

    #[test]
    fn by_the_share_inside_marks() {
        check("“All of it.”", QuotationKind::Direct);
        check("“All of it", QuotationKind::Direct);
        check("that it was “so”", QuotationKind::Mixed);
        check("that it was so", QuotationKind::Indirect);
        check("a “quotation that is so long that one letter outside of it does not count”", QuotationKind::Direct);
        check("", QuotationKind::Indirect);
        check("—", QuotationKind::Indirect);
        check("“—”", QuotationKind::Indirect);
        check("But “no”", QuotationKind::Mixed);
        check("“24 hours”", QuotationKind::Direct);
    }
}
