//! The one query that every request asks: which co-op this is, and who is visiting.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Jsonb, Nullable, Text, Timestamptz};

use crate::platform::db::CoopId;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::session::{Asked, Known, Stored};
use crate::platform::slice;
use crate::platform::sql::kept;
use crate::platform::visit::{Coop, Viewer};
use crate::policy::Role;
use crate::slices;

/// The co-op and, where somebody is signed in, their session and account with the counts of the navigation.
#[derive(Queryable)]
struct Row {
    coop_id: i64,
    name_en: String,
    name_fr: String,
    default_language: String,
    time_zone: String,
    contact_name: String,
    contact_phone: String,
    contact_email: String,
    demo: bool,
    public_pages: bool,
    register_version: i64,
    host: Option<String>,
    account_id: Option<i64>,
    member_id: Option<i64>,
    name: Option<String>,
    address: Option<String>,
    role: Option<String>,
    language: Option<String>,
    theme: Option<String>,
    text_size: Option<i32>,
    security_epoch: Option<i32>,
    waiting: serde_json::Value,
    state: Option<serde_json::Value>,
    seen_at: Option<DateTime<Utc>>,
}

/// In the order of the fields of `Row`.
type Columns = (
    BigInt,
    Text,
    Text,
    Text,
    Text,
    Text,
    Text,
    Text,
    Bool,
    Bool,
    BigInt,
    Nullable<Text>,
    Nullable<BigInt>,
    Nullable<BigInt>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Integer>,
    Nullable<Integer>,
    Jsonb,
    Nullable<Jsonb>,
    Nullable<Timestamptz>,
);

impl Row {
    fn coop(&self) -> Coop {
        Coop {
            id: CoopId(self.coop_id),
            name_en: self.name_en.clone(),
            name_fr: self.name_fr.clone(),
            language: Lang::parse(&self.default_language).unwrap_or(Lang::En),
            zone: self.time_zone.parse().unwrap_or(chrono_tz::America::Toronto),
            contact_name: self.contact_name.clone(),
            contact_phone: self.contact_phone.clone(),
            contact_email: self.contact_email.clone(),
            demo: self.demo,
            public_pages: self.public_pages,
            register_version: self.register_version,
            host: self.host.clone(),
        }
    }

    /// The account, if there is one that may still come in, and its security epoch.
    fn viewer(self) -> Option<(Viewer, i32)> {
        let viewer = Viewer {
            account_id: self.account_id?,
            member_id: self.member_id,
            name: self.name?,
            email: self.address,
            role: Role::parse(&self.role?)?,
            language: self.language.as_deref().and_then(Lang::parse),
            theme: self.theme?,
            text_size: self.text_size?,
            waiting: serde_json::from_value(self.waiting).unwrap_or_default(),
            session: String::new(),
            scopes: None,
            acting: None,
        };
        Some((viewer, self.security_epoch?))
    }
}

/// Whose visit it is, as far as one can ask before anything is believed.
pub enum Whose<'a> {
    Nobodys,
    Account(i64),
    /// The account of the session whose key has this hash.
    Session(&'a [u8]),
}

/// The account is found first, by itself (`limit 1`), and looked at afterwards: otherwise the status of everybody was looked up before all
/// but one were dropped. Its number is told by `case`, because PostgreSQL does not take `coalesce` for leakproof and would read every
/// account under row security.
///
/// `{waiting}` is what the slices say waits for somebody, `{today}` the day where the co-op is.
const KNOWN: &str = "select c.coop_id, c.name_en, c.name_fr, c.default_language, c.time_zone, c.contact_name, c.contact_phone, \
           c.contact_email, c.demo, c.public_pages, c.register_version, (select min(host) from coop_hosts) as host, a.id, a.member_id, a.name, \
           a.address, a.role, a.language, a.theme, a.text_size, a.security_epoch, \
           {waiting}, s.state, s.seen_at \
         from coops c cross join lateral (select day_in($2, c.time_zone) as today) d left join sessions s on s.key_hash = $3 and s.expires_at > $2 \
         left join lateral (select * from account_holders h \
           where h.id = case when $1 is null then s.account_id else $1 end limit 1) a on a.disabled_at is null \
           and (a.expires_on is null or a.expires_on >= {today}) \
           and (a.role <> 'resident' or (select s.status <> 'former' from status_on(a.member_id, {today}) s)) \
         where c.coop_id = current_coop()";

pub fn known(
    conn: &mut PgConnection,
    whose: Whose<'_>,
    now: DateTime<Utc>,
    asked: Asked,
) -> Result<(Known, Option<Stored>)> {
    let (account, session) = match whose {
        Whose::Nobodys => (None, None),
        Whose::Account(id) => (Some(id), None),
        Whose::Session(hash) => (None, Some(hash)),
    };
    const TODAY: &str = "d.today";
    static OF_PAGE: LazyLock<String> = LazyLock::new(|| {
        let whose = slice::Whose { account: "a.id", member: "a.member_id", today: TODAY };
        KNOWN.replace("{waiting}", &slice::counted(slices::ALL, &whose)).replace("{today}", TODAY)
    });
    static OF_VISITOR: LazyLock<String> =
        LazyLock::new(|| KNOWN.replace("{waiting}", "'{}'::jsonb").replace("{today}", TODAY));
    let query = if asked == Asked::Page { &OF_PAGE } else { &OF_VISITOR };
    let mut row: Row = kept::<Columns>(query.as_str()).bind((account, now, session)).get_result(conn)?;
    let state = row.state.take().map(serde_json::from_value).transpose().map_err(anyhow::Error::new)?;
    let stored = state.zip(row.seen_at).map(|(state, seen_at)| Stored { state, seen_at });
    Ok((Known { coop: row.coop(), viewer: row.viewer() }, stored))
}
