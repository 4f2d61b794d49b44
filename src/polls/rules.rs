//! What is the co-op's of a decision: the rule that its rule profile gives a question, and the verdict on what was counted.
//!
//! `counting` alone decides. `decide` is the one way from a question and its ballots to an outcome, while a vote is open and at its
//! close; what it found at the close is kept whole, and shown from there.

use anyhow::{Context as _, bail, ensure};
use counting::contest::{Apart, Budget, Mark, Markings, POINT, Rankings};
use counting::outcome::Detail;
use counting::simple::ProposalRule;
use counting::simple::proposal::{Base, Bound, Condition, Quorum};
use counting::{Ballots, BigRational, Contest, Figure, Outcome, Ratio, Settings, Ties};

use super::paper::{Answer, Method, Question, Side};
use crate::coops::{QuorumOf, RuleProfile, VoteOf};
use crate::platform::i18n::Lang;
use crate::platform::text_enum::text_enum;

text_enum! {
    /// What came of a question.
    pub enum Verdict {
        Adopted = "adopted",
        Rejected = "rejected",
        NoQuorum = "no_quorum",
        /// One or several choices were chosen.
        Chosen = "chosen",
        /// The figures do not tell the choices apart, and nothing that was agreed beforehand does.
        Tied = "tied",
    }
}

impl Verdict {
    /// A vote without a quorum says so, however the ballots were.
    pub fn of(outcome: &Outcome, quorum_reached: bool) -> Self {
        match &outcome.detail {
            _ if !quorum_reached => Self::NoQuorum,
            Detail::Proposal(sums) if sums.adopted => Self::Adopted,
            Detail::Proposal(_) => Self::Rejected,
            _ if outcome.is_tied() => Self::Tied,
            _ if outcome.elected.is_empty() => Self::Rejected,
            _ => Self::Chosen,
        }
    }
}

/// The rule a question is decided by, as it was when the vote opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Whether the share must be reached, not passed.
    pub special: bool,
    pub majority_num: i32,
    pub majority_den: i32,
    /// Whether abstentions are part of what the majority is taken of.
    pub abstentions_count: bool,
    /// Share of the roll that must take part; 0 where whoever votes is enough.
    pub quorum_percent: i32,
    /// What the share is taken of.
    pub quorum_of: QuorumOf,
    /// Whether it is the quorum of a vote that is called again.
    pub second_call: bool,
    /// Whether it is taken at a meeting: the quorum is that of the meeting then.
    pub at_meeting: bool,
    /// What votes are counted: members, homes, or what each weighs.
    pub vote_of: VoteOf,
}

/// How many are on a roll and how many of them take part, in what a quorum is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    pub roll: i64,
    pub present: i64,
}

/// How many votes there are on a roll, and who takes part where the quorum is not taken of the votes that are cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitled {
    pub roll: i64,
    pub attendance: Option<Attendance>,
}

impl From<i64> for Entitled {
    fn from(roll: i64) -> Self {
        Self { roll, attendance: None }
    }
}

impl Rule {
    /// The rule of the profile for an ordinary or a special proposal.
    pub fn of(profile: &RuleProfile, special: bool) -> Self {
        let (majority_num, majority_den) = if special {
            (profile.majority_special_num, profile.majority_special_den)
        } else {
            (profile.majority_ordinary_num, profile.majority_ordinary_den)
        };
        Self {
            special,
            majority_num,
            majority_den,
            abstentions_count: profile.abstentions_count,
            quorum_percent: profile.quorum_percent,
            quorum_of: profile.quorum_of,
            second_call: false,
            at_meeting: false,
            vote_of: profile.vote_of,
        }
    }

    /// The rule as `counting` knows it. Everybody who voted counts for the quorum, abstentions too.
    fn proposal(&self, entitled: Entitled) -> anyhow::Result<ProposalRule> {
        ensure!(self.majority_den > 0, "a share of nothing");
        Ok(ProposalRule {
            share: Ratio::new(self.majority_num.try_into()?, self.majority_den.try_into()?),
            more_than: !self.special,
            base: Base::VotesCast,
            abstentions_count: self.abstentions_count,
            quorum: Some(self.quorum(entitled)?),
            further: Vec::new(),
        })
    }

    fn quorum(&self, entitled: Entitled) -> anyhow::Result<Quorum> {
        let roll = entitled.attendance.map_or(entitled.roll, |attendance| attendance.roll);
        let quorum = Quorum::of_roll(Ratio::new(self.quorum_percent.try_into()?, 100), roll.try_into()?);
        let present = entitled.attendance.map(|attendance| whole_number(attendance.present));
        Ok(Quorum { present, ..quorum })
    }

    /// How many of a roll must vote, rounded up.
    pub fn quorum_needed(&self, roll: i64) -> i64 {
        (roll * i64::from(self.quorum_percent) + 99) / 100
    }
}

/// Equal answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Pile {
    /// As `Answer::text` writes it.
    pub answer: String,
    pub ballots: i64,
    /// What they weigh together: how many votes they are.
    pub weight: i64,
    /// Of these, on papers that left a place out.
    pub skipped: i64,
}

impl Pile {
    /// Ballots that weigh one each.
    pub fn of(answer: String, ballots: i64) -> Self {
        Self { answer, ballots, weight: ballots, skipped: 0 }
    }
}

/// How many votes there are in piles.
pub fn voted(piles: &[Pile]) -> i64 {
    piles.iter().map(|pile| pile.weight).sum()
}

/// What `counting` is asked: the method and what it needs to know. `seed` is drawn from where the question wants a lot.
///
/// # Errors
/// On figures that no vote has: numbers below zero, a share of nothing.
pub fn settings(question: &Question, entitled: Entitled, seed: &str) -> anyhow::Result<(counting::Method, Settings)> {
    let ties = if question.lot { Ties::Lot { seed: seed.to_owned() } } else { Ties::None };
    let proposal = match question.method {
        Method::Consent => consent(question, entitled)?,
        _ => question.rule.proposal(entitled)?,
    };
    Ok((counted_by(question.method), Settings { seats: None, ties, proposal }))
}

/// Nobody objects, or no more than may; somebody agrees, and as many of the roll as must.
fn consent(question: &Question, entitled: Entitled) -> anyhow::Result<ProposalRule> {
    let objections = BigRational::from_integer(question.objections_max.into());
    let mut rule = ProposalRule {
        share: Ratio::new(question.agree_percent.try_into()?, 100),
        more_than: false,
        base: Base::Entitled(whole_number(entitled.roll)),
        abstentions_count: false,
        quorum: Some(question.rule.quorum(entitled)?),
        further: Vec::new(),
    };
    rule.further.push(Condition {
        option: 2,
        bound: Bound::AtMost,
        share: Ratio::from_integer(1),
        base: Base::Entitled(objections),
    });
    Ok(rule)
}

fn whole_number(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

fn counted_by(method: Method) -> counting::Method {
    match method {
        Method::Proposal => counting::Method::Majority,
        Method::Consent => counting::Method::Consent,
        Method::Choice => counting::Method::Plurality,
        Method::Approval => counting::Method::Approval,
        Method::Score => counting::Method::Score,
        Method::Dots => counting::Method::Dots,
        Method::Irv => counting::Method::Irv,
        Method::Scottish => counting::Method::StvScottish,
        Method::Meek => counting::Method::StvMeek,
        Method::Schulze => counting::Method::Schulze,
        Method::RankedPairs => counting::Method::RankedPairs,
        Method::Star => counting::Method::Star,
        Method::Greedy => counting::Method::Greedy,
        Method::EqualShares => counting::Method::EqualShares,
        Method::Times => counting::Method::Times,
    }
}

/// The ballots as `counting` knows them. The candidates are the sides, or the choices by their numbers, named in one language.
///
/// # Errors
/// On an answer that nobody could have given.
pub fn contest(question: &Question, title: &str, lang: Lang, piles: &[Pile]) -> anyhow::Result<Contest> {
    let ranked = matches!(question.method.marking(), super::paper::Marking::Ranks { .. });
    let (mut rankings, mut markings) = (Rankings::default(), Markings::default());
    let mut apart = Apart::default();
    let sides = question.method.sides();
    let place = |number: i32| usize::try_from(number - 1).context("a choice before the first");
    for pile in piles {
        let votes: u64 = pile.weight.try_into()?;
        let weight = Ratio::from_integer(votes);
        match Answer::read(question.method, &pile.answer).with_context(|| format!("the answer {:?}", pile.answer))? {
            _ if votes == 0 => {}
            Answer::Blank => apart.blank += votes,
            Answer::Side(Side::Abstain) => apart.abstentions += votes,
            Answer::Side(side) => {
                let option = sides.iter().position(|known| *known == side).context("a side of another question")?;
                rankings.push_ranks(weight, &[vec![option]])?;
            }
            Answer::Marks(marks) => {
                let mark = |(choice, points): (i32, i32)| -> anyhow::Result<Mark> {
                    Ok(Mark { candidate: place(choice)?, millionths: i64::from(points) * POINT })
                };
                markings.push(weight, &marks.into_iter().map(mark).collect::<anyhow::Result<Vec<_>>>()?)?;
            }
            Answer::Ranks(ranks) => {
                let rank = |rank: Vec<i32>| rank.into_iter().map(place).collect::<anyhow::Result<Vec<_>>>();
                rankings.push_ranks(weight, &ranks.into_iter().map(rank).collect::<anyhow::Result<Vec<_>>>()?)?;
            }
        }
    }
    let budget = question.budget.filter(|_| question.method.spends()).map(|total| Budget {
        total: cents(total),
        costs: question.choices.iter().map(|choice| cents(choice.cost.unwrap_or(0))).collect(),
        names: Vec::new(),
        currency: None,
    });
    Ok(Contest {
        title: title.to_owned(),
        seats: if question.method.has_seats() { question.seats.try_into()? } else { 1 },
        candidates: names(question, lang),
        ballots: if ranked || question.method.has_sides() {
            Ballots::Ranked(rankings)
        } else {
            Ballots::Marked(markings)
        },
        apart,
        budget,
        withdrawn: withdrawn(question)?,
        ..Contest::default()
    })
}

/// The choices that stand no more, by their places: no ballot counts for them, and nothing else of a ballot changes.
fn withdrawn(question: &Question) -> anyhow::Result<Vec<usize>> {
    let gone = question.choices.iter().filter(|choice| choice.withdrawn_at.is_some());
    gone.map(|choice| usize::try_from(choice.number - 1).context("a choice before the first")).collect()
}

/// What a count calls the sides of a question, or its choices.
pub fn names(question: &Question, lang: Lang) -> Vec<String> {
    match question.method.sides() {
        [] => question.choices.iter().map(|choice| choice.title(lang).to_owned()).collect(),
        sides => {
            let named = sides.iter().filter(|side| **side != Side::Abstain);
            named.map(|side| lang.t_of("poll-", side.word())).collect()
        }
    }
}

/// The same as pages show them: with a word on who withdrew.
pub fn shown_names(question: &Question, lang: Lang) -> Vec<String> {
    let mut names = names(question, lang);
    let gone = question.choices.iter().map(|choice| choice.withdrawn_at.is_some());
    for (name, _) in names.iter_mut().zip(gone).filter(|(_, gone)| *gone) {
        *name = lang.with("poll-choice-withdrew", &[("name", name.as_str().into())]);
    }
    names
}

fn cents(amount: i64) -> BigRational {
    BigRational::new(amount.into(), 100.into())
}

/// What the answers to a question decide.
///
/// # Errors
/// Those of `settings` and `contest`.
pub fn decide(
    question: &Question,
    title: &str,
    lang: Lang,
    entitled: impl Into<Entitled>,
    piles: &[Pile],
    seed: &str,
) -> anyhow::Result<Outcome> {
    let (method, settings) = settings(question, entitled.into(), seed)?;
    Ok(counting::count(&contest(question, title, lang, piles)?, method, &settings)?)
}

/// For, against and abstained.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub in_favour: i64,
    pub against: i64,
    pub abstained: i64,
}

impl Tally {
    pub fn cast(&self) -> i64 {
        self.in_favour + self.against + self.abstained
    }
}

/// A vote, counted: every number on the way to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub rule: Rule,
    pub roll: i64,
    pub tally: Tally,
    pub quorum_needed: i64,
    pub quorum_reached: bool,
    /// The votes that the majority is taken of.
    pub base: i64,
    /// The fewest votes in favour that carry the proposal.
    pub majority_needed: i64,
    pub majority_reached: bool,
    pub verdict: Verdict,
}

impl Count {
    /// The figures of what `decide` found.
    ///
    /// # Errors
    /// On an outcome that is not of a proposal.
    pub fn of(rule: Rule, roll: i64, outcome: &Outcome) -> anyhow::Result<Self> {
        let Detail::Proposal(sums) = &outcome.detail else { bail!("the outcome of no proposal") };
        Ok(Self {
            rule,
            roll,
            tally: Tally {
                in_favour: whole(&sums.in_favour)?,
                against: whole(&sums.against)?,
                abstained: whole(&sums.abstentions)?,
            },
            quorum_needed: sums.quorum.as_ref().map_or(Ok(0), |(needed, _)| whole(needed))?,
            quorum_reached: sums.quorum_reached,
            base: whole(&sums.base)?,
            majority_needed: whole(&sums.fewest)?,
            majority_reached: sums.majority_reached,
            verdict: Verdict::of(outcome, sums.quorum_reached),
        })
    }
}

/// Every ballot weighs a whole number, and so does every figure.
fn whole(figure: &Figure) -> anyhow::Result<i64> {
    figure.as_whole().with_context(|| format!("{figure} votes"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ordinary(quorum_percent: i32) -> Rule {
        Rule {
            special: false,
            majority_num: 1,
            majority_den: 2,
            abstentions_count: false,
            quorum_percent,
            quorum_of: QuorumOf::Votes,
            second_call: false,
            at_meeting: false,
            vote_of: VoteOf::Member,
        }
    }

    fn two_thirds() -> Rule {
        Rule { special: true, majority_num: 2, majority_den: 3, ..ordinary(30) }
    }

    fn counted(rule: Rule, roll: i64, votes: [i64; 3]) -> Count {
        Count::of(rule, roll, &decided(rule, roll, votes).expect("figures")).expect("a proposal")
    }

    fn decided(rule: Rule, roll: i64, votes: [i64; 3]) -> anyhow::Result<Outcome> {
        let piles = ["for", "against", "abstain"].into_iter().zip(votes);
        let piles: Vec<Pile> = piles.map(|(side, ballots)| Pile::of(side.to_owned(), ballots)).collect();
        decide(&Question::proposal(rule), "", Lang::En, roll, &piles, "")
    }

    fn verdict(rule: Rule, votes: [i64; 3]) -> Verdict {
        counted(rule, 83, votes).verdict
    }

    #[test]
    fn an_ordinary_proposal_needs_more_than_its_share_and_a_special_one_at_least_its_share() {
        assert_eq!(verdict(ordinary(0), [20, 20, 5]), Verdict::Rejected);
        assert_eq!(verdict(ordinary(0), [21, 20, 5]), Verdict::Adopted);
        assert_eq!(verdict(two_thirds(), [40, 20, 0]), Verdict::Adopted);
        assert_eq!(verdict(two_thirds(), [39, 20, 0]), Verdict::Rejected);
        assert_eq!(verdict(Rule { abstentions_count: true, ..ordinary(0) }, [20, 10, 12]), Verdict::Rejected);
        assert_eq!(verdict(ordinary(0), [0, 0, 0]), Verdict::Rejected);
    }

    #[test]
    fn a_quorum_comes_first() {
        assert_eq!(counted(ordinary(30), 83, [0, 0, 0]).quorum_needed, 25);
        assert_eq!(verdict(ordinary(30), [24, 0, 0]), Verdict::NoQuorum);
        assert_eq!(verdict(ordinary(30), [24, 0, 1]), Verdict::Adopted);
        assert_eq!(verdict(ordinary(30), [0, 24, 0]), Verdict::NoQuorum);
    }

    #[test]
    fn figures_that_no_vote_has_are_errors() {
        let votes = [1, 0, 0];
        for (rule, roll, votes) in [
            (ordinary(0), -1, votes),
            (ordinary(-1), 1, votes),
            (Rule { majority_num: -1, ..ordinary(0) }, 1, votes),
            (Rule { majority_den: 0, ..ordinary(0) }, 1, votes),
            (ordinary(0), 1, [1, -1, 0]),
            (ordinary(0), 1, [1, 0, -1]),
        ] {
            assert!(decided(rule, roll, votes).is_err(), "{rule:?} {roll} {votes:?}");
        }
    }

    prop_compose! {
        fn any_rule()(special in any::<bool>(), den in 1..100_i32, abstentions_count in any::<bool>(),
                      quorum_percent in 0..=100_i32)
                (num in 1..=den, special in Just(special), den in Just(den),
                 abstentions_count in Just(abstentions_count), quorum_percent in Just(quorum_percent)) -> Rule {
            Rule { special, majority_num: num, majority_den: den, abstentions_count, ..ordinary(quorum_percent) }
        }
    }

    proptest! {
        /// Each field of the rule and each ballot means in `counting` what it means here.
        #[test]
        fn the_figures_are_what_the_fractions_say(
            rule in any_rule(), votes in [0..3_000_i64, 0..3_000_i64, 0..3_000_i64], spare in 0..500_i64,
        ) {
            let [in_favour, against, abstained] = votes;
            let roll = votes.iter().sum::<i64>() + spare;
            let counted = counted(rule, roll, votes);
            let (num, den) = (i64::from(rule.majority_num), i64::from(rule.majority_den));
            let base = in_favour + against + if rule.abstentions_count { abstained } else { 0 };
            let carries = |votes: i64| if rule.special { votes * den >= num * base } else { votes * den > num * base };
            let quorum = (roll - spare) * 100 >= roll * i64::from(rule.quorum_percent);
            prop_assert_eq!(counted.tally, Tally { in_favour, against, abstained });
            prop_assert_eq!((counted.roll, counted.base), (roll, base));
            prop_assert_eq!(counted.majority_reached, carries(in_favour) && in_favour > 0);
            prop_assert!(carries(counted.majority_needed) && counted.majority_needed > 0);
            prop_assert!(counted.majority_needed == 1 || !carries(counted.majority_needed - 1));
            prop_assert_eq!(counted.quorum_reached, quorum);
            prop_assert_eq!(counted.quorum_needed, (roll * i64::from(rule.quorum_percent) + 99) / 100);
            prop_assert_eq!(counted.verdict == Verdict::Adopted, counted.majority_reached && quorum);
            prop_assert_eq!(counted.verdict == Verdict::NoQuorum, !quorum);
        }
    }
}
