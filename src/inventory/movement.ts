/** Why goods have moved. */
export const reasons = [
  'opening',
  'import',
  'delivery',
  'count',
  'correction',
  'found',
  'damage',
  'loss',
  'transfer',
  'sale',
  'cancellation',
  'return',
  'replacement',
] as const
export type Reason = (typeof reasons)[number]

/** The reasons for which staff set a level right. */
export const adjustments = ['delivery', 'count', 'correction', 'found', 'damage', 'loss'] as const
export type Adjustment = (typeof adjustments)[number]

/** What a movement says beside how many of what have moved where. */
export interface Cause {
  reason: Reason
  actor: string
  /** What it belongs to, such as the number of an order. */
  reference?: string
  note?: string
  /** The one-time key of the form that it was entered with. */
  key?: string | undefined
}
