import type { Texts } from './texts.ts'

/** A value of an attribute, such as the material oak. Attribute and value are made where they are not there yet. */
export interface ValueDraft {
  attribute: AttributeDraft
  /** Names the value in addresses: `oak`. */
  key: string
  label: Texts
  /** For attributes that are measured: the value in the attribute's unit. */
  number?: number
}

export interface AttributeDraft {
  /** Names the attribute in addresses: `material`. */
  key: string
  name: Texts
  kind?: 'choice' | 'number' | 'flag'
  unit?: string
}
