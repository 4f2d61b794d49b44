//! Names stand in the order that readers of French and English expect, and the pages of a list go on where the last one ended.

use proptest::sample::{Index, subsequence};
use proptest::strategy::{Strategy as _, ValueTree as _};

use super::*;

/// Family and given name, as they have to stand.
const EXPECTED: [(&str, &str); 36] = [
    ("Abel", "Zoé"),
    ("Àbel", "Zoé"),
    ("Ælfric", "Ian"),
    ("Beaulieu", "Anne"),
    ("Beaulieu", "Élise"),
    ("Beaulieu", "Eloi"),
    ("Beaulieu", "Jean Luc"),
    ("Beaulieu", "Jean-Marc"),
    ("Beaulieu", "Jeanne"),
    ("Beaulieu-Roy", "Ada"),
    ("Beaulieu Tremblay", "Ada"),
    ("Beaulieux", "Ada"),
    ("cote", "Ann"),
    ("côte", "Ann"),
    ("coté", "Ann"),
    ("côté", "Ann"),
    ("Cote", "Béa"),
    ("D’Amour", "Luc"),
    ("Damours", "Ann"),
    ("De Blois", "Ian"),
    ("de la Tour", "Ève"),
    ("De Roy", "Al"),
    ("Deblois", "Al"),
    ("L'Écuyer", "Al"),
    ("Lécuyer", "Bo"),
    ("Łuczak", "Ewa"),
    ("MacDonald", "Ann"),
    ("Mackay", "Ann"),
    ("McDonald", "Ann"),
    ("O'Brien", "Pat"),
    ("Œuvrard", "Luc"),
    ("Olsen", "Kim"),
    ("Ötzi", "Kim"),
    ("St. Pierre", "Al"),
    ("St-Pierre", "Bo"),
    ("", "Zoé"),
];

fn name(place: usize) -> String {
    let (family, given) = EXPECTED[place];
    format!("{given} {family}").trim().to_owned()
}

/// Everybody, `rows` at a time, forwards to the end and back to the start.
fn paged(site: &Site, rows: usize) -> (Vec<String>, Vec<String>) {
    let page = |edge: Edge| {
        let listing = Listing { window: Window { edge, ..Window::default() }, ..Listing::default() };
        site.read(|conn| members::list(conn, &listing, Sight::Everything, day("2026-01-01"), Lang::Fr, rows))
    };
    let (mut there, mut back) = (Vec::new(), Vec::new());
    let mut edge = Edge::Start;
    loop {
        let listed = page(edge);
        there.extend(listed.lines.iter().map(|line| line.name.clone()));
        let last = listed.lines.last().expect("a line");
        edge = Edge::After(last.place.clone(), last.id);
        if !listed.has_next {
            break;
        }
    }
    let mut at = ("\u{10ffff}".to_owned(), i64::MAX);
    loop {
        let listed = page(Edge::Before(at.0, at.1));
        let Some(first) = listed.lines.first() else { break };
        at = (first.place.clone(), first.id);
        back.splice(0..0, listed.lines.iter().map(|line| line.name.clone()));
        if !listed.has_previous {
            break;
        }
    }
    (there, back)
}

#[actix_web::test]
async fn names_stand_as_readers_of_both_languages_expect_across_pages() {
    let site = Site::new().await;
    // Put in by another order, so that the id decides nothing.
    let mut places: Vec<usize> = (0..EXPECTED.len()).collect();
    places.sort_by_key(|place| place * 17 % EXPECTED.len());
    places.sort_by_key(|place| (place * 7 + 3) % 31);
    for place in places {
        let (family, given) = EXPECTED[place];
        let person = NewMember { email: None, phone: None, ..new(given, family) };
        site.act(|act| members::add(act, &person));
    }
    let expected: Vec<String> = (0..EXPECTED.len()).map(name).collect();
    for rows in [1, 5, 7, 100] {
        let (there, back) = paged(&site, rows);
        assert_eq!(there, expected, "{rows} a page");
        assert_eq!(back, expected, "{rows} a page, backwards");
    }
    let options = site.read(|conn| members::options(conn, day("2026-01-01")));
    assert_eq!(options.into_iter().map(|(_, name)| name).collect::<Vec<_>>(), expected);
}

#[actix_web::test]
async fn any_part_of_the_names_is_found_in_the_same_order_after_any_of_them() {
    let site = Site::new().await;
    let ids: Vec<i64> = EXPECTED.iter().map(|(family, given)| add(&site, given, family)).collect();
    let mut runner = TestRunner::deterministic();
    let some =
        (subsequence((0..EXPECTED.len()).collect::<Vec<_>>(), 1..EXPECTED.len()), proptest::prelude::any::<Index>());
    for _ in 0..20 {
        let (places, at) = some.new_tree(&mut runner).expect("a case").current();
        let mut asked: Vec<i64> = places.iter().map(|place| ids[*place]).collect();
        asked.rotate_left(at.index(places.len()));
        let found = site.read(|conn| members::names_in_order(conn, &asked));
        assert_eq!(
            found.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            places.iter().map(|p| ids[*p]).collect::<Vec<_>>()
        );
    }
}
