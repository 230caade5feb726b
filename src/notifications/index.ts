/**
 * Owns what the shop writes to people: mails, each sent once. It does not own why they are sent.
 */
export { connectMailer, type Mailer } from './mailer.ts'
export { personalMails } from './personal-mails.ts'
export { askToConfirmAlert, tellOfArrival } from './send-alert-mail.ts'
export { askToConfirmEmail, tellOfEmail } from './send-email-change.ts'
export { sendOrderLink } from './send-order-link.ts'
export { type PlacedOrder, sendOrderMail, tellHowToPay } from './send-order-mail.ts'
export { type LeftBasket, sendReminder } from './send-reminder.ts'
export {
  type RefundMade,
  tellOfCancellation,
  tellOfParcel,
  tellOfRefund,
  tellOfReturn,
} from './tell-of-order.ts'
