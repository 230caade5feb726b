create schema shopify;

-- How far an import has come, so that one that was stopped goes on there.
create table shopify.imports (
  id bigint generated always as identity primary key,
  -- Of the file's content and of how it is read: another file is another import.
  fingerprint text not null,
  file text not null,
  products_done integer not null default 0,
  line integer not null default 0,
  fault_count integer not null default 0,
  written jsonb not null,
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz
);
create unique index imports_unfinished on shopify.imports (fingerprint) where finished_at is null;

-- What only the database could know, such as goods that are held for orders.
create table shopify.import_faults (
  import_id bigint not null references shopify.imports on delete cascade,
  line integer not null,
  sentence text not null,
  primary key (import_id, line, sentence)
);

-- A file of goods that somebody of the staff has sent: it is looked at, and read into the shop when they say so.
create table shopify.uploads (
  id bigint generated always as identity primary key,
  sent_with uuid not null unique,
  name text not null,
  -- Gone when the file has been read.
  content bytea,
  locale text not null,
  currency text not null,
  state text not null default 'checking' check (state in ('checking', 'checked', 'importing', 'imported')),
  done integer not null default 0,
  total integer not null default 0,
  written jsonb,
  faults jsonb not null default '[]',
  actor text not null,
  sent_at timestamptz not null default now(),
  ended_at timestamptz
);
