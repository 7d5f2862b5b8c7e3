//! Whole pages of our own, and the role of each of their lines.

use crate::annotation::Role;
use crate::block;
use crate::detect::structure::roles;
use crate::source::{Source, html::from_html, plain::from_text};

/// Each line of `page` is a role's name, a bar, and the words of a block; a lone bar is a blank line.
fn check(page: &str) {
    let lines: Vec<(&str, &str)> =
        page.trim().lines().filter_map(|line| line.split_once('|')).map(|(role, text)| (role.trim(), text.trim())).collect();
    let text = lines.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n");
    check_source(&from_text(&text), &lines.iter().filter(|(role, _)| !role.is_empty()).map(|(role, _)| *role).collect::<Vec<_>>());
}

fn check_source(source: &Source, expected: &[&str]) {
    let blocks = block::cut(source);
    let seen: Vec<Role> = roles(source, &blocks).roles();
    let named: Vec<(&str, &str)> = blocks.iter().zip(&seen).map(|(block, role)| (role.code(), block.span.of(&source.text))).collect();
    assert_eq!(seen.iter().map(|role| role.code()).collect::<Vec<_>>(), expected, "{named:#?}");
}

#[test]
fn a_news_page_with_its_furniture() {
    check(
        "
        navigation | Home › News › Local
        | 
        kicker     | Transport
        headline   | River bridge opens again after nine months of repair
        byline     | By Ana Díaz and Jo Marsh
        timestamp  | Friday 3 May 2024, 7.30am
        share      | Facebook  X  WhatsApp  Email
        | 
        caption    | The bridge at dawn on Friday, before the first bus crossed it. Photograph: Al Reed/The Courier
        | 
        paragraph  | LEEDS (Wire) — The bridge over the river opened again on Friday morning, nine months after a barge struck one of its piers and closed it to traffic.
        | 
        paragraph  | The mayor cut a ribbon at six and was the first to walk across. “It has been a long winter for everybody on the south bank,” she said.
        | 
        subhead    | What it cost
        | 
        paragraph  | The repair cost the council four million pounds, which is less than the two that had been feared, and was finished a week before its time.
        | 
        paragraph  | Buses will run across the bridge from Saturday. Lorries have to wait until the summer, when the last of the new bearings will be in place.
        | 
        credit     | (Reporting by Ana Díaz; editing by Jo Marsh)
        | 
        related    | More on this bridge
        related    | Barge captain fined for striking the river bridge
        advertisement | Advertisement
        newsletter | Sign up for our newsletter
        legal      | © 2024 The Courier. All rights reserved.
        ",
    );
}

#[test]
fn a_paragraph_without_a_page() {
    check("paragraph | The bridge over the river opened again on Friday morning, nine months after a barge struck one of its piers.");
    check(
        "
        headline  | River bridge opens again
        |
        paragraph | The bridge over the river opened again on Friday morning, nine months after a barge struck one of its piers.
        ",
    );
}

#[test]
fn markup_tells_roles() {
    let source = from_html(
        "<nav><a>Home</a></nav><main><h1>River bridge opens again</h1><p class=byline>By Ana Díaz</p>
        <p>The bridge over the river opened again on Friday morning, nine months after a barge struck one of its piers.</p>
        <h2>What it cost</h2><p>The repair cost the council four million pounds, which is less than had been feared by many of them.</p>
        <ul><li>Buses run from Saturday</li><li>Lorries must wait until the summer</li></ul>
        <p>The mayor cut a ribbon at six and was the first to walk across. It has been a long winter for everybody, she said.</p></main>
        <footer>© 2024 The Courier</footer>",
    );
    check_source(
        &source,
        &["navigation", "headline", "byline", "paragraph", "subhead", "paragraph", "list-item", "list-item", "paragraph", "legal"],
    );
}
