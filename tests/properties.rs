//! What holds for any text: seeded random input, torn and shuffled samples, hostile characters.

use galley_engine::annotation::{
    Annotation, AnnotationId, Color, Decision, EntityId, EntityKind, Label, LabelDefinition, LabelName, Layer, QuotationKind, Role,
    Speaker, Wikidata,
};
use galley_engine::codebook::Codebook;
use galley_engine::document::{Command, Document, Field, Workspace, occurrences};
use galley_engine::pipeline::{self, Parse};
use galley_engine::save;
use galley_engine::source::{html, plain};
use galley_engine::text::Span;
use galley_engine::text::units::{Unit, Units};
use galley_engine::view::segments::{Shown, segments};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use unicode_segmentation::GraphemeCursor;

const NOW: &str = "2025-02-10T08:00:00Z";

const SAMPLES: &[&str] = &[
    include_str!("../seeds/ukraine-talks.txt"),
    include_str!("../seeds/wire-dateline.txt"),
    include_str!("../seeds/interview.txt"),
    include_str!("../seeds/opinion.txt"),
    include_str!("../seeds/live-blog.txt"),
    include_str!("../seeds/german-wire.txt"),
];

/// Words and marks that the detectors look for, and characters that break careless code.
const PIECES: &[&str] = &[
    "said",
    "Marco Rubio",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "„",
    "«",
    "»",
    "''",
    "``",
    "according to",
    "The",
    "President",
    "U.S.",
    "Dr.",
    "EU",
    "(",
    ")",
    "/",
    "•",
    "—",
    "-",
    ".",
    "!",
    "?",
    ":",
    ",",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\r",
    "2025",
    "Feb. 10",
    "$5 million",
    "3 %",
    "last week",
    "👩‍👩‍👧",
    "🇺🇦",
    "e\u{301}",
    "中国",
    "北京说",
    "القاهرة",
    "שלום",
    "straße",
    "ǅ",
    "İstanbul",
    "\0",
    "\u{202e}",
    "By Jane Doe",
    "Advertisement",
    "Read more:",
    "Share",
    "<p>",
    "</div>",
    "&amp;",
    "http://example.org/a?b=c",
    "a@b.co",
    "#tag",
    "x",
];

/// Runs `property` on `cases` inputs; the seed is fixed, so a failure comes back.
fn check<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner.run(strategy, property).unwrap_or_else(|error| panic!("{error}"));
}

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.join(" "))
}

/// A sample with its lines shuffled and torn at random characters.
fn torn() -> impl Strategy<Value = String> {
    (prop::sample::select(SAMPLES), any::<u64>(), 1..40_usize).prop_map(|(sample, seed, tears)| {
        let mut lines: Vec<&str> = sample.lines().collect();
        let mut state = seed | 1;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or_default() % below.max(1)
        };
        for at in (1..lines.len()).rev() {
            lines.swap(at, next(at + 1));
        }
        let characters: Vec<char> = lines.join("\n").chars().collect();
        let (from, to) = (next(characters.len()), next(characters.len()));
        let mut text: Vec<char> = characters[from.min(to)..from.max(to)].to_vec();
        for _ in 0..tears.min(text.len()) {
            text.remove(next(text.len()));
        }
        text.into_iter().collect()
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => soup(), 3 => torn(), 1 => "\\PC{0,300}", 1 => any::<String>()]
}

fn read(text: &str) -> Parse {
    pipeline::read(plain::from_text(text))
}

fn spans_of(label: &Label) -> Vec<Span> {
    match label {
        Label::Quotation(quotation) => {
            let speaker = quotation.speaker.as_ref().and_then(|speaker| speaker.span);
            quotation.verbatim.iter().copied().chain(quotation.cue).chain(speaker).collect()
        }
        Label::Entity(mention) => mention.title.into_iter().collect(),
        Label::Structure(_) | Label::Code(_) => Vec::new(),
    }
}

fn on_grapheme(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

fn check_parse(parse: &Parse) -> Result<(), TestCaseError> {
    let text = &parse.text;
    let mut end = 0;
    for block in &parse.blocks {
        prop_assert!(!block.span.is_empty());
        prop_assert!(end <= block.span.from(), "blocks are in order");
        prop_assert!(text[end..block.span.from()].trim().is_empty(), "only white space lies between blocks");
        end = block.span.to();
    }
    prop_assert!(text[end..].trim().is_empty());
    for (block, suggestion) in parse.blocks.iter().zip(&parse.suggestions) {
        prop_assert_eq!(block.span, suggestion.extent(), "the first suggestions are the roles of the blocks");
        prop_assert_eq!(suggestion.label.layer(), Layer::Structure);
    }
    let mut pieces: Vec<Span> = parse.suggestions[parse.blocks.len()..]
        .iter()
        .filter(|suggestion| suggestion.label.layer() == Layer::Structure)
        .map(|suggestion| suggestion.extent())
        .collect();
    pieces.sort_unstable();
    prop_assert!(pieces.windows(2).all(|pair| pair[0].end <= pair[1].start), "pieces of furniture inside blocks do not overlap");
    let inside = |piece: &Span| {
        let next = parse.blocks.partition_point(|block| block.span.start <= piece.start);
        next.checked_sub(1).is_some_and(|at| parse.blocks[at].span.contains(*piece))
    };
    prop_assert!(pieces.iter().all(inside), "each lies in one block");
    let known = |id: Option<EntityId>| id.is_none_or(|id| parse.entities.iter().any(|entity| entity.id == id));
    for suggestion in &parse.suggestions {
        prop_assert!((0.0..=1.0).contains(&suggestion.confidence), "{:?}", suggestion);
        prop_assert!(!suggestion.spans.is_empty() && !suggestion.rule.is_empty());
        prop_assert!(suggestion.spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", suggestion);
        for span in suggestion.spans.iter().copied().chain(spans_of(&suggestion.label)) {
            prop_assert!(!span.is_empty() && span.to() <= text.len(), "{:?}", suggestion);
            prop_assert!(text.is_char_boundary(span.from()) && text.is_char_boundary(span.to()));
            if suggestion.label.layer() != Layer::Structure {
                prop_assert!(on_grapheme(text, span.from()) && on_grapheme(text, span.to()), "{:?} cuts a character", suggestion);
                prop_assert_eq!(span.trimmed(text), span, "{:?} has outer spaces", suggestion);
            }
        }
        prop_assert!(known(suggestion.label.mention().and_then(|mention| mention.entity)));
        prop_assert!(known(suggestion.label.quotation().and_then(|quotation| quotation.speaker.as_ref()?.entity)));
    }
    let mut mentions: Vec<Span> = parse
        .suggestions
        .iter()
        .filter(|suggestion| suggestion.label.layer() == Layer::Entity)
        .map(|suggestion| suggestion.extent())
        .collect();
    mentions.sort_unstable();
    prop_assert!(mentions.windows(2).all(|pair| pair[0].end <= pair[1].start), "suggested mentions do not overlap");
    Ok(())
}

#[test]
fn any_text_is_read() {
    check(400, &any_text(), |text| check_parse(&read(&text)));
}

#[test]
fn any_html_is_read() {
    check(200, &any_text(), |text| check_parse(&pipeline::read(html::from_html(&text))));
    check(100, &any_text(), |text| check_parse(&pipeline::read(html::from_html(&format!("<ul><li>{text}<li><b>{text}</ul>")))));
}

/// Markup that closes, hides, streams and streams again.
const MARKUP: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<pre><code>",
    "</code></pre>",
    "\n\n",
    "<ul><li>",
    "<h1>",
    "<h2><button>",
    "</button></h2>",
    "<div hidden>",
    "<div hidden id=\"S:0\">",
    "<template id=\"B:0\"></template>",
    "<template id=\"P:1\">",
    "<div hidden id=\"S:1\">",
    "<table><tr><td>",
    "<br>",
    "<a href=x>",
    "</a>",
    "<noscript>",
    "</noscript>",
    "<script>",
    "</script>",
    "&shy;",
    "é",
    "â\u{80}\u{99}",
    "Words of a story.",
    "By Jane Doe",
    "May 3, 2024",
];

#[test]
fn torn_markup_is_read() {
    let torn = prop::collection::vec(prop::sample::select(MARKUP), 0..60).prop_map(|pieces| pieces.concat());
    check(300, &torn, |markup| check_parse(&pipeline::read(html::from_html(&markup))));
}

#[test]
fn the_same_text_is_read_the_same_way() {
    check(30, &any_text(), |text| {
        prop_assert_eq!(read(&text), read(&text));
        Ok(())
    });
}

#[test]
fn offsets_agree_with_the_standard_library() {
    check(200, &any_text(), |text| {
        let units = Units::new(&text);
        for (byte, _) in text.char_indices() {
            let points = text[..byte].chars().count();
            let utf16 = text[..byte].encode_utf16().count();
            prop_assert_eq!(units.from_byte(&text, byte, Unit::CodePoint), points);
            prop_assert_eq!(units.to_byte(&text, utf16, Unit::Utf16), Some(byte));
        }
        Ok(())
    });
}

#[test]
fn a_file_is_read_back_byte_for_byte() {
    check(100, &(any_text(), commands()), |(text, commands)| {
        let mut workspace = Workspace::new(Document::from_parse("test", read(&text), NOW));
        for command in &commands {
            workspace.run(&fitted(workspace.document(), command), NOW);
        }
        let json = save::write(workspace.document());
        let again = save::read(&json).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(save::write(&again), json);
        Ok(())
    });
}

#[test]
fn segments_tile_the_blocks_and_name_what_covers_them() {
    check(60, &(any_text(), commands()), |(text, commands)| {
        let mut workspace = Workspace::new(Document::from_parse("test", read(&text), NOW));
        for command in &commands {
            workspace.run(&fitted(workspace.document(), command), NOW);
        }
        let document = workspace.document();
        for (index, segments) in segments(document, Shown::default()).iter().enumerate() {
            let block = document.blocks[index].span;
            prop_assert_eq!(segments.first().map(|segment| segment.span.start), Some(block.start));
            prop_assert_eq!(segments.last().map(|segment| segment.span.end), Some(block.end));
            prop_assert!(segments.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
            for segment in segments {
                let mut covering: Vec<AnnotationId> = document
                    .annotations
                    .values()
                    .filter(|annotation| annotation.decision != Decision::Rejected && !document.roles.contains(&annotation.id))
                    .filter(|annotation| annotation.spans.iter().any(|span| span.contains(segment.span)))
                    .map(|annotation| annotation.id)
                    .collect();
                let mut marks = segment.marks.clone();
                covering.sort_unstable();
                marks.sort_unstable();
                prop_assert_eq!(marks, covering);
            }
        }
        Ok(())
    });
}

#[test]
fn undo_returns_to_the_start_and_redo_to_the_end() {
    let start = Document::from_parse("test", read(SAMPLES[0]), NOW);
    let many = prop::collection::vec(command(), 1000);
    check(2, &many, |commands| {
        let mut workspace = Workspace::new(start.clone());
        for command in &commands {
            workspace.run(&fitted(workspace.document(), command), NOW);
        }
        prop_assert!(200 < workspace.past().len(), "most random commands alter something");
        let end = workspace.document().clone();
        prop_assert!(workspace.past().iter().any(|change| 20 < change.annotations.len()), "bulk acts are among them");
        prop_assert!(workspace.past().iter().any(|change| change.codebook.is_some() && !change.annotations.is_empty()));
        while workspace.undo().is_some() {}
        prop_assert_eq!(workspace.document(), &start);
        while workspace.redo().is_some() {}
        prop_assert_eq!(workspace.document(), &end);
        // Halfway back and on again, too.
        for _ in 0..workspace.past().len() / 2 {
            workspace.undo();
        }
        while workspace.redo().is_some() {}
        prop_assert_eq!(workspace.document(), &end);
        Ok(())
    });
}

#[test]
fn a_new_parse_never_touches_a_decision() {
    check(60, &(any_text(), commands()), |(text, commands)| {
        let mut workspace = Workspace::new(Document::from_parse("test", read(&text), NOW));
        for command in &commands {
            workspace.run(&fitted(workspace.document(), command), NOW);
        }
        let decided = |document: &Document| -> Vec<Annotation> {
            document.annotations.values().filter(|annotation| annotation.decision != Decision::Pending).cloned().collect()
        };
        let before = decided(workspace.document());
        workspace.refresh(read(&text), NOW);
        prop_assert_eq!(decided(workspace.document()), before);
        Ok(())
    });
}

/// A random act, whose numbers are fitted to the document when it is carried out.
#[derive(Clone, Debug)]
struct Act {
    which: u8,
    first: u32,
    second: u32,
    length: usize,
}

fn command() -> impl Strategy<Value = Act> {
    (0..30_u8, any::<u32>(), any::<u32>(), 1..30_usize).prop_map(|(which, first, second, length)| Act { which, first, second, length })
}

fn commands() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(command(), 0..12)
}

fn fitted(document: &Document, act: &Act) -> Command {
    let id = AnnotationId(act.first % document.next_annotation().0.max(2));
    let other = AnnotationId(act.second % document.next_annotation().0.max(2));
    let entity = EntityId(act.first % document.next_entity().0.max(2));
    let labels = [
        LabelName::Entity(EntityKind::Org),
        LabelName::Entity(EntityKind::Own("ship".to_owned())),
        LabelName::Quotation(QuotationKind::Direct),
        LabelName::Structure(Role::Legal),
        LabelName::Code("claim".to_owned()),
    ];
    let label = labels[act.second as usize % labels.len()].clone();
    match act.which {
        0 => Command::Accept(vec![id, other]),
        1 => Command::Reject(vec![id]),
        2 => Command::Reopen(vec![id, other]),
        3 => Command::Delete(vec![id]),
        4 => Command::Relabel(vec![id, other], label),
        5 | 6 => match words(document, act) {
            Some(span) => Command::Add(vec![vec![span]], label),
            None => Command::Accept(vec![id]),
        },
        7 => match words(document, act) {
            Some(span) => Command::SetSpans(id, vec![span]),
            _ => Command::Accept(vec![id]),
        },
        8 => Command::SetNote(id, format!("note {}", act.second)),
        9 => Command::MergeEntities(entity, EntityId(act.second % document.next_entity().0.max(2))),
        10 => Command::SplitMentions(vec![id, other]),
        11 => Command::RelabelEntity(entity, EntityKind::Gpe),
        12 => Command::DefineLabel(None, definition(act.first)),
        13 => Command::DefineLabel(own_label(document, act.first), definition(act.second)),
        14 => own_label(document, act.first).map_or(Command::Reopen(vec![id]), Command::RemoveLabel),
        15 => Command::TakeCodebook(Codebook { labels: vec![definition(act.first)], guidelines: format!("- {}", act.second % 3) }),
        16 => Command::SetGuidelines(format!("# {}", act.first % 3)),
        17 => Command::SetComment(format!("comment {}", act.second % 4)),
        18 => Command::Accept(some_marks(document, act)),
        19 => Command::Reject(some_marks(document, act)),
        20 => Command::Relabel(some_marks(document, act), label),
        21 => match words(document, act) {
            Some(span) => Command::Add(occurrences(document, span, label.layer()).into_iter().map(|span| vec![span]).collect(), label),
            None => Command::Delete(some_marks(document, act)),
        },
        22 => Command::SetMetadata(Field::ALL[act.first as usize % Field::ALL.len()], format!("{}", act.second % 2)),
        23 => Command::LinkMentions(vec![id, other], entity),
        24 => Command::SetWikidata(entity, Wikidata::parse(&format!("Q{}", act.second))),
        25 => Command::RenameEntity(entity, format!("name {}", act.second)),
        26 => Command::JoinQuotations(id, other),
        27 => Command::PartQuotation(id),
        28 => Command::Unquote(words(document, act).into_iter().collect()),
        _ => Command::SetSpeaker(id, Some(Speaker { span: None, entity: None, text: format!("speaker {}", act.second % 3) })),
    }
}

/// One of a few labels of one's own, of both layers, some below others.
fn definition(number: u32) -> LabelDefinition {
    const NAMES: [&str; 5] = ["claim", "frame", "source", "stance", "ship"];
    let name = NAMES[number as usize % NAMES.len()].to_owned();
    let label = if number.is_multiple_of(3) { LabelName::Entity(EntityKind::Own(name)) } else { LabelName::Code(name) };
    let parent = (number.is_multiple_of(4)).then(|| NAMES[number as usize / 7 % NAMES.len()].to_owned());
    let key = ['c', 'f', 's'].get(number as usize / 11 % 5).copied();
    LabelDefinition { parent, key, color: Some(Color::ALL[number as usize % 8]), ..LabelDefinition::of(&label) }
}

/// A label of one's own that the codebook lists.
fn own_label(document: &Document, number: u32) -> Option<LabelName> {
    let labels = &document.codebook.labels;
    labels.get(number as usize % labels.len().max(1)).and_then(LabelDefinition::label)
}

/// Every few marks: what an act on many at once is given.
fn some_marks(document: &Document, act: &Act) -> Vec<AnnotationId> {
    let every = act.second as usize % 5 + 1;
    document.annotations.keys().copied().skip(act.first as usize % every).step_by(every).collect()
}

/// Some words of the text.
fn words(document: &Document, act: &Act) -> Option<Span> {
    let text = &document.text;
    let start = text.floor_char_boundary(act.first as usize % text.len().max(1));
    let end = text.ceil_char_boundary((start + act.length).min(text.len()));
    let span = Span::new(start, end).trimmed(text);
    (!span.is_empty()).then_some(span)
}
