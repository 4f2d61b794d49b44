//! Files that say they are something else, are too large, or hold more than a picture.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::{draft, last, send};
use crate::platform::testing::Site;

fn picture(format: ImageFormat) -> Vec<u8> {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(60, 40, Rgba([90, 120, 200, 128])));
    let picture = if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(clear.to_rgb8()) } else { clear };
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

/// A PNG file that says it is 30,000 by 30,000 and holds nothing of it.
fn bomb() -> Vec<u8> {
    let mut png = picture(ImageFormat::Png);
    for at in [16, 20] {
        png[at..at + 4].copy_from_slice(&30_000_u32.to_be_bytes());
    }
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 })
    };
    let sum = !png[12..29].iter().fold(u32::MAX, step);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

#[actix_web::test]
async fn a_picture_is_drawn_anew_and_says_what_it_shows() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (poll, secret) = (draft(&site), b"GPS 45.4215 N <script>alert(1)</script>");
    let path = format!("/polls/{poll}/files");
    for (format, kind) in
        [(ImageFormat::Png, "image/png"), (ImageFormat::Jpeg, "image/jpeg"), (ImageFormat::WebP, "image/png")]
    {
        let file = [picture(format).as_slice(), secret].concat();
        send(&joan, &path, "", "roof.html", &file).await.expect(422).shows("Say what the picture shows");
        send(&joan, &path, "The \"roof\" <b>", "roof.html", &file).await.expect(303);
        let reply = joan.get(&format!("/files/{}", last(&joan, &path).await)).await.expect(200).hides("script");
        assert_eq!(reply.header("content-type"), kind);
        assert!(reply.header("content-disposition").starts_with("inline; filename=\"roof."));
    }
    site.act(|act| crate::polls::announce(act, poll));
    let page = joan.get(&format!("/polls/{poll}")).await.expect(200);
    page.shows("alt=\"The &#34;roof&#34; &#60;b&#62;\"").shows("width=\"60\" height=\"40\"").shows("loading=\"lazy\"");
}

#[actix_web::test]
async fn what_no_co_op_needs_is_refused_in_words() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let path = format!("/polls/{}/files", draft(&site));
    let png = picture(ImageFormat::Png);
    let (kind, large) = ("We cannot take this kind of file", vec![b'a'; 11 * 1024 * 1024]);
    for (name, file, words) in [
        ("photo.png", &b"<!doctype html><script>alert(1)</script>"[..], kind),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", kind),
        ("both.pdf", b"<html>%PDF-1.7 <script>", kind),
        ("a.zip", b"PK\x03\x04 nothing", kind),
        ("a.exe", b"MZ\x90\0\x03", kind),
        ("bomb.png", &bomb(), "more than 40 million pixels"),
        ("cut.png", &png[..png.len() / 2], "damaged or incomplete"),
        ("large.txt", &large, "larger than 10 MB"),
        ("none.pdf", b"", "Choose a file."),
    ] {
        let reply = send(&joan, &path, "A roof", name, file).await.expect(422);
        reply.shows("id=\"e-file\"").shows(words).shows("value=\"A roof\"");
    }
    joan.get(&path).await.expect(200).shows("There are no files");
}
