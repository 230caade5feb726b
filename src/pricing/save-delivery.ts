import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** Where a parcel costs the same: countries, and regions of countries that write them. */
export interface DeliveryZone {
  code: string
  name: Localised
  places: { country: string; region?: string }[]
}

export interface DeliveryMethod {
  code: string
  position: number
  name: Localised
  rates: ZoneRate[]
}

/** What a way costs in a zone (minor units), up to a weight and from a value on; its working days. */
interface ZoneRate {
  zone: string
  currency: string
  gramsTo?: number
  valueFrom?: number
  amount: number
  freeFrom: number | null
  daysFrom: number
  daysTo: number
}

/** Creates or changes zones; a place that was in another zone moves. */
export async function saveZones(tx: Transaction, zones: DeliveryZone[]): Promise<void> {
  const bind = { zones: JSON.stringify(zones) }
  await rows(
    `insert into pricing.delivery_zones (code, name)
     select code, name from jsonb_to_recordset($zones) as zone (code text, name jsonb)
     on conflict (code) do update set name = excluded.name`,
    bind,
    tx,
  )
  await rows(
    `insert into pricing.zone_places (country, region, zone)
     select place.country, coalesce(place.region, ''), zone.code
     from jsonb_to_recordset($zones) as zone (code text, places jsonb)
     cross join jsonb_to_recordset(zone.places) as place (country text, region text)
     on conflict (country, region) do update set zone = excluded.zone`,
    bind,
    tx,
  )
}

/** Creates a way of delivery, or makes it and its rates what is given. */
export async function saveDelivery(tx: Transaction, method: DeliveryMethod): Promise<void> {
  const { code, position, name, rates } = method
  await rows(
    `insert into pricing.delivery_methods (code, position, name) values ($code, $position, $name)
     on conflict (code) do update set position = excluded.position, name = excluded.name`,
    { code, position, name: JSON.stringify(name) },
    tx,
  )
  await rows('delete from pricing.delivery_rates where method = $code', { code }, tx)
  await rows(
    `insert into pricing.delivery_rates
       (method, zone, currency, grams_to, value_from, amount, free_from, days_from, days_to)
     select $code, zone, currency, coalesce("gramsTo", 2147483647), coalesce("valueFrom", 0), amount, "freeFrom",
       "daysFrom", "daysTo"
     from jsonb_to_recordset($rates) as rate (zone text, currency text, "gramsTo" integer, "valueFrom" bigint,
       amount bigint, "freeFrom" bigint, "daysFrom" integer, "daysTo" integer)`,
    { code, rates: JSON.stringify(rates) },
    tx,
  )
}
