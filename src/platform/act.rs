//! An act: one change of the co-op's affairs, in one transaction, on somebody's behalf, at a time. What a verb acts with.
//!
//! All events of an act stand together: each names the first (`events.part_of`), so that an import or a departure can be read as
//! the one thing it was.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::asker::Asker;
use super::clock;
use super::error::{Error, Result};
use super::state::AppState;
use super::visit::{Coop, Viewer};
use crate::policy::Permission;

/// The connection inside the transaction, and everything a verb may ask.
pub struct Act<'a> {
    pub conn: &'a mut PgConnection,
    pub coop: &'a Coop,
    /// Nobody when the program itself acts: a scheduled closing, the nightly scores.
    pub viewer: Option<&'a Viewer>,
    pub state: &'a AppState,
    pub now: DateTime<Utc>,
    /// The first event that was recorded.
    first_event: Rc<Cell<Option<i64>>>,
}

impl<'a> Act<'a> {
    pub fn new(
        conn: &'a mut PgConnection,
        coop: &'a Coop,
        viewer: Option<&'a Viewer>,
        state: &'a AppState,
        now: DateTime<Utc>,
    ) -> Self {
        Self { conn, coop, viewer, state, now, first_event: Rc::default() }
    }

    /// The program acts by itself, now.
    pub fn by_itself(conn: &'a mut PgConnection, coop: &'a Coop, state: &'a AppState) -> Self {
        Self::new(conn, coop, None, state, clock::now())
    }

    /// A part of this act on behalf of somebody else: a job does what a person had asked for.
    pub fn on_behalf_of<'b>(&'b mut self, viewer: Option<&'b Viewer>) -> Act<'b> {
        let first_event = self.first_event.clone();
        Act { conn: self.conn, coop: self.coop, viewer, state: self.state, now: self.now, first_event }
    }

    /// Tries something whose refusal undoes it and leaves what was done before.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Act<'_>) -> Result<T>) -> Result<T> {
        let (coop, viewer, state, now) = (self.coop, self.viewer, self.state, self.now);
        let first_event = self.first_event.clone();
        let before = first_event.get();
        let tried = self
            .conn
            .transaction(|conn| work(&mut Act { conn, coop, viewer, state, now, first_event: first_event.clone() }));
        if tried.is_err() {
            first_event.set(before);
        }
        tried
    }

    /// Today in the co-op's time zone.
    pub fn today(&self) -> NaiveDate {
        clock::date_in(self.coop.zone, self.now)
    }

    pub fn may(&self, permission: Permission) -> bool {
        self.viewer.is_some_and(|viewer| viewer.may(&self.state.policy, permission))
    }

    /// Whoever acts, as one who asks for things that not everybody sees.
    pub fn asker(&self) -> Asker<'a> {
        Asker::new(self.viewer, &self.state.policy, self.today())
    }

    /// The member who acts. Observers and the program itself are none.
    pub fn member_id(&self) -> Result<i64> {
        self.viewer.and_then(|viewer| viewer.member_id).ok_or(Error::Forbidden)
    }

    /// What links in mails start with.
    pub fn origin(&self) -> String {
        self.state.origin_of(self.coop)
    }

    /// The event under which what is recorded now stands; none for the first.
    pub(super) fn first_event(&self) -> Option<i64> {
        self.first_event.get()
    }

    /// An event was recorded.
    pub(super) fn has_recorded(&self, event: i64) {
        if self.first_event.get().is_none() {
            self.first_event.set(Some(event));
        }
    }
}

/// Where to go after a change, and what to say there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Done {
    pub location: String,
    pub flash: Option<Flash>,
    /// The row that was made, for an API answer or a fragment.
    pub id: Option<i64>,
}

/// A message at the top of the next page; with `undo`, a button that posts the opposite.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Flash {
    pub key: String,
    /// What the message names, read in the words as `{ $name }`.
    pub name: String,
    pub undo: Option<Undo>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Undo {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Done {
    pub fn to(location: impl Into<String>) -> Self {
        Self { location: location.into(), flash: None, id: None }
    }

    /// A message under `key`; `name` is what it is about.
    pub fn say(mut self, key: &str, name: impl Into<String>) -> Self {
        self.flash = Some(Flash { key: key.to_owned(), name: name.into(), undo: None });
        self
    }

    pub fn undo(mut self, action: impl Into<String>, fields: Vec<(String, String)>) -> Self {
        if let Some(flash) = &mut self.flash {
            flash.undo = Some(Undo { action: action.into(), fields });
        }
        self
    }

    pub fn made(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }
}
