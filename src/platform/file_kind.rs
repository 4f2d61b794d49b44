//! What a file is, by its bytes and never by its name or by what its sender says. Pure.
//!
//! Only kinds that people of a co-op send each other, none of which does anything by itself: no page, no drawing that is a program,
//! no office document with macros.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

use super::text_enum::text_enum;

text_enum! {
    pub enum FileKind {
        Jpeg = "jpeg",
        Png = "png",
        Webp = "webp",
        Pdf = "pdf",
        Docx = "docx",
        Xlsx = "xlsx",
        Odt = "odt",
        Ods = "ods",
        Text = "txt",
    }
}

/// The most parts of an office document.
const PARTS_MAX: usize = 5_000;
/// The beginnings of texts that are more than text: pages, drawings, programs, documents of other kinds.
const NO_TEXTS: [&str; 4] = ["<", "#!", "%!", "{\\rtf"];

impl FileKind {
    /// `None` for what is kept nowhere.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            _ if webp => Some(Self::Webp),
            [b'P', b'K', 3, 4, ..] => packed(bytes),
            _ if bytes.starts_with(b"%PDF-") => Some(Self::Pdf),
            _ => is_text(bytes).then_some(Self::Text),
        }
    }

    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// What a browser is told.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        if self == Self::Jpeg { "jpg" } else { self.word() }
    }

    /// A name for a file of this kind, from what its sender calls it: no folders, nothing that turns or hides text or that a system
    /// gives a meaning, and the ending that it is.
    pub fn named(self, said: &str) -> String {
        let kept = |c: char| !c.is_control() && !"<>:\"/\\|?*".contains(c);
        let said: String = said.chars().filter(|c| kept(*c)).collect();
        let table = self == Self::Text && said.to_lowercase().ends_with(".csv");
        let ending = if table { "csv" } else { self.ending() };
        let short = |end: &str| !end.is_empty() && end.len() <= 5 && end.chars().all(|c| c.is_ascii_alphanumeric());
        let stem = said.rsplit_once('.').filter(|(_, end)| short(end)).map_or(said.as_str(), |(stem, _)| stem);
        let stem: String = stem.trim_matches([' ', '.']).chars().take(80).collect();
        format!("{}.{ending}", if stem.is_empty() { "file" } else { &stem })
    }
}

/// An office document, by the parts that make it one.
fn packed(bytes: &[u8]) -> Option<FileKind> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > PARTS_MAX {
        return None;
    }
    let names: Vec<Cow<'_, str>> = archive.file_names().collect::<Result<_, _>>().ok()?;
    let there = |name: &str| names.iter().any(|known| known == name);
    let acts = |name: &Cow<'_, str>| {
        let name = name.to_lowercase();
        name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/")
    };
    if names.iter().any(acts) {
        return None;
    }
    // The first part of an OpenDocument file is its type, as it is.
    if bytes.get(30..38) == Some(b"mimetype") {
        let said = &bytes[38..];
        let is = |kind: FileKind| {
            said.strip_prefix(kind.media_type().as_bytes()).is_some_and(|rest| rest.starts_with(b"PK"))
        };
        return [FileKind::Odt, FileKind::Ods].into_iter().find(|kind| is(*kind)).filter(|_| there("content.xml"));
    }
    let parts = [("word/document.xml", FileKind::Docx), ("xl/workbook.xml", FileKind::Xlsx)];
    let found = parts.into_iter().find(|(part, _)| there(part)).map(|(_, kind)| kind);
    found.filter(|_| there("[Content_Types].xml"))
}

/// Letters in UTF-8, and no page, drawing or program.
fn is_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let lettered = !begins.is_empty() && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    lettered && !NO_TEXTS.iter().any(|no| begins.starts_with(no))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write as _;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            out.start_file(*name, options).expect("a part");
            out.write_all(text.as_bytes()).expect("its text");
        }
        out.finish().expect("a file").into_inner()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let odt = "application/vnd.oasis.opendocument.text";
        let docx = [("[Content_Types].xml", "x"), ("word/document.xml", "x")];
        let kinds: Vec<(Vec<u8>, Option<FileKind>)> = vec![
            (b"%PDF-1.7\n...".to_vec(), Some(FileKind::Pdf)),
            ("Résumé;1\r\n".as_bytes().to_vec(), Some(FileKind::Text)),
            (zipped(&[("mimetype", odt), ("content.xml", "x")]), Some(FileKind::Odt)),
            (zipped(&[("mimetype", &format!("{odt}-template")), ("content.xml", "x")]), None),
            (zipped(&[("mimetype", odt), ("content.xml", "x"), ("Basic/Standard/a.xml", "x")]), None),
            (zipped(&docx), Some(FileKind::Docx)),
            (zipped(&[docx[0], docx[1], ("word/vbaProject.bin", "x")]), None),
            (zipped(&[("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")]), Some(FileKind::Xlsx)),
            (zipped(&[("a.exe", "MZ")]), None),
            (b"PK\x03\x04 nothing".to_vec(), None),
            (b"<!doctype html><script>alert(1)</script>".to_vec(), None),
            ("\u{feff}  <svg xmlns='http://www.w3.org/2000/svg'/>".as_bytes().to_vec(), None),
            (b"<html>%PDF-1.4 both".to_vec(), None),
            (b"#!/bin/sh\nrm".to_vec(), None),
            (b"{\\rtf1 x}".to_vec(), None),
            (b"GIF89a\x01\0\x01".to_vec(), None),
            (b"MZ\x90\0".to_vec(), None),
            (b"text with \0".to_vec(), None),
            (vec![0xE9, b'a'], None),
            (Vec::new(), None),
        ];
        for (bytes, kind) in kinds {
            assert_eq!(FileKind::of(&bytes), kind, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_name_ends_as_its_file_is() {
        assert_eq!(FileKind::Pdf.named("Devis été.html"), "Devis été.pdf");
        assert_eq!(FileKind::Png.named("a\"b\r\n/c.php"), "abc.png");
        assert_eq!(FileKind::Text.named("costs.CSV"), "costs.csv");
        assert_eq!(FileKind::Text.named("notes"), "notes.txt");
        assert_eq!(FileKind::Jpeg.named("..."), "file.jpg");
        assert_eq!(FileKind::Jpeg.named("No. 5 of many words"), "No. 5 of many words.jpg");
        assert_eq!(FileKind::Pdf.named(&"é".repeat(500)).chars().count(), 84);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(head in prop_oneof![Just(&b"PK\x03\x04"[..]), Just(&b""[..])], bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let all = [head, &bytes].concat();
            let _ = FileKind::of(&all);
        }
    }
}
