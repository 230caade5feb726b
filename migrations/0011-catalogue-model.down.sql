create function catalogue.plain(words text) returns text
  language sql immutable strict parallel safe
  return replace(regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss');
create function catalogue.grammar_of(locale text) returns regconfig
  language sql immutable strict parallel safe
  return case locale when 'de' then 'pg_catalog.german'::regconfig else 'pg_catalog.english'::regconfig end;
create function catalogue.words_of(locale text, words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector(catalogue.grammar_of(locale), catalogue.plain(words));
create table catalogue.product_words (
  product_id bigint not null references catalogue.products on delete cascade,
  locale text not null,
  words tsvector not null,
  primary key (product_id, locale)
);
create index product_words_by_word on catalogue.product_words using gin (words);
drop index catalogue.variants_by_barcode;
drop function catalogue.price_of(bigint, text);
delete from catalogue.prices where valid_from > '-infinity';
alter table catalogue.prices drop constraint prices_pkey, drop column valid_from, drop column valid_until,
  add primary key (variant_id, currency);
drop table catalogue.related_products, catalogue.former_paths, catalogue.former_slugs;
drop function catalogue.is_on_show(timestamptz, timestamptz);
alter table catalogue.products drop column type, drop column taxonomy, drop column tags, drop column seo_title,
  drop column seo_description, drop column accessibility, drop column withdrawn_at, drop column popularity,
  drop column turns_at;
alter table catalogue.option_values drop column value_id;
alter table catalogue.options drop column attribute_id;
drop table catalogue.product_values, catalogue.attribute_values, catalogue.attributes;
