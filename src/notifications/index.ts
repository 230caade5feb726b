/**
 * Owns what the shop writes to people: mails, each sent once. It does not own why they are sent.
 */
export { connectMailer, type Mailer } from './mailer.ts'
export { letterOf, mailsOfOrder, type SentMail } from './order-letters.ts'
export { personalMails } from './personal-mails.ts'
export { aboutOrders, mailNames, previewMail, toBeSeen } from './preview-mail.ts'
export { forgetAtDeliverer, readFeedback } from './read-feedback.ts'
export { askToSendAgain, sendAgain, sentAgainState } from './send-again.ts'
export { askToConfirmAlert, tellOfArrival } from './send-alert-mail.ts'
export { askToConfirmEmail, tellOfEmail } from './send-email-change.ts'
export { tellOfNewPlace } from './send-new-place.ts'
export { sendOrderLink } from './send-order-link.ts'
export { sendOrderMail, tellHowToPay } from './send-order-mail.ts'
export { type LeftBasket, sendReminder } from './send-reminder.ts'
export * from './tell-of-order.ts'
export { findUnreachable, personalReach, reachAgain, reachableState } from './unreachable.ts'
