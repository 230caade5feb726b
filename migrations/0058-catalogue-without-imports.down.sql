-- How far an import has come, so that one that was stopped goes on there.
create table catalogue.imports (
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
create unique index imports_unfinished on catalogue.imports (fingerprint) where finished_at is null;

-- What only the database could know, such as goods that are held for orders.
create table catalogue.import_faults (
  import_id bigint not null references catalogue.imports on delete cascade,
  line integer not null,
  sentence text not null,
  primary key (import_id, line, sentence)
);
