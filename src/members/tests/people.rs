//! Who sees which field, what members say of themselves, cards for address books.

use super::{add, day, new, resident, unit};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::{accounts, committees, members, units};

const FIELDS: &[(&str, &str)] = &[
    ("preferred_name", "Zo"),
    ("pronoun", "iel-they"),
    ("phone", "613 555-0199"),
    ("phone_label", "mobile"),
    ("phone_2", "819 555-0177"),
    ("phone_label_2", "atelier"),
    ("phone_first", "2"),
    ("skills", "carpentry"),
    ("emergency_contact", "Ann Ng, 450 555-0100"),
    ("member_language", "en"),
];

/// What of it stands in an answer, in a fixed order.
fn seen(reply: &Reply) -> Vec<&'static str> {
    let all = ["iel-they", "613 555-0199", "819 555-0177", "zoé@example.org", "carpentry", "450 555-0100"];
    all.into_iter().filter(|words| reply.body.contains(words)).collect()
}

async fn save(visitor: &Visitor<'_>, seen_by: &str) {
    let names = ["phone_seen_by", "email_seen_by", "pronoun_seen_by", "skills_seen_by"];
    let fields: Vec<_> = FIELDS.iter().copied().chain(names.map(|name| (name, seen_by))).collect();
    visitor.post("/profile", &fields).await.expect(303);
}

/// A machine that acts for this visitor.
pub fn machine<'a>(site: &'a Site, visitor: &Visitor<'_>) -> Visitor<'a> {
    let token = format!("{}{:>040}", accounts::tokens::PREFIX, visitor.account.unwrap_or_default()).replace(' ', "0");
    site.act(|act| {
        use diesel::prelude::*;
        let row = "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) \
                   values ($1, 'Tool', $2, '{members:read}', now()::date + 30)";
        diesel::sql_query(row)
            .bind::<diesel::sql_types::BigInt, _>(visitor.account.unwrap_or_default())
            .bind::<diesel::sql_types::Binary, _>(crate::platform::keys::digest(&token))
            .execute(act.conn)?;
        Ok(())
    });
    site.anonymous().with_bearer(&token)
}

#[actix_web::test]
async fn each_field_is_seen_by_whom_its_owner_chose_on_every_way_out() {
    let site = Site::new().await;
    let (zoe, odette, ian) = (add(&site, "Zoé", "Côté"), add(&site, "Odette", "Roy"), add(&site, "Ian", "Bell"));
    let garden = site.act(|act| committees::add(act, "Garden", "Jardin"));
    for member in [zoe, odette] {
        site.act(|act| committees::join(act, garden, member, day("2021-01-01")));
    }
    let owner = site.signed_in(Role::Resident, "Zoé Côté", Some(zoe)).await;
    let peer = resident(&site, odette).await;
    let neighbour = site.signed_in(Role::Resident, "Ian Bell", Some(ian)).await;
    let (observer, admin) = (site.as_observer().await, site.as_admin().await);
    let phones = ["613 555-0199", "819 555-0177"];
    let all = ["iel-they", phones[0], phones[1], "zoé@example.org", "carpentry"];
    let everything = [all.as_slice(), &["450 555-0100"]].concat();
    let page = format!("/members/{zoe}");
    let (card, api) = (format!("{page}/contact.vcf"), format!("/api/v1/members/{zoe}"));
    for (seen_by, to_neighbour, to_peer) in
        [("nobody", [].as_slice(), [].as_slice()), ("committees", &[], &all), ("members", &all, &all)]
    {
        save(&owner, seen_by).await;
        assert_eq!(seen(&neighbour.get(&page).await.expect(200)), to_neighbour, "{seen_by}");
        assert_eq!(seen(&peer.get(&page).await.expect(200)), to_peer, "{seen_by}");
        assert_eq!(seen(&admin.get(&page).await.expect(200)), everything, "{seen_by}");
        assert_eq!(seen(&owner.get(&page).await.expect(200)), everything, "{seen_by}");
        assert_eq!(seen(&observer.get(&page).await.expect(200)), [""; 0], "{seen_by}");

        let contact = |seen: &[&'static str]| -> Vec<&'static str> {
            seen.iter().copied().filter(|words| words.contains("555") || words.contains('@')).collect()
        };
        assert_eq!(seen(&neighbour.get(&card).await.expect(200)), contact(to_neighbour), "{seen_by}");
        assert_eq!(seen(&peer.get(&card).await.expect(200)), contact(to_peer), "{seen_by}");
        observer.get(&card).await.expect(403);

        // The list shows what every member may see, to a peer too: it is kept and shown to all of them.
        for visitor in [&peer, &neighbour] {
            let in_list: Vec<_> = contact(to_neighbour).into_iter().filter(|words| *words != phones[0]).collect();
            for _ in 0..2 {
                assert_eq!(seen(&visitor.get("/members").await.expect(200)), in_list, "{seen_by}");
            }
            assert_eq!(seen(&visitor.get("/members.vcf").await.expect(200)), in_list, "{seen_by}");
            for digits in ["5550177", "5550199"] {
                let found = visitor.get(&format!("/members?q={digits}")).await.expect(200);
                assert_eq!(found.body.contains("Zo Côté"), seen_by == "members", "{seen_by} {digits}");
            }
        }
        assert_eq!(seen(&admin.get("/members.vcf").await.expect(200)).is_empty(), seen_by != "members");
        assert_eq!(seen(&observer.get("/members").await.expect(200)), [""; 0]);
        assert_eq!(seen(&observer.get("/members.csv").await.expect(200)), [""; 0]);
        for digits in ["5550177", "5550199"] {
            observer.get(&format!("/members?q={digits}")).await.expect(200).hides("Zo Côté");
        }

        let first = |seen: &[&'static str]| -> Vec<&'static str> {
            contact(seen).into_iter().filter(|words| *words != phones[0]).collect()
        };
        for (visitor, expected) in [(&neighbour, to_neighbour), (&peer, to_peer), (&observer, &[])] {
            assert_eq!(seen(&machine(&site, visitor).get(&api).await.expect(200)), first(expected), "{seen_by}");
            site.act(|act| {
                use diesel::prelude::*;
                diesel::sql_query("delete from api_tokens").execute(act.conn)?;
                Ok(())
            });
        }
    }
    site.act(|act| committees::leave(act, garden, odette, act.today()));
    save(&owner, "committees").await;
    assert_eq!(seen(&peer.get(&page).await.expect(200)), [""; 0], "they sit together no more");
}

#[actix_web::test]
async fn the_name_somebody_goes_by_stands_in_lists_and_the_office_finds_both() {
    let site = Site::new().await;
    let zoe = add(&site, "Zéphirine", "Côté");
    let owner = site.signed_in(Role::Resident, "Zéphirine Côté", Some(zoe)).await;
    save(&owner, "nobody").await;
    let (admin, neighbour) = (site.as_admin().await, site.signed_in(Role::Resident, "Ian Bell", None).await);
    for found in ["zo+cote", "zephirine", "1000"] {
        admin.get(&format!("/members?q={found}")).await.expect(200).shows("Zo Côté");
        let seen = neighbour.get(&format!("/members?q={found}")).await.expect(200);
        if found == "zephirine" {
            seen.hides("Zo Côté")
        } else {
            seen.shows("Zo Côté")
        };
    }
    neighbour.get(&format!("/members/{zoe}")).await.expect(200).shows("Zo Côté").hides("Zéphirine");
    neighbour.get("/members").await.expect(200).hides("Zéphirine");
    admin.get(&format!("/members/{zoe}")).await.expect(200).shows("Zéphirine Côté").shows("Zo Côté");
}

#[actix_web::test]
async fn a_member_sees_who_changed_their_data_and_events_hold_nothing_private() {
    let site = Site::new().await;
    let zoe = add(&site, "Zoé", "Côté");
    let owner = site.signed_in(Role::Resident, "Zoé Côté", Some(zoe)).await;
    save(&owner, "members").await;
    let admin = site.as_admin().await;
    let form = admin.get(&format!("/members/{zoe}/edit")).await.expect(200).shows("value=\"819 555-0177\"");
    let version = form.body.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let fields = [
        ("given_name", "Zoé"),
        ("family_name", "Côté"),
        ("preferred_name", "Zo"),
        ("email", "zoé@example.org"),
        ("number", "1000"),
        ("phone", "819 555-0177"),
        ("phone_first", "1"),
        ("member_language", "fr"),
        ("joined_on", "2020-01-01"),
        ("notes", "keeps a key"),
        ("version", version.unwrap_or_default()),
    ];
    admin.post(&format!("/members/{zoe}"), &fields).await.expect(303);
    admin.get(&format!("/members/{zoe}")).await.expect(200).shows("keeps a key").hides("613 555-0199");
    let own = owner.get("/profile").await.expect(200);
    assert!(own.queries <= 6, "{} queries", own.queries);
    own.shows("Joan Rioux").shows("Office notes").hides("keeps a key");
    owner.get(&format!("/members/{zoe}")).await.expect(200).hides("keeps a key");
    let told = site.read(|conn| crate::platform::events::of_subject(conn, "member", zoe, 50));
    for event in told {
        let detail = event.detail.to_string();
        for private in ["450 555", "613 555-0199", "carpentry", "iel-they", "keeps a key", "atelier"] {
            assert!(!detail.contains(private), "{private} in {detail}");
        }
    }
}

#[actix_web::test]
async fn what_cannot_be_read_is_said_beside_its_field_and_kept() {
    let site = Site::new().await;
    let zoe = add(&site, "Zoé", "Côté");
    let owner = resident(&site, zoe).await;
    let fields = [("phone", ""), ("phone_2", "12"), ("email_seen_by", "world"), ("member_language", "en")];
    let refused = owner.post("/profile", &fields).await.expect(422);
    refused.shows("e-phone_2").shows("e-email_seen_by").shows("value=\"12\"");
    let home = site.act(|act| crate::units::add(act, &unit("9")));
    site.act(|act| crate::units::move_in(act, home, zoe, day("2021-01-01")));
    assert_eq!(site.read(|conn| members::own(conn, zoe)).details.email_seen_by, "nobody");
}

#[actix_web::test]
async fn who_is_new_and_not_for_long_so_is_so_from_today() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let sent = |status: &'static str, left: &'static str| {
        [
            ("given_name", "Ada"),
            ("family_name", "Ng"),
            ("member_language", "en"),
            ("joined_on", "2012-01-01"),
            ("member_status", status),
            ("left_on", left),
            ("somebody_else", "1"),
        ]
    };
    let id = admin.post("/members", &sent("suspended", "")).await.expect(303).location().to_owned();
    let page = admin.get(&id).await.expect(200).shows("Suspended").hides("automatically");
    assert!(page.body.contains("1 January 2012") && page.body.contains("planned"));
    admin.post("/members", &sent("former", "")).await.expect(422).shows("e-left_on");
    admin.post("/members", &sent("former", "2011-01-01")).await.expect(422).shows("e-left_on");
    let id = admin.post("/members", &sent("former", "2019-05-01")).await.expect(303).location().to_owned();
    admin.get(&id).await.expect(200).shows("1 May 2019");
    admin.get("/members?on=2018-01-01").await.expect(200).shows("Ada Ng");
}

#[actix_web::test]
async fn the_day_of_joining_is_not_after_what_is_known_of_somebody() {
    let site = Site::new().await;
    let (ada, home) = (add(&site, "Ada", "Ng"), site.act(|act| units::add(act, &unit("101"))));
    site.act(|act| units::move_in(act, home, ada, day("2021-01-01")));
    let joined = |on: &str| {
        let (mut whole, version) = site.read(|conn| members::whole(conn, ada));
        whole.details.joined_on = day(on);
        site.try_act(|act| members::change_whole(act, ada, version, &whole))
    };
    assert!(joined("2030-01-01").is_err());
    assert!(joined("2022-01-01").is_err(), "after the first home");
    assert!(joined("2020-06-01").is_ok());
}

#[actix_web::test]
async fn a_name_that_somebody_gave_up_is_shown_to_who_keeps_the_register_alone() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    let (mut whole, version) = site.read(|conn| members::whole(conn, ada));
    whole.about.preferred_name = "Max".to_owned();
    site.act(|act| members::change_whole(act, ada, version, &whole));
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    admin.get("/members?q=ada").await.expect(200).shows("Max Ng");
    admin.get("/members.csv").await.expect(200).shows("\"Ada\"");
    observer.get("/members.csv").await.expect(200).shows("\"Max\"").hides("Ada");
    let neighbour = resident(&site, odette).await;
    for viewer in [&observer, &neighbour] {
        viewer.get("/members?q=max+ng").await.expect(200).shows("Max Ng");
        viewer.get("/members?q=ada").await.expect(200).hides("Max Ng");
    }
}

#[actix_web::test]
async fn a_number_of_nines_stops_nobody() {
    let site = Site::new().await;
    site.act(|act| members::add(act, &members::NewMember { number: "999999999".to_owned(), ..new("Nina", "Neuf") }));
    add(&site, "Ada", "Ng");
    add(&site, "Ben", "Ng");
    site.act(|act| members::add(act, &members::NewMember { number: "999999998".to_owned(), ..new("Hugo", "Huit") }));
    add(&site, "Cleo", "Ng");
}

#[actix_web::test]
async fn somebody_who_may_be_there_already_is_asked_about() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let fields = |given: &'static str, family: &'static str, email: &'static str, phone: &'static str| {
        [
            ("given_name", given),
            ("family_name", family),
            ("email", email),
            ("phone", phone),
            ("member_language", "fr"),
            ("joined_on", "2024-02-01"),
            ("member_status", "member"),
        ]
    };
    joan.post("/members", &fields("Élodie", "O’Brien", "elodie@example.org", "613 555-0142")).await.expect(303);
    for (again, why) in [
        (fields("elodie", "OBRIEN", "", ""), "no. 1000"),
        (fields("Someone", "Else", "Elodie@Example.org", ""), "same e-mail"),
        (fields("Someone", "Else", "", "(613) 555 0142"), "same phone"),
    ] {
        let asked = joan.post("/members", &again).await.expect(422);
        asked.shows("Is it one of these?").shows("Élodie O’Brien").shows(why);
    }
    let other = fields("Élodie", "O’Brien", "other@example.org", "");
    joan.post("/members", &[&other[..], &[("somebody_else", "1")]].concat()).await.expect(303);
    joan.post("/members", &fields("Élo", "O’Brien", "", "613 555-0199")).await.expect(303);
}
