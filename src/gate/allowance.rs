//! How long each request may wait for the database: three seconds, but for what looks at everything there is.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::platform::allowance::{Allowance, LONG, REQUEST, within};

/// How the paths begin and end whose work takes long: files to take away, all steps of an import, a count, a score run, the
/// files of a vote that go with its copy, letters to all who are called to a meeting.
const LONG_PATHS: [(&str, &str); 10] = [
    ("/polls/", "/bundle.json"),
    ("/", ".csv"),
    ("/", ".xlsx"),
    ("/reports/runs/", "/workbook"),
    ("/imports", ""),
    ("/polls/", "/closing"),
    ("/polls/", "/copies"),
    ("/scorecards/runs", ""),
    ("/meetings/", "/notice"),
    ("/meetings/", "/cancellation"),
];

/// Answers a request within what it is allowed.
pub async fn allow(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let allowance = of_path(req.path());
    within(allowance, next.call(req)).await
}

fn of_path(path: &str) -> Allowance {
    let long = LONG_PATHS.iter().any(|(begins, ends)| path.starts_with(begins) && path.ends_with(ends));
    if long { LONG } else { REQUEST }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::PAGES;

    #[test]
    fn what_takes_long_is_in_the_table_of_routes_and_is_not_the_rest() {
        for (begins, ends) in LONG_PATHS {
            assert!(
                PAGES.iter().any(|route| route.path.starts_with(begins) && route.path.ends_with(ends)),
                "{begins}…{ends}"
            );
        }
        for path in [
            "/members.csv",
            "/polls/3/ballots.xlsx",
            "/imports",
            "/imports/3/completion",
            "/polls/3/closing",
            "/polls/3/copies",
        ] {
            assert_eq!(of_path(path), LONG, "{path}");
        }
        for path in [
            "/",
            "/members",
            "/polls/3/ballots",
            "/polls/3/result",
            "/committees/3/closing",
            "/scorecards",
            "/api/v1/members",
        ] {
            assert_eq!(of_path(path), REQUEST, "{path}");
        }
    }
}
