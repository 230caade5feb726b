create schema admin;

-- Who of the staff has changed what: written in the transaction of the change itself, and only ever added to.
create table admin.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  network text not null,
  request text not null
);
create index audit_subject on admin.audit (subject, id desc);
create index audit_actor on admin.audit (actor, id desc);
create index audit_action on admin.audit (action, id desc);
create trigger append_only before update or delete on admin.audit
  for each row execute function platform.refuse_change();
