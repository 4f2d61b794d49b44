//! The preview of attendance sheets: what each row says of whom, what its signs may mean, and what becomes of each meeting.

use super::rows::{self, Asked, Parts, Shown};
use super::telling::{left, of, sentence};
use crate::imports::asked::Query;
use crate::imports::meetings::{Meeting, Plan, Row, Stands};
use crate::imports::{Import, What};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;

pub fn preview(visit: &Visit, import: &Import, plan: &Plan, query: &Form) -> Answer {
    let lang = visit.lang;
    let parts = Parts {
        rows: &plan.rows,
        place: |row| (row.group, row.line),
        shown: &|row| shown(lang, plan, row),
        questions: &plan.questions,
        asked: &|question| asked(lang, plan, question),
        seal: plan.seal(),
        act: act_words(lang, plan),
        effects: plan.meetings.iter().enumerate().filter_map(|(at, meeting)| effect(lang, plan, at, meeting)).collect(),
        notices: plan.meetings.iter().filter_map(|meeting| notice(lang, plan, meeting)).collect(),
    };
    rows::preview(visit, import, parts, query)
}

/// "Add attendance of 98 people, change 2 notes, leave out one row"; nothing where none comes in.
fn act_words(lang: Lang, plan: &Plan) -> String {
    let [problems, asked, new, _, out, _] = plan.counts();
    if new == 0 {
        return String::new();
    }
    let (added, changed) = plan.notes();
    let parts =
        [("imports-act-add", of(lang, &[("notes", added)])), ("imports-act-change", of(lang, &[("notes", changed)]))];
    let [adds, changes] = parts;
    sentence(lang, [adds, changes, left(lang, problems + asked + out)])
}

/// The name of a meeting: "18 November 2025, annual meeting".
fn named(lang: Lang, plan: &Plan, meeting: &Meeting) -> String {
    let committee = meeting.committee_id.map(|id| crate::tasks::Holder::Committee(id).value());
    let committee = plan.committees.iter().find(|one| Some(&one.word) == committee.as_ref());
    let kind =
        committee.map_or_else(|| lang.t_of("meeting-kind-", meeting.kind.word()), |one| one.name(lang).to_owned());
    lang.with("imports-meetings-named", &[("day", lang.long_day(meeting.day).into()), ("kind", kind.into())])
}

/// What comes of a meeting: how many notes of it come in.
fn effect(lang: Lang, plan: &Plan, at: usize, meeting: &Meeting) -> Option<String> {
    let key = match meeting.stands {
        Stands::New => "imports-meetings-new",
        Stands::Known(_) => "imports-meetings-known",
        _ => return None,
    };
    let marks = plan.sheet(at);
    let there = marks.iter().filter(|(_, mark)| matches!(mark.word(), "present" | "online")).count();
    let of = [("name", named(lang, plan, meeting).into()), ("there", there.into()), ("count", marks.len().into())];
    (!marks.is_empty()).then(|| lang.with(key, &of))
}

/// Why a meeting of the file is left out.
fn notice(lang: Lang, plan: &Plan, meeting: &Meeting) -> Option<String> {
    let key = match meeting.stands {
        Stands::New | Stands::Known(_) | Stands::Unclear => return None,
        Stands::Door(_) => "imports-meetings-door",
        Stands::Ahead => "imports-meetings-ahead",
        Stands::Empty => "imports-meetings-empty",
        Stands::Twice => "imports-meetings-twice",
    };
    let name = match meeting.stands {
        Stands::Ahead | Stands::Empty => lang.long_day(meeting.day),
        _ => named(lang, plan, meeting),
    };
    Some(lang.with(key, &[("name", name.into())]))
}

fn shown(lang: Lang, plan: &Plan, row: &Row) -> Shown {
    let said = |(of, mark, before): &crate::imports::meetings::Note| {
        let day = plan.meetings.get(*of).map(|meeting| lang.day(meeting.day)).unwrap_or_default();
        let now = lang.t_of("attendance-mark-", mark.word());
        let was = before.map(|before| lang.t_of("attendance-mark-", before.word()));
        let key = if was.is_some() { "imports-meetings-was" } else { "imports-meetings-note" };
        lang.with(key, &[("day", day.into()), ("now", now.into()), ("was", was.unwrap_or_default().into())])
    };
    let earlier = row.earlier.map(|line| lang.with("imports-tasks-earlier", &[("line", line.to_string().into())]));
    let facts: Vec<String> = row.notes.iter().map(said).chain(earlier).collect();
    Shown {
        line: row.line,
        name: if row.name.is_empty() { lang.t("imports-meetings-nobody") } else { row.name.clone() },
        facts: facts.join(" · "),
        href: row.member.map(|id| format!("/members/{id}")),
        problems: Vec::new(),
    }
}

fn asked(lang: Lang, plan: &Plan, question: &Query) -> Asked {
    let worded = |kind: &str, prefix: &str| -> Vec<(String, String)> {
        rows::words(kind).iter().map(|word| ((*word).to_owned(), lang.t_of(prefix, word))).collect()
    };
    let (among, others) = match question.kind {
        "time" => (Vec::new(), times(lang)),
        "mark" => (Vec::new(), [worded("mark", "attendance-mark-"), vec![rows::out(lang)]].concat()),
        "kind" => {
            let committees = (lang.t("imports-tasks-committees"), plan.committees.as_slice());
            (vec![committees], worded("kind", "meeting-kind-"))
        }
        _ => (vec![(lang.t("imports-tasks-people"), plan.people.as_slice())], vec![rows::out(lang)]),
    };
    rows::asked(lang, What::Meetings, question, among, others)
}

/// Each quarter of an hour from morning to night.
fn times(lang: Lang) -> Vec<(String, String)> {
    let quarters =
        (8 * 4..=22 * 4).filter_map(|quarter: u32| chrono::NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0));
    quarters.map(|time| (time.format("%H:%M").to_string(), lang.time_of_day(time))).collect()
}
