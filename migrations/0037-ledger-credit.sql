-- The shop's own accounts are the other side of all the others.
create view ledger.credit_accounts as
  select account.id, account.kind, account.currency, account.code_end,
    (select coalesce(sum(case when transfer.to_id = account.id then transfer.amount else -transfer.amount end), 0)
     from credit.transfers transfer where account.id in (transfer.from_id, transfer.to_id))::bigint as balance
  from credit.accounts account;

create view ledger.credit_transfers as
  select transfer.from_id, transfer.to_id, transfer.amount, transfer.reason, o.number as order_number, transfer.actor,
    transfer.at
  from credit.transfers transfer left join orders.orders o on o.id = transfer.order_id;
