//! A photo: what came as a file is decoded within limits, turned upright, cut square and written anew. Pure.
//!
//! Nothing of the file goes on but its colours: no place, no camera, no text, nothing that hid behind the picture.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

/// The edge of the square, in pixels.
pub const EDGE: u32 = 320;
/// The most bytes of what is kept.
pub const BYTES_MAX: usize = 60 * 1024;
/// The most pixels that are decoded, and the longest edge.
const PIXELS_MAX: u64 = 40_000_000;
const EDGE_MAX: u32 = 20_000;
/// The most memory that decoding may take, in bytes.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
/// Tried one after the other until the photo is small enough.
const QUALITIES: [u8; 5] = [85, 75, 60, 45, 30];

/// Makes the photo that is kept, a JPEG, from a file.
///
/// # Errors
/// The words for what is wrong with the file.
pub fn square(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let format = image::guess_format(bytes).map_err(|_| "wrong-photo-kind")?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err("wrong-photo-kind");
    }
    if format == ImageFormat::Jpeg && !jpeg_is_whole(bytes) {
        return Err("wrong-photo-broken");
    }
    let (picture, orientation) = decoded(bytes, format)?;
    let mut small = cut(&picture);
    small.apply_orientation(orientation);
    let small = on_white(&small);
    QUALITIES
        .into_iter()
        .find_map(|quality| {
            let mut out = Vec::new();
            JpegEncoder::new_with_quality(&mut out, quality).encode_image(&small).ok()?;
            (out.len() <= BYTES_MAX).then_some(out)
        })
        .ok_or("wrong-photo-broken")
}

/// The pixels, after the measures were looked at and before anything of their size was taken from memory.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), &'static str> {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(EDGE_MAX);
    limits.max_image_height = Some(EDGE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => "wrong-photo-pixels",
        _ => "wrong-photo-broken",
    })?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err("wrong-photo-broken");
    }
    if u64::from(width) * u64::from(height) > PIXELS_MAX || decoder.total_bytes() > MEMORY_MAX {
        return Err("wrong-photo-pixels");
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| "wrong-photo-broken")?;
    Ok((picture, orientation))
}

/// The square in the middle, made as large as photos are.
fn cut(picture: &DynamicImage) -> DynamicImage {
    let edge = picture.width().min(picture.height());
    let middle = picture.crop_imm((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge);
    if edge > EDGE { middle.thumbnail_exact(EDGE, EDGE) } else { middle.resize_exact(EDGE, EDGE, FilterType::Triangle) }
}

/// What can be seen through lies on white.
fn on_white(picture: &DynamicImage) -> RgbImage {
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

#[cfg(test)]
#[path = "photo_tests.rs"]
mod tests;
