//! What is kept of people who were asked: read to them, erased, merged, forgotten.

use super::*;
use crate::platform::merging::Merge;

#[actix_web::test]
async fn somebody_reads_that_they_were_asked_and_whether_they_answered_and_no_more() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    answer(&all[0].0, &path, "2", "My words").await.expect(303);
    for ((who, id), said) in all.iter().take(2).zip(["You have answered.", "Not answered"]) {
        let page = who.get(&format!("/members/{id}/everything")).await.expect(200).shows("How satisfied are we?");
        let _ = page.shows(said).hides("My words");
    }
}

#[actix_web::test]
async fn who_is_erased_leaves_the_people_asked_and_their_answer_counts() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    for (who, _) in &all {
        answer(who, &path, "5", "").await.expect(303);
    }
    let gone = all[1].1;
    let tables = crate::surveys::store::TABLES.iter().filter(|table| table.whose.is_some());
    site.act(|act| {
        for table in tables {
            let whose = table.whose.unwrap_or_default().replace("{member}", &gone.to_string());
            let statement = match table.erasing {
                crate::platform::person::Erasing::Loses(set) => {
                    format!("update {} set {} where {whose}", table.name, set.replace("{member}", &gone.to_string()))
                }
                _ => format!("delete from {} where {whose}", table.name),
            };
            sql(statement).execute(act.conn)?;
        }
        Ok(())
    });
    assert_eq!(count(&site, &format!("survey_roll where member_id = {gone}")), 0);
    assert_eq!(count(&site, &format!("survey_contents where {gone} = any(people)")), 0);
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    all[0].0.get(&path).await.expect(200).shows("6 of 6 answered.").shows("5.0 of 5");
}

#[actix_web::test]
async fn two_entries_of_one_person_have_answered_if_one_of_them_has() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    opened(&admin).await;
    let path = opened(&admin).await;
    answer(&all[1].0, &path, "5", "").await.expect(303);
    let (kept, other) = (all[0].1, all[1].1);
    let merge = Merge { kept, other, home_ends: None };
    let verbs = crate::surveys::merging::VERBS;
    let was = site.act(|act| (verbs.merge)(act, &merge));
    assert_eq!(count(&site, &format!("survey_contents where people = array[{kept}::bigint]")), 1);
    all[0].0.get(&path).await.expect(200).shows("You have answered.");
    assert!(site.act(|act| (verbs.undo)(act, &merge, &was)));
    assert_eq!(count(&site, &format!("survey_contents where people = array[{other}::bigint]")), 1);
    answer(&all[0].0, &path, "5", "").await.expect(303);
    let was = site.act(|act| (verbs.merge)(act, &merge));
    assert_eq!(count(&site, "survey_contents where cardinality(people) = 1 and cardinality(sealed) = 2"), 1);
    site.act(|act| (verbs.undo)(act, &merge, &was));
    assert_eq!(count(&site, "survey_contents where cardinality(people) = 2"), 1, "neither can answer once more");
}

#[actix_web::test]
async fn a_year_later_nothing_says_who_was_asked() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    for (who, _) in &all {
        answer(who, &path, "5", "").await.expect(303);
    }
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    site.act(crate::surveys::tidy);
    assert_eq!(count(&site, "survey_roll"), 6);
    let later = crate::platform::clock::now() + chrono::TimeDelta::days(370);
    crate::platform::clock::at(later, || site.act(crate::surveys::tidy));
    assert_eq!((count(&site, "survey_roll"), count(&site, "survey_contents where people <> '{}'")), (0, 0));
    all[0].0.get(&path).await.expect(200).shows("6 of 6 answered.").shows("5.0 of 5");
}

#[actix_web::test]
async fn adults_who_live_here_are_asked_applicants_and_who_left_are_not() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let of = |name: &str, status: Status| {
        let new = NewMember { given_name: name.to_owned(), status, ..new_member(name) };
        site.act(|act| members::add(act, &new))
    };
    let statuses = [Status::Auxiliary, Status::OnLeave, Status::Suspended, Status::Member];
    let asked = statuses.map(|status| of(status.word(), status));
    let applicant = of("Applying", Status::Applicant);
    let gone = of("Gone", Status::Member);
    site.act(|act| {
        let today = act.today();
        members::set_status(act, gone, Status::Former, today, "")
    });
    let path = opened(&admin).await;
    assert_eq!(count(&site, &format!("survey_roll where survey_id = {}", number(&path))), 4);
    assert_eq!(count(&site, &format!("survey_roll where member_id in ({applicant}, {gone})")), 0);
    assert_eq!(count(&site, &format!("survey_roll where member_id = {}", asked[0])), 1);
}
