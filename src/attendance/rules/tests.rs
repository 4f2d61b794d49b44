//! Who counts, at every moment.

use proptest::prelude::*;

use super::*;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).expect("an instant")
}

fn span(member: i64, home: i64, came: i64, left: Option<i64>) -> Span {
    Span { member, home: Some(home), way: Way::InPerson, came_at: at(came), left_at: left.map(at) }
}

fn figures(needed: i64, later: i64) -> Figures {
    Figures { called: 10, needed, needed_later: later, online_counts: true, proxies_max: 1, ..Figures::default() }
}

fn proxy(giver: i64, holder: i64) -> Proxy {
    Proxy { giver, home: Some(giver), holder, said_at: at(-1_000) }
}

fn told(course: &Course) -> Vec<(What, i64)> {
    course.moments.iter().map(|(_, what, there)| (*what, there.people)).collect()
}

#[test]
fn a_quorum_is_reached_lost_and_reached_again() {
    let spans = [span(1, 1, 0, None), span(2, 2, 5, Some(30)), span(3, 3, 6, None), span(2, 2, 50, None)];
    let how = course(&figures(3, 3), &spans, &[], (Some(at(10)), None), at(90));
    assert_eq!(told(&how), [(What::Reached, 3), (What::CalledToOrder, 3), (What::Lost, 2), (What::Reached, 3)]);
    assert!(how.last.quorum.is_met());
    // where two are enough to go on, it is not lost
    let how = course(&figures(3, 2), &spans, &[], (Some(at(10)), None), at(40));
    assert_eq!(told(&how), [(What::Reached, 3), (What::CalledToOrder, 3)]);
    assert_eq!((how.last.people, how.last.quorum.needed), (2, 2));
    // without a quorum at the opening, that of the opening is still to be reached
    let how = course(&figures(3, 1), &spans[..2], &[], (Some(at(10)), None), at(20));
    assert_eq!((told(&how), how.last.quorum.short()), (vec![(What::CalledToOrder, 2)], 1));
    // everybody leaves at the end: what is told of it is how it was before
    let ended = [span(1, 1, 0, Some(60)), span(3, 3, 6, Some(60))];
    let how = course(&figures(2, 2), &ended, &[], (Some(at(10)), Some(at(60))), at(90));
    assert_eq!(told(&how), [(What::Reached, 2), (What::CalledToOrder, 2), (What::Adjourned, 2)]);
    assert_eq!(how.last.people, 2);
}

#[test]
fn whom_somebody_stands_for_counts_while_that_one_is_there_and_until_they_come() {
    let proxies = [proxy(9, 1), proxy(8, 1), proxy(7, 6)];
    let how = |spans: &[Span], until: i64| course(&figures(1, 1), spans, &proxies, (None, None), at(until)).last;
    let nobody = how(&[], 0);
    assert_eq!((nobody.people, nobody.proxies, nobody.waiting), (0, 0, 2), "one person stands for one other at most");
    let holder = how(&[span(1, 1, 0, Some(20))], 10);
    assert_eq!((holder.people, holder.proxies, holder.waiting, holder.homes), (2, 1, 1, 2));
    assert_eq!(how(&[span(1, 1, 0, Some(20))], 30).people, 0, "it stops when the holder leaves");
    // who gave it comes: they stand for themselves, also after they have left
    let both = how(&[span(1, 1, 0, None), span(9, 9, 5, None)], 10);
    assert_eq!((both.people, both.proxies), (3, 1), "another one takes the free place");
    let gone = how(&[span(1, 1, 0, None), span(9, 9, 5, Some(6))], 10);
    assert_eq!((gone.people, gone.proxies), (2, 1));
}

#[test]
fn homes_count_once_and_from_afar_only_where_the_rules_say_so() {
    let spans = [span(1, 1, 0, None), span(2, 1, 0, None), Span { way: Way::Online, ..span(3, 3, 0, None) }];
    let of = |figures: &Figures| course(figures, &spans, &[], (None, None), at(5)).last;
    let homes = Figures { of_homes: true, ..figures(2, 2) };
    assert_eq!((of(&homes).people, of(&homes).homes, of(&homes).quorum.there), (3, 2, 2));
    let in_person = Figures { online_counts: false, ..homes };
    assert_eq!((of(&in_person).people, of(&in_person).quorum.there), (2, 1));
    let both = Figures { homes_needed: 3, ..figures(2, 2) };
    assert!(!of(&both).quorum.is_met() && of(&both).quorum.short() == 1);
}

#[test]
fn minutes_are_those_of_all_times_together_and_a_code_is_its_digits() {
    assert_eq!(minutes(&[(at(0), Some(at(10))), (at(30), None)], at(45)), 25);
    assert_eq!(minutes(&[(at(50), None)], at(45)), 0);
    assert_eq!((typed_code(" 483-192 "), said_code("483192")), ("483192".to_owned(), "483 192".to_owned()));
    assert_eq!(typed_code("48319200").len(), CODE_DIGITS + 1, "too many are too many");
}

proptest! {
    /// Nobody counts twice, whatever comes and goes, and nobody for whom nobody is there.
    #[test]
    fn nobody_counts_twice(
        times in prop::collection::vec((1..8_i64, 0..60_i64, prop::option::of(1..60_i64)), 0..20),
        given in prop::collection::vec((1..8_i64, 1..8_i64), 0..6),
        until in 0..120_i64,
    ) {
        let spans: Vec<Span> = times.into_iter().map(|(who, came, stayed)| span(who, who / 2, came, stayed.map(|m| came + m))).collect();
        let mut proxies: Vec<Proxy> = given.into_iter().filter(|(giver, holder)| giver != holder).map(|(giver, holder)| proxy(giver, holder)).collect();
        proxies.sort_by_key(|proxy| proxy.giver);
        proxies.dedup_by_key(|proxy| proxy.giver);
        let last = course(&figures(3, 2), &spans, &proxies, (None, None), at(until)).last;
        let is_there = |who: i64| spans.iter().any(|s| s.member == who && s.came_at <= at(until) && s.left_at.is_none_or(|left| left > at(until)));
        let came = |who: i64| spans.iter().any(|s| s.member == who && s.came_at <= at(until));
        let present = (1..8).filter(|who| is_there(*who)).count() as i64;
        let stood_for = proxies.iter().filter(|p| !came(p.giver) && is_there(p.holder)).count() as i64;
        prop_assert!(last.people - last.proxies == present && last.proxies <= stood_for);
        prop_assert!(last.people <= 7 && last.homes <= last.people);
    }
}
