//! Attendance sheets: the real file, what is asked, brought in twice, corrected, taken back; and what the meetings say of it.

use super::tasks::{answer, begin, complete, member_id};
use super::*;
use crate::attendance::sheets::{self, Mark};
use crate::meetings;

const SHEET: &str = include_str!("../../../testdata/riel-attendance.csv");
const ANSWERS: [(&str, &str); 3] = [("time:", "19:00"), ("mark:e", "excused"), ("mark:r", "excused")];

/// Each meeting with its marks: day, kind, how many present, excused and absent.
fn known(site: &Site) -> Vec<(String, &'static str, [usize; 3])> {
    site.read(|conn| {
        let past = meetings::past(conn, None, site.today(), None, 100)?;
        let mut all = Vec::new();
        for meeting in past.into_iter().rev() {
            let marks = sheets::marks(conn, meeting.id)?;
            let of = |wanted: Mark| marks.iter().filter(|(.., mark)| *mark == wanted).count();
            let counts = [Mark::Present, Mark::Excused, Mark::Absent].map(of);
            all.push((meeting.held_on.to_string(), meeting.kind.word(), counts));
        }
        Ok(all)
    })
}

fn marks(site: &Site, day: &str, name: &str) -> Option<Mark> {
    let day = day.parse().expect("a date");
    site.read(|conn| {
        let met = sheets::met(conn, &[day])?;
        let marks = met.first().map(|met| sheets::marks(conn, met.id)).transpose()?.unwrap_or_default();
        Ok(marks.into_iter().find(|(_, known, _)| known == name).map(|(.., mark)| mark))
    })
}

#[actix_web::test]
async fn a_real_sheet_comes_in_whole_once_and_goes_out_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, RIEL).await;
    joan.get("/meetings").await.expect(200).shows("/imports/new?what=meetings");
    joan.get("/imports/new?what=meetings").await.expect(200).shows("Import attendance sheets").shows("Annual meeting");
    let import = begin(&joan, "meetings", SHEET).await;
    let columns = joan.get(&format!("{import}/columns")).await.expect(200).shows("99 rows of attendance");
    assert_eq!(columns.body.matches("value=\"meeting\" selected").count(), 5);
    accept_columns(&joan, &import).await;
    let preview = joan.get(&import).await.expect(200).shows("99 with questions").hides("completion");
    assert!(preview.queries <= 12, "{} queries", preview.queries);
    let asked = joan.get(&format!("{import}?group=asked")).await.expect(200);
    asked.shows("What does “E” mean in a cell?").shows("When did these meetings begin?").shows("7:00");
    answer(&joan, &import, &ANSWERS).await;
    assert_eq!(known(&site), [], "nothing changes before the last step");
    let preview = joan.get(&import).await.expect(200).shows("99 to add").hides("with questions");
    preview.shows("18 November 2025 (Annual general meeting) is added");
    complete(&joan, &import).await.shows("<dt>Meetings added</dt><dd>5</dd>").shows("Undo this import");

    let all = known(&site);
    let days: Vec<_> = all.iter().map(|(day, kind, _)| (day.as_str(), *kind)).collect();
    assert_eq!(
        days,
        [
            ("2025-11-18", "annual"),
            ("2026-02-17", "general"),
            ("2026-05-12", "general"),
            ("2026-06-09", "special"),
            ("2026-10-20", "general")
        ]
    );
    let present: usize = all.iter().map(|(.., [present, ..])| present).sum();
    let excused: usize = all.iter().map(|(.., [_, excused, _])| excused).sum();
    let cells = |sign: &str| {
        SHEET.lines().skip(1).flat_map(|line| line.split(',').skip(2)).filter(|cell| *cell == sign).count()
    };
    assert_eq!((present, excused), (cells("P"), cells("E") + cells("R")), "every sign of the file");
    assert_eq!(marks(&site, "2025-11-18", "Isabelle MacDonald"), Some(Mark::Excused));
    assert_eq!(marks(&site, "2026-10-20", "Karine Poulin"), Some(Mark::Absent), "an empty cell");
    assert!(site.do_jobs().is_empty(), "nobody is told");
    assert_eq!(site.discrepancies(), [""; 0]);

    let again = begin(&joan, "meetings", SHEET).await;
    answer(&joan, &again, &ANSWERS).await;
    joan.get(&again).await.expect(200).shows("99 already here").hides("completion").shows("nothing new");
    joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    assert_eq!(known(&site), []);
    joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    joan.get("/audit").await.expect(200).shows("undid an import of attendance sheets");
}

#[actix_web::test]
async fn a_corrected_sheet_changes_what_is_there_and_the_undo_puts_it_back() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(
        &joan,
        "Number,First name,Last name,Joined\n1,Ada,Ng,2020-01-01\n2,Eve,Roy,2026-06-01\n3,Ian,Bell,2020-01-01\n",
    )
    .await;
    let first = begin(
        &joan,
        "meetings",
        "Name,2026-02-17 General,2026-09-08 CA\nAda Ng,P,\n\"Roy, Eve\",,P\nIan Bell,,x\nTotal,1,2\n",
    )
    .await;
    answer(&joan, &first, &[("time:", "18:30")]).await;
    joan.get(&first).await.expect(200).shows("3 to add").shows("1 empty").shows("5 attendance entries");
    complete(&joan, &first).await.shows("<dt>Attendance entries</dt><dd>5</dd>");
    assert_eq!(marks(&site, "2026-02-17", "Ian Bell"), Some(Mark::Absent));
    assert_eq!(marks(&site, "2026-02-17", "Eve Roy"), None, "she was no member then");
    assert_eq!(known(&site)[1].1, "board");

    let better = begin(&joan, "meetings", "Number,2026-02-17 General\n3,Excusé\n1,\n").await;
    joan.get(&better)
        .await
        .expect(200)
        .shows("excused, was absent")
        .shows("Change one attendance entry")
        .shows("1 already here");
    complete(&joan, &better).await.shows("<dt>Entries changed</dt><dd>1</dd>");
    assert_eq!(marks(&site, "2026-02-17", "Ian Bell"), Some(Mark::Excused));
    joan.post(&format!("{better}/undoing"), &[]).await.expect(303);
    assert_eq!(marks(&site, "2026-02-17", "Ian Bell"), Some(Mark::Absent));

    // what hangs on a meeting keeps it
    let id = site.read(|conn| sheets::met(conn, &["2026-02-17".parse().expect("a date")]))[0].id;
    joan.post(&format!("/meetings/{id}/door"), &[]).await.expect(409).shows("so its door stays closed");
    site.read(|conn| {
        use diesel::RunQueryDsl as _;
        let item = format!("insert into agenda_items (meeting_id, place, purpose, title_en, title_fr) values ({id}, 1, 'decision', 'x', 'x')");
        Ok(diesel::sql_query(item).execute(conn)?)
    });
    joan.post(&format!("{first}/undoing"), &[]).await.expect(303);
    joan.get(&format!("{first}/done"))
        .await
        .expect(200)
        .shows("2026-02-17 General meeting")
        .shows("<dt>Meetings taken back</dt><dd>1</dd>");
    assert_eq!(known(&site), [("2026-02-17".to_owned(), "general", [0, 0, 0])]);
}

#[actix_web::test]
async fn people_kinds_and_days_that_are_not_clear_are_asked() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, "Number,First name,Last name\n1,Ada,Ng\n2,Eve,Roy\n3,Eve,Roy\n").await;
    let sheet = "No.,Name,03/04/2026 Budget,05/06/2026,2099-01-01 AGM,07/08/2026 GM\n1,Ada Roy,P,A,,\n,Eve Roy,P,P,,\n9,Zoe Nobody,P,,,\n2,,P,,,\n";
    let import = begin(&joan, "meetings", sheet).await;
    joan.get(&format!("{import}/columns"))
        .await
        .expect(200)
        .shows("03/04/2026")
        .shows("4 March 2026")
        .shows("3 April 2026");
    let columns = [("column_0", "number"), ("column_1", "full_name"), ("column_2", "meeting"), ("column_3", "meeting")];
    let columns = [&columns[..], &[("column_4", "meeting"), ("column_5", "meeting"), ("order_2", "day")]].concat();
    joan.post(&format!("{import}/columns"), &columns).await.expect(303);
    let asked = joan.get(&format!("{import}?group=asked")).await.expect(200);
    let asked =
        asked.shows("What kind of meeting is “Budget”?").shows("Who is “1 Ada Roy”?").shows("Who is “Eve Roy”?");
    asked
        .shows("1 January 2099 is left out: the day is still to come")
        .shows("7 August 2026 is left out: no cell says anything");
    let eve = site
        .read(|conn| members::known(conn, site.today(), Lang::En))
        .into_iter()
        .find(|one| one.number == "3")
        .expect("Eve")
        .id;
    let (ada, eve) = (format!("member-{}", member_id(&site, "Ada Ng")), format!("member-{eve}"));
    let answers = [
        ("time:", "19:00"),
        ("kind:budget", "special"),
        ("kind:", "general"),
        ("who:1 ada roy", ada.as_str()),
        ("who:eve roy", eve.as_str()),
        ("who:9", "out"),
    ];
    answer(&joan, &import, &answers).await;
    joan.get(&import).await.expect(200).shows("3 to add").shows("1 left out");
    complete(&joan, &import).await.shows("<dt>Meetings added</dt><dd>2</dd>");
    assert_eq!(marks(&site, "2026-04-03", "Ada Ng"), Some(Mark::Present), "the third of April");

    let undated = begin(&joan, "meetings", "Name,AGM\nAda Ng,P\n").await;
    let fields = [("column_0", "full_name"), ("column_1", "meeting")];
    joan.post(&format!("{undated}/columns"), &fields).await.expect(422).shows("needs its day");
    joan.post(&format!("{undated}/columns"), &[("column_0", "full_name")])
        .await
        .expect(422)
        .shows("at least one column that holds a meeting");
}

#[actix_web::test]
async fn the_pages_of_a_meeting_say_what_its_sheet_says_and_names_only_to_who_leads_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, RIEL).await;
    let import = begin(&joan, "meetings", SHEET).await;
    answer(&joan, &import, &ANSWERS).await;
    complete(&joan, &import).await;
    let id = site.read(|conn| sheets::met(conn, &["2025-11-18".parse().expect("a date")]))[0].id;
    let page = joan.get(&format!("/meetings/{id}/attendance")).await.expect(200);
    page.shows("According to the attendance sheet").shows("Isabelle MacDonald").shows("excused");
    joan.get(&format!("/meetings/{id}/attendance.csv")).await.expect(200).shows("\"Isabelle MacDonald\",\"excused\"");
    let member = member_id(&site, "Isabelle MacDonald");
    let isabelle = site.signed_in(Role::Resident, "Isabelle MacDonald", Some(member)).await;
    let own = isabelle.get(&format!("/meetings/{id}/attendance")).await.expect(200);
    own.shows("The sheet says about you: excused").hides("Michael MacDonald").hides("Open the door");
    isabelle.get(&format!("/meetings/{id}/attendance.csv")).await.expect(403);
    isabelle.get(&format!("/members/{member}/everything")).await.expect(200).shows("from imported sheets");
}
