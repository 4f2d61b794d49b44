//! A discussion under way on the open vote about the roof: in both languages, with answers, one comment edited and one hidden; and a
//! coming vote whose text was changed after it was announced.

use chrono::TimeDelta;

use super::{Demo, store, story};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::polls::{self, NewPoll};
use crate::{accounts, comments};

/// One comment: who, how many days ago and at which hour, what. An answer follows what it answers.
struct Said {
    who: &'static str,
    days_ago: i64,
    hour: u32,
    text: &'static str,
    answers: bool,
    becomes: &'static str,
    hidden_why: &'static str,
}

const fn said(who: &'static str, (days_ago, hour): (i64, u32), text: &'static str) -> Said {
    Said { who, days_ago, hour, text, answers: false, becomes: "", hidden_why: "" }
}

/// The co-ordinator, who is no member.
const OFFICE: &str = "";

const ROOF: &[Said] = &[
    said(
        "Emmanuel Leblanc",
        (3, 18),
        "Twenty years of warranty sounds good. Does it cover the flashing around the chimneys? That is where it leaked in 2022.",
    ),
    Said {
        answers: true,
        ..said(
            "Ruth Chen",
            (3, 20),
            "Oui, @Emmanuel Leblanc. La soumission comprend les solins des deux cheminées, avec la même garantie.\n\nLe rapport complet est au bureau.",
        )
    },
    said(
        "Amélie D'Amours",
        (2, 12),
        "Où iront les bacs à fleurs de la terrasse pendant les travaux? Ceux du troisième ne passent pas dans l’escalier.",
    ),
    Said {
        answers: true,
        ..said(
            OFFICE,
            (2, 15),
            "The contractor takes them down with the crane on the first morning. We will post the date three weeks ahead.",
        )
    },
    Said { answers: true, ..said("Amélie D'Amours", (2, 17), "Merci, c’est parfait.") },
    Said {
        hidden_why: "It is about the payments of a neighbour.",
        ..said("Omar Landry", (2, 21), "The people next to me have not paid since summer. Will they pay for a roof?")
    },
    Said {
        becomes: "Il resterait 226 000 $ dans la réserve : c’est dans le texte, j’avais mal lu. Je vote pour.",
        ..said(
            "Valérie Simard",
            (1, 8),
            "Et que reste-t-il dans la réserve après cela? Je voterai contre si elle est vide.",
        )
    },
    Said {
        answers: true,
        ..said("Jun Diallo", (1, 10), "Le plan de réserve demande 200 000 $ au moins. Nous restons au-dessus.")
    },
];

/// What was added to the text of the vote that is coming.
const ADDED: [&str; 2] = [" Sunday evening counts as a weekday.", " Le dimanche soir compte comme la semaine."];

impl Demo<'_> {
    /// What people say of the vote of this title.
    pub(super) fn talk(&mut self) -> Result<()> {
        let roof = story::VOTES.iter().find(|vote| vote.closes_in_days > 0).map_or("", |vote| vote.title_en);
        let vote = store::vote(self.conn, roof)?;
        let mut first = None;
        for told in ROOF {
            let at = self.instant(self.today() - TimeDelta::days(told.days_ago), told.hour);
            let viewer = match self.people.get(told.who) {
                None => self.joan.clone(),
                Some(member) => {
                    let account = store::account(self.conn, *member)?;
                    accounts::acting(self.conn, account, at)?.ok_or(Error::NotFound)?
                }
            };
            let mut act = Act::new(self.conn, self.coop, Some(&viewer), self.state, at);
            let asker = act.asker();
            let thing = comments::thing(act.conn, act.state.slices, &asker, polls::slice::POLL.word, vote)?;
            let id = comments::write(&mut act, &thing, first.filter(|_| told.answers), told.text)?;
            if !told.becomes.is_empty() {
                act.now += TimeDelta::minutes(34);
                comments::edit(&mut act, id, 1, told.becomes)?;
            }
            if !told.hidden_why.is_empty() {
                comments::hide(&mut self.at(at + TimeDelta::hours(2)), id, told.hidden_why)?;
            }
            if !told.answers {
                first = Some(id);
            }
        }
        Ok(())
    }

    /// The text of a vote that was announced says more now.
    pub(super) fn reword(&mut self, id: i64, vote: &NewPoll) -> Result<()> {
        let [english, french] = ADDED;
        let longer = NewPoll {
            details_en: vote.details_en.clone() + english,
            details_fr: vote.details_fr.clone() + french,
            ..vote.clone()
        };
        let at = self.now - TimeDelta::days(1);
        polls::change(&mut self.at(at), id, 2, &longer)
    }
}
