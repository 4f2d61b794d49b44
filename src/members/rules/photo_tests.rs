//! Files that are photos, and files that only say so: made here, refused or drawn anew in less than two seconds.

use std::io::Cursor;
use std::time::{Duration, Instant};

use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

/// Red above, blue below, a little to see through.
fn picture(width: u32, height: u32) -> DynamicImage {
    let colour = |y| if y < height / 2 { Rgba([200, 20, 20, 255]) } else { Rgba([20, 20, 200, 250]) };
    DynamicImage::ImageRgba8(RgbaImage::from_fn(width, height, |_, y| colour(y)))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let picture =
        if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(picture.to_rgb8()) } else { picture.clone() };
    picture.write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

/// A JPEG with an EXIF part that says how to turn it and where it was taken.
fn turned(orientation: u8) -> Vec<u8> {
    let plain = file(&picture(640, 480), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 45.4215 N 75.6972 W");
    let mut out = plain[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
    out.extend(exif);
    out.extend(&plain[2..]);
    out
}

fn colour_at(jpeg: &[u8], x: u32, y: u32) -> [u8; 3] {
    image::load_from_memory(jpeg).expect("our own photo").to_rgb8().get_pixel(x, y).0
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn every_kind_comes_out_square_small_and_with_nothing_else_in_it() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        for (width, height) in [(640, 480), (300, 900), (20, 30), (321, 320)] {
            let made = square(&file(&picture(width, height), format)).expect("a photo");
            assert!(made.len() <= BYTES_MAX);
            let size = image::load_from_memory(&made).expect("our own photo");
            assert_eq!((size.width(), size.height()), (EDGE, EDGE), "{format:?} {width} x {height}");
        }
    }
    let noise = RgbImage::from_fn(1_000, 1_000, |x, y| {
        let mixed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).rotate_left(7);
        Rgb([mixed as u8, (mixed >> 8) as u8, (mixed >> 16) as u8])
    });
    let made = square(&file(&DynamicImage::ImageRgb8(noise), ImageFormat::Png)).expect("a photo");
    assert!(made.len() <= BYTES_MAX, "noise takes {} bytes", made.len());
}

#[test]
fn a_photo_is_turned_upright_and_forgets_where_it_was_taken() {
    let red = |[red, _, blue]: [u8; 3]| red > blue;
    for (orientation, top_is_red) in [(1, true), (3, false)] {
        let made = square(&turned(orientation)).expect("a photo");
        assert_eq!(red(colour_at(&made, 160, 20)), top_is_red, "orientation {orientation}");
        assert!(!holds(&made, b"Exif") && !holds(&made, b"GPS"));
    }
    // A quarter turn puts the upper half on a side.
    let made = square(&turned(6)).expect("a photo");
    assert_ne!(red(colour_at(&made, 20, 160)), red(colour_at(&made, 300, 160)));
}

#[test]
fn what_hides_behind_a_picture_does_not_come_along() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let mut both = file(&picture(64, 64), format);
        both.extend(b"PK\x03\x04<script>alert(1)</script>");
        let made = square(&both).expect("a photo");
        assert!(!holds(&made, b"<script>") && !holds(&made, b"PK\x03\x04"));
    }
}

/// A PNG file that says how large it is and holds nothing of it.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = file(&picture(8, 8), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// The check sum of PNG (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// A JPEG whose frame says it is this large.
fn jpeg_bomb(side: u16) -> Vec<u8> {
    let mut jpeg = file(&picture(64, 64), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame");
    jpeg[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
    jpeg
}

#[test]
fn hostile_files_are_refused_quickly_and_in_words() {
    let (jpeg, png, webp) = (
        file(&picture(640, 480), ImageFormat::Jpeg),
        file(&picture(640, 480), ImageFormat::Png),
        file(&picture(640, 480), ImageFormat::WebP),
    );
    let with = |front: &[u8], rest: &[u8]| [front, rest].concat();
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "wrong-photo-kind"),
        ("text", b"hello".to_vec(), "wrong-photo-kind"),
        (
            "a drawing that is a program",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(),
            "wrong-photo-kind",
        ),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), "wrong-photo-kind"),
        ("another kind of picture", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "wrong-photo-kind"),
        ("a bitmap", with(b"BM", &[0; 200]), "wrong-photo-kind"),
        ("a tagged picture", with(b"II*\0\x08\0\0\0", &[0; 200]), "wrong-photo-kind"),
        ("a document", b"%PDF-1.7\n%\xFF\xD8\xFF".to_vec(), "wrong-photo-kind"),
        ("an archive with a photo in it", with(b"PK\x03\x04", &jpeg), "wrong-photo-kind"),
        ("a page before a photo", with(b"<html>", &jpeg), "wrong-photo-kind"),
        ("a program", with(b"\x7FELF", &[0; 300]), "wrong-photo-kind"),
        ("zeros", vec![0; 1_000_000], "wrong-photo-kind"),
        ("a cut JPEG", jpeg[..jpeg.len() / 2].to_vec(), "wrong-photo-broken"),
        ("a JPEG without its end", jpeg[..jpeg.len() - 2].to_vec(), "wrong-photo-broken"),
        ("only the start of a JPEG", jpeg[..20].to_vec(), "wrong-photo-broken"),
        ("a JPEG of zeros", with(b"\xFF\xD8\xFF\xE0", &[0; 1_000]), "wrong-photo-broken"),
        ("a cut PNG", png[..png.len() / 2].to_vec(), "wrong-photo-broken"),
        ("only the start of a PNG", png[..30].to_vec(), "wrong-photo-broken"),
        ("a cut WebP", webp[..webp.len() / 2].to_vec(), "wrong-photo-broken"),
        ("a WebP without a picture", b"RIFF\x04\0\0\0WEBP".to_vec(), "wrong-photo-broken"),
        ("a PNG of 1.6 thousand million pixels", bomb(40_000, 40_000), "wrong-photo-pixels"),
        ("a PNG of 49 million pixels", bomb(7_000, 7_000), "wrong-photo-pixels"),
        ("a PNG as wide as can be", bomb(0x7FFF_FFFF, 1), "wrong-photo-pixels"),
        ("a PNG of 36 million pixels that are not there", bomb(6_000, 6_000), "wrong-photo-broken"),
        ("a JPEG of four thousand million pixels", jpeg_bomb(65_500), "wrong-photo-pixels"),
    ];
    for (what, bytes, words) in files {
        let begun = Instant::now();
        assert_eq!(square(&bytes), Err(words), "{what}");
        assert!(begun.elapsed() < Duration::from_secs(2), "{what} took {:?}", begun.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_makes_it_panic(at in 0_usize..2_000, byte in any::<u8>(), kind in 0_usize..3) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][kind];
        let mut bytes = file(&picture(64, 48), format);
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(made) = square(&bytes) {
            prop_assert!(made.len() <= BYTES_MAX);
        }
    }
}
