//! The page's port to the parser: sends a text to the parser's thread and gives back what it found.
//!
//! Only the newest request counts; a reply to an older one is dropped, and the thread that still works on it is replaced.
//! Where no thread starts, the page loads the parser beside itself.

use crate::beside;
use crate::thread::{Json, Thread};
use galley_engine::protocol::{Input, Reply, Request};
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, document_element, window};
use gloo::worker::{Spawnable, WorkerBridge};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// How long the thread may take to start before the page reads by itself, in milliseconds: a slow phone needs about two seconds.
const PATIENCE: u32 = 5_000;

/// How long the page waits before it reads a text itself, in milliseconds, so that it can first draw that it does.
const PAINT: u32 = 50;

/// What a person is told when the page reads by itself.
const NO_THREAD: &str = "The parser could not start in the background, so this page does its work: it may pause on long texts";

/// The mark that a request leaves, for whoever measures from it to its reply.
const ASKED: &str = "galley:parse:asked";

/// The parser, as the page knows it. Clones share one thread.
#[derive(Clone)]
pub(crate) struct Parser(Rc<Port>);

struct Port {
    on_reply: Box<dyn Fn(Reply)>,
    on_notice: Box<dyn Fn(&str)>,
    thread: RefCell<Option<WorkerBridge<Thread>>>,
    state: Cell<State>,
    /// How many threads were started; what an earlier one still says is ignored.
    generation: Cell<u32>,
    revision: Cell<u32>,
    /// The newest request, until it is answered.
    waiting: RefCell<Option<Request>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Starting,
    Ready,
    /// No thread, or none yet: the page reads by itself. A thread that starts late is still used.
    Alone,
}

impl Parser {
    /// Starts the thread. `on_reply` gets each answer to the newest request; `on_notice` a sentence when there is no thread.
    pub(crate) fn start(on_reply: impl Fn(Reply) + 'static, on_notice: impl Fn(&str) + 'static) -> Self {
        let port = Rc::new(Port {
            on_reply: Box::new(on_reply),
            on_notice: Box::new(on_notice),
            thread: RefCell::default(),
            state: Cell::new(State::Starting),
            generation: Cell::new(0),
            revision: Cell::new(0),
            waiting: RefCell::default(),
        });
        port.start_thread();
        Self(port)
    }

    /// Asks for `input` to be read, and gives the revision that the reply will carry. A request before it is forgotten.
    pub(crate) fn parse(&self, input: Input) -> u32 {
        let port = &self.0;
        let revision = port.revision.get().wrapping_add(1);
        port.revision.set(revision);
        let busy = port.waiting.replace(Some(Request { revision, input, ..Request::default() })).is_some();
        mark(ASKED);
        match port.state.get() {
            State::Ready if busy => port.start_thread(),
            State::Ready => port.send(),
            State::Starting => {}
            State::Alone => port.read_here(),
        }
        revision
    }

    /// Forgets the request that is under way, if there is one.
    pub(crate) fn cancel(&self) {
        if self.0.waiting.take().is_some() && self.0.state.get() == State::Ready {
            self.0.start_thread();
        }
    }
}

impl Port {
    /// Starts a thread in place of the one before, which ends when it has done what it is at.
    fn start_thread(self: &Rc<Self>) {
        let generation = self.generation.get().wrapping_add(1);
        self.generation.set(generation);
        self.state.set(State::Starting);
        self.thread.take();
        let Some(script) = script() else { return self.give_up() };
        let port = Rc::downgrade(self);
        let hear = move |reply| {
            if let Some(port) = port.upgrade().filter(|port| port.generation.get() == generation) {
                port.hear(reply);
            }
        };
        let thread = Thread::spawner().encoding::<Json>().callback(hear).with_loader(true).as_module(false).spawn(&script);
        self.thread.replace(Some(thread));
        self.watch(generation);
    }

    /// Gives up on a thread that does not start in time: one that fails to says nothing at all.
    fn watch(self: &Rc<Self>, generation: u32) {
        let port = Rc::downgrade(self);
        let check = move || {
            if let Some(port) = port.upgrade().filter(|port| port.generation.get() == generation && port.state.get() == State::Starting) {
                port.give_up();
            }
        };
        Timeout::new(PATIENCE, check).forget();
    }

    fn give_up(self: &Rc<Self>) {
        self.state.set(State::Alone);
        (self.on_notice)(NO_THREAD);
        self.read_here();
    }

    fn hear(self: &Rc<Self>, reply: Reply) {
        match reply {
            Reply::Ready => {
                self.state.set(State::Ready);
                self.send();
            }
            Reply::Stopped { .. } => {
                self.tell(reply);
                self.start_thread();
            }
            Reply::Parsed { .. } | Reply::Failed { .. } => self.tell(reply),
        }
    }

    /// Sends the request that waits, if there is one, to the thread.
    fn send(&self) {
        if let (Some(request), Some(thread)) = (&*self.waiting.borrow(), &*self.thread.borrow()) {
            thread.send(request.clone());
        }
    }

    /// Reads the request that waits on the page's own thread, unless the other one is ready or a newer text is there by then.
    fn read_here(self: &Rc<Self>) {
        let port = Rc::clone(self);
        let revision = self.revision.get();
        spawn_local(async move {
            TimeoutFuture::new(PAINT).await;
            let request = port.waiting.borrow().clone();
            if let Some(request) = request.filter(|request| request.revision == revision && port.state.get() == State::Alone) {
                let reply = beside::answer(&request).await;
                port.tell(reply);
            }
        });
    }

    /// Hands on the answer to the request that waits; any other is dropped.
    fn tell(&self, reply: Reply) {
        let answered = self.waiting.borrow_mut().take_if(|request| reply.revision() == Some(request.revision));
        if answered.is_some() {
            measure("galley:parse", ASKED);
            (self.on_reply)(reply);
        }
    }
}

/// The address of the script that becomes the thread, `None` where the browser has no threads.
///
/// The single file names its own on `<html data-worker>`. Otherwise it is a script of two lines in a blob, which loads `worker.js`:
/// a thread begun from a blob inherits the page's Content-Security-Policy, one begun from a file does not.
fn script() -> Option<String> {
    let address = document_element().get_attribute("data-worker").or_else(|| blob(&loader()?))?;
    // gloo takes a browser that starts no threads for a fault of the program, so it is asked only after one has started.
    let trial = web_sys::Worker::new(&blob("")?).ok()?;
    trial.terminate();
    Some(address)
}

fn loader() -> Option<String> {
    let base = document().base_uri().ok()??;
    let at = |path| web_sys::Url::new_with_base(path, &base).ok().map(|url| JsValue::from(url.href()));
    let (script, module) = (at("worker.js")?, at("worker_bg.wasm")?);
    let quoted = |address| js_sys::JSON::stringify(&address).ok();
    Some(format!("importScripts({}); wasm_bindgen({{ module_or_path: {} }});", quoted(script)?, quoted(module)?))
}

/// The address of a script that reads `text`.
fn blob(text: &str) -> Option<String> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// Notes the moment, for whoever measures. What cannot be noted is no loss to the person at the page.
fn mark(name: &str) {
    let _ = window().performance().map(|performance| performance.mark(name));
}

/// Notes how long it is since the last mark called `since`.
fn measure(name: &str, since: &str) {
    let _ = window().performance().map(|performance| performance.measure_with_start_mark(name, since));
}
