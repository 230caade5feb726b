import { rows, type Transaction, transaction } from '../platform/database.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import {
  type OfficeMarket,
  type OfficeMethod,
  type OfficeTaxRate,
  type OfficeZone,
  officeMarkets,
  officeMethods,
  officeTaxRates,
  officeZones,
} from './office-rules.ts'
import { saveDelivery, saveZones } from './save-delivery.ts'
import { saveMarkets, saveTaxRates } from './save-taxes.ts'

type Outcome = { refused?: undefined } | { refused: 'changed' }

/** Makes the rates of tax these and no others, for somebody who saw those with that fingerprint. */
export function setTaxRates(seen: string, rates: OfficeTaxRate[]): Promise<Outcome> {
  return ifUnchanged(seen, officeTaxRates, async (tx) => {
    await rows('delete from pricing.tax_rates', [], tx)
    await saveTaxRates(tx, rates)
  })
}

/** Makes a market what is given; a country that was in another one moves. */
export function setMarket(seen: string, market: OfficeMarket): Promise<Outcome> {
  return ifUnchanged(
    seen,
    (tx) => find(officeMarkets(tx), market.code),
    async (tx) => {
      await rows('delete from pricing.market_countries where market = $code', { code: market.code }, tx)
      await saveMarkets(tx, [market])
    },
  )
}

/** Makes a zone what is given; a place that was in another one moves. */
export function setZone(seen: string, zone: OfficeZone): Promise<Outcome> {
  return ifUnchanged(
    seen,
    (tx) => find(officeZones(tx), zone.code),
    async (tx) => {
      await rows('delete from pricing.zone_places where zone = $code', { code: zone.code }, tx)
      await saveZones(tx, [zone])
    },
  )
}

/** Makes a way of delivery what is given, with these rates and no others. */
export function setMethod(seen: string, method: OfficeMethod): Promise<Outcome> {
  return ifUnchanged(
    seen,
    (tx) => find(officeMethods(tx), method.code),
    (tx) =>
      saveDelivery(tx, {
        ...method,
        rates: method.rates.map(({ gramsTo, ...rate }) => ({
          ...rate,
          ...(gramsTo !== null && { gramsTo }),
        })),
      }),
  )
}

type Rules = OfficeTaxRate[] | OfficeMarket | OfficeZone | OfficeMethod | undefined

/** The rules of a kind, as the audit log keeps them. Whoever changes some meanwhile waits. */
export async function rulesState(
  tx: Transaction,
  kind: 'taxes' | 'markets' | 'zones' | 'methods',
  code = '',
) {
  await oneAtATime(tx, 'pricing.rules')
  if (kind === 'taxes') {
    const rates = await officeTaxRates(tx)
    return Object.fromEntries(
      rates.map((rate) => [[rate.country, rate.region, rate.taxClass].filter(Boolean).join(' '), rate.rate]),
    )
  }
  const all = { markets: officeMarkets, zones: officeZones, methods: officeMethods }[kind]
  return find<{ code: string }>(all(tx), code)
}

async function find<Rule extends { code: string }>(
  all: Promise<Rule[]>,
  code: string,
): Promise<Rule | undefined> {
  return (await all).find((rule) => rule.code === code)
}

function ifUnchanged(
  seen: string,
  read: (tx: Transaction) => Promise<Rules>,
  change: (tx: Transaction) => Promise<void>,
): Promise<Outcome> {
  return transaction(async (tx): Promise<Outcome> => {
    await oneAtATime(tx, 'pricing.rules')
    if (fingerprintOf((await read(tx)) ?? null) !== seen) return { refused: 'changed' }
    await change(tx)
    return {}
  })
}
