//! The lot: an order of candidates that nobody can choose and everybody can draw again.
//!
//! The draw of a candidate is the SHA-256 of three lines: the seed, the title of the contest and the name. The lowest draw
//! comes first. To replay one: `printf '%s\n%s\n%s' SEED TITLE NAME | sha256sum`.

use sha2::{Digest as _, Sha256};

use super::contest::{Candidate, Contest};

/// The draw of one name, in hexadecimal.
pub fn draw(seed: &str, contest: &str, name: &str) -> String {
    let digest = Sha256::new_with_prefix(seed).chain_update("\n").chain_update(contest).chain_update("\n");
    digest.chain_update(name).finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The draws of these candidates, the most favoured first: the first is elected or goes first, the last is excluded.
/// Candidates of the same name come in the order of the ballot.
pub fn order(seed: &str, contest: &Contest, candidates: &[Candidate]) -> Vec<(Candidate, String)> {
    let mut draws: Vec<(Candidate, String)> = candidates
        .iter()
        .map(|candidate| (*candidate, draw(seed, &contest.title, &contest.candidates[*candidate])))
        .collect();
    draws.sort_by(|(a, of_a), (b, of_b)| of_a.cmp(of_b).then(a.cmp(b)));
    draws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_the_hash_of_three_lines() {
        // printf '%s\n%s\n%s' '4 12 33' 'Board 2026' 'Ada' | sha256sum
        let known = "a68f84f26db0f763e1b6d4b23a65aedc45fe54246f6230512653d00e8d92a59d";
        assert_eq!(draw("4 12 33", "Board 2026", "Ada"), known);
    }

    #[test]
    fn the_order_is_that_of_the_draws_and_not_of_the_ballot() {
        let contest = |names: [&str; 3]| Contest {
            title: "Board".into(),
            candidates: names.map(str::to_owned).to_vec(),
            ..Contest::default()
        };
        let named = |contest: &Contest| -> Vec<String> {
            order("seed", contest, &[0, 1, 2]).iter().map(|(at, _)| contest.candidates[*at].clone()).collect()
        };
        assert_eq!(named(&contest(["Ada", "Bo", "Cy"])), named(&contest(["Cy", "Ada", "Bo"])));
    }
}
