//! A quorum in words: what it is taken of, how many it needs, where it stands, whether it was reached.

use fluent_templates::fluent_bundle::FluentValue;

use super::Test;
use crate::coops::{QuorumOf, RuleProfile};
use crate::platform::i18n::Lang;
use crate::polls::Counted;
use crate::polls::rules::{Attendance, Rule};

/// What the quorum is taken of, as the words choose by it: `member`, `home` (votes of homes), `vote`, `person`, or `household`.
fn unit(rule: &Rule) -> (&'static str, FluentValue<'static>) {
    let unit = match rule.quorum_of {
        QuorumOf::Votes => rule.vote_of.unit(),
        QuorumOf::Members => "person",
        QuorumOf::Homes => "household",
    };
    ("unit", unit.into())
}

/// The quorum as a number in a line of facts: "25", "4 homes".
pub fn number(lang: Lang, rule: &Rule, needed: i64) -> String {
    match rule.quorum_of {
        QuorumOf::Votes => lang.number(needed),
        _ => lang.with("poll-quorum-number", &[("needed", needed.into()), unit(rule)]),
    }
}

/// What the rules of the co-op say of a vote that is being set up.
pub fn rules(lang: Lang, profile: &RuleProfile) -> String {
    let quorum = lang.percent(i64::from(profile.quorum_percent), 100);
    lang.with("poll-form-rules", &[("quorum", quorum.into()), unit(&Rule::of(profile, false))])
}

/// How many must take part. `roll` is what the quorum is taken of, once it is frozen.
pub fn needed(lang: Lang, rule: &Rule, roll: Option<i64>) -> String {
    let said = match roll {
        _ if rule.at_meeting => lang.t("poll-rule-at-meeting"),
        _ if rule.quorum_percent == 0 => lang.t("poll-rule-no-quorum"),
        Some(roll) => {
            let needed = rule.quorum_needed(roll);
            lang.with("poll-rule-quorum", &[("needed", needed.into()), ("roll", roll.into()), unit(rule)])
        }
        None => lang.with(
            "poll-rule-quorum-coming",
            &[("percent", lang.percent(rule.quorum_percent.into(), 100).into()), unit(rule)],
        ),
    };
    if rule.second_call { format!("{said} {}", lang.t("poll-rule-second-call")) } else { said }
}

/// What the rules say of a vote that had no quorum, where they let it be called again.
pub fn second_call(lang: Lang, percent: i32) -> String {
    let args = [("share", percent.into()), ("percent", lang.percent(percent.into(), 100).into())];
    lang.with("second-call-possible", &args)
}

/// "Nothing was decided: 12 voted, and 25 were needed."
pub fn missed(lang: Lang, counted: &Counted) -> String {
    let rule = &counted.question.rule;
    let key = if rule.quorum_of == QuorumOf::Votes { "poll-outcome-no-quorum" } else { "poll-outcome-no-quorum-of" };
    let args = [("cast", counted.attendance.present.into()), ("needed", counted.quorum_needed.into()), unit(rule)];
    lang.with(key, &args)
}

/// Where the quorum stands while a vote is open.
pub fn so_far(lang: Lang, counted: &Counted) -> String {
    let (needed, present) = (counted.quorum_needed, counted.attendance.present);
    let rule = &counted.question.rule;
    let other = rule.quorum_of != QuorumOf::Votes;
    let missing = (needed - present).max(0);
    let args = [("needed", needed.into()), ("missing", missing.into()), ("present", present.into()), unit(rule)];
    match (needed, missing) {
        _ if rule.at_meeting => lang.t("poll-rule-at-meeting"),
        (0, _) => lang.t("poll-quorum-none"),
        (_, 0) if other => lang.with("poll-quorum-reached-of", &args),
        (_, _) if other => lang.with("poll-quorum-missing-of", &args),
        (_, 0) => lang.with("poll-quorum-reached", &args),
        _ => lang.with("poll-quorum-missing", &args),
    }
}

/// Whether enough take part, as a sum.
pub fn test(lang: Lang, rule: &Rule, Attendance { roll, present }: Attendance, quorum_needed: i64) -> Test {
    let needed = if rule.at_meeting {
        lang.t("poll-sum-quorum-meeting")
    } else if rule.quorum_percent == 0 {
        lang.t("poll-sum-quorum-none")
    } else {
        let percent = lang.percent(rule.quorum_percent.into(), 100);
        lang.with("poll-sum-quorum", &[("percent", percent.into()), ("roll", roll.into())])
    };
    let of_unit = |key: &str| lang.with(key, &[unit(rule)]);
    let sum = [(of_unit("poll-sum-roll"), roll), (needed, quorum_needed)];
    let total = (of_unit("poll-sum-cast"), present);
    let test = super::test(lang, "poll-test-quorum", &sum, total, (quorum_needed, present >= quorum_needed));
    Test { title: of_unit("poll-test-quorum"), ..test }
}
