/** The shelf on which everything stands. */
export const EVERYTHING = 0

export interface Facet {
  name: string
  value: string
}
