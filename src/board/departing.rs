//! Who leaves the co-op leaves the board that day, with every office; their seat and offices come back if they did not leave.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::offices::of_office;
use super::{Came, Ended, Entry, Office, check, record, rules, slice, store};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::{Error, Result};
use crate::platform::events::difference;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] = &[
    Hanging { name: "board", select: store::SEATS_OF, fate: Fate::Ends(Verbs { end, restore }) },
    // They end with the term; this says which will be vacant.
    Hanging {
        name: "offices",
        select: store::OFFICES_OF,
        fate: Fate::Ends(Verbs { end: |_, _| Ok(Vec::new()), restore: |_, _, _| Ok(true) }),
    },
];

/// A term as it was before it ended with the membership, and the offices in it.
#[derive(Debug, Serialize, Deserialize)]
struct Was {
    term: i64,
    from: NaiveDate,
    until: NaiveDate,
    came: String,
    ended: Option<(NaiveDate, String)>,
    offices: Vec<(String, NaiveDate, NaiveDate)>,
}

impl Was {
    fn entry(&self) -> Entry {
        let came = if self.came == Came::Elected.word() { Came::Elected } else { Came::Appointed };
        let ended = self.ended.as_ref().and_then(|(day, how)| Some((*day, Ended::parse(how)?)));
        Entry { from: self.from, until: self.until, came, ended }
    }
}

/// A term that would only have begun on that day or later never was.
fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let (member, on, today) = (departure.member, departure.on, act.today());
    let mine =
        |term: &store::Term| term.member_id == member && departure.until.is_none_or(|until| term.starts_on < until);
    let terms: Vec<store::Term> = store::terms_from(act.conn, on, today)?.into_iter().filter(mine).collect();
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let (held, mut ended) = (store::holdings(act.conn, Some(on), Lang::En)?, Vec::new());
    for term in terms {
        let entry = Entry::of(&term);
        let offices: Vec<(String, NaiveDate, NaiveDate)> = held
            .iter()
            .filter(|holding| holding.term_id == term.id)
            .map(|holding| (holding.office().key(), holding.since, holding.until))
            .collect();
        if term.starts_on >= on {
            store::delete_term(act.conn, term.id)?;
            record(act, &slice::BOARD_STRUCK, member, json!({ "term": term.id, "before": entry.told() }))?;
        } else {
            let left = Entry { ended: Some((on, Ended::Left)), ..entry };
            store::update_term(act.conn, term.id, &left)?;
            if entry.ended.is_none() {
                let detail = json!({ "term": term.id, "after": { "on": on, "how": Ended::Left.word() } });
                record(act, &slice::BOARD_ENDED, member, detail)?;
            } else {
                told(act, member, term.id, &entry, &left)?;
            }
        }
        for (office, since, _) in &offices {
            let detail = json!({ "after": { "office": office, "from": on.max(*since) } });
            record(act, &slice::BOARD_OFFICE_ENDED, member, detail)?;
        }
        let early = entry.ended.map(|(day, how)| (day, how.word().to_owned()));
        let (from, until, came) = (entry.from, entry.until, entry.came.word().to_owned());
        ended.push(json!(Was { term: term.id, from, until, came, ended: early, offices }));
    }
    Ok(ended)
}

fn told(act: &mut Act<'_>, member: i64, term: i64, before: &Entry, after: &Entry) -> Result<()> {
    let Some(mut detail) = difference(&before.told(), &after.told()) else { return Ok(()) };
    detail["term"] = term.into();
    record(act, &slice::BOARD_CORRECTED, member, detail)
}

/// Not where somebody else has the seat meanwhile, or one of the offices.
fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let Ok(was) = serde_json::from_value::<Was>(was.clone()) else { return Ok(false) };
    store::lock(act.conn)?;
    let (entry, today) = (was.entry(), act.today());
    let until = entry.ended.map_or(entry.until, |(day, _)| day);
    let mut term = rules::Term { id: was.term, member: departure.member, from: entry.from, until };
    match store::term(act.conn, was.term, today) {
        Ok(now) if Entry::of(&now) == entry => return Ok(true),
        Ok(now) if now.ended_on == Some(departure.on) && now.starts_on == entry.from => {
            if check(act, &term).is_err() {
                return Ok(false);
            }
            store::update_term(act.conn, term.id, &entry)?;
            told(act, departure.member, term.id, &Entry::of(&now), &entry)?;
        }
        Ok(_) => return Ok(false),
        Err(Error::NotFound) if entry.from >= departure.on => {
            if check(act, &term).is_err() {
                return Ok(false);
            }
            term.id = store::insert_term(act.conn, departure.member, &entry)?;
            store::update_term(act.conn, term.id, &entry)?;
            let kind = if entry.came == Came::Elected { &slice::BOARD_ELECTED } else { &slice::BOARD_APPOINTED };
            let after = json!({ "from": entry.from, "until": entry.until });
            record(act, kind, departure.member, json!({ "term": term.id, "after": after }))?;
            let open = Entry { ended: None, ..entry };
            told(act, departure.member, term.id, &open, &entry)?;
        }
        Err(Error::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut all = true;
    for (key, from, until) in &was.offices {
        all &= give_back(act, &term, key, (*from, *until), departure.on)?;
    }
    Ok(all)
}

/// An office is theirs again from when until when it was, if nobody else holds it on any of these days. Else it stays as it ended:
/// with the longer term it has grown longer already, by a trigger.
fn give_back(
    act: &mut Act<'_>,
    term: &rules::Term,
    key: &str,
    (from, until): (NaiveDate, NaiveDate),
    left_on: NaiveDate,
) -> Result<bool> {
    let Some(office) = Office::parse(key) else { return Ok(false) };
    let known = of_office(&store::holdings(act.conn, None, Lang::En)?, office);
    let meets = |holding: &&rules::Holding| holding.from < until && from < holding.until;
    let is_taken = known.iter().filter(meets).any(|holding| holding.term != term.id);
    let until = if is_taken { left_on } else { until };
    let is_own = |holding: &&rules::Holding| holding.term == term.id && meets(holding);
    let mut after: Vec<rules::Holding> = known.iter().filter(|holding| !is_own(holding)).copied().collect();
    if from < until {
        after.push(rules::Holding { term: term.id, from, until });
    }
    store::put_holdings(act.conn, office, &after)?;
    if is_taken {
        return Ok(false);
    }
    let detail = json!({ "term": term.id, "after": { "office": key, "from": from } });
    record(act, &slice::BOARD_OFFICE_HANDED, term.member, detail)?;
    Ok(true)
}
