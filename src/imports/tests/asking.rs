//! What an import asks before it takes anything for anything, and what it says of itself.

use super::*;

const BIRTHDAYS: &str = include_str!("../../../testdata/rosters/54_birthdays.csv");
const BUILDINGS: &str = include_str!("../../../testdata/rosters/56_buildings.csv");
const BLANKS: &str = include_str!("../../../testdata/rosters/37_blank_unit_down.csv");
const COUPLES: &str = include_str!("../../../testdata/rosters/17_couples.csv");
const MACINTOSH: &[u8] = include_bytes!("../../../testdata/rosters/47_macroman.csv");

#[actix_web::test]
async fn what_is_private_is_named_and_neither_shown_nor_kept() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, BIRTHDAYS).await.expect(303));
    let columns = joan.get(&format!("{import}/columns")).await.expect(200);
    columns
        .shows("dates of birth are not kept")
        .shows("insurance numbers are not kept")
        .hides("1980-05-06")
        .hides("046-454-286");
    joan.get(&import).await.expect(200).shows("SIN: Left out").shows("3 new").hides("046-454-286").hides("1980-05-06");
    // Whoever takes the column for a telephone is told, and nothing of it is stored.
    let chosen = [
        ("column_0", "full_name"),
        ("column_1", "unit"),
        ("column_2", "email"),
        ("column_3", "phone"),
        ("column_4", "phone"),
    ];
    joan.post(&format!("{import}/columns"), &chosen).await.expect(303);
    joan.get(&import)
        .await
        .expect(200)
        .shows("3 with problems")
        .shows("looks like a social insurance number")
        .shows("not a phone number");
    bring_in(&joan, BIRTHDAYS).await;
    assert!(everybody(&site).iter().all(|line| line.phone.is_none()));
}

#[actix_web::test]
async fn columns_are_as_last_time_only_after_an_import_of_a_file_with_the_same_headings() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let file = "Nom,Courriel,Logement\nAda Ng,ada@example.org,101\n";
    let first = upload(&joan, file).await.expect(303);
    let import = address(&first);
    let left_out = [("column_0", "full_name"), ("column_1", "ignore"), ("column_2", "unit")];
    joan.post(&format!("{import}/columns"), &left_out).await.expect(303);
    let again = upload(&joan, file).await.expect(303);
    joan.get(again.location()).await.expect(200).hides("as last time").shows("value=\"email\" selected");
    let preview = joan.get(&import).await.expect(200).hides("as last time");
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);

    let other = upload(&joan, "Nom,Courriel\nEve Roy,eve@example.org\n").await.expect(303);
    joan.get(other.location()).await.expect(200).hides("as last time").shows("value=\"email\" selected");
    let like = upload(&joan, &file.replace("Ada", "Eve")).await.expect(303);
    joan.get(like.location()).await.expect(200).shows("as last time").hides("value=\"email\" selected");
    let import = address(&like);
    joan.get(&import).await.expect(200).shows("as last time");
    joan.post(&format!("{import}/forgetting"), &[]).await.expect(303);
    joan.get(like.location()).await.expect(200).hides("as last time").shows("value=\"email\" selected");
}

#[actix_web::test]
async fn one_number_in_two_buildings_is_two_homes_everywhere() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, BUILDINGS).await.expect(303));
    joan.get(&import)
        .await
        .expect(200)
        .shows("New homes: 101 (A), 102 (A), 101 (B), 102 (B)")
        .shows("Add 4 people and 4 homes");
    bring_in(&joan, BUILDINGS).await;
    let homes: Vec<String> = site.read(units::options).into_iter().map(|(_, name)| name).collect();
    assert_eq!(homes, ["101 (A)", "102 (A)", "101 (B)", "102 (B)"]);
    let of = |name: &str| everybody(&site).into_iter().find(|line| line.name == name).and_then(|line| line.units);
    assert_eq!((of("Marie Tremblay").as_deref(), of("Li Wang").as_deref()), (Some("101 (A)"), Some("101 (B)")));
    let id = site.read(|conn| units::labelled(conn, "101 (B)")).expect("a home");
    joan.get(&format!("/units/{id}"))
        .await
        .expect(200)
        .shows("101 (B)")
        .shows("Li Wang</a>")
        .hides("Marie Tremblay</a>");
    // What goes out comes in again, and a number alone is asked about.
    let sheet = joan.get("/members.csv?lang=en").await.expect(200).body;
    let import = address(&upload(&joan, &sheet).await.expect(303));
    joan.get(&import).await.expect(200).shows("4 unchanged").hides("completion");
    let import = address(&upload(&joan, "Name,Unit\nUma Bell,101\nIan Roy,103\n").await.expect(303));
    joan.get(&import).await.expect(200).shows("Several buildings have a home of this number").shows("New homes: 103");
}

#[actix_web::test]
async fn an_empty_home_is_the_one_above_only_if_somebody_says_so() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, BLANKS).await.expect(303));
    joan.get(&import).await.expect(200).shows("2 with problems").shows("may be the home of the row above");
    let chosen = [("column_0", "unit"), ("column_1", "full_name"), ("column_2", "email")];
    let path = format!("{import}/columns");
    joan.post(&path, &chosen).await.expect(422).shows("2 rows name no home, the first is row 3");
    for (answer, paul) in [("alone", None), ("above", Some("101"))] {
        let answered: Vec<_> = chosen.iter().copied().chain([("order_0", answer)]).collect();
        joan.post(&path, &answered).await.expect(303);
        let preview = joan.get(&import).await.expect(200).shows("5 new");
        if answer == "above" {
            joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
            let line = everybody(&site).into_iter().find(|line| line.name == "Paul Roy").expect("Paul");
            assert_eq!(line.units.as_deref(), paul);
        }
    }
}

#[actix_web::test]
async fn two_people_in_one_cell_come_in_as_they_are_proposed() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, COUPLES).await.expect(303));
    let page = joan.get(&import).await.expect(200).shows("value=\"Tremblay, Marie; Tremblay, Paul\"");
    joan.get(&format!("{import}?group=new")).await.expect(200).shows("left out: (bail)");
    let before = page.body.split("\" value=\"Tremblay, Marie; Tremblay, Paul\"").next().unwrap_or_default().to_owned();
    let field = before.rsplit("name=\"").next().unwrap_or_default().to_owned();
    joan.post(&format!("{import}/corrections"), &[(&field, "Tremblay, Marie; Tremblay, Paul")]).await.expect(303);
    let preview = joan.get(&import).await.expect(200);
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    let of = |name: &str| everybody(&site).into_iter().find(|line| line.name == name).expect("somebody");
    let (marie, paul) = (of("Marie Tremblay"), of("Paul Tremblay"));
    assert_eq!((marie.units.as_deref(), paul.units.as_deref()), (Some("101"), Some("101")));
    assert_eq!(
        (marie.email.as_deref(), paul.email),
        (Some("mp@example.org"), None),
        "an address is not assumed of another"
    );
}

#[actix_web::test]
async fn a_day_of_joining_that_no_file_tells_stays_unknown_unless_somebody_says_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Name,Unit\nAda Ng,101\n").await.expect(303));
    joan.get(&import).await.expect(200).shows("without a day of joining").shows("no status in this file");
    bring_in(&joan, "Name,Unit\nAda Ng,101\n").await;
    let ada = everybody(&site).pop().expect("Ada");
    assert_eq!(ada.joined_on, None);
    joan.get(&format!("/members/{}", ada.id)).await.expect(200).shows("<dd>Unknown</dd>").hides("since ");
    joan.get("/members.csv?lang=en").await.expect(200).hides(&site.today().to_string());

    let import = address(&upload(&joan, "Name,Unit\nEve Roy,102\n").await.expect(303));
    joan.post(&format!("{import}/joining"), &[("known", "yes"), ("joined_on", "2999-01-01")]).await.expect(422);
    joan.post(&format!("{import}/joining"), &[("known", "yes"), ("joined_on", "2020-05-01")]).await.expect(303);
    let preview = joan.get(&import).await.expect(200).shows("value=\"2020-05-01\"");
    joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    let eve = everybody(&site).into_iter().find(|line| line.name == "Eve Roy").expect("Eve");
    assert_eq!(eve.joined_on.map(|day| day.to_string()).as_deref(), Some("2020-05-01"));
    // A later file that tells the day makes it known.
    bring_in(&joan, &format!("Number,Name,Joined\n{},Ada Ng,2019-03-01\n", ada.number)).await;
    let ada = everybody(&site).into_iter().find(|line| line.id == ada.id).expect("Ada");
    assert_eq!(ada.joined_on.map(|day| day.to_string()).as_deref(), Some("2019-03-01"));
}

#[actix_web::test]
async fn all_possible_duplicates_are_the_same_people_with_one_button() {
    let site = Site::new().await;
    ada(&site);
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Name,Phone\nAda Ng,819 555-0142\n").await.expect(303));
    joan.get(&import).await.expect(200).shows("All of them are the same people");
    joan.post(&format!("{import}/answers"), &[("all", "same")]).await.expect(303);
    joan.get(&import).await.expect(200).shows("Change one person").hides("possible duplicate");
}

#[actix_web::test]
async fn accents_that_a_file_does_not_tell_are_asked_about() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let begun = upload_bytes(&joan, MACINTOSH).await.expect(303);
    let import = address(&begun);
    let page = joan.get(begun.location()).await.expect(200).shows("does not say how its accents are written");
    page.shows("Côté · Zoé").shows("value=\"macintosh\" checked");
    joan.post(&format!("{import}/header"), &[("line", "1"), ("accents", "windows")]).await.expect(303);
    joan.get(begun.location()).await.expect(200).shows("value=\"windows\" checked");
    joan.post(&format!("{import}/header"), &[("line", "1"), ("accents", "macintosh")]).await.expect(303);
    joan.get(&import).await.expect(200).shows("Zoé Côté").shows("2 new");
}
