create schema reviews;

-- What somebody thinks of a product: one review an author and product. What was bought proves it; a review that was
-- brought along from elsewhere has no proof. `version` counts every writing and every decision.
create table reviews.reviews (
  id bigint generated always as identity primary key,
  product_id bigint not null,
  author_kind text not null check (author_kind in ('visitor', 'customer', 'imported')),
  author_id text not null check (author_id <> ''),
  order_id bigint,
  variant_id bigint,
  display_name text not null check (length(display_name) between 1 and 60),
  stars smallint not null check (stars between 1 and 5),
  title text not null check (length(title) between 1 and 100),
  text text not null check (length(text) between 20 and 4000),
  locale text not null,
  state text not null default 'pending' check (state in ('pending', 'published', 'declined')),
  reason text check (reason <> ''),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  written_at timestamptz not null default now(),
  moderated_at timestamptz,
  moderator text,
  unique (product_id, author_kind, author_id),
  check ((order_id is null) = (variant_id is null)),
  check (author_kind = 'imported' or order_id is not null),
  check ((state = 'pending') = (moderated_at is null)),
  check ((moderated_at is null) = (moderator is null)),
  check ((state = 'declined') = (reason is not null))
);
create index reviews_newest on reviews.reviews (product_id, written_at desc, id desc) where state = 'published';
create index reviews_with_stars on reviews.reviews (product_id, stars, written_at desc, id desc)
  where state = 'published';
create index reviews_to_moderate on reviews.reviews (written_at, id) where state = 'pending';

create table reviews.review_events (
  id bigint generated always as identity primary key,
  review_id bigint not null references reviews.reviews,
  version integer not null,
  state text not null,
  reason text,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  unique (review_id, version)
);
create trigger append_only before update or delete on reviews.review_events
  for each row execute function platform.refuse_change();

-- How many published reviews give a product so many stars: kept with each change of state, so that lists need not count.
create table reviews.tallies (
  product_id bigint primary key,
  one integer not null default 0 check (one >= 0),
  two integer not null default 0 check (two >= 0),
  three integer not null default 0 check (three >= 0),
  four integer not null default 0 check (four >= 0),
  five integer not null default 0 check (five >= 0),
  review_count integer not null generated always as (one + two + three + four + five) stored,
  star_sum integer not null generated always as (one + 2 * two + 3 * three + 4 * four + 5 * five) stored
);

create view reviews.ratings as
  select product_id, review_count, round(star_sum::numeric / review_count, 1)::double precision as mean
  from reviews.tallies where review_count > 0;

create view reviews.star_counts as
  select tally.product_id, counted.stars, counted.review_count
  from reviews.tallies tally
  cross join lateral (values (5, tally.five), (4, tally.four), (3, tally.three), (2, tally.two), (1, tally.one))
    as counted(stars, review_count)
  where counted.review_count > 0;
