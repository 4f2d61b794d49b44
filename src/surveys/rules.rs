//! What an answer can say, and how answers are counted. Pure: the order of the answers changes nothing.

use super::{COMMENT_MAX, GROUP_MIN, Kind, Question};

/// What was said to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Nothing,
    /// Numbers of what was chosen, from 1, rising.
    Chosen(Vec<usize>),
    Words(String),
}

impl Said {
    /// As it is sealed.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Chosen(chosen) => chosen.iter().map(usize::to_string).collect::<Vec<_>>().join(","),
            Self::Words(words) => words.clone(),
        }
    }
}

/// Reads what was said to a question; none where it cannot be said.
pub fn read(question: &Question, text: &str) -> Option<Said> {
    if text.is_empty() {
        return Some(Said::Nothing).filter(|_| !question.required);
    }
    if question.kind == Kind::Text {
        return Some(Said::Words(text.to_owned())).filter(|_| text.chars().count() <= COMMENT_MAX);
    }
    let chosen: Vec<usize> = text.split(',').map(|one| one.parse().ok()).collect::<Option<_>>()?;
    let known = chosen.iter().all(|one| (1..=question.options()).contains(one));
    let rising = chosen.windows(2).all(|pair| pair[0] < pair[1]);
    let one = question.kind == Kind::Choices || chosen.len() == 1;
    (known && rising && one).then_some(Said::Chosen(chosen))
}

/// The longest that an answer is, in bytes.
pub fn longest(questions: &[Question]) -> usize {
    let of = |question: &Question| match question.kind {
        Kind::Scale | Kind::Choice => 8,
        Kind::Choices => 8 + 3 * question.choices_en.len(),
        // no letter takes more than four bytes, also where it is written with a sign before it
        Kind::Text => 8 + 4 * COMMENT_MAX,
    };
    64 + questions.iter().map(of).sum::<usize>()
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub number: i32,
    pub given: i32,
    /// None where words were asked for, or too few answered it.
    pub counts: Option<Vec<i32>>,
}

/// What came of all questions, and what people wrote, by question and then by its letters: nothing of the order in which it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub counted: Vec<Counted>,
    pub comments: Vec<(i32, String)>,
}

/// Counts answers; none where one of them cannot be an answer to these questions. Of too few nothing is counted.
pub fn tally(questions: &[Question], answers: &[Vec<String>]) -> Option<Tally> {
    let right = |answer: &Vec<String>| answer.len() == questions.len();
    if !answers.iter().all(right) {
        return None;
    }
    let mut tally = Tally::default();
    for (place, question) in questions.iter().enumerate() {
        let said = answers.iter().map(|answer| read(question, answer.get(place)?)).collect::<Option<Vec<Said>>>()?;
        if answers.len() < GROUP_MIN {
            continue;
        }
        let given: Vec<Said> = said.into_iter().filter(|said| *said != Said::Nothing).collect();
        let mut counts = vec![0; question.options()];
        let mut words = Vec::new();
        let many = given.len();
        for said in given {
            match said {
                Said::Chosen(chosen) => {
                    chosen.iter().filter_map(|one| one.checked_sub(1)).for_each(|at| counts[at] += 1);
                }
                Said::Words(text) => words.push((question.number, text)),
                Said::Nothing => {}
            }
        }
        words.sort_unstable();
        tally.comments.append(&mut words);
        let counts = (question.kind != Kind::Text && many >= GROUP_MIN).then_some(counts);
        tally.counted.push(Counted { number: question.number, given: i32::try_from(many).ok()?, counts });
    }
    Some(tally)
}

/// The mean of a scale in hundredths, from how many chose 1, 2, … .
pub fn mean(counts: &[i32]) -> Option<i32> {
    let many: i32 = counts.iter().sum();
    let sum: i32 = (1..).zip(counts).map(|(value, count)| value * count).sum();
    (many > 0).then(|| (sum * 200 + many) / (many * 2))
}

/// Hundredths as tenths, rounded as people do.
pub fn tenths(hundredths: i32) -> i32 {
    (hundredths + 5) / 10
}

/// How a round compares with the one before it, as people read it: in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Better,
    Same,
    Worse,
}

impl Change {
    pub fn of(before: i32, now: i32) -> Self {
        match tenths(now).cmp(&tenths(before)) {
            std::cmp::Ordering::Greater => Self::Better,
            std::cmp::Ordering::Equal => Self::Same,
            std::cmp::Ordering::Less => Self::Worse,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
        }
    }
}

/// A share in whole percent, rounded.
pub fn percent(part: i32, whole: i32) -> i32 {
    if whole <= 0 { 0 } else { (part * 200 + whole) / (whole * 2) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn question(number: i32, kind: Kind, choices: usize, required: bool) -> Question {
        let choices: Vec<String> = (0..choices).map(|n| n.to_string()).collect();
        Question {
            number,
            kind,
            text_en: "x".to_owned(),
            text_fr: "x".to_owned(),
            choices_en: choices.clone(),
            choices_fr: choices,
            required,
            overall: false,
            given: None,
            counts: None,
        }
    }

    fn questions() -> Vec<Question> {
        vec![
            question(1, Kind::Scale, 0, true),
            question(2, Kind::Choice, 3, false),
            question(3, Kind::Choices, 4, false),
            question(4, Kind::Text, 0, false),
        ]
    }

    fn an_answer() -> impl Strategy<Value = Vec<String>> {
        let scale = (1..=5_usize).prop_map(|n| n.to_string());
        let choice = (0..=3_usize).prop_map(|n| if n == 0 { String::new() } else { n.to_string() });
        let choices = proptest::sample::subsequence(vec!["1", "2", "3", "4"], 0..=4).prop_map(|all| all.join(","));
        (scale, choice, choices, "[a-c]{0,3}").prop_map(|(a, b, c, d)| vec![a, b, c, d])
    }

    #[test]
    fn what_can_be_said_is_read_and_nothing_else() {
        let all = questions();
        for (text, said) in
            [("1", true), ("5", true), ("6", false), ("0", false), ("", false), ("1,2", false), ("x", false)]
        {
            assert_eq!(read(&all[0], text).is_some(), said, "{text}");
        }
        assert_eq!(read(&all[1], ""), Some(Said::Nothing));
        assert_eq!(read(&all[2], "1,4"), Some(Said::Chosen(vec![1, 4])));
        assert!(read(&all[2], "4,1").is_none() && read(&all[2], "2,2").is_none() && read(&all[2], "5").is_none());
        assert!(
            read(&all[3], &"é".repeat(COMMENT_MAX)).is_some() && read(&all[3], &"é".repeat(COMMENT_MAX + 1)).is_none()
        );
    }

    #[test]
    fn means_are_rounded_as_people_do() {
        assert_eq!(mean(&[0, 0, 0, 0, 0]), None);
        assert_eq!(mean(&[0, 0, 1, 1, 0]), Some(350));
        assert_eq!(mean(&[0, 0, 0, 2, 1]), Some(433));
        assert_eq!((tenths(425), tenths(424), tenths(433)), (43, 42, 43));
        assert_eq!(Change::of(415, 421), Change::Same, "both are read as 4.2");
        assert_eq!((Change::of(410, 421), Change::of(421, 410)), (Change::Better, Change::Worse));
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 0)), (33, 67, 0));
    }

    #[test]
    fn of_too_few_nothing_is_counted() {
        let all = questions();
        let answer = |text: &str| vec!["4".to_owned(), String::new(), String::new(), text.to_owned()];
        let few: Vec<_> = (0..GROUP_MIN - 1).map(|_| answer("said")).collect();
        assert_eq!(tally(&all, &few), Some(Tally::default()));
        let mut enough = few;
        enough.push(answer(""));
        let counted = tally(&all, &enough).expect("answers");
        assert_eq!(counted.counted[0].counts, Some(vec![0, 0, 0, 5, 0]));
        assert_eq!(
            (counted.counted[1].given, &counted.counted[1].counts),
            (0, &None),
            "too few answered the second one"
        );
        assert_eq!(counted.comments.len(), GROUP_MIN - 1);
        enough.push(vec!["9".to_owned(), String::new(), String::new(), String::new()]);
        assert_eq!(tally(&all, &enough), None, "what is no answer is not counted around");
    }

    proptest! {
        /// Whoever answered, in whichever order: the same answers are the same result.
        #[test]
        fn the_order_of_answers_leaves_no_trace(
            (answers, shuffled) in proptest::collection::vec(an_answer(), 0..30)
                .prop_flat_map(|answers| (Just(answers.clone()), Just(answers).prop_shuffle()))
        ) {
            prop_assert_eq!(tally(&questions(), &answers), tally(&questions(), &shuffled));
        }

        #[test]
        fn what_is_said_is_read_as_it_was_and_fits(answer in an_answer()) {
            let all = questions();
            for (question, text) in all.iter().zip(&answer) {
                prop_assert_eq!(read(question, text).map(|said| said.text()), Some(text.clone()));
            }
            prop_assert!(serde_json::to_vec(&answer).expect("text").len() <= longest(&all));
        }
    }
}
