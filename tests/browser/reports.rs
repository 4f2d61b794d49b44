//! A report, from its filters to the desk of whoever gets it: an admin makes it, opens it in LibreOffice, keeps it under a name and has it sent.
//! With script and without.

use std::path::Path;
use std::process::Command;

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";

/// What LibreOffice makes of a workbook.
fn converted(folder: &Path, book: &str, into: &str) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", into, "--outdir"]).arg(folder).arg(folder.join(book));
    let said = office.output().expect("soffice runs");
    assert!(said.status.success(), "{said:?}");
}

/// LibreOffice reads every sheet, with the numbers and days of the page, and prints it.
async fn opens_in_libreoffice(joan: &Browser, run: &str, width: u32) {
    let folder = std::env::temp_dir().join(format!("report-{}-{width}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("report.xlsx"), joan.taken(&format!("{run}/workbook")).await).expect("a file");
    converted(&folder, "report.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
    let about = std::fs::read_to_string(folder.join("report-1 About.csv")).expect("the first sheet");
    assert!(
        about.starts_with("Report,Task log") && about.contains("Coop 400 Riel") && about.contains("Done"),
        "{about}"
    );
    let tasks = std::fs::read_to_string(folder.join("report-2 Tasks.csv")).expect("the second sheet");
    let ours = joan.download(&format!("{run}/parts/tasks.csv")).await;
    assert!(tasks.lines().count() > 5, "{tasks}");
    assert_eq!(tasks.lines().count(), ours.lines().count(), "as many rows as in our own file");
    let days = |text: &str| text.matches("2026-").count() + text.matches("2025-").count();
    assert_eq!(days(&tasks), days(&ours), "days are days");
    converted(&folder, "report.xlsx", "pdf");
    let paper = std::fs::read(folder.join("report.pdf")).expect("a PDF");
    assert!(paper.starts_with(b"%PDF") && paper.len() > 10_000, "{} bytes", paper.len());
    let _ = std::fs::remove_dir_all(&folder);
}

async fn a_report_is_made_opened_kept_and_sent(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    joan.go("/reports").await;
    joan.sees("For the board, every month").await;
    joan.press("main a[href='/reports/tasks']").await;
    joan.sees("What is in it").await;
    // A last day before the first is refused beside its field, and nothing is lost.
    joan.choose_words("figures_period", "Days you choose below").await;
    joan.set("figures_from", "2026-03-31").await;
    joan.set("figures_to", "2026-03-01").await;
    joan.choose_words("report_chosen", "Done").await;
    joan.press("#form button").await;
    joan.sees("Enter a last day that is not before the first day").await;
    joan.choose_words("figures_period", "This year of participation").await;
    joan.press("#form button").await;
    joan.sees("Made for Joan Rioux").await;
    joan.sees("All rows").await;
    let run = joan.path().await;
    opens_in_libreoffice(&joan, &run, device.width).await;
    joan.press(&format!("main a[href='{run}/parts/tasks']")).await;
    joan.sees("These rows as a file").await;
    joan.go(&format!("{run}/paper")).await;
    joan.sees("Use your browser to print this page").await;
    assert!(joan.printed().await.len() > 10_000, "it is printed");
    joan.go(&run).await;
    joan.fill("report_name", "What we did").await;
    joan.choose_words("report_sent", "Every Monday").await;
    joan.press("#form button").await;
    joan.sees("“What we did” is saved.").await;
    joan.sees("Every Monday. Next on").await;
    joan.press_words("What we did").await;
    joan.sees("It comes next on").await;
    joan.go("/audit").await;
    joan.sees("took a report away as a file").await;
    joan.close().await;
}

#[tokio::test]
async fn a_report_with_the_script() {
    let _shared = MACHINE.read().await;
    a_report_is_made_opened_kept_and_sent(DESK).await;
}

#[tokio::test]
async fn a_report_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_report_is_made_opened_kept_and_sent(Device { script: false, width: 390, ..DESK }).await;
}
