//! The program is killed at every point at which it prepares, opens or closes a secret vote, or destroys its key: before each of its
//! statements that write, and while it commits, once so that the database takes everything back and once so that it keeps it. Whoever
//! comes back finds all of it or nothing, no ballot and no key is lost, and it can be done again.
//!
//! The points are triggers that the test puts there, on which a statement waits. `FAULTS_URN=1` has it killed after each statement too.

use std::collections::BTreeSet;
use std::path::PathBuf;

use diesel::connection::SimpleConnection as _;

use crate::asks::{try_get, try_post};
use crate::chance::say;
use crate::support::{Person, Server, until};
use crate::voters::{self, Came, Officers, Urn, Voter, line, status};
use crate::world::{Demo, Test, count, idle, is_well, owner};

/// The lock on which statements wait.
const LOCK: i64 = 7_707;
const VOTERS: usize = 6;

/// A transaction that claims a form, or touches an urn, waits at its point of this number. (Those of others go on.)
const TRIGGERS: &str = "
    create table points (stop_at int not null);
    insert into points values (0);
    create function point() returns trigger language plpgsql security definer as $$
    declare
      n int := coalesce(nullif(current_setting('test.point', true), ''), '0')::int;
    begin
      if n = 0 and tg_table_name not in ('submissions', 'urns', 'scrutineers') then return null; end if;
      perform set_config('test.point', (n + 1)::text, true);
      if n + 1 = (select stop_at from points) then
        perform set_config('application_name', lower(tg_when || ' ' || tg_op || ' ' || tg_table_name || ' ' || tg_level), true);
        perform pg_advisory_xact_lock(7707);
      end if;
      return null;
    end $$;
    do $$
    declare
      t text;
    begin
      for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('points', 'sessions') loop
        execute format('create trigger point_before before insert or update or delete on %I for each statement execute function point()', t);
        if {after} then
          execute format('create trigger point_after after insert or update or delete on %I for each statement execute function point()', t);
        end if;
      end loop;
    end $$;
    create constraint trigger point_commit after insert on events deferrable initially deferred for each row execute function point();";

/// The point at which a transaction commits.
const COMMIT: &str = "after insert events row";

struct Points {
    demo: Demo,
    officers: Officers,
    poll: i64,
    /// Where it was killed.
    killed: Vec<String>,
}

impl Points {
    fn of(name: &str) -> Self {
        let test = Test::of(name);
        let demo = Demo::start(&test, name);
        voters::join(&demo.folder, VOTERS);
        let officers = Officers::of(&demo.server, &demo.joan);
        let poll = officers.announced(&demo.folder);
        let after = std::env::var_os("FAULTS_URN").is_some().to_string();
        // Every table is locked for it, which who is at work could wait for the other way round.
        idle(owner(&demo.folder));
        owner(&demo.folder).batch_execute(&TRIGGERS.replace("{after}", &after)).expect("points");
        Self { demo, officers, poll, killed: Vec::new() }
    }

    fn stop_at(&self, point: usize) {
        owner(&self.demo.folder).batch_execute(&format!("update points set stop_at = {point}")).expect("a point");
    }

    /// Does something, is killed at its first point, does it again, is killed at the second, until it is done. Whenever it comes back,
    /// `is_done` says how it is found, and looks that it is nothing between.
    fn kill_at_each(&mut self, act: impl Fn(&Self) -> bool + Sync, is_done: impl Fn(&Self) -> bool) {
        let (mut point, mut taken_back) = (1, false);
        loop {
            assert!(!is_done(self), "it was not done yet");
            self.stop_at(point);
            let mut held = owner(&self.demo.folder);
            held.batch_execute(&format!("select pg_advisory_lock({LOCK})")).expect("a lock");
            let at = std::thread::scope(|scope| {
                let this = &*self;
                let acting = scope.spawn(|| act(this));
                let mut at = String::new();
                until("it is done, or waits", || {
                    at = waits(this);
                    acting.is_finished() || !at.is_empty()
                });
                if at.is_empty() {
                    assert!(acting.join().expect("an answer"), "it is done");
                    return None;
                }
                crate::support::signal("-KILL", this.demo.server.child.id());
                let _ = acting.join();
                Some(at)
            });
            let Some(at) = at else { break };
            self.demo.server.kill();
            let keeps = at == COMMIT && taken_back;
            if !keeps {
                let all = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cooperator_app'";
                held.batch_execute(all).expect("its connections end");
            }
            let gone = "select count(*) from pg_stat_activity where usename = 'cooperator_app' and $1 = ''";
            held.batch_execute(&format!("select pg_advisory_unlock({LOCK})")).expect("the lock is free");
            until("its connections are gone", || count(&mut held, gone, "") == 0);
            self.stop_at(0);
            held.batch_execute(
                "update jobs set lease_until = null, run_at = '3000-01-01' where kind = 'urn.destroy_key'",
            )
            .expect("a job that waits");
            self.comes_back();
            self.killed.push(format!("{at}{}", if keeps { ", kept" } else { "" }));
            assert_eq!(is_done(self), keeps, "killed at {at}");
            if keeps {
                break;
            }
            taken_back |= at == COMMIT;
            point += usize::from(at != COMMIT);
        }
        self.stop_at(0);
        assert!(is_done(self));
    }

    fn comes_back(&mut self) {
        let port = self.demo.joan.origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        self.demo.server = Server::start_at(&self.demo.folder, "demo", port);
        is_well(&self.demo.joan);
    }

    fn says(&self, sql: &str) -> String {
        line(&mut owner(&self.demo.folder), &sql.replace("{}", &self.poll.to_string()))
    }

    /// The secrets of this vote that lie beside the server's key.
    fn keys(&self) -> BTreeSet<PathBuf> {
        let of_vote = format!("-{}-", self.poll);
        let all = std::fs::read_dir(self.demo.folder.0.join("keys")).expect("the folder of keys").flatten();
        all.map(|entry| entry.path()).filter(|path| path.to_string_lossy().contains(&of_vote)).collect()
    }

    /// The key that the urn asks for is there.
    fn has_its_key(&self) -> bool {
        let digest = self.says(
            "select coalesce(left(encode(sha256(public_key), 'hex'), 16), 'none') as line from urns where poll_id = {}",
        );
        self.keys().iter().any(|path| path.to_string_lossy().ends_with(&format!("{digest}.key")))
    }

    /// The trail and the rows are right, and so many points were gone through.
    fn ends(self, least: usize) {
        say(&format!("killed at {} points: {}", self.killed.len(), self.killed.join("; ")));
        assert!(self.killed.len() >= least, "{} points: {:?}", self.killed.len(), self.killed);
        idle(owner(&self.demo.folder));
        let Demo { server, folder, .. } = self.demo;
        assert!(server.stop().success());
        let verified = folder.run(&["verify"]);
        assert!(String::from_utf8_lossy(&verified.stdout).contains("events hold together"), "{verified:?}");
        let others = String::from_utf8_lossy(&verified.stdout);
        assert!(!others.contains(&format!("vote {}", self.poll)), "{others}");
    }
}

/// Where a statement waits; nowhere, if none does.
fn waits(points: &Points) -> String {
    let sql = "select coalesce((select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid \
                where l.locktype = 'advisory' and l.objid = 7707 and not l.granted limit 1), '') as line";
    line(&mut owner(&points.demo.folder), sql)
}

/// Sends a form of a page; whether it was done.
fn sends(person: &Person, path: &str, page: &str, fields: &[(&str, &str)]) -> bool {
    let Ok(form) = try_get(person, page) else { return false };
    let Some(rest) = form.body.split("name=\"form_token\" value=\"").nth(1) else { return false };
    let token = rest.split('"').next().unwrap_or_default();
    try_post(person, path, token, fields).is_ok_and(|heard| [200, 303].contains(&heard.status))
}

#[test]
fn an_urn_is_prepared_and_opened_whole_or_not_wherever_the_program_dies() {
    let mut points = Points::of("urn-opening");
    let (urn, [first, second]) = (format!("/polls/{}/urn", points.poll), Officers::named(&points.demo.folder));
    let named = [("first", first.as_str()), ("second", second.as_str())];
    points.kill_at_each(
        |points| sends(&points.officers.second, &urn, &urn, &named),
        |points| {
            let rows = points.says(
                "select (u.public_key is not null)::text || (select count(*) from scrutineers s where s.poll_id = {}) \
                   || (select count(*) from events e where e.subject_id = {} and e.kind = 'urn.prepared') as line from urns u where u.poll_id = {}",
            );
            assert!(rows == "false00" || rows == "true21" && points.has_its_key(), "prepared by half: {rows}");
            rows == "true21"
        },
    );
    points.officers.code_taken(points.poll, 0);
    let code = format!("{urn}/code");
    points.kill_at_each(
        |points| sends(&points.officers.scrutineers[1], &code, &urn, &[]),
        |points| {
            let rows = points.says(
                "select p.status || (select count(*) from scrutineers s where s.poll_id = {} and s.taken_at is not null) \
                   || ' ' || ((select count(*) from roll r where r.poll_id = {}) - coalesce(p.roll_size, 0)) \
                   || (select count(*) from urn_contents c where c.poll_id = {}) \
                   || (select count(*) from events e where e.subject_id = {} and e.kind = 'poll.opened') as line from polls p where p.id = {}",
            );
            assert!(points.has_its_key());
            assert!(["scheduled1 000", "open2 011"].contains(&rows.as_str()), "opened by half: {rows}");
            rows == "open2 011"
        },
    );
    // Whoever is on the roll can vote in it.
    let people = voters::signed_in(&points.demo.server, 1);
    assert_eq!(Voter::new(&people[0], "for").tries(points.poll, false), Came::Recorded);
    points.ends(22);
}

#[test]
fn an_urn_is_counted_whole_or_not_and_its_key_destroyed_wherever_the_program_dies() {
    let mut points = Points::of("urn-closing");
    let poll = points.poll;
    points.officers.prepared(&points.demo.folder, poll);
    points.officers.code_taken(poll, 0);
    points.officers.code_taken(poll, 1);
    let people = voters::signed_in(&points.demo.server, VOTERS);
    for (nth, person) in people.iter().enumerate() {
        assert_eq!(Voter::new(person, voters::CHOICES[nth % 3]).tries(poll, false), Came::Recorded);
    }
    let closing = format!("/polls/{poll}/closing");
    let look = |points: &Points| Urn::look(&mut owner(&points.demo.folder), poll).expect("an urn");
    let sealed = look(&points).sealed;
    points.kill_at_each(
        |points| sends(&points.officers.joan, &closing, &closing, &[]),
        |points| {
            let urn = look(points);
            urn.must_hold();
            assert!(points.has_its_key());
            let told = points.says(
                "select (select count(*) from results r where r.poll_id = {}) || ' ' \
                   || (select count(*) from events e where e.subject_id = {} and e.kind = 'poll.closed') || ' ' \
                   || (select count(*) from jobs j where j.kind = 'urn.destroy_key' and j.payload ->> 'poll' = '{}') as line",
            );
            if urn.status == "open" {
                assert_eq!((&urn.sealed, told.as_str()), (&sealed, "0 0 0"), "closed by half");
            } else {
                assert_eq!((urn.status.as_str(), urn.opened, told.as_str()), ("closed", VOTERS as i64, "1 1 1"));
            }
            urn.status == "closed"
        },
    );
    let closed = points.killed.len();
    points.kill_at_each(
        |points| {
            let due = "update jobs set run_at = clock_timestamp(), lease_until = null where kind = 'urn.destroy_key' \
                         and payload ->> 'poll' = '{}'";
            let due = due.replace("{}", &poll.to_string());
            owner(&points.demo.folder).batch_execute(&due).expect("a job that is due");
            let destroyed = "select (key_destroyed_at is not null)::text as line from urns where poll_id = {}";
            until("the key is destroyed, or that waits", || {
                points.says(destroyed) == "true" || !waits(points).is_empty()
            });
            waits(points).is_empty()
        },
        |points| {
            let rows = points.says(
                "select (u.key_destroyed_at is not null)::text || (select count(*) from scrutineers s where s.poll_id = {} and s.wrapped is not null) \
                   || (select count(*) from events e where e.subject_id = {} and e.kind = 'urn.key_destroyed') as line from urns u where u.poll_id = {}",
            );
            assert!(["false20", "true01"].contains(&rows.as_str()), "destroyed by half: {rows}");
            assert!(rows == "false20" || points.keys().is_empty(), "a key is left: {:?}", points.keys());
            rows == "true01"
        },
    );
    assert!(points.killed.len() > closed, "killed while it destroys the key");
    assert_eq!(status(&mut owner(&points.demo.folder), poll), "closed");
    points.ends(18);
}
