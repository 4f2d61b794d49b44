//! Somebody who was entered twice: which other entry it is, both side by side, what goes on where only one can, and the way back.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use diesel::PgConnection;

use crate::accounts::{self, Account};
use crate::members::merging::{self, Between, Entry, FIELDS, Pair, Wanted};
use crate::members::{self, Whole};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::merging::Side;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::{Slices, tables};
use crate::platform::visit::{Done, Visit};

/// A question with an answer on each side: value, words, explanation.
struct Asked {
    name: &'static str,
    options: Vec<(&'static str, String, String)>,
}

#[derive(Template)]
#[template(path = "members/merging.html")]
struct MergingPage {
    page: Page,
    form: Form,
    kept: Known,
    other: Known,
    asked: Vec<(&'static str, Vec<(&'static str, String, String)>)>,
    /// An open vote: nothing can be done before it has ended.
    between: Option<Between>,
}

impl MergingPage {
    fn sides(&self) -> [(&Known, &'static str); 2] {
        [(&self.kept, "merging-kept"), (&self.other, "merging-other")]
    }
}

/// Which other entry it is, is asked first.
#[derive(Template)]
#[template(path = "members/merging_who.html")]
struct WhoPage {
    page: Page,
    form: Form,
    kept: i64,
    people: Vec<(String, String)>,
}

/// One of the two.
struct Known {
    entry: Entry,
    whole: Whole,
    version: i32,
    account: Option<Account>,
    status: String,
}

/// The name that a field has in forms.
fn in_form(name: &'static str) -> &'static str {
    if name == "language" { "member_language" } else { name }
}

impl Known {
    fn value(&self, name: &str, lang: Lang) -> String {
        let (details, about) = (&self.whole.details, &self.whole.about);
        match name {
            "number" => details.number.clone(),
            "given_name" => details.given_name.clone(),
            "family_name" => details.family_name.clone(),
            "preferred_name" => about.preferred_name.clone(),
            "pronoun" => about.pronoun.clone(),
            "email" => details.email.clone().unwrap_or_default(),
            "language" => lang.t_of("language-", &details.language),
            "skills" => about.skills.clone(),
            "emergency_contact" => about.emergency_contact.clone(),
            "notes" => self.whole.notes.clone(),
            _ if self.entry.has_photo => lang.t("merging-photo"),
            _ => String::new(),
        }
    }

    /// How it signs in, and when it last did.
    fn access(&self, visit: &Visit) -> (String, String) {
        let Some(account) = &self.account else { return Default::default() };
        let address = account.shown_address().map_or_else(|| visit.lang.t("merging-no-address"), str::to_owned);
        let seen = match account.last_sign_in_at {
            Some(at) => visit.lang.with("merging-seen", &[("day", visit.lang.day(at.date_naive()).into())]),
            None => visit.lang.t("merging-never-seen"),
        };
        (format!("{address} · {}", visit.lang.t_of("role-", &account.role)), seen)
    }
}

fn known(conn: &mut PgConnection, visit_lang: Lang, ids: [i64; 2], today: NaiveDate) -> Result<[Known; 2]> {
    let mut accounts = accounts::merging::both(conn, ids[0], ids[1])?.into_iter();
    let mut one = |id: i64| {
        let entry = merging::entry(conn, id, today)?;
        let (whole, version) = members::whole(conn, id)?;
        let status = visit_lang.t_of("member-status-", &entry.status.replace('_', "-"));
        Ok::<_, Error>(Known { entry, whole, version, account: accounts.next().flatten(), status })
    };
    Ok([one(ids[0])?, one(ids[1])?])
}

/// What has to be chosen, because only one of two values can go on, and what is chosen where nobody chooses.
fn asked(visit: &Visit, both: &[Known; 2]) -> Vec<(Asked, &'static str)> {
    let lang = visit.lang;
    let mut all = Vec::new();
    let mut ask = |name, values: [(String, String); 2], default| {
        let [kept, other] = values;
        let options = vec![("kept", kept.0, kept.1), ("other", other.0, other.1)];
        all.push((Asked { name, options }, default));
    };
    let of = |of: fn(&Known) -> bool| both.each_ref().map(of);
    for name in FIELDS {
        let values = both.each_ref().map(|one| one.value(name, lang));
        let same = values[0] == values[1] && (name != "photo" || values[0].is_empty());
        if !same {
            let default = if values[0].is_empty() { "other" } else { "kept" };
            let shown = |text: String| if text.is_empty() { lang.t("merging-nothing") } else { text };
            ask(in_form(name), values.map(|text| (shown(text), String::new())), default);
        }
    }
    if of(|one| one.account.is_some()) == [true, true] {
        let [kept, other] = both.each_ref().map(|one| one.account.as_ref().and_then(|account| account.last_sign_in_at));
        ask("merge_account", both.each_ref().map(|one| one.access(visit)), if other > kept { "other" } else { "kept" });
    }
    if both[0].entry.status != both[1].entry.status {
        let status = |one: &Known| (one.status.clone(), String::new());
        let [kept, other] = of(|one| !matches!(one.entry.status.as_str(), "former" | "applicant"));
        ask("merge_status", both.each_ref().map(status), if other && !kept { "other" } else { "kept" });
    }
    let homes = both.each_ref().map(|one| one.entry.homes.join(", "));
    if homes.iter().all(|home| !home.is_empty()) && homes[0] != homes[1] {
        ask("merge_home", homes.map(|home| (home, String::new())), "kept");
        if let Some((home, _)) = all.last_mut() {
            home.options.push(("both", lang.t("merging-both-homes"), String::new()));
        }
    }
    all
}

async fn merging_page(visit: &Visit, mut form: Form) -> Result<MergingPage> {
    let ids = [number(&form, "kept")?, number(&form, "other")?];
    let (both, between) = visit
        .read(move |conn, visit| {
            Ok((known(conn, visit.lang, ids, visit.today())?, merging::between(conn, ids[0], ids[1])?))
        })
        .await?;
    let mut all = Vec::new();
    for (asked, default) in asked(visit, &both) {
        if form.value(asked.name).is_empty() {
            form.set(asked.name, default);
        }
        all.push((asked.name, asked.options));
    }
    let [kept, other] = both;
    if form.value("version").is_empty() {
        form.set("version", kept.version.to_string());
        form.set("other_version", other.version.to_string());
    }
    let page = Page::new(visit, "members", "merging-title").with_form(&form);
    Ok(MergingPage { page, form, kept, other, asked: all, between })
}

fn number(form: &Form, name: &str) -> Result<i64> {
    form.value(name).parse().map_err(|_| Error::NotFound)
}

/// The two of `?kept=` and `?other=`; without the second, whom one can choose from.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let kept = number(&query, "kept")?;
    let mut form = Form::filled([("kept", kept.to_string()), ("other", query.value("other").to_owned())]);
    if !query.value("other").is_empty() && number(&query, "other")? != kept {
        return page::ok(&visit, &merging_page(&visit, form).await?);
    }
    form.set("other", "");
    let (name, people) = visit
        .read(move |conn, visit| {
            let named = |(id, name, number): (i64, String, String)| {
                let pair = [("name", name.into()), ("number", number.into())];
                (id.to_string(), visit.lang.with("merging-named", &pair))
            };
            let people = merging::everybody_but(conn, kept)?.into_iter().map(named).collect();
            Ok((members::name(conn, kept)?, people))
        })
        .await?;
    let page = Page::named(&visit, "members", visit.lang.with("merging-who", &[("name", name.into())]));
    page::ok(&visit, &WhoPage { page: page.with_form(&form), form, kept, people })
}

fn read(reader: &Reader<'_>) -> Wanted {
    let number = |name| reader.required_number(name, 1..=i64::MAX);
    let side = |name| reader.choice(name, &Side::ALL).unwrap_or(Side::Kept);
    let home = reader.choice("merge_home", &[("kept", Some(Side::Other)), ("other", Some(Side::Kept)), ("both", None)]);
    let wanted = Wanted {
        kept: number("kept"),
        other: number("other"),
        versions: (number("version") as i32, number("other_version") as i32),
        from_other: FIELDS.into_iter().filter(|name| side(in_form(name)) == Side::Other).collect(),
        account: side("merge_account"),
        statuses: side("merge_status"),
        home_ends: home.flatten(),
    };
    if !reader.checked("merge_sure") {
        reader.refuse("merge_sure", "wrong-required");
    }
    wanted
}

pub async fn merge(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let wanted = read(&reader);
            reader.finish()?;
            let id = merging::merge(act, &wanted)?;
            let kept = wanted.kept;
            let done = Done::to(format!("/members/{kept}")).say("merging-done", members::name(act.conn, kept)?);
            Ok(done.undo(format!("/members/{kept}/merges/{id}/undoing"), Vec::new()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &merging_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

/// What is in a table, as everything about a person calls it.
fn called(slices: Slices, lang: Lang, table: &str) -> Option<String> {
    let found = tables(slices).find(|one| one.name == table)?;
    found.parts().first().map(|part| lang.t_of("everything-", part.name))
}

pub async fn undo(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let ((kept, id), lang) = (*ids, visit.lang);
    let done = visit
        .submit(&form, move |act, _| {
            let (_, left) = merging::undo_merge(act, kept, id)?;
            let mut names: Vec<String> =
                left.iter().filter_map(|table| called(act.state.slices, lang, table)).collect();
            names.dedup();
            let done = Done::to(format!("/members/{kept}"));
            Ok(if left.is_empty() {
                done.say("merging-undone", members::name(act.conn, kept)?)
            } else {
                done.say("merging-undone-but", names.join(", "))
            })
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- who may be the same ----

#[derive(Template)]
#[template(path = "members/duplicates.html")]
struct DuplicatesPage {
    page: Page,
    pairs: Vec<Pair>,
}

impl DuplicatesPage {
    /// What the two have in common.
    fn why(&self, pair: &Pair) -> String {
        let all = [("name", pair.same_name), ("email", pair.same_email), ("phone", pair.same_phone)];
        let words = all.iter().filter(|(_, same)| *same).map(|(what, _)| self.page.t_of("duplicates-same-", what));
        words.collect::<Vec<_>>().join(" · ")
    }
}

pub async fn duplicates(visit: Visit) -> Answer {
    let pairs = visit.read(|conn, _| merging::pairs(conn)).await?;
    page::ok(&visit, &DuplicatesPage { page: Page::new(&visit, "members", "duplicates-title"), pairs })
}

/// They are two people.
pub async fn note_two(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let ids = ["one", "other"].map(|name| reader.required_number(name, 1..=i64::MAX));
            reader.finish()?;
            merging::note_two(act, ids)?;
            Ok(Done::to("/members/duplicates").say("duplicates-noted", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
