//! The examples of the help: for each way to decide, a question to twelve neighbours of an invented co-op and their ballots.
//!
//! Only what was asked and what each of them answered stands here. The results are counted when a page is made, as those of a vote are;
//! what the words of a page say of them, the tests hold. Ways that are easily taken for each other have the same ballots.

use super::paper::{Answer, Choice, Method, Question};
use super::rules::{Pile, Rule};
use super::{Counted, NewQuestion};
use crate::coops::{QuorumOf, VoteOf};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// Who lives there, in the order of the ballots below.
pub const NEIGHBOURS: [&str; 12] = [
    "Amir",
    "Béatrice",
    "Claire",
    "Denis",
    "Élise",
    "Fatou",
    "Gilles",
    "Huguette",
    "Inès",
    "Jacob",
    "Khadija",
    "Louis",
];

/// What lots are drawn from; a vote draws from the seal of its ballots, which nobody knows beforehand.
const SEED: &str = "6 6 1 4";

/// The rule profile of the invented co-op: more than half of the votes for and against, a quarter must vote.
const RULE: Rule = Rule {
    special: false,
    majority_num: 1,
    majority_den: 2,
    abstentions_count: false,
    quorum_percent: 25,
    quorum_of: QuorumOf::Votes,
    second_call: false,
    at_meeting: false,
    vote_of: VoteOf::Member,
};

/// What can be chosen: a neighbour who stands, or a thing whose words are under `way-thing-`, with its cost in dollars.
#[derive(Clone, Copy)]
enum Thing {
    Neighbour(usize),
    Named(&'static str),
    Costs(&'static str, i64),
}

use Thing::{Costs, Named, Neighbour};

impl Thing {
    fn title(self, lang: Lang) -> String {
        match self {
            Self::Neighbour(at) => NEIGHBOURS[at].to_owned(),
            Self::Named(word) | Self::Costs(word, _) => lang.t_of("way-thing-", word),
        }
    }

    fn choice(self, number: i32) -> Choice {
        let cost = if let Self::Costs(_, dollars) = self { Some(dollars * 100) } else { None };
        let (title_en, title_fr) = (self.title(Lang::En), self.title(Lang::Fr));
        Choice {
            number,
            place: number,
            title_en,
            title_fr,
            cost,
            day: None,
            hour: None,
            member_id: None,
            withdrawn_at: None,
        }
    }
}

/// A question to the twelve, its words under `way-asked-`.
struct Asked {
    word: &'static str,
    things: &'static [Thing],
    seats: i32,
    /// In dollars.
    budget: Option<i64>,
}

const fn asked(word: &'static str, things: &'static [Thing]) -> Asked {
    Asked { word, things, seats: 1, budget: None }
}

const BLOWER: Asked = asked("blower", &[]);
const BIKES: Asked = asked("bikes", &[]);
const ROOM: Asked = asked("room", &[Named("workshop"), Named("guests"), Named("reading"), Named("playroom")]);
const FEASTS: Asked =
    Asked { seats: 2, ..asked("feasts", &[Named("corn"), Named("film"), Named("potluck"), Named("sale")]) };
const OUTING: Asked = asked("outing", &[Named("lake"), Named("sugar"), Named("museum")]);
const SPRING: Asked =
    asked("spring", &[Named("swing"), Named("herbs"), Named("compost"), Named("bench"), Named("fence")]);
const STAIRS: Asked = asked("stairs", &[Named("blue"), Named("green"), Named("yellow")]);
const BOARD: Asked =
    Asked { seats: 3, ..asked("board", &[Neighbour(1), Neighbour(3), Neighbour(5), Neighbour(9), Neighbour(11)]) };
const MONEY: Asked = Asked {
    budget: Some(6_000),
    ..asked("money", &[Costs("terrace", 3_400), Costs("shed", 2_600), Costs("garden", 1_800), Costs("books", 600)])
};
const CLEANING: Asked = asked("cleaning", &[Named("saturday"), Named("sunday"), Named("thursday")]);

/// The ballots of the twelve, each as `Answer::text` writes it.
type Ballots = [&'static str; 12];

const BLOWER_SIDES: Ballots =
    ["for", "against", "for", "abstain", "for", "against", "for", "abstain", "against", "for", "abstain", "against"];
const BIKES_SIDES: Ballots =
    ["agree", "agree", "agree", "aside", "agree", "agree", "agree", "object", "aside", "agree", "agree", "agree"];
/// Five want the workshop first, four the room for guests, two the reading room, one the playroom.
const ROOM_RANKS: Ballots = [
    "1>3>2>4", "2>3>1>4", "1>3>2>4", "3>2>4>1", "2>3>4>1", "4>3>2>1", "1>3>4>2", "3>2>1", "2>3>1", "1>3>2", "1>3>2>4",
    "2>3>4",
];
const ROOM_FIRST: Ballots = ["1=1", "2=1", "1=1", "3=1", "2=1", "4=1", "1=1", "3=1", "2=1", "1=1", "1=1", "2=1"];
const FEAST_MARKS: Ballots = [
    "1=1,2=1",
    "1=1,3=1",
    "1=1,2=1,3=1",
    "3=1",
    "1=1,2=1",
    "1=1,3=1,4=1",
    "1=1,2=1",
    "3=1",
    "1=1,2=1,4=1",
    "1=1,3=1",
    "2=1,3=1,4=1",
    "1=1,2=1,4=1",
];
/// Six like the sugar shack best and the lake nearly as well; five like the lake and hardly the sugar shack.
const OUTING_POINTS: Ballots = [
    "1=4,2=5,3=1",
    "1=4,2=5,3=2",
    "1=3,2=5",
    "1=3,2=4,3=1",
    "1=4,2=5,3=3",
    "1=3,2=5,3=2",
    "1=5,3=3",
    "1=5,2=1,3=4",
    "1=5,2=2",
    "1=4,3=2",
    "1=5,2=1,3=1",
    "1=3,2=3,3=5",
];
/// Three put all their dots on the swing.
const SPRING_DOTS: Ballots = [
    "2=2,3=2,4=1",
    "2=2,4=2,5=1",
    "2=1,3=1,4=1,5=2",
    "2=2,3=2,5=1",
    "2=2,3=1,4=2",
    "1=5",
    "1=5",
    "2=1,4=3,5=1",
    "1=5",
    "2=1,3=2,5=2",
    "2=2,3=2,4=1",
    "2=1,3=1,5=3",
];
/// Blue wins against green by 8 to 4, green against yellow by 9 to 3, yellow against blue by 7 to 5.
const STAIRS_RANKS: Ballots =
    ["1>2>3", "2>3>1", "1>2>3", "3>1>2", "2>3", "1>2", "3>1>2", "1>2>3", "2>3>1", "3>1", "1>2>3", "2>3>1"];
/// Eight live on the street and want Béatrice, Denis and Fatou; four live on the yard and want Jacob and Louis.
const BOARD_RANKS: Ballots =
    ["1>2>3", "1>3>2", "1>2>3", "2>1>3", "1>2", "3>1>2", "1>3>2", "1", "4>5", "4>5>3", "4>5", "5>4"];
/// Seven mark the terrace and the shed, four the garden and the books, and Huguette something of both.
const MONEY_MARKS: Ballots = [
    "1=1,2=1", "1=1,2=1", "1=1,2=1", "1=1,2=1", "1=1,2=1", "1=1,2=1", "1=1,2=1", "1=1,3=1", "3=1,4=1", "3=1,4=1",
    "3=1,4=1", "3=1,4=1",
];
const CLEANING_TIMES: Ballots = [
    "1=1,2=2,3=2",
    "1=2,2=2",
    "1=1,2=2,3=2",
    "1=2,3=2",
    "1=1,2=2,3=2",
    "2=1,3=2",
    "1=1,2=2",
    "1=2,2=1",
    "2=2",
    "1=1,3=2",
    "1=2,2=2,3=2",
    "3=2",
];

/// A way to decide, with what its example asks and the ballots.
pub struct Example {
    pub method: Method,
    asked: &'static Asked,
    ballots: &'static Ballots,
}

/// The example of a way to decide, and where its weakness, which the page tells in plain words, is written about.
pub fn example(method: Method) -> Example {
    let (asked, ballots) = match method {
        // Whoever says what is voted on, and when, steers the result: Plott and Levine, "A Model of Agenda Influence on Committee
        // Decisions", American Economic Review 68 (1978).
        Method::Proposal => (&BLOWER, &BLOWER_SIDES),
        // A veto keeps things as they are, and agreeing costs time: Buchanan and Tullock, The Calculus of Consent (1962), ch. 7 and 8.
        Method::Consent => (&BIKES, &BIKES_SIDES),
        // Alike choices take votes from each other: Laslier, "And the Loser Is… Plurality Voting", in Electoral Systems (2012).
        Method::Choice => (&ROOM, &ROOM_FIRST),
        // Where one draws the line is tactics: Niemi, "The Problem of Strategic Behavior under Approval Voting", American Political
        // Science Review 78 (1984).
        Method::Approval => (&FEASTS, &FEAST_MARKS),
        // Whoever gives only the most and the least weighs more: Núñez and Laslier, "Preference intensity representation: strategic
        // overstating in large elections", Social Choice and Welfare 42 (2014).
        Method::Score => (&OUTING, &OUTING_POINTS),
        // A few who pile their votes up win against many who spread them: Bowler, Donovan and Brockington, Electoral Reform and
        // Minority Representation (2003), on cumulative voting.
        Method::Dots => (&SPRING, &SPRING_DOTS),
        // What most prefer to each other choice can drop out early: Merrill, "A Comparison of Efficiency of Multicandidate Electoral
        // Systems", American Journal of Political Science 28 (1984).
        Method::Irv => (&ROOM, &ROOM_RANKS),
        // A better place can harm: Doron and Kronick, "Single Transferrable Vote: An Example of a Perverse Social Choice Function",
        // American Journal of Political Science 21 (1977).
        Method::Scottish => (&BOARD, &BOARD_RANKS),
        // Nobody counts it by hand: Hill, Wichmann and Woodall, "Algorithm 123: Single Transferable Vote by Meek's Method", The
        // Computer Journal 30 (1987).
        Method::Meek => (&BOARD, &BOARD_RANKS),
        // Staying away can serve somebody better than voting: Moulin, "Condorcet's Principle Implies the No Show Paradox", Journal of
        // Economic Theory 45 (1988).
        Method::Schulze => (&STAIRS, &STAIRS_RANKS),
        // Equally clear comparisons hang on a lot: Brill and Fischer, "The Price of Neutrality for the Ranked Pairs Method", AAAI 2012.
        Method::RankedPairs => (&STAIRS, &STAIRS_RANKS),
        // Points for another choice can harm the first: Woodall, "Properties of Preferential Election Rules", Voting matters 3 (1994),
        // names this later-no-harm.
        Method::Star => (&OUTING, &OUTING_POINTS),
        // The same majority can decide all of the money: Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with
        // Additive Utilities", NeurIPS 2021.
        Method::Greedy => (&MONEY, &MONEY_MARKS),
        // By itself it leaves money unspent, and how that is completed changes the result: the same, section 3.
        Method::EqualShares => (&MONEY, &MONEY_MARKS),
        // Whoever answers late sees what leads: Zou, Meir and Parkes, "Strategic Voting Behavior in Doodle Polls", CSCW 2015.
        Method::Times => (&CLEANING, &CLEANING_TIMES),
    };
    Example { method, asked, ballots }
}

impl Example {
    /// What is asked, set up as a vote sets it up.
    pub fn question(&self) -> Question {
        let asked = NewQuestion::of(self.method);
        let named = |lang: Lang| lang.t_of("way-asked-", self.asked.word);
        Question {
            title_en: named(Lang::En),
            title_fr: named(Lang::Fr),
            method: self.method,
            seats: if self.method.has_seats() { self.asked.seats } else { 1 },
            budget: self.asked.budget.map(|dollars| dollars * 100),
            lot: asked.lot,
            choices: (1..).zip(self.asked.things).map(|(number, thing)| thing.choice(number)).collect(),
            ..Question::proposal(RULE)
        }
    }

    /// Who answered what.
    pub fn answers(&self) -> impl Iterator<Item = (&'static str, Answer)> {
        let read = |text: &&str| Answer::read(self.method, text).unwrap_or_default();
        NEIGHBOURS.into_iter().zip(self.ballots.iter().map(read))
    }

    /// What it comes to. Named in English while it is counted, as a vote is named in the language of its co-op: lots hang on names.
    ///
    /// # Errors
    /// None that these ballots cause.
    pub fn counted(&self) -> Result<Counted> {
        let question = self.question();
        let piles: Vec<Pile> = self.ballots.map(|answer| Pile::of(answer.to_owned(), 1)).into();
        let title = question.title_en.clone();
        Counted::of(question, &title, Lang::En, (NEIGHBOURS.len() as i64).into(), &piles, Some(SEED))
    }

    /// Other ways to decide whose example asks the same.
    pub fn others(&self) -> Vec<Method> {
        let all = Method::ALL.into_iter().map(|(_, method)| method).filter(|method| *method != self.method);
        all.filter(|method| example(*method).asked.word == self.asked.word).collect()
    }
}

#[cfg(test)]
mod tests {
    use counting::outcome::{Action, Broken, Detail};
    use counting::{Figure, Outcome};

    use super::*;
    use crate::polls::Verdict;

    fn counted(method: Method) -> Counted {
        example(method).counted().expect("a count")
    }

    fn outcome(method: Method) -> Outcome {
        counted(method).outcome
    }

    fn named(outcome: &Outcome, candidates: &[usize]) -> Vec<String> {
        candidates.iter().map(|candidate| outcome.shown(*candidate)).collect()
    }

    fn chosen(method: Method) -> Vec<String> {
        let counted = counted(method);
        assert_eq!(counted.verdict, Verdict::Chosen, "{method:?}");
        named(&counted.outcome, &counted.outcome.elected)
    }

    /// The figures of a round, counted from 0.
    fn figures(outcome: &Outcome, round: usize) -> Vec<i64> {
        outcome.rounds[round].votes.iter().map(|votes| votes.as_whole().expect("a whole number")).collect()
    }

    #[test]
    fn all_twelve_answer_as_the_paper_allows() {
        for (_, method) in Method::ALL {
            let (example, question) = (example(method), example(method).question());
            for ((name, answer), text) in example.answers().zip(example.ballots) {
                assert_eq!(answer.check(&question), Ok(()), "{method:?} {name}");
                assert_eq!(answer.text(), *text, "{method:?} {name}");
                assert_ne!(answer, Answer::Blank, "{method:?} {name}");
            }
            let counted = example.counted().expect("a count");
            assert_eq!((counted.voted, counted.roll, counted.quorum_needed), (12, 12, 3));
        }
    }

    #[test]
    fn a_proposal_is_adopted_by_fewer_than_half_of_all() {
        let count = counted(Method::Proposal).count().expect("a proposal");
        assert_eq!((count.tally.in_favour, count.tally.against, count.tally.abstained), (5, 4, 3));
        assert_eq!((count.base, count.majority_needed, count.verdict), (9, 5, Verdict::Adopted));
    }

    #[test]
    fn one_objection_stops_a_consent() {
        let counted = counted(Method::Consent);
        assert_eq!((figures(&counted.outcome, 0), counted.verdict), (vec![9, 2, 1], Verdict::Rejected));
        assert_eq!(
            example(Method::Consent).answers().find(|(name, _)| *name == "Huguette"),
            Some(("Huguette", Answer::Side(super::super::Side::Object)))
        );
    }

    #[test]
    fn the_room_is_another_one_in_each_way() {
        assert_eq!(chosen(Method::Choice), ["Workshop"]);
        assert_eq!(figures(&outcome(Method::Choice), 0), [5, 4, 2, 1]);
        let first = |ranks: &&str| format!("{}=1", &ranks[..1]);
        assert_eq!(ROOM_RANKS.iter().map(first).collect::<Vec<_>>(), ROOM_FIRST, "the same neighbours");
        assert_eq!(chosen(Method::Irv), ["Guest room"]);
        let runoff = outcome(Method::Irv);
        let out = |number: usize| named(&runoff, &runoff.rounds[number].excluded);
        assert_eq!(figures(&runoff, 0), [5, 4, 2, 1]);
        assert_eq!((out(0), out(1)), (vec!["Playroom".to_owned()], vec!["Reading room".to_owned()]));
        assert_eq!(figures(&runoff, 2), [5, 7, 0, 0]);
        let pairs = Example { method: Method::Schulze, ..example(Method::Irv) }.counted().expect("a count").outcome;
        let Detail::Pairwise(pairwise) = &pairs.detail else { panic!("pairs") };
        assert_eq!(named(&pairs, &pairs.elected), ["Reading room"]);
        let (reading, guests, workshop) = (2, 1, 0);
        let votes = |a: usize, b: usize| pairwise.votes[a][b].as_whole();
        assert_eq!((votes(reading, guests), votes(guests, reading)), (Some(8), Some(4)));
        assert_eq!((votes(reading, workshop), votes(workshop, reading)), (Some(7), Some(5)));
    }

    #[test]
    fn a_lot_falls_on_the_film() {
        let outcome = outcome(Method::Approval);
        assert_eq!(figures(&outcome, 0), [9, 7, 7, 4]);
        assert_eq!(chosen(Method::Approval), ["Corn roast", "Film in the yard"]);
        let [tie] = outcome.ties.as_slice() else { panic!("one tie") };
        assert!(matches!(&tie.broken, Broken::Lot { seed, .. } if seed == SEED));
        assert_eq!(tie.between.len(), 2);
    }

    #[test]
    fn a_runoff_turns_the_points() {
        let (score, star) = (outcome(Method::Score), outcome(Method::Star));
        assert_eq!((figures(&score, 0), figures(&star, 0)), (vec![48, 36, 24], vec![48, 36, 24]));
        assert_eq!(
            (chosen(Method::Score), chosen(Method::Star)),
            (vec!["Lake".to_owned()], vec!["Sugar shack".to_owned()])
        );
        assert_eq!(
            (figures(&star, 1)[..2].to_vec(), star.rounds[1].non_transferable.as_whole()),
            (vec![5, 6], Some(1))
        );
        let answers: Vec<(&str, Answer)> = example(Method::Star).answers().collect();
        let points = |answer: &Answer, choice: i32| match answer {
            Answer::Marks(marks) => marks.get(&choice).copied().unwrap_or(0),
            _ => 0,
        };
        let best = |choice: i32| {
            answers
                .iter()
                .filter(|(_, answer)| {
                    (1..=3).all(|other| other == choice || points(answer, choice) > points(answer, other))
                })
                .count()
        };
        assert_eq!((best(1), best(2)), (5, 6));
        assert!(answers.iter().all(|(_, answer)| points(answer, 1) >= 3));
        assert_eq!(answers.iter().filter(|(_, answer)| points(answer, 2) <= 1).count(), 4);
        assert!(answers.iter().any(|(name, answer)| *name == "Louis" && points(answer, 1) == points(answer, 2)));
    }

    #[test]
    fn three_who_pile_up_their_dots_win_against_nine() {
        assert_eq!(chosen(Method::Dots), ["Swing"]);
        assert_eq!(figures(&outcome(Method::Dots), 0)[..2], [15, 14]);
        let with = |mark: &str| SPRING_DOTS.iter().filter(|text| text.contains(mark)).count();
        assert_eq!((with("1=5"), with("2=")), (3, 9));
    }

    #[test]
    fn street_and_yard_have_seats_as_they_have_people() {
        let scottish = outcome(Method::Scottish);
        assert_eq!(chosen(Method::Scottish), ["Béatrice", "Jacob", "Denis"]);
        assert_eq!(
            scottish.quota,
            Some(Figure { places: scottish.quota.clone().unwrap_or_default().places, ..Figure::whole(4) })
        );
        assert_eq!(
            scottish.rounds[0].votes.iter().map(|votes| votes.value.to_integer().to_string()).collect::<Vec<_>>(),
            ["6", "1", "1", "3", "1"]
        );
        let louis = 4;
        let out =
            scottish.rounds.iter().find(|round| round.action == Action::Exclusion(louis)).expect("Louis drops out");
        assert_eq!(named(&scottish, &out.elected), ["Jacob"]);
        let meek = outcome(Method::Meek);
        let (mut here, mut there) = (meek.elected.clone(), scottish.elected);
        here.sort_unstable();
        there.sort_unstable();
        assert_eq!(here, there);
        let quotas: Vec<_> = meek.rounds.iter().filter_map(|round| Some(round.quota.clone()?.value)).collect();
        assert!(quotas.len() > 2 && quotas.windows(2).all(|pair| pair[1] < pair[0]), "{quotas:?}");
    }

    #[test]
    fn the_stairs_go_round_in_a_circle() {
        let (schulze, ranked) = (outcome(Method::Schulze), outcome(Method::RankedPairs));
        assert_eq!(
            (chosen(Method::Schulze), chosen(Method::RankedPairs)),
            (vec!["Blue".to_owned()], vec!["Blue".to_owned()])
        );
        let (Detail::Pairwise(pairs), Detail::Pairwise(kept)) = (&schulze.detail, &ranked.detail) else {
            panic!("pairs")
        };
        let votes = |a: usize, b: usize| (pairs.votes[a][b].as_whole(), pairs.votes[b][a].as_whole());
        assert_eq!(
            (votes(0, 1), votes(1, 2), votes(2, 0)),
            ((Some(8), Some(4)), (Some(9), Some(3)), (Some(7), Some(5)))
        );
        let strengths = pairs.strengths.as_ref().expect("strengths");
        assert_eq!((strengths[0][2].as_whole(), strengths[2][0].as_whole()), (Some(8), Some(7)));
        let order: Vec<_> = kept.defeats.iter().map(|defeat| (defeat.winner, defeat.loser, defeat.kept)).collect();
        assert_eq!(order, [(1, 2, Some(true)), (0, 1, Some(true)), (2, 0, Some(false))]);
        assert_eq!(ranked.ranking, Some(vec![vec![0], vec![1], vec![2]]));
    }

    #[test]
    fn equal_shares_pay_for_what_the_majority_did_not_want() {
        let (greedy, equal) = (outcome(Method::Greedy), outcome(Method::EqualShares));
        assert_eq!(chosen(Method::Greedy), ["Roof terrace", "Bicycle shed"]);
        assert_eq!(chosen(Method::EqualShares), ["Roof terrace", "Vegetable garden", "Book exchange"]);
        let (Detail::Funding(all), Detail::Funding(parts)) = (&greedy.detail, &equal.detail) else { panic!("money") };
        assert_eq!(all.votes.iter().map(Figure::as_whole).collect::<Vec<_>>(), [Some(8), Some(7), Some(5), Some(4)]);
        assert_eq!((all.spent.as_whole(), parts.spent.as_whole()), (Some(6_000), Some(5_800)));
        assert!(parts.increments.is_some_and(|more| more > 0), "the parts were raised");
        assert!(
            parts.base.as_ref().is_some_and(|(bought, _)| bought.len() == 2),
            "the books are paid for by raised parts"
        );
    }

    #[test]
    fn of_two_days_the_one_with_more_yes_wins() {
        let outcome = outcome(Method::Times);
        assert_eq!((chosen(Method::Times), figures(&outcome, 0)), (vec!["Sunday afternoon".to_owned()], vec![9, 9, 8]));
        let Detail::Times(yes) = &outcome.detail else { panic!("times") };
        assert_eq!(yes.iter().map(Figure::as_whole).collect::<Vec<_>>(), [Some(4), Some(7), Some(8)]);
    }
}
