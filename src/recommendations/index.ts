/**
 * Owns what somebody could want next: what was done with what, by those who agree to that, and what is learnt of it. It does
 * not own goods or people. The engine (`engine/`) knows nothing of the shop, and is the same in the shop and at SageMaker.
 */
export { exportEvents, exportItems } from './export-events.ts'
export { forgetEvents } from './forget-events.ts'
export { importOrders, type OrderImport } from './import-orders.ts'
export { keepPastVisits, type PastVisit } from './keep-past-visits.ts'
export { keepPurchase } from './keep-purchase.ts'
export * from './learning.ts'
export * from './office.ts'
export { personalVisits } from './personal-visits.ts'
export { openRecommender } from './recommender.ts'
export { openRecorder, type Recorder } from './recorder.ts'
export { recording } from './recording.ts'
export { recommendationRoutes } from './routes.ts'
export { suggestByMail } from './suggest-by-mail.ts'
export { trainModel } from './train-model.ts'
export { adoptVisits, unlinkVisits, unlinkWithdrawn } from './unlink-visits.ts'
