create schema recommendations;

-- Somebody has come to the shop: one row until half an hour passes in which they do nothing. Whose it is stands here alone;
-- without it, what was done stays, and nobody knows by whom.
create table recommendations.visits (
  id bigint generated always as identity primary key,
  visitor_id uuid,
  began_at timestamptz not null,
  last_at timestamptz not null
);
create index visits_of_visitor on recommendations.visits (visitor_id, last_at desc) where visitor_id is not null;
create index visits_lately on recommendations.visits (last_at, id);

-- What was done, a part for each month, so that what is old goes as a whole.
create table recommendations.events (
  visit_id bigint not null,
  at timestamptz not null,
  kind text not null check (kind in ('view', 'search', 'basket', 'wish', 'purchase', 'impression', 'click', 'dismissal')),
  product_id bigint check (product_id is not null or kind in ('search', 'impression')),
  words text check (length(words) <= 100),
  -- Where something was recommended, by what, and what stood there.
  placement text,
  version text,
  shown bigint[],
  -- Of a purchase, in minor units.
  amount bigint,
  currency text check (currency ~ '^[A-Z]{3}$')
) partition by range (at);
create index events_of_visit on recommendations.events (visit_id, at);
create index events_recommended on recommendations.events (at) where version is not null;

-- Makes the part for the month of a moment, unless it is there.
create function recommendations.keep_month(moment timestamptz) returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', moment, 'UTC');
  part text := 'events_' || to_char(month at time zone 'UTC', 'YYYY_MM');
begin
  if to_regclass('recommendations.' || part) is null then
    execute format('create table recommendations.%I partition of recommendations.events for values from (%L) to (%L)',
      part, month, date_trunc('month', month + interval '32 days', 'UTC'));
  end if;
end $$;

-- Drops the parts of which the whole is longer ago than so many days.
create function recommendations.drop_months(days integer) returns void language plpgsql as $$
declare
  part record;
begin
  for part in
    select child.oid::regclass as name
    from pg_inherits join pg_class child on child.oid = inhrelid
    where inhparent = 'recommendations.events'::regclass
      and to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month' < now() - make_interval(days => days)
  loop
    execute format('drop table %s', part.name);
  end loop;
end $$;

select recommendations.keep_month(now() + ahead) from unnest(array['0 days', '32 days', '64 days']::interval[]) as ahead;

-- What nobody is interested in any more is not shown to them again.
create table recommendations.dismissals (
  visitor_id uuid not null,
  product_id bigint not null,
  at timestamptz not null default now(),
  primary key (visitor_id, product_id)
);
