//! The page's icons, drawn on a grid of 20 by 20.

use leptos::prelude::*;

/// The icon called `name`; decorative, so that the button around it needs a name of its own.
pub(crate) fn icon(name: &str) -> impl IntoView + use<> {
    let path = match name {
        "undo" => "M7 4 3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8",
        "redo" => "m13 4 3.5 3.5L13 11m3-3.5H8a4.5 4.5 0 0 0 0 9h4",
        "close" => "m5 5 10 10M15 5 5 15",
        "bin" => "M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.7 9v4.5M11.3 9v4.5",
        "plus" => "M10 4v12M4 10h12",
        "menu" => "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
        "help" => "M7.3 7.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3.9-1.3 1.8M10 14.6v.1",
        "panel" => "M3.5 4h13v12h-13zM12 4v12",
        "previous" => "M12.5 4.5 7 10l5.5 5.5",
        "next" => "M7.5 4.5 13 10l-5.5 5.5",
        "check" => "m4.5 10.5 3.7 3.7 7.3-8.4",
        "open" => "M3 15.5v-11h5l1.6 2H17v9z",
        "copy" => "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4",
        "download" => "M10 3.5v9M6.3 9.2 10 12.9l3.7-3.7M4 16.5h12",
        "search" => "M8.8 3.6a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM12.6 12.6l4 4",
        "story" => "M4 4h12M4 8h12M4 12h12M4 16h7",
        "overview" => "M4 16.5v-6M8 16.5v-12M12 16.5v-8M16 16.5v-4",
        "more" => "M4.5 10v.1M10 10v.1M15.5 10v.1",
        "theme" => "M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13",
        _ => "",
    };
    view! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=path></path></svg> }
}
