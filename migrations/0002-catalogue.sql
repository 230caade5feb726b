create schema catalogue;

-- A text in the shop's languages, {"en": "Mug", "de": "Becher"}: English is always there.
create domain catalogue.localised as jsonb
  check (jsonb_typeof(value) = 'object' and jsonb_typeof(value -> 'en') = 'string');

create function catalogue.in_locale(words jsonb, locale text) returns text
  language sql immutable parallel safe
  return coalesce(nullif(words ->> locale, ''), words ->> 'en');

-- How words are compared: small, without accents, "ß" as "ss".
create function catalogue.plain(words text) returns text
  language sql immutable strict parallel safe
  return replace(regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss');

create function catalogue.grammar_of(locale text) returns regconfig
  language sql immutable strict parallel safe
  return case locale when 'de' then 'pg_catalog.german'::regconfig else 'pg_catalog.english'::regconfig end;

create function catalogue.words_of(locale text, words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector(catalogue.grammar_of(locale), catalogue.plain(words));

create table catalogue.categories (
  id bigint generated always as identity primary key,
  parent_id bigint references catalogue.categories,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  path text not null unique,
  position integer not null default 0,
  name catalogue.localised not null,
  description catalogue.localised not null default '{"en": ""}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (parent_id, slug),
  check (path = slug or path like '%/' || slug)
);

create table catalogue.products (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  category_id bigint not null references catalogue.categories,
  brand text not null default '',
  title catalogue.localised not null check (title ->> 'en' <> ''),
  summary catalogue.localised not null default '{"en": ""}',
  description catalogue.localised not null default '{"en": ""}',
  specification jsonb not null default '[]' check (jsonb_typeof(specification) = 'array'),
  featured boolean not null default false,
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index products_in_category on catalogue.products (category_id, featured desc, published_at desc, id desc)
  where published_at is not null;
create index products_newest on catalogue.products (featured, published_at desc, id desc) where published_at is not null;

create table catalogue.options (
  product_id bigint not null references catalogue.products on delete cascade,
  number smallint not null check (number between 1 and 3),
  name catalogue.localised not null,
  primary key (product_id, number)
);

create table catalogue.option_values (
  id bigint generated always as identity primary key,
  product_id bigint not null,
  number smallint not null,
  position integer not null,
  key text not null check (key <> ''),
  label catalogue.localised not null,
  unique (product_id, number, key),
  unique (product_id, number, id),
  foreign key (product_id, number) references catalogue.options on delete cascade
);

-- Whose picture it is: a product's, a category's, or a place's on the home page.
create table catalogue.pictures (
  id bigint generated always as identity primary key,
  product_id bigint references catalogue.products on delete cascade,
  category_id bigint unique references catalogue.categories on delete cascade,
  place text unique check (place in ('home')),
  position integer not null default 0,
  media_key text not null check (media_key ~ '^[0-9a-f]{32}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  alt catalogue.localised not null default '{"en": ""}',
  source text,
  check (num_nonnulls(product_id, category_id, place) = 1),
  unique (product_id, position)
);

-- A variant that is no longer offered is retired, never deleted: stock and orders go on naming it.
create table catalogue.variants (
  id bigint generated always as identity primary key,
  product_id bigint not null references catalogue.products,
  sku text not null unique check (sku <> '' and sku = btrim(sku) and length(sku) <= 100),
  barcode text,
  position integer not null,
  weight_grams integer not null default 0 check (weight_grams >= 0),
  tax_class text not null default 'standard' check (tax_class <> ''),
  picture_id bigint references catalogue.pictures on delete set null,
  retired_at timestamptz,
  unique (product_id, id)
);
create index variants_of_product on catalogue.variants (product_id, position) where retired_at is null;
create index variants_by_plain_sku on catalogue.variants (lower(sku));
create index variants_of_picture on catalogue.variants (picture_id) where picture_id is not null;

create table catalogue.variant_option_values (
  variant_id bigint not null,
  product_id bigint not null,
  number smallint not null,
  option_value_id bigint not null,
  primary key (variant_id, number),
  foreign key (product_id, variant_id) references catalogue.variants (product_id, id) on delete cascade,
  foreign key (product_id, number, option_value_id)
    references catalogue.option_values (product_id, number, id) on delete cascade
);
create index variant_option_values_of_value on catalogue.variant_option_values (product_id, number, option_value_id);

create table catalogue.prices (
  variant_id bigint not null references catalogue.variants on delete cascade,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  compare_at bigint check (compare_at > amount),
  primary key (variant_id, currency)
);

-- What a product costs in a currency: kept beside the prices of its variants, so that lists need not look at those.
create table catalogue.offers (
  product_id bigint not null references catalogue.products on delete cascade,
  currency text not null,
  lowest bigint not null,
  highest bigint not null,
  was bigint,
  variant_count integer not null,
  primary key (product_id, currency)
);

-- What search reads: one document a product and language.
create table catalogue.product_words (
  product_id bigint not null references catalogue.products on delete cascade,
  locale text not null,
  words tsvector not null,
  primary key (product_id, locale)
);
create index product_words_by_word on catalogue.product_words using gin (words);

-- What the seed has laid down already, so that it never lays it twice.
create table catalogue.seeds (
  subject text primary key,
  fingerprint text not null,
  at timestamptz not null default now()
);
