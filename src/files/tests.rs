//! Files, through HTTP: who brings them, who sees them, how they come, what is refused, and when they stay.

mod hostile;

use actix_web::test::TestRequest;
use chrono::TimeDelta;

use crate::files;
use crate::members::{self, NewMember, Status};
use crate::platform::error::Error;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::polls::tests::roof;
use crate::polls::{self, NewQuestion};

pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF";

/// Sends a file as the form does.
pub async fn send(who: &Visitor<'_>, path: &str, description: &str, name: &str, file: &[u8]) -> Reply {
    let token = who.fresh_token().await;
    send_with(who, path, &token, (description, name), file).await
}

async fn send_with(
    who: &Visitor<'_>,
    path: &str,
    token: &str,
    (description, name): (&str, &str),
    file: &[u8],
) -> Reply {
    let mut body = Vec::new();
    for (field, value) in [("form_token", token), ("description", description)] {
        body.extend(
            format!("--frontier\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    let head = format!(
        "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
    );
    body.extend(head.bytes());
    body.extend(file);
    body.extend(b"\r\n--frontier--\r\n");
    let request = TestRequest::post().uri(path).insert_header(("sec-fetch-site", "same-origin"));
    let request = request.insert_header(("content-type", "multipart/form-data; boundary=frontier")).set_payload(body);
    who.custom(request).await
}

fn draft(site: &Site) -> i64 {
    let new = roof(TimeDelta::days(1), TimeDelta::days(3));
    site.act(|act| polls::create(act, &new, &[NewQuestion::proposal(false)]))
}

/// The number of the file that the page of a vote links to last.
pub async fn last(who: &Visitor<'_>, path: &str) -> i64 {
    let page = who.get(path).await.expect(200);
    let found = page.body.rsplit("href=\"/files/").next().and_then(|rest| rest.split(['"', '/']).next()?.parse().ok());
    found.expect("a file")
}

#[actix_web::test]
async fn a_file_is_brought_read_and_taken_back() {
    let site = Site::new().await;
    let ana = site.act(|act| {
        let new = NewMember {
            number: String::new(),
            given_name: "Ana".to_owned(),
            family_name: "Roy".to_owned(),
            email: None,
            phone: None,
            language: crate::platform::i18n::Lang::En,
            joined_on: "2020-05-01".parse().expect("a day"),
            status: Status::Member,
        };
        members::add(act, &new)
    });
    let reader = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let (joan, observer) = (site.as_admin().await, site.as_observer().await);
    let poll = draft(&site);
    let (vote, path) = (format!("/polls/{poll}"), format!("/polls/{poll}/files"));
    joan.get(&format!("{vote}/setup")).await.expect(200).shows(&path);
    joan.get(&path).await.expect(200).shows("There are no files");
    send(&reader, &path, "", "x.pdf", PDF).await.expect(403);
    let token = joan.fresh_token().await;
    for _ in 0..2 {
        let said = ("The quote", "../Devis d’été (1).html");
        send_with(&joan, &path, &token, said, PDF).await.expect(303);
    }
    let file = last(&joan, &path).await;
    let address = format!("/files/{file}");
    let page = joan.get(&path).await.expect(200).shows("Devis d’été").shows("The quote").shows("PDF, 1 KB");
    assert_eq!(page.body.matches("Added by").count(), 1, "sent twice, kept once");
    assert!(page.queries <= 6, "{} queries", page.queries);

    // Nobody else sees what a draft has.
    for hidden in [&path, &address, &format!("{address}/removal")] {
        reader.get(hidden).await.expect(404);
        observer.get(hidden).await.expect(404);
        site.anonymous().get(hidden).await.expect(303);
    }
    site.act(|act| polls::announce(act, poll));
    reader.get(&vote).await.expect(200).shows(&address).shows("Devis d’été");
    observer.get(&address).await.expect(200);
    let whole = reader.get(&address).await.expect(200);
    assert_eq!(whole.body.as_bytes(), PDF);
    assert_eq!(whole.header("content-type"), "application/pdf");
    assert_eq!(whole.header("x-content-type-options"), "nosniff");
    assert_eq!(whole.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(whole.header("cache-control"), "private, no-cache");
    let named = whole.header("content-disposition");
    assert!(
        named.starts_with("attachment; filename=\"Devis d__t_ (1).pdf\"; filename*=UTF-8''Devis%20d%E2%80%99"),
        "{named}"
    );
    assert!(whole.queries <= 6, "{} queries", whole.queries);
    let tag = whole.header("etag").to_owned();
    let asked = |with: (&'static str, String)| TestRequest::get().uri(&address).insert_header(with);
    let known = reader.custom(asked(("if-none-match", tag.clone()))).await.expect(304);
    assert_eq!((known.body.as_str(), known.header("etag")), ("", tag.as_str()));
    reader.custom(asked(("if-none-match", "\"other\"".to_owned()))).await.expect(200);
    let part = reader.custom(asked(("range", "bytes=0-3".to_owned()))).await.expect(200);
    assert_eq!((part.body.len(), part.header("accept-ranges")), (PDF.len(), "none"));
    reader.request("head", &address).await.expect(200);

    let removal = format!("{address}/removal");
    reader.get(&removal).await.expect(403);
    reader.post(&removal, &[("taken_back_why", "No")]).await.expect(403);
    joan.post(&removal, &[("taken_back_why", " ")]).await.expect(422).shows("id=\"e-taken_back_why\"");
    joan.post(&removal, &[("taken_back_why", "It was the old one")]).await.expect(303);
    reader.get(&address).await.expect(404);
    reader.get(&path).await.expect(200).shows("Devis d’été").shows("It was the old one").hides(&address);
    reader.get(&vote).await.expect(200).hides("Devis d’été");
    let log = joan.get("/audit").await.expect(200).shows("added a file").shows("took a file back");
    log.shows("It was the old one");
}

#[actix_web::test]
async fn what_was_opened_keeps_its_files_and_they_are_sealed() {
    let site = Site::of_owner().await;
    let joan = site.as_admin().await;
    let poll = draft(&site);
    let path = format!("/polls/{poll}/files");
    send(&joan, &path, "The quote", "quote.pdf", PDF).await.expect(303);
    let file = last(&joan, &path).await;
    site.act(|act| {
        polls::announce(act, poll)?;
        polls::open(act, poll)
    });
    joan.get(&path).await.expect(200).shows("They stay as they were").hides("type=\"file\"").hides("/removal");
    send(&joan, &path, "", "more.pdf", PDF).await.expect(409);
    joan.get(&format!("/files/{file}/removal")).await.expect(409);
    joan.post(&format!("/files/{file}/removal"), &[("taken_back_why", "x")]).await.expect(409);
    // Whatever the program would do by mistake, the database refuses.
    let refused = site.try_act(|act| files::store::take_back(act.conn, file, 1, "x", act.now));
    assert!(matches!(refused, Err(Error::Internal(_))), "{refused:?}");
    assert_eq!(site.discrepancies(), [""; 0]);
    for sql in [
        format!("update files set bytes = '\\x62' where id = {file}"),
        format!("update files set name = 'x.pdf' where id = {file}"),
        format!("delete from files where id = {file}"),
    ] {
        let found = site.tampered(&sql, |conn| crate::platform::slice::verify(site.state.slices, conn));
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|one| one.starts_with(&format!("the proposal of vote {poll}"))), "{sql}: {found:?}");
    }
}

#[actix_web::test]
async fn there_is_an_end_to_how_many_files_a_vote_has() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let poll = draft(&site);
    let path = format!("/polls/{poll}/files");
    for number in 0..files::OF_ONE_MAX {
        send(&joan, &path, "", &format!("{number}.txt"), format!("No. {number}").as_bytes()).await.expect(303);
    }
    send(&joan, &path, "", "more.txt", b"one more").await.expect(422).shows("There are 20 files already");
    joan.get(&path).await.expect(200).shows("as many as there can be").hides("type=\"file\"");
}
