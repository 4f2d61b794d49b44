//! Five seats of the board, from the call to the register: six stand, members vote in secret, online and on paper, the fifth seat is drawn by
//! lot, and whoever wishes checks the count.
//!
//! On the demo co-op. Days that have to pass are moved in its database; all else is done as people do it.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use std::process::Command;
use std::time::Instant;
use thirtyfour::prelude::*;

use crate::support::{Browser, DESK, Device, MACHINE, PATIENCE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";
/// The second officer, who prepares urns that Joan announced.
const LUC: [&str; 2] = ["Luc Fortier", "luc.fortier@example.org"];
/// Who stands, in the order in which they are nominated; the last two will be tied.
const MICHAEL: [&str; 2] = ["Michael MacDonald", "michael.macdonald@example.org"];
const EMMANUEL: [&str; 2] = ["Emmanuel Leblanc", "emmanuel.leblanc@example.org"];
const OTHERS: [[&str; 2]; 4] = [
    ["William Tremblay", "william.tremblay@example.org"],
    ["Yves Landry", "yves.landry@example.org"],
    ["Jennifer Gauthier", "jennifer.gauthier@example.org"],
    ["Minh Leclerc", "minh.leclerc@example.org"],
];
/// Members who ask for a paper.
const ON_PAPER: [&str; 2] = ["Eilidh Fortin", "Omar Landry"];
/// Whom everybody wants, and between whom the fifth seat is.
const SURE: [&str; 4] = [MICHAEL[0], EMMANUEL[0], OTHERS[0][0], OTHERS[1][0]];
const TIED: [&str; 2] = [OTHERS[2][0], OTHERS[3][0]];

/// The clock of the co-op, where waiting for days is not possible.
pub struct Calendar(PgConnection);

impl Calendar {
    pub fn of(server: &Server) -> Self {
        let told = std::fs::read_to_string(server.data.join("postgres/cluster/postmaster.pid")).expect("a database");
        let socket = told.lines().nth(4).expect("where it listens").trim().to_owned();
        let address = format!("host='{socket}' user=cooperator dbname=cooperator_demo");
        Self(PgConnection::establish(&address).expect("the database"))
    }

    /// The term that begins at the next annual meeting, as the demo's own election has it.
    pub fn term(&mut self) -> [String; 2] {
        #[derive(QueryableByName)]
        struct Term {
            #[diesel(sql_type = diesel::sql_types::Text)]
            starts_on: String,
            #[diesel(sql_type = diesel::sql_types::Text)]
            ends_on: String,
        }
        let sql = "select starts_on::text, ends_on::text from elections where id = 1";
        let term: Term = diesel::sql_query(sql).get_result(&mut self.0).expect("a term");
        [term.starts_on, term.ends_on]
    }

    /// Days pass for what a statement names.
    pub fn run(&mut self, sql: &str) {
        self.0.batch_execute(sql).expect("days have passed");
    }

    /// What is due is looked at again.
    pub fn moved(&mut self, election: &str, change: &str) {
        let id = election.rsplit('/').next().unwrap_or_default();
        let sql = format!(
            "update elections set {change} where id = {id}; \
             update jobs set run_at = now() where kind = 'election.due' and payload->>'election' = '{id}';"
        );
        self.0.batch_execute(&sql).expect("a day has passed");
    }
}

/// Somebody who is let in by a link in a mail.
pub async fn by_link(server: &Server, device: Device, [name, email]: [&str; 2]) -> Browser {
    let person = Browser::open(server, device).await;
    person.go("/sign-in").await;
    person.press("main details summary").await;
    person.find("#link-email").await.send_keys(email).await.expect("typing");
    person.press("main form[action='/sign-in/link'] button").await;
    person.sees("Check your mail").await;
    person.go(&server.mailed_link(name).await).await;
    person.press("main form button").await;
    // A link in a message leads to what it is about.
    person.find("body:not(:has(form[action^='/sign-in/link']))").await;
    person.go("/?lang=en").await;
    person
}

/// Opens a page again and again until it says this.
pub async fn until(person: &Browser, page: &str, words: &str) {
    let start = Instant::now();
    loop {
        person.go(page).await;
        let text = person.text().await;
        if text.contains(words) {
            return;
        }
        assert!(start.elapsed() < 2 * PATIENCE, "{words:?} never came to {page}:\n{text}");
    }
}

/// Marks choices by what they say, on a ballot or beside a paper.
pub async fn approves(person: &Browser, names: &[&str]) {
    for name in names {
        let path = format!("//main//label[contains(@class, 'choice')][contains(normalize-space(.), \"{name}\")]");
        let label = person.driver.find(By::XPath(path)).await.unwrap_or_else(|_| panic!("{name} is not on the ballot"));
        let _ = label.scroll_into_view().await;
        label.click().await.expect("a mark");
    }
}

/// Joan gives the board ten seats, of which five will be free, and calls the election. Its address.
async fn called(joan: &Browser, [starts_on, ends_on]: [&str; 2]) -> String {
    joan.go("/settings/rules/board").await;
    joan.fill("board_size_max", "10").await;
    joan.fill("board_seats", "10").await;
    joan.press("main form[action='/settings/rules/board'] p.row button").await;
    joan.find("main a[href='/settings/rules/votes']").await;
    joan.go("/settings/rules/votes").await;
    joan.fill("quorum_percent", "5").await;
    joan.press("main form[action='/settings/rules/votes'] p.row button").await;
    joan.find("main a[href='/settings/rules/board']").await;
    joan.go("/elections/new").await;
    joan.fill("title_en", "Five seats of the board").await;
    joan.fill("title_fr", "Cinq sièges au conseil").await;
    joan.fill("seats_to_fill", "5").await;
    joan.set("term_from", starts_on).await;
    joan.set("term_until", ends_on).await;
    joan.set("nominate_from", &joan.day(0).await).await;
    joan.choose("method", "approval").await;
    joan.press("main form[action='/elections'] p.row button.btn").await;
    joan.sees("Nobody else sees this yet.").await;
    let election = joan.path().await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("Nominations are open").await;
    election
}

/// Two are put up by others and accept, four stand by themselves, and each says something.
async fn nominated(server: &Server, device: Device, election: &str, isabelle: &Browser) -> [Browser; 2] {
    let mut kept = Vec::new();
    for person in [MICHAEL, EMMANUEL] {
        isabelle.go(election).await;
        isabelle.press("main details summary").await;
        isabelle.choose_words("nominee", person[0]).await;
        isabelle.press("main form[action$='/nominations'] button:not([name])").await;
        isabelle.sees("The person was told").await;
        let nominee = by_link(server, device, person).await;
        nominee.go(election).await;
        nominee.sees("Isabelle MacDonald nominated you").await;
        nominee.press("main form[action$='/acceptance'] button").await;
        states(&nominee, person[0]).await;
        kept.push(nominee);
    }
    for person in OTHERS {
        let candidate = by_link(server, device, person).await;
        candidate.go(election).await;
        candidate.press("main form[action$='/candidacy'] button").await;
        states(&candidate, person[0]).await;
        candidate.close().await;
    }
    <[Browser; 2]>::try_from(kept).ok().expect("two")
}

pub async fn states(candidate: &Browser, name: &str) {
    candidate.sees("You stand in this election.").await;
    candidate.press("main a[href$='/statement']").await;
    candidate.fill("statement_en", &format!("{name} would like **quieter radiators**.")).await;
    candidate.press("main form[action$='/statement'] p.row button.btn").await;
    candidate.sees("Your statement is saved.").await;
}

/// Luc prepares the urn, and the two scrutineers take their codes: the vote opens.
pub async fn prepared(server: &Server, device: Device, poll: &str, scrutineers: [&Browser; 2]) {
    let luc = by_link(server, device, LUC).await;
    luc.go(&format!("{poll}/urn")).await;
    luc.choose_words("first", "Isabelle MacDonald").await;
    luc.choose_words("second", "Valérie Simard").await;
    luc.press("main form[action$='/urn'] button:not([name])").await;
    luc.sees("Isabelle MacDonald").await;
    for scrutineer in scrutineers {
        scrutineer.go(&format!("{poll}/urn")).await;
        scrutineer.press("main form[action$='/urn/code'] button").await;
        scrutineer.find("main p.code").await;
    }
    luc.close().await;
}

/// As far as the last look. The code that stands there.
async fn looks(voter: &Browser, poll: &str, last: &str) -> String {
    voter.go(poll).await;
    voter.sees("This is a secret vote").await;
    approves(voter, &SURE).await;
    approves(voter, &[last]).await;
    voter.press("main form[action$='/urn/ballots'] button.big").await;
    voter.sees("Nothing is sent yet").await;
    voter.find("p.code").await.text().await.expect("a code")
}

async fn casts(voter: &Browser) {
    voter.press("main form[action$='/urn/ballots'] button[name='checked']").await;
    voter.sees("Your ballot is in the urn").await;
}

pub async fn handed(joan: &Browser, poll: &str, name: &str, says: &str) {
    joan.go(&format!("{poll}/paper")).await;
    joan.choose_words("paper_voter", name).await;
    joan.press("main form[action$='/paper'] button:not([name])").await;
    joan.sees(says).await;
}

/// Four vote online, two on paper; one roll for both. The code of Isabelle's ballot.
async fn voted(poll: &str, joan: &Browser, online: [&Browser; 4]) -> String {
    let [isabelle, valerie, michael, emmanuel] = online;
    let code = looks(isabelle, poll, TIED[0]).await;
    casts(isabelle).await;
    looks(michael, poll, TIED[1]).await;
    casts(michael).await;
    looks(emmanuel, poll, TIED[1]).await;
    casts(emmanuel).await;
    // Valérie looks at her ballot while the office strikes her off: whoever is first has the place on the roll.
    looks(valerie, poll, TIED[0]).await;
    handed(joan, poll, "Valérie Simard", "is struck off").await;
    valerie.press("main form[action$='/urn/ballots'] button[name='checked']").await;
    valerie.sees("You were given a ballot paper").await;
    valerie.does_not_see("Your ballot is in the urn").await;
    // She did not want one: it comes back unused, and she votes.
    joan.press("main form[action$='/return'] button").await;
    joan.sees("Back on the roll").await;
    looks(valerie, poll, TIED[0]).await;
    casts(valerie).await;
    handed(joan, poll, "Valérie Simard", "has voted already").await;
    for name in ON_PAPER {
        handed(joan, poll, name, "is struck off").await;
    }
    joan.sees("Papers handed out: 2").await;
    code
}

/// Joan ends the vote; she and Isabelle read the two papers apart, and sign.
async fn papers_counted(poll: &str, joan: &Browser, isabelle: &Browser) {
    joan.go(&format!("{poll}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("The papers are being counted").await;
    for teller in [joan, isabelle] {
        teller.go(&format!("{poll}/paper/readings")).await;
        for (number, last) in (1..).zip(TIED) {
            teller.sees("Number on the back").await;
            approves(teller, &SURE).await;
            approves(teller, &[last]).await;
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
}

/// Anybody takes the bundle away and has it counted, by this program and by the other.
async fn recounted(server: &Server, reader: &Browser, poll: &str) {
    let folder = server.data.with_extension("taken");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("bundle.json");
    std::fs::write(&file, reader.download(&format!("{poll}/bundle.json")).await).expect("a file");
    let program = folder.join("recount.py");
    std::fs::write(&program, reader.download("/help/votes/recount.py").await).expect("a file");
    let ours = server.run(&["verify-vote", &file.to_string_lossy()]);
    assert!(ours.status.success(), "{ours:?}");
    let theirs = Command::new("python3").arg(&program).arg(&file).output().expect("python3 is installed");
    assert!(theirs.status.success(), "{theirs:?}");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}

async fn a_board_election(device: Device) {
    let server = Server::start("demo");
    let mut calendar = Calendar::of(&server);
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    let [starts_on, ends_on] = calendar.term();
    let election = called(&joan, [&starts_on, &ends_on]).await;
    let [michael, emmanuel] = nominated(&server, device, &election, &isabelle).await;
    calendar.moved(
        &election,
        "nominate_from = nominate_from - 60, nominate_until = current_date - 2, opens_at = now() - interval '1 minute'",
    );
    until(&isabelle, &election, "Waits for its urn").await;
    isabelle.sees("quieter radiators").await;
    let poll = isabelle.find("main p.row a[href^='/polls/']").await.attr("href").await.expect("a link");
    let poll = poll.expect("an address").trim_end_matches("/urn").to_owned();
    prepared(&server, device, &poll, [&isabelle, &valerie]).await;
    until(&isabelle, &election, "Go to your ballot").await;
    let code = voted(&poll, &joan, [&isabelle, &valerie, &michael, &emmanuel]).await;
    papers_counted(&poll, &joan, &isabelle).await;
    // The result, the lot and the list, where Isabelle finds her code.
    until(&michael, &format!("{poll}/result"), "The lot, drawn with the seed").await;
    michael.sees("Our records say that you voted").await;
    isabelle.go(&format!("{poll}/list")).await;
    isabelle.sees(&code).await;
    isabelle.sees("6 ballots").await;
    isabelle.does_not_see("Eilidh").await;
    recounted(&server, &michael, &poll).await;
    // Elected, and seated once nobody can contest it any more.
    until(&emmanuel, &election, "Result declared").await;
    for name in SURE {
        emmanuel.sees(name).await;
    }
    calendar.moved(&election, "appeal_until = current_date - 2");
    until(&emmanuel, &election, "Over").await;
    joan.go(&format!("/board?on={starts_on}")).await;
    let board = joan.text().await;
    let sits = |name: &&str| board.contains(*name);
    assert!(SURE.iter().all(sits) && TIED.into_iter().filter(sits).count() == 1, "{board}");
    for browser in [joan, isabelle, valerie, michael, emmanuel] {
        browser.close().await;
    }
}

#[tokio::test]
async fn five_seats_with_the_script() {
    let _shared = MACHINE.read().await;
    a_board_election(DESK).await;
}

#[tokio::test]
async fn five_seats_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_board_election(Device { script: false, width: 390, ..DESK }).await;
}
