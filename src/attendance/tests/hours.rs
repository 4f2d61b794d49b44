//! The time at a meeting as hours.

use chrono::TimeDelta;

use super::{planned, rules, ten};
use crate::attendance::{self, Entry, Noted, Way};
use crate::hours;
use crate::meetings::Kind;
use crate::platform::clock;
use crate::platform::testing::Site;

#[actix_web::test]
async fn the_time_between_call_to_order_and_adjournment_is_credited_once_and_put_right() {
    let site = Site::new().await;
    let members = ten(&site);
    let id = planned(&site, Kind::General, None, site.today());
    rules(&site, |rules| rules.meetings_credited = true);
    let start = clock::now();
    let at = |minutes: i64| start + TimeDelta::minutes(minutes);
    site.act(|act| {
        act.now = at(0);
        attendance::open(act, id)?;
        for member in &members[..6] {
            attendance::come(act, id, *member, Way::InPerson, Noted::Door)?;
        }
        act.now = at(15);
        attendance::call_to_order(act, id, true)?;
        act.now = at(45);
        attendance::come(act, id, members[6], Way::Online, Noted::Door)?;
        act.now = at(60);
        attendance::leave(act, id, members[0])?;
        act.now = at(105);
        attendance::adjourn(act, id)
    });
    let minutes = |member: i64| {
        let all = site.read(|conn| hours::credited(conn, "meeting", id));
        all.iter().filter(|line| line.member_id == Some(member)).map(|line| line.minutes).sum::<i32>()
    };
    assert_eq!([0, 1, 6, 7].map(|at: usize| minutes(members[at])), [45, 90, 60, 0]);
    // adjourned by mistake: nothing is credited until it is over
    site.act(|act| {
        act.now = at(106);
        attendance::go_on(act, id)
    });
    assert_eq!(minutes(members[1]), 0);
    site.act(|act| {
        act.now = at(135);
        attendance::adjourn(act, id)
    });
    assert_eq!([0, 1, 6].map(|at: usize| minutes(members[at])), [45, 120, 90]);
    // somebody was forgotten at the door, and somebody was not there
    let entries = [
        Entry { member: members[7], there: Some((Way::InPerson, at(10), None)) },
        Entry { member: members[2], there: None },
    ];
    site.act(|act| attendance::enter(act, id, &entries, "The paper list says so", None).map(drop));
    assert_eq!([2, 7, 1].map(|at: usize| minutes(members[at])), [0, 120, 120]);
    assert!(site.discrepancies().is_empty(), "{:?}", site.discrepancies());
}
