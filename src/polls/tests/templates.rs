//! Votes that recur: one is kept as a template, others are set up from it, and it is found nowhere else.

use super::leaks::tables_with;
use super::ways::of;
use super::*;
use crate::polls::{Case, Method, NewChoice, State, store, templates};

/// In what only the template says by then.
const CANARY: &str = "Wiedehopf";

fn titled(title: &str, question: NewQuestion) -> NewQuestion {
    NewQuestion { title_en: title.to_owned(), title_fr: format!("{title} (fr)"), ..question }
}

fn times() -> NewQuestion {
    let on = |day: &str| NewChoice {
        title_en: day.to_owned(),
        title_fr: day.to_owned(),
        day: day.parse().ok(),
        ..NewChoice::default()
    };
    NewQuestion { choices: ["2026-03-02", "2026-03-03"].map(on).into(), ..NewQuestion::of(Method::Times) }
}

/// A vote that is open, with everything that a template can hold and what it does not.
fn recurring(site: &Site) -> (i64, NewPoll, Vec<NewQuestion>) {
    let asked = vec![
        titled("Pass the budget?", NewQuestion::proposal(true)),
        titled(
            "Which repair first?",
            NewQuestion { seats: 2, shuffled: true, ..of(Method::Scottish, &["A", "B", "C"]) },
        ),
        titled("Which are paid?", of(Method::EqualShares, &["Roof", "Stairs"])),
        titled("Which evening?", times()),
    ];
    let case = Case { cost: Some(125_050), pros_en: "It is **old**.".to_owned(), ..Case::default() };
    let opens_at = clock::now();
    let new = NewPoll {
        binding: false,
        shows: Shows::Closed,
        secrecy: crate::polls::Secrecy::Open,
        case,
        record_on: Some(day("2026-01-01")),
        opens_at,
        closes_at: opens_at + TimeDelta::hours(180),
        ..roof(TimeDelta::zero(), TimeDelta::days(3))
    };
    let id = site.act(|act| {
        let id = polls::create(act, &new, &asked)?;
        polls::announce(act, id)?;
        Ok(id)
    });
    (id, new, asked)
}

fn number(address: &str) -> i64 {
    address.rsplit('/').find_map(|part| part.parse().ok()).expect("a number")
}

#[actix_web::test]
async fn a_vote_is_kept_as_a_template_and_another_is_set_up_from_it() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, voter) = (site.as_admin().await, site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await);
    let (poll, new, asked) = recurring(&site);
    let (vote, form) = (format!("/polls/{poll}"), format!("/polls/templates/new?of={poll}"));
    admin.get("/polls/new").await.expect(200).hides("Start from a template");
    admin.get(&vote).await.expect(200).shows(&form);
    voter.get(&vote).await.expect(200).hides("/polls/templates");
    for path in ["/polls/templates", &form] {
        voter.get(path).await.expect(403);
    }
    voter.post("/polls/templates", &[("of", &poll.to_string()), ("template_en", "x")]).await.expect(403);
    admin.get("/polls/templates").await.expect(200).shows("There are none yet");
    let page =
        admin.get(&form).await.expect(200).shows("It asks 4 questions").shows("It is open for 7 days and 12 hours.");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("value=\"Replace the roof\"").hides("2026-01-01");
    admin.get("/polls/templates/new").await.expect(404);
    admin.get("/polls/templates/new?of=987654").await.expect(404);

    let of = poll.to_string();
    let nameless = [("of", of.as_str()), ("template_en", " "), ("template_fr", "")];
    admin.post("/polls/templates", &nameless).await.expect(422).shows("#f-template_en");
    let held = [("of", of.as_str()), ("template_en", "The yearly budget"), ("form_hold", "fr")];
    admin
        .post("/polls/templates", &held)
        .await
        .expect(200)
        .shows("The yearly budget")
        .shows("Nom du modèle en anglais");
    assert!(site.read(store::templates::all).is_empty());
    let token = admin.fresh_token().await;
    let named = [("of", of.as_str()), ("template_en", "The yearly budget"), ("template_fr", "Le budget annuel")];
    let sent = [named.as_slice(), &[("form_token", token.as_str())]].concat();
    let kept = admin.post_raw("/polls/templates", &sent).await.expect(303).location().to_owned();
    assert_eq!(admin.post_raw("/polls/templates", &sent).await.expect(303).location(), kept, "sent twice, kept once");
    assert_eq!(site.read(store::templates::all).len(), 1);

    let page =
        admin.get(&kept).await.expect(200).shows("The yearly budget").shows("Pass the budget?").shows("Roof ($1,000)");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("$1,250.50").shows("It is <strong>old</strong>.").hides("2026-03-02").hides("2026-01-01");
    admin.get(&format!("{kept}?lang=fr")).await.expect(200).shows("Le budget annuel").shows("Il pose 4 questions");
    admin.get("/?lang=en").await.expect(200);
    let page = admin.get("/polls/new").await.expect(200).shows("The yearly budget").shows("Or start from scratch");
    assert!(page.queries <= 6, "{} queries", page.queries);

    // The rules change, and the vote that it was made of goes wrong: a template outlives both.
    site.act(|act| {
        polls::void(act, poll, "The wrong sum")?;
        let rules = coops::rule_profile(act.conn)?;
        let rules =
            coops::RuleProfile { majority_special_num: 3, majority_special_den: 4, quorum_percent: 55, ..rules };
        coops::change_rules(act, &rules)
    });
    let made = admin.post(&format!("{kept}/votes"), &[]).await.expect(303).location().to_owned();
    let id = made.split('/').nth(2).and_then(|id| id.parse().ok()).expect("a number");
    let setup =
        admin.get(&made).await.expect(200).shows("Pass the budget?").shows("A question needs at least two choices.");
    setup.hides("Announce the vote</button>").hides("/trial");
    let (poll, questions) = site.read(|conn| store::whole(conn, id));
    let again: Vec<NewQuestion> = questions.iter().map(NewQuestion::from).collect();
    assert_eq!(again[..3], asked[..3]);
    assert_eq!((again[3].method, again[3].choices.len()), (Method::Times, 0), "the days are asked anew");
    assert_eq!((poll.binding, poll.shows, poll.record_on, &poll.case), (false, Shows::Closed, None, &new.case));
    assert_eq!(poll.state(clock::now()), State::Draft);
    assert_eq!(poll.closes_at - poll.opens_at, new.closes_at - new.opens_at);
    let zone = chrono_tz::America::Toronto;
    let hour = |at: DateTime<Utc>| at.with_timezone(&zone).format("%H:%M").to_string();
    assert_eq!(hour(poll.opens_at), hour(new.opens_at));
    assert!(poll.opens_at > clock::now() && poll.opens_at < clock::now() + TimeDelta::days(2));
    let rule = questions[0].rule;
    assert_eq!((rule.special, rule.majority_num, rule.majority_den, rule.quorum_percent), (true, 3, 4, 55));
    assert_eq!(site.discrepancies(), [""; 0]);
}

/// The form of a template's name.
fn named<'a>(en: &'a str, fr: &'a str, version: &'a str) -> [(&'static str, &'a str); 3] {
    [("template_en", en), ("template_fr", fr), ("version", version)]
}

#[actix_web::test]
async fn a_template_is_renamed_and_taken_away() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (poll, ..) = recurring(&site);
    let of = poll.to_string();
    let kept = admin.post("/polls/templates", &[("of", &of), ("template_en", "Budget")]).await.expect(303);
    let kept = kept.location().to_owned();
    let form = admin.get(&format!("{kept}/edit")).await.expect(200).shows("value=\"Budget\"");
    let version = form.field("version");
    let long = "é".repeat(121);
    let with = |en, fr| named(en, fr, version.as_str());
    admin.post(&kept, &with("", "")).await.expect(422).shows("#f-template_en");
    admin.post(&kept, &with(long.as_str(), "")).await.expect(422).shows("#f-template_en");
    admin.post(&kept, &with("Operating budget", "Budget de fonctionnement")).await.expect(303);
    let late = admin.post(&kept, &with("Budgets", "")).await.expect(409);
    late.shows("value=\"Budgets\"").shows("Operating budget");
    admin.get(&kept).await.expect(200).shows("Operating budget");
    let made = admin.post(&format!("{kept}/votes"), &[]).await.expect(303).location().to_owned();

    admin.post(&format!("{kept}/removal"), &[]).await.expect(303);
    for (path, status) in [(&kept, 404), (&format!("{kept}/edit"), 404)] {
        admin.get(path).await.expect(status);
    }
    admin.post(&format!("{kept}/removal"), &[]).await.expect(404);
    admin.post(&format!("{kept}/votes"), &[]).await.expect(404);
    admin.post(&kept, &with("Budgets", "")).await.expect(404);
    admin.get(&made).await.expect(200).shows("Pass the budget?");
    let log =
        admin.get("/audit").await.expect(200).shows("kept a vote as a template").shows("renamed a template of votes");
    log.shows("took away a template of votes").shows("Operating budget");
    admin.get("/audit?lang=fr").await.expect(200).shows("a gardé un vote comme modèle");
}

/// What stands in a template alone is on no page of those who do not run votes, in no list, search, file or answer to a machine.
#[actix_web::test]
async fn a_template_is_found_nowhere_but_where_votes_are_set_up() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, voter) = (site.as_admin().await, site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await);
    let observer = site.as_observer().await;
    let new = NewPoll { details_en: CANARY.to_owned(), ..roof(TimeDelta::days(1), TimeDelta::days(3)) };
    let draft = site.act(|act| polls::create(act, &new, &[NewQuestion::proposal(false)]));
    let of = draft.to_string();
    let kept = admin.post("/polls/templates", &[("of", &of), ("template_en", "Roofs")]).await.expect(303);
    let id = number(kept.location());
    // The vote itself says something else by now.
    let plain = roof(TimeDelta::days(1), TimeDelta::days(3));
    site.act(|act| {
        let version = store::poll(act.conn, draft)?.version;
        polls::change(act, draft, version, &plain)
    });
    assert_eq!(tables_with(&site, CANARY), ["events", "poll_templates"]);
    let votes = || site.read(|conn| Ok(store::reads::current(conn, Some(ana), true)?.len()));
    assert_eq!(votes(), 1);
    for path in ["/polls", "/search?q=wiedehopf", "/", "/decisions", "/polls/participation", "/search?q=roofs"] {
        admin.get(path).await.expect(200).hides(CANARY).hides("Roofs</a>");
    }
    for path in ["/polls", "/search?q=wiedehopf", "/", "/decisions"] {
        voter.get(path).await.expect(200).hides(CANARY);
    }
    for path in [format!("/polls/templates/{id}"), format!("/polls/templates/{id}/edit")] {
        voter.get(&path).await.expect(403);
        observer.get(&path).await.expect(403);
    }
}

#[actix_web::test]
async fn there_is_an_end_to_templates_and_an_erased_name_leaves_them() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let gone = site.act(|act| {
        members::add(
            act,
            &NewMember {
                number: String::new(),
                given_name: "Ada \"Dada\"".to_owned(),
                family_name: "Quetzal".to_owned(),
                email: None,
                phone: None,
                language: Lang::En,
                joined_on: day("2020-05-01"),
                status: Status::Member,
            },
        )
    });
    let name = site.read(|conn| members::name(conn, gone));
    let new = NewPoll { details_en: format!("Thank {name}, always."), ..roof(TimeDelta::days(1), TimeDelta::days(3)) };
    let poll = site.act(|act| polls::create(act, &new, &[NewQuestion::proposal(false)]));
    let named = |number: i64| templates::Name { en: format!("No. {number}"), fr: format!("No {number}") };
    let first = site.act(|act| templates::keep(act, poll, &named(1)));
    site.act(|act| {
        let today = act.today();
        members::set_status(act, gone, Status::Former, today, "")?;
        crate::privacy::erasure::erase(act, gone, true)
    });
    let page = admin.get(&format!("/polls/templates/{first}")).await.expect(200);
    page.hides("Quetzal").shows(&format!("Thank {}, always.", members::sign(gone)));
    admin.post(&format!("/polls/templates/{first}/votes"), &[]).await.expect(303);
    for number in 2..=templates::TEMPLATES_MAX {
        site.act(|act| templates::keep(act, poll, &named(number)));
    }
    let of = poll.to_string();
    let full = admin.post("/polls/templates", &[("of", &of), ("template_en", "One more")]).await.expect(422);
    full.shows("There are 100 templates already").shows("value=\"One more\"");
}
