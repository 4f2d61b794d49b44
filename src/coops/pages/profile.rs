//! The rules of the co-op: what each is, what it changes, where it comes from and who set it; changed topic by topic.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::coops::{self, Preset, QuorumOf, RuleProfile, SetBy, Transfers, VoteOf};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

type Get<T> = fn(&RuleProfile) -> T;
type Put<T> = fn(&mut RuleProfile, T);

/// A whole number: its field, its bounds, and where it is in the profile.
struct Number(&'static str, std::ops::RangeInclusive<i64>, Get<i32>, Put<i32>);

/// What a rule is made of.
enum Shape {
    Number(Number),
    /// Two that say one thing together: from and to, or the parts of a fraction. What is wrong where they do not fit.
    Pair(Number, Number, &'static str, fn(i32, i32) -> bool),
    /// So or not so.
    Check(&'static str, Get<bool>, Put<bool>),
    /// One of some words: its field, what its words begin with, the words, and where it is in the profile.
    Choice(&'static str, &'static str, fn() -> Vec<&'static str>, Get<&'static str>, Put<&'static str>),
    Preset,
}

use Shape::{Check, Choice, Pair};

impl Shape {
    /// The field that gives the rule its name.
    fn name(&self) -> &'static str {
        match self {
            Self::Number(number) | Pair(number, ..) => number.0,
            Check(name, ..) | Choice(name, ..) => name,
            Self::Preset => "preset",
        }
    }

    fn fields(&self) -> Vec<&'static str> {
        match self {
            Pair(one, other, ..) => vec![one.0, other.0],
            _ => vec![self.name()],
        }
    }

    /// What is in its fields.
    fn values(&self, rules: &RuleProfile) -> Vec<String> {
        match self {
            Self::Number(Number(_, _, get, _)) => vec![get(rules).to_string()],
            Pair(one, other, ..) => vec![one.2(rules).to_string(), other.2(rules).to_string()],
            Check(_, get, _) => vec![if get(rules) { "1".to_owned() } else { String::new() }],
            Choice(.., get, _) => vec![get(rules).to_owned()],
            Self::Preset => vec![rules.preset.clone()],
        }
    }

    /// What it is, in words.
    fn words(&self, visit: &Visit, rules: &RuleProfile) -> String {
        let key = format!("rule-{}-is", self.name().replace('_', "-"));
        let lang = visit.lang;
        match self {
            Self::Number(Number(_, _, get, _)) => lang.with(&key, &[("value", get(rules).into())]),
            Pair(one, other, ..) => {
                lang.with(&key, &[("value", one.2(rules).into()), ("other", other.2(rules).into())])
            }
            Check(_, get, _) => lang.t(if get(rules) { "audit-yes" } else { "audit-no" }),
            Choice(_, family, _, get, _) => lang.t_of(family, get(rules)),
            Self::Preset => lang.t_of("preset-", &rules.preset),
        }
    }

    /// Puts what was typed into the profile; the first of what is wrong is refused.
    fn read(&self, form: &Reader<'_>, rules: &mut RuleProfile) {
        let number = |number: &Number, rules: &mut RuleProfile| {
            let read = form.required_number(number.0, number.1.clone()) as i32;
            (number.3)(rules, read);
            read
        };
        match self {
            Self::Number(one) => drop(number(one, rules)),
            Pair(one, other, wrong, fits) => {
                let (one, second) = (number(one, rules), number(other, rules));
                if !fits(one, second) {
                    form.refuse(other.0, wrong);
                }
            }
            Check(name, _, put) => put(rules, form.checked(name)),
            Choice(name, _, words, _, put) => {
                let words: Vec<_> = words().into_iter().map(|word| (word, word)).collect();
                if let Some(word) = form.required_choice(name, &words) {
                    put(rules, word);
                }
            }
            Self::Preset => {
                if let Some(preset) = form.required_choice("preset", &Preset::ALL) {
                    let usual = form.checked("preset_fills");
                    *rules = if usual { RuleProfile::of(preset) } else { rules.clone() };
                    rules.preset = preset.word().to_owned();
                }
            }
        }
    }
}

fn in_order(least: i32, most: i32) -> bool {
    least <= most
}

/// Rules that belong together. Words: `rules-<name>`; of each rule `rule-<field>`, `-is`, `-why` and, where it has one, `-from`.
struct Topic {
    name: &'static str,
    rules: &'static [Shape],
}

macro_rules! number {
    ($field:ident, $bounds:expr) => {
        Number(stringify!($field), $bounds, |rules| rules.$field, |rules, value| rules.$field = value)
    };
}
macro_rules! check {
    ($field:ident) => {
        Check(stringify!($field), |rules| rules.$field, |rules, value| rules.$field = value)
    };
}

macro_rules! choice {
    ($field:ident, $of:ident, $family:literal) => {
        Choice(
            stringify!($field),
            $family,
            || $of::ALL.map(|(word, _)| word).to_vec(),
            |rules| rules.$field.word(),
            |rules, word| rules.$field = $of::parse(word).unwrap_or(rules.$field),
        )
    };
}

const TOPICS: &[Topic] = &[
    Topic { name: "law", rules: &[Shape::Preset] },
    Topic {
        name: "votes",
        rules: &[
            Shape::Number(number!(quorum_percent, 0..=100)),
            choice!(quorum_of, QuorumOf, "quorum-of-"),
            check!(second_calls),
            Shape::Number(number!(quorum_second_percent, 0..=100)),
            Pair(
                number!(majority_ordinary_num, 1..=99),
                number!(majority_ordinary_den, 1..=100),
                "wrong-fraction",
                in_order,
            ),
            Pair(
                number!(majority_special_num, 1..=99),
                number!(majority_special_den, 1..=100),
                "wrong-fraction",
                in_order,
            ),
            check!(abstentions_count),
            choice!(vote_of, VoteOf, "vote-of-"),
            Shape::Number(number!(proxies_max, 0..=20)),
        ],
    },
    Topic {
        name: "standing",
        rules: &[
            check!(auxiliary_may_vote),
            check!(suspended_may_vote),
            check!(arrears_bars_vote),
            check!(arrears_bars_office),
            Shape::Number(number!(auxiliary_months_max, 0..=120)),
        ],
    },
    Topic {
        name: "meetings",
        rules: &[
            Pair(number!(notice_days_min, 0..=365), number!(notice_days_max, 0..=365), "wrong-order", in_order),
            Shape::Number(number!(notice_days_other, 0..=365)),
            Shape::Number(number!(year_ends_month, 1..=12)),
            Shape::Number(number!(agm_months, 0..=24)),
            Shape::Number(number!(agm_months_apart, 0..=36)),
            Pair(number!(requisition_percent, 0..=100), number!(requisition_days, 0..=365), "wrong-order", |_, _| true),
            Shape::Number(number!(item_days, 0..=365)),
            Shape::Number(number!(quorum_continues_percent, 0..=100)),
            Shape::Number(number!(quorum_homes_min, 0..=10_000)),
            check!(chair_casts),
            check!(meets_online),
            check!(meetings_credited),
        ],
    },
    Topic {
        name: "board",
        rules: &[
            Pair(number!(board_size_min, 1..=50), number!(board_size_max, 1..=50), "wrong-order", in_order),
            Shape::Number(number!(board_seats, 1..=50)),
            Shape::Number(number!(board_term_months, 1..=120)),
            Shape::Number(number!(appeal_days, 0..=365)),
        ],
    },
    Topic {
        name: "homes",
        rules: &[
            choice!(transfers, Transfers, "transfers-"),
            Shape::Number(number!(transfer_months_min, 0..=240)),
            Shape::Number(number!(application_months, 0..=240)),
        ],
    },
    Topic {
        name: "participation",
        rules: &[
            Shape::Number(number!(year_starts_month, 1..=12)),
            Shape::Number(number!(reminder_days_before, 0..=30)),
            Shape::Number(number!(credit_alone_hours, 0..=100)),
        ],
    },
    Topic {
        name: "privacy",
        rules: &[
            Shape::Number(number!(retention_months, 0..=600)),
            Shape::Number(number!(group_size_min_for_stats, 1..=50)),
        ],
    },
];

// ---- reading ----

struct Row {
    name: &'static str,
    is: String,
    /// Who set it when, and what it was; nothing since the co-op was set up.
    set: Option<String>,
}

#[derive(Template)]
#[template(path = "coops/rules.html")]
struct RulesPage {
    page: Page,
    topics: Vec<(&'static str, Vec<Row>)>,
}

impl RulesPage {
    /// What is said of a rule beside its value, where there is something to say.
    fn said(&self, name: &str, what: &str) -> Option<String> {
        let key = format!("rule-{}{what}", name.replace('_', "-"));
        self.page.lang().knows(&key).then(|| self.page.t(&key))
    }
}

pub async fn index(visit: Visit) -> Answer {
    let (rules, set) = visit.read(|conn, _| Ok((coops::rule_profile(conn)?, coops::rules_set_by(conn)?))).await?;
    let page = Page::new(&visit, "settings", "rules-title");
    let topics = TOPICS.iter().map(|topic| {
        let rows = topic.rules.iter().map(|shape| Row {
            name: shape.name(),
            is: shape.words(&visit, &rules),
            set: set_words(&page, &set, &shape.fields()),
        });
        (topic.name, rows.collect())
    });
    let topics = topics.collect();
    page::ok(&visit, &RulesPage { page, topics })
}

fn set_words(page: &Page, set: &[SetBy], fields: &[&str]) -> Option<String> {
    let last = set.iter().filter(|one| fields.contains(&one.rule.as_str())).max_by_key(|one| one.at)?;
    let day = page.day(&page.day_of(&last.at));
    Some(page.t2("rule-set", "name", last.name.as_str(), "day", day))
}

// ---- changing ----

#[derive(Template)]
#[template(path = "coops/rules_topic.html")]
struct TopicPage {
    page: Page,
    form: Form,
    topic: &'static Topic,
    presets: Vec<(&'static str, String, String)>,
}

impl TopicPage {
    fn options(&self, family: &str, words: &fn() -> Vec<&'static str>) -> Vec<(&'static str, String)> {
        words().into_iter().map(|word| (word, self.page.t_of(family, word))).collect()
    }
}

fn topic_page(visit: &Visit, topic: &'static Topic, form: Form) -> TopicPage {
    let t = |family: &str, word: &str| visit.lang.t_of(family, word);
    TopicPage {
        page: Page::new(visit, "settings", "rules-title").with_form(&form),
        form,
        topic,
        presets: Preset::ALL
            .iter()
            .map(|(word, _)| (*word, t("preset-", word), t("preset-", &format!("{word}-help"))))
            .collect(),
    }
}

fn find(name: &str) -> Result<&'static Topic> {
    TOPICS.iter().find(|topic| topic.name == name).ok_or(Error::NotFound)
}

/// The values of a topic in one line: a form says which it started from.
fn seen(topic: &Topic, rules: &RuleProfile) -> String {
    topic.rules.iter().flat_map(|shape| shape.values(rules)).collect::<Vec<_>>().join("/")
}

pub async fn edit_form(visit: Visit, name: web::Path<String>) -> Answer {
    let topic = find(&name)?;
    let rules = visit.read(|conn, _| coops::rule_profile(conn)).await?;
    let values = topic.rules.iter().flat_map(|shape| shape.fields().into_iter().zip(shape.values(&rules)));
    let mut form = Form::filled(values);
    form.set("seen", seen(topic, &rules));
    page::ok(&visit, &topic_page(&visit, topic, form))
}

pub async fn edit(visit: Visit, name: web::Path<String>, form: Form) -> Answer {
    let topic = find(&name)?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let mut rules = coops::rule_profile(act.conn)?;
            if form.value("seen") != seen(topic, &rules) {
                return Err(Error::Conflict("conflict-changed"));
            }
            let reader = form.reader();
            for shape in topic.rules {
                shape.read(&reader, &mut rules);
            }
            if rules.second_calls && rules.quorum_second_percent > rules.quorum_percent {
                reader.refuse("quorum_second_percent", "wrong-second-quorum");
            }
            if !(rules.board_size_min..=rules.board_size_max).contains(&rules.board_seats) {
                reader.refuse("board_seats", "wrong-board-seats");
            }
            reader.finish()?;
            coops::change_rules(act, &rules)?;
            Ok(Done::to("/settings/rules").say("rules-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &topic_page(&visit, topic, form.with_errors(errors))),
        Err(Error::Conflict("conflict-changed")) => {
            let rules = visit.read(|conn, _| coops::rule_profile(conn)).await?;
            let mut form =
                form.with_errors(vec![FieldError { field: String::new(), key: "conflict-changed-kept", limit: None }]);
            form.set("seen", seen(topic, &rules));
            page::html(&visit, StatusCode::CONFLICT, &topic_page(&visit, topic, form))
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::i18n::Lang;

    /// A rule that no topic has could be changed by nobody, and every rule says what it is and what it changes.
    #[test]
    fn every_rule_has_its_topic_and_its_words() {
        let profile = serde_json::json!(RuleProfile::of(Preset::Quebec));
        let fields: Vec<&str> = TOPICS.iter().flat_map(|topic| topic.rules).flat_map(Shape::fields).collect();
        for name in profile.as_object().expect("an object").keys() {
            assert_eq!(fields.iter().filter(|field| *field == name).count(), 1, "{name}");
        }
        for (lang, topic) in Lang::ALL.iter().flat_map(|lang| TOPICS.iter().map(move |topic| (lang, topic))) {
            assert!(lang.knows(&format!("rules-{}", topic.name)), "rules-{}", topic.name);
            for rule in topic.rules {
                for what in ["", "-why"] {
                    let key = format!("rule-{}{what}", rule.name().replace('_', "-"));
                    assert!(lang.knows(&key), "{key}");
                }
            }
        }
    }
}
