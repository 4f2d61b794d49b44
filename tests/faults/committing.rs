//! A form whose answer the database owes: what the visitor is told is true, and to send it again is safe.

use crate::asks::{UNSAVED, UNSURE, add_task};
use crate::proxy::Fate;
use crate::world::{Served, Test, idle, is_well, owner, tasks_called};

#[test]
fn what_may_have_been_saved_is_called_so_and_is_never_done_twice() {
    let mut test = Test::of("committing");
    let served = Served::start(&test, "committing");
    let fates = [
        (Fate::StoppedAtStatement, UNSAVED, 0),
        (Fate::StoppedAtCommit, UNSURE, 1),
        (Fate::CutAfterCommit, UNSURE, 1),
        (Fate::CutBeforeCommit, UNSURE, 0),
    ];
    // In an order of chance, each after another one.
    let first = test.chance.among(0, 3) as usize;
    for (fate, told, saved) in (0..4).map(|number| fates[(first + number) % 4]) {
        let title = format!("Sweep the stairs: {fate:?}");
        let token = served.joan.token("/tasks/new");
        idle(owner(&served.folder));
        served.line.lie_in_wait(&title, fate);
        add_task(&served.joan, &token, &title).is_busy(told);
        served.line.start();
        is_well(&served.joan);
        idle(owner(&served.folder));
        let mut database = owner(&served.folder);
        assert_eq!(tasks_called(&mut database, &title), saved, "{fate:?}");
        for time in ["again", "and once more"] {
            let heard = add_task(&served.joan, &token, &title);
            assert_eq!(heard.status, 303, "{fate:?}, {time}: {}", heard.said());
            assert_eq!(tasks_called(&mut database, &title), 1, "{fate:?}, {time}");
        }
    }
}
