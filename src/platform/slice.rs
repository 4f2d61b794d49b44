//! What a slice says of itself, as data: its events, its notices, its work, its place in the navigation, what it keeps of people.
//!
//! Each slice has one such declaration (`src/<slice>/slice.rs`), and `src/slices.rs` lists them. Whoever needs to know what there
//! is reads that list: the navigation, the job worker, the schedule, the live pages, the log, the inbox, the access to one's
//! own data, erasing. The platform is given the list with the state and names no slice.

use diesel::PgConnection;

use super::act::Act;
use super::departure::{Closing, Hanging};
use super::error::Result;
use super::events::{Event, EventKind, SubjectKind};
use super::jobs::JobKind;
use super::live::Topic;
use super::merging::Verbs;
use super::page::NavEntry;
use super::person::{Obstacle, Retained, Table};
use super::schedule::Scheduled;
use crate::policy::Permission;

/// A notice of an event, and the permission whose holders it concerns.
pub type ForOffice = fn(&Event) -> Option<(&'static NoticeKind, Permission)>;

/// The declaration of one slice. What it has nothing of stays empty: `..Slice::named("tasks")`.
pub struct Slice {
    /// The name of its folder, of its addresses and of its words.
    pub name: &'static str,
    pub events: &'static [&'static EventKind],
    pub notices: &'static [&'static NoticeKind],
    /// Whom an event of this slice concerns.
    pub about: Option<About>,
    /// Of which events everybody is told who may do something about them, members or not.
    pub for_office: Option<ForOffice>,
    /// Look through the state for what is due soon and record it, once each. Run every hour.
    pub reminders: &'static [fn(&mut Act<'_>) -> Result<()>],
    /// Follow all events of the co-op, in order, each once.
    pub readers: &'static [Reader],
    pub jobs: &'static [&'static JobKind],
    pub schedule: &'static [Scheduled],
    /// Removes what has expired. Run every night.
    pub tidying: Option<fn(&mut Act<'_>) -> Result<()>>,
    pub live: &'static [Topic],
    pub navigation: &'static [NavEntry],
    /// Pages beside the settings of the co-op.
    pub settings: &'static [Tab],
    /// What somebody of the office should look at, told at home.
    pub attention: &'static [Attention],
    pub beginning: &'static [Beginning],
    pub searched: &'static [Searched],
    /// What people can say something of.
    pub talked: &'static [Talked],
    /// What files can belong to.
    pub filed: &'static [Filed],
    /// What waits for a member, see `Waits`.
    pub waits: Option<Waits>,
    /// What of it stands in calendars.
    pub dated: Option<Dated>,
    /// What of it is due or ends by a day, for the calendar of governance.
    pub due: &'static [super::due::Due],
    /// Compares rows of this slice with what its events told of them.
    pub verify: Option<fn(&mut PgConnection) -> Result<Vec<Discrepancy>>>,
    /// Every table that holds rows of this slice.
    pub tables: &'static [Table],
    /// Why somebody cannot be erased yet.
    pub obstacles: &'static [Obstacle],
    pub retained: &'static [Retained],
    /// What hangs on a person and ends, is given on or stays when they leave. In the order in which it ends.
    pub departure: &'static [Hanging],
    /// What more is to be done when two entries of the register become one than moving rows.
    pub merging: Option<Verbs>,
    /// What hangs on a committee that closes.
    pub closing: Option<Closing>,
    /// Why somebody cannot leave yet.
    pub keeps_here: &'static [Obstacle],
    pub scopes: &'static [Scope],
    /// What the description of the API says of it.
    pub api: Option<fn() -> utoipa::openapi::OpenApi>,
    /// One row in every table, for the tests that ask every table and every address there is. The first makes what an address with
    /// `{id}` shows; where it belongs to somebody, to the first member.
    #[cfg(test)]
    pub rows: &'static [&'static str],
}

impl Slice {
    /// A slice that has nothing yet.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            events: &[],
            notices: &[],
            about: None,
            for_office: None,
            reminders: &[],
            readers: &[],
            jobs: &[],
            schedule: &[],
            tidying: None,
            live: &[],
            navigation: &[],
            settings: &[],
            attention: &[],
            beginning: &[],
            searched: &[],
            talked: &[],
            filed: &[],
            waits: None,
            dated: None,
            due: &[],
            verify: None,
            tables: &[],
            obstacles: &[],
            retained: &[],
            departure: &[],
            merging: None,
            closing: None,
            keeps_here: &[],
            scopes: &[],
            api: None,
            #[cfg(test)]
            rows: &[],
        }
    }
}

/// All slices of the program.
pub type Slices = &'static [&'static Slice];

/// Says whom an event concerns, by notice. Whoever caused it is left out afterwards.
pub type About = fn(&mut Act<'_>, &Event) -> Result<Vec<Telling>>;

/// A kind of notice. Words: `notice-<word>` with `-help` (preferences), `-line` (inbox and mail) and `-subject` (mail).
#[derive(Debug, PartialEq, Eq)]
pub struct NoticeKind {
    pub word: &'static str,
    /// Whether it always comes, whatever the preferences say: a by-law may ask for it. None does so far.
    pub mandatory: bool,
    /// Whether it cannot wait for the mail of the day.
    pub pressing: bool,
    /// Whether it reminds of something: it leaves at no hour of rest, and what somebody is reminded of at one time is one mail.
    pub reminds: bool,
    /// Whether its mail lets a resident in with one press, to the page it tells of.
    pub lets_in: bool,
    /// Whether whoever did what it tells of is told as well: it says something about them.
    pub to_doer: bool,
}

impl NoticeKind {
    pub const fn new(word: &'static str) -> Self {
        Self { word, mandatory: false, pressing: false, reminds: false, lets_in: false, to_doer: false }
    }

    pub const fn pressing(self) -> Self {
        Self { pressing: true, ..self }
    }

    pub const fn reminds(self) -> Self {
        Self { reminds: true, ..self }
    }

    pub const fn lets_in(self) -> Self {
        Self { lets_in: true, ..self }
    }

    pub const fn to_doer(self) -> Self {
        Self { to_doer: true, ..self }
    }
}

/// Who is told of an event: members, and accounts where somebody need be no member.
pub struct Telling {
    pub kind: &'static NoticeKind,
    pub members: Vec<i64>,
    pub accounts: Vec<i64>,
}

impl Telling {
    pub fn members(kind: &'static NoticeKind, members: Vec<i64>) -> Self {
        Self { kind, members, accounts: Vec::new() }
    }

    pub fn account(kind: &'static NoticeKind, account: i64) -> Self {
        Self { kind, members: Vec::new(), accounts: vec![account] }
    }
}

/// Something that follows the events. It is given them in the order of the chain, in batches, in a transaction that also moves its
/// cursor: each once. It keeps an event's id, never a copy, because erasing rewrites events.
pub struct Reader {
    pub name: &'static str,
    pub read: fn(&mut Act<'_>, &[Event]) -> Result<()>,
}

/// A selection of what waits for somebody. The navigation counts its rows; the home page lists them, where their columns are `kind`
/// (which words), `id`, `title_en`, `title_fr`, `closes_at`, `due_on`, `place`. `{account}` and `{member}` stand for who it is,
/// `{today}` for the co-op's day.
pub struct Waits {
    /// The entry of the navigation that shows the count.
    pub entry: &'static str,
    pub select: &'static str,
    pub on_home: bool,
}

/// What stands for whom and when in a selection, as SQL.
pub struct Whose<'a> {
    pub account: &'a str,
    pub member: &'a str,
    pub today: &'a str,
}

/// Rows that are not what the events say, for an operator.
#[derive(Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Of what, with its number.
    what: String,
    expected: String,
    found: String,
}

impl Discrepancy {
    pub fn new(what: String, expected: &str, found: &str) -> Self {
        Self { what, expected: expected.to_owned(), found: found.to_owned() }
    }
}

impl std::fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: expected {}, found {}", self.what, self.expected, self.found)
    }
}

/// A page beside the settings, by the key of its words.
pub struct Tab {
    pub title: &'static str,
    pub href: &'static str,
    pub permission: Permission,
}

/// Something that somebody who may should look at. Words: `attention-<name>`, with `{ $count }`, and `attention-<name>-act`, what to do.
pub struct Attention {
    pub name: &'static str,
    pub href: &'static str,
    pub permission: Permission,
    /// A selection of one row for each thing, with `{today}` and `{account}`, who looks. Nothing is said while there is none.
    pub select: &'static str,
    /// Something is wrong, and it does not only wait.
    pub bad: bool,
}

/// What a new co-op does in its first week. Words: `begin-<name>`.
pub struct Beginning {
    pub name: &'static str,
    /// Its place in the list: what others build on comes first.
    pub place: u8,
    pub href: &'static str,
    pub permission: Permission,
    /// A selection with a row once it is done.
    pub done: &'static str,
}

/// What the search looks into. Words: `search-<name>`.
pub struct Searched {
    pub name: &'static str,
    pub permission: Permission,
    /// Where one of them is shown, with `{id}`.
    pub href: &'static str,
    /// A selection of `id`, `title`, `fact` and `day`, best first. `{words}` is an array of patterns for `like all`, folded;
    /// `{office}` says whether who asks keeps the register; `{lang}` is `en` or `fr`; `{today}` the co-op's day.
    pub select: &'static str,
}

/// A kind of thing that people comment on, at its address followed by `/comments`.
pub struct Talked {
    pub kind: &'static SubjectKind,
    /// Who may read it, and with it what is said of it.
    pub permission: Permission,
    /// Who sees all of them, where the rest sees some (see `platform/asker`); none where whoever has `permission` sees each.
    pub all: Option<Permission>,
    /// A selection of `id`, `title_en`, `title_fr`, `over_at`, the instant from which it is over, and `author`, the account that set it
    /// up, of those that others see. Where not everybody does, the titles stand in the log and in mails, and say nothing private.
    pub select: &'static str,
    /// Who is told of everything that is said of one of them, by its number.
    pub follows: Option<Follows>,
    /// No more is to be said of one of them; it is open to comments again.
    pub closed: &'static EventKind,
    pub reopened: &'static EventKind,
}

/// The notice of what is said, the members who follow a thing, and those who set it up or follow it and do not want to hear of it.
pub type Follows = (&'static NoticeKind, fn(&mut Act<'_>, i64) -> Result<(Vec<i64>, Vec<i64>)>);

/// A kind of thing that has files, at its address followed by `/files`.
pub struct Filed {
    pub kind: &'static SubjectKind,
    /// Who may read it, and with it its files.
    pub permission: Permission,
    /// Who brings files and takes their own back, and sees them while it is hidden from others.
    pub keeps: Permission,
    /// Who takes back those of others.
    pub removes: Permission,
    /// Who sees all of them, as with what is talked about. Of files of a thing that not everybody sees, the log names the thing alone.
    pub all: Option<Permission>,
    /// A selection of `id`, `title_en`, `title_fr`, whether it `is_hidden` from those who only read, and whether its files `are_final`.
    pub select: &'static str,
}

/// What stands in calendars: a selection of `kind`, `id`, `title_en`, `title_fr`, `at` (an instant) or else `day` with `time` or without,
/// `place`, whether it is `done`, its `version`, which rises with each change, and when it was `made_at`. `{member}` stands for whose
/// calendar it is, `{committee}` for the committee whose it is instead, or null; `{today}` for the co-op's day. Words:
/// `calendar-open-<kind>` and `calendar-done-<kind>`.
pub struct Dated {
    pub permission: Permission,
    pub select: &'static str,
}

/// What an access key may be good for, and the permission that its account must have as well.
pub struct Scope {
    pub word: &'static str,
    pub permission: Permission,
}

/// SQL of one object: how much waits for somebody, by entry of the navigation.
pub fn counted(slices: Slices, whose: &Whose<'_>) -> String {
    let waits = slices.iter().filter_map(|slice| slice.waits.as_ref());
    let counts = waits.map(|one| format!("'{}', (select count(*) from ({}) w)", one.entry, one.of(whose)));
    format!("jsonb_build_object({})", counts.collect::<Vec<_>>().join(", "))
}

/// SQL of all rows that wait for somebody and are listed at home.
pub fn listed(slices: Slices, whose: &Whose<'_>) -> String {
    let waits = slices.iter().filter_map(|slice| slice.waits.as_ref()).filter(|waits| waits.on_home);
    waits.map(|waits| waits.of(whose)).collect::<Vec<_>>().join(" union all ")
}

/// SQL of how many rows each selection has, by name, for an account on a day, as SQL.
pub fn attended<'a>(all: impl Iterator<Item = (&'a str, &'a str)>, account: &str, today: &str) -> String {
    let of = |select: &str| select.replace("{account}", account).replace("{today}", today);
    let counts = all.map(|(name, select)| format!("'{name}', (select count(*) from ({}) w)", of(select)));
    format!("select jsonb_build_object({}) as counts", counts.collect::<Vec<_>>().join(", "))
}

impl Waits {
    fn of(&self, whose: &Whose<'_>) -> String {
        let names = [("{account}", whose.account), ("{member}", whose.member), ("{today}", whose.today)];
        names.iter().fold(self.select.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

/// The kind of job of this name.
pub fn job_kind(slices: Slices, name: &str) -> Option<&'static JobKind> {
    slices.iter().flat_map(|slice| slice.jobs).copied().find(|kind| kind.name == name)
}

/// The kind of event of this name.
pub fn event_kind(slices: Slices, word: &str) -> Option<&'static EventKind> {
    slices.iter().flat_map(|slice| slice.events).copied().find(|kind| kind.word == word)
}

/// SQL that is true of a row of `events` that is kept back at the moment.
pub fn kept_back_now(slices: Slices) -> String {
    let kinds = slices.iter().flat_map(|slice| slice.events);
    let all = kinds.filter_map(|kind| Some(format!("events.kind = '{}' and {}", kind.word, kind.kept_back?)));
    format!("({})", all.chain(["false".to_owned()]).collect::<Vec<_>>().join(" or "))
}

/// What people can comment on, by the word of its kind.
pub fn talked(slices: Slices, word: &str) -> Option<&'static Talked> {
    slices.iter().flat_map(|slice| slice.talked).find(|talked| talked.kind.word == word)
}

/// What has files, by the word of its kind.
pub fn filed(slices: Slices, word: &str) -> Option<&'static Filed> {
    slices.iter().flat_map(|slice| slice.filed).find(|filed| filed.kind.word == word)
}

/// All tables, each once.
pub fn tables(slices: Slices) -> impl Iterator<Item = &'static Table> {
    slices.iter().flat_map(|slice| slice.tables)
}

/// The live page of this kind of thing.
pub fn topic(slices: Slices, kind: &str) -> Option<&'static Topic> {
    slices.iter().flat_map(|slice| slice.live).find(|topic| topic.kind == kind)
}

/// What of the rows of a co-op is not what its events say.
pub fn verify(slices: Slices, conn: &mut PgConnection) -> Result<Vec<Discrepancy>> {
    let mut all = Vec::new();
    for verify in slices.iter().filter_map(|slice| slice.verify) {
        all.extend(verify(conn)?);
    }
    Ok(all)
}

/// Runs what every slice wants to be run.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    for tidying in act.state.slices.iter().filter_map(|slice| slice.tidying) {
        tidying(act)?;
    }
    Ok(())
}
