//! What a person gives us to read: pasted words, files, samples. One at a time goes to the parser; the rest wait.

use super::inspector::{take_codebook, with_codebook};
use super::parser::Parser;
use super::state::State;
use super::{autosave, browser, samples};
use galley_engine::codebook::Codebook;
use galley_engine::document::Document;
use galley_engine::protocol::{Input, Reply};
use galley_engine::{save, source::plain};
use gloo::file::File;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::VecDeque;

/// A text on its way to the parser.
struct Job {
    input: Input,
    /// What it is called in messages.
    name: String,
    /// Whether it is opened when it is read, or only put into the library.
    is_opened: bool,
    /// What happens to where it came from when it was read: the paste field is emptied.
    then: fn(State),
}

#[derive(Default)]
struct Desk {
    parser: Option<Parser>,
    waiting: VecDeque<Job>,
    at: Option<Job>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Starts the parser.
pub(crate) fn start(state: State) {
    let parser = Parser::start(move |reply| answered(state, reply), move |sentence| state.notices.tell("Reading on this page", sentence));
    DESK.with_borrow_mut(|desk| desk.parser = Some(parser));
}

/// Reads pasted words, or the page's markup that came with them; the field is emptied once they are read.
pub(crate) fn paste(state: State, input: Input, then: fn(State)) {
    drop_opened(state);
    push(state, Job { input, name: "The pasted text".to_owned(), is_opened: true, then });
}

/// Reads a sample.
pub(crate) fn sample(state: State, file: &str) {
    if let Some(content) = samples::content(file) {
        drop_opened(state);
        let input = Input::Bytes { name: file.to_owned(), bytes: content.as_bytes().to_vec() };
        push(state, Job { input, name: file.to_owned(), is_opened: true, then: |_| {} });
    }
}

/// Reads files; the first is opened, all are put into the library.
pub(crate) fn files(state: State, files: Vec<web_sys::File>) {
    spawn_local(async move {
        let many = files.len();
        for (index, file) in files.into_iter().enumerate() {
            let file = File::from(file);
            match gloo::file::futures::read_as_bytes(&file).await {
                Ok(bytes) => bytes_given(state, file.name(), bytes, index == 0),
                Err(error) => state.notices.warn(format!("“{}” could not be read", file.name()), error.to_string()),
            }
        }
        if many > 1 {
            state.spoken.set(format!("Reading {many} files"));
        }
    });
}

fn bytes_given(state: State, name: String, bytes: Vec<u8>, is_opened: bool) {
    // A codebook goes into the article that is open.
    if Codebook::is_one(&bytes) && state.id.with_untracked(Option::is_some) {
        take_codebook(state, &name, bytes);
        return;
    }
    let is_json = name.to_lowercase().ends_with(".json");
    let text = if is_json || bytes.first() == Some(&b'{') { Some(plain::decode(&bytes).0) } else { None };
    match text {
        Some(json) if is_json || save::looks_like_galley(&json) => galley_file(state, &name, &json, is_opened),
        _ => push(state, Job { input: Input::Bytes { name: name.clone(), bytes }, name, is_opened, then: |_| {} }),
    }
}

/// Opens a Galley file. It never takes the place of a stored document: under an id that is taken it gets another.
fn galley_file(state: State, name: &str, json: &str, is_opened: bool) {
    match save::read(json) {
        Ok(mut document) => {
            if document.id.is_empty() || state.library.with_untracked(|library| library.iter().any(|entry| entry.id == document.id)) {
                document.id = browser::fresh_id();
            }
            keep(state, document, is_opened);
        }
        Err(error) => state.notices.warn(format!("“{name}” is not a Galley file that can be opened"), error.to_string()),
    }
}

/// Texts are read in the order in which they came.
fn push(state: State, job: Job) {
    state.reading.update(|reading| *reading += 1);
    DESK.with_borrow_mut(|desk| desk.waiting.push_back(job));
    next();
}

/// Forgets the text that is being read in order to be opened: a newer one has come.
fn drop_opened(state: State) {
    let dropped = DESK.with_borrow_mut(|desk| desk.at.take_if(|job| job.is_opened));
    if dropped.is_some() {
        state.reading.update(|reading| *reading = reading.saturating_sub(1));
    }
}

/// Forgets everything that is being read or waits to be.
pub(crate) fn cancel(state: State) {
    let parser = DESK.with_borrow_mut(|desk| {
        desk.waiting.clear();
        desk.at = None;
        desk.parser.clone()
    });
    if let Some(parser) = parser {
        parser.cancel();
    }
    state.reading.set(0);
}

fn next() {
    let request = DESK.with_borrow_mut(|desk| {
        if desk.at.is_some() {
            return None;
        }
        let job = desk.waiting.pop_front()?;
        let input = job.input.clone();
        desk.at = Some(job);
        Some((desk.parser.clone()?, input))
    });
    if let Some((parser, input)) = request {
        parser.parse(input);
    }
}

fn answered(state: State, reply: Reply) {
    let Some(job) = DESK.with_borrow_mut(|desk| desk.at.take()) else { return };
    state.reading.update(|reading| *reading = reading.saturating_sub(1));
    match reply {
        Reply::Ready => {}
        Reply::Parsed { parse, .. } if parse.blocks.is_empty() => {
            state.notices.warn(format!("{} holds no words", job.name), "There is nothing to mark in it.");
        }
        Reply::Parsed { parse, .. } => {
            for notice in &parse.notices {
                state.notices.tell(job.name.clone(), notice.message.clone());
            }
            (job.then)(state);
            keep(state, with_codebook(Document::from_parse(browser::fresh_id(), parse, &browser::now())), job.is_opened);
        }
        Reply::Failed { message, .. } => state.notices.warn("Not read", message),
        Reply::Stopped { message, .. } => {
            state
                .notices
                .warn(format!("{} made the parser break down", job.name), format!("This is a fault of Galley, not yours: {message}"));
        }
    }
    next();
}

fn keep(state: State, document: Document, is_opened: bool) {
    if is_opened {
        state.open(document);
    } else {
        autosave::store(state, document);
    }
}
