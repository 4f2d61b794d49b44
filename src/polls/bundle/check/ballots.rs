//! The ballots of a bundle: whole, in order, each code once, adding up, each answer one that the paper allows.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::Faults;
use crate::polls::bundle::{Bundle, Listed, Piled, list_digest};
use crate::polls::rules::Pile;

/// Characters of a code that the server draws; what follows them is the voter's own.
const DRAWN: usize = 16;
const OWN_MAX: usize = 24;
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What no vote has more of: sums of it are exact everywhere.
const VOTES_MAX: i128 = 1_000_000_000_000_000;

/// The answers to each question with the votes for them; none where none are published. A question whose ballots do not add up has none.
pub fn answers(bundle: &Bundle, sealed: &Value, faults: &mut Faults) -> Option<Vec<Vec<Pile>>> {
    if let Some(list) = &bundle.ballots.list {
        if list.len() as i128 != i128::from(bundle.ballots.voted) {
            let words = format!("{} ballots, and {} votes were cast", list.len(), bundle.ballots.voted);
            faults.name("totals", "the list", words);
        }
        if Some(list_digest(list).as_str()) != sealed["list"].as_str() {
            faults.name("list", "the close", "not the list that the event of the close sealed");
        }
        return Some(of_list(list, bundle.paper.questions.len(), faults));
    }
    let piles = bundle.ballots.piles.as_ref()?;
    let heads = |rows: &[Piled]| rows.iter().map(|row| i128::from(row.ballots)).sum::<i128>();
    let first = piles.first().map_or(0, |rows| heads(rows));
    let question = |(number, rows): (usize, &Vec<Piled>)| {
        let place = format!("question {number}");
        if rows.iter().zip(rows.iter().skip(1)).any(|(one, next)| one.answer > next.answer) {
            faults.name("order", &place, "the ballots are not in the order of their answers");
        }
        let mut texts: Vec<&str> = rows.iter().map(|row| row.answer.as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        if texts.len() < rows.len() {
            faults.name("duplicate", &place, "the same answer stands there twice");
        }
        let votes: i128 = rows.iter().map(|row| i128::from(row.votes)).sum();
        let odd = rows.iter().any(|row| row.ballots < 1 || row.votes < row.ballots);
        if votes != i128::from(bundle.ballots.voted) || odd || heads(rows) != first {
            let words = format!("its ballots do not add up to the {} votes that were cast", bundle.ballots.voted);
            faults.name("totals", &place, words);
        }
        if odd || votes > VOTES_MAX {
            return Vec::new();
        }
        let pile =
            |row: &Piled| Pile { answer: row.answer.clone(), ballots: row.ballots, weight: row.votes, skipped: 0 };
        rows.iter().map(pile).collect()
    };
    Some((1..).zip(piles).map(question).collect())
}

fn of_list(list: &[Listed], questions: usize, faults: &mut Faults) -> Vec<Vec<Pile>> {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let mut drawn: HashMap<&str, &str> = HashMap::new();
    let mut before = "";
    for row in list {
        let (code, place) = (row.code.as_str(), format!("code {}", row.code));
        let start = start_of(code);
        if start.is_none() {
            faults.name("code", &place, "not made as a code is");
        }
        if code < before {
            faults.name("order", &place, "the list is not in the order of the codes");
        }
        before = code;
        let times = seen.entry(code).or_default();
        *times += 1;
        if *times > 1 {
            faults.name("duplicate", &place, "it stands there twice");
        } else if let Some(start) = start
            && drawn.insert(start, code).is_some()
        {
            faults.name("clash", &place, "two ballots have this code: two voters may have been told the same one");
        }
        if row.answers.len() != questions {
            faults.name("answer", &place, "not an answer to each question");
        }
    }
    let of = |question: usize| {
        let mut piles: BTreeMap<&str, i64> = BTreeMap::new();
        for row in list {
            *piles.entry(row.answers.get(question).map_or("", String::as_str)).or_default() += 1;
        }
        piles.into_iter().map(|(answer, votes)| Pile::of(answer.to_owned(), votes)).collect()
    };
    (0..questions).map(of).collect()
}

/// What the server drew of a code, if it is made as one.
fn start_of(code: &str) -> Option<&str> {
    let (start, own) = (code.get(..DRAWN)?, code.get(DRAWN..)?);
    let own_fits = match own.strip_prefix('-') {
        Some(word) => (1..=OWN_MAX).contains(&word.chars().count()) && word.chars().all(|c| c > ' '),
        None => own.is_empty(),
    };
    (own_fits && start.chars().all(|c| CROCKFORD.contains(c))).then_some(start)
}
