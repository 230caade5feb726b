-- What staff look for: somebody by a piece of their name or e-mail address.
create index customers_people on identity.customers using gin (lower(email || ' ' || name) search.gin_trgm_ops);
