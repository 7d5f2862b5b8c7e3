//! Prints how the time of reading grows with the length of the input, for ordinary and for hostile shapes of text and HTML.
//!
//! `cargo bench --bench linear [-- LONGEST]` reads each shape at 1 kB, 10 kB, … up to LONGEST bytes (10 000 000 by default)
//! and prints nanoseconds a byte, with the ratio to the length before. A ratio that stays above 2 is a cost that grows faster than the input.

#![expect(clippy::print_stdout, reason = "it prints figures")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use galley_engine::pipeline;
use galley_engine::source::{Source, html::from_html, plain::from_text};
use std::time::Instant;

/// Bytes of the shortest input, and how much longer each next one is.
const FIRST: usize = 1000;
const STEP: usize = 10;

/// A piece that is repeated until the input is long enough, with what stands before it, and what reads it.
type Shape = (&'static str, &'static str, &'static str, fn(&str) -> Source);

const SHAPES: &[Shape] = &[
    (
        "plain: paragraphs",
        "",
        "LEEDS (AP) — The mayor, Ana Díaz, said on Friday that “the bridge is open”, and left. It was May 3, 2024.\n\n",
        from_text,
    ),
    ("plain: one line of words", "", "word ", from_text),
    ("plain: one line of sentences", "", "The mayor said so. ", from_text),
    ("plain: one word", "", "a", from_text),
    ("plain: short lines", "", "a\n", from_text),
    ("plain: blank lines", "", "\n", from_text),
    ("plain: repeated headline", "", "Bridge over the river opens again\n", from_text),
    ("plain: bylines", "", "By Jo Marsh\n", from_text),
    ("plain: dates", "", "May 3, 2024\n", from_text),
    ("plain: names", "", "Jo Marsh ", from_text),
    ("plain: brackets", "", "(", from_text),
    ("plain: marks of quotation", "", "“", from_text),
    ("plain: advertisements in one line", "", "It is. Advertisement ", from_text),
    ("plain: notes in one line", "", "He left. Click here to read. Photo by ", from_text),
    ("plain: slashes", "", "A/ ", from_text),
    (
        "html: paragraphs",
        "<h1>Bridge opens</h1>",
        "<p>LEEDS (AP) — The mayor, <b>Ana Díaz</b>, said on Friday that “the bridge is open”, and left.</p>",
        from_html,
    ),
    ("html: nested elements", "", "<div>", from_html),
    ("html: nested lists", "", "<ul><li>a", from_html),
    ("html: links", "", "<a href=x>Menu</a>", from_html),
    ("html: end tags", "", "</b>", from_html),
    ("html: one long attribute", "<p title='", "x", from_html),
    ("html: attributes", "<p ", "a=1 ", from_html),
    ("html: meta tags", "", "<meta name=author content='Jo Marsh'>", from_html),
    ("html: descriptions", "", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Jo Marsh\"}</script>", from_html),
    ("html: late pieces", "", "<div hidden id=\"S:0\"><template id=\"B:0\"></template>", from_html),
    ("html: open angles", "", "<", from_html),
    ("html: code", "<pre><code>", "a = b;\n", from_html),
    ("html: table", "<table>", "<tr><td>a<td>b", from_html),
];

fn main() {
    let longest = std::env::args().nth(1).and_then(|most| most.parse().ok()).unwrap_or(10_000_000);
    let sizes: Vec<usize> = std::iter::successors(Some(FIRST), |size| Some(size * STEP)).take_while(|size| *size <= longest).collect();
    print!("{:36}", "ns a byte (ratio)");
    for size in &sizes {
        print!("{:>16}", format!("{} kB", size / 1000));
    }
    println!();
    for shape in SHAPES {
        row(shape, &sizes);
    }
}

fn row((name, before, piece, read): &Shape, sizes: &[usize]) {
    print!("{name:36}");
    let mut last: Option<f64> = None;
    for &size in sizes {
        let input = format!("{before}{}", piece.repeat(size / piece.len()));
        // Short inputs are read often enough for the clock.
        let rounds = (200_000 / size).max(1);
        let start = Instant::now();
        for _ in 0..rounds {
            std::hint::black_box(pipeline::read(read(&input)));
        }
        let cost = start.elapsed().as_secs_f64() * 1e9 / (rounds * input.len()) as f64;
        print!("{:>16}", last.map_or_else(|| format!("{cost:.0}"), |last| format!("{cost:.0} ({:.2})", cost / last)));
        last = Some(cost);
    }
    println!();
}
