//! Whoever counts the ballots of a vote again, from its file and without this program's database, finds what its page says.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::TimeDelta;
use counting::contest::{Apart, Mark, POINT};
use counting::readers::{self, Format};
use counting::{Ballots, Contest, Outcome};
use diesel::RunQueryDsl as _;
use diesel::connection::SimpleConnection as _;
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::{member, roof};
use crate::accounts;
use crate::members::Status;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Role;
use crate::polls::paper::Marking;
use crate::polls::{
    self, Answer, Ballot, Counted, Method, NewChoice, NewPoll, NewQuestion, Question, Seen, Shows, words,
};

/// Counts a file as `cooperator count` does that is not told how.
fn counted(file: &[u8]) -> Outcome {
    let contest = readers::read(Format::Json, file).expect("a file of our own");
    let directions = contest.directions.as_ref().expect("how it is counted");
    counting::count(&contest, directions.method, &directions.settings()).expect("a count")
}

fn file_of(contest: &Contest) -> Vec<u8> {
    let mut file = Vec::new();
    readers::write(Format::Json, contest, &mut file).expect("a file");
    file
}

/// What the page shows of a question whose count came from elsewhere.
pub fn sentence(kept: &Counted, outcome: Outcome) -> String {
    words::outcome_of(Lang::En, &Counted { outcome, ..kept.clone() })
}

pub struct Dice(TestRng);

impl Dice {
    pub fn of(seed: u8) -> Self {
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
    }

    /// From 0 to `below`, not included.
    pub fn throw(&mut self, below: i32) -> i32 {
        (self.0.next_u32() % below as u32) as i32
    }

    pub fn question(&mut self, number: usize) -> NewQuestion {
        let method = Method::ALL[number % Method::ALL.len()].1;
        let choices = if method.has_sides() { 0 } else { 2 + self.throw(5) };
        let choice = |dice: &mut Self, number: i32| NewChoice {
            title_en: format!("C{number}"),
            title_fr: format!("C{number} (fr)"),
            cost: Some(i64::from(100 + dice.throw(900))),
            ..NewChoice::default()
        };
        NewQuestion {
            title_en: format!("Question {number}"),
            title_fr: format!("Question {number} (fr)"),
            seats: if method.has_seats() { 1 + self.throw((choices - 1).max(1)) } else { 1 },
            points: 1 + self.throw(9),
            budget: Some(i64::from(500 + self.throw(2_000))),
            special: self.throw(3) == 0,
            agree_percent: self.throw(4) * 20,
            objections_max: self.throw(3),
            lot: self.throw(4) > 0,
            choices: (1..=choices).map(|number| choice(self, number)).collect(),
            ..NewQuestion::of(method)
        }
    }

    /// Any answer that the paper allows, a blank now and then.
    pub fn answer(&mut self, question: &Question) -> Answer {
        loop {
            let all: Vec<i32> = question.choices.iter().map(|choice| choice.number).collect();
            let answer = match question.method.marking() {
                Marking::Side => {
                    let sides = question.method.sides();
                    Answer::Side(sides[self.throw(sides.len() as i32) as usize])
                }
                Marking::Ranks { .. } => Answer::ranks(
                    all.into_iter().filter_map(|choice| Some((choice, self.throw(8))).filter(|(_, rank)| *rank < 6)),
                ),
                Marking::Some | Marking::Any => Answer::marks(all.into_iter().map(|choice| (choice, self.throw(2)))),
                Marking::Times => Answer::marks(all.into_iter().map(|choice| (choice, self.throw(3)))),
                Marking::Points | Marking::Dots => {
                    Answer::marks(all.into_iter().map(|choice| (choice, self.throw(question.points + 1))))
                }
            };
            if answer.check(question).is_ok() {
                return answer;
            }
        }
    }
}

/// Casts a ballot for a member, as the account of somebody.
fn cast(
    act: &mut Act<'_>,
    id: i64,
    questions: &[Question],
    (viewer, member): (&Viewer, i64),
    answers: Vec<Answer>,
) -> Result<()> {
    let viewer = Viewer { member_id: Some(member), ..viewer.clone() };
    polls::cast(
        &mut act.on_behalf_of(Some(&viewer)),
        id,
        questions,
        &Ballot { answers, reason: None, seen: Seen::Unsaid, skipped: Vec::new() },
    )
}

/// What was found of each question, and what the file of its ballots comes to.
pub fn both(site: &Site, id: i64) -> Vec<(Counted, Outcome)> {
    site.read(|conn| {
        let (poll, questions) = polls::store::whole(conn, id)?;
        let kept = polls::counted(conn, &poll, &questions, Lang::En)?;
        let files = polls::contests(conn, id)?;
        Ok(kept.into_iter().zip(files.iter().map(|contest| counted(&file_of(contest)))).collect())
    })
}

/// Real elections of few enough ballots, by their methods.
pub const REAL: [(&str, Method); 20] = [
    ("approval-pb/Poland_Gdynia_2020_Leszczynki__small.pb", Method::Greedy),
    ("approval-pb/Poland_Warszawa_2019_Nadwisle.pb", Method::Greedy),
    ("condorcet-debian/2004_gr_sarge.json", Method::RankedPairs),
    ("condorcet-debian/2006_vote_002.json", Method::Schulze),
    ("condorcet-debian/2008_vote_003.json", Method::Schulze),
    ("condorcet/tideman_A26.cvotes", Method::Schulze),
    ("irv/burlington_2009_mayor.toi", Method::RankedPairs),
    ("mes-pb/Netherlands_Assen_2024.pb", Method::EqualShares),
    ("points-pb/Poland_Czestochowa_2024_Podjasnogorska.pb", Method::Score),
    ("points-pb/Poland_Czestochowa_2024_Stare_Miasto.pb", Method::Dots),
    ("stv-meek/gpus_steering_committee_2005.blt", Method::Meek),
    ("stv-scottish/aberdeenshire_2017_ward1.blt", Method::Scottish),
    ("stv-scottish/dumgal_2017_ward9.blt", Method::Scottish),
    ("stv-scottish/edinburgh_2017_ward7.blt", Method::Scottish),
    ("stv-scottish/eilean_siar_2017_ward1.blt", Method::Irv),
    ("stv-scottish/falkirk_2017_ward3.blt", Method::Meek),
    ("stv-scottish/glasgow_2007_govan.blt", Method::Scottish),
    ("stv-scottish/highland_2017_ward10.blt", Method::Scottish),
    ("stv-scottish/sc_borders_2017_ward5.blt", Method::Scottish),
    ("stv-scottish/shetland_2017_ward7.blt", Method::Scottish),
];

#[actix_web::test]
async fn a_thousand_random_votes_are_counted_alike_from_their_files() {
    let site = Site::new().await;
    let members: Vec<i64> = (0..11).map(|number| member(&site, &format!("M{number}"), Status::Member)).collect();
    let reader = site.signed_in(Role::Resident, "M0 Roy", Some(members[0])).await;
    let viewer = site.read(|conn| {
        accounts::acting(conn, reader.account.expect("an account"), clock::now())
            .map(|viewer| viewer.expect("somebody"))
    });
    let mut dice = Dice::of(7);
    let (mut votes, mut drawn, mut verdicts) = (0, 0, BTreeSet::new());
    while votes < 1_000 {
        let asked: Vec<NewQuestion> = (votes..votes + 40).map(|number| dice.question(number)).collect();
        let new = NewPoll { shows: Shows::Closed, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
        let id = site.act(|act| {
            let id = polls::create(act, &new, &asked)?;
            polls::announce(act, id)?;
            let questions = polls::paper_of(act, id)?;
            for voter in &members[..=dice.throw(members.len() as i32) as usize] {
                let answers = questions.iter().map(|question| dice.answer(question)).collect();
                cast(act, id, &questions, (&viewer, *voter), answers)?;
            }
            polls::close(act, id)?;
            Ok(id)
        });
        let page = reader.get(&format!("/polls/{id}/result")).await.expect(200);
        for (kept, again) in both(&site, id) {
            assert_eq!(kept.outcome, again, "vote {id}, question {}", kept.question.number);
            // An instant runoff counts the blank ones among those that name nobody.
            let blank = if kept.question.method == Method::Irv { 0 } else { again.blank };
            let counted = again.valid.as_whole().expect("whole votes");
            assert_eq!(kept.voted, counted + (blank + again.abstentions) as i64, "no ballot drops out unseen");
            assert_eq!(again.invalid, 0, "{:?}", kept.question.method);
            drawn += usize::from(!again.ties.is_empty());
            verdicts.insert((kept.question.method.word(), kept.verdict.word()));
            let said = sentence(&kept, again);
            assert!(page.body.contains(&said), "{said}");
        }
        let file = reader.get(&format!("/polls/{id}/questions/9/ballots.json")).await.expect(200);
        assert_eq!(counted(file.body.as_bytes()), both(&site, id)[8].0.outcome);
        votes += asked.len();
    }
    assert!(drawn > 100, "{drawn} with ties");
    assert!(verdicts.len() > 30, "{verdicts:?}");
}

/// The contests of `REAL`.
pub fn real_elections() -> Vec<Contest> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("counting/testdata/elections");
    let contest = |(name, _): &(&str, Method)| {
        let file = std::fs::File::open(folder.join(name)).expect("a file");
        readers::read(Format::of_name(name).expect("a format"), std::io::BufReader::new(file)).expect("a contest")
    };
    REAL.iter().map(contest).collect()
}

/// A real election as the question that it was. Points beyond what the paper allows would be refused.
pub fn question_of(contest: &Contest, name: &str, method: Method) -> NewQuestion {
    let cents =
        |amount: &counting::BigRational| (amount * counting::BigRational::from_integer(100.into())).to_integer();
    let cents = |amount| i64::try_from(cents(amount)).expect("an amount");
    let cost = |at: usize| contest.budget.as_ref().map(|budget| cents(&budget.costs[at]));
    let choice = |(at, name): (usize, &String)| NewChoice {
        title_en: name.clone(),
        title_fr: name.clone(),
        cost: cost(at),
        ..NewChoice::default()
    };
    NewQuestion {
        title_en: name.to_owned(),
        title_fr: name.to_owned(),
        seats: contest.seats as i32,
        points: 100,
        budget: contest.budget.as_ref().map(|budget| cents(&budget.total)),
        choices: contest.candidates.iter().enumerate().map(choice).collect(),
        ..NewQuestion::of(method)
    }
}

/// The ballots of a contest one by one.
pub fn answers(contest: &Contest) -> Vec<Answer> {
    let number = |candidate: usize| candidate as i32 + 1;
    let copies = |answer: Answer, units: u64| std::iter::repeat_n(answer, units as usize);
    match &contest.ballots {
        Ballots::Ranked(rankings) => rankings
            .iter()
            .flat_map(|ballot| {
                let ranks = (1..).zip(ballot.ranks());
                let places =
                    ranks.flat_map(|(place, rank)| rank.iter().map(move |one| (number(one.candidate()), place)));
                copies(Answer::ranks(places), ballot.units)
            })
            .collect(),
        Ballots::Marked(markings) => markings
            .iter()
            .flat_map(|ballot| {
                let points = |mark: &Mark| (number(mark.candidate), (mark.millionths / POINT) as i32);
                copies(Answer::marks(ballot.marks.iter().map(points)), ballot.units)
            })
            .collect(),
    }
}

#[actix_web::test]
async fn real_elections_entered_as_votes_are_counted_as_their_files() {
    let real = real_elections();
    let papers: Vec<Vec<Answer>> = real.iter().map(answers).collect();
    let voters = papers.iter().map(Vec::len).max().unwrap_or(0);
    let site = Site::new().await;
    let office = site.as_admin().await;
    site.act(|act| {
        let people = "insert into members (number, given_name, family_name, joined_on, language) \
             select 'V' || n, 'Voter', n::text, '2000-01-01', 'en' from generate_series(1, $1) n";
        diesel::sql_query(people).bind::<diesel::sql_types::Integer, _>(voters as i32).execute(act.conn)?;
        let standing =
            "insert into member_statuses (member_id, status, since) select id, 'member', '2001-01-01' from members";
        Ok(diesel::sql_query(standing).execute(act.conn)?)
    });
    let viewer = site.read(|conn| {
        accounts::acting(conn, office.account.expect("an account"), clock::now())
            .map(|viewer| viewer.expect("somebody"))
    });
    let asked: Vec<NewQuestion> =
        REAL.iter().zip(&real).map(|((name, method), contest)| question_of(contest, name, *method)).collect();
    let new = NewPoll { shows: Shows::Closed, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    let id = site.act(|act| {
        // What is counted at a close is counted in a job, which has that long.
        act.conn.batch_execute("set local statement_timeout = '1min'")?;
        let id = polls::create(act, &new, &asked)?;
        polls::announce(act, id)?;
        let questions = polls::paper_of(act, id)?;
        for (at, member) in polls::store::roll::members(act.conn, id, true)?.into_iter().enumerate() {
            let answers = papers.iter().map(|papers| papers.get(at).cloned().unwrap_or_default()).collect();
            cast(act, id, &questions, (&viewer, member), answers)?;
        }
        polls::close(act, id)?;
        // As the server does after many rows came at once.
        crate::platform::db::count_rows_for_planner(act.conn)?;
        Ok(id)
    });
    let files = site.read(|conn| polls::contests(conn, id));
    for (((kept, again), ours), (real, (name, _))) in both(&site, id).into_iter().zip(files).zip(real.iter().zip(&REAL))
    {
        assert_eq!(kept.outcome, again, "{name}");
        assert_eq!(ours.candidates, real.candidates);
        // Who had no ballot in this election left it blank.
        let blank = voters as u64 - ours.ballots.total().to_integer().try_into().unwrap_or(0);
        let theirs = Contest { ballots: real.ballots.clone(), apart: Apart { blank, ..Apart::default() }, ..ours };
        let directions = theirs.directions.as_ref().expect("how it is counted");
        let theirs = counting::count(&theirs, directions.method, &directions.settings()).expect("a count");
        assert_eq!(kept.outcome, theirs, "{name}");
    }
    let page = office.get(&format!("/polls/{id}/result")).await.expect(200);
    assert!(page.body.contains("Cecil Laing SMITH"), "who was elected in Lerwick South");
}
