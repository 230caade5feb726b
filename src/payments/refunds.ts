// How money goes back to who paid it, and what became of that.
export { askRefundAgain } from './ask-refund-again.ts'
export { markRefundTransferred } from './mark-refund-transferred.ts'
export { CREDIT, getRefund, type Refund, refundsOf } from './refund.ts'
export { requestRefund } from './request-refund.ts'
export { sendRefund } from './send-refund.ts'
export { settleRefund } from './settle-refund.ts'
