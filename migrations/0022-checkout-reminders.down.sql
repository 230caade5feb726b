alter table checkout.checkouts drop reminded_at, drop reminder_agreed_at, drop locale;
