import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

interface DeliveryMethod {
  code: string
  position: number
  name: Localised
  daysFrom: number
  daysTo: number
  rates: { country: string; currency: string; amount: number; freeFrom: number | null }[]
}

/** Creates or changes a way of delivery with its rates; amounts in minor units. */
export async function saveDelivery(tx: Transaction, method: DeliveryMethod): Promise<void> {
  const { code, position, name, daysFrom, daysTo, rates } = method
  await rows(
    `insert into pricing.delivery_methods (code, position, name, days_from, days_to)
     values ($code, $position, $name, $daysFrom, $daysTo)
     on conflict (code) do update set position = excluded.position, name = excluded.name,
       days_from = excluded.days_from, days_to = excluded.days_to`,
    { code, position, name: JSON.stringify(name), daysFrom, daysTo },
    tx,
  )
  await rows(
    `insert into pricing.delivery_rates (method, country, currency, amount, free_from)
     select $code, rate.country, rate.currency, rate.amount, rate."freeFrom"
     from jsonb_to_recordset($rates) as rate (country text, currency text, amount bigint, "freeFrom" bigint)
     on conflict (method, country, currency) do update set amount = excluded.amount, free_from = excluded.free_from`,
    { code, rates: JSON.stringify(rates) },
    tx,
  )
}
