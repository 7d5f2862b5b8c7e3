//! The page.

#![allow(unreachable_pub, reason = "the component macro makes public what it is given as pub(crate)")]

mod article;
mod autosave;
mod blocks;
mod browser;
mod clipboard;
mod commands;
mod download;
mod export;
mod header;
mod help;
mod icon;
mod inspector;
mod intake;
mod keys;
mod library;
mod notices;
mod parser;
mod pick;
mod popover;
mod review;
mod samples;
mod selection;
mod shell;
mod start;
mod state;
mod status;
mod storage;
#[path = "../worker/thread.rs"]
mod thread;
mod words;

fn main() {
    std::panic::set_hook(Box::new(|fault| {
        console_error_panic_hook::hook(fault);
        browser::say_broken();
    }));
    if let Some(loading) = browser::find("#loading") {
        loading.remove();
    }
    leptos::mount::mount_to_body(shell::App);
}
