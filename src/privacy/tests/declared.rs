//! What the slices declare of their tables, against the catalogue of the database: every table is somebody's, and of every text it
//! is said whether somebody may be named in it.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::coops::{Preset, RuleProfile};
use crate::platform::i18n::Lang;
use crate::platform::person::{ABOUT_NOBODY, Erasing, Figure, Names, Shown, Table};
use crate::platform::slice::tables;
use crate::platform::sql::row;
use crate::platform::testing::Site;
use crate::privacy::{access_request, figure};
use crate::slices;

row! {
    /// A column of the database that may hold whatever somebody wrote.
    #[derive(Debug)]
    pub struct Column {
        pub table: String,
        pub name: String,
        pub kind: String,
    }
}

/// Columns of text and JSON, but for what the database works out itself and for codes: texts of which a check lists all there are.
const TEXTS: &str = "select c.table_name::text as \"table\", c.column_name::text as name, c.data_type::text as kind \
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name) \
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' \
      and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml') \
        or c.udt_name in ('_text', '_varchar', '_json', '_jsonb', 'citext')) \
      and exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name \
        and o.column_name = 'coop_id') \
      and not exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum] \
        where k.contype = 'c' and k.conrelid = to_regclass(format('public.%I', c.table_name)) and a.attname = c.column_name \
        and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || c.column_name || ' = (ANY \\(ARRAY\\[|''[a-z]+''::text\\)\\))'))";

/// Tables that point at members or accounts, by a key or by the name of a column.
const POINTING: &str = "select distinct c.table_name::text as \"table\", c.column_name::text as name, '' as kind \
    from information_schema.columns c left join pg_constraint k on k.contype = 'f' \
      and k.conrelid = to_regclass(format('public.%I', c.table_name)) and k.confrelid in ('members'::regclass, 'accounts'::regclass) \
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = c.column_name) \
    where c.table_schema = 'public' and c.column_name <> 'coop_id' \
      and (k.oid is not null or c.column_name ~ '(^|_)(member|account|actor|person|other)_id$|(^|_)by$')";

fn columns(site: &Site, sql: &str) -> Vec<Column> {
    let mut all: Vec<Column> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
    all.sort_by(|one, other| (&one.table, &one.name).cmp(&(&other.table, &other.name)));
    all
}

/// Every column of text with the declaration of its table.
pub fn declared_texts(site: &Site) -> Vec<(&'static Table, Column)> {
    let of = |name: &str| tables(slices::ALL).find(|table| table.name == name);
    columns(site, TEXTS).into_iter().filter_map(|column| Some((of(&column.table)?, column))).collect()
}

#[actix_web::test]
async fn every_table_is_declared_by_one_slice() {
    let site = Site::new().await;
    let all = columns(
        &site,
        "select table_name::text as \"table\", '' as name, '' as kind from information_schema.columns \
         where table_schema = 'public' and column_name = 'coop_id'",
    );
    let mut declared: Vec<&str> = tables(slices::ALL).map(|table| table.name).collect();
    declared.sort_unstable();
    assert_eq!(declared, all.iter().map(|column| column.table.as_str()).collect::<Vec<_>>());
}

#[actix_web::test]
async fn of_every_text_it_is_said_whether_somebody_may_be_named_in_it() {
    let site = Site::new().await;
    let there = columns(&site, TEXTS);
    assert!(there.len() >= 80, "{there:?}");
    let mut there: Vec<String> = there.iter().map(|column| format!("{}.{}", column.table, column.name)).collect();
    there.sort_unstable();
    let named = |table: &Table| -> Vec<String> {
        table.columns(|_| true).iter().map(|column| format!("{}.{column}", table.name)).collect()
    };
    let mut declared: Vec<String> = tables(slices::ALL).flat_map(named).collect();
    declared.sort_unstable();
    assert_eq!(declared, there);
}

#[actix_web::test]
async fn whatever_points_at_people_is_shown_to_them_or_says_why_not() {
    let site = Site::new().await;
    let pointing: BTreeSet<String> = columns(&site, POINTING).into_iter().map(|column| column.table).collect();
    assert!(pointing.len() >= 20, "{pointing:?}");
    for table in tables(slices::ALL) {
        let of_people = table.whose.is_some() || pointing.contains(table.name);
        match table.shown {
            Shown::In(parts) => assert!(!parts.is_empty() && table.whose.is_some(), "{}", table.name),
            Shown::Not(why) => assert!(!of_people || why != ABOUT_NOBODY, "{} is about people", table.name),
        }
        for part in table.parts() {
            assert!(part.from.starts_with("{rows}"), "{}: what is shown are the rows about the person", part.name);
        }
    }
}

#[test]
fn what_is_somebodys_own_leaves_with_the_row_or_from_it() {
    for table in tables(slices::ALL) {
        let whole = matches!((table.erasing, table.whose), (Erasing::Stays, _) | (_, Some(_)));
        assert!(whole, "{}: whose rows go?", table.name);
        for column in table.columns(|names| names == Names::Own) {
            let leaves = match table.erasing {
                Erasing::Goes => true,
                Erasing::Loses(what) => what.split(',').any(|part| part.trim().starts_with(&format!("{column} ="))),
                Erasing::Stays | Erasing::Sealed => false,
            };
            assert!(leaves, "{}.{column}", table.name);
        }
        let reasons = table.texts.iter().filter_map(|texts| match texts.names {
            Names::Stay(why) | Names::Nobody(why) => Some(why),
            Names::GiveWay | Names::Own => None,
        });
        assert!(reasons.into_iter().all(|why| !why.is_empty()), "{}", table.name);
    }
}

/// The names of the columns of a selection.
fn names(columns: &str) -> Vec<String> {
    let (mut names, mut depth, mut quoted, mut column) = (Vec::new(), 0, false, String::new());
    for sign in columns.chars().chain([',']) {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        quoted ^= sign == '\'';
        if sign == ',' && depth == 0 && !quoted {
            let name = column.rsplit([' ', '.']).next().unwrap_or_default();
            names.push(name.trim_matches('"').to_owned());
            column.clear();
        } else {
            column.push(sign);
        }
    }
    names
}

#[test]
fn every_field_about_a_person_has_words_in_both_languages() {
    let mut missing = Vec::new();
    for part in access_request::parts(slices::ALL) {
        let names = names(part.columns);
        for name in &names {
            let word = name.replace('_', "-");
            let known = |lang: Lang| lang.knows(&format!("fact-{word}")) || lang.knows(&format!("field-{word}"));
            missing.extend(
                [Lang::En, Lang::Fr].iter().filter(|lang| !known(**lang)).map(|lang| (name.clone(), lang.code())),
            );
        }
        let coded = part.codes.iter().all(|(column, _)| names.iter().any(|name| name == column));
        assert!(coded, "{} has no column of that name: {:?}", part.name, part.codes);
    }
    assert_eq!(missing, []);
}

#[test]
fn every_time_that_a_rule_decides_is_a_figure_of_the_rules() {
    let rules = serde_json::to_value(RuleProfile::of(Preset::Canada)).expect("the rules");
    for (name, of) in slices::ALL.iter().flat_map(|slice| slice.retained).flat_map(|kept| kept.figures) {
        if let Figure::Rule(column) | Figure::YearsOf(column) | Figure::MonthsBeyond(column) = of {
            assert!(rules[column].is_i64(), "{column}");
        } else {
            assert!(figure(*of, &rules) > 0, "{name}");
        }
    }
}
