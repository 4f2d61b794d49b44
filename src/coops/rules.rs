//! The rule profile: figures that law or by-laws decide, and the presets that fill it.
//!
//! Sources of the presets, as read for this program in 2026 (confirm them against the co-op's own by-laws):
//! Quebec, Cooperatives Act (C-67.2): quorum is who is present unless by-laws say otherwise (s. 64), auxiliary members for at
//! most six months (s. 52), board of 3 to 15 (s. 80), a special meeting when a quarter of the members ask for it, within 21 days
//! (s. 77), the annual one within six months of the year's end, meetings from afar since 2021. Ontario, Co-operative Corporations
//! Act: notice 10 to 50 days and a casting vote for who chairs unless by-laws say otherwise (s. 75), the annual meeting within six
//! months of the year's end and fifteen of the last, meetings from afar only where by-laws say so. British Columbia, Cooperative
//! Association Act: 14 days for an annual meeting or a special resolution, 7 for others (s. 146), the annual one within four months of
//! the year's end (s. 143). Canada Cooperatives Act: notice 21 to 60 days, quorum a majority unless by-laws differ, and enough when it
//! was there at the opening (s. 62), the annual meeting as in Ontario (s. 50). Special majorities of two thirds are usual in all.
//! Seven directors for two years, about half of the seats each year, are what co-ops' own by-laws mostly say; no act does.

use diesel::prelude::*;
use serde::Serialize;

use crate::platform::text_enum::text_enum;
use crate::schema::rule_profiles;

text_enum! {
    pub enum Preset {
        Quebec = "QC",
        Ontario = "ON",
        BritishColumbia = "BC",
        Canada = "CA",
    }
}

text_enum! {
    /// How transfers within and requests from outside come together on the waiting list.
    pub enum Transfers {
        /// In turns: after a home of this size went to one group, the next goes to the other.
        Alternate = "alternate",
        First = "first",
        Last = "last",
        /// The date alone decides.
        Together = "together",
    }
}

text_enum! {
    /// Whose the votes are. Acts of co-ops give a member one; by-laws of some give one to a home, or more to who holds more.
    pub enum VoteOf {
        Member = "member",
        /// A home has one, or as many as stand beside it: whoever casts first of those who live there casts it.
        HomeFirst = "home_first",
        /// The same, which counts once all who live there have answered the same.
        HomeJointly = "home_jointly",
        /// As many as the shares that one holds.
        Shares = "shares",
    }
}

text_enum! {
    /// What the quorum is taken of; it need not be what votes are.
    pub enum QuorumOf {
        /// Of the votes on the roll, whosever they are: each weighs what it weighs.
        Votes = "votes",
        /// Of the people on the roll.
        Members = "members",
        /// Of the homes where they live.
        Homes = "homes",
    }
}

impl VoteOf {
    pub fn is_of_homes(self) -> bool {
        matches!(self, Self::HomeFirst | Self::HomeJointly)
    }

    /// What is counted, as the words choose by it: `member`, `home` or `vote`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::HomeFirst | Self::HomeJointly => "home",
            Self::Shares => "vote",
        }
    }
}

/// Everything numeric that a co-op's rules decide. Fractions are whole numbers, never floats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rule_profiles)]
pub struct RuleProfile {
    pub preset: String,
    /// Share of the electoral roll that must vote for a result to count; 0 where whoever votes is enough.
    pub quorum_percent: i32,
    /// An ordinary proposal passes with more than this share of the votes.
    pub majority_ordinary_num: i32,
    pub majority_ordinary_den: i32,
    /// A special one with at least this share.
    pub majority_special_num: i32,
    pub majority_special_den: i32,
    /// Whether an abstention is a vote of the base that the majority is taken of.
    pub abstentions_count: bool,
    pub vote_of: VoteOf,
    /// How many proxies one person may hold in a vote; 0 where there are none.
    pub proxies_max: i32,
    pub quorum_of: QuorumOf,
    /// Whether a vote that had no quorum can be called again, once.
    pub second_calls: bool,
    /// The quorum of a second call, as a share like the first; 0 where whoever votes is enough.
    pub quorum_second_percent: i32,
    pub notice_days_min: i32,
    pub notice_days_max: i32,
    /// The least notice of a general meeting that is neither annual nor votes by special resolution.
    pub notice_days_other: i32,
    /// The month at whose end the financial year ends.
    pub year_ends_month: i32,
    /// Within how many months of that the annual meeting is held; 0 where no rule says.
    pub agm_months: i32,
    /// Within how many months of the one before; 0 where no rule says.
    pub agm_months_apart: i32,
    /// The share of the members that can ask for a meeting, and within how many days it is then held; 0 where no rule says.
    pub requisition_percent: i32,
    pub requisition_days: i32,
    /// How many days before a meeting a member's item is there.
    pub item_days: i32,
    /// The share that must stay for a meeting to go on; 0 where the quorum at its opening is enough.
    pub quorum_continues_percent: i32,
    /// How many homes must be there besides.
    pub quorum_homes_min: i32,
    /// Whether whoever chairs decides a tie.
    pub chair_casts: bool,
    /// Whether who attends from afar is there.
    pub meets_online: bool,
    /// Whether the time that somebody is at a meeting counts as hours.
    pub meetings_credited: bool,
    pub auxiliary_months_max: i32,
    pub board_size_min: i32,
    pub board_size_max: i32,
    /// Public figures about fewer people than this are not shown.
    pub group_size_min_for_stats: i32,
    /// How many days before its deadline a task's people are reminded.
    pub reminder_days_before: i32,
    /// How many hours of a task one person may set; more count once a second one agreed.
    pub credit_alone_hours: i32,
    /// The month in which the co-op's year of participation starts.
    pub year_starts_month: i32,
    /// Whether auxiliary members vote: not by law in Quebec (s. 52).
    pub auxiliary_may_vote: bool,
    pub suspended_may_vote: bool,
    /// Whether owing something takes the vote away, or a place on the board.
    pub arrears_bars_vote: bool,
    pub arrears_bars_office: bool,
    /// How many months after leaving what is known of a former member is kept.
    pub retention_months: i32,
    pub transfers: Transfers,
    /// How many months somebody lives in a home before they may ask for another.
    pub transfer_months_min: i32,
    /// How many months a request that came to nothing is kept with its names.
    pub application_months: i32,
    /// How many seats the board has.
    pub board_seats: i32,
    /// How long a term on the board lasts, from one annual meeting to another.
    pub board_term_months: i32,
    /// How many days the result of an election can be contested.
    pub appeal_days: i32,
}

impl RuleProfile {
    /// What is usual, whatever the act.
    fn usual(preset: Preset) -> Self {
        Self {
            preset: preset.word().to_owned(),
            quorum_percent: 50,
            majority_ordinary_num: 1,
            majority_ordinary_den: 2,
            majority_special_num: 2,
            majority_special_den: 3,
            abstentions_count: false,
            vote_of: VoteOf::Member,
            proxies_max: 0,
            quorum_of: QuorumOf::Votes,
            // No act read here says anything of second calls for votes by ballot: by-laws may.
            second_calls: false,
            quorum_second_percent: 0,
            notice_days_min: 14,
            notice_days_max: 60,
            notice_days_other: 14,
            year_ends_month: 12,
            agm_months: 6,
            agm_months_apart: 0,
            // Each act knows the right; where no figure was read, the by-laws' own is to be entered.
            requisition_percent: 0,
            requisition_days: 0,
            // One co-op's own by-laws.
            item_days: 15,
            quorum_continues_percent: 0,
            quorum_homes_min: 0,
            chair_casts: false,
            meets_online: true,
            meetings_credited: false,
            auxiliary_months_max: 6,
            board_size_min: 3,
            board_size_max: 15,
            group_size_min_for_stats: 5,
            reminder_days_before: 2,
            credit_alone_hours: 8,
            year_starts_month: 7,
            auxiliary_may_vote: false,
            suspended_may_vote: false,
            arrears_bars_vote: false,
            arrears_bars_office: true,
            retention_months: 84,
            // One co-op's own policy (two years in a home first, lists in turns); no act says anything.
            transfers: Transfers::Alternate,
            transfer_months_min: 24,
            application_months: 24,
            board_seats: 7,
            board_term_months: 24,
            // By-laws say; a month is what is usual.
            appeal_days: 30,
        }
    }

    pub fn of(preset: Preset) -> Self {
        let usual = Self::usual(preset);
        match preset {
            Preset::Quebec => Self {
                quorum_percent: 0,
                notice_days_min: 5,
                notice_days_max: 45,
                notice_days_other: 5,
                requisition_percent: 25,
                requisition_days: 21,
                ..usual
            },
            Preset::Ontario => Self {
                quorum_percent: 30,
                notice_days_min: 10,
                notice_days_max: 50,
                notice_days_other: 10,
                agm_months_apart: 15,
                chair_casts: true,
                meets_online: false,
                ..usual
            },
            Preset::BritishColumbia => Self { quorum_percent: 30, notice_days_other: 7, agm_months: 4, ..usual },
            Preset::Canada => Self { notice_days_min: 21, notice_days_other: 21, agm_months_apart: 15, ..usual },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_differ_where_the_acts_do() {
        assert_eq!(RuleProfile::of(Preset::Quebec).quorum_percent, 0);
        assert_eq!(RuleProfile::of(Preset::Ontario).notice_days_max, 50);
        assert_eq!(RuleProfile::of(Preset::Canada).notice_days_min, 21);
        for (word, preset) in Preset::ALL {
            assert_eq!(RuleProfile::of(preset).preset, word);
        }
    }
}
