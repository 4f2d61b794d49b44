//! Who gets which job of the queues, in what order, and for how long.

use super::*;
use crate::accounts;
use crate::platform::i18n::Lang;
use crate::platform::mail::{LETTER, Letter, MAILING, post};
use crate::platform::testing::Site;
use crate::platform::visit::Coop;
use crate::polls;

fn letter(coop: &Coop, subject: &str, unsubscribe: Option<&str>) -> Letter {
    let to = ("Ada Ng", "ada@example.org");
    let mut letter = Letter::new(to, coop, Lang::En, subject.to_owned(), "text".to_owned(), "<p>text</p>".to_owned());
    letter.unsubscribe = unsubscribe.map(str::to_owned);
    letter
}

fn worker(site: &Site) -> Worker {
    let folder = std::env::temp_dir().join(format!("jobs-mail-{}", std::process::id()));
    let mailer = Mailer::new(None, folder, "coop@example.org").expect("a mail folder");
    let outside = Outside { mailer: Arc::new(mailer) };
    Worker { state: site.state.clone(), db: site.state.db.clone(), outside, load_coop: accounts::coop }
}

fn claimed(site: &Site, lane: &Lane) -> Option<Claimed> {
    worker(site).claim(lane).expect("a claim")
}

#[actix_web::test]
async fn mail_holds_up_no_other_work_and_a_link_waits_for_no_mailing() {
    let site = Site::new().await;
    site.do_jobs();
    site.act(|act| {
        for number in 0..3 {
            post(act.conn, &letter(act.coop, &format!("notice {number}"), Some("https://coop.example.org/stop")))?;
        }
        post(act.conn, &letter(act.coop, "your link", None))?;
        enqueue(act.conn, &polls::slice::CLOSE, serde_json::json!({ "poll": 1 }), act.now)?;
        Ok(())
    });
    let kinds = |lane| std::iter::from_fn(|| claimed(&site, lane)).map(|job| job.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&DECISIONS), [polls::slice::CLOSE.name]);
    assert_eq!(kinds(&LETTERS), [LETTER.name], "somebody waits for it");
    assert_eq!(kinds(&MAILINGS), [MAILING.name; 3], "each is claimed once");
    assert_eq!(kinds(&WORK), [""; 0]);
}

/// The mail server refused the invitation for the moment: the letter that calls the meeting off waits behind it.
#[actix_web::test]
async fn letters_of_one_series_do_not_overtake_each_other() {
    let site = Site::new().await;
    site.do_jobs();
    let send = |subject: &str, series: Option<&str>| {
        site.act(|act| {
            let mut letter = letter(act.coop, subject, None);
            letter.series = series.map(str::to_owned);
            post(act.conn, &letter)
        });
    };
    send("invitation", Some("meeting-1-7"));
    let first = claimed(&site, &LETTERS).expect("the invitation");
    let failed = Error::Internal(anyhow::anyhow!("451 try again later"));
    let put_back = |conn: &mut PgConnection| put_back(conn, &LETTERS, &first, &failed);
    site.state.db.write_now(CoopId(first.coop_id), put_back).expect("put back");
    send("called off", Some("meeting-1-7"));
    assert!(claimed(&site, &LETTERS).is_none(), "it waits for the invitation");
    send("another", Some("meeting-1-8"));
    send("no series", None);
    let others = std::iter::from_fn(|| claimed(&site, &LETTERS)).count();
    assert_eq!(others, 2, "nobody else waits");
    // once the invitation is set aside for good, it holds up nothing
    site.act(|act| {
        diesel::update(jobs::table.find(first.id)).set(jobs::dead_at.eq(act.now)).execute(act.conn)?;
        Ok(())
    });
    assert_eq!(claimed(&site, &LETTERS).expect("it is due").payload["subject"], "called off");
}

#[actix_web::test]
async fn a_lease_that_is_renewed_is_nobody_elses_and_one_that_ran_out_is_free() {
    let site = Site::new().await;
    site.do_jobs();
    site.act(|act| enqueue(act.conn, &polls::slice::CLOSE, serde_json::json!({ "poll": 1 }), act.now));
    let short = Lane { lease: Duration::from_secs(1), ..clone_of(&DECISIONS) };
    let job = claimed(&site, &short).expect("a job");
    let waits_until = std::time::Instant::now() + Duration::from_millis(2_500);
    while std::time::Instant::now() < waits_until {
        renew(&site.state.db, &short, &job).expect("renewed");
        assert!(claimed(&site, &short).is_none(), "its worker is alive");
        std::thread::park_timeout(Duration::from_millis(200));
    }
    let gone = std::time::Instant::now();
    while claimed(&site, &short).is_none() {
        assert!(gone.elapsed() < Duration::from_secs(3), "its worker is gone");
        std::thread::park_timeout(Duration::from_millis(50));
    }
}

fn clone_of(lane: &Lane) -> Lane {
    let pauses = if lane.pauses == Pauses::Short { Pauses::Short } else { Pauses::Growing };
    Lane {
        name: lane.name,
        workers: lane.workers,
        lease: lane.lease,
        attempts_max: lane.attempts_max,
        pauses,
        poll: lane.poll,
    }
}

/// Whoever waits for the result of a vote waits for seconds, however often its count fails; a mail server is left alone longer.
#[test]
fn pauses_are_those_of_the_lane() {
    let whole = |lane: &Lane, tries: std::ops::RangeInclusive<i32>| -> i64 {
        tries.map(|attempts| lane.pause(attempts).num_milliseconds()).sum::<i64>() / 1_000
    };
    assert!(DECISIONS.pause(1) < TimeDelta::seconds(2) && DECISIONS.pause(60) < TimeDelta::seconds(2));
    assert!(whole(&DECISIONS, 1..=DECISIONS.attempts_max) > 24 * 3_600, "a database that is away for a day");
    let days = whole(&MAILINGS, 1..=MAILINGS.attempts_max) / 86_400;
    assert!((1..=3).contains(&days), "{days} days");
}

#[test]
fn a_letter_that_takes_its_time_is_within_the_lease() {
    for lane in [&LETTERS, &MAILINGS] {
        assert!(lane.lease / 3 < Duration::from_secs(25), "it is renewed while the mail server hangs");
    }
}
