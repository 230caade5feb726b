alter table basket.shared_baskets drop column kept_as;
