//! Malformed and hostile files: each is refused with words, or read safely, in no more work than a few honest lists and in less
//! than a hundred megabytes.
//!
//! Each file is read by a process of its own, this very test program, which measures itself: its peak of memory cannot be lowered
//! again. Work is the processor's time beside that of the longest honest list, read by the same process just after: a busy or slow
//! machine is no slow program.

use std::io::Write as _;
use std::process::Command;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::{BYTES_MAX, ROWS_MAX, read};
use crate::platform::i18n::Lang;

/// The most that a file may cost, in honest lists as long as we take them.
const LISTS_MAX: u64 = 15;
/// Hundredths of a second below which nothing is worth a comparison.
const A_MOMENT: u64 = 10;
const KILOBYTES_MAX: u64 = 100 * 1024;
const FILE: &str = "COOPERATOR_HOSTILE_FILE";

// ---- zip files, honest and not ----

#[derive(Clone)]
struct Part {
    name: &'static str,
    packed: Vec<u8>,
    size: u32,
    crc: u32,
    stored: bool,
    flags: u16,
}

fn part(name: &'static str, content: &[u8]) -> Part {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(content).expect("packed");
    let mut crc = Crc::new();
    crc.update(content);
    let size = u32::try_from(content.len()).expect("a size");
    Part { name, packed: packer.finish().expect("packed"), size, crc: crc.sum(), stored: false, flags: 0 }
}

fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let at = out.len() as u32;
        let method: u16 = if part.stored { 0 } else { 8 };
        let mut common = Vec::new();
        for two in [20, part.flags, method, 0, 0] {
            common.extend(two.to_le_bytes());
        }
        for four in [part.crc, part.packed.len() as u32, part.size] {
            common.extend(four.to_le_bytes());
        }
        common.extend((part.name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(part.name.as_bytes());
        out.extend(&part.packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&common);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let (start, length, count) = (out.len() as u32, list.len() as u32, parts.len() as u16);
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;

fn book_with(sheet: Part, more: &[Part]) -> Vec<u8> {
    let mut parts = vec![
        part("[Content_Types].xml", TYPES.as_bytes()),
        part("_rels/.rels", PACKAGE.as_bytes()),
        part("xl/workbook.xml", BOOK.as_bytes()),
        part("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
        sheet,
    ];
    parts.extend_from_slice(more);
    zip(&parts)
}

fn sheet(rows: &str) -> Part {
    let xml = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    part("xl/worksheets/sheet1.xml", xml.as_bytes())
}

fn book(rows: &str) -> Vec<u8> {
    book_with(sheet(rows), &[])
}

fn cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn people() -> String {
    format!("<row r=\"1\">{}</row><row r=\"2\">{}</row>", cell("A1", "Name"), cell("A2", "Ada Ng"))
}

fn ods(table: &str) -> Vec<u8> {
    let xml = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[part("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", xml.as_bytes())])
}

const ODS_PEOPLE: &str = "<table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell></table:table-row>\
    <table:table-row><table:table-cell><text:p>Ada Ng</text:p></table:table-cell></table:table-row>";

// ---- the files ----

/// What must come of a file: refused with these words, read, or either.
#[derive(Clone, Copy)]
enum Wanted {
    Refused(&'static str),
    Read,
    Either,
}
use Wanted::{Either, Read, Refused};

fn bombs() -> Vec<(&'static str, Vec<u8>, Wanted)> {
    let zeros = vec![b' '; 150 * 1024 * 1024];
    let bomb = part("xl/worksheets/sheet1.xml", &zeros);
    let named = |name: &'static str| Part { name, ..bomb.clone() };
    let lying = Part { size: 1_000, ..bomb.clone() };
    let many_texts = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(800_000));
    let long_text = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(5_000_000));
    let claims = "<sst uniqueCount=\"4000000000\"><si><t>a</t></si></sst>";
    let quadratic = format!(
        "<!DOCTYPE x [<!ENTITY a \"{}\">]><sst><si><t>{}</t></si></sst>",
        "a".repeat(50_000),
        "&a;".repeat(50_000)
    );
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><sst><si><t>&c;</t></si></sst>";
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>";
    let shared = |content: &str| book_with(sheet(&people()), &[part("xl/sharedStrings.xml", content.as_bytes())]);
    let ods_bomb = |content: Part| zip(&[part("mimetype", b"x"), content]);
    let ods_entity = format!("<!DOCTYPE x [<!ENTITY a \"{}\">]>{ODS_PEOPLE}", "a".repeat(50_000));
    let inner = book_with(bomb.clone(), &[]);
    let overlapping: Vec<Part> =
        (0..900).map(|_| Part { size: 100_000_000, packed: Vec::new(), ..named("xl/a.xml") }).collect();
    let deep = format!("<row r=\"1\">{}{}</row>", "<a>".repeat(400_000), "</a>".repeat(400_000));
    let flood = format!("<row r=\"1\" {}/>", (0..100_000).map(|n| format!("a{n}=\"\" ")).collect::<String>());
    vec![
        ("bomb in the sheet", book_with(bomb.clone(), &[]), Refused("sheet-bomb")),
        ("bomb that lies about its size", book_with(lying.clone(), &[]), Either),
        (
            "bomb in the shared texts",
            book_with(sheet(&people()), &[named("xl/sharedStrings.xml")]),
            Refused("sheet-bomb"),
        ),
        ("bomb in the styles", book_with(sheet(&people()), &[named("xl/styles.xml")]), Refused("sheet-bomb")),
        (
            "lying bomb in the styles",
            book_with(sheet(&people()), &[Part { name: "xl/styles.xml", ..lying.clone() }]),
            Either,
        ),
        (
            "bomb in a picture that nobody reads",
            book_with(sheet(&people()), &[named("xl/media/a.png")]),
            Refused("sheet-bomb"),
        ),
        ("bomb in an open document", ods_bomb(named("content.xml")), Refused("sheet-bomb")),
        ("lying bomb in an open document", ods_bomb(Part { name: "content.xml", ..lying }), Either),
        ("zip in a zip", zip(&[part("inner.zip", &inner)]), Refused("sheet-not-a-sheet")),
        ("workbook in a workbook", book_with(sheet(&people()), &[part("xl/embeddings/a.xlsx", &inner)]), Read),
        ("nine hundred parts that claim much", book_with(sheet(&people()), &overlapping), Either),
        ("thousands of parts", book_with(sheet(&people()), &vec![part("x.xml", b""); 5_000]), Refused("sheet-bomb")),
        ("quadratic entity", shared(&quadratic), Refused("sheet-bomb")),
        ("a billion laughs", shared(laughs), Refused("sheet-bomb")),
        ("entity from outside", shared(outside), Refused("sheet-bomb")),
        ("entity in an open document", ods(&ods_entity), Refused("sheet-bomb")),
        ("huge shared texts", shared(&many_texts), Refused("sheet-bomb")),
        ("shared texts that claim to be four billion", shared(claims), Refused("sheet-bomb")),
        ("one huge shared text", shared(&long_text), Refused("sheet-bomb")),
        ("tags a million deep", book(&deep), Either),
        ("a hundred thousand attributes", book(&flood), Refused("sheet-bomb")),
    ]
}

fn broken_books() -> Vec<(&'static str, Vec<u8>, Wanted)> {
    let good = book(&people());
    let row = |number: usize, cells: &str| format!("<row r=\"{number}\">{cells}</row>");
    let many_rows: String = (1..=21_500).map(|n| row(n, &cell(&format!("A{n}"), "Ada Ng"))).collect();
    let shared = book(&row(1, "<c r=\"A1\" t=\"s\"><v>99</v></c>"));
    let formula = "<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://example.org\",\"x\")</f><v>Ada Ng</v></c>";
    let empty_formula = "<c r=\"A2\"><f>1+1</f></c>";
    let text_formula = cell("A2", "=cmd|'/C calc'!A0");
    let encrypted = Part { flags: 1, ..sheet(&people()) };
    let garbled = Part { crc: 7, ..sheet(&people()) };
    let ods_row =
        |attributes: &str, cell: &str| format!("{ODS_PEOPLE}<table:table-row {attributes}>{cell}</table:table-row>");
    let wide = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let full = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    vec![
        ("a good workbook", good.clone(), Read),
        (
            "claims to be a million cells wide",
            book_with(
                part(
                    "xl/worksheets/sheet1.xml",
                    format!(
                        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{}</sheetData></worksheet>",
                        people()
                    )
                    .as_bytes(),
                ),
                &[],
            ),
            Read,
        ),
        (
            "a cell in the last corner",
            book(&format!("{}{}", people(), row(1_048_576, &cell("XFD1048576", "x")))),
            Refused("sheet-too-wide"),
        ),
        ("a cell in the last row", book(&format!("{}{}", people(), row(1_048_576, &cell("A1048576", "x")))), Read),
        (
            "sixteen thousand columns",
            book(&row(1, &(0..16_384).map(|_| "<c t=\"inlineStr\"><is><t>x</t></is></c>").collect::<String>())),
            Refused("sheet-too-wide"),
        ),
        ("too many rows", book(&many_rows), Refused("sheet-too-long")),
        (
            "a cell of a million letters",
            book(&format!("{}{}", people(), row(3, &cell("A3", &"a".repeat(1_000_000))))),
            Refused("sheet-bomb"),
        ),
        (
            "a cell of a hundred thousand letters",
            book(&format!("{}{}", people(), row(3, &cell("A3", &"a".repeat(100_000))))),
            Refused("sheet-long-cell"),
        ),
        ("a formula with its value", book(&format!("{}{}", row(1, &cell("A1", "Name")), row(2, formula))), Read),
        (
            "a formula that nobody computed",
            book(&format!("{}{}", row(1, &cell("A1", "Name")), row(2, empty_formula))),
            Refused("sheet-empty"),
        ),
        ("a text like a formula", book(&format!("{}{}", row(1, &cell("A1", "Name")), row(2, &text_formula))), Read),
        ("a shared text that is not there", shared, Either),
        ("row numbers past all measure", book(&row(1, &cell("A99999999999", "x"))), Refused("sheet-damaged")),
        ("ten letters and digits past all measure", book(&row(1, &cell("ZZZZZZZZZ1", "x"))), Refused("sheet-damaged")),
        ("letters past all measure", book(&row(1, &cell("ZZZZZZZZZZZZ1", "x"))), Refused("sheet-damaged")),
        (
            "no sheet",
            zip(&[part("[Content_Types].xml", TYPES.as_bytes()), part("xl/workbook.xml", BOOK.as_bytes())]),
            Refused("sheet-damaged"),
        ),
        ("broken markup", book("<row r=\"1\"><c r=\"A1\"><v>1</c></row"), Refused("sheet-damaged")),
        ("an empty sheet", book(""), Refused("sheet-empty")),
        ("half a file", good[..good.len() / 2].to_vec(), Refused("sheet-damaged")),
        ("without its last bytes", good[..good.len() - 10].to_vec(), Refused("sheet-damaged")),
        ("only four bytes", b"PK\x03\x04".to_vec(), Refused("sheet-damaged")),
        ("with a password", book_with(encrypted, &[]), Refused("sheet-damaged")),
        ("with a wrong checksum", book_with(garbled, &[]), Refused("sheet-damaged")),
        ("a text document", zip(&[part("word/document.xml", b"<w:document/>")]), Refused("sheet-not-a-sheet")),
        ("an empty zip", zip(&[]), Refused("sheet-not-a-sheet")),
        (
            "a million full rows in an open document",
            ods(&ods_row("table:number-rows-repeated=\"1048576\"", full)),
            Refused("sheet-too-long"),
        ),
        ("a wide open document", ods(&ods_row("", wide)), Refused("sheet-too-wide")),
        (
            "a million empty rows in an open document",
            ods(&ods_row(
                "table:number-rows-repeated=\"1048576\"",
                "<table:table-cell table:number-columns-repeated=\"16384\"/>",
            )),
            Read,
        ),
        (
            "numbers past all measure in an open document",
            ods(&ods_row("table:number-rows-repeated=\"99999999999999999999\"", full)),
            Either,
        ),
        (
            "an open document cut short",
            zip(&[part("mimetype", b"x"), part("content.xml", b"<table:table><table:table-row>")]),
            Refused("sheet-empty"),
        ),
    ]
}

fn texts() -> Vec<(&'static str, Vec<u8>, Wanted)> {
    let mut random = 12_345_u32;
    let mut noise = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 24) as u8
    };
    let full = |text: &str| text.repeat(BYTES_MAX / text.len()).into_bytes();
    let head = |first: &[u8]| [first, b"Name\nAda Ng\n".as_slice()].concat();
    let cells: String = format!("{}\n", "a,".repeat(90)).repeat(10_000);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("Name\nAda\n".encode_utf16().chain([0xD800]).flat_map(u16::to_le_bytes))
        .collect();
    vec![
        ("nothing", Vec::new(), Refused("sheet-empty")),
        ("only a mark", b"\xEF\xBB\xBF".to_vec(), Refused("sheet-empty")),
        ("only a header", b"Name,Unit\n".to_vec(), Refused("sheet-empty")),
        ("only blank rows", full(",,,\n"), Refused("sheet-too-long")),
        ("only line ends", full("\n"), Refused("sheet-empty")),
        ("too large", vec![b'a'; BYTES_MAX + 1], Refused("sheet-too-large")),
        ("a million columns", full("a,"), Refused("sheet-too-wide")),
        (
            "a million columns with semicolons",
            format!("Name;Unit\n{}\n", ";".repeat(1_000_000)).into_bytes(),
            Refused("sheet-too-wide"),
        ),
        ("five million rows", full("a\n"), Refused("sheet-too-long")),
        ("too many cells", cells.into_bytes(), Refused("sheet-too-long")),
        (
            "one cell of ten megabytes",
            [b"Name\n".to_vec(), vec![b'a'; BYTES_MAX - 10]].concat(),
            Refused("sheet-long-cell"),
        ),
        (
            "one quoted cell of ten megabytes",
            [b"Name\n\"".to_vec(), vec![b'b'; BYTES_MAX - 10], b"\"".to_vec()].concat(),
            Refused("sheet-long-cell"),
        ),
        ("only quotation marks", full("\""), Either),
        ("a quotation that is cut", b"Name,Unit\n\"Ada Ng,1\nEve Roy,2\n".to_vec(), Refused("sheet-cut-quotation")),
        ("a quotation that is cut at the end", b"Name,Unit\nAda,\"1".to_vec(), Refused("sheet-cut-quotation")),
        ("a zero byte", b"Name\nAda\0Ng\n".to_vec(), Refused("sheet-not-text")),
        ("only zero bytes", vec![0; BYTES_MAX], Either),
        ("noise", (0..BYTES_MAX).map(|_| noise()).collect(), Either),
        ("control signs", b"Name\nAda\x07\x1B[31m\n".to_vec(), Refused("sheet-not-text")),
        ("UTF-8 that is torn", b"Nom\nZo\xC3\xA9 C\xC3\xB4t\xC3\xA9\n\xC3 Roy\n".to_vec(), Refused("sheet-not-text")),
        ("UTF-16 that is torn", utf16, Refused("sheet-not-text")),
        ("UTF-16 of an odd length", b"\xFF\xFEN\0a\0m\0e\0\n\0A\0d\0a".to_vec(), Refused("sheet-not-text")),
        ("UTF-32", b"\xFF\xFE\0\0N\0\0\0".to_vec(), Refused("sheet-not-text")),
        ("text like formulas", b"Name,Unit\n=1+1,@SUM(A1)\n\"=HYPERLINK(\"\"x\"\")\",+1\n".to_vec(), Read),
        ("lines of an old Mac", b"Name,Unit\rAda,1\r".to_vec(), Read),
        ("a picture (PNG)", head(b"\x89PNG\r\n\x1A\n"), Refused("sheet-not-a-sheet")),
        ("a picture (JPEG)", head(b"\xFF\xD8\xFF\xE0"), Refused("sheet-not-a-sheet")),
        ("a picture (GIF)", head(b"GIF89a"), Refused("sheet-not-a-sheet")),
        ("a picture (WebP)", head(b"RIFF1234WEBP"), Refused("sheet-not-a-sheet")),
        ("a picture (SVG)", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Refused("sheet-not-a-sheet")),
        ("a document (PDF)", head(b"%PDF-1.7\n"), Refused("sheet-not-a-sheet")),
        ("a document (RTF)", head(b"{\\rtf1"), Refused("sheet-not-a-sheet")),
        ("a page that is called xls", b"\n<html><table><tr><td>Name".to_vec(), Refused("sheet-not-a-sheet")),
        ("a workbook of 2003", b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), Refused("sheet-not-a-sheet")),
        (
            "an old workbook or one with a password",
            head(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
            Refused("sheet-old-excel"),
        ),
        ("packed with gzip", head(b"\x1F\x8B\x08"), Refused("sheet-not-a-sheet")),
        ("packed with 7-Zip", head(b"7z\xBC\xAF\x27\x1C"), Refused("sheet-not-a-sheet")),
        ("packed with RAR", head(b"Rar!\x1A\x07"), Refused("sheet-not-a-sheet")),
        ("a program", head(b"\x7FELF"), Refused("sheet-not-a-sheet")),
        ("a program for Windows", head(b"MZ\x90\x00"), Refused("sheet-not-a-sheet")),
        ("a database", head(b"SQLite format 3\0"), Refused("sheet-not-a-sheet")),
    ]
}

// ---- measuring ----

/// The peak of memory so far in kB, or what is used now.
fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the process's status");
    let line = status.lines().find(|line| line.starts_with(what)).expect("a line of memory");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number of kB")
}

/// Hundredths of seconds that the processor spent on this process.
fn spent() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("the process's times");
    let fields: Vec<u64> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .map(|field| field.parse().unwrap_or(0))
        .collect();
    fields[11] + fields[12]
}

/// Hundredths of a second that the longest honest list takes here and now.
fn honest() -> u64 {
    let line = "Marie-Claude Desrosiers,305,marie@example.org,613 555-0188,1 June 2019,Maintenance\n";
    let list = ["Name,Unit,E-mail,Phone,Since,Committee\n", &line.repeat(ROWS_MAX - 1)].concat();
    let began = spent();
    read(list.as_bytes()).expect("an honest list");
    (spent() - began).max(1)
}

/// The child's side: does nothing unless it was given a file.
#[test]
fn reads_one_file_and_measures_itself() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let bytes = std::fs::read(path).expect("the file");
    let (before, began) = (memory("VmRSS"), spent());
    let outcome = read(&bytes);
    let (rise, hundredths) = (memory("VmHWM").saturating_sub(before), spent() - began);
    let words = match &outcome {
        Ok(_) => "read".to_owned(),
        Err(wrong) => Lang::Fr.with(wrong.key, &[("limit", "1".into())]),
    };
    assert!(!words.starts_with('«'), "no words: {outcome:?}");
    let lists = if hundredths < A_MOMENT { 0 } else { hundredths.div_ceil(honest()) };
    println!("measured|{}|{rise}|{lists}", outcome.map_or_else(|wrong| wrong.key, |_| "read"));
}

#[test]
fn every_hostile_file_is_refused_or_read_with_little_work_and_memory() {
    let files: Vec<_> = bombs().into_iter().chain(broken_books()).chain(texts()).collect();
    assert!(files.len() >= 60, "{} files", files.len());
    let path = std::env::temp_dir().join(format!("hostile-{}", std::process::id()));
    let program = std::env::current_exe().expect("this program");
    let (mut wrong, mut most, mut longest) = (Vec::new(), 0, 0);
    for (name, bytes, wanted) in &files {
        std::fs::write(&path, bytes).expect("a file");
        let output = Command::new(&program)
            .args([
                "--exact",
                "platform::spreadsheet::hostile_tests::reads_one_file_and_measures_itself",
                "--nocapture",
            ])
            .env(FILE, &path)
            // A backtrace reads what a debug build knows about itself, some 100 MB, and no reader should panic anyhow.
            .env("RUST_BACKTRACE", "1")
            .output()
            .expect("a child");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = text.lines().find_map(|line| line.split_once("measured|")).map(|(_, rest)| rest);
        let Some(line) = line else {
            wrong.push(format!("{name}: {text} {}", String::from_utf8_lossy(&output.stderr)));
            continue;
        };
        let fields: Vec<&str> = line.split('|').collect();
        let number = |at: usize| fields.get(at).and_then(|field| field.trim().parse::<u64>().ok()).unwrap_or(u64::MAX);
        let (rise, lists) = (number(1), number(2));
        (most, longest) = (most.max(rise), longest.max(lists));
        let as_wanted = match wanted {
            Refused(key) => fields[0] == *key,
            Read => fields[0] == "read",
            Either => true,
        };
        if !as_wanted || rise > KILOBYTES_MAX || lists > LISTS_MAX {
            wrong.push(format!("{name}: {line}"));
        }
    }
    let _ = std::fs::remove_file(&path);
    println!("{} files: at most {most} kB and the work of {longest} honest lists", files.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
