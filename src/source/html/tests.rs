//! What comes out of HTML, and that hostile HTML costs no more than its length.

use super::*;

/// The lines of the text, `/` between them.
fn check(html: &str, expected: &str) {
    assert_eq!(from_html(html).text.replace('\n', "/"), expected, "{html}");
}

#[test]
fn blocks_are_lines_and_paragraphs_stand_apart() {
    check("<div>One</div><div>Two</div>", "One/Two");
    check("<p>One<p>Two", "One//Two");
    check("<h1>Head</h1><p>One</p>", "Head//One");
    check("One<br>Two<br><br>Three", "One/Two//Three");
    check("<ul><li>One<li>Two</ul>", "One/Two");
    check("<div><div><div>One</div></div></div>Two", "One/Two");
    check("", "");
}

#[test]
fn white_space_collapses_outside_pre() {
    check("  One \n\t two <b> three</b> ", "One two three");
    check("<b>One </b> two", "One two");
    check("<p> One </p>\n<p> Two </p>", "One//Two");
    check("<pre>a  b\n  c</pre>", "a  b/  c");
    check("<pre><i>a</i> <i>b</i></pre>", "a b");
    check("<pre>\na\n</pre>b", "a//b");
    check("One&nbsp;two", "One\u{a0}two");
}

#[test]
fn inline_elements_do_not_part_words() {
    check("<a href=x>Mc</a>Kay, <i>who</i> left", "McKay, who left");
    check("Mc<b>Kay</b>, <i>who</i> left", "McKay, who left");
}

#[test]
fn links_and_buttons_beside_each_other_are_parted() {
    check("<a href=x>Home</a><a>News</a>", "Home News");
    check("<li><a>About</a><button>Open menu</button></li>", "About Open menu");
    check("<a>One</a>, <a>two</a>.", "One, two.");
}

#[test]
fn preformatted_text_is_one_block_until_a_blank_line_and_code_is_one() {
    let blocks = |html: &str| {
        let source = from_html(html);
        let blocks = crate::block::cut(&source);
        assert_eq!(blocks.len(), source.hints.len());
        blocks.iter().map(|block| block.span.of(&source.text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(blocks("<p>x<pre>a\n  b\n\nc</pre>y"), ["x", "a\n  b", "c", "y"]);
    assert_eq!(blocks("<pre><code>a\n\n\nb</code></pre>y"), ["a\n\nb", "y"]);
    assert_eq!(blocks("<pre><code><span style='display:flex'>a\n</span><span style='display:flex'>b</span></code></pre>"), ["a\nb"]);
}

#[test]
fn characters_that_are_never_seen_are_not_text() {
    check("<p>Bundes&shy;rat<p>\u{200b}<p>a\u{feff}", "Bundesrat//a");
}

#[test]
fn panels_that_a_click_opens_are_text() {
    check("<h3><button>Why?</button></h3><div hidden><p>Because.</div><div hidden>x</div>", "Why?//Because.");
    check("<div role=region aria-labelledby=h style='display:none'>Because.</div>", "Because.");
    check("<button>Menu</button><ul hidden><li>x</ul>y", "Menu y");
    check("<h2><button>Menu</button></h2><nav hidden>x</nav>y", "Menu//y");
}

#[test]
fn words_only_without_script_are_text_when_there_are_no_others() {
    let story = "The bridge over the river opened again on Friday morning. ".repeat(20);
    check(&format!("<div id=app></div><noscript><p>{story}</p></noscript>"), story.trim());
    check(&format!("<p>{story}</p><noscript><p>{story}</p></noscript>"), story.trim());
    let told =
        format!("<div id=app></div><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{story}\"}}</script>");
    check(&told, story.trim());
}

#[test]
fn a_page_in_another_character_set_is_read() {
    assert_eq!(from_bytes(b"<meta charset=iso-8859-1><p>caf\xe9").text, "café");
    let again = from_html("<p>itâ\u{80}\u{99}s â\u{80}\u{9c}newâ\u{80}\u{9d}");
    assert_eq!((again.text.as_str(), again.notices.len()), ("it’s “new”", 1));
}

#[test]
fn cells_are_parted_by_tabs() {
    check("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td> <td>4</td></tr></table>", "1\t2/3\t4");
    check("<table><tr><td>1<td>2<tr><td>3", "1\t2/3");
}

#[test]
fn entities_are_decoded() {
    check("Norling &amp; Sons&rsquo; &#8212; &lt;b&gt;", "Norling & Sons’ — <b>");
}

#[test]
fn what_is_not_shown_is_not_text() {
    check("<head><title>T</title><style>p{}</style></head><body>x<script>alert('a')</script></body>", "x");
    check("<p hidden>a</p><p style='color:red; display : none'>b</p><template><p>c</p></template><p>d", "d");
    check("<noscript><p>a</p></noscript><svg><title>b</title><text>c</text></svg>d", "d");
    check("<img src=x onerror=\"alert('a')\">b<iframe>c</iframe><select><option>d</select>", "b");
    check("<dialog>a</dialog><dialog open>b</dialog>", "b");
    check("<body style='visibility:hidden'><p>a", "a");
    check("<p>Read <span class='x sr-only'>(opens in a new window)</span>on<p class=screen-reader-text>b", "Read on");
    check("<h1 class=visually-hidden>Head</h1><p class=hidden-gem>b", "Head//b");
}

#[test]
fn what_a_script_would_reveal_is_text() {
    let story = "The bridge over the river opened again on Friday morning. ".repeat(60);
    check(&format!("<div>x</div><div hidden id=s1><p>{story}</p></div><script>reveal('s1')</script>"), &format!("x//{}", story.trim()));
}

#[test]
fn a_script_that_looks_closed_does_not_leak() {
    check("<script>var a = '<p>x</p>'; // </scr</script>y", "y");
    check("<script><!-- <script> a </script> b --></script>y", "y");
    check("<svg><script/></svg>y", "y");
    check("<style>a</style >b<script>never closed <p>c", "b");
}

#[test]
fn misnested_tags_end_where_a_browser_ends_them() {
    check("<b><p>One</b> two</p>three", "One two//three");
    check("<div hidden><p>a</div>b", "b");
    check("</div></p>a</b>", "a");
    check("<p>One<div>Two</div>three", "One//Two/three");
    check("<p>One<td>two", "Onetwo");
}

#[test]
fn the_title_is_metadata_and_not_text() {
    let source = from_html("<html lang=en-us><title>Mill &amp; river</title><body><h1>Mill</h1>");
    assert_eq!(source.text, "Mill");
    assert_eq!(source.declared.title.map(|fact| fact.value).as_deref(), Some("Mill & river"));
    assert_eq!(source.declared.language.map(|fact| fact.value).as_deref(), Some("en-US"));
}

#[test]
fn each_line_has_its_hint() {
    let source = from_html("<main id=Top><p class='lead big'>One <a>two</a></p><ul><li><a>three</a></ul>");
    let seen: Vec<_> = source.hints.iter().map(|h| (h.span.of(&source.text), h.path.as_str(), h.words.as_str(), h.list_depth)).collect();
    assert_eq!(seen, [("One two", "main>p", "top lead big", 0), ("three", "main>ul>li>a", "top", 1)]);
    assert!(source.hints[0].link_density > 0.4 && source.hints[0].link_density < 0.6);
    assert_eq!(source.hints[1].link_density, 1.0);
}

fn declared(html: &str) -> crate::source::metadata::Metadata {
    from_html(html).declared
}

#[test]
fn json_ld_is_read_in_all_its_shapes() {
    let author = |json: &str| declared(&format!("<script type='application/ld+json'>{json}</script>")).byline.map(|fact| fact.value);
    let expected = Some("Ana Díaz".to_owned());
    assert_eq!(author(r#"{"@type":"NewsArticle","author":"By Ana Díaz"}"#), expected);
    assert_eq!(author(r#"[{"@type":"WebSite"},{"@type":["Article","X"],"author":{"@type":"Person","name":"Ana Díaz"}}]"#), expected);
    assert_eq!(
        author(r##"{"@graph":[{"@type":"https://schema.org/BlogPosting","author":[{"@id":"#a"}]},{"@id":"#a","name":"Ana Díaz"}]}"##),
        expected
    );
    assert_eq!(author(r#"{"@type":"NewsArticle","author":{"name":["Ana Díaz","Reuters"]}}"#), expected);
    assert_eq!(author(r#"{"@type":"NewsArticle","author":{"@type":"Organization","name":"Wire News Agency"}}"#), None);
    assert_eq!(author("{broken"), None);
}

#[test]
fn meta_tags_fill_what_json_ld_leaves_open() {
    let html = "<meta property=og:title content='Mill sold | The Register'><meta property=og:site_name content='The Register'>
        <meta name=author content='Ana Díaz'><meta property=article:published_time content=2026-05-13T05:30:00Z><link rel=canonical href=https://r.example/mill>
        <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Mill &amp; sold\"}</script><time class=updated datetime=2026-05-14>";
    let found = declared(html);
    assert_eq!(
        found.title,
        Some(crate::source::metadata::Fact { value: "Mill & sold".into(), evidence: crate::source::metadata::Evidence::JsonLd })
    );
    assert_eq!(found.byline.map(|fact| fact.value).as_deref(), Some("Ana Díaz"));
    assert_eq!(found.published.map(|fact| fact.value).as_deref(), Some("2026-05-13T05:30:00Z"));
    assert_eq!(found.modified.map(|fact| fact.value).as_deref(), Some("2026-05-14"));
    assert_eq!(found.publisher.map(|fact| fact.value).as_deref(), Some("The Register"));
    assert_eq!(found.url.map(|fact| fact.value).as_deref(), Some("https://r.example/mill"));
}

#[test]
fn html_is_told_from_text() {
    for html in ["<!DOCTYPE html><p>x", "\u{feff}\n<html>", "<p>One</p>", "<div><p>One</p><p>Two</p></div> and", "<!-- saved --><html>"] {
        assert!(looks_like_html(html), "{html}");
    }
    for text in
        ["", "One < two > three", "<3 this", "He wrote <p> in chalk.", "WASHINGTON (AP) — <b>x</b> and <i>y</i>", "<Ana> said </Bo>"]
    {
        assert!(!looks_like_html(text), "{text}");
    }
}

#[test]
fn hostile_pages_cost_no_more_than_their_length() {
    assert_eq!(from_html(&"<div>".repeat(1_000_000)).text, "");
    assert_eq!(from_html(&format!("{}x", "<p><b><table><td>".repeat(100_000))).text, "x");
    assert_eq!(from_html(&format!("{}x{}y", "<ul><li>".repeat(300_000), "</ul>".repeat(300_000))).text, "x\n\ny");
    assert_eq!(from_html("<ul><li>a<ul><li>b</ul><li>c</ul>").text, "a\nb\nc");
    assert_eq!(from_html(&"word ".repeat(1_000_000)).text.len(), 4_999_999);
    assert_eq!(from_html(&"</b>".repeat(500_000)).text, "");
    assert_eq!(from_html(&format!("<p {}>x", "a=1 b ".repeat(300_000))).text, "x");
    assert_eq!(from_html(&format!("<p {}>x", (0..300_000).map(|i| format!("a{i} ")).collect::<String>())).text, "x");
    assert_eq!(from_html(&"<".repeat(1_000_000)).text.len(), 1_000_000);
    assert_eq!(from_html(&"&".repeat(1_000_000)).text.len(), 1_000_000);
    assert_eq!(from_html(&format!("<!--{}", "<p>-".repeat(1_000_000))).text, "");
    let _ = from_html(&format!("<script type=application/ld+json>{}</script>", "[".repeat(1_000_000)));
    let _ = from_html(&"<div hidden id=\"S:0\"><template id=\"B:".repeat(50_000));
    let _ = from_html(&"<div hidden id=\"S:0\"><template id=\"B:0\"></template></div>".repeat(50_000));
    let _ = from_html(&format!("<pre>{}</pre>", "\n".repeat(1_000_000)));
}
