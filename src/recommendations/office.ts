/** What staff see and change of recommendations. */
export {
  addChoice,
  askForTraining,
  type Choice,
  comparison,
  goBackTo,
  officeChoices,
  removeChoice,
  runningState,
  setComparison,
} from './edit-choices.ts'
export { runningArtifact } from './model-record.ts'
export {
  type OfficeModel,
  officeModels,
  type PlacementFigures,
  placementFigures,
  shownProducts,
} from './office-models.ts'
export { type Placement, placements } from './placement.ts'
export type { Source } from './source.ts'
export { type Suggested, suggest } from './suggest.ts'
