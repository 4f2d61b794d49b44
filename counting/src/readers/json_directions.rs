//! How a contest is counted, as the project's own JSON says it: the method, the rule of a proposal, the seed of a lot.

use num_rational::{BigRational, Ratio};
use serde::Deserialize;
use serde_json::{Value, json};

use super::json_ballots::Number;
use crate::Method;
use crate::directions::Directions;
use crate::outcome::Figure;
use crate::simple::ProposalRule;
use crate::simple::proposal::{Base, Bound, Condition, Quorum};

/// What a file says of it, as far as it was read.
#[derive(Default)]
pub(super) struct DirectionsDraft {
    pub method: Option<String>,
    pub seed: Option<String>,
    pub rule: Option<RuleDraft>,
}

#[derive(Deserialize)]
pub(super) struct RuleDraft {
    share: Number,
    more_than: bool,
    of: BaseDraft,
    #[serde(default)]
    abstentions_count: bool,
    quorum: Option<Number>,
    /// Present at the meeting, for the quorum.
    present: Option<Number>,
    #[serde(default)]
    further: Vec<ConditionDraft>,
}

#[derive(Deserialize)]
struct ConditionDraft {
    candidate: usize,
    bound: Bound,
    share: Number,
    of: BaseDraft,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum BaseDraft {
    VotesCast,
    Present(Number),
    Entitled(Number),
}

impl DirectionsDraft {
    /// What was said, or what was expected.
    pub fn finish(self, candidates: usize) -> Result<Option<Directions>, String> {
        let Some(method) = self.method else { return Ok(None) };
        let known = || Method::ALL.map(Method::name).join(", ");
        let method = Method::parse(&method).ok_or_else(|| format!("a method: {}", known()))?;
        let rule = self.rule.map(|rule| rule.finish(candidates)).transpose()?.unwrap_or_default();
        Ok(Some(Directions { method, rule, seed: self.seed }))
    }
}

impl RuleDraft {
    fn finish(self, candidates: usize) -> Result<ProposalRule, String> {
        let quorum = self.quorum.as_ref().map(amount).transpose()?;
        let present = self.present.as_ref().map(amount).transpose()?;
        Ok(ProposalRule {
            share: share(&self.share)?,
            more_than: self.more_than,
            base: self.of.finish()?,
            abstentions_count: self.abstentions_count,
            quorum: quorum.map(|needed| Quorum { needed, present }),
            further: self.further.into_iter().map(|one| one.finish(candidates)).collect::<Result<_, _>>()?,
        })
    }
}

impl ConditionDraft {
    fn finish(self, candidates: usize) -> Result<Condition, String> {
        if !(1..=candidates).contains(&self.candidate) {
            return Err(format!("a threshold of a candidate from 1 to {candidates}"));
        }
        let (share, base) = (share(&self.share)?, self.of.finish()?);
        Ok(Condition { option: self.candidate - 1, bound: self.bound, share, base })
    }
}

impl BaseDraft {
    fn finish(self) -> Result<Base, String> {
        Ok(match self {
            Self::VotesCast => Base::VotesCast,
            Self::Present(number) => Base::Present(amount(&number)?),
            Self::Entitled(number) => Base::Entitled(amount(&number)?),
        })
    }
}

fn amount(number: &Number) -> Result<BigRational, String> {
    number.amount().ok_or_else(|| "a number of votes in the rule".to_owned())
}

fn share(number: &Number) -> Result<Ratio<u64>, String> {
    let exact = number.amount().ok_or("a share in the rule, as \"2/3\"")?;
    let part = |part: &num_bigint::BigInt| u64::try_from(part).map_err(|_| "a share of fewer digits".to_owned());
    Ok(Ratio::new(part(exact.numer())?, part(exact.denom())?))
}

/// The keys that say it. A rule stands only where a proposal is decided.
pub(super) fn told(directions: &Directions) -> Vec<(&'static str, Value)> {
    let mut keys = vec![("method", json!(directions.method.name()))];
    keys.extend(directions.seed.iter().map(|seed| ("seed", json!(seed))));
    if matches!(directions.method, Method::Majority | Method::Consent) {
        keys.push(("rule", rule(&directions.rule)));
    }
    keys
}

fn rule(rule: &ProposalRule) -> Value {
    let mut value = json!({
        "share": rule.share.to_string(), "more_than": rule.more_than, "of": base(&rule.base),
        "abstentions_count": rule.abstentions_count,
    });
    if let Some(quorum) = &rule.quorum {
        value["quorum"] = json!(text(&quorum.needed));
        value["present"] = json!(quorum.present.as_ref().map(text));
    }
    let condition = |one: &Condition| json!({ "candidate": one.option + 1, "bound": one.bound, "share": one.share.to_string(), "of": base(&one.base) });
    if !rule.further.is_empty() {
        value["further"] = rule.further.iter().map(condition).collect();
    }
    value
}

fn base(base: &Base) -> Value {
    match base {
        Base::VotesCast => json!("votes-cast"),
        Base::Present(number) => json!({ "present": text(number) }),
        Base::Entitled(number) => json!({ "entitled": text(number) }),
    }
}

fn text(number: &BigRational) -> String {
    Figure::exact(number.clone()).to_string()
}
