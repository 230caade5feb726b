create schema pricing;

create table pricing.tax_rates (
  country text not null check (country ~ '^[A-Z]{2}$'),
  tax_class text not null,
  parts_per_million integer not null check (parts_per_million between 0 and 1000000),
  primary key (country, tax_class)
);

create table pricing.delivery_methods (
  code text primary key check (code ~ '^[a-z-]+$'),
  position integer not null,
  name jsonb not null
);

create table pricing.delivery_rates (
  method text not null references pricing.delivery_methods,
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null,
  amount bigint not null check (amount >= 0),
  free_from bigint check (free_from > 0),
  days_from integer not null check (days_from >= 0),
  days_to integer not null check (days_to >= days_from),
  primary key (method, country, currency)
);
