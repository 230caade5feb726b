import type { Transaction } from '../platform/database.ts'
import { type DeliveryMethod, type DeliveryZone, saveDelivery, saveZones } from './save-delivery.ts'
import { type Market, type PlaceRate, saveMarkets, saveTaxRates } from './save-taxes.ts'

/** What prices follow from, apart from promotions. */
export interface PricingRules {
  markets: Market[]
  taxRates: PlaceRate[]
  zones: DeliveryZone[]
  delivery: DeliveryMethod[]
}

/** Creates or changes all of these rules; those that are not named stay. */
export async function saveRules(tx: Transaction, rules: PricingRules): Promise<void> {
  await saveMarkets(tx, rules.markets)
  await saveTaxRates(tx, rules.taxRates)
  await saveZones(tx, rules.zones)
  for (const method of rules.delivery) await saveDelivery(tx, method)
}
