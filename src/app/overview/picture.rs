//! Who is named with whom: a circle of names with a line between two that stand in one paragraph, and the same as a table.

use super::leave_for;
use crate::state::State;
use crate::words::{count, hue, shortened};
use galley_engine::annotation::LabelName;
use galley_engine::view::together::{Person, Tie, Together, together};
use leptos::prelude::*;

/// How many names are drawn: more than these make a ball of wool.
const MOST: usize = 14;

/// The drawing’s width and height, and the radius of its circle, in its own units: beside the circle there is room for names of [`LETTERS`].
const SIZE: (f64, f64) = (580.0, 380.0);
const RADIUS: f64 = 128.0;

/// Letters of the longest name that is drawn whole.
const LETTERS: usize = 18;

/// The picture and its table.
#[component]
pub(super) fn Picture() -> impl IntoView {
    let state = expect_context::<State>();
    let seen = Memo::new(move |_| state.with(|document| together(document, MOST)).unwrap_or_default());
    let is_empty = move || seen.with(|seen| seen.ties.is_empty());
    let rest = move || seen.with(|seen| seen.left_out);
    view! {
        <section class="together" aria-labelledby="with-whom">
            <h3 class="heading" id="with-whom">"Who is named with whom"</h3>
            <Show when=move || !is_empty() fallback=|| view! { <p class="aside">"No two people or organisations are named in one paragraph."</p> }>
                <div class="beside">
                    {move || drawing(&seen.get())}
                    {move || table(state, &seen.get())}
                </div>
                <Show when=move || 0 < rest()><p class="aside">{move || format!("The {MOST} that are named in the most paragraphs; {} more are left out.", rest())}</p></Show>
            </Show>
        </section>
    }
}

fn drawing(seen: &Together) -> impl IntoView + use<> {
    let lines = seen.ties.iter().rev().filter_map(|tie| line(seen, tie)).collect_view();
    let people = seen.people.iter().map(|person| dot(seen, person)).collect_view();
    let label = format!("{} and {} between them; the table says the same", count(seen.people.len(), "name"), count(seen.ties.len(), "tie"));
    view! {
        <svg class="circle" viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) role="img" aria-label=label>
            {lines}{people}
        </svg>
    }
}

fn place(person: &Person) -> (f64, f64) {
    (SIZE.0 / 2.0 + (person.x - 0.5) * 2.0 * RADIUS, SIZE.1 / 2.0 + (person.y - 0.5) * 2.0 * RADIUS)
}

/// A line, drawn in towards the middle, the thicker the more paragraphs name both.
fn line(seen: &Together, tie: &Tie) -> Option<impl IntoView + use<>> {
    let (one, other) = (seen.people.get(tie.between.0)?, seen.people.get(tie.between.1)?);
    let most = seen.ties.iter().map(|tie| tie.paragraphs).max().unwrap_or(1).max(1) as f64;
    let strength = tie.paragraphs as f64 / most;
    let ((x1, y1), (x2, y2)) = (place(one), place(other));
    // A long line bends more than a short one: neighbours are joined almost straight.
    let bend = 0.22 * (x1 - x2).hypot(y1 - y2) / RADIUS;
    let middle = |a: f64, b: f64, centre: f64| (a + b) / 2.0 + (centre - (a + b) / 2.0) * bend;
    let (x, y) = (middle(x1, x2, SIZE.0 / 2.0), middle(y1, y2, SIZE.1 / 2.0));
    let path = format!("M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}");
    let title = format!("{} and {}: {}", one.name, other.name, count(tie.paragraphs, "paragraph"));
    let (width, opacity) = (format!("{:.1}", 1.0 + 5.0 * strength), format!("{:.2}", 0.35 + 0.5 * strength));
    Some(view! { <path class="tie" d=path stroke-width=width opacity=opacity><title>{title}</title></path> })
}

fn dot(seen: &Together, person: &Person) -> impl IntoView + use<> {
    let most = seen.people.iter().map(|person| person.paragraphs).max().unwrap_or(1).max(1) as f64;
    let radius = 4.0 + 6.0 * (person.paragraphs as f64 / most).sqrt();
    let (x, y) = place(person);
    // The name stands outside the circle, on the side it is on; at the top and the bottom in the middle.
    let away = radius + 6.0;
    let side = person.x - 0.5;
    let (dx, dy) = (side * 2.0 * away, (person.y - 0.5) * 2.0 * away);
    let anchor = if side.abs() < 0.08 {
        "middle"
    } else if 0.0 < side {
        "start"
    } else {
        "end"
    };
    let drop = if anchor == "middle" { if person.y < 0.5 { 0.0 } else { 10.0 } } else { 4.0 };
    let hue = hue(&LabelName::Entity(person.kind.clone()));
    view! {
        <g data-hue=hue>
            <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r=format!("{radius:.1}")><title>{format!("{}: named in {}", person.name, count(person.paragraphs, "paragraph"))}</title></circle>
            <text x=format!("{:.1}", x + dx) y=format!("{:.1}", y + dy + drop) text-anchor=anchor>{shortened(&person.name, LETTERS)}</text>
        </g>
    }
}

/// The ties as a table, each leading to the first place.
fn table(state: State, seen: &Together) -> impl IntoView + use<> {
    let name = |at: usize| seen.people.get(at).map(|person| person.name.clone()).unwrap_or_default();
    let rows = seen.ties.iter().map(|tie| {
        let first = tie.first;
        let words = format!("{} – {}", name(tie.between.0), name(tie.between.1));
        view! { <tr><th scope="row"><button class="link" title="Go to the first place" on:click=move |_| leave_for(state, first)>{words}</button></th><td>{tie.paragraphs}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="rolled" tabindex="0" role="region" aria-label="Who is named with whom, as a table">
            <table class="figures">
                <thead><tr><th scope="col">"Both named"</th><th scope="col">"Paragraphs"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
