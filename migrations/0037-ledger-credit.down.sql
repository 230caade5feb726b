drop view ledger.credit_transfers;
drop view ledger.credit_accounts;
