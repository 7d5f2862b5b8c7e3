//! The person's documents in the browser's IndexedDB: Galley JSON text by id, and a short entry of each for the list.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

const DATABASE: &str = "galley";
const VERSION: u32 = 1;
/// Galley JSON by document id.
const DOCUMENTS: &str = "documents";
/// An [`Entry`] as JSON by document id.
const ENTRIES: &str = "entries";

/// What the list of documents shows of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The document's id.
    pub(crate) id: String,
    /// Its headline.
    pub(crate) title: String,
    /// Who published it; empty when unknown.
    pub(crate) publisher: String,
    /// Marks that are accepted or rejected.
    pub(crate) decided: usize,
    /// Marks that are reviewed.
    pub(crate) total: usize,
    /// When it was last written: RFC 3339, UTC.
    pub(crate) modified: String,
    /// Counts the writes, so that two windows on one document notice each other.
    #[serde(default)]
    pub(crate) writes: u32,
}

/// Why something could not be stored or read.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Another window has written the document since this one read it.
    Elsewhere,
    /// The storage refused, in its own words.
    Refused(String),
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Elsewhere => out.write_str("another window has changed this article since it was opened here"),
            Self::Refused(why) => out.write_str(why),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Refused(error.to_string())
    }
}

thread_local! {
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

async fn database() -> Result<Rc<Database>, Error> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in [DOCUMENTS, ENTRIES] {
                // A store that cannot be made shows as an error at the first write, where somebody is told.
                let _ = database.create_object_store(store, ObjectStoreParams::new()).ok();
            }
        }
    });
    let database = Rc::new(request.await?);
    OPEN.set(Some(Rc::clone(&database)));
    Ok(database)
}

/// Writes a document and its entry in one transaction; when this returns, both are on disk.
/// `seen` is the count of writes this window knows of: a higher one on disk means that another window wrote meanwhile.
pub(crate) async fn put(entry: &Entry, json: &str, seen: u32) -> Result<(), Trouble> {
    let transaction = database().await?.transaction(&[DOCUMENTS, ENTRIES], TransactionMode::ReadWrite)?;
    let key = JsValue::from(entry.id.as_str());
    let entries = transaction.object_store(ENTRIES)?;
    let known = entries.get(key.clone())?.await?.as_ref().and_then(parsed);
    if known.is_some_and(|known| seen < known.writes) {
        return Err(Trouble::Elsewhere);
    }
    entries.put(&serde_json::to_string(entry).unwrap_or_default().into(), Some(&key))?.await?;
    transaction.object_store(DOCUMENTS)?.put(&json.into(), Some(&key))?.await?;
    if transaction.commit()?.await?.is_committed() { Ok(()) } else { Err(Trouble::Refused("the browser gave up on writing it".to_owned())) }
}

/// The Galley JSON of a document.
pub(crate) async fn get(id: &str) -> Result<Option<String>, Trouble> {
    let transaction = database().await?.transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(DOCUMENTS)?.get(JsValue::from(id))?.await?;
    Ok(found.and_then(|json| json.as_string()))
}

/// The entries of all documents, the latest first.
pub(crate) async fn entries() -> Result<Vec<Entry>, Trouble> {
    let transaction = database().await?.transaction(&[ENTRIES], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(ENTRIES)?.get_all(None, None)?.await?;
    let mut entries: Vec<Entry> = found.iter().filter_map(parsed).collect();
    entries.sort_by(|a, b| b.modified.cmp(&a.modified));
    Ok(entries)
}

/// Removes a document and its entry.
pub(crate) async fn delete(id: &str) -> Result<(), Trouble> {
    let transaction = database().await?.transaction(&[DOCUMENTS, ENTRIES], TransactionMode::ReadWrite)?;
    for store in [DOCUMENTS, ENTRIES] {
        transaction.object_store(store)?.delete(JsValue::from(id))?.await?;
    }
    transaction.commit()?.await?;
    Ok(())
}

fn parsed(value: &JsValue) -> Option<Entry> {
    serde_json::from_str(&value.as_string()?).ok()
}
