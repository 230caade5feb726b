drop index catalogue.variants_by_beginning, catalogue.products_by_title;
