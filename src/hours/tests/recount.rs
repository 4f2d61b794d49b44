//! The sums that a page shows equal those that a program in another language makes of the exported lines.

use std::process::Command;

use super::{home, member, month, run};
use crate::hours::account::{self, Looked};
use crate::hours::rules::Reckoned;
use crate::platform::duration::said;
use crate::platform::testing::Site;

#[actix_web::test]
async fn the_sums_equal_a_recomputation_from_the_exported_lines() {
    let site = Site::new().await;
    let homes: Vec<(i64, String)> = (0..6)
        .map(|at| {
            let label = (101 + at).to_string();
            let who = member(&site, &format!("Ada{at}"));
            (home(&site, &label, &[who]), label)
        })
        .collect();
    run(&site, "update rule_profiles set year_starts_month = 7");
    let (first, second) = (month(&site, 20), month(&site, 9));
    run(
        &site,
        &format!(
            "insert into duties (starts_on, per, minutes, months, carry, carry_minutes, grace_days, set_at) values \
             ('{first}', 'home', 235, 3, 'some', 300, 30, now()), ('{second}', 'home', 90, 6, 'everything', 0, 0, now())"
        ),
    );
    // Hundreds of lines, always the same ones: of all kinds, some taken back, some gifts between homes.
    run(
        &site,
        &format!(
            "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) \
             select date '{first}' + (n * 37 % 600), 5 + n * 53 % 290, (array['task', 'chore', 'claim', 'board', 'correction', 'opening'])[1 + n % 6], \
               u.id, 'Line ' || n, now() from generate_series(1, 70) n, units u where u.label like '10_'"
        ),
    );
    run(
        &site,
        "insert into hour_lines (worked_on, minutes, kind, unit_id, title, takes_back, recorded_at) \
         select worked_on, -minutes, kind, unit_id, title, id, now() from hour_lines where minutes % 7 = 0",
    );
    run(
        &site,
        "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) \
         select l.worked_on, case when l.unit_id = (select min(id) from units) then -30 else 30 end, 'gift', l.unit_id, 'x', now() \
         from hour_lines l where l.minutes % 11 = 0 and l.takes_back is null",
    );
    let (exempt, let_go) = (&homes[2], month(&site, 5));
    run(
        &site,
        &format!(
            "insert into exemptions (unit_id, kind, during, percent, granted_at) values ({}, 'work', daterange('{let_go}', ('{let_go}'::date + interval '2 months')::date), 33, now())",
            exempt.0
        ),
    );
    let admin = site.as_admin().await;
    for (language, lang) in [("en", ""), ("fr", "?lang=fr")] {
        let file = admin.get(&format!("/hours/all.csv{lang}")).await.expect(200).body;
        assert!(file.lines().count() > 400, "{language}: {} lines", file.lines().count());
        let path = std::env::temp_dir().join(format!("hours-{}-{language}.csv", std::process::id()));
        std::fs::write(&path, file).expect("a file");
        let next = (let_go.parse::<chrono::NaiveDate>().expect("a day") + chrono::Months::new(1)).to_string();
        let run = Command::new("python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/recount/hours.py"))
            .arg(&path)
            .args(["--year-starts", "7", "--until", &site.today().to_string()])
            .args([
                "--duty",
                &format!("{first},home,235,3,some,300"),
                "--duty",
                &format!("{second},home,90,6,everything,0"),
            ])
            .args([
                "--let-go",
                &format!("{}={}:33", exempt.1, &let_go[..7]),
                "--let-go",
                &format!("{}={}:33", exempt.1, &next[..7]),
            ])
            .output()
            .expect("python3");
        let _ = std::fs::remove_file(&path);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let sums: serde_json::Value = serde_json::from_slice(&run.stdout).expect("sums");
        for (unit, label) in &homes {
            let (unit, today) = (*unit, site.today());
            let account = site.read(move |conn| account::account(conn, Looked::Home(unit), None, today));
            let ours: Vec<_> = account.reckoned.iter().map(figures).collect();
            let theirs = sums[label]["periods"].as_array().expect("periods");
            assert_eq!(ours, *theirs, "{language}, home {label}");
            for (first_day, _, given) in &account.months {
                let month = &sums[label]["months"][first_day.to_string()];
                let (minutes, gifts) = (month["given"].as_i64().unwrap_or(0), month["gifts"].as_i64().unwrap_or(0));
                assert_eq!((given.minutes, given.gifts), (minutes, gifts), "{label}, {first_day}");
            }
            let page = admin.get(&format!("/hours/homes/{unit}")).await.expect(200);
            let last = account.reckoned.last().expect("a period");
            page.shows(&format!("<dd>{}</dd>", said(last.due))).shows(&format!("<dd>{}</dd>", said(last.given)));
        }
    }
}

fn figures(one: &Reckoned) -> serde_json::Value {
    serde_json::json!({ "from": one.from.to_string(), "due": one.due, "excused": one.excused, "carried": one.carried, "given": one.given,
                        "gifts": one.gifts, "missing": one.missing, "over": one.over, "kept": one.kept })
}
