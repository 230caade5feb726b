// What becomes of money that a card holds ready: it is taken, all or a part, or let go.
export { capturePayment } from './capture-payment.ts'
export { endPayment, releaseIntent } from './end-payment.ts'
export { voidPayment } from './void-payment.ts'
