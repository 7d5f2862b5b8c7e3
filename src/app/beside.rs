//! The parser beside the page, for browsers that start no thread: the thread's own program, loaded into the page when it is needed.
//!
//! `boot.js` knows where it lies and gives a function for it, so that the parser and its models are not in the page's program, too.

use galley_engine::protocol::{Reply, Request};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The function that loads the parser and gives the one that answers.
const LOAD: &str = "galleyParser";

/// What a person is told when the parser cannot be had at all.
const LOST: &str = "The parser could not be loaded. Load the page again, with a connection if it was opened from a server";

/// The answer to `request`, read on the page's own thread.
pub(crate) async fn answer(request: &Request) -> Reply {
    let reply = ask(request).await.ok().and_then(|reply| serde_json::from_str(&reply.as_string()?).ok());
    reply.unwrap_or_else(|| Reply::Failed { revision: request.revision, message: LOST.to_owned() })
}

async fn ask(request: &Request) -> Result<JsValue, JsValue> {
    let load: js_sys::Function = js_sys::Reflect::get(&window(), &LOAD.into())?.dyn_into()?;
    let loaded: js_sys::Promise = load.call0(&JsValue::NULL)?.dyn_into()?;
    let answer: js_sys::Function = JsFuture::from(loaded).await?.dyn_into()?;
    answer.call1(&JsValue::NULL, &serde_json::to_string(request).unwrap_or_default().into())
}
