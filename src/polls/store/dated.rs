//! What of the votes stands in calendars.

/// When votes close that others see: in everybody's own calendar, in none of a committee.
pub const DATED: &str = "select 'poll' as kind, p.id, p.title_en, p.title_fr, p.closes_at as at, null::date as day, null::time as time, \
     null::text as place, p.status not in ('scheduled', 'open') as done, p.version, p.created_at as made_at from polls p \
   where {committee} is null and p.status in ('scheduled', 'open', 'closed') and p.meeting_id is null and p.closes_at > now() - interval '60 days'";
/// Votes whose whole time passed while no server could open them.
pub const MISSED: &str = "select p.id from polls p where p.status = 'scheduled' and case when p.meeting_id is null then p.closes_at <= now() \
   else exists (select from meetings m where m.id = p.meeting_id and (m.status = 'cancelled' or m.ended_at is not null or m.held_on < {today})) end";
