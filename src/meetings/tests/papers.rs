//! Papers of a meeting: brought by who manages meetings, read by whom the meeting calls.

use super::*;
use crate::files::tests::{PDF, last, send};

#[actix_web::test]
async fn papers_are_read_by_whom_the_meeting_calls() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (odette, director) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    site.act(|act| {
        let until = act.today() + Days::new(300);
        let entry = board::Entry { from: act.today(), until, came: board::Came::Elected, ended: None };
        board::seat(act, director, &entry, None).map(drop)
    });
    let day = in_days(&site, 30);
    let (general, of_board) = (planned(&admin, "general", &day).await, planned(&admin, "board", &day).await);
    for meeting in [&general, &of_board] {
        paul.get(meeting).await.expect(200).hides("Bring papers");
        assert_eq!(send(&paul, &format!("{meeting}/files"), "", "a.pdf", PDF).await.status, 403);
        send(&admin, &format!("{meeting}/files"), "Draft budget", "budget.pdf", PDF).await.expect(303);
    }
    let budget = last(&admin, &general).await;
    let page = paul.get(&general).await.expect(200).shows("Draft budget").shows("Papers");
    assert!(page.queries <= 6, "{} queries", page.queries);
    paul.get(&format!("/files/{budget}")).await.expect(200);
    // of the board: for who sits there, and who manages meetings
    let private = last(&admin, &of_board).await;
    paul.get(&of_board).await.expect(200).hides("Draft budget");
    paul.get(&format!("/files/{private}")).await.expect(404);
    paul.get(&format!("{of_board}/files")).await.expect(404);
    odette.get(&of_board).await.expect(200).shows("Draft budget");
    odette.get(&format!("/files/{private}")).await.expect(200);
}
