/** What follows, once it has happened, by the queue. */
export { type EmailChange, emailChangeBy } from './email-change.ts'
export { changeEmailAtProvider, eraseAtProvider, shutAtProvider } from './follow-provider.ts'
export { findNewPlace } from './new-place.ts'
