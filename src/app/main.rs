//! The page.

#![allow(unreachable_pub, reason = "the component macro makes public what it is given as pub(crate)")]

mod article;
mod asking;
mod autosave;
mod beside;
mod blocks;
mod browser;
mod caret;
mod carry;
mod clipboard;
mod commands;
mod download;
mod export;
mod find;
mod header;
mod help;
mod highlight;
mod icon;
mod inspector;
mod intake;
mod keymap;
mod keys;
mod library;
mod naming;
mod notices;
mod overview;
mod palette;
mod parser;
mod pick;
mod popover;
mod quoting;
mod review;
mod samples;
mod selection;
mod shell;
mod start;
mod state;
mod status;
mod storage;
mod strip;
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
