-- A promotion may be had by many codes that count once each; and two people may be at it at once.
alter table pricing.promotions
  add column by_codes boolean not null default false,
  add column version integer not null default 1,
  add column made_with uuid unique,
  add check (not by_codes or code is null);

create table pricing.voucher_codes (
  code text primary key check (code ~ '^[A-Z0-9-]{3,30}$'),
  promotion_id bigint not null references pricing.promotions,
  made_at timestamptz not null default now()
);
create index voucher_codes_of_promotion on pricing.voucher_codes (promotion_id, code);

alter table pricing.voucher_redemptions add column single_code text references pricing.voucher_codes;
create unique index voucher_redemptions_once on pricing.voucher_redemptions (single_code) where state <> 'released';
create index voucher_redemptions_of_promotion on pricing.voucher_redemptions (promotion_id, id desc);
