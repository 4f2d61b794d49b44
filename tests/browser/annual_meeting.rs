//! The annual meeting of a co-op of 64 homes, from the notice to the approved minutes: called 21 days before, replied to, people let in on
//! three devices at once, an amendment, a by-law that fails by one, the quorum lost and regained, a vote on phones, two seats of the board
//! elected in secret on phones and paper. In the end every line of the minutes is compared with what happened.
//!
//! On the demo co-op. Days that have to pass are moved in its database; all else is done as people do it.

use thirtyfour::prelude::*;

use crate::board_election::{Calendar, approves, by_link, handed, prepared, states, until};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";
/// Who stands for the board.
const STAND: [[&str; 2]; 3] = [
    ["Michael MacDonald", "michael.macdonald@example.org"],
    ["Emmanuel Leblanc", "emmanuel.leblanc@example.org"],
    ["William Tremblay", "william.tremblay@example.org"],
];
/// Members who ask for a paper, with the letters under which they stand.
const ON_PAPER: [(&str, &str); 2] = [("f", "Eilidh Fortin"), ("l", "Omar Landry")];
/// How many are let in at the door; two more come by the code of the room.
const AT_DOOR: usize = 30;

/// The rules want the quorum until the end, and the board has room for two.
async fn ruled(joan: &Browser) {
    joan.go("/settings/rules/meetings").await;
    joan.fill("quorum_continues_percent", "30").await;
    joan.press("main form[action='/settings/rules/meetings'] p.row button").await;
    joan.find("main a[href='/settings/rules/board']").await;
    joan.go("/settings/rules/board").await;
    joan.fill("board_size_max", "10").await;
    joan.fill("board_seats", "10").await;
    joan.press("main form[action='/settings/rules/board'] p.row button").await;
    joan.find("main a[href='/settings/rules/votes']").await;
}

/// Joan plans the meeting in three weeks, with the usual agenda and a by-law on it, and calls it. Its address.
async fn called(joan: &Browser) -> String {
    joan.go("/meetings/new").await;
    joan.choose("meeting_kind", "annual").await;
    joan.set("held_on", &joan.day(21).await).await;
    joan.set("meeting_starts_at", "19:00").await;
    joan.fill("meeting_place", "Common room").await;
    joan.press("main #form p.row button").await;
    joan.sees("The meeting is planned.").await;
    let meeting = joan.path().await;
    joan.press("main form[action$='/items/usual'] button[value='usual']").await;
    joan.sees("Approval of the agenda").await;
    joan.press("main a[href$='/items/new']").await;
    joan.fill("item_title_en", "By-law 7: pets").await;
    joan.fill("item_title_fr", "Règlement 7 : animaux").await;
    joan.choose("item_purpose", "decision").await;
    joan.press("main #form p.row button").await;
    joan.sees("By-law 7: pets").await;
    joan.press("main a[href$='/notice']").await;
    joan.sees("Today is in time").await;
    joan.press("main #form p.row button").await;
    joan.sees("The notice is on its way.").await;
    meeting
}

/// Isabelle replies signed in, and somebody else by the link of the mail: who that is.
async fn replied(server: &Server, device: Device, isabelle: &Browser, meeting: &str) -> String {
    isabelle.go(&format!("{meeting}/reply")).await;
    isabelle.choose("reply", "in_person").await;
    isabelle.press("main #form p.row button").await;
    isabelle.sees("Thank you: we expect you.").await;
    let link = server.mailed(&format!("{meeting}/reply/")).await;
    let anyone = Browser::open(server, device).await;
    anyone.go(&format!("{link}?lang=en")).await;
    let text = anyone.text().await;
    let name = text.split("This is the reply of ").nth(1).and_then(|rest| rest.split('.').next());
    let name = name.expect("a name").to_owned();
    anyone.choose("reply", "regrets").await;
    anyone.press("main #form p.row button").await;
    anyone.sees("You are excused.").await;
    anyone.close().await;
    name
}

/// Two seats of the board: called, three stand, and when nominations are over the vote waits for the meeting. Its address.
async fn stood(server: &Server, device: Device, calendar: &mut Calendar, joan: &Browser) -> [String; 2] {
    let [starts_on, ends_on] = calendar.term();
    joan.go("/elections/new").await;
    joan.fill("title_en", "Two seats of the board").await;
    joan.fill("title_fr", "Deux sièges au conseil").await;
    joan.fill("seats_to_fill", "2").await;
    joan.set("term_from", &starts_on).await;
    joan.set("term_until", &ends_on).await;
    joan.set("nominate_from", &joan.day(0).await).await;
    joan.choose("method", "approval").await;
    joan.press("main form[action='/elections'] p.row button.btn").await;
    joan.sees("Nobody else sees this yet.").await;
    let election = joan.path().await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("Nominations are open").await;
    for person in STAND {
        let candidate = by_link(server, device, person).await;
        candidate.go(&election).await;
        candidate.press("main form[action$='/candidacy'] button").await;
        states(&candidate, person[0]).await;
        candidate.close().await;
    }
    calendar.moved(
        &election,
        "nominate_from = nominate_from - 60, nominate_until = current_date - 2, opens_at = now() + interval '1 hour'",
    );
    until(joan, &election, "Candidates are known").await;
    let poll = joan.find("main p.row a[href^='/polls/']").await.attr("href").await.expect("a link");
    [election, poll.expect("an address").trim_end_matches("/urn").to_owned()]
}

/// Three weeks pass for the meeting: today is its day.
fn three_weeks_later(calendar: &mut Calendar, meeting: &str) {
    let id = meeting.rsplit('/').next().unwrap_or_default();
    calendar.run(&format!(
        "update meetings set held_on = held_on - 21 where id = {id}; \
         update callings set sent_at = sent_at - interval '21 days' where meeting_id = {id}; \
         update meeting_replies set said_at = said_at - interval '20 days' where meeting_id = {id};"
    ));
}

/// Lets in whoever stands first on the page of a letter and is not there, or somebody by name. Who it was.
async fn let_in(door: &Browser, meeting: &str, letter: &str, name: Option<&str>) -> Option<String> {
    door.go(&format!("{meeting}/door?letter={letter}")).await;
    let named = name.map_or_else(String::new, |name| format!("[contains(., \"{name}\")]"));
    let path = format!("//main//li{named}[.//button[@value='in_person']]");
    let row = door.driver.find(By::XPath(path)).await.ok()?;
    let id = row.attr("id").await.expect("a row").expect("a number");
    let who = row.find(By::Css("b")).await.expect("a name").text().await.expect("its words");
    door.press(&format!("main #{id} button[value='in_person']")).await;
    door.find(&format!("main #{id} button[value='left']")).await;
    // the home stands beside the name
    Some(who.split(" home").next().unwrap_or_default().trim().to_owned())
}

/// As many as these letters have, or as many as are wanted.
async fn let_in_all(door: &Browser, meeting: &str, letters: &[&str], wanted: usize) -> Vec<String> {
    let mut came = Vec::new();
    for letter in letters {
        while came.len() < wanted {
            let Some(who) = let_in(door, meeting, letter, None).await else { break };
            came.push(who);
        }
    }
    assert_eq!(came.len(), wanted, "too few of {letters:?}");
    came
}

/// The code of the room, typed on one's own telephone.
async fn came_by_code(person: &Browser, meeting: &str, code: &str) {
    person.go(&format!("{meeting}/here")).await;
    person.fill("room_code", code).await;
    person.choose("attends", "in_person").await;
    person.press("main #form p.row button").await;
    person.sees("I am leaving").await;
}

async fn room_code(joan: &Browser, meeting: &str) -> String {
    joan.go(&format!("{meeting}/attendance")).await;
    let text = joan.text().await;
    let after = text.split("Code of the room ").nth(1).expect("a code");
    after.chars().filter(char::is_ascii_digit).take(6).collect()
}

/// Three devices at the door at once. Who came by it.
async fn came(doors: [&Browser; 3], meeting: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (letter, name) in ON_PAPER {
        names.extend(let_in(doors[0], meeting, letter, Some(name)).await);
    }
    let each = (AT_DOOR - ON_PAPER.len()) / 3;
    let rest = AT_DOOR - ON_PAPER.len() - 2 * each;
    let (one, two, three) = tokio::join!(
        let_in_all(doors[0], meeting, &["b", "c", "d"], each),
        let_in_all(doors[1], meeting, &["f", "g", "h", "l"], each),
        let_in_all(doors[2], meeting, &["n", "p", "r", "t", "o"], rest),
    );
    names.extend(one.into_iter().chain(two).chain(three));
    names
}

/// Somebody leaves, or comes back, at the door.
async fn leaves(door: &Browser, meeting: &str, name: &str, act: &str, then: &str) {
    let letter = name.rsplit(' ').next().unwrap_or_default().chars().next().unwrap_or('a').to_ascii_lowercase();
    door.go(&format!("{meeting}/door?letter={letter}")).await;
    let path = format!("//main//li[contains(., \"{name}\")]");
    let row = door.driver.find(By::XPath(path)).await.unwrap_or_else(|_| panic!("{name} is not under {letter}"));
    let id = row.attr("id").await.expect("a row").expect("a number");
    door.press(&format!("main #{id} button[value='{act}']")).await;
    door.find(&format!("main #{id} button[value='{then}']")).await;
}

/// Something is moved under an item, or to amend a motion.
async fn moved(joan: &Browser, meeting: &str, under: &str, words: &str, special: bool) {
    let amends = under.strip_prefix("motion ");
    joan.go(&match amends {
        Some(number) => format!("{meeting}/motions/new?amends={number}"),
        None => format!("{meeting}/motions/new"),
    })
    .await;
    if amends.is_none() {
        joan.choose_words("motion_item", under).await;
    }
    joan.fill("motion_words_en", words).await;
    joan.choose_words("mover", "Isabelle MacDonald").await;
    joan.choose_words("seconder", "Valérie Simard").await;
    if special {
        joan.choose("motion_special", "1").await;
    }
    joan.press("main #form p.row button").await;
    joan.sees("is written down.").await;
}

async fn hands(joan: &Browser, meeting: &str, number: i32, counted: [&str; 3], says: &str) {
    joan.go(&format!("{meeting}/motions/{number}")).await;
    for (field, many) in ["votes_for", "votes_against", "votes_abstain"].into_iter().zip(counted) {
        joan.fill(field, many).await;
    }
    joan.press("main form[action$='/result'] button").await;
    joan.sees(says).await;
}

/// What is pressed beside a vote on the page of the meeting's votes.
async fn vote(joan: &Browser, meeting: &str, poll: &str, press: &str, says: &str) {
    let id = poll.rsplit('/').next().unwrap_or_default();
    joan.go(&format!("{meeting}/votes")).await;
    joan.press(&format!("main form[action$='/votes/{id}'] button[value='{press}']")).await;
    joan.sees(says).await;
}

/// Those who are there vote on a motion on their telephones.
async fn voted_on_phones(joan: &Browser, meeting: &str, number: i32, voters: [&Browser; 2]) {
    joan.go(&format!("{meeting}/motions/{number}")).await;
    joan.press("main details summary").await;
    joan.choose("vote_how", "open").await;
    joan.press("main form[action$='/vote'] button").await;
    joan.sees("The vote is open.").await;
    joan.go(&format!("{meeting}/motions/{number}")).await;
    let poll = joan.find("main a[href^='/polls/']").await.attr("href").await.expect("a link").expect("an address");
    for voter in voters {
        voter.go(&poll).await;
        voter.choose("q1", "for").await;
        voter.press("main form[action$='/ballots'] button.big").await;
        voter.sees("Your vote is recorded").await;
    }
    joan.go(&format!("{meeting}/votes")).await;
    joan.sees(&format!("2 of {} members", AT_DOOR + 2)).await;
    vote(joan, meeting, &poll, "end", "The vote is over.").await;
    until(joan, &format!("{meeting}/motions/{number}"), "Decision").await;
}

/// The secret election: one votes by telephone, two on paper; the papers are read by two and signed.
async fn elected(joan: &Browser, meeting: &str, poll: &str, isabelle: &Browser, valerie: &Browser) {
    vote(joan, meeting, poll, "open", "The vote is open.").await;
    for (voter, names) in [(isabelle, [STAND[0][0], STAND[2][0]]), (valerie, [STAND[0][0], STAND[1][0]])] {
        voter.go(poll).await;
        voter.sees("This is a secret vote").await;
        approves(voter, &names).await;
        voter.press("main form[action$='/urn/ballots'] button.big").await;
        voter.sees("Nothing is sent yet").await;
        voter.press("main form[action$='/urn/ballots'] button[name='checked']").await;
        voter.sees("Your ballot is in the urn").await;
    }
    for (_, name) in ON_PAPER {
        handed(joan, poll, name, "is struck off").await;
    }
    // who is not there has no paper
    handed(joan, poll, STAND[1][0], "We find nobody").await;
    vote(joan, meeting, poll, "end", "The vote is over.").await;
    joan.sees("Papers are being counted").await;
    for teller in [joan, isabelle] {
        teller.go(&format!("{poll}/paper/readings")).await;
        for number in 1..=2 {
            teller.sees("Number on the back").await;
            approves(teller, &[STAND[0][0], STAND[2][0]]).await;
            teller.press("main form[action$='/readings'] button.big").await;
            teller.sees(&format!("Paper {number} is entered")).await;
        }
    }
    for teller in [joan, isabelle] {
        teller.go(&format!("{poll}/paper")).await;
        teller.fill("paper_found", "2").await;
        teller.press("main form[action$='/signatures'] button").await;
        teller.sees("You have signed").await;
    }
    until(joan, &format!("{poll}/result"), "William Tremblay").await;
}

/// The lines of published minutes, times of day as `TIME`, numbers of decisions as `#`.
async fn lines(reader: &Browser, meeting: &str) -> Vec<String> {
    reader.go(&format!("{meeting}/minutes")).await;
    let text = reader.find("main article").await.text().await.expect("its words");
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(without_times).collect()
}

/// A time reads "7:05 p.m."
fn without_times(line: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let is_time = word.split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute));
        let number = word.trim_end_matches([':', '.']);
        if is_time {
            let half = words.next().unwrap_or_default();
            let end: String = half.chars().skip(4).collect();
            out.push(format!("TIME{end}"));
        } else if out.last().is_some_and(|before| before == "Decision") && digits(number) {
            out.push(word.replace(number, "#"));
        } else {
            out.push(word.to_owned());
        }
    }
    out.join(" ").replace('\u{a0}', " ")
}

async fn an_annual_meeting(device: Device) {
    let server = Server::start("demo");
    let mut calendar = Calendar::of(&server);
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    ruled(&joan).await;
    let meeting = called(&joan).await;
    let excused = replied(&server, device, &isabelle, &meeting).await;
    let [election, poll] = stood(&server, device, &mut calendar, &joan).await;
    joan.go(&format!("{meeting}/votes")).await;
    joan.choose_words("poll_id", "Two seats of the board").await;
    joan.press("main form[action$='/votes'] button").await;
    joan.sees("The vote will be held at this meeting.").await;
    prepared(&server, device, &poll, [&isabelle, &valerie]).await;
    three_weeks_later(&mut calendar, &meeting);

    joan.go(&format!("{meeting}/attendance")).await;
    joan.press("main form[action$='/door'] button").await;
    joan.sees("Code of the room").await;
    let code = room_code(&joan, &meeting).await;
    for person in [&isabelle, &valerie] {
        came_by_code(person, &meeting, &code).await;
    }
    let doors = [
        Browser::of_demo(&server, device, JOAN).await,
        Browser::of_demo(&server, device, JOAN).await,
        Browser::of_demo(&server, device, JOAN).await,
    ];
    let names = came([&doors[0], &doors[1], &doors[2]], &meeting).await;
    joan.go(&format!("{meeting}/attendance")).await;
    joan.sees("There are enough.").await;
    joan.press("main form[action$='/opening'] p button").await;
    joan.sees("The meeting is called to order.").await;

    moved(&joan, &meeting, "By-law 7: pets", "That each home keep one dog.", true).await;
    moved(&joan, &meeting, "motion 1", "That each home keep one dog or two cats.", false).await;
    hands(&joan, &meeting, 2, ["19", "12", "1"], "19 for, 12 against, 1 abstained").await;
    // two thirds of 31 are 21: it fails by one
    hands(&joan, &meeting, 1, ["20", "11", "1"], "It is lost.").await;

    moved(&joan, &meeting, "Financial statements", "That the statements be adopted.", false).await;
    for name in &names[10..13] {
        leaves(&doors[1], &meeting, name, "left", "in_person").await;
    }
    hands(&joan, &meeting, 3, ["20", "1", "0"], "There is no quorum now").await;
    for name in &names[10..13] {
        leaves(&doors[1], &meeting, name, "in_person", "left").await;
    }
    voted_on_phones(&joan, &meeting, 3, [&isabelle, &valerie]).await;
    elected(&joan, &meeting, &poll, &isabelle, &valerie).await;
    joan.go(&format!("{meeting}/attendance")).await;
    joan.press("main form[action$='/adjournment'] button").await;
    joan.sees("The meeting is adjourned.").await;

    joan.go(&format!("{meeting}/minutes/preview")).await;
    joan.press("main form[action$='/publication'] button").await;
    joan.sees("The minutes are published.").await;
    compared(&lines(&isabelle, &meeting).await, &names, &excused);

    // a month later the next meeting approves them
    let id = meeting.rsplit('/').next().unwrap_or_default();
    calendar.run(&format!("update meetings set held_on = held_on - 30 where id = {id}"));
    joan.go("/meetings/9/attendance").await;
    joan.choose("without_quorum", "1").await;
    joan.press("main form[action$='/opening'] p button").await;
    joan.sees("The meeting is called to order.").await;
    joan.go(&format!("{meeting}/minutes/preview")).await;
    joan.press("main form[action$='/approval'] button").await;
    joan.sees("approved").await;
    isabelle.go(&format!("{meeting}/minutes")).await;
    isabelle.sees("Approved").await;
    isabelle.go(&election).await;
    isabelle.sees("William Tremblay").await;
    let [one, two, three] = doors;
    for browser in [joan, isabelle, valerie, one, two, three] {
        browser.close().await;
    }
}

/// Every line of the minutes beside what happened. `*` stands for what only the calendar knows.
fn compared(lines: &[String], names: &[String], excused: &str) {
    let of = |words: &str| words.replace("{all}", &(AT_DOOR + 2).to_string());
    let regrets = format!("Regrets (1): {excused}");
    let happened = [
        "* Common room",
        "Called to order at TIME",
        "Adjourned at TIME",
        "* 21 days before: 65 by mail, 33 on paper",
        "Attendance",
        "In person ({all}): *",
        &regrets,
        "Quorum",
        "TIME: there was a quorum, 30 of 30 needed",
        "TIME: called to order with {all} counted as present",
        "TIME: the quorum was lost, 29 of 30 needed",
        "TIME: there was a quorum, 30 of 30 needed",
        "TIME: adjourned with {all} counted as present",
        "Decisions",
        "Decision #: That the statements be adopted.",
        "Decision #: Two seats of the board Elected: Michael MacDonald and William Tremblay.",
        "1. Welcome and quorum",
        "2. Approval of the agenda",
        "3. Approval of the minutes of the last annual meeting",
        "4. Report of the board",
        "5. Financial statements",
        "Motion 3. That the statements be adopted.",
        "Moved by Isabelle MacDonald. Seconded by Valérie Simard.",
        "By an open vote on phones. 2 of {all} members have voted.",
        "2 for, 0 against, 0 abstained, of {all} who could vote. The majority is taken of 2, and 2 were needed. It is carried. Decision #.",
        "6. Appointment of the auditor",
        "7. Election of directors",
        "8. Questions from members",
        "9. By-law 7: pets",
        "Motion 1. That each home keep one dog.",
        "Moved by Isabelle MacDonald. Seconded by Valérie Simard.",
        "As amended: That each home keep one dog or two cats.",
        "20 for, 11 against, 1 abstained, of {all} who could vote. The majority is taken of 31, and 21 were needed. It is lost.",
        "Amendment, motion 2, to motion 1: that it read That each home keep one dog or two cats.",
        "Moved by Isabelle MacDonald. Seconded by Valérie Simard.",
        "19 for, 12 against, 1 abstained, of {all} who could vote. The majority is taken of 31, and 16 were needed. It is carried.",
        "Votes on phones and paper",
        "Two seats of the board",
        "By a secret vote, on phones and paper. 4 of {all} members have voted.",
        "Elected: Michael MacDonald and William Tremblay.",
    ];
    // whoever was excused and comes anyway is there
    let came = names.iter().any(|name| name == excused) || ["Isabelle MacDonald", "Valérie Simard"].contains(&excused);
    let happened: Vec<&str> = happened.into_iter().filter(|says| !came || *says != regrets).collect();
    for (line, says) in lines.iter().zip(happened.iter().copied()) {
        let says = of(says);
        let same = match says.split_once('*') {
            Some((start, end)) => line.starts_with(start) && line.ends_with(end),
            None => *line == says,
        };
        assert!(same, "{line:?} is not {says:?} in\n{}", lines.join("\n"));
    }
    assert_eq!(lines.len(), happened.len(), "{}", lines.join("\n"));
    let present = lines.iter().find_map(|line| line.strip_prefix(&of("In person ({all}): "))).expect("who was there");
    let (told, away): (Vec<&str>, Vec<&str>) =
        (present.split(", ").map(|one| one.split(" (").next().unwrap_or(one)).collect(), present.split(", ").collect());
    let mut there: Vec<&str> =
        names.iter().map(String::as_str).chain(["Isabelle MacDonald", "Valérie Simard"]).collect();
    let mut told = told;
    there.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, there);
    let left: Vec<&str> = away.into_iter().filter(|one| one.ends_with(" (until TIME; from TIME)")).collect();
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(names[10..13].iter().all(|name| left.iter().any(|one| one.starts_with(name.as_str()))), "{left:?}");
}

#[tokio::test]
async fn an_annual_meeting_with_the_script() {
    let _shared = MACHINE.read().await;
    an_annual_meeting(DESK).await;
}

#[tokio::test]
async fn an_annual_meeting_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    an_annual_meeting(Device { script: false, width: 390, ..DESK }).await;
}
