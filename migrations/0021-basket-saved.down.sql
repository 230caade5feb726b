drop table basket.shared_baskets, basket.saved_lines;
