//! The two messy files of a real office, and what a person is asked about a file.

use super::*;
use crate::platform::spreadsheet;

const HOMES: &[u8] = include_bytes!("../../../testdata/riel-logements-excel-fr.csv");
const BOOK: &[u8] = include_bytes!("../../../testdata/riel-members.xlsx");

/// Sends the button to import, as the page has it.
async fn complete(visitor: &Visitor<'_>, import: &str) -> Reply {
    let preview = visitor.get(import).await.expect(200);
    visitor.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303)
}

/// The name of the field that mends the cell with this value.
fn field_of(page: &str, value: &str) -> String {
    let before = page.split(&format!("\" value=\"{value}\"")).next().unwrap_or_default();
    before.rsplit("name=\"").next().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn a_list_of_homes_from_a_french_excel_comes_in_but_for_its_faulty_rows() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload_bytes(&joan, HOMES).await.expect(303));
    let columns = joan.get(&format!("{import}/columns")).await.expect(200);
    columns
        .shows("Full name, adult 2")
        .shows("Superficie")
        .shows("value=\"email_2\" selected")
        .shows("value=\"bedrooms\" selected");
    accept_columns(&joan, &import).await;
    let page = joan
        .get(&import)
        .await
        .expect(200)
        .shows("has 68 rows")
        .shows("3 with problems")
        .shows("63 new")
        .shows("2 without people");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page.shows("Import 99 people, leave out 3 rows");
    let page = page
        .shows("69, Personne Inconnu")
        .shows("pas-une-adresse")
        .shows("not an e-mail address")
        .shows("32/13/2019")
        .shows("This date does not exist");
    let page = page.shows("70, Sans Logement").shows("There is no home").shows("71, Deux Doublon").shows("2021-02-30");
    joan.get(&format!("{import}?group=nobody")).await.expect(200).shows("Home 401 is empty").shows("A line of totals");
    joan.get(&format!("{import}/problems.csv"))
        .await
        .expect(200)
        .shows("pas-une-adresse")
        .shows("2021-02-30")
        .hides("MacDonald");
    let problems = joan.get(&format!("{import}/problems.xlsx")).await.expect(200);
    assert!(problems.header("content-disposition").contains(".xlsx"));

    // One of the three is mended on the page, the others are left out.
    let field = field_of(&page.body, "2021-02-30");
    joan.post(&format!("{import}/corrections"), &[(&field, "2021-02-28")]).await.expect(303);
    joan.get(&import)
        .await
        .expect(200)
        .shows("2 with problems")
        .shows("64 new")
        .shows("Import 100 people, leave out 2 rows");
    let done = complete(&joan, &import).await;
    joan.get(done.location())
        .await
        .expect(200)
        .shows("<dd>100</dd>")
        .shows("<dd>64</dd>")
        .shows("<dd>6</dd>")
        .shows("Undo this import");
    assert!(site.do_jobs().is_empty(), "an import mails nothing");

    let lines = everybody(&site);
    let find = |name: &str| lines.iter().find(|line| line.name == name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(lines.len(), 100);
    assert_eq!(find("Manon Larivière-Bédard").units.as_deref(), Some("107"));
    assert_eq!(find("Hélène van-der-Meer").joined_on.to_string(), "2018-07-19");
    assert_eq!(find("Tomasz Poirier").joined_on.to_string(), "2007-03-01", "1er mars 2007");
    assert_eq!(find("Élodie Leclerc").joined_on.to_string(), "2022-04-03", "the column tells that the day comes first");
    assert_eq!(find("Michael MacDonald").email.as_deref(), Some("isabelle.macdonald@example.org"), "a shared address");
    assert_eq!((find("Karine Poulin").email.as_deref(), find("Eilidh Fortin").phone.as_deref()), (None, None));
    assert_eq!(find("Karine Poulin").phone.as_deref(), Some("613 555-0144"));
    assert!(find("Françoise O'Brien").committees.is_some() && find("Linh D'Amours").units.as_deref() == Some("201"));
    joan.get("/units").await.expect(200).shows("64 homes").shows("401");
}

#[actix_web::test]
async fn a_workbook_comes_in_whole_and_says_what_was_not_read() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = address(&upload_bytes(&joan, BOOK).await.expect(303));
    joan.get(&format!("{import}/columns")).await.expect(200).shows("2024-06-21").shows("were not read: Notes");
    accept_columns(&joan, &import).await;
    joan.get(&import).await.expect(200).shows("99 new").shows("Import 99 people").hides("problem");
    complete(&joan, &import).await;
    let lines = everybody(&site);
    let find = |number: &str| lines.iter().find(|line| line.number == number).expect("a member");
    assert_eq!((lines.len(), find("1000").joined_on.to_string().as_str()), (99, "2024-06-21"));
    assert_eq!((find("1027").status.as_str(), find("1008").status.as_str()), ("applicant", "on_leave"));

    // The list of homes names the same people: each is asked about or known, nobody comes in twice.
    let homes = address(&upload_bytes(&joan, HOMES).await.expect(303));
    joan.get(&homes).await.expect(200).shows("3 with problems").shows("possible duplicates").hides("new<");

    // What goes out as a workbook comes in again as the same.
    let request = TestRequest::get().uri("/members.xlsx");
    let reply = joan.custom(request).await.expect(200);
    assert!(reply.header("content-type").contains("spreadsheetml") && reply.body.starts_with("PK"));
}

#[actix_web::test]
async fn a_date_that_reads_both_ways_is_asked_about_and_columns_are_remembered() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let file = "Qui;Chez;Depuis le\nAda Ng;101;03/04/2022\nEve Roy;102;05/06/2021\n";
    let import = address(&upload(&joan, file).await.expect(303));
    let chosen = [("column_0", "full_name"), ("column_1", "unit"), ("column_2", "joined_on")];
    let path = format!("{import}/columns");
    joan.post(&path, &chosen)
        .await
        .expect(422)
        .shows("Which day is 03/04/2022?")
        .shows("Sunday 3 April 2022")
        .shows("Friday 4 March 2022");
    let answered: Vec<_> = chosen.iter().copied().chain([("order_2", "day")]).collect();
    joan.post(&path, &answered).await.expect(303);
    complete(&joan, &import).await;
    assert_eq!(everybody(&site)[0].joined_on.to_string(), "2022-04-03");
    let again = upload(&joan, &file.replace("Ada", "Uma")).await.expect(303);
    let page = joan.get(again.location()).await.expect(200).hides("Which day is");
    page.shows("value=\"full_name\" selected").shows("value=\"unit\" selected").shows("value=\"joined_on\" selected");
}

#[actix_web::test]
async fn a_large_file_is_brought_in_by_a_job_that_tells_how_far_it_is() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let rows: String = (0..2_300).map(|n| format!("{n},Given{n} Family{n},{},2020-01-01\n", n % 900)).collect();
    let import = address(&upload(&joan, &format!("Number,Name,Unit,Joined\n{rows}")).await.expect(303));
    joan.get(&import).await.expect(200).shows("2300 new").shows("Given0 Family0").hides("Given200 Family200");
    let done = complete(&joan, &import).await;
    joan.get(done.location()).await.expect(200).shows("is under way").shows("Check progress");
    joan.get(&import).await.expect(303);
    site.read(|conn| crate::imports::store::tell(conn, id_of(&import), 1_150, 2_300));
    // One transaction looks only once at what the others do, and a test is one transaction.
    site.read(|conn| Ok(diesel::RunQueryDsl::execute(diesel::sql_query("select pg_stat_clear_snapshot()"), conn)?));
    joan.get(done.location()).await.expect(200).shows("1150 of 2300 done");
    assert!(site.do_jobs().is_empty());
    joan.get(done.location()).await.expect(200).shows("<dd>2300</dd>").shows("<dd>900</dd>");
    assert_eq!(site.read(|conn| Ok(members::options(conn, site.today())?.len())), 2_000);
}

/// The id in the address of an import.
pub fn id_of(import: &str) -> i64 {
    import.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id")
}

#[test]
fn text_that_is_written_as_a_workbook_reads_the_same() {
    let header: Vec<String> = ["Name", "Unit"].map(str::to_owned).to_vec();
    let rows = vec![vec!["=1+1".to_owned(), "007".to_owned()], vec!["Zoé".to_owned(), String::new()]];
    let cells: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(|cell| cell.as_str().into()).collect()).collect();
    let bytes = spreadsheet::write_workbook(&header, &cells).expect("a workbook");
    let sheet = spreadsheet::read(&bytes).expect("a sheet");
    assert_eq!(sheet.header, header);
    assert_eq!(sheet.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>(), rows, "text stays text");
}

#[actix_web::test]
async fn one_says_which_row_names_the_columns() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let begun = upload(&joan, "Ada Ng,ada@example.org\nEve Roy,eve@example.org\n").await.expect(303);
    let import = address(&begun);
    let page = joan.get(begun.location()).await.expect(200).shows("Ada Ng · Eve Roy");
    page.shows("value=\"none\" selected");
    joan.post(&format!("{import}/header"), &[("line", "1")]).await.expect(303);
    joan.get(begun.location()).await.expect(200).shows(">Ada Ng</label>").shows("value=\"1\" selected");
    joan.post(&format!("{import}/header"), &[("line", "2")]).await.expect(404);
    joan.post(&format!("{import}/header"), &[("line", "none")]).await.expect(303);
    joan.post(&format!("{import}/columns"), &[("column_0", "full_name"), ("column_1", "email")]).await.expect(303);
    joan.get(&import).await.expect(200).shows("2 new");
}
