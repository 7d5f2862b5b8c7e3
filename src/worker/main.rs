//! The parser's thread: receives requests from the page, reads them with the engine, replies.

mod thread;

use gloo::worker::Registrable;

fn main() {
    thread::Thread::registrar().encoding::<thread::Json>().register();
}
