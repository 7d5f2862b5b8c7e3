//! A row of buttons of which one may be pressed: a filter.

use leptos::prelude::*;

/// A button of the row: what it stands for, its title, and how many there are.
pub(super) type Chip<T> = (T, &'static str, Signal<usize>);

/// Buttons of which the `chosen` one is pressed; `choose` is called with what a button stands for.
pub(super) fn chips<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    options: Vec<Chip<T>>,
    chosen: Signal<Option<T>>,
    choose: impl Fn(T) + Copy + Send + 'static,
) -> impl IntoView {
    let button = move |(value, title, count): Chip<T>| {
        let is_on = move || (chosen.get() == Some(value)).to_string();
        view! { <button aria-pressed=is_on on:click=move |_| choose(value)>{title}<b>{count}</b></button> }
    };
    view! { <div class="filters" role="group" aria-label=name>{options.into_iter().map(button).collect_view()}</div> }
}

/// Sets `signal` to `value`, or to nothing when it is that already.
pub(super) fn flip<T: Copy + PartialEq + Send + Sync + 'static>(signal: RwSignal<Option<T>>, value: T) {
    signal.update(|chosen| *chosen = if *chosen == Some(value) { None } else { Some(value) });
}
