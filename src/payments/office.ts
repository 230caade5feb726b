/** What of payments waits for somebody of the staff. */
export { authorisedStateOf } from './authorised-payment.ts'
export { readBankList } from './bank-list.ts'
export { discrepancyStateOf, mendDiscrepancy } from './mend-discrepancy.ts'
export { paymentTroubles, type SetAside, setAside, settle, settledState } from './quarantine.ts'
