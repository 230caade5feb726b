/**
 * Owns what somebody could want next. It does not own goods or people: it knows ids of items and of visitors, and what was
 * done with what. The engine (`engine/`) knows nothing of the shop, and is the same in the shop's process and at SageMaker.
 */
export type { CatalogueItem } from './engine/content-model.ts'
export { type Evaluation, evaluate as evaluateOn } from './engine/evaluation.ts'
export { type Event, EventLog } from './engine/event-log.ts'
export { readEvents, readItems } from './engine/read-files.ts'
export { type Query, type Recommendation, Recommender, type TrainingReport } from './engine/recommender.ts'
export { type Task, tasks } from './engine/shape.ts'
