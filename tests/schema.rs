//! Files that are written fit the published schema, and say of every annotation the words at its offsets.

use galley_engine::annotation::{AnnotationId, Color, EntityKind, LabelDefinition, LabelName, QuotationKind, Role};
use galley_engine::document::{Command, Document, Workspace};
use galley_engine::protocol::{self, Input, Reply, Request};
use galley_engine::save;
use galley_engine::text::Span;
use serde_json::Value;

const NOW: &str = "2025-02-10T08:00:00Z";

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("galley.schema.json")).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let files = std::fs::read_dir(folder).expect("there are samples").map(|entry| entry.expect("an entry").path());
    let articles = files.filter(|file| file.extension().is_some_and(|extension| extension == "txt" || extension == "html"));
    articles.map(|file| (file.display().to_string(), std::fs::read(file).expect("a readable file"))).collect()
}

fn document(name: &str, bytes: Vec<u8>) -> Document {
    let request = Request { input: Input::Bytes { name: name.to_owned(), bytes }, ..Request::default() };
    match protocol::answer(request) {
        Reply::Parsed { parse, .. } => Document::from_parse(name, parse, NOW),
        other => panic!("{name}: {other:?}"),
    }
}

fn check(name: &str, document: &Document) {
    for json in [save::write(document), save::write_line(document)] {
        let value: Value = serde_json::from_str(&json).expect("it is JSON");
        let errors: Vec<String> = schema().iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        let points: Vec<char> = value["document"]["text"].as_str().expect("a text").chars().collect();
        for annotation in value["annotations"].as_array().expect("annotations") {
            let at = |field: &str| usize::try_from(annotation[field].as_u64().expect("an offset")).expect("a small one");
            let words: String = points[at("start")..at("end")].iter().collect();
            assert_eq!(annotation["text"].as_str(), Some(words.as_str()), "{name}: {annotation}");
        }
    }
}

#[test]
fn every_sample_fits_the_schema() {
    let samples = samples();
    assert!(6 <= samples.len(), "there are at least six samples");
    for (name, bytes) in samples {
        check(&name, &document(&name, bytes));
    }
}

#[test]
fn a_document_with_every_kind_of_decision_fits_the_schema() {
    let text = "🗞 Talks go on\n\nAna Díaz of AP said: “It works.” More news";
    let mut workspace = Workspace::new(document("test.txt", text.as_bytes().to_vec()));
    let span = |words: &str| {
        let at = text.find(words).expect("the words are there");
        Span::new(at, at + words.len())
    };
    let mut add = |words: &[&str], label| {
        workspace.run(&Command::Add(vec![words.iter().map(|words| span(words)).collect()], label), NOW);
        let (id, _) = workspace.document().annotations.last_key_value().expect("a mark");
        *id
    };
    let person = add(&["Ana"], LabelName::Entity(EntityKind::Own("source".to_owned())));
    let quotation = add(&["“It", "works.”"], LabelName::Quotation(QuotationKind::Mixed));
    add(&["More news"], LabelName::Structure(Role::Related));
    let code = add(&["🗞"], LabelName::Code("emblem".to_owned()));
    workspace.run(&Command::SetNote(person, "a note".to_owned()), NOW);
    workspace.run(&Command::Relabel(vec![code], LabelName::Quotation(QuotationKind::Direct)), NOW);
    workspace.run(&Command::Reject(vec![quotation, AnnotationId(1)]), NOW);
    let definition = |name: &str, parent: Option<&str>| LabelDefinition {
        color: Some(Color::Ochre),
        key: name.chars().next(),
        description: "When it applies.".to_owned(),
        parent: parent.map(str::to_owned),
        ..LabelDefinition::of(&LabelName::Code(name.to_owned()))
    };
    workspace.run(&Command::DefineLabel(None, definition("emblem", None)), NOW);
    workspace.run(&Command::DefineLabel(None, definition("flag", Some("emblem"))), NOW);
    workspace.run(&Command::SetGuidelines("# Once\n\n- a sentence".to_owned()), NOW);
    workspace.run(&Command::SetComment("A clear case.".to_owned()), NOW);
    let again = save::read(&save::write(workspace.document())).expect("it is read back");
    let (book, known) = (&again.codebook, &workspace.document().codebook);
    // A label that marks have and nobody defined is listed when the file is read.
    assert_eq!((&book.labels[..2], book.labels.len(), &book.guidelines), (&known.labels[..], 3, &known.guidelines));
    assert_eq!(again.comment, "A clear case.");
    check("test", workspace.document());
    check("decided only", &workspace.document().decided_only());
}

#[test]
fn the_schema_refuses_what_is_no_galley_file() {
    let good: Value = serde_json::from_str(&save::write(&document("a.txt", b"Words.".to_vec()))).expect("it is JSON");
    let refused = |edit: fn(&mut Value)| {
        let mut bad = good.clone();
        edit(&mut bad);
        assert!(!schema().is_valid(&bad), "{bad}");
    };
    refused(|file| file["version"] = 2.into());
    refused(|file| file["offsetUnit"] = "byte".into());
    refused(|file| file["document"]["sha256"] = "0".into());
    refused(|file| file["blocks"][0]["role"] = "menu".into());
    refused(|file| file["annotations"][0]["decision"] = "maybe".into());
    refused(|file| file["annotations"][0]["start"] = (-1).into());
    refused(|file| file["labels"][0]["color"] = "mauve".into());
    refused(|file| file["document"]["comment"] = 1.into());
    refused(|file| file["more"] = true.into());
}
