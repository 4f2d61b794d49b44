//! Whom a request is told to, and with which words.

use super::*;

fn told(site: &Site, who: &Visitor<'_>) -> Vec<String> {
    let account = who.account.expect("an account");
    rows(site, &format!("select kind as text from notices where account_id = {account} order by id"))
}

#[actix_web::test]
async fn each_step_is_told_to_whom_it_concerns_and_no_mail_has_a_word_of_it() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let mut mails = site.do_jobs();
    assert_eq!(told(&site, &house.lena), ["repair_asked"]);
    assert_eq!((told(&site, &house.admin), told(&site, &house.nora)), (Vec::new(), Vec::new()));
    house.step(&house.lena, &path, "taking", &[]).await.expect(303);
    mails.extend(site.do_jobs());
    assert_eq!(told(&site, &house.odette), ["repair_step"]);
    assert_eq!(told(&site, &house.zoe), ["repair_step"]);
    let words = [("comment", "Is Tuesday good? Rhinoceros")];
    house.lena.post(&format!("{path}/comments"), &words).await.expect(303);
    mails.extend(site.do_jobs());
    assert_eq!(told(&site, &house.odette), ["repair_step", "repair_words"]);
    let nora = house.members.nora.to_string();
    house.step(&house.lena, &path, "handing-over", &[("dealer", &nora)]).await.expect(303);
    mails.extend(site.do_jobs());
    assert_eq!(told(&site, &house.nora), ["repair_dealing"]);
    house
        .step(&house.nora, &path, "closing", &[("repair_how", "repaired"), ("repair_outcome", "Gazelle")])
        .await
        .expect(303);
    house.step(&house.odette, &path, "reopening", &[("not_fixed", "Drips")]).await.expect(303);
    mails.extend(site.do_jobs());
    assert_eq!(told(&site, &house.nora), ["repair_dealing", "repair_reopened"], "the words come with it");
    house.nora.get("/inbox").await.expect(200).shows("opened the request again");
    house.zoe.get("/inbox").await.expect(200).shows("It is closed: repaired").shows("It is open again");
    assert!(!mails.is_empty());
    for word in ["Marmalade", "Zanzibar", "Quetzal", "Figaro", "Rhinoceros", "Gazelle", "bathroom"] {
        assert!(mails.iter().all(|mail| !mail.contains(word)), "{word} is in a mail");
    }
    assert_eq!(told(&site, &house.paul), [""; 0]);
}

#[actix_web::test]
async fn what_cannot_wait_is_told_at_once_to_the_office_too() {
    let site = Site::new().await;
    let house = house(&site).await;
    house.ask("now").await;
    site.do_jobs();
    assert_eq!(told(&site, &house.lena), ["repair_urgent"]);
    assert_eq!(told(&site, &house.admin), ["repair_urgent"]);
    house.admin.get("/").await.expect(200).shows("One urgent repair has nobody to deal with it").hides("Marmalade");
    house.lena.get("/").await.expect(200).shows("Marmalade");
    house.nora.get("/").await.expect(200).hides("Marmalade");
}

#[actix_web::test]
async fn without_a_committee_the_office_is_told() {
    let site = Site::new().await;
    let house = house(&site).await;
    site.act(|act| repairs::settle(act, None));
    house.ask("whenever").await;
    site.do_jobs();
    assert_eq!(told(&site, &house.admin), ["repair_asked"]);
    assert_eq!(told(&site, &house.lena), [""; 0]);
}
