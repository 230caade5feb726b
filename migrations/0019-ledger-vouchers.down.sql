drop view ledger.voucher_uses;
