drop table asked_item_backers, asked_items;
