-- What staff look for: variants by the beginning of a SKU, products by a piece of their title.
create index variants_by_beginning on catalogue.variants (lower(sku) text_pattern_ops);
create index products_by_title on catalogue.products using gin (lower(title::jsonb ->> 'en') search.gin_trgm_ops);
