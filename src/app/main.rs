//! The page.

mod parser;
#[path = "../worker/thread.rs"]
mod thread;

use galley_engine::protocol::{Input, Reply};

fn main() {
    console_error_panic_hook::set_once();
    let parser = parser::Parser::start(|reply| say(&described(&reply)), say);
    parser.parse(Input::from("One.\nTwo."));
    // The page keeps it for as long as it is open.
    std::mem::forget(parser);
}

fn described(reply: &Reply) -> String {
    match reply {
        Reply::Parsed { parse, .. } => format!("The parser answers: {} blocks", parse.blocks.len()),
        Reply::Failed { message, .. } | Reply::Stopped { message, .. } => message.clone(),
        Reply::Ready => String::new(),
    }
}

fn say(words: &str) {
    if let Some(loading) = gloo::utils::document().get_element_by_id("loading") {
        loading.set_text_content(Some(words));
    }
}
