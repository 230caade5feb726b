-- The form of the staff's that has made a product: sent twice, it makes one.
alter table catalogue.products add column made_with uuid unique;

-- What was taken away from a product may be put back.
create table catalogue.removed_pictures (
  product_id bigint not null references catalogue.products on delete cascade,
  media_key text not null check (media_key ~ '^[0-9a-f]{32}$'),
  position integer not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  alt catalogue.localised not null,
  source text,
  removed_at timestamptz not null default now(),
  primary key (product_id, media_key)
);
