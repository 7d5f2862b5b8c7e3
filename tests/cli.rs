//! The command line as a person or a pipe uses it.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn galley(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(arguments)
        .env("SOURCE_DATE_EPOCH", "1739174400")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("galley starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // Written beside reading, so that neither side waits for a full pipe.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("galley ends");
    // A refusal of the arguments closes the pipe early; that is no fault here.
    let _ = writer.join().expect("the writer ends");
    output
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

fn sample(name: &str) -> String {
    format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_file_and_standard_input_give_the_same() {
    let file = sample("wire-dateline.txt");
    let from_file = galley(&["annotate", &file], b"");
    let from_input = galley(&["annotate"], &std::fs::read(&file).expect("the sample"));
    assert!(from_file.status.success() && from_input.status.success());
    let (mut one, two) = (json(&from_file.stdout), json(&from_input.stdout));
    assert_eq!(two["document"]["id"], "-");
    one["document"]["id"] = "-".into();
    assert_eq!(one, two);
    assert_eq!(one["annotations"][0]["created"], "2025-02-10T08:00:00Z");
}

#[test]
fn html_is_known_by_its_name_and_by_the_flag() {
    let file = sample("saved-page.html");
    let named = json(&galley(&["annotate", &file], b"").stdout);
    let flagged = json(&galley(&["annotate", "--html"], &std::fs::read(&file).expect("the sample")).stdout);
    assert_eq!(named["document"]["text"], flagged["document"]["text"]);
    assert_eq!(named["blocks"], flagged["blocks"]);
    assert!(!named["document"]["text"].as_str().expect("a text").contains('<'));
}

#[test]
fn several_files_come_one_a_line() {
    let output = galley(&["annotate", &sample("opinion.txt"), &sample("interview.txt")], b"");
    let lines: Vec<Value> = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["document"]["id"], sample("interview.txt").as_str());
}

#[test]
fn json_lines_keep_their_order_and_bad_ones_are_named() {
    let mut input: String = (0..1500).fold(String::new(), |lines, n| lines + &format!("{{\"id\":\"d{n}\",\"text\":\"Item {n} came.\"}}\n"));
    input.push_str("\nnonsense\n{\"id\":\"both\",\"text\":\"a\",\"html\":\"b\"}\n{\"text\":\"no id\"}\n{\"id\":7,\"html\":\"<p>last\"}");
    let output = galley(&["annotate", "--jsonl"], input.as_bytes());
    let ids: Vec<String> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| json(line)["document"]["id"].as_str().expect("an id").to_owned())
        .collect();
    let expected: Vec<String> = (0..1500).map(|n| format!("d{n}")).chain(["7".to_owned()]).collect();
    assert_eq!(ids, expected);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for line in ["line 1502", "line 1503", "line 1504"] {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_the_caller_knows_is_written() {
    let line = br#"{"id":"a","text":"Words.","published":"2025-02-10","url":"https://example.org/a"}"#;
    let document = &json(&galley(&["annotate", "--jsonl"], line).stdout)["document"];
    assert_eq!((&document["published"], &document["url"]), (&"2025-02-10".into(), &"https://example.org/a".into()));
}

#[test]
fn bad_input_is_named_and_the_rest_goes_on() {
    let output = galley(&["annotate", "/nowhere/at/all.txt", &sample("opinion.txt")], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/nowhere/at/all.txt"));
    assert_eq!(json(&output.stdout)["document"]["id"], sample("opinion.txt").as_str());
    let picture = galley(&["annotate"], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(picture.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&picture.stderr).contains("PNG") && picture.stdout.is_empty());
    let empty = galley(&["annotate"], b"");
    assert!(empty.status.success());
    assert_eq!(json(&empty.stdout)["blocks"], Value::Array(vec![]));
}

#[test]
fn a_codebook_is_given_to_every_document_and_a_bad_one_is_refused_by_its_place() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (good, bad) = (folder.join("codes.csv"), folder.join("bad.csv"));
    std::fs::write(&good, "name,color,key,description\r\nclaim,teal,c,\"Somebody says it is so, without proof.\"\r\n").expect("written");
    std::fs::write(&bad, "name,color\nclaim,teal\nframe,tael\n").expect("written");
    let good = good.to_str().expect("a plain name");
    let with_codes = json(&galley(&["annotate", "--codebook", good, &sample("opinion.txt")], b"").stdout);
    let own = with_codes["labels"].as_array().expect("labels").last().expect("one at least").clone();
    let expected = r#"{"layer":"code","name":"claim","title":"claim","color":"teal","key":"c","description":"Somebody says it is so, without proof."}"#;
    assert_eq!(own, json(expected.as_bytes()));
    let line = json(&galley(&["annotate", "--jsonl", "--codebook", good], br#"{"id":"a","text":"Words."}"#).stdout);
    assert_eq!(line["labels"].as_array().expect("labels").last(), Some(&own));
    let refused = galley(&["annotate", "--codebook", bad.to_str().expect("a plain name"), &sample("opinion.txt")], b"");
    assert!(!refused.status.success() && refused.stdout.is_empty());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("line 3, column color") && said.contains("tael"), "{said}");
}

#[test]
fn help_names_the_commands() {
    let output = galley(&["--help"], b"");
    assert!(String::from_utf8_lossy(&output.stdout).contains("annotate"));
    assert_ne!(galley(&["annotate", "--format", "nonsense"], b"").status.code(), Some(0));
}
