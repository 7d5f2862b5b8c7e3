//! The annotated corpora: which tags each word may have, so far as its source tells.

use crate::corpus;
use galley_engine::annotation::EntityKind;
use galley_engine::detect::entity::model::file::{Lexicon, Model};
use galley_engine::detect::entity::model::hash;
use galley_engine::detect::entity::model::tags::{self, OUTSIDE, TAGS};
use galley_engine::detect::entity::model::{Prepared, prepare};
use galley_engine::detect::entity::sort::Sort;
use galley_engine::detect::{Reading, structure};
use galley_engine::source::Source;
use galley_engine::text::Span;
use galley_engine::{block, language};
use rayon::prelude::*;
use serde::Deserialize;
use std::ops::Range;
use std::path::Path;

/// A document as the corpora have it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) types: Vec<String>,
    pub(crate) text: String,
    pub(crate) entities: Vec<Named>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Named {
    start: usize,
    end: usize,
    label: String,
}

/// A document ready to learn from.
#[derive(Debug)]
pub(crate) struct Example {
    /// The corpus that it is from.
    pub(crate) source: String,
    /// Its words and features.
    pub(crate) prepared: Prepared,
    /// For each unit in the segments a bit for each tag that it may have.
    pub(crate) allowed: Vec<u32>,
    /// The names that count for the figures: where they stand and what they are, 0 to 3 for PER, ORG, LOC, NORP.
    pub(crate) names: Vec<(Span, usize)>,
    /// The segments to learn from.
    pub(crate) learnt: Vec<bool>,
    /// How many of them the words and segments let be found.
    pub(crate) held: usize,
    /// Whether its letter case is the author's.
    pub(crate) whole: bool,
}

/// The documents of the corpus at `path`.
pub(crate) fn read(path: &Path) -> Result<Vec<Document>, String> {
    corpus::read(path)
}

const ALL: u32 = (1 << TAGS) - 1;

fn bit(tag: usize) -> u32 {
    1 << tag
}

/// Makes documents ready; those to learn from say which source they are `of`, so that what only that source does is learnt as its own.
pub(crate) fn examples(source: &str, documents: &[Document], lexicon: Lexicon<'_>, of: bool) -> Vec<Example> {
    documents.par_iter().map(|document| example(source, document, lexicon, of)).collect()
}

/// Makes one document ready.
pub(crate) fn example(source: &str, document: &Document, lexicon: Lexicon<'_>, of: bool) -> Example {
    let mut prepared = prepared(&document.text, lexicon);
    let bytes = byte_offsets(&document.text);
    let mut allowed = vec![outside(document); prepared.spans.len()];
    let (mut names, mut held) = (Vec::new(), 0);
    for named in &document.entities {
        let span = Span::new(bytes[named.start], bytes[named.end]);
        let figure =
            ["PER", "ORG", "LOC", "NORP"].iter().position(|label| *label == named.label || (*label == "LOC" && named.label == "FAC"));
        names.extend(figure.map(|figure| (span, figure)));
        let findable = mark(&prepared, document, &named.label, span, &mut allowed);
        held += usize::from(figure.is_some() && findable);
    }
    if of && source != CONVENTION {
        say_source(source, &mut prepared);
    }
    let of_segments = prepared.segments.iter().flat_map(|segment| segment.clone().map(|at| allowed[at])).collect();
    let learnt = vec![true; prepared.segments.len()];
    Example { source: source.to_owned(), allowed: of_segments, names, held, learnt, whole: true, prepared }
}

/// The source whose ways of annotating are those of the model.
const CONVENTION: &str = "news";

/// Adds features that say what a word looks like in this source alone. They take up what is particular to the source and are never asked for.
fn say_source(source: &str, prepared: &mut Prepared) {
    /// The first features of a word: that there is one, how it is written.
    const PLAIN: usize = 2;
    /// The last ones: its class, those beside its run of capitals.
    const LAST: [usize; 4] = [1, 2, 4, 5];
    let source = hash::text(source);
    let units: Vec<usize> = prepared.segments.iter().cloned().flatten().collect();
    let mut ruled = vec![0; prepared.spans.len()];
    for (range, sort) in &prepared.ruled {
        range.clone().for_each(|at| ruled[at] = hash::pair(*sort as u64, u64::from(at == range.start)));
    }
    let (mut hashes, mut starts) = (Vec::new(), Vec::new());
    for (place, unit) in units.into_iter().enumerate() {
        let own = prepared.features(place);
        starts.push(hashes.len());
        hashes.extend(own);
        let last = LAST.iter().filter_map(|back| own.len().checked_sub(*back).map(|at| own[at]));
        let told = own[..PLAIN].iter().copied().chain(last).map(u64::from).chain([ruled[unit]]);
        hashes.extend(told.map(|hash| hash::short(hash::pair(source, hash))));
    }
    starts.push(hashes.len());
    (prepared.hashes, prepared.starts) = (hashes, starts);
}

/// The words of `text`, read as the engine reads them.
fn prepared(text: &str, lexicon: Lexicon<'_>) -> Prepared {
    let source = Source { text: text.to_owned(), ..Source::default() };
    let blocks = block::cut(&source);
    let mut roles = structure::roles(&source, &blocks);
    let metadata = structure::metadata(&source, &blocks, &mut roles);
    let language = language::analyse(text, &blocks);
    let roles = roles.roles();
    prepare(&Reading { text, blocks: &blocks, roles: &roles, language: &language, metadata: &metadata }, lexicon)
}

/// The byte at which each character starts; then where the last ends.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// The types that the label `label` may stand for in `document`.
fn types(document: &Document, label: &str) -> Vec<Sort> {
    let has = |label: &str| document.types.iter().any(|one| one == label);
    let mut types = match label {
        "PER" => vec![Sort::Person],
        "ORG" => vec![Sort::Org],
        "LOC" => vec![Sort::Gpe, Sort::Loc],
        "FAC" => vec![Sort::Fac],
        "NORP" => vec![Sort::Norp],
        "EVENT" => vec![Sort::Event],
        "LAW" => vec![Sort::Law],
        "PROD" => made(&document.id),
        "MISC" => vec![Sort::Misc, Sort::Work],
        _ => vec![],
    };
    if label == "LOC" && !has("FAC") {
        types.push(Sort::Fac);
    }
    if label == "MISC" {
        types.extend(
            [("EVENT", Sort::Event), ("LAW", Sort::Law), ("PROD", Sort::Product)]
                .iter()
                .filter(|(label, _)| !has(label))
                .map(|(_, sort)| *sort),
        );
    }
    types
}

/// What a thing made is: works where the text is about books or songs, products where it is about machines.
fn made(id: &str) -> Vec<Sort> {
    let about = |subject: &str| id.contains(&format!("/{subject}-"));
    if about("literature") || about("music") || about("science") {
        vec![Sort::Work]
    } else if about("ai") || id.starts_with("gum") || id.starts_with("eww") {
        vec![Sort::Product]
    } else {
        vec![Sort::Product, Sort::Work]
    }
}

/// The tags of a word outside all names: those of the types that the source does not annotate are possible too.
fn outside(document: &Document) -> u32 {
    let told: Vec<Sort> = document.types.iter().flat_map(|label| types(document, label)).collect();
    let untold = tags::ALL.iter().filter(|sort| !told.contains(sort));
    untold.fold(bit(OUTSIDE), |mask, sort| mask | bit(sort.begin()) | bit(sort.inside()))
}

fn mark(prepared: &Prepared, document: &Document, label: &str, span: Span, allowed: &mut [u32]) -> bool {
    let first = prepared.spans.partition_point(|unit| unit.end <= span.start);
    let end = prepared.spans.partition_point(|unit| unit.start < span.end);
    let sorts = types(document, label);
    if sorts.is_empty() || first == end {
        return false;
    }
    let aligned = prepared.spans[first].start == span.start && prepared.spans[end - 1].end == span.end;
    let held = prepared.segments.iter().any(|segment| segment.start <= first && end <= segment.end);
    let sorts = settled(prepared, first..end, sorts);
    for (at, mask) in allowed.iter_mut().enumerate().take(end).skip(first) {
        let tag = |sort: &Sort| if at == first { bit(sort.begin()) } else { bit(sort.inside()) };
        *mask = if aligned && held { sorts.iter().fold(0, |mask, sort| mask | tag(sort)) } else { ALL };
    }
    aligned && held
}

/// What the rules say of exactly these words settles which of several types they are.
fn settled(prepared: &Prepared, units: Range<usize>, sorts: Vec<Sort>) -> Vec<Sort> {
    let found = prepared.ruled.iter().find(|(range, _)| *range == units).map(|(_, sort)| sort);
    let same = |sort: &&Sort| Some(*sort) == found;
    match sorts.iter().find(same) {
        Some(sort) if *sort != Sort::Person => vec![*sort],
        _ => sorts,
    }
}

/// What counts for the figures among the names that a model found.
pub(crate) fn figure(kind: Option<EntityKind>) -> Option<usize> {
    match kind? {
        EntityKind::Person => Some(0),
        EntityKind::Org => Some(1),
        EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac => Some(2),
        EntityKind::Norp => Some(3),
        _ => None,
    }
}

/// The names that `model` finds, with their likelihood.
pub(crate) fn found(model: &Model<'_>, example: &Example) -> Vec<(Span, Option<EntityKind>, f32)> {
    let spans = &example.prepared.spans;
    let names = galley_engine::detect::entity::model::decode::decode(model, &example.prepared);
    let span = |units: &Range<usize>| spans[units.start].cover(spans[units.end - 1]);
    names.iter().map(|name| (span(&name.units), name.sort.kind(), name.likelihood)).collect()
}
