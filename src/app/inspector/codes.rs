//! The Codes tab: what is said of the article as a whole, the codebook, and the guidelines for giving labels.

mod book;
mod files;
mod form;
mod guidelines;
mod keep;
mod whole;

pub(crate) use files::take as take_codebook;
pub(crate) use keep::{begin as remember, with_codebook};

use book::Book;
use guidelines::Guidelines;
use leptos::prelude::*;
use whole::WholeArticle;

/// The Codes tab.
#[component]
pub(super) fn Codes() -> impl IntoView {
    view! {
        <WholeArticle/>
        <Book/>
        <Guidelines/>
    }
}
