//! The parser as gloo's worker: one request in, one reply out, also when the parser breaks down.

use galley_engine::protocol::{self, Reply, Request};
use gloo::worker::{Codec, HandlerId, Worker, WorkerDestroyHandle, WorkerScope};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// The parser's thread. It keeps nothing between requests.
#[derive(Debug)]
pub(crate) struct Thread;

impl Worker for Thread {
    type Message = ();
    type Input = Request;
    type Output = Reply;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        scope.respond(id, Reply::Ready);
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, id: HandlerId) {
        let revision = request.revision;
        say_last_words(scope.clone(), id, revision);
        scope.respond(id, protocol::answer(request));
    }

    fn destroy(&mut self, _: &WorkerScope<Self>, handle: WorkerDestroyHandle<Self>) {
        drop(handle);
    }
}

thread_local! {
    /// Whom to tell when the parser breaks down: whoever asked last.
    static ASKED: std::cell::RefCell<Option<(WorkerScope<Thread>, HandlerId, u32)>> = const { std::cell::RefCell::new(None) };
}

/// From now on a panic answers the request `revision` before the thread ends; nothing else could answer it then.
fn say_last_words(scope: WorkerScope<Thread>, id: HandlerId, revision: u32) {
    ASKED.set(Some((scope, id, revision)));
    std::panic::set_hook(Box::new(|panic| {
        if let Some((scope, id, revision)) = ASKED.take() {
            scope.respond(id, Reply::Stopped { revision, message: panic.to_string() });
        }
        console_error_panic_hook::hook(panic);
    }));
}

/// Messages as JSON strings: the types need no second format, and a string is copied between threads in one go.
#[derive(Debug)]
pub(crate) struct Json;

impl Codec for Json {
    fn encode<I: Serialize>(input: I) -> JsValue {
        serde_json::to_string(&input).unwrap_or_default().into()
    }

    // gloo's trait leaves no way to refuse a message, and one that Galley did not write cannot arrive here.
    #[expect(clippy::expect_used)]
    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        serde_json::from_str(&input.as_string().unwrap_or_default()).expect("a message written by the other side of this codec")
    }
}
