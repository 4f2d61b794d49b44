//! Pictures: what came as a file is decoded within limits, turned upright and drawn anew. Pure, but for whose turn it is.
//!
//! Nothing of the file goes on but its colours: no place, no camera, no text, nothing that hid behind the picture.

use std::io::Cursor;
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::error::{Error, Result};
use super::file_kind::FileKind;

/// The most pixels that are decoded, and the longest edge.
const PIXELS_MAX: u64 = 40_000_000;
const EDGE_MAX: u32 = 20_000;
/// The most memory that decoding may take, in bytes.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
/// Tried one after the other until a picture is small enough.
const QUALITIES: [u8; 5] = [85, 75, 60, 45, 30];
/// The longest edge of what is kept of a picture, and the most bytes without loss and with.
const KEPT_EDGE: u32 = 2_400;
const KEPT_EXACT_MAX: usize = 2 * 1024 * 1024;
const KEPT_MAX: usize = 4 * 1024 * 1024;

/// How many pictures are decoded at once, because a large one takes much memory, and how long the next one waits for its turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
const WAIT: Duration = Duration::from_secs(5);

/// What is wrong with a file that should be a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Kind,
    Broken,
    Pixels,
}

/// A picture as it is kept.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub kind: FileKind,
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Waits until a picture can be decoded; held while it is.
///
/// # Errors
/// `TooMany` when it takes too long.
pub async fn turn() -> Result<SemaphorePermit<'static>> {
    let turn = tokio::time::timeout(WAIT, AT_ONCE.acquire()).await.map_err(|_| Error::TooMany(5))?;
    turn.map_err(|_| Error::TooMany(5))
}

/// Draws a picture anew, upright and no larger than a page can show.
pub fn drawn(bytes: &[u8]) -> std::result::Result<Drawn, Wrong> {
    let (picture, orientation) = decoded(bytes)?;
    let large = picture.width().max(picture.height()) > KEPT_EDGE;
    let mut picture = if large { picture.thumbnail(KEPT_EDGE, KEPT_EDGE) } else { picture };
    picture.apply_orientation(orientation);
    let (width, height) = (picture.width(), picture.height());
    let photo = image::guess_format(bytes).is_ok_and(|format| format == ImageFormat::Jpeg);
    let exact = if photo { None } else { without_loss(&picture) };
    let (kind, bytes) = match exact {
        Some(bytes) => (FileKind::Png, bytes),
        None => (FileKind::Jpeg, jpeg(&on_white(&picture), KEPT_MAX).ok_or(Wrong::Broken)?),
    };
    Ok(Drawn { kind, bytes, width, height })
}

/// As a PNG, if it is small enough so: drawings are, photos are not.
fn without_loss(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut out = Cursor::new(Vec::new());
    let clear = picture.color().has_alpha();
    let plain = if clear { picture.to_rgba8().into() } else { DynamicImage::from(picture.to_rgb8()) };
    plain.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner()).filter(|bytes| bytes.len() <= KEPT_EXACT_MAX)
}

/// As a JPEG of at most so many bytes.
pub fn jpeg(picture: &RgbImage, bytes_max: usize) -> Option<Vec<u8>> {
    QUALITIES.into_iter().find_map(|quality| {
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, quality).encode_image(picture).ok()?;
        (out.len() <= bytes_max).then_some(out)
    })
}

/// The pixels, after the measures were looked at and before anything of their size was taken from memory, and how they are turned.
pub fn decoded(bytes: &[u8]) -> std::result::Result<(DynamicImage, Orientation), Wrong> {
    let format = image::guess_format(bytes).map_err(|_| Wrong::Kind)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Wrong::Kind);
    }
    if format == ImageFormat::Jpeg && !jpeg_is_whole(bytes) {
        return Err(Wrong::Broken);
    }
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(EDGE_MAX);
    limits.max_image_height = Some(EDGE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => Wrong::Pixels,
        _ => Wrong::Broken,
    })?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Wrong::Broken);
    }
    if u64::from(width) * u64::from(height) > PIXELS_MAX || decoder.total_bytes() > MEMORY_MAX {
        return Err(Wrong::Pixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Wrong::Broken)?;
    Ok((picture, orientation))
}

/// What can be seen through lies on white.
pub fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, seen] = picture.get_pixel(x, y).0;
        let mixed = |colour: u8| {
            let (colour, seen) = (u32::from(colour), u32::from(seen));
            ((colour * seen + 255 * (255 - seen)) / 255) as u8
        };
        Rgb([red, green, blue].map(mixed))
    })
}

/// Whether the picture of a JPEG file ends where it should: what is cut off decodes to grey without a word.
fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    let mut in_picture = false;
    while let Some(&[first, marker]) = bytes.get(at..at + 2).and_then(|two| two.first_chunk::<2>()) {
        at += match (first, marker) {
            (0xFF, 0xD9) => return in_picture,
            (0xFF, 0xFF) => 1,
            (0xFF, 0x00 | 0x01 | 0xD0..=0xD7) => 2,
            (0xFF, _) => {
                in_picture |= marker == 0xDA;
                let Some(&[high, low]) = bytes.get(at + 2..at + 4).and_then(|two| two.first_chunk::<2>()) else {
                    return false;
                };
                2 + usize::from(u16::from_be_bytes([high, low]))
            }
            _ if in_picture => 1,
            _ => return false,
        };
    }
    false
}
