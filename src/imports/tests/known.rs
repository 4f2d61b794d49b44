//! Importing over a register that is there already: what is changed, what is kept, and who is not in the file.

use super::*;

/// Brings a file in. The page that told what would happen.
async fn brought(visitor: &Visitor<'_>, file: &str) -> Reply {
    let import = address(&upload(visitor, file).await.expect(303));
    let preview = visitor.get(&import).await.expect(200);
    visitor.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    preview
}

fn facts(site: &Site, label: &str) -> (Option<i32>, Option<i32>) {
    site.read(|conn| {
        let id = units::labelled(conn, label)?.expect("a home");
        let unit = units::find(conn, id)?;
        Ok((unit.bedrooms, unit.area_m2))
    })
}

#[actix_web::test]
async fn bedrooms_and_area_of_a_known_home_are_shown_and_written() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    brought(&joan, "Number,Name,Unit\n1,Ada Ng,101\n").await;
    let file = "Number,Name,Unit,Bedrooms,Area\n1,Ada Ng,Unit 101,2,75\n";
    brought(&joan, file).await.shows("1 changed").shows("home 101").shows("<ins>75</ins>").hides("people, leave");
    assert_eq!(facts(&site, "101"), (Some(2), Some(75)));
    assert_eq!(site.read(units::options).len(), 1, "Unit 101 and 101 are one home");
    let again = address(&upload(&joan, file).await.expect(303));
    joan.get(&again).await.expect(200).shows("1 unchanged");
    let shrunk = file.replace("75", "70").replace(",2,", ",,");
    brought(&joan, &shrunk).await.shows("<del>75</del>").shows("<ins>70</ins>");
    assert_eq!(facts(&site, "101"), (Some(2), Some(70)), "an empty cell erases nothing");
}

#[actix_web::test]
async fn a_home_that_is_corrected_on_the_same_day_leaves_nobody_in_two() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    brought(&joan, "Number,Name,Unit\n1,Ada Ng,101\n").await;
    brought(&joan, "Number,Name,Unit\n1,Ada Ng,102\n").await;
    assert_eq!(everybody(&site)[0].units.as_deref(), Some("102"));
}

#[actix_web::test]
async fn who_is_in_the_register_and_not_in_the_file_is_listed() {
    let site = Site::new().await;
    ada(&site);
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Name,Unit\nEve Roy,101\n").await.expect(303));
    joan.get(&import).await.expect(200).shows("1 not in this file").hides("Ada Ng");
    joan.get(&format!("{import}?group=absent")).await.expect(200).shows("Ada Ng").hides("Eve Roy");
    let import = address(&upload(&joan, "Name,Email\nAda Ng,x\n").await.expect(303));
    joan.get(&import).await.expect(200).hides("not in this file");
}

#[actix_web::test]
async fn two_rows_of_one_name_are_decided_by_a_person() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload(&joan, "Name,Unit\nEve Roy,101\nEve Roy,102\n").await.expect(303));
    joan.get(&import).await.expect(200).shows("1 possible duplicate").shows("as in row 2");
    joan.post(&format!("{import}/answers"), &[("line", "3"), ("row_3", "other")]).await.expect(303);
    joan.get(&import).await.expect(200).shows("2 new").hides("possible duplicate");
}

#[actix_web::test]
async fn a_committee_is_known_by_its_names_in_both_languages() {
    let site = Site::new().await;
    site.act(|act| crate::committees::add(act, "Social life", "Vie associative"));
    let joan = site.as_admin().await;
    brought(&joan, "Number,Name,Committee\n1,Ada Ng,Vie associative\n").await;
    for name in ["Vie associative", "social life"] {
        let import = address(&upload(&joan, &format!("Number,Name,Committee\n1,Ada Ng,{name}\n")).await.expect(303));
        for lang in ["en", "fr"] {
            joan.get(&format!("{import}?lang={lang}")).await.expect(200).shows("=same").hides("=changed");
        }
    }
}
