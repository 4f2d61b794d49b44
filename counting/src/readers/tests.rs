//! Tests of the readers: real files, mistakes, round trips, hostile input.

mod foreign;
mod fuzz;
mod mistakes;
mod round_trip;

use super::{Format, read};
use crate::contest::Contest;
use crate::tests::make::folder;

/// A file of the test data.
pub(super) fn data(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).expect("the test data")
}

/// The contest of a file of the test data.
pub(super) fn contest(file: &str) -> Contest {
    let format = Format::of_name(file).expect("a known format");
    read(format, data(file).as_slice()).expect("a file that can be read")
}

/// Two cast vote records as RCTab writes them after a count: the ballot as cast, and as it stood in a round; the names last.
pub(super) const RCTAB: &str = r#"{"@type":"CVR.CastVoteRecordReport","CVR":[{"@type":"CVR.CVR","CVRSnapshot":[
{"@id":"ballot-1","CVRContest":[{"ContestId":"contest-001","CVRContestSelection":[
{"ContestSelectionId":"cs-d","SelectionPosition":[{"HasIndication":"yes","IsAllocable":"unknown","NumberVotes":1,"Rank":1},{"HasIndication":"yes","IsAllocable":"unknown","NumberVotes":1,"Rank":2}]},
{"ContestSelectionId":"cs-a","SelectionPosition":[{"HasIndication":"yes","IsAllocable":"unknown","NumberVotes":1,"Rank":3}]}]}],"Type":"original"},
{"@id":"ballot-1-round-2","CVRContest":[{"ContestId":"contest-001","CVRContestSelection":[
{"ContestSelectionId":"cs-d","SelectionPosition":[{"HasIndication":"yes","IsAllocable":"no","NumberVotes":1,"Rank":1}]}]}],"Type":"interpreted"}],
"CurrentSnapshotId":"ballot-1-round-2","ElectionId":"election-001"},
{"CVRSnapshot":[{"@id":"ballot-2","CVRContest":[{"ContestId":"contest-001","CVRContestSelection":[]}],"Type":"original"}],"CurrentSnapshotId":"ballot-2"}],
"Election":[{"@id":"election-001","Contest":[{"@id":"contest-001","ContestSelection":[
{"@id":"cs-a","Code":[{"Type":"other","Value":"Ann"}]},{"@id":"cs-b","Code":[{"Value":"Bo"}]},{"@id":"cs-d","Code":[{"Value":"Di"}]}]}]}],
"GpUnit":[]}"#;

/// The files of the test data.
pub(super) const FILES: [&str; 21] = [
    "approval-pb/Poland_Gdynia_2020_Leszczynki__small.pb",
    "approval-pb/Poland_Warszawa_2019_Nadwisle.pb",
    "condorcet-debian/2004_gr_sarge.json",
    "condorcet-debian/2006_vote_002.json",
    "condorcet-debian/2008_vote_003.json",
    "condorcet/tideman_A26.cvotes",
    "irv/burlington_2009_mayor.toi",
    "irv/minneapolis_2017_mayor.blt",
    "irv/nsw_ballina_2023.soi",
    "irv/nsw_lismore_2019.soi",
    "mes-pb/Netherlands_Assen_2024.pb",
    "points-pb/Poland_Czestochowa_2024_Podjasnogorska.pb",
    "points-pb/Poland_Czestochowa_2024_Stare_Miasto.pb",
    "stv-meek/gpus_steering_committee_2005.blt",
    "stv-scottish/aberdeenshire_2017_ward1.blt",
    "stv-scottish/dumgal_2017_ward9.blt",
    "stv-scottish/eilean_siar_2017_ward1.blt",
    "stv-scottish/glasgow_2007_govan.blt",
    "stv-scottish/highland_2017_ward10.blt",
    "stv-scottish/sc_borders_2017_ward5.blt",
    "stv-scottish/shetland_2017_ward7.blt",
];

#[test]
fn real_files_are_read_whole() {
    let expected: serde_json::Value = serde_json::from_slice(&data("expected.json")).expect("JSON");
    let mut compared = 0;
    for entry in expected["elections"].as_array().expect("elections") {
        let contest = contest(entry["file"].as_str().expect("a file"));
        let total = contest.ballots.total() + num_bigint::BigInt::from(contest.apart.blank);
        for (key, value) in [
            ("valid_ballots", if entry["blank_ballots"].is_u64() { total.clone() } else { contest.ballots.total() }),
            ("blank_ballots", num_rational::BigRational::from_integer(contest.apart.blank.into())),
            ("ballots", total),
            ("candidates", num_rational::BigRational::from_integer(contest.candidates.len().into())),
            ("seats", num_rational::BigRational::from_integer(contest.seats.into())),
        ] {
            if entry[key].is_u64() {
                assert_eq!(entry[key].to_string(), value.to_string(), "{} {key}", entry["id"]);
                compared += 1;
            }
        }
        if let Some(names) = entry["names"].as_array() {
            assert_eq!(contest.candidates, names.iter().map(|n| n.as_str().expect("a name")).collect::<Vec<_>>());
            compared += names.len();
        }
    }
    println!("compared {compared} figures and names of real files");
}
