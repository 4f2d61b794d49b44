//! Everything about one person, through HTTP.

use diesel::connection::SimpleConnection as _;

use super::add;
use crate::accounts;
use crate::platform::clock;
use crate::platform::events;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::paper::Marking;
use crate::polls::{self, Ballot, Method, NewChoice, NewQuestion, Seen};
use crate::privacy::slice;

#[actix_web::test]
async fn everything_about_a_person_is_for_them_and_the_office_and_each_look_is_recorded() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    site.act(|act| {
        act.conn.batch_execute(&format!(
            "update members set notes = 'owns a drum', skills = 'soup' where id = {ada};
             insert into arrears (member_id) values ({ada});
             insert into polls (title_en, title_fr, quorum_percent, opens_at, closes_at) \
               values ('Paint', 'Peindre', 0, now(), now() + '1 day');
             insert into questions (poll_id, number, method, majority_num, majority_den, abstentions_count) \
               select id, 1, 'proposal', 1, 2, false from polls;
             insert into roll (poll_id, member_id) select id, {ada} from polls;
             update polls set status = 'open', roll_size = 1;
             insert into open_ballots (poll_id, member_id, answers, cast_at) select id, {ada}, '{{against}}', now() from polls;"
        ))?;
        Ok(())
    });
    let (own, admin) = (site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await, site.as_admin().await);
    let neighbour = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let path = format!("/members/{ada}/everything");
    for address in [path.clone(), format!("{path}.json")] {
        own.get(&address).await.expect(200).shows("soup").shows("gainst").hides("owns a drum");
        admin.get(&address).await.expect(200).shows("soup").hides("gainst").shows("owns a drum");
        neighbour.get(&address).await.expect(404);
    }
    let mine: serde_json::Value =
        serde_json::from_str(&own.get(&format!("{path}.json")).await.expect(200).body).expect("JSON");
    assert_eq!(mine["owed"][0]["in_arrears"], true);
    let theirs: serde_json::Value =
        serde_json::from_str(&admin.get(&format!("{path}.json")).await.expect(200).body).expect("JSON");
    assert_eq!((&theirs["owed"], &theirs["votes"][0]["choice"]), (&serde_json::json!([]), &serde_json::Value::Null));
    site.as_observer().await.get(&path).await.expect(403);
    let told = site.read(|conn| events::of_subject(conn, "member", ada, 50));
    assert_eq!(told.iter().filter(|event| event.is(&slice::MEMBER_EVERYTHING_READ)).count(), 6);
}

/// What one voted is told in words, whatever the question, and to nobody else while the vote is open.
#[actix_web::test]
async fn what_somebody_voted_is_told_in_words() {
    let site = Site::new().await;
    let (ada, admin) = (add(&site, "Ada", "Ng"), site.as_admin().await);
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    let choice = |name: &&str| NewChoice {
        title_en: (*name).to_owned(),
        title_fr: format!("{name} (fr)"),
        cost: Some(100),
        ..NewChoice::default()
    };
    let names: &[&str] = &["Al", "Bo", "Cy"];
    let (mut asked, mut answers, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for (word, method) in Method::ALL {
        let choices = if method.has_sides() { Vec::new() } else { names.iter().map(choice).collect() };
        let (answer, said) = match method.marking() {
            Marking::Side if method == Method::Consent => ("aside", "Stand aside"),
            Marking::Side => ("against", "Against"),
            Marking::Some => ("2=1", "Bo"),
            Marking::Any => ("1=1,3=1", "Al, Cy"),
            Marking::Points | Marking::Dots => ("1=3,2=1", "Al\u{a0}3, Bo\u{a0}1"),
            Marking::Ranks { equal: false } => ("3>1", "1. Cy, 2. Al"),
            Marking::Ranks { equal: true } => ("3>1=2", "1. Cy, 2. Al and Bo"),
            Marking::Times => ("1=2,2=1", "Al, Bo (if need be)"),
        };
        let title = format!("By {word}?");
        expected.push(format!("{title}: {said}"));
        answers.push(answer);
        let question =
            NewQuestion { title_en: title, title_fr: format!("Par {word}?"), choices, ..NewQuestion::of(method) };
        asked.push(NewQuestion { budget: Some(500), ..question });
    }
    let new = polls::tests::roof(chrono::TimeDelta::zero(), chrono::TimeDelta::days(3));
    let poll = site.act(|act| {
        let id = polls::create(act, &new, &asked)?;
        polls::announce(act, id)?;
        Ok(id)
    });
    let blank = site.act(|act| polls::tests::announced(act, &new));
    let account = own.account.expect("an account");
    site.act(|act| {
        let viewer = accounts::acting(act.conn, account, clock::now())?.expect("somebody");
        let questions = polls::paper_of(act, poll)?;
        let read = |(question, text): (&polls::Question, &&str)| {
            polls::Answer::read(question.method, text).expect("an answer")
        };
        let answers = questions.iter().zip(&answers).map(read).collect();
        let ballot = Ballot { answers, reason: Some("Because".to_owned()), seen: Seen::Unsaid, skipped: Vec::new() };
        polls::cast(&mut act.on_behalf_of(Some(&viewer)), poll, &questions, &ballot)
    });
    let path = format!("/members/{ada}/everything");
    let said = expected.join("; ");
    own.get(&path).await.expect(200).shows(&said).shows("Because").hides("3&gt;1").hides("3>1");
    own.get(&format!("{path}?lang=fr")).await.expect(200).shows("Par times?\u{a0}: Al (fr), Bo (fr) (au besoin)");
    let votes = |body: &str| -> serde_json::Value {
        serde_json::from_str::<serde_json::Value>(body).expect("JSON")["votes"].clone()
    };
    let mine = votes(&own.get(&format!("{path}.json?lang=en")).await.expect(200).body);
    assert_eq!(mine[0]["answers_in_words"], said);
    assert_eq!(
        (&mine[0]["answers"][0]["answer"], &mine[0]["answers"][0]["title_en"]),
        (&"against".into(), &"By proposal?".into())
    );
    assert_eq!((&mine[1]["title_en"], &mine[1]["answers"]), (&"Replace the roof".into(), &serde_json::Value::Null));
    admin.get(&path).await.expect(200).hides("1. Cy").hides("Stand aside").hides("Because");
    let theirs = votes(&admin.get(&format!("{path}.json")).await.expect(200).body);
    assert_eq!((&theirs[0]["answers"], theirs[0].get("answers_in_words")), (&serde_json::Value::Null, None));
    site.act(|act| polls::close(act, blank));
    site.act(|act| polls::close(act, poll));
    admin.get(&path).await.expect(200).shows(&said);
}
