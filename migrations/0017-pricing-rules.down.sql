drop table pricing.voucher_redemptions, pricing.promotions, pricing.market_countries, pricing.markets;
create table pricing.former_delivery_rates (
  method text not null references pricing.delivery_methods,
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null,
  amount bigint not null check (amount >= 0),
  free_from bigint check (free_from > 0),
  days_from integer not null check (days_from >= 0),
  days_to integer not null check (days_to >= days_from),
  primary key (method, country, currency)
);
insert into pricing.former_delivery_rates
  select distinct on (method, country, currency) method, country, currency, amount, free_from, days_from, days_to
  from pricing.delivery_rates join pricing.zone_places using (zone) where region = ''
  order by method, country, currency, value_from, grams_to;
drop table pricing.delivery_rates, pricing.zone_places, pricing.delivery_zones;
alter table pricing.former_delivery_rates rename constraint former_delivery_rates_pkey to delivery_rates_pkey;
alter table pricing.former_delivery_rates rename to delivery_rates;
delete from pricing.tax_rates where region <> '';
alter table pricing.tax_rates drop constraint tax_rates_pkey, drop region, add primary key (country, tax_class);
