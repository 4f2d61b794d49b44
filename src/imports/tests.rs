//! Importing a spreadsheet, from upload to register.

use actix_web::http::header;
use actix_web::test::TestRequest;

mod asking;
mod files;
mod known;
mod meetings;
mod tasks;
mod undoing;

use super::rules;
use crate::members::{self, Listing, NewMember, Sight, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::{committees, units};

const RIEL: &str = include_str!("../../testdata/riel-members.csv");

async fn upload_bytes(visitor: &Visitor<'_>, file: &[u8]) -> Reply {
    let token = visitor.fresh_token().await;
    upload_with(visitor, &token, file).await
}

async fn upload_with(visitor: &Visitor<'_>, token: &str, file: &[u8]) -> Reply {
    upload_of(visitor, token, "", file).await
}

/// Sends a file whose rows are `what`.
async fn upload_of(visitor: &Visitor<'_>, token: &str, what: &str, file: &[u8]) -> Reply {
    let head = format!(
        "--cut\r\nContent-Disposition: form-data; name=\"what\"\r\n\r\n{what}\r\n--cut\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n--cut\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"../members.csv\"\r\nContent-Type: text/csv\r\n\r\n"
    );
    let body = [head.as_bytes(), file, b"\r\n--cut--\r\n"].concat();
    let request = TestRequest::post()
        .uri("/imports")
        .insert_header(("sec-fetch-site", "same-origin"))
        .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cut"))
        .set_payload(body);
    visitor.custom(request).await
}

async fn upload(visitor: &Visitor<'_>, file: &str) -> Reply {
    let token = visitor.fresh_token().await;
    upload_with(visitor, &token, file.as_bytes()).await
}

/// The address of the import that an upload began.
fn address(reply: &Reply) -> String {
    reply.location().trim_end_matches("/columns").to_owned()
}

/// Accepts what was guessed of each column.
async fn accept_columns(visitor: &Visitor<'_>, import: &str) {
    let page = visitor.get(&format!("{import}/columns")).await.expect(200);
    let mut fields = Vec::new();
    for (at, select) in page.body.split("name=\"column_").skip(1).enumerate() {
        let chosen = select.split("</select>").next().and_then(|options| options.split("\" selected").next());
        let word = chosen.and_then(|before| before.rsplit('"').next()).unwrap_or_default().to_owned();
        fields.push((format!("column_{at}"), word));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&format!("{import}/columns"), &fields).await.expect(303);
}

fn seal(preview: &Reply) -> String {
    let rest = preview.body.split("name=\"seal\" value=\"").nth(1).expect("a button to import");
    rest.split('"').next().unwrap_or_default().to_owned()
}

fn everybody(site: &Site) -> Vec<members::Line> {
    let (today, listing) = (site.today(), Listing::default());
    site.read(|conn| members::list(conn, &listing, Sight::Everything, today, Lang::En, 1_000)).lines
}

#[actix_web::test]
async fn a_real_list_comes_in_whole() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let begun = upload(&joan, RIEL).await.expect(303);
    let import = address(&begun);
    let columns =
        joan.get(begun.location()).await.expect(200).shows("Isabelle · Michael · Karine").shows("members.csv");
    assert!(columns.queries <= 6, "{} queries", columns.queries);
    accept_columns(&joan, &import).await;
    let preview = joan.get(&import).await.expect(200).shows("99 new").shows("Add 99 people");
    assert!(preview.queries <= 9, "{} queries", preview.queries);
    assert!(everybody(&site).is_empty(), "nothing changes before the last step");
    let fields = [("seal", seal(&preview))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = joan.post(&format!("{import}/completion"), &fields).await.expect(303);
    joan.get(done.location()).await.expect(200).shows("<dd>99</dd>");
    joan.post(&format!("{import}/completion"), &fields).await.expect(303);
    joan.get(&import).await.expect(303);

    let lines = everybody(&site);
    assert_eq!(lines.len(), 99);
    let find = |number: &str| lines.iter().find(|line| line.number == number).expect("a member");
    let tomasz = find("1007");
    assert_eq!((tomasz.name.as_str(), tomasz.units.as_deref()), ("Tomasz Yılmaz", Some("105")));
    assert_eq!((find("1027").status.as_str(), find("1008").status.as_str()), ("applicant", "on_leave"));
    assert_eq!(find("1000").phone.as_deref(), Some("613 555-0194"), "phones are kept in one form");
    assert_eq!((find("1013").email.as_deref(), find("1013").phone.as_deref()), (None, None));
    assert_eq!(find("1051").committees, None);
    assert_eq!(lines.iter().filter(|line| line.committees.is_some()).count(), 66);
    joan.get("/units").await.expect(200).shows("Floor 4").shows("63 homes");
    assert!(site.do_jobs().is_empty(), "an import mails nothing");
}

#[actix_web::test]
async fn what_went_out_comes_in_again_as_the_same() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, RIEL).await;
    for lang in ["en", "fr"] {
        let sheet = joan.get(&format!("/members.csv?lang={lang}")).await.expect(200).body;
        let import = address(&upload(&joan, &sheet).await.expect(303));
        joan.get(&format!("{import}?lang=en")).await.expect(200).shows("99 unchanged").hides("completion");
    }
}

/// Imports everything that can come in.
async fn bring_in(visitor: &Visitor<'_>, file: &str) {
    let import = address(&upload(visitor, file).await.expect(303));
    let preview = visitor.get(&import).await.expect(200);
    let seal = seal(&preview);
    visitor.post(&format!("{import}/completion"), &[("seal", &seal)]).await.expect(303);
}

const MIXED: &str = "Number;First name;Last name;Email;Home;Status;Committee\n\
    1000;Ada;Ng;ada@example.org;205;On leave;Finance\n\
    ;Ada;Ng;;;;\n\
    ;Eve;Roy;nowhere;;king;\n\
    ;Ian;Bell;;101;;\n";

fn ada(site: &Site) -> i64 {
    let new = NewMember {
        number: "1000".to_owned(),
        given_name: "Ada".to_owned(),
        family_name: "Ng".to_owned(),
        email: Some("ada@example.org".to_owned()),
        phone: None,
        language: Lang::En,
        joined_on: "2020-01-01".parse().expect("a date"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

#[actix_web::test]
async fn every_row_is_shown_and_the_groups_add_up() {
    let site = Site::new().await;
    let id = ada(&site);
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, MIXED).await.expect(303));
    let page = joan
        .get(&import)
        .await
        .expect(200)
        .shows("has 4 rows")
        .shows("2 with problems")
        .shows("1 changed")
        .shows("1 new");
    let page = page.shows("not know this status").shows("not an e-mail address").shows("the home of the row above");
    page.shows("Add one person, 2 homes and one committee, change one person, leave out 2 rows");
    joan.get(&format!("{import}?group=changed"))
        .await
        .expect(200)
        .shows("<ins>205</ins>")
        .shows("On leave")
        .shows("Finance");
    joan.get(&format!("{import}?group=new")).await.expect(200).shows("Ian Bell");
    bring_in(&joan, MIXED).await;
    let lines = everybody(&site);
    let ada = lines.iter().find(|line| line.id == id).expect("Ada");
    assert_eq!(
        (ada.units.as_deref(), ada.committees.as_deref(), ada.status.as_str()),
        (Some("205"), Some("Finance"), "on_leave")
    );
    assert_eq!(lines.len(), 2);
    let (units, committees) = (site.read(units::options), site.read(|conn| committees::options(conn, Lang::Fr)));
    assert_eq!((units.len(), committees.len()), (2, 1), "those that are named are there");
}

#[actix_web::test]
async fn a_possible_duplicate_is_decided_by_a_person() {
    let site = Site::new().await;
    ada(&site);
    let joan = site.as_admin().await;
    let file = "Name,Phone\nAda Ng,819 555-0142\n";
    for (answer, expected) in [("other", 2), ("same", 2)] {
        let import = address(&upload(&joan, file).await.expect(303));
        joan.get(&import).await.expect(200).shows("1 possible duplicate").shows("819 555-0142").hides("completion");
        joan.post(&format!("{import}/answers"), &[("line", "2"), ("row_2", answer)]).await.expect(303);
        let preview = joan.get(&import).await.expect(200).hides("possible duplicate");
        joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
        assert_eq!(everybody(&site).len(), expected);
    }
}

#[actix_web::test]
async fn a_register_that_changed_meanwhile_is_shown_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Number,Name\n1000,Ada Ng\n").await.expect(303));
    let seal = seal(&joan.get(&import).await.expect(200));
    ada(&site);
    joan.post(&format!("{import}/completion"), &[("seal", &seal)]).await.expect(409).shows("Nothing was imported");
}

#[actix_web::test]
async fn a_file_that_cannot_be_read_says_why() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.get("/imports/new").await.expect(200).shows("multipart/form-data");
    for (file, words) in [
        ("", "Please fill in this field"),
        ("Name\n\"cut", "On line 2"),
        ("Name\n", "This file has no rows"),
        ("PK\u{3}\u{4}zip", "is damaged"),
        ("%PDF-1.7", "not a spreadsheet"),
        ("<html><table><tr><td>Name", "not a spreadsheet"),
    ] {
        upload(&joan, file).await.expect(422).shows(words);
    }
    upload(&joan, &"x".repeat(11 * 1024 * 1024)).await.expect(422).shows("larger than 10 MB");
    upload_with(&joan, "forged", b"Name\nAda\n").await.expect(422);
    joan.post("/imports", &[("file", "x")]).await.expect(400);
    let token = joan.fresh_token().await;
    let first = upload_with(&joan, &token, b"Name\nAda Ng\n").await.expect(303);
    assert_eq!(upload_with(&joan, &token, b"Name\nAda Ng\n").await.expect(303).location(), first.location());
    let path = format!("{}/columns", address(&first));
    joan.post(&path, &[("column_0", "phone")]).await.expect(422).shows("Choose the column that holds the name");
    joan.get("/imports/template.csv").await.expect(200).shows("Member number").shows("Zoé");
    joan.get("/imports/template.xlsx").await.expect(200).shows("PK");
}

#[actix_web::test]
async fn only_who_began_an_import_finds_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Name\nAda Ng\n").await.expect(303));
    let other = site.signed_in(Role::Admin, "Ruth Chen", None).await;
    other.get(&import).await.expect(404);
    other.get(&format!("{import}/columns")).await.expect(404);
    other.post(&format!("{import}/completion"), &[]).await.expect(404);
    other.post(&format!("{import}/answers"), &[]).await.expect(404);
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.get("/imports/new").await.expect(403);
    upload(&odette, "Name\nAda Ng\n").await.expect(403);
    site.act(|act| {
        act.now += super::KEPT + super::KEPT;
        super::tidy(act)
    });
    joan.get(&import).await.expect(404);
}

#[actix_web::test]
async fn thousands_of_rows_come_in_at_once() {
    let site = Site::new().await;
    let mut file = "Number,Name,Unit,Committee\n".to_owned();
    for number in 0..2_300 {
        file += &format!("{number},Given{number} Family{number},{},Committee {}\n", number % 200, number % 7);
    }
    let sheet = crate::platform::spreadsheet::read(file.as_bytes()).expect("a sheet");
    let before = site.state.db.statements();
    let outcome = site.act(|act| {
        let slots = super::guess(act.conn, &sheet)?;
        let plan = super::Plan::of(act, &sheet, &slots, &rules::Answers::new(), Lang::En)?;
        super::enter(act, "many.csv", &plan)
    });
    let (_, outcome) = outcome;
    assert_eq!((outcome.added, outcome.units_added, outcome.committees_added), (2_300, 200, 7));
    let statements = site.state.db.statements() - before;
    assert!(statements < 1_500, "{statements} statements: people come in together, not one by one");
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let source = concat!(
        include_str!("reading.rs"),
        include_str!("parts.rs"),
        include_str!("names.rs"),
        include_str!("rules.rs"),
        include_str!("seen.rs"),
        include_str!("register.rs"),
        include_str!("tasks/reading.rs")
    );

    let keys: Vec<&str> = source.split('"').filter(|word| word.starts_with("import-")).collect();
    assert!(keys.len() > 10, "{keys:?}");
    for lang in Lang::ALL {
        for key in &keys {
            let words = [lang.with(key, &[("other", 2.into())]), lang.with(&format!("{key}-fix"), &[])];
            assert!(words.iter().all(|words| !words.starts_with('«')), "{key} in {lang:?}: {words:?}");
        }
    }
}
