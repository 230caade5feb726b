/**
 * Owns what is paid: payments, what the provider said of them, refunds. It does not own orders, and
 * decides nothing about them.
 */
export { createPayment } from './create-payment.ts'
export type { Payment, PaymentMethod } from './payment.ts'
export { findOrderOfSession, getPayment, paymentMethods } from './payment.ts'
export { type PaymentFacts, paymentFactsOf } from './payment-facts.ts'
export { receiveWebhook, takeWebhook, webhookHandled } from './receive-webhook.ts'
export { recordFacts } from './record-facts.ts'
export { getRefund } from './refund.ts'
export { requestRefund } from './request-refund.ts'
export { sendRefund } from './send-refund.ts'
export { expireSession, startSession } from './start-session.ts'
export { connectStripe, type Stripe } from './stripe.ts'
