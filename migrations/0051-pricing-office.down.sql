drop index pricing.voucher_redemptions_of_promotion;
alter table pricing.voucher_redemptions drop column single_code;
drop table pricing.voucher_codes;
alter table pricing.promotions drop column by_codes, drop column version, drop column made_with;
