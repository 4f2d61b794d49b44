//! Two entries merged and taken apart, on the demo co-op: somebody is added a second time, found, compared, made one, and two again.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

async fn two_entries_are_merged_and_taken_apart(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::open(&server, device).await;
    joan.go("/sign-in?lang=en").await;
    joan.press("form[action='/demo/sign-in']:has(input[value='joan.rioux@example.org']) button").await;
    joan.sees("Hello").await;
    joan.go("/members/2?lang=en").await;
    let name = joan.find("main h1").await.text().await.expect("a name");
    let (given, family) = name.split_once(' ').expect("two names");

    // The same name is asked about; somebody says that it is somebody else, and was wrong.
    joan.go("/members/new").await;
    joan.fill("given_name", given).await;
    joan.fill("family_name", family).await;
    joan.press("main form[action='/members'] button.btn").await;
    joan.press("main [name='somebody_else']").await;
    joan.press("main form[action='/members'] button.btn").await;
    joan.sees(&format!("{name} is in the register.")).await;
    let twin = joan.path().await;
    joan.go("/").await;
    joan.sees("may be the same person").await;
    joan.press_words("Compare them").await;
    joan.press_words("Compare…").await;
    joan.sees("This entry becomes part of it").await;
    joan.press("main [name='merge_sure']").await;
    joan.press("main form[action='/members/merging'] button.btn").await;
    joan.sees(&format!("{name} is in the register once.")).await;
    joan.sees("Was entered twice: also no.").await;

    // The page of the other entry is that of the one that goes on, and the list has one of them.
    joan.go(&twin).await;
    joan.sees("This person had two entries. This is the one that goes on.").await;
    assert_ne!(joan.path().await, twin);
    joan.press("main form[action$='/undoing'] button").await;
    joan.sees(&format!("{name} is in the register twice again.")).await;
    joan.does_not_see("Was entered twice").await;
    joan.go(&twin).await;
    assert_eq!(joan.path().await, twin);
    joan.close().await;
}

#[tokio::test]
async fn two_entries_are_merged_and_taken_apart_with_script() {
    let _shared = MACHINE.read().await;
    two_entries_are_merged_and_taken_apart(DESK).await;
}

#[tokio::test]
async fn two_entries_are_merged_and_taken_apart_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    two_entries_are_merged_and_taken_apart(Device { script: false, width: 390, ..DESK }).await;
}
