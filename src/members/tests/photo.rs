//! Photos, through HTTP: who may put one in, who sees it, what is refused.

use actix_web::test::TestRequest;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{add, resident};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

fn png() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 30, Rgb([90, 120, 200])));
    picture.write_to(&mut out, ImageFormat::Png).expect("a picture");
    out.into_inner()
}

async fn send(visitor: &Visitor<'_>, path: &str, seen_by: &str, file: &[u8]) -> Reply {
    let token = visitor.fresh_token().await;
    let mut body = Vec::new();
    for (name, value) in [("form_token", token.as_str()), ("photo_seen_by", seen_by)] {
        body.extend(
            format!("--frontier\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    let head = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../me.svg\"\r\nContent-Type: image/png\r\n\r\n";
    body.extend(head.bytes());
    body.extend(file);
    body.extend(b"\r\n--frontier--\r\n");
    let request = TestRequest::post().uri(path).insert_header(("sec-fetch-site", "same-origin"));
    let request = request.insert_header(("content-type", "multipart/form-data; boundary=frontier")).set_payload(body);
    visitor.custom(request).await
}

#[actix_web::test]
async fn a_photo_is_seen_by_whom_its_owner_chose() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    let neighbour = resident(&site, odette).await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let (person, path) = (format!("/members/{ada}"), format!("/members/{ada}/photo"));
    own.get(&path).await.expect(404);
    own.get(&person).await.expect(200).shows(">AN</span>").hides("<img");

    send(&neighbour, &path, "members", &png()).await.expect(404);
    neighbour.get(&format!("{path}/edit")).await.expect(404);
    send(&own, &path, "nobody", &png()).await.expect(303);
    let picture = own.get(&path).await.expect(200);
    assert_eq!(picture.header("content-type"), "image/jpeg");
    assert_eq!(picture.header("x-content-type-options"), "nosniff");
    assert!(picture.header("cache-control").starts_with("private"), "no cache between keeps it");
    assert!(picture.queries <= 6, "{} queries", picture.queries);
    admin.get(&path).await.expect(200);
    neighbour.get(&path).await.expect(404);
    neighbour.get(&person).await.expect(200).hides("<img");

    // The choice alone, without another file.
    send(&own, &path, "members", b"").await.expect(303);
    neighbour.get(&path).await.expect(200);
    neighbour.get(&person).await.expect(200).shows("alt=\"Photo of Ada Ng\"").shows("loading=\"lazy\"");
    observer.get(&path).await.expect(404);
    site.anonymous().get(&path).await.expect(303);

    // The office may change the photo, not who sees it.
    send(&admin, &path, "nobody", b"").await.expect(422);
    send(&admin, &path, "nobody", &png()).await.expect(303);
    neighbour.get(&path).await.expect(200);
    own.get(&format!("/members/{ada}/everything.json")).await.expect(200).shows("data:image/jpeg;base64,");
    own.get(&format!("/members/{ada}/everything")).await.expect(200).hides("base64");
    neighbour.post(&format!("{path}/removal"), &[]).await.expect(404);
    own.post(&format!("{path}/removal"), &[]).await.expect(303);
    own.get(&path).await.expect(404);
    admin.get("/audit").await.expect(200).shows("changed the photo of a member").shows("removed the photo");
}

#[actix_web::test]
async fn what_is_no_photo_is_refused_beside_the_field() {
    let site = Site::new().await;
    let ada = add(&site, "Ada", "Ng");
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    let path = format!("/members/{ada}/photo");
    let png = png();
    let large = vec![0x89; 11 * 1024 * 1024];
    for (file, words) in [
        (&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], "We cannot read this photo"),
        (&png[..png.len() / 2], "damaged or incomplete"),
        (&large, "larger than 10 MB"),
    ] {
        let reply = send(&own, &path, "members", file).await.expect(422);
        reply.shows("id=\"e-file\"").shows(words).shows("value=\"members\" selected");
    }
    own.get(&path).await.expect(404);
}
