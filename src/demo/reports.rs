//! Two reports that the demo co-op keeps, and one that was made.

use super::Demo;
use crate::committee_reports;
use crate::committees;
use crate::figures::{Period, Span};
use crate::platform::error::Result;
use crate::reports::{self, NewSaved, Question, Sent};

/// Committee, how many months ago, what happened, what comes next, what is asked for.
const TOLD: [(&str, u32, &str, &str, &str); 3] = [
    (
        "Maintenance",
        2,
        "The boiler was serviced and holds. Two calls about water came from the same stack; both were the joint on the second floor.",
        "We look at the roof before the first frost.",
        "",
    ),
    (
        "Maintenance",
        1,
        "The roof was looked at: the flashing on the north side lifts, nothing leaks yet. Three quotes are in.",
        "The storm doors, and the lights in the back stairs.",
        "That the board chooses one of the three quotes at its next meeting.",
    ),
    (
        "Landscaping",
        2,
        "La haie est taillée et les feuilles sont au compost. Huit personnes sont venues, c’était un bel après-midi.",
        "Les bulbes du printemps, si le sol ne gèle pas avant.",
        "Une échelle plus haute.",
    ),
];

impl Demo<'_> {
    pub(super) fn reports(&mut self) -> Result<()> {
        let today = self.today();
        let question = |name: &str, chosen: &str| -> Result<Question> {
            let report = reports::named(name)?;
            let period = Period::of(Span::LastMonth, today, 1);
            let chosen = report.choice(chosen);
            Ok(Question { report, span: period.span, from: period.from, until: period.until, committee: None, chosen })
        };
        let (board, late) = (question("board", "")?, question("tasks", "late")?);
        let now = self.now;
        for (name, question, sent) in
            [("For the board, every month", &board, Sent::Monthly), ("Late tasks", &late, Sent::Weekly)]
        {
            let new = NewSaved { name: name.to_owned(), question: question.clone(), sent };
            reports::save(&mut self.at(now), &new)?;
        }
        reports::ask(&mut self.at(now), &board, None)?;
        self.told_by_committees()
    }

    /// What two committees told of the last months. The next draft of each begins by itself.
    fn told_by_committees(&mut self) -> Result<()> {
        let now = self.now;
        for (name, back, happened, coming, asks) in TOLD {
            let Some(committee) = committees::named(self.conn, name)? else { continue };
            let month = committee_reports::month_of(self.today(), back);
            let id = committee_reports::begin(&mut self.at(now), committee, month)?;
            let words = committee_reports::Words {
                happened: happened.to_owned(),
                coming: coming.to_owned(),
                asks: asks.to_owned(),
            };
            committee_reports::write(&mut self.at(now), id, 1, &words, true)?;
        }
        Ok(())
    }
}
