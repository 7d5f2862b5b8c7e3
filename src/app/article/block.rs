//! One block: its words with their marks, and its role in the margin.

use super::Tag;
use super::draw::{Node, nest};
use crate::state::State;
use crate::words::{form, hue_in, marked_words, shortened, spoken};
use galley_engine::annotation::{Annotation, AnnotationId, Decision, Label, Layer, QuotationKind, Role};
use galley_engine::document::Document;
use galley_engine::view::is_reviewed;
use galley_engine::view::quotes::speaker_name;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// All that a block is drawn from; a block is drawn anew only when this alters.
#[derive(Clone, Debug, Default, PartialEq)]
struct Drawn {
    role: Option<RoleTag>,
    pieces: Vec<Piece>,
}

/// A piece of the block: words, or a mark around pieces.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Words(String),
    Mark(Box<MarkTag>, Vec<Piece>),
}

/// What the element of a mark says.
#[derive(Clone, Debug, PartialEq)]
struct MarkTag {
    id: AnnotationId,
    layer: Layer,
    class: String,
    hue: &'static str,
    /// The name of the kind, shown when pointed at.
    tag: String,
    /// For a screen reader; `None` on the further parts of a mark that is drawn in several.
    spoken: Option<String>,
    speaker: Option<String>,
    form: Option<&'static str>,
}

/// What the margin says.
#[derive(Clone, Debug, PartialEq)]
struct RoleTag {
    id: AnnotationId,
    role: Role,
    is_decided: bool,
}

/// A block of the article.
#[component]
pub(super) fn BlockView(index: usize, tag: Tag) -> impl IntoView {
    let state = expect_context::<State>();
    let drawn = Memo::new(move |_| drawn(state, index));
    let class =
        move || class_of(drawn.with(|drawn| drawn.role.as_ref().map_or(Role::Paragraph, |tag| tag.role)), starts_with_bullet(&drawn.get()));
    let is_empty = Memo::new(move |_| state.clean.get() && state.story.with(|story| story.get(index).is_some_and(String::is_empty)));
    let inside = move || {
        let Drawn { role, pieces } = drawn.get();
        // Without furniture the words are not those of the text any more: nothing of them can be marked.
        let is_clean = state.clean.get();
        let role = role.filter(|_| !is_clean).map(role_view);
        view! { {role}<span class="words-of" data-block=(!is_clean).then(|| index.to_string())>{pieces.into_iter().map(piece_view).collect_view()}</span> }
    };
    match tag {
        Tag::Title => view! { <h1 class=class hidden=is_empty dir="auto">{inside}</h1> }.into_any(),
        Tag::Subtitle => view! { <h2 class=class hidden=is_empty dir="auto">{inside}</h2> }.into_any(),
        Tag::Paragraph => view! { <p class=class hidden=is_empty dir="auto">{inside}</p> }.into_any(),
    }
}

fn drawn(state: State, index: usize) -> Drawn {
    if state.clean.get() {
        return clean(state, index);
    }
    let nodes = state.segments.with(|segments| segments.get(index).map(|segments| nest(segments)).unwrap_or_default());
    let look = |document: &Document| {
        let role = document.roles.get(index).and_then(|id| document.annotations.get(id));
        let role = role.map(|one| RoleTag { id: one.id, role: document.role(index), is_decided: one.decision != Decision::Pending });
        let mut seen = BTreeSet::new();
        Drawn { role, pieces: nodes.iter().map(|node| piece(document, node, &mut seen)).collect() }
    };
    state.with(look).unwrap_or_default()
}

/// The block as a reader wants it: its words without the furniture inside it.
fn clean(state: State, index: usize) -> Drawn {
    let words = state.story.with(|story| story.get(index).cloned()).unwrap_or_default();
    let role = state.with(|document| Some(RoleTag { id: *document.roles.get(index)?, role: document.role(index), is_decided: false }));
    Drawn { role: role.flatten(), pieces: vec![Piece::Words(words)] }
}

/// `seen` holds the marks that were begun already: their further parts are no stops of the Tab key.
fn piece(document: &Document, node: &Node, seen: &mut BTreeSet<AnnotationId>) -> Piece {
    match node {
        Node::Words(span) => Piece::Words(document.words(*span).to_owned()),
        Node::Mark(id, inside) => {
            let Some(annotation) = document.annotations.get(id) else { return Piece::Words(String::new()) };
            let is_new = seen.insert(*id);
            let is_first = is_new && begins_here(document, annotation, inside);
            let tag = mark_tag(document, annotation, is_new, is_first);
            Piece::Mark(Box::new(tag), inside.iter().map(|node| piece(document, node, seen)).collect())
        }
    }
}

/// Whether the first part of `annotation` is among these nodes: a mark may run on over several blocks.
fn begins_here(document: &Document, annotation: &Annotation, inside: &[Node]) -> bool {
    let start = annotation.extent().start;
    let first = inside.first().map(first_byte);
    first == Some(start) || first.and_then(|first| document.block_at(first)) == document.block_at(start)
}

fn first_byte(node: &Node) -> u32 {
    match node {
        Node::Words(span) => span.start,
        Node::Mark(_, inside) => inside.first().map_or(0, first_byte),
    }
}

/// `is_new`: the first part of the mark in its block. `is_first`: the first part of all.
fn mark_tag(document: &Document, annotation: &Annotation, is_new: bool, is_first: bool) -> MarkTag {
    let name = annotation.label.name();
    let speaker = annotation.label.quotation().and_then(|quotation| speaker_name(document, quotation));
    let form = annotation.label.mention().and_then(|mention| form(mention.form));
    MarkTag {
        id: annotation.id,
        layer: annotation.layer(),
        class: mark_class(annotation, is_new),
        hue: hue_in(&document.codebook.labels, &name),
        tag: form.map_or_else(|| name.title().to_owned(), |form| format!("{}, {form}", name.title())),
        spoken: is_first.then(|| spoken(&shortened(&marked_words(document, annotation), 120), annotation, speaker.as_deref())),
        speaker: if annotation.layer() == Layer::Quotation { Some(speaker.unwrap_or_else(|| "Speaker unknown".to_owned())) } else { None },
        form,
    }
}

fn mark_class(annotation: &Annotation, is_new: bool) -> String {
    let mut class = crate::words::state(annotation.decision).to_owned();
    if let Label::Quotation(quotation) = &annotation.label {
        class.push(' ');
        class.push_str(match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Indirect => "indirect",
        });
    }
    if !is_reviewed(annotation) {
        class.push_str(" minor");
    }
    if !is_new {
        class.push_str(" more");
    }
    class
}

fn piece_view(piece: Piece) -> AnyView {
    match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Mark(tag, inside) => {
            let MarkTag { id, layer, class, hue, tag, spoken, speaker, form } = *tag;
            let stop = spoken.is_some().then_some("0");
            // A button may hold nothing that takes the focus; a group may.
            let kind = if inside.iter().any(|piece| matches!(piece, Piece::Mark(..))) { "group" } else { "button" };
            view! {
                <mark class=class data-id=format!("a{}", id.0) data-layer=layer.code() data-hue=hue data-tag=tag data-form=form data-speaker=speaker tabindex=stop role=stop.map(|_| kind) aria-label=spoken>
                    {inside.into_iter().map(piece_view).collect_view()}
                </mark>
            }
            .into_any()
        }
    }
}

/// Roles of running text show on hover and focus only.
fn role_view(tag: RoleTag) -> impl IntoView {
    let is_quiet = matches!(tag.role, Role::Paragraph | Role::ListItem);
    let title = tag.role.title();
    let label = format!("{title}, {}: the role of this block", if tag.is_decided { "decided" } else { "suggested" });
    // A direction of its own keeps its English from deciding the block's.
    view! { <button class="role" dir="ltr" class:quiet=is_quiet class:decided=tag.is_decided data-id=format!("a{}", tag.id.0) aria-label=label tabindex=is_quiet.then_some("-1")>{title}</button> }
}

fn class_of(role: Role, is_bulleted: bool) -> String {
    let class = match role {
        Role::Deck => "block deck",
        Role::Kicker => "block kicker",
        Role::Byline | Role::Dateline | Role::Timestamp => "block meta",
        Role::Caption | Role::Credit => "block caption",
        Role::PullQuote => "block pull",
        Role::Table => "block table",
        role if role.is_furniture() => "block furniture",
        _ => "block",
    };
    if is_bulleted { format!("{class} bulleted") } else { class.to_owned() }
}

/// Whether the words bring their own bullet or number.
fn starts_with_bullet(drawn: &Drawn) -> bool {
    const BULLETS: [char; 8] = ['•', '-', '–', '—', '*', '·', '▪', '‣'];
    let first = drawn.pieces.first().and_then(first_word);
    first.is_some_and(|words| words.starts_with(BULLETS) || words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']))
}

fn first_word(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Words(words) => Some(words),
        Piece::Mark(_, inside) => inside.first().and_then(first_word),
    }
}
