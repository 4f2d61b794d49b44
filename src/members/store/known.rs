//! The register as an import must know it to recognise people.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::STATUS;
use super::merging::with_all_entries;
use crate::members::NewMember;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};

row! {
    /// A member as an import knows them.
    #[derive(Debug, Clone)]
    pub struct Known {
        pub id: i64,
        pub number: String,
        pub given_name: String,
        pub family_name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        /// The others.
        pub more_phones: Vec<String>,
        pub language: String,
        pub joined_on: NaiveDate,
        pub status: String,
        pub units: Vec<String>,
        pub committees: Vec<String>,
        /// The names of the same committees in both languages, by which a file may call them.
        pub committee_names: Vec<String>,
        pub version: i32,
        /// Other entries that became this one, each as number, given name, family name and e-mail with tabs between.
        pub also: Vec<String>,
        /// When the status changed for the first time after joining, if it did.
        pub changed_on: Option<NaiveDate>,
    }
}

/// What the register had of somebody under another entry that became theirs.
#[derive(Debug, Clone, Copy)]
pub struct Also<'a> {
    pub number: &'a str,
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub email: Option<&'a str>,
}

impl Known {
    pub fn also(&self) -> impl Iterator<Item = Also<'_>> {
        self.also.iter().map(|line| {
            let mut parts = line.split('\t');
            let [number, given_name, family_name, email] = std::array::from_fn(|_| parts.next().unwrap_or_default());
            Also { number, given_name, family_name, email: Some(email).filter(|email| !email.is_empty()) }
        })
    }
}

pub fn known(conn: &mut PgConnection, today: NaiveDate, lang: Lang) -> Result<Vec<Known>> {
    let name = if lang == Lang::En { "k.name_en" } else { "k.name_fr" };
    let text = format!(
        "select m.id, m.number, m.given_name, m.family_name, m.email, m.phone, \
         array(select p.number from member_phones p where p.member_id = m.id order by p.place) as more_phones, m.language, m.joined_on, {STATUS} as status, \
         array(select u.name from occupancies o join units u on u.id = o.unit_id \
           where o.member_id = m.id and o.during @> $1 order by 1) as units, \
         array(select {name} from seats s join committees k on k.id = s.committee_id \
           where s.member_id = m.id and s.during @> $1 order by 1) as committees, \
         array(select unnest(array[k.name_en, k.name_fr]) from seats s join committees k on k.id = s.committee_id \
           where s.member_id = m.id and s.during @> $1) as committee_names, m.version, \
         coalesce(x.also, '{{}}') as also, \
         (select min(s.since) from member_statuses s where s.member_id = m.id and s.since <> m.joined_on) as changed_on \
         from members m left join (select entry_of(e.id) as kept, \
             array_agg(concat_ws(chr(9), e.number, e.given_name, e.family_name, coalesce(e.email, '')) order by e.id) as also \
           from members e where e.merged_into is not null group by 1) x on x.kept = m.id \
         where m.merged_into is null order by m.sort_name, m.id limit 100000"
    );
    with_all_entries(conn, |conn| Ok(sql(text).bind(today).load(conn)?))
}

/// Says of some members whether the day on which they joined is known.
pub fn set_joined_known(conn: &mut PgConnection, ids: &[i64], known: bool) -> Result<()> {
    sql("update members set joined_known = $2 where id = any($1)").bind((ids, known)).execute(conn)?;
    Ok(())
}

row! {
    /// Somebody who could be the same person as another one.
    #[derive(Debug)]
    pub struct Alike {
        pub id: i64,
        pub name: String,
        pub number: String,
        pub status: String,
        /// They have the same e-mail address.
        pub email: bool,
        /// They have the same phone number.
        pub phone: bool,
    }
}

/// Who has the same name, e-mail address or phone number as somebody new, under whichever entry; whoever left too, who may have come
/// back.
pub fn alike(conn: &mut PgConnection, new: &NewMember, today: NaiveDate) -> Result<Vec<Alike>> {
    let name = format!("{} {}", new.given_name, new.family_name);
    let digits: String = new.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit).collect();
    let found = sql("select k.id, k.name, k.number, (select s.status from status_on(k.id, $4) s) as status, \
           bool_or(coalesce(m.email = $2, false)) as email, bool_or($3 <> '' and m.phone_digits = $3) as phone \
         from members m join members k on k.id = entry_of(m.id) \
         where starts_with(m.known_as, folded(btrim($1)) || ' ') or starts_with(m.found_by, folded(btrim($1)) || ' ') \
           or m.email = $2 or ($3 <> '' and m.phone_digits = $3) group by k.id, k.name, k.number, k.sort_name order by k.sort_name, k.id limit 10")
    .bind((name, new.email.as_deref(), digits, today));
    with_all_entries(conn, |conn| Ok(found.load(conn)?))
}
