/**
 * Owns what is paid: payments, what the provider said of them, refunds. It does not own orders, and
 * decides nothing about them.
 */
export { createPayment } from './create-payment.ts'
export type { Payment, PaymentMethod } from './payment.ts'
export { findOrderOfSession, getPayment, paymentMethods } from './payment.ts'
export { type PaymentFacts, paymentFactsOf } from './payment-facts.ts'
export { receiveWebhook } from './receive-webhook.ts'
export { type Misfit, recordFacts } from './record-facts.ts'
export { refuseStray } from './refuse-stray.ts'
export { requestRefund } from './request-refund.ts'
export { sendRefund } from './send-refund.ts'
export { expireSession, startSession } from './start-session.ts'
export { connectStripe, type Stripe } from './stripe.ts'
export { foreignnessOf, settleWebhook, takeWebhook, type WebhookOutcome } from './webhook-event.ts'
