import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** A rate of tax at a place: a country, or a region of one ('' is the country as a whole); in parts per million. */
export interface OfficeTaxRate {
  country: string
  region: string
  taxClass: string
  rate: number
}

export interface OfficeMarket {
  code: string
  name: Localised
  taxIncluded: boolean
  countries: string[]
}

export interface OfficeZone {
  code: string
  name: Localised
  places: { country: string; region: string }[]
}

export interface OfficeMethod {
  code: string
  position: number
  name: Localised
  rates: OfficeRate[]
}

/** What a way costs in a zone, in minor units; null where it has no limit of weight, and where it never is free. */
export interface OfficeRate {
  zone: string
  currency: string
  gramsTo: number | null
  valueFrom: number
  amount: number
  freeFrom: number | null
  daysFrom: number
  daysTo: number
}

export function officeTaxRates(tx?: Transaction): Promise<OfficeTaxRate[]> {
  return rows<OfficeTaxRate>(
    `select country, region, tax_class as "taxClass", parts_per_million as rate from pricing.tax_rates
     order by country, region, tax_class`,
    [],
    tx,
  )
}

export function officeMarkets(tx?: Transaction): Promise<OfficeMarket[]> {
  return rows<OfficeMarket>(
    `select code, name, tax_included as "taxIncluded",
       array(select country from pricing.market_countries where market = code order by country) as countries
     from pricing.markets order by code`,
    [],
    tx,
  )
}

export function officeZones(tx?: Transaction): Promise<OfficeZone[]> {
  return rows<OfficeZone>(
    `select code, name, coalesce((select jsonb_agg(jsonb_build_object('country', country, 'region', region)
         order by country, region) from pricing.zone_places where zone = code), '[]') as places
     from pricing.delivery_zones order by code`,
    [],
    tx,
  )
}

export function officeMethods(tx?: Transaction): Promise<OfficeMethod[]> {
  return rows<OfficeMethod>(
    `select code, position, name, coalesce((select jsonb_agg(jsonb_build_object('zone', zone, 'currency', currency,
         'gramsTo', nullif(grams_to, 2147483647), 'valueFrom', value_from, 'amount', amount, 'freeFrom', free_from,
         'daysFrom', days_from, 'daysTo', days_to) order by zone, currency, grams_to, value_from)
       from pricing.delivery_rates where method = code), '[]') as rates
     from pricing.delivery_methods order by position, code`,
    [],
    tx,
  )
}
