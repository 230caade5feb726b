-- What staff keep in mind of a customer, for each other.
create table customers.notes (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  text text not null check (length(text) between 1 and 2000),
  actor text not null,
  key uuid not null unique,
  at timestamptz not null default clock_timestamp()
);
create index notes_of_customer on customers.notes (customer_id, id desc);
