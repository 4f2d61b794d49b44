-- The reporting schema: what spreadsheets, Superset, Metabase and Grafana may read of one co-op. Views only.
--
-- A view is a contract. Columns are added at their end; one that goes away stays for a year with its successor named in its comment, and a
-- test compares the list with the last release's (`testdata/reporting.txt`). No name, no address, no telephone number, no text that somebody
-- wrote about somebody, and nothing that says how anybody voted or answered. Ranges are two columns, the first day and the last; an instant
-- has the day by the co-op's clock beside it; words of the register have their names in both languages.
--
-- The wall: the co-op of a reader is in the name of its role, which the owner of the database alone gives (`cooperator reporting grant`), and
-- each view shows the rows of that co-op alone. A reader may set `app.coop_id`, as anybody may: where it sets another one than its own, it
-- sees nothing more. `security_barrier` keeps a reader's own functions from the rows of others.
-- A migration that changes a column of a view drops the schema first.
create schema if not exists reporting;
revoke all on schema reporting from public;
grant usage on schema reporting to cooperator_reports;

-- The co-op of whoever reads; none where they are no reader.
create or replace function reporting.reader_coop() returns bigint language sql stable parallel safe
  as $$ select (regexp_match(session_user::text, '^cooperator_reports_([0-9]{1,18})(_|$)'))[1]::bigint $$;
revoke execute on function reporting.reader_coop() from public;
grant execute on function reporting.reader_coop() to cooperator_reports;

create or replace view reporting.co_op with (security_barrier) as
  select c.name_en, c.name_fr, c.default_language as language, c.time_zone, (now() at time zone c.time_zone)::date as today
  from public.coops c where c.coop_id = reporting.reader_coop();
comment on view reporting.co_op is 'The co-op, one row. / La coop, une ligne.';

create or replace view reporting.members with (security_barrier) as
  select m.id as member_id, m.number, m.language, m.joined_on, m.joined_known,
    s.status, n.en as status_en, n.fr as status_fr, s.since as status_since,
    date_part('year', age((now() at time zone c.time_zone)::date, m.joined_on))::int as years_here
  from public.members m join public.coops c on c.coop_id = m.coop_id
  left join lateral (select t.status, t.since from public.member_statuses t where t.coop_id = m.coop_id and t.member_id = m.id
    and t.since <= (now() at time zone c.time_zone)::date order by t.since desc limit 1) s on true
  left join (values ('applicant', 'Applicant', 'Candidature'), ('auxiliary', 'Auxiliary member', 'Membre auxiliaire'), ('member', 'Member', 'Membre'),
    ('on_leave', 'On leave', 'En congé'), ('suspended', 'Suspended', 'Suspension'), ('former', 'Former member', 'Ancien membre')) n (word, en, fr)
    on n.word = s.status
  where m.coop_id = reporting.reader_coop() and m.merged_into is null;
comment on view reporting.members is 'A row a person of the register, as they are today, without names. / Une ligne par personne du registre, aujourd’hui, sans nom.';

create or replace view reporting.member_statuses with (security_barrier) as
  select t.member_id, t.status, t.since as from_day,
    lead(t.since) over (partition by t.member_id order by t.since) - 1 as to_day
  from public.member_statuses t join public.members m on m.coop_id = t.coop_id and m.id = t.member_id
  where t.coop_id = reporting.reader_coop() and m.merged_into is null and not t.planned;
comment on view reporting.member_statuses is 'Each status of a person with its first and last day; the last day is empty while it lasts. / Chaque statut d’une personne, du premier au dernier jour; le dernier jour est vide tant qu’il dure.';

create or replace view reporting.homes with (security_barrier) as
  select u.id as home_id, u.label as home, u.kind, u.block, u.floor, u.bedrooms, u.area_m2, u.accessible
  from public.units u where u.coop_id = reporting.reader_coop();
comment on view reporting.homes is 'A row a home. Area in square metres. / Une ligne par logement. Superficie en mètres carrés.';

create or replace view reporting.occupancies with (security_barrier) as
  select o.id as occupancy_id, o.unit_id as home_id, o.member_id, o.relation, lower(o.during) as from_day, upper(o.during) - 1 as to_day
  from public.occupancies o where o.coop_id = reporting.reader_coop();
comment on view reporting.occupancies is 'Who lives in which home, from the first to the last day. / Qui habite quel logement, du premier au dernier jour.';

create or replace view reporting.vacancies with (security_barrier) as
  select u.id as home_id, u.label as home, d.day
  from public.units u join public.coops c on c.coop_id = u.coop_id
  cross join lateral generate_series((now() at time zone c.time_zone)::date - 365, (now() at time zone c.time_zone)::date, '1 day') g (at)
  cross join lateral (select g.at::date as day) d
  where u.coop_id = reporting.reader_coop()
    and u.kind in ('apartment', 'townhouse', 'house', 'room')
    and exists (select from public.occupancies o where o.coop_id = u.coop_id and lower(o.during) <= d.day)
    and not exists (select from public.occupancies o where o.coop_id = u.coop_id and o.unit_id = u.id and o.during @> d.day);
comment on view reporting.vacancies is 'Each day of the last year on which nobody lived in a home. / Chaque jour de la dernière année où personne n’habitait un logement.';

create or replace view reporting.committees with (security_barrier) as
  select k.id as committee_id, k.name_en, k.name_fr, k.formed_on as from_day, k.closed_on as to_day
  from public.committees k where k.coop_id = reporting.reader_coop();
comment on view reporting.committees is 'A row a committee. / Une ligne par comité.';

create or replace view reporting.committee_seats with (security_barrier) as
  select s.committee_id, s.member_id, lower(s.during) as from_day, upper(s.during) - 1 as to_day
  from public.seats s where s.coop_id = reporting.reader_coop();
comment on view reporting.committee_seats is 'Who sits on which committee, from the first to the last day. / Qui siège à quel comité, du premier au dernier jour.';

create or replace view reporting.tasks with (security_barrier) as
  select t.id as task_id, t.kind, t.status, t.committee_id, t.due_on, t.done_at, (t.done_at at time zone c.time_zone)::date as done_on,
    t.created_at, (t.created_at at time zone c.time_zone)::date as created_on, t.credit_minutes,
    case when t.due_on is null or t.status = 'cancelled' then null
      when t.status = 'done' then (t.done_at at time zone c.time_zone)::date <= t.due_on
      when t.due_on < (now() at time zone c.time_zone)::date then false end as on_time
  from public.tasks t join public.coops c on c.coop_id = t.coop_id where t.coop_id = reporting.reader_coop();
comment on view reporting.tasks is 'A row a task, without its words. On time: done by its due day; empty where none is due yet. / Une ligne par tâche, sans ses mots. À temps : faite au plus tard le jour prévu; vide si elle n’est pas encore due.';

create or replace view reporting.hours with (security_barrier) as
  select l.id as line_id, l.worked_on, l.kind, l.minutes, l.member_id, l.unit_id as home_id, l.takes_back
  from public.hour_lines l where l.coop_id = reporting.reader_coop();
comment on view reporting.hours is 'A row a line of the ledger of hours, in minutes; one that takes another back has its number. / Une ligne par inscription au registre des heures, en minutes; celle qui en reprend une autre porte son numéro.';

create or replace view reporting.votes with (security_barrier) as
  select p.id as vote_id, p.title_en, p.title_fr, p.status, p.binding, p.opened_at, (p.opened_at at time zone c.time_zone)::date as opened_on,
    p.closed_at, (p.closed_at at time zone c.time_zone)::date as closed_on, r.roll_size, r.voted, r.quorum_needed, r.quorum_present,
    case when r.roll_size > 0 then round(100.0 * r.voted / r.roll_size, 1) end as turnout_percent
  from public.polls p join public.coops c on c.coop_id = p.coop_id
  left join lateral (select x.roll_size, x.voted, x.quorum_needed, x.quorum_present from public.results x
    where x.coop_id = p.coop_id and x.poll_id = p.id order by x.question limit 1) r on p.status = 'closed'
  where p.coop_id = reporting.reader_coop() and p.status in ('open', 'closed', 'void');
comment on view reporting.votes is 'A row a vote that opened, with its turnout once it is counted. / Une ligne par vote ouvert, avec sa participation une fois compté.';

create or replace view reporting.meetings with (security_barrier) as
  select m.id as meeting_id, m.kind, m.committee_id, m.title_en, m.title_fr, m.held_on, m.status, m.opened_at, m.ended_at, d.called, d.needed,
    coalesce((select count(distinct a.member_id) from public.attendances a where a.coop_id = m.coop_id and a.meeting_id = m.id),
      0) + (select count(*) from public.sheet_marks k where k.coop_id = m.coop_id and k.meeting_id = m.id and k.mark in ('present', 'online')) as came
  from public.meetings m left join public.doors d on d.coop_id = m.coop_id and d.meeting_id = m.id
  where m.coop_id = reporting.reader_coop();
comment on view reporting.meetings is 'A row a meeting: how many were called, needed and came. / Une ligne par réunion : combien de personnes y ont été conviées, étaient nécessaires et sont venues.';

create or replace view reporting.scores with (security_barrier) as
  select s.member_id, r.period_start as from_day, r.period_end as to_day, s.figure, n.en as figure_en, n.fr as figure_fr, s.value, s.whole
  from public.scores s join public.score_runs r on r.coop_id = s.coop_id and r.id = s.run_id
  left join (values ('meetings_attended', 'Meetings attended', 'Présences aux assemblées'), ('tasks_done', 'Tasks done', 'Tâches faites'),
    ('tasks_on_time', 'Tasks on time', 'Tâches à temps'), ('votes_cast', 'Votes cast', 'Votes déposés'),
    ('minutes_given', 'Minutes given', 'Minutes données')) n (word, en, fr) on n.word = s.figure
  where s.coop_id = reporting.reader_coop();
comment on view reporting.scores is 'A figure of somebody at the end of each month, since the year of participation began. / Un chiffre d’une personne à la fin de chaque mois, depuis le début de l’année de participation.';

create or replace view reporting.surveys with (security_barrier) as
  select v.id as survey_id, coalesce(v.series, v.id) as series_id, v.round, v.title_en, v.title_fr, v.ends_on, v.asked, v.answered,
    case when v.asked > 0 then round(100.0 * v.answered / v.asked, 1) end as answered_percent
  from public.surveys v where v.coop_id = reporting.reader_coop() and v.status = 'closed';
comment on view reporting.surveys is 'A row a survey that is over. / Une ligne par sondage terminé.';

create or replace view reporting.survey_results with (security_barrier) as
  select q.survey_id, q.number as question, q.kind, q.text_en, q.text_fr, q.overall, a.at as answer,
    case when q.kind = 'scale' then a.at::text else q.choices_en[a.at] end as answer_en,
    case when q.kind = 'scale' then a.at::text else q.choices_fr[a.at] end as answer_fr, a.many
  from public.survey_questions q join public.surveys v on v.coop_id = q.coop_id and v.id = q.survey_id
  cross join lateral unnest(q.counts) with ordinality a (many, at)
  where q.coop_id = reporting.reader_coop() and v.status = 'closed';
comment on view reporting.survey_results is 'How many gave each answer, where enough answered. / Combien de personnes ont donné chaque réponse, là où assez ont répondu.';

grant select on all tables in schema reporting to cooperator_reports;
