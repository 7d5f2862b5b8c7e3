//! The parser's thread: receives requests from the page, reads them with the engine, replies.
//!
//! Where a browser starts no thread, the page loads this program beside itself and calls it: so the parser and its models are there once.

mod thread;

use galley_engine::protocol::{self, Reply, Request};
use gloo::worker::Registrable;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The name under which the page finds the parser beside itself: a function from a request to its reply, both as JSON.
const ANSWER: &str = "galleyAnswer";

fn main() {
    let global = js_sys::global();
    if global.dyn_ref::<web_sys::Window>().is_none() {
        thread::Thread::registrar().encoding::<thread::Json>().register();
    } else {
        let function = Closure::<dyn Fn(String) -> String>::new(|request: String| answer(&request)).into_js_value();
        // A window takes any property.
        let _ = js_sys::Reflect::set(&global, &JsValue::from_str(ANSWER), &function);
    }
}

/// The reply to `request`, both as JSON. The page wrote the request, so that one which cannot be read never arrives.
fn answer(request: &str) -> String {
    let request: Request = serde_json::from_str(request).unwrap_or_default();
    let reply: Reply = protocol::answer(request);
    serde_json::to_string(&reply).unwrap_or_default()
}
