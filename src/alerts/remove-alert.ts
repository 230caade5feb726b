import { row } from '../platform/database.ts'

/** Forgets an alert and the address with it; gives which variant it was about, the first time. */
export function removeAlert(key: string): Promise<{ variantId: number } | undefined> {
  return row('delete from alerts.alerts where key = $key::uuid returning variant_id as "variantId"', { key })
}
