/**
 * Owns what somebody could want next. It does not own goods or people: it knows ids of items and of visitors, and what was
 * done with what. The engine (`engine/`) knows nothing of the shop, and is the same in the shop's process and at SageMaker.
 */
export { packArtifact, Unusable, unpackArtifact } from './engine/artifact.ts'
export type { CatalogueItem } from './engine/content-model.ts'
export { type Evaluation, evaluate as evaluateOn } from './engine/evaluation.ts'
export { type Event, EventLog } from './engine/event-log.ts'
export { eventsIn, readEvents, readItems } from './engine/read-files.ts'
export { type Query, type Recommendation, Recommender } from './engine/recommender.ts'
export { type Task, tasks } from './engine/shape.ts'
export { type Learnt, type TrainingReport, train } from './engine/train.ts'
export { answerOf, queryForm, queryOf } from './query-form.ts'
