/**
 * How an order gets its money: from the provider's page, from its reports, from the bank, by the clock, and by whoever
 * compares the books. All of it ends in `recordPayment`, the only way in which an order becomes paid.
 */
export { mendDiscrepancy } from './mend-discrepancy.ts'
export { noteLostPayment } from './note-lost-payment.ts'
export { recordTransfer } from './record-transfer.ts'
export { type MatchedTransfer, recordTransfers } from './record-transfers.ts'
export { recordWebhook } from './record-webhook.ts'
export { returnFromPayment } from './return-from-payment.ts'
export { HOLD_SECONDS, startPayment } from './start-payment.ts'
export { sweepPayments } from './sweep-payments.ts'
export { captureOrder, takeMoney } from './take-money.ts'
