//! Files: documents and pictures that belong to a thing of the co-op. The votes have some; whatever else is to only declares it
//! (`Slice::filed`) and shows the block of `pages`.
//!
//! Whoever may read the thing may read its files. A file is what its bytes say (`platform/file_kind`), and of a picture only our own
//! drawing is kept (`platform/picture`). A file never changes: it is taken back, its bytes are gone, and that it was there is said. Once
//! a thing says that its files are final, none comes and none goes.

pub mod pages;
mod rules;
pub mod slice;
mod store;
#[cfg(test)]
pub mod tests;

use diesel::prelude::*;
use serde_json::json;

pub use rules::{NewFile, read};
pub use store::{File, Sealed, described, gathered};

use crate::platform::asker::Asker;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::i18n::Lang;
use crate::platform::slice::{Filed, Slices, filed};
use crate::platform::visit::Act;
use crate::policy::Permission;

/// The most files of one thing.
pub const OF_ONE_MAX: i64 = 20;
/// The most bytes of all files of a co-op.
const TOTAL_MAX: i64 = 4 * 1024 * 1024 * 1024;

/// Something that has files.
#[derive(Clone)]
pub struct Thing {
    filed: &'static Filed,
    pub id: i64,
    title_en: String,
    title_fr: String,
    /// Whether its files stay as they are.
    pub are_final: bool,
}

impl Thing {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    /// Its page.
    pub fn address(&self) -> String {
        self.filed.kind.address.unwrap_or_default().replace("{id}", &self.id.to_string())
    }

    /// Whether not everybody who may read things of its kind sees this one.
    pub fn is_for_some(&self) -> bool {
        self.filed.all.is_some()
    }

    /// The permission to bring files.
    pub fn keeps(&self) -> Permission {
        self.filed.keeps
    }

    /// Whether somebody may take a file back: whoever brought it their own.
    pub fn may_remove(&self, file: &File, account: Option<i64>, may: impl Fn(Permission) -> bool) -> bool {
        may(self.filed.removes) || (Some(file.account_id) == account && may(self.filed.keeps))
    }
}

/// A file with what it belongs to.
pub struct Found {
    pub file: File,
    pub thing: Thing,
}

/// The thing of this kind and number, for whoever asks.
///
/// # Errors
/// `NotFound` when there is none that they see.
pub fn thing(conn: &mut PgConnection, slices: Slices, asker: &Asker<'_>, about: &str, id: i64) -> Result<Thing> {
    let filed = filed(slices, about).filter(|filed| asker.may(filed.permission)).ok_or(Error::NotFound)?;
    let (thing, is_hidden) = store::thing(conn, filed, asker, id)?;
    if is_hidden && !asker.may(filed.keeps) { Err(Error::NotFound) } else { Ok(thing) }
}

/// A file that was not taken back, for somebody who may read it.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, slices: Slices, asker: &Asker<'_>, id: i64) -> Result<Found> {
    let (file, about, about_id) = store::find(conn, id)?;
    let thing = thing(conn, slices, asker, &about, about_id)?;
    if file.taken_back_at.is_some() { Err(Error::NotFound) } else { Ok(Found { file, thing }) }
}

/// A file of this very thing that was not taken back, for somebody who may read the thing by another way than by signing in.
///
/// # Errors
/// `NotFound`.
pub fn find_of(conn: &mut PgConnection, about: &str, thing: i64, id: i64) -> Result<File> {
    match store::find(conn, id)? {
        (file, kind, of) if kind == about && of == thing && file.taken_back_at.is_none() => Ok(file),
        _ => Err(Error::NotFound),
    }
}

/// What is sealed of the files of a thing, with digests of the bytes as they are now.
pub fn sealed(conn: &mut PgConnection, about: &str, id: i64) -> Result<Vec<Sealed>> {
    store::sealed(conn, about, id)
}

/// Brings a file.
///
/// # Errors
/// `Forbidden` without the permission; `Conflict` when the files of the thing are final; `Invalid` on `file` when there are as many
/// as there may be, of the thing or in all.
pub fn add(act: &mut Act<'_>, thing: &Thing, new: &NewFile) -> Result<i64> {
    let (account, member) = keeper(act, thing)?;
    let (of_one, total) = store::hold(act.conn, thing)?;
    let wrong = |key, limit: i64| {
        Err(Error::Invalid(vec![FieldError { field: "file".to_owned(), key, limit: Some(limit.to_string()) }]))
    };
    if of_one >= OF_ONE_MAX {
        return wrong("wrong-files-many", OF_ONE_MAX);
    }
    if total + new.bytes.len() as i64 > TOTAL_MAX {
        return wrong("wrong-files-full", TOTAL_MAX / (1024 * 1024 * 1024));
    }
    let id = store::insert(act.conn, thing, (account, member), new, act.now)?;
    record(act, &slice::FILE_ADDED, thing, (id, &new.name), &new.description, "")?;
    Ok(id)
}

/// Gives a thing the files of another one of its kind. Each holds bytes of its own and was brought by whoever copies: what is taken back
/// later, or erased, is so here or there.
///
/// # Errors
/// Those of `add`; `Conflict` when there is no room.
pub fn copy(act: &mut Act<'_>, about: &str, from: i64, to: i64) -> Result<()> {
    let there: Vec<File> =
        store::list(act.conn, about, from)?.into_iter().filter(|f| f.taken_back_at.is_none()).collect();
    if there.is_empty() {
        return Ok(());
    }
    let asker = act.asker();
    let thing = thing(act.conn, act.state.slices, &asker, about, to)?;
    let by = keeper(act, &thing)?;
    let (_, total) = store::hold(act.conn, &thing)?;
    if total + there.iter().map(|file| i64::from(file.size)).sum::<i64>() > TOTAL_MAX {
        return Err(Error::Conflict("files-conflict-full"));
    }
    for file in &there {
        let id = store::copy(act.conn, file.id, &thing, by, act.now)?;
        record(act, &slice::FILE_ADDED, &thing, (id, &file.name), &file.description, "")?;
    }
    Ok(())
}

/// Takes a file back: its bytes are gone. Who did it and why stays to be read.
///
/// # Errors
/// Those of `add`; `NotFound` when it is gone already.
pub fn take_back(act: &mut Act<'_>, id: i64, why: &str) -> Result<Thing> {
    store::lock(act.conn, id)?;
    let asker = act.asker();
    let Found { file, thing } = find(act.conn, act.state.slices, &asker, id)?;
    if !thing.may_remove(&file, asker.account, |permission| asker.may(permission)) {
        return Err(Error::Forbidden);
    }
    let (account, _) = keeper(act, &thing)?;
    store::take_back(act.conn, id, account, why, act.now)?;
    if thing.is_for_some() {
        store::forget_words(act.conn, id)?;
    }
    record(act, &slice::FILE_TAKEN_BACK, &thing, (id, &file.name), "", why)?;
    Ok(thing)
}

/// Who changes the files of a thing, if they may and it can be done.
fn keeper(act: &Act<'_>, thing: &Thing) -> Result<(i64, Option<i64>)> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    if !viewer.may(&act.state.policy, thing.keeps()) {
        return Err(Error::Forbidden);
    }
    if thing.are_final {
        Err(Error::Conflict("files-conflict-final"))
    } else {
        Ok((viewer.account_id, viewer.member_id))
    }
}

fn record(
    act: &mut Act<'_>,
    kind: &'static EventKind,
    thing: &Thing,
    (id, name): (i64, &str),
    description: &str,
    why: &str,
) -> Result<()> {
    let about = format!("{}:{}", thing.filed.kind.word, thing.id);
    let mut detail = json!({ "title_en": thing.title_en, "title_fr": thing.title_fr, "about": about });
    if thing.is_for_some() {
        // What it is called and shows would say in the log what is for some alone.
        let subject = Subject { id, name: thing.title(act.coop.language).to_owned() };
        events::record(act, kind, &subject, detail)?;
        return Ok(());
    }
    for (field, text) in [("description", description), ("taken_back_why", why)] {
        if !text.is_empty() {
            detail[field] = text.into();
        }
    }
    events::record(act, kind, &Subject { id, name: name.to_owned() }, detail)?;
    Ok(())
}
