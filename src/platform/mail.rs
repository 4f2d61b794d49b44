//! Mail: plain text and HTML of the same words, over SMTP, or as files where no mail server is set.
//!
//! Nothing is sent in a request: `post` puts a finished letter into the job queue, in the transaction of the change that
//! causes it. A letter keeps its Message-ID, so that a second delivery can be recognised.

use std::fs::{self, Permissions};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart, header};
use lettre::transport::smtp::response::Code;
use lettre::{FileTransport, Message, SmtpTransport, Transport as _};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::act::Act;
use super::clock;
use super::error::{Error, Result};
use super::i18n::Lang;
use super::jobs::{self, Doing, JobKind, LETTERS, MAILINGS, Tried};
use super::keys::random;
use super::session::hex;
use super::visit::Coop;
use crate::schema::deliveries;

/// How long it is kept to whom letters went, and what the mail server said.
pub const DELIVERIES_KEPT: TimeDelta = TimeDelta::days(90);

/// One letter to one person, in their language, as it will be sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    pub to_name: String,
    pub to_address: String,
    /// The co-op's name, shown as the sender.
    pub from_name: String,
    /// Where an answer goes: to people of the co-op, if they named an address.
    #[serde(default)]
    pub reply_to: Option<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// For letters one can unsubscribe from: the one-click address (RFC 8058).
    pub unsubscribe: Option<String>,
    /// Until when it may leave; as long as that takes, where nothing is said.
    #[serde(default)]
    pub until: Option<Until>,
    /// Letters of one series arrive in the order in which they were written.
    #[serde(default)]
    pub series: Option<String>,
    /// What its delivery is the evidence of; kept for longer then.
    #[serde(default)]
    pub proves: Option<String>,
    #[serde(default)]
    pub invitation: Option<Invitation>,
    #[serde(default)]
    message_id: String,
}

/// What a letter says to calendar programs (RFC 5546, RFC 6047).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invitation {
    /// It calls off what an earlier one called for.
    pub cancels: bool,
    /// A calendar of one event.
    pub calendar: String,
}

/// The end of the hours at which a letter may leave. One that a mail server did not take by then waits for the next, once: what it says is
/// old after that.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Until {
    pub moment: DateTime<Utc>,
    /// When the next hours begin, and end.
    pub next: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Letter {
    /// `to` is a name and an address.
    pub fn new(to: (&str, &str), coop: &Coop, lang: Lang, subject: String, text: String, html: String) -> Self {
        Self {
            to_name: to.0.to_owned(),
            to_address: to.1.to_owned(),
            from_name: coop.name(lang).to_owned(),
            reply_to: Some(coop.contact_email.clone()).filter(|address| !address.is_empty()),
            subject,
            text,
            html,
            unsubscribe: None,
            until: None,
            series: None,
            proves: None,
            invitation: None,
            message_id: format!("<{}@cooperator>", hex(&random::<16>())),
        }
    }
}

/// A letter that somebody waits for.
pub static LETTER: JobKind = JobKind { name: "letter", lane: &LETTERS, doing: SENDING };
/// A letter of those that one can unsubscribe from.
pub static MAILING: JobKind = JobKind { name: "mailing", lane: &MAILINGS, doing: SENDING };

const SENDING: Doing = Doing::Outside { work: |outside, payload| outside.mailer.send(payload), written: delivered };

/// Puts a letter into the queue. To nobody's address, and to one that cannot exist (RFC 6761: `.invalid`), nothing is sent.
pub fn post(conn: &mut PgConnection, letter: &Letter) -> Result<()> {
    if letter.to_address.is_empty() || letter.to_address.ends_with("invalid") {
        return Ok(());
    }
    let payload = serde_json::to_value(letter).map_err(anyhow::Error::new)?;
    let kind = if letter.unsubscribe.is_some() { &MAILING } else { &LETTER };
    jobs::enqueue_in(conn, kind, payload, clock::now(), letter.series.as_deref())?;
    Ok(())
}

/// Writes down what became of a letter: to whom, when, what the mail server answered, after how many tries. One that may leave no more
/// today goes back into the queue.
fn delivered(act: &mut Act<'_>, tried: &Tried<'_>) -> Result<()> {
    let letter: Letter = serde_json::from_value(tried.payload.clone()).map_err(anyhow::Error::new)?;
    if let Some((begin, end)) = letter.until.and_then(|until| until.next).filter(|_| tried.outcome["late"] == true) {
        let letter = Letter { until: Some(Until { moment: end, next: None }), ..letter };
        let payload = serde_json::to_value(&letter).map_err(anyhow::Error::new)?;
        jobs::enqueue_in(act.conn, &MAILING, payload, begin, letter.series.as_deref())?;
        return Ok(());
    }
    let answer = tried.outcome["answer"].as_str().unwrap_or_default();
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::way.eq("mail"),
            deliveries::address.eq(&letter.to_address),
            deliveries::subject.eq(&letter.subject),
            deliveries::ended_at.eq(act.now),
            deliveries::accepted.eq(tried.outcome["accepted"].as_bool().unwrap_or_default()),
            deliveries::answer.eq(answer),
            deliveries::tries.eq(tried.tries),
            deliveries::proves.eq(&letter.proves),
        ))
        .execute(act.conn)?;
    Ok(())
}

/// Removes the records of deliveries that are old. For the nightly job.
pub fn forget_deliveries(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    let old = deliveries::ended_at.lt(now - DELIVERIES_KEPT).and(deliveries::proves.is_null());
    diesel::delete(deliveries::table.filter(old)).execute(conn)?;
    Ok(())
}

enum Way {
    Smtp(Box<SmtpTransport>),
    Files(FileTransport, PathBuf),
}

pub struct Mailer {
    way: Way,
    from: Mailbox,
}

impl Mailer {
    /// `smtp_url` like `smtps://user:password@host:465` or `smtp://host:587?tls=required`; without one, files in `folder`.
    pub fn new(smtp_url: Option<&str>, folder: PathBuf, from: &str) -> anyhow::Result<Self> {
        let from = from.parse().with_context(|| format!("the mail sender is not an address: {from}"))?;
        let way = if let Some(url) = smtp_url {
            let builder = SmtpTransport::from_url(url).context("the SMTP address cannot be read")?;
            Way::Smtp(Box::new(builder.timeout(Some(Duration::from_secs(20))).build()))
        } else {
            private(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
            Way::Files(FileTransport::new(&folder), folder)
        };
        Ok(Self { way, from })
    }

    /// Where letters go, for the operator.
    pub fn describe(&self) -> String {
        match &self.way {
            Way::Smtp(_) => "mail goes out by SMTP".to_owned(),
            Way::Files(_, folder) => format!("mail is written to {}", folder.display()),
        }
    }

    /// Sends a letter from the queue. Its outcome says whether the server accepted it and what it answered. That it refused the
    /// address for ever is an outcome; anything else is an error, and the job is tried again.
    pub fn send(&self, payload: &Value) -> Result<Value> {
        let letter: Letter = serde_json::from_value(payload.clone()).map_err(anyhow::Error::new)?;
        let outcome = |accepted: bool, answer: String| json!({ "accepted": accepted, "answer": answer });
        if letter.until.is_some_and(|until| until.moment < clock::now()) {
            return Ok(json!({ "accepted": false, "late": true, "answer": "not taken in the hours of reminders" }));
        }
        let Ok(message) = self.message(&letter) else {
            return Ok(outcome(false, "not an address that mail can be sent to".to_owned()));
        };
        match &self.way {
            Way::Smtp(transport) => match transport.send(&message) {
                Ok(answer) => Ok(outcome(true, said(answer.code(), answer.message()))),
                Err(error) if error.status().is_some_and(is_for_ever) => Ok(outcome(false, error.to_string())),
                Err(error) => Err(Error::Internal(anyhow::Error::new(error).context("the mail was not accepted"))),
            },
            Way::Files(transport, folder) => {
                let id = transport.send(&message).map_err(anyhow::Error::new)?;
                let file = folder.join(format!("{id}.eml"));
                fs::set_permissions(file, Permissions::from_mode(0o600)).map_err(anyhow::Error::new)?;
                Ok(outcome(true, format!("{id}.eml")))
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message> {
        let address = letter.to_address.parse().map_err(anyhow::Error::new)?;
        let name = |text: &str| -> String { text.chars().filter(|c| !c.is_control()).take(120).collect() };
        let from = Mailbox::new(Some(name(&letter.from_name)), self.from.email.clone());
        let mut message = Message::builder()
            .from(from)
            .to(Mailbox::new(Some(name(&letter.to_name)), address))
            .subject(name(&letter.subject))
            .message_id(Some(letter.message_id.clone()));
        if let Some(address) = letter.reply_to.as_deref().and_then(|address| address.parse().ok()) {
            message = message.reply_to(Mailbox::new(None, address));
        }
        if let Some(address) = &letter.unsubscribe {
            message = message
                .header(Unsubscribe(format!("<{address}>")))
                .header(UnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
        }
        let words = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
        let body = match &letter.invitation {
            Some(invitation) => invited(words, invitation)?,
            None => words,
        };
        Ok(message.multipart(body).map_err(anyhow::Error::new)?)
    }
}

/// The words with the same for calendar programs, which mail programs read, and as a file, for those that do not.
fn invited(words: MultiPart, invitation: &Invitation) -> Result<MultiPart> {
    let method = if invitation.cancels { "CANCEL" } else { "REQUEST" };
    let inline = format!("text/calendar; charset=utf-8; method={method}");
    let inline = ContentType::parse(&inline).map_err(anyhow::Error::new)?;
    let file = ContentType::parse("application/ics").map_err(anyhow::Error::new)?;
    let calendar = SinglePart::builder().header(inline).body(invitation.calendar.clone());
    let file = Attachment::new("invite.ics".to_owned()).body(invitation.calendar.clone(), file);
    Ok(MultiPart::mixed().multipart(words.singlepart(calendar)).singlepart(file))
}

/// Answers by which a server says that it will never take a letter to this address (RFC 5321, 4.2.3). Others that begin with 5 may be
/// about ourselves, a wrong password for one, and can be mended.
fn is_for_ever(code: Code) -> bool {
    [550, 551, 553, 554].contains(&u16::from(code))
}

fn said<'a>(code: Code, lines: impl Iterator<Item = &'a str>) -> String {
    let text: Vec<&str> = std::iter::once("").chain(lines).collect();
    format!("{code}{}", text.join(" ")).chars().take(500).collect()
}

/// A folder that nobody else on the machine may enter: letters hold links that let people in.
fn private(folder: &Path) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, Permissions::from_mode(0o700))
}

macro_rules! text_header {
    ($type:ident, $name:literal) => {
        #[derive(Clone)]
        struct $type(String);

        impl header::Header for $type {
            fn name() -> header::HeaderName {
                header::HeaderName::new_from_ascii_str($name)
            }
            fn parse(text: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }
            fn display(&self) -> header::HeaderValue {
                header::HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

text_header!(Unsubscribe, "List-Unsubscribe");
text_header!(UnsubscribePost, "List-Unsubscribe-Post");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_files_are_for_the_operator_alone() {
        let folder = std::env::temp_dir().join(format!("mail-private-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("chmod");
        let mailer = Mailer::new(None, folder.clone(), "coop@example.org").expect("a mailer");
        let letter = serde_json::json!({
            "to_name": "Odette", "to_address": "odette@example.org", "from_name": "Tamarack", "subject": "words",
            "text": "words", "html": "words", "unsubscribe": null, "message_id": "<1@cooperator>",
        });
        mailer.send(&letter).expect("it is written");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        let files: Vec<PathBuf> = fs::read_dir(&folder).expect("files").flatten().map(|file| file.path()).collect();
        assert_eq!(files.iter().map(|file| mode(file)).collect::<Vec<_>>(), [0o600]);
        fs::remove_dir_all(folder).expect("tidy up");
    }

    /// A mail server that was away in the evening: the letter waits for the morning, once.
    #[actix_web::test]
    async fn what_was_not_taken_in_time_leaves_in_the_next_hours_or_not_at_all() {
        let site = crate::platform::testing::Site::new().await;
        let folder = std::env::temp_dir().join(format!("mail-late-{}", std::process::id()));
        let mailer = Mailer::new(None, folder.clone(), "coop@example.org").expect("a mailer");
        let (begin, end) = (clock::now() + TimeDelta::hours(8), clock::now() + TimeDelta::hours(21));
        let moment = clock::now() - TimeDelta::minutes(1);
        let try_it = |until: Until| {
            let letter = json!({
                "to_name": "Odette", "to_address": "odette@example.org", "from_name": "Tamarack", "subject": "words",
                "text": "words", "html": "words", "unsubscribe": "x", "until": until, "message_id": "<1@cooperator>",
            });
            let outcome = mailer.send(&letter).expect("an outcome");
            site.act(|act| delivered(act, &Tried { payload: &letter, outcome: &outcome, tries: 1 }));
        };
        try_it(Until { moment, next: Some((begin, end)) });
        let (again, payload): (DateTime<Utc>, Value) = site.read(|conn| {
            use crate::schema::jobs;
            Ok(jobs::table.filter(jobs::kind.eq("mailing")).select((jobs::run_at, jobs::payload)).first(conn)?)
        });
        assert_eq!(again, begin);
        let letter: Letter = serde_json::from_value(payload).expect("a letter");
        assert!(letter.until.is_some_and(|until| until.moment == end && until.next.is_none()));
        assert_eq!(letter.message_id, "<1@cooperator>");
        try_it(Until { moment, next: None });
        let refused: Vec<bool> = site.read(|conn| Ok(deliveries::table.select(deliveries::accepted).load(conn)?));
        assert_eq!(refused, [false], "it is written down that it was not sent");
        assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0);
        fs::remove_dir_all(folder).expect("tidy up");
    }
}
