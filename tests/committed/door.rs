//! A large meeting: five hundred people come, ten devices keep the door, five hundred screens watch.

use std::io::{BufRead as _, BufReader};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::JOAN;
use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server, until};

const PEOPLE: usize = 500;
const DEVICES: usize = 10;
const SCREENS: usize = 500;
/// So many streams one account may hold.
const OF_ACCOUNT: usize = 6;
const PASSWORD: &str = "correct horse battery";
/// What is promised: all of them within this, and every screen right within a second; five where the machine does much else.
const ALL_IN: Duration = Duration::from_mins(5);
const RIGHT_IN: Duration = Duration::from_secs(5);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    id: i64,
    #[diesel(sql_type = diesel::sql_types::Text)]
    word: String,
}

/// A co-op large enough: more members, each with an account of a known password.
fn grown(conn: &mut PgConnection) {
    let hash = cooperator::accounts::password::hash_now(PASSWORD).expect("a hash");
    conn.batch_execute(&format!(
        "set app.coop_id = '1';
         insert into members (number, given_name, family_name, email, language, joined_on)
           select 'L' || n, 'Person ' || n, 'Large', 'person' || n || '@example.org', 'en', '2020-01-01' from generate_series(1, {PEOPLE}) n;
         insert into member_statuses (member_id, since, status) select id, '2020-01-01', 'member' from members where family_name = 'Large';
         insert into accounts (member_id, role, address, password_hash)
           select id, 'resident', email, '{hash}' from members where family_name = 'Large';"
    ))
    .expect("more members");
}

/// The newest figure that a screen shows: how many are there, and when it came.
type Seen = Arc<Mutex<(usize, Instant)>>;

/// Reads a stream to its end. The first figure of a fragment is how many are there.
fn watch(person: &Person, meeting: &str, seen: &Seen, open: &AtomicUsize) {
    let answer =
        person.agent.get(format!("{}{meeting}/live", person.origin)).config().timeout_global(None).build().call();
    let Ok(answer) = answer else { return };
    if answer.status().as_u16() != 200 {
        return;
    }
    open.fetch_add(1, Ordering::Relaxed);
    for line in BufReader::new(answer.into_body().into_reader()).lines().map_while(Result::ok) {
        let figure = line.split("<dd class=\"big\">").nth(1).and_then(|rest| rest.split('<').next()?.parse().ok());
        if let Some(figure) = figure {
            *seen.lock().expect("a figure") = (figure, Instant::now());
        }
    }
}

#[test]
fn five_hundred_come_by_ten_devices_and_five_hundred_screens_say_so() {
    crate::crowd::take_all_files();
    let folder = Folder::new("door");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut conn = connected(&cluster.owner_url("cooperator_demo"));
    grown(&mut conn);

    // a meeting of today, with its door open
    let joan = Person::of_demo(&server, JOAN);
    let today = joan.get("/meetings/new").body;
    assert!(today.contains("held_on"), "{today}");
    let day: Vec<Row> = diesel::sql_query(
        "select 0::bigint as id, (now() at time zone time_zone)::date::text as word from coops where coop_id = 1",
    )
    .load(&mut conn)
    .expect("a day");
    let fields = [
        ("meeting_kind", "special"),
        ("held_on", day[0].word.as_str()),
        ("meeting_starts_at", "00:00"),
        ("meeting_place", "Hall"),
    ];
    assert_eq!(joan.post("/meetings", "/meetings/new", &fields).status, 200);
    let made: Vec<Row> =
        diesel::sql_query("select max(id) as id, '' as word from meetings").load(&mut conn).expect("it");
    let meeting = format!("/meetings/{}", made[0].id);
    assert_eq!(joan.post(&format!("{meeting}/door"), &format!("{meeting}/attendance"), &[]).status, 200);
    let people: Vec<Row> =
        diesel::sql_query("select id, email as word from members where family_name = 'Large' order by id")
            .load(&mut conn)
            .expect("people");
    assert_eq!(people.len(), PEOPLE);

    let screens: Vec<Seen> = (0..SCREENS).map(|_| Arc::new(Mutex::new((usize::MAX, Instant::now())))).collect();
    let open = Arc::new(AtomicUsize::new(0));
    let watchers: Vec<Person> = watchers(&server, &people);
    for (at, seen) in screens.iter().enumerate() {
        let (person, seen, open, meeting) =
            (watchers[at / OF_ACCOUNT].clone(), seen.clone(), open.clone(), meeting.clone());
        let thread = std::thread::Builder::new().stack_size(256 * 1024);
        thread.spawn(move || watch(&person, &meeting, &seen, &open)).expect("a screen");
    }
    until("every screen is on", || open.load(Ordering::Relaxed) == SCREENS);
    until("every screen shows that nobody came", || screens.iter().all(|seen| seen.lock().expect("a figure").0 == 0));

    // each device lets in a tenth, and the tenth of the next one as well
    let devices: Vec<Person> = (0..DEVICES).map(|_| Person::of_demo(&server, JOAN)).collect();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for (at, device) in devices.iter().enumerate() {
            let (people, meeting) = (&people, &meeting);
            scope.spawn(move || {
                let share = PEOPLE / DEVICES;
                let mut token = device.token(&format!("{meeting}/door?letter=l"));
                for part in [at, (at + 1) % DEVICES] {
                    for person in &people[part * share..(part + 1) * share] {
                        let path = format!("{meeting}/door/{}", person.id);
                        let reply =
                            device.try_post(&path, &token, &[("act", "in_person"), ("from", "l")]).expect("an answer");
                        assert_eq!(reply.status, 200, "{}", reply.body);
                        // the page that comes back has the next form
                        token = token_in(&reply.body).expect("a form").to_owned();
                    }
                }
            });
        }
    });
    let took = begun.elapsed();
    let last = last_came(&mut conn, made[0].id);
    until("every screen shows all of them", || screens.iter().all(|seen| seen.lock().expect("a figure").0 == PEOPLE));
    let slowest = screens.iter().map(|seen| seen.lock().expect("a figure").1).max().expect("a screen");
    let waited = last.elapsed().saturating_sub(slowest.elapsed());
    println!(
        "{PEOPLE} came, {} ticks by {DEVICES} devices in {took:?}; the slowest of {SCREENS} screens was right {waited:?} after the last",
        2 * PEOPLE
    );
    assert!(took < ALL_IN, "they waited {took:?} at the door");
    assert!(waited < RIGHT_IN, "a screen was wrong for {waited:?}");
    let there = "select count(*) as id, count(distinct member_id)::text as word from attendances where left_at is null and meeting_id = ";
    let there: Vec<Row> = diesel::sql_query(format!("{there}{}", made[0].id)).load(&mut conn).expect("a count");
    assert_eq!((there[0].id, there[0].word.as_str()), (PEOPLE as i64, "500"), "nobody is there twice");
    drop(conn);
    assert!(server.stop().success());
    cluster.stop().expect("it stops");
}

/// Members who hold the screens, signed in.
fn watchers(server: &Server, people: &[Row]) -> Vec<Person> {
    let many = SCREENS.div_ceil(OF_ACCOUNT);
    let (one, two) = people[..many].split_at(many / 2);
    let sign_in = |some: &[Row]| -> Vec<Person> {
        some.iter()
            .map(|row| {
                let person = Person::new(server);
                let fields = [("email", row.word.as_str()), ("password", PASSWORD)];
                assert_eq!(person.post("/sign-in", "/sign-in", &fields).status, 200, "{}", row.word);
                person
            })
            .collect()
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| sign_in(one));
        let second = sign_in(two);
        let mut all = first.join().expect("no panic");
        all.extend(second);
        all
    })
}

fn token_in(body: &str) -> Option<&str> {
    body.split("name=\"form_token\" value=\"").nth(1)?.split('"').next()
}

/// When the last one came, by this process's clock.
fn last_came(conn: &mut PgConnection, meeting: i64) -> Instant {
    let sql = format!(
        "select (extract(epoch from clock_timestamp() - max(came_at)) * 1000)::bigint as id, '' as word from attendances where meeting_id = {meeting}"
    );
    let ago: Vec<Row> = diesel::sql_query(sql).load(conn).expect("a time");
    let ago = Duration::from_millis(u64::try_from(ago[0].id).unwrap_or(0));
    Instant::now().checked_sub(ago).expect("a time since the start")
}
