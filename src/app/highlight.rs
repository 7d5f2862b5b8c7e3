//! Words lit up in the article without touching its elements, by the browser's highlights for stretches of text.

use super::selection;
use galley_engine::document::Document;
use galley_engine::text::Span;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Lights up `spans` under `name`, which the style sheet gives a look; what was lit under that name before goes out.
/// A browser without highlights shows none, which costs nobody the words.
pub(crate) fn light(document: &Document, name: &str, spans: &[Span]) {
    let ranges: Array = spans.iter().filter_map(|span| selection::range(document, *span)).collect();
    // What is missing in the browser comes back as an error here, and is then left out.
    let _ = set(name, &ranges).ok();
}

/// Puts out what is lit under `name`.
pub(crate) fn unlight(name: &str) {
    let _ = set(name, &Array::new()).ok();
}

fn set(name: &str, ranges: &Array) -> Result<(), JsValue> {
    let registry = get(&get(&window(), "CSS")?, "highlights")?;
    let name = JsValue::from(name);
    if ranges.length() == 0 {
        method(&registry, "delete")?.call1(&registry, &name)?;
        return Ok(());
    }
    let highlight = Reflect::construct(&method(&window(), "Highlight")?, ranges)?;
    method(&registry, "set")?.call2(&registry, &name, &highlight)?;
    Ok(())
}

fn get(object: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    if object.is_object() || object.is_function() { Reflect::get(object, &JsValue::from(key)) } else { Err(Object::new().into()) }
}

fn method(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    get(object, name)?.dyn_into()
}
