//! The list as somebody asks for it: sorted by any heading, narrowed by any filters, by letter, page by page.

use super::{add, day, new, resident, unit};
use crate::members::{self, Listing, NewMember, Sight, Status};
use crate::platform::i18n::Lang;
use crate::platform::listing::{Edge, Order, Window};
use crate::platform::testing::{Reply, Site};
use crate::{committees, units};

/// Names on a page, in order.
fn names(reply: &Reply) -> Vec<String> {
    let rows = reply.body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned())
        .collect()
}

/// People with ties, blanks and accents in all that a list stands by: two in one home, some in none, all statuses.
fn people(site: &Site) -> Vec<i64> {
    let homes = ["2", "10", "12B", "A-9", "A-10"].map(|label| site.act(|act| units::add(act, &unit(label))));
    let family =
        ["Côté", "Cote", "Élie", "Ñu", "Zoll", "ß", "Œuvrard", "côte", "Abel", "Abel", "Bell", "Łuczak", "De Roy"];
    let mut ids = Vec::new();
    for (number, family) in family.iter().enumerate() {
        let (_, status) = Status::ALL[number % 5];
        let person = NewMember { status, email: None, ..new("Ann", family) };
        let id = site.act(|act| members::add(act, &person));
        if let Some(home) = homes.get(number % 7) {
            site.act(|act| units::move_in(act, *home, id, day("2021-01-01")));
        }
        ids.push(id);
    }
    ids
}

/// All of a list, page by page, forwards to the end and backwards to the start.
fn walked(site: &Site, order: Order, rows: usize) -> (Vec<i64>, Vec<i64>) {
    let page = |edge: Edge| {
        let listing = Listing { window: Window { order, edge }, ..Listing::default() };
        site.read(|conn| members::list(conn, &listing, Sight::Everything, day("2026-01-01"), Lang::Fr, rows))
    };
    let (mut there, mut edge) = (Vec::new(), Edge::Start);
    let mut back;
    loop {
        let listed = page(edge);
        there.extend(listed.lines.iter().map(|line| line.id));
        let last = listed.lines.last().expect("a line");
        if !listed.has_next {
            back = vec![last.id];
            edge = Edge::Before(last.place.clone(), last.id);
            break;
        }
        edge = Edge::After(last.place.clone(), last.id);
    }
    loop {
        let listed = page(edge);
        back.splice(0..0, listed.lines.iter().map(|line| line.id));
        let Some(first) = listed.lines.first().filter(|_| listed.has_previous) else { break };
        edge = Edge::Before(first.place.clone(), first.id);
    }
    (there, back)
}

#[actix_web::test]
async fn every_order_shows_everybody_once_forwards_and_backwards() {
    let site = Site::new().await;
    let mut everybody = people(&site);
    everybody.sort_unstable();
    for by in ["name", "unit", "status"] {
        for descending in [false, true] {
            let (whole, _) = walked(&site, Order { by, descending }, 100);
            let mut sorted = whole.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, everybody, "{by} {descending}");
            for rows in [1, 2, 5] {
                let (there, back) = walked(&site, Order { by, descending }, rows);
                assert_eq!(there, whole, "{by} {descending}, {rows} a page");
                assert_eq!(back, whole, "{by} {descending}, {rows} a page, backwards");
            }
        }
    }
}

#[actix_web::test]
async fn homes_stand_by_their_numbers_and_whoever_has_none_stands_last_either_way() {
    let site = Site::new().await;
    for (given, label) in [("Ten", "10"), ("Two", "2"), ("Twelve", "12B"), ("Nine", "A-9"), ("Tenth", "A-10")] {
        let (id, home) = (add(&site, given, "Roy"), site.act(|act| units::add(act, &unit(label))));
        site.act(|act| units::move_in(act, home, id, day("2021-01-01")));
    }
    add(&site, "None", "Abel");
    let joan = site.as_admin().await;
    let up = joan.get("/members?sort=unit").await.expect(200).shows("aria-sort=\"ascending\"").shows("sort=-unit");
    assert_eq!(names(&up), ["Two Roy", "Ten Roy", "Twelve Roy", "Nine Roy", "Tenth Roy", "None Abel"]);
    let down = joan.get("/members?sort=-unit").await.expect(200).shows("aria-sort=\"descending\"");
    assert_eq!(names(&down), ["Tenth Roy", "Nine Roy", "Twelve Roy", "Ten Roy", "Two Roy", "None Abel"]);
    assert!(up.queries <= 6, "{} queries", up.queries);
    let file = joan.get("/members.csv?sort=-unit").await.expect(200).body;
    let given: Vec<&str> =
        file.lines().skip(1).filter_map(|line| line.split(',').nth(1)).map(|name| name.trim_matches('"')).collect();
    assert_eq!(given, ["Tenth", "Nine", "Twelve", "Ten", "Two", "None"]);
}

#[actix_web::test]
async fn filters_combine_and_each_can_be_taken_away() {
    let site = Site::new().await;
    let garden = site.act(|act| committees::add(act, "Garden", "Jardin"));
    let (zoe, odette, ian) = (add(&site, "Zoé", "Élie"), add(&site, "Odette", "Eng"), add(&site, "Ian", "Ellis"));
    let leaving = NewMember { status: Status::OnLeave, ..new("Luc", "Émond") };
    let luc = site.act(|act| members::add(act, &leaving));
    for member in [zoe, odette, luc] {
        site.act(|act| committees::join(act, garden, member, day("2021-01-01")));
    }
    let joan = site.as_admin().await;
    let asked = format!("committee={garden}&status=member&letter=e");
    let found = joan.get(&format!("/members?{asked}")).await.expect(200);
    assert_eq!(names(&found), ["Zoé Élie", "Odette Eng"]);
    assert!(found.queries <= 6, "{} queries", found.queries);
    let found = found.shows("href=\"/members?status=member&#38;letter=e\">Garden");
    found
        .shows("Letter E")
        .shows("Clear all filters")
        .shows(&format!("/members.csv?status=member&#38;committee={garden}"));
    let found = joan.get(&format!("/members?{asked}&q=zoe&sort=-name")).await.expect(200).shows("“zoe”");
    assert_eq!(names(&found), ["Zoé Élie"]);
    let file = joan.get(&format!("/members.csv?{asked}&q=zoe")).await.expect(200).body;
    assert!(file.contains("Zo") && file.lines().count() == 2, "{file}");

    // A neighbour filters by committee and letter, and neither by a status nor in its order.
    let neighbour = resident(&site, ian).await;
    let found = neighbour.get(&format!("/members?{asked}&sort=status")).await.expect(200).hides("On leave");
    assert_eq!(names(&found), ["Zoé Élie", "Luc Émond", "Odette Eng"].map(str::to_owned));
    let none = neighbour.get("/members?committee=987654&letter=x").await.expect(200).shows("Unknown committee");
    assert!(names(&none).is_empty());
    let long = neighbour.get("/members?letter=el&sort=phone&committee=x").await.expect(200);
    assert_eq!(names(&long).len(), 4);
}

#[actix_web::test]
async fn a_long_list_says_how_many_it_has_and_offers_the_letters_that_it_has() {
    let site = Site::new().await;
    for number in 0..100 {
        add(&site, &format!("Ann{number:02}"), if number < 50 { "Côté" } else { "Zoll" });
    }
    for family in ["Élie", "Œuvrard", "4th"] {
        add(&site, "Zed", family);
    }
    let gone = add(&site, "Gone", "Quill");
    site.act(|act| members::set_status(act, gone, Status::Former, act.today(), ""));
    let joan = site.as_admin().await;
    let first = joan.get("/members").await.expect(200).shows("103 people. This page shows 100: from Zed 4th to");
    assert!(first.queries <= 6, "{} queries", first.queries);
    for letter in ["4", "c", "e", "o", "z"] {
        assert!(first.body.contains(&format!("/members?letter={letter}\"")), "{letter}");
    }
    first.hides("letter=q").hides("letter=a");
    let found = joan.get("/members?letter=o").await.expect(200).shows("aria-current=\"true\">O<").shows("letter=z");
    assert_eq!(names(&found), ["Zed Œuvrard"]);
}
