//! Two secret votes of the demo co-op: one of last month, with its published list, and one under way.
//!
//! Nobody can vote in the past, so what was cast is put into the urn before it is closed, sealed as any ballot; everything else is done by
//! the verbs that people use.

use chrono::{DateTime, TimeDelta, Utc};

use super::{DEMO_ACCOUNTS, Demo, store};
use crate::accounts::{self, Holder, Invitation};
use crate::coops;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Role;
use crate::polls::urn::{self, Secrecy};
use crate::polls::{self, Case, Method, NewChoice, NewPoll, NewQuestion, Shows};

/// A secret vote: titles and texts, when it opens and closes in days from today, and what one chooses among; a proposal without.
struct Secret {
    texts: [&'static str; 4],
    days: (i64, i64),
    secrecy: Secrecy,
    choices: &'static [[&'static str; 2]],
    /// Of so many in a hundred who are on the roll a ballot is in the urn.
    turnout: i64,
}

const VOTES: [Secret; 2] = [
    Secret {
        texts: [
            "Keep our management company for another year",
            "Garder notre société de gestion une année de plus",
            "The contract ends in June. Some of us are content, some are not; nobody should have to say so aloud.",
            "Le contrat finit en juin. Certains sont satisfaits, d’autres non; personne ne devrait avoir à le dire tout haut.",
        ],
        days: (-40, -26),
        secrecy: Secrecy::List,
        choices: &[],
        turnout: 71,
    },
    Secret {
        texts: [
            "Who audits our books for the next two years",
            "Qui vérifie nos comptes pendant les deux prochaines années",
            "All three made an offer. The finance committee has met them and recommends none.",
            "Les trois ont fait une offre. Le comité des finances les a rencontrés et n’en recommande aucun.",
        ],
        days: (-3, 6),
        secrecy: Secrecy::List,
        choices: &[
            ["Bédard & Lake", "Bédard & Lake"],
            ["Rousseau Accountants", "Cabinet Rousseau"],
            ["North Shore Audit", "North Shore Audit"],
        ],
        turnout: 38,
    },
];

/// Who prepares the urns that the co-ordinator announced.
const SECOND: (&str, &str) = ("Luc Fortier", "luc.fortier@example.org");

impl Demo<'_> {
    pub(super) fn secret_votes(&mut self) -> Result<()> {
        let invitation = Invitation {
            holder: Holder::Guest { name: SECOND.0.to_owned(), email: SECOND.1.to_owned() },
            role: Role::Admin,
            language: Some(Lang::Fr),
            expires_on: None,
        };
        let long_ago = self.now - TimeDelta::days(60);
        let account = accounts::open(&mut self.at(long_ago), &invitation, None)?;
        let now = self.now;
        let second = accounts::acting(self.conn, account.id, now)?.ok_or(Error::NotFound)?;
        for vote in VOTES {
            self.secret_vote(&vote, &second)?;
        }
        self.secret_election(&second)
    }

    fn secret_vote(&mut self, told: &Secret, second: &Viewer) -> Result<()> {
        let (opens_at, closes_at) = (self.hour(told.days.0, 9), self.hour(told.days.1, 20));
        let [title_en, title_fr, details_en, details_fr] = told.texts.map(str::to_owned);
        let new = NewPoll {
            title_en,
            title_fr,
            details_en,
            details_fr,
            case: Case::default(),
            binding: true,
            shows: Shows::Closed,
            secrecy: told.secrecy,
            record_on: None,
            opens_at,
            closes_at,
        };
        let question = match told.choices {
            [] => NewQuestion::proposal(false),
            choices => {
                let choice = |[en, fr]: &[&str; 2]| NewChoice {
                    title_en: (*en).to_owned(),
                    title_fr: (*fr).to_owned(),
                    ..NewChoice::default()
                };
                NewQuestion { choices: choices.iter().map(choice).collect(), ..NewQuestion::of(Method::Choice) }
            }
        };
        let before = opens_at - TimeDelta::days(4);
        let id = polls::create(&mut self.at(before), &new, &[question])?;
        polls::announce(&mut self.at(before), id)?;
        self.prepare(id, second, before + TimeDelta::days(1))?;
        let answer = |member| answer(told, member);
        self.fill(id, (told.turnout, told.days.1 > 0), opens_at, answer)?;
        polls::open(&mut self.at(opens_at), id)?;
        if closes_at < self.now {
            polls::close(&mut self.at(closes_at), id)?;
        }
        Ok(())
    }

    /// The vote of an election gets its urn, some ballots, and opens.
    pub(super) fn under_way(&mut self, id: i64, second: &Viewer, opens_at: DateTime<Utc>) -> Result<()> {
        self.prepare(id, second, opens_at - TimeDelta::days(1))?;
        let answer =
            |member: i64| ["1=1", "2=1", "1=1,3=1", "2=1,4=1"][usize::try_from(member % 4).unwrap_or(0)].to_owned();
        self.fill(id, (34, true), opens_at, answer)?;
        polls::open(&mut self.at(opens_at), id)
    }

    fn hour(&self, days: i64, hour: u32) -> DateTime<Utc> {
        self.instant(self.today() + TimeDelta::days(days), hour)
    }

    /// By the second officer; the two residents who can sign in with one click are its scrutineers, and have taken their codes.
    fn prepare(&mut self, id: i64, second: &Viewer, at: DateTime<Utc>) -> Result<()> {
        let member = |demo: &Self, nth: usize| demo.people.get(DEMO_ACCOUNTS[nth].name).copied().ok_or(Error::NotFound);
        let scrutineers = [member(self, 0)?, member(self, 1)?];
        urn::prepare(&mut Act::new(self.conn, self.coop, Some(second), self.state, at), id, scrutineers)?;
        for member in scrutineers {
            let account = store::account(self.conn, member)?;
            let viewer = accounts::acting(self.conn, account, self.now)?.ok_or(Error::NotFound)?;
            let at = at + TimeDelta::hours(member % 9);
            urn::take_code(&mut Act::new(self.conn, self.coop, Some(&viewer), self.state, at), id)?;
        }
        Ok(())
    }

    /// Puts ballots in, of those who will be on the roll but for the two who can sign in while it is open.
    /// `turnout` in a hundred, and whether it is open.
    fn fill(
        &mut self,
        id: i64,
        (turnout, open): (i64, bool),
        opens_at: DateTime<Utc>,
        answer: impl Fn(i64) -> String,
    ) -> Result<()> {
        let profile = coops::rule_profile(self.conn)?;
        let day = crate::platform::clock::date_in(self.coop.zone, opens_at);
        let roll = polls::roll::draw(self.conn, (profile.vote_of, profile.quorum_of), day, None)?;
        let own = [0, 1].map(|nth| self.people.get(DEMO_ACCOUNTS[nth].name).copied().unwrap_or_default());
        let takes_part = |member: i64| (member * 37 + 11) % 100 < turnout && !(open && own.contains(&member));
        let cast: Vec<(i64, String)> = roll
            .places
            .iter()
            .filter(|place| place.weight == 1 && takes_part(place.member))
            .map(|place| (place.member, answer(place.member)))
            .collect();
        urn::fill_demo(&mut self.at(opens_at), id, &cast)
    }
}

/// What somebody is told to have voted.
fn answer(told: &Secret, member: i64) -> String {
    let lot = (member * 53 + 7) % 100;
    if told.choices.is_empty() {
        return match lot {
            0..54 => "for",
            54..91 => "against",
            _ => "abstain",
        }
        .to_owned();
    }
    match lot {
        0..46 => "1=1",
        46..79 => "2=1",
        79..95 => "3=1",
        _ => "",
    }
    .to_owned()
}
