/** Owns payments, what was said of them, and refunds. It does not own orders, and decides nothing about them. */
export { createPayment } from './create-payment.ts'
export { handleWebhook, type WebhookOutcome } from './handle-webhook.ts'
export {
  findOrderOfSession,
  getPayment,
  type Payment,
  type PaymentMethod,
  paymentMethods,
} from './payment.ts'
export { type PaymentFacts, paymentFactsOf } from './payment-facts.ts'
export { receiveWebhook } from './receive-webhook.ts'
export { type Misfit, recordFacts } from './record-facts.ts'
export { refuseStray } from './refuse-stray.ts'
export { requestRefund } from './request-refund.ts'
export { sendRefund } from './send-refund.ts'
export { expireSession, startSession } from './start-session.ts'
export { connectStripe, type Stripe } from './stripe.ts'
export { keepTransfer, lockTransfer, type Transfer, transferFacts } from './transfer.ts'
