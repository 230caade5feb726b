-- What has been learnt, each time that it was: one is asked at a time, and one is learnt at a time.
create table recommendations.models (
  id bigint generated always as identity primary key,
  state text not null default 'training' check (state in ('training', 'running', 'retired', 'refused', 'failed')),
  step text not null default 'reading' check (step in ('reading', 'learning', 'keeping', 'done')),
  events integer not null default 0,
  reason text check (reason in ('too-little', 'worse', 'interrupted', 'broken')),
  report jsonb,
  began_at timestamptz not null default now(),
  progressed_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index models_running on recommendations.models (state) where state = 'running';
create unique index models_training on recommendations.models (state) where state = 'training';

create table recommendations.artifacts (
  model_id bigint primary key references recommendations.models (id) on delete cascade,
  bytes bytea not null
);
alter table recommendations.artifacts alter column bytes set storage external;
