//! The one query that every request asks: which co-op this is, and who is visiting.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};

use crate::platform::db::CoopId;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::visit::{Coop, Viewer};
use crate::policy::Role;

/// The co-op and, where somebody is signed in, their account with the counts of the navigation. One query a request.
#[derive(QueryableByName)]
pub struct Known {
    #[diesel(sql_type = BigInt)]
    coop_id: i64,
    #[diesel(sql_type = Text)]
    name_en: String,
    #[diesel(sql_type = Text)]
    name_fr: String,
    #[diesel(sql_type = Text)]
    default_language: String,
    #[diesel(sql_type = Text)]
    time_zone: String,
    #[diesel(sql_type = Text)]
    contact_name: String,
    #[diesel(sql_type = Text)]
    contact_phone: String,
    #[diesel(sql_type = Text)]
    contact_email: String,
    #[diesel(sql_type = Bool)]
    demo: bool,
    #[diesel(sql_type = Bool)]
    public_pages: bool,
    #[diesel(sql_type = Nullable<Text>)]
    host: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    account_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    member_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    email: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    role: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    language: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    theme: Option<String>,
    #[diesel(sql_type = Nullable<Integer>)]
    text_size: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    security_epoch: Option<i32>,
    #[diesel(sql_type = BigInt)]
    notices_unread: i64,
    #[diesel(sql_type = BigInt)]
    tasks_waiting: i64,
    #[diesel(sql_type = BigInt)]
    polls_waiting: i64,
}

impl Known {
    pub fn coop(&self) -> Coop {
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
            host: self.host.clone(),
        }
    }

    /// The account, if there is one that may still come in, and its security epoch.
    pub fn viewer(self) -> Option<(Viewer, i32)> {
        let viewer = Viewer {
            account_id: self.account_id?,
            member_id: self.member_id,
            name: self.name?,
            email: self.email?,
            role: Role::parse(&self.role?)?,
            language: self.language.as_deref().and_then(Lang::parse),
            theme: self.theme?,
            text_size: self.text_size?,
            notices_unread: self.notices_unread,
            tasks_waiting: self.tasks_waiting,
            polls_waiting: self.polls_waiting,
            session: String::new(),
            scopes: None,
        };
        Some((viewer, self.security_epoch?))
    }
}

pub fn known(conn: &mut PgConnection, account: Option<i64>, now: DateTime<Utc>) -> Result<Known> {
    Ok(diesel::sql_query(
        "select c.coop_id, c.name_en, c.name_fr, c.default_language, c.time_zone, c.contact_name, c.contact_phone, \
           c.contact_email, c.demo, c.public_pages, (select min(host) from coop_hosts) as host, a.id as account_id, a.member_id, a.name, a.email, a.role, a.language, \
           a.theme, a.text_size, a.security_epoch, \
           (select count(*) from notices n where n.account_id = a.id and n.read_at is null) as notices_unread, \
           (select count(*) from tasks t where t.status in ('todo', 'doing') and (t.member_id = a.member_id or t.unit_id in \
             (select o.unit_id from occupancies o where o.member_id = a.member_id and o.during @> $2::date))) as tasks_waiting, \
           (select count(*) from roll r join polls p on p.id = r.poll_id and p.status = 'open' where r.member_id = a.member_id \
             and not exists (select from open_ballots b where b.poll_id = r.poll_id and b.member_id = r.member_id)) \
             as polls_waiting \
         from coops c left join accounts a \
           on a.id = $1 and a.disabled_at is null and (a.expires_on is null or a.expires_on >= $2::date) \
         where c.coop_id = current_coop()",
    )
    .bind::<Nullable<BigInt>, _>(account)
    .bind::<Timestamptz, _>(now)
    .get_result(conn)?)
}
