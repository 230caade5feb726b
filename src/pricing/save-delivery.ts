import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

interface DeliveryMethod {
  code: string
  position: number
  name: Localised
  rates: DeliveryRate[]
}

/** What a way of delivery costs to a country (minor units), from which value on it is free, and its working days. */
interface DeliveryRate {
  country: string
  currency: string
  amount: number
  freeFrom: number | null
  daysFrom: number
  daysTo: number
}

/** Creates or changes a way of delivery with its rates. */
export async function saveDelivery(tx: Transaction, method: DeliveryMethod): Promise<void> {
  const { code, position, name, rates } = method
  await rows(
    `insert into pricing.delivery_methods (code, position, name) values ($code, $position, $name)
     on conflict (code) do update set position = excluded.position, name = excluded.name`,
    { code, position, name: JSON.stringify(name) },
    tx,
  )
  await rows(
    `insert into pricing.delivery_rates (method, country, currency, amount, free_from, days_from, days_to)
     select $code, rate.country, rate.currency, rate.amount, rate."freeFrom", rate."daysFrom", rate."daysTo"
     from jsonb_to_recordset($rates) as rate (
       country text, currency text, amount bigint, "freeFrom" bigint, "daysFrom" integer, "daysTo" integer)
     on conflict (method, country, currency) do update set amount = excluded.amount, free_from = excluded.free_from,
       days_from = excluded.days_from, days_to = excluded.days_to`,
    { code, rates: JSON.stringify(rates) },
    tx,
  )
}
