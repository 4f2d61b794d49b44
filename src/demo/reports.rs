//! Two reports that the demo co-op keeps, and one that was made.

use super::Demo;
use crate::figures::{Period, Span};
use crate::platform::error::Result;
use crate::reports::{self, NewSaved, Question, Sent};

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
        Ok(())
    }
}
