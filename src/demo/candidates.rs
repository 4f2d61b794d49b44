//! The elections of the demo: one to the board whose nominations are under way, one for a vacant seat that is still a draft, and one whose secret
//! vote is open.

use chrono::{Days, NaiveDate};

use super::{Demo, store};
use crate::accounts;
use crate::accounts::pages::DEMO_ACCOUNTS;
use crate::board;
use crate::elections::{self, NewElection};
use crate::platform::error::{Error, Result};
use crate::platform::visit::{Act, Viewer};
use crate::polls::{Method, Secrecy};

/// What candidates say of themselves, in both languages.
const SAID: [[&str; 2]; 4] = [
    [
        "I have lived here for six years and looked after the stairwell lights for two. On the board I would like to see **a plan for the boilers** before they fail, and board notes that everybody can read within a week.",
        "J’habite ici depuis six ans et j’ai veillé deux ans sur l’éclairage des cages d’escalier. Au conseil, j’aimerais voir **un plan pour les chaudières** avant qu’elles lâchent, et des notes du conseil que tout le monde peut lire en une semaine.",
    ],
    [
        "I keep books for a living and can read a budget aloud so that it makes sense. I would take one term.\n\n- A reserve fund that we understand\n- Quotes from three firms for every large repair",
        "La comptabilité est mon métier, et je peux lire un budget à voix haute pour qu’il se comprenne. Je ferais un mandat.\n\n- Un fonds de réserve que nous comprenons\n- Trois soumissions pour chaque grande réparation",
    ],
    ["", ""],
    [
        "My mother helped to found this co-op, and I grew up on the second floor. What worries me is that the same ten people do everything. I would call on every home once a year, **ask what each of us likes doing**, and share the work out from there.",
        "Ma mère a aidé à fonder cette coop, et j’ai grandi au deuxième étage. Ce qui m’inquiète, c’est que les dix mêmes personnes font tout. Je rendrais visite à chaque logement une fois par année, **je demanderais ce que chacun aime faire**, et on répartirait le travail à partir de là.",
    ],
];

impl Demo<'_> {
    pub(super) fn elections(&mut self) -> Result<()> {
        let today = self.today();
        let terms = board::terms_from(self.conn, today, today)?;
        let sitting: Vec<i64> = terms.iter().map(|term| term.member_id).collect();
        let meeting = board::rules::next_meeting(terms.iter().map(|term| term.ends_on), today).unwrap_or(today);
        let called = today - Days::new(6);
        let texts = ["Election to the board", "Élection au conseil"];
        let why = [
            "At the annual meeting three terms end and one seat has been vacant since autumn. The board meets on the second Tuesday of the month, about two hours.",
            "À l’assemblée annuelle, trois mandats prennent fin et un siège est vacant depuis l’automne. Le conseil se réunit le deuxième mardi du mois, environ deux heures.",
        ];
        let new = self.election((texts, why), 4, (meeting, meeting + Days::new(728)), called);
        let at = self.instant(called, 9);
        let id = elections::create(&mut self.at(at), &new)?;
        elections::call(&mut self.at(at), id)?;
        let others: Vec<i64> =
            self.standing_members(called - Days::new(400))?.into_iter().filter(|one| !sitting.contains(one)).collect();
        let mut stand = Vec::new();
        for member in others {
            if stand.len() < 3 && store::account(self.conn, member).is_ok() {
                self.stands(id, member, SAID[stand.len()], called + Days::new(1 + stand.len() as u64))?;
                stand.push(member);
            }
        }
        // Somebody put Isabelle up, and she has not answered.
        if let (Some(isabelle), Some(by)) = (self.people.get(DEMO_ACCOUNTS[0].name).copied(), stand.first().copied()) {
            self.as_member(by, self.instant(today - Days::new(1), 18), |act| elections::nominate(act, id, isabelle))?;
        }
        let texts = ["Election to fill a vacant seat", "Élection pour pourvoir un siège vacant"];
        let new = self.election((texts, ["", ""]), 1, (today + Days::new(40), meeting), today);
        let at = self.now;
        elections::create(&mut self.at(at), &new)?;
        Ok(())
    }

    fn election(
        &self,
        ([title_en, title_fr], [details_en, details_fr]): ([&str; 2], [&str; 2]),
        seats: i32,
        (starts_on, ends_on): (NaiveDate, NaiveDate),
        from: NaiveDate,
    ) -> NewElection {
        NewElection {
            title_en: title_en.to_owned(),
            title_fr: title_fr.to_owned(),
            details_en: details_en.to_owned(),
            details_fr: details_fr.to_owned(),
            seats,
            starts_on,
            ends_on,
            method: if seats > 1 { Method::Scottish } else { Method::Approval },
            nominate_from: from,
            nominate_until: from + Days::new(16),
            opens_at: self.instant(from + Days::new(19), 8),
            closes_at: self.instant(from + Days::new(33), 20),
            sealed: false,
            by_others: true,
            none_stands: true,
            acclaims: seats == 1,
            secrecy: Secrecy::List,
            committee_id: None,
        }
    }

    /// One seat, four who stand, and a vote that is under way: from the call to the urn by the verbs that people use, at their times.
    pub(super) fn secret_election(&mut self, second: &Viewer) -> Result<()> {
        let today = self.today();
        let called = today - Days::new(23);
        let texts =
            ["Election to fill a seat until the annual meeting", "Élection pour un siège jusqu’à l’assemblée annuelle"];
        let why = [
            "One seat has been vacant since autumn. Whoever is elected sits until the annual meeting.",
            "Un siège est vacant depuis l’automne. La personne élue siège jusqu’à l’assemblée annuelle.",
        ];
        let terms = board::terms_from(self.conn, today, today)?;
        let meeting = board::rules::next_meeting(terms.iter().map(|term| term.ends_on), today).unwrap_or(today);
        let starts = today + Days::new(12);
        let new = self.election((texts, why), 1, (starts, meeting), called);
        let id = elections::create(&mut self.at(self.instant(called, 8)), &new)?;
        elections::call(&mut self.at(self.instant(called, 9)), id)?;
        let sitting: Vec<i64> = terms.iter().map(|term| term.member_id).collect();
        let kept = [0, 1].map(|nth| self.people.get(DEMO_ACCOUNTS[nth].name).copied().unwrap_or_default());
        let can = |one: &i64| !sitting.contains(one) && !kept.contains(one);
        let all: Vec<i64> = self.standing_members(called - Days::new(400))?.into_iter().filter(can).collect();
        let mut stood = 0;
        for member in all.into_iter().rev() {
            if stood < 4 && store::account(self.conn, member).is_ok() {
                self.stands(id, member, SAID[stood % SAID.len()], called + Days::new(2 + stood as u64))?;
                stood += 1;
            }
        }
        let ended = self.instant(new.nominate_until + Days::new(1), 0);
        elections::settle_due(&mut self.at(ended), id)?;
        let poll = elections::find(self.conn, id)?.poll_id.ok_or(Error::NotFound)?;
        self.under_way(poll, second, new.opens_at)
    }

    fn stands(&mut self, id: i64, member: i64, [english, french]: [&str; 2], day: NaiveDate) -> Result<()> {
        let at = self.instant(day, 19);
        self.as_member(member, at, |act| {
            elections::stand(act, id)?;
            elections::state(act, id, (english, french), false)
        })
    }

    /// A member acts at some time.
    pub(super) fn as_member(
        &mut self,
        member: i64,
        at: chrono::DateTime<chrono::Utc>,
        verb: impl FnOnce(&mut Act<'_>) -> Result<()>,
    ) -> Result<()> {
        let account = store::account(self.conn, member)?;
        let viewer = accounts::acting(self.conn, account, at)?;
        verb(&mut Act::new(self.conn, self.coop, viewer.as_ref(), self.state, at))
    }
}
