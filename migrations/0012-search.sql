create schema search;
create extension pg_trgm with schema search;
create extension intarray with schema search;

-- How words are compared: small, without accents, "ß" as "ss".
create function search.plain(words text) returns text
  language sql immutable strict parallel safe
  return replace(replace(regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'ς', 'σ');

create function search.grammar_of(locale text) returns regconfig
  language sql immutable strict parallel safe
  return case locale when 'de' then 'pg_catalog.german'::regconfig else 'pg_catalog.english'::regconfig end;

create function search.words_of(locale text, words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector(search.grammar_of(locale), search.plain(words));

-- What documents can be chosen by, "colour" "oat", with a number that stands for both.
create table search.facets (
  id integer generated always as identity primary key,
  name text not null,
  value text not null,
  unique (name, value)
);

-- What can be found, once in each language. Its id is the owner's; all that a list chooses and sorts by stands in it.
create table search.documents (
  id bigint not null,
  locale text not null,
  name text not null,
  words tsvector not null,
  facets integer[] not null,
  shelves integer[] not null,
  prices jsonb not null,
  merit double precision not null,
  popularity double precision not null,
  newest timestamptz not null,
  primary key (locale, id)
) partition by list (locale);
create table search.documents_en partition of search.documents for values in ('en');
create table search.documents_de partition of search.documents for values in ('de');
create index documents_by_word on search.documents using gin (words) with (fastupdate = off);
create index documents_by_facet on search.documents
  using gin (facets search.gin__int_ops, shelves search.gin__int_ops) with (fastupdate = off);

-- Shelf 0 holds everything; the others are the owner's. One index an order in which a list can be walked.
create table search.shelves (
  shelf integer not null,
  document_id bigint not null,
  merit double precision not null,
  popularity double precision not null,
  newest timestamptz not null,
  primary key (shelf, document_id)
);
create index shelves_of_document on search.shelves (document_id);
create index shelves_by_merit on search.shelves (shelf, merit, document_id);
create index shelves_by_popularity on search.shelves (shelf, popularity, document_id);
create index shelves_by_newest on search.shelves (shelf, newest, document_id);

create table search.shelf_prices (
  shelf integer not null,
  currency text not null,
  price bigint not null,
  document_id bigint not null,
  primary key (shelf, currency, price, document_id)
);
create index shelf_prices_of_document on search.shelf_prices (document_id);

create table search.shelf_names (
  shelf integer not null,
  locale text not null,
  name text not null collate "und-x-icu",
  document_id bigint not null,
  primary key (shelf, locale, name, document_id)
);
create index shelf_names_of_document on search.shelf_names (document_id);

-- How many documents of a large shelf have each facet (0 for all of them), counted now and then.
create table search.shelf_counts (
  shelf integer not null,
  currency text not null,
  facet integer not null,
  documents integer not null,
  primary key (shelf, currency, facet)
);

-- Shelves whose counts no longer hold.
create table search.changed_shelves (
  shelf integer primary key,
  since timestamptz not null default now()
);

-- The words that documents use, as they are written: for the ends of words and for slips of the pen.
create table search.vocabulary (
  locale text not null,
  word text not null,
  lexeme text not null,
  documents integer not null default 1,
  primary key (locale, word)
);
create index vocabulary_by_beginning on search.vocabulary (locale, word text_pattern_ops);
create index vocabulary_by_lexeme on search.vocabulary (locale, lexeme);
create index vocabulary_by_trigram on search.vocabulary using gin (word search.gin_trgm_ops) with (fastupdate = off);

create table search.synonyms (
  id integer generated always as identity primary key,
  locale text not null,
  words text[] not null check (cardinality(words) > 1)
);

-- What people looked for, by day, and how much there was; not who.
create table search.searches (
  day date not null,
  locale text not null,
  query text not null,
  shown_for text not null default '',
  found integer not null,
  times integer not null default 1,
  primary key (day, locale, query)
);
