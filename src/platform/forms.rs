//! Forms: what came in, read into values that cannot be wrong, or the fields' errors.
//!
//! A `Form` keeps every value as it was typed, so that a page can show it again with the errors beside the fields. A
//! `Reader` collects all errors before it gives up, and no value leaves it until there are none. Accents are composed and signs that
//! nobody sees taken out of every value, see `characters`.

use std::cell::RefCell;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::characters;
use super::error::{Error, FieldError, Result};
use super::i18n::Lang;
use super::{held, phone};

/// The largest form that is read, in bytes.
pub const FORM_BYTES_MAX: usize = 128 * 1024;
/// The most fields one form may have.
const FIELDS_MAX: usize = 2_000;
/// The hidden field that makes a form safe to send twice.
pub const TOKEN_FIELD: &str = "form_token";

/// A form as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(String, String)>,
    pub errors: Vec<FieldError>,
}

impl Form {
    /// An empty form, as on a page that asks for something new.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A form filled with what is known already.
    pub fn filled<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { values, errors: Vec::new() }
    }

    /// What says the same in both languages is shown once, in the co-op's own.
    pub fn once(mut self, names: &[&str], own: Lang) -> Self {
        for name in names {
            let [kept, other] = [own, own.other()].map(|lang| format!("{name}_{}", lang.code()));
            if self.value(&kept) == self.value(&other) {
                self.set(&other, "");
            }
        }
        self
    }

    /// Reads `application/x-www-form-urlencoded` bytes. Refuses what cannot be text.
    pub fn parse(body: &[u8]) -> Result<Self> {
        let values: Vec<(String, String)> = serde_urlencoded::from_bytes(body).map_err(|_| Error::BadRequest)?;
        if values.len() > FIELDS_MAX || values.iter().any(|(name, value)| name.contains('\0') || value.contains('\0')) {
            return Err(Error::BadRequest);
        }
        let tidied = |value: String| characters::tidied(&value).into_owned();
        Ok(Self { values: values.into_iter().map(|(name, value)| (name, tidied(value))).collect(), errors: Vec::new() })
    }

    pub fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// This form again after somebody else changed the same thing: with the version that there is now, and beside each field
    /// that differs what it says now. `words` says the value of a field.
    pub fn beside(mut self, now: &Self, words: impl Fn(&str, &str) -> String) -> Self {
        let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let wrong = |field: &str, key, limit| FieldError { field: field.to_owned(), key, limit };
        self.errors = vec![wrong("", "conflict-changed-kept", None)];
        for (name, says) in now.values.iter().filter(|(name, _)| name != "version") {
            match plain(says) {
                says if says == plain(self.value(name)) => {}
                says if says.is_empty() => self.errors.push(wrong(name, "wrong-now-empty", None)),
                says => self.errors.push(wrong(name, "wrong-now-says", Some(words(name, &says)))),
            }
        }
        self.set("version", now.value("version"));
        self
    }

    /// The value as it was typed; empty when the field was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field that may repeat.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The names of the fields, each once, in the order sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let first = |at: usize, name: &str| self.values[..at].iter().all(|(field, _)| field != name);
        self.values
            .iter()
            .enumerate()
            .filter(move |(at, (name, _))| first(*at, name))
            .map(|(_, (name, _))| name.as_str())
    }

    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(field, _)| field != name);
        self.values.push((name.to_owned(), characters::tidied(&value.into()).into_owned()));
    }

    /// One more value of a field.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.values.push((name.to_owned(), value.into()));
    }

    pub fn error(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == name)
    }

    pub fn is_wrong(&self, name: &str) -> bool {
        self.error(name).is_some()
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader { form: self, errors: RefCell::default() }
    }

    /// What identifies this form: all of its fields, in order, except the token.
    pub(super) fn content(&self) -> Vec<u8> {
        let fields: Vec<_> = self.values.iter().filter(|(name, _)| name != TOKEN_FIELD).collect();
        serde_json::to_vec(&fields).unwrap_or_default()
    }
}

impl FromRequest for Form {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    /// The gate has read it.
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(held::form_of(req))
    }
}

/// The query string, read like a form; unreadable ones are a bad request.
pub struct Query(pub Form);

impl FromRequest for Query {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Form::parse(req.query_string().as_bytes()).map(Self))
    }
}

/// Reads fields into values and collects what is wrong. Call `finish` before using any of them.
pub struct Reader<'a> {
    form: &'a Form,
    errors: RefCell<Vec<FieldError>>,
}

impl Reader<'_> {
    pub fn refuse(&self, field: &str, key: &'static str) {
        self.refuse_with(field, key, None);
    }

    fn refuse_with(&self, field: &str, key: &'static str, limit: Option<String>) {
        self.errors.borrow_mut().push(FieldError { field: field.to_owned(), key, limit });
    }

    /// # Errors
    /// `Invalid` with all that is wrong; with nothing for a form that is held, of which nobody said that it is finished.
    pub fn finish(self) -> Result<()> {
        if self.form.is_held() {
            return Err(Error::Invalid(Vec::new()));
        }
        let errors = self.errors.into_inner();
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }

    /// Text of one line, spaces folded; empty when nothing was typed.
    pub fn line(&self, name: &str, length_max: usize) -> String {
        let value = self.form.value(name).split_whitespace().collect::<Vec<_>>().join(" ");
        self.measured(name, value, length_max)
    }

    pub fn required_line(&self, name: &str, length_max: usize) -> String {
        let value = self.line(name, length_max);
        if value.is_empty() {
            self.refuse(name, "wrong-required");
        }
        value
    }

    /// Text of several lines, line ends made one kind.
    pub fn text(&self, name: &str, length_max: usize) -> String {
        let value = self.form.value(name).replace("\r\n", "\n").trim().to_owned();
        self.measured(name, value, length_max)
    }

    pub fn required_text(&self, name: &str, length_max: usize) -> String {
        let value = self.text(name, length_max);
        if value.is_empty() {
            self.refuse(name, "wrong-required");
        }
        value
    }

    /// A text in both languages, `<name>_en` and `<name>_fr`, each read by `read`. One is enough: then both say the same.
    pub fn both(&self, name: &str, read: impl Fn(&Self, &str) -> String) -> (String, String) {
        let field = format!("{name}_en");
        let (english, french) = (read(self, &field), read(self, &format!("{name}_fr")));
        match (english.is_empty(), french.is_empty()) {
            (true, true) => self.refuse(&field, "wrong-one-language"),
            (true, false) => return (french.clone(), french),
            (false, true) => return (english.clone(), english),
            (false, false) => {}
        }
        (english, french)
    }

    /// The same of a text that may be left out in both.
    pub fn both_optional(&self, name: &str, read: impl Fn(&Self, &str) -> String) -> (String, String) {
        let [english, french] = ["en", "fr"].map(|lang| read(self, &format!("{name}_{lang}")));
        match (english.is_empty(), french.is_empty()) {
            (true, false) => (french.clone(), french),
            (false, true) => (english.clone(), english),
            _ => (english, french),
        }
    }

    fn measured(&self, name: &str, value: String, length_max: usize) -> String {
        if value.chars().count() > length_max {
            self.refuse_with(name, "wrong-too-long", Some(length_max.to_string()));
        }
        if value.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.refuse(name, "wrong-unreadable");
        }
        value
    }

    /// An address as people type it, in lower case; `None` when nothing was typed.
    pub fn email(&self, name: &str) -> Option<String> {
        let value = self.form.value(name).trim().to_lowercase();
        if value.is_empty() {
            return None;
        }
        match value.parse::<lettre::Address>() {
            Ok(_) if value.len() <= 254 && value.rsplit('@').next().is_some_and(|host| host.contains('.')) => {
                Some(value)
            }
            _ => {
                self.refuse(name, "wrong-email");
                None
            }
        }
    }

    /// A phone number in the form in which it is kept; an extension is allowed.
    pub fn phone(&self, name: &str) -> Option<String> {
        let value = self.line(name, 40);
        if value.is_empty() {
            return None;
        }
        let read = phone::read(&value);
        if read.is_none() {
            self.refuse(name, "wrong-phone");
        }
        read
    }

    /// A calendar date (`2026-12-04`, the form of `<input type="date">`), between 1900 and 2199.
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        let value = self.form.value(name).trim();
        if value.is_empty() {
            return None;
        }
        let read = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok().filter(|day| {
            use chrono::Datelike;
            (1900..2200).contains(&day.year())
        });
        if read.is_none() {
            self.refuse(name, "wrong-date");
        }
        read
    }

    /// A time of day, `18:30` as `<input type="time">` sends it, or `18 h 30`.
    pub fn time(&self, name: &str) -> Option<NaiveTime> {
        let value: String = self.form.value(name).to_lowercase().split_whitespace().collect();
        if value.is_empty() {
            return None;
        }
        let plain = value.strip_suffix('h').map(|hour| format!("{hour}:00")).unwrap_or(value).replace('h', ":");
        let read = ["%H:%M", "%H:%M:%S"].iter().find_map(|pattern| NaiveTime::parse_from_str(&plain, pattern).ok());
        if read.is_none() {
            self.refuse(name, "wrong-time");
        }
        read
    }

    pub fn required_date(&self, name: &str) -> NaiveDate {
        self.date(name).unwrap_or_else(|| {
            self.refuse_if_blank(name);
            NaiveDate::default()
        })
    }

    /// A local date and time (`2026-12-04T20:00`, the form of `<input type="datetime-local">`).
    pub fn required_local_time(&self, name: &str) -> NaiveDateTime {
        let value = self.form.value(name).trim();
        let read = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|pattern| NaiveDateTime::parse_from_str(value, pattern).ok())
            .filter(|at| {
                use chrono::Datelike;
                (1900..2200).contains(&at.year())
            });
        read.unwrap_or_else(|| {
            if value.is_empty() {
                self.refuse(name, "wrong-required");
            } else {
                self.refuse(name, "wrong-date-time");
            }
            NaiveDateTime::default()
        })
    }

    fn refuse_if_blank(&self, name: &str) {
        if self.form.value(name).trim().is_empty() {
            self.refuse(name, "wrong-required");
        }
    }

    /// A whole number within bounds; `None` when nothing was typed.
    pub fn number(&self, name: &str, bounds: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let value = self.form.value(name).trim();
        if value.is_empty() {
            return None;
        }
        let plain = value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if let Some(number) = value.parse::<i64>().ok().filter(|number| plain && bounds.contains(number)) {
            Some(number)
        } else {
            self.refuse_with(name, "wrong-number", Some(format!("{}–{}", bounds.start(), bounds.end())));
            None
        }
    }

    pub fn required_number(&self, name: &str, bounds: std::ops::RangeInclusive<i64>) -> i64 {
        let least = *bounds.start();
        self.number(name, bounds).unwrap_or_else(|| {
            self.refuse_if_blank(name);
            least
        })
    }

    /// One of a closed list of words.
    pub fn choice<T: Copy>(&self, name: &str, options: &[(&str, T)]) -> Option<T> {
        let value = self.form.value(name);
        if value.is_empty() {
            return None;
        }
        let found = options.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
        if found.is_none() {
            self.refuse(name, "wrong-choice");
        }
        found
    }

    pub fn required_choice<T: Copy>(&self, name: &str, options: &[(&str, T)]) -> Option<T> {
        let found = self.choice(name, options);
        self.refuse_if_blank(name);
        found
    }

    pub fn checked(&self, name: &str) -> bool {
        !self.form.value(name).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_errors_come_at_once_and_values_are_kept() {
        let form = Form::parse(b"title=&due=2026-02-30&email=nobody&hours=ten").expect("a form");
        let reader = form.reader();
        reader.required_line("title", 80);
        reader.required_date("due");
        reader.email("email");
        reader.number("hours", 0..=40);
        let Err(Error::Invalid(errors)) = reader.finish() else { panic!("four fields are wrong") };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["title", "due", "email", "hours"]);
        assert_eq!(form.value("due"), "2026-02-30");
    }

    #[test]
    fn a_value_has_no_sign_that_nobody_sees_and_its_accents_are_composed() {
        let form = Form::parse(b"name=Zoe%CC%81%E2%80%8B+%E2%80%AENg&name=a%CC%80").expect("a form");
        assert_eq!(form.all("name").collect::<Vec<_>>(), ["Zoé Ng", "à"]);
        let mut form = Form::blank();
        form.set("name", "Zoe\u{301}\u{feff}");
        assert_eq!(form.value("name"), "Zoé");
    }

    #[test]
    fn one_language_is_enough() {
        let read = |body: &str| {
            let form = Form::parse(body.as_bytes()).expect("a form");
            let reader = form.reader();
            let both = reader.both("title", |reader, field| reader.line(field, 20));
            reader.finish().map(|()| both).ok()
        };
        let pair = |english: &str, french: &str| Some((english.to_owned(), french.to_owned()));
        assert_eq!(read("title_en=Roof&title_fr=Toit"), pair("Roof", "Toit"));
        assert_eq!(read("title_en=&title_fr=Toit"), pair("Toit", "Toit"));
        assert_eq!(read("title_en=Roof"), pair("Roof", "Roof"));
        assert_eq!(read("title_en=+&title_fr="), None);
        let shown = |own| {
            let same = Form::filled([("title_en", "Toit".to_owned()), ("title_fr", "Toit".to_owned())]);
            let shown = same.once(&["title"], own);
            [shown.value("title_en").to_owned(), shown.value("title_fr").to_owned()]
        };
        assert_eq!([shown(Lang::Fr), shown(Lang::En)], [["", "Toit"], ["Toit", ""]]);
    }

    #[test]
    fn what_cannot_be_text_is_refused() {
        assert!(Form::parse(b"a=%00").is_err());
        assert!(Form::parse("a=1&".repeat(2_001).as_bytes()).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(form) = Form::parse(&body) {
                let reader = form.reader();
                for (name, _) in &form.values {
                    reader.required_line(name, 10);
                    reader.text(name, 10);
                    reader.email(name);
                    reader.phone(name);
                    reader.date(name);
                    reader.required_local_time(name);
                    reader.number(name, -5..=5);
                    reader.choice(name, &[("a", 1)]);
                }
                let _ = reader.finish();
            }
        }
    }
}
