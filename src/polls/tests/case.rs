//! What a vote would cost and what speaks for and against it: written with its text, shown with it, kept with it.

use chrono::TimeDelta;

use super::{announced, local, roof};
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, Case, NewPoll};

fn case() -> Case {
    Case {
        cost: Some(1_250_050),
        pros_en: "- It **leaks**.\n- It is old.".to_owned(),
        pros_fr: "Il coule.".to_owned(),
        cons_en: "<script>x</script> dear".to_owned(),
        cons_fr: "Trop cher.".to_owned(),
    }
}

#[actix_web::test]
async fn a_case_is_written_shown_changed_and_kept() {
    let site = Site::new().await;
    let ana = super::member(&site, "Ana", super::Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let joan = site.signed_in(Role::Admin, "Joan Rioux", None).await;
    let new = roof(TimeDelta::days(1), TimeDelta::days(3));
    let (opens, closes) = (local(new.opens_at), local(new.closes_at));
    let fields = |cost: &'static str, pros: &'static str| {
        [
            ("title_en", "Replace the roof"),
            ("details_en", "## Why\nIt leaks."),
            ("cost", cost),
            ("pros_en", pros),
            ("method", "proposal"),
            ("binding", "yes"),
            ("shows", "live"),
        ]
    };
    let times = [("opens_at", opens.as_str()), ("closes_at", closes.as_str())];
    let all = |cost, pros| [fields(cost, pros).as_slice(), &times].concat();
    let refused = joan.post("/polls", &all("much", "It leaks")).await.expect(422);
    refused.shows("Type an amount of dollars").shows("<details class=\"more\" open>").shows("It leaks</textarea>");
    let made = joan.post("/polls", &all("12,500.50", "- It **leaks**.")).await.expect(303);
    let path = made.location().trim_end_matches("/setup").to_owned();
    let id: i64 = path.trim_start_matches("/polls/").parse().expect("a number");
    joan.get("/polls/new").await.expect(200).shows("<details class=\"more\"><summary>Cost and arguments");
    let page = joan.get(&format!("{path}/edit")).await.expect(200);
    let version = page.field("version");
    page.shows("value=\"12500.50\"").shows("- It **leaks**.</textarea>");
    site.act(|act| polls::announce(act, id));
    let page = voter.get(&path).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page.shows("$12,500.50").shows("<li>It <strong>leaks</strong>.</li>").shows("<h2>Why</h2>");
    page.shows("Arguments for").hides("Arguments against");
    voter.get(&format!("{path}?lang=fr")).await.expect(200).shows("500,50\u{a0}$").shows("leaks");

    let version = (version.parse::<i32>().expect("a number") + 1).to_string();
    let changed = [all("15000", "- It **drips**.").as_slice(), &[("version", version.as_str())]].concat();
    joan.post(&path, &changed).await.expect(303);
    let page = voter.get(&format!("{path}/versions?lang=en")).await.expect(200);
    page.shows("leaks**.</del>").shows("drips**.</ins>").shows("15,000</ins>");
    let log = joan.get("/audit").await.expect(200);
    log.shows("$15,000").shows("It drips.").hides("**drips**");
}

#[actix_web::test]
async fn where_nothing_was_written_nothing_is_shown_and_what_opened_stays() {
    let site = Site::new().await;
    let ana = super::member(&site, "Ana", super::Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    let bare = site.act(|act| announced(act, &new));
    voter.get(&format!("/polls/{bare}")).await.expect(200).hides("Arguments").hides("Cost:");
    let full = site.act(|act| announced(act, &NewPoll { case: case(), ..new.clone() }));
    let page = voter.get(&format!("/polls/{full}")).await.expect(200).shows("Arguments against");
    page.shows("&lt;script&gt;x&lt;/script&gt; dear").hides("<script>x");
    site.act(|act| polls::close(act, full));
    let page = voter.get(&format!("/polls/{full}/result")).await.expect(200).shows("$12,500.50");
    page.shows("<h3 class=\"h3\">Arguments for</h3>").shows("It is old.");
    assert_eq!(site.read(polls::seal::verify), Vec::new());
}
