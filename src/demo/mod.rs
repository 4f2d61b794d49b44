//! The demo co-op "Coop 400 Riel": 64 homes, 99 members, a year of tasks and votes with results.
//!
//! Everything is invented, made from the data files and a story, the same each time, with dates relative to the day it is
//! made. It is written with the same verbs that people use. It never goes into a database that holds another co-op.

mod attendance;
mod board;
mod candidates;
mod decisions;
mod governance;
mod hours;
mod meetings;
mod minutes;
mod people;
mod privacy;
mod repairs;
mod reports;
mod rounds;
mod secret;
mod store;
mod story;
mod surveys;
mod talk;
#[cfg(test)]
mod tests;
mod waiting;
mod ways;
mod workdays;
mod year;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;

use crate::accounts::pages::DEMO_ACCOUNTS;
use crate::accounts::{self, Holder, Invitation};
use crate::coops::{self, Details, Preset};
use crate::files::{self, NewFile};
use crate::members::{self, NewMember, Status};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::state::AppState;
use crate::platform::visit::{Act, Coop, Viewer};
use crate::platform::{clock, events, phone};
use crate::policy::Role;
use crate::polls::{self, NewPoll, NewQuestion, templates};
use crate::tasks::{self, Completion, NewTask};
use crate::units::{self, NewUnit};
use crate::{committees, scorecards};

const MEMBERS: &str = include_str!("../../testdata/riel-members.csv");
const TASKS: &str = include_str!("../../testdata/riel-tasks.csv");
/// The day on which the task file ends: it becomes today.
const LAST_DAY: &str = "2026-12-10";

/// Makes the demo co-op in an empty database, as of `now`. Conn is in a transaction and set to no co-op.
///
/// # Errors
/// `Conflict` when there is a co-op already.
pub fn make(conn: &mut PgConnection, state: &AppState, now: DateTime<Utc>) -> Result<()> {
    if !coops::all(conn)?.is_empty() {
        return Err(Error::Conflict("conflict-demo"));
    }
    let details = Details {
        default_language: "en".to_owned(),
        contact_name: "Joan Rioux".to_owned(),
        contact_phone: "613 555-0142".to_owned(),
        contact_email: "office@example.org".to_owned(),
        public_pages: true,
        ..Details::plain("Coop 400 Riel", "Coop 400 Riel")
    };
    coops::found(conn, state, &details, Preset::Ontario, true)?;
    let coop = accounts::coop(conn)?;
    let joan = staff(conn, state, &coop, now)?;
    let mut demo = Demo { conn, state, coop: &coop, joan: &joan, people: HashMap::new(), homes: HashMap::new(), now };
    demo.register()?;
    demo.standings(joan.account_id)?;
    demo.waiting_list()?;
    demo.invitations()?;
    demo.mandates()?;
    demo.board()?;
    demo.privacy()?;
    demo.tasks()?;
    demo.hours()?;
    demo.repairs()?;
    demo.earlier_decisions()?;
    demo.votes()?;
    demo.elections()?;
    demo.secret_votes()?;
    demo.talk()?;
    demo.changed_by_vote()?;
    demo.chores()?;
    demo.meetings()?;
    demo.attendance()?;
    demo.minutes()?;
    demo.governance()?;
    demo.workdays()?;
    demo.count()
}

/// The accounts of the people who are no members: the co-ordinator and the auditor. The co-ordinator acts from here on.
fn staff(conn: &mut PgConnection, state: &AppState, coop: &Coop, now: DateTime<Utc>) -> Result<Viewer> {
    let mut act = Act::new(conn, coop, None, state, now);
    let mut joan = None;
    for (button, role) in [(&DEMO_ACCOUNTS[2], Role::Admin), (&DEMO_ACCOUNTS[3], Role::Observer)] {
        let invitation = Invitation {
            holder: Holder::Guest { name: button.name.to_owned(), email: button.email.to_owned() },
            role,
            language: Some(Lang::En),
            expires_on: None,
        };
        let account = accounts::open(&mut act, &invitation, None)?;
        if role == Role::Admin {
            joan = accounts::acting(act.conn, account.id, now)?;
        }
    }
    joan.ok_or(Error::NotFound)
}

struct Demo<'a> {
    conn: &'a mut PgConnection,
    state: &'a AppState,
    coop: &'a Coop,
    joan: &'a Viewer,
    /// Members by name.
    people: HashMap<String, i64>,
    /// Units by label.
    homes: HashMap<String, i64>,
    now: DateTime<Utc>,
}

impl Demo<'_> {
    /// Acts as the co-ordinator, at some time.
    fn at(&mut self, now: DateTime<Utc>) -> Act<'_> {
        Act::new(self.conn, self.coop, Some(self.joan), self.state, now)
    }

    fn today(&self) -> NaiveDate {
        clock::date_in(self.coop.zone, self.now)
    }

    /// The instant of an hour of a day, where the co-op is.
    fn instant(&self, day: NaiveDate, hour: u32) -> DateTime<Utc> {
        let local = day.and_hms_opt(hour, 0, 0).unwrap_or_default();
        clock::instant(self.coop.zone, local).unwrap_or(self.now)
    }

    /// Members, their homes and committees, and an account for everybody whose address is theirs alone.
    fn register(&mut self) -> Result<()> {
        let mut committees = HashMap::new();
        let start = self.now - TimeDelta::days(400);
        for (english, french) in story::COMMITTEES {
            let id = committees::add(&mut self.at(start), english, french)?;
            committees.insert(*english, id);
        }
        self.building(start)?;
        for row in csv::Reader::from_reader(MEMBERS.as_bytes()).records() {
            let row = row.map_err(anyhow::Error::new)?;
            let cell = |at: usize| row.get(at).unwrap_or_default().trim().to_owned();
            let joined: NaiveDate = cell(6).parse().map_err(anyhow::Error::new)?;
            let status = match cell(7).as_str() {
                "On leave" => Status::OnLeave,
                "Applicant" => Status::Applicant,
                _ => Status::Member,
            };
            let new = NewMember {
                number: cell(0),
                given_name: cell(1),
                family_name: cell(2),
                email: Some(cell(3)).filter(|email| !email.is_empty()),
                phone: phone::read(&cell(4)),
                language: Lang::parse(&cell(9)).unwrap_or(Lang::En),
                joined_on: joined.min(self.today()),
                status,
            };
            let id = members::add(&mut self.at(start), &new)?;
            self.people.insert(format!("{} {}", new.given_name, new.family_name), id);
            self.house(id, &cell(5), new.joined_on, start)?;
            if let Some(committee) = committees.get(cell(8).as_str()) {
                committees::join(&mut self.at(start), *committee, id, new.joined_on)?;
            }
            self.shares(id, &new)?;
            self.account(id, &new)?;
        }
        Ok(())
    }

    fn house(&mut self, member: i64, label: &str, since: NaiveDate, at: DateTime<Utc>) -> Result<()> {
        if label.is_empty() {
            return Ok(());
        }
        let unit = *self.homes.get(label).ok_or(Error::NotFound)?;
        units::move_in(&mut self.at(at), unit, member, since)
    }

    /// Four floors of sixteen homes.
    fn building(&mut self, at: DateTime<Utc>) -> Result<()> {
        for number in (1..=4).flat_map(|floor| (1..=16).map(move |door| floor * 100 + door)) {
            let new = NewUnit {
                label: number.to_string(),
                kind: "apartment",
                block: String::new(),
                floor: Some(number / 100),
                bedrooms: Some(1 + number % 3),
                area_m2: Some(48 + number % 7 * 9),
                accessible: number < 200 && number % 4 == 0,
                occupants_min: Some(if number % 3 == 2 { 2 } else { 1 }),
                occupants_max: Some(2 + number % 3 * 2),
                votes: 1,
            };
            let unit = units::add(&mut self.at(at), &new)?;
            self.homes.insert(new.label, unit);
        }
        Ok(())
    }

    fn account(&mut self, member: i64, new: &NewMember) -> Result<()> {
        if new.email.is_none() || waiting::NOT_INVITED.contains(&new.number.as_str()) {
            return Ok(());
        }
        let invitation = Invitation {
            holder: Holder::Member(member),
            role: Role::Resident,
            language: Some(new.language),
            expires_on: None,
        };
        let start = self.now - TimeDelta::days(390);
        match accounts::open(&mut self.at(start), &invitation, None) {
            Ok(account) => self.own_words(member, account.id, new),
            Err(Error::Invalid(_)) => Ok(()), // a shared address is somebody else's already
            Err(error) => Err(error),
        }
    }

    /// The task file says who, when and how it went, moved so that its last day is today; what was to do, the story of the year. What is
    /// open there is due in the next weeks here.
    fn tasks(&mut self) -> Result<()> {
        for row in self.year()? {
            let Some(work) = row.work else { continue };
            let new = NewTask {
                title: work.title.to_owned(),
                details: work.done_means.to_owned(),
                holders: self.owner(&row.who, row.number).into_iter().collect(),
                due_on: Some(row.due),
                committee_id: committees::named(self.conn, work.committee)?,
                credit_minutes: work.minutes,
                ..NewTask::default()
            };
            let id = self.task(&new, &row.status, row.due, row.number)?;
            if !row.is_done() && !work.steps.is_empty() {
                let steps: Vec<String> = work.steps.iter().map(|step| (*step).to_owned()).collect();
                let at = self.now - TimeDelta::hours(1);
                tasks::steps::add(&mut self.at(at), id, &steps)?;
            }
        }
        Ok(())
    }

    fn year(&self) -> Result<Vec<year::Row>> {
        let last: NaiveDate = LAST_DAY.parse().map_err(anyhow::Error::new)?;
        let (today, shift) = (self.today(), self.today() - last);
        let mut open = 0;
        let mut rows = Vec::new();
        for (number, row) in csv::Reader::from_reader(TASKS.as_bytes()).records().enumerate() {
            let row = row.map_err(anyhow::Error::new)?;
            let cell = |at: usize| row.get(at).unwrap_or_default().trim().to_owned();
            let due: NaiveDate = cell(3).parse().map_err(anyhow::Error::new)?;
            let mut row = year::Row { number, who: cell(2), status: cell(4), due: due + shift, work: None };
            if !row.is_done() {
                row.due = today + TimeDelta::days(open - 2);
                open += 1;
            }
            if open <= story::OPEN_TASKS_MAX || row.is_done() {
                rows.push(row);
            }
        }
        year::hand_out(&mut rows, today);
        Ok(rows)
    }

    /// Whoever the file says; every ninth task is nobody's yet, and some are of the two who can sign in with one click.
    fn owner(&self, name: &str, number: usize) -> Option<tasks::Holder> {
        match name.strip_prefix("Unit ") {
            _ if number % 9 == 8 => None,
            _ if number % 13 == 2 => {
                self.people.get(DEMO_ACCOUNTS[0].name).map(|member| tasks::Holder::Member(*member))
            }
            _ if number % 13 == 5 => {
                self.people.get(DEMO_ACCOUNTS[1].name).map(|member| tasks::Holder::Member(*member))
            }
            Some(label) => self.homes.get(label).map(|unit| tasks::Holder::Unit(*unit)),
            None => self.people.get(name).map(|member| tasks::Holder::Member(*member)),
        }
    }

    fn task(&mut self, new: &NewTask, status: &str, due: NaiveDate, number: usize) -> Result<i64> {
        let made = self.instant(due - TimeDelta::days(18), 9).min(self.now - TimeDelta::hours(2));
        let id = tasks::create(&mut self.at(made), new)?;
        match status {
            "Done" => {
                let late = if number.is_multiple_of(6) { 2 } else { -((number % 4) as i64) };
                let at = self.instant(due + TimeDelta::days(late), 17).min(self.now - TimeDelta::hours(1));
                let said = Completion { outcome: story::outcome(number).to_owned(), ..Completion::default() };
                tasks::complete(&mut self.at(at), id, &said, 1)?;
            }
            "In progress" => {
                let lane = if number.is_multiple_of(3) { tasks::Lane::Waiting } else { tasks::Lane::Doing };
                let at = self.now - TimeDelta::minutes(90);
                tasks::move_to(&mut self.at(at), id, lane, 1)?;
            }
            _ => {}
        }
        Ok(id)
    }

    /// A year of votes: closed ones counted by the same verb as any, in the order of their ends; some open, one coming.
    fn votes(&mut self) -> Result<()> {
        let mut over: Vec<(DateTime<Utc>, i64)> = Vec::new();
        for (number, told) in story::VOTES.iter().enumerate() {
            let texts = [told.title_en, told.title_fr, told.details_en, told.details_fr];
            let question = NewQuestion::proposal(told.special);
            let (new, id) = self.vote(texts, true, (told.opens_in_days, told.closes_in_days), question)?;
            if new.opens_at > self.now {
                self.reword(id, &new)?;
            } else {
                store::cast(self.conn, id, number as i64, told, new.opens_at, new.closes_at.min(self.now))?;
            }
            if told.title_en == story::RECURS {
                let [en, fr] = story::TEMPLATE.map(str::to_owned);
                templates::keep(&mut self.at(new.closes_at), id, &templates::Name { en, fr })?;
            }
            over.push((new.closes_at, id));
        }
        for way in ways::WAYS {
            let (texts, days) = ([way.title_en, way.title_fr, "", ""], (way.closes_in_days - 7, way.closes_in_days));
            let (new, id) = self.vote(texts, way.binding, days, way.question())?;
            store::cast_by_lot(self.conn, id, new.opens_at, new.closes_at.min(self.now))?;
            over.push((new.closes_at, id));
        }
        over.retain(|(closes, _)| *closes < self.now);
        over.sort_unstable();
        for (closes, id) in over {
            polls::close(&mut self.at(closes), id)?;
        }
        Ok(())
    }

    /// Sets a vote up and announces it; opens it if its time has come.
    fn vote(
        &mut self,
        [title_en, title_fr, details_en, details_fr]: [&str; 4],
        binding: bool,
        (opens_in, closes_in): (i64, i64),
        question: NewQuestion,
    ) -> Result<(NewPoll, i64)> {
        let opens_at = self.instant(self.today() + TimeDelta::days(opens_in), 9);
        let closes_at = self.instant(self.today() + TimeDelta::days(closes_in), 20);
        let new = NewPoll {
            title_en: title_en.to_owned(),
            title_fr: title_fr.to_owned(),
            details_en: details_en.to_owned(),
            details_fr: details_fr.to_owned(),
            case: story::case_of(title_en),
            binding,
            shows: if question.method.has_sides() { polls::Shows::Live } else { polls::Shows::Closed },
            secrecy: crate::polls::Secrecy::Open,
            record_on: None,
            opens_at,
            closes_at: closes_at.max(opens_at + TimeDelta::hours(1)),
        };
        let before = opens_at.min(self.now) - TimeDelta::days(3);
        let id = polls::create(&mut self.at(before), &new, &[question])?;
        if let Some((name, text, description)) = story::file_of(title_en) {
            let mut act = self.at(before);
            let asker = act.asker();
            let thing = files::thing(act.conn, act.state.slices, &asker, polls::slice::POLL.word, id)?;
            let read = files::read(name, text.as_bytes()).map_err(|key| Error::field("file", key))?;
            files::add(&mut act, &thing, &NewFile { description: description.to_owned(), ..read })?;
        }
        polls::announce(&mut self.at(before), id)?;
        if opens_at <= self.now {
            polls::open(&mut self.at(opens_at), id)?;
        }
        Ok((new, id))
    }

    /// Scorecards of last night, the audit chain, and no mail about what happened before anybody was there.
    fn count(&mut self) -> Result<()> {
        for days in story::COUNTED_DAYS_AGO {
            let at = self.instant(self.today() - TimeDelta::days(*days), 2);
            scorecards::run(&mut self.at(at))?;
        }
        let readers = self.state.slices.iter().flat_map(|slice| slice.readers);
        store::forget_old_news(self.conn, &readers.map(|reader| reader.name).collect::<Vec<_>>())?;
        events::chain(self.conn)?;
        store::welcome(self.conn, self.now)
    }
}
