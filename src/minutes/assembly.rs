//! Minutes put together: what the co-op knows of a meeting, and what was written of it, as one text with marks in each language.
//!
//! The public text says of an item in camera that there was one, how long it was planned for, and nothing else.

use chrono::{DateTime, Utc};
use diesel::PgConnection;

use super::{Action, Facts, Seen, store};
use crate::attendance::{self, Course, Person, Way, What};
use crate::meetings::{self, Item, Meeting};
use crate::motions::{self, Motion, Status};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::visit::Coop;
use crate::polls::{self, AtMeeting};

/// Everything that minutes are made of.
#[derive(Debug, Clone)]
pub struct Gathered {
    pub meeting: Meeting,
    pub items: Vec<Item>,
    pub facts: Facts,
    pub people: Vec<Person>,
    motions: Vec<Motion>,
    votes: Vec<AtMeeting>,
    pub course: Option<Course>,
    zone: chrono_tz::Tz,
    now: DateTime<Utc>,
}

/// Reads it.
pub fn gather(conn: &mut PgConnection, coop: &Coop, seen: &Seen, now: DateTime<Utc>) -> Result<Gathered> {
    let (meeting, id) = (seen.meeting().clone(), seen.meeting().id);
    let until = meeting.ended_at.unwrap_or(now);
    Ok(Gathered {
        items: meetings::items(conn, id)?,
        facts: store::facts(conn, &meeting)?,
        people: attendance::people(conn, id, None)?,
        motions: motions::list(conn, id, true)?,
        votes: polls::at_meeting(conn, id)?,
        course: attendance::course(conn, &seen.held, until)?,
        zone: coop.zone,
        meeting,
        now,
    })
}

/// A text of people as it stands among marks: none of its own signs is one.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '!') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

impl Gathered {
    /// What was written of an item, or of the meeting as a whole, in a language; in the other where there is nothing in this one.
    fn written(&self, item: Option<i64>, lang: Lang) -> Option<&str> {
        let part = self.facts.parts.0.iter().find(|part| part.item_id == item)?;
        let (own, other) =
            if lang == Lang::En { (&part.text_en, &part.text_fr) } else { (&part.text_fr, &part.text_en) };
        [own, other].into_iter().map(|text| text.trim()).find(|text| !text.is_empty())
    }

    /// The whole text in a language: for everybody, or what of it is in camera.
    pub fn told(&self, lang: Lang, in_camera: bool) -> String {
        let mut out = Vec::new();
        if !in_camera {
            out.extend(self.frame(lang));
            out.extend(self.attendance(lang));
            out.extend(self.decided(lang));
            out.extend(self.written(None, lang).map(str::to_owned));
        }
        for (item, number) in self.items.iter().zip(1..) {
            if in_camera && !item.in_camera {
                continue;
            }
            out.extend(self.item(lang, number, item, in_camera));
        }
        if !in_camera {
            out.extend(self.votes(lang));
            // how the meeting went on
            out.extend(self.motions.iter().filter(|motion| motion.item_id.is_none()).map(|one| self.motion(lang, one)));
        }
        out.join("\n\n")
    }

    /// Day, place, who led it, when it began and ended, and how it was called.
    fn frame(&self, lang: Lang) -> Vec<String> {
        let meeting = &self.meeting;
        let place = if meeting.place.is_empty() { &meeting.online } else { &meeting.place };
        let mut lines =
            vec![lang.with(
                "minutes-held",
                &[("day", lang.long_day(meeting.held_on).into()), ("place", plain(place).into())],
            )];
        let time = |at: DateTime<Utc>| lang.time_of_day(at.with_timezone(&self.zone).time());
        let mut say =
            |key: &str, name: &'static str, value: String| lines.push(lang.with(key, &[(name, value.into())]));
        if !self.facts.chair.is_empty() {
            say("minutes-chair", "name", plain(&self.facts.chair));
        }
        if !self.facts.secretary.is_empty() {
            say("minutes-secretary", "name", plain(&self.facts.secretary));
        }
        if let Some(at) = meeting.opened_at {
            say("minutes-opened", "time", time(at));
        }
        if let Some(at) = meeting.ended_at {
            say("minutes-ended", "time", time(at));
        }
        if let Some(noticed) = &self.facts.noticed.0 {
            let day = lang.long_day(crate::platform::clock::date_in(self.zone, noticed.sent_at));
            let args = [
                ("day", day.into()),
                ("days", noticed.notice_days.into()),
                ("mails", noticed.mails.into()),
                ("letters", noticed.letters.into()),
            ];
            lines.push(lang.with("minutes-noticed", &args));
            if !noticed.anyway.is_empty() {
                lines.push(lang.with("minutes-noticed-anyway", &[("why", plain(&noticed.anyway).into())]));
            }
        }
        // each on a line of its own
        vec![lines.join("  \n")]
    }

    /// Who was there, by way, with the times of those who came later or left earlier; and the quorum as it came and went.
    fn attendance(&self, lang: Lang) -> Vec<String> {
        let Some(course) = &self.course else { return Vec::new() };
        let mut out = vec![format!("## {}", lang.t("minutes-attendance"))];
        let mut lines = Vec::new();
        for (way, key) in [(Way::InPerson, "minutes-in-person"), (Way::Online, "minutes-online")] {
            let there: Vec<String> = self
                .people
                .iter()
                .filter(|person| person.called && person.times.0.first().is_some_and(|time| time.way == way))
                .map(|person| self.named(lang, person))
                .collect();
            if !there.is_empty() {
                let args = [("count", there.len().into()), ("names", there.join(", ").into())];
                lines.push(lang.with(key, &args));
            }
        }
        let guests: Vec<String> = self
            .people
            .iter()
            .filter(|person| !person.called && !person.times.0.is_empty())
            .map(|person| plain(&person.name))
            .collect();
        if !guests.is_empty() {
            lines.push(lang.with("minutes-guests", &[("names", guests.join(", ").into())]));
        }
        let came = |name: &String| self.people.iter().any(|one| one.name == *name && !one.times.0.is_empty());
        let regrets: Vec<String> =
            self.facts.regrets.0.iter().filter(|name| !came(name)).map(|name| plain(name)).collect();
        if !regrets.is_empty() {
            let args = [("count", regrets.len().into()), ("names", regrets.join(", ").into())];
            lines.push(lang.with("minutes-regrets", &args));
        }
        out.push(lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"));
        let moments: Vec<String> = course
            .moments
            .iter()
            .map(|(at, what, there)| {
                let args = [
                    ("time", lang.time_of_day(at.with_timezone(&self.zone).time()).into()),
                    ("there", there.quorum.there.into()),
                    ("needed", there.quorum.needed.max(1).into()),
                    ("homes", there.quorum.homes_there.into()),
                    ("homesneeded", there.quorum.homes_needed.into()),
                ];
                format!("- {}", lang.with(&format!("minutes-moment-{}", what.word()), &args))
            })
            .collect();
        if !moments.is_empty() {
            out.push(format!("## {}", lang.t("minutes-quorum")));
            out.push(moments.join("\n"));
        }
        let without = course.moments.iter().all(|(_, what, _)| *what != What::Reached);
        if without {
            out.push(lang.t("minutes-no-quorum"));
        }
        out
    }

    /// A name, with from when to when where that was not the whole meeting.
    fn named(&self, lang: Lang, person: &Person) -> String {
        let name = plain(&person.name);
        let (Some(opened), ended) = (self.meeting.opened_at, self.meeting.ended_at.unwrap_or(self.now)) else {
            return name;
        };
        let spans: Vec<String> = person
            .times
            .0
            .iter()
            .filter(|time| time.came_at > opened || time.left_at.is_some_and(|left| left < ended))
            .map(|time| {
                let said = |at: DateTime<Utc>| lang.time_of_day(at.with_timezone(&self.zone).time());
                let late = time.came_at > opened;
                match time.left_at.filter(|left| *left < ended) {
                    Some(left) if late => {
                        lang.with("minutes-from-to", &[("from", said(time.came_at).into()), ("to", said(left).into())])
                    }
                    Some(left) => lang.with("minutes-until", &[("to", said(left).into())]),
                    None => lang.with("minutes-from", &[("from", said(time.came_at).into())]),
                }
            })
            .collect();
        if spans.is_empty() { name } else { format!("{name} ({})", spans.join("; ")) }
    }

    /// An item with what was written of it and what became tasks.
    fn item(&self, lang: Lang, number: usize, item: &Item, in_camera: bool) -> Vec<String> {
        if item.in_camera && !in_camera {
            let heading = lang.with("minutes-item-in-camera", &[("number", number.into())]);
            return vec![format!("## {heading}")];
        }
        let mut out = vec![format!("## {number}. {}", plain(item.title(lang)))];
        out.extend(self.written(Some(item.id), lang).map(str::to_owned));
        out.extend(self.motions.iter().filter(|one| one.item_id == Some(item.id)).map(|one| self.motion(lang, one)));
        let actions: Vec<String> = self
            .facts
            .actions
            .0
            .iter()
            .filter(|action| action.item_id == Some(item.id))
            .map(|action| format!("- {}", self.action(lang, action)))
            .collect();
        if !actions.is_empty() {
            out.push(actions.join("\n"));
        }
        out
    }

    /// What was decided, first of all: the number in the register and how it reads.
    fn decided(&self, lang: Lang) -> Vec<String> {
        let line = |motion: &Motion| {
            let number = motion.decision?;
            let words = motions::as_it_reads(&self.motions, motion).words(lang);
            let args = [("number", number.into()), ("words", plain(words).into())];
            Some(format!("- {}", lang.with("minutes-decision", &args)))
        };
        let voted = |vote: &AtMeeting| {
            let number = *vote.numbers.first()?;
            let words = format!("{} {}", vote.poll.title(lang), vote.told(lang));
            (vote.poll.status == polls::Status::Closed).then(|| {
                let args = [("number", number.into()), ("words", plain(&words).into())];
                format!("- {}", lang.with("minutes-decision", &args))
            })
        };
        let moved = self.motions.iter().filter(|motion| !motion.in_camera).filter_map(line);
        let lines: Vec<String> = moved.chain(self.own_votes().filter_map(voted)).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        vec![format!("## {}", lang.t("minutes-decisions")), lines.join("\n")]
    }

    /// A motion: what was moved by whom, who did not vote, what came of it and by how many.
    fn motion(&self, lang: Lang, motion: &Motion) -> String {
        let number = motion.number;
        let heading = match motion.amends.and_then(|id| self.motions.iter().find(|one| one.id == id)) {
            Some(of) => lang.with("minutes-amendment", &[("number", number.into()), ("of", of.number.into())]),
            None => lang.with("minutes-motion", &[("number", number.into())]),
        };
        let mut lines = vec![format!("**{heading}** {}", plain(motion.words(lang)))];
        let mover = lang.with("motion-mover", &[("name", plain(&motion.mover).into())]);
        let seconder = match &motion.seconder {
            Some(name) => lang.with("motion-seconder", &[("name", plain(name).into())]),
            None => lang.t("motion-no-seconder"),
        };
        lines.push(format!("{mover} {seconder}"));
        if !motion.recused.0.is_empty() {
            let names: Vec<String> = motion.recused.0.iter().map(|(_, name)| plain(name)).collect();
            lines.push(lang.with("minutes-recused", &[("names", names.join(", ").into())]));
        }
        let read = motions::as_it_reads(&self.motions, motion);
        if read.id != motion.id {
            lines.push(lang.with("minutes-as-amended", &[("words", plain(read.words(lang)).into())]));
        }
        let counted = matches!(motion.status, Status::Carried | Status::Lost);
        let outcome = if counted {
            motions::pages::sums(lang, motion)
        } else {
            lang.t_of("motion-outcome-", motion.status.word())
        };
        if let Some(vote) = self.votes.iter().find(|vote| Some(vote.poll.id) == motion.poll_id) {
            lines.push(Self::how(lang, vote));
        }
        let decision = motion.decision.map(|number| lang.with("motion-decision", &[("number", number.into())]));
        lines.push(match decision {
            Some(decision) => format!("{outcome} {decision}."),
            None => outcome,
        });
        lines.join("  \n")
    }

    /// Votes on phones and paper that no motion tells of: elections, and what was set up before the meeting.
    fn votes(&self, lang: Lang) -> Vec<String> {
        let told: Vec<String> = self.own_votes().filter_map(|vote| Self::vote(lang, vote)).collect();
        if told.is_empty() {
            return Vec::new();
        }
        std::iter::once(format!("## {}", lang.t("votes-title"))).chain(told).collect()
    }

    fn own_votes(&self) -> impl Iterator<Item = &AtMeeting> {
        self.votes.iter().filter(|vote| self.motions.iter().all(|motion| motion.poll_id != Some(vote.poll.id)))
    }

    /// A vote that ended, or went wrong.
    fn vote(lang: Lang, vote: &AtMeeting) -> Option<String> {
        let poll = &vote.poll;
        let mut lines = vec![format!("**{}**", plain(poll.title(lang))), Self::how(lang, vote)];
        match poll.status {
            polls::Status::Void => {
                lines.push(lang.with("poll-void-note", &[("reason", plain(&poll.void_reason).into())]));
            }
            polls::Status::Closed => lines.push(plain(&vote.told(lang))),
            polls::Status::Open if vote.counts_papers => lines.push(lang.t("minutes-vote-papers")),
            _ => return None,
        }
        Some(lines.join("  \n"))
    }

    /// How it was voted, and how many did.
    fn how(lang: Lang, vote: &AtMeeting) -> String {
        let key = if vote.poll.secrecy.is_secret() { "minutes-vote-secret" } else { "minutes-vote-open" };
        let roll = i64::from(vote.poll.roll_size.unwrap_or(0));
        let voted = polls::words::turnout(lang, vote.poll.vote_of, vote.voted.into(), roll);
        format!("{} {voted}", lang.t(key))
    }

    fn action(&self, lang: Lang, action: &Action) -> String {
        let title = plain(&action.title);
        let due = action.due_on.map(|day| lang.day(day)).unwrap_or_default();
        let args = [("title", title.into()), ("name", plain(&action.who).into()), ("day", due.clone().into())];
        let key = match (action.who.is_empty(), due.is_empty()) {
            (true, true) => "minutes-action",
            (true, false) => "minutes-action-by",
            (false, true) => "minutes-action-of",
            (false, false) => "minutes-action-of-by",
        };
        lang.with(key, &args)
    }
}
