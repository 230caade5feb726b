-- What goods have in common and can be chosen by: a material, a capacity, a brand.
create table catalogue.attributes (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'
    and key not in ('q', 'sort', 'page', 'after', 'before', 'shown', 'category', 'in-stock', 'price-from', 'price-to', 'exact')),
  kind text not null default 'choice' check (kind in ('choice', 'number', 'flag')),
  name catalogue.localised not null,
  unit text not null default '',
  position integer not null default 0,
  is_facet boolean not null default true
);

create table catalogue.attribute_values (
  id integer generated always as identity primary key,
  attribute_id integer not null references catalogue.attributes on delete cascade,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  label catalogue.localised not null,
  number numeric,
  position integer not null default 0,
  unique (attribute_id, key)
);

create table catalogue.product_values (
  product_id bigint not null references catalogue.products on delete cascade,
  value_id integer not null references catalogue.attribute_values on delete cascade,
  primary key (product_id, value_id)
);
create index product_values_of_value on catalogue.product_values (value_id);

-- The attribute that an option lets choose, such as colour: its values then count as the product's own.
alter table catalogue.options add column attribute_id integer references catalogue.attributes on delete set null;
alter table catalogue.option_values
  add column value_id integer references catalogue.attribute_values on delete set null;

alter table catalogue.products
  add column type text not null default '',
  add column taxonomy text not null default '',
  add column tags text[] not null default '{}',
  add column seo_title catalogue.localised not null default '{"en": ""}',
  add column seo_description catalogue.localised not null default '{"en": ""}',
  add column accessibility catalogue.localised not null default '{"en": ""}',
  add column withdrawn_at timestamptz,
  add column popularity double precision not null default 0,
  -- When what lists show of it has to be worked out again: a price begins or ends, it appears or leaves.
  add column turns_at timestamptz default now(),
  add check (withdrawn_at > published_at);
create index products_that_turn on catalogue.products (turns_at) where turns_at is not null;

create function catalogue.is_on_show(published_at timestamptz, withdrawn_at timestamptz) returns boolean
  language sql stable parallel safe
  return coalesce(
    published_at <= statement_timestamp() and statement_timestamp() < coalesce(withdrawn_at, 'infinity'), false);

create table catalogue.former_slugs (
  slug text primary key,
  product_id bigint not null references catalogue.products on delete cascade
);
create index former_slugs_of_product on catalogue.former_slugs (product_id);

create table catalogue.former_paths (
  path text primary key,
  category_id bigint not null references catalogue.categories on delete cascade
);
create index former_paths_of_category on catalogue.former_paths (category_id);

create table catalogue.related_products (
  product_id bigint not null references catalogue.products on delete cascade,
  related_id bigint not null references catalogue.products on delete cascade,
  position integer not null default 0,
  primary key (product_id, related_id),
  check (product_id <> related_id)
);

-- A price stands from one moment to another; the one that began last is the one that counts.
alter table catalogue.prices
  add column valid_from timestamptz not null default '-infinity',
  add column valid_until timestamptz not null default 'infinity',
  add check (valid_from < valid_until),
  drop constraint prices_pkey,
  add primary key (variant_id, currency, valid_from);

create function catalogue.price_of(variant bigint, wanted text)
  returns table (amount bigint, compare_at bigint)
  language sql stable parallel safe
begin atomic
  select price.amount, price.compare_at
  from catalogue.prices price
  where price.variant_id = variant and price.currency = wanted
    and price.valid_from <= statement_timestamp() and statement_timestamp() < price.valid_until
  order by price.valid_from desc limit 1;
end;

create index variants_by_barcode on catalogue.variants (barcode) where barcode is not null;

-- What search reads is the search's own from here on.
drop table catalogue.product_words;
drop function catalogue.words_of(text, text);
drop function catalogue.grammar_of(text);
drop function catalogue.plain(text);
