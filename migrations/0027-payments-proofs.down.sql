drop view payments.quarantine;
drop table payments.dispute_events, payments.disputes, payments.transfers;
drop index payments.refunds_payment;
drop index payments.payment_events_reference;
alter table payments.payment_events drop reference, drop amount, drop currency, drop reason;
drop index payments.webhook_events_unread, payments.webhook_events_quarantined;
alter table payments.webhook_events drop constraint webhook_events_handled, drop constraint webhook_events_reason;
alter table payments.webhook_events drop outcome, drop reason;
