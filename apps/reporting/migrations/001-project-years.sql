-- Every event that was counted, by what CloudEvents calls its identity: a resend finds itself here and changes nothing.
create table reporting.seen (
  source text not null,
  id text not null,
  streamversion integer not null,
  globalseq bigint not null,
  primary key (source, id)
);

-- How far each stream is counted. The next event of a stream must be version + 1.
create table reporting.streams (
  source text primary key,
  version integer not null,
  globalseq bigint not null
);

-- Events that came before one that is missing: kept until it comes, and shown as a gap.
create table reporting.held (
  source text not null,
  streamversion integer not null,
  event jsonb not null,
  held_at timestamptz not null default now(),
  primary key (source, streamversion)
);

create table reporting.project_years (
  source text primary key,
  project text not null,
  fiscal_year integer not null,
  stage text not null,
  department text,
  unit text,
  requested_fen numeric(24, 0),
  control_fen numeric(24, 0),
  approved_fen numeric(24, 0),
  paid_fen numeric(24, 0),
  grade text,
  score text,
  lapses integer not null,
  training boolean not null
);
create index on reporting.project_years (fiscal_year);

create view reporting.gaps as
select held.source, streams.version as counted, min(held.streamversion) as next_held, count(*)::int as held, min(held.held_at) as since
from reporting.held left join reporting.streams using (source)
group by held.source, streams.version;
