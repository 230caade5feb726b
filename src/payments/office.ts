/** What of payments waits for somebody of the staff. */
export { discrepancyStateOf, mendDiscrepancy } from './mend-discrepancy.ts'
export { paymentTroubles, type SetAside, setAside, settle, settledState } from './quarantine.ts'
