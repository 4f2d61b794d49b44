//! What of the votes stands in calendars.

/// When votes close that others see: in everybody's own calendar, in none of a committee.
pub const DATED: &str = "select 'poll' as kind, p.id, p.title_en, p.title_fr, p.closes_at as at, null::date as day, null::time as time, \
     null::text as place, p.status not in ('scheduled', 'open') as done, p.version, p.created_at as made_at from polls p \
   where {committee} is null and p.status in ('scheduled', 'open', 'closed') and p.meeting_id is null and p.closes_at > now() - interval '60 days'";
