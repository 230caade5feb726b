-- A customer's saved basket is a shared one that they have given a name to; it does not end by itself.
alter table basket.shared_baskets add column kept_as text check (kept_as <> '');
create index shared_baskets_kept on basket.shared_baskets (visitor_id, shared_at desc) where kept_as is not null;
