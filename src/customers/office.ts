/** What staff see of what customers keep with us, and how they hand it out or forget it. */
export { consentsOf, type SaidConsent } from './consents-of.ts'
export { eraseCustomer } from './erase-customer.ts'
export { exportArchive } from './export-archive.ts'
export { type CustomerNote, keepNote, notesOf, notesStateOf } from './notes.ts'
export type { Privacy } from './privacy.ts'
