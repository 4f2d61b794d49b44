//! Undoing an import: as if it had never been, but for what was changed since.

use super::files::id_of;
use super::*;
use crate::imports::{self, UNDO_DAYS};
use crate::members::Details;

const FILE: &str = "Number,First name,Last name,Email,Phone,Unit,Status,Committee\n\
    1000,Ada,Ng,ada@example.org,819 555-0142,205,On leave,Finance\n\
    2000,Eve,Roy,,,301,,Finance\n\
    2001,Ian,Bell,,,301,,\n";

/// The register, one line a member.
fn rows(site: &Site) -> Vec<String> {
    let row = |line: members::Line| {
        format!(
            "{} {} {:?} {:?} {:?} {:?}",
            line.number, line.status, line.units, line.committees, line.phone, line.email
        )
    };
    everybody(site).into_iter().map(row).collect()
}

#[actix_web::test]
async fn an_import_that_nobody_touched_is_as_if_it_had_never_been() {
    let site = Site::new().await;
    let id = ada(&site);
    let unit = site.act(|act| {
        crate::units::add(act, &crate::units::NewUnit { label: "101".to_owned(), ..crate::units::NewUnit::default() })
    });
    site.act(|act| units::move_in(act, unit, id, "2020-01-01".parse().expect("a date")));
    let before = (rows(&site), site.read(|conn| members::stays(conn, id, Lang::En)).len());
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, FILE).await.expect(303));
    let preview = joan.get(&import).await.expect(200).shows("1 changed").shows("2 new");
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    assert_eq!((rows(&site).len(), site.read(units::options).len()), (3, 3));
    joan.get("/imports/new").await.expect(200).shows("2 new, 1 changed");
    assert_eq!(site.discrepancies(), [""; 0]);

    let undone = joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    joan.get(undone.location()).await.expect(200).shows("The import is undone").hides("Undo this import");
    assert_eq!((rows(&site), site.read(|conn| members::stays(conn, id, Lang::En)).len()), before);
    assert_eq!(site.discrepancies(), [""; 0]);
    assert_eq!((site.read(units::options).len(), site.read(|conn| committees::options(conn, Lang::En)).len()), (1, 0));
    joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    assert_eq!(rows(&site), before.0, "undoing twice is undoing once");
    joan.get("/audit").await.expect(200).shows("undid an import");
    joan.get("/imports/new").await.expect(200).shows("undone");
    bring_in(&joan, FILE).await;
    assert_eq!(rows(&site).len(), 3, "the same file can come in again");
}

#[actix_web::test]
async fn what_was_changed_since_is_left_alone_and_named() {
    let site = Site::new().await;
    let id = ada(&site);
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, FILE).await.expect(303));
    let preview = joan.get(&import).await.expect(200);
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    let eve = everybody(&site).into_iter().find(|line| line.number == "2000").expect("Eve").id;
    site.act(|act| {
        let (whole, version) = members::whole(act.conn, eve)?;
        members::change(act, eve, version, &Details { phone: Some("819 555-0199".to_owned()), ..whole.details })?;
        let (finance, today) = (committees::named(act.conn, "Finance")?.expect("Finance"), act.today());
        committees::leave(act, finance, id, today)?;
        let somewhere = units::labelled(act.conn, "301")?.expect("301");
        units::move_in(act, somewhere, id, today)
    });
    let undone = joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    let page = joan
        .get(undone.location())
        .await
        .expect(200)
        .shows("Left as they are")
        .shows("Eve Roy")
        .shows("Ada Ng")
        .hides("Ian Bell");
    drop(page);
    let left = rows(&site);
    assert_eq!(left.len(), 2, "Ian went, Eve and Ada stay: {left:?}");
    assert!(left.iter().any(|row| row.contains("819 555-0199")), "what was written since is not lost");
    assert_eq!(site.read(units::options).len(), 2, "their homes stay too");
}

#[actix_web::test]
async fn an_undo_ends_after_a_week_and_is_for_admins() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, FILE).await.expect(303));
    let preview = joan.get(&import).await.expect(200);
    joan.post(&format!("{import}/undoing"), &[]).await.expect(404);
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.post(&format!("{import}/undoing"), &[]).await.expect(403);
    let later = site.try_act(|act| {
        act.now += chrono::TimeDelta::days(UNDO_DAYS);
        imports::undo(act, id_of(&import))
    });
    assert!(matches!(later, Err(crate::platform::error::Error::NotFound)));
    let ruth = site.signed_in(Role::Admin, "Ruth Chen", None).await;
    ruth.get(&format!("{import}/done")).await.expect(200).shows("Undo this import");
    ruth.post(&format!("{import}/undoing"), &[]).await.expect(303);
    assert!(everybody(&site).is_empty());
}

/// Two columns of phones, and two in one cell: all of them come in, of new people and of known ones, and go out again.
#[actix_web::test]
async fn several_phones_come_in_and_go_out_again() {
    const PHONES: &str = "Number,First name,Last name,Home phone,Cell\n\
        1000,Ada,Ng,819 555-0142,613 555-0101\n\
        2000,Eve,Roy,819 555-0177 / 819.555.0178,613 555-0103\n";
    let site = Site::new().await;
    let ada = ada(&site);
    let phones = |id: i64| {
        let (whole, _) = site.read(|conn| members::whole(conn, id));
        let more = whole.more_phones.into_iter().map(|phone| phone.number);
        whole.details.phone.into_iter().chain(more).collect::<Vec<_>>()
    };
    let before = phones(ada);
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, PHONES).await.expect(303));
    let preview = joan.get(&import).await.expect(200).shows("1 changed").shows("1 new");
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    let eve = everybody(&site).into_iter().find(|line| line.number == "2000").expect("Eve").id;
    assert_eq!(phones(eve), ["819 555-0177", "819 555-0178", "613 555-0103"]);
    assert_eq!(phones(ada), ["819 555-0142", "613 555-0101"]);
    let again = address(&upload(&joan, PHONES).await.expect(303));
    joan.get(&again).await.expect(200).shows("2 unchanged");
    joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    assert_eq!(phones(ada), before);
    assert_eq!(everybody(&site).len(), 1);
}

/// Undone from the last to the first, nothing is left: to put somebody back is no touch.
#[actix_web::test]
async fn two_imports_undone_one_after_the_other_leave_nothing_behind() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let imports = [
        "Number,Name,Phone,Unit,Bedrooms\n1,Ada Ng,819 555-0142,101,2\n",
        "Number,Name,Phone,Unit,Bedrooms\n1,Ada Ng,819 555-0177,101,3\n",
    ];
    let mut done = Vec::new();
    for file in imports {
        let import = address(&upload(&joan, file).await.expect(303));
        let preview = joan.get(&import).await.expect(200);
        joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
        done.push(import);
    }
    joan.post(&format!("{}/undoing", done[1]), &[]).await.expect(303);
    assert_eq!(everybody(&site)[0].phone.as_deref(), Some("819 555-0142"));
    joan.get(&format!("{}/done", done[1])).await.expect(200).shows("Homes put back");
    joan.post(&format!("{}/undoing", done[0]), &[]).await.expect(303);
    assert!(everybody(&site).is_empty());
    assert!(site.read(units::options).is_empty());
}
